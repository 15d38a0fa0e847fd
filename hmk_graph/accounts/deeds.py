"""What an operator may do for a citizen, in the words in which the citizen is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """A command in both languages; `is_told`: the citizen gets a message of its own."""

    bn: str
    en: str
    is_told: bool = True


# By the mutation's name.
DEEDS: Mapping[str, Words] = {
    "holdBooking": Words(bn="সেবার সময় ধরা", en="holding a time of a service", is_told=False),
    "requestBooking": Words(bn="সেবা বুকিং", en="booking a service"),
    "waitForSlot": Words(bn="খালি সময়ের অপেক্ষায় নাম", en="waiting for a free time"),
    "takeSerial": Words(bn="সিরিয়াল নেওয়া", en="taking a serial number"),
    "requestBlood": Words(bn="রক্তের অনুরোধ", en="asking for blood"),
    "cancelBloodRequest": Words(bn="রক্তের অনুরোধ বাতিল", en="calling off the asking for blood"),
    "quoteTrip": Words(bn="ভাড়া জানা", en="asking for a fare", is_told=False),
    "requestTrip": Words(bn="গাড়ি বা অ্যাম্বুলেন্স ডাকা", en="calling a vehicle or an ambulance"),
    "cancelTrip": Words(bn="ডাকা গাড়ি বাতিল", en="calling off the vehicle"),
    "requestViewing": Words(bn="ভাড়ার ঘর দেখার সময়", en="asking to see a place to rent"),
    "lodgeComplaint": Words(bn="অভিযোগ জানানো", en="lodging a complaint"),
    "putInCart": Words(bn="ঝুড়িতে পণ্য", en="putting goods into the cart", is_told=False),
    "agreeToPrices": Words(bn="ঝুড়ির দামে সম্মতি", en="agreeing to prices", is_told=False),
    "checkOut": Words(bn="পণ্যের অর্ডার", en="ordering goods"),
    "registerAnimal": Words(bn="পশু নিবন্ধন", en="registering an animal"),
}
