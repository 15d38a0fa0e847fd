"""A schema of a few toys, and a real server for it: the edge is tested without any context."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, cast

import strawberry
from strawberry.extensions import SchemaExtension

from hmk_graph import errors
from hmk_graph.money import Paisa
from realtime.hub import Hub
from schema import limits, scalars
from schema.context import Context, Info
from schema.cursors import Cursors
from schema.errors import ErrorsAsData, NotFound, Schema, UserError, answers
from schema.loaders import FreshLoaders, loader
from schema.pages import Connection, Edge, PageInfo
from schema.scalars import Cursor

NOON = datetime(2026, 5, 27, 6, tzinfo=UTC)
CURSORS = Cursors(b"toys")


class TooLow(errors.DomainError):
    code = "TOO_LOW"
    bn = "কমপক্ষে {minimum} দিন।"
    en = "Give at least {minimum}."
    field = "amount"

    def __init__(self, minimum: Paisa) -> None:
        super().__init__(minimum=minimum)
        self.minimum = minimum


@answers(TooLow)
@strawberry.type(name="TooLow", description="Returned when the amount is too low.")
class TooLowAnswer(UserError):
    minimum: Paisa


@strawberry.type
class Done:
    amount: Paisa


BidResult = Annotated[Done | TooLowAnswer | NotFound, strawberry.union("BidResult")]


@strawberry.type
class Cow:
    name: str = "ধলী"

    @strawberry.field
    def mother(self) -> Cow:
        return Cow()

    @strawberry.field
    def calves(self, first: int | None = None, last: int | None = None) -> Connection[Cow]:
        return connection(first or last or 20)

    @strawberry.field
    async def loaded(self) -> str:
        return await loader(load_names, "Cow").load(1)


batches: list[list[int]] = []


async def load_names(kind: str, keys: list[int]) -> list[str]:
    batches.append(keys)
    return [f"{kind} {key} {len(batches)}" for key in keys]


def connection(size: int) -> Connection[Cow]:
    cows = [Edge(node=Cow(), at=partial(Cursor, str(i))) for i in range(min(size, 2))]
    info = PageInfo(
        has_next_page=False, has_previous_page=False, start_cursor=None, end_cursor=None
    )
    return Connection(edges=cows, page_info=info)


FAULTS: dict[str, type[Exception] | Exception] = {
    "low": TooLow(Paisa(500)),
    "missing": errors.NotFound(),
    "forbidden": errors.NotAllowed(),
    "often": errors.TooMany(retry_after_s=30),
    "input": errors.BadInput("phone", why_bn="খালি", why_en="empty"),
    "bug": ZeroDivisionError("secret 01712345678"),
    "refused": ConnectionRefusedError(111, "Connect call failed ('10.0.0.5', 5432)"),
}


@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "নমস্কার"

    @strawberry.field
    def echo(self, text: str) -> str:
        return text

    @strawberry.field
    def price(self, amount: Paisa) -> Paisa:
        return amount

    @strawberry.field
    def moment(self, at: datetime) -> datetime:
        return at

    @strawberry.field
    def viewer(self, info: Info) -> int | None:
        return info.context.viewer_id

    @strawberry.field
    def mine(self, info: Info) -> int:
        return info.context.require_viewer()

    @strawberry.field
    def fails(self, how: str) -> str | None:
        raise FAULTS[how]

    @strawberry.field
    async def slow(self) -> str:
        await asyncio.Event().wait()
        return "never"

    @strawberry.field
    def cow(self) -> Cow:
        return Cow()

    @strawberry.field
    def cows(self, first: int | None = None, last: int | None = None) -> Connection[Cow]:
        return connection(first or last or 20)

    @strawberry.field
    def ten(self, first: int = 10) -> list[Cow]:
        return [Cow()] * first


@strawberry.type
class Mutation:
    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def bid(self, amount: Paisa, how: str | None = None) -> BidResult:
        if how is not None:
            raise FAULTS[how]
        if amount < 500:
            raise TooLow(Paisa(500))
        return Done(amount=amount)


closed: list[str] = []


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def ticks(self, count: int) -> AsyncGenerator[int, None]:
        for i in range(count):
            yield i

    @strawberry.subscription
    async def cows(self, count: int) -> AsyncGenerator[Cow, None]:
        for _ in range(count):
            yield Cow()

    @strawberry.subscription
    async def waits(self, info: Info, name: str = "") -> AsyncGenerator[int | None, None]:
        try:
            yield info.context.viewer_id
            await asyncio.Event().wait()
        finally:
            closed.append(name)

    @strawberry.subscription
    async def breaks(self, how: str) -> AsyncGenerator[int, None]:
        yield 1
        raise FAULTS[how]

    @strawberry.subscription
    async def unseen(self, info: Info) -> AsyncGenerator[int, None]:
        info.context.require_viewer()
        yield 1


def toy_schema(
    given: limits.Limits = limits.HOUSE, *, more: list[type[SchemaExtension]] | None = None
) -> Schema:
    return Schema(
        Query,
        Mutation,
        Subscription,
        config=scalars.config(),
        extensions=[*limits.extensions(given), FreshLoaders, *(more or [])],
    )


class HintingSchema(Schema):
    suggestions = True


SCHEMA_WITH_HINTS = HintingSchema(
    Query, config=scalars.config(), extensions=[*limits.extensions(), FreshLoaders]
)


def context(viewer_id: int | None = None) -> Context:
    return Context(
        clock=noon,
        hub=cast(Hub, None),  # no toy listens to a stream
        cursors=CURSORS,
        address="127.0.0.1",
        request_id="r",
        viewer_id=viewer_id,
    )


async def noon() -> datetime:
    return NOON
