"""What the API guide shows can be asked: each of its operations fits the schema."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from graphql import parse, validate

from hmk_graph.pages import open_data
from schema import root

GUIDE = (Path(__file__).parent.parent.parent / "docs" / "api.md").read_text(encoding="utf-8")
OPERATIONS = re.findall(r"```graphql\n(.*?)```", GUIDE, re.DOTALL)
SCHEMA = root.build()._schema


@pytest.mark.parametrize("text", OPERATIONS, ids=lambda text: text.split("(")[0])
def test_each_operation_of_the_guide_fits_the_schema(text: str):
    assert validate(SCHEMA, parse(text)) == []


def test_the_guide_shows_each_kind_of_operation():
    kinds = {text.split()[0] for text in OPERATIONS}

    assert kinds == {"query", "mutation", "subscription"}


def test_the_guide_names_all_addresses_of_open_data():
    async def free(address: str, cost: int) -> None:
        """Take nothing."""

    for route in open_data.routes(free):
        shown = route.path.replace("{slug:str}", "<place>")  # type: ignore[attr-defined]
        assert f"`{shown}" in GUIDE
