"""What happens to orders, and who is told."""

from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Texted, Told, nobody
from hmk_graph.orders import queries

TOPIC = Topic.ORDERS
ORDER = ("Order", "order_id")
BOTH = "orders.order_told tells both sides"


def _buyer(*happened: str, bn: str, en: str, urgency: Urgency = Urgency.NORMAL) -> Told:
    when = {"selling": (False,), "happened": happened}
    return Told(role="BUYER", topic=TOPIC, about=ORDER, when=when, bn=bn, en=en, urgency=urgency)


def _seller(*happened: str, bn: str, en: str, urgency: Urgency = Urgency.NORMAL) -> Told:
    when = {"selling": (True,), "happened": happened}
    return Told(role="SELLER", topic=TOPIC, about=ORDER, when=when, bn=bn, en=en, urgency=urgency)


def _guest(bn: str, en: str, **when: tuple[str, ...]) -> Texted:
    return Texted(role="GUEST", bn=bn, en=en, when=when)


ROWS: Rows = {
    **dict.fromkeys(("orders.parcel_moved", "orders.money_returned"), nobody(BOTH)),
    "orders.order_moved": (
        Nobody(why=BOTH),
        _guest(
            "আপনার অর্ডার দোকানে পৌঁছেছে। দেখুন:",
            "Your order is with the shop. See:",
            happened=("PLACE",),
        ),
        _guest(
            "দোকান আপনার অর্ডার নিয়েছে। দেখুন:",
            "The shop has taken your order. See:",
            happened=("ACCEPT",),
        ),
        Nobody(
            role="GUEST",
            when={"happened": ("CANCEL",), "by": ("BUYER",)},
            why="who calls it off himself sees it",
        ),
        _guest(
            "অর্ডার বাতিল হয়েছে, টাকা দিয়ে থাকলে ফেরত যাবে:",
            "The order is canceled; what you paid goes back:",
            happened=("REJECT", "CANCEL"),
        ),
        _guest(
            "সময়মতো টাকা না আসায় অর্ডার বাতিল হয়েছে:",
            "The order is canceled, for it was not paid in time:",
            happened=("EXPIRE",),
        ),
        _guest(
            "অর্ডার পথে আছে। বুঝে নেওয়ার কোড এখানে:",
            "Your order is on its way. The code to receive it:",
            happened=("SEND",),
        ),
        _guest(
            "আপনার অর্ডার পৌঁছানো যায়নি। দেখুন:",
            "Your order could not be delivered. See:",
            happened=("FAIL",),
        ),
        Nobody(role="GUEST", why="who has the goods in hand, or sees nothing new, needs no text"),
    ),
    "orders.return_moved": (
        Nobody(why=BOTH),
        _guest(
            "দোকান পণ্য ফেরত নিতে রাজি। কীভাবে পাঠাবেন:",
            "The shop takes the goods back. How to send them:",
            return_state=("APPROVED",),
        ),
        _guest(
            "দোকান পণ্য ফেরত নিতে রাজি নয়। কারণ:",
            "The shop does not take the goods back. Why:",
            return_state=("REJECTED",),
        ),
        Nobody(role="GUEST", why="the guest's own steps, or the goods are with the shop"),
    ),
    "orders.guest_money_moved": (
        _guest(
            "আপনার টাকা এসেছে, যাচাই চলছে। দেখুন:",
            "Your money has come and is being checked. See:",
            news=("SET_ASIDE",),
        ),
        _guest(
            "যাচাইয়ে আপনার টাকা পাওয়া যায়নি। দেখুন:",
            "The check did not find your money. See:",
            news=("TURNED_DOWN",),
        ),
        _guest("আপনার টাকা ফেরত যাচ্ছে। দেখুন:", "Your money goes back to you. See:"),
    ),
    "orders.order_told": (
        _buyer(
            "PLACE",
            bn="আপনার অর্ডার দোকানে পৌঁছেছে।",
            en="Your order has reached the shop.",
        ),
        _buyer(
            "ACCEPT",
            bn="দোকান আপনার অর্ডার নিয়েছে।",
            en="The shop has accepted your order.",
        ),
        _buyer(
            "REJECT",
            "CANCEL",
            bn="আপনার অর্ডার বাতিল হয়েছে। টাকা দিয়ে থাকলে ফেরত যাবে।",
            en="Your order is off. What you paid goes back.",
            urgency=Urgency.IMPORTANT,
        ),
        _buyer(
            "EXPIRE",
            bn="সময়মতো টাকা না আসায় আপনার অর্ডার বাতিল হয়েছে।",
            en="Your order is off, as it was not paid in time.",
            urgency=Urgency.IMPORTANT,
        ),
        _buyer(
            "SEND",
            bn="আপনার অর্ডার পথে আছে। বুঝে নেওয়ার কোড অ্যাপে।",
            en="Your order is on its way. The code to receive it is in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        _buyer(
            "FAIL",
            bn="আপনার অর্ডার পৌঁছানো যায়নি। অ্যাপে দেখুন।",
            en="Your order could not be delivered. See the app.",
            urgency=Urgency.IMPORTANT,
        ),
        _buyer("DELIVER", bn="আপনার অর্ডার পৌঁছেছে।", en="Your order was delivered."),
        _buyer(
            "RETURN_APPROVED",
            bn="দোকান পণ্য ফেরত নিতে রাজি। অ্যাপে দেখুন কীভাবে পাঠাবেন।",
            en="The shop takes the goods back. See in the app how to send them.",
            urgency=Urgency.IMPORTANT,
        ),
        _buyer(
            "RETURN_REJECTED",
            bn="দোকান পণ্য ফেরত নিতে রাজি নয়। কারণ অ্যাপে।",
            en="The shop does not take the goods back. The reason is in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        _buyer(
            "RETURN_EXPIRED",
            bn="পণ্য ফেরতের সময় শেষ হয়েছে।",
            en="The time to give the goods back is over.",
        ),
        _buyer(
            "RETURN_RECEIVED",
            bn="দোকান ফেরত পণ্য পেয়েছে।",
            en="The shop has the goods back.",
        ),
        Nobody(role="BUYER", why="the shop's own steps in between stand on the order's page"),
        _seller(
            "PLACE",
            bn="নতুন অর্ডার এসেছে। অ্যাপে উত্তর দিন।",
            en="A new order has come. Answer in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        _seller(
            "CANCEL",
            bn="একটি অর্ডার বাতিল হয়েছে। অ্যাপে দেখুন।",
            en="An order was cancelled. See the app.",
            urgency=Urgency.IMPORTANT,
        ),
        _seller(
            "REJECT",
            bn="সময়মতো উত্তর না দেওয়ায় একটি অর্ডার বাতিল হয়েছে।",
            en="An order is off, as it was not answered in time.",
            urgency=Urgency.IMPORTANT,
        ),
        _seller("DELIVER", bn="ক্রেতা অর্ডার বুঝে পেয়েছেন।", en="The buyer has the order."),
        _seller(
            "RETURN_REQUESTED",
            bn="ক্রেতা পণ্য ফেরত দিতে চান। অ্যাপে উত্তর দিন।",
            en="The buyer would like to give goods back. Answer in the app.",
            urgency=Urgency.IMPORTANT,
        ),
        _seller("RETURN_SENT", bn="ফেরত পণ্য পথে আছে।", en="Goods are on their way back."),
        _seller(
            "RETURN_CANCELLED",
            "RETURN_EXPIRED",
            bn="পণ্য ফেরত আর আসছে না।",
            en="The goods do not come back after all.",
        ),
        Nobody(role="SELLER", why="the other steps are the shop's own, or not paid yet"),
    ),
}
GUARDS = {"Order": queries.visible_order}
