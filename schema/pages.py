"""Lists in pages by keyset: one query a page, and a page never shifts when rows are added."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any, Generic, TypeVar

import orjson
import strawberry
from tortoise.exceptions import BaseORMException
from tortoise.expressions import Q
from tortoise.fields import Field
from tortoise.models import Model
from tortoise.queryset import QuerySet

from hmk_graph.errors import BadInput
from schema.cost import DEFAULT_PAGE, LARGEST_PAGE
from schema.scalars import BadCursor, Cursor, is_clean, plain

N = TypeVar("N")
M = TypeVar("M", bound=Model)


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether the list goes on after this page.")
    has_previous_page: bool = strawberry.field(
        description="Whether something comes before it. Paging forward, `after` says so."
    )
    start_cursor: Cursor | None = strawberry.field(description="Of the first node of the page.")
    end_cursor: Cursor | None = strawberry.field(description="Of the last node of the page.")


@strawberry.type(description="A node and its place in the list.")
class Edge(Generic[N]):
    node: N = strawberry.field(description="The node.")
    at: strawberry.Private[Callable[[], Cursor]]

    @strawberry.field(description="To go on from here: `after` or `before`.")
    def cursor(self) -> Cursor:
        return self.at()


@strawberry.type(description="One page of a list.")
class Connection(Generic[N]):
    edges: list[Edge[N]] = strawberry.field(description="The page, in the list's order.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")


@dataclass(frozen=True, kw_only=True)
class Window:
    """Which page: `size` rows from the front, or from the back."""

    size: int
    backward: bool


def window(first: int | None, last: int | None) -> Window:
    """Return the page that the arguments ask for; 20 from the front if they ask for none.

    Raises:
        BadInput: Both are given, or one is not between 1 and 100.
    """
    if first is not None and last is not None:
        raise BadInput(
            "last",
            why_bn="first ও last একসঙ্গে দেওয়া যায় না।",
            why_en="first and last cannot be given together.",
        )
    name, size = ("last", last) if last is not None else ("first", first)
    if size is None:
        size = DEFAULT_PAGE
    if not 1 <= size <= LARGEST_PAGE:
        raise BadInput(
            name,
            why_bn=f"১ থেকে {LARGEST_PAGE}-এর মধ্যে হতে হবে।",
            why_en=f"it has to be between 1 and {LARGEST_PAGE}.",
        )
    return Window(size=size, backward=last is not None)


async def keyset_page(
    rows: QuerySet[M],
    to_node: Callable[[M], N],
    *,
    order: Sequence[str],
    first: int | None = None,
    after: Cursor | None = None,
    last: int | None = None,
    before: Cursor | None = None,
) -> Connection[N]:
    """Return one page of a query's rows, by one statement.

    Args:
        rows: The query, with all its conditions and without an order.
        to_node: Makes the GraphQL type of a row.
        order: Columns of the row itself, like `("-closes_at", "id")`. The last one has to be unique
            and never null, so that ties have an order. The others may be null: nulls stand where
            PostgreSQL puts them, last when rising and first when falling.
        first: How many from the front, 1 to 100.
        after: Only what comes after this cursor.
        last: How many from the back, 1 to 100, instead of `first`.
        before: Only what comes before this cursor.

    Raises:
        BadInput: The size is out of range.
        BadCursor: A cursor was not given out for this list.
    """
    wanted = window(first, last)
    keys = [Key.of(rows.model, spelled) for spelled in order]
    for cursor, forward in ((after, True), (before, False)):
        if cursor is not None:
            rows = rows.filter(beyond(keys, read_cursor(cursor, keys), forward=forward))
    ordered = [key.spelled(reverse=wanted.backward) for key in keys]
    found = await rows.order_by(*ordered).limit(wanted.size + 1)
    more, kept = len(found) > wanted.size, found[: wanted.size]
    if wanted.backward:
        kept.reverse()
    edges = [Edge(node=to_node(row), at=partial(write_cursor, row, keys)) for row in kept]
    return Connection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=before is not None if wanted.backward else more,
            has_previous_page=more if wanted.backward else after is not None,
            start_cursor=edges[0].at() if edges else None,
            end_cursor=edges[-1].at() if edges else None,
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Key:
    """One column of an order."""

    name: str
    falling: bool
    column: Field[Any]

    @classmethod
    def of(cls, model: type[Model], spelled: str) -> Key:
        """Return the column that is spelled like `-closes_at`."""
        name = spelled.removeprefix("-")
        return cls(name=name, falling=spelled != name, column=model._meta.fields_map[name])

    def spelled(self, *, reverse: bool) -> str:
        """Return the column as `order_by` takes it."""
        return f"-{self.name}" if self.falling != reverse else self.name

    def same(self, value: object) -> Q:
        """Return the condition that a row has this value."""
        return self._is(isnull=True) if value is None else Q(**self._named("", value))

    def bound(self, value: object, *, forward: bool) -> Q | None:
        """Return the condition that no row before this value meets; None where nulls are in it."""
        if value is None or self.column.null:
            return None
        return Q(**self._named("__gte" if self.falling != forward else "__lte", value))

    def past(self, value: object, *, forward: bool) -> Q | None:
        """Return the condition that a row stands past this value; None if none can.

        PostgreSQL sorts null as if it were larger than everything.
        """
        rising = self.falling != forward
        if value is None:
            return None if rising else self._is(isnull=False)
        beyond = Q(**self._named("__gt" if rising else "__lt", value))
        return beyond | self._is(isnull=True) if rising and self.column.null else beyond

    def _is(self, *, isnull: bool) -> Q:
        return Q(**self._named("__isnull", isnull))

    def _named(self, operator: str, value: object) -> dict[str, Any]:
        # Tortoise annotates its conditions too narrowly, hence Any.
        return {f"{self.name}{operator}": value}


def beyond(keys: Sequence[Key], values: Sequence[object], *, forward: bool) -> Q:
    """Return the condition that a row stands past a tuple of values.

    (a past x) or (a = x and b past y) or ...: written out, since a row comparison knows one
    direction for all columns and no nulls. The first column's own bound is written before it, since
    an index can begin there, and cannot at an "or".
    """
    steps: list[Q] = []
    same: list[Q] = []
    for key, value in zip(keys, values, strict=True):
        past = key.past(value, forward=forward)
        if past is not None:
            steps.append(Q(*same, past))
        same.append(key.same(value))
    found = Q(*steps, join_type=Q.OR)
    bound = keys[0].bound(values[0], forward=forward)
    return found if bound is None else Q(bound, found)


def write_cursor(row: Model, keys: Sequence[Key]) -> Cursor:
    """Return a row's place in an order. It names the order, so that another list refuses it."""
    values = [plain(getattr(row, key.name)) for key in keys]
    text = orjson.dumps([_name_of(keys), *values])
    return Cursor(base64.urlsafe_b64encode(text).rstrip(b"=").decode())


def read_cursor(cursor: Cursor, keys: Sequence[Key]) -> list[object]:
    """Return the values that a cursor of this order holds, as the columns' Python types.

    Raises:
        BadCursor: It is another list's, or was tampered with.
    """
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        named, *values = orjson.loads(text)
    except (binascii.Error, ValueError, TypeError):
        raise BadCursor from None
    if named != _name_of(keys) or len(values) != len(keys) or not is_clean(values):
        raise BadCursor
    return [_typed(key.column, value) for key, value in zip(keys, values, strict=True)]


def _typed(column: Field[Any], value: object) -> object:
    """Return a JSON value as the column's type, refusing what the driver would stumble over."""
    if value is None:
        if column.null:
            return None
        raise BadCursor
    if isinstance(value, list | dict) or isinstance(value, bool) != (column.field_type is bool):
        raise BadCursor
    try:
        typed: object = column.to_python_value(value)
        # The driver compares as the column's own type: 2**40 is no int4.
        limits = column.constraints
        if isinstance(typed, int) and not isinstance(typed, bool | Enum):
            in_range = limits.get("ge", -(2**63)) <= typed <= limits.get("le", 2**63 - 1)
        else:
            in_range = not isinstance(typed, datetime) or typed.tzinfo is not None
    except (ValueError, TypeError, ArithmeticError, BaseORMException):
        raise BadCursor from None
    if not in_range or not isinstance(typed, column.field_type):
        raise BadCursor
    return typed


def _name_of(keys: Sequence[Key]) -> str:
    return ",".join(key.spelled(reverse=False) for key in keys)
