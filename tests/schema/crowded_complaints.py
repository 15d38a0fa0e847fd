"""An office with fifty complaints."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.accounts.models import Account
from hmk_graph.civic.models import Complaint, ComplaintKind, ComplaintState, ComplaintStep
from tests import factories
from tests.factories import NOON

COMPLAINT = """id kind state text address mine authorName phone assigneeName dueAt fixed
    allowedTransitions place { nameBn } desk { nameBn } media { id } proofs { id }
    steps { move note byName at } officers { officerId name }"""
PAGES = {
    "myComplaints": f"myComplaints(first: $n) {{ edges {{ node {{ {COMPLAINT} }} }} }}",
    "complaintsWaiting": f"complaintsWaiting(first: $n) {{ edges {{ node {{ {COMPLAINT} }} }} }}",
    "complaintRecords": """complaintRecords(first: $n) { edges { node { kind state createdAt
        closedAt fixed place { nameBn } } } }""",
}


async def furnish(viewer: Account, many: int) -> None:
    """Have many complaints of the viewer's, and as many for which he is the officer."""
    place, desk, other = (
        await factories.union(),
        await factories.upazila(),
        await factories.person(),
    )
    await Complaint.bulk_create(
        Complaint(
            author=author,
            kind=ComplaintKind.ROAD,
            place=place,
            desk=desk,
            text="রাস্তা ভাঙা",
            state=ComplaintState.ASSIGNED,
            assignee=officer,
            created_at=NOON,
            due_at=NOON + timedelta(hours=number),
        )
        for number in range(many)
        for author, officer in ((viewer, other), (other, viewer))
    )
    await ComplaintStep.bulk_create(
        ComplaintStep(complaint=one, move="ASSIGN", state=one.state, actor=viewer, at=NOON)
        for one in await Complaint.all()
    )
