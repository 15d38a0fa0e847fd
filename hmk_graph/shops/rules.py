"""The rules of shops: addresses, colors, hours, quantities, and who gets what is there. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from itertools import pairwise

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.clock import DHAKA
from hmk_graph.errors import BadInput
from hmk_graph.money import TAKA, Paisa
from hmk_graph.shops.errors import ShopAddressReserved, Short

# What stands, or may one day stand, as a first part of an address of the house, or could be taken
# for somebody else than a shop.
RESERVED_SLUGS = frozenset(
    files("hmk_graph.shops").joinpath("data/reserved_slugs.txt").read_text("utf-8").split()
)
UNITS = ("piece", "kg", "gram", "litre", "dozen", "pair", "packet", "yard", "maund", "set")
_SLUG = re.compile(r"[a-z][a-z0-9-]{1,38}[a-z0-9]", re.ASCII)
_HOST = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]",
    re.ASCII,
)
_COLOR = re.compile(r"#[0-9a-f]{6}", re.ASCII)
DAY_M = 24 * 60
MOST_SPANS = 4
MOST_OF_ONE = 99
DEAREST = Paisa(10_000_000 * TAKA)


def slug_of(text: str) -> str:
    """Return the address of a shop under ours: small Latin letters, digits and hyphens, 3 to 40.

    Raises:
        BadInput: It is written otherwise.
        ShopAddressReserved: It is a word of the house.
    """
    slug = text.strip().lower()
    if _SLUG.fullmatch(slug) is None or "--" in slug:
        raise BadInput(
            "slug",
            why_bn="৩ থেকে ৪০টি ছোট ইংরেজি অক্ষর, অঙ্ক বা হাইফেন দিন।",
            why_en="write 3 to 40 small letters, digits and hyphens.",
        )
    if slug in RESERVED_SLUGS:
        raise ShopAddressReserved(slug)
    return slug


def host_of(text: str) -> str | None:
    """Return a shop's own host name in small letters; None for an empty text.

    Raises:
        BadInput: It is no name of a host (RFC 1123), or has no dot.
    """
    host = text.strip().lower().rstrip(".")
    if not host:
        return None
    if _HOST.fullmatch(host) is None:
        raise BadInput(
            "host", why_bn="যেমন dokan.example লিখুন।", why_en="write a name such as dokan.example."
        )
    return host


def color_of(text: str, field: str) -> str:
    """Return a color as #rrggbb.

    Raises:
        BadInput: It is none.
    """
    color = text.strip().lower()
    if _COLOR.fullmatch(color) is None:
        raise BadInput(field, why_bn="যেমন #0b6e4f লিখুন।", why_en="write it like #0b6e4f.")
    return color


def week_of(week: Sequence[Sequence[Sequence[int]]]) -> list[list[list[int]]]:
    """Return opening hours: for each day from Monday its spans in minutes, rising and apart.

    Raises:
        BadInput: There are not seven days, or a day's spans are upside down, touch, or too many.
    """
    if len(week) != 7:
        raise BadInput("week", why_bn="সাত দিনের সময় দিন।", why_en="give all seven days.")
    return [_day_of(day) for day in week]


def _day_of(day: Sequence[Sequence[int]]) -> list[list[int]]:
    spans = sorted([list(span) for span in day])
    edges = [minute for span in spans for minute in span]
    rising = all(before < after for before, after in pairwise(edges))
    if len(spans) > MOST_SPANS or not rising or (edges and not 0 <= edges[0] <= edges[-1] <= DAY_M):
        raise BadInput("week", why_bn="সময়গুলো ঠিক নেই।", why_en="the times do not fit a day.")
    return spans


def next_open(moment: datetime, week: Sequence[Sequence[Sequence[int]]]) -> datetime:
    """Return when a shop is open next, the moment itself if it is; without hours it always is."""
    local = moment.astimezone(DHAKA)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    for ahead in range(8):
        day = midnight + timedelta(days=ahead)
        for opens, closes in week[day.weekday()] if week else ():
            if moment < day + timedelta(minutes=closes):
                return max(moment, day + timedelta(minutes=opens))
    return moment


def is_open(moment: datetime, week: Sequence[Sequence[Sequence[int]]]) -> bool:
    """Say whether a moment is in a shop's hours; without hours it always is."""
    local = moment.astimezone(DHAKA)
    minute = local.hour * 60 + local.minute
    return not week or any(opens <= minute < closes for opens, closes in week[local.weekday()])


def quantity_of(value: int, *, least: int = 1) -> int:
    """Return how many of one thing somebody wants.

    Raises:
        BadInput: It is under `least` or over ninety-nine.
    """
    if not least <= value <= MOST_OF_ONE:
        raise BadInput(
            "quantity",
            why_bn=f"{in_bengali_digits(str(least))} থেকে ৯৯-এর মধ্যে দিন।",
            why_en=f"it is from {least} to {MOST_OF_ONE}.",
        )
    return value


def price_of(amount: int, field: str = "price", *, least: int = TAKA) -> Paisa:
    """Return a price in whole taka, up to a crore.

    Raises:
        BadInput: It is none.
    """
    if not least <= amount <= DEAREST or amount % TAKA:
        raise BadInput(
            field,
            why_bn="পুরো টাকায় লিখুন, সর্বোচ্চ এক কোটি।",
            why_en="write whole taka, at most one crore.",
        )
    return Paisa(amount)


def unit_of(text: str) -> str:
    """Return a unit that goods are sold in.

    Raises:
        BadInput: It is another.
    """
    if text not in UNITS:
        known = ", ".join(UNITS)
        raise BadInput("unit", why_bn=f"এর একটি দিন: {known}।", why_en=f"one of: {known}.")
    return text


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A stock as it stands under its lock."""

    stock_id: int
    variant_id: int
    free: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """So many from one stock, for one line."""

    stock_id: int
    line_id: int
    quantity: int


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A line that wants so many of a variant."""

    line_id: int
    variant_id: int
    quantity: int


def allot(wishes: Sequence[Wish], shelves: Sequence[Shelf]) -> tuple[list[Part], list[Short]]:
    """Say from which stocks lines are served, and which lines are short of what.

    A line is served from one place if one has enough, else from those with the most. Several lines
    of one variant never take the same goods.
    """
    free = {shelf.stock_id: shelf.free for shelf in shelves}
    of: dict[int, list[int]] = {}
    for shelf in sorted(shelves, key=lambda one: one.stock_id):
        of.setdefault(shelf.variant_id, []).append(shelf.stock_id)
    parts: list[Part] = []
    short: list[Short] = []
    for wish in wishes:
        stocks = of.get(wish.variant_id, [])
        left = sum(free[stock_id] for stock_id in stocks)
        if left < wish.quantity:
            short.append(Short(variant_id=wish.variant_id, wanted=wish.quantity, left=left))
            continue
        parts += _taken(wish, stocks, free)
    return parts, short


def _taken(wish: Wish, stocks: Sequence[int], free: dict[int, int]) -> list[Part]:
    enough = [stock_id for stock_id in stocks if free[stock_id] >= wish.quantity]
    order = enough[:1] or sorted(stocks, key=lambda one: (-free[one], one))
    parts, missing = [], wish.quantity
    for stock_id in order:
        taken = min(missing, free[stock_id])
        if taken:
            free[stock_id] -= taken
            missing -= taken
            parts.append(Part(stock_id=stock_id, line_id=wish.line_id, quantity=taken))
    return parts


def availability_by_variant(shelves: Sequence[Shelf]) -> Mapping[int, int]:
    """Return how many of each variant can be had, all places together."""
    found: dict[int, int] = {}
    for shelf in shelves:
        found[shelf.variant_id] = found.get(shelf.variant_id, 0) + shelf.free
    return found
