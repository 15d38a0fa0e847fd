"""Refresh tokens of the simulated people, so that a restart asks for no new codes."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

NAME = "demo-sessions.json"


class KeptSessions:
    """The tokens by phone, in a file that its owner alone may read.

    Written whole at each change and moved into place, so that nobody ever reads half of it. One
    process at a time has it: the seed ends before the simulators start.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._tokens: dict[str, str] = {}
        # None kept, or spoiled: everybody signs in anew.
        with suppress(OSError, ValueError, AttributeError):
            kept = json.loads(self._path.read_text())
            self._tokens = {str(phone): str(token) for phone, token in kept.items()}

    def of(self, phone: str) -> str | None:
        """Return the refresh token of a phone, or None."""
        return self._tokens.get(phone)

    def keep(self, phone: str, token: str) -> None:
        """Keep a token instead of an earlier one."""
        self._tokens[phone] = token
        self._write()

    def forget(self, phone: str) -> None:
        """Drop a token that is no good any more."""
        if self._tokens.pop(phone, None) is not None:
            self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        aside = self._path.with_suffix(f".{os.getpid()}")
        with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(self._tokens, file)
        os.replace(aside, self._path)
