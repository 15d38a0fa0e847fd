"""Steps and terms: every boundary, and what contradicts itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hmk_graph.errors import BadInput
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM, PER_HEAD, PER_KG, StepTable
from hmk_graph.money import Paisa, taka
from tests.haat.auctions import NOON, terms


@pytest.mark.parametrize(
    ("price", "step"),
    [
        (1, 20), (999, 20), (1_000, 50), (4_999, 50), (5_000, 200), (19_999, 200),
        (20_000, 500), (49_999, 500), (50_000, 1_000), (99_999, 1_000), (100_000, 2_000),
        (299_999, 2_000), (300_000, 5_000), (999_999, 5_000), (1_000_000, 10_000),
        (9_999_999, 10_000),
    ],
)  # fmt: skip
def test_the_step_for_an_animal_changes_exactly_at_the_bounds(price: int, step: int) -> None:
    assert PER_HEAD.step(taka(price)) == taka(step)


@pytest.mark.parametrize(("price", "step"), [(1, 1), (299, 1), (300, 2), (599, 2), (600, 5)])
def test_the_step_for_a_kilogram_changes_exactly_at_the_bounds(price: int, step: int) -> None:
    assert PER_KG.step(taka(price)) == taka(step)


@pytest.mark.parametrize("table", [PER_HEAD, PER_KG])
def test_a_step_table_survives_its_json(table: StepTable) -> None:
    assert StepTable.from_json(table.as_json()) == table


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ((taka(100), taka(1)),),
        ((None, taka(1)), (None, taka(2))),
        ((taka(200), taka(1)), (taka(100), taka(2)), (None, taka(3))),
        ((taka(100), taka(2)), (None, taka(1))),
        ((None, taka(0)),),
        ((None, Paisa(150)),),
    ],
)
def test_a_step_table_that_does_not_rise_in_whole_taka_is_refused(
    rows: tuple[tuple[Paisa | None, Paisa], ...],
) -> None:
    with pytest.raises(BadInput):
        StepTable(rows)


@pytest.mark.parametrize(
    "change",
    [
        {"start": Paisa(0)},
        {"start": Paisa(150)},
        {"start": Paisa(HIGHEST_MAXIMUM + 100)},
        {"reserve": taka(39_999)},
        {"reserve": Paisa(HIGHEST_MAXIMUM + 100)},
        {"ends_at": NOON},
        {"hard_ends_at": NOON + timedelta(minutes=9)},
        {"window": timedelta(0)},
        {"window": timedelta(milliseconds=1_500)},
    ],
)
def test_terms_that_contradict_themselves_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(BadInput) as refused:
        replace(terms(), **change)  # type: ignore[arg-type]

    assert refused.value.message_bn
    assert refused.value.message_en
