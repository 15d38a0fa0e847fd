"""A paid animal changes hands: by the buyer's code, the animal's tag and the scale.

The seller enters the code that only the buyer is shown, reads the tag and weighs. Then the animal
is the buyer's, with its way written down by ICAR's names, and the money stays held for the time in
which the buyer may object. Unless he does, it becomes the seller's.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from hmk_graph import deadlines
from hmk_graph.accounts import access, seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.rules import reason_of
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import (
    animal_keeping,
    collecting,
    deal_keeping,
    depositing,
    receipting,
    weight_pricing,
)
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import Animal, AnimalIdentifier
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.machines import Actor, AnimalCommand, DealCommand
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState
from hmk_graph.haat.selling_errors import HandoverCodeWrong, TagDoesNotMatch, WeightNotAgreed
from hmk_graph.haat.selling_events import (
    DealCompleted,
    DealDisputed,
    DealHandedOver,
    DealRefunded,
    DealWeightAgreed,
    DealWeightAsked,
)
from hmk_graph.haat.wording import paragraph
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.machines import HOUSE, IntentCommand

COMPLETE_DEAL = "haat.complete_deal"
# AuctionsPlus gives 48 hours for a claim after arrival (domain.md B.8).
OBJECT_WITHIN = timedelta(hours=48)
MOST_TRIES = 5
LARGEST_GRAMS = 2_000_000
REFUSED = "ওজন না মেলায় ক্রেতা নেননি (the buyer refused the weight)"
DECIDED = "কর্মকর্তার সিদ্ধান্তে ফেরত (given back as an officer decided)"


async def hand_over(
    seller_id: int, deal_id: int, *, code: str, tag: str, grams: int, clock: Clock
) -> Deal:
    """Hand a paid animal over: the buyer's code, a tag of the animal, its weight in grams.

    Wrong codes are counted; after five an officer of the haat has to help.

    Raises:
        NotFound: It is no deal of this seller.
        StaleState: It is not paid, or handed over already.
        HandoverCodeWrong: The code is another; `left` tries remain.
        TagDoesNotMatch: The animal carries no such tag.
        WeightNotAgreed: It is sold by weight, and weighs so much that the buyer is asked first.
        BadInput: The weight is none.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if not 0 < grams <= LARGEST_GRAMS:
        raise BadInput("grams", why_bn="ওজন ঠিক নেই।", why_en="no animal weighs that.")
    deal, obstacle = await _try(seller_id, deal_id, code=code, tag=tag, grams=grams, clock=clock)
    if obstacle is not None:
        raise obstacle
    return deal


@whole_command
async def _try(
    seller_id: int, deal_id: int, *, code: str, tag: str, grams: int, clock: Clock
) -> tuple[Deal, HandoverCodeWrong | WeightNotAgreed | None]:
    """Hand over, or write down why not: a wrong code is counted, a weight is told to the buyer."""
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        deal, listing = await deal_keeping.locked(deal_id)
        if deal.seller_id != seller_id:
            raise NotFound
        now = await clock()
        if deal.state is DealState.PAID:
            if deal.code_tries >= MOST_TRIES:
                return deal, HandoverCodeWrong(left=0)
            if not hmac.compare_digest((deal.handover_code or "").encode(), code.encode()):
                await Deal.filter(id=deal.id).update(code_tries=deal.code_tries + 1)
                return deal, HandoverCodeWrong(left=MOST_TRIES - deal.code_tries - 1)
            if not await AnimalIdentifier.exists(animal_id=deal.animal_id, value=tag.strip()):
                raise TagDoesNotMatch
            if not await _weight_agreed(deal, grams):
                events += await _ask_weight(deal, grams)
                return deal, WeightNotAgreed(declared=deal.declared_grams, weighed=grams)
        await deal_keeping.step(
            deal,
            DealCommand.HAND_OVER,
            Actor.SELLER,
            handed_over_at=now,
            weighed_grams=grams,
            complete_by=now + OBJECT_WITHIN,
            handover_code=None,
        )
        await _move(deal, listing, grams, now)
        if deal.per_kg_paisa is not None:
            events += await collecting.charge_as_weighed(deal, listing, now)
        await receipting.write(deal, listing, tag=tag.strip(), grams=grams, now=now)
        await deadlines.arm(COMPLETE_DEAL, deal.id, now + OBJECT_WITHIN)
        events += _told(DealHandedOver, deal, complete_by=now + OBJECT_WITHIN)
    return deal, None


async def _weight_agreed(deal: Deal, grams: int) -> bool:
    """Say whether a weight needs no word of the buyer, or has it."""
    if deal.declared_grams is None or grams == deal.agreed_grams:
        return True
    animal = await Animal.get(id=deal.animal_id)
    return weight_pricing.fits(animal.species, deal.declared_grams, grams)


async def _ask_weight(deal: Deal, grams: int) -> list[Event]:
    if deal.weighed_grams == grams:
        return []
    deal.weighed_grams = grams
    await Deal.filter(id=deal.id).update(weighed_grams=grams)
    return _told(
        DealWeightAsked,
        deal,
        declared_kg=round(deal.declared_grams / weight_pricing.KILOGRAM),
        weighed_kg=round(grams / weight_pricing.KILOGRAM),
    )


@whole_command
async def answer_weight(
    buyer_id: int, deal_id: int, *, grams: int, agree: bool, clock: Clock
) -> Deal:
    """Take an animal at a weight outside the tolerance, or refuse it and have all money back.

    `grams` is what the buyer saw, so that his word holds for no other weight.

    Raises:
        NotFound: It is no deal of this buyer.
        StaleState: No such weight is asked about.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=buyer_id) as events:
        deal, listing = await _of_buyer(buyer_id, deal_id)
        if not weight_pricing.asks(deal) or deal.weighed_grams != grams:
            raise StaleState(current=str(deal.state), allowed=deal_keeping.moves(deal, Actor.BUYER))
        if agree:
            deal.agreed_grams = grams
            await Deal.filter(id=deal.id).update(agreed_grams=grams)
            events += _told(DealWeightAgreed, deal)
        else:
            await deal_keeping.step(deal, DealCommand.REFUSE_WEIGHT, Actor.BUYER)
            events += _told(DealRefunded, deal, by_weight=True)
            events += await _give_all_back(deal, listing, REFUSED, await clock())
    return deal


async def _move(deal: Deal, listing: Listing, grams: int, now: datetime) -> None:
    """Give the animal to its buyer, and write its way down."""
    animal = await animal_keeping.locked(deal.animal_id)
    await animal_keeping.step(animal, AnimalCommand.HAND_OVER, Actor.SELLER)
    await animal_keeping.free_tags(animal.id)
    await Listing.filter(id=listing.id).update(state=ListingState.SOLD, version=listing.version + 1)
    ways = (
        (AnimalHappening.WEIGHED, {"grams": grams, "method": "LoadCell", "at": "handover"}),
        (AnimalHappening.DEPARTED, {"departureKind": "Sale", "deal": deal.id}),
        (AnimalHappening.ARRIVED, {"arrivalReason": "Purchase", "deal": deal.id}),
    )
    for kind, payload in ways:
        actor_id = deal.buyer_id if kind is AnimalHappening.ARRIVED else deal.seller_id
        await animal_keeping.record(animal.id, kind, payload, actor_id=actor_id, at=now)


@whole_command
async def confirm(buyer_id: int, deal_id: int) -> Deal:
    """Say that all is well with the animal; the money becomes the seller's at once.

    Raises:
        NotFound: It is no deal of this buyer.
        StaleState: Nothing was handed over, or it is over.
    """
    async with transaction(actor_id=buyer_id) as events:
        deal, _ = await _of_buyer(buyer_id, deal_id)
        events += await _complete(deal, Actor.BUYER)
    return deal


@whole_command
async def complete(deal_id: int, clock: Clock) -> datetime | None:
    """Complete a deal to which nobody has objected in time. Harmless when late or repeated."""
    async with transaction() as events:
        deal, _ = await deal_keeping.locked(deal_id)
        if deal.state is not DealState.HANDED_OVER or deal.complete_by is None:
            return None
        now = await clock()
        if now < deal.complete_by:
            return deal.complete_by
        events += await _complete(deal, Actor.CLOCK)
    return None


@whole_command
async def dispute(account_id: int, deal_id: int, *, reason: str) -> Deal:
    """Object to a paid deal; the money stays held until an officer of the haat decides.

    The buyer may object until the deal is complete, the seller until the handover.

    Raises:
        NotFound: The person has no part in such a deal.
        StaleState: It is not paid, or it is over.
        BadInput: The reason is missing or too long.
    """
    why = paragraph("reason", reason, longest=1_000, shortest=10)
    async with transaction(actor_id=account_id) as events:
        deal, _ = await deal_keeping.locked(deal_id)
        if account_id not in (deal.buyer_id, deal.seller_id):
            raise NotFound
        actor = Actor.BUYER if account_id == deal.buyer_id else Actor.SELLER
        await deal_keeping.step(deal, DealCommand.DISPUTE, actor)
        events += _told(DealDisputed, deal, reason=why)
    return deal


@whole_command
async def decide(
    officer_id: int, deal_id: int, *, for_buyer: bool, reason: str, clock: Clock
) -> Deal:
    """Decide a dispute: the buyer has his money back, or the deal stands (officers of the haat).

    It takes two: the first one's word waits until a second one says the same.

    Raises:
        NotFound: There is no such deal, or the person is no officer of its haat.
        NotAllowed: The officer has a part in it.
        StaleState: It is not disputed.
        SecondOfficerNeeded: The same officer said so before.
        ReasonTooShort, BadInput: The reason is at fault.
    """
    why = reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        deal, listing = await deal_keeping.locked(deal_id)
        haat = await need_officer(officer_id, listing.haat_id)
        parties = (deal.buyer_id, deal.seller_id)
        if officer_id in parties:
            raise NotAllowed
        if deal.state is not DealState.DISPUTED:
            raise StaleState(current=deal.state, allowed=[DealState.DISPUTED])
        now = await clock()
        forced = Forced(
            kind=ForcedActKind.DECIDE_DEAL,
            subject_id=deal.id,
            choice="BUYER" if for_buyer else "SELLER",
            place_id=haat.place_id,
            concerns=parties,
        )
        word = await seconding.speak(officer_id, forced, reason=why, now=now)
        events += word.events
        if not word.is_agreed:
            return deal
        if for_buyer:
            await deal_keeping.step(deal, DealCommand.REFUND, Actor.OFFICER)
            events += _told(DealRefunded, deal)
            events += await _give_all_back(deal, listing, DECIDED, now)
        else:
            events += await _complete(deal, Actor.OFFICER)
    return deal


async def _of_buyer(buyer_id: int, deal_id: int) -> tuple[Deal, Listing]:
    await access.acting(buyer_id)
    deal, listing = await deal_keeping.locked(deal_id)
    if deal.buyer_id != buyer_id:
        raise NotFound
    return deal, listing


async def _complete(deal: Deal, actor: Actor) -> list[Event]:
    await deal_keeping.step(deal, DealCommand.COMPLETE, actor)
    intent = await collecting.covered_intent(deal)
    for promise in await collecting.promises(collecting.ref_of(deal)):
        await ledger.capture(promise, ref=collecting.ref_of(deal))
    await paying.step(intent, IntentCommand.CLOSE, HOUSE)
    return _told(DealCompleted, deal)


async def _give_all_back(deal: Deal, listing: Listing, reason: str, now: datetime) -> list[Event]:
    """Give back all that was paid; an animal that was not handed over is its seller's again."""
    intent = await collecting.covered_intent(deal)
    for promise in await collecting.promises(collecting.ref_of(deal)):
        await ledger.release(promise, ref=collecting.ref_of(deal))
    await paying.step(intent, IntentCommand.VOID, HOUSE)
    # What a lighter animal left over went back at the handover.
    events = await refunding.give_back_of(
        intent,
        Paisa(deal.amount_paisa + deal.hasil_paisa - deal.deposit_paisa),
        source=chart.AccountName(intent.payee),
        reason=reason,
        now=now,
    )
    events += await depositing.give_back_used(deal, listing, reason=reason, now=now)
    if deal.handed_over_at is None:
        animal = await animal_keeping.locked(deal.animal_id)
        await animal_keeping.step(animal, AnimalCommand.TAKE_BACK, Actor.HOUSE, sold_at=None)
        await Listing.filter(id=listing.id).update(
            state=ListingState.ENDED, version=listing.version + 1
        )
    return events


def _told(kind: type, deal: Deal, **more: object) -> list[Event]:
    """Tell both, each on his own stream."""
    return [
        kind(
            account_id=person,
            deal_id=deal.id,
            animal_id=deal.animal_id,
            buying=person == deal.buyer_id,
            **more,
        )
        for person in (deal.buyer_id, deal.seller_id)
    ]
