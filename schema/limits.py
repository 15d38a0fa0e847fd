"""How much one request may ask: measured before it runs, in time linear to what was written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_operation_ast,
)
from strawberry.extensions import MaxTokensLimiter, ParserCache, SchemaExtension
from strawberry.schema.schema import validate_document

from hmk_graph import reading
from hmk_graph.errors import DomainError, TooMany
from schema.cost import cost, fixed_cost
from schema.errors import MOST_REQUEST_ERRORS, VALIDATION_FAILED
from schema.metering import uses_of
from schema.scalars import CleanTextRule, UncleanText, is_clean

CACHED_DOCUMENTS = 128
# What takes longer is given up: whoever asked has gone by then, and others wait.
ANSWER_S = 10.0


class TooComplex(DomainError):
    """The query asks for too much at once."""

    code = "QUERY_TOO_COMPLEX"
    bn = "প্রশ্নটি একবারে খুব বেশি চায় ({what}: {value}, সীমা {limit})। ভাগ করে চান।"
    en = "The query asks for too much at once: {what} {value}, the limit is {limit}. Ask in parts."

    def __init__(self, what: str, value: int, limit: int) -> None:
        # A chain of doubling fragments makes numbers of a hundred digits; nobody needs the digits.
        super().__init__(what=what, value=min(value, 10**9), limit=limit)


class SchemaNotShown(DomainError):
    """A stranger asks for the schema where it is shown to those who are signed in alone."""

    code = "INTROSPECTION_DISABLED"
    bn = "এখানে ছকটি জানতে আগে সাইন ইন করুন।"
    en = "Here the schema is told to those who are signed in. It is also published as a file."


class FragmentCycle(DomainError):
    """A fragment contains itself."""

    code = VALIDATION_FAILED
    bn = "প্রশ্নের একটি খণ্ড নিজেকেই ডাকে।"
    en = "A fragment of the query contains itself."


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a request may hold (rules 2.12). The cost is counted by `cost`, the rest by `measure`.

    `written` are the selections as they stand in the document: graphql-core's check whether fields
    can be merged takes time quadratic in them. `fields` are those once fragments are unfolded.
    An answer may take `seconds`, ANSWER_S if it is None. Where `schema_for_all` is off, strangers
    may not ask for the schema.
    """

    tokens: int = 2_000
    depth: int = 12
    aliases: int = 30
    root_fields: int = 10
    directives: int = 50
    written: int = 500
    fields: int = 2_000
    cost_anonymous: int = 5_000
    cost_signed_in: int = 20_000
    seconds: float | None = None
    schema_for_all: bool = True

    def cost_of(self, *, is_signed_in: bool) -> int:
        """Return how much somebody may ask at once."""
        return self.cost_signed_in if is_signed_in else self.cost_anonymous


HOUSE = Limits()


def extensions(limits: Limits = HOUSE) -> list[Callable[[], SchemaExtension]]:
    """Return the extensions that keep the limits, in the order in which they have to stand."""
    return [
        lambda: MaxTokensLimiter(limits.tokens),
        lambda: ParsedOnce(CACHED_DOCUMENTS),
        lambda: Checked(limits),
        lambda: Deadline(limits.seconds),
    ]


class ParsedOnce(ParserCache):
    """Parse each document once.

    A parser that fails here would raise past Strawberry's own handling, and a socket's operation
    would end without a word. A faulty document is left for Strawberry to parse again, and report.
    """

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        with suppress(GraphQLError, RecursionError):
            context.graphql_document = self.cached_parse_document(
                context.query, **context.parse_options
            )
        yield


class Checked(SchemaExtension):
    """Validate each document once, and weigh each request.

    Strawberry's `ValidationCache` does the first; this one looks at the size before graphql-core
    looks at the content, because some of graphql-core's rules can themselves be overworked.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cost = 0

    async def on_validate(self) -> AsyncIterator[None]:
        context = self.execution_context
        context.pre_execution_errors = self._faults() or await self._unpaid()
        yield

    def _faults(self) -> list[GraphQLError]:
        context = self.execution_context
        document = context.graphql_document
        if document is None:
            return []
        rules = (*context.validation_rules, CleanTextRule)
        try:
            # A copy: the schema rewrites the errors that it sends, and these are kept.
            faults = list(faults_of(context.schema._schema, Parsed(document), rules, self.limits))
            return faults or self._faults_of_request(document)
        except RecursionError:
            return _as_errors(TooComplex("depth", self.limits.depth + 1, self.limits.depth))

    def _faults_of_request(self, document: DocumentNode) -> list[GraphQLError]:
        """Look at what differs from request to request: the variables and who asks."""
        context = self.execution_context
        if not is_clean(context.variables):
            return _as_errors(UncleanText())
        operation = get_operation_ast(document, context.operation_name)
        if operation is None:
            return []
        asked = kept_cost(context.schema._schema, Parsed(document), context.operation_name)
        if asked is None:
            asked = cost(context.schema._schema, document, operation, context.variables or {})
        reading.costs(asked)
        self.cost = asked
        signed_in = getattr(context.context, "signed_in", False)
        if not self.limits.schema_for_all and asks_for_schema(Parsed(document)):
            reading.refuse("the schema is not for all")
            if not signed_in:
                return _as_errors(SchemaNotShown())
        limit = self.limits.cost_of(is_signed_in=signed_in)
        return _as_errors(TooComplex("cost", asked, limit)) if asked > limit else []

    async def _unpaid(self) -> list[GraphQLError]:
        """Have the caller pay; return what he is told if he has asked for too much lately."""
        context = self.execution_context
        charge = getattr(context.context, "charge", None)
        if charge is None or context.graphql_document is None:
            return []
        uses = kept_uses(Parsed(context.graphql_document), context.operation_name)
        try:
            await charge(self.cost, uses)
        except TooMany as refusal:
            return _as_errors(refusal)
        return []


class Deadline(SchemaExtension):
    """Give up an answer that takes too long. Of a subscription the beginning is timed."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds

    async def on_execute(self) -> AsyncIterator[None]:
        async with asyncio.timeout(ANSWER_S if self.seconds is None else self.seconds):
            yield


class Parsed:
    """A document as a key, by identity: `ParsedOnce` hands out the very same one again.

    graphql-core would walk through all of a document each time to hash it.
    """

    __slots__ = ("document",)

    def __init__(self, document: DocumentNode) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Parsed) and other.document is self.document


@lru_cache(CACHED_DOCUMENTS)
def kept_cost(schema: GraphQLSchema, parsed: Parsed, operation_name: str | None) -> int | None:
    """Return the cost of a valid operation, counted once; None if its variables decide."""
    operation = get_operation_ast(parsed.document, operation_name)
    return fixed_cost(schema, parsed.document, operation) if operation else None


@lru_cache(CACHED_DOCUMENTS)
def kept_uses(parsed: Parsed, operation_name: str | None) -> dict[str, int]:
    """Return how often a valid operation uses sensitive fields, by group."""
    operation = get_operation_ast(parsed.document, operation_name)
    return uses_of(parsed.document, operation) if operation else {}


@lru_cache(CACHED_DOCUMENTS)
def asks_for_schema(parsed: Parsed) -> bool:
    """Say whether a valid document asks for the schema; only a root can be asked for it."""
    return any(
        isinstance(item, FieldNode) and item.name.value in ("__schema", "__type")
        for selections in _roots(parsed.document)
        for item in selections.selections
    )


def _roots(document: DocumentNode) -> Iterator[SelectionSetNode]:
    """Yield the selection sets that can stand at a root: operations', fragments', inline ones'."""
    found = [
        each.selection_set
        for each in document.definitions
        if isinstance(each, OperationDefinitionNode | FragmentDefinitionNode)
    ]
    while found:
        selections = found.pop()
        yield selections
        found += [
            item.selection_set
            for item in selections.selections
            if isinstance(item, InlineFragmentNode)
        ]


@lru_cache(CACHED_DOCUMENTS)
def faults_of(
    schema: GraphQLSchema,
    parsed: Parsed,
    rules: tuple[type[ASTValidationRule], ...],
    limits: Limits,
) -> tuple[GraphQLError, ...]:
    """Return what is wrong with a document, whoever sends it."""
    document = parsed.document
    refusal = too_much(document, limits)
    if refusal is not None:
        return tuple(_as_errors(refusal))
    found = validate_document(schema, document, rules)[:MOST_REQUEST_ERRORS]
    for error in found:
        error.extensions = {"code": VALIDATION_FAILED}
    return tuple(found)


class Size(NamedTuple):
    """The size of a selection set. `breadth` counts its own fields, `fields` those below, too."""

    depth: int = 0
    breadth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0


def too_much(document: DocumentNode, limits: Limits) -> DomainError | None:
    """Return why a document is refused for its size, or None."""
    measured = Measure(document)
    try:
        sizes = [
            (measured.of(definition.selection_set), isinstance(definition, OperationDefinitionNode))
            for definition in document.definitions
            if isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode)
        ]
    except FragmentCycle as cycle:
        return cycle
    excesses = [("selections", measured.written, limits.written)]
    for size, is_operation in sizes:
        excesses += [
            ("aliases", size.aliases, limits.aliases),
            ("fields", size.fields, limits.fields),
            ("directives", size.directives, limits.directives),
        ]
        if is_operation:  # a fragment's depth counts where it is spread; introspection's does not
            excesses += [
                ("depth", size.depth, limits.depth),
                ("root fields", size.breadth, limits.root_fields),
            ]
    return next((TooComplex(*one) for one in excesses if one[1] > one[2]), None)


class Measure:
    """Measures selection sets with their fragments unfolded, looking at each fragment once.

    Strawberry's limiters walk a fragment each time it is spread: of fragments that each spread the
    next one twice, eighteen keep them busy for a second, and each further one doubles that.
    """

    def __init__(self, document: DocumentNode) -> None:
        self.fragments = {
            d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
        }
        self.done: dict[str, Size | None] = {}
        self.written = 0

    def of(self, selections: SelectionSetNode | None) -> Size:
        """Return the size of a selection set.

        Raises:
            FragmentCycle: A fragment contains itself.
        """
        total = Size()
        for item in selections.selections if selections else ():
            self.written += 1
            if isinstance(item, FieldNode):
                part = self._field(item)
            elif isinstance(item, FragmentSpreadNode):
                part = self._fragment(item.name.value)
            else:
                part = self.of(item.selection_set)  # type: ignore[attr-defined]  # inline fragment
            total = Size(
                max(total.depth, part.depth),
                total.breadth + part.breadth,
                total.fields + part.fields,
                total.aliases + part.aliases,
                total.directives + part.directives + len(item.directives or ()),
            )
        return total

    def _field(self, node: FieldNode) -> Size:
        below = self.of(node.selection_set)
        # Introspection is deep by nature; graphql-core has a rule of its own for how deep.
        return below._replace(
            depth=0 if node.name.value.startswith("__") else below.depth + 1,
            breadth=1,
            fields=below.fields + 1,
            aliases=below.aliases + (node.alias is not None),
        )

    def _fragment(self, name: str) -> Size:
        if name not in self.fragments:
            return Size()  # graphql-core's own rule says so
        if name not in self.done:
            self.done[name] = None
            self.done[name] = self.of(self.fragments[name].selection_set)
        size = self.done[name]
        if size is None:
            raise FragmentCycle
        return size


def _as_errors(refusal: DomainError) -> list[GraphQLError]:
    return [GraphQLError(refusal.message_en, original_error=refusal)]
