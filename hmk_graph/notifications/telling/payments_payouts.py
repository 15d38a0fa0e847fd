"""What happens to people's earnings, and who is told."""

from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Guard, Nobody, Rows, Told

TOPIC = Topic.MONEY

ROWS: Rows = {
    "payments.payout_account_moved": (
        # Whoever has got into the account of an earner must not turn the money away unseen.
        Told(
            role="EARNER",
            topic=TOPIC,
            when={"state": ("PENDING",)},
            bn="আপনার আয় পাঠানোর নতুন হিসাব দেওয়া হয়েছে। আপনি না দিয়ে থাকলে এখনই জানান।",
            en="A new account for your earnings was told. If it was not you, say so now.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="EARNER",
            topic=TOPIC,
            when={"state": ("ACTIVE",)},
            bn="আপনার হিসাব যাচাই হয়েছে। এখন থেকে আয় সেখানে পাঠানো হবে।",
            en="Your account was checked. Your earnings are sent there from now on.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="EARNER",
            topic=TOPIC,
            when={"state": ("REJECTED", "RESTRICTED")},
            bn="আপনার হিসাবে এখন টাকা পাঠানো যাচ্ছে না। কেন, তা অ্যাপে দেখুন।",
            en="Nothing is sent to your account for now. See in the app why.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="EARNER", why="the one that takes its place is told"),
    ),
    "payments.payout_moved": (
        Told(
            role="EARNER",
            topic=TOPIC,
            when={"state": ("PAID",)},
            bn="আপনার আয় {amount:taka} পাঠানো হয়েছে। লেনদেন নম্বর অ্যাপে আছে।",
            en="Your earnings of {amount:taka} were sent. The transfer's number is in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="EARNER",
            topic=TOPIC,
            when={"state": ("FAILED",)},
            bn="আপনার আয় {amount:taka} পাঠানো যায়নি। টাকা নিরাপদ আছে, আবার পাঠানো হবে।",
            en="Sending your earnings of {amount:taka} failed. They are safe, and sent again.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="EARNER", why="it is on its way; nothing is to be done"),
    ),
}
GUARDS: dict[str, Guard] = {}
