"""Amounts of money: whole paisa, never a float."""

from typing import NewType

Paisa = NewType("Paisa", int)
"""One hundredth of a taka.

Stored as bigint; 64-bit in the API, because GraphQL's Int ends at 21.4 million taka.
"""

TAKA = 100
BENGALI_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def taka(amount: int) -> Paisa:
    """Return whole taka as paisa."""
    return Paisa(amount * TAKA)


def in_english(amount: int) -> str:
    """Write an amount as people of the country group it: ৳1,25,000 or ৳12.50."""
    return f"{'-' if amount < 0 else ''}৳{_grouped(abs(amount))}"


def in_bengali(amount: int) -> str:
    """Write an amount in Bengali digits: ৳১,২৫,০০০."""
    return in_english(amount).translate(BENGALI_DIGITS)


def share_of(amount: int, basis_points: int) -> Paisa:
    """Return a part of an amount, half a paisa rounded up; 10 000 basis points are the whole."""
    return Paisa((amount * basis_points + 5_000) // 10_000)


def _grouped(amount: int) -> str:
    whole, paisa = divmod(amount, TAKA)
    digits = str(whole)
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    text = ",".join([*pairs, tail])
    return f"{text}.{paisa:02d}" if paisa else text
