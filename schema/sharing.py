"""What may be rendered once for many: which subscriptions, and how one that differs is found out.

Nobody has to remember which fields differ from viewer to viewer. A shared rendering has no viewer;
whatever asks for one gives itself away, and then that document is rendered for each listener alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar, cast

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    NonNullTypeNode,
    NullValueNode,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    parse,
    visit,
)
from graphql.execution.values import get_argument_values, get_variable_values

from schema.context import Context
from schema.cursors import Course, Cursors, Place
from schema.limits import CACHED_DOCUMENTS, HOUSE
from schema.scalars import Cursor
from schema.streams import PUBLIC, Reconnect, State

AFTER = "after"
# The place of all items of a stream that is not numbered.
NOWHERE = Place(epoch=0, seq=0)


@dataclass(frozen=True, kw_only=True)
class PublicStream:
    """A stream that all who may listen hear alike; `topic` is where its listeners are counted.

    One that is not numbered has states alone: the first item and each later one of its kind tells
    all of it, a `State` a part of it. There is nothing to resume.
    """

    name: str
    topic: str | None = None
    is_numbered: bool = True

    def place_of(self, item: object, cursors: Cursors) -> Place | None:
        """Return where the stream stands after an item; None if that does not tell."""
        if not self.is_numbered:
            return None if isinstance(item, State | Reconnect) else NOWHERE
        cursor = getattr(item, "cursor", None)
        return None if cursor is None else cursors.read(cursor, stream=self.name, audience=PUBLIC)


MayListen: TypeAlias = Callable[[Context, Mapping[str, Any]], Awaitable[PublicStream | None]]
"""Takes the listener's context and the field's arguments by their GraphQL names.

Asks whether this listener may listen, and raises as the field itself would. Answers None where he
may, but not everybody. `Any`: arguments as graphql-core coerced them.
"""

M = TypeVar("M", bound=MayListen)

# Filled while the schema's modules are imported, only read after that.
shared_fields: dict[str, MayListen] = {}


def shares(field: str) -> Callable[[M], M]:
    """Register how listeners of a root field are let in to a common rendering of it."""

    def register(may_listen: M) -> M:
        if field in shared_fields:
            raise TypeError(f"{field} is shared twice")
        shared_fields[field] = may_listen
        return may_listen

    return register


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a client asks to follow."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


@dataclass(frozen=True, kw_only=True)
class Shareable:
    """A request of which others may ask the same: `variables` are those that count, but `after`."""

    request: Request
    field: str
    arguments: Mapping[str, Any]
    after: Cursor | None
    variables: dict[str, Any]

    @property
    def document(self) -> tuple[str, str | None]:
        """Return what is the same for all variables."""
        return self.request.query, self.request.operation_name

    @property
    def key(self) -> tuple[str, str | None, bytes]:
        """Return what those who share a rendering have in common, besides the audience."""
        return *self.document, orjson.dumps(self.variables, option=orjson.OPT_SORT_KEYS)


@dataclass(frozen=True)
class _Plan:
    operation: OperationDefinitionNode
    root: FieldNode
    after: str | None


def shareable(schema: GraphQLSchema, request: Request) -> Shareable | None:
    """Return a request as one that can be shared; None: it is run for its client alone."""
    plan = _plan_of(request.query, request.operation_name)
    if plan is None or schema.subscription_type is None:
        return None
    name = plan.root.name.value
    given = request.variables or {}
    declared = [v.variable.name.value for v in plan.operation.variable_definitions or ()]
    try:
        field = schema.subscription_type.fields[name]
        values = get_variable_values(schema, plan.operation.variable_definitions or (), given)
        arguments = get_argument_values(field, plan.root, cast(Any, values))
        after = arguments.pop(AFTER, None)
        shared = Shareable(
            request=request,
            field=name,
            arguments=arguments,
            after=None if after is None else Cursor(after),
            variables={n: given[n] for n in declared if n in given and n != plan.after},
        )
        _ = shared.key  # it has to be JSON
    except (KeyError, TypeError, GraphQLError, orjson.JSONEncodeError):
        return None  # what is wrong with it, the ordinary way tells
    return shared


@lru_cache(CACHED_DOCUMENTS)
def _plan_of(query: str, operation_name: str | None) -> _Plan | None:
    try:
        document = parse(query, max_tokens=HOUSE.tokens, no_location=True)
    except (GraphQLError, RecursionError):
        return None
    operations = [
        definition
        for definition in document.definitions
        if isinstance(definition, OperationDefinitionNode)
        and (
            operation_name is None or (definition.name and definition.name.value == operation_name)
        )
    ]
    if len(operations) != 1 or operations[0].operation is not OperationType.SUBSCRIPTION:
        return None
    [operation] = operations
    selections = operation.selection_set.selections
    if len(selections) != 1 or not isinstance(selections[0], FieldNode):
        return None
    root = selections[0]
    if root.name.value not in shared_fields or root.directives or operation.directives:
        return None
    return _with_cursor(document, operation, root)


def _with_cursor(
    document: DocumentNode, operation: OperationDefinitionNode, root: FieldNode
) -> _Plan | None:
    """Find the variable that carries the cursor; it may serve nothing else."""
    given = [a.value for a in root.arguments or () if a.name.value == AFTER]
    if not given or isinstance(given[0], NullValueNode):
        return _Plan(operation, root, None)
    cursor = given[0]
    if not isinstance(cursor, VariableNode):
        return None
    name = cursor.name.value
    definitions = [d for d in operation.variable_definitions or () if d.variable.name.value == name]
    uses = _Uses(name)
    visit(document, uses)
    # One use is its definition, the other the argument itself.
    if len(definitions) != 1 or uses.count != 2:
        return None
    if isinstance(definitions[0].type, NonNullTypeNode) or definitions[0].default_value:
        return None
    return _Plan(operation, root, name)


class _Uses(Visitor):
    """Counts where a variable stands."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.count = 0

    def enter_variable(self, node: VariableNode, *_: object) -> None:
        self.count += node.name.value == self.name


class ViewerAsked(AttributeError):
    """A rendering for many asked who its one viewer is."""


class SharedContext(Context):
    """The context of a rendering that many share: it has no viewer, and tells if one was asked for.

    Only what is named here is handed on; a resolver that reaches for anything else of a person or a
    request gives itself away in the same manner.
    """

    def __init__(self, of: Context, course: Course) -> None:
        super().__init__(
            clock=of.clock,
            hub=of.hub,
            cursors=of.cursors,
            address="",
            request_id="shared",
            snapshots=of.snapshots,
            presence=of.presence,
            course=course,
        )
        self.asked_for_viewer = False

    @property
    def signed_in(self) -> bool:
        """Say no: the limits are those of a stranger."""
        return False

    @property
    def onlooker_id(self) -> None:
        """Return nobody in particular."""
        return

    def __getattribute__(self, name: str) -> Any:  # Any: an attribute of whatever type
        if name in _PERSONAL:
            self.asked_for_viewer = True
            raise ViewerAsked(name)
        return super().__getattribute__(name)

    def __getattr__(self, name: str) -> Any:  # Any: there is none
        self.asked_for_viewer = True
        raise ViewerAsked(name)


_PERSONAL = frozenset({"viewer_id", "session_id", "expires_at", "address"})
