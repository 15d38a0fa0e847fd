"""Writes operations from the schema itself: every field, all it can select, any id it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

# How deep a generated selection goes: from a page to its edge, its node, and what hangs on that.
DEEP = 3
KEYS = count(1)
TEXTS = {
    "reason": "টাকা দেননি, দুইবার বলার পরেও",
    "note": "দেখা হয়েছে, সব ঠিক আছে",
    "text": "করিমগঞ্জ",
    "contactPhone": "01711111111",
    "species": "cattle",
    "sex": "bull",
    "breed": "local",
    "code": "123456",
    "phone": "01722222222",
}
SCALARS: dict[str, Any] = {
    "Paisa": 9_900_000,
    "Int": 1,
    "Float": 24.4,
    "Boolean": True,
    "DateTime": "2026-05-21T06:00:00Z",
    "Date": "2026-05-01",
}


@dataclass(frozen=True)
class Operation:
    """One root field with what it needs: the names of the ids it takes, and its text."""

    kind: str
    field: str
    ids: tuple[str, ...]
    returns: str
    query: str
    arguments: dict[str, GraphQLInputType]

    def variables(self, ids: dict[str, str]) -> dict[str, Any]:
        """Fill in its arguments: these ids, and something likely for the rest."""
        return {name: _value(kind, name, ids) for name, kind in self.arguments.items()}


def operations(schema: GraphQLSchema) -> Iterator[Operation]:
    """Return an operation for every root field."""
    roots = {
        "query": schema.query_type,
        "mutation": schema.mutation_type,
        "subscription": schema.subscription_type,
    }
    for kind, root in roots.items():
        assert root is not None
        for name, field in root.fields.items():
            yield _operation(schema, kind, name, field)


def _operation(schema: GraphQLSchema, kind: str, name: str, field: GraphQLField) -> Operation:
    arguments = {
        argument: of.type
        for argument, of in field.args.items()
        if is_required_argument(of) or argument in ("filter", "id") or _ids(of.type, argument)
    }
    declared = ", ".join(f"${argument}: {of}" for argument, of in arguments.items())
    passed = ", ".join(f"{argument}: ${argument}" for argument in arguments)
    ids = [each for argument, of in arguments.items() for each in _ids(of, argument)]
    selected = selection(schema, field.type)
    return Operation(
        kind=kind,
        field=name,
        ids=tuple(ids),
        returns=get_named_type(field.type).name,
        query=f"{kind} {f'({declared})' if declared else ''}"
        f" {{ {name}{f'({passed})' if passed else ''} {selected} }}",
        arguments=arguments,
    )


def _ids(kind: GraphQLInputType, name: str) -> list[str]:
    named = get_named_type(kind)
    if named.name == "ID":
        return [name]
    if isinstance(named, GraphQLInputObjectType):
        return [found for n, f in named.fields.items() for found in _ids(f.type, n)]
    return []


def selection(schema: GraphQLSchema, kind: GraphQLOutputType, deep: int = DEEP) -> str:
    """Select everything that needs no arguments, and go down where there is room."""
    named = get_named_type(kind)
    if is_leaf_type(named):
        return ""
    if isinstance(named, GraphQLUnionType):
        members = [f"... on {m.name} {_fields(schema, m, deep, m.name)}" for m in named.types]
        return "{ __typename " + " ".join(members) + " }"
    assert isinstance(named, GraphQLObjectType | GraphQLInterfaceType)
    return _fields(schema, named, deep)


def _fields(
    schema: GraphQLSchema,
    kind: GraphQLObjectType | GraphQLInterfaceType,
    deep: int,
    prefix: str = "",
) -> str:
    chosen = ["__typename"]
    for name, field in kind.fields.items():
        if any(is_required_argument(argument) for argument in field.args.values()):
            continue
        leaf = is_leaf_type(get_named_type(field.type))
        if not leaf and deep == 0:
            continue
        # Members of a union may have a field of one name and two types.
        alias = f"{prefix}_{name}: " if prefix else ""
        chosen.append(f"{alias}{name} {selection(schema, field.type, deep - 1)}")
    return "{ " + " ".join(chosen) + " }"


def _value(kind: GraphQLInputType, name: str, ids: dict[str, str]) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return _value(kind.of_type, name, ids)
    if isinstance(kind, GraphQLList):
        # Empty, but for a list of things that are named by their ids.
        return [_value(kind.of_type, name, ids)] if set(_ids(kind, name)) & set(ids) else []
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        return {
            field: _value(of.type, field, ids)
            for field, of in kind.fields.items()
            if is_required_input_field(of) or field in ids
        }
    if kind.name == "ID":
        return ids.get(name)
    if name == "idempotencyKey":
        return f"key {next(KEYS)}"
    return SCALARS.get(kind.name, TEXTS.get(name, "যেকোনো লেখা"))
