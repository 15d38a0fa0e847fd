"""A donor says yes or no; the requester confirms him; blood is given, or somebody drops out.

The request's lock makes one line of it all: of two who are confirmed for the last unit at once the
second hears that it is taken.
"""

from __future__ import annotations

from datetime import datetime

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts.rules import text_of
from hmk_graph.blood import keeping, rules
from hmk_graph.blood.errors import DonorPromised, StillResting, UnitsTaken
from hmk_graph.blood.keeping import for_donor, for_requester, moved
from hmk_graph.blood.machines import RUNNING, Actor, OfferCommand, RequestCommand
from hmk_graph.blood.models import DonationOffer, Donor, OfferState
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.stepping import violated

ONE_PROMISE = "blood_offer_one_confirmed"
LONGEST_REASON = 300


@whole_command
async def offer_to_give(person_id: int, offer_id: int, *, clock: Clock) -> DonationOffer:
    """Say yes to an invitation; the requester sees the donor's group and area, not yet his phone.

    Raises:
        NotFound: There is no such invitation of the person's.
        StaleState: It is answered, or no longer needed. RequestOver: Its time is over.
        StillResting: The donor gave meanwhile.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, offer_id, Actor.DONOR)
        if table.offer.state is OfferState.WILLING:
            return table.offer
        now = await clock()
        keeping.need_running(table.request, now)
        _need_rested(table.donor, now)
        await keeping.move_offer(table.offer, OfferCommand.OFFER, Actor.DONOR, answered_at=now)
        events += [moved(table), for_requester(table.request, "DONOR_WILLING")]
    return table.offer


@whole_command
async def decline(person_id: int, offer_id: int) -> DonationOffer:
    """Say no to an invitation; nobody asks why, and the requester is not told who.

    Raises:
        NotFound, NotSignedIn, AccountSuspended: As for `offer_to_give`.
        StaleState: It was answered otherwise.
    """
    async with transaction(actor_id=person_id):
        table = await keeping.seated(person_id, offer_id, Actor.DONOR)
        if table.offer.state is not OfferState.DECLINED:
            await keeping.move_offer(table.offer, OfferCommand.DECLINE, Actor.DONOR)
    return table.offer


@whole_command
async def withdraw(person_id: int, offer_id: int) -> DonationOffer:
    """Drop out after a yes; phones are hidden at once; others are asked (a reaction).

    Raises:
        NotFound, NotSignedIn, AccountSuspended: As for `offer_to_give`.
        StaleState: There is nothing to drop out of.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, offer_id, Actor.DONOR)
        if table.offer.state is OfferState.WITHDRAWN:
            return table.offer
        await keeping.drop_out(table, OfferCommand.WITHDRAW, Actor.DONOR)
        events += [moved(table), for_requester(table.request, "DONOR_WITHDREW")]
    return table.offer


@whole_command
async def confirm(person_id: int, offer_id: int, *, clock: Clock) -> DonationOffer:
    """Take a willing donor for one unit: now both see each other's phone.

    Raises:
        NotFound: There is no such willing donor on a request of the person's.
        StaleState: He is no longer willing, or the request is over.
        RequestOver: Its time is over. UnitsTaken: Enough donors are confirmed.
        DonorPromised: He is confirmed for another patient. StillResting: He gave meanwhile.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, offer_id, Actor.REQUESTER)
        if table.offer.state is OfferState.CONFIRMED:
            return table.offer
        now = await clock()
        keeping.need_running(table.request, now)
        if keeping.full(table.request):
            raise UnitsTaken
        _need_rested(table.donor, now)
        try:
            await keeping.move_offer(
                table.offer, OfferCommand.CONFIRM, Actor.REQUESTER, confirmed_at=now
            )
        except IntegrityError as error:
            if violated(error) != ONE_PROMISE:
                raise
            raise DonorPromised from error
        await keeping.move_request(
            table.request,
            RequestCommand.CONFIRM,
            Actor.REQUESTER,
            confirmed=table.request.confirmed + 1,
        )
        events += [moved(table), for_donor(table.offer, table.donor.account_id)]
    return table.offer


@whole_command
async def record_donation(person_id: int, offer_id: int, *, clock: Clock) -> DonationOffer:
    """Write down that a confirmed donor gave today; his next date moves for all requests at once.

    Possible for a day after the request ran out: who was at the bed gave all the same. With the
    last unit the request is fulfilled.

    Raises:
        NotFound: There is no such donor on a request of the person's.
        StaleState: He is not confirmed.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, offer_id, Actor.REQUESTER)
        if table.offer.state is OfferState.DONATED:
            return table.offer
        now = await clock()
        today = rules.day_of(now)
        await keeping.move_offer(table.offer, OfferCommand.DONATE, Actor.REQUESTER, given_on=today)
        donor, request = table.donor, table.request
        donor.last_given_on, donor.eligible_on = today, rules.eligible_on(today)
        await donor.save(update_fields=["last_given_on", "eligible_on"])
        # One request at a time is locked (rules.md C2): the other offers follow as a job, and
        # until it runs nobody can be confirmed whose rest is not over.
        await deadlines.arm(keeping.REST, donor.id, now)
        request.given += 1
        await request.save(update_fields=["given"])
        events += [moved(table), for_donor(table.offer, donor.account_id)]
        if request.state in RUNNING and request.given >= request.units:
            events += await keeping.close(request, RequestCommand.FULFILL, Actor.HOUSE, now)
    return table.offer


@whole_command
async def defer(person_id: int, offer_id: int, reason: str) -> DonationOffer:
    """Write down that the hospital sent a donor away, and why; others are asked then.

    Raises:
        NotFound, NotSignedIn, AccountSuspended: As for `confirm`.
        StaleState: He is neither willing nor confirmed.
        BadInput: The reason is too long.
    """
    why = text_of(reason, "reason", longest=LONGEST_REASON)
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, offer_id, Actor.REQUESTER)
        if table.offer.state is OfferState.DEFERRED:
            return table.offer
        await keeping.drop_out(table, OfferCommand.DEFER, Actor.REQUESTER, reason=why)
        events += [moved(table), for_donor(table.offer, table.donor.account_id)]
    return table.offer


@whole_command
async def rest(donor_id: int, clock: Clock) -> datetime | None:
    """Take a donor who has given out of one other request; ask again while there is another."""
    async with transaction() as events:
        waiting = await (
            DonationOffer.filter(
                donor_id=donor_id,
                state__in=[OfferState.INVITED, OfferState.WILLING],
            )
            .order_by("id")
            .limit(2)
        )
        if not waiting:
            return None
        table = await keeping.table_of(waiting[0])
        now = await clock()
        if rules.is_rested(table.donor.eligible_on, rules.day_of(now)):
            return None
        if table.offer.state not in (OfferState.INVITED, OfferState.WILLING):
            return now  # it moved between the look and the lock
        await keeping.drop_out(table, OfferCommand.DEFER, Actor.HOUSE)
        events += [moved(table), for_donor(table.offer, table.donor.account_id)]
    return now if len(waiting) > 1 else None


def _need_rested(donor: Donor, now: datetime) -> None:
    if not rules.is_rested(donor.eligible_on, rules.day_of(now)):
        raise StillResting(donor.eligible_on)  # type: ignore[arg-type]  # None is always rested
