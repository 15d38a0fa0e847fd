"""Limits of signing in, and what a name, a code and a reason look like. Pure."""

from __future__ import annotations

import ipaddress
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph import phone as phones
from hmk_graph.accounts.errors import PhoneNotValid, ReasonTooShort
from hmk_graph.accounts.models import CodeState
from hmk_graph.errors import BadInput
from hmk_graph.money import BENGALI_DIGITS

# The numbers of rules.md 2.1.
CODE_LIFETIME = timedelta(minutes=5)
CODE_DIGITS = 6
ATTEMPTS = 5
RESEND_AFTER = timedelta(seconds=60)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
CODES_AN_HOUR = 5
CODES_A_DAY = 10
CODES_AN_HOUR_OF_A_NETWORK = 30
# Attempts are counted on the code they were made at, and can be as much younger as a code lives. By
# the longer window no hour ever holds more than five.
ATTEMPT_WINDOW = HOUR + CODE_LIFETIME
# What one customer of an internet provider gets (RFC 6177); whoever has one has all its addresses.
IPV6_CUSTOMER_BITS = 64

LONGEST_NAME = 80
LONGEST_DEVICE = 200
LONGEST_REASON = 1_000
# rules.md C10: a step against a person says why.
SHORTEST_REASON = 10
LANGUAGES = ("bn", "en")

_TO_ASCII = {bengali: chr(latin) for latin, bengali in BENGALI_DIGITS.items()}
DIGITS = str.maketrans(_TO_ASCII)
_CODE = re.compile(rf"[0-9]{{{CODE_DIGITS}}}", re.ASCII)
# Format characters that a Bengali word needs: zero width joiner and non-joiner. The others can turn
# a line's direction round, or hide in it.
_JOINERS = frozenset("\u200c\u200d")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, kw_only=True)
class PastCode:
    """A code that a phone got before: when, how it ended, and how often it was guessed."""

    created_at: datetime
    state: CodeState
    attempts: int


def mobile(text: str) -> str:
    """Return a phone number in its canonical form.

    Raises:
        PhoneNotValid: It is no mobile number of Bangladesh.
    """
    try:
        return phones.canonical(text)
    except phones.NotAMobile:
        raise PhoneNotValid from None


def code_digits(text: str) -> str:
    """Return the six digits of a code that was typed in either script, with or without gaps.

    Raises:
        BadInput: It is no code at all; this is not counted as an attempt.
    """
    digits = re.sub(r"[\s-]", "", text[:40]).translate(DIGITS)
    if _CODE.fullmatch(digits) is None:
        raise BadInput(
            "code",
            why_bn="এসএমএসে পাওয়া ছয় অঙ্কের কোডটি লিখুন।",
            why_en="write the six digits of the text message.",
        )
    return digits


def network_of(address: str) -> str:
    """Return what counts as one network: an IPv4 address, or the /64 of an IPv6 address.

    A mobile operator puts many people behind one IPv4 address, so nothing wider than that is
    counted. An address that cannot be read counts as one network with all its like.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((int(ip), IPV6_CUSTOMER_BITS), strict=False))
    return str(ip)


def attempts_left(past: Iterable[PastCode], now: datetime) -> int:
    """Return how many wrong codes a phone may still send: the phone's budget, not a code's."""
    return max(0, ATTEMPTS - len(_within(_attempts(past), ATTEMPT_WINDOW, now)))


def wait_for_attempt(past: Sequence[PastCode], now: datetime) -> timedelta:
    """Return how long a phone has to wait until a code is weighed again; zero: not at all."""
    return _wait(_attempts(past), ATTEMPTS, ATTEMPT_WINDOW, now)


def wait_for_code(past: Sequence[PastCode], now: datetime) -> timedelta:
    """Return how long a phone has to wait for the next code; zero: not at all.

    A message that the gateway did not take leaves no wait for the next one, but counts within the
    hour and the day: a gateway may charge for what it says it did not take.
    """
    issued = [code.created_at for code in past]
    sent = [code.created_at for code in past if code.state is not CodeState.UNSENT]
    return max(
        _wait(sent, 1, RESEND_AFTER, now),
        _wait(issued, CODES_AN_HOUR, HOUR, now),
        _wait(issued, CODES_A_DAY, DAY, now),
        wait_for_attempt(past, now),
    )


def wait_of_network(issued: Iterable[datetime], now: datetime) -> timedelta:
    """Return how long a network has to wait for the next code to any phone."""
    return _wait(issued, CODES_AN_HOUR_OF_A_NETWORK, HOUR, now)


def whole_seconds(wait: timedelta) -> int:
    """Return a wait in seconds, rounded up."""
    return math.ceil(wait.total_seconds())


def name_of(text: str) -> str:
    """Return a person's name, tidied: composed (NFC), without needless spaces.

    Raises:
        BadInput: It is empty, longer than 80 characters, or holds characters that do not show.
    """
    return line_of(text, "name", longest=LONGEST_NAME)


def line_of(text: str, field: str, *, longest: int, shortest: int = 1) -> str:
    """Return one line of text, tidied like a name.

    Raises:
        BadInput: It has another length, or holds characters that do not show.
    """
    tidy = tidied(text)
    if not shortest <= len(tidy) <= longest or any(map(_is_unseen, tidy)):
        raise BadInput(
            field,
            why_bn=f"{shortest} থেকে {longest} অক্ষরে এক লাইনে লিখুন।".translate(BENGALI_DIGITS),
            why_en=f"write {shortest} to {longest} visible characters on one line.",
        )
    return tidy


def text_of(text: str, field: str, *, longest: int) -> str:
    """Return some lines of text, each tidied like a name; it may be empty.

    Raises:
        BadInput: It is too long, or holds characters that do not show.
    """
    tidy = "\n".join(tidied(line) for line in text.strip().splitlines())
    if len(tidy) > longest or any(_is_unseen(sign) for sign in tidy if sign != "\n"):
        raise BadInput(
            field,
            why_bn=f"সর্বোচ্চ {longest} অক্ষরে লিখুন।".translate(BENGALI_DIGITS),
            why_en=f"write at most {longest} visible characters.",
        )
    return tidy


def device_of(text: str) -> str:
    """Return what a device calls itself, cut and without what does not show: it is only a hint."""
    seen = "".join(" " if _is_unseen(sign) else sign for sign in text[: 2 * LONGEST_DEVICE])
    return tidied(seen)[:LONGEST_DEVICE]


def reason_of(text: str) -> str:
    """Return the reason of a step against a person, tidied.

    Raises:
        ReasonTooShort: It has fewer than ten characters.
        BadInput: It is too long, or holds characters that do not show.
    """
    reason = text_of(text, "reason", longest=LONGEST_REASON)
    if len(reason) < SHORTEST_REASON:
        raise ReasonTooShort(minimum=SHORTEST_REASON)
    return reason


def language_of(text: str) -> str:
    """Return one of the house's languages.

    Raises:
        BadInput: It is another one.
    """
    if text not in LANGUAGES:
        raise BadInput("language", why_bn="bn অথবা en লিখুন।", why_en="it is bn or en.")
    return text


def tidied(text: str) -> str:
    """Return a text composed (NFC), with single spaces and none at its ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS


def _attempts(past: Iterable[PastCode]) -> list[datetime]:
    return [code.created_at for code in past for _ in range(code.attempts)]


def _within(times: Iterable[datetime], span: timedelta, now: datetime) -> list[datetime]:
    return sorted((at for at in times if at + span > now), reverse=True)


def _wait(times: Iterable[datetime], limit: int, span: timedelta, now: datetime) -> timedelta:
    """Return how long until fewer than `limit` of the times lie within the span before now."""
    recent = _within(times, span, now)
    if len(recent) < limit:
        return timedelta(0)
    return recent[limit - 1] + span - now
