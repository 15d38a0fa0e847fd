"""The rooms' slices are joined without loss."""

from __future__ import annotations

import pytest

from schema import root


@pytest.mark.parametrize("joined", [root.Query, root.Mutation, root.Subscription])
def test_no_two_rooms_give_the_same_name_to_what_can_be_asked(joined: type):
    """Of two, the first room's alone would be reached, and nothing would say so."""
    meant: dict[str, set[object]] = {}
    for room in joined.__mro__[1:]:
        for field in getattr(room, "__strawberry_definition__", _Nothing).fields:
            meant.setdefault(field.python_name, set()).add(field.base_resolver.wrapped_func)

    assert meant
    assert [name for name, deeds in meant.items() if len(deeds) > 1] == []


class _Nothing:
    fields: tuple[()] = ()
