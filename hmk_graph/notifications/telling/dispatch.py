"""What happens to trips, drivers and the desk, and who is told."""

from collections.abc import Sequence

from hmk_graph.dispatch import queries
from hmk_graph.dispatch.models import Driver
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Payload, Rows, Told, nobody

TOPIC = Topic.TRIPS
TRIP = ("Trip", "trip_id")
OWN_STREAM = "rider, driver and desk are told by events on their own streams"
ON_THE_SCREEN = "offers live for seconds: they ring on the driver's open screen"


async def the_driver(payload: Payload) -> Sequence[int]:
    """Return whose account a driver is."""
    found = await Driver.filter(id=payload["driver_id"]).values("account_id")
    return [row["account_id"] for row in found]


ROWS: Rows = {
    **dict.fromkeys(
        (
            "dispatch.trip_requested",
            "dispatch.trip_confirmed",
            "dispatch.search_began",
            "dispatch.drivers_asked",
            "dispatch.trip_assigned",
            "dispatch.driver_set_out",
            "dispatch.driver_arrived",
            "dispatch.trip_started",
            "dispatch.trip_completed",
            "dispatch.trip_canceled",
            "dispatch.trip_reallocated",
            "dispatch.no_driver_found",
            "dispatch.trip_escalated",
            "dispatch.alarm_repeated",
        ),
        nobody(OWN_STREAM),
    ),
    "dispatch.cargo_picked_up": nobody("whoever owns what is carried tells it in his own words"),
    "dispatch.cargo_handed_over": nobody("whoever owns what is carried tells it in his own words"),
    "dispatch.offer_made": nobody(ON_THE_SCREEN),
    "dispatch.offer_ended": nobody(ON_THE_SCREEN),
    "dispatch.trip_left": (
        Told(
            role="DRIVER",
            topic=TOPIC,
            to=the_driver,
            when={"state": ("CANCELLED",)},
            bn="আপনার একটি যাত্রা বাতিল হয়েছে।",
            en="A trip of yours was called off.",
            urgency=Urgency.URGENT,
        ),
        Nobody(role="DRIVER", why="he ended it himself, or the desk spoke with him"),
    ),
    "dispatch.trip_given": (
        Told(
            role="DRIVER",
            topic=TOPIC,
            to=the_driver,
            about=TRIP,
            bn="নিয়ন্ত্রণকক্ষ আপনাকে একটি যাত্রা দিয়েছে। অ্যাপে ঠিকানা দেখুন।",
            en="The desk gave you a trip. The address is in the app.",
            urgency=Urgency.URGENT,
        ),
    ),
    "dispatch.driver_asked": (
        Told(
            role="DRIVER",
            topic=TOPIC,
            to=the_driver,
            about=TRIP,
            until="answer_by",
            bn="আপনার অবস্থান পাওয়া যাচ্ছে না। যাত্রীর কাছে যাচ্ছেন কি? অ্যাপ খুলুন।",
            en="Your position is missing. Are you on the way to the rider? Open the app.",
            urgency=Urgency.URGENT,
        ),
    ),
    "dispatch.driver_decided": (
        Told(
            role="DRIVER",
            topic=Topic.ACCOUNT,
            to=the_driver,
            when={"state": ("VERIFIED",)},
            bn="চালক হিসেবে আপনার আবেদন মঞ্জুর হয়েছে। এখন কাজ শুরু করতে পারেন।",
            en="You were accepted as a driver. You can begin to work.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="DRIVER",
            topic=Topic.ACCOUNT,
            to=the_driver,
            bn="চালক হিসেবে আপনার আবেদনে সিদ্ধান্ত হয়েছে। অ্যাপে দেখুন।",
            en="There is a decision about you as a driver. See the app.",
        ),
    ),
    "dispatch.vehicle_decided": (
        Told(
            role="DRIVER",
            topic=Topic.ACCOUNT,
            to=the_driver,
            bn="আপনার গাড়ির কাগজে সিদ্ধান্ত হয়েছে। অ্যাপে দেখুন।",
            en="There is a decision about your vehicle. See the app.",
        ),
    ),
    "dispatch.duty_changed": nobody("the driver's own switch"),
    "dispatch.desk_alarmed": nobody("dispatch.duty_called calls each person on duty"),
    "dispatch.desk_asked": nobody("it stands on the desk's screen until it is answered"),
    "dispatch.desk_cleared": nobody("it leaves the desk's screen"),
    "dispatch.your_trip_moved": (
        Told(
            role="RIDER",
            topic=TOPIC,
            about=TRIP,
            when={"state": ("ASSIGNED",)},
            bn="গাড়ি পাওয়া গেছে। চালক ও গাড়ির নম্বর অ্যাপে দেখুন।",
            en="A vehicle was found. Driver and number plate are in the app.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="RIDER",
            topic=TOPIC,
            about=TRIP,
            when={"state": ("ARRIVED",)},
            bn="গাড়ি আপনার কাছে এসে গেছে।",
            en="The vehicle has arrived at your place.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="RIDER",
            topic=TOPIC,
            about=TRIP,
            when={"state": ("NO_DRIVER",)},
            bn="এখন কোনো গাড়ি পাওয়া যায়নি। একটু পরে আবার চেষ্টা করুন।",
            en="No vehicle was found now. Try again in a while.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="RIDER",
            topic=TOPIC,
            about=TRIP,
            when={"state": ("AT_DESK",)},
            bn="গাড়ি পাঠানোর আগে নিয়ন্ত্রণকক্ষ আপনাকে ফোন করবে। ফোন ধরুন।",
            en="The desk will call you before it sends a vehicle. Please answer.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="RIDER",
            topic=TOPIC,
            about=TRIP,
            when={"state": ("ESCALATED",)},
            bn="আপনার জন্য অ্যাম্বুলেন্স খোঁজা হচ্ছে, নিয়ন্ত্রণকক্ষ আপনাকে ফোন করবে। জরুরি হলে ৯৯৯।",
            en="The desk is looking for your ambulance and will call you. In need, call 999.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="RIDER",
            topic=TOPIC,
            about=TRIP,
            when={"state": ("CANCELLED",)},
            bn="আপনার যাত্রা বাতিল হয়েছে।",
            en="Your trip was called off.",
            urgency=Urgency.URGENT,
        ),
        Nobody(role="RIDER", why="he sits in it, asked for it, or watches it come"),
    ),
    "dispatch.duty_called": (
        Told(
            role="DISPATCHER",
            topic=TOPIC,
            about=TRIP,
            grouped=True,
            bn="একটি অ্যাম্বুলেন্সের ডাকে কেউ সাড়া দেয়নি। এখনই ডেস্কে দেখুন।",
            en="Nobody has answered a call for an ambulance. Look at the desk now.",
            urgency=Urgency.URGENT,
        ),
    ),
}
GUARDS = {"Trip": queries.visible_trip}
