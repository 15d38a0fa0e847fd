from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from hmk_graph.pages.serving import routes

SCRIPT = "console.log('haat')\n" * 100
NAME = "graphiql-B5BQlNTs.js"


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A folder like the one that the build makes, with a secret beside it."""
    static = tmp_path / "web"
    (static / "assets").mkdir(parents=True)
    (static / "graphiql.html").write_text("<h1>হাট</h1>", encoding="utf-8")
    (static / "robots.txt").write_text("User-agent: *\n")
    (static / "favicon.svg").write_text("<svg/>")
    (static / "assets" / NAME).write_text(SCRIPT)
    (static / "assets" / f"{NAME}.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (static / "assets" / f"{NAME}.br").write_bytes(b"packed by brotli")
    (static / "assets" / "letters.woff2").write_bytes(b"wOF2")
    (tmp_path / "secret.txt").write_text("secret")
    return static


@pytest.fixture
async def browser(static: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with visiting(static) as client:
        yield client


def visiting(static: Path) -> httpx.AsyncClient:
    """Visit an app that, as ours will, answers any unknown address with a page."""

    async def page(_: Request) -> HTMLResponse:
        return HTMLResponse("<h1>any page</h1>")

    app = Starlette(routes=[*routes(static), Route("/{rest:path}", page)])
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),
        base_url="http://haat.test",
        headers={"accept-encoding": "identity"},
    )


async def test_the_tool_is_served_and_asked_for_anew_each_time(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/graphiql")

    assert answer.status_code == 200
    assert answer.text == "<h1>হাট</h1>"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"


async def test_a_page_that_has_not_changed_is_not_sent_again(browser: httpx.AsyncClient) -> None:
    etag = (await browser.get("/graphiql")).headers["etag"]

    answer = await browser.get("/graphiql", headers={"if-none-match": etag})

    assert answer.status_code == 304
    assert answer.content == b""
    assert answer.headers["cache-control"] == "no-cache"


async def test_the_page_may_load_nothing_from_elsewhere_and_run_nothing_inline(
    browser: httpx.AsyncClient,
) -> None:
    headers = (await browser.get("/graphiql")).headers

    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
    }


@pytest.mark.parametrize(
    "path", ["/graphiql", "/robots.txt", "/favicon.svg", f"/assets/{NAME}", "/assets/gone.js"]
)
async def test_every_answer_forbids_guessing_its_type_and_tells_others_little(
    browser: httpx.AsyncClient, path: str
) -> None:
    headers = (await browser.get(path)).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"] == "geolocation=(self), camera=(), microphone=()"


async def test_an_asset_is_kept_for_a_year(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(f"/assets/{NAME}")

    assert answer.status_code == 200
    assert answer.text == SCRIPT
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
    ],
)
async def test_a_browser_gets_the_shortest_form_that_it_can_read(
    browser: httpx.AsyncClient, static: Path, accepted: str, sent: str | None
) -> None:
    request = browser.build_request("GET", f"/assets/{NAME}", headers={"accept-encoding": accepted})
    answer = await browser.send(request, stream=True)
    raw = b"".join([part async for part in answer.aiter_raw()])

    ending = {"br": ".br", "gzip": ".gz", None: ""}[sent]
    assert answer.headers.get("content-encoding") == sent
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert raw == (static / "assets" / f"{NAME}{ending}").read_bytes()


async def test_what_has_no_packed_form_is_sent_as_it_is(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/assets/letters.woff2", headers={"accept-encoding": "br"})

    assert answer.content == b"wOF2"
    assert answer.headers["content-type"] == "font/woff2"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/assets/gone.js", "/assets/", "/assets/a/b/c", f"/assets/{'x' * 300}.js"]
)
async def test_a_missing_asset_is_a_404_and_never_a_page(
    browser: httpx.AsyncClient, path: str
) -> None:
    answer = await browser.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/..%2f..%2fsecret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/%2fetc/passwd",
        "/assets/..%5c..%5csecret.txt",
        "/assets/%00",
        "/assets/link.txt",
    ],
)
async def test_no_address_leads_out_of_the_folder(
    browser: httpx.AsyncClient, static: Path, path: str
) -> None:
    (static / "assets" / "link.txt").symlink_to(static.parent / "secret.txt")

    answer = await browser.get(path)

    assert answer.status_code == 404
    assert "secret" not in answer.text


async def test_an_asset_can_only_be_read(browser: httpx.AsyncClient) -> None:
    answer = await browser.post(f"/assets/{NAME}")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/robots.txt", "text/plain; charset=utf-8"), ("/favicon.svg", "image/svg+xml")],
)
async def test_the_files_that_robots_and_browsers_ask_for_are_there(
    browser: httpx.AsyncClient, path: str, kind: str
) -> None:
    answer = await browser.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["cache-control"] == "no-cache"


async def test_before_the_build_a_line_in_both_languages_says_what_to_do(tmp_path: Path) -> None:
    async with visiting(tmp_path / "nothing") as client:
        answer = await client.get("/graphiql")
        others = [await client.get(path) for path in ("/assets/a.js", "/robots.txt")]

    assert answer.status_code == 200
    assert "<code>make web</code> চালান" in answer.text
    assert "run <code>make web</code>" in answer.text
    assert "<code>/graphql</code>" in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert [other.status_code for other in others] == [404, 404]


async def test_pages_built_while_the_server_runs_are_served_at_once(tmp_path: Path) -> None:
    static = tmp_path / "web"
    async with visiting(static) as client:
        await client.get("/graphiql")
        static.mkdir()
        (static / "graphiql.html").write_text("<h1>built</h1>")

        answer = await client.get("/graphiql")

    assert answer.text == "<h1>built</h1>"
