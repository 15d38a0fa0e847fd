"""What happens to complaints, and who is told: the citizen of each step that is not his own."""

from hmk_graph.civic import queries
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Rows, Told, nobody

ABOUT = ("Complaint", "complaint_id")
# State to what its author reads, in Bengali and English.
SAID = {
    "ASSIGNED": (
        "আপনার অভিযোগ একজন কর্মকর্তা নিয়েছেন।",
        "An officer has taken your complaint.",
    ),
    "IN_PROGRESS": (
        "আপনার অভিযোগের কাজ শুরু হয়েছে।",
        "Work on your complaint has begun.",
    ),
    "WAITING_CITIZEN": (
        "আপনার অভিযোগ নিয়ে কর্মকর্তা কিছু জানতে চান। অ্যাপে উত্তর দিন।",
        "An officer asks something about your complaint. Answer in the app.",
    ),
    "ESCALATED": (
        "সময়ে কাজ হয়নি: আপনার অভিযোগ ওপরের কর্মকর্তার কাছে গেছে।",
        "It was not done in time: your complaint went to the officers above.",
    ),
    "RESOLVED": (
        "আপনার অভিযোগের উত্তর এসেছে। ঠিক হয়েছে কি না ৭ দিনের মধ্যে অ্যাপে জানান।",
        "Your complaint was answered. Say in the app within 7 days whether it is mended.",
    ),
    "REJECTED": (
        "আপনার অভিযোগ গ্রহণ করা হয়নি। কারণ অ্যাপে দেখুন; ১৫ দিনের মধ্যে আবার খোলা যায়।",
        "Your complaint was rejected. The reason is in the app; reopen it within 15 days.",
    ),
    "CLOSED": (
        "আপনি কিছু না জানানোয় অভিযোগটি বন্ধ হয়েছে।",
        "Your complaint was closed, because you said nothing.",
    ),
}

ROWS: Rows = {
    "civic.target_set": (
        Told(
            role="OFFICER",
            topic=Topic.ACCOUNT,
            bn="আপনার জন্য মাসের লক্ষ্য ঠিক করা হয়েছে। কর্মকর্তার পাতায় দেখুন।",
            en="A target for a month was set for you. See it on the officers' page.",
        ),
    ),
    "civic.audit_exported": nobody("he did it himself, and the audit keeps it"),
    "civic.complaint_moved": nobody("its author is told by civic.your_complaint_moved"),
    "civic.your_complaint_moved": tuple(
        Told(
            role="AUTHOR",
            topic=Topic.ACCOUNT,
            about=ABOUT,
            when={"state": (state,)} if state != "CLOSED" else {},
            bn=bn,
            en=en,
            urgency=Urgency.IMPORTANT,
        )
        for state, (bn, en) in SAID.items()
    ),
    "civic.complaint_given": (
        Told(
            role="OFFICER",
            topic=Topic.ACCOUNT,
            about=ABOUT,
            bn="একটি অভিযোগ আপনাকে দেওয়া হয়েছে; সময় {due_at:moment} পর্যন্ত।",
            en="A complaint was given to you; it is due by {due_at:moment}.",
        ),
    ),
}
GUARDS = {"Complaint": queries.visible}
