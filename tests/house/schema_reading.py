"""The schema as it is built, and its own types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLNamedType,
    introspection_types,
    specified_scalar_types,
)

from schema import root

BUILT = root.build()
SCHEMA = BUILT._schema


def own_types() -> Iterator[GraphQLNamedType]:
    known = {**introspection_types, **specified_scalar_types}
    yield from (kind for name, kind in SCHEMA.type_map.items() if name not in known)


def fields_of(kind: GraphQLNamedType) -> dict[str, Any]:
    found: dict[str, Any] = getattr(kind, "fields", {})
    return found
