"""What happens to requests for blood, and who is told. Blood is asked for at night, too."""

from hmk_graph.blood import queries
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Told, nobody

TOPIC = Topic.BLOOD
ABOUT = ("BloodRequest", "request_id")
OWN_STREAM = "donors and requester are told by events on their own streams"

ROWS: Rows = {
    "blood.blood_requested": nobody("the nearest donors are asked by blood.invited_to_give"),
    "blood.donors_invited": nobody(OWN_STREAM),
    "blood.no_donor_left": nobody("blood.your_request_moved says what the requester can do"),
    "blood.donation_offer_moved": nobody(OWN_STREAM),
    "blood.blood_request_closed": nobody(OWN_STREAM),
    "blood.invited_to_give": (
        Told(
            role="DONOR",
            topic=TOPIC,
            about=ABOUT,
            until="needed_by",
            bn="কাছেই একজন রোগীর রক্ত দরকার, {needed_by:moment}-এর মধ্যে। দিতে পারবেন? অ্যাপে জানান।",
            en="A patient nearby needs blood by {needed_by:moment}. Can you give? Say in the app.",
            urgency=Urgency.URGENT,
        ),
    ),
    "blood.your_donation_moved": (
        Told(
            role="DONOR",
            topic=TOPIC,
            about=ABOUT,
            when={"offer_state": ("CONFIRMED",)},
            bn="রোগীর পক্ষ আপনাকে বেছে নিয়েছে। অ্যাপে ফোন নম্বর দেখে যোগাযোগ করুন।",
            en="The patient's side has chosen you. Their phone number is in the app.",
            urgency=Urgency.URGENT,
        ),
        Told(
            role="DONOR",
            topic=TOPIC,
            about=ABOUT,
            when={"offer_state": ("DONATED",)},
            bn="আপনার রক্তদান লেখা হয়েছে। একটি জীবন বাঁচাতে সাহায্য করলেন, ধন্যবাদ।",
            en="Your gift of blood was written down. You helped to save a life. Thank you.",
        ),
        Told(
            role="DONOR",
            topic=TOPIC,
            when={"offer_state": ("NOT_NEEDED", "DEFERRED")},
            bn="এবার আপনাকে আর রক্ত দিতে হবে না। এগিয়ে আসার জন্য ধন্যবাদ।",
            en="You need not give this time. Thank you for coming forward.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="DONOR", why="the other steps are the donor's own"),
    ),
    "blood.your_request_moved": (
        Told(
            role="REQUESTER",
            topic=TOPIC,
            about=ABOUT,
            bn="আপনার রক্তের আবেদনে নতুন খবর আছে। অ্যাপে দেখুন।",
            en="There is news about your request for blood. See the app.",
            urgency=Urgency.URGENT,
            grouped=True,
        ),
    ),
}
GUARDS = {"BloodRequest": queries.visible_request}
