"""What happens to deposits at the haat, and who is told."""

from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Told, nobody

MONEY = Topic.MONEY
DEPOSIT = ("Deposit", "deposit_id")

ROWS: Rows = {
    "haat.deposit_rule_set": nobody("lots that are scheduled already keep the deposit they had"),
    "haat.deposit_moved": (
        Told(
            role="BIDDER",
            topic=MONEY,
            about=DEPOSIT,
            when={"state": ("STANDING",)},
            bn="আপনার জামানত {amount:taka} পাওয়া গেছে। এখন এই হাটে দর দিতে পারেন।",
            en="Your deposit of {amount:taka} is here. You can bid at this haat now.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="BIDDER",
            topic=MONEY,
            about=DEPOSIT,
            when={"state": ("RETURNED",)},
            bn="আপনার জামানতের যা বাকি আছে ফেরত যাচ্ছে, যে পথে এসেছিল সেই পথে।",
            en="What is left of your deposit goes back the way it came.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="BIDDER",
            topic=MONEY,
            about=DEPOSIT,
            when={"state": ("LAPSED",)},
            bn="জামানত সময়মতো পুরো আসেনি, তাই বাতিল। যা দিয়েছেন ফেরত যাবে।",
            en="The deposit did not come whole in time. What you paid goes back.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="BIDDER", why="that it is due the bidder has just said himself"),
    ),
    "haat.deposit_forfeited": (
        Told(
            role="BUYER",
            topic=MONEY,
            about=("Deal", "deal_id"),
            bn="সময়মতো টাকা না দেওয়ায় আপনার জামানতের {amount:taka} বাজেয়াপ্ত হয়েছে।",
            en="You did not pay in time, and {amount:taka} of your deposit is lost.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
}


async def own(viewer_id: int, deposit_id: int) -> object:
    """Return a deposit of the viewer's own, or None."""
    return await Deposit.get_or_none(id=deposit_id, account_id=viewer_id)


GUARDS = {"Deposit": own}
