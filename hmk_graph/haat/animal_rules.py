"""What can be said of an animal by rule: its tag, its weight by tape, its fitness for qurbani.

Names of kinds and methods are those of the ICAR Animal Data Exchange standard (adewg/ICAR 1.3.2).
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from hmk_graph.errors import BadInput


class Specie(StrEnum):
    """ICAR's word for the kind of an animal, as far as a haat trades in it.

    ICAR has no word for a camel, and a dumba is a sheep to it.
    """

    BUFFALO = "Buffalo"
    CATTLE = "Cattle"
    GOAT = "Goat"
    SHEEP = "Sheep"


class Gender(StrEnum):
    """ICAR icarAnimalGenderType."""

    FEMALE = "Female"
    FEMALE_NEUTER = "FemaleNeuter"
    FREEMARTIN = "Freemartin"
    MALE = "Male"
    MALE_CRYPTORCHID = "MaleCryptorchid"
    MALE_NEUTER = "MaleNeuter"
    UNKNOWN = "Unknown"


class WeightMethod(StrEnum):
    """ICAR icarWeightMethodType: how a weight was found."""

    LOAD_CELL = "LoadCell"
    GIRTH = "Girth"
    ASSESSED = "Assessed"
    WALK_OVER = "WalkOver"
    PREDICTED = "Predicted"
    IMAGED = "Imaged"
    FRONT_END_CORRELATED = "FrontEndCorrelated"
    GROUP_AVERAGE = "GroupAverage"


class HealthStatus(StrEnum):
    """ICAR icarAnimalHealthStatusType."""

    HEALTHY = "Healthy"
    SUSPICIOUS = "Suspicious"
    ILL = "Ill"
    IN_TREATMENT = "InTreatment"
    TO_BE_CULLED = "ToBeCulled"


SPECIE_OF: Mapping[str, Specie | None] = {
    "cattle": Specie.CATTLE,
    "buffalo": Specie.BUFFALO,
    "goat": Specie.GOAT,
    "sheep": Specie.SHEEP,
    "dumba": Specie.SHEEP,
    "camel": None,
}
"""ICAR's word by our species (data/animals.json); None where it has none."""

GENDER_OF: Mapping[str, Gender] = {
    "bull": Gender.MALE,
    "ox": Gender.MALE_NEUTER,
    "cow": Gender.FEMALE,
    "heifer": Gender.FEMALE,
    "buck": Gender.MALE,
    "wether": Gender.MALE_NEUTER,
    "doe": Gender.FEMALE,
    "ram": Gender.MALE,
    "ewe": Gender.FEMALE,
    "male": Gender.MALE,
    "female": Gender.FEMALE,
}
"""ICAR's word by our word for the sex (data/animals.json)."""

# Longer or thicker than any animal; above it the tape was read in centimetres.
LONGEST_TAPE_INCH = 120


def tape_weight(length_inch: Decimal, girth_inch: Decimal) -> Decimal:
    """Estimate the live weight in kg, to a tenth, from a length and a girth.

    Length from the point of the shoulder to the pin bone, girth behind the forelegs: L x G^2 / 660,
    Schaeffer's formula in the form that farms here use. It is an estimate: nothing is ever charged
    by the kilogram on it.

    Raises:
        BadInput: A length is not above zero, or above any animal's.
    """
    for name, inches in (("lengthInch", length_inch), ("girthInch", girth_inch)):
        if not inches.is_finite() or not 0 < inches <= LONGEST_TAPE_INCH:
            raise BadInput(
                name,
                why_bn="মাপ ইঞ্চিতে লিখুন, ১ থেকে ১২০-এর মধ্যে।",
                why_en="give the length in inches, between 1 and 120.",
            )
    kilograms = length_inch * girth_inch**2 / 660
    return kilograms.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


# The mean synodic month is 29.530588 days (Meeus, Astronomical Algorithms).
_LUNAR_MONTH_MICRODAYS = 29_530_588


def lunar_months(born: date, on: date) -> int:
    """Return the whole lunar months between two days; qurbani ages are given in them."""
    return (on - born).days * 1_000_000 // _LUNAR_MONTH_MICRODAYS


@dataclass(frozen=True, kw_only=True)
class SpeciesFacts:
    """What data/animals.json says of a species. Ages in lunar months.

    `exception_months`: the age from which one that looks a year old may be accepted. `teeth`: how
    many permanent incisors show that the age is reached; None where teeth are no custom.
    `teeth_late`: the species cuts them later than it comes of age, so their absence shows nothing.
    """

    slug: str
    min_age_months: int
    exception_months: int | None
    teeth: int | None
    teeth_late: bool

    @classmethod
    def from_json(cls, species: Mapping[str, Any]) -> "SpeciesFacts":
        """Read one entry of `species`. `Any`: it is JSON."""
        return cls(
            slug=species["slug"],
            min_age_months=species["min_age_months"],
            exception_months=species.get("exception_min_age_months"),
            teeth=species["min_permanent_incisors"],
            teeth_late="teeth_caution" in species,
        )


class Fitness(StrEnum):
    """The answer of the qurbani check. It is guidance: rulings differ, and it rejects nobody."""

    FIT = "FIT"
    UNFIT = "UNFIT"
    NEEDS_PROOF = "NEEDS_PROOF"


TOO_YOUNG = "too-young"
AGE_UNKNOWN = "age-unknown"
LOOKS_A_YEAR_OLD = "looks-a-year-old"


@dataclass(frozen=True, kw_only=True)
class QurbaniCheck:
    """The answer and its reasons: slugs of defects, or what is missing (`TOO_YOUNG`, ...)."""

    fitness: Fitness
    reasons: tuple[str, ...] = ()


def qurbani_fitness(
    species: SpeciesFacts,
    *,
    age_months: int | None,
    teeth: int | None,
    defects: Collection[str],
) -> QurbaniCheck:
    """Say whether an animal is fit for qurbani (domain.md A.4).

    `age_months` is proven age in lunar months, None if nobody can prove it; `teeth` are permanent
    incisors, None if nobody looked. A proven age decides whatever the teeth; without one the teeth
    may show it. Where neither does, the answer is a wish for proof, never a rejection.
    """
    young = age_months is not None and age_months < species.min_age_months
    excepted = young and _exception(species, age_months)
    reasons = [*sorted(defects), *([TOO_YOUNG] if young and not excepted else [])]
    if reasons:
        return QurbaniCheck(fitness=Fitness.UNFIT, reasons=tuple(reasons))
    if excepted:
        return QurbaniCheck(fitness=Fitness.NEEDS_PROOF, reasons=(LOOKS_A_YEAR_OLD,))
    if age_months is None and not _teeth_show_age(species, teeth):
        return QurbaniCheck(fitness=Fitness.NEEDS_PROOF, reasons=(AGE_UNKNOWN,))
    return QurbaniCheck(fitness=Fitness.FIT)


def _exception(species: SpeciesFacts, age_months: int | None) -> bool:
    if species.exception_months is None or age_months is None:
        return False
    return age_months >= species.exception_months


def _teeth_show_age(species: SpeciesFacts, teeth: int | None) -> bool:
    return species.teeth is not None and teeth is not None and teeth >= species.teeth


BANGLADESH = 50
"""ISO 3166 numeric, written 050 on a tag."""

FIRST_MANUFACTURER = 900
TEST_CODE = 999
# 38 bits hold the animal's number on the chip (ISO 11784).
LARGEST_TAG_NUMBER = 2**38 - 1
_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789", " -\u00a0\u2010\u2011\u2013.")


@dataclass(frozen=True, kw_only=True)
class Iso11784:
    """The identity on an animal's chip: a country or, from 900, a maker of tags; and a number."""

    country: int
    number: int

    def __str__(self) -> str:
        return f"{self.country:03d}{self.number:012d}"

    @property
    def by_manufacturer(self) -> bool:
        """Say whether the tag's maker, and not a country, answers for its being the only one."""
        return self.country >= FIRST_MANUFACTURER

    @property
    def of_bangladesh(self) -> bool:
        """Say whether Bangladesh issued it."""
        return self.country == BANGLADESH


def iso_11784(text: str) -> Iso11784:
    """Read 15 digits, 3 + 12, as people write them: spaces, dashes, Bengali digits.

    Raises:
        BadInput: These are not 15 digits, or no tag can carry them.
    """
    digits = text.translate(_DIGITS)
    if re.fullmatch("[0-9]{15}", digits) is None:
        raise BadInput(
            "identifier",
            why_bn="কানের ট্যাগের নম্বর ১৫ অঙ্কের হয়।",
            why_en="the number of an electronic tag has 15 digits.",
        )
    country, number = int(digits[:3]), int(digits[3:])
    if not 0 < country < TEST_CODE or number > LARGEST_TAG_NUMBER:
        raise BadInput(
            "identifier",
            why_bn="এমন নম্বরের কোনো ট্যাগ হয় না। নম্বরটি আবার মিলিয়ে দেখুন।",
            why_en="no tag can have this number. Compare it with the tag once more.",
        )
    return Iso11784(country=country, number=number)
