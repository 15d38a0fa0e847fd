"""The documents that pages ask by: registered when the pages are built, and known by their hash.

A client names one by `documentId` (GraphQL over HTTP, appendix A: "sha256:" and the hash in hex) or
as automatic persisted queries do, by `extensions.persistedQuery.sha256Hash`. Nothing is registered
by asking: whoever could would choose what is trusted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from hmk_graph.errors import DomainError

ALGORITHM = "sha256:"


class DocumentUnknown(DomainError):
    """No such document is registered."""

    code = "PERSISTED_QUERY_NOT_SUPPORTED"
    bn = "এই চিহ্নের কোনো প্রশ্ন নিবন্ধিত নেই।"
    # Clients that try a hash first look for exactly this, and send the text from then on.
    en = "PersistedQueryNotSupported"


class DocumentNotTrusted(DomainError):
    """Only registered documents are served here, and this is none."""

    code = "DOCUMENT_NOT_TRUSTED"
    bn = "এই ঠিকানা শুধু নিজের পাতার প্রশ্নের উত্তর দেয়।"
    en = "This address answers registered documents alone."


class Documents:
    """Reads the documents of a file (operation name to text), anew when the pages are built anew.

    With `only` no other document is served. Without a file none is registered.
    """

    def __init__(self, file: Path | None = None, *, only: bool = False) -> None:
        self.only = only
        self._file = file
        self._read_at = -1
        self._names: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._read()

    def text_of(self, document_id: str) -> str:
        """Return the text that has this hash, in hex, "sha256:" before it or not.

        Raises:
            DocumentUnknown: None has.
        """
        wanted = document_id.removeprefix(ALGORITHM).lower()
        if wanted not in self._texts:
            self._read()
        try:
            return self._texts[wanted]
        except KeyError:
            raise DocumentUnknown from None

    def name_of(self, text: str) -> str | None:
        """Return the name of a registered text; None: it is not registered."""
        name = self._names.get(text)
        if name is None and self.only:
            self._read()
            name = self._names.get(text)
        return name

    def check(self, text: str) -> None:
        """Let a text pass, if it may be asked here.

        Raises:
            DocumentNotTrusted: It may not.
        """
        if self.only and self.name_of(text) is None:
            raise DocumentNotTrusted

    def _read(self) -> None:
        if self._file is None:
            return
        try:
            changed = self._file.stat().st_mtime_ns
            if changed == self._read_at:
                return
            named: dict[str, str] = orjson.loads(self._file.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return  # nothing is built, or a build is just being written
        self._read_at = changed
        self._names = {text: name for name, text in named.items()}
        self._texts = {hashlib.sha256(text.encode()).hexdigest(): text for text in named.values()}


def id_in(body: Mapping[str, Any]) -> str | None:
    """Return the hash by which a request names its document; None: it names none."""
    named = body.get("documentId")
    if isinstance(named, str) and named:
        return named
    extensions = body.get("extensions")
    persisted = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
    named = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    return named if isinstance(named, str) else None
