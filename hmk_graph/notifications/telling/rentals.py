"""What happens to what is let, and who is told."""

from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Told, nobody
from hmk_graph.rentals import queries

TOPIC = Topic.BOOKINGS
AGREEMENT = ("RentalAgreement", "agreement_id")
UNIT = ("RentalUnit", "unit_id")
BOTH = "rentals.your_agreement_moved tells both sides"

ROWS: Rows = {
    **dict.fromkeys(
        (
            "rentals.agreement_moved",
            "rentals.keys_moved",
            "rentals.rent_due",
            "rentals.rent_paid",
            "rentals.deductions_moved",
            "rentals.advance_settled",
        ),
        nobody(BOTH),
    ),
    "rentals.your_agreement_moved": (
        Told(
            role="PARTY",
            topic=TOPIC,
            about=AGREEMENT,
            when={"what": ("RENT_DUE",)},
            bn="এই মাসের ভাড়া দেওয়ার সময় হয়েছে। অ্যাপে দেখুন।",
            en="This month's rent is due. See the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            about=AGREEMENT,
            when={"what": ("RENT_PAID",)},
            bn="ভাড়া পরিশোধ হয়েছে।",
            en="A month's rent was paid.",
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            about=AGREEMENT,
            when={"what": ("SETTLED",)},
            bn="ভাড়ার অগ্রিমের হিসাব শেষ হয়েছে। অ্যাপে দেখুন।",
            en="The advance of a tenancy was settled. See the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            about=AGREEMENT,
            bn="আপনার ভাড়ার চুক্তিতে নতুন খবর আছে। অ্যাপে দেখুন।",
            en="There is news about your tenancy. See the app.",
            urgency=Urgency.IMPORTANT,
            grouped=True,
        ),
    ),
    "rentals.unit_asked": (
        Told(
            role="LANDLORD",
            topic=TOPIC,
            about=UNIT,
            until="hidden_by",
            bn="আপনার ভাড়ার বিজ্ঞাপনটি কি এখনো খালি? {hidden_by:moment}-এর আগে অ্যাপে জানান।",
            en="Is what you let still to be had? Say so before {hidden_by:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "rentals.unit_moved": (
        Told(
            role="LANDLORD",
            topic=TOPIC,
            about=UNIT,
            when={"state": ("STALE",)},
            bn="আপনার ভাড়ার বিজ্ঞাপন এখন দেখা যাচ্ছে না। নিশ্চিত করলে আবার দেখা যাবে।",
            en="Your rental is hidden now. Confirm it, and it shows again.",
        ),
        Nobody(role="LANDLORD", why="the other steps are the landlord's own, or told with them"),
    ),
    "rentals.viewing_moved": (
        Told(
            role="PARTY",
            topic=TOPIC,
            when={"state": ("REQUESTED",)},
            bn="একজন {starts_at:moment}-এ দেখতে আসতে চান। অ্যাপে উত্তর দিন।",
            en="Somebody would like to come and see it on {starts_at:moment}. Answer in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            when={"state": ("CONFIRMED",)},
            bn="{starts_at:moment}-এ দেখতে যাওয়া ঠিক হয়েছে। ঠিকানা অ্যাপে।",
            en="The visit on {starts_at:moment} is fixed. The address is in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            when={"state": ("DECLINED", "CANCELLED", "EXPIRED")},
            bn="{starts_at:moment}-এ দেখতে যাওয়া হচ্ছে না।",
            en="The visit on {starts_at:moment} is off.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="PARTY", why="both of them were there"),
    ),
    "rentals.hire_moved": (
        Told(
            role="PARTY",
            topic=TOPIC,
            when={"state": ("REQUESTED",)},
            bn="একজন আপনার গাড়ি ভাড়া নিতে চান। অ্যাপে উত্তর দিন।",
            en="Somebody would like to hire your vehicle. Answer in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            when={"state": ("CONFIRMED",)},
            bn="গাড়ি ভাড়া নিশ্চিত হয়েছে। অ্যাপে দেখুন।",
            en="The hire of the vehicle is confirmed. See the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=TOPIC,
            when={"state": ("DECLINED", "CANCELLED", "EXPIRED")},
            bn="গাড়ি ভাড়া হচ্ছে না।",
            en="The hire of the vehicle is off.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="PARTY", why="the vehicle is back, as both saw"),
    ),
}
GUARDS = {"RentalAgreement": queries.visible_agreement, "RentalUnit": queries.visible_unit}
