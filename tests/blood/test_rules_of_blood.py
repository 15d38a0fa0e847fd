"""Who may give to whom, when again, in which order, and when phones are seen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.blood import rules
from hmk_graph.blood.models import BloodGroup, OfferState
from tests.factories import NOON

G = BloodGroup
GROUPS = st.sampled_from(list(G))


def test_there_are_the_27_pairs_of_red_cells():
    """Antigens decide: who has A, B or D may not be given to who has it not."""
    assert sum(len(donors) for donors in rules.DONORS.values()) == 27
    for recipient, donor in product(G, G):
        fits = antigens(donor) <= antigens(recipient)
        assert (donor in rules.DONORS[recipient]) == fits, (recipient, donor)


def antigens(group: BloodGroup) -> set[str]:
    letters, rhesus = group.split("_")
    return (set(letters) - {"O"}) | ({"D"} if rhesus == "POS" else set())


@given(GROUPS)
def test_the_very_group_is_asked_first_and_o_negative_last(group: BloodGroup):
    tiers = rules.asking_order(group)
    asked = [one for tier in tiers for one in tier]

    assert tiers[0] == [group]
    assert asked[-1] is G.O_NEG
    assert sorted(asked) == sorted(rules.DONORS[group])


def test_a_donor_rests_120_days_and_may_give_on_the_last_of_them():
    eligible = rules.eligible_on(date(2026, 1, 20))

    assert eligible == date(2026, 5, 20)
    assert not rules.is_rested(eligible, date(2026, 5, 19))
    assert rules.is_rested(eligible, date(2026, 5, 20))
    assert rules.is_rested(rules.eligible_on(None), date(2026, 5, 20))


def test_donors_are_between_their_18th_and_the_day_before_their_61st_birthday():
    first, last = rules.birthdays(date(2026, 5, 20))

    assert (first, last) == (date(1965, 5, 21), date(2008, 5, 20))


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_has_birthdays_the_29th_of_february_too(day: date):
    first, last = rules.birthdays(day)

    assert last.year - first.year in (42, 43)
    assert first < last


def test_a_day_is_one_of_dhaka():
    assert rules.day_of(NOON.replace(hour=18)) == date(2026, 5, 21)


def test_phones_are_seen_from_the_confirmation_until_a_day_after_the_end():
    closed = NOON + timedelta(hours=5)
    just_before = closed + timedelta(hours=24) - timedelta(microseconds=1)

    assert rules.phones_shown(OfferState.CONFIRMED, NOON, None, NOON)
    assert rules.phones_shown(OfferState.DONATED, NOON, closed, just_before)
    assert not rules.phones_shown(OfferState.DONATED, NOON, closed, closed + timedelta(hours=24))
    assert not rules.phones_shown(OfferState.WILLING, None, None, NOON)
    for dropped in (OfferState.WITHDRAWN, OfferState.DEFERRED):
        assert not rules.phones_shown(dropped, NOON, None, NOON)
