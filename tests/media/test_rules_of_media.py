"""The file's machine, its limits, and which size of a picture fits."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.inspecting.findings import Fault
from hmk_graph.media import errors, rules
from hmk_graph.media.models import MediaKind, MediaState
from hmk_graph.state_machines import next_state, reachable


def test_every_state_command_and_part_is_allowed_or_refused_as_the_table_says():
    for state, command, part in product(MediaState, rules.Command, rules.Part):
        step = rules.MEDIA.get((state, command))
        if step is None:
            with pytest.raises(StaleState):
                next_state(rules.MEDIA, state, command, actor=part)
        elif part not in step.by:
            with pytest.raises(NotAllowed):
                next_state(rules.MEDIA, state, command, actor=part)
        else:
            assert next_state(rules.MEDIA, state, command, actor=part) in set(MediaState)


def test_every_state_can_be_reached_and_only_deleted_leads_nowhere():
    assert reachable(rules.MEDIA, {MediaState.REQUESTED}) == {str(state) for state in MediaState}
    assert {str(s) for s in MediaState} - {str(s) for s, _ in rules.MEDIA} == {"DELETED"}


def test_every_kind_has_a_limit_and_every_fault_its_words_in_both_languages():
    assert set(rules.LIMITS) == set(MediaKind)
    assert set(errors.FAULTS_BN) == set(errors.FAULTS_EN) == set(Fault)
    assert "application/pdf" not in rules.LIMITS[MediaKind.PHOTO].types
    for kind in MediaKind:
        assert not {"image/svg+xml", "text/html", "image/gif"} & rules.LIMITS[kind].types


FILES = [
    {"name": f"{form}{width}", "type": f"image/{form}", "width": width}
    for form in ("webp", "avif")
    for width in (160, 480, 960, 1600)
]


@pytest.mark.parametrize(
    ("width", "name"),
    [
        (0, "webp160"),
        (160, "webp160"),
        (161, "webp480"),
        (480, "webp480"),
        (1600, "webp1600"),
        (9_000, "webp1600"),
        (-5, "webp160"),
    ],
)
def test_the_narrowest_picture_that_is_wide_enough_fits(width: int, name: str):
    assert rules.fitting(FILES, "image/webp", width) == name


def test_where_there_is_no_picture_none_fits():
    assert rules.fitting(FILES, "image/png", 100) is None
    assert rules.fitting([], "image/webp", 100) is None


signed = st.integers(-(2**63), 2**63 - 1)


@given(st.tuples(signed, signed), st.tuples(signed, signed), st.integers(0, 63))
def test_bits_are_counted_whatever_the_sign(
    one: tuple[int, int], other: tuple[int, int], place: int
):
    assert rules.differing_bits(one, one) == 0
    assert rules.differing_bits(one, other) == rules.differing_bits(other, one) <= 128
    flipped = (one[0] ^ (1 << place) if place < 63 else ~one[0] ^ ~(-(2**63)), one[1])
    assert rules.differing_bits(one, flipped) >= 1
