"""`hmk demo`: from nothing to a live haat, all processes of it, and an orderly end."""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path

from hmk_graph import demo_payments
from hmk_graph.listening import listening_socket
from hmk_graph.servers.embedded import embedded, embedded_store
from hmk_graph.settings import Settings, child_environment
from hmk_graph.supervising import Job, Supervisor

Say = Callable[[str], None]
Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is, and of how much (0: not known)."""

CLI = (sys.executable, "-m", "hmk_graph.cli")
WEB = (sys.executable, "-m", "hmk_graph.listening")
READY_PATIENCE_S = 90.0


class DemoFault(Exception):
    """The demo cannot go on; the message says why."""


def run(settings: Settings, folder: Path, *, say: Say, progress: Progress) -> int:
    """Bring everything up, say where to look, and keep it up until told to end."""
    began = time.monotonic()
    # First of all: a port that is taken should not be told after a minute of preparations.
    with listening_socket(settings.host, settings.port) as listener:
        say("Starting PostgreSQL, Redis and the object store ...")
        given = {"database_url": settings.database_url, "redis_url": settings.redis_url}
        with ExitStack() as stack:
            at = stack.enter_context(embedded(folder, durable=True, **given))
            settings = replace(settings, database_url=at.database_url, redis_url=at.redis_url)
            if settings.wants_own_store:
                store = stack.enter_context(embedded_store(folder, durable=True))
                settings = replace(settings, **asdict(store))
            asyncio.run(prepare(settings, say=say, progress=progress))
            settings, services = demo_payments.offered(settings, folder)
            with Supervisor(child_environment(settings)) as house:
                handle = listener.fileno()
                for number in range(1, settings.processes + 1):
                    house.start(Job(name=f"web {number}", args=(*WEB, str(handle)), fds=(handle,)))
                for job in (*services, Job(name="worker", args=(*CLI, "work"))):
                    house.start(job)
                _wait_until_ready(house, settings)
                if not house.ending:
                    house.start(Job(name="simulators", args=(*CLI, "simulate")))
                    say(_where_to_look(settings, time.monotonic() - began))
                house.watch()
                say("Ending ...")
                listener.close()  # newcomers are refused at once, not left waiting
            return 1 if house.gave_up else 0


async def prepare(settings: Settings, *, say: Say, progress: Progress) -> None:
    """Bring the database to the present tables and fill it; a second time finds little to do."""
    say("Migrating ...")
    await importlib.import_module("hmk_graph.migrating").migrate(settings.database_url)
    say("Loading the reference data ...")
    await importlib.import_module("hmk_graph.app").seed(settings, progress)
    say("Seeding the demo ...")
    await importlib.import_module("hmk_graph.demo.seeding").seed(settings, progress)


def _wait_until_ready(house: Supervisor, settings: Settings) -> None:
    deadline = time.monotonic() + READY_PATIENCE_S
    state = "no answer"

    def ready() -> bool:
        nonlocal state
        state = readiness(settings)
        return state == "ready" or time.monotonic() > deadline

    house.watch(until=ready)
    if state != "ready" and not house.ending:
        raise DemoFault(f"The web did not become ready in {READY_PATIENCE_S:.0f} s: {state}")


def readiness(settings: Settings) -> str:
    """Ask the web how it is: "ready", or what it says instead."""
    try:
        with urllib.request.urlopen(f"{_here(settings)}/readyz", timeout=2):
            return "ready"
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.read(2000).decode(errors="replace")
    except OSError as fault:
        return str(fault)


def _here(settings: Settings) -> str:
    # Whoever listens on all addresses listens on this one.
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    return f"http://{host}:{settings.port}"


def _where_to_look(settings: Settings, seconds: float) -> str:
    lines = [
        "",
        f"The haat is open (হাট বসেছে), {seconds:.0f} s after the start.",
        f"  Look here:        {settings.public_url}/",
        f"  GraphQL:          {settings.public_url}/graphql (HTTP and graphql-transport-ws)",
        f"  Health:           {settings.public_url}/readyz",
        f"  One-time code:    {settings.demo_code} for every demo phone number",
        *(f"  {role + ':':<17} {phone}" for role, phone in _accounts()),
        "  To end all of it: Ctrl-C. The data stay under .hmk/",
        "",
    ]
    return "\n".join(lines)


def _accounts() -> list[tuple[str, str]]:
    """Return role and phone number of the demo's accounts (`hmk_graph.demo.seeding.ACCOUNTS`)."""
    seeding = importlib.import_module("hmk_graph.demo.seeding")
    return [(str(role), str(phone)) for role, phone in getattr(seeding, "ACCOUNTS", {}).items()]
