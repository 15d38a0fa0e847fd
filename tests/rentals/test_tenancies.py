"""From the visit to the last taka, with the money, the keys, and many at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date, timedelta

import pytest

from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, ledger, queries
from hmk_graph.payments.chart import AccountName
from hmk_graph.rentals import agreeing, billing, listing, possessing, settling, viewing
from hmk_graph.rentals.errors import (
    DeductionsTooHigh,
    DueSettled,
    KeysAlreadyMoved,
    KeysNotBack,
    NotForRent,
    NoticeTooShort,
    NotYetReturned,
    OfferOver,
    OwnUnit,
    ViewingLimit,
)
from hmk_graph.rentals.models import (
    Agreement,
    Deduction,
    MonthlyDue,
    Unit,
    UnitState,
    Viewing,
)
from hmk_graph.rentals.settling import Line
from tests import factories
from tests.factories import NOON, at
from tests.payments.tills import Till
from tests.rentals import lodgings
from tests.rentals.lodgings import ADVANCE, DAY, HOUR, RENT, SERVICE, TODAY, fire, kinds, pay

WHY = "দরজা আগেই ভাঙা ছিল বলে দেখা গেছে"
pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def till() -> Till:
    return Till()


async def free_of(name: AccountName) -> int:
    return (await ledger.balance(name)).free


async def state_of(flat_id: int) -> str:
    return str((await Unit.get(id=flat_id)).state)


async def test_a_listing_is_asked_for_hidden_and_shown_again_when_it_is_confirmed():
    flat = await lodgings.unit()
    asked = NOON + 23 * DAY

    again = await fire(listing.GROW_STALE, flat.id, NOON + DAY)
    until_hidden = await fire(listing.GROW_STALE, flat.id, asked)
    await fire(listing.GROW_STALE, flat.id, asked + HOUR)
    await fire(listing.GROW_STALE, flat.id, NOON + 30 * DAY)

    assert (again, until_hidden) == (asked, NOON + 30 * DAY)
    assert await state_of(flat.id) == "STALE"
    with pytest.raises(NotFound):
        await lodgings.seen(flat)
    later = NOON + 31 * DAY
    await listing.confirm(flat.owner_id, flat.id, clock=at(later))
    assert await state_of(flat.id) == "AVAILABLE"
    assert await fire(listing.GROW_STALE, flat.id, later) == later + 23 * DAY


async def test_a_visit_is_asked_for_once_confirmed_by_the_owner_and_passes():
    flat = await lodgings.unit()
    visitor = await factories.person()
    ask = {"starts_at": NOON + DAY, "note": "", "clock": at(NOON)}

    visit = await viewing.request_viewing(visitor.id, flat.id, idempotency_key="1", **ask)
    with pytest.raises(ViewingLimit):
        await viewing.request_viewing(visitor.id, flat.id, idempotency_key="2", **ask)
    with pytest.raises(OwnUnit):
        await viewing.request_viewing(flat.owner_id, flat.id, idempotency_key="3", **ask)
    with pytest.raises(NotAllowed):
        await viewing.confirm_viewing(visitor.id, visit.id, clock=at(NOON))
    with pytest.raises(NotFound):
        await viewing.confirm_viewing((await factories.person()).id, visit.id, clock=at(NOON))
    await viewing.confirm_viewing(flat.owner_id, visit.id, clock=at(NOON))
    still = await fire(viewing.PASS, visit.id, NOON + DAY)
    await fire(viewing.PASS, visit.id, NOON + DAY + 2 * HOUR)

    assert still == NOON + DAY + 2 * HOUR
    assert (await Viewing.get(id=visit.id)).state == "DONE"


async def test_the_advance_is_held_and_begins_the_tenancy_in_the_payments_transaction(till):
    flat = await lodgings.unit()
    made = await lodgings.accepted(flat)
    held = await state_of(flat.id)

    await pay(agreeing.ADVANCE, made.id, till)

    stands = await Agreement.get(id=made.id)
    assert (held, await state_of(flat.id), stands.state) == ("HELD", "LEASED", "ACTIVE")
    balance = await ledger.balance(chart.held_for(made.tenant_id))
    assert (balance.posted, balance.free) == (ADVANCE, 0)
    assert await free_of(chart.due_to_seller(made.landlord_id)) == 0
    assert await kinds(made.id) == [
        "agreement_moved:OFFERED",
        "agreement_moved:ADVANCE_DUE",
        "agreement_moved:ACTIVE",
    ]


async def test_of_two_tenants_who_accept_one_place_at_once_one_does():
    flat = await lodgings.unit()
    offers = [await lodgings.offered(flat, await factories.person()) for _ in range(4)]

    came = await asyncio.gather(
        *(agreeing.accept(one.tenant_id, one.id, clock=at(NOON)) for one in offers),
        return_exceptions=True,
    )

    assert Counter(type(one).__name__ for one in came) == {"Agreement": 1, "UnitAgreed": 3}
    assert await Agreement.filter(state="ADVANCE_DUE").count() == 1
    assert await state_of(flat.id) == "HELD"


async def test_an_offer_runs_out_and_so_does_an_advance_whose_part_goes_back(till):
    flat = await lodgings.unit()
    late = await lodgings.offered(flat)
    over = NOON + 72 * HOUR

    with pytest.raises(OfferOver):
        await agreeing.accept(late.tenant_id, late.id, clock=at(over))
    await fire(agreeing.EXPIRE_OFFER, late.id, over)
    made = await lodgings.accepted(flat)
    await pay(agreeing.ADVANCE, made.id, till, taka(5_000))
    early = await fire(agreeing.EXPIRE_ADVANCE, made.id, over - HOUR)
    await fire(agreeing.EXPIRE_ADVANCE, made.id, over)
    await fire(agreeing.EXPIRE_ADVANCE, made.id, over)

    assert early == over
    states = {one.id: str(one.state) for one in await Agreement.all()}
    assert states == {late.id: "EXPIRED", made.id: "EXPIRED"}
    assert await state_of(flat.id) == "AVAILABLE"
    assert await lodgings.refund_all(till, over) == taka(5_000)
    assert (await ledger.balance(chart.held_for(made.tenant_id))).posted == 0


async def test_a_tenant_steps_back_until_the_advance_is_paid(till):
    flat = await lodgings.unit()
    made = await lodgings.accepted(flat)

    await agreeing.decline(made.tenant_id, made.id, clock=at(NOON))

    assert await state_of(flat.id) == "AVAILABLE"
    [intent] = await queries.open_of(agreeing.ADVANCE, [made.id])
    assert intent is not None
    assert intent.state == "VOID"
    paid = await lodgings.active(till, await lodgings.unit())
    with pytest.raises(StaleState):
        await agreeing.decline(paid.tenant_id, paid.id, clock=at(NOON))


async def test_nobody_gets_keys_that_somebody_still_has_though_the_dates_do_not_overlap(till):
    flat = await lodgings.unit()
    first = await lodgings.active(till, flat)
    await possessing.hand_over_keys(first.landlord_id, first.id, clock=at(NOON))
    await agreeing.give_notice(first.tenant_id, first.id, TODAY + 30 * DAY, clock=at(NOON))
    await fire(agreeing.END, first.id, NOON + 31 * DAY)
    second = await lodgings.active(till, flat)

    with pytest.raises(KeysNotBack):
        await possessing.hand_over_keys(second.landlord_id, second.id, clock=at(NOON))
    await possessing.return_keys(first.tenant_id, first.id, clock=at(NOON + 40 * DAY))
    given = await possessing.hand_over_keys(second.landlord_id, second.id, clock=at(NOON))

    assert given.handed_over_at == NOON
    with pytest.raises(KeysAlreadyMoved):
        await possessing.hand_over_keys(first.landlord_id, first.id, clock=at(NOON))
    with pytest.raises(NotAllowed):
        await possessing.hand_over_keys(second.tenant_id, second.id, clock=at(NOON))


async def test_each_month_is_due_once_however_often_and_late_the_worker_looks(till):
    made = await lodgings.active(till, starts_on=date(2026, 5, 22))

    early = await fire(billing.MAKE_DUE, made.id, NOON)
    await asyncio.gather(*(fire(billing.MAKE_DUE, made.id, NOON + 50 * DAY) for _ in range(4)))
    again = await fire(billing.MAKE_DUE, made.id, NOON + 50 * DAY)

    dues = {str(due.month): due.amount_paisa for due in await MonthlyDue.all().order_by("month")}
    monthly = RENT + SERVICE
    assert dues == {
        "2026-05-01": monthly * 10 // 31 // 100 * 100,
        "2026-06-01": monthly,
        "2026-07-01": monthly,
    }
    assert early is not None
    assert early.isoformat() == "2026-05-22T00:00:00+06:00"
    assert again is not None
    assert again.isoformat() == "2026-08-01T00:00:00+06:00"


async def test_a_month_is_paid_online_or_in_cash_and_once(till):
    made = await lodgings.active(till)
    await fire(billing.MAKE_DUE, made.id, NOON + 31 * DAY)
    may, june = await MonthlyDue.all().order_by("month")

    await pay(billing.RENT, may.id, till)
    cash = await billing.take_cash(made.landlord_id, june.id, clock=at(NOON))

    assert await free_of(chart.due_to_seller(made.landlord_id)) == may.amount_paisa
    assert (cash.in_cash, cash.paid_at) == (True, NOON)
    with pytest.raises(DueSettled):
        await billing.take_cash(made.landlord_id, may.id, clock=at(NOON))
    with pytest.raises(NotFound):
        await billing.take_cash(made.tenant_id, june.id, clock=at(NOON))
    [intent] = await queries.open_of(billing.RENT, [june.id])
    assert intent is not None
    assert intent.state == "VOID"


async def test_at_the_end_the_advance_goes_back_but_for_what_is_agreed(till):
    made, over = await lodgings.ended(till)
    await fire(billing.MAKE_DUE, made.id, over)
    lines = [Line(label="ভাঙা জানালা", amount=taka(1_200)), Line(label="রং", amount=taka(800))]

    await settling.claim(made.landlord_id, made.id, lines, clock=at(over))
    await settling.accept_deductions(made.tenant_id, made.id, clock=at(over))

    stands = await Agreement.get(id=made.id)
    assert (stands.state, stands.settled_at) == ("SETTLED", over)
    assert await free_of(chart.due_to_seller(made.landlord_id)) == taka(2_000)
    assert await lodgings.refund_all(till, over) == ADVANCE - taka(2_000)
    assert (await ledger.balance(chart.held_for(made.tenant_id))).posted == 0
    assert (await kinds(made.id))[-1] == "advance_settled:SETTLED"


async def test_what_is_disputed_an_officer_of_the_place_decides(till):
    made, over = await lodgings.ended(till)
    officer, foreign = (
        await factories.officer(),
        await factories.officer(await factories.upazila("kishoreganj-itna")),
    )
    await settling.claim(
        made.landlord_id,
        made.id,
        [Line(label="জানালা", amount=taka(1_000)), Line(label="দরজা", amount=taka(3_000))],
        clock=at(over),
    )
    window, door = await Deduction.all().order_by("id")

    await settling.dispute_deduction(made.tenant_id, door.id, "আগেই ভাঙা ছিল", clock=at(over))
    await settling.accept_deductions(made.tenant_id, made.id, clock=at(over))
    waits = (await Agreement.get(id=made.id)).state
    for nobody in (foreign.id, made.landlord_id, made.tenant_id):
        with pytest.raises(NotFound):
            await settling.decide_deduction(nobody, door.id, taka(500), reason=WHY, clock=at(over))
    with pytest.raises(BadInput):
        await settling.decide_deduction(
            officer.id, door.id, taka(3_001), reason=WHY, clock=at(over)
        )
    # The second officer names another amount, which waits then for the first one's word.
    for one, amount in ((officer, 400), (await factories.officer(), 500), (officer, 500)):
        assert (await Deduction.get(id=door.id)).state == "DISPUTED"
        await settling.decide_deduction(one.id, door.id, taka(amount), reason=WHY, clock=at(over))

    assert (waits, (await Agreement.get(id=made.id)).state) == ("ENDED", "SETTLED")
    assert (await Deduction.get(id=window.id)).state == "ACCEPTED"
    assert await free_of(chart.due_to_seller(made.landlord_id)) == taka(1_500)


async def test_what_nobody_settles_settles_itself(till):
    silent, over = await lodgings.ended(till)
    claimed, _ = await lodgings.ended(till)
    disputed, _ = await lodgings.ended(till)
    for one in (claimed, disputed):
        line = [Line(label="পরিষ্কার", amount=taka(700))]
        await settling.claim(one.landlord_id, one.id, line, clock=at(over))
    [claim] = await Deduction.filter(agreement_id=disputed.id)
    await settling.dispute_deduction(disputed.tenant_id, claim.id, "না", clock=at(over))

    soon = await fire(agreeing.SETTLE, silent.id, over + 6 * DAY)
    for one in (silent, claimed, disputed):
        await fire(agreeing.SETTLE, one.id, over + 7 * DAY)
    waits = (await Agreement.get(id=disputed.id)).state
    await fire(agreeing.SETTLE, disputed.id, over + 30 * DAY)

    assert (soon, waits) == (over + 7 * DAY, "ENDED")
    assert {str(one.state) for one in await Agreement.all()} == {"SETTLED"}
    kept = {
        one.id: await free_of(chart.due_to_seller(one.landlord_id))
        for one in (silent, claimed, disputed)
    }
    assert kept == {silent.id: 0, claimed.id: taka(700), disputed.id: 0}


async def test_no_more_than_the_advance_is_kept_and_nothing_before_the_keys_are_back(till):
    made, over = await lodgings.ended(till)
    running = await lodgings.active(till)

    with pytest.raises(DeductionsTooHigh):
        await settling.claim(
            made.landlord_id,
            made.id,
            [Line(label="সব", amount=Paisa(ADVANCE + 100))],
            clock=at(over),
        )
    with pytest.raises(NotYetReturned):
        await settling.claim(running.landlord_id, running.id, [], clock=at(over))
    with pytest.raises(NotAllowed):
        await settling.claim(made.tenant_id, made.id, [], clock=at(over))
    await settling.claim(made.landlord_id, made.id, [], clock=at(over))
    with pytest.raises(StaleState):
        await settling.claim(made.landlord_id, made.id, [], clock=at(over))

    assert (await Agreement.get(id=made.id)).state == "SETTLED"


async def test_two_who_settle_at_once_settle_once(till):
    made, over = await lodgings.ended(till)
    await settling.claim(
        made.landlord_id, made.id, [Line(label="x", amount=taka(100))], clock=at(over)
    )

    came = await asyncio.gather(
        settling.accept_deductions(made.tenant_id, made.id, clock=at(over)),
        settling.accept_deductions(made.tenant_id, made.id, clock=at(over)),
        fire(agreeing.SETTLE, made.id, over + 7 * DAY),
        return_exceptions=True,
    )

    assert {type(one).__name__ for one in came} <= {"Agreement", "StaleState", "NoneType"}
    assert await lodgings.refund_all(till, over) == ADVANCE - taka(100)
    assert (await kinds(made.id)).count("advance_settled:SETTLED") == 1


async def test_a_notice_is_as_long_as_was_agreed(till):
    made = await lodgings.active(till, notice_days=60)

    with pytest.raises(NoticeTooShort) as short:
        await agreeing.give_notice(made.tenant_id, made.id, TODAY + 59 * DAY, clock=at(NOON))
    await agreeing.give_notice(made.landlord_id, made.id, TODAY + 60 * DAY, clock=at(NOON))
    early = await fire(agreeing.END, made.id, NOON + 60 * DAY)

    assert short.value.earliest == TODAY + timedelta(days=60)
    assert early is not None
    assert early.isoformat() == "2026-07-20T00:00:00+06:00"


async def test_a_stranger_finds_no_tenancy(till):
    made = await lodgings.active(till)
    stranger = (await factories.person()).id

    for call in (
        agreeing.accept(stranger, made.id, clock=at(NOON)),
        agreeing.decline(stranger, made.id, clock=at(NOON)),
        agreeing.withdraw(stranger, made.id),
        agreeing.give_notice(stranger, made.id, TODAY + 40 * DAY, clock=at(NOON)),
        possessing.hand_over_keys(stranger, made.id, clock=at(NOON)),
        possessing.return_keys(stranger, made.id, clock=at(NOON)),
        settling.claim(stranger, made.id, [], clock=at(NOON)),
        settling.accept_deductions(stranger, made.id, clock=at(NOON)),
        listing.retire(stranger, made.unit_id),
    ):
        with pytest.raises(NotFound):
            await call


async def test_a_place_that_is_held_or_let_cannot_be_taken_down_or_offered(till):
    flat = await lodgings.unit()
    visit = await lodgings.seen(flat, await factories.person())
    await lodgings.active(till, flat)

    with pytest.raises(StaleState):
        await listing.retire(flat.owner_id, flat.id)
    with pytest.raises(NotForRent):
        await agreeing.offer(
            flat.owner_id,
            visit.id,
            agreeing.Terms(starts_on=TODAY),
            idempotency_key="k",
            clock=at(NOON),
        )
    assert await state_of(flat.id) == UnitState.LEASED
