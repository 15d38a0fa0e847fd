"""Failure 22, from the schema itself: whoever asks for whatever by its id, nothing of another's is
shown or changed, and what he may not know answers as what does not exist.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from strawberry.extensions import ParserCache, ValidationCache
from tortoise.connection import get_connection

from hmk_graph import database
from hmk_graph.accounts.deeds import DEEDS
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
from schema.plans import Planned
from schema.requests import Asked
from tests.accounts.people import SECRET, Gateway
from tests.conftest import at_database, execute
from tests.factories import FOR_EVER, NOON, at
from tests.schema import worlds
from tests.schema.asking import Operation, operations

# Without the limits of a request: a generated one asks for all there is.
SCHEMA = Schema(
    root.Query,
    root.Mutation,
    root.Subscription,
    types=list(root.StreamEvent.kinds.values()),
    config=scalars.config(),
    extensions=[lambda: ParserCache(1_000), lambda: ValidationCache(1_000), FreshLoaders],
)
# The same, whose fields that need no waiting are answered by plans.
PLANNED = Schema(
    root.Query,
    root.Mutation,
    root.Subscription,
    types=list(root.StreamEvent.kinds.values()),
    config=scalars.config(),
    extensions=[lambda: ParserCache(1_000), lambda: ValidationCache(1_000), FreshLoaders],
    execution_context_class=Planned,
)
# Each asks for everything there is as everybody there is, and that grows with the schema.
pytestmark = pytest.mark.timeout(900)
OPERATIONS = {operation.field: operation for operation in operations(SCHEMA._schema)}
# A kept answer shows the database's clock, the world has its own.
SERVERS_CLOCK = re.compile(r'"serverNow": "[^"]*"')
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


@pytest.fixture(scope="module")
def world(postgres: str, template: str) -> Iterator[World]:
    name = f"matrix_{template}"
    url = at_database(postgres, name)

    async def make() -> World:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        async with database.connected(url, pool_size=2):
            return World(url=url, **await furnish())

    yield asyncio.run(make())
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


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
# Citizens with something of their own, for each of whom an operator acts in turn.
ASSISTED = ("complainant", "citizen", "requester", "rider", "orderer", "tenant", "leader", "seller")
TOLD_BY_THE_CITIZEN = {
    *("the complainant's phone", "the complainant's name", "the requester's name"),
    *("the leader's name", "the tenant's name at home"),
}
OUTSIDERS = ["anonymous", "stranger", "another seller", "another haat's officer"]
# What a person does to himself; he is not somebody else.
TO_ONESELF = {"eraseMyAccount", "updateProfile", "signOut", "revokeOtherSessions"}


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_an_outsider_sees_and_changes_nothing_of_anothers(world: World, who: str):
    faults = []
    async with asking(world, world.outsiders[who]) as asker:
        before = await state_of_all()
        for operation in OPERATIONS.values():
            if operation.field in OPEN_TO_ALL | TO_ONESELF:
                continue
            for ids, _, _ in targets(world, operation):
                answer = await asker.ask(operation, ids)
                faults += [
                    f"{operation.field} {ids} shows {what}"
                    for what, secret in world.secrets.items()
                    if secret in answer
                ]
                if operation.kind == "mutation":
                    now = await state_of_all()
                    changed = [thing for thing in before if now.get(thing) != before[thing]]
                    faults += [f"{operation.field} {ids} changes {thing}" for thing in changed]
                    before = now

    assert faults == []


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_what_one_may_not_know_answers_as_what_does_not_exist(world: World, who: str):
    faults = []
    async with asking(world, world.outsiders[who]) as asker:
        for operation in OPERATIONS.values():
            for ids, name, hidden in targets(world, operation):
                if name in PUBLIC or not name:
                    continue
                if not hidden and (operation.kind != "mutation" or operation.field in OPEN_TO_ALL):
                    continue
                unknown = {**ids, name: f"{kind_of(operation, name)}:{UNKNOWN}"}
                known, none = await asker.ask(operation, ids), await asker.ask(operation, unknown)
                if known.replace(ids[name], "it") != none.replace(unknown[name], "it"):
                    faults.append(f"{operation.field} {ids}: {known} is not {none}")

    assert faults == []


async def test_an_operator_sees_and_changes_nothing_of_what_was_before_he_was_asked(world: World):
    """What he asks as nobody is the anonymous column; the rest he asks as the citizen."""
    faults, as_citizen = [], set()
    own = set()
    async with asking(world, None) as asker:
        before = await state_of_all()
        for who in ASSISTED:
            asker.viewer_id = world.insiders[who]
            for operation in OPERATIONS.values():
                for ids, _, _ in targets(world, operation):
                    answer = await asker.ask_in_assistance(operation, ids)
                    if answer is None:
                        continue
                    as_citizen.add(operation.field)
                    shown = {what for what, secret in world.secrets.items() if secret in answer}
                    own |= {(operation.field, what) for what in shown}
                    if operation.kind == "mutation":
                        now = await state_of_all()
                        changed = [thing for thing in before if now.get(thing) != before[thing]]
                        faults += [f"{operation.field} {ids} changes {thing}" for thing in changed]
                        before = now

    assert faults == []
    # The citizen's own name and number, which he told the operator himself.
    assert own <= {(field, what) for field in as_citizen for what in TOLD_BY_THE_CITIZEN}
    assert as_citizen <= {*DEEDS, *assisting.MINE}
    assert {"lodgeComplaint", "requestBlood", "assistance"} <= as_citizen


async def test_those_to_whom_a_secret_belongs_can_read_it(world: World):
    """A test of the test: the secrets are there to be found, under these very words."""
    asked = {
        "leader": {"lot", "myLots", "myOffers", "myDeals", "receipt", "me", "mySessions"},
        "seller": {"me", "myAnimals", "lot", "listing"},
        "rider": {"trip", "myTrips", "tripPositionNow", "tripPosition"},
        "driver": {"myDriver", "myDriving"},
        "payer": {"payment", "myPayments"},
        "administrator": {"paymentsSetAside", "refundsByHand", "auditEntries"},
        "reporter": {"myOverchargeReports"},
        "second officer": {"forcedActs"},
        "earner": {"myPayoutAccounts", "myPayouts"},
        "depositor": {"myDeposits"},
        "officer": {
            *("sellerApplications", "biddingBans", "flags", "lotsWaiting"),
            "providerApplications",
        },
        "citizen": {"booking", "myBookings", "mySerials"},
        "provider": {"booking", "deskBookings", "myDesk"},
        "requester": {"bloodRequest", "donationOffer"},
        "giver": {"bloodRequest", "donationOffer", "myDonationOffers"},
        "asked": {"me"},
        "assisted": {"assistance", "myAssistances"},
        "operator": {"assistance", "myAssistances"},
        "tenant": {"rentalAgreement", "myViewings", "me"},
        "landlord": {"myRentalUnits", "myViewings", "me"},
        "hirer": {"myVehicleHires", "me"},
        "told": {"notifications"},
        "orderer": {"order", "orderGroup", "myOrderGroups"},
        "shopkeeper": {"myShop", "myProducts", "shopOrders", "order"},
        "complainant": {"complaint", "myComplaints"},
        "complaint's officer": {"complaint", "myAims"},
        "shopkeeper to be": {"myShop", "myProducts", "shopEarnings"},
    }
    read = ""
    for who, fields in asked.items():
        async with asking(world, world.insiders[who]) as asker:
            for field in fields:
                for ids, _, _ in targets(world, OPERATIONS[field]):
                    read += await asker.ask(OPERATIONS[field], ids)

    # Nobody may read what is sealed until the close, and nonces are told in receipts alone.
    sealed = {"the reserve", "the reserve's nonce", "a nonce"}
    assert {what for what, secret in world.secrets.items() if secret not in read} == sealed


async def test_what_is_kept_for_one_never_answers_for_another(world: World):
    """Whoever asks before, everybody hears through the kept answers what he hears without them."""
    answers, kept, faults = Answers(), 0, []
    viewers = {**world.outsiders, **world.insiders}
    async with asking(world, None) as asker:
        for operation in OPERATIONS.values():
            if operation.kind != "query":
                continue
            for ids, _, _ in targets(world, operation):
                alone: dict[str, str] = {}
                for who, asker.viewer_id in [*viewers.items()] * 2:
                    shared = await asker.ask_through(answers, operation, ids)
                    for answer in answers._kept.values():
                        answer.until = None  # the real clock is far from the world's
                    if who not in alone:
                        alone[who] = await asker.ask(operation, ids)
                    if SERVERS_CLOCK.sub("", shared) != SERVERS_CLOCK.sub("", alone[who]):
                        faults.append(
                            f"{operation.field} {ids} of {who}: {shared} is not {alone[who]}"
                        )
        kept = answers.given

    assert faults == []
    assert kept > 100


@pytest.mark.parametrize("who", ["anonymous", "stranger"])
async def test_plans_answer_what_graphql_core_answers(world: World, who: str):
    faults = []
    async with asking(world, world.outsiders[who]) as asker:
        for operation in OPERATIONS.values():
            if operation.kind != "query":
                continue
            for ids, _, _ in targets(world, operation):
                planned = await PLANNED.execute(
                    operation.query,
                    variable_values=operation.variables(ids),
                    context_value=asker.context(),
                )
                if told(planned) != await asker.ask(operation, ids):
                    faults.append(f"{operation.field} {ids}")

    assert faults == []


def test_the_matrix_covers_every_id_that_the_schema_takes(world: World):
    taken = {(o.field, name): kind_of(o, name) for o in OPERATIONS.values() for name in o.ids}

    known = {**world.public, **world.hidden}
    assert len(taken) > 50
    assert {where: kind for where, kind in taken.items() if kind not in known} == {}
    assert {o.kind for o in OPERATIONS.values()} == {"query", "mutation", "subscription"}
    assert "Animal" in known
