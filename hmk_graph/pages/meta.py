"""What a page says of itself to search engines and chats: title, description, picture."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

import orjson

from hmk_graph.pages.words import Language

_LOCALES = {"bn": "bn_BD", "en": "en_US"}


@dataclass(frozen=True, kw_only=True)
class Meta:
    """The facts of a page's head. `path` begins with a slash; `picture` is a path too.

    `site` is whose the path is, without a slash at its end; empty: ours.
    """

    title: str
    description: str
    path: str
    site: str = ""
    picture: str = "/og/home.png"
    kind: str = "website"
    listed: bool = True
    # schema.org data; `Any` because they are JSON.
    thing: dict[str, Any] | None = None


def head_of(meta: Meta, *, public_url: str, language: Language) -> str:
    """Return the lines of a page's head. Everything that people wrote is escaped."""
    own = f"{meta.site or public_url}{meta.path}"
    address = own if language == "bn" else f"{own}?lang=en"
    picture = f"{public_url}{meta.picture}"
    properties = {
        "og:site_name": "হাতের মুঠোয় কিশোরগঞ্জ",
        "og:title": meta.title,
        "og:description": meta.description,
        "og:url": address,
        "og:type": meta.kind,
        "og:locale": _LOCALES[language],
        "og:image": picture,
        "og:image:width": "1200",
        "og:image:height": "630",
    }
    names = {"description": meta.description, "twitter:card": "summary_large_image"}
    if not meta.listed:
        names["robots"] = "noindex"
    lines = [f"<title>{escape(meta.title)}</title>"]
    lines += [f'<meta name="{name}" content="{escape(text)}">' for name, text in names.items()]
    lines += [
        f'<meta property="{name}" content="{escape(text)}">' for name, text in properties.items()
    ]
    lines.append(f'<link rel="canonical" href="{escape(address)}">')
    lines.append(f'<link rel="alternate" hreflang="bn" href="{escape(own)}">')
    lines.append(f'<link rel="alternate" hreflang="en" href="{escape(own)}?lang=en">')
    if meta.thing is not None:
        text = orjson.dumps(meta.thing).decode().replace("<", "\\u003c")
        lines.append(f'<script type="application/ld+json">{text}</script>')
    return "\n    ".join(lines)
