"""Builds everything once, in one task group. The only place that wires."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hmk_graph import closing_sockets, database, listening, metrics, migrating, reactions, watching
from hmk_graph.accounts.rules import network_of
from hmk_graph.accounts.tokens import key_for
from hmk_graph.answering_texts import answer_texts
from hmk_graph.clients import inbound_texts, object_store, sms
from hmk_graph.clients.gateways import opening
from hmk_graph.clients.object_store import S3Store
from hmk_graph.clients.push import HttpPush, Vapid
from hmk_graph.clock import database_clock
from hmk_graph.demo import personas
from hmk_graph.discovery import indexing
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.sightings import TableWhereabouts
from hmk_graph.duties import (
    Duties,
    deliver_for_ever,
    look_after_media,
    prune_for_ever,
    seal_for_ever,
)
from hmk_graph.guarding import PAPER_GUARDS
from hmk_graph.health import Readiness
from hmk_graph.inspecting.confining import inspect
from hmk_graph.logs import RequestLog
from hmk_graph.notifications.ports import Ways
from hmk_graph.obligations import open_obligations
from hmk_graph.orders.guest_links import GuestLinks
from hmk_graph.pages import (
    addresses,
    audit_files,
    calendar_files,
    lot_files,
    media_files,
    open_data,
    payment_doors,
    receipt_pages,
    serving,
    text_doors,
)
from hmk_graph.payments import proving, reconciling
from hmk_graph.payments.ports import Gateways
from hmk_graph.places import loading
from hmk_graph.reactions import TARGETS, deadlines_with
from hmk_graph.relay import Relay, watch_heads
from hmk_graph.services import categories
from hmk_graph.settings import Settings
from hmk_graph.shops import categories as product_categories
from realtime.budgets import Budgets
from realtime.bus import Bus, BusDown
from realtime.frames import Frame
from realtime.hub import Hub
from realtime.leases import Leases
from realtime.presence import Presence
from realtime.whereabouts import RedisWhereabouts
from schema import following, root, transport
from schema.accounts import refresh_cookie
from schema.accounts.people_context import PeopleContext, authenticator
from schema.accounts.refresh_cookie import RefreshCookies
from schema.answers import Answers
from schema.context import Caller, Context
from schema.cursors import Cursors
from schema.documents import Documents
from schema.errors import Schema
from schema.gathering import Cohorts
from schema.metering import Meter, Payer
from schema.requests import Asked
from schema.sockets import Edge, Sockets

log = logging.getLogger("hmk.app")

Progress = Callable[[str, int, int], None]


def from_environment() -> Starlette:
    """Return the application, set by the environment: what a web process runs."""
    return build(Settings.from_environment())


@dataclass(kw_only=True)
class House:
    """What lives as long as the process."""

    settings: Settings
    bus: Bus
    hub: Hub = field(init=False)
    snapshots: following.Snapshots = field(default_factory=following.Snapshots)
    cursors: Cursors = field(init=False)
    presence: Presence | None = field(init=False)
    sockets: Sockets = field(default_factory=Sockets)
    leases: Leases | None = field(init=False)
    schema: Schema = field(init=False)
    budgets: Budgets = field(init=False)
    meter: Meter | None = field(init=False)
    cohorts: Cohorts = field(init=False)
    answers: Answers = field(default_factory=Answers)
    texts: sms.Texts = field(init=False)
    gateways: Gateways = field(default_factory=dict)
    whereabouts: Whereabouts = field(init=False)
    store: S3Store = field(default_factory=lambda: S3Store(None))

    def __post_init__(self) -> None:
        self.hub = Hub(self.bus)
        self.cursors = Cursors(self.settings.secret.encode())
        url = self.settings.redis_url
        self.presence = Presence(url) if url else None
        self.leases = Leases(self.presence) if self.presence else None
        is_open = not self.settings.is_production
        self.schema = root.build(suggestions=is_open, schema_for_all=is_open)
        self.budgets = Budgets(url or None)
        points = self.settings.points
        self.meter = Meter(self.budgets, points=points) if points else None
        self.cohorts = Cohorts(self.schema, self._shared())

    def context(self, caller: Caller) -> PeopleContext:
        """Return what resolvers are handed for one request or socket."""
        who = caller.identity
        return PeopleContext(
            clock=database_clock,
            hub=self.hub,
            cursors=self.cursors,
            snapshots=self.snapshots,
            presence=self.presence,
            leases=self.leases,
            whereabouts=self.whereabouts,
            announce=self.announce,
            address=caller.address,
            request_id=caller.request_id,
            viewer_id=who.account_id if who else None,
            operator_id=caller.operator_id,
            session_id=who.session_id if who else None,
            expires_at=who.expires_at if who else None,
            secret=self.settings.secret,
            send_code=self.texts,
            send_words=self.texts.words,
            fixed_code=self.settings.demo_code or None,
            open_obligations=open_obligations,
            store=self.store,
            guards=PAPER_GUARDS,
            cookie=refresh_cookie.current(),
            gateways=self.gateways,
            payment_doors=payment_doors.doors(self.settings.public_url),
            payment_targets=TARGETS,
            public_url=self.settings.public_url.rstrip("/"),
            meter=self.meter,
            push_key=vapid(self.settings).public_key,
        )

    async def charge(self, address: str, cost: int) -> None:
        """Take a cost of the points of the network of an address.

        Raises:
            TooMany: There is not so much left.
        """
        if self.meter is not None:
            await self.meter.charge(Payer(None, network_of(address)), cost)

    def figures(self) -> None:
        """Set the figures of who is connected, and of who listens."""
        metrics.sockets.set(len(self.sockets))
        metrics.listeners.set(self.hub.listeners)
        metrics.members.set(self.cohorts.members)

    def _shared(self) -> Context:
        """Return what a rendering for many is handed: nothing of any person."""
        return Context(
            clock=database_clock,
            hub=self.hub,
            cursors=self.cursors,
            snapshots=self.snapshots,
            presence=self.presence,
            address="",
            request_id="shared",
        )

    async def announce(self, feed: str, told: dict[str, Any]) -> None:
        """Tell whoever listens to a feed; if the bus is down nobody hears, and looks by himself."""
        with suppress(BusDown):
            body = orjson.dumps(told).decode()
            await self.bus.publish(Frame(stream=feed, epoch=0, seq=0, body=body))


def build(settings: Settings) -> Starlette:
    """Return the ASGI application for these settings."""
    reactions.listen()
    house = House(settings=settings, bus=Bus(settings.redis_url or None))
    edge = Edge(
        authenticate=authenticator(secret=settings.secret, clock=database_clock),
        context_factory=house.context,
        now=system_clock,
        sockets=house.sockets,
        cohorts=house.cohorts,
        documents=Documents(serving.STATIC / "documents.json", only=settings.trusted_only),
    )
    readiness = Readiness(bus=house.bus, known=frozenset(migrating.known()))

    async def healthz(_: Request) -> Response:
        return JSONResponse(
            {
                "alive": True,
                "sockets": len(house.sockets),
                "listeners": house.hub.listeners,
                "cohorts": len(house.cohorts),
                "members": house.cohorts.members,
            }
        )

    async def readyz(_: Request) -> Response:
        state = await readiness.state()
        if house.sockets.draining:
            state["process"] = "going down"
        ready = all(word == "ok" for word in state.values())
        return JSONResponse(state, status_code=200 if ready else 503)

    async def ask(document: str, variables: dict[str, Any]) -> dict[str, Any] | None:
        """Answer a page's own first query, for nobody in particular."""
        context = house.context(Caller(address="", request_id="page", identity=None))
        asked = Asked(query=document, variables=variables)
        run = partial(house.schema.execute, document, variables, context_value=context)
        answer = await house.answers.ask(asked, context, run)
        if isinstance(answer, bytes):
            data: dict[str, Any] = orjson.loads(answer)["data"]
            return data
        return answer.data if not answer.errors else None

    return Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            *transport.routes(
                house.schema,
                edge,
                answers=house.answers,
                allowed_origins=settings.allowed_origins,
            ),
            *lot_files.routes(),
            *open_data.routes(house.charge),
            *text_doors.routes(inbound_texts.reader(settings), clock=database_clock),
            *payment_doors.routes(lambda: house.gateways, TARGETS, clock=database_clock),
            *calendar_files.routes(),
            *audit_files.routes(house.charge, secret=settings.secret, clock=database_clock),
            *receipt_pages.routes(ask),
            *media_files.routes(
                lambda: house.store, PAPER_GUARDS, secret=settings.secret, clock=database_clock
            ),
            *personas.routes(settings),
            *serving.routes(graphiql_on=not settings.is_production),
            *addresses.routes(
                ask, public_url=settings.public_url, store_origin=settings.store_origin
            ),
        ],
        middleware=[
            Middleware(RequestLog),
            Middleware(RefreshCookies, secure=settings.public_url.startswith("https://")),
        ],
        lifespan=lambda _: running(house),
    )


@asynccontextmanager
async def running(house: House) -> AsyncIterator[None]:
    """Run what the web process needs beside requests. If one of it dies, the process ends."""
    settings = house.settings
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(
            database.connected(settings.database_url, pool_size=settings.pool_size)
        )
        await stack.enter_async_context(watching.over("web", settings, house.figures))
        house.texts = await stack.enter_async_context(sms.opened(settings))
        house.gateways = await stack.enter_async_context(gateways_of(settings))
        house.whereabouts = await stack.enter_async_context(whereabouts(settings))
        house.store = await stack.enter_async_context(object_store.opened(settings))
        await stack.enter_async_context(house.bus)
        if house.presence is not None:
            stack.push_async_callback(house.presence.close)
        stack.push_async_callback(house.budgets.close)
        await stack.enter_async_context(house.cohorts.running())
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        works = {
            "relay": Relay(house.bus).run(),
            "heads": watch_heads(house.hub),
            "revocations": closing_sockets.close_revoked(house.sockets, house.hub),
            "sessions": closing_sockets.sweep_sessions(house.sockets),
        }
        if house.leases is not None:
            works["leases"] = house.leases.run()
        background = [tasks.create_task(work, name=name) for name, work in works.items()]
        leave = partial(closing_sockets.drain, house.sockets, house.hub)
        listening.farewells.append(leave)
        try:
            yield
        finally:
            listening.farewells.remove(leave)
            await leave()
            for task in background:
                task.cancel()
            if house.leases is not None:
                await house.leases.settle()


@lru_cache(1)
def vapid(settings: Settings) -> Vapid:
    """Return who we are to the push services of browsers."""
    return Vapid.of(settings.secret, contact=settings.public_url)


def guest_links(settings: Settings) -> GuestLinks:
    """Return what signs the links that guests are sent."""
    key = key_for(settings.secret, "guest link")
    return GuestLinks(key=key, address=settings.public_url.rstrip("/"))


def gateways_of(settings: Settings) -> AbstractAsyncContextManager[Gateways]:
    """Open the payment services that are set."""
    return opening.opened(settings, seconds=time.monotonic, clock=database_clock)


@asynccontextmanager
async def whereabouts(settings: Settings) -> AsyncIterator[Whereabouts]:
    """Open the keeper of positions: Redis if there is one, else a table."""
    if not settings.redis_url:
        yield TableWhereabouts()
        return
    keeper = RedisWhereabouts(settings.redis_url)
    try:
        yield keeper
    finally:
        await keeper.close()


async def work(settings: Settings) -> None:
    """Be the worker: deadlines, reactions, pruning, and a share in relaying."""
    reactions.listen()
    async with (
        database.connected(settings.database_url, pool_size=settings.pool_size),
        watching.over("worker", settings),
        Bus(settings.redis_url or None) as bus,
        gateways_of(settings) as gateways,
        object_store.opened(settings) as store,
        sms.opened(settings) as texts,
        HttpPush.opened(vapid(settings), now_s=time.time) as push,
        AsyncExitStack() as stack,
        asyncio.TaskGroup() as tasks,
    ):
        tasks.create_task(Relay(bus).run(), name="relay")
        seen = await stack.enter_async_context(whereabouts(settings))
        duties = Duties(deadlines_with(seen), clock=database_clock)
        tasks.create_task(duties.run(), name="duties")
        answering = answer_texts(settings, texts.text, seen, clock=database_clock)
        tasks.create_task(answering, name="texts")
        ways = Ways(text=texts.text, push=push, links=guest_links(settings))
        sending = deliver_for_ever(ways, clock=database_clock)
        tasks.create_task(sending, name="notifications")
        tasks.create_task(prune_for_ever(whereabouts=seen, clock=database_clock), name="pruning")
        if settings.has_store:
            media = look_after_media(store=store, inspect=inspect, clock=database_clock)
            tasks.create_task(media, name="media")
        tasks.create_task(seal_for_ever(clock=database_clock), name="sealing")
        looking = reconciling.run(gateways, TARGETS, clock=database_clock)
        tasks.create_task(looking, name="payments")


async def seed(settings: Settings, progress: Progress) -> None:
    """Load the reference data; a second time changes nothing."""
    async with database.connected(settings.database_url, pool_size=2):
        await loading.load(progress)
        await categories.load()
        await product_categories.load()
        await indexing.rebuild()


async def prove_ledger(settings: Settings, progress: Progress) -> proving.Proof:
    """Replay the ledger and say what does not fit."""
    async with database.connected(settings.database_url, pool_size=2):
        return await proving.prove(progress)


def system_clock() -> datetime:
    """Return the system's time, for what no deadline hangs on."""
    return datetime.now(UTC)
