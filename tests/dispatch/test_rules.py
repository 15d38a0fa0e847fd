"""What trips cost and how far searches look, at their edges; and the walks as they are written."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from graphql import parse, validate
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.dispatch import rules
from hmk_graph.dispatch.machines import ONDC_STATE, TRIP
from hmk_graph.dispatch.models import TripKind, TripState
from hmk_graph.dispatch.tariffs import tariffs
from hmk_graph.state_machines import reachable
from schema import root
from tests.factories import NOON

WALKS = (Path(__file__).parents[2] / "docs" / "walks.md").read_text(encoding="utf-8")
OPERATIONS = re.findall(
    r"```graphql\n(.*?)```", WALKS.split("## Being brought")[1].split("\n## ")[0], re.S
)
SCHEMA = root.build()._schema


@pytest.mark.parametrize("text", OPERATIONS, ids=lambda text: text.split("(")[0].split("{")[0])
def test_what_stands_on_the_page_can_be_asked(text: str):
    assert validate(SCHEMA, parse(text)) == []


def test_a_fare_is_the_sum_of_its_lines_and_dearer_at_night():
    auto = tariffs()[TripKind.AUTO]
    day, night = NOON, NOON + timedelta(hours=10)

    by_day, by_night = rules.quoted(auto, 3_000, day), rules.quoted(auto, 3_000, night)

    assert by_day.lines == (("BASE", 2_000), ("DISTANCE", 4_500))
    assert by_night.total == by_day.total + 1_000


@given(
    st.integers(0, 200_000),
    st.one_of(st.none(), st.integers(0, 400_000)),
    st.integers(0, 7_200),
)
def test_the_way_costs_a_fifth_more_than_quoted_at_most(quoted_m, travelled_m, waited_s):
    auto = tariffs()[TripKind.AUTO]
    quote = rules.quoted(auto, quoted_m, NOON)
    fare = rules.final_fare(
        quote.lines,
        per_km=auto.per_km,
        waiting_per_min=auto.waiting_per_min,
        quoted_m=quoted_m,
        travelled_m=travelled_m,
        waited=timedelta(seconds=waited_s),
    )

    lines = dict(fare.lines)
    assert fare.total == sum(lines.values())
    assert lines["DISTANCE"] <= rules.per_distance(auto.per_km, quoted_m * 120 // 100)
    assert ("WAITING" in lines) == (waited_s > 300)
    if travelled_m is None:
        assert lines["DISTANCE"] == dict(quote.lines)["DISTANCE"]


def test_an_ambulance_costs_nothing_to_call_off_in_any_state():
    for state in TripState:
        fee = rules.cancel_fee(
            TripKind.AMBULANCE, state, full_fee=5_000, assigned_at=NOON, now=NOON
        )
        assert fee == 0


def test_every_state_has_a_name_in_ondc_and_can_be_come_to():
    assert set(ONDC_STATE) == set(TripState)
    assert reachable(TRIP, [TripState.AT_DESK, TripState.SCHEDULED]) == set(TripState)


def test_nothing_leads_out_of_an_end():
    assert not {state for state, _ in TRIP} & rules.ENDED
