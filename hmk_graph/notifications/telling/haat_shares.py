"""What happens to shares of animals, and who is told."""

from hmk_graph.haat.share_models import SharePool
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Told, nobody

SALES = Topic.SALES
POOL = ("SharePool", "pool_id")


def _seller(state: str, bn: str, en: str) -> Told:
    return Told(
        role="SELLER",
        topic=SALES,
        about=POOL,
        when={"selling": (True,), "state": (state,)},
        bn=bn,
        en=en,
        urgency=Urgency.IMPORTANT,
        to_doer=True,
    )


def _holder(state: str, bn: str, en: str) -> Told:
    return Told(
        role="HOLDER",
        topic=SALES,
        about=POOL,
        when={"selling": (False,), "state": (state,)},
        bn=bn,
        en=en,
        urgency=Urgency.IMPORTANT,
        to_doer=True,
    )


ROWS: Rows = {
    "haat.share_moved": (
        Told(
            role="HOLDER",
            topic=SALES,
            about=POOL,
            when={"state": ("PAID",)},
            bn="কোরবানির {number} নম্বর ভাগটি আপনার।",
            en="Share number {number} of the animal is yours.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="HOLDER",
            topic=SALES,
            about=POOL,
            when={"state": ("LAPSED",)},
            bn="ভাগটি সময়মতো নেওয়া হয়নি, তাই ছেড়ে দেওয়া হলো।",
            en="The share was not paid in time, and is free again.",
        ),
        Nobody(role="HOLDER", why="what is canceled is told by haat.pool_moved"),
    ),
    "haat.pool_moved": (
        _holder(
            "FULL",
            "সব ভাগ পূর্ণ হয়েছে, পশুটি এখন আপনাদের।",
            "All shares are taken; the animal is yours together.",
        ),
        _holder(
            "SPLITTING",
            "কিছু ভাগ খালি রইল। বাকি দামের আপনার অংশ ১২ ঘণ্টার মধ্যে দিন, নইলে সব টাকা ফেরত।",
            "Some shares were not taken. Pay your part of the rest within 12 hours.",
        ),
        _holder(
            "MERGED",
            "ভাগ পূর্ণ না হওয়ায় আপনার ভাগটি একই দামের আরেক পশুতে গেছে।",
            "It was not full; your share is now of another animal at the same price.",
        ),
        _holder(
            "CANCELED",
            "ভাগের কেনা বাতিল হয়েছে, আপনার সব টাকা ফেরত যাচ্ছে।",
            "The shared purchase is off; all your money goes back.",
        ),
        _holder(
            "DIVIDED",
            "মাংস মেপে ভাগ করা হয়েছে। ওজন দেখুন; আপত্তি থাকলে দুই দিনের মধ্যে হাটে জানান।",
            "The meat was weighed and divided. See the weight; object within two days.",
        ),
        Nobody(role="HOLDER", why="the money was theirs no more, and nothing changes for them"),
        _seller("FULL", "আপনার পশুর সব ভাগ বিক্রি হয়েছে।", "All shares of your animal are sold."),
        _seller(
            "SPLITTING",
            "সব ভাগ বিক্রি হয়নি; যাঁরা আছেন তাঁরা বাকিটা দিচ্ছেন।",
            "Not all shares were sold; those who are in pay the rest.",
        ),
        _seller(
            "MERGED",
            "ভাগ পূর্ণ হয়নি; ক্রেতারা আরেক পশুতে গেছেন, পশুটি আবার আপনার।",
            "It was not full; the buyers moved to another animal, and yours is yours again.",
        ),
        _seller("CANCELED", "ভাগে বিক্রি বাতিল হয়েছে।", "The sale in shares is off."),
        _seller("SETTLED", "ভাগের সব টাকা এখন আপনার।", "All the money of the shares is yours now."),
        Nobody(role="SELLER", why="the seller has just divided the meat himself"),
    ),
    "haat.pool_changed": nobody("for whoever looks; holder and seller hear of their own pool"),
}


async def public(_viewer_id: int, pool_id: int) -> object:
    """Return a pool, which everybody may see, or None."""
    return await SharePool.get_or_none(id=pool_id)


GUARDS = {"SharePool": public}
