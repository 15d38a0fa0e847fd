"""Complaints and what was done about them."""

from __future__ import annotations

from tests.civic import grievances
from tests.house.trials import Copy

LATER = "2026-05-20T06:00:00Z"
COPIES: dict[str, list[Copy]] = {
    "civic_complaint_due": [
        ("civic_complaint", {"due_at": None}),
        ("civic_complaint", {"state": "CLOSED", "closed_at": LATER, "answered_at": LATER}),
    ],
    "civic_complaint_left": [("civic_complaint", {"left_s": 1})],
    "civic_complaint_closed": [("civic_complaint", {"closed_at": LATER})],
    "civic_complaint_answered": [("civic_complaint", {"state": "RESOLVED", "due_at": None})],
    "civic_complaint_hands": [
        ("civic_complaint", {"state": "ASSIGNED"}),
        ("civic_complaint", {"assignee_id": "author_id"}),
    ],
    "civic_complaint_counts": [
        ("civic_complaint", {"reopened": 3}),
        ("civic_complaint", {"escalated": -1}),
    ],
}
UPDATES: dict[str, list[str]] = {
    "civic_complaint_step_append_only": [
        "UPDATE civic_complaint_step SET note = 'never'",
        "DELETE FROM civic_complaint_step",
    ],
}


async def furnish() -> None:
    await grievances.lodged()
