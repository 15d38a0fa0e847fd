"""Providers and what they offer: applying, deciding, prices, growing stale, being found."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.errors import (
    ApplicationIncomplete,
    NotOnOneself,
    SecondOfficerNeeded,
    StillOwing,
)
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.money import taka
from hmk_graph.places.models import PlaceKind
from hmk_graph.services import (
    approving,
    categories,
    leaving,
    offering,
    pricing,
    providing,
    queries,
    switching,
)
from hmk_graph.services.booking_models import Booking
from hmk_graph.services.categories import NewCategory
from hmk_graph.services.errors import AwayTooLong, SlugTaken
from hmk_graph.services.machines import ProviderCommand
from hmk_graph.services.models import (
    Category,
    CategoryKind,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    Signal,
    Way,
)
from hmk_graph.services.queries import Wanted
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import key

pytestmark = pytest.mark.usefixtures("db")

DAY = timedelta(days=1)


async def applied(**columns: Any) -> tuple[Provider, Service]:
    """Have somebody apply with a priced draft."""
    desk = await desks.provider(state=ProviderState.DRAFT, **columns)
    service = await desks.service(desk, state=ServiceState.DRAFT, verified_at=None)
    await desks.option(service)
    return desk, service


async def found(at_time: Any = NOON, **wanted: Any) -> list[int]:
    rows = await queries.on_offer(Wanted(**wanted), at=at_time)
    return [row.id for row in await rows.order_by("from_paisa", "id")]


async def test_the_nineteen_categories_are_loaded_once_and_again_without_change():
    await categories.load()
    before = await Category.all().order_by("id").values()

    await categories.load()

    assert await Category.all().order_by("id").values() == before
    assert len([row for row in before if row["parent_id"] is None]) == 19
    assert {row["slug"] for row in before if row["payment_forbidden"]} == {"blood-donor"}


async def test_an_administrator_adds_a_category_without_code_and_nobody_else_does():
    await desks.category()
    new = NewCategory(
        slug="tailor",
        name_bn="দর্জি",
        name_en="Tailor",
        kind=CategoryKind.ON_DEMAND_VISIT,
        ways=[Way.BOOKING],
        units=["item"],
    )
    administrator, citizen = await factories.administrator(), await factories.person()
    rest = {"category_id": None, "parent_id": None}

    with pytest.raises(NotAllowed):
        await categories.save_category(citizen.id, new, **rest, idempotency_key=key())
    added = await categories.save_category(administrator.id, new, **rest, idempotency_key="k")
    again = await categories.save_category(administrator.id, new, **rest, idempotency_key="k")
    with pytest.raises(SlugTaken):
        await categories.save_category(administrator.id, new, **rest, idempotency_key=key())
    await categories.load()

    assert added.id == again.id
    assert (await Category.get(slug="tailor")).name_bn == "দর্জি"
    offered = await desks.option(await desks.service(slug="tailor"))
    assert await found(category_id=added.id) == [offered.service_id]


async def test_verifying_a_provider_shows_what_came_with_the_application():
    desk, service = await applied()
    officer = await factories.officer()
    await providing.submit(desk.account_id, clock=at(NOON))
    assert await found() == []

    await approving.decide(officer.id, desk.id, ProviderCommand.VERIFY, clock=at(NOON))

    assert await found() == [service.id]
    kinds = [one.kind for one in await event_log.after(f"services.provider.{desk.id}", 0)]
    assert kinds == [
        "services.provider_decided",
        "services.service_moved",
        "services.availability_changed",
    ]


async def test_an_application_without_words_hours_and_a_price_is_not_handed_in():
    desk = await desks.provider(state=ProviderState.DRAFT, about="", hours=[[]] * 7)
    await desks.service(desk, state=ServiceState.DRAFT, verified_at=None)

    with pytest.raises(ApplicationIncomplete) as refused:
        await providing.submit(desk.account_id, clock=at(NOON))

    assert refused.value.missing == ["about", "hours", "services"]


async def test_officers_elsewhere_do_not_know_of_it_and_nobody_decides_about_himself():
    officer = await factories.officer()
    foreign = await factories.officer(await factories.upazila("kishoreganj-itna"))
    desk, _ = await applied(account=officer)
    await providing.submit(officer.id, clock=at(NOON))

    for who, refusal in ((foreign, NotFound), (officer, NotOnOneself)):
        with pytest.raises(refusal):
            await approving.decide(who.id, desk.id, ProviderCommand.VERIFY, clock=at(NOON))

    await desk.refresh_from_db()
    assert desk.state is ProviderState.SUBMITTED


async def test_a_suspended_provider_is_neither_found_nor_free_and_what_is_booked_stays():
    desk, option = await desks.shop()
    booking = await desks.requested(option)
    officer = await factories.officer()

    await approving.decide(
        officer.id, desk.id, ProviderCommand.SUSPEND, reason="অভিযোগ এসেছে অনেক", clock=at(NOON)
    )

    await booking.refresh_from_db()
    assert await found() == []
    assert booking.state == "REQUESTED"
    with pytest.raises(StaleState):
        await switching.switch(desk.account_id, Signal.FREE, None, clock=at(NOON))


async def test_the_word_of_one_who_is_no_officer_any_more_ends_nobody():
    desk, _ = await desks.shop()
    gone, second, third = [await factories.officer() for _ in range(3)]
    end = {"reason": "ভুয়া কাগজ দেখিয়েছেন", "clock": at(NOON)}
    await approving.decide(gone.id, desk.id, ProviderCommand.TERMINATE, **end)
    await Account.filter(id=gone.id).update(state=AccountState.SUSPENDED)

    still = await approving.decide(second.id, desk.id, ProviderCommand.TERMINATE, **end)
    assert (still.state, still.ending_asked_by_id) == (ProviderState.VERIFIED, second.id)
    ended = await approving.decide(third.id, desk.id, ProviderCommand.TERMINATE, **end)

    assert (ended.state, ended.decided_by_id) == (ProviderState.TERMINATED, second.id)


async def test_an_end_for_good_takes_two_officers_and_waits_for_what_is_booked():
    desk, option = await desks.shop()
    booking = await desks.requested(option)
    first, second = await factories.officer(), await factories.officer()
    end = {"reason": "ভুয়া কাগজ দেখিয়েছেন", "clock": at(NOON)}

    with pytest.raises(StillOwing):
        await approving.decide(first.id, desk.id, ProviderCommand.TERMINATE, **end)
    booking.state = "DECLINED"
    await booking.save(update_fields=["state"])
    await approving.decide(first.id, desk.id, ProviderCommand.TERMINATE, **end)
    with pytest.raises(SecondOfficerNeeded):
        await approving.decide(first.id, desk.id, ProviderCommand.TERMINATE, **end)
    ended = await approving.decide(second.id, desk.id, ProviderCommand.TERMINATE, **end)

    assert (ended.state, ended.decided_by_id) == (ProviderState.TERMINATED, first.id)
    assert await Service.filter(state=ServiceState.RETIRED).count() == 1


async def test_the_last_price_of_a_shown_service_stays_and_units_are_the_categorys():
    desk, option = await desks.shop()
    new = pricing.NewOption(label_bn="মাস", unit="month", minutes=60, amount=taka(5))

    with pytest.raises(BadInput):
        await pricing.retire_option(desk.account_id, option.id, clock=at(NOON))
    with pytest.raises(BadInput):
        await pricing.add_option(
            desk.account_id, option.service_id, new, idempotency_key=key(), clock=at(NOON)
        )


async def test_a_service_is_asked_for_after_sixty_days_hidden_after_ninety_and_back_by_one_tap():
    desk, option = await desks.shop()
    number = option.service_id

    assert await offering.grow_stale(number, at(NOON + 59 * DAY)) == NOON + 60 * DAY
    assert await offering.grow_stale(number, at(NOON + 60 * DAY)) == NOON + 90 * DAY
    assert await found(NOON + 60 * DAY) == [number]
    assert await offering.grow_stale(number, at(NOON + 89 * DAY)) == NOON + 90 * DAY
    assert await offering.grow_stale(number, at(NOON + 90 * DAY)) is None
    assert await found(NOON + 90 * DAY) == []
    await offering.confirm(desk.account_id, number, clock=at(NOON + 91 * DAY))

    kinds = [one.kind for one in await event_log.after(f"services.provider.{desk.id}", 0)]
    assert kinds.count("services.service_asked") == 1
    assert await found(NOON + 91 * DAY) == [number]


async def test_a_licence_that_runs_out_sends_the_service_to_the_officers():
    desk = await desks.provider()
    until = NOON.date() + 3 * DAY
    service = await desks.service(desk, slug="doctor", licence_no="১২", licence_until=until)

    again = await offering.licence_ends(service.id, at(NOON))
    assert again is not None
    await offering.licence_ends(service.id, at(again))

    await service.refresh_from_db()
    assert service.state is ServiceState.PENDING_REVIEW


async def test_another_category_sends_a_shown_service_back_and_another_title_does_not():
    desk, option = await desks.shop()
    offer = offering.Offer(category_id=(await desks.category()).id, title_bn="নতুন নাম")

    same = await offering.change(desk.account_id, option.service_id, offer, clock=at(NOON))
    assert same.state is ServiceState.ACTIVE
    other = offering.Offer(category_id=(await desks.category("cleaner")).id, title_bn="নতুন নাম")
    moved = await offering.change(desk.account_id, option.service_id, other, clock=at(NOON))

    assert moved.state is ServiceState.PENDING_REVIEW


async def test_what_is_booked_stays_known_to_its_citizen_while_officers_look_at_it_anew():
    desk, option = await desks.shop()
    booking = await desks.requested(option)
    other = offering.Offer(category_id=(await desks.category("cleaner")).id, title_bn="ধোয়ামোছা")
    await offering.change(desk.account_id, option.service_id, other, clock=at(NOON))

    [hidden] = await queries.visible_services(booking.citizen_id, [option.service_id])
    [booked] = await queries.booked_services([option.service_id])

    assert hidden is None
    assert booked is not None


async def test_a_place_finds_who_serves_it_something_in_it_or_all_around_it():
    union = await factories.union()
    other = await factories.union("kishoreganj-karimganj-jangalia")
    upazila = await factories.upazila()
    elsewhere = await factories.union("kishoreganj-itna-badla")
    here = (await desks.option()).service_id
    around = await desks.provider(place=other, served=[upazila.id], reach=list(upazila.path))
    wide = (await desks.option(await desks.service(around))).service_id

    assert await found(place_id=union.id) == [here, wide]
    assert await found(place_id=other.id) == [wide]
    assert await found(place_id=upazila.id) == [here, wide]
    assert await found(place_id=elsewhere.id) == []
    assert await found(place_id=10**9) == []


async def test_a_ward_finds_who_serves_it_and_who_serves_its_town():
    town = await factories.place(
        "kishoreganj-karimganj-municipality",
        PlaceKind.MUNICIPALITY,
        await factories.upazila(),
        "করিমগঞ্জ পৌরসভা",
        "Karimganj Municipality",
    )
    third, fourth = [
        await factories.place(f"{town.slug}-ward-{n}", PlaceKind.WARD, town, f"{n}", f"Ward {n}")
        for n in (3, 4)
    ]
    desk = await desks.provider(place=third)
    await providing.set_served(desk.account_id, [third.id])
    in_one = (await desks.option(await desks.service(desk))).service_id
    broad = await desks.provider(place=town)
    await providing.set_served(broad.account_id, [town.id])
    in_all = (await desks.option(await desks.service(broad))).service_id

    assert await found(place_id=third.id) == [in_one, in_all]
    assert await found(place_id=fourth.id) == [in_all]
    assert await found(place_id=town.id) == [in_one, in_all]


async def test_who_is_free_now_is_so_by_a_fresh_signal_and_without_work():
    desk, option = await desks.shop()
    drives = await desks.provider()
    driving = await desks.option(await desks.service(drives, slug="driver"))
    for one in (desk, drives):
        await switching.switch(one.account_id, Signal.FREE, None, clock=at(NOON))

    assert await found(NOON, free_now=True) == [option.service_id, driving.service_id]
    later = NOON + timedelta(minutes=10)
    assert await found(later, free_now=True) == [option.service_id]
    assert await found(NOON + DAY, free_now=True) == []


async def test_a_provider_who_is_away_is_not_found_until_he_is_back():
    desk, option = await desks.shop()
    await providing.go_away(desk.account_id, NOON, NOON + DAY, clock=at(NOON))

    assert await found(NOON) == []
    assert await found(NOON + DAY) == [option.service_id]


async def test_a_holiday_is_half_a_year_at_most_and_the_refusal_names_the_days():
    desk, _ = await desks.shop()

    with pytest.raises(AwayTooLong) as refused:
        await providing.go_away(
            desk.account_id, NOON, NOON + 180 * DAY + timedelta(minutes=1), clock=at(NOON)
        )
    with pytest.raises(BadInput):
        await providing.go_away(desk.account_id, NOON + DAY, NOON, clock=at(NOON))

    assert "১৮০ দিন" in refused.value.message_bn
    assert "180 days" in refused.value.message_en
    assert (await Provider.get(id=desk.id)).closed_to is None
    await providing.go_away(desk.account_id, NOON, NOON + 180 * DAY, clock=at(NOON))
    assert (await Provider.get(id=desk.id)).closed_to == NOON + 180 * DAY


async def test_whoever_has_left_offers_nothing_and_is_named_nowhere():
    desk, _ = await desks.shop()

    await leaving.forget(desk.account_id)
    await leaving.forget(desk.account_id)

    await desk.refresh_from_db()
    assert (desk.state, desk.name, desk.contact_phone) == (ProviderState.TERMINATED, "", "")
    assert await found() == []


async def test_what_a_citizen_who_has_left_had_said_is_wiped_and_his_bookings_stay():
    _, option = await desks.shop()
    citizen = await factories.person()
    booking = await desks.requested(option, citizen)
    await Booking.filter(id=booking.id).update(address="লাল গেট", note="দোতলায়")

    await leaving.forget(citizen.id)

    kept = await Booking.get(id=booking.id)
    assert (kept.address, kept.note, kept.citizen_id) == ("", "", citizen.id)
