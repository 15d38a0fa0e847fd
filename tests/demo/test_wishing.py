"""Simulated bidders are lively, never pay too much, and let a visitor win."""

from datetime import UTC, datetime, timedelta
from random import Random

from hmk_graph.demo import people, pricing, program, wishing
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.wishing import Mood, Table
from hmk_graph.money import taka

NOON = datetime(2026, 5, 20, 6, 0, tzinfo=UTC)
TEMPO = Tempo()
VALUE = taka(200_000)
VISITOR = 9


def table(*, price: int = 120_000, bids: tuple[int, ...] = (1, 2), **columns) -> Table:
    """A lot that began at NOON, on which simulated bidders 1 and 2 have bid."""
    slot = program.slot_between(NOON, NOON + TEMPO.steady_for, TEMPO)
    made = Table(
        lot_id="Lot:7", slot=slot, value=VALUE, own={1: people.BIDDERS[0], 2: people.BIDDERS[1]}
    )
    made.start, made.price = taka(80_000), taka(price)
    made.minimum = made.price + taka(2_000)
    made.bids = dict(enumerate(bids, start=2))
    made.leader = bids[-1]
    for name, value in columns.items():
        setattr(made, name, value)
    return made


def after(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_while_the_price_is_behind_the_clock_somebody_bids():
    assert wishing.mood(table(price=90_000), after(5), TEMPO) is Mood.BID


def test_when_the_price_is_ahead_of_the_clock_they_wait():
    assert wishing.mood(table(price=180_000), after(5), TEMPO) is Mood.WATCH


def test_a_visitors_first_bid_is_answered_even_when_the_planned_end_is_past():
    led = table(bids=(1, VISITOR))

    assert wishing.mood(led, after(21), TEMPO) is Mood.ANSWER
    assert wishing.wait_before(led, after(21), TEMPO) == TEMPO.answer_s


def test_after_a_visitors_second_bid_nobody_simulated_bids_any_more():
    twice = table(bids=(1, VISITOR, 2, VISITOR))
    outbid = table(bids=(VISITOR, 1, VISITOR, 2))

    assert wishing.mood(twice, after(5), TEMPO) is Mood.WATCH
    assert wishing.mood(outbid, after(5), TEMPO) is Mood.WATCH


def test_after_the_planned_end_they_let_the_clock_run_out():
    assert wishing.mood(table(price=90_000), after(20.5), TEMPO) is Mood.WATCH


def test_the_end_is_lively_and_its_last_minute_hesitant():
    assert wishing.wait_before(table(), after(5), TEMPO) == TEMPO.steady_bid_s
    assert wishing.wait_before(table(), after(18), TEMPO) == TEMPO.quick_bid_s
    assert wishing.wait_before(table(), after(19.5), TEMPO) == TEMPO.late_bid_s


def test_a_wish_reaches_the_minimum_and_stays_within_the_bidders_own_limit():
    rng = Random(5)
    for price in range(100_000, 200_000, 1_000):
        lot = table(price=price)
        wish = wishing.wish(lot, rng)

        assert wish is not None
        limit = pricing.private_limit(wish.bidder.phone, lot.lot_id, VALUE)
        assert lot.minimum <= wish.maximum <= limit


def test_nobody_pays_much_more_than_the_animal_is_worth():
    assert wishing.wish(table(price=211_000), Random(5)) is None


def test_who_leads_does_not_outbid_himself():
    rng = Random(5)
    lot = table(bids=(1, 2))

    assert all(wishing.wish(lot, rng).bidder is not people.BIDDERS[1] for _ in range(200))
