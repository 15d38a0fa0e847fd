"""What registering, checking, listing and bargaining refuse, each with what would do."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.clock import DHAKA
from hmk_graph.errors import DomainError
from hmk_graph.haat.errors import SaysAmounts, SaysWhy
from hmk_graph.money import BENGALI_DIGITS, Paisa, in_bengali, in_english


def _day(at: datetime) -> str:
    return at.astimezone(DHAKA).strftime("%d-%m-%Y %H:%M")


class NotVerifiedSeller(DomainError):
    """Only people whom an officer has verified as sellers may register animals."""

    code = "NOT_VERIFIED_SELLER"
    bn = "পশু বিক্রি করতে হলে আগে কর্মকর্তার কাছে বিক্রেতা হিসেবে যাচাই হতে হবে।"
    en = "Have an officer verify you as a seller first."


class TagInUse(DomainError):
    """Another living animal carries this tag; officers are told."""

    code = "TAG_IN_USE"
    bn = "এই ট্যাগ ({value}) আরেকটি পশুর নামে লেখা আছে। নম্বরটি আবার মিলিয়ে দেখুন।"
    en = "Another living animal carries the tag {value}. Compare the number once more."
    field = "tags"

    def __init__(self, *, scheme: str, value: str) -> None:
        self.scheme = scheme
        self.value = value
        super().__init__(scheme=scheme, value=value)


class NotYourPurchase(DomainError):
    """The chain must begin with an animal that this seller bought here and was handed."""

    code = "NOT_YOUR_PURCHASE"
    bn = "আগের পশুটি আপনি এখান থেকে কিনে বুঝে নিয়েছেন, এমন কোনো হিসাব পাওয়া যায়নি।"
    en = "There is no deal by which you bought the earlier animal here and received it."
    field = "chainOf"


class CheckNotReady(DomainError):
    """The vet needs more than is written down; `missing` names the inputs."""

    code = "CHECK_NOT_READY"
    bn = "পরীক্ষার আগে ওজন আর ত্রুটির তালিকা পূরণ করতে হবে।"
    en = "Record a weight and answer the list of defects before the check."

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing
        super().__init__(missing=missing)


class NotListable(DomainError):
    """Only an animal with a vet's clearance that still holds can be sold."""

    code = "ANIMAL_NOT_LISTABLE"
    bn = "পশু চিকিৎসকের চলতি ছাড়পত্র ছাড়া পশু বিক্রি করা যায় না। আগে ছাড়পত্র নিন।"
    en = "Only an animal with a vet's clearance in force can be sold. Get it checked first."

    def __init__(self, *, state: str, until: datetime | None) -> None:
        self.state = state
        self.until = until
        super().__init__(state=state, until=until.isoformat() if until else None)


class AlreadyListed(DomainError):
    """The animal is for sale already; an animal has one live listing."""

    code = "ALREADY_LISTED"
    bn = "এই পশু আগে থেকেই বিক্রির তালিকায় আছে।"
    en = "This animal is for sale already."

    def __init__(self, *, animal_id: int) -> None:
        self.animal_id = animal_id
        super().__init__(animal_id=animal_id)


class ResoldTooSoon(DomainError):
    """The animal was sold in this district lately; before `until` it needs its chain of owners."""

    code = "RESOLD_TOO_SOON"
    bn = (
        "এই পশু অল্প আগে এই জেলায় বিক্রি হয়েছে। "
        "{until} পর্যন্ত আবার বিক্রি করতে হলে আগের কেনার হিসাব দেখাতে হবে।"
    )
    en = "This animal was sold in this district lately. Until {until} it needs its chain of owners."

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(until=until.isoformat())

    def words_en(self) -> dict[str, Any]:
        """Write the time as people here read it."""
        return {"until": _day(self.until)}

    def words_bn(self) -> dict[str, Any]:
        """Write it in Bengali digits."""
        return {"until": _day(self.until).translate(BENGALI_DIGITS)}


class Bond(StrEnum):
    """What ties a person to an animal or a haat."""

    SELLER = "SELLER"
    CO_OWNER = "CO_OWNER"
    STAFF = "STAFF"


BOND_BN: Mapping[str, str] = {
    Bond.SELLER: "নিজের পশু নিজে কেনা বা নিজে ছাড়পত্র দেওয়া যায় না।",
    Bond.CO_OWNER: "যে পশুতে আপনার ভাগ আছে তা কেনা বা ছাড়পত্র দেওয়া যায় না।",
    Bond.STAFF: "এই হাটের কর্মকর্তা হিসেবে এখানকার পশু আপনি কিনতে পারবেন না।",
}
BOND_EN: Mapping[str, str] = {
    Bond.SELLER: "You can neither buy nor clear your own animal.",
    Bond.CO_OWNER: "You can neither buy nor clear an animal of which you own a part.",
    Bond.STAFF: "As an officer of this haat you may not buy here.",
}


class OwnAnimal(SaysWhy, DomainError):
    """The person stands too near the animal; `bond` says how."""

    code = "OWN_ANIMAL"
    bn = "{why}"
    en = "{why}"
    why_bn = BOND_BN
    why_en = BOND_EN

    def __init__(self, bond: Bond) -> None:
        self.bond = bond
        super().__init__(bond=bond)


class NotForSale(DomainError):
    """The listing is over or somebody else was first; `state` says where it stands."""

    code = "NOT_FOR_SALE"
    bn = "এই পশু এখন আর বিক্রির জন্য নেই।"
    en = "This animal is no longer for sale."

    def __init__(self, state: str) -> None:
        self.state = state
        super().__init__(state=state)


class SoldOtherwise(DomainError):
    """The animal is sold in another of the three ways; `kind` says in which."""

    code = "SOLD_OTHERWISE"
    bn = "এই পশু এভাবে বিক্রি হচ্ছে না।"
    en = "This animal is not sold in this way."

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(kind=kind)


class PriceChanged(SaysAmounts, DomainError):
    """The seller asks another price than the one the buyer saw."""

    code = "PRICE_CHANGED"
    bn = "দাম বদলে গেছে, এখন {price}।"
    en = "The price has changed; it is {price} now."
    field = "price"

    def __init__(self, price: Paisa) -> None:
        self.price = price
        super().__init__(price=price)


class OfferPending(DomainError):
    """One offer at a time between two people; one waits for its answer already."""

    code = "OFFER_PENDING"
    bn = "আগের প্রস্তাবের উত্তর এখনো বাকি।"
    en = "An offer is waiting for its answer already."


class OwnOffer(DomainError):
    """Only the side that did not make an offer may answer it; only its maker may withdraw it."""

    code = "OWN_OFFER"
    bn = "নিজের প্রস্তাবের উত্তর নিজে দেওয়া যায় না, আর অন্যের প্রস্তাব তুলে নেওয়া যায় না।"
    en = "Only the other side answers an offer, and only its maker withdraws it."


class OfferClosed(DomainError):
    """The offer was answered, withdrawn, or its time is over; `state` says which."""

    code = "OFFER_CLOSED"
    bn = "এই প্রস্তাব আর খোলা নেই।"
    en = "This offer is no longer open."

    def __init__(self, state: str) -> None:
        self.state = state
        super().__init__(state=state)


class BargainTooLong(DomainError):
    """After `longest` offers and counter-offers the answer is yes or no."""

    code = "BARGAIN_TOO_LONG"
    bn = "দর কষাকষি {longest} বারের বেশি চলে না। এবার মেনে নিন বা না বলুন।"
    en = "Bargaining ends after {longest} offers. Accept this one or reject it."

    def __init__(self, longest: int) -> None:
        self.longest = longest
        super().__init__(longest=longest)

    def words_bn(self) -> dict[str, Any]:
        """Write the number in Bengali digits."""
        return {"longest": str(self.longest).translate(BENGALI_DIGITS)}


class LotNotWithdrawn(DomainError):
    """The animal stands in an auction; take the lot out first."""

    code = "LOT_NOT_WITHDRAWN"
    bn = "পশুটি নিলামে আছে। আগে নিলাম থেকে তুলে নিন।"
    en = "The animal stands in an auction. Withdraw its lot first."


class AnimalPromised(DomainError):
    """Somebody has bought the animal; the deal must be settled first."""

    code = "ANIMAL_PROMISED"
    bn = "এই পশু একজন কিনেছেন। আগে সেই কেনাবেচার মীমাংসা করতে হবে।"
    en = "Somebody has bought this animal. Settle that deal first."


class NameNeeded(DomainError):
    """Whoever registers as a bidder gives a name on the profile first."""

    code = "NAME_NEEDED"
    bn = "হাটে নাম লেখাতে হলে আগে প্রোফাইলে আপনার নাম দিন।"
    en = "Write your name on your profile before you register at a haat."


class LotsStillRunning(DomainError):
    """A day of a haat ends after its last lot."""

    code = "LOTS_STILL_RUNNING"
    bn = "এখনো {count}টি ডাক চলছে। সেগুলো শেষ হলে হাট বন্ধ করা যাবে।"
    en = "{count} lots are still running. The day closes after the last one."
    retryable = True

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(count=count)

    def words_bn(self) -> dict[str, Any]:
        """Write the number in Bengali digits."""
        return {"count": str(self.count).translate(BENGALI_DIGITS)}


class HasilRuleAhead(DomainError):
    """A haat announces one change of its hasil at a time; `valid_from` says when that begins."""

    code = "HASIL_RULE_AHEAD"
    bn = "{valid_from} থেকে একটি হাসিল আগেই ঘোষণা করা আছে। সেটি চালু হওয়ার পর নতুনটি দিন।"
    en = "A hasil from {valid_from} is announced already. Set another once it has begun."
    field = "validFrom"

    def __init__(self, *, valid_from: datetime) -> None:
        self.valid_from = valid_from
        super().__init__(valid_from=valid_from.isoformat())

    def words_en(self) -> dict[str, Any]:
        """Write the time as people here read it."""
        return {"valid_from": _day(self.valid_from)}

    def words_bn(self) -> dict[str, Any]:
        """Write it in Bengali digits."""
        return {"valid_from": _day(self.valid_from).translate(BENGALI_DIGITS)}


class HandoverCodeWrong(DomainError):
    """The code is not the one that the buyer was shown; `left` tries remain, then officers help."""

    code = "HANDOVER_CODE_WRONG"
    bn = "ক্রেতার কোডটি মেলেনি। আর {left} বার চেষ্টা করা যাবে।"
    en = "This is not the buyer's code. {left} tries remain."
    field = "code"

    def __init__(self, *, left: int) -> None:
        super().__init__(left=left)
        self.left = left


class TagDoesNotMatch(DomainError):
    """The animal of the deal carries no such tag."""

    code = "TAG_DOES_NOT_MATCH"
    bn = "এই ট্যাগটি এই পশুর নয়।"
    en = "This tag is not the animal's."
    field = "tag"


class WeightNotAgreed(DomainError):
    """The animal weighs too much or too little for what it was offered as; both in grams."""

    code = "WEIGHT_NOT_AGREED"
    bn = "ঘোষিত {declared} কেজির জায়গায় ওজন {weighed} কেজি। ক্রেতা রাজি হলে তবেই বুঝিয়ে দিন।"
    en = "It weighs {weighed} kg instead of {declared}. The buyer has to agree first."
    field = "grams"

    def __init__(self, *, declared: int, weighed: int) -> None:
        self.declared, self.weighed = declared, weighed
        super().__init__(declared=declared, weighed=weighed)

    def words_en(self) -> dict[str, Any]:
        """Write the weights in kilograms."""
        return {"declared": f"{self.declared / 1_000:g}", "weighed": f"{self.weighed / 1_000:g}"}

    def words_bn(self) -> dict[str, Any]:
        """Write them in Bengali digits."""
        return {name: in_bengali_digits(kilos) for name, kilos in self.words_en().items()}


class NoShareLeft(DomainError):
    """All shares of a pool are taken; one that is not paid comes free again."""

    code = "NO_SHARE_LEFT"
    bn = "সব ভাগ নেওয়া হয়ে গেছে। কেউ টাকা না দিলে ভাগ আবার খালি হবে, একটু পরে দেখুন।"
    en = "All shares are taken. One that is not paid comes free again; look a little later."
    retryable = True


class NotOvercharged(DomainError):
    """No more was taken than the rule allows: `due` in paisa."""

    code = "NOT_OVERCHARGED"
    bn = "নিয়ম অনুযায়ী হাসিল {due}; এর বেশি নেওয়া হয়নি।"
    en = "By the rule {due} is due, and no more was taken."
    field = "taken"

    def __init__(self, *, due: Paisa) -> None:
        self.due = due
        super().__init__(due=due)

    def words_en(self) -> dict[str, Any]:
        """Write the sum as people group it."""
        return {"due": in_english(self.due)}

    def words_bn(self) -> dict[str, Any]:
        """Write it in Bengali digits."""
        return {"due": in_bengali(self.due)}


class DepositInUse(DomainError):
    """A bid leads, or a deal waits, on what the person has left at the haat."""

    code = "DEPOSIT_IN_USE"
    bn = "আপনি এই হাটে এগিয়ে আছেন বা কেনা বাকি আছে, তাই জামানত এখন ফেরত নেওয়া যাবে না।"
    en = "You lead a lot or owe for an animal at this haat, so the deposit stays for now."
