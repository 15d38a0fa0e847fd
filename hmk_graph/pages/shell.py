"""The built page with what the server puts into it: head, first block, first data."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from starlette.responses import Response

from hmk_graph.pages import headers
from hmk_graph.pages.words import Language

# Below this a packed page saves less than it costs.
LEAST_PACKED = 600
HEAD, BLOCK, BOOT = "<!--head-->", "<!--block-->", "<!--boot-->"

_STYLESHEET = re.compile(r'<link rel="stylesheet"[^>]*href="(/assets/[^"]+\.css)"[^>]*>')


@dataclass(frozen=True)
class Built:
    """A built index.html, its styles inlined, and the content policy that lets these in."""

    text: str
    policy: str


@dataclass(frozen=True, kw_only=True)
class Filling:
    """What one page puts into the shell. `boot` is JSON or None; the rest is HTML."""

    language: Language
    head: str
    block: str
    boot: dict[str, Any] | None = None  # Any: the data are JSON
    status: int = 200


class Shell:
    """The page that `make web` built; a new build is seen without a restart.

    `store_origin` is where phones send files, if that is elsewhere.
    """

    def __init__(self, static: Path, *, store_origin: str = "") -> None:
        self._static = static
        self._store_origin = store_origin
        self._changed = -1
        self._built: Built | None = None

    def built(self) -> Built | None:
        """Return the page as built last; None if there is none."""
        page = self._static / "index.html"
        try:
            changed = page.stat().st_mtime_ns
            if changed != self._changed:
                self._built = _inlined(
                    page.read_text(encoding="utf-8"), self._static, send_to=self._store_origin
                )
                self._changed = changed
        except OSError:
            return None
        return self._built

    def respond(self, filling: Filling, *, accepted: str) -> Response | None:
        """Return the filled page, packed if the browser (`accept-encoding`) can unpack it."""
        built = self.built()
        if built is None:
            return None
        text = built.text
        if filling.language != "bn":
            text = text.replace('<html lang="bn">', f'<html lang="{filling.language}">', 1)
        text = text.replace(HEAD, filling.head, 1).replace(BLOCK, filling.block, 1)
        body = text.replace(BOOT, _boot(filling.boot), 1).encode()
        said = {**headers.PAGE, "content-security-policy": built.policy, "vary": "accept-encoding"}
        if len(body) > LEAST_PACKED and _takes_gzip(accepted):
            body = gzip.compress(body, 6)
            said["content-encoding"] = "gzip"
        return Response(body, filling.status, said, "text/html; charset=utf-8")


def _inlined(text: str, static: Path, *, send_to: str) -> Built:
    """Put the one main stylesheet into the page: without it the first paint waits a round trip."""
    link = _STYLESHEET.search(text)
    if link is None:
        return Built(text, headers.content_policy(send_to=send_to))
    style = (static / link.group(1).lstrip("/")).read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = text.replace(link.group(0), f"<style>{style}</style>", 1)
    policy = headers.content_policy(styles=f"'sha256-{digest}'", send_to=send_to)
    return Built(page, policy)


def _boot(boot: dict[str, Any] | None) -> str:
    if boot is None:
        return ""
    text = orjson.dumps(boot).decode()
    # The first would end the script; the others end lines in old JavaScript.
    for sign in "<\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/json" id="boot">{text}</script>'


def _takes_gzip(accepted: str) -> bool:
    return any(part.strip().lower() in ("gzip", "*") for part in accepted.split(","))
