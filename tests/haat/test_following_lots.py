"""The star: followed once, told once for each start, gone with the person who set it."""

from datetime import timedelta

import pytest

from hmk_graph import reactions
from hmk_graph.accounts import suspending
from hmk_graph.errors import NotFound
from hmk_graph.event_log import EventRow
from hmk_graph.haat import following_lots, scheduling
from hmk_graph.haat.errors import TooManyFollowed
from hmk_graph.haat.follow_models import LotFollow
from hmk_graph.haat.following_lots import MOST_FOLLOWED, follow_lot, tell_followers, unfollow_lot
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import SaleKind
from tests import factories
from tests.auctions import lot, submitted_lot
from tests.factories import NOON, at

EARLY = at(NOON - timedelta(minutes=10))
ENDS = NOON + timedelta(hours=1)


async def told(account_id: int) -> list[dict]:
    rows = await EventRow.filter(
        stream=f"accounts.account.{account_id}", kind="haat.lot_starts_soon"
    ).order_by("seq")
    return [row.payload for row in rows]


async def crowd(cow: Lot, many: int) -> list[int]:
    people = [await factories.person() for _ in range(many)]
    for one in people:
        await follow_lot(one.id, cow.id, clock=at(NOON - timedelta(hours=2)))
    return [one.id for one in people]


async def test_following_and_leaving_twice_is_no_matter(db):
    cow, someone = await lot(), await factories.person()

    for _ in range(2):
        await follow_lot(someone.id, cow.id, clock=at(NOON))
    assert await following_lots.followed(someone.id, [cow.id]) == [True]
    assert await following_lots.follower_counts([cow.id]) == [1]

    for _ in range(2):
        await unfollow_lot(someone.id, cow.id)
    assert await following_lots.followed(someone.id, [cow.id]) == [False]


async def test_a_lot_that_one_may_not_see_cannot_be_followed(db):
    hidden, someone = await submitted_lot(), await factories.person()

    with pytest.raises(NotFound):
        await follow_lot(someone.id, hidden.id, clock=at(NOON))
    assert not await LotFollow.exists()


async def test_one_follows_two_hundred_lots_and_no_more(db):
    someone, last = await factories.person(), await lot()
    cow = await Lot.get(id=last.id)
    others = []
    for _ in range(MOST_FOLLOWED):
        listing = await factories.listing(kind=SaleKind.AUCTION)
        others.append(
            await Lot.create(
                listing=listing,
                animal_id=listing.animal_id,
                haat_id=cow.haat_id,
                seller_id=listing.seller_id,
                start_paisa=100,
                soft_close_s=120,
                step_table=cow.step_table,
            )
        )
    await LotFollow.bulk_create(
        [LotFollow(lot=each, account=someone, followed_at=NOON) for each in others]
    )

    with pytest.raises(TooManyFollowed) as refused:
        await follow_lot(someone.id, cow.id, clock=at(NOON))

    assert refused.value.most == MOST_FOLLOWED
    assert await LotFollow.filter(account=someone).count() == MOST_FOLLOWED


async def test_each_follower_hears_once_however_often_the_deadline_fires(db, monkeypatch):
    monkeypatch.setattr(following_lots, "TOLD_AT_ONCE", 2)
    cow = await lot()
    followers = await crowd(cow, 5)

    again = [await tell_followers(cow.id, EARLY) for _ in range(5)]

    assert again == [NOON - timedelta(minutes=10)] * 2 + [None] * 3
    for follower in followers:
        [event] = await told(follower)
        assert (event["lot_id"], event["starts_at"]) == (cow.id, "2026-05-20T06:00:00+00:00")


async def test_too_early_it_is_asked_again_and_nobody_hears(db):
    cow = await lot()
    [follower] = await crowd(cow, 1)

    again = await tell_followers(cow.id, at(NOON - timedelta(minutes=11)))

    assert again == NOON - timedelta(minutes=10)
    assert await told(follower) == []


async def test_a_start_that_moves_is_told_anew(db):
    cow = await lot()
    [follower] = await crowd(cow, 1)
    await tell_followers(cow.id, EARLY)

    later = NOON + timedelta(minutes=30)
    officer = await factories.officer()
    await scheduling.reschedule_lot(
        officer.id, cow.id, starts_at=later, ends_at=later + timedelta(hours=1), clock=EARLY
    )

    assert await tell_followers(cow.id, EARLY) == later - timedelta(minutes=10)
    assert await tell_followers(cow.id, at(later - timedelta(minutes=9))) is None
    assert [event["starts_at"] for event in await told(follower)] == [
        "2026-05-20T06:00:00+00:00",
        "2026-05-20T06:30:00+00:00",
    ]


@pytest.mark.parametrize(("minutes", "heard"), [(5, 1), (61, 0)])
async def test_a_late_worker_tells_of_a_lot_that_runs_and_not_of_one_that_is_over(
    db, minutes, heard
):
    cow = await lot()
    [follower] = await crowd(cow, 1)

    assert await tell_followers(cow.id, at(NOON + timedelta(minutes=minutes))) is None

    assert len(await told(follower)) == heard


async def test_whoever_leaves_takes_his_stars_along(db, monkeypatch):
    monkeypatch.setattr("hmk_graph.event_log.reacted_kinds", set(reactions.REACTIONS))
    cow = await lot()
    leaving, staying = await crowd(cow, 2)

    async def nothing_open(_account_id: int) -> list[str]:
        return []

    await suspending.erase(leaving, open_obligations=nothing_open, clock=at(NOON))
    erased = await EventRow.get(kind="accounts.account_erased")
    await reactions.react(erased.id, at(NOON))

    assert await LotFollow.all().values_list("account_id", flat=True) == [staying]
