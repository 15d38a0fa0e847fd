"""The own object store is real, keeps what it should, and ends with its last user."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from hmk_graph.servers import embedded, leases, programs
from hmk_graph.servers.embedded import StoreAddress, embedded_store
from hmk_graph.servers.programs import ServerFault
from storage import bucket
from storage.bucket import Bucket, StoreDown


def at(found: StoreAddress) -> bucket.StoreAddress:
    return bucket.StoreAddress(
        endpoint=found.s3_endpoint,
        bucket=found.s3_bucket,
        access_key=found.s3_access_key,
        secret_key=found.s3_secret_key,
    )


def size_of(found: StoreAddress, key: str) -> int | None:
    async def ask() -> int | None:
        async with Bucket.opened(at(found)) as opened:
            return await opened.size_of(key)

    return asyncio.run(ask())


def write(found: StoreAddress, key: str) -> None:
    async def send() -> None:
        async with Bucket.opened(at(found)) as opened:
            await opened.write(key, b"cow", content_type="image/webp", cache="x")

    asyncio.run(send())


def test_a_durable_store_keeps_its_objects_and_address(tmp_path: Path):
    with embedded_store(tmp_path, durable=True) as first:
        write(first, "public/1/a")
    assert not leases.is_held(tmp_path / "s3" / "keeper")

    with embedded_store(tmp_path, durable=True) as second:
        assert size_of(second, "public/1/a") == 3

    assert second == first
    assert first.s3_secret_key not in repr(first)


def test_a_store_for_tests_begins_empty_and_is_gone_afterwards(tmp_path: Path):
    with embedded_store(tmp_path, durable=False) as first:
        write(first, "public/1/a")
    with pytest.raises(StoreDown):
        size_of(first, "public/1/a")

    with embedded_store(tmp_path, durable=False) as second:
        assert size_of(second, "public/1/a") is None
        # Two users of one store; the first to leave does not end it.
        with embedded_store(tmp_path, durable=False) as same:
            assert same == second
        assert size_of(second, "public/1/a") is None


def test_its_secret_is_in_no_list_of_processes(tmp_path: Path):
    with embedded_store(tmp_path, durable=False) as found:
        told = b"".join(
            entry.read_bytes()
            for entry in Path("/proc").glob("[0-9]*/cmdline")
            if entry.parent.exists()
        )

    assert b"serve\0s3" in told
    assert found.s3_secret_key.encode() not in told


def test_a_store_in_use_is_not_thrown_away(tmp_path: Path):
    with embedded_store(tmp_path, durable=False), pytest.raises(ServerFault, match="in use"):
        embedded.discard(tmp_path)

    embedded.discard(tmp_path)
    assert not (tmp_path / "s3").exists()


def test_rclone_of_the_wheel_is_found():
    assert programs.rclone().version >= (1, 75)
