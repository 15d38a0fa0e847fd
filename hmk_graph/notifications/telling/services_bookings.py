"""What happens to providers, bookings and sittings, and who is told."""

from collections.abc import Sequence

from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Payload, Rows, Told, nobody
from hmk_graph.services import booking_queries, queries
from hmk_graph.services.booking_models import Booking
from hmk_graph.services.models import Provider

TOPIC = Topic.BOOKINGS
BOOKING = ("Booking", "booking_id")
SERVICE = ("Service", "service_id")
BY_STATE = "services.your_booking_moved and services.desk_changed tell both sides where it stands"


async def the_provider(payload: Payload) -> Sequence[int]:
    """Return whose account a provider is."""
    found = await Provider.filter(id=payload["provider_id"]).values("account_id")
    return [row["account_id"] for row in found]


async def the_citizen(payload: Payload) -> Sequence[int]:
    """Return who booked."""
    found = await Booking.filter(id=payload["booking_id"]).values("citizen_id")
    return [row["citizen_id"] for row in found]


async def the_desk(payload: Payload) -> Sequence[int]:
    """Return with whom was booked."""
    found = await Booking.filter(id=payload["booking_id"]).values(account="provider__account_id")
    return [row["account"] for row in found]


ROWS: Rows = {
    "services.provider_decided": (
        Told(
            role="PROVIDER",
            topic=Topic.ACCOUNT,
            to=the_provider,
            when={"state": ("VERIFIED",)},
            bn="সেবাদাতা হিসেবে আপনি যাচাই হয়েছেন। এখন মানুষ আপনাকে খুঁজে পাবে।",
            en="You are verified as a provider. People can find you now.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PROVIDER",
            topic=Topic.ACCOUNT,
            to=the_provider,
            bn="সেবাদাতা হিসেবে আপনার বিষয়ে সিদ্ধান্ত হয়েছে: {reason}",
            en="There is a decision about you as a provider: {reason}",
        ),
    ),
    "services.service_moved": (
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_provider,
            about=SERVICE,
            when={"state": ("ACTIVE",)},
            bn="আপনার সেবাটি এখন সবাই দেখতে পাচ্ছে।",
            en="Everybody can see your service now.",
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_provider,
            about=SERVICE,
            when={"state": ("REJECTED", "STALE")},
            bn="আপনার একটি সেবা এখন দেখা যাচ্ছে না। কারণ অ্যাপে দেখুন।",
            en="A service of yours is hidden now. The app says why.",
        ),
        Nobody(role="PROVIDER", why="the other steps are his own"),
    ),
    "services.service_asked": (
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_provider,
            about=SERVICE,
            until="hidden_by",
            bn="আপনার সেবার দাম ও সময় কি এখনো ঠিক আছে? {hidden_by:moment}-এর আগে অ্যাপে জানান।",
            en="Are your service's prices and hours still right? Say so before {hidden_by:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "services.desk_described": nobody("the provider's own words"),
    "services.availability_changed": nobody("it is told to open lists alone"),
    "services.desk_changed": (
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_provider,
            about=BOOKING,
            when={"state": ("REQUESTED",)},
            bn="নতুন বুকিংয়ের অনুরোধ: {starts_at:moment}। অ্যাপে হ্যাঁ বা না বলুন।",
            en="Somebody asks for {starts_at:moment}. Answer in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_provider,
            about=BOOKING,
            when={"state": ("CANCELLED",)},
            bn="{starts_at:moment}-এর বুকিং বাতিল হয়েছে।",
            en="The booking for {starts_at:moment} was called off.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_provider,
            about=BOOKING,
            when={"state": ("DISPUTED", "REFUNDED", "CLOSED", "CONFIRMED")},
            bn="{starts_at:moment}-এর বুকিংয়ে নতুন খবর আছে।",
            en="There is news about the booking for {starts_at:moment}.",
            grouped=True,
        ),
        Nobody(role="PROVIDER", why="the other steps are his own, or bind him to nothing"),
    ),
    **dict.fromkeys(
        (
            "services.booking_held",
            "services.booking_requested",
            "services.booking_confirmed",
            "services.booking_declined",
            "services.booking_expired",
            "services.booking_cancelled",
            "services.booking_started",
            "services.booking_done",
            "services.booking_closed",
            "services.dispute_decided",
        ),
        nobody(BY_STATE),
    ),
    "services.booking_rescheduled": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            to=the_citizen,
            about=BOOKING,
            bn="আপনার বুকিং সরে {starts_at:moment}-এ গেছে।",
            en="Your booking moved to {starts_at:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_desk,
            about=BOOKING,
            bn="একটি বুকিং সরে {starts_at:moment}-এ গেছে।",
            en="A booking moved to {starts_at:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "services.no_show_reported": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            to=the_citizen,
            about=BOOKING,
            when={"absent": ("CITIZEN",)},
            until="contest_by",
            bn="বলা হয়েছে আপনি আসেননি। ঠিক না হলে {contest_by:moment}-এর মধ্যে জানান।",
            en="You are said not to have come. If that is wrong, say so by {contest_by:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_desk,
            about=BOOKING,
            when={"absent": ("PROVIDER",)},
            until="contest_by",
            bn="বলা হয়েছে আপনি যাননি। ঠিক না হলে {contest_by:moment}-এর মধ্যে জানান।",
            en="You are said not to have come. If that is wrong, say so by {contest_by:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="CITIZEN", why="he reported it himself"),
        Nobody(role="PROVIDER", why="he reported it himself"),
    ),
    "services.booking_disputed": nobody(BY_STATE),
    "services.quote_moved": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            to=the_citizen,
            about=BOOKING,
            when={"quote_state": ("SENT",)},
            until="expires_at",
            bn="কাজের দর এসেছে: {total:taka}। রাজি কি না অ্যাপে জানান।",
            en="A price for the work came: {total:taka}. Answer in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_desk,
            about=BOOKING,
            when={"quote_state": ("ACCEPTED",)},
            bn="আপনার দর {total:taka} মেনে নেওয়া হয়েছে।",
            en="Your price of {total:taka} was accepted.",
        ),
        Told(
            role="PROVIDER",
            topic=TOPIC,
            to=the_desk,
            about=BOOKING,
            when={"quote_state": ("REJECTED", "EXPIRED")},
            bn="আপনার দর {total:taka} মানা হয়নি।",
            en="Your price of {total:taka} was not accepted.",
        ),
        Nobody(role="CITIZEN", why="he answered it himself, or a newer one replaced it"),
        Nobody(role="PROVIDER", why="he wrote it himself"),
    ),
    "services.sitting_moved": nobody("those with a number are told by events of their own"),
    "services.serial_moved": nobody("the public board; services.your_turn_nears tells the person"),
    "services.your_booking_moved": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=BOOKING,
            when={"state": ("CONFIRMED",)},
            bn="আপনার বুকিং নিশ্চিত হয়েছে: {starts_at:moment}।",
            en="Your booking is confirmed: {starts_at:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=BOOKING,
            when={"state": ("DECLINED", "EXPIRED")},
            bn="{starts_at:moment}-এর বুকিং হয়নি। কাছের অন্য সেবাদাতা অ্যাপে দেখুন।",
            en="The booking for {starts_at:moment} failed. The app shows others nearby.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=BOOKING,
            when={"state": ("CANCELLED",)},
            bn="{starts_at:moment}-এর বুকিং বাতিল হয়েছে।",
            en="The booking for {starts_at:moment} was called off.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=BOOKING,
            when={"state": ("DONE",)},
            bn="কাজ শেষ বলে জানানো হয়েছে। ঠিক থাকলে নিশ্চিত করুন, না হলে আপত্তি জানান।",
            en="The work is said to be done. Confirm it, or object.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=BOOKING,
            when={"state": ("DISPUTED", "REFUNDED", "CLOSED")},
            bn="আপনার বুকিংয়ে নতুন খবর আছে।",
            en="There is news about your booking.",
            grouped=True,
        ),
        Nobody(role="CITIZEN", why="the other steps are his own, or happen before his eyes"),
    ),
    "services.your_slot_fell": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=("Service", "service_id"),
            until="starts_at",
            bn="আপনার চাওয়া সময় খালি হয়েছে: {starts_at:moment}। যিনি আগে ধরবেন, তাঁর।",
            en="A time you wanted is free: {starts_at:moment}. Who holds it first has it.",
            urgency=Urgency.URGENT,
        ),
    ),
    "services.your_turn_nears": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=("Sitting", "sitting_id"),
            when={"ahead": (0,)},
            bn="আপনার সিরিয়াল {number}: এখন আপনার পালা।",
            en="Number {number}: it is your turn now.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=("Sitting", "sitting_id"),
            grouped=True,
            bn="আপনার সিরিয়াল {number}: আপনার আগে আর {ahead} জন।",
            en="Number {number}: {ahead} before you.",
            urgency=Urgency.URGENT,
        ),
    ),
    "services.your_sitting_ended": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            about=("Sitting", "sitting_id"),
            bn="যেখানে আপনার সিরিয়াল {number} ছিল, সেটি আজ শেষ বা বাতিল হয়েছে।",
            en="Where you had number {number} it is over for today, or called off.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "services.review_received": (
        Told(
            role="CITIZEN",
            topic=TOPIC,
            bn="আপনাকে নিয়ে একটি মতামত এসেছে। অ্যাপে পড়ুন।",
            en="Somebody has reviewed you. Read it in the app.",
            urgency=Urgency.QUIET,
        ),
    ),
}


async def sitting(_viewer_id: int, sitting_id: int) -> object:
    """Return a sitting, which is public."""
    return await booking_queries.visible_sitting(sitting_id)


GUARDS = {
    "Booking": booking_queries.visible_booking,
    "Service": queries.visible_service,
    "Sitting": sitting,
}
