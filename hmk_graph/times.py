"""Times as they are spoken in the country: Dhaka's clock, with the part of the day."""

from __future__ import annotations

from datetime import datetime

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.clock import DHAKA

_MONTHS_BN = (
    *("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন"),
    *("জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
)
# The hour from which a part of the day is called so.
_PARTS = ((20, "রাত"), (18, "সন্ধ্যা"), (15, "বিকাল"), (12, "দুপুর"), (6, "সকাল"), (4, "ভোর"), (0, "রাত"))


def clock(at: datetime, language: str) -> str:
    """Return a time of day: বিকাল ৩:৪৫ or 3:45 pm."""
    local = at.astimezone(DHAKA)
    shown = f"{local.hour % 12 or 12}:{local.minute:02d}"
    if language == "en":
        return f"{shown} {'am' if local.hour < 12 else 'pm'}"
    part = next(name for hour, name in _PARTS if local.hour >= hour)
    return f"{part} {in_bengali_digits(shown)}"


def day(at: datetime, language: str) -> str:
    """Return a day of the year: ২৪ নভেম্বর or 24 November."""
    local = at.astimezone(DHAKA)
    if language == "en":
        return f"{local.day} {local.strftime('%B')}"
    return f"{in_bengali_digits(str(local.day))} {_MONTHS_BN[local.month - 1]}"


def long_day(at: datetime, language: str) -> str:
    """Return a day with its year: ২৪ নভেম্বর, ২০২৬ or 24 November 2026."""
    year = str(at.astimezone(DHAKA).year)
    if language == "en":
        return f"{day(at, language)} {year}"
    return f"{day(at, language)}, {in_bengali_digits(year)}"


def moment(at: datetime, language: str) -> str:
    """Return a day and its time: ২৪ নভেম্বর, বিকাল ৩:৪৫ or 24 November, 3:45 pm."""
    return f"{day(at, language)}, {clock(at, language)}"


def left(until: datetime, now: datetime, language: str) -> str:
    """Return the time left as the pages' countdown writes it: ০১:২৯:৩৫."""
    seconds = max(0, -int((now - until).total_seconds() // 1))
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, rest = divmod(rest, 60)
    shown = f"{minutes:02d}:{rest:02d}"
    if hours or days:
        shown = f"{hours:02d}:{shown}"
    if days:
        shown = f"{days} {'d' if language == 'en' else 'দিন'} {shown}"
    return shown if language == "en" else in_bengali_digits(shown)
