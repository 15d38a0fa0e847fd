"""Made-up animals that could be real: breed, weight, teeth, color and price fit together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from hmk_graph.clock import DHAKA
from hmk_graph.demo.looks import COLORS, DESCRIPTIONS, FEMALES, NAMES, Called, Look
from hmk_graph.haat import species
from hmk_graph.haat.registering import NewAnimal
from hmk_graph.haat.tagging import Scheme, Tag
from hmk_graph.haat.weighing import Weighing
from hmk_graph.money import BENGALI_DIGITS, Paisa, taka

T = TypeVar("T")
Bounds = tuple[int, int]

# Taka for a kilogram of live weight (domain.md A.3 for cattle; goats and sheep are dearer meat).
PER_KG: dict[str, Bounds] = {
    "cattle": (450, 525),
    "buffalo": (430, 490),
    "goat": (540, 640),
    "sheep": (480, 560),
}
# Kilograms of a grown animal, where animals.json has no figure of its own.
USUAL_KG: dict[tuple[str, str], Bounds] = {
    ("cattle", "mirkadim"): (250, 420),
    ("cattle", "north-bengal-grey"): (220, 350),
    ("cattle", "sahiwal"): (330, 620),
    ("cattle", "sindhi"): (300, 480),
    ("cattle", "holstein-friesian"): (420, 760),
    ("cattle", "brahman"): (450, 800),
    ("cattle", "cross"): (280, 620),
    ("buffalo", "local"): (330, 520),
    ("buffalo", "murrah"): (430, 680),
    ("buffalo", "nili-ravi"): (430, 650),
    ("goat", "jamunapari"): (32, 46),
    ("goat", "beetal"): (34, 48),
    ("goat", "cross"): (26, 38),
    ("sheep", "local"): (18, 28),
    ("sheep", "garole"): (22, 34),
}
GIANTS: dict[str, Bounds] = {
    "holstein-friesian": (780, 1_050),
    "brahman": (760, 1_000),
    "sahiwal": (740, 860),
    "cross": (750, 980),
}
SPECIES = {"cattle": 74, "goat": 12, "buffalo": 9, "sheep": 5}
BREEDS: dict[str, dict[str, int]] = {
    "cattle": {
        "local": 30,
        "cross": 22,
        "sahiwal": 12,
        "holstein-friesian": 10,
        "pabna": 8,
        "red-chittagong": 7,
        "brahman": 5,
        "mirkadim": 3,
        "north-bengal-grey": 2,
        "sindhi": 1,
    },
    "buffalo": {"local": 6, "murrah": 3, "nili-ravi": 1},
    "goat": {"black-bengal": 7, "jamunapari": 2, "beetal": 1, "cross": 2},
    "sheep": {"local": 3, "garole": 2},
}
SEXES: dict[str, dict[str, int]] = {
    "cattle": {"bull": 76, "ox": 12, "heifer": 7, "cow": 5},
    "buffalo": {"bull": 8, "cow": 2},
    "goat": {"wether": 7, "buck": 2, "doe": 1},
    "sheep": {"ram": 7, "ewe": 3},
}
TEETH = {2: 50, 4: 30, 6: 15, 8: 5}
# Months of age by the number of permanent incisors; cattle by the table of animals.json.
MONTHS: dict[str, dict[int, Bounds]] = {
    "cattle": {2: (25, 29), 4: (30, 36), 6: (37, 44), 8: (46, 70)},
    "buffalo": {2: (36, 47), 4: (48, 59), 6: (60, 71), 8: (73, 90)},
}
SMALL_MONTHS: Bounds = (13, 28)
# A scale at the farm, a tape, or the eye; with what, and how often.
METHODS = {("LoadCell", "ডিজিটাল স্কেল"): 60, ("Girth", "মাপার ফিতা"): 28, ("Assessed", ""): 12}
DEFECTS = {(): 95, ("horn-uprooted",): 2, ("tail-cut",): 1, ("ear-cut",): 2}
MONTH = timedelta(days=30.4)


@dataclass(frozen=True, kw_only=True)
class Beast:
    """An animal that can be registered, what it is worth, and what stands over it for sale."""

    animal: NewAnimal
    value: Paisa
    title_bn: str
    title_en: str
    description: str

    @property
    def grams(self) -> int:
        """Return the weight; every made-up animal has one."""
        return self.animal.weight.grams if self.animal.weight else 0


def worth(kind: str, grams: int) -> Paisa:
    """Return what people would pay for an animal of so many grams, about."""
    low, high = PER_KG.get(kind, PER_KG["cattle"])
    return taka(grams * (low + high) // 2_000)


def draw(
    rng: Random,
    *,
    now: datetime,
    origin_id: int,
    village: str,
    tag: str = "",
    giant: bool = False,
    only: str = "",
) -> Beast:
    """Make an animal up. `only` names its species; a giant is a bull worth some lakh."""
    kind = "cattle" if giant else only or _pick(rng, SPECIES)
    breed = rng.choice(list(GIANTS)) if giant else _pick(rng, BREEDS[kind])
    sex = "bull" if giant else _pick(rng, SEXES[kind])
    light, heavy = GIANTS[breed] if giant else adult_kg(kind, breed)
    if sex in FEMALES:
        heavy = (light + heavy) // 2
    grams = rng.randint(light, heavy) * 1_000
    teeth, born = _age(rng, kind, giant)
    look = rng.choice(COLORS[kind].get(breed, COLORS[kind][""]))
    called = _name(rng, kind, sex, look, often=giant)
    owned = rng.randint(4, max(5, born - 1))
    proven = teeth is None or rng.random() < 0.3
    method, device = _pick(rng, METHODS)
    new = NewAnimal(
        species=kind,
        sex=sex,
        breed=breed,
        origin_id=origin_id,
        village=village,
        name=called.bn if called else "",
        coat_color=look.bn,
        birth_date=(now - born * MONTH).astimezone(DHAKA).date() if proven else None,
        teeth=teeth,
        owned_since=(now - owned * MONTH).astimezone(DHAKA).date(),
        tags=(Tag(scheme=Scheme.FARM, value=tag),) if tag else (),
        weight=Weighing(
            grams=grams,
            method=method,
            device=device,
            measured_at=now - timedelta(hours=rng.randint(6, 200)),
            hours_off_feed=12 if method == "LoadCell" and rng.random() < 0.5 else None,
        ),
        defects=_pick(rng, DEFECTS),
    )
    value = _price(grams, rng.randint(*PER_KG[kind]))
    return Beast(
        animal=new,
        value=value,
        title_bn=_title_bn(new, called, grams),
        title_en=_title_en(new, called, look, grams),
        description=" ".join(rng.sample(DESCRIPTIONS[kind], 2)),
    )


def adult_kg(kind: str, breed: str) -> Bounds:
    """Return the weights between which a grown animal of a breed lies, in kilograms."""
    return species.known(kind).breeds[breed].adult_weight_kg or USUAL_KG[kind, breed]


def _pick(rng: Random, weights: dict[T, int]) -> T:
    return rng.choices(list(weights), list(weights.values()))[0]


def _age(rng: Random, kind: str, giant: bool) -> tuple[int | None, int]:
    """Return permanent incisors (None: nobody looked, the birth is known) and months of age."""
    if kind not in MONTHS:
        return None, rng.randint(*SMALL_MONTHS)
    teeth = rng.choice((4, 6)) if giant else _pick(rng, TEETH)
    return teeth, rng.randint(*MONTHS[kind][teeth])


def _name(rng: Random, kind: str, sex: str, look: Look, *, often: bool) -> Called | None:
    """Give a name: to the giants nearly always, to other cattle now and then."""
    likely = 0.95 if often else 0.3 if kind in MONTHS else 0.05
    if rng.random() > likely:
        return None
    fit = NAMES["female" if sex in FEMALES else "male"]
    return rng.choice([one for one in fit if one.group in ("", look.group)])


def _price(grams: int, per_kg: int) -> Paisa:
    """Return a price as people say it: in five hundreds, for small animals in hundreds."""
    exact = grams * per_kg // 1_000
    unit = 500 if exact >= 40_000 else 100
    return taka(exact // unit * unit)


def _title_bn(new: NewAnimal, called: Called | None, grams: int) -> str:
    kind = species.known(new.species)
    breed = "সংকর জাতের" if new.breed == "cross" else kind.breeds[new.breed].name_bn
    # What the breed's own name says already is not said twice.
    told = (new.coat_color, breed.split()[0]) in (("লাল", "রেড"), ("কালো", "ব্ল্যাক"))
    color = "" if told else f"{new.coat_color} "
    weight = f"{grams // 1_000} কেজি".translate(BENGALI_DIGITS)
    what = f"{color}{breed} {kind.sexes[new.sex].name_bn}, {weight}"
    return f"‘{called.bn}’: {what}" if called else what


def _title_en(new: NewAnimal, called: Called | None, look: Look, grams: int) -> str:
    kind = species.known(new.species)
    breed = kind.breeds[new.breed].name_en.split(" (")[0]
    if new.breed in ("local", "cross"):
        breed = breed.lower()
    color = "" if breed.lower().startswith(look.en) else f"{look.en} "
    sex = kind.sexes[new.sex].name_en.split(" (")[0].lower()
    # A bull or a cow may be of either; the other words name their species by themselves.
    of = "buffalo " if new.species == "buffalo" else ""
    what = f"{color}{breed} {of}{sex}, {grams // 1_000} kg"
    return f"“{called.en}”: {what}" if called else what[0].upper() + what[1:]
