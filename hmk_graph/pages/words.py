"""The words of the first block and the head, in both languages.

The components say the same in web/src/words; tests/pages/test_words.py compares them.
"""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["bn", "en"]

HOLE = re.compile(r"\{(\w+)(?::([^|]+)\|([^}]+))?\}")

WORDS: dict[str, tuple[str, str]] = {
    "brand": ("হাতের মুঠোয় কিশোরগঞ্জ", "Kishoreganj in your hand"),
    "skip": ("মূল লেখায় যান", "Skip to the content"),
    "other_language": ("EN", "বাংলা"),
    "help": ("সাহায্য: ফোন করুন", "Help by phone"),
    "haat": ("হাট", "Haat"),
    "sell": ("পশু বেচুন", "Sell an animal"),
    "mine": ("আমার পাতা", "My page"),
    "about": ("আমাদের কথা", "About"),
    "officer": ("কর্মকর্তার পাতা", "Officer's page"),
    "offline": ("ইন্টারনেট নেই", "No internet"),
    "home_title": (
        "হাতের মুঠোয় কিশোরগঞ্জ — সরাসরি গরুর হাট",
        "Kishoreganj in your hand — the live cattle haat",
    ),
    "home_about": (
        "কিশোরগঞ্জের গরুর হাট সরাসরি: চলতি ডাক দেখুন, ঘরে বসে ডাক দিন। দালাল নেই, দাম সবার চোখের সামনে।",
        "The cattle haats of Kishoreganj, live: watch the bids, place yours from home. "
        "No brokers, every price in the open.",
    ),
    "hall_title": ("পশুর হাট: কোন ডাক চলছে, কোনটি আসছে", "The haat: what runs, what comes"),
    "hall": ("পশুর হাট", "The haat"),
    "sell_about": ("কয়েক ধাপে নিজের পশু হাটে তুলুন।", "Bring your animal to the haat in a few steps."),
    "highest": ("সর্বোচ্চ ডাক", "Highest bid"),
    "start": ("শুরুর দাম", "Starting price"),
    "price": ("দাম", "Price"),
    "left": ("বাকি সময়", "Time left"),
    "begins": ("শুরু হতে বাকি", "Begins in"),
    "ended": ("শেষ হয়েছে", "Ended"),
    "your_bid": ("আপনার ডাক (টাকা)", "Your bid (taka)"),
    "place_bid": ("ডাক দিন", "Place bid"),
    "all_bids": ("সব ডাক", "All bids"),
    "bidder": ("ক্রেতা-{n}", "Bidder {n}"),
    "kilos": ("{n} কেজি", "{n} kg"),
    "teeth": ("{n} দাঁত", "{n} teeth"),
    "LoadCell": ("স্কেলে", "on a scale"),
    "Girth": ("ফিতার মাপে", "by tape"),
    "Assessed": ("চোখের আন্দাজে", "judged by eye"),
    "WalkOver": ("হাঁটা-স্কেলে", "on a walk-over scale"),
    "Predicted": ("হিসাব করে", "predicted"),
    "Imaged": ("ছবি দেখে", "from a picture"),
    "FrontEndCorrelated": ("হিসাব করে", "predicted"),
    "GroupAverage": ("দলের গড়ে", "average of the group"),
    "today": ("আজ", "today"),
    "days_ago": ("{n} দিন আগে", "{n} {n:day|days} ago"),
    "least": ("অন্তত {amount}।", "At least {amount}."),
    "proxy": (
        "যা লিখবেন তা আপনার সর্বোচ্চ: এর বেশি কখনো ডাকা হবে না, আর যতটুকু লাগে ততটুকুই ডাকা হবে।",
        "What you write is your maximum: never more is bid for you, and only as much as is needed.",
    ),
    "per_kilo": ("প্রতি কেজি {amount}", "{amount} a kilogram"),
    "leads": ("এগিয়ে ক্রেতা-{n}", "Bidder {n} leads"),
    "bidders": ("{n} জন ডাকছেন", "{n} bidding"),
    "bidders_done": ("{n} জন ডেকেছেন", "{n} have bid"),
    "watching": ("{n} জন দেখছেন", "{n} watching"),
    "reserve_met": ("বিক্রেতার ন্যূনতম দাম ছুঁয়েছে", "the reserve is met"),
    "reserve_not": ("বিক্রেতার ন্যূনতম দাম এখনো ছোঁয়নি", "the reserve is not met yet"),
    "aliases": (
        "নাম কেউ দেখে না: এই ডাকে সবাই একটি নম্বর।",
        "Nobody sees names: on this lot everybody is a number.",
    ),
    "running": ("ডাক চলছে", "Bidding now"),
    "until": ("শেষ হবে {time}", "ends {time}"),
    "from": ("শুরু {day}, {time}", "begins {day}, {time}"),
    "sold": ("বিক্রি হয়েছে", "Sold"),
    "over": ("ডাক শেষ", "The bidding is over"),
    "log_title": ("ডাকের খাতা: {title}", "The log of bids: {title}"),
    "log": ("ডাকের খাতা", "The log of bids"),
    "not_found": ("এই পাতাটি নেই", "There is no such page"),
    "not_found_about": (
        "ঠিকানাটি ভুল, বা যা ছিল তা আর নেই। হাট থেকে খুঁজে দেখুন।",
        "The address is wrong, or what was there is gone. Look for it in the haat.",
    ),
    "offline_about": (
        "সংযোগ ফিরলে পাতা নিজে থেকেই আবার আসবে।",
        "The page comes back by itself when the connection does.",
    ),
    "about_about": (
        "হাটের দাম, ডাক আর টাকার হিসাব সবার চোখের সামনে: কীভাবে চলে, কীভাবে যাচাই করবেন।",
        "Prices, bids and money in the open: how it works, and how you can check it.",
    ),
    "facts_of": ("{title}। {facts}", "{title}. {facts}"),
    "home_lead": (
        "সেবা, দোকান ও পশুর হাট: দাম দেখুন, ডাকুন, কিনুন, ঘরে বসেই।",
        "Services, shops and the cattle haat: see prices, call, bid and buy from home.",
    ),
    "tile_haat": ("চলতি হাট", "Running now"),
    "seba": ("সেবা", "Services"),
    "ambulance": ("অ্যাম্বুলেন্স", "Ambulance"),
    "ambulance_about": (
        "কাছের খালি অ্যাম্বুলেন্স, ভাড়া আগে জেনে: ডাকুন ও পথে দেখুন। জীবনের ঝুঁকিতে আগে ৯৯৯।",
        "Free ambulances nearby at a fare told first. In danger of life call 999 first.",
    ),
    "ring": ("{n} এ ফোন করুন", "Call {n}"),
    "ring_first": (
        "জীবনের ঝুঁকি থাকলে আগে ৯৯৯। তারপর এখান থেকে অ্যাম্বুলেন্স ডাকুন।",
        "In danger of life call 999 first. Then call an ambulance from here.",
    ),
    "deal": ("কেনাবেচা", "The deal"),
    "trip": ("যাত্রা", "Trip"),
    "driver": ("চালকের পাতা", "The driver's page"),
    "tile_mine": ("আমার ডাক", "My bids"),
    "tile_blood": ("রক্ত", "Blood"),
    "rokto_about": (
        "কিশোরগঞ্জে রক্ত চান বা দিন: কাছের দাতারা জানেন, নম্বর দেখা যায় দুজন রাজি হলে।",
        "Ask for blood in Kishoreganj, or give it: donors nearby are told; numbers by consent.",
    ),
    "sitting": ("সিরিয়াল", "By number"),
    "basket": ("আমার ঝুড়ি", "My basket"),
    "order": ("অর্ডার ও রসিদ", "Order and receipt"),
    "dokan": ("আমার দোকান", "My shop"),
    "dokan_about": (
        "তিন ধাপে নিজের দোকান: নাম ও ঠিকানা, পণ্যের ছবি, আর ছড়িয়ে দেওয়ার ঠিকানা।",
        "A shop of your own in three steps: name and place, goods by photo, an address to share.",
    ),
    "rentals": ("ভাড়া", "To let"),
    "rentals_title": (
        "ভাড়া: বাসা, দোকান, অফিস, গুদাম, গাড়ি",
        "To let: houses, shops, offices, godowns, vehicles",
    ),
    "rentals_about": (
        "কিশোরগঞ্জে বাসা, দোকান, অফিস আর গুদাম মাসে, গাড়ি দিনে: দেখুন, কথা বলুন, চুক্তি করুন।",
        "Rooms by the month and vehicles by the day in Kishoreganj: see, talk, agree.",
    ),
    "my_rentals": ("আমার ভাড়া", "My rentals"),
    "news": ("খবর", "News"),
    "assist": ("নাগরিকের হয়ে কাজ", "Acting for a citizen"),
    "my_money": ("আমার টাকা", "My money"),
    "tenancy": ("ভাড়ার চুক্তি", "The tenancy"),
    "by_month": ("মাসে {amount}", "{amount} a month"),
    "by_day": ("দিনে {amount}", "{amount} a day"),
    "shares": ("কোরবানির ভাগ", "Qurbani shares"),
    "shares_about": (
        "কিশোরগঞ্জে কোরবানির পশুর ভাগ: কয়টি বাকি দেখুন, এক ভাগ নিন, টাকা দিন।",
        "Shares of qurbani animals in Kishoreganj: see what is left, take one, pay it.",
    ),
    "deposits": ("হাটের জামানত", "Deposits at haats"),
    "deposits_about": (
        "কোনো কোনো হাটে ডাকার আগে জামানত লাগে। জিতলে দামের সঙ্গে কাটা যায়, না জিতলে একই পথে ফেরত আসে।",
        "Some haats ask for a deposit before one bids. If you win it counts for the price; if not, "
        "it goes back by the way it came.",
    ),
    "complaints": ("নালিশ", "Complaints"),
    "complaints_about": (
        "কিশোরগঞ্জে রাস্তা, পানি, বিদ্যুৎ, সেবা, হাট বা অফিস নিয়ে নালিশ করুন; বাঁধা সময়ে উত্তর।",
        "Complain of roads, water, power, services, haats or offices in Kishoreganj.",
    ),
    "figures": ("সবার জন্য হিসাব", "Figures for everybody"),
    "figures_about": (
        "কিশোরগঞ্জে কত সেবা খোলা, হাটে কী বিক্রি হলো, নালিশের উত্তর কত দিনে আসে: সবার জন্য।",
        "Services, sales at the haats and answers to complaints in Kishoreganj, counted.",
    ),
    "ride": ("গাড়ি ডাকুন", "Call a ride"),
    "tile_doctor": ("ডাক্তার", "Doctor"),
    "tile_shops": ("দোকান", "Shops"),
    "bazar": ("বাজার: জেলার দোকান", "Bazar: shops of the district"),
    "bazar_about": (
        "কিশোরগঞ্জের সব দোকান এক পাতায়: কাছের দোকান, কী আছে, কত দাম, এখন খোলা কি না।",
        "All shops of Kishoreganj on one page: which are near, what they have, at which price.",
    ),
    "bazar_lead": (
        "কিশোরগঞ্জের দোকান, নতুনগুলো আগে। আপনার এলাকা বাছুন, কাছের দোকান আগে আসবে।",
        "The shops of Kishoreganj, the newest first. Choose where you are, and near shops come "
        "first.",
    ),
    "bazar_upazila": ("উপজেলা", "Upazila"),
    "bazar_union": ("ইউনিয়ন বা পৌরসভা", "Union or municipality"),
    "bazar_kind": ("কী ধরনের জিনিস", "Kind of goods"),
    "bazar_open": ("এখন খোলা", "Open now"),
    "bazar_closed": ("এখন বন্ধ", "Closed now"),
    "bazar_delivers": ("বাড়ি পৌঁছে দেয়", "Delivers"),
    "bazar_no_goods": ("শিগগির পণ্য আসছে।", "Goods will come soon."),
    "bazar_none": ("এমন দোকান এখনো নেই।", "There is no such shop yet."),
    "tile_rentals": ("ভাড়া", "To let"),
    "hottest": ("এই মুহূর্তে সবচেয়ে জমজমাট", "The liveliest right now"),
    "tab_running": ("চলছে", "Running"),
    "tab_coming": ("আসছে", "Coming"),
    "tab_ended": ("শেষ", "Ended"),
    "tab_buy": ("কিনুন", "Buy now"),
    "filters": ("বাছাই", "Filters"),
    "menu": ("পাতাগুলো", "Pages"),
    "search": ("কী খুঁজছেন?", "What are you looking for?"),
    "search_hint": ("সেবা, পণ্য, পশু বা জায়গা", "A service, good, animal or place"),
    "counts": (
        "চলছে {running}টি · আসছে {coming}টি · আজ শেষ {ended}টি",
        "{running} running · {coming} coming · {ended} ended today",
    ),
    "seba_title": (
        "সেবা: ইলেকট্রিশিয়ান, ডাক্তার, গাড়ি, রক্ত",
        "Services: electricians, doctors, vehicles, blood",
    ),
    "seba_about": (
        "কিশোরগঞ্জের উনিশ রকম সেবা: কে এখন খালি, দাম কত, সময় নিন ঘরে বসে।",
        "Nineteen kinds of services in Kishoreganj: who is free now, for how much; book at home.",
    ),
    "seba_lead": (
        "কাজের মানুষ, ডাক্তার, গাড়ি, রক্ত: কী লাগবে?",
        "Workers, doctors, vehicles, blood: what do you need?",
    ),
    "seba_kinds": ("কী ধরনের সেবা", "Which kind of service"),
    "seba_search": ("কী খুঁজছেন?", "What are you looking for?"),
    "seba_search_go": ("খুঁজুন", "Search"),
    "seba_prices": ("কাজ ও দাম", "Work and prices"),
    "search_title": ("খুঁজুন", "Search"),
    "booking": ("আপনার সময় নেওয়া", "Your booking"),
    "desk": ("আমার কাজের টেবিল", "My desk"),
    "own_work": ("আমার সেবা, দাম ও সময়", "My services, prices and times"),
    "provider": ("সেবাদাতা", "Provider"),
    "shop": ("দোকান", "Shop"),
    "shop_empty": ("শিগগির পণ্য আসছে। ফোন করে জেনে নিন।", "Goods are coming soon. Call to ask."),
    "in_stock": ("আছে", "In stock"),
    "out_of_stock": ("এখন নেই", "Out of stock"),
    "go": ("দেখুন ও ডাক দিন", "See it and bid"),
    "loading": ("আসছে…", "Loading…"),
}


def say(key: str, language: Language, **values: str) -> str:
    """Return a word or sentence; `{n}` stands for a value, `{n:day|days}` for what fits it."""

    def shown(hole: re.Match[str]) -> str:
        name, one, more = hole.groups()
        if one is None:
            return values[name]
        return one if values[name] == "1" else more

    return HOLE.sub(shown, WORDS[key][language == "en"])
