"""Photos and videos for everybody, and papers for those who may: both pass through us.

The store itself is open to nobody (docs/decisions). A public file's address holds the hash of its
contents, so browsers and the proxy keep it for a year and rarely ask again.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing
from typing import Protocol

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, NotAllowed, NotFound
from hmk_graph.media import serving
from hmk_graph.media.errors import StoreUnavailable
from hmk_graph.media.serving import Guards
from hmk_graph.pages import headers
from storage import keys
from storage.bucket import Read

LARGEST_ID = 2**63 - 1
TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "pdf": "application/pdf",
}
# Whatever a file may hold, it is shown and does nothing: no script, no frame, no request.
SHOWN_ONLY = {
    **headers.SAFE,
    "content-security-policy": "default-src 'none'; img-src 'self'; media-src 'self'; sandbox",
    "cross-origin-resource-policy": "same-origin",
}
PUBLIC = {
    **SHOWN_ONLY,
    "cache-control": "public, max-age=31536000, immutable",
    "accept-ranges": "bytes",
}
# Taken home rather than shown: a browser's reader of papers is a program of its own.
PRIVATE = {**SHOWN_ONLY, "cache-control": "no-store", "content-disposition": "attachment"}
RETRY_S = "2"


class Shelf(Protocol):
    """Where the bytes come from."""

    async def open_public(self, number: int, name: str, *, span: str | None) -> Read | None:
        """Begin to read a public file, or a part of it; None: there is none."""

    async def open_private(self, number: int, name: str) -> Read | None:
        """Begin to read a private file; None: there is none."""


def routes(
    shelf: Callable[[], Shelf], guards: Guards, *, secret: str, clock: Clock
) -> list[BaseRoute]:
    """Return the routes of the files."""

    async def public(request: Request) -> Response:
        number, name = request.path_params["number"], request.path_params["name"]
        if not (0 < number <= LARGEST_ID and keys.is_name(name)):
            return _refusal(NotFound(), 404)
        if request.headers.get("if-none-match") == _tag(name):
            return Response(status_code=304, headers={**PUBLIC, "etag": _tag(name)})
        span = request.headers.get("range")
        try:
            found = await shelf().open_public(number, name, span=span)
        except StoreUnavailable as refusal:
            return _refusal(refusal, 503)
        if found is None:
            return _refusal(NotFound(), 404)
        return _sent(found, name, {**PUBLIC, "etag": _tag(name)})

    async def paper(request: Request) -> Response:
        try:
            opened = await serving.open_paper(
                request.query_params.get("token", ""), guards=guards, secret=secret, clock=clock
            )
            found = await shelf().open_private(opened.media_id, opened.name)
        except StoreUnavailable as refusal:
            return _refusal(refusal, 503)
        except DomainError:
            # Expired, forged, not signed in any more, gone: all the same to who asks.
            return _refusal(NotAllowed(), 403)
        return _refusal(NotFound(), 404) if found is None else _sent(found, opened.name, PRIVATE)

    return [
        # In the query: the log of requests leaves queries out, and a link is good for some minutes.
        Route("/media/papers", paper),
        Route("/media/{number:int}/{name}", public),
    ]


def _sent(found: Read, name: str, said: Mapping[str, str]) -> Response:
    told = {**said, "content-length": str(found.size)}
    if found.range:
        told["content-range"] = found.range
    return StreamingResponse(
        _chunks(found),
        status_code=206 if found.range else 200,
        headers=told,
        media_type=TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream"),
    )


async def _chunks(found: Read) -> AsyncIterator[bytes]:
    # Also when the phone goes away halfway, so that the connection to the store is given back.
    async with aclosing(found.chunks) as chunks:
        async for chunk in chunks:
            yield chunk


def _tag(name: str) -> str:
    return f'"{name}"'


def _refusal(refusal: DomainError, status: int) -> Response:
    said = f"{refusal.message_bn}\n{refusal.message_en}\n"
    told = {**headers.MISSING, **({"retry-after": RETRY_S} if refusal.retryable else {})}
    return PlainTextResponse(said, status, told)
