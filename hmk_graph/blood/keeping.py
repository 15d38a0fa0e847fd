"""The rows of blood: who may touch them, in which order they are locked, and who is told.

A request comes before its donors, a donor before his offer (rules.md C2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hmk_graph.accounts import access
from hmk_graph.blood import rules
from hmk_graph.blood.errors import RequestOver
from hmk_graph.blood.events import (
    BloodRequestClosed,
    DonationOfferMoved,
    YourDonationMoved,
    YourRequestMoved,
)
from hmk_graph.blood.machines import (
    LIVE,
    OFFER,
    REQUEST,
    RUNNING,
    Actor,
    OfferCommand,
    RequestCommand,
)
from hmk_graph.blood.models import BloodRequest, DonationOffer, Donor, OfferState, RequestState
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event
from hmk_graph.stepping import step

INVITE = "blood.invite_donors"
EXPIRE = "blood.expire_request"
RELEASE = "blood.release_promised"
REST = "blood.rest_donor"


@dataclass(frozen=True, kw_only=True)
class Table:
    """A request, one of its donors and the offer between them, locked in this order."""

    request: BloodRequest
    donor: Donor
    offer: DonationOffer


async def locked(request_id: int) -> BloodRequest:
    """Lock a request until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    request = await BloodRequest.select_for_update(no_key=True).get_or_none(id=request_id)
    if request is None:
        raise NotFound
    return request


async def locked_own(person_id: int, request_id: int) -> BloodRequest:
    """Lock a person's own request.

    Raises:
        NotFound: There is none, or it is another's.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(person_id)
    request = await locked(request_id)
    if request.requester_id != person_id:
        raise NotFound
    return request


async def seated(person_id: int, offer_id: int, actor: Actor) -> Table:
    """Lock an offer with its request and donor, for its donor or for its requester.

    Raises:
        NotFound: There is no such offer, or the person is not the one; an invitation that was not
            answered with yes is none of the requester's business either.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(person_id)
    found = await DonationOffer.get_or_none(id=offer_id)
    if found is None:
        raise NotFound
    table = await table_of(found)
    side = table.request.requester_id if actor is Actor.REQUESTER else table.donor.account_id
    unseen = actor is Actor.REQUESTER and table.offer.answered_at is None
    if side != person_id or unseen:
        raise NotFound
    return table


async def table_of(found: DonationOffer) -> Table:
    """Lock an offer that was found, after its request and its donor."""
    request = await locked(found.request_id)
    donor = await Donor.select_for_update(no_key=True).get(id=found.donor_id)
    offer = await DonationOffer.select_for_update(no_key=True).get(id=found.id)
    return Table(request=request, donor=donor, offer=offer)


def need_running(request: BloodRequest, now: datetime) -> None:
    """Refuse a step on a request that is over, also one whose end no worker has seen yet.

    Raises:
        StaleState: It is closed. RequestOver: Its time is over.
    """
    if request.state not in RUNNING:
        raise StaleState(current=str(request.state), allowed=[str(state) for state in RUNNING])
    if now >= request.needed_by:
        raise RequestOver


async def move_request(
    request: BloodRequest, command: RequestCommand, actor: Actor, **changes: Any
) -> None:
    """Take one step of a locked request. `Any`: the changes have the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await step(request, REQUEST, command, actor, **changes)


async def move_offer(
    offer: DonationOffer, command: OfferCommand, actor: Actor, **changes: Any
) -> None:
    """Take one step of a locked offer. `Any`: the changes have the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await step(offer, OFFER, command, actor, **changes)


async def drop_out(table: Table, command: OfferCommand, actor: Actor, **changes: Any) -> None:
    """Take a donor out of a request; if he was confirmed, his unit is free again.

    `Any`: the changes have the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    was_confirmed = table.offer.state is OfferState.CONFIRMED
    await move_offer(table.offer, command, actor, **changes)
    if was_confirmed and table.request.state in RUNNING:
        left = table.request.confirmed - 1
        follows = RequestCommand.DROP if left else RequestCommand.REOPEN
        await move_request(table.request, follows, Actor.HOUSE, confirmed=left)


async def close(
    request: BloodRequest, command: RequestCommand, actor: Actor, now: datetime
) -> list[Event]:
    """End a locked request; whoever was asked and has not given is no longer needed.

    When a request runs out the confirmed stay so for a day: who is at the bed gives all the same.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await move_request(request, command, actor, closed_at=now)
    events: list[Event] = [
        BloodRequestClosed(**facts(request)),
        for_requester(request, str(request.state)),
    ]
    kept = {OfferState.CONFIRMED} if request.state is RequestState.EXPIRED else set()
    return [*events, *await release_rest(request, set(LIVE) - kept, Actor.HOUSE)]


async def release_rest(request: BloodRequest, states: set[OfferState], actor: Actor) -> list[Event]:
    """Let those go who are no longer needed, and tell those who had said yes."""
    rows = (
        await DonationOffer.filter(request_id=request.id, state__in=list(states))
        .order_by("donor_id")
        .select_for_update(no_key=True)
    )
    accounts = dict(
        await Donor.filter(id__in=[row.donor_id for row in rows]).values_list("id", "account_id")
    )
    events: list[Event] = []
    for offer in rows:
        await move_offer(offer, OfferCommand.RELEASE, actor)
        events.append(for_donor(offer, accounts[offer.donor_id]))
    return events


def facts(request: BloodRequest) -> dict[str, Any]:
    """Return what every event of a request says."""
    return {
        "request_id": request.id,
        "state": request.state.value,
        "units": request.units,
        "confirmed": request.confirmed,
        "given": request.given,
    }


def moved(table: Table) -> Event:
    """Return the event of an offer that moved, on the request's stream."""
    return DonationOfferMoved(
        **facts(table.request),
        donation_offer_id=table.offer.id,
        offer_state=table.offer.state.value,
    )


def for_donor(offer: DonationOffer, account_id: int) -> Event:
    """Return what a donor hears of an offer that another moved."""
    return YourDonationMoved(
        account_id=account_id,
        request_id=offer.request_id,
        donation_offer_id=offer.id,
        offer_state=offer.state.value,
    )


def for_requester(request: BloodRequest, what: str) -> Event:
    """Return what a requester hears on his own stream."""
    return YourRequestMoved(
        account_id=request.requester_id,
        request_id=request.id,
        state=request.state.value,
        what=what,
    )


def full(request: BloodRequest) -> bool:
    """Say whether as many donors are confirmed as units were asked for."""
    return request.confirmed >= request.units


def later(now: datetime) -> datetime:
    """Return when the next ring is asked."""
    return now + rules.GIVING.ring_wait
