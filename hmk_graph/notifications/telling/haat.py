"""What happens to animals, sales and lots, and who is told. Deals stand in haat_deals.py."""

from hmk_graph.haat import animal_queries, listing_queries, lot_queries
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Rows, Told, nobody

BIDS, SALES = Topic.BIDS, Topic.SALES
LOT = ("Lot", "lot_id")
LISTING = ("Listing", "listing_id")
ANIMAL = ("Animal", "animal_id")
LIVE = "everybody who watches hears it live; those whom it concerns have events of their own"

ROWS: Rows = {
    **dict.fromkeys(
        (
            "haat.lot_scheduled",
            "haat.lot_rescheduled",
            "haat.lot_opened",
            "haat.bid_placed",
            "haat.bids_voided",
            "haat.lot_closed",
            "haat.lot_voided",
            "haat.lot_withdrawn",
            "haat.block_changed",
            "haat.listing_listed",
            "haat.listing_repriced",
            "haat.listing_ended",
            "haat.session_moved",
            "haat.hasil_rule_set",
        ),
        nobody(LIVE),
    ),
    "haat.outbid": (
        Told(
            role="BIDDER",
            topic=BIDS,
            about=LOT,
            urgent_before="ends_at",
            until="ends_at",
            grouped=True,
            bn="লট {lot_id}: অন্য একজন বেশি দর দিয়েছেন। ফিরতে অন্তত {minimum_next:taka} দিন।",
            en="Lot {lot_id}: somebody bid more. {minimum_next:taka} brings you back.",
            urgency=Urgency.NORMAL,
        ),
    ),
    "haat.lot_won": (
        Told(
            role="BUYER",
            topic=BIDS,
            about=LOT,
            until="pay_by",
            bn="অভিনন্দন! লট {lot_id} {price:taka} দরে আপনার। {pay_by:moment}-এর মধ্যে টাকা দিন।",
            en="You won lot {lot_id} at {price:taka}. Pay by {pay_by:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.lot_lost": (
        Told(
            role="BIDDER",
            topic=BIDS,
            about=LOT,
            bn="লট {lot_id}-এর নিলাম শেষ। এবার আপনি পাননি।",
            en="The auction of lot {lot_id} is over. You did not get it this time.",
        ),
    ),
    "haat.own_lot_ended": (
        Told(
            role="SELLER",
            topic=SALES,
            about=LOT,
            when={"outcome": ("SOLD",)},
            bn="আপনার লট {lot_id} {price:taka} দরে বিক্রি হয়েছে। ক্রেতা টাকা দিলে জানাব।",
            en="Your lot {lot_id} sold at {price:taka}. We tell you when the buyer has paid.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="SELLER",
            topic=SALES,
            about=LOT,
            bn="আপনার লট {lot_id}-এর নিলাম বিক্রি ছাড়াই শেষ হয়েছে।",
            en="The auction of your lot {lot_id} ended without a sale.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.own_lot_decided": (
        Told(
            role="SELLER",
            topic=SALES,
            about=LOT,
            when={"state": ("SCHEDULED",)},
            bn="আপনার লট {lot_id}-এর নিলামের সময় ঠিক হয়েছে। অ্যাপে দেখুন।",
            en="The time of your lot {lot_id} is fixed. See the app.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="SELLER",
            topic=SALES,
            about=LOT,
            bn="আপনার লট {lot_id} ফেরত এসেছে: {reason}",
            en="Your lot {lot_id} came back: {reason}",
        ),
    ),
    "haat.your_bids_voided": (
        Told(
            role="BIDDER",
            topic=BIDS,
            about=LOT,
            bn="লট {lot_id}-এ আপনার দর বাতিল হয়েছে: {reason}",
            en="Your bids on lot {lot_id} were taken out: {reason}",
        ),
    ),
    "haat.lot_starts_soon": (
        Told(
            role="FOLLOWER",
            topic=BIDS,
            about=LOT,
            urgent_before="starts_at",
            bn="আপনার পছন্দের লট {lot_id}-এর নিলাম {starts_at:clock}-এ শুরু।",
            en="Lot {lot_id}, which you follow, begins at {starts_at:clock}.",
        ),
    ),
    "haat.animal_checked": (
        Told(
            role="SELLER",
            topic=SALES,
            about=ANIMAL,
            when={"state": ("CLEARED",)},
            bn="আপনার পশু স্বাস্থ্য পরীক্ষায় পাস করেছে। এখন বিক্রিতে তুলুন।",
            en="Your animal passed the health check. Put it up for sale.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="SELLER",
            topic=SALES,
            about=ANIMAL,
            bn="আপনার পশু স্বাস্থ্য পরীক্ষায় পাস করেনি। কারণ অ্যাপে দেখুন।",
            en="Your animal did not pass the health check. The app says why.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.own_listing_ended": (
        Told(
            role="SELLER",
            topic=SALES,
            about=LISTING,
            bn="আপনার একটি বিজ্ঞাপন শেষ হয়ে গেছে। কারণ অ্যাপে দেখুন।",
            en="A listing of yours has ended. The app says why.",
        ),
    ),
    "haat.offer_received": (
        Told(
            role="OTHER_SIDE",
            topic=SALES,
            about=LISTING,
            until="expires_at",
            bn="আপনার কাছে {amount:taka} দর এসেছে। {expires_at:moment}-এর মধ্যে উত্তর দিন।",
            en="You have an offer of {amount:taka}. Answer by {expires_at:moment}.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.offer_answered": (
        Told(
            role="OFFER_MAKER",
            topic=SALES,
            about=LISTING,
            when={"state": ("ACCEPTED",)},
            bn="দরে রাজি হয়েছেন! অ্যাপে পরের ধাপ দেখুন।",
            en="The offer was accepted! See the app for the next step.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="OFFER_MAKER",
            topic=SALES,
            about=LISTING,
            when={"state": ("REJECTED", "EXPIRED", "WITHDRAWN")},
            bn="একটি দরাদরি শেষ হয়েছে, এবার হয়নি।",
            en="A bargain has ended without a sale.",
        ),
        Nobody(role="OFFER_MAKER", why="a counter-offer is told by haat.offer_received"),
    ),
    "haat.listing_sold": (
        Told(
            role="SELLER",
            topic=SALES,
            about=LISTING,
            bn="আপনার পশুর ক্রেতা মিলেছে, {amount:taka}। টাকা এলে জানাব।",
            en="Your animal has a buyer, at {amount:taka}. We tell you when the money is here.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
    "haat.bidder_revealed": (
        Told(
            role="BIDDER",
            topic=BIDS,
            about=LOT,
            bn="লট {lot_id}: হাটের কর্মকর্তা দেখেছেন আপনি কে। কারণ: {reason}",
            en="Lot {lot_id}: an officer of the haat looked who you are: {reason}",
            urgency=Urgency.QUIET,
        ),
    ),
    "haat.bidder_banned": (
        Told(
            role="BIDDER",
            topic=BIDS,
            bn="আপনি {until:moment} পর্যন্ত নিলামে দর দিতে পারবেন না: {reason}",
            en="You cannot bid until {until:moment}: {reason}",
        ),
    ),
    "haat.ban_lifted": (
        Told(
            role="BIDDER",
            topic=BIDS,
            bn="আপনি আবার নিলামে দর দিতে পারবেন।",
            en="You can bid again.",
            urgency=Urgency.IMPORTANT,
        ),
    ),
}
GUARDS = {
    "Lot": lot_queries.visible_lot,
    "Listing": listing_queries.visible_listing,
    "Animal": animal_queries.visible_animal,
}
