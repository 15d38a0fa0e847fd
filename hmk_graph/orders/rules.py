"""The rules of orders: totals, shares, lifetimes, secrets of guests. Pure."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from hmk_graph.money import Paisa

# rules.md 2.5 and 2.6.
PAY_WITHIN = timedelta(minutes=15)
ANSWER_WITHIN = timedelta(hours=24)
RETURN_WITHIN = timedelta(days=7)
RETURN_EXPIRES = timedelta(days=14)
REFUSALS_COUNT_FOR = timedelta(days=90)
MOST_REFUSALS = 3
MOST_LINES = 50
MOST_TRIES = 5


def fresh_token() -> str:
    """Return a secret by which a guest is known: 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> bytes:
    """Return what is kept of a secret. It is random, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).digest()


def link_secret(cart_token: str, version: int) -> str:
    """Return the secret of a guest's link to his orders, made from the cart's.

    It is the same however often the checkout is repeated, and nobody learns the cart's from it.
    """
    signed = hmac.new(cart_token.encode(), f"orders:{version}".encode(), hashlib.sha256)
    return signed.hexdigest()


def secret_for(cart_token: str | None, version: int) -> str | None:
    """Return the secret of a guest's link; None for who has no secret cart."""
    return link_secret(cart_token, version) if cart_token else None


def fits(token: str | None, kept: bytes | None) -> bool:
    """Say whether a secret is the one whose hash is kept."""
    if not token or kept is None:
        return False
    return hmac.compare_digest(hash_of(token), bytes(kept))


def fresh_code() -> str:
    """Return six digits by which goods are handed over."""
    return f"{secrets.randbelow(10**6):06d}"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A line as far as its money and its goods are counted."""

    line_id: int
    price: int
    quantity: int
    shipped: int
    delivered: int
    returned: int = 0


def worth(lines: Sequence[Counted], taken: Mapping[int, int]) -> Paisa:
    """Return what so many of each line cost."""
    return Paisa(sum(line.price * taken.get(line.line_id, 0) for line in lines))


def share_of_parcel(
    lines: Sequence[Counted], taken: Mapping[int, int], *, delivery: int, first: bool
) -> Paisa:
    """Return what is due for a parcel: its goods, and with the first one the way itself."""
    return Paisa(worth(lines, taken) + (delivery if first else 0))


def all_delivered(lines: Sequence[Counted]) -> bool:
    """Say whether the buyer has all that was ordered."""
    return all(line.delivered == line.quantity for line in lines)


def undelivered_worth(lines: Sequence[Counted], *, delivery: int) -> Paisa:
    """Return what of an order never reached the buyer; the way counts if nothing did."""
    missing = sum(line.price * (line.quantity - line.delivered) for line in lines)
    reached = any(line.delivered for line in lines)
    return Paisa(missing if reached else missing + delivery)


def payment_status(*, due: int, paid: int) -> str:
    """Return NONE, PARTIAL, FULL or OVER, from what the ledger says was paid."""
    if paid <= 0:
        return "NONE" if due else "FULL"
    return "PARTIAL" if paid < due else "FULL" if paid == due else "OVER"


def fulfilment_status(lines: Sequence[Counted]) -> str:
    """Return NONE, PARTIAL, SHIPPED or DELIVERED, from the lines alone."""
    if all_delivered(lines):
        return "DELIVERED"
    if all(line.shipped == line.quantity for line in lines):
        return "SHIPPED"
    return "PARTIAL" if any(line.shipped for line in lines) else "NONE"
