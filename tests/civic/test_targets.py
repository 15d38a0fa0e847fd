"""What supervisors expect of officers, and what came of it, which nobody types in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.accounts import applying, approving_sellers
from hmk_graph.accounts.approval import Move
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.civic import escalating, handling, targeting
from hmk_graph.civic.models import ComplaintStep, Indicator, Target
from hmk_graph.clock import DHAKA
from hmk_graph.errors import BadInput, NotFound
from tests import factories
from tests.accounts import applications
from tests.civic import grievances
from tests.factories import NOON, at

MAY = date(2026, 5, 1)


async def set_target(supervisor, officer, *, month=MAY, target=10, indicator=None, now=NOON):
    return await targeting.set_target(
        supervisor.id,
        officer.id,
        indicator=indicator or Indicator.COMPLAINTS_ANSWERED,
        month=month,
        target=target,
        clock=at(now),
    )


async def actual(officer, indicator: Indicator, month: date = MAY) -> tuple[int | None, int]:
    (found,) = await targeting.aims(month, [officer.id])
    (aim,) = [one for one in found if one.indicator is indicator]
    return aim.actual, aim.cases


async def test_an_officer_of_the_district_sets_a_target_and_the_upazilas_officer_is_told(db):
    above = await factories.officer(await factories.district())
    officer = await factories.officer()

    aim = await set_target(above, officer, month=date(2026, 5, 20))

    assert (aim.month, aim.target, aim.actual) == (MAY, 10, 0)
    kept = await AuditEntry.get(kind="civic.target_set")
    assert (kept.actor_id, kept.stream) == (above.id, f"accounts.account.{officer.id}")
    changed = await set_target(above, officer, target=12)
    assert changed.target == 12
    await set_target(above, officer, target=12)
    assert await AuditEntry.filter(kind="civic.target_set").count() == 2
    assert await Target.all().count() == 1


async def test_nobody_sets_targets_for_himself_his_equals_or_those_above_him(db):
    above = await factories.officer(await factories.district())
    officer, equal = await factories.officer(), await factories.officer()
    elsewhere = await factories.officer(await factories.upazila("narsingdi-belabo"))
    citizen = await factories.person()

    for who, whom in (
        (officer, officer),
        (officer, equal),
        (officer, above),
        (above, elsewhere),
        (citizen, officer),
        (above, citizen),
    ):
        with pytest.raises(NotFound):
            await set_target(who, whom)

    assert await Target.all().count() == 0
    administrator = await factories.administrator()
    assert (await set_target(administrator, above)).target == 10
    assert await targeting.supervised(above.id) == [officer.id, equal.id]
    assert await targeting.supervised(citizen.id) == []


@pytest.mark.parametrize(
    ("month", "target", "indicator"),
    [
        (date(2026, 4, 30), 10, Indicator.COMPLAINTS_ANSWERED),
        (date(2027, 6, 1), 10, Indicator.COMPLAINTS_ANSWERED),
        (MAY, 0, Indicator.COMPLAINTS_ANSWERED),
        (MAY, 10_001, Indicator.PROVIDERS_DECIDED),
        (MAY, 101, Indicator.COMPLAINTS_IN_TIME),
    ],
)
async def test_a_month_that_is_over_and_a_number_that_is_none_are_refused(
    db, month: date, target: int, indicator: Indicator
):
    above, officer = await factories.administrator(), await factories.officer()

    with pytest.raises(BadInput):
        await set_target(above, officer, month=month, target=target, indicator=indicator)

    assert await Target.all().count() == 0


async def test_a_month_ends_at_midnight_in_dhaka(db):
    above, officer = await factories.administrator(), await factories.officer()
    midnight = datetime(2026, 6, 1, tzinfo=DHAKA)

    await set_target(above, officer, now=midnight - timedelta(seconds=1))

    with pytest.raises(BadInput):
        await set_target(above, officer, target=11, now=midnight)


async def test_answers_are_counted_from_the_steps_and_late_ones_are_not_in_time(db):
    officer = await factories.officer(await factories.district())
    await grievances.resolved(officer, await grievances.lodged(key="in time"))
    late = await grievances.lodged(key="late")
    due = late.due_at
    await escalating.escalate(late.id, at(due))
    await grievances.resolved(officer, late, due)
    waits = await grievances.lodged(key="waits")
    await handling.assign(officer.id, waits.id, officer.id, clock=at(NOON))

    assert await actual(officer, Indicator.COMPLAINTS_ANSWERED) == (2, 2)
    assert await actual(officer, Indicator.COMPLAINTS_IN_TIME) == (50, 2)
    assert await actual(officer, Indicator.COMPLAINTS_ANSWERED, date(2026, 6, 1)) == (0, 0)
    assert await ComplaintStep.filter(move="RESOLVE").count() == 2


async def test_decisions_are_counted_from_the_audit_by_the_three_working_days(db):
    officer = await factories.officer()
    made = []
    for _ in range(2):
        seller = await factories.person()
        await applications.written(seller)
        made.append(await applying.submit(seller.id, clock=at(NOON)))
    due = made[0].due_at
    for one, when in zip(made, (due, due + timedelta(seconds=1)), strict=True):
        await approving_sellers.decide(
            officer.id,
            one.id,
            Move.VERIFY,
            open_obligations=applications.free,
            clock=at(when),
        )

    assert await actual(officer, Indicator.SELLERS_IN_TIME) == (50, 2)
    assert await actual(officer, Indicator.PROVIDERS_IN_TIME) == (None, 0)


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2100, 1, 1)))
def test_a_month_has_28_to_31_days_and_the_next_begins_where_it_ends(day: date):
    begins, ends = targeting._bounds(day.replace(day=1))

    assert begins.date() <= day < ends.date()
    assert 28 <= (ends - begins).days <= 31
    assert targeting._bounds(ends.date())[0] == ends


@pytest.mark.parametrize("month", [date(1, 1, 1), date(9999, 12, 31)])
async def test_a_month_out_of_all_time_is_refused_and_no_fault(month: date):
    with pytest.raises(BadInput):
        await targeting.aims(month, [1])
