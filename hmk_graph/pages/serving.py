"""The files of the built pages: assets, what browsers and robots ask for by name, and GraphiQL."""

from __future__ import annotations

import mimetypes
import os
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from hmk_graph.pages import headers

STATIC = Path(__file__).parent.parent / "static" / "web"
"""Where `make web` puts what it builds."""

GRAPHIQL = "graphiql.html"
ROOT_FILES = ("robots.txt", "favicon.svg", "sw.js", "manifest.webmanifest")

mimetypes.add_type("application/manifest+json", ".webmanifest")

# Shortest first; the build writes both beside the plain file.
PACKINGS = {"br": ".br", "gzip": ".gz"}

NOT_BUILT = (
    '<!doctype html><html lang="bn"><meta charset="utf-8"><title>হাতের মুঠোয় কিশোরগঞ্জ</title>'
    '<link rel="icon" href="data:,">'
    "<p>পাতাগুলো এখনো তৈরি হয়নি: <code>make web</code> চালান। API চলছে: <code>/graphql</code>. "
    '<span lang="en">The pages are not built yet: run <code>make web</code>. '
    "The API works: <code>/graphql</code>.</span></p></html>"
)


def routes(static: Path = STATIC, *, graphiql_on: bool = True) -> list[BaseRoute]:
    """Return the routes of the files built into `static`, which may not exist yet.

    GraphiQL tells strangers more than they need; in production it is off.
    """
    files = Files(static, headers.PAGE)

    async def graphiql(request: Request) -> Response:
        response = await files.get_response(GRAPHIQL, request.scope)
        if response.status_code == 404:
            return HTMLResponse(NOT_BUILT, headers=headers.PAGE)
        return response

    async def root_file(request: Request) -> Response:
        return await files.get_response(request.url.path.lstrip("/"), request.scope)

    return [
        *([Route("/graphiql", graphiql)] if graphiql_on else []),
        *(Route(f"/{name}", root_file) for name in ROOT_FILES),
        # Mounted alone: whatever lies below is an asset or a 404, and never a page.
        Mount("/assets", Files(static / "assets", headers.ASSET)),
        Mount("/icons", Files(static / "icons", headers.PAGE)),
    ]


class Files(StaticFiles):
    """The files of one folder, each with the same headers, packed if the browser can unpack."""

    def __init__(self, folder: Path, sent_with: dict[str, str]) -> None:
        super().__init__(directory=folder, check_dir=False)
        self.sent_with = sent_with

    async def check_config(self) -> None:
        """Accept a folder that is not there: in a fresh clone nothing is built yet."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with the file, or with a plain refusal that nobody can take for a page."""
        try:
            return await super().get_response(path, scope)
        except HTTPException as refused:
            # The library answers 401 for a file that it may not read: it is as good as missing.
            status = 405 if refused.status_code == 405 else 404
            said = headers.MISSING | dict(refused.headers or {})
            return PlainTextResponse("Not found\n" if status == 404 else "", status, said)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,  # noqa: ARG002 - of the plain file; a packed one has its own
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Answer with the file or, to a browser that has it already, without."""
        asked = Headers(scope=scope)
        file, said = _shortest(Path(full_path), asked.get("accept-encoding", ""))
        response = FileResponse(
            file,
            status_code=status_code,
            stat_result=file.stat(),
            media_type=mimetypes.guess_type(full_path)[0],
            headers=self.sent_with | said,
        )
        if self.is_not_modified(response.headers, asked):
            return NotModifiedResponse(response.headers)
        return response


def _shortest(file: Path, accepted: str) -> tuple[Path, dict[str, str]]:
    """Return the form of a file to send, and the headers that name the form."""
    wanted = {part.strip().lower() for part in accepted.split(",")}
    beside = {name: file.with_name(file.name + ending) for name, ending in PACKINGS.items()}
    packed = {name: path for name, path in beside.items() if path.is_file()}
    if not packed:
        return file, {}
    for name, path in packed.items():
        # `br;q=0` is a refusal and, spelled with its weight, is not among the wanted.
        if name in wanted:
            return path, {"content-encoding": name, "vary": "accept-encoding"}
    return file, {"vary": "accept-encoding"}
