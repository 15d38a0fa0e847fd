"""What happens to deals of the haat, and who is told."""

from hmk_graph.haat import deal_queries
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Told

BIDS, SALES = Topic.BIDS, Topic.SALES
DEAL = ("Deal", "deal_id")

ROWS: Rows = {
    "haat.deal_made": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            until="pay_by",
            bn="পশুটি {amount:taka} দরে আপনার জন্য রাখা হলো। {pay_by:moment}-এর মধ্যে টাকা দিন।",
            en="The animal is kept for you at {amount:taka}. Pay by {pay_by:moment}.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Nobody(role="PARTY", why="the seller is told by haat.listing_sold"),
    ),
    "haat.deal_paid": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            bn="সব টাকা পাওয়া গেছে। এখন পশু বুঝে নিন; কোডটি শুধু পশু হাতে পেয়ে দিন।",
            en="All is paid. Collect the animal; give the code only when you have it.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="ক্রেতা {amount:taka} দিয়েছেন। এখন পশু বুঝিয়ে দিন।",
            en="The buyer has paid {amount:taka}. Hand the animal over.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.deal_weight_asked": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            bn="পশুর ওজন {declared_kg} নয়, {weighed_kg} কেজি। রাজি থাকলে বা না নিলে জানান।",
            en="The animal weighs {weighed_kg} kg, not {declared_kg}. Agree, or refuse it.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="PARTY", why="the seller stands at the scale and has read it"),
    ),
    "haat.deal_weight_agreed": (
        Nobody(role="PARTY", why="the buyer has just agreed", when={"buying": (True,)}),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="ক্রেতা ওজনে রাজি হয়েছেন। এখন পশু বুঝিয়ে দিন।",
            en="The buyer agrees to the weight. Hand the animal over.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.deal_handed_over": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            bn="পশু আপনাকে বুঝিয়ে দেওয়া হয়েছে। আপত্তি থাকলে {complete_by:moment}-এর মধ্যে জানান।",
            en="You have the animal. If something is wrong, object by {complete_by:moment}.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="পশু বুঝিয়ে দেওয়া হয়েছে। আপত্তি না এলে {complete_by:moment}-এর পরে টাকা আপনার।",
            en="The animal was handed over. Without objection the money is yours after"
            " {complete_by:moment}.",
            to_doer=True,
        ),
    ),
    "haat.deal_completed": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            bn="আপনার কেনা সম্পূর্ণ হয়েছে। ধন্যবাদ।",
            en="Your purchase is complete. Thank you.",
            urgency=Urgency.QUIET,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="আপনার বিক্রি সম্পূর্ণ হয়েছে, টাকা এখন আপনার।",
            en="Your sale is complete, and the money is yours.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.deal_disputed": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="একটি কেনাবেচায় আপত্তি এসেছে। কর্মকর্তা সিদ্ধান্ত দেওয়া পর্যন্ত টাকা আটকে থাকবে।",
            en="There is an objection to a deal. The money waits until an officer has decided.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.deal_refunded": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,), "by_weight": (True,)},
            bn="ওজন না মেলায় আপনি পশুটি নেননি; সব টাকা ফেরত যাচ্ছে।",
            en="You refused the animal by its weight; all your money is on its way back.",
            urgency=Urgency.IMPORTANT,
            to_doer=True,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"by_weight": (True,)},
            bn="ওজন না মেলায় ক্রেতা পশুটি নেননি; এটি আবার আপনার।",
            en="The buyer refused the animal by its weight; it is yours again.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            bn="কর্মকর্তার সিদ্ধান্তে আপনি টাকা ফেরত পাচ্ছেন।",
            en="By an officer's decision you get your money back.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="কর্মকর্তার সিদ্ধান্তে ক্রেতা টাকা ফেরত পাচ্ছেন।",
            en="By an officer's decision the buyer gets the money back.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.deal_defaulted": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            when={"buying": (True,)},
            bn="সময়মতো টাকা না দেওয়ায় আপনার কেনা বাতিল হয়েছে।",
            en="You did not pay in time, and your deal is off.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="ক্রেতা সময়মতো টাকা দেননি, বিক্রি বাতিল। পশু আপনারই আছে।",
            en="The buyer did not pay in time, and the deal is off. The animal is still yours.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.deal_canceled": (
        Told(
            role="PARTY",
            topic=SALES,
            about=DEAL,
            bn="দুঃখিত, পশুটি আর নেই, তাই কেনাবেচা বাতিল। টাকা দিয়ে থাকলে ফেরত পাবেন।",
            en="Sorry: the animal has died, and the deal is off. What was paid goes back.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.second_chance": (
        Told(
            role="BIDDER",
            topic=BIDS,
            about=DEAL,
            urgent_before="until",
            until="until",
            bn="আপনার দর {amount:taka}-এ পশুটি এখন পেতে পারেন। {until:moment}-এর মধ্যে জানান।",
            en="You can have the animal at your own {amount:taka}. Answer by {until:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.second_chance_over": (
        Told(
            role="BIDDER",
            topic=BIDS,
            about=DEAL,
            bn="দ্বিতীয় সুযোগের সময় শেষ হয়ে গেছে।",
            en="The time of your second chance is over.",
            urgency=Urgency.QUIET,
        ),
    ),
}

GUARDS = {"Deal": deal_queries.visible_deal}
