"""What is called or given, and not chosen from a list: an ambulance, an auto, blood.

Nobody offers one of them in particular; what is found is the category, which tells by which way it
is had. Free is what somebody of the district could come with or give now.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from hmk_graph.blood import rules as blood_rules
from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Source
from hmk_graph.dispatch import rules as trip_rules
from hmk_graph.dispatch.models import TripKind
from hmk_graph.places.models import Place
from hmk_graph.services.models import Category, Way

# A category never grows stale: it is as fresh as what was confirmed this moment.
ALWAYS = datetime(9999, 1, 1, tzinfo=UTC)
CALLED = (Way.TRIP.value, Way.DONATION.value)


async def describe(category_ids: Sequence[int]) -> list[Description]:
    """Describe categories by their names, those above and below, and what else people say."""
    rows = await Category.filter(id__in=list(category_ids), ways__overlap=list(CALLED))
    known = await Category.all().order_by("position", "id")
    everywhere = await Place.filter(parent_id=None).order_by("id").values_list("id", flat=True)
    found = []
    for row in rows:
        family = [row, *(one for one in known if row.id == one.parent_id)]
        above = [one for one in known if one.id == row.parent_id]
        found.append(
            Description(
                subject_id=row.id,
                names=[
                    *(name for one in family for name in (one.name_bn, one.name_en)),
                    *row.facts.get("also_called", ()),
                ],
                categories=[row.slug, *(one.slug for one in above)],
                inside=[],
                serves=[int(str(one)) for one in everywhere],
                point=None,
                fresh_at=ALWAYS,
            )
        )
    return found


async def subjects() -> list[int]:
    """Return all categories that are called or given."""
    rows = Category.filter(ways__overlap=list(CALLED)).order_by("id").values_list("id", flat=True)
    return [int(str(row)) for row in await rows]


async def shown(_at: datetime) -> str:
    """Select them all. What a call costs is told by its quote, and blood costs nothing."""
    return f"SELECT id AS subject_id, NULL::bigint AS price FROM services_category WHERE {_IS}"


async def free(at: datetime) -> str:
    """Select those for which somebody is at work without a trip, or may and wants to give."""
    today = blood_rules.day_of(at).isoformat()
    return _FREE.format(serves=_serves(), today=today)


def _serves() -> str:
    """Return the rows of which kind of trip is served by which vehicle with which skill."""
    rows = [
        (kind.value, vehicle.value, trip_rules.DRIVING if kind is TripKind.DRIVER else "")
        for kind, vehicles in trip_rules.SERVES.items()
        if kind is not TripKind.HOME_SERVICE  # its providers are found one by one
        for vehicle in sorted(vehicles)
    ]
    return ", ".join(f"('{kind}', '{vehicle}', '{skill}')" for kind, vehicle, skill in rows)


_IS = f"ways && ARRAY{list(CALLED)}::text[]"
_FREE = """
SELECT c.id AS subject_id FROM services_category c
WHERE EXISTS (
    SELECT 1 FROM (VALUES {serves}) AS serves(trip, vehicle, skill)
    JOIN dispatch_vehicle v ON v.kind = serves.vehicle AND v.skill = serves.skill
    JOIN dispatch_driver d ON d.vehicle_id = v.id
    WHERE c.facts->'trip_kinds' ? serves.trip AND d.state = 'VERIFIED' AND v.state = 'VERIFIED'
      AND NOT EXISTS (SELECT 1 FROM dispatch_trip t WHERE t.driver_id = d.id
                      AND t.state IN ('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP'))
) OR 'DONATION' = ANY(c.ways) AND EXISTS (
    SELECT 1 FROM blood_donor g WHERE g.available AND g.born_on IS NOT NULL
      AND (g.eligible_on IS NULL OR g.eligible_on <= '{today}'::date)
)
"""

SOURCE = Source(
    kind=Kind.CATEGORY,
    describe=describe,
    subjects=subjects,
    shown=shown,
    free=free,
    touched={},
)
