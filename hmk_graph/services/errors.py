"""What services refuse, each with what would do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hmk_graph.errors import DomainError
from hmk_graph.money import Paisa, in_bengali, in_english


class NotBookable(DomainError):
    """The service takes nobody now: it or its provider is paused, away, or not verified."""

    code = "NOT_BOOKABLE"
    bn = "এই সেবা এখন নেওয়া যাচ্ছে না।"
    en = "This service cannot be booked now."


class OwnService(DomainError):
    """Nobody books himself."""

    code = "OWN_SERVICE"
    bn = "নিজের সেবা নিজে নেওয়া যায় না।"
    en = "You cannot book your own service."


class SlotFree(DomainError):
    """The time can be had now, so there is nothing to wait for."""

    code = "SLOT_FREE"
    bn = "এই সময়টি এখনই খালি আছে। বুক করুন।"
    en = "This time is free now. Book it."
    field = "startsAt"


class TooManyWaits(DomainError):
    """A person waits for so many times at most."""

    code = "TOO_MANY_WAITS"
    bn = "আপনি একসঙ্গে {most}টির বেশি সময়ের জন্য অপেক্ষায় থাকতে পারেন না।"
    en = "You can wait for {most} times at most."

    def __init__(self, *, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class SlotTaken(DomainError):
    """Somebody else has that time."""

    code = "SLOT_TAKEN"
    bn = "এই সময়টি আরেকজন নিয়ে নিয়েছেন। অন্য সময় বেছে নিন।"
    en = "Somebody else has taken this time. Choose another."
    field = "startsAt"


class OutsideHours(DomainError):
    """The provider does not work all of that time."""

    code = "OUTSIDE_HOURS"
    bn = "এই সময়ে সেবাদাতা কাজ করেন না।"
    en = "The provider does not work at that time."
    field = "startsAt"


class OutsideWindow(DomainError):
    """Too soon or too far off; one may begin from `earliest` to `latest`."""

    code = "OUTSIDE_WINDOW"
    bn = "এত আগে বা এত পরে নেওয়া যায় না। অন্য সময় বেছে নিন।"
    en = "That is too soon or too far off. Choose another time."
    field = "startsAt"

    def __init__(self, *, earliest: datetime, latest: datetime) -> None:
        super().__init__(earliest=earliest, latest=latest)
        self.earliest = earliest
        self.latest = latest


class AwayTooLong(DomainError):
    """A provider is away for so many days at most at a time."""

    code = "AWAY_TOO_LONG"
    bn = "একবারে সর্বোচ্চ {most} দিন ছুটি নেওয়া যায়।"
    en = "You can be away for {most} days at most at a time."
    field = "closedTo"

    def __init__(self, *, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class NotServedThere(DomainError):
    """The provider does not come to that place."""

    code = "NOT_SERVED_THERE"
    bn = "সেবাদাতা ওই এলাকায় যান না।"
    en = "The provider does not come to that place."
    field = "placeId"


class TooManyHolds(DomainError):
    """The person holds as many times as one may without asking for them."""

    code = "TOO_MANY_HOLDS"
    bn = "একসঙ্গে {most}টির বেশি সময় ধরে রাখা যায় না।"
    en = "You may hold at most {most} times at once."

    def __init__(self, *, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class _InTaka:
    """Writes the amounts of a refusal as people read them."""

    params: dict[str, Any]

    def words_en(self) -> dict[str, Any]:
        return {name: in_english(amount) for name, amount in self.params.items()}

    def words_bn(self) -> dict[str, Any]:
        return {name: in_bengali(amount) for name, amount in self.params.items()}


class OptionPriceChanged(_InTaka, DomainError):
    """The price is not the one that the person saw; `price` is what it is now."""

    code = "OPTION_PRICE_CHANGED"
    bn = "দাম বদলে এখন {price} হয়েছে।"
    en = "The price has changed; it is {price} now."
    field = "price"

    def __init__(self, price: Paisa) -> None:
        super().__init__(price=price)
        self.price = price


class CancelTermsChanged(_InTaka, DomainError):
    """What was shown before cancelling no longer holds, or is too old; `fee` is what it is now."""

    code = "CANCEL_TERMS_CHANGED"
    bn = "বাতিলের শর্ত আবার দেখুন: এখন ফি {fee}।"
    en = "Look at the terms again: the fee is {fee} now."
    field = "token"

    def __init__(self, fee: Paisa) -> None:
        super().__init__(fee=fee)
        self.fee = fee


class AboveCeiling(_InTaka, DomainError):
    """More was asked than agreed: the most is `ceiling`. A new quote can raise it."""

    code = "ABOVE_CEILING"
    bn = "ঠিক হওয়া সর্বোচ্চ {ceiling}-এর বেশি নেওয়া যায় না; নতুন দর পাঠান।"
    en = "No more than the agreed {ceiling} may be asked; send a new quote."
    field = "amount"

    def __init__(self, ceiling: Paisa) -> None:
        super().__init__(ceiling=ceiling)
        self.ceiling = ceiling


class QuoteNeeded(DomainError):
    """The work has to be priced and accepted before it is done."""

    code = "QUOTE_NEEDED"
    bn = "আগে কাজের দর পাঠিয়ে সম্মতি নিতে হবে।"
    en = "Send a quote and have it accepted first."


class QuoteClosed(DomainError):
    """The quote was answered, replaced, or is too old."""

    code = "QUOTE_CLOSED"
    bn = "এই দর আর খোলা নেই।"
    en = "This quote is no longer open."

    def __init__(self, *, state: str) -> None:
        super().__init__(state=state)
        self.state = state


class WrongStartCode(DomainError):
    """The code is not the one that the citizen shows; `attempts_left` may still be made."""

    code = "WRONG_START_CODE"
    bn = "কোডটি ঠিক নয়। আর {attempts_left} বার চেষ্টা করা যাবে।"
    en = "That is not the code. You have {attempts_left} tries left."
    field = "code"

    def __init__(self, *, attempts_left: int) -> None:
        super().__init__(attempts_left=attempts_left)
        self.attempts_left = attempts_left


class NotYet(DomainError):
    """It is too early for this; it can be done from `from_at` on."""

    code = "NOT_YET"
    bn = "এখনো সময় হয়নি।"
    en = "It is too early for this."

    def __init__(self, *, from_at: datetime) -> None:
        super().__init__(from_at=from_at)
        self.from_at = from_at


class TimeIsUp(DomainError):
    """The time within which this could be done is over."""

    code = "TIME_IS_UP"
    bn = "এর সময় পার হয়ে গেছে।"
    en = "The time for this is over."


class SittingFull(DomainError):
    """All numbers of the sitting are given."""

    code = "SITTING_FULL"
    bn = "এই বৈঠকের সব সিরিয়াল দেওয়া হয়ে গেছে।"
    en = "All numbers of this sitting are taken."


class SittingNotOpen(DomainError):
    """The sitting gives no numbers now; it does from `opens_at` on, if it is not over."""

    code = "SITTING_NOT_OPEN"
    bn = "এই বৈঠকে এখন সিরিয়াল দেওয়া হচ্ছে না।"
    en = "This sitting gives no numbers now."

    def __init__(self, *, opens_at: datetime) -> None:
        super().__init__(opens_at=opens_at)
        self.opens_at = opens_at


class HasSerial(DomainError):
    """The person has a number of this sitting already."""

    code = "HAS_SERIAL"
    bn = "এই বৈঠকে আপনার সিরিয়াল আছে।"
    en = "You have a number of this sitting already."


class NobodyWaits(DomainError):
    """Nobody is left to be called."""

    code = "NOBODY_WAITS"
    bn = "আর কেউ অপেক্ষায় নেই।"
    en = "Nobody is waiting."


class NotFinished(DomainError):
    """Only what was finished can be reviewed."""

    code = "NOT_FINISHED"
    bn = "কাজ শেষ হলে মতামত দেওয়া যাবে।"
    en = "It can be reviewed when it is finished."


class ReviewFinal(DomainError):
    """What everybody can read no longer changes."""

    code = "REVIEW_FINAL"
    bn = "প্রকাশিত মতামত আর বদলানো যায় না।"
    en = "A published review can no longer be changed."


class SlugTaken(DomainError):
    """A category of that slug exists."""

    code = "SLUG_TAKEN"
    bn = "এই নামের শ্রেণি আছে।"
    en = "There is a category of that slug."
    field = "slug"
