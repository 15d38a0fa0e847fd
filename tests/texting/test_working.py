"""Messages are worked off in order, under leases; answers go out once at most."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hmk_graph.errors import Unavailable
from hmk_graph.haat.lot_models import Bid
from hmk_graph.notifications.ports import NobodyKnows, NotTaken
from hmk_graph.texting import wording, working
from hmk_graph.texting.models import Message, MessageState
from tests import auctions, factories
from tests.factories import NOON, at
from tests.texting.writing import DOORS, Gateway, done, replied, wrote

pytestmark = pytest.mark.usefixtures("db")

SECOND = timedelta(seconds=1)


async def go_out(gateway: Gateway, *, now: datetime = NOON) -> None:
    while await working.reply_next(gateway, clock=at(now)):
        pass


async def state(message: Message) -> MessageState:
    return (await Message.get(id=message.id)).state


async def test_the_answer_goes_to_who_asked():
    gateway, phone = Gateway(), factories.phone()
    message = await wrote(phone, "help")

    await done()
    await go_out(gateway)

    assert gateway.sent == [(phone, wording.shape(None).en)]
    assert await state(message) is MessageState.SENT


async def test_several_workers_answer_each_message_once():
    gateway = Gateway()
    phones = [factories.phone() for _ in range(8)]
    for phone in phones:
        await wrote(phone, "help")

    await asyncio.gather(*(done() for _ in range(4)))
    await asyncio.gather(*(go_out(gateway) for _ in range(4)))

    assert sorted(phone for phone, _ in gateway.sent) == sorted(phones)


async def test_two_bids_of_one_phone_are_judged_in_the_order_in_which_they_were_written():
    cow = await auctions.lot()
    phone = (await auctions.bidder(language="en")).phone or ""
    first = await wrote(phone, f"bid {cow.id} 80000")
    second = await wrote(phone, f"bid {cow.id} 90000")

    await asyncio.gather(*(done() for _ in range(4)))
    await done()

    assert [bid.maximum_paisa for bid in await Bid.all().order_by("id")] == [80_000_00, 90_000_00]
    assert {await state(first), await state(second)} == {MessageState.ANSWERED}


async def test_an_answer_that_was_surely_not_taken_is_sent_again():
    gateway = Gateway(faults=[NotTaken()])
    message = await wrote(factories.phone(), "help")
    await done()

    await go_out(gateway)
    assert (await state(message), gateway.sent) == (MessageState.ANSWERED, [])
    await go_out(gateway, now=NOON + 60 * SECOND)

    assert len(gateway.sent) == 1


async def test_an_answer_of_which_nobody_knows_is_not_sent_twice():
    gateway = Gateway(faults=[NobodyKnows()])
    message = await wrote(factories.phone(), "help")
    await done()

    await go_out(gateway)
    await go_out(gateway, now=NOON + 60 * SECOND)

    assert (await state(message), gateway.sent) == (MessageState.FAILED, [])


async def test_an_answer_whose_sender_died_is_not_sent_twice():
    gateway = Gateway()
    message = await wrote(factories.phone(), "help")
    await done()
    await Message.filter(id=message.id).update(
        state=MessageState.SENDING, due_at=NOON + working.LEASE
    )

    await go_out(gateway, now=NOON + working.LEASE)

    assert (await state(message), gateway.sent) == (MessageState.FAILED, [])


async def test_a_message_whose_worker_died_is_done_by_another():
    message = await wrote(factories.phone(), "help")
    await Message.filter(id=message.id).update(
        state=MessageState.ACTING, attempts=1, due_at=NOON + working.LEASE
    )

    await done()
    assert await state(message) is MessageState.ACTING
    await done(now=NOON + working.LEASE)

    assert await state(message) is MessageState.ANSWERED


@pytest.mark.parametrize("fault", [Unavailable(), OSError(), RuntimeError("a fault of ours")])
async def test_what_cannot_be_done_now_is_tried_again_and_given_up_in_words(fault: Exception):
    async def charge(_account_id: int | None, _phone: str, _uses: Mapping[str, int]) -> None:
        raise fault

    message = await wrote(factories.phone(), "help")
    other = factories.phone()

    now = NOON
    for _ in range(working.MOST_ATTEMPTS + 1):
        await done(now=now, doors=replace(DOORS, charge=charge))
        now += timedelta(minutes=2)

    assert (await Message.get(id=message.id)).reply == wording.given_up().en
    assert await replied(other, "help", now=now) == wording.shape(None).en


async def test_who_writes_too_much_in_a_day_is_told_so_once():
    phone = factories.phone()
    await Message.bulk_create(
        Message(
            gateway_ref=f"earlier {number}",
            phone=phone,
            text="help",
            state=MessageState.SENT,
            reply="x",
            due_at=NOON,
            received_at=NOON - SECOND,
        )
        for number in range(working.MOST_A_DAY)
    )

    told, silent = [await wrote(phone, "help") for _ in range(2)]
    await done()
    tomorrow = await replied(phone, "help", now=NOON + timedelta(days=1))

    assert (await Message.get(id=told.id)).reply == wording.enough().en
    assert (await Message.get(id=silent.id)).state is MessageState.IGNORED
    assert tomorrow == wording.shape(None).en
