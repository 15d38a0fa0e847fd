"""Made-up animals pass every check that a real one has to pass."""

from datetime import UTC, datetime
from random import Random

import pytest

from hmk_graph.demo import animals, pricing, program
from hmk_graph.demo.tempo import Tempo
from hmk_graph.haat import species
from hmk_graph.haat.animal_rules import lunar_months
from hmk_graph.money import taka

NOON = datetime(2026, 5, 20, 6, 0, tzinfo=UTC)


def drawn(many: int, **wanted) -> list[animals.Beast]:
    rng = Random(7)
    return [animals.draw(rng, now=NOON, origin_id=1, village="চরপাড়া", **wanted) for _ in range(many)]


def test_weights_lie_between_the_bounds_of_species_and_breed():
    for beast in drawn(500):
        kind = species.known(beast.animal.species)
        light, heavy = animals.adult_kg(kind.slug, beast.animal.breed)

        assert kind.lightest_g <= beast.grams <= kind.heaviest_g
        assert light * 1_000 <= beast.grams <= heavy * 1_000


@pytest.mark.parametrize("kind", animals.SPECIES)
def test_a_kilogram_costs_what_it_costs_in_life(kind):
    low, high = animals.PER_KG[kind]

    for beast in drawn(100, only=kind):
        per_kg = beast.value * 1_000 / beast.grams / 100
        assert low * 0.95 <= per_kg <= high


def test_words_are_those_of_the_lists_and_ages_agree_with_teeth():
    for beast in drawn(500):
        new, kind = beast.animal, species.known(beast.animal.species)

        assert new.sex in kind.sexes
        assert new.breed in kind.breeds
        assert set(new.defects or ()) <= set(species.all_defects())
        assert new.birth_date or new.teeth in (2, 4, 6, 8)
        assert new.birth_date is None or new.birth_date <= NOON.date()
        if new.birth_date:
            assert new.owned_since >= new.birth_date
            assert lunar_months(new.birth_date, NOON.date()) >= kind.min_age_months


def test_most_are_cattle_and_all_four_species_come():
    kinds = [beast.animal.species for beast in drawn(400)]

    assert kinds.count("cattle") > 250
    assert set(kinds) == {"cattle", "goat", "buffalo", "sheep"}


def test_titles_say_breed_and_weight_in_both_languages():
    for beast in drawn(100):
        assert beast.title_bn.endswith("কেজি")
        assert beast.title_en.endswith(f"{beast.grams // 1_000} kg")
        assert len(beast.title_bn) <= 160


def test_giants_are_bulls_worth_some_lakh():
    for beast in drawn(50, giant=True):
        assert beast.animal.sex == "bull"
        assert beast.value >= taka(300_000)


def test_terms_of_a_lot_never_contradict_each_other():
    rng = Random(3)
    featured = program.slot_between(NOON, NOON + Tempo().quick_for, Tempo())

    for beast in drawn(300):
        for slot in (None, featured):
            asked = pricing.lot_wish(beast, rng, slot)
            assert asked.start > 0
            assert asked.start % 100 == 0
            assert asked.reserve is None or asked.reserve >= asked.start
