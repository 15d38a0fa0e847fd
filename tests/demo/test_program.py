"""The program is never empty, and never grows beyond what is wanted."""

from datetime import UTC, datetime, timedelta

from hmk_graph.demo import program
from hmk_graph.demo.tempo import Tempo
from hmk_graph.haat.lot_terms import LONGEST_EXTENSION

NOON = datetime(2026, 5, 20, 6, 0, tzinfo=UTC)
TEMPO = Tempo()


def test_an_empty_house_gets_lots_that_run_one_that_is_featured_and_some_to_come():
    slots = program.missing([], NOON, TEMPO)

    assert sum(slot.featured for slot in slots) == 1
    assert sum(slot.starts_at == NOON for slot in slots) == TEMPO.most_fresh
    assert sum(slot.starts_at > NOON and not slot.featured for slot in slots) == (
        TEMPO.fewest_coming
    )


def test_a_full_program_lacks_nothing():
    slots = program.missing([], NOON, TEMPO)

    assert program.missing(slots, NOON + timedelta(seconds=30), TEMPO) == []


def test_when_the_featured_lot_has_ended_the_next_opens_within_twenty_seconds():
    slots = [slot for slot in program.missing([], NOON, TEMPO) if not slot.featured]

    found = program.missing(slots, NOON, TEMPO)

    assert [slot.featured for slot in found] == [True]
    assert found[0].starts_at <= NOON + timedelta(seconds=20)


def test_at_any_moment_of_two_hours_at_least_four_lots_run():
    known: list[program.Slot] = []
    for minute in range(120):
        now = NOON + timedelta(minutes=minute)
        known += program.missing(known, now, TEMPO)
        # Late bids are not counted on: each lot ends as planned.
        running = [slot for slot in known if slot.starts_at <= now < slot.until]
        known = [slot for slot in known if slot.until > now]

        assert len(running) >= 4
        assert len(known) - len(running) >= TEMPO.fewest_coming


def test_each_slot_runs_as_long_as_the_haat_asks_for():
    slots = program.missing([], NOON, TEMPO)

    assert all(slot.until - slot.starts_at >= timedelta(minutes=1) for slot in slots)


def test_a_slot_is_read_back_from_the_hard_end_whatever_late_bids_did():
    slot = program.missing([], NOON, TEMPO)[0]

    assert program.slot_of(slot.starts_at, slot.until + LONGEST_EXTENSION, TEMPO) == slot
