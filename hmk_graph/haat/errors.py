"""What the haat refuses, each with what would do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from hmk_graph.errors import DomainError
from hmk_graph.haat.auction import Obstacle, Phase
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM
from hmk_graph.money import Paisa, in_bengali, in_english

# --- Bidding: in the order in which a bid is judged (rules.md 2.8) ---

PHASE_BN: dict[str, str] = {
    Phase.SCHEDULED: "এই পশুর ডাক এখনো শুরু হয়নি।",
    Phase.OPEN: "এই পশুর ডাক এখন চলছে।",
    Phase.CLOSED: "এই পশুর ডাক শেষ হয়ে গেছে।",
    Phase.WITHDRAWN: "বিক্রেতা এই পশু ডাক থেকে তুলে নিয়েছেন।",
    Phase.VOIDED: "এই পশুর ডাক বাতিল করা হয়েছে।",
}
PHASE_EN: dict[str, str] = {
    Phase.SCHEDULED: "Bidding on this animal has not begun yet.",
    Phase.OPEN: "Bidding on this animal is going on.",
    Phase.CLOSED: "Bidding on this animal is over.",
    Phase.WITHDRAWN: "The seller has taken this animal out of the auction.",
    Phase.VOIDED: "The auction of this animal was called off.",
}
OBSTACLE_BN: dict[str, str] = {
    Obstacle.UNVERIFIED: "ডাক দিতে হলে আগে আপনার পরিচয় যাচাই করতে হবে।",
    Obstacle.BANNED: "আপাতত আপনার ডাক দেওয়া বন্ধ রাখা হয়েছে। কারণ জানতে হাটের কর্মকর্তার সঙ্গে কথা বলুন।",
    Obstacle.NOT_REGISTERED: "এই হাটে ডাক দিতে হলে আগে হাটের নিয়ম মেনে নাম লেখাতে হবে।",
    Obstacle.SUSPENDED: "আপনার অ্যাকাউন্ট এখন স্থগিত আছে, তাই ডাক দেওয়া যাবে না।",
}
OBSTACLE_EN: dict[str, str] = {
    Obstacle.UNVERIFIED: "Have your identity verified before you bid.",
    Obstacle.BANNED: "You are barred from bidding for now. Ask the officer of the haat why.",
    Obstacle.NOT_REGISTERED: "Accept the rules of this haat and register before you bid.",
    Obstacle.SUSPENDED: "Your account is suspended, so you cannot bid.",
}


class SaysAmounts:
    """Writes every datum of a refusal as an amount of money."""

    params: dict[str, Any]

    def words_bn(self) -> dict[str, Any]:
        """Write the amounts in Bengali digits."""
        return {name: in_bengali(amount) for name, amount in self.params.items()}

    def words_en(self) -> dict[str, Any]:
        """Write the amounts in English digits."""
        return {name: in_english(amount) for name, amount in self.params.items()}


class SaysWhy:
    """Takes the whole sentence of a refusal from a table, by the one thing that is in the way."""

    params: dict[str, Any]
    why_bn: ClassVar[Mapping[str, str]]
    why_en: ClassVar[Mapping[str, str]]

    def words_bn(self) -> dict[str, Any]:
        """Look the sentence up in Bengali."""
        return {"why": self.why_bn[next(iter(self.params.values()))]}

    def words_en(self) -> dict[str, Any]:
        """Look the sentence up in English."""
        return {"why": self.why_en[next(iter(self.params.values()))]}


class LotNotOpen(SaysWhy, DomainError):
    """The lot takes no bids now; `phase` says where it stands."""

    code = "LOT_NOT_OPEN"
    bn = "{why}"
    en = "{why}"
    why_bn = PHASE_BN
    why_en = PHASE_EN

    def __init__(self, phase: Phase) -> None:
        self.phase = phase
        super().__init__(phase=phase)


class NotEligible(SaysWhy, DomainError):
    """The person may not bid at this haat; `reason` says what is in the way."""

    code = "NOT_ELIGIBLE"
    bn = "{why}"
    en = "{why}"
    why_bn = OBSTACLE_BN
    why_en = OBSTACLE_EN

    def __init__(self, reason: Obstacle) -> None:
        self.reason = reason
        super().__init__(reason=reason)


class OwnLot(DomainError):
    """Who sells the animal, owns a part of it or works at the haat may not bid for it."""

    code = "OWN_LOT"
    bn = "পশুর মালিক, ভাগীদার বা এই হাটের লোক হলে এই পশুর ডাকে অংশ নেওয়া যায় না।"
    en = "The owner, a part owner and the staff of the haat may not bid for this animal."


class NotOnStep(SaysAmounts, DomainError):
    """No bid can have this amount: it is not whole taka, not above zero, or over `highest`."""

    code = "NOT_ON_STEP"
    bn = "ডাক হবে পূর্ণ টাকায়, পয়সা ছাড়া, সর্বোচ্চ {highest}।"
    en = "A bid is in whole taka, more than zero and at most {highest}."
    field = "maximum"

    def __init__(self, maximum: int, highest: Paisa = HIGHEST_MAXIMUM) -> None:
        self.maximum = maximum
        self.highest = highest
        super().__init__(maximum=maximum, highest=highest)


class BidTooLow(SaysAmounts, DomainError):
    """The bid is under the minimum; `minimum` says what would do."""

    code = "BID_TOO_LOW"
    bn = "এখন অন্তত {minimum} ডাকতে হবে।"
    en = "The next bid must be at least {minimum}."
    field = "maximum"

    def __init__(self, minimum: Paisa) -> None:
        self.minimum = minimum
        super().__init__(minimum=minimum)


class MaxNotRaised(SaysAmounts, DomainError):
    """The leader bid again, not above his own `maximum`. It is his secret: answer nobody else."""

    code = "MAX_NOT_RAISED"
    bn = "আপনিই এগিয়ে আছেন, আপনার সর্বোচ্চ ডাক {maximum}। বাড়াতে চাইলে এর চেয়ে বেশি লিখুন।"
    en = "You are leading, and your maximum is {maximum}. To raise it, bid more than that."
    field = "maximum"

    def __init__(self, maximum: Paisa) -> None:
        self.maximum = maximum
        super().__init__(maximum=maximum)


class InsufficientDeposit(SaysAmounts, DomainError):
    """So high a bid needs a deposit of `needed` at this haat, and only `available` is free."""

    code = "INSUFFICIENT_DEPOSIT"
    bn = "এই ডাকের জন্য হাটে {needed} জামানত থাকতে হবে, আপনার খালি আছে {available}।"
    en = "This bid needs a deposit of {needed} at the haat, and {available} of yours is free."
    field = "maximum"

    def __init__(self, *, needed: Paisa, available: Paisa) -> None:
        self.needed = needed
        self.available = available
        super().__init__(needed=needed, available=available)


class LotHasBids(DomainError):
    """Terms stand and the animal stays once somebody has bid; only officers can void the lot."""

    code = "LOT_HAS_BIDS"
    bn = "ডাক পড়ে গেছে, তাই এখন আর শর্ত বদলানো বা পশু তুলে নেওয়া যায় না।"
    en = "There are bids already, so the terms cannot change and the animal cannot be withdrawn."


class LotStillOpen(DomainError):
    """The clock has not reached the end of the lot: whoever wanted to close it comes back later."""

    code = "LOT_STILL_OPEN"
    bn = "ডাকের সময় এখনো শেষ হয়নি।"
    en = "The time of this auction is not over yet."
    retryable = True


# --- End of bidding ---

# --- Scheduling and calling off ---


class AnimalNotCleared(DomainError):
    """The vet's clearance does not last until the animal could be handed over."""

    code = "ANIMAL_NOT_CLEARED"
    bn = "পশু চিকিৎসকের ছাড়পত্র নিলামের পরদিন পর্যন্ত থাকতে হবে। আগে ছাড়পত্র নিন।"
    en = "The vet's clearance must hold until the day after the auction. Get the animal checked."

    def __init__(self, *, until: datetime | None) -> None:
        self.until = until
        super().__init__(until=until.isoformat() if until else None)


# --- Following ---


class TooManyFollowed(DomainError):
    """A person follows as many lots as one may; `most` says how many."""

    code = "TOO_MANY_FOLLOWED"
    bn = "একসঙ্গে সর্বোচ্চ {most}টি পশুর ডাকে নজর রাখা যায়। আগে কয়েকটি বাদ দিন।"
    en = "You can follow {most} lots at most. Take some off your list first."

    def __init__(self, *, most: int) -> None:
        self.most = most
        super().__init__(most=most)
