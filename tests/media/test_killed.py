"""Processes that are really killed, between any two steps: a file ends READY or gone."""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import asdict

import orjson
import pytest

from hmk_graph.clock import database_clock
from hmk_graph.inspecting.confining import inspect
from hmk_graph.media import rules, scanning, sweeping, uploading
from hmk_graph.media.models import Media, MediaState
from storage.bucket import StoreAddress
from tests.factories import at
from tests.media import files
from tests.media.conftest import Sender
from tests.media.test_scanning_and_sweeping import lease_runs_out

# It is made into three widths in two forms.
PHOTO = files.photo((500, 400))
MADE = 6


async def killed(
    database_url: str, store: StoreAddress, call: str, nth: int = 1, media_id: int = 0
) -> None:
    """Run a process until it kills itself after the nth answer of the store to a call."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.media.dying", database_url, orjson.dumps(asdict(store)).decode()),
        *(call, str(nth), str(media_id)),
    )
    assert await process.wait() == -signal.SIGKILL


async def swept(sender: Sender, media: Media) -> None:
    """Clear the store of what the file does not need any more, once no address holds."""
    later = at(media.upload_ends_at + rules.STRAGGLE)
    while await Media.filter(purge_at__isnull=False).exists():
        await Media.filter(purge_at__isnull=False).update(purge_at=await database_clock())
        assert await sweeping.purge_next(store=sender.store, clock=later)


@pytest.fixture
def sender(sender: Sender) -> Sender:
    """Somebody who sends now, for what dies lives in the time of the database."""
    sender.clock = database_clock
    return sender


async def test_a_server_killed_between_upload_and_confirm_costs_one_more_confirm(
    sender: Sender, db: str, store_address: StoreAddress
):
    ticket = await sender.begin(PHOTO)
    assert await sender.put(ticket, PHOTO) == 200

    await killed(db, store_address, "sent", media_id=ticket.media.id)

    assert (await Media.get(id=ticket.media.id)).state is MediaState.REQUESTED
    assert (await sender.confirm(ticket.media)).state is MediaState.UPLOADED
    await scanning.scan_next(store=sender.store, inspect=inspect, clock=sender.clock)
    await swept(sender, ticket.media)
    ready = await Media.get(id=ticket.media.id)
    assert ready.state is MediaState.READY
    assert await sender.objects() == sorted(
        f"public/{ready.id}/{file['name']}" for file in ready.files
    )


async def test_what_is_not_confirmed_after_a_kill_is_swept(
    sender: Sender, db: str, store_address: StoreAddress
):
    ticket = await sender.begin(PHOTO)
    assert await sender.put(ticket, PHOTO) == 200

    await killed(db, store_address, "sent", media_id=ticket.media.id)

    due = ticket.media.requested_at + rules.CONFIRM_WITHIN
    assert await sweeping.expire(ticket.media.id, at(due)) is None
    await swept(sender, ticket.media)
    assert (await Media.get(id=ticket.media.id)).state is MediaState.DELETED
    assert await sender.objects() == []


@pytest.mark.parametrize(
    ("call", "nth"),
    [
        pytest.param("fetch", 1, id="before the resize"),
        pytest.param("keep", 1, id="after the first size"),
        pytest.param("keep", MADE, id="between resize and record"),
        pytest.param("forget_upload", 1, id="after the record"),
    ],
)
async def test_a_worker_killed_on_the_way_leaves_a_file_that_the_next_one_finishes(
    sender: Sender, db: str, store_address: StoreAddress, call: str, nth: int
):
    media = await sender.send(PHOTO)

    await killed(db, store_address, call, nth)

    await lease_runs_out()
    while await scanning.scan_next(store=sender.store, inspect=inspect, clock=sender.clock):
        pass
    await swept(sender, media)
    ready = await Media.get(id=media.id)
    assert (ready.state, len(ready.files)) == (MediaState.READY, MADE)
    assert await sender.objects() == sorted(
        f"public/{media.id}/{file['name']}" for file in ready.files
    )
    await uploading.discard(sender.person.id, media.id, clock=sender.clock)
    await swept(sender, media)
    assert await sender.objects() == []
