"""Where the code on a printed receipt leads: what it proves, on any phone and without scripts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from hmk_graph import money, times
from hmk_graph.bengali import in_bengali_digits
from hmk_graph.pages import headers
from hmk_graph.pages.first_data import Execute

LONGEST_CODE = 64
ASKED = """query ReceiptProof($code: String!) { verifyReceipt(code: $code) {
    genuine number tag price hasil issuedAt takenBack species { nameBn nameEn } } }"""
STYLE = (
    "body{font:1.1rem/1.6 sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem;color:#1c1917}"
    "h1{font-size:1.4rem}.good{color:#166534}.bad{color:#b91c1c}"
    "dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dt{color:#57534e}dd{margin:0}"
)
_STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
# The code is as good as the paper: it is kept by nobody on the way, and named to nobody.
HEADERS = {
    **headers.SAFE,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
    "content-security-policy": headers.content_policy(styles=f"'sha256-{_STYLE_HASH}'"),
}


def routes(execute: Execute) -> list[BaseRoute]:
    """Return the route; the page asks the schema, like all others."""

    async def receipt(request: Request) -> Response:
        code = request.path_params["code"]
        proof: Mapping[str, Any] | None = None
        if len(code) <= LONGEST_CODE:
            answer = await execute(ASKED, {"code": code})
            if answer is None:
                return HTMLResponse(
                    page("এখন দেখা যাচ্ছে না / Try again in a moment", "bad", ""), 503, HEADERS
                )
            proof = answer["verifyReceipt"]
        if proof is None or not proof["genuine"]:
            return HTMLResponse(page("রসিদটি আসল নয় / Not genuine", "bad", ""), 404, HEADERS)
        return HTMLResponse(_proved(proof), headers=HEADERS)

    return [Route("/receipt/{code:str}", receipt)]


def _proved(proof: Mapping[str, Any]) -> str:  # Any: JSON
    at = datetime.fromisoformat(proof["issuedAt"])
    animal = proof["species"]
    facts = (
        ("রসিদ নং / Number", in_bengali_digits(proof["number"])),
        ("তারিখ / Date", f"{times.long_day(at, 'bn')} / {times.long_day(at, 'en')}"),
        ("পশু / Animal", f"{animal['nameBn']} / {animal['nameEn']}"),
        ("ট্যাগ / Tag", proof["tag"]),
        ("দাম / Price", money.in_bengali(proof["price"])),
        ("হাসিল / Hasil", money.in_bengali(proof["hasil"])),
    )
    rows = "".join(f"<dt>{label}</dt><dd>{escape(value)}</dd>" for label, value in facts)
    since = ""
    if proof["takenBack"]:
        since = '<p class="bad">পরে টাকা ফেরত হয়েছে / The money was given back since.</p>'
    return page("রসিদটি আসল / Genuine", "good", f"<dl>{rows}</dl>{since}")


def page(title: str, tone: str, inside: str) -> str:
    """Return a small page of its own; `inside` is markup."""
    return (
        '<!doctype html><html lang="bn"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/favicon.svg" type="image/svg+xml">'
        f"<title>{escape(title)}</title><style>{STYLE}</style>"
        f'<main><h1 class="{tone}">{escape(title)}</h1>{inside}'
        '<p><a href="/">হাতের মুঠোয় কিশোরগঞ্জ</a></p></main></html>'
    )
