"""Tags, weights by tape and fitness for qurbani: every boundary of the data in use."""

from datetime import date
from decimal import Decimal

import pytest

from hmk_graph.errors import BadInput
from hmk_graph.haat.animal_rules import (
    AGE_UNKNOWN,
    LARGEST_TAG_NUMBER,
    LOOKS_A_YEAR_OLD,
    TOO_YOUNG,
    Fitness,
    Iso11784,
    SpeciesFacts,
    iso_11784,
    lunar_months,
    qurbani_fitness,
    tape_weight,
)

CATTLE = SpeciesFacts(
    slug="cattle", min_age_months=24, exception_months=None, teeth=2, teeth_late=False
)
BUFFALO = SpeciesFacts(
    slug="buffalo", min_age_months=24, exception_months=None, teeth=2, teeth_late=True
)
GOAT = SpeciesFacts(
    slug="goat", min_age_months=12, exception_months=None, teeth=None, teeth_late=False
)
SHEEP = SpeciesFacts(
    slug="sheep", min_age_months=12, exception_months=6, teeth=None, teeth_late=False
)


@pytest.mark.parametrize(
    ("length", "girth", "kilograms"),
    [("60", "70", "445.5"), ("55", "66", "363.0"), ("0.1", "0.1", "0.0"), ("66", "100", "1000.0")],
)
def test_a_tape_gives_length_times_girth_squared_by_660(
    length: str, girth: str, kilograms: str
) -> None:
    assert tape_weight(Decimal(length), Decimal(girth)) == Decimal(kilograms)


@pytest.mark.parametrize("inches", ["0", "-1", "120.1", "NaN", "Infinity"])
def test_a_length_that_no_animal_has_is_refused(inches: str) -> None:
    with pytest.raises(BadInput):
        tape_weight(Decimal(inches), Decimal(60))
    with pytest.raises(BadInput):
        tape_weight(Decimal(60), Decimal(inches))


def test_two_years_of_the_moon_are_three_weeks_shorter_than_those_of_the_sun() -> None:
    assert lunar_months(date(2024, 5, 28), date(2026, 5, 7)) == 24
    assert lunar_months(date(2024, 5, 28), date(2026, 5, 6)) == 23


@pytest.mark.parametrize(
    ("species", "age", "teeth", "fitness", "reasons"),
    [
        (CATTLE, 24, 0, Fitness.FIT, ()),  # a proven age needs no teeth
        (CATTLE, 23, 2, Fitness.UNFIT, (TOO_YOUNG,)),  # and no teeth help against it
        (CATTLE, None, 2, Fitness.FIT, ()),
        (CATTLE, None, 0, Fitness.NEEDS_PROOF, (AGE_UNKNOWN,)),
        (CATTLE, None, None, Fitness.NEEDS_PROOF, (AGE_UNKNOWN,)),
        (BUFFALO, 24, 0, Fitness.FIT, ()),
        (BUFFALO, None, 0, Fitness.NEEDS_PROOF, (AGE_UNKNOWN,)),
        (BUFFALO, None, 2, Fitness.FIT, ()),
        (GOAT, 12, None, Fitness.FIT, ()),
        (GOAT, 11, None, Fitness.UNFIT, (TOO_YOUNG,)),
        (GOAT, None, 8, Fitness.NEEDS_PROOF, (AGE_UNKNOWN,)),
        (SHEEP, 12, None, Fitness.FIT, ()),
        (SHEEP, 11, None, Fitness.NEEDS_PROOF, (LOOKS_A_YEAR_OLD,)),
        (SHEEP, 6, None, Fitness.NEEDS_PROOF, (LOOKS_A_YEAR_OLD,)),
        (SHEEP, 5, None, Fitness.UNFIT, (TOO_YOUNG,)),
    ],
)
def test_age_and_teeth_decide_as_the_species_demands(
    species: SpeciesFacts,
    age: int | None,
    teeth: int | None,
    fitness: Fitness,
    reasons: tuple[str, ...],
) -> None:
    check = qurbani_fitness(species, age_months=age, teeth=teeth, defects=())

    assert (check.fitness, check.reasons) == (fitness, reasons)


def test_every_defect_is_named_and_too_young_beside_them() -> None:
    check = qurbani_fitness(CATTLE, age_months=5, teeth=None, defects={"lame", "blind"})

    assert (check.fitness, check.reasons) == (Fitness.UNFIT, ("blind", "lame", TOO_YOUNG))


def test_facts_are_read_from_an_entry_of_the_species_list() -> None:
    entry = {
        "slug": "buffalo",
        "min_age_months": 24,
        "min_permanent_incisors": 2,
        "teeth_caution": "Buffalo cut the first pair at about three years.",
    }

    assert SpeciesFacts.from_json(entry) == BUFFALO


@pytest.mark.parametrize(
    "written",
    ["050000000000123", "050 0000 0000 0123", "050-000000000123", "০৫০ ০০০০০০০০০১২৩"],
)
def test_a_tag_is_read_however_it_is_written(written: str) -> None:
    tag = iso_11784(written)

    assert tag == Iso11784(country=50, number=123)
    assert (str(tag), tag.of_bangladesh, tag.by_manufacturer) == ("050000000000123", True, False)


def test_from_nine_hundred_on_the_maker_of_the_tag_answers_for_it() -> None:
    assert not iso_11784("899000000000001").by_manufacturer
    assert iso_11784("900000000000001").by_manufacturer
    assert iso_11784("998000000000001").by_manufacturer


def test_the_number_of_a_tag_has_at_most_38_bits() -> None:
    assert LARGEST_TAG_NUMBER == 274_877_906_943
    assert iso_11784("050274877906943").number == LARGEST_TAG_NUMBER
    with pytest.raises(BadInput):
        iso_11784("050274877906944")


@pytest.mark.parametrize(
    "written",
    ["", "05000000000012", "0500000000001234", "05000000000012x", "000000000000123",
     "999000000000123", "٠٥٠٠٠٠٠٠٠٠٠٠١٢٣"],
)  # fmt: skip
def test_what_no_tag_carries_is_refused(written: str) -> None:
    with pytest.raises(BadInput):
        iso_11784(written)
