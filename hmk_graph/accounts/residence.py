"""Where people live: places are a storey above, so their table is read through the foreign key."""

from __future__ import annotations

from tortoise.connection import get_connection

from hmk_graph.accounts.errors import NotAHome
from hmk_graph.errors import NotFound

# A person lives in a union or a ward of a municipality, never in both (domain.md E); who does not
# know the ward names the municipality.
HOMES = frozenset({"UNION", "MUNICIPALITY", "WARD"})
CENTERS = frozenset({"UNION", "MUNICIPALITY"})


async def check_home(place_id: int) -> None:
    """Refuse a place where nobody can live.

    Raises:
        NotFound: There is no such place.
        NotAHome: It is neither a union nor a municipality nor a ward of one.
    """
    kind, _ = await _place(place_id)
    if kind not in HOMES:
        raise NotAHome


async def has_center(place_id: int) -> bool:
    """Say whether a place is one of those that have a digital center: a union, a municipality.

    Raises:
        NotFound: There is no such place.
    """
    kind, _ = await _place(place_id)
    return kind in CENTERS


async def path_of(place_id: int) -> list[int]:
    """Return the ids from the division down to a place.

    Raises:
        NotFound: There is no such place.
    """
    _, path = await _place(place_id)
    return path


async def _place(place_id: int) -> tuple[str, list[int]]:
    rows = await get_connection("default").execute_query_dict(
        "SELECT kind, path FROM places_place WHERE id = $1", [place_id]
    )
    if not rows:
        raise NotFound
    return rows[0]["kind"], list(rows[0]["path"])
