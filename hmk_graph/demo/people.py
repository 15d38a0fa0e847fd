"""The people of the demo: whom a visitor may be, and whom the simulators are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

HOME = "kishoreganj"
# Two known livestock markets lie in this upazila, with names of their own.
TWO_HAATS = "hossainpur"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with a phone, a name on the profile, and a network address of his own.

    In life each has his own line, so the limits that hold for a network hold for each alone.
    """

    phone: str
    address: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Persona(Person):
    """Somebody whom a visitor may be. No simulator ever acts for him."""

    role: str
    name_bn: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class Officer(Person):
    """An officer of a place (`area`, a slug) and all below it."""

    area: str


@dataclass(frozen=True, kw_only=True)
class Seller(Person):
    """A farmer. `home` is the slug of the union where the animals stand."""

    farm: str
    upazila: str
    union: str
    village: str

    @property
    def home(self) -> str:
        """Return the slug of the union."""
        return f"{HOME}-{self.upazila}-{self.union}"

    @property
    def haat(self) -> str:
        """Return the slug of the haat to which the animals are brought."""
        return haat_of(self.upazila)


def haat_of(upazila: str) -> str:
    """Return the slug of an upazila's haat for cattle."""
    return f"{HOME}-{upazila}-{'gorur-haat' if upazila == TWO_HAATS else 'haat'}"


def upazila_slug(upazila: str) -> str:
    """Return the slug of the upazila itself."""
    return f"{HOME}-{upazila}"


def upazila_of(haat: str) -> str:
    """Return the upazila in which a haat, named by its slug, lies."""
    return next(one for one in UPAZILAS if haat.startswith(f"{upazila_slug(one)}-"))


def _persona(number: int, role: str, name: str, name_bn: str, name_en: str) -> Persona:
    return Persona(
        phone=f"+88017000000{number:02d}",
        address=f"127.0.9.{number}",
        name=name,
        role=role,
        name_bn=name_bn,
        name_en=name_en,
    )


BUYER = _persona(1, "buyer", "সুমাইয়া আক্তার", "ক্রেতা সুমাইয়া", "Buyer Sumaiya")
SECOND_BUYER = _persona(2, "second buyer", "জহিরুল ইসলাম", "ক্রেতা জহির", "Buyer Zahir")
SELLING_PERSONA = _persona(3, "seller", "আব্দুর রহিম", "বিক্রেতা রহিম", "Seller Rahim")
OFFICER = _persona(4, "officer", "নাসরিন সুলতানা", "কর্মকর্তা নাসরিন", "Officer Nasrin")
SECOND_OFFICER = _persona(5, "second officer", "মাহবুবুর রহমান", "কর্মকর্তা মাহবুব", "Officer Mahbub")
PROVIDER = _persona(6, "provider", "রফিকুল ইসলাম", "সেবাদাতা রফিক", "Provider Rafiq")
SHOPKEEPER = _persona(7, "shopkeeper", "শাহনাজ পারভীন", "দোকানদার শাহনাজ", "Shopkeeper Shahnaz")
DRIVER = _persona(8, "driver", "হারুন মিয়া", "চালক হারুন", "Driver Harun")
DISPATCHER = _persona(9, "dispatcher", "শিরিন আক্তার", "ডেস্ক শিরিন", "Dispatcher Shirin")
OPERATOR = _persona(10, "operator", "নাজমা বেগম", "উদ্যোক্তা নাজমা", "Operator Nazma")

PERSONAS = (
    *(BUYER, SECOND_BUYER, SELLING_PERSONA, OFFICER, SECOND_OFFICER, PROVIDER, SHOPKEEPER),
    *(DRIVER, DISPATCHER, OPERATOR),
)
# Where the operator's digital center is.
CENTER = f"{HOME}-karimganj-niamatpur"
# Simulated: two who call, and one who sits at the desk of the district.
CALLER = Person(phone="+8801700005091", address="127.0.11.91", name="মরিয়ম বেগম")
RIDER = Person(phone="+8801700005092", address="127.0.11.92", name="তাহমিনা আক্তার")
DESK_HAND = Person(phone="+8801700005093", address="127.0.11.93", name="আব্দুল মান্নান")

# By which a portrait is painted.
WOMENS_NAMES = ("খাতুন", "বেগম", "আক্তার", "সুলতানা", "পারভীন")

# The farm of the seller whom a visitor may be; phone and name are the persona's.
PERSONAS_FARM = Seller(
    phone=SELLING_PERSONA.phone,
    address=SELLING_PERSONA.address,
    name=SELLING_PERSONA.name,
    farm="রহিম ডেইরি ফার্ম",
    upazila="karimganj",
    union="niamatpur",
    village="চরপাড়া",
)

_UPAZILAS = {
    "kishoreganj-sadar": ("ডা. শাহীন আলম", "মো. কামরুজ্জামান"),
    "karimganj": ("ডা. ফারহানা ইয়াসমিন", "আবুল কাশেম"),
    "hossainpur": ("ডা. আশরাফুল হক", "নূরুল আমিন"),
    "pakundia": ("ডা. তানিয়া রহমান", "শফিকুল ইসলাম"),
    "katiadi": ("ডা. মনিরুজ্জামান", "হাবিবুর রহমান"),
    "bajitpur": ("ডা. সাবিনা খাতুন", "গোলাম মোস্তফা"),
    "kuliarchar": ("ডা. রেজাউল করিম", "আনোয়ার হোসেন"),
    "bhairab": ("ডা. ইমরান হোসেন", "জাহাঙ্গীর আলম"),
    "nikli": ("ডা. মাসুদ রানা", "সিরাজুল ইসলাম"),
    "tarail": ("ডা. শারমিন আক্তার", "আব্দুস সালাম"),
    "itna": ("ডা. নাজমুল হাসান", "ফজলুর রহমান"),
    "mithamain": ("ডা. রাশেদুল ইসলাম", "মতিউর রহমান"),
    "austagram": ("ডা. লায়লা আরজুমান", "খলিলুর রহমান"),
}
UPAZILAS = tuple(_UPAZILAS)

_sellers = (
    ("মো. নজরুল ইসলাম", "নজরুল এগ্রো", "kishoreganj-sadar", "joshodal", "মধ্যপাড়া"),
    ("হেলেনা বেগম", "হেলেনা খামার", "kishoreganj-sadar", "binnati", "পূর্বপাড়া"),
    ("আবু তাহের", "তাহের ক্যাটল ফার্ম", "kishoreganj-sadar", "latibabad", "নয়াপাড়া"),
    ("মো. শাহজাহান মিয়া", "শাহজাহান ডেইরি", "karimganj", "gujadia", "টামনী"),
    ("রোকেয়া খাতুন", "রোকেয়া গবাদি খামার", "karimganj", "dehunda", "উত্তরপাড়া"),
    ("মো. বাচ্চু মিয়া", "বাচ্চু মিয়ার খামার", "hossainpur", "jinari", "কান্দাপাড়া"),
    ("আলাল উদ্দিন", "আলাল এগ্রো ফার্ম", "hossainpur", "pumdi", "দক্ষিণপাড়া"),
    ("মো. সোহেল রানা", "রানা এগ্রো", "pakundia", "hosendi", "পূর্বপাড়া"),
    ("জোবেদা খাতুন", "জোবেদা ছাগল খামার", "pakundia", "sukhia", "বড়বাড়ি"),
    ("মো. আব্দুল হাই", "হাই ব্রাদার্স ফার্ম", "katiadi", "mumurdia", "মধ্যপাড়া"),
    ("মো. কাঞ্চন মিয়া", "কাঞ্চন ডেইরি", "katiadi", "banagram", "নয়াপাড়া"),
    ("মো. ইদ্রিস আলী", "ইদ্রিস ক্যাটল", "bajitpur", "sararchar", "পশ্চিমপাড়া"),
    ("আছিয়া আক্তার", "আছিয়ার খামার", "bajitpur", "pirijpur", "হাটখোলা"),
    ("মো. মজিবুর রহমান", "মজিবুর এগ্রো", "kuliarchar", "ramdi", "উত্তরপাড়া"),
    ("মো. আক্কাস আলী", "আক্কাস ডেইরি", "bhairab", "shimulkandi", "গোছামারা"),
    ("মো. দুলাল মিয়া", "দুলাল মিয়ার খামার", "nikli", "guroi", "পূর্বপাড়া"),
    ("মো. চাঁন মিয়া", "হাওর এগ্রো", "itna", "badla", "থানেশ্বর"),
    ("মো. সুরুজ আলী", "সুরুজ মহিষ খামার", "mithamain", "ghagra", "নতুনহাটি"),
    ("মো. আমির হামজা", "হামজা খামার", "austagram", "dewghar", "কান্দাহাটি"),
    ("মো. লোকমান হেকিম", "লোকমান ক্যাটল ফার্ম", "tarail", "jawar", "দক্ষিণপাড়া"),
)

# Their wish to sell waits for an officer, so that there is something to decide.
_applicants = (
    ("মো. রুবেল মিয়া", "রুবেল ফার্ম", "karimganj", "kiraton", "মধ্যপাড়া"),
    ("শিউলি আক্তার", "শিউলির ছাগল খামার", "kishoreganj-sadar", "maria", "পশ্চিমপাড়া"),
)

_bidders = (
    "মো. আরিফ হোসেন", "তাসলিমা বেগম", "মো. সাইফুল ইসলাম", "আব্দুল মালেক", "মো. জসিম উদ্দিন",
    "সেলিনা পারভীন", "মো. মিজানুর রহমান", "মো. রাসেল মিয়া", "মাওলানা আব্দুল বাতেন", "মো. শামীম আহমেদ",
    "হাজী আব্দুস সোবহান", "মো. তোফাজ্জল হোসেন", "নাজমা আক্তার", "মো. এরশাদ আলী", "মো. বিল্লাল হোসেন",
    "মো. হুমায়ুন কবির", "শরীফা খাতুন", "মো. আলমগীর হোসেন", "মো. ওবায়দুল হক", "মো. রফিকুল্লাহ",
    "মো. মোশাররফ হোসেন", "মাহমুদা খানম", "মো. খায়রুল বাশার", "মো. সেলিম রেজা", "মো. আব্দুল কাদির",
    "মো. নাঈম ভূঁইয়া", "মো. জাকির হোসেন", "রাবেয়া সুলতানা", "মো. ফারুক আহমেদ", "মো. ইউসুফ আলী",
)  # fmt: skip

# In the order of their shops in `data/shops.json`, behind the persona's.
_shopkeepers = (
    *("মো. আব্দুল মতিন", "মনোয়ারা বেগম", "মো. ফরিদ উদ্দিন", "সুধীর চন্দ্র পাল", "মো. শরীফ মিয়া"),
    *("মোছা. রাবেয়া খাতুন", "মো. হুমায়ুন কবির", "নিতাই চন্দ্র দাস", "মো. জালাল উদ্দিন"),
    *("মো. সোহেল রানা", "আছিয়া বেগম"),
)

_lines = count(1)


def _line() -> str:
    return f"127.0.7.{next(_lines)}"


def _officers() -> tuple[Officer, ...]:
    found = []
    for number, (upazila, (vet, keeper)) in enumerate(_UPAZILAS.items(), start=1):
        found += [
            Officer(
                phone=f"+88017000010{number:02d}",
                address=_line(),
                name=vet,
                area=upazila_slug(upazila),
            ),
            Officer(
                phone=f"+88017000011{number:02d}",
                address=_line(),
                name=keeper,
                area=haat_of(upazila),
            ),
        ]
    return tuple(found)


def _farms(rows: tuple[tuple[str, str, str, str, str], ...], prefix: str) -> tuple[Seller, ...]:
    return tuple(
        Seller(
            phone=f"{prefix}{number:02d}",
            address=_line(),
            name=name,
            farm=farm,
            upazila=upazila,
            union=union,
            village=village,
        )
        for number, (name, farm, upazila, union, village) in enumerate(rows, start=1)
    )


OFFICERS = _officers()
SELLERS = _farms(_sellers, "+88017000020")
APPLICANTS = _farms(_applicants, "+88017000021")
BIDDERS = tuple(
    Person(phone=f"+88017000030{number:02d}", address=_line(), name=name)
    for number, name in enumerate(_bidders, start=1)
)

SHOPKEEPERS = tuple(
    Person(phone=f"+88017000060{number:02d}", address=_line(), name=name)
    for number, name in enumerate(_shopkeepers, start=1)
)

VETS = {upazila: OFFICERS[2 * n] for n, upazila in enumerate(UPAZILAS)}
"""The livestock officer of each upazila, who examines animals and schedules lots."""

EVERYBODY: tuple[Person, ...] = (
    *(*PERSONAS, DESK_HAND, *OFFICERS, *SELLERS, *APPLICANTS, *BIDDERS, *SHOPKEEPERS),
)
