"""What the audit's entries say, in Bengali and English: each kind of deed, and what it was exactly.

What operators do for citizens may be of any kind; those without words of their own are called by
their context.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from hmk_graph.accounts.deeds import DEEDS


class Words(NamedTuple):
    """The same in both languages."""

    bn: str
    en: str


KINDS: Mapping[str, Words] = {
    "accounts.account_suspended": Words("অ্যাকাউন্ট স্থগিত", "Account suspended"),
    "accounts.account_restored": Words("অ্যাকাউন্ট আবার চালু", "Account restored"),
    "accounts.role_granted": Words("দায়িত্ব দেওয়া", "Role given"),
    "accounts.role_revoked": Words("দায়িত্ব ফিরিয়ে নেওয়া", "Role taken away"),
    "accounts.seller_decided": Words("বিক্রেতার আবেদনে সিদ্ধান্ত", "Seller decided about"),
    "accounts.assistance_opened": Words("নাগরিকের হয়ে কাজ শুরু", "Operator began to act for a citizen"),
    "accounts.assistance_ended": Words("নাগরিকের হয়ে কাজ শেষ", "Operator ended acting for a citizen"),
    "accounts.act_asked": Words("জোর করে কিছু করতে চাওয়া", "First word of two for something forced"),
    "accounts.act_seconded": Words("দ্বিতীয় কর্মকর্তার সম্মতি", "Second word: it was done"),
    "accounts.act_declined": Words("জোর করে করার কথা ফেরানো", "Something forced was declined"),
    "accounts.acted_for": Words("নাগরিকের হয়ে করা কাজ", "Done for a citizen"),
    "civic.audit_exported": Words("নিরীক্ষা খাতা নামানো", "Audit exported"),
    "civic.complaint_moved": Words("অভিযোগে ধাপ", "Step of a complaint"),
    "civic.target_set": Words("কর্মকর্তার মাসের লক্ষ্য", "Officer's target of a month"),
    "dispatch.driver_decided": Words("চালকের আবেদনে সিদ্ধান্ত", "Driver decided about"),
    "dispatch.trip_requested": Words("গাড়ি বা অ্যাম্বুলেন্স ডাকা", "Vehicle or ambulance called"),
    "dispatch.trip_canceled": Words("ডাকা গাড়ি বাতিল", "Called vehicle called off"),
    "haat.bidder_revealed": Words("ডাকদাতা কে, তা দেখা", "Looked who a bidder is"),
    "haat.bidder_banned": Words("নিলামে ডাকা বন্ধ", "Barred from bidding"),
    "haat.ban_lifted": Words("নিলামে ডাকার বাধা তোলা", "Bar from bidding lifted"),
    "haat.bids_voided": Words("নিলামের ডাক বাতিল", "Bids struck out"),
    "haat.lot_voided": Words("নিলাম বাতিল", "Lot voided"),
    "blood.blood_requested": Words("রক্তের অনুরোধ", "Blood asked for"),
    "blood.blood_request_closed": Words("রক্তের অনুরোধ বন্ধ", "Asking for blood ended"),
    "payments.set_aside_decided": Words("আলাদা রাখা টাকার সিদ্ধান্ত", "Set-aside money decided"),
    "orders.order_moved": Words("অর্ডারে ধাপ", "Step of an order"),
    "rentals.viewing_moved": Words("ঘর দেখার সময়", "Seeing a place to rent"),
    "services.booking_held": Words("সেবার সময় ধরা", "Time of a service held"),
    "services.booking_requested": Words("সেবা বুকিং", "Service booked"),
    "services.provider_decided": Words("সেবাদাতার আবেদনে সিদ্ধান্ত", "Provider decided about"),
    "services.serial_moved": Words("সিরিয়ালে ধাপ", "Step of a serial number"),
    "shops.shop_decided": Words("দোকানের আবেদনে সিদ্ধান্ত", "Shop decided about"),
}
CONTEXTS: Mapping[str, Words] = {
    "accounts": Words("মানুষ ও অ্যাকাউন্ট", "People and accounts"),
    "blood": Words("রক্ত", "Blood"),
    "civic": Words("অভিযোগ ও কর্মকর্তা", "Complaints and officers"),
    "dispatch": Words("গাড়ি ও অ্যাম্বুলেন্স", "Vehicles and ambulances"),
    "haat": Words("হাট", "Haat"),
    "media": Words("ছবি ও কাগজ", "Photos and papers"),
    "notifications": Words("বার্তা", "Messages"),
    "orders": Words("অর্ডার", "Orders"),
    "payments": Words("টাকা", "Money"),
    "rentals": Words("ভাড়া", "Rentals"),
    "services": Words("সেবা", "Services"),
    "shops": Words("দোকান", "Shops"),
}
OTHER = Words("অন্য কাজ", "Something else")
_DECISIONS: Mapping[str, Words] = {
    "VERIFY": Words("যাচাই করা হয়েছে", "verified"),
    "ASK_FOR_MORE": Words("আরও কাগজ চাওয়া হয়েছে", "asked for more"),
    "REJECT": Words("ফিরিয়ে দেওয়া হয়েছে", "rejected"),
    "SUSPEND": Words("স্থগিত", "suspended"),
    "RESTORE": Words("আবার চালু", "restored"),
    "TERMINATE": Words("চিরতরে বন্ধ", "ended for good"),
    "CLOSE": Words("চিরতরে বন্ধ", "ended for good"),
}
_STATES: Mapping[str, Words] = {
    "VERIFIED": _DECISIONS["VERIFY"],
    "NEEDS_INFO": _DECISIONS["ASK_FOR_MORE"],
    "REJECTED": _DECISIONS["REJECT"],
    "SUSPENDED": _DECISIONS["SUSPEND"],
    "TERMINATED": _DECISIONS["TERMINATE"],
}
_ROLES: Mapping[str, Words] = {
    "VERIFIED_SELLER": Words("যাচাই করা বিক্রেতা", "verified seller"),
    "OFFICER": Words("কর্মকর্তা", "officer"),
    "DISPATCHER": Words("অ্যাম্বুলেন্সের ডেস্ক", "ambulance desk"),
    "OPERATOR": Words("ডিজিটাল সেন্টারের উদ্যোক্তা", "operator of a digital center"),
    "ADMINISTRATOR": Words("প্রশাসক", "administrator"),
}
_ENDS: Mapping[str, Words] = {
    "OPERATOR": Words("উদ্যোক্তা শেষ করেছেন", "the operator ended it"),
    "REVOKED": Words("নাগরিক শেষ করেছেন", "the citizen ended it"),
    "TIME": Words("সময় শেষ", "its time was over"),
    "SUSPENDED": Words("অ্যাকাউন্ট স্থগিত", "the account was suspended"),
    "RIGHT_LOST": Words("উদ্যোক্তার দায়িত্ব নেই", "the operator lost the right"),
}
_ACTS: Mapping[str, Words] = {
    "END_SHOP": Words("দোকান চিরতরে বন্ধ", "a shop ended for good"),
    "DECIDE_DEAL": Words("কেনাবেচার আপত্তির নিষ্পত্তি", "a dispute about a deal"),
    "CALL_OFF_POOL": Words("ভাগের পশু বাতিল, টাকা ফেরত", "a shared animal called off"),
    "FAIL_PAYOUT": Words("পাঠানো টাকা পৌঁছায়নি", "a payout that did not arrive"),
    "CANCEL_PAYOUT": Words("পাঠানোর টাকা ফিরিয়ে নেওয়া", "a payout taken back"),
    "DECIDE_BOOKING": Words("বুকিংয়ের আপত্তির নিষ্পত্তি", "a dispute about a booking"),
    "CANCEL_BOOKING": Words("বুকিং বাতিল, টাকা ফেরত", "a paid booking called off"),
    "CANCEL_ORDER": Words("অর্ডার বাতিল, টাকা ফেরত", "a paid order called off"),
    "DECIDE_DEDUCTION": Words("অগ্রিমের দাবির নিষ্পত্তি", "a dispute about an advance"),
}
_CHOICES: Mapping[str, Words] = {
    "TAKE": Words("টাকা গণ্য হবে", "the money counts"),
    "GIVE_BACK": Words("টাকা ফেরত যাবে", "the money goes back"),
}
_OPERATIONS: Mapping[str, Words] = {name: Words(deed.bn, deed.en) for name, deed in DEEDS.items()}
# Of an entry's facts the first that has words; what it was is said by them.
_FACTS: tuple[tuple[str, Mapping[str, Words]], ...] = (
    ("act", _ACTS),
    ("decision", _DECISIONS),
    ("choice", _CHOICES),
    ("operation", _OPERATIONS),
    ("role", _ROLES),
    ("because", _ENDS),
    ("state", _STATES),
)


def words_of(kind: str) -> Words:
    """Return what a kind of entry is called."""
    return KINDS.get(kind) or CONTEXTS.get(kind.partition(".")[0], OTHER)


def exactly(facts: Mapping[str, Any]) -> Words | None:
    """Return what it was exactly, by an entry's facts; None: its kind says all."""
    for name, known in _FACTS:
        if facts.get(name) in known:
            return known[facts[name]]
    return None
