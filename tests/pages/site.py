"""A built site in a folder, as small as it can be, and visitors of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from hmk_graph.pages import addresses

STYLE = ".top{color:#0b6b45}"
PAGE = """<!doctype html>
<html lang="bn">
  <head>
    <!--head-->
    <script type="module" crossorigin src="/assets/index-A.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-A.css">
  </head>
  <body><div id="app"><!--block--></div><!--boot--></body>
</html>
"""
OPERATIONS = (
    *("HomePage", "HallPage", "LotPage", "LogPage", "SalePage"),
    *("BazarPage", "ShopPage", "ProductPage"),
)

BULL = {
    "number": 42,
    "titleBn": "লাল ষাঁড় ‘সুলতান’",
    "titleEn": "Red bull “Sultan”",
    "phase": "OPEN",
    "startPrice": 8_000_000,
    "price": 12_550_000,
    "minimumNext": 12_600_000,
    "startsAt": "2026-11-24T08:00:00+00:00",
    "endsAt": "2026-11-24T16:51:00+00:00",
    "animal": {
        "breed": {"nameBn": "শাহীওয়াল", "nameEn": "Sahiwal"},
        "latestWeight": {"kilograms": 412.5, "method": "LoadCell", "ageDays": 3},
        "teeth": 4,
    },
    "bids": [{"bidder": 7, "price": 12_550_000, "acceptedAt": "2026-11-24T16:48:43+00:00"}],
}


def lot_page(**changed: Any) -> dict[str, Any]:
    """Return what LotPage answers for the bull, with changes."""
    lot = {**BULL, **changed}
    return {"lotSnapshot": {"cursor": "c9", "seq": 9, "serverNow": NOW, "lot": lot}}


NOW = "2026-11-24T15:21:25+00:00"


class Answers:
    """Stands where the schema stands: answers by operation, and remembers what was asked."""

    def __init__(self, **answers: Mapping[str, Any] | Exception | None) -> None:
        self.answers = answers
        self.asked: list[tuple[str, dict[str, Any]]] = []

    async def __call__(self, document: str, variables: dict[str, Any]) -> dict[str, Any] | None:
        self.asked.append((document, variables))
        answer = self.answers.get(document)
        if isinstance(answer, Exception):
            raise answer
        return None if answer is None else dict(answer)


def build(folder: Path, page: str = PAGE) -> Path:
    """Make the site's folder."""
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "assets" / "index-A.css").write_text(STYLE, encoding="utf-8")
    (folder / "documents.json").write_text(json.dumps({name: name for name in OPERATIONS}))
    return folder


def visitor(static: Path, answers: Answers) -> httpx.AsyncClient:
    """Visit the site."""
    app = Starlette(routes=addresses.routes(answers, public_url="https://hmk.test/", static=static))
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),
        base_url="https://hmk.test",
        headers={"accept-encoding": "identity"},
    )
