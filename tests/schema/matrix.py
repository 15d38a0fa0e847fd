"""A world with one of everything that has an owner, and people who ask for all of it by id."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from strawberry.extensions import ParserCache, ValidationCache
from tortoise.connection import get_connection

from hmk_graph import database
from hmk_graph.accounts.errors import NotForOperators
from hmk_graph.accounts.sessions import Assisted
from hmk_graph.errors import NotFound
from hmk_graph.event_log import on_behalf
from realtime.bus import Bus
from realtime.hub import Hub
from schema import assisting, root, scalars
from schema.accounts.people_context import PeopleContext
from schema.answers import Answers
from schema.context import Caller, Identity
from schema.cursors import Cursors
from schema.errors import Schema
from schema.loaders import FreshLoaders
from schema.requests import Asked
from tests.accounts.people import SECRET, Gateway
from tests.factories import FOR_EVER, NOON, at
from tests.schema import worlds
from tests.schema.asking import Operation, operations


# Without the limits of a request: a generated one asks for all there is.
def unlimited(**more: Any) -> Schema:
    """Return the schema without limits; `more` are arguments of strawberry's own."""
    return Schema(
        root.Query,
        root.Mutation,
        root.Subscription,
        types=list(root.StreamEvent.kinds.values()),
        config=scalars.config(),
        extensions=[lambda: ParserCache(1_000), lambda: ValidationCache(1_000), FreshLoaders],
        **more,
    )


SCHEMA = unlimited()
OPERATIONS = {operation.field: operation for operation in operations(SCHEMA._schema)}
UNKNOWN = 8_000_000_000
_MODULES = worlds.modules()
OPEN_TO_ALL = {name for module in _MODULES for name in getattr(module, "OPEN_TO_ALL", ())}
PUBLIC = {name for module in _MODULES for name in getattr(module, "PUBLIC", ())}
OWNED = [table for module in _MODULES for table in getattr(module, "OWNED", ())]
KINDS: dict[str, str] = {}
for _module in _MODULES:
    KINDS.update(getattr(_module, "KINDS", {}))
# Which type an id names in one operation alone.
SESSIONS = {"revokeSession": "Session"}


@dataclass
class World:
    """Whose things stand where: by the type of an id, what is public, has a reserve, is hidden."""

    url: str
    public: dict[str, int]
    reserved: dict[str, int]
    hidden: dict[str, int]
    outsiders: dict[str, int | None]
    insiders: dict[str, int]
    secrets: dict[str, str]


async def furnish() -> dict[str, Any]:
    """Make one of everything that has an owner, and people who have nothing to do with it."""
    world: dict[str, dict[str, Any]] = {
        field: {} for field in ("public", "reserved", "hidden", "outsiders", "insiders", "secrets")
    }
    for module in worlds.modules():
        for field, things in (await module.furnish()).items():
            world[field] |= things
    return world


class Asker:
    """Asks as somebody."""

    def __init__(self, hub: Hub, viewer_id: int | None) -> None:
        self.hub = hub
        self.viewer_id = viewer_id

    def context(self) -> PeopleContext:
        return PeopleContext(
            clock=at(NOON + timedelta(minutes=5)),
            hub=self.hub,
            cursors=Cursors(b"tests"),
            address="198.51.100.7",
            request_id="r",
            viewer_id=self.viewer_id,
            session_id=None if self.viewer_id is None else UNKNOWN + 1,
            secret=SECRET,
            send_code=Gateway(),
            fixed_code=None,
            open_obligations=_none_open,
            cookie=None,
        )

    async def ask(self, operation: Operation, ids: dict[str, str]) -> str:
        """Return all that comes back, as text; of a stream its first item."""
        given: dict[str, Any] = {
            "variable_values": operation.variables(ids),
            "context_value": self.context(),
        }
        if operation.kind != "subscription":
            return told(await SCHEMA.execute(operation.query, **given))
        stream = await SCHEMA.subscribe(operation.query, **given)
        if not hasattr(stream, "__anext__"):
            return told(stream)
        async with asyncio.timeout(60), aclosing(stream):
            return told(await anext(stream))

    async def ask_in_assistance(self, operation: Operation, ids: dict[str, str]) -> str | None:
        """Return the same for an operator who acts for the viewer; None: refused, or as nobody."""
        assert self.viewer_id is not None
        assisted = Assisted(
            assistance_id=UNKNOWN, operator_id=UNKNOWN, opened_at=NOON, until=FOR_EVER
        )
        who = Identity(
            account_id=self.viewer_id, session_id=1, expires_at=FOR_EVER, assisted=assisted
        )
        caller = Caller(address="198.51.100.7", request_id="r", identity=who)
        asked = Asked(query=operation.query, variables=operation.variables(ids))
        try:
            stands = await assisting.standing(caller, asked)
        except (NotForOperators, NotFound):
            return None
        if stands.caller.identity is None:
            return None
        with on_behalf(stands.behalf):
            return await self.ask(operation, ids)

    async def ask_through(self, answers: Answers, operation: Operation, ids: dict[str, str]) -> str:
        """Return the same, but what was kept for others where something was."""
        variables = operation.variables(ids)
        asked = Asked(query=operation.query, variables=variables)
        context = self.context()
        run = partial(
            SCHEMA.execute, operation.query, variable_values=variables, context_value=context
        )
        answer = await answers.ask(asked, context, run)
        if isinstance(answer, bytes):
            return json.dumps(
                {"data": json.loads(answer)["data"], "errors": []}, ensure_ascii=False
            )
        return told(answer)


async def _none_open(_account_id: int) -> list[str]:
    return []


def told(result: Any) -> str:
    errors = [{"message": e.message, **(e.extensions or {})} for e in result.errors or ()]
    assert not any(e["code"] == "INTERNAL_SERVER_ERROR" for e in errors), errors
    return json.dumps({"data": result.data, "errors": errors}, ensure_ascii=False, default=str)


@asynccontextmanager
async def asking(world: World, viewer_id: int | None) -> AsyncIterator[Asker]:
    async with database.connected(world.url, pool_size=4), Bus(None) as bus:
        yield Asker(Hub(bus), viewer_id)


def kind_of(operation: Operation, name: str) -> str:
    """Return the type that an id argument names."""
    if name == "id":
        return operation.returns
    if name == "sessionId" and operation.field in SESSIONS:
        return SESSIONS[operation.field]
    return KINDS.get(name, name.removesuffix("Id")[:1].upper() + name.removesuffix("Id")[1:])


def targets(world: World, operation: Operation) -> Iterator[tuple[dict[str, str], str, bool]]:
    """Return the ids to ask with: for each that is taken, the public thing and the hidden one.

    With each comes its argument's name, and whether the thing is hidden.
    """
    usual = {}
    for name in operation.ids:
        kind = kind_of(operation, name)
        usual[name] = f"{kind}:{world.public.get(kind, world.hidden.get(kind))}"
    if not operation.ids:
        yield {}, "", False
    for name in operation.ids:
        kind = kind_of(operation, name)
        for things in (world.public, world.reserved, world.hidden):
            if kind in things:
                yield {**usual, name: f"{kind}:{things[kind]}"}, name, things is world.hidden


async def state_of_all() -> dict[str, str]:
    """Return a digest of each row that belongs to somebody, by one statement."""
    rows = await get_connection("default").execute_query_dict(_DIGESTS)
    return {row["thing"]: row["digest"] for row in rows}


_DIGESTS = " UNION ALL ".join(
    f"SELECT '{table} ' || id AS thing, md5(x::text) AS digest FROM {table} x" for table in OWNED
)
