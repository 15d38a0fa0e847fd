"""The addresses of the pictures of shared links, each drawn once for what it says."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from hmk_graph.pages import blocks, headers, shop_blocks
from hmk_graph.pages.cards import Card, Fonts, draw
from hmk_graph.pages.first_data import FirstData
from hmk_graph.pages.words import say

MOST_KEPT = 200
# A chat keeps a picture anyway; a minute is what a price may be behind in it.
SENT_WITH = {**headers.SAFE, "cache-control": "public, max-age=60"}


@dataclass(kw_only=True)
class Pictures:
    """Draws cards, two at a time, and keeps the newest. One event loop touches it."""

    fonts: Fonts
    first: FirstData
    _kept: OrderedDict[Card, bytes] = field(default_factory=OrderedDict)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))

    async def home(self, _: Request) -> Response:
        """Answer `/og/home.png`, the picture of all pages that have none of their own."""
        return await self._send(Card(title=say("home_about", "bn").split(":")[0]))

    async def lot(self, request: Request) -> Response:
        """Answer `/og/lot/<number>.png`; 404 where there is no lot to see."""
        variables = {"lotId": f"Lot:{request.path_params['number']}"}
        data = await self.first.ask("LotPage", variables)
        stand = (data or {}).get("lotSnapshot")
        if stand is None:
            return _missing()
        lot = stand["lot"]
        price = lot.get("price")
        card = Card(
            title=blocks.title_of(lot, "bn"),
            label=say("highest" if price is not None else "start", "bn"),
            price=blocks.amount_in(price if price is not None else lot["startPrice"], "bn"),
            moment=blocks.moment_of(lot, "bn"),
        )
        return await self._send(card)

    async def shop(self, request: Request) -> Response:
        """Answer `/og/shop/<slug>.png`; 404 where there is no shop to see."""
        data = await self.first.ask("ShopPage", {"slug": request.path_params["slug"]})
        shop = (data or {}).get("shop")
        if shop is None:
            return _missing()
        where = shop_blocks.where(shop, "bn")
        return await self._send(Card(title=shop["nameBn"], label=where, scene="stall"))

    async def product(self, request: Request) -> Response:
        """Answer `/og/product/<number>.png`; 404 where there is no product to see."""
        variables = {"id": f"Product:{request.path_params['number']}"}
        sold = (await self.first.ask("ProductPage", variables) or {}).get("product")
        if sold is None:
            return _missing()
        price = sold["fromPrice"]
        card = Card(
            title=sold["nameBn"],
            label=sold["shop"]["nameBn"],
            price="" if price is None else blocks.amount_in(price, "bn"),
            moment=shop_blocks.stock_of(sold, "bn"),
            scene="stall",
        )
        return await self._send(card)

    async def _send(self, card: Card) -> Response:
        if not self.fonts:
            return _missing()
        picture = self._kept.get(card)
        if picture is None:
            async with self._turns:
                picture = await asyncio.to_thread(draw, card, self.fonts)
            self._kept[card] = picture
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return Response(picture, media_type="image/png", headers=SENT_WITH)


def _missing() -> Response:
    return PlainTextResponse("Not found\n", 404, headers.MISSING)
