"""From the request to the gift: rings, consent, units, rest, and many at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date, timedelta

import pytest

from hmk_graph.blood import enlisting, giving, inviting, keeping, queries, requesting
from hmk_graph.blood.enlisting import Profile
from hmk_graph.blood.errors import (
    RequestOver,
    StillResting,
    UnfitToGive,
)
from hmk_graph.blood.models import BloodGroup, BloodRequest, DonationOffer, Donor, OfferState
from hmk_graph.clock import database_clock
from hmk_graph.deadlines import Deadline
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import after
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.places.models import Place
from hmk_graph.reactions import DEADLINES, REACTIONS, ask_other_donors
from tests import factories
from tests.blood.givers import TOMORROW, donor, heard, need, ring, willing
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")
G = BloodGroup
MINUTES = timedelta(minutes=1)


async def test_a_request_asks_the_very_group_first_then_the_compatible_and_o_negative_last():
    o_neg, o_pos = await donor(G.O_NEG), await donor(G.O_POS)
    exact = await donor(G.B_POS)
    await donor(G.A_POS)

    asked = await ring(await need(G.B_POS))

    assert [offer.donor_id for offer in asked] == [exact.id, o_pos.id, o_neg.id]
    assert [offer.exact for offer in asked] == [True, False, False]


async def test_of_one_group_the_nearest_are_asked_first():
    near = await factories.union()
    neighbors = await factories.union("kishoreganj-karimganj-gujadia")
    itna = await factories.union("kishoreganj-itna-badla")
    bhairab = await factories.union("kishoreganj-bhairab-shimulkandi")
    centers = {"karimganj": (24.46, 90.88), "itna": (24.53, 91.09), "bhairab": (24.05, 90.99)}
    for name, (lat, lng) in centers.items():
        await Place.filter(slug=f"kishoreganj-{name}").update(lat=lat, lng=lng)
    places = [bhairab, itna, neighbors, near]
    donors = {(await donor(place=place)).id: place.slug for place in places}

    asked = await ring(await need())

    assert [donors[offer.donor_id] for offer in asked] == [
        near.slug,
        neighbors.slug,
        itna.slug,
        bhairab.slug,
    ]


async def test_who_cannot_or_does_not_want_to_give_is_not_asked():
    requester = await factories.person()
    suspended = await factories.person(state="SUSPENDED")
    await donor(available=False)
    await donor(last_given_on=date(2026, 1, 21), eligible_on=date(2026, 5, 21))
    await donor(account=requester)
    await donor(account=suspended)
    await donor(born_on=date(1965, 5, 20))
    await donor(born_on=date(2008, 5, 21))
    await donor(weight_kg=44)
    await donor(G.A_POS)
    rested = await donor(last_given_on=date(2026, 1, 20), eligible_on=date(2026, 5, 20))

    asked = await ring(await need(by=requester))

    assert [offer.donor_id for offer in asked] == [rested.id]


async def test_ten_are_asked_and_after_ten_minutes_the_next_and_each_once():
    donors = {(await donor()).id for _ in range(12)}
    request = await need()

    first = await ring(request)
    second = await ring(request, NOON + 10 * MINUTES)
    third = await ring(request, NOON + 20 * MINUTES)
    fourth = await ring(request, NOON + 30 * MINUTES)

    assert [len(first), len(second), len(third), len(fourth)] == [10, 2, 0, 0]
    assert {offer.donor_id for offer in first + second} == donors
    events = [one.kind for one in await after(f"blood.request.{request.id}", 0)]
    assert events == [
        "blood.blood_requested",
        "blood.donors_invited",
        "blood.donors_invited",
        "blood.no_donor_left",
    ]
    assert await heard(request.requester_id) == ["your_request_moved:NO_DONOR_LEFT"]


async def test_the_next_ring_is_a_deadline_that_stands_from_the_request_on():
    request = await need()

    armed = {row.kind: row.due_at for row in await Deadline.filter(subject_id=request.id)}
    again = await DEADLINES[keeping.INVITE](request.id, at(NOON))

    assert armed == {keeping.INVITE: NOON, keeping.EXPIRE: TOMORROW}
    assert again == NOON + 10 * MINUTES
    assert await DEADLINES[keeping.INVITE](request.id, at(TOMORROW)) is None


async def test_two_workers_that_ask_one_ring_at_once_ask_nobody_twice():
    for _ in range(15):
        await donor()
    request = await need()

    await asyncio.gather(*(inviting.invite_next(request.id, at(NOON)) for _ in range(4)))

    asked = await DonationOffer.filter(request_id=request.id).values_list("donor_id", flat=True)
    assert len(asked) == len(set(asked)) == 15


async def test_blood_is_asked_for_offered_confirmed_and_given():
    giver = await donor()
    request = await need()
    [offer] = await willing(request)

    await giving.confirm(request.requester_id, offer.id, clock=at(NOON))
    partial = (await BloodRequest.get(id=request.id)).state
    await giving.record_donation(request.requester_id, offer.id, clock=at(NOON))

    ended = await BloodRequest.get(id=request.id)
    assert (partial, ended.state, ended.closed_at) == ("PARTIAL", "FULFILLED", NOON)
    after_gift = await Donor.get(id=giver.id)
    assert (after_gift.last_given_on, after_gift.eligible_on) == (
        date(2026, 5, 20),
        date(2026, 9, 17),
    )
    assert await heard(giver.account_id) == [
        "invited_to_give:",
        "your_donation_moved:CONFIRMED",
        "your_donation_moved:DONATED",
    ]
    assert await heard(request.requester_id) == [
        "your_request_moved:DONOR_WILLING",
        "your_request_moved:FULFILLED",
    ]


async def test_of_two_confirmed_for_the_last_unit_at_once_one_is():
    for _ in range(4):
        await donor()
    request = await need(units=2)
    offers = await willing(request)
    await giving.confirm(request.requester_id, offers[0].id, clock=database_clock_of(NOON))

    came = await asyncio.gather(
        *(
            giving.confirm(request.requester_id, offer.id, clock=database_clock_of(NOON))
            for offer in offers[1:]
        ),
        return_exceptions=True,
    )

    assert Counter(type(one).__name__ for one in came) == {"DonationOffer": 1, "UnitsTaken": 2}
    assert (await BloodRequest.get(id=request.id)).confirmed == 2
    assert await DonationOffer.filter(state=OfferState.CONFIRMED).count() == 2


def database_clock_of(moment):
    """Cost a trip to the database, so that others come between, and answer the test's time."""

    async def clock():
        await database_clock()
        return moment

    return clock


async def test_a_donor_who_is_wanted_by_two_at_once_is_promised_to_one():
    await donor()
    requests = [await need() for _ in range(2)]
    offers = [offer for request in requests for offer in await willing(request)]

    came = await asyncio.gather(
        *(
            giving.confirm(request.requester_id, offer.id, clock=at(NOON))
            for request, offer in zip(requests, offers, strict=True)
        ),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in came) == ["DonationOffer", "DonorPromised"]
    assert sorted([r.confirmed for r in await BloodRequest.all()]) == [0, 1]


async def test_a_gift_moves_the_next_date_for_all_requests_in_one_transaction():
    giver = await donor()
    first, second = await need(), await need()
    [mine] = await willing(first)
    [other] = await willing(second)
    await giving.confirm(first.requester_id, mine.id, clock=at(NOON))

    await giving.record_donation(first.requester_id, mine.id, clock=at(NOON))

    with pytest.raises(StillResting):
        await giving.confirm(second.requester_id, other.id, clock=at(NOON))
    assert await Deadline.exists(kind=keeping.REST, subject_id=giver.id)
    assert await DEADLINES[keeping.REST](giver.id, at(NOON)) is None
    assert (await DonationOffer.get(id=other.id)).state == "DEFERRED"
    assert await ring(await need()) == []


async def test_a_confirmed_donor_who_drops_out_frees_his_unit_and_others_are_asked():
    await donor()
    request = await need()
    [offer] = await willing(request)
    await giving.confirm(request.requester_id, offer.id, clock=at(NOON))
    late = await donor()

    await giving.withdraw(await account_of(offer), offer.id)

    stands = await BloodRequest.get(id=request.id)
    assert (stands.state, stands.confirmed) == ("OPEN", 0)
    assert REACTIONS["blood.donation_offer_moved"] is ask_other_donors
    [dropped] = [
        one
        for one in await after(f"blood.request.{request.id}", 0)
        if one.payload.get("offer_state") == "WITHDRAWN"
    ]
    await ask_other_donors(dropped, at(NOON))
    assert await DonationOffer.exists(request_id=request.id, donor_id=late.id)


async def account_of(offer: DonationOffer) -> int:
    return (await Donor.get(id=offer.donor_id)).account_id


async def test_whoever_is_no_longer_needed_is_told():
    takes, waits, unanswered = [await donor() for _ in range(3)]
    request = await need()
    offers = {offer.donor_id: offer for offer in await ring(request)}
    for one in (takes, waits):
        await giving.offer_to_give(one.account_id, offers[one.id].id, clock=at(NOON))
    await giving.confirm(request.requester_id, offers[takes.id].id, clock=at(NOON))

    await giving.record_donation(request.requester_id, offers[takes.id].id, clock=at(NOON))

    states = {o.donor_id: str(o.state) for o in await DonationOffer.all()}
    assert states == {takes.id: "DONATED", waits.id: "NOT_NEEDED", unanswered.id: "NOT_NEEDED"}
    for one in (waits, unanswered):
        assert (await heard(one.account_id))[-1] == "your_donation_moved:NOT_NEEDED"


async def test_what_ran_out_takes_no_yes_but_a_gift_at_the_bed_for_a_day():
    yes, late = await donor(), await donor()
    request = await need()
    offers = {offer.donor_id: offer for offer in await ring(request)}
    await giving.offer_to_give(yes.account_id, offers[yes.id].id, clock=at(NOON))
    await giving.confirm(request.requester_id, offers[yes.id].id, clock=at(NOON))

    with pytest.raises(RequestOver):
        await giving.offer_to_give(late.account_id, offers[late.id].id, clock=at(TOMORROW))
    early = await requesting.expire(request.id, at(TOMORROW - MINUTES))
    await requesting.expire(request.id, at(TOMORROW))
    await requesting.expire(request.id, at(TOMORROW))
    await giving.record_donation(request.requester_id, offers[yes.id].id, clock=at(TOMORROW))

    assert early == TOMORROW
    ended = await BloodRequest.get(id=request.id)
    assert (ended.state, ended.given) == ("EXPIRED", 1)


async def test_a_day_after_its_end_a_request_lets_its_confirmed_donors_go():
    await donor()
    request = await need()
    [offer] = await willing(request)
    await giving.confirm(request.requester_id, offer.id, clock=at(NOON))
    await requesting.expire(request.id, at(TOMORROW))
    day = timedelta(hours=24)

    again = await requesting.release_promised(request.id, at(TOMORROW + day - MINUTES))
    done = await requesting.release_promised(request.id, at(TOMORROW + day))

    assert (again, done) == (TOMORROW + day, None)
    assert (await DonationOffer.get(id=offer.id)).state == "NOT_NEEDED"


async def test_a_call_off_ends_everything_and_may_be_said_twice():
    await donor()
    request = await need()
    [offer] = await willing(request)

    for _ in range(2):
        await requesting.cancel(request.requester_id, request.id, clock=at(NOON))

    assert (await DonationOffer.get(id=offer.id)).state == "NOT_NEEDED"
    with pytest.raises(StaleState):
        await giving.confirm(request.requester_id, offer.id, clock=at(NOON))
    told = [one.kind for one in await after(f"blood.request.{request.id}", 0)]
    assert told.count("blood.blood_request_closed") == 1


async def test_strangers_and_those_who_said_no_find_nothing():
    no = await donor()
    request = await need()
    [offer] = await ring(request)
    stranger = await factories.person()

    await queries.visible_request(no.account_id, request.id)
    with pytest.raises(NotFound):
        # He has not said yes: the requester does not know of him.
        await giving.confirm(request.requester_id, offer.id, clock=at(NOON))
    await giving.decline(no.account_id, offer.id)

    for viewer in (stranger.id, no.account_id, None):
        with pytest.raises(NotFound):
            await queries.visible_request(viewer, request.id)
    for call in (
        giving.offer_to_give(stranger.id, offer.id, clock=at(NOON)),
        giving.decline(stranger.id, offer.id),
        giving.withdraw(stranger.id, offer.id),
        giving.record_donation(stranger.id, offer.id, clock=at(NOON)),
        giving.defer(stranger.id, offer.id, "জ্বর"),
        requesting.cancel(stranger.id, request.id, clock=at(NOON)),
    ):
        with pytest.raises(NotFound):
            await call


async def test_a_request_is_made_once_for_its_key_and_three_are_open_at_most():
    person = await factories.person()
    first = await need(by=person, key="1")

    assert (await need(by=person, key="1")).id == first.id
    with pytest.raises(IdempotencyConflict):
        await need(G.A_POS, by=person, key="1")
    came = await asyncio.gather(
        *(need(by=person, key=str(key)) for key in range(2, 7)), return_exceptions=True
    )
    kinds = Counter(type(one).__name__ for one in came)
    assert kinds == {"BloodRequest": 2, "OpenRequestLimit": 3}


async def test_a_profile_counts_what_was_given_here_and_elsewhere():
    person, place = await factories.person(), await factories.union()
    said = {"group": G.A_NEG, "place_id": place.id, "born_on": date(1990, 1, 1), "weight_kg": 55}

    first = await enlisting.enlist(person.id, Profile(**said), clock=at(NOON))
    later = await enlisting.enlist(
        person.id, Profile(**said, last_given_on=date(2026, 4, 1)), clock=at(NOON)
    )
    off = await enlisting.set_available(person.id, available=False)

    assert (first.eligible_on, first.available) == (None, True)
    assert (later.id, later.eligible_on) == (first.id, date(2026, 7, 30))
    assert not off.available
    for unfit in ({"weight_kg": 44}, {"born_on": date(2008, 5, 21)}):
        with pytest.raises(UnfitToGive):
            await enlisting.enlist(person.id, Profile(**{**said, **unfit}), clock=at(NOON))


async def test_two_first_profiles_at_once_are_one():
    person, place = await factories.person(), await factories.union()
    profile = Profile(group=G.A_NEG, place_id=place.id, born_on=date(1990, 1, 1), weight_kg=55)

    await asyncio.gather(*(enlisting.enlist(person.id, profile, clock=at(NOON)) for _ in range(5)))

    assert await Donor.all().count() == 1


async def test_a_donor_promised_elsewhere_is_not_asked_again():
    await donor()
    first = await need()
    [offer] = await willing(first)
    await giving.confirm(first.requester_id, offer.id, clock=at(NOON))

    assert await ring(await need()) == []


def test_nothing_about_blood_has_a_price():
    """Buying or selling blood is forbidden (domain.md C.5)."""
    columns = {
        name for model in (Donor, BloodRequest, DonationOffer) for name in model._meta.fields_map
    }

    assert [name for name in columns if "paisa" in name or "price" in name] == []
