"""What renting refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.errors import DomainError
from hmk_graph.money import Paisa, in_bengali, in_english


class UnitLimit(DomainError):
    """A person has at most so many things for rent at a time."""

    code = "UNIT_LIMIT"
    bn = "একসঙ্গে সর্বোচ্চ {most}টি ভাড়ার বিজ্ঞাপন রাখা যায়।"
    en = "At most {most} things can be for rent at a time."

    def __init__(self, most: int) -> None:
        super().__init__(most=most)


class ViewingLimit(DomainError):
    """A person has at most so many visits ahead, and one at each unit."""

    code = "VIEWING_LIMIT"
    bn = "একটি জায়গায় একটি, মোট {most}টি দেখার সময় নেওয়া যায়।"
    en = "One visit at each place and {most} in all can be ahead."

    def __init__(self, most: int) -> None:
        super().__init__(most=most)


class NotForRent(DomainError):
    """It is not to be had: held, let, hidden or withdrawn; `state` says which."""

    code = "NOT_FOR_RENT"
    bn = "এটি এখন ভাড়ার জন্য খালি নেই।"
    en = "This is not for rent now."

    def __init__(self, state: str) -> None:
        super().__init__(state=state)
        self.state = state


class OwnUnit(DomainError):
    """It is the person's own."""

    code = "OWN_UNIT"
    bn = "এটি আপনার নিজের।"
    en = "This is your own."


class UnitAgreed(DomainError):
    """Somebody else has agreed to take it first."""

    code = "UNIT_AGREED"
    bn = "অন্য একজন এটি আগে নিয়েছেন।"
    en = "Somebody else has taken it first."


class OfferOver(DomainError):
    """The time to accept is over, though no worker has seen it yet."""

    code = "OFFER_OVER"
    bn = "এই প্রস্তাবের সময় শেষ।"
    en = "The time of this offer is over."


class KeysNotBack(DomainError):
    """The keys are with somebody: nobody else gets any, whatever the dates say."""

    code = "KEYS_NOT_BACK"
    bn = "চাবি এখনো আগের ভাড়াটিয়ার কাছে।"
    en = "The keys are still with the tenant before."


class KeysAlreadyMoved(DomainError):
    """The keys are where they should be already, or were never given."""

    code = "KEYS_ALREADY_MOVED"
    bn = "চাবি দেওয়া-নেওয়া আগেই লেখা হয়েছে, বা চাবি দেওয়াই হয়নি।"
    en = "The keys have moved already, or were never given."


class NoticeTooShort(DomainError):
    """The notice is shorter than agreed; `earliest` is the first day one may leave."""

    code = "NOTICE_TOO_SHORT"
    bn = "চুক্তি অনুযায়ী সবচেয়ে আগে {earliest} তারিখে ছাড়া যায়।"
    en = "By the agreement the earliest last day is {earliest}."
    field = "leavesOn"

    def __init__(self, earliest: date) -> None:
        super().__init__(earliest=earliest.isoformat())
        self.earliest = earliest

    def words_bn(self) -> dict[str, Any]:
        """Write the day in Bengali digits."""
        return {"earliest": in_bengali_digits(self.earliest.isoformat())}


class DeductionsTooHigh(DomainError):
    """More is claimed than the advance."""

    code = "DEDUCTIONS_TOO_HIGH"
    bn = "অগ্রিম {advance}; এর বেশি কাটা যায় না।"
    en = "The advance is {advance}; no more can be kept of it."
    field = "deductions"

    def __init__(self, advance: Paisa) -> None:
        self.advance = advance
        super().__init__(advance=advance)

    def words_en(self) -> dict[str, Any]:
        """Write the amount as people group it."""
        return {"advance": in_english(self.advance)}

    def words_bn(self) -> dict[str, Any]:
        """Write it in Bengali digits."""
        return {"advance": in_bengali(self.advance)}


class NotYetReturned(DomainError):
    """The advance is counted once the time is over and the keys are back."""

    code = "NOT_YET_RETURNED"
    bn = "মেয়াদ শেষ হয়ে চাবি ফেরত আসার পরে অগ্রিমের হিসাব হয়।"
    en = "The advance is settled once the time is over and the keys are back."


class DueSettled(DomainError):
    """The month is paid, or a part of it has arrived by a payment service."""

    code = "DUE_SETTLED"
    bn = "এই মাসের টাকা আগেই এসেছে, বা অনলাইনে আংশিক এসেছে।"
    en = "This month is paid, or partly paid through a payment service."


class DaysTaken(DomainError):
    """The vehicle is hired on some of these days."""

    code = "DAYS_TAKEN"
    bn = "এই দিনগুলোর কোনো একটিতে গাড়িটি অন্য কেউ নিয়েছেন।"
    en = "The vehicle is hired on some of these days."
