"""How a setting is declared, and what its text may be: ValueError says what is wanted.

What was given is never told back: it may be a secret.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import field
from typing import Any
from urllib.parse import urlsplit

# HMAC-SHA-256 asks for a key as long as its output (RFC 7518, 3.2).
SECRET_BYTES = 32


# `Any` because a field's type differs from that of `field(...)`, as in the standard library itself.
def setting(
    name: str,
    default: object,
    parse: Callable[[str], object],
    meaning: str,
    *,
    shown: str | None = None,
    hidden: bool = False,
) -> Any:
    """Return a field of the settings: its variable, what it is without one, and how it is read."""
    told = {"name": name, "parse": parse, "meaning": meaning, "shown": shown, "hidden": hidden}
    return field(default=default, repr=not hidden, metadata=told)


def one_of(*choices: str) -> Callable[[str], str]:
    """Take one of the choices."""

    def parse(raw: str) -> str:
        if raw not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return raw

    return parse


def whole(low: int, high: int) -> Callable[[str], int]:
    """Take a whole number between two bounds, both included."""

    def parse(raw: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", raw) or not low <= int(raw) <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(raw)

    return parse


def none_or(parse_one: Callable[[str], int]) -> Callable[[str], int]:
    """Take 0 for none, or what `parse_one` takes."""

    def parse(raw: str) -> int:
        try:
            return 0 if raw == "0" else parse_one(raw)
        except ValueError as fault:
            raise ValueError(f"{fault}, or 0 for none") from None

    return parse


def switch(raw: str) -> bool:
    """Take 1 for on, and 0 for off."""
    if raw not in ("0", "1"):
        raise ValueError("must be 1 or 0")
    return raw == "1"


def address(*schemes: str) -> Callable[[str], str]:
    """Take an address with one of the schemes and a host."""

    def parse(raw: str) -> str:
        try:
            parts = urlsplit(raw)
            # Reading the port refuses one that is no number, in words that repeat it.
            fits = parts.scheme in schemes and parts.hostname and parts.port != 0
        except ValueError:
            fits = False
        if not fits:
            raise ValueError(f"must be an address like {schemes[0]}://host:port/…")
        return raw.rstrip("/")

    return parse


def origin(raw: str) -> str:
    """Take an origin; a page's `Origin` header is compared with it letter by letter."""
    parts = urlsplit(address("https", "http")(raw))
    if parts.path or parts.query or parts.fragment or parts.username:
        raise ValueError("must be an origin like https://host, without a path")
    return f"{parts.scheme}://{parts.netloc}".lower()


def listed(parse_one: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    """Take several, separated by commas."""

    def parse(raw: str) -> tuple[str, ...]:
        return tuple(parse_one(part.strip()) for part in raw.split(",") if part.strip())

    return parse


def network(raw: str) -> str:
    """Take an address or a network (CIDR)."""
    try:
        return str(ipaddress.ip_network(raw))
    except ValueError:
        raise ValueError("must list addresses or networks like 10.0.0.0/8") from None


def secret(raw: str) -> str:
    """Take what is long enough to sign with."""
    if len(raw.encode()) < SECRET_BYTES:
        raise ValueError(f"must have at least {SECRET_BYTES} bytes")
    return raw


def code(raw: str) -> str:
    """Take a one-time code."""
    if not re.fullmatch(r"[0-9]{6}", raw):
        raise ValueError("must be six digits")
    return raw


def pem(raw: str) -> str:
    """Take a key in PEM; its line breaks may be written as a backslash and an n."""
    text = raw.replace("\\n", "\n")
    if not text.startswith("-----BEGIN ") or "-----END " not in text:
        raise ValueError("must be a key in PEM")
    return text.strip() + "\n"
