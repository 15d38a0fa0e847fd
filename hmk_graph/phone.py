"""Mobile numbers of Bangladesh: many spellings, one canonical form."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

COUNTRY = "BD"
COUNTRY_CODE = 880
# Digits of either script, and what people put between them. Letters would be read as keypad digits.
SPELLING = re.compile(r"\+?[0-9০-৯\s().\-‐-–]+")
LONGEST = 40
# The operator's digit is 3 to 9. Number portability: it does not tell the operator any more.
CANONICAL = re.compile(r"\+8801[3-9][0-9]{8}", re.ASCII)
SHOWN = 3
HIDDEN = "•" * 8


class NotAMobile(ValueError):
    """The text is no mobile number of Bangladesh."""


def canonical(text: str) -> str:
    """Return a number as `+8801XXXXXXXXX`, however it is spelled (rules.md 2.1).

    Understood are digits of both scripts, spaces and dashes, and the beginnings `01`, `8801`,
    `+8801`, `008801` and `+880 0 1`.

    Raises:
        NotAMobile: It is something else: a landline, a foreign number, one with an extension.
    """
    stripped = text.strip()
    if len(stripped) > LONGEST or SPELLING.fullmatch(stripped) is None:
        raise NotAMobile
    try:
        number = phonenumbers.parse(stripped, COUNTRY)
    except NumberParseException:
        raise NotAMobile from None
    written = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if (
        number.country_code != COUNTRY_CODE
        or number.extension is not None
        or not phonenumbers.is_valid_number(number)
        or phonenumbers.number_type(number) != PhoneNumberType.MOBILE
        or CANONICAL.fullmatch(written) is None
    ):
        raise NotAMobile
    return written


def masked(phone: str) -> str:
    """Return a canonical number with all but its last three digits hidden, for others to see."""
    return HIDDEN + phone[-SHOWN:]
