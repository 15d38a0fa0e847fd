"""Words for made-up animals: colors by breed, names that fit the color, and what sellers say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """A color in both languages, and its group, by which names are chosen."""

    bn: str
    en: str
    group: str = ""


@dataclass(frozen=True)
class Called:
    """A name in both scripts; `group` empty: it fits every color."""

    bn: str
    en: str
    group: str = ""


RED = Look("লাল", "red", "red")
REDDISH = Look("লালচে বাদামি", "reddish brown", "red")
BROWN = Look("বাদামি", "brown")
BLACK = Look("কালো", "black", "black")
WHITE = Look("সাদা", "white", "white")
GREY = Look("ধূসর", "grey")
PIED = Look("সাদা-কালো", "black and white")
BLACKISH = Look("কালচে ধূসর", "dark grey", "black")
SPOTTED = Look("সাদা-বাদামি", "white and brown")

COLORS: dict[str, dict[str, tuple[Look, ...]]] = {
    "cattle": {
        "": (RED, BLACK, WHITE, BROWN, GREY, REDDISH),
        "red-chittagong": (RED,),
        "pabna": (WHITE, GREY),
        "mirkadim": (WHITE,),
        "north-bengal-grey": (GREY,),
        "sahiwal": (REDDISH, RED),
        "sindhi": (RED,),
        "holstein-friesian": (PIED, BLACK),
        "brahman": (GREY, WHITE, REDDISH),
        "cross": (PIED, BLACK, REDDISH, BROWN),
    },
    "buffalo": {"": (BLACK, BLACKISH)},
    "goat": {
        "": (BROWN, SPOTTED, PIED),
        "black-bengal": (BLACK, BROWN, PIED),
        "jamunapari": (WHITE, SPOTTED),
        "beetal": (BLACK, REDDISH),
    },
    "sheep": {"": (WHITE, BROWN, BLACKISH)},
}

NAMES: dict[str, tuple[Called, ...]] = {
    "male": (
        Called("সুলতান", "Sultan"),
        Called("রাজা বাবু", "Raja Babu"),
        Called("হাওরের রাজা", "King of the Haor"),
        Called("টাইগার", "Tiger"),
        Called("বাহাদুর", "Bahadur"),
        Called("সম্রাট", "Samrat"),
        Called("শাহজাদা", "Shahzada"),
        Called("নবাব", "Nabab"),
        Called("জমিদার", "Zamindar"),
        Called("পালোয়ান", "Palwan"),
        Called("তুফান", "Tufan"),
        Called("ভোলা", "Bhola"),
        Called("কালা মানিক", "Kala Manik", "black"),
        Called("কালা পাহাড়", "Kala Pahar", "black"),
        Called("লাল বাদশা", "Lal Badshah", "red"),
        Called("লালু", "Lalu", "red"),
        Called("ধলা মিয়া", "Dhola Mia", "white"),
        Called("সাদা হাতি", "White Elephant", "white"),
    ),
    "female": (
        Called("ময়না", "Moyna"),
        Called("টুনি", "Tuni"),
        Called("সোনামণি", "Sonamoni"),
        Called("লালী", "Lali", "red"),
        Called("ধলী", "Dholi", "white"),
    ),
}
FEMALES = frozenset({"cow", "heifer", "doe", "ewe"})

_CARED = (
    "বাড়িতে নিজের হাতে পালা।",
    "ওজন বা দাঁত নিয়ে সন্দেহ থাকলে সামনে দেখে নিতে পারবেন।",
    "দুপুরের আগে এলে খামারে এসে দেখে যেতে পারবেন।",
    "হাটে আনার ভাড়া বিক্রেতার।",
)
DESCRIPTIONS: dict[str, tuple[str, ...]] = {
    "cattle": (
        *_CARED,
        "খড়, কাঁচা ঘাস, ভুসি আর খৈল খাইয়ে বড় করা; মোটাতাজা করার কোনো ওষুধ দেওয়া হয়নি।",
        "স্বভাব শান্ত, ছোটরাও কাছে যেতে পারে।",
        "ক্ষুরারোগ আর তড়কার টিকা দেওয়া আছে, টিকার কার্ড সঙ্গে পাবেন।",
        "হাওরের কাঁচা ঘাস খেয়ে বড় হয়েছে।",
        "কেনার দিন ডিজিটাল স্কেলে আবার মেপে নেওয়া যাবে।",
    ),
    "buffalo": (
        *_CARED,
        "হাওরের চরে ছেড়ে পালা, গড়ন মজবুত।",
        "গলাফুলা আর তড়কার টিকা দেওয়া আছে।",
        "পানিতে নামিয়ে রোজ গোসল করানো হয়, চামড়া পরিষ্কার।",
    ),
    "goat": (
        *_CARED,
        "পিপিআর টিকা দেওয়া আছে।",
        "কাঁঠালপাতা আর ঘাস খেয়ে বড় হয়েছে।",
        "গায়ে চর্বি কম, চটপটে আর সুস্থ।",
    ),
    "sheep": (
        *_CARED,
        "পিপিআর টিকা দেওয়া আছে।",
        "পালের সঙ্গে মাঠে চরে বড় হয়েছে।",
    ),
}
FINDINGS = (
    "জ্বর নেই, চামড়া ও খুর পরিষ্কার, জাবর কাটছে। সুস্থ।",
    "চোখ, নাক ও মুখ পরিষ্কার; হাঁটাচলা স্বাভাবিক। সুস্থ।",
    "তাপমাত্রা স্বাভাবিক, খাওয়া ভালো, কোনো ক্ষত নেই।",
)
