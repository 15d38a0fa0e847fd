"""A paid animal changes hands: by the buyer's code, the animal's tag and the scale.

The seller enters the code that only the buyer is shown, reads the tag and weighs. Then the animal
is the buyer's, with its way written down by ICAR's names, and the money stays held for the time in
which the buyer may object. Unless he does, it becomes the seller's.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import animal_keeping, collecting, deal_keeping, depositing, receipting
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import AnimalIdentifier
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.machines import Actor, AnimalCommand, DealCommand
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState
from hmk_graph.haat.selling_errors import HandoverCodeWrong, TagDoesNotMatch
from hmk_graph.haat.selling_events import DealCompleted, DealDisputed, DealHandedOver, DealRefunded
from hmk_graph.haat.wording import paragraph
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.machines import HOUSE, IntentCommand
from hmk_graph.payments.paying_models import Intent, IntentState

COMPLETE_DEAL = "haat.complete_deal"
# AuctionsPlus gives 48 hours for a claim after arrival (domain.md B.8).
OBJECT_WITHIN = timedelta(hours=48)
MOST_TRIES = 5
LARGEST_GRAMS = 2_000_000
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
        BadInput: The weight is none.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if not 0 < grams <= LARGEST_GRAMS:
        raise BadInput("grams", why_bn="ওজন ঠিক নেই।", why_en="no animal weighs that.")
    deal, left = await _try(seller_id, deal_id, code=code, tag=tag, grams=grams, clock=clock)
    if left is not None:
        raise HandoverCodeWrong(left=left)
    return deal


@whole_command
async def _try(
    seller_id: int, deal_id: int, *, code: str, tag: str, grams: int, clock: Clock
) -> tuple[Deal, int | None]:
    """Hand over, or count a wrong code; that has to be written, so it is no refusal here."""
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        deal, listing = await deal_keeping.locked(deal_id)
        if deal.seller_id != seller_id:
            raise NotFound
        now = await clock()
        if deal.state is DealState.PAID:
            if deal.code_tries >= MOST_TRIES:
                return deal, 0
            if not hmac.compare_digest((deal.handover_code or "").encode(), code.encode()):
                await Deal.filter(id=deal.id).update(code_tries=deal.code_tries + 1)
                return deal, MOST_TRIES - deal.code_tries - 1
            if not await AnimalIdentifier.exists(animal_id=deal.animal_id, value=tag.strip()):
                raise TagDoesNotMatch
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
        await receipting.write(deal, listing, tag=tag.strip(), grams=grams, now=now)
        await deadlines.arm(COMPLETE_DEAL, deal.id, now + OBJECT_WITHIN)
        events += _told(DealHandedOver, deal, complete_by=now + OBJECT_WITHIN)
    return deal, None


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
        deal = await _of_buyer(buyer_id, deal_id)
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
async def decide(officer_id: int, deal_id: int, *, for_buyer: bool, clock: Clock) -> Deal:
    """Decide a dispute: the buyer has his money back, or the deal stands (an officer of the haat).

    Raises:
        NotFound: There is no such deal, or the person is no officer of its haat.
        NotAllowed: The officer has a part in it.
        StaleState: It is not disputed.
    """
    async with transaction(actor_id=officer_id) as events:
        deal, listing = await deal_keeping.locked(deal_id)
        await need_officer(officer_id, listing.haat_id)
        if officer_id in (deal.buyer_id, deal.seller_id):
            raise NotAllowed
        now = await clock()
        if for_buyer:
            events += await _refund(deal, listing, now)
        else:
            events += await _complete(deal, Actor.OFFICER)
    return deal


async def _of_buyer(buyer_id: int, deal_id: int) -> Deal:
    await access.acting(buyer_id)
    deal, _ = await deal_keeping.locked(deal_id)
    if deal.buyer_id != buyer_id:
        raise NotFound
    return deal


async def _complete(deal: Deal, actor: Actor) -> list[Event]:
    await deal_keeping.step(deal, DealCommand.COMPLETE, actor)
    intent = await _intent(deal)
    if intent is not None:
        for kind in collecting.SHARES:
            promise = await ledger.pending(kind, str(deal.id))
            if promise is not None:
                await ledger.capture(promise, ref=str(deal.id))
        await paying.step(intent, IntentCommand.CLOSE, HOUSE)
    return _told(DealCompleted, deal)


async def _refund(deal: Deal, listing: Listing, now: datetime) -> list[Event]:
    """Give all of it back; an animal that was not handed over is its seller's again."""
    await deal_keeping.step(deal, DealCommand.REFUND, Actor.OFFICER)
    events = _told(DealRefunded, deal)
    intent = await _intent(deal)
    if intent is not None:
        for kind in collecting.SHARES:
            promise = await ledger.pending(kind, str(deal.id))
            if promise is not None:
                await ledger.release(promise, ref=str(deal.id))
        await paying.step(intent, IntentCommand.VOID, HOUSE)
        events += await refunding.give_back_of(
            intent,
            Paisa(intent.captured_paisa),
            source=chart.AccountName(intent.payee),
            reason=DECIDED,
            now=now,
        )
        events += await depositing.give_back_used(deal, listing, reason=DECIDED, now=now)
    if deal.handed_over_at is None:
        animal = await animal_keeping.locked(deal.animal_id)
        await animal_keeping.step(animal, AnimalCommand.TAKE_BACK, Actor.HOUSE, sold_at=None)
        await Listing.filter(id=listing.id).update(
            state=ListingState.ENDED, version=listing.version + 1
        )
    return events


async def _intent(deal: Deal) -> Intent | None:
    found = await Intent.filter(
        purpose=collecting.PURPOSE, subject_id=deal.id, state=IntentState.COVERED
    ).first()
    return None if found is None else await paying.locked(found.id)


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
