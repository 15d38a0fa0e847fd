"""A backup holds all that must not be lost, and comes back whole or not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import asyncpg
import pytest

from hmk_graph import backing_up
from hmk_graph.backing_up import BackupFault
from hmk_graph.settings import Settings
from storage.bucket import Bucket, StoreAddress
from tests import auctions
from tests.conftest import at_database, execute

NAME = "0123456789abcdef0123456789abcdef.webp"
PHOTO, PAPER, SENT = f"public/7/{NAME}", f"private/8/{NAME}", "incoming/9/word"
CONTENTS = """SELECT md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) FROM "{}" t"""
CACHED = "public, max-age=31536000, immutable"


def quiet(_what: str, _done: int, _total: int) -> None: ...


@pytest.fixture
def settings(db: str, store_address: StoreAddress) -> Settings:
    return Settings.from_environment(
        {
            "HMK_SECRET": "s" * 32,
            "HMK_DATABASE_URL": db,
            "HMK_S3_ENDPOINT": store_address.endpoint,
            "HMK_S3_BUCKET": store_address.bucket,
            "HMK_S3_ACCESS_KEY": store_address.access_key,
            "HMK_S3_SECRET_KEY": store_address.secret_key,
        }
    )


@pytest.fixture
async def empty(settings: Settings, postgres: str) -> AsyncIterator[Settings]:
    """Where to restore: a database without tables, and a bucket that does not exist."""
    name = "restored_" + settings.database_url.rpartition("/")[2]
    await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield replace(
        settings,
        database_url=at_database(postgres, name),
        s3_bucket=settings.s3_bucket + "-restored",
    )
    await execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)')


async def rows(url: str) -> dict[str, str]:
    """Return a hash of the contents of each table, and of what constrains it."""
    connection = await asyncpg.connect(url)
    try:
        names = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname='public'")
        found = {name: await connection.fetchval(CONTENTS.format(name)) for (name,) in names}
        # By name and kind: a definition that was read again is written in other words.
        rules = await connection.fetch(
            "SELECT conrelid::regclass::text, conname, contype::text FROM pg_constraint"
            " WHERE conrelid <> 0"
            " UNION ALL SELECT tgrelid::regclass::text, tgname, 'trigger' FROM pg_trigger"
            " WHERE NOT tgisinternal"
            " UNION ALL SELECT tablename, indexname, 'index' FROM pg_indexes"
            " WHERE schemaname = 'public' ORDER BY 1, 2, 3"
        )
        return {**found, "rules": str([tuple(rule) for rule in rules])}
    finally:
        await connection.close()


async def test_what_is_restored_is_what_was_there(
    settings: Settings, empty: Settings, bucket: Bucket, tmp_path: Path
):
    await auctions.lot()
    await bucket.write(PHOTO, b"a photo", content_type="image/webp", cache=CACHED)
    await bucket.write(PAPER, b"a paper", content_type="application/pdf", cache="no-store")
    await bucket.write(SENT, b"unseen", content_type="image/jpeg", cache="no-store")

    kept = await backing_up.back_up(settings, tmp_path / "backup", quiet)
    back = await backing_up.restore(empty, tmp_path / "backup", quiet)

    assert (kept, back) == (2, 2)
    assert await rows(empty.database_url) == await rows(settings.database_url)
    async with backing_up._store(empty) as store:
        assert store is not None
        assert await store.read(PHOTO, most=100) == b"a photo"
        assert await store.read(PAPER, most=100) == b"a paper"
        assert await store.read(SENT, most=100) is None
        about = await store.about(PHOTO)
    assert about is not None
    assert (about.content_type, about.cache) == ("image/webp", CACHED)


async def test_a_database_that_is_not_empty_is_left_as_it_is(
    settings: Settings, bucket: Bucket, tmp_path: Path
):
    await backing_up.back_up(settings, tmp_path / "backup", quiet)
    before = await rows(settings.database_url)

    with pytest.raises(BackupFault, match="not empty"):
        await backing_up.restore(settings, tmp_path / "backup", quiet)

    assert await rows(settings.database_url) == before


@pytest.mark.parametrize("what", ["database.dump", f"objects/{PHOTO}", "manifest.json"])
async def test_a_backup_that_was_changed_is_refused_before_anything_is_written(
    settings: Settings, empty: Settings, bucket: Bucket, tmp_path: Path, what: str
):
    await bucket.write(PHOTO, b"a photo", content_type="image/webp", cache=CACHED)
    await backing_up.back_up(settings, tmp_path / "backup", quiet)
    (tmp_path / "backup" / what).write_bytes(b"something else")

    with pytest.raises(BackupFault):
        await backing_up.restore(empty, tmp_path / "backup", quiet)

    assert await rows(empty.database_url) == {"rules": (await rows(empty.database_url))["rules"]}


async def test_a_manifest_cannot_lead_out_of_its_folder(
    settings: Settings, empty: Settings, bucket: Bucket, tmp_path: Path
):
    await backing_up.back_up(settings, tmp_path / "backup", quiet)
    manifest = tmp_path / "backup" / "manifest.json"
    stray = '"objects": [{"key": "public/7/..", "sha256": "", "content_type": "", "cache": ""}]'
    manifest.write_text(manifest.read_text().replace('"objects": []', stray))

    with pytest.raises(BackupFault):
        await backing_up.restore(empty, tmp_path / "backup", quiet)


async def test_a_failed_backup_leaves_no_folder_that_looks_like_one(
    settings: Settings, bucket: Bucket, tmp_path: Path
):
    away = replace(settings, database_url=at_database(settings.database_url, "nowhere"))

    with pytest.raises(BackupFault, match="nowhere"):
        await backing_up.back_up(away, tmp_path / "backup", quiet)

    assert not (tmp_path / "backup").exists()
