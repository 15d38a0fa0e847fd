"""A complaint, who wrote it, and the officer who has it in hand."""

from __future__ import annotations

from typing import Any

from hmk_graph.civic import handling
from hmk_graph.civic.models import Target
from tests import factories
from tests.civic import grievances
from tests.factories import NOON, at

ADDRESS = "গোপন বাড়ির পেছনে"
SECRET_TARGET = 7_391
WORDS = "গোপন প্রশ্ন: কার জমিতে নলকূপ?"
PHONE = "+8801899999551"
NAME = "গোপন অভিযোগকারী"
KINDS = {"officerId": "Account"}
OWNED = ["civic_complaint", "civic_complaint_step", "civic_target"]


async def furnish() -> dict[str, Any]:
    """Have an officer of the upazila ask about a complaint."""
    author = await factories.person(NAME, phone_number=PHONE)
    officer = await factories.officer()
    complaint = await grievances.lodged(author, address=ADDRESS)
    await grievances.taken(officer, complaint)
    await handling.ask(officer.id, complaint.id, WORDS, clock=at(NOON))
    await Target.create(
        officer=officer,
        indicator="COMPLAINTS_ANSWERED",
        month=NOON.date().replace(day=1),
        target=SECRET_TARGET,
        set_by=author,
        set_at=NOON,
    )
    return {
        "hidden": {"Complaint": complaint.id},
        "insiders": {"complainant": author.id, "complaint's officer": officer.id},
        "secrets": {
            "where exactly": ADDRESS,
            "what is expected of an officer": str(SECRET_TARGET),
            "what a complainant is asked": WORDS,
            "what is complained of": grievances.TEXT,
            "the complainant's phone": PHONE[4:],
            "the complainant's name": NAME,
        },
    }
