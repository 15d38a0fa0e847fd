"""What goes back, in the sender's language; one message of two parts at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hmk_graph import bengali, money

# Two parts of a message: 67 letters each in Bengali, 153 in the alphabet of GSM (3GPP TS 23.038).
LONGEST_BN, LONGEST_EN = 134, 306
SHAPES_BN: Mapping[str | None, str] = {
    "price": "লিখুন: দাম ইলেকট্রিশিয়ান নিয়ামতপুর",
    "blood": "লিখুন: রক্ত বি+ ২ করিমগঞ্জ হাসপাতাল, ওয়ার্ড ৩",
    "ambulance": "লিখুন: অ্যাম্বুলেন্স নিয়ামতপুর করিমগঞ্জ, বাড়ির ঠিকানা। জরুরি হলে ৯৯৯ নম্বরে ফোন করুন।",
    "bid": "লিখুন: ডাক লট-নম্বর টাকা। যেমন: ডাক ১০২৪ ৮৫০০০",
    None: "লিখুন: দাম সেবা ইউনিয়ন | রক্ত বি+ ২ জায়গা | অ্যাম্বুলেন্স জায়গা | ডাক লট-নম্বর টাকা। জরুরি হলে ৯৯৯।",
}
SHAPES_EN: Mapping[str | None, str] = {
    "price": "Write: price electrician niamatpur",
    "blood": "Write: blood B+ 2 karimganj hospital, ward 3",
    "ambulance": "Write: ambulance niamatpur karimganj, how to find you."
    " In danger of life call 999.",
    "bid": "Write: bid LOT TAKA, for example: bid 1024 85000",
    None: "Write: price SERVICE UNION | blood B+ 2 PLACE | ambulance PLACE | bid LOT TAKA."
    " In danger of life call 999.",
}
# For what a price is (service_categories.json, animals).
UNITS: Mapping[str, tuple[str, str]] = {
    "visit": ("প্রতিবার", "a visit"),
    "hour": ("ঘণ্টা", "an hour"),
    "day": ("দিন", "a day"),
    "half_day": ("আধা দিন", "half a day"),
    "month": ("মাস", "a month"),
    "job": ("কাজ", "a job"),
    "service": ("সেবা", "a service"),
    "item": ("প্রতিটি", "an item"),
    "animal": ("পশু", "an animal"),
    "head": ("পশু", "a head"),
    "trip": ("যাত্রা", "a trip"),
    "km": ("কিমি", "a km"),
    "square_foot": ("বর্গফুট", "a square foot"),
}


@dataclass(frozen=True, kw_only=True)
class Reply:
    """An answer in both languages."""

    bn: str
    en: str

    def said(self, *, in_bengali: bool) -> str:
        """Return it in one language, no longer than two parts of a message."""
        text = self.bn if in_bengali else self.en.replace("৳", "Tk ")
        longest = LONGEST_EN if text.isascii() else LONGEST_BN
        return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def shape(verb: str | None) -> Reply:
    """Return how something is to be written."""
    return Reply(bn=SHAPES_BN[verb], en=SHAPES_EN[verb])


def register(site: str) -> Reply:
    """Return what a phone is told that nobody has registered."""
    return Reply(
        bn=f"এই নম্বরে কেউ নিবন্ধিত নন। {site} এ এই নম্বর দিয়ে ঢুকুন, তারপর লিখুন। জরুরি হলে ৯৯৯।",
        en=f"Nobody is registered with this number. Sign in with it at {site}, then write again."
        " In danger of life call 999.",
    )


def enough() -> Reply:
    """Return what is told to who writes too much in one day; only once."""
    return Reply(
        bn="আজ অনেক বার্তা পাঠিয়েছেন। কাল আবার লিখুন। জরুরি হলে ৯৯৯ নম্বরে ফোন করুন।",
        en="You have sent many messages today. Write again tomorrow. In danger of life call 999.",
    )


def given_up() -> Reply:
    """Return what is told when we are at fault."""
    return Reply(
        bn="আমাদের ত্রুটিতে কাজটি করা গেল না। পরে আবার লিখুন। জরুরি হলে ৯৯৯ নম্বরে ফোন করুন।",
        en="By our fault this could not be done. Write again later. In danger of life call 999.",
    )


def amount(paisa: int) -> Reply:
    """Return money in both languages."""
    return Reply(bn=money.in_bengali(paisa), en=money.in_english(paisa))


def number(value: int) -> Reply:
    """Return a number in both languages."""
    return Reply(bn=bengali.in_bengali_digits(str(value)), en=str(value))


def unit(slug: str) -> Reply:
    """Return for what a price is; the slug itself if nobody gave it a word."""
    bn, en = UNITS.get(slug, (slug, slug))
    return Reply(bn=bn, en=en)
