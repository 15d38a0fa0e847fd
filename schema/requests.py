"""Which GraphQL request an HTTP request carries, if it carries one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from starlette.requests import Request
from strawberry.types.graphql import OperationType

from schema import wire
from schema.documents import Documents, id_in
from schema.errors import BAD_REQUEST, Told, fault

LARGEST_BODY = 100_000
BODY_S = 10.0
JSON = "application/json"
# The rest of such a body is not read, so nothing else can come over its connection.
NO_MORE = {"Connection": "close"}


class NotARequest(Exception):
    """The HTTP request is no GraphQL request; `status` says so in whatever form is answered."""

    def __init__(self, status: int, error: Told, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(error.message)
        self.status = status
        self.error = error
        self.headers = headers or {}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A GraphQL request, of whatever kind its method may carry."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None = None
    extensions: dict[str, Any] | None = None
    kinds: frozenset[OperationType] = frozenset({OperationType.QUERY})


def not_a_request(
    status: int, message: str, headers: Mapping[str, str] | None = None
) -> NotARequest:
    """Return what to raise for a request that is answered with this status."""
    return NotARequest(status, fault(BAD_REQUEST, message), headers)


async def read(request: Request, documents: Documents) -> Asked:
    """Return the GraphQL request that an HTTP request carries; `documents` may be named in it.

    Raises:
        NotARequest: It carries none.
        DocumentUnknown, DocumentNotTrusted: It names a document, or has one, that is not served.
    """
    if request.method == "GET":
        if len(request.url.query) > LARGEST_BODY:
            raise not_a_request(414, "The address is too long.")
        return _asked(_from_query(request), frozenset({OperationType.QUERY}), documents)
    if request.method != "POST":
        message = "GraphQL is asked with GET or POST."
        raise not_a_request(405, message, {"Allow": "GET, POST"})
    _check_content(request)
    body = _decoded(await _body(request))
    return _asked(body, frozenset({OperationType.QUERY, OperationType.MUTATION}), documents)


def _from_query(request: Request) -> dict[str, object]:
    given: dict[str, object] = dict(request.query_params)
    for name in ("variables", "extensions"):
        text = given.get(name)
        if text:
            given[name] = _decoded(cast(str, text))
        else:
            given.pop(name, None)
    return given


def _check_content(request: Request) -> None:
    media, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if media.strip() != JSON:
        raise not_a_request(415, f"The body has to be {JSON}.")
    charset = parameters.partition("charset=")[2].split(";")[0].strip(' "')
    if charset not in ("", "utf-8", "utf8"):
        raise not_a_request(415, "The body has to be UTF-8.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise not_a_request(415, "A compressed body is not taken.")


async def _body(request: Request) -> bytes:
    too_large = f"The body may have {LARGEST_BODY} bytes."
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length[:20]) > LARGEST_BODY:
        raise not_a_request(413, too_large, NO_MORE)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise not_a_request(413, too_large, NO_MORE)
    except TimeoutError:
        raise not_a_request(408, "The body did not arrive in time.", NO_MORE) from None
    return bytes(body)


def _decoded(text: str | bytes) -> object:
    try:
        return wire.decode(text)
    except wire.NotReadable:
        raise not_a_request(400, "The request is not JSON that can be read.") from None


def _asked(body: object, kinds: frozenset[OperationType], documents: Documents) -> Asked:
    if not isinstance(body, dict):
        raise not_a_request(400, "The request has to be one JSON object; batches are not taken.")
    extensions = _optional(body, "extensions", dict)
    query = body.get("query")
    if query is None and (named := id_in(body)) is not None:
        query = documents.text_of(named)
    if not isinstance(query, str) or not query.strip():
        raise not_a_request(400, "The request needs a query, which is a text.")
    documents.check(query)
    return Asked(
        query=query,
        variables=_optional(body, "variables", dict),
        operation_name=_optional(body, "operationName", str) or None,
        extensions=extensions,
        kinds=kinds,
    )


def _optional(body: dict[str, Any], name: str, kind: type[Any]) -> Any:
    value = body.get(name)
    if value is not None and not isinstance(value, kind):
        what = "an object" if kind is dict else "a text"
        raise not_a_request(400, f"`{name}` has to be {what} or null.")
    return value
