"""The addresses of the pages, each with who answers it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hmk_graph.pages import rental_visits, service_visits, shop_visits, trip_visits
from hmk_graph.pages.cards import Fonts
from hmk_graph.pages.first_data import Execute, FirstData
from hmk_graph.pages.pictures import Pictures
from hmk_graph.pages.serving import STATIC
from hmk_graph.pages.shell import Shell
from hmk_graph.pages.visiting import Visitors


def routes(
    execute: Execute, *, public_url: str, static: Path = STATIC, store_origin: str = ""
) -> list[BaseRoute]:
    """Return the routes of the pages; the last takes every address that no other took."""
    here = Visitors(
        shell=Shell(static, store_origin=store_origin),
        first=FirstData(static / "documents.json", execute),
        public_url=public_url.rstrip("/"),
    )
    pictures = Pictures(fonts=Fonts(static / "cards"), first=here.first)
    # What is somebody's own: whose it is, the script finds out.
    own = partial(here.words, None, listed=False)
    return [
        Route("/og/home.png", pictures.home),
        Route("/og/lot/{number:int}.png", pictures.lot),
        Route("/og/shop/{slug}.png", pictures.shop),
        Route("/og/product/{number:int}.png", pictures.product),
        Route("/", partial(shop_visits.front, here)),
        Route("/haat", here.hall),
        Route("/haat/", _without_slash),
        Route("/haat/sell", here.words("/haat/sell", "sell", "sell_about", listed=True)),
        Route("/haat/{number:int}", here.lot),
        Route("/haat/{number:int}/log", here.log),
        Route("/haat/sale/{number:int}", here.sale),
        Route(
            "/haat/deposits",
            here.words("/haat/deposits", "deposits", "deposits_about", listed=False),
        ),
        Route("/haat/shares", here.words("/haat/shares", "shares", "shares_about", listed=True)),
        Route("/haat/shares/{number:int}", here.words(None, "shares", "shares_about", listed=True)),
        Route("/haat/deal/{number:int}", own("deal", "home_about")),
        Route("/seba", partial(service_visits.services, here)),
        Route("/seba/{number:int}", partial(service_visits.provider, here)),
        Route("/seba/booking/{number:int}", own("booking", "seba_about")),
        Route("/seba/sitting/{number:int}", own("sitting", "seba_about")),
        Route("/provider", here.words("/provider", "desk", "seba_about", listed=False)),
        Route(
            "/provider/work", here.words("/provider/work", "own_work", "seba_about", listed=False)
        ),
        Route("/bazar", partial(shop_visits.bazar, here)),
        Route("/shop/{slug}", partial(shop_visits.shop, here)),
        Route("/shop/{slug}/{number:int}", partial(shop_visits.product, here)),
        Route("/ambulance", partial(trip_visits.ambulance, here)),
        Route("/cart", here.words("/cart", "basket", "home_about", listed=False)),
        Route("/o/{number:int}", own("order", "home_about")),
        Route("/dokan", here.words("/dokan", "dokan", "dokan_about", listed=True)),
        Route("/ride", here.words("/ride", "ride", "ambulance_about", listed=True)),
        Route("/rokto", here.words("/rokto", "tile_blood", "rokto_about", listed=True)),
        Route("/rokto/{number:int}", own("tile_blood", "rokto_about")),
        Route("/rokto/offer/{number:int}", own("tile_blood", "rokto_about")),
        Route("/bhara", here.words("/bhara", "rentals_title", "rentals_about", listed=True)),
        Route("/bhara/{number:int}", partial(rental_visits.rental, here)),
        Route(
            "/bhara/mine", here.words("/bhara/mine", "my_rentals", "rentals_about", listed=False)
        ),
        Route("/bhara/tenancy/{number:int}", own("tenancy", "rentals_about")),
        Route("/trip/shared", here.words("/trip/shared", "trip", "ambulance_about", listed=False)),
        Route("/trip/{number:int}", own("trip", "ambulance_about")),
        Route("/driver", here.words("/driver", "driver", "ambulance_about", listed=False)),
        Route("/search", here.words("/search", "search_title", "home_about", listed=False)),
        Route("/amar", here.words("/amar", "mine", "home_about", listed=False)),
        Route("/khobor", here.words("/khobor", "news", "home_about", listed=False)),
        Route("/taka", here.words("/taka", "my_money", "home_about", listed=False)),
        Route("/hishab", here.words("/hishab", "figures", "figures_about", listed=True)),
        Route("/nalish", here.words("/nalish", "complaints", "complaints_about", listed=True)),
        Route("/nalish/{number:int}", own("complaints", "complaints_about")),
        Route("/sahayok", here.words("/sahayok", "assist", "home_about", listed=False)),
        Route("/officer", here.words("/officer", "officer", "home_about", listed=False)),
        Route("/about", here.words("/about", "about", "about_about", listed=True)),
        Route("/offline", here.words("/offline", "offline", "offline_about", listed=False)),
        Route("/{rest:path}", here.missing),
    ]


async def _without_slash(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/haat{query}", 308)
