"""Which papers somebody has still to show before he may work: data of the categories."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tortoise.connection import get_connection

from hmk_graph.dispatch.ports import Called
from hmk_graph.media import portraying
from hmk_graph.media.errors import PapersMissing
from hmk_graph.media.models import MediaKind
from hmk_graph.services.models import Category, Provider, Service, ServiceState

# Of these an officer decides, or has decided well.
COUNTED = frozenset(ServiceState) - {ServiceState.REJECTED, ServiceState.RETIRED}


async def need(provider: Provider, services: Sequence[Service]) -> None:
    """Have a provider shown all papers that these services of his need.

    Raises:
        PapersMissing: Some are not there.
    """
    wanted = await Category.filter(id__in={one.category_id for one in services})
    shown = await portraying.kinds_shown([provider.account_id])
    missing = {kind for one in wanted for kind in one.papers} - shown[provider.account_id]
    if missing:
        raise PapersMissing(_in_order(missing))


async def missing_of(provider_ids: Sequence[int]) -> list[list[MediaKind]]:
    """Return for each provider which papers he has still to show for what he offers."""
    rows = await get_connection("default").execute_query_dict(
        _NEEDED, [list(provider_ids), sorted(COUNTED)]
    )
    needed = {row["id"]: row for row in rows}
    shown = await portraying.kinds_shown([row["account_id"] for row in rows])
    return [
        _in_order(set(one["papers"]) - shown[one["account_id"]]) if one else []
        for one in map(needed.get, provider_ids)
    ]


async def missing_for_calls(calls: Sequence[Called]) -> list[list[MediaKind]]:
    """Return for each which papers he has still to show to be called (`ports.MissingPapers`).

    Somebody works in the categories that name the kinds of trip he serves, or whose slug is what
    he can do.
    """
    known = [one for one in await Category.all() if one.papers]
    shown = await portraying.kinds_shown([one.account_id for one in calls])

    def needed(one: Called) -> set[str]:
        return {
            kind
            for category in known
            if category.slug in one.skills
            or not one.trip_kinds.isdisjoint(category.facts.get("trip_kinds", ()))
            for kind in category.papers
        }

    return [_in_order(needed(one) - shown[one.account_id]) for one in calls]


def _in_order(kinds: Collection[str]) -> list[MediaKind]:
    return [kind for kind in MediaKind if kind in kinds]


_NEEDED = """
SELECT p.id, p.account_id, array_agg(DISTINCT paper) AS papers
FROM services_provider p
JOIN services_service s ON s.provider_id = p.id AND s.state = ANY($2)
JOIN services_category c ON c.id = s.category_id
CROSS JOIN unnest(c.papers) AS paper
WHERE p.id = ANY($1) GROUP BY p.id
"""
