"""Does what a message asks for, by the same activities as the API, and says how it went.

What a message does carries its number as the key, so that doing it again after a crash answers the
same, once.
"""

from __future__ import annotations

from datetime import timedelta

from hmk_graph import times
from hmk_graph.accounts.models import Account
from hmk_graph.blood import requesting as blood
from hmk_graph.clock import Clock
from hmk_graph.discovery import pricing
from hmk_graph.dispatch import quoting, requesting
from hmk_graph.dispatch.models import TripKind
from hmk_graph.errors import DomainError, Unavailable
from hmk_graph.haat import bidding
from hmk_graph.idempotency import InProgress
from hmk_graph.money import taka
from hmk_graph.places import finding
from hmk_graph.places.models import Place
from hmk_graph.texting import naming, understanding, wording
from hmk_graph.texting.errors import NotUnderstood, PlaceUnclear
from hmk_graph.texting.models import Message
from hmk_graph.texting.ports import Doors
from hmk_graph.texting.understanding import Ambulance, Bid, Blood, Help, Price, Unclear
from hmk_graph.texting.wording import Reply

# What a message uses of the budgets that the API counts in, too (schema/metering.py).
USES = {Bid: {"bid": 1}, Blood: {"book": 1}, Ambulance: {"book": 1}}
# Who writes a message gives no time; whoever can wait longer asks by the app.
BLOOD_WITHIN = timedelta(hours=24)


async def answer(message: Message, doors: Doors, *, clock: Clock) -> str:
    """Do what a message wants, and return what its sender is told.

    The sender is the person with that phone, whom the gateway vouches for.

    Raises:
        InProgress, Unavailable: It could not be done just now; doing it again is harmless.
    """
    person = await Account.get_or_none(phone=message.phone)
    try:
        reply = await _done(message, person, doors, clock)
    except DomainError as refusal:
        if isinstance(refusal, InProgress | Unavailable):
            raise
        reply = Reply(bn=refusal.message_bn, en=refusal.message_en)
    except NotUnderstood as unclear:
        reply = Reply(bn=unclear.bn, en=unclear.en)
    speaks_bengali = understanding.is_bengali(message.text)
    return reply.said(in_bengali=person.language == "bn" if person else speaks_bengali)


async def _done(message: Message, person: Account | None, doors: Doors, clock: Clock) -> Reply:
    wish = understanding.understood(message.text)
    account_id = person.id if person else None
    await doors.charge(account_id, message.phone, USES.get(type(wish), {}))
    if isinstance(wish, Help):
        return wording.shape(None)
    if isinstance(wish, Unclear):
        return wording.shape(wish.verb)
    if isinstance(wish, Price):
        return await _price(wish, person, clock)
    if person is None:
        return wording.register(doors.site)
    if isinstance(wish, Bid):
        return await _bid(wish, person, message, clock)
    if isinstance(wish, Blood):
        return await _blood(wish, person, message, clock)
    return await _ambulance(wish, person, message, doors, clock)


async def _price(wish: Price, person: Account | None, clock: Clock) -> Reply:
    slug, bn, en, rest = await naming.category_of(wish.words)
    place = await naming.place_of(rest, person.home_id if person else None)
    band = await pricing.price_band(slug, place.id, at=await clock())
    if band is None:
        return Reply(
            bn=f"{place.name_bn}: {bn} সেবার যথেষ্ট দাম জানা নেই। উপজেলার নাম দিয়ে দেখুন।",
            en=f"{place.name_en}: too few prices of {en} are known. Try the upazila.",
        )
    low, middle, high = (wording.amount(one) for one in (band.p10, band.median, band.p90))
    unit = wording.unit(band.unit)
    return Reply(
        bn=f"{place.name_bn}: {bn} {middle.bn} ({unit.bn}), সাধারণত {low.bn} থেকে {high.bn}।",
        en=f"{place.name_en}: {en} {middle.en} {unit.en}, mostly {low.en} to {high.en}.",
    )


async def _bid(wish: Bid, person: Account, message: Message, clock: Clock) -> Reply:
    receipt = await bidding.place_bid(
        person.id, wish.lot, taka(wish.taka), idempotency_key=_key(message), clock=clock
    )
    lot, price = wording.number(wish.lot), wording.amount(receipt.price)
    if receipt.leading:
        top = wording.amount(receipt.maximum)
        return Reply(
            bn=f"লট {lot.bn}: আপনি এগিয়ে। দর {price.bn}, আপনার সর্বোচ্চ {top.bn}।",
            en=f"Lot {lot.en}: you lead. Price {price.en}, your highest {top.en}.",
        )
    least = wording.amount(receipt.minimum_next)
    return Reply(
        bn=f"লট {lot.bn}: অন্য কেউ এগিয়ে। দর {price.bn}, এখন কমপক্ষে {least.bn} লাগবে।",
        en=f"Lot {lot.en}: somebody else leads. Price {price.en}, the next bid is {least.en}.",
    )


async def _blood(wish: Blood, person: Account, message: Message, clock: Clock) -> Reply:
    place = await naming.place_of(naming.words_of(wish.where), person.home_id)
    need = blood.Need(
        group=wish.group,
        units=wish.units,
        place_id=place.id,
        hospital=wish.where[: blood.LONGEST_HOSPITAL],
        needed_by=message.received_at + BLOOD_WITHIN,
    )
    made = await blood.ask_for_blood(person.id, need, idempotency_key=_key(message), clock=clock)
    bn, en = await _full_name(place)
    units = wording.number(made.units)
    until = [times.moment(made.needed_by, language) for language in ("bn", "en")]
    return Reply(
        bn=f"{bn}: {units.bn} ব্যাগ রক্তের জন্য দাতাদের বলা হচ্ছে, {until[0]} পর্যন্ত। জরুরি হলে ৯৯৯।",
        en=f"{en}: donors are asked for {units.en} units of blood, until {until[1]}.",
    )


async def _ambulance(
    wish: Ambulance, person: Account, message: Message, doors: Doors, clock: Clock
) -> Reply:
    place = await naming.place_of(naming.words_of(wish.where), person.home_id)
    point = await naming.point_of(place)
    if point is None:
        raise PlaceUnclear
    quote = await quoting.quote_trip(
        person.id,
        quoting.Wish(kind=TripKind.AMBULANCE, pickup=point),
        idempotency_key=_key(message),
        clock=clock,
    )
    trip = await requesting.request_trip(
        person.id,
        quote.id,
        requesting.Call(pickup_note=wish.where[: requesting.LONGEST_NOTE]),
        idempotency_key=_key(message),
        whereabouts=doors.whereabouts,
        clock=clock,
    )
    bn, en = await _full_name(place)
    fare = wording.amount(trip.fare_paisa)
    return Reply(
        bn=f"{bn}: অ্যাম্বুলেন্স ডাকা হচ্ছে, ভাড়া {fare.bn} থেকে। চালক ফোন করবেন। প্রাণের ঝুঁকিতে ৯৯৯।",
        en=f"{en}: an ambulance is being called, from {fare.en}. The driver rings you."
        " In danger of life call 999.",
    )


async def _full_name(place: Place) -> tuple[str, str]:
    parent = await finding.get(place.parent_id) if place.parent_id else None
    return naming.full_name(place, parent)


def _key(message: Message) -> str:
    return f"text {message.id}"
