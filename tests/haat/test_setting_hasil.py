"""An officer sets the hasil: one rule at a time, and history stays as it was."""

import asyncio
from datetime import timedelta

import pytest

from hmk_graph.errors import BadInput, NotFound
from hmk_graph.haat import setting_hasil
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.selling_errors import HasilRuleAhead
from hmk_graph.haat.setting_hasil import Toll, not_over, rules_of, set_rule
from hmk_graph.money import Paisa, taka
from tests import factories
from tests.factories import NOON, at

HOUR = timedelta(hours=1)


def toll(basis_points: int = 500, **given) -> Toll:
    return Toll(basis_points=basis_points, legal_ref="স্মারক ৭", **given)


async def holding(haat_id: int, species: str = "cattle", when=NOON) -> HasilRule | None:
    [rules] = await rules_of([haat_id])
    return setting_hasil.holding(rules, species, when)


async def test_a_new_rule_ends_the_one_before_it(db):
    haat, officer = await factories.haat(), await factories.officer()

    first = await set_rule(officer.id, haat.id, toll(500), clock=at(NOON))
    second = await set_rule(officer.id, haat.id, toll(400), clock=at(NOON + HOUR))

    assert await holding(haat.id, when=NOON - HOUR) is None
    assert (await holding(haat.id)).id == first.id
    assert (await holding(haat.id, when=NOON + HOUR)).id == second.id
    [rules] = await rules_of([haat.id])
    assert [rule.id for rule in not_over(rules, NOON + HOUR)] == [second.id]


async def test_a_kind_of_its_own_comes_before_the_rule_for_all(db):
    haat, officer = await factories.haat(), await factories.officer()
    await set_rule(officer.id, haat.id, toll(), clock=at(NOON))
    goats = Toll(per_head=taka(90), species="goat", legal_ref="স্মারক ৮")
    await set_rule(officer.id, haat.id, goats, clock=at(NOON))

    assert (await holding(haat.id, "goat")).value == taka(90)
    assert (await holding(haat.id, "cattle")).value == 500


async def test_the_same_once_more_changes_nothing_even_at_once(db):
    haat, officer = await factories.haat(), await factories.officer()

    same = await asyncio.gather(
        *(set_rule(officer.id, haat.id, toll(), clock=at(NOON)) for _ in range(4))
    )

    assert len({rule.id for rule in same}) == await HasilRule.all().count() == 1


async def test_one_change_is_announced_at_a_time(db):
    haat, officer = await factories.haat(), await factories.officer()
    await set_rule(officer.id, haat.id, toll(valid_from=NOON + HOUR), clock=at(NOON))

    for when in (None, NOON + HOUR, NOON + 2 * HOUR):
        with pytest.raises(HasilRuleAhead) as refused:
            await set_rule(officer.id, haat.id, toll(300, valid_from=when), clock=at(NOON))
        assert refused.value.valid_from == NOON + HOUR
    assert await HasilRule.all().count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"basis_points": 2_001}, "basisPoints"),
        ({"basis_points": -1}, "basisPoints"),
        ({"per_head": taka(90)}, "basisPoints"),
        ({"basis_points": None}, "basisPoints"),
        ({"basis_points": None, "per_head": Paisa(150)}, "perHead"),
        ({"basis_points": None, "per_head": taka(10_001)}, "perHead"),
        ({"basis_points": None, "per_head": taka(90), "cap": taka(5)}, "cap"),
        ({"cap": Paisa(150)}, "cap"),
        ({"cap": Paisa(0)}, "cap"),
        ({"valid_from": NOON - HOUR}, "validFrom"),
        ({"valid_from": NOON + timedelta(days=400)}, "validFrom"),
        ({"species": "dragon"}, "species"),
        ({"legal_ref": " "}, "legalRef"),
    ],
)
async def test_what_cannot_be_a_hasil_is_refused(db, given, field):
    haat, officer = await factories.haat(), await factories.officer()
    wanted = Toll(**{"basis_points": 500, "legal_ref": "স্মারক ৭", **given})

    with pytest.raises(BadInput) as refused:
        await set_rule(officer.id, haat.id, wanted, clock=at(NOON))

    assert refused.value.params["name"] == field
    assert not await HasilRule.exists()


async def test_only_an_officer_of_the_haat_sets_it(db):
    haat = await factories.haat()
    foreign = await factories.officer(await factories.upazila("kishoreganj-itna"))

    for someone in (foreign, await factories.person()):
        with pytest.raises(NotFound):
            await set_rule(someone.id, haat.id, toll(), clock=at(NOON))
    assert not await HasilRule.exists()
