"""Values on the wire that GraphQL itself has no good words for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, NewType

import strawberry
from graphql import (
    GraphQLError,
    IntValueNode,
    StringValueNode,
    ValidationContext,
    ValidationRule,
    ValueNode,
)
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition

from hmk_graph.errors import DomainError
from hmk_graph.money import BENGALI_DIGITS, Paisa

Cursor = NewType("Cursor", str)
"""Where a page or a stream was left. Opaque to clients."""

SMALLEST, LARGEST = -(2**63), 2**63 - 1
LONGEST_NUMBER = 19
LONGEST_CURSOR = 1_000

_ASCII_DIGITS = {bengali: chr(latin) for latin, bengali in BENGALI_DIGITS.items()}
_TO_ASCII = str.maketrans(_ASCII_DIGITS)
# RFC 3339 section 5.6. Python's own parser also takes week dates and times without an offset.
_RFC_3339 = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)


class BadAmount(DomainError):
    """The value is no amount of money."""

    code = "BAD_USER_INPUT"
    bn = "টাকার অঙ্কটি পয়সায়, কমা বা দশমিক ছাড়া একটি পূর্ণ সংখ্যা হতে হবে।"
    en = "An amount is a whole number of paisa, without separators or decimals."


class BadTime(DomainError):
    """The value is no point in time."""

    code = "BAD_USER_INPUT"
    bn = "সময়টি তারিখ, ঘড়ি ও অঞ্চলসহ লিখতে হবে, যেমন 2026-05-27T09:30:00+06:00।"
    en = "A time has a date, a clock and an offset, like 2026-05-27T09:30:00+06:00."


class BadCursor(DomainError):
    """The value is no cursor that was given out for this list."""

    code = "BAD_USER_INPUT"
    bn = "পাতার চিহ্নটি ঠিক নেই। তালিকাটি শুরু থেকে দেখুন।"
    en = "This is not a cursor of this list. Start from the beginning."


class UncleanText(DomainError):
    """A text holds what is not text: a NUL character, or half of a surrogate pair."""

    code = "BAD_USER_INPUT"
    bn = "লেখার মধ্যে এমন অক্ষর আছে যা রাখা যায় না।"
    en = "A text holds characters that cannot be kept."


def is_clean(value: Any) -> bool:  # Any: a decoded JSON value of any shape
    """Say whether all texts in a JSON value can be stored and sent on, keys included."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if not _is_clean_text(one):
                return False
        elif isinstance(one, dict):
            waiting.extend(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return True


def _is_clean_text(text: str) -> bool:
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class CleanTextRule(ValidationRule):
    """Refuse unclean texts written into the query itself; variables are checked by `is_clean`."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)

    def enter_string_value(self, node: StringValueNode, *_: object) -> None:
        """Report the literal if it is not clean."""
        if not _is_clean_text(node.value):
            fault = UncleanText()
            self.report_error(GraphQLError(fault.message_en, node, original_error=fault))


def parse_paisa(value: object) -> Paisa:
    """Read an amount: an integer, or its digits in ASCII or Bengali.

    Raises:
        BadAmount: It is something else, 1.0 and true among them, or needs more than 64 bits.
    """
    if isinstance(value, str) and 0 < len(value) <= LONGEST_NUMBER:
        digits = value.translate(_TO_ASCII)
        if digits.isascii() and digits.isdigit():
            value = int(digits)
    if isinstance(value, bool) or not isinstance(value, int) or not SMALLEST <= value <= LARGEST:
        raise BadAmount
    return Paisa(value)


def parse_paisa_literal(node: ValueNode, _variables: object = None) -> Paisa:
    """Read an amount that is written in the query."""
    if isinstance(node, IntValueNode) and len(node.value) <= LONGEST_NUMBER + 1:
        return parse_paisa(int(node.value))
    if isinstance(node, StringValueNode):
        return parse_paisa(node.value)
    raise BadAmount


def write_paisa(value: object) -> int:
    """Write an amount as a JSON number. Anything but an integer is a fault of ours."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"an amount is an int, not {type(value).__name__}")
    return value


def parse_time(value: object) -> datetime:
    """Read an RFC 3339 time and return it in UTC.

    Raises:
        BadTime: It has another form, lacks the offset, or does not exist.
    """
    if not isinstance(value, str) or _RFC_3339.fullmatch(value) is None:
        raise BadTime
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadTime from None


def write_time(value: datetime) -> str:
    """Write an aware time as RFC 3339 in UTC."""
    if value.tzinfo is None:
        raise TypeError("a time without its zone is a fault")
    if value.tzinfo is not UTC:
        value = value.astimezone(UTC)
    return value.isoformat()[: -len("+00:00")] + "Z"


def parse_cursor(value: object) -> Cursor:
    """Read a cursor as it is; the list or stream that gave it out looks inside."""
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_CURSOR:
        raise BadCursor
    return Cursor(value)


def plain(value: Any) -> Any:  # Any: JSON in, JSON out
    """Return a value as JSON knows it: times as text, enums by value, dataclasses as objects."""
    if isinstance(value, datetime):
        return write_time(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


SCALARS: dict[object, ScalarDefinition] = {
    Paisa: strawberry.scalar(
        name="Paisa",
        description=(
            "An amount of money in whole paisa (one hundredth of a taka), up to 64 bits. "
            "Written as a JSON integer; read from one, or from its digits as text in Latin or "
            "Bengali numerals, without separators."
        ),
        serialize=write_paisa,
        parse_value=parse_paisa,
        parse_literal=parse_paisa_literal,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A point in time, RFC 3339 with its offset. Always written in UTC.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=write_time,
        parse_value=parse_time,
    ),
    Cursor: strawberry.scalar(
        name="Cursor",
        description="Where a list or a stream was left. Opaque: hand it back as it came.",
        serialize=str,
        parse_value=parse_cursor,
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value.",
        serialize=plain,
        parse_value=lambda value: value,
    ),
}


def config() -> StrawberryConfig:
    """Return the schema's configuration with all scalars of the house."""
    return StrawberryConfig(scalar_map=SCALARS)
