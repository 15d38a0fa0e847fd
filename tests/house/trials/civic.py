"""Complaints and what was done about them."""

from __future__ import annotations

from hmk_graph.civic.models import Target
from tests import factories
from tests.civic import grievances
from tests.factories import NOON
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
    "civic_target_once": [("civic_target", {})],
    "civic_target_month": [("civic_target", {"month": "2026-06-02"})],
    "civic_target_counts": [("civic_target", {"month": "2026-06-01", "target": 0})],
    "civic_target_of_another": [
        ("civic_target", {"month": "2026-06-01", "set_by_id": "officer_id"})
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
    await Target.create(
        officer=await factories.officer(),
        indicator="COMPLAINTS_ANSWERED",
        month=NOON.date().replace(day=1),
        target=9,
        set_by=await factories.administrator(),
        set_at=NOON,
    )
