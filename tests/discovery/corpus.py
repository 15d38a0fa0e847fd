"""A small market to search in, and the ways to ask for it."""

from __future__ import annotations

from hmk_graph import event_log, reactions
from hmk_graph.discovery import indexing, searching
from hmk_graph.discovery.models import Document, Kind
from hmk_graph.discovery.searching import Hit, Wanted
from hmk_graph.duties import Duties
from hmk_graph.services.models import Service
from tests.factories import NOON, at
from tests.services import desks

event_log.reacted_kinds.update(reactions.REACTIONS)


async def found(text: str = "", **wanted: object) -> list[Hit]:
    """Return all that a search finds, the best first."""
    return await searching.search(Wanted(text=text, **wanted), first=100, after=None, now=NOON)


async def subjects(text: str = "", **wanted: object) -> list[int]:
    """Return the ids of what a search finds, the best first."""
    return [hit.subject_id for hit in await found(text, **wanted)]


async def offered(title: str, *, slug: str = "electrician", **desk: object) -> Service:
    """Have somebody offer a service under a title, and be found."""
    provider = await desks.provider(name="রহিম", **desk)
    service = await desks.service(provider, slug=slug, title_bn=title)
    await desks.option(service)
    await indexing.refresh(indexing.SOURCES[0], [service.id])
    return service


async def reactions_done() -> None:
    """Have everything done that events ask for and that is due."""
    duties = Duties({event_log.REACTION: reactions.react}, clock=at(NOON))
    while await duties.do_one():
        pass


async def documents() -> list[dict[str, object]]:
    """Return all documents but for their ids, in a fixed order.

    No event makes those of categories: they come with the file.
    """
    rows = await Document.exclude(kind=Kind.CATEGORY).order_by("kind", "subject_id").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]
