"""Writes a template with an event's facts, as people of the country say them."""

from __future__ import annotations

from datetime import datetime
from string import Formatter
from typing import Any

from hmk_graph import money, times
from hmk_graph.bengali import in_bengali_digits
from hmk_graph.notifications.rows import Payload, Texted, Told

LONGEST_WORD = 120


class _Words(Formatter):
    """Formats facts in one language by the words after the colon."""

    def __init__(self, language: str) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:  # Any: a JSON value
        """Return a fact as it is said; what is not known is left out."""
        if value is None:
            return ""
        if format_spec == "taka":
            return money.in_bengali(value) if self._language == "bn" else money.in_english(value)
        if format_spec in ("moment", "clock"):
            say = times.moment if format_spec == "moment" else times.clock
            return say(datetime.fromisoformat(value), self._language)
        if format_spec:
            raise ValueError(f"{format_spec} is no way to say a fact")
        if isinstance(value, int) and self._language == "bn":
            return in_bengali_digits(str(value))
        return str(value)[:LONGEST_WORD]


def words(row: Told | Texted, payload: Payload) -> tuple[str, str]:
    """Return what a row says of an event, in Bengali and in English."""
    return (
        _Words("bn").vformat(row.bn, (), payload),
        _Words("en").vformat(row.en, (), payload),
    )
