"""The addresses of trips: calling an ambulance, and one's trip."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from hmk_graph.pages import blocks
from hmk_graph.pages.meta import Meta
from hmk_graph.pages.visiting import Visit, Visitors, language_of
from hmk_graph.pages.words import Language, say

EMERGENCY = "999"


async def ambulance(here: Visitors, request: Request) -> Response:
    """Answer `/ambulance`: the number to ring works before any script has come."""
    language = language_of(request)
    data = await here.first.ask("AmbulancePage", {})
    title = f"{say('ambulance', language)} — {say('brand', language)}"
    meta = Meta(title=title, description=say("ambulance_about", language), path="/ambulance")
    visit = Visit(meta=meta, block=_block(language), operation="AmbulancePage", data=data)
    return await here.answer(request, visit)


def _block(language: Language) -> str:
    ring = say("ring", language, n=blocks.digits(EMERGENCY, language))
    return (
        f'<div class="stack"><h1>{say("ambulance", language)}</h1>'
        f'<a class="button emergency" href="tel:{EMERGENCY}">{ring}</a>'
        f'<p class="soft">{say("ring_first", language)}</p></div>'
    )
