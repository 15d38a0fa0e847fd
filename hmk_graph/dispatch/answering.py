"""A driver takes an offer or leaves it; of many who take it at once, the database chooses one."""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph.clock import Clock
from hmk_graph.dispatch import assigning, offering, parties, trip_keeping
from hmk_graph.dispatch.errors import DriverBusy, OfferGone
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Driver, Offer, OfferState, Trip, TripState
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command

ONE_OF_A_DRIVER = "dispatch_trip_one_of_a_driver"


@whole_command
async def accept_offer(account_id: int, offer_id: int, *, clock: Clock) -> Trip:
    """Take an offered trip. The same driver may say so again; it changes nothing.

    Raises:
        NotFound: It was not offered to this person.
        OfferGone: It ran out, went to another, or the trip was called off or searched for anew.
        DriverBusy: The driver has a trip already, or is off work.
        NotADriver: No officer has verified the person, or it was taken back.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        driver, offer = await _offered(account_id, offer_id)
        trip = await trip_keeping.locked(offer.trip_id)
        await Driver.select_for_update(no_key=True).get(id=driver.id)
        await offer.refresh_from_db()
        if offer.state is OfferState.ACCEPTED and trip.driver_id == driver.id:
            return trip
        now = await clock()
        code = assigning.fresh_code(trip)
        try:
            won = await get_connection("default").execute_query_dict(
                _ACCEPT, [offer.id, driver.id, now, code]
            )
        except IntegrityError as error:
            if trip_keeping.violated(error) != ONE_OF_A_DRIVER:
                raise
            raise DriverBusy from error
        if not won:
            raise _gone(offer, trip, now)
        await trip.refresh_from_db()
        events += await assigning.told_of(trip, now)
    return trip


async def decline_offer(
    account_id: int,
    offer_id: int,
    *,
    reason: Reason | None = None,
    whereabouts: Whereabouts,
    clock: Clock,
) -> Offer:
    """Leave an offered trip to others; if nobody else thinks about it, the next are asked at once.

    Raises:
        NotFound: It was not offered to this person. OfferGone: It is no longer open.
        NotADriver: No officer has verified the person, or it was taken back.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    offer = await _decline(account_id, offer_id, reason, clock)
    await offering.search_at_once(offer.trip_id, whereabouts=whereabouts, clock=clock)
    return offer


@whole_command
async def _decline(account_id: int, offer_id: int, reason: Reason | None, clock: Clock) -> Offer:
    async with transaction(actor_id=account_id) as events:
        _, offer = await _offered(account_id, offer_id)
        trip = await trip_keeping.locked(offer.trip_id)
        now = await clock()
        declined = await Offer.filter(
            id=offer.id, state=OfferState.SENT, expires_at__gt=now
        ).update(state=OfferState.DECLINED, answered_at=now, reason=reason.value if reason else "")
        await offer.refresh_from_db()
        if not declined and offer.state is not OfferState.DECLINED:
            raise _gone(offer, trip, now)
        if declined:
            row = {"id": offer.id, "driver_id": offer.driver_id}
            events += trip_keeping.ended_offers([row], trip.id, OfferState.DECLINED)
    return offer


async def _offered(account_id: int, offer_id: int) -> tuple[Driver, Offer]:
    driver = await parties.verified_driver(account_id)
    offer = await Offer.get_or_none(id=offer_id, driver_id=driver.id)
    if offer is None:
        raise NotFound
    return driver, offer


def _gone(offer: Offer, trip: Trip, now: datetime) -> OfferGone | DriverBusy:
    if offer.state is not OfferState.SENT:
        return OfferGone(state=offer.state.value)
    if offer.expires_at <= now:
        return OfferGone(state=OfferState.EXPIRED.value)
    searching = trip.state in (TripState.SEARCHING, TripState.ESCALATED)
    if searching and trip.attempt == offer.attempt:
        return DriverBusy()  # all else holds: the driver is off work, or out with another vehicle
    return OfferGone(state=OfferState.WITHDRAWN.value)


# One statement: trip searched for, offer open and in time, attempt the same, driver at work. The
# trip's row is locked before, so its state cannot change between the reading and the writing.
_ACCEPT = """
WITH won AS (
    UPDATE dispatch_offer o SET state = 'ACCEPTED', answered_at = $3
    FROM dispatch_trip t, dispatch_driver d
    WHERE o.id = $1 AND o.driver_id = $2 AND o.state = 'SENT' AND o.expires_at > $3
      AND t.id = o.trip_id AND t.state IN ('SEARCHING', 'ESCALATED') AND t.attempt = o.attempt
      AND d.id = o.driver_id AND d.vehicle_id = o.vehicle_id AND d.state = 'VERIFIED'
    RETURNING o.trip_id, o.driver_id, o.vehicle_id
)
UPDATE dispatch_trip t
SET state = 'ASSIGNED', version = t.version + 1, driver_id = won.driver_id,
    vehicle_id = won.vehicle_id, tracking = 'GPS', start_code = $4, code_tries = 0,
    assigned_at = $3, heard_at = $3, asked_at = NULL
FROM won WHERE t.id = won.trip_id AND t.state IN ('SEARCHING', 'ESCALATED')
RETURNING t.id
"""
