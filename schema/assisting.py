"""What an operator may do for a citizen in an assistance, and as whom each request of his is done.

Commands are done as the citizen if they are `DEEDS`, and name both. Of the citizen's own things he
reads those that were made in this very assistance; all else he asks as nobody in particular, and so
sees what everybody sees. What needs the citizen's money, codes or papers is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_operation_ast,
    parse,
    value_from_ast_untyped,
)

from hmk_graph.accounts import assisting
from hmk_graph.accounts.deeds import DEEDS
from hmk_graph.accounts.errors import NotForOperators
from hmk_graph.accounts.events import ActedFor
from hmk_graph.accounts.sessions import Assisted
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Behalf
from schema import ids
from schema.context import Caller, Identity
from schema.limits import CACHED_DOCUMENTS, HOUSE
from schema.requests import Asked


@dataclass(frozen=True, kw_only=True)
class Own:
    """An argument that names a thing of the citizen's, and the stream of such things."""

    argument: str
    kind: str
    stream: str


BOOKING = Own(argument="bookingId", kind="Booking", stream="services.booking")
BLOOD = Own(argument="requestId", kind="BloodRequest", stream="blood.request")
TRIP = Own(argument="tripId", kind="Trip", stream="dispatch.trip")
COMPLAINT = Own(argument="complaintId", kind="Complaint", stream="civic.complaint")
ORDER = Own(argument="orderId", kind="Order", stream="orders.order")

# Commands of `DEEDS` that take a step with something of the citizen's, which they name.
STEPS: Mapping[str, Own] = {
    "requestBooking": BOOKING,
    "cancelBloodRequest": BLOOD,
    "cancelTrip": TRIP,
}
# Asked as the citizen: this assistance, what is about to be ordered, and what was made in it.
MINE: Mapping[str, Own | None] = {
    "assistance": None,
    "cart": None,
    "booking": replace(BOOKING, argument="id"),
    "bloodRequest": replace(BLOOD, argument="id"),
    "trip": replace(TRIP, argument="id"),
    "complaint": replace(COMPLAINT, argument="id"),
    "order": replace(ORDER, argument="id"),
}
# The same whoever asks; it may stand beside them.
NEUTRAL = frozenset({"serverNow", "__typename"})


@dataclass(frozen=True, kw_only=True)
class Standing:
    """As whom a request is done, and on whose behalf if it changes something."""

    caller: Caller
    behalf: Behalf | None = None


async def standing(caller: Caller, asked: Asked) -> Standing:
    """Return as whom a request is done: as who asks, unless he asks in an assistance.

    Raises:
        NotForOperators: It is a command, or a mixture, that no operator sends.
        NotFound: It names a thing of the citizen's that was not made in this assistance.
    """
    who = caller.identity
    if who is None or who.assisted is None:
        return Standing(caller=caller)
    kind, fields = _roots(asked.query, asked.operation_name)
    named = replace(caller, operator_id=who.assisted.operator_id)
    if kind is OperationType.MUTATION:
        field = _only(fields)
        name = field.name.value
        await _check(who, field, STEPS.get(name), asked.variables or {})
        return Standing(caller=named, behalf=_behalf(who.account_id, who.assisted, name))
    mine = [field for field in fields if field.name.value in MINE]
    if not mine:
        return Standing(caller=replace(named, identity=None))
    if any(field.name.value not in {*MINE, *NEUTRAL} for field in fields):
        raise NotForOperators
    for field in mine:
        await _check(who, field, MINE[field.name.value], asked.variables or {})
    return Standing(caller=named)


def _only(fields: tuple[FieldNode, ...]) -> FieldNode:
    if len(fields) != 1 or fields[0].name.value not in DEEDS:
        raise NotForOperators
    return fields[0]


async def _check(
    who: Identity, field: FieldNode, own: Own | None, variables: Mapping[str, Any]
) -> None:
    if own is None or who.assisted is None:
        return
    pk = ids.decode(_given(field, own.argument, variables), own.kind)
    stream = f"{own.stream}.{pk}"
    if not await assisting.was_made(who.assisted, who.account_id, stream):
        raise NotFound


def _given(field: FieldNode, name: str, variables: Mapping[str, Any]) -> str:
    """Return the value of an argument, or of a field of the argument `input`; "" if there is none.

    A document that does not fit the schema is refused afterwards, whatever is read out of it here.
    """
    values: dict[str, Any] = {
        each.name.value: value_from_ast_untyped(each.value, dict(variables))
        for each in field.arguments or ()
    }
    within = values.get("input")
    found = within.get(name) if isinstance(within, dict) else values.get(name)
    return found if isinstance(found, str) else ""


def _behalf(citizen_id: int, assisted: Assisted, operation: str) -> Behalf:
    done = ActedFor(
        account_id=citizen_id,
        assistance_id=assisted.assistance_id,
        operator_id=assisted.operator_id,
        operation=operation,
    )
    return Behalf(operator_id=assisted.operator_id, citizen_id=citizen_id, done=done)


@lru_cache(CACHED_DOCUMENTS)
def _roots(
    query: str, operation_name: str | None
) -> tuple[OperationType | None, tuple[FieldNode, ...]]:
    """Return what kind an operation is, and its root fields; nothing of what cannot be read."""
    try:
        document = parse(query, max_tokens=HOUSE.tokens)
    except (GraphQLError, RecursionError):
        return None, ()
    operation = get_operation_ast(document, operation_name)
    if operation is None:
        return None, ()
    return operation.operation, tuple(_fields(document, operation))


def _fields(document: DocumentNode, operation: OperationDefinitionNode) -> Iterator[FieldNode]:
    fragments = {
        each.name.value: each.selection_set
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    waiting: list[SelectionSetNode] = [operation.selection_set]
    seen: set[str] = set()
    while waiting:
        for item in waiting.pop().selections:
            if isinstance(item, FieldNode):
                yield item
            elif isinstance(item, InlineFragmentNode):
                waiting.append(item.selection_set)
            elif isinstance(item, FragmentSpreadNode) and item.name.value not in seen:
                seen.add(item.name.value)
                waiting += [fragments[item.name.value]] if item.name.value in fragments else []
