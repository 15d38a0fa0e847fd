"""From a phone to the store and into the row: what is taken, what is not, and how often."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.errors import AccountSuspended
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.clients.object_store import S3Store
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.inspecting.confining import inspect
from hmk_graph.inspecting.findings import Fault
from hmk_graph.media import rules, scanning, uploading
from hmk_graph.media.errors import (
    FileTooLarge,
    NotUploaded,
    QuotaReached,
    StillAttached,
    StoreUnavailable,
    TypeNotTaken,
)
from hmk_graph.media.models import Attachment, Media, MediaKind, MediaState
from hmk_graph.media.uploading import Announced
from storage.bucket import Bucket, StoreAddress
from tests import factories
from tests.factories import NOON, at
from tests.media import files
from tests.media.conftest import Sender

PHOTO = files.located((1200, 900))


async def test_a_photo_goes_all_the_way_and_nothing_of_the_original_stays(sender: Sender):
    media = await sender.sent_and_scanned(PHOTO)

    assert (media.state, media.fault, media.width, media.height) == ("READY", None, 900, 1200)
    assert {(file["type"], file["width"]) for file in media.files} == {
        (f"image/{form}", width) for form in ("webp", "avif") for width in (160, 480, 900)
    }
    kept = await sender.objects()
    assert kept == sorted(f"public/{media.id}/{file['name']}" for file in media.files)
    for file in media.files:
        contents = await sender.bucket.read(f"public/{media.id}/{file['name']}", most=10**7)
        assert contents is not None
        assert b"Secret" not in contents
        # The name is the contents' own, so it can be kept for ever.
        assert file["name"].startswith(hashlib.sha256(contents).hexdigest()[:32])
        assert file["bytes"] == len(contents)
    [event] = await event_log.after(f"accounts.account.{sender.person.id}", 0)
    assert event.payload == {
        "account_id": sender.person.id,
        "media_id": media.id,
        "state": "READY",
        "fault": None,
    }


async def test_a_video_and_a_paper_go_all_the_way(sender: Sender):
    film = await sender.sent_and_scanned(files.film(), "video/mp4", MediaKind.VIDEO)
    paper = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.VET_PAPER)

    assert (film.state, film.files[0]["type"], film.duration_ms) == ("READY", "video/mp4", 2_000)
    assert (paper.state, paper.pages, paper.hash_rows) == ("READY", 1, None)
    assert [key for key in await sender.objects() if f"/{paper.id}/" in key] == [
        f"private/{paper.id}/{paper.files[0]['name']}"
    ]


@pytest.mark.parametrize(
    ("contents", "fault"),
    [
        pytest.param(files.SVG, Fault.NOT_TAKEN, id="SVG"),
        pytest.param(files.HTML, Fault.NOT_TAKEN, id="HTML"),
        pytest.param(files.gif_that_is_a_script(), Fault.NOT_TAKEN, id="GIF and script"),
        pytest.param(b"MZ" + b"\0" * 500, Fault.NOT_TAKEN, id="a program"),
        pytest.param(files.pdf(), Fault.NOT_WHAT_IT_SAYS, id="a paper renamed"),
    ],
)
async def test_what_the_first_bytes_give_away_is_refused_at_once(
    sender: Sender, contents: bytes, fault: Fault
):
    media = await sender.send(contents)

    assert (media.state, media.fault) == (MediaState.REJECTED, fault)
    assert not await scanning.scan_next(store=sender.store, inspect=inspect, clock=sender.clock)


@pytest.mark.parametrize(
    ("contents", "content_type", "fault"),
    [
        pytest.param(files.photo()[:-4_000], "image/jpeg", Fault.UNREADABLE, id="cut off"),
        pytest.param(
            files.claiming(50_000, 50_000), "image/png", Fault.TOO_MANY_PIXELS, id="pixel bomb"
        ),
        pytest.param(files.moving(), "image/webp", Fault.ANIMATED, id="animated bomb"),
        pytest.param(files.photo() + files.HTML, "image/jpeg", Fault.TWO_FORMS, id="polyglot"),
    ],
)
async def test_what_the_worker_refuses_leaves_nothing_in_public(
    sender: Sender, contents: bytes, content_type: str, fault: Fault
):
    media = await sender.sent_and_scanned(contents, content_type)

    assert (media.state, media.fault, media.files) == (MediaState.REJECTED, fault, [])
    assert await sender.objects() == []
    events = await event_log.after(f"accounts.account.{sender.person.id}", 0)
    assert [(event.payload["state"], event.payload["fault"]) for event in events] == [
        ("REJECTED", fault)
    ]


@pytest.mark.parametrize(
    ("kind", "content_type", "size", "refusal"),
    [
        (MediaKind.PHOTO, "image/svg+xml", 100, TypeNotTaken),
        (MediaKind.PHOTO, "text/html", 100, TypeNotTaken),
        (MediaKind.PHOTO, "application/pdf", 100, TypeNotTaken),
        (MediaKind.VIDEO, "image/jpeg", 100, TypeNotTaken),
        (MediaKind.PHOTO, "image/jpeg", 2**30, FileTooLarge),
        (MediaKind.VIDEO, "video/mp4", 30 * rules.MIB + 1, FileTooLarge),
        (MediaKind.IDENTITY, "application/pdf", 10 * rules.MIB + 1, FileTooLarge),
        (MediaKind.PHOTO, "image/jpeg", 0, BadInput),
        (MediaKind.PHOTO, "image/jpeg", -1, BadInput),
    ],
)
async def test_what_is_not_taken_is_not_announced(
    sender: Sender, kind: MediaKind, content_type: str, size: int, refusal: type[Exception]
):
    with pytest.raises(refusal):
        await uploading.begin(
            sender.person.id,
            Announced(kind=kind, content_type=content_type, size=size),
            idempotency_key="key",
            clock=sender.clock,
            store=sender.store,
        )

    assert await Media.all().count() == 0


async def test_the_largest_that_is_taken_is_announced(sender: Sender):
    ticket = await uploading.begin(
        sender.person.id,
        Announced(kind=MediaKind.VIDEO, content_type="video/mp4", size=30 * rules.MIB),
        idempotency_key="key",
        clock=sender.clock,
        store=sender.store,
    )

    assert ticket.expires_at == NOON + timedelta(minutes=10)


async def test_an_upload_that_was_cut_off_is_sent_again_under_the_same_id(sender: Sender):
    first = await sender.begin(PHOTO, key="one photo")
    # Nothing arrived, and nothing may be confirmed.
    with pytest.raises(NotUploaded):
        await sender.confirm(first.media)

    # Long after the first address has expired.
    sender.clock = at(NOON + timedelta(minutes=15))
    again = await sender.begin(PHOTO, key="one photo")
    assert await sender.put(again, PHOTO) == 200
    media = await sender.confirm(again.media)

    assert (again.media.id, media.state) == (first.media.id, MediaState.UPLOADED)
    assert again.expires_at == NOON + timedelta(minutes=25)
    assert await Media.all().count() == 1


async def test_the_same_key_for_another_file_is_a_conflict(sender: Sender):
    await sender.begin(PHOTO, key="one photo")

    with pytest.raises(IdempotencyConflict):
        await sender.begin(PHOTO + b"x", key="one photo")


async def test_after_its_half_hour_a_file_is_not_awaited_any_more(sender: Sender):
    await sender.begin(PHOTO, key="one photo")

    sender.clock = at(NOON + timedelta(minutes=30))
    with pytest.raises(StaleState):
        await sender.begin(PHOTO, key="one photo")


async def test_a_second_confirm_is_harmless_wherever_the_file_is(sender: Sender):
    ticket = await sender.begin(PHOTO)
    await sender.put(ticket, PHOTO)

    both = await asyncio.gather(*(sender.confirm(ticket.media) for _ in range(4)))
    await scanning.scan_next(store=sender.store, inspect=inspect, clock=sender.clock)
    after = await sender.confirm(ticket.media)

    assert {media.state for media in both} == {MediaState.UPLOADED}
    assert after.state is MediaState.READY
    # And a key that is used again gives out no address to write over it.
    with pytest.raises(StaleState):
        await sender.begin(PHOTO, key=await _key_of(ticket.media))


async def _key_of(media: Media) -> str:
    rows = await event_log.get_connection("default").execute_query_dict(
        "SELECT key FROM idempotency_key WHERE result ->> 'media_id' = $1", [str(media.id)]
    )
    return str(rows[0]["key"])


async def test_of_a_file_that_grew_under_way_nothing_is_taken(sender: Sender):
    """The store refuses it; were there one that does not, the length is looked at again."""
    ticket = await sender.begin(PHOTO)
    assert await sender.put(ticket, PHOTO + b"x") in (400, 403)
    await sender.bucket.write(
        f"incoming/{ticket.media.id}/{ticket.media.word}",
        PHOTO + b"x",
        content_type="image/jpeg",
        cache="",
    )

    with pytest.raises(NotUploaded):
        await sender.confirm(ticket.media)


async def test_a_file_that_is_sent_anew_behind_the_scan_changes_nothing(sender: Sender):
    ticket = await sender.begin(PHOTO)
    await sender.put(ticket, PHOTO)
    await sender.confirm(ticket.media)
    await scanning.scan_next(store=sender.store, inspect=inspect, clock=sender.clock)
    kept = await sender.objects()

    # The address still holds: what is written there is never shown, and swept (test_sweeping).
    other = files.photo((1200, 900))[: len(PHOTO)].ljust(len(PHOTO), b"\0")
    assert await sender.put(ticket, other) == 200

    assert [key for key in await sender.objects() if not key.startswith("incoming/")] == kept
    assert (await Media.get(id=ticket.media.id)).state is MediaState.READY


async def test_another_persons_file_is_neither_confirmed_nor_deleted(sender: Sender):
    media = (await sender.begin(PHOTO)).media
    stranger = await factories.person()

    with pytest.raises(NotFound):
        await uploading.confirm(stranger.id, media.id, clock=sender.clock, store=sender.store)
    with pytest.raises(NotFound):
        await uploading.discard(stranger.id, media.id, clock=sender.clock)


async def test_who_is_suspended_announces_nothing(sender: Sender):
    await Account.filter(id=sender.person.id).update(state=AccountState.SUSPENDED)

    with pytest.raises(AccountSuspended):
        await sender.begin(PHOTO)


async def test_of_many_at_once_no_more_are_announced_than_one_person_may(sender: Sender):
    for _ in range(rules.MOST_WAITING - 2):
        await files.media(sender.person)

    outcomes = await asyncio.gather(
        *(sender.begin(PHOTO) for _ in range(6)), return_exceptions=True
    )

    assert sum(isinstance(outcome, QuotaReached) for outcome in outcomes) == 4
    assert await Media.all().count() == rules.MOST_WAITING


async def test_a_person_may_send_so_much_a_day_and_keep_so_much(sender: Sender):
    for _ in range(rules.MOST_A_DAY):
        await files.ready(sender.person)
    with pytest.raises(QuotaReached):
        await sender.begin(PHOTO)

    sender.clock = at(NOON + timedelta(days=1))
    assert await sender.begin(PHOTO)

    await files.ready(sender.person, kept_bytes=rules.MOST_KEPT_BYTES)
    with pytest.raises(QuotaReached):
        await sender.begin(PHOTO)


async def test_what_hangs_somewhere_is_not_deleted_and_what_does_not_is(sender: Sender):
    hung, loose = await files.ready(sender.person), await files.ready(sender.person)
    await Attachment.create(media=hung, subject="x", subject_id=1, place=0)

    with pytest.raises(StillAttached):
        await uploading.discard(sender.person.id, hung.id, clock=sender.clock)
    for _ in range(2):
        gone = await uploading.discard(sender.person.id, loose.id, clock=sender.clock)
        assert gone.state is MediaState.DELETED


async def test_without_the_store_uploads_are_refused_and_may_be_tried_again(
    sender: Sender, store_address: StoreAddress
):
    ticket = await sender.begin(PHOTO)
    await sender.put(ticket, PHOTO)

    async with Bucket.opened(_away(store_address)) as away:
        sender.store = S3Store(away)
        with pytest.raises(StoreUnavailable) as refused:
            await sender.confirm(ticket.media)
    assert refused.value.retryable
    sender.store = S3Store(None)
    with pytest.raises(StoreUnavailable):
        await sender.begin(PHOTO)

    sender.store = S3Store(sender.bucket)
    assert (await sender.confirm(ticket.media)).state is MediaState.UPLOADED


def _away(address: StoreAddress) -> StoreAddress:
    return StoreAddress(
        endpoint="http://127.0.0.1:9",
        bucket=address.bucket,
        access_key=address.access_key,
        secret_key=address.secret_key,
    )
