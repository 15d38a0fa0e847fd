"""A complaint is handed to another officer of its desk, with a reason; never to one concerned."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.civic import escalating, handling, queries
from hmk_graph.civic.errors import NotForThisOfficer
from hmk_graph.civic.models import Complaint
from tests import factories
from tests.civic.grievances import lodged, taken
from tests.factories import NOON, at
from tests.schema.whole_house import asked

pytestmark = pytest.mark.usefixtures("db")
OFFICERS = "query ($id: ID!) { complaint(id: $id) { officers { officerId name } } }"
GIVE = """mutation ($input: AssignComplaintInput!) { assignComplaint(input: $input) {
    ... on Complaint { assigneeName steps { note } } ... on UserError { code } } }"""


async def offered(viewer: Account, complaint: Complaint) -> list[str]:
    """Return the names of those to whom a viewer could give a complaint."""
    data = await asked(OFFICERS, viewer.id, id=f"Complaint:{complaint.id}")
    return sorted(each["name"] for each in data["complaint"]["officers"])


async def test_it_can_be_given_to_the_officers_of_its_desk_but_to_nobody_concerned():
    author = await factories.officer(name="নালিশকারী")
    holder = await factories.officer(name="যাঁর হাতে")
    await factories.officer(name="শাহানা")
    await factories.officer(await factories.district(), name="জেলার")
    await factories.officer(await factories.upazila("narsingdi-belabo"), name="অন্য জেলার")
    gone = await factories.officer(name="স্থগিত")
    await Account.filter(id=gone.id).update(state="SUSPENDED")
    complaint = await lodged(author)
    await taken(holder, complaint)

    assert await offered(holder, complaint) == ["জেলার", "শাহানা"]
    assert await offered(author, complaint) == []


async def test_to_whom_let_its_time_pass_it_is_not_offered_again():
    late = await factories.officer(await factories.district(), name="দেরি")
    await factories.officer(await factories.district(), name="শাহানা")
    complaint = await lodged()
    await handling.assign(late.id, complaint.id, late.id, clock=at(NOON))
    await escalating.escalate(complaint.id, at(NOON + timedelta(days=9)))
    await complaint.refresh_from_db()

    assert complaint.passed_over_id == late.id
    (could,) = await queries.who_could_have([complaint.id])
    assert late.id not in could
    with pytest.raises(NotForThisOfficer):
        await handling.assign(could[0], complaint.id, late.id, clock=at(NOON))


async def test_from_the_hands_of_one_to_another_it_goes_with_a_reason_that_both_sides_read():
    holder, other = await factories.officer(), await factories.officer(name="শাহানা")
    complaint = await lodged()
    await taken(holder, complaint)
    given = {"complaintId": f"Complaint:{complaint.id}", "officerId": f"Account:{other.id}"}

    refused = await asked(GIVE, holder.id, input=given)
    said = await asked(GIVE, holder.id, input={**given, "reason": "কাল থেকে ছুটিতে যাচ্ছি"})

    assert refused["assignComplaint"] == {"code": "REASON_TOO_SHORT"}
    assert said["assignComplaint"]["assigneeName"] == "শাহানা"
    assert said["assignComplaint"]["steps"][-1] == {"note": "কাল থেকে ছুটিতে যাচ্ছি"}
