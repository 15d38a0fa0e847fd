"""What happens to people's money, and who is told. What is paid for says the rest itself."""

from collections.abc import Sequence

from hmk_graph.accounts import queries as account_queries
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Payload, Rows, Told, nobody
from hmk_graph.payments import queries

TOPIC = Topic.MONEY
ABOUT = ("Payment", "intent_id")


async def _administrators(_payload: Payload) -> Sequence[int]:
    return await account_queries.administrators()


ROWS: Rows = {
    "payments.payment_due": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            until="expires_at",
            bn="আপনার {amount:taka} পরিশোধ করা বাকি। অ্যাপ থেকে টাকা দিন।",
            en="You have {amount:taka} to pay. Pay it in the app.",
            to_doer=True,
        ),
    ),
    "payments.payment_received": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            when={"left": (0,)},
            bn="আপনার {amount:taka} পাওয়া গেছে। আর কিছু বাকি নেই। ধন্যবাদ।",
            en="Your {amount:taka} arrived. Nothing is left to pay. Thank you.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            bn="আপনার {amount:taka} পাওয়া গেছে। আরও {left:taka} বাকি।",
            en="Your {amount:taka} arrived. {left:taka} is left to pay.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
    ),
    "payments.payment_failed": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            bn="{amount:taka} পরিশোধ হয়নি, কোনো টাকা কাটা হয়নি। আবার চেষ্টা করুন।",
            en="Paying {amount:taka} did not work, and nothing was taken. Try again.",
            to_doer=True,
        ),
    ),
    "payments.payment_set_aside": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            bn="আপনার {amount:taka} এসেছে, একজন কর্মকর্তা যাচাই করছেন। টাকা নিরাপদ আছে।",
            en="Your {amount:taka} arrived, and an officer looks at it. The money is safe.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="ADMINISTRATOR",
            topic=TOPIC,
            to=_administrators,
            bn="টাকা এসেছে, যা কিছুর সাথে মেলে না। দুজন প্রশাসকের সিদ্ধান্ত লাগবে।",
            en="Money has come that fits nothing. Two administrators have to decide.",
            grouped=True,
        ),
    ),
    "payments.payment_turned_down": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            bn="আপনার {amount:taka} যাচাইয়ে মেলেনি, তাই গোনা হয়নি। কেন, তা অ্যাপে দেখুন।",
            en="Your {amount:taka} could not be matched and does not count. See in the app why.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "payments.set_aside_decided": nobody("the payer is told of what follows from it"),
    "payments.refund_started": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            bn="আপনার {amount:taka} ফেরত পাঠানো হচ্ছে, যে পথে দিয়েছিলেন সেই পথেই।",
            en="Your {amount:taka} is on its way back, the way it came.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
    ),
    "payments.refund_done": (
        Told(
            role="PAYER",
            topic=TOPIC,
            about=ABOUT,
            bn="আপনার {amount:taka} ফেরত দেওয়া হয়েছে।",
            en="Your {amount:taka} was paid back.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
    ),
}
GUARDS = {"Payment": queries.intent}
