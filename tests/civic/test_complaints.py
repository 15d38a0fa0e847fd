"""A complaint's way: lodged, taken, answered, passed on when it is late, opened again, closed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph.accounts.errors import ReasonTooShort
from hmk_graph.civic import complaining, escalating, handling, obligations, queries
from hmk_graph.civic.errors import (
    NotAssignedToYou,
    NotForThisOfficer,
    OpenComplaintLimit,
    ReopenOver,
    TextTooShort,
)
from hmk_graph.civic.models import Complaint, ComplaintKind, ComplaintState, ComplaintStep
from hmk_graph.duties import Duties
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import EventRow
from hmk_graph.reactions import DEADLINES
from tests import factories
from tests.civic.grievances import TEXT, WORDS, lodged, resolved, taken
from tests.factories import NOON, at

S = ComplaintState
DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("db")


async def moves_of(complaint: Complaint) -> list[str]:
    rows = await ComplaintStep.filter(complaint_id=complaint.id).order_by("id")
    return [row.move for row in rows]


async def again(complaint: Complaint) -> Complaint:
    return await Complaint.get(id=complaint.id)


async def test_a_complaint_lies_with_its_upazila_and_has_the_working_time_of_its_kind():
    complaint = await lodged()

    assert complaint.state is S.NEW
    assert complaint.desk_id == (await factories.upazila()).id
    # Sixteen hours of work from Wednesday noon: five, eight of Thursday, three of Sunday.
    assert complaint.due_at == NOON + 4 * DAY
    assert await moves_of(complaint) == ["LODGE"]


async def test_a_complaint_about_an_office_lies_above_it():
    complaint = await lodged(kind=ComplaintKind.OFFICE)
    below = await factories.officer()

    assert complaint.desk_id == (await factories.district()).id
    with pytest.raises(NotFound):
        await handling.assign(below.id, complaint.id, below.id, clock=at(NOON))


async def test_the_same_complaint_sent_twice_is_one():
    author, _ = await factories.person(), await factories.union()

    first, second = await asyncio.gather(lodged(author), lodged(author))

    assert first.id == second.id
    assert await Complaint.all().count() == 1


async def test_nobody_has_more_than_ten_complaints_open():
    author = await factories.person()
    for number in range(10):
        await lodged(author, key=str(number))

    with pytest.raises(OpenComplaintLimit):
        await lodged(author, key="eleventh")

    assert await Complaint.all().count() == 10


async def test_a_complaint_is_taken_answered_and_closed_by_its_authors_word():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)

    answered = await resolved(officer, complaint)
    assert (answered.state, answered.due_at) == (S.RESOLVED, None)
    closed = await complaining.confirm(author.id, complaint.id, clock=at(NOON + DAY))

    assert (closed.state, closed.fixed, closed.closed_at) == (S.CLOSED, True, NOON + DAY)
    assert await moves_of(complaint) == ["LODGE", "ASSIGN", "BEGIN", "RESOLVE", "CONFIRM"]
    step = await ComplaintStep.get(complaint_id=complaint.id, move="RESOLVE")
    assert (step.actor_id, step.note) == (officer.id, WORDS)


async def test_an_answer_without_words_is_refused_and_leaves_no_trace():
    officer, complaint = await factories.officer(), await lodged()
    await taken(officer, complaint)

    with pytest.raises(TextTooShort):
        await handling.resolve(officer.id, complaint.id, "হয়েছে", [], clock=at(NOON))

    assert (await again(complaint)).state is S.IN_PROGRESS
    assert await moves_of(complaint) == ["LODGE", "ASSIGN", "BEGIN"]


async def test_an_officer_never_sees_to_what_he_complained_of_himself():
    officer = await factories.officer()
    complaint = await lodged(officer)
    colleague = await factories.officer()

    with pytest.raises(NotFound):
        await handling.assign(officer.id, complaint.id, officer.id, clock=at(NOON))
    with pytest.raises(NotForThisOfficer):
        await handling.assign(colleague.id, complaint.id, officer.id, clock=at(NOON))

    assert (await again(complaint)).state is S.NEW


async def test_only_who_has_it_in_hand_answers_and_taking_it_over_needs_a_reason():
    first, second = await factories.officer(), await factories.officer()
    complaint = await lodged()
    await taken(first, complaint)

    with pytest.raises(NotAssignedToYou):
        await handling.resolve(second.id, complaint.id, WORDS, [], clock=at(NOON))
    with pytest.raises(ReasonTooShort):
        await handling.assign(second.id, complaint.id, second.id, clock=at(NOON))
    await handling.assign(
        second.id, complaint.id, second.id, reason="তিনি এক মাসের ছুটিতে", clock=at(NOON)
    )

    assert (await again(complaint)).assignee_id == second.id


async def test_of_two_officers_who_take_it_at_once_one_has_it():
    officers = [await factories.officer() for _ in range(2)]
    complaint = await lodged()

    outcomes = await asyncio.gather(
        *(handling.assign(one.id, complaint.id, one.id, clock=at(NOON)) for one in officers),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["Complaint", "ReasonTooShort"]
    assert await moves_of(complaint) == ["LODGE", "ASSIGN"]


async def test_while_the_citizen_is_asked_the_time_stands_still():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)
    await taken(officer, complaint)

    asked = await handling.ask(
        officer.id, complaint.id, "নলকূপটি কোন পাড়ায়?", clock=at(NOON + timedelta(hours=1))
    )
    assert (asked.state, asked.due_at) == (S.WAITING_CITIZEN, None)
    assert await escalating.escalate(complaint.id, at(NOON + 30 * DAY)) is None
    # A Wednesday noon again, four weeks later.
    told = await complaining.answer(author.id, complaint.id, TEXT, clock=at(NOON + 28 * DAY))

    # Fifteen of the sixteen hours are left: five of that day, eight of Thursday, two of Sunday.
    assert (told.state, told.due_at) == (S.IN_PROGRESS, NOON + 32 * DAY - timedelta(hours=1))


async def test_what_is_late_goes_one_desk_higher_and_not_back_to_who_was_late():
    late, above = await factories.officer(), await factories.officer(await factories.district())
    complaint = await lodged()
    await taken(late, complaint)

    assert await escalating.escalate(complaint.id, at(NOON + DAY)) == complaint.due_at
    assert await escalating.escalate(complaint.id, at(NOON + 4 * DAY)) is None

    passed = await again(complaint)
    assert (passed.state, passed.escalated, passed.assignee_id) == (S.ESCALATED, 1, None)
    assert passed.desk_id == (await factories.district()).id
    with pytest.raises(NotFound):
        await queries.visible(late.id, complaint.id)
    await factories.granted(late, factories.Role.OFFICER, await factories.district())
    with pytest.raises(NotForThisOfficer):
        await handling.assign(late.id, complaint.id, late.id, clock=at(NOON + 4 * DAY))
    await handling.assign(above.id, complaint.id, above.id, clock=at(NOON + 4 * DAY))
    assert (await again(complaint)).state is S.ASSIGNED


async def test_a_late_complaint_is_passed_on_once_whoever_and_however_often_somebody_looks():
    complaint = await lodged()
    late = at(NOON + 4 * DAY)

    await asyncio.gather(*(escalating.escalate(complaint.id, late) for _ in range(5)))

    assert (await again(complaint)).escalated == 1
    assert await moves_of(complaint) == ["LODGE", "ESCALATE"]


async def test_a_complaint_is_opened_again_twice_at_most_and_within_fifteen_days():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)
    for number in range(2):
        await resolved(officer, complaint)
        opened = await complaining.reopen(author.id, complaint.id, TEXT, clock=at(NOON))
        # In half the time: five hours of Wednesday, three of Thursday.
        assert (opened.reopened, opened.due_at) == (number + 1, NOON + DAY)

    await resolved(officer, complaint)
    with pytest.raises(ReopenOver):
        await complaining.reopen(author.id, complaint.id, TEXT, clock=at(NOON))

    assert (await again(complaint)).state is S.RESOLVED


async def test_an_old_answer_stands():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)
    await taken(officer, complaint)
    await handling.reject(officer.id, complaint.id, WORDS, clock=at(NOON))

    with pytest.raises(ReopenOver):
        await complaining.reopen(author.id, complaint.id, TEXT, clock=at(NOON + 15 * DAY))
    assert await escalating.close(complaint.id, at(NOON + 14 * DAY)) == NOON + 15 * DAY
    await escalating.close(complaint.id, at(NOON + 15 * DAY))

    closed = await again(complaint)
    assert (closed.state, closed.fixed) == (S.CLOSED, None)


async def test_what_its_author_says_nothing_about_is_closed_by_the_worker_and_not_as_mended():
    officer, complaint = await factories.officer(), await lodged()
    await resolved(officer, complaint)
    await get_connection("default").execute_query("UPDATE deadline SET due_at = 'epoch'")

    while await Duties(dict(DEADLINES), clock=at(NOON + 7 * DAY)).do_one():
        pass

    closed = await again(complaint)
    assert (closed.state, closed.fixed, closed.closed_at) == (S.CLOSED, None, NOON + 7 * DAY)
    assert (await moves_of(complaint))[-1] == "EXPIRE"


async def test_what_is_closed_stays_closed():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)
    await resolved(officer, complaint)
    await complaining.confirm(author.id, complaint.id, clock=at(NOON))
    await complaining.confirm(author.id, complaint.id, clock=at(NOON))

    with pytest.raises(StaleState):
        await complaining.reopen(author.id, complaint.id, TEXT, clock=at(NOON))

    assert (await moves_of(complaint)).count("CONFIRM") == 1


async def test_the_history_of_a_complaint_cannot_be_rewritten():
    await lodged()

    for statement in (
        "UPDATE civic_complaint_step SET note = 'never'",
        "DELETE FROM civic_complaint_step",
    ):
        with pytest.raises(IntegrityError):
            await get_connection("default").execute_query(statement)


async def test_its_author_hears_of_each_step_that_is_not_his_own():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)
    await resolved(officer, complaint)
    await complaining.confirm(author.id, complaint.id, clock=at(NOON))

    own = await EventRow.filter(kind="civic.your_complaint_moved").order_by("seq")
    shared = await EventRow.filter(stream=f"civic.complaint.{complaint.id}").order_by("seq")

    assert [row.payload["state"] for row in own] == ["ASSIGNED", "IN_PROGRESS", "RESOLVED"]
    assert [row.payload["move"] for row in shared] == [
        *("LODGE", "ASSIGN", "BEGIN", "RESOLVE", "CONFIRM")
    ]


async def test_who_has_complained_does_not_leave_before_it_is_answered():
    author, officer = await factories.person(), await factories.officer()
    complaint = await lodged(author)

    assert await obligations.open_obligations(author.id) == ["complaints"]
    await resolved(officer, complaint)
    assert await obligations.open_obligations(author.id) == []
