"""What happens to shops, and who is told."""

from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Rows, Told, nobody
from hmk_graph.shops import queries

PUBLIC = "a shop's page tells it whoever looks"


def _owner(*decisions: str, bn: str, en: str) -> Told:
    return Told(
        role="OWNER",
        topic=Topic.ACCOUNT,
        about=("Shop", "shop_id"),
        when={"decision": decisions} if decisions else {},
        bn=bn,
        en=en,
        urgency=Urgency.IMPORTANT,
    )


ROWS: Rows = {
    **dict.fromkeys(
        (
            "shops.shop_moved",
            "shops.shop_described",
            "shops.product_moved",
            "shops.product_described",
        ),
        nobody(PUBLIC),
    ),
    "shops.shop_decided": (
        _owner("VERIFY", bn="আপনার দোকান খোলা হয়েছে।", en="Your shop is open."),
        _owner("RESTORE", bn="আপনার দোকান আবার খোলা।", en="Your shop is open again."),
        _owner(
            "ASK_FOR_MORE",
            bn="আপনার দোকানের জন্য আরও তথ্য দরকার। অ্যাপে দেখুন।",
            en="More is needed about your shop. See the app.",
        ),
        _owner(
            "REJECT",
            bn="আপনার দোকানের আবেদন নেওয়া হয়নি। কারণ অ্যাপে।",
            en="Your shop was not accepted. The reason is in the app.",
        ),
        _owner(
            "TERMINATE",
            bn="দুজন কর্মকর্তার সিদ্ধান্তে আপনার দোকান চিরতরে বন্ধ হয়েছে। কারণ অ্যাপে।",
            en="Two officers have closed your shop for good. The reason is in the app.",
        ),
        _owner(
            bn="আপনার দোকান বন্ধ রাখা হয়েছে। কারণ অ্যাপে।",
            en="Your shop is suspended. The reason is in the app.",
        ),
    ),
}
GUARDS = {"Shop": queries.visible_shop}
