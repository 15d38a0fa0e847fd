"""Workers are killed anywhere, stores go away: a file ends READY, refused or gone, nothing else."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from tortoise.connection import get_connection

from hmk_graph import deadlines
from hmk_graph.clients.object_store import S3Store
from hmk_graph.clock import database_clock
from hmk_graph.inspecting.findings import Fault, Findings, Made
from hmk_graph.media import rules, scanning, sweeping, uploading
from hmk_graph.media.errors import StoreUnavailable
from hmk_graph.media.models import Attachment, Media, MediaState
from storage.bucket import Bucket
from tests import factories
from tests.factories import NOON, at
from tests.interrupting import canceled_at
from tests.media import files
from tests.media.conftest import Sender

PHOTO = files.photo((500, 400))


async def quick(contents: bytes, _content_type: str, *, private: bool) -> Findings:
    """Find the same of every file at once: these tests are about what happens around it."""
    made = Made(
        extension="webp", content_type="image/webp", contents=contents[:100], width=5, height=4
    )
    return Findings(files=(made,), width=5, height=4)


async def scan(sender: Sender) -> bool:
    return await scanning.scan_next(store=sender.store, inspect=quick, clock=sender.clock)


async def lease_runs_out() -> None:
    await get_connection("default").execute_query(
        "UPDATE media_media SET scan_until = clock_timestamp() WHERE state = 'SCANNING'"
    )


async def purge(sender: Sender, now: datetime) -> None:
    """Clear the store as often as there is something to clear at a moment."""
    while await Media.filter(purge_at__lte=now).exists():
        assert await sweeping.purge_next(store=sender.store, clock=at(now))


async def test_a_worker_killed_at_any_await_leaves_a_file_that_the_next_one_finishes(
    sender: Sender,
):
    """Between resize and record too: each await of a scan is one place to die."""
    awaits = 0
    while True:
        awaits += 1
        media = await sender.send(PHOTO)
        died = await canceled_at(awaits, scan(sender))
        await lease_runs_out()
        while await scan(sender):
            pass

        ready = await Media.get(id=media.id)
        assert ready.state is MediaState.READY, awaits
        await purge(sender, NOON + timedelta(hours=1))
        assert await sender.objects() == [f"public/{media.id}/{ready.files[0]['name']}"]
        await uploading.discard(sender.person.id, media.id, clock=sender.clock)
        await purge(sender, NOON + timedelta(hours=1))
        assert await sender.objects() == []
        if not died:
            break
    assert awaits > 10


async def test_two_workers_take_two_files_and_never_the_same(sender: Sender):
    media = [await sender.send(PHOTO) for _ in range(3)]
    taken: list[Any] = []

    async def slow(contents: bytes, content_type: str, *, private: bool) -> Findings:
        taken.append(1)
        while len(taken) < 3:
            await asyncio.sleep(0)
        return await quick(contents, content_type, private=private)

    did = await asyncio.gather(
        *(
            scanning.scan_next(store=sender.store, inspect=slow, clock=sender.clock)
            for _ in range(4)
        )
    )

    assert sorted(did) == [False, True, True, True]
    states = {(one.state, one.tries) for one in await Media.filter(id__in=[m.id for m in media])}
    assert states == {(MediaState.READY, 1)}


async def test_a_scan_that_was_overtaken_writes_nothing(sender: Sender):
    media = await sender.send(PHOTO)

    async def overtaken(contents: bytes, content_type: str, *, private: bool) -> Findings:
        await lease_runs_out()
        assert await scan(sender)
        return await quick(b"another " + contents, content_type, private=private)

    await scanning.scan_next(store=sender.store, inspect=overtaken, clock=sender.clock)

    ready = await Media.get(id=media.id)
    assert (ready.state, ready.tries) == (MediaState.READY, 2)
    assert ready.files[0]["bytes"] == 100
    assert await sender.bucket.size_of(f"public/{media.id}/{ready.files[0]['name']}") == 100


async def test_a_file_deleted_while_it_is_scanned_stays_deleted(sender: Sender):
    media = await sender.send(PHOTO)

    async def deleted(contents: bytes, content_type: str, *, private: bool) -> Findings:
        await uploading.discard(sender.person.id, media.id, clock=sender.clock)
        return await quick(contents, content_type, private=private)

    await scanning.scan_next(store=sender.store, inspect=deleted, clock=sender.clock)
    await purge(sender, NOON + timedelta(hours=1))

    assert (await Media.get(id=media.id)).state is MediaState.DELETED
    assert await sender.objects() == []


async def test_a_file_that_kills_its_worker_each_time_is_given_up(sender: Sender):
    media = await sender.send(PHOTO)

    async def deadly(_contents: bytes, _content_type: str, *, private: bool) -> Findings:
        raise asyncio.CancelledError

    for _ in range(rules.MOST_SCANS):
        with pytest.raises(asyncio.CancelledError):
            await scanning.scan_next(store=sender.store, inspect=deadly, clock=sender.clock)
        await lease_runs_out()
    await scan(sender)

    given_up = await Media.get(id=media.id)
    assert (given_up.state, given_up.fault) == (MediaState.REJECTED, Fault.TOO_HEAVY)
    assert await sender.objects() == []


async def test_a_store_that_goes_away_in_the_middle_costs_the_file_no_try(sender: Sender):
    media = await sender.send(PHOTO)

    with pytest.raises(StoreUnavailable):
        await scanning.scan_next(store=S3Store(None), inspect=quick, clock=sender.clock)

    waiting = await Media.get(id=media.id)
    assert (waiting.state, waiting.tries, waiting.scan_until) == (MediaState.UPLOADED, 0, None)
    assert await scan(sender)


async def test_an_object_that_vanished_is_told(sender: Sender):
    media = await sender.send(PHOTO)
    await sender.store.forget_upload(media.id)

    await scan(sender)

    assert (await Media.get(id=media.id)).fault is Fault.UNREADABLE


async def test_what_nobody_confirms_goes_after_half_an_hour(sender: Sender):
    ticket = await sender.begin(PHOTO)
    await sender.put(ticket, PHOTO)
    due = NOON + rules.CONFIRM_WITHIN

    assert await sweeping.expire(ticket.media.id, at(due - timedelta(seconds=1))) == due
    assert await sweeping.expire(ticket.media.id, at(due)) is None
    assert await sweeping.expire(ticket.media.id, at(due)) is None
    await purge(sender, due)

    assert (await Media.get(id=ticket.media.id)).state is MediaState.DELETED
    assert await sender.objects() == []


async def test_what_hangs_nowhere_goes_after_a_day_and_what_hangs_stays(sender: Sender):
    loose, hung = [await sender.sent_and_scanned(PHOTO) for _ in range(2)]
    await Attachment.create(media=hung, subject="x", subject_id=1, place=0)
    await Media.filter(id=hung.id).update(loose_since=None)
    due = NOON + rules.LOOSE_FOR

    assert await sweeping.expire(loose.id, at(due - timedelta(seconds=1))) == due
    assert await sweeping.expire(loose.id, at(due)) is None
    assert await sweeping.expire(hung.id, at(due)) is None
    await purge(sender, due)

    assert [m.state for m in await Media.filter(id__in=[loose.id, hung.id]).order_by("id")] == [
        MediaState.DELETED,
        MediaState.READY,
    ]
    assert {key.split("/")[1] for key in await sender.objects()} == {str(hung.id)}


async def test_a_file_that_waits_for_its_scan_is_not_swept(sender: Sender):
    media = await sender.send(PHOTO)
    much_later = NOON + timedelta(days=2)

    assert await sweeping.expire(media.id, at(much_later)) == much_later + rules.CONFIRM_WITHIN
    assert (await Media.get(id=media.id)).state is MediaState.UPLOADED


async def test_what_is_sent_after_the_scan_to_an_address_that_still_holds_is_swept(
    sender: Sender,
):
    ticket = await sender.begin(PHOTO)
    await sender.put(ticket, PHOTO)
    await sender.confirm(ticket.media)
    await scan(sender)
    await purge(sender, NOON)
    await sender.put(ticket, PHOTO)
    assert any(key.startswith("incoming/") for key in await sender.objects())

    await purge(sender, NOON + rules.UPLOAD_WITHIN + rules.STRAGGLE)

    assert not any(key.startswith("incoming/") for key in await sender.objects())
    assert (await Media.get(id=ticket.media.id)).purge_at is None


async def test_a_sweeper_killed_at_any_await_leaves_nothing_behind(sender: Sender):
    awaits = 0
    while True:
        awaits += 1
        media = await sender.send(PHOTO)
        await scan(sender)
        await uploading.discard(sender.person.id, media.id, clock=sender.clock)
        later = at(NOON + timedelta(hours=1))
        died = await canceled_at(awaits, sweeping.purge_next(store=sender.store, clock=later))
        await purge(sender, NOON + timedelta(hours=1))

        assert await sender.objects() == [], awaits
        assert (await Media.get(id=media.id)).purge_at is None
        if not died:
            break
    assert awaits > 3


async def test_a_deadline_is_armed_for_each_file(sender: Sender):
    media = await sender.send(PHOTO)

    armed = await deadlines.Deadline.get(kind=uploading.EXPIRE, subject_id=media.id)
    assert armed.due_at == NOON + rules.CONFIRM_WITHIN
    await scan(sender)
    armed = await deadlines.Deadline.get(kind=uploading.EXPIRE, subject_id=media.id)
    assert armed.due_at == NOON + rules.LOOSE_FOR


async def test_the_files_of_a_person_who_left_go_wherever_they_hang(sender: Sender, bucket: Bucket):
    media = await sender.sent_and_scanned(PHOTO)
    await Attachment.create(media=media, subject="x", subject_id=1, place=0)
    other = await files.ready(await factories.person())

    await sweeping.forget_person(sender.person.id, clock=database_clock)
    await sweeping.forget_person(sender.person.id, clock=database_clock)
    await purge(sender, await database_clock())

    assert await sender.objects() == []
    assert await Attachment.all().count() == 0
    assert (await Media.get(id=other.id)).state is MediaState.READY
