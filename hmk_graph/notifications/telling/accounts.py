"""What happens to people's accounts, and who is told."""

from hmk_graph.accounts.deeds import DEEDS
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Guard, Nobody, Rows, Told, nobody

TOPIC = Topic.ACCOUNT

ROWS: Rows = {
    "accounts.session_started": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="নতুন একটি যন্ত্র থেকে আপনার অ্যাকাউন্টে ঢোকা হয়েছে: {device}। আপনি না হলে সেটি বের করে দিন।",
            en="A new device signed in to your account: {device}. If it was not you, sign it out.",
            urgency=Urgency.QUIET,
            to_doer=True,
        ),
    ),
    "accounts.session_revoked": nobody("the device that is signed out says so itself"),
    "accounts.account_suspended": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="আপনার অ্যাকাউন্ট স্থগিত করা হয়েছে। কারণ জানতে ৩৩৩ নম্বরে ফোন করুন।",
            en="Your account was suspended. Call 333 to ask why.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "accounts.account_restored": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="আপনার অ্যাকাউন্ট আবার চালু হয়েছে।",
            en="Your account works again.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "accounts.account_erased": nobody("the person has left, and has no phone here any more"),
    "accounts.assistance_opened": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="ডিজিটাল সেন্টারের উদ্যোক্তা {until:clock} পর্যন্ত আপনার হয়ে কাজ করতে পারবেন।",
            en="The operator of a digital center may act for you until {until:clock}.",
        ),
    ),
    "accounts.acted_for": (
        *(
            Told(
                role="PERSON",
                topic=TOPIC,
                when={"operation": (operation,)},
                bn=f"ডিজিটাল সেন্টারে আপনার হয়ে করা হলো: {words.bn}। না চাইলে ৩৩৩ নম্বরে বলুন।",
                en=f"Done for you at the digital center: {words.en}. Not your wish? Call 333.",
                urgency=Urgency.IMPORTANT,
            )
            for operation, words in DEEDS.items()
            if words.is_told
        ),
        Nobody(role="PERSON", why="it is a part of what the person is told of in the end"),
    ),
    "accounts.assistance_ended": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="ডিজিটাল সেন্টারের উদ্যোক্তা আর আপনার হয়ে কাজ করতে পারবেন না। কী করা হয়েছে, অ্যাপে দেখুন।",
            en="The operator can no longer act for you. See in the app what was done.",
            urgency=Urgency.QUIET,
        ),
    ),
    "accounts.role_granted": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="আপনাকে নতুন দায়িত্ব দেওয়া হয়েছে। অ্যাপে দেখুন।",
            en="You were given a new role. See it in the app.",
        ),
    ),
    "accounts.role_revoked": (
        Told(
            role="PERSON",
            topic=TOPIC,
            bn="আপনার একটি দায়িত্ব ফিরিয়ে নেওয়া হয়েছে। অ্যাপে দেখুন।",
            en="A role of yours was taken back. See it in the app.",
        ),
    ),
    "accounts.act_asked": nobody("it stands on the desks of those who may be the second"),
    "accounts.act_seconded": (
        Told(
            role="OFFICER",
            topic=TOPIC,
            bn="আপনার চাওয়া সিদ্ধান্তে আরেকজন কর্মকর্তা একমত হয়েছেন; কাজটি হয়ে গেছে।",
            en="A second officer agreed to what you asked for; it is done.",
            urgency=Urgency.QUIET,
        ),
    ),
    "accounts.act_declined": (
        Told(
            role="OFFICER",
            topic=TOPIC,
            bn="আপনার চাওয়া সিদ্ধান্তে আরেকজন কর্মকর্তা একমত হননি: {answer}",
            en="Another officer did not agree to what you asked for: {answer}",
        ),
    ),
    "accounts.seller_decided": (
        Told(
            role="SELLER",
            topic=TOPIC,
            when={"state": ("VERIFIED",)},
            bn="আপনি যাচাইকৃত বিক্রেতা হয়েছেন। এখন পশু বিক্রিতে তুলতে পারেন।",
            en="You are a verified seller now. You can put animals up for sale.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="SELLER",
            topic=TOPIC,
            when={"state": ("NEEDS_INFO", "REJECTED")},
            bn="বিক্রেতা হওয়ার আবেদন ফেরত এসেছে: {reason}",
            en="Your application as a seller came back: {reason}",
        ),
        Told(
            role="SELLER",
            topic=TOPIC,
            when={"state": ("SUSPENDED", "TERMINATED")},
            bn="আপনি আপাতত বিক্রি করতে পারবেন না: {reason}",
            en="You cannot sell for the time being: {reason}",
        ),
        Nobody(role="SELLER", why="what he does himself he knows"),
    ),
}
GUARDS: dict[str, Guard] = {}
