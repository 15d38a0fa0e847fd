"""A provider changes what he asks: the history, what is booked, what others find, and races."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import asyncpg
import pytest
from tortoise.connection import get_connection

from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.money import Paisa, taka
from hmk_graph.services import holding, offering, pricing
from hmk_graph.services.booking_models import Booking
from hmk_graph.services.errors import OptionPriceChanged
from hmk_graph.services.models import Price, PriceOption, Provider, Service
from tests import factories
from tests.discovery import corpus
from tests.factories import NOON, at
from tests.killing import PATIENCE_S
from tests.services import desks
from tests.services.desks import PRICE, key, wish

pytestmark = pytest.mark.usefixtures("db")
DAY = timedelta(days=1)
LOCK = "SELECT id FROM services_provider WHERE id = $1 FOR NO KEY UPDATE"
CLOSE = "UPDATE services_price SET valid_to = $2 WHERE option_id = $1"
ASK = "INSERT INTO services_price (option_id, amount_paisa, valid_from) VALUES ($1, $2, $3)"


async def change(
    desk: Provider,
    option: PriceOption,
    amount: Paisa,
    again: str | None = None,
    after: int = 0,
    seen: Paisa | None = None,
) -> PriceOption:
    """Set another price, some days after noon; `again` is the key of a wish sent before."""
    return await pricing.change_price(
        desk.account_id,
        option.id,
        amount,
        seen=seen,
        idempotency_key=again or key(),
        clock=at(NOON + after * DAY),
    )


async def asked(option: PriceOption) -> list[int]:
    [history] = await pricing.histories([option.id])
    return [one.amount_paisa for one in history]


async def test_a_new_price_closes_the_old_one_and_the_history_keeps_both():
    desk, option = await desks.shop()

    await change(desk, option, taka(600))
    await change(desk, option, taka(600), after=1)

    [history] = await pricing.histories([option.id])
    assert [(one.amount_paisa, one.valid_to) for one in history] == [
        (taka(600), None),
        (taka(500), NOON),
    ]
    assert (await Service.get(id=option.service_id)).from_paisa == taka(600)


async def test_a_wish_sent_again_changes_nothing_even_after_a_later_one():
    desk, option = await desks.shop()
    wished = key()

    await change(desk, option, taka(600), wished)
    await change(desk, option, taka(700), after=1)
    await change(desk, option, taka(600), wished, after=2)
    with pytest.raises(IdempotencyConflict):
        await change(desk, option, taka(800), wished, after=2)

    assert await asked(option) == [taka(700), taka(600), taka(500)]


async def test_of_two_pages_open_at_once_the_later_is_told_the_new_price_and_undoes_nothing():
    desk, option = await desks.shop()
    wished = key()

    await change(desk, option, taka(600), wished, seen=taka(500))
    with pytest.raises(OptionPriceChanged) as refused:
        await change(desk, option, taka(450), seen=taka(500))
    await change(desk, option, taka(600), seen=taka(500))
    await change(desk, option, taka(600), wished, seen=taka(500))

    assert (refused.value.price, await asked(option)) == (taka(600), [taka(600), taka(500)])
    assert "৳৬০০" in refused.value.message_bn
    await change(desk, option, taka(450), after=1, seen=taka(600))
    assert await asked(option) == [taka(450), taka(600), taka(500)]


async def test_of_two_who_saw_the_same_price_and_change_it_at_once_one_is_refused():
    desk, option = await desks.shop()
    wanted = [taka(600), taka(700)]

    outcomes = await asyncio.gather(
        *(change(desk, option, amount, seen=taka(500)) for amount in wanted),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["OptionPriceChanged", "PriceOption"]
    assert len(await asked(option)) == 1 + 1


async def test_what_is_booked_keeps_its_price_and_who_saw_the_old_one_is_told_the_new_one():
    desk, option = await desks.shop()
    booking = await desks.requested(option)
    citizen = await factories.person()

    await change(desk, option, taka(600))
    with pytest.raises(OptionPriceChanged):
        await holding.hold(
            citizen.id,
            wish(option, desks.TOMORROW_TEN + 2 * desks.HOUR),
            idempotency_key="k",
            clock=at(NOON),
        )

    await booking.refresh_from_db()
    assert booking.amount_paisa == PRICE


async def test_others_prices_and_what_is_offered_no_more_stay():
    desk, option = await desks.shop()
    other = await desks.provider()

    with pytest.raises(NotFound):
        await change(other, option, taka(600))
    with pytest.raises(BadInput):
        await change(desk, option, taka(-1))
    await offering.retire(desk.account_id, option.service_id, clock=at(NOON))
    with pytest.raises((StaleState, NotFound)):
        await change(desk, option, taka(600))

    assert taka(600) not in await asked(option)


async def test_others_find_it_at_the_new_price():
    offered = await corpus.offered("ফ্যান মেরামত")
    desk = await Provider.get(id=offered.provider_id)
    [option] = await PriceOption.filter(service_id=offered.id)

    await change(desk, option, taka(600))
    await corpus.reactions_done()

    assert await corpus.subjects("ফ্যান", dearest=taka(550)) == []
    assert await corpus.subjects("ফ্যান", dearest=taka(600)) == [offered.id]


async def test_of_many_new_prices_at_once_exactly_one_is_open():
    desk, option = await desks.shop()

    await asyncio.gather(
        *(change(desk, option, taka(600 + n), after=n) for n in range(8)),
        return_exceptions=True,
    )

    assert await Price.filter(option_id=option.id, valid_to=None).count() == 1


async def test_who_books_while_the_price_changes_pays_what_he_saw_or_is_told():
    desk, option = await desks.shop()
    for n in range(6):
        now, then = PRICE + n * taka(1), PRICE + (n + 1) * taka(1)
        citizen = await factories.person()
        wanted = wish(option, desks.TOMORROW_TEN + n * desks.HOUR, price=Paisa(now))
        booked, _ = await asyncio.gather(
            holding.hold(citizen.id, wanted, idempotency_key="k", clock=at(NOON)),
            change(desk, option, Paisa(then)),
            return_exceptions=True,
        )

        if isinstance(booked, Booking):
            assert booked.amount_paisa == now
        else:
            assert isinstance(booked, OptionPriceChanged)


async def test_who_waits_while_the_price_is_changed_is_told_of_the_new_one(db: str):
    """The command of another process has the desk's lock, and ends after the hold has begun."""
    desk, option = await desks.shop()
    citizen = await factories.person()
    other = await asyncpg.connect(db)

    try:
        async with asyncio.timeout(PATIENCE_S), other.transaction():
            await other.execute(LOCK, desk.id)
            waiting = asyncio.create_task(
                holding.hold(citizen.id, wish(option), idempotency_key=key(), clock=at(NOON))
            )
            await somebody_waits()
            await other.execute(CLOSE, option.id, NOON)
            await other.execute(ASK, option.id, taka(600), NOON)
        with pytest.raises(OptionPriceChanged) as refused:
            await waiting
    finally:
        await other.close()

    assert refused.value.price == taka(600)
    assert await Booking.all().count() == 0


async def somebody_waits() -> None:
    """Wait until a command asks for a lock that another holds."""
    waits = False
    while not waits:
        [row] = await get_connection("default").execute_query_dict(
            "SELECT count(*) > 0 AS waits FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        waits = row["waits"]
