"""Who offers which service in the demo: one of each trade in each upazila. All are made up."""

from __future__ import annotations

from dataclasses import dataclass

from hmk_graph.demo.people import SELLERS, UPAZILAS, Person

WEEK = [[{"opens": 8 * 60, "closes": 20 * 60}] for _ in range(7)]
# Two names of each make a hundred and more people.
_FIRST = (
    *("মো. আনিসুর", "মো. হারুন", "মো. শফিক", "মো. বাবুল", "মো. কামাল", "মো. জালাল", "মো. সবুজ"),
    *("মো. মামুন", "মো. লিটন", "মো. রতন", "মো. সুমন", "মো. হাসান", "মো. ইকবাল"),
)
_WOMEN = (
    *("রহিমা", "শাহানা", "মোমেনা", "জাহানারা", "ফিরোজা", "নূরজাহান", "মর্জিনা", "রাশিদা"),
    *("খোদেজা", "হাজেরা", "মাজেদা", "সালেহা", "আনোয়ারা"),
)
_LAST = ("রহমান", "মিয়া", "ইসলাম", "উদ্দিন", "হোসেন", "আলী", "খান")


@dataclass(frozen=True, kw_only=True)
class Trade:
    """A category and how it is priced here: taka for a unit of so many minutes."""

    slug: str
    title_bn: str
    title_en: str
    unit: str
    minutes: int
    taka: int
    venue: str = "CUSTOMER"
    needs_quote: bool = False
    gender: str | None = None


@dataclass(frozen=True, kw_only=True)
class Tradesman(Person):
    """Somebody who has a trade. `home` is the slug of his union."""

    trade: Trade
    upazila: str
    home: str


TRADES = (
    Trade(
        slug="electrician",
        title_bn="ঘরের বৈদ্যুতিক কাজ",
        title_en="Electric work at home",
        unit="visit",
        minutes=60,
        taka=300,
        needs_quote=True,
    ),
    Trade(
        slug="housemaid",
        title_bn="ঘরের কাজে সাহায্য",
        title_en="Help in the house",
        unit="hour",
        minutes=60,
        taka=80,
        gender="FEMALE",
    ),
    Trade(
        slug="beautician",
        title_bn="বিয়ের সাজ",
        title_en="Bridal make-up",
        unit="service",
        minutes=120,
        taka=2_500,
        gender="FEMALE",
    ),
    Trade(
        slug="barber",
        title_bn="চুল কাটা",
        title_en="Haircut",
        unit="service",
        minutes=30,
        taka=80,
        venue="PROVIDER",
    ),
    Trade(
        slug="carpenter",
        title_bn="দরজা-জানালা মেরামত",
        title_en="Doors and windows mended",
        unit="job",
        minutes=120,
        taka=500,
        needs_quote=True,
    ),
    Trade(
        slug="painter",
        title_bn="ঘর রং করা",
        title_en="House painting",
        unit="job",
        minutes=240,
        taka=900,
        needs_quote=True,
    ),
    Trade(
        slug="mason",
        title_bn="গাঁথুনি ও আস্তর",
        title_en="Brickwork and plaster",
        unit="day",
        minutes=480,
        taka=900,
    ),
    Trade(
        slug="butcher",
        title_bn="কোরবানির গরু জবাই ও কাটা",
        title_en="Slaughter and cutting for Qurbani",
        unit="animal",
        minutes=180,
        taka=5_000,
    ),
    Trade(
        slug="cleaner",
        title_bn="ঘর পরিষ্কার",
        title_en="House cleaning",
        unit="visit",
        minutes=120,
        taka=600,
    ),
    Trade(
        slug="cobbler",
        title_bn="জুতা সেলাই",
        title_en="Shoes mended",
        unit="item",
        minutes=20,
        taka=60,
        venue="PROVIDER",
    ),
    Trade(
        slug="day-labourer",
        title_bn="দৈনিক মজুর",
        title_en="Labour by the day",
        unit="day",
        minutes=480,
        taka=700,
    ),
    Trade(
        slug="driver",
        title_bn="আপনার গাড়ির চালক",
        title_en="A driver for your car",
        unit="day",
        minutes=600,
        taka=1_200,
    ),
    Trade(
        slug="doctor",
        title_bn="সাধারণ রোগের চিকিৎসা",
        title_en="General practice",
        unit="visit",
        minutes=15,
        taka=500,
        venue="PROVIDER",
    ),
    Trade(
        slug="lawyer",
        title_bn="জমিজমার মামলা",
        title_en="Land cases",
        unit="consultation",
        minutes=45,
        taka=1_000,
        venue="PROVIDER",
    ),
)
"""What is booked or has numbers. What is dispatched, rented or given comes with that."""


def _home(upazila: str) -> str:
    return next(seller.home for seller in SELLERS if seller.upazila == upazila)


def _name(number: int, trade: Trade) -> str:
    first = (_WOMEN if trade.gender == "FEMALE" else _FIRST)[number % len(_FIRST)]
    return f"{first} {'বেগম' if trade.gender == 'FEMALE' else _LAST[number % len(_LAST)]}"


TRADESMEN = tuple(
    Tradesman(
        phone=f"+880170004{number:04d}",
        address=f"127.0.10.{number}",
        name=_name(number, trade),
        trade=trade,
        upazila=upazila,
        home=_home(upazila),
    )
    for number, (upazila, trade) in enumerate(
        (
            # Each trade is there early, each time in another upazila.
            (UPAZILAS[(place + turn) % len(UPAZILAS)], trade)
            for turn in range(len(UPAZILAS))
            for place, trade in enumerate(TRADES)
        ),
        start=1,
    )
)
