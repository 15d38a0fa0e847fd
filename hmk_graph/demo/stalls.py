"""Who has a shop in the demo, and what stands in it. All are made up; the goods are the district's.

Rice and dried fish of the haor, white cheese of Austagram, needlework, clay and bamboo: what people
here make and sell. The first shop is the persona's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import orjson

from hmk_graph.demo.painting import Color
from hmk_graph.demo.people import HOME, SHOPKEEPER, SHOPKEEPERS, Person

FILE = "data/shops.json"
WEEK = [[[9 * 60, 21 * 60]] for _ in range(7)]


@dataclass(frozen=True, kw_only=True)
class Goods:
    """A product with its price in taka, how many there are, and how it is painted.

    With a `choice` it comes in several forms, each with its own price.
    """

    name_bn: str
    name_en: str
    category: str
    unit: str
    taka: int
    on_hand: int
    brush: str
    color: Color
    about: str
    choice: str = ""
    forms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stall:
    """Somebody's shop. `delivery` is in taka."""

    keeper: Person
    slug: str
    shop_bn: str
    shop_en: str
    about: str
    upazila: str
    union: str
    address: str
    primary: str
    accent: str
    delivery: int
    goods: tuple[Goods, ...]

    @property
    def place(self) -> str:
        """Return the slug of the union where the shop is."""
        return f"{HOME}-{self.upazila}-{self.union}"


def _goods(row: Mapping[str, Any]) -> Goods:  # Any: a row of the file
    forms = tuple((str(choice), int(price)) for choice, price in row.get("forms", ()))
    return Goods(**{**row, "color": tuple(row["color"]), "forms": forms})


def _read() -> tuple[Stall, ...]:
    rows = orjson.loads(files("hmk_graph.demo").joinpath(FILE).read_bytes())
    return tuple(
        Stall(**{**row, "keeper": keeper, "goods": tuple(map(_goods, row["goods"]))})
        for keeper, row in zip((SHOPKEEPER, *SHOPKEEPERS), rows, strict=True)
    )


ALL = _read()
PERSONAS_STALL, *STALLS = ALL
