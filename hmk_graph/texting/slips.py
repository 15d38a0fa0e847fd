"""When a word is a name, or a slip away from it."""

from __future__ import annotations

from hmk_graph import bengali
from hmk_graph.places import finding, rules
from hmk_graph.places.models import Place

MOST_LIKE_IT = 10


async def is_called(text: str) -> bool:
    """Say whether some place of the country is called so: then it is no slip of another's name."""
    asked = rules.shape(bengali.search_key(text)).solid
    like = await finding.search(text, first=MOST_LIKE_IT)
    return any(asked in solid_names(place) for place in like)


def solid_names(place: Place) -> list[str]:
    """Return what a place is called, in the shape in which names are held against one another."""
    return [rules.shape(name).solid for name in place.words.split("\n") if name]


def is_slip(asked: str, name: str) -> bool:
    """Say whether a solid shape is another but for one slip."""
    long_enough = min(len(asked), len(name)) >= rules.SHORTEST_SLIPPED
    return long_enough and bengali.is_one_slip_apart(asked, name)
