"""The one door to S3: sign, look, read, write, remove. Path style, any compatible store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aioboto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

# A store that does not answer must not hold a person's request; the worker asks again anyway.
CONNECT_S = 3
READ_S = 20
CALL_S = 30.0
TRIES = 2
CONNECTIONS = 50
CHUNK_BYTES = 256 * 1024
MOST_LISTED = 1_000


class StoreDown(Exception):
    """The store did not answer, or answered that it cannot; the same call may succeed later."""


@dataclass(frozen=True, kw_only=True)
class StoreAddress:
    """Where the store is. `public_url` is the origin under which phones reach it."""

    endpoint: str
    bucket: str
    access_key: str
    secret_key: str = field(repr=False)
    public_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Read:
    """An object on its way; `size` is what comes, `range` the answered `Content-Range`."""

    size: int
    range: str | None
    chunks: AsyncGenerator[bytes, None]


@dataclass(frozen=True, kw_only=True)
class About:
    """How an object is handed out: its media type and its `Cache-Control`."""

    content_type: str
    cache: str


class Bucket:
    """One bucket, over one client that lives as long as the process."""

    def __init__(self, client: Any, signer: Any, bucket: str) -> None:
        # `Any`: aioboto3 makes its clients from descriptions at run time.
        self._client = client
        self._signer = signer
        self._bucket = bucket

    @classmethod
    @asynccontextmanager
    async def opened(cls, at: StoreAddress) -> AsyncIterator[Bucket]:
        """Open the client; nothing is asked of the store yet."""
        session = aioboto3.Session(
            aws_access_key_id=at.access_key, aws_secret_access_key=at.secret_key
        )
        async with AsyncExitStack() as stack:
            ours = await stack.enter_async_context(_client(session, at.endpoint))
            signer = ours
            if at.public_url and at.public_url != at.endpoint:
                # The host is part of what is signed.
                signer = await stack.enter_async_context(_client(session, at.public_url))
            yield cls(ours, signer, at.bucket)

    async def ensure(self) -> None:
        """Have the bucket.

        Raises:
            StoreDown: The store cannot be asked.
        """
        try:
            await self._call("create_bucket")
        except _Missing:
            raise StoreDown from None
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code not in ("BucketAlreadyExists", "BucketAlreadyOwnedByYou"):
                raise StoreDown(code) from error

    async def sign_put(self, key: str, *, size: int, content_type: str, expires_s: int) -> str:
        """Return an address to which exactly `size` bytes of this type can be PUT, for a while.

        Made here without asking the store; it refuses another key, length or type, and later ones.
        """
        url: str = await self._signer.generate_presigned_url(
            "put_object",
            Params={
                "Bucket": self._bucket,
                "Key": key,
                "ContentLength": size,
                "ContentType": content_type,
            },
            ExpiresIn=expires_s,
        )
        return url

    async def size_of(self, key: str) -> int | None:
        """Return an object's length in bytes, or None if there is none."""
        try:
            found = await self._call("head_object", Key=key)
        except _Missing:
            return None
        size: int = found["ContentLength"]
        return size

    async def read(self, key: str, *, most: int) -> bytes | None:
        """Return the first `most` bytes of an object, or None if there is none."""
        found = await self.open(key, span=f"bytes=0-{most - 1}")
        if found is None:
            return None
        # A store that does not know ranges sends all of it.
        held = bytearray()
        async with aclosing(found.chunks) as chunks:
            async for chunk in chunks:
                held += chunk
                if len(held) >= most:
                    break
        return bytes(held[:most])

    async def open(self, key: str, *, span: str | None = None) -> Read | None:
        """Begin to read an object, or a part of it (`Range` of RFC 9110); None if there is none.

        Raises:
            StoreDown: The store cannot be asked, or breaks off while `chunks` is read.
        """
        asked = {"Range": span} if span else {}
        try:
            found = await self._call("get_object", Key=key, **asked)
        except _Missing:
            return None
        return Read(
            size=found["ContentLength"],
            range=found.get("ContentRange"),
            chunks=_chunks(found["Body"]),
        )

    async def write(self, key: str, contents: bytes, *, content_type: str, cache: str) -> None:
        """Write an object; the same key again is written over."""
        try:
            await self._call(
                "put_object",
                Key=key,
                Body=contents,
                ContentType=content_type,
                CacheControl=cache,
            )
        except _Missing:
            raise StoreDown("there is no such bucket") from None

    async def remove_below(self, prefix: str) -> int:
        """Remove every object whose key begins with `prefix`, and return how many there were."""
        removed = 0
        while keys := await self._list(prefix):
            for key in keys:
                try:
                    await self._call("delete_object", Key=key)
                except _Missing:
                    continue
            removed += len(keys)
        return removed

    async def each(self, prefix: str) -> AsyncGenerator[str, None]:
        """Yield the keys that begin with `prefix`, in order."""
        asked: dict[str, str] = {}
        while True:
            try:
                found = await self._call("list_objects_v2", Prefix=prefix, **asked)
            except _Missing:
                return  # there is no such bucket
            for each in found.get("Contents", ()):
                yield each["Key"]
            if not found.get("IsTruncated"):
                return
            asked = {"ContinuationToken": found["NextContinuationToken"]}

    async def about(self, key: str) -> About | None:
        """Return how an object is handed out, or None if there is none."""
        try:
            found = await self._call("head_object", Key=key)
        except _Missing:
            return None
        return About(
            content_type=found.get("ContentType", "application/octet-stream"),
            cache=found.get("CacheControl", ""),
        )

    async def _list(self, prefix: str) -> list[str]:
        try:
            found = await self._call("list_objects_v2", Prefix=prefix, MaxKeys=MOST_LISTED)
        except _Missing:
            return []
        return [each["Key"] for each in found.get("Contents", ())]

    async def _call(self, name: str, **asked: Any) -> Any:
        try:
            async with asyncio.timeout(CALL_S):
                return await getattr(self._client, name)(Bucket=self._bucket, **asked)
        except ClientError as error:
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 500)
            if status == 404:
                raise _Missing from error
            if name == "create_bucket" and status == 409:
                raise
            raise StoreDown(error.response["Error"]["Code"]) from error
        except (BotoCoreError, OSError) as error:  # a TimeoutError is an OSError
            raise StoreDown(type(error).__name__) from error


class _Missing(Exception):
    """There is no such object."""


def _client(session: aioboto3.Session, endpoint: str) -> Any:
    return session.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            # Newer checksums are not understood everywhere; we hash what we read ourselves.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            connect_timeout=CONNECT_S,
            read_timeout=READ_S,
            retries={"max_attempts": TRIES, "mode": "standard"},
            max_pool_connections=CONNECTIONS,
        ),
    )


async def _chunks(body: Any) -> AsyncGenerator[bytes, None]:
    try:
        # Without this the connection would never go back to the pool.
        async with body:
            while chunk := await body.read(CHUNK_BYTES):
                yield chunk
    except (BotoCoreError, OSError) as error:
        raise StoreDown(type(error).__name__) from error
