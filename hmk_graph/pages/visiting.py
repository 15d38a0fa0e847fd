"""The addresses that people open: each with its head, its first block and its first data."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from hmk_graph.pages import blocks, headers
from hmk_graph.pages.blocks import facts_of, title_of
from hmk_graph.pages.first_data import FirstData
from hmk_graph.pages.lot_files import LARGEST_ID
from hmk_graph.pages.meta import Meta, head_of
from hmk_graph.pages.serving import NOT_BUILT
from hmk_graph.pages.shell import Filling, Shell
from hmk_graph.pages.words import Language, say


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What a page is made of. `data` is the answer of its first query, as JSON."""

    meta: Meta
    block: str
    operation: str = ""
    variables: dict[str, Any] | None = None  # Any: JSON
    data: dict[str, Any] | None = None
    status: int = 200


@dataclass(frozen=True, kw_only=True)
class Visitors:
    """Answers visitors of one site. `public_url` has no slash at its end."""

    shell: Shell
    first: FirstData
    public_url: str

    async def answer(self, request: Request, visit: Visit) -> Response:
        """Fill the shell with a page."""
        language = language_of(request)
        boot = None
        if visit.data is not None:
            boot = {
                "operation": visit.operation,
                "variables": visit.variables or {},
                "data": visit.data,
            }
        filling = Filling(
            language=language,
            head=head_of(visit.meta, public_url=self.public_url, language=language),
            block=blocks.frame(visit.block, path=visit.meta.path, language=language),
            boot=boot,
            status=visit.status,
        )
        accepted = request.headers.get("accept-encoding", "")
        response = self.shell.respond(filling, accepted=accepted)
        return response or HTMLResponse(NOT_BUILT, headers=headers.PAGE)

    async def home(self, request: Request) -> Response:
        """Answer `/`."""
        language = language_of(request)
        data = await self.first.ask("HomePage", {})
        meta = Meta(
            title=say("home_title", language), description=say("home_about", language), path="/"
        )
        block = blocks.home(data or {}, language)
        return await self.answer(
            request, Visit(meta=meta, block=block, operation="HomePage", data=data)
        )

    async def hall(self, request: Request) -> Response:
        """Answer `/haat`; with a filter in the address the script asks for itself."""
        language = language_of(request)
        plain = not set(request.query_params) - {"lang"}
        data = await self.first.ask("HallPage", {}) if plain else None
        meta = Meta(
            title=say("hall_title", language), description=say("home_about", language), path="/haat"
        )
        block = blocks.hall(data or {}, language)
        return await self.answer(
            request, Visit(meta=meta, block=block, operation="HallPage", data=data)
        )

    async def lot(self, request: Request) -> Response:
        """Answer `/haat/<number>`."""
        number = number_of(request)
        variables = {"lotId": f"Lot:{number}"}
        data = await self.first.ask("LotPage", variables) if number else None
        if number is None or (data is not None and data.get("lotSnapshot") is None):
            return await self.missing(request)
        language = language_of(request)
        path = f"/haat/{number}"
        if data is None:
            return await self.waiting(request, path, "hall")
        stand = data["lotSnapshot"]
        found = stand["lot"]
        now = datetime.fromisoformat(stand["serverNow"])
        title = title_of(found, language)
        meta = Meta(
            title=f"{title} — {say('brand', language)}",
            description=_told(found, language),
            path=path,
            picture=f"/og/lot/{number}.png",
            kind="product",
            thing=_product(found, language, f"{self.public_url}{path}"),
        )
        return await self.answer(
            request,
            Visit(
                meta=meta,
                block=blocks.lot(found, language, now),
                operation="LotPage",
                variables=variables,
                data=data,
            ),
        )

    async def log(self, request: Request) -> Response:
        """Answer `/haat/<number>/log`."""
        number = number_of(request)
        variables = {"lotId": f"Lot:{number}"}
        data = await self.first.ask("LogPage", variables) if number else None
        if number is None or (data is not None and data.get("lot") is None):
            return await self.missing(request)
        language = language_of(request)
        path = f"/haat/{number}/log"
        if data is None:
            return await self.waiting(request, path, "log")
        title = say("log_title", language, title=title_of(data["lot"], language))
        meta = Meta(
            title=title,
            description=say("about_about", language),
            path=path,
            picture=f"/og/lot/{number}.png",
        )
        visit = Visit(
            meta=meta,
            block=blocks.log(data, language),
            operation="LogPage",
            variables=variables,
            data=data,
        )
        return await self.answer(request, visit)

    async def sale(self, request: Request) -> Response:
        """Answer `/haat/sale/<number>`."""
        number = number_of(request)
        variables = {"listingId": f"Listing:{number}"}
        data = await self.first.ask("SalePage", variables) if number else None
        if number is None or (data is not None and data.get("listing") is None):
            return await self.missing(request)
        language = language_of(request)
        path = f"/haat/sale/{number}"
        if data is None:
            return await self.waiting(request, path, "price")
        listing = data["listing"]
        meta = Meta(
            title=f"{title_of(listing, language)} — {say('brand', language)}",
            description=_told(listing, language),
            path=path,
            kind="product",
            thing=_product(listing, language, f"{self.public_url}{path}"),
        )
        visit = Visit(
            meta=meta,
            block=blocks.sale(listing, language),
            operation="SalePage",
            variables=variables,
            data=data,
        )
        return await self.answer(request, visit)

    async def missing(self, request: Request) -> Response:
        """Answer an address that leads nowhere: the same shell, and the status says so."""
        language = language_of(request)
        title, about = say("not_found", language), say("not_found_about", language)
        meta = Meta(title=title, description=about, path=request.url.path, listed=False)
        return await self.answer(
            request, Visit(meta=meta, block=blocks.plain(title, about), status=404)
        )

    def words(self, path: str | None, key: str, about: str, *, listed: bool) -> Answer:
        """Return the answer of a page that has no first data; path None: where it is asked for."""

        async def answer(request: Request) -> Response:
            language = language_of(request)
            title, said = say(key, language), say(about, language)
            meta = Meta(
                title=f"{title} — {say('brand', language)}",
                description=said,
                path=path or request.url.path,
                listed=listed,
            )
            return await self.answer(request, Visit(meta=meta, block=blocks.plain(title)))

        return answer

    async def waiting(self, request: Request, path: str, key: str) -> Response:
        """Answer without first data: the script asks for them, and tells what is wrong."""
        language = language_of(request)
        meta = Meta(
            title=say("brand", language), description=say("home_about", language), path=path
        )
        return await self.answer(request, Visit(meta=meta, block=blocks.plain(say(key, language))))


Answer = Callable[[Request], Awaitable[Response]]


def language_of(request: Request) -> Language:
    """Return the language an address asks for; Bengali unless it says English."""
    return "en" if request.query_params.get("lang") == "en" else "bn"


def number_of(request: Request) -> int | None:
    """Return the number in an address; None if nothing can have it."""
    number: int = request.path_params["number"]
    return number if 0 < number <= LARGEST_ID else None


def _told(sold: blocks.Data, language: Language) -> str:
    price = sold.get("price") or sold.get("startPrice")
    facts = [facts_of(sold, language)]
    if price:
        facts.append(f"{say('price', language)} {blocks.amount_in(price, language)}")
    return " · ".join(fact for fact in facts if fact)


def _product(sold: blocks.Data, language: Language, url: str) -> dict[str, Any]:
    price = sold.get("price") or sold.get("startPrice") or 0
    return {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": title_of(sold, language),
        "description": facts_of(sold, language),
        "offers": {
            "@type": "Offer",
            "url": url,
            "price": f"{price // 100}.{price % 100:02d}",
            "priceCurrency": "BDT",
        },
    }
