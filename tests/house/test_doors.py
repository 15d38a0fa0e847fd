"""The addresses beside GraphQL are few, and of each it is written down who may."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from hmk_graph import app
from hmk_graph.pages import addresses, serving
from hmk_graph.settings import Settings

GUIDE = (Path(__file__).parent.parent.parent / "docs" / "security.md").read_text(encoding="utf-8")
SETTINGS = Settings.from_environment({"HMK_DATABASE_URL": "postgres://nobody@127.0.0.1/none"})


def paths(routes: list[BaseRoute]) -> set[str]:
    return {getattr(route, "path", "") for route in routes}


async def nobody(document: str, variables: dict[str, object]) -> None:
    """Answer nothing."""


def test_each_address_that_is_no_page_says_who_may():
    house: Starlette = app.build(SETTINGS)
    shells = paths([*addresses.routes(nobody, public_url="", store_origin=""), *serving.routes()])
    doors = paths(house.routes) - shells - {"/graphql"}

    named = GUIDE.split("## Doors beside GraphQL")[1]
    untold = {path for path in doors if f"`{path}`" not in named and not path.startswith("/open/")}

    assert untold == set()
    assert len(doors) > 10
