"""The object store as the domain sees it: files by the number of their row."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta

from hmk_graph.inspecting.findings import Made
from hmk_graph.media.errors import StoreUnavailable
from hmk_graph.media.ports import Sent
from hmk_graph.settings import Settings
from storage import keys, sniff
from storage.bucket import Bucket, Read, StoreAddress, StoreDown

# The name holds the hash of the contents: it never means anything else.
FOR_EVER = "public, max-age=31536000, immutable"
NEVER = "private, no-store"


class S3Store:
    """Any store that speaks S3; without a bucket all is refused, and everything else goes on."""

    def __init__(self, bucket: Bucket | None) -> None:
        self._opened = bucket

    async def ensure(self) -> None:
        """Have the bucket; it is made where it is missing."""
        with _telling():
            await self._bucket.ensure()

    async def sign_upload(
        self, number: int, word: str, *, size: int, content_type: str, within: timedelta
    ) -> str:
        """Return the address for one file."""
        return await self._bucket.sign_put(
            keys.incoming(number, word),
            size=size,
            content_type=content_type,
            expires_s=int(within.total_seconds()),
        )

    async def sent(self, number: int, word: str) -> Sent | None:
        """Say what has arrived."""
        key = keys.incoming(number, word)
        with _telling():
            size = await self._bucket.size_of(key)
            head = await self._bucket.read(key, most=sniff.HEAD_BYTES) if size else None
        if size is None or head is None:
            return None
        return Sent(size=size, content_type=sniff.form_of(head))

    async def fetch(self, number: int, word: str, *, most: int) -> bytes | None:
        """Return what has arrived."""
        with _telling():
            return await self._bucket.read(keys.incoming(number, word), most=most)

    async def keep(self, number: int, made: Made, *, private: bool) -> str:
        """Write a checked file."""
        name = keys.name_of(made.contents, made.extension, width=made.width)
        key = (keys.private if private else keys.public)(number, name)
        with _telling():
            await self._bucket.write(
                key,
                made.contents,
                content_type=made.content_type,
                cache=NEVER if private else FOR_EVER,
            )
        return name

    async def forget_upload(self, number: int) -> None:
        """Remove what a phone has sent."""
        with _telling():
            await self._bucket.remove_below(keys.incoming_folder(number))

    async def forget(self, number: int) -> None:
        """Remove what was kept."""
        with _telling():
            await self._bucket.remove_below(keys.public_folder(number))
            await self._bucket.remove_below(keys.private_folder(number))

    async def open_public(self, number: int, name: str, *, span: str | None) -> Read | None:
        """Begin to read a public file; `span` is a `Range` header. None: there is none."""
        with _telling():
            return await self._bucket.open(keys.public(number, name), span=span)

    async def open_private(self, number: int, name: str) -> Read | None:
        """Begin to read a private file, for somebody who may."""
        with _telling():
            return await self._bucket.open(keys.private(number, name))

    @property
    def _bucket(self) -> Bucket:
        if self._opened is None:
            raise StoreUnavailable
        return self._opened


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[S3Store]:
    """Open the store that is set, by one client for the life of the process."""
    if not settings.has_store:
        yield S3Store(None)
        return
    at = StoreAddress(
        endpoint=settings.s3_endpoint,
        bucket=settings.s3_bucket,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
        public_url=settings.s3_public_url,
    )
    async with Bucket.opened(at) as bucket:
        yield S3Store(bucket)


@contextmanager
def _telling() -> Iterator[None]:
    """Tell a lost store in the domain's words."""
    try:
        yield
    except StoreDown as error:
        raise StoreUnavailable from error
