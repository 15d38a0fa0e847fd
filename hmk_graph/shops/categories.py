"""Kinds of products as data, loaded from a file."""

from __future__ import annotations

from importlib.resources import files

import orjson
from tortoise.connection import get_connection

from hmk_graph.event_log import transaction, whole_command
from hmk_graph.shops.models import Category

# Any number that no other room takes, the same in every process of ours.
LOCK = 4_800_231
FILE = "data/product_categories.json"


@whole_command
async def load() -> None:
    """Have the categories of the file; a second time puts back what the file says, and no more."""
    async with transaction():
        await get_connection("default").execute_query("SELECT pg_advisory_xact_lock($1)", [LOCK])
        await Category.bulk_create(
            [Category(position=place, **row) for place, row in enumerate(_read(), start=1)],
            on_conflict=["slug"],
            update_fields=["name_bn", "name_en", "position"],
        )


def _read() -> list[dict[str, str]]:
    text = files("hmk_graph.shops").joinpath(FILE).read_bytes()
    rows: list[dict[str, str]] = orjson.loads(text)
    return rows
