"""What asking for and giving blood refuse."""

from __future__ import annotations

from datetime import date
from typing import Any

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.errors import DomainError


class NotADonor(DomainError):
    """The person has not written down a group and an area yet."""

    code = "NOT_A_DONOR"
    bn = "আগে রক্তদাতা হিসেবে আপনার গ্রুপ ও এলাকা লিখুন।"
    en = "Write down your blood group and area first."


class UnfitToGive(DomainError):
    """Age or weight are outside what donors' rules allow; `why` is AGE or WEIGHT."""

    code = "UNFIT_TO_GIVE"
    bn = "রক্ত দিতে বয়স {youngest}–{oldest} বছর ও ওজন অন্তত {lightest} কেজি হতে হয়।"
    en = "Donors are {youngest} to {oldest} years old and weigh at least {lightest} kg."

    def __init__(self, why: str, *, youngest: int, oldest: int, lightest: int) -> None:
        super().__init__(youngest=youngest, oldest=oldest, lightest=lightest)
        self.why = why


class StillResting(DomainError):
    """The donor gave too short a time ago; `eligible_on` says from when on he may again."""

    code = "STILL_RESTING"
    bn = "আবার রক্ত দেওয়া যাবে {eligible_on} থেকে।"
    en = "Blood can be given again from {eligible_on}."

    def __init__(self, eligible_on: date) -> None:
        super().__init__(eligible_on=eligible_on.isoformat())
        self.eligible_on = eligible_on

    def words_bn(self) -> dict[str, Any]:
        """Write the day in Bengali digits."""
        return {"eligible_on": in_bengali_digits(self.eligible_on.isoformat())}


class UnitsTaken(DomainError):
    """As many donors are confirmed as units were asked for."""

    code = "UNITS_TAKEN"
    bn = "যত ব্যাগ চাওয়া হয়েছিল, তত দাতা নিশ্চিত হয়েছেন।"
    en = "As many donors are confirmed as units were asked for."


class DonorPromised(DomainError):
    """The donor is confirmed for another patient."""

    code = "DONOR_PROMISED"
    bn = "এই দাতা অন্য একজন রোগীর জন্য নিশ্চিত হয়ে আছেন।"
    en = "This donor is confirmed for another patient."


class OpenRequestLimit(DomainError):
    """A person has at most so many requests open at a time."""

    code = "OPEN_REQUEST_LIMIT"
    bn = "একসঙ্গে সর্বোচ্চ {most}টি রক্তের অনুরোধ খোলা রাখা যায়।"
    en = "At most {most} requests for blood can be open at a time."

    def __init__(self, most: int) -> None:
        super().__init__(most=most)


class RequestOver(DomainError):
    """The request's time is over, though no worker has closed it yet."""

    code = "REQUEST_OVER"
    bn = "এই অনুরোধের সময় শেষ হয়েছে।"
    en = "The time of this request is over."
