"""Tradesmen of the demo open their desks and switch, through the public API alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from hmk_graph import database
from hmk_graph.blood.models import Donor
from hmk_graph.clock import database_clock
from hmk_graph.demo import crew_list, people, trades
from hmk_graph.demo.devices import Devices
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.tradesmen import Tradesmen
from hmk_graph.rentals.models import Unit, UnitKind
from hmk_graph.services import queries
from hmk_graph.services.models import Category, Provider, Service
from hmk_graph.services.queries import Wanted
from tests.demo.conftest import Demo, PaperRows
from tests.processes import Web

AT_ONCE = Tempo(open_desk_s=(0.0, 0.0), switch_s=(0.0, 0.0))


@pytest.fixture
async def tradesmen(own_demo: Demo, redis) -> AsyncIterator[Tradesmen]:
    at = {"database_url": own_demo.settings.database_url, "redis_url": redis.url}
    demo = {"HMK_ENV": "demo", "HMK_DEMO_CODE": own_demo.settings.demo_code}
    with Web(**at, **demo) as web:
        settings = replace(own_demo.settings, port=web.port)
        async with database.connected(settings.database_url, pool_size=4):
            devices = Devices(settings, KeptSessions(own_demo.folder))
            yield Tradesmen(devices, AT_ONCE, PaperRows())
            await devices.aclose()


async def test_desks_are_opened_once_whoever_begins_anew(tradesmen: Tradesmen):
    for _ in range(2):
        assert await tradesmen.open_next()
    again = Tradesmen(tradesmen.devices, AT_ONCE, tradesmen.papers)
    for _ in range(2):
        assert await again.open_next()

    verified = await Provider.filter(state="VERIFIED").order_by("id").prefetch_related("account")
    assert [one.account.phone for one in verified] == [
        people.PROVIDER.phone,
        *(one.phone for one in trades.TRADESMEN[:2]),
    ]
    assert await Service.filter(state="ACTIVE").count() == 3


async def test_a_switch_is_thrown_by_whoever_has_a_desk(tradesmen: Tradesmen):
    assert await tradesmen.switch()
    await tradesmen.open_next()
    tradesmen.rng.seed(1)
    assert await tradesmen.switch()

    found = await queries.on_offer(Wanted(free_now=True), at=await database_clock())
    switched = await Provider.filter(signal__isnull=False)
    assert len(switched) == 1
    assert (await found.count() == 1) == (switched[0].signal == "FREE")


def test_every_trade_is_in_every_upazila_once():
    places = {(one.upazila, one.trade.slug) for one in trades.TRADESMEN}

    assert len(places) == len(trades.TRADESMEN) == len(trades.TRADES) * len(people.UPAZILAS)
    assert len({one.phone for one in trades.TRADESMEN}) == len(trades.TRADESMEN)
    first = {one.trade.slug for one in trades.TRADESMEN[: len(trades.TRADES)]}
    assert len(first) == len(trades.TRADES)


async def test_each_category_of_the_list_lives_in_the_demo(tradesmen: Tradesmen):
    """Booked or numbered by tradesmen, brought by crews, let and given by neighbors."""
    lives = {trade.slug for trade in trades.TRADES}
    called = {one.called_by for one in crew_list.CREWS}
    assert {row.kind for row in await Unit.all()} == set(UnitKind)
    assert await Donor.exists()

    parents = {row.parent_id for row in await Category.all()}
    for category in await Category.filter(id__not_in=[one for one in parents if one]):
        comes = set(category.facts.get("trip_kinds", ()))
        assert (
            category.slug in lives
            or (comes and comes <= called)
            or {"RENTAL", "DONATION"} & set(category.ways)
        ), category.slug


async def test_every_trade_is_priced_in_a_unit_of_its_category(tradesmen: Tradesmen):
    for trade in trades.TRADES:
        category = await Category.get(slug=trade.slug)
        assert trade.unit in category.units
        assert {"BOOKING", "SERIAL"} & set(category.ways)
