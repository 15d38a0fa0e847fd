"""Searches: what they find belongs to others, and stands in their worlds."""

from __future__ import annotations

from typing import Any

KINDS = {"place": "Place"}


async def furnish() -> dict[str, Any]:
    """Own nothing."""
    return {}
