"""The table: where private files hang -> who may read them, beside their owner."""

from __future__ import annotations

from hmk_graph.dispatch import queries as driver_queries
from hmk_graph.haat import picturing
from hmk_graph.media import portraying
from hmk_graph.media.serving import Guards
from hmk_graph.services import queries as provider_queries


async def may_read_papers(officer_id: int, person_id: int) -> bool:
    """Say whether somebody decides about a person: as a seller, as a provider, or as a driver."""
    return (
        await portraying.may_read_papers(officer_id, person_id)
        or await provider_queries.decides_about(officer_id, person_id)
        or await driver_queries.decides_about(officer_id, person_id)
    )


PAPER_GUARDS: Guards = {
    picturing.PAPERS.name: picturing.may_read_papers,
    portraying.PAPERS.name: may_read_papers,
}
