"""Reads of complaints. Who asks comes first; others' do not exist for him."""

from __future__ import annotations

from collections.abc import Sequence

from tortoise.connection import get_connection
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.accounts import queries as account_queries
from hmk_graph.civic.machines import COMPLAINT, RUNNING, Actor
from hmk_graph.civic.models import Complaint, ComplaintStep
from hmk_graph.errors import NotFound
from hmk_graph.state_machines import allowed

# A complaint of many turns; the history needs a bound.
MOST_STEPS = 100
# More than sit at a desk and above it.
MOST_OFFICERS = 100


async def visible(viewer_id: int | None, complaint_id: int) -> Complaint:
    """Return a complaint to its author, or to an officer of the desk that it lies on.

    Raises:
        NotFound: There is none, or it is none of the viewer's business.
    """
    if viewer_id is None:
        raise NotFound
    seen = Q(author_id=viewer_id)
    areas = await account_queries.areas_of(viewer_id)
    seen |= Q(desk__path__overlap=areas) if areas is not None else Q(id=complaint_id)
    found = await Complaint.filter(seen, id=complaint_id).first()
    if found is None:
        raise NotFound
    return found


def of(viewer_id: int) -> QuerySet[Complaint]:
    """Return what the viewer complained of."""
    return Complaint.filter(author_id=viewer_id)


async def waiting(officer_id: int) -> QuerySet[Complaint]:
    """Return what waits for the officers of the viewer's desks, but what he wrote himself."""
    running = Complaint.filter(state__in=list(RUNNING)).exclude(author_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return running if areas is None else running.filter(desk__path__overlap=areas)


def records(within: int | None) -> QuerySet[Complaint]:
    """Return all complaints, for what everybody may know of them; in a place and all below it."""
    return Complaint.all() if within is None else Complaint.filter(place__path__contains=[within])


async def steps(complaint_ids: Sequence[int]) -> list[list[ComplaintStep]]:
    """Return what was done about each, as it came. For those who may see the complaints."""
    found: dict[int, list[ComplaintStep]] = {pk: [] for pk in complaint_ids}
    async for row in ComplaintStep.filter(complaint_id__in=list(found)).order_by("id"):
        if len(found[row.complaint_id]) < MOST_STEPS:
            found[row.complaint_id].append(row)
    return [found[pk] for pk in complaint_ids]


async def who_could_have(complaint_ids: Sequence[int]) -> list[list[int]]:
    """Return the officers to whom each could be given. For officers of their desks.

    They are of its desk, and neither wrote it, nor let its time pass, nor have it.
    """
    rows = await get_connection("default").execute_query_dict(
        _WHO_COULD_HAVE, [list(complaint_ids), MOST_OFFICERS]
    )
    found = {row["complaint_id"]: row["officers"] for row in rows}
    return [found.get(pk, []) for pk in complaint_ids]


def moves(viewer_id: int | None, complaint: Complaint) -> list[str]:
    """Return what the viewer, its author or an officer of its desk, may do with it."""
    if complaint.author_id == viewer_id:
        return allowed(COMPLAINT, complaint.state, Actor.CITIZEN)
    known = allowed(COMPLAINT, complaint.state, Actor.OFFICER)
    return known if complaint.assignee_id == viewer_id else [m for m in known if m == "ASSIGN"]


# Administrators may have it, too, and are not offered: they look after the house.
_WHO_COULD_HAVE = """
SELECT c.id AS complaint_id, (array_agg(DISTINCT g.account_id))[:$2] AS officers
FROM civic_complaint c
JOIN places_place desk ON desk.id = c.desk_id
JOIN accounts_role_grant g ON g.role = 'OFFICER' AND g.revoked_at IS NULL
    AND (g.place_id IS NULL OR g.place_id = ANY (desk.path))
JOIN accounts_account a ON a.id = g.account_id AND a.state = 'ACTIVE'
WHERE c.id = ANY ($1) AND g.account_id <> c.author_id
  AND g.account_id IS DISTINCT FROM c.passed_over_id
  AND g.account_id IS DISTINCT FROM c.assignee_id
GROUP BY c.id
"""
