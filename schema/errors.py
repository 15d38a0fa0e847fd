"""What the outside hears when something goes wrong: refusals as data, faults without insides."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any, Self, TypeVar

import strawberry
from graphql import (
    GraphQLError,
    GraphQLSyntaxError,
    GraphQLUnionType,
    MiddlewareManager,
    get_named_type,
)
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import FieldExtension, SchemaExtension
from strawberry.scalars import JSON
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext

from hmk_graph import errors, idempotency, metrics
from hmk_graph.errors import DomainError
from schema.causes import TimedOut, as_refusal, causes
from schema.hooks import Runner, look_at_fields

logger = logging.getLogger(__name__)

# A broken query can earn a hundred errors of validation; nobody reads the eleventh.
MOST_REQUEST_ERRORS = 10
LONGEST_MESSAGE = 300
# When to try again if the refusal itself does not know: a database restarts in about this time.
RETRY_UNAVAILABLE_S = 2

PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
BAD_INPUT = "BAD_USER_INPUT"
BAD_REQUEST = "BAD_REQUEST"
INTERNAL = "INTERNAL_SERVER_ERROR"

IN_BENGALI = {
    PARSE_FAILED: "প্রশ্নের ভাষা পড়া গেল না।",
    VALIDATION_FAILED: "প্রশ্নটি এই ঠিকানার ছকের সঙ্গে মেলে না।",
    BAD_INPUT: "পাঠানো তথ্য ঠিক নেই।",
    BAD_REQUEST: "অনুরোধটি ঠিকভাবে লেখা হয়নি।",
    INTERNAL: "কিছু একটা ভুল হয়েছে",
}
SOMETHING_WRONG = "Something went wrong"
# Of the first four the message says more: what was found where.
IN_ENGLISH = {
    PARSE_FAILED: "The query's language cannot be read.",
    VALIDATION_FAILED: "The query does not fit this schema.",
    BAD_INPUT: "What was sent is not right.",
    BAD_REQUEST: "The request is not written as it has to be.",
    INTERNAL: SOMETHING_WRONG,
}

# graphql-core quotes the exception of a scalar's parser; Python's words are not answers.
_PYTHONS_WORDS = re.compile(r", but encountered error '.*'; found: ", re.DOTALL)

R = TypeVar("R", bound="type[UserError]")

# Fields are resolved as they are: no extension looks at each of them.
_UNWATCHED = MiddlewareManager()

# Refusal -> its GraphQL type. Filled while the schema's modules are imported, only read after that.
_answers: dict[type[DomainError], type[UserError]] = {}


@strawberry.interface(
    description="Why a mutation was refused. Clients show their own words by `code` and fields."
)
class UserError:
    code: str = strawberry.field(description="What kind of refusal this is, for programs.")
    message_bn: str = strawberry.field(description="What happened, in Bengali.")
    message_en: str = strawberry.field(description="What happened, in English.")
    field: str | None = strawberry.field(
        description="The input field that was at fault, if one was."
    )
    params: JSON = strawberry.field(description="The values that the messages speak of, by name.")
    retryable: bool = strawberry.field(description="Whether the same request may succeed later.")

    @classmethod
    def of(cls, refusal: DomainError) -> Self:
        """Return the refusal as data; fields that the type adds are read from its namesakes."""
        own = {
            field.name: getattr(refusal, field.name, refusal.params.get(field.name))
            for field in fields(cls)
            if field.init and field.name not in UserError.__annotations__
        }
        return cls(
            code=refusal.code,
            message_bn=refusal.message_bn,
            message_en=refusal.message_en,
            field=field_at_fault(refusal),
            params=JSON(refusal.params),
            retryable=refusal.retryable,
            **own,
        )


def answers(refusal: type[DomainError]) -> Callable[[R], R]:
    """Register a GraphQL type as the answer to a refusal and to those derived from it."""

    def register(kind: R) -> R:
        if refusal in _answers:
            raise TypeError(f"{refusal.__name__} is answered twice")
        _answers[refusal] = kind
        return kind

    return register


def answer_to(refusal: type[DomainError]) -> type[UserError] | None:
    """Return the GraphQL type that answers a refusal, its own or its nearest ancestor's."""
    return next((_answers[kind] for kind in refusal.__mro__ if kind in _answers), None)


@answers(errors.NotFound)
@strawberry.type(
    description="Returned when there is no such thing, or the viewer may not know of it."
)
class NotFound(UserError):
    pass


@answers(errors.StaleState)
@strawberry.type(
    description="Returned when the thing has moved on and the step is no longer possible."
)
class StaleState(UserError):
    current: str = strawberry.field(description="The state it is in now.")
    allowed: list[str] = strawberry.field(description="The states in which the step is possible.")


@answers(idempotency.IdempotencyConflict)
@strawberry.type(description="Returned when the idempotency key was used with another input.")
class IdempotencyConflict(UserError):
    pass


@answers(idempotency.InProgress)
@strawberry.type(description="Returned when the twin of this request is still being worked on.")
class InProgress(UserError):
    retry_after_ms: int = strawberry.field(description="When to ask again, in milliseconds.")


class ErrorsAsData(FieldExtension):
    """Answer a refusal with its type, where the field's union has that type as a member.

    Any other exception passes on and goes out as a top-level error.
    """

    async def resolve_async(
        self,
        next_: Callable[..., Awaitable[Any]],
        source: Any,  # Any: whatever the parent resolver returned
        info: strawberry.Info,
        **kwargs: Any,
    ) -> Any:
        """Resolve the field, and turn a refusal into data."""
        try:
            return await next_(source, info, **kwargs)
        except DomainError as refusal:
            kind = answer_to(type(refusal))
            if kind is None or not _is_member(kind, info):
                raise
            metrics.refusals.labels(refusal.code).inc()
            return kind.of(refusal)


def _is_member(kind: type[UserError], info: strawberry.Info) -> bool:
    returned = get_named_type(info._raw_info.return_type)
    name: str = kind.__strawberry_definition__.name  # type: ignore[attr-defined]  # set by the decorator
    return isinstance(returned, GraphQLUnionType) and any(t.name == name for t in returned.types)


class Told(GraphQLError):
    """An error in the form in which it may leave the house."""


def refused(refusal: DomainError, at: GraphQLError | None = None) -> Told:
    """Return a refusal as a top-level error, at the place of the error that carried it."""
    extensions: dict[str, Any] = {
        "code": refusal.code,
        "messageBn": refusal.message_bn,
        "messageEn": refusal.message_en,
        "retryable": refusal.retryable,
    }
    wait = getattr(refusal, "retry_after_s", None)
    if wait is None and isinstance(refusal, errors.Unavailable | TimedOut):
        wait = RETRY_UNAVAILABLE_S
    optional = {
        "field": field_at_fault(refusal),
        "retryAfter": wait,
        "reason": getattr(refusal, "reason", None),
    }
    extensions |= {key: value for key, value in optional.items() if value is not None}
    return _told(refusal.message_en, extensions, at)


def fault(
    code: str, message: str, *, bn: str | None = None, at: GraphQLError | None = None
) -> Told:
    """Return what the client did wrong, before any rule was asked."""
    short = message[:LONGEST_MESSAGE]
    extensions = {
        "code": code,
        "messageBn": bn or IN_BENGALI[code],
        "messageEn": short,
        "retryable": False,
    }
    return _told(short, extensions, at)


def field_at_fault(refusal: DomainError) -> str | None:
    """Return the name of the input that was wrong, or None."""
    if isinstance(refusal, errors.BadInput):
        name: str = refusal.params["name"]
        return name
    return refusal.field


def tell(
    error: GraphQLError, execution: ExecutionContext | None = None, *, suggestions: bool = False
) -> Told:
    """Return an error as the client may read it; log the whole of it if nobody expected it."""
    if isinstance(error, Told):
        return error
    refusal = as_refusal(error)
    if refusal is not None:
        if isinstance(refusal, errors.Unavailable):
            logger.warning("unavailable: %r", list(causes(error))[-1])
        return refused(refusal, error)
    code = _clients_fault(error)
    if code is None:
        return _masked(error, execution)
    message = _PYTHONS_WORDS.sub(", found: ", error.message)
    if not suggestions:
        message = message.split(" Did you mean", 1)[0]
    return fault(code, message, at=error)


class Schema(strawberry.Schema):
    """The schema whose errors have all passed `tell`, on every transport and in process.

    Set `suggestions` where "Did you mean ..." may name what the client did not (in development).
    """

    suggestions = False

    def create_extensions_runner(
        self, execution_context: ExecutionContext, extensions: list[SchemaExtension]
    ) -> Runner:
        """Return what runs the hooks of an operation's extensions."""
        return Runner(execution_context, extensions)

    def _get_middleware_manager(self, extensions: list[SchemaExtension]) -> MiddlewareManager:
        """Return nothing that looks at each field, without asking each extension for it."""
        kinds = tuple(map(type, extensions))
        return super()._get_middleware_manager(extensions) if look_at_fields(kinds) else _UNWATCHED

    def process_errors(
        self, found: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Rewrite a result's errors in place.

        Strawberry calls this once for each result that has errors, streamed ones included, with the
        very list that is sent. This is the one point that all of them pass.
        """
        keep = MOST_REQUEST_ERRORS if all(error.path is None for error in found) else len(found)
        found[:] = [
            tell(error, execution_context, suggestions=self.suggestions) for error in found[:keep]
        ]


def _told(message: str, extensions: dict[str, Any], at: GraphQLError | None) -> Told:
    if at is None:
        return Told(message, extensions=extensions)
    return Told(message, at.nodes, at.source, at.positions, at.path, extensions=extensions)


def _masked(error: GraphQLError, execution: ExecutionContext | None) -> Told:
    reference = uuid.uuid4().hex[:12]
    context: Any = getattr(execution, "context", None)
    logger.error(
        "unexpected error %s at %s of %s",
        reference,
        ".".join(map(str, error.path or ())) or "the request",
        getattr(execution, "operation_name", None) or "an unnamed operation",
        exc_info=list(causes(error))[-1],
        extra={
            "reference": reference,
            "request_id": getattr(context, "request_id", None),
            "viewer_id": context.viewer_id if getattr(context, "signed_in", False) else None,
        },
    )
    extensions = {
        "code": INTERNAL,
        "messageBn": IN_BENGALI[INTERNAL],
        "messageEn": SOMETHING_WRONG,
        "retryable": False,
        "reference": reference,
    }
    return _told(SOMETHING_WRONG, extensions, error)


def _clients_fault(error: GraphQLError) -> str | None:
    """Return the code of what graphql-core itself found wrong with a request, or None."""
    if isinstance(error, GraphQLSyntaxError):
        return PARSE_FAILED
    if (error.extensions or {}).get("code") == VALIDATION_FAILED:
        return VALIDATION_FAILED
    original = error.original_error
    if isinstance(original, RecursionError) and error.path is None:
        return PARSE_FAILED  # the parser ran out of stack; no query that deep is allowed anyway
    if isinstance(
        original, MissingQueryError | CannotGetOperationTypeError | InvalidOperationTypeError
    ):
        return BAD_REQUEST
    # Variables are read before anything runs: no path, and errors of graphql-core all the way down.
    # With a path only an argument that a variable left null is the client's own doing.
    read = original is None or isinstance(original, GraphQLError)
    argument = error.path is not None and error.message.startswith("Argument '")
    return BAD_INPUT if read and (error.path is None or argument) else None
