"""Ids on the wire: readable, and opaque to clients all the same (`Lot:42`)."""

from __future__ import annotations

import re

import strawberry

from hmk_graph.errors import NotFound

# Primary keys are bigint identities; a larger number would be an error in the driver.
LARGEST = 2**63 - 1

_SPELLING = re.compile(r"([A-Za-z]{1,40}):([1-9][0-9]{0,18})", re.ASCII)


def encode(kind: str, pk: int) -> strawberry.ID:
    """Return the id of the thing of this GraphQL type with this primary key."""
    return strawberry.ID(f"{kind}:{pk}")


def decode(text: str, kind: str) -> int:
    """Return the primary key that an id of this GraphQL type names.

    Only the spelling that `encode` writes is an id. Another type's id, another spelling and a
    number that no row can have are the same to a client as a thing that does not exist.

    Raises:
        NotFound: The text is no such id.
    """
    match = _SPELLING.fullmatch(text)
    if match is None or match[1] != kind or int(match[2]) > LARGEST:
        raise NotFound
    return int(match[2])
