"""Guests hear of their orders by text message, and its link lets them in."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.errors import NotFound
from hmk_graph.notifications import routing, rules, tables, texting_guests
from hmk_graph.notifications.models import DeliveryState, GuestText
from hmk_graph.notifications.ports import NobodyKnows, NotTaken
from hmk_graph.notifications.rows import Texted
from hmk_graph.orders import answering, collecting, fulfilling, guest_links, queries
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.machines import Actor
from hmk_graph.orders.models import Carrier, Group, Order, PayMethod
from hmk_graph.payments import deciding
from hmk_graph.payments.paying_models import Choice
from tests import factories
from tests.factories import NOON, at
from tests.notifications.people import work_off
from tests.notifications.test_delivering import LINKS, MORNING, NIGHT, Gateway, Post
from tests.orders.test_order_money import LATE, TARGETS, begun, look
from tests.payments.tills import Till
from tests.schema.whole_house import asked
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db", "told")
PHONE = "+8801712345678"  # of `stalls.destination`
WAIT = rules.SMS_WAITS
SEEN = """query ($id: ID!, $token: String) { orderGroup(id: $id, guestToken: $token) {
    payment { tries { state amount } } } }"""
# A message in Bengali of two parts, less the longest link that a district's address makes.
LONGEST = 134 - len("https://hatermuthoy.kishoreganj.gov.bd/o/12345678#") - 22


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this process arm what is told of events, as its start does."""
    monkeypatch.setattr(event_log, "told_kinds", set(tables.TOLD_KINDS))


async def ordered(now: datetime = NOON, **terms: Any) -> tuple[Order, Group]:
    """Have a guest order two of something."""
    guest = await stalls.basket(Shopper(account_id=None), (await stalls.variant(), 2))
    group = await stalls.checked_out(guest, now=now, **terms)
    return await Order.get(group_id=group.id), group


async def sent(post: Post, now: datetime) -> None:
    """Have all sent that is due."""
    async with post.open() as ways:
        while await texting_guests.send_next(ways, clock=at(now)):
            pass


async def go_out(post: Post, now: datetime = NOON) -> None:
    """Have all written down that has happened, and sent a minute later."""
    await work_off(now)
    await sent(post, now + WAIT)


async def fates() -> list[tuple[str, str]]:
    return [(row.state.value, row.why) for row in await GuestText.all().order_by("id")]


async def test_a_guest_is_sent_the_way_to_his_order_and_each_milestone_of_it():
    post = Post()
    order, group = await ordered()
    owner_id = await stalls.owner_of(order)

    await go_out(post)
    await answering.accept(owner_id, order.id, clock=at(NOON))
    await go_out(post, NOON + 2 * WAIT)
    parcel = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
    await fulfilling.send(owner_id, parcel.id, Carrier.OWN_COURIER, clock=at(NOON))
    await go_out(post, NOON + 3 * WAIT)
    await fulfilling.deliver(owner_id, parcel.id, code=order.code, clock=at(NOON))
    await go_out(post, NOON + 4 * WAIT)

    link = f"https://hmk.example/o/{group.id}#{LINKS.secret(group.id)}"
    assert post.gateway.sent == [
        (PHONE, f"আপনার অর্ডার দোকানে পৌঁছেছে। দেখুন: {link}"),
        (PHONE, f"দোকান আপনার অর্ডার নিয়েছে। দেখুন: {link}"),
        (PHONE, f"অর্ডার পথে আছে। বুঝে নেওয়ার কোড এখানে: {link}"),
    ]


async def test_the_link_lets_its_reader_in_as_the_buyer_and_nobody_else():
    order, group = await ordered()
    other, _ = await ordered()
    secret = LINKS.secret(group.id)
    with pytest.raises(NotFound):
        await queries.visible_order(None, order.id, secret)

    await go_out(Post())

    assert (await queries.visible_order(None, order.id, secret)).part is Actor.BUYER
    assert (await queries.visible_group(None, group.id, secret)).id == group.id
    for order_id, token in ((other.id, secret), (order.id, secret[:-1]), (order.id, "")):
        with pytest.raises(NotFound):
            await queries.visible_order(None, order_id, token)
    kept = bytes((await Group.get(id=group.id)).link_hash or b"")
    assert secret.encode() not in kept


async def test_who_ordered_with_an_account_is_sent_none_and_his_order_has_no_such_door():
    _, group = await stalls.ordered()

    await go_out(Post())

    assert not await GuestText.exists()
    assert (await Group.get(id=group.id)).link_hash is None


async def test_what_is_not_paid_in_time_is_told_and_what_one_calls_off_oneself_is_not():
    post = Post()
    _, late = await ordered(method=PayMethod.ONLINE)
    await collecting.expire(late.id, at(NOON + timedelta(minutes=15)))
    order, group = await ordered()
    await go_out(post)
    token = LINKS.secret(group.id)

    await answering.cancel(None, order.id, reason="", token=token, clock=at(NOON))
    await go_out(post, NOON + 2 * WAIT)

    assert [text.split(" http")[0] for _, text in post.gateway.sent] == [
        "সময়মতো টাকা না আসায় অর্ডার বাতিল হয়েছে:",
        "আপনার অর্ডার দোকানে পৌঁছেছে। দেখুন:",
    ]


async def test_people_sleep_and_in_the_morning_only_the_newest_is_told():
    post = Post()
    order, _ = await ordered()
    await work_off(NIGHT)
    await answering.accept(await stalls.owner_of(order), order.id, clock=at(NOON))

    await go_out(post, NIGHT)
    assert post.gateway.sent == []
    await sent(post, MORNING)

    assert [text.split("।")[0] for _, text in post.gateway.sent] == ["দোকান আপনার অর্ডার নিয়েছে"]
    assert await fates() == [("SKIPPED", "overtaken"), ("SENT", "")]


async def test_no_phone_gets_more_in_a_day_however_many_orders_name_it():
    post = Post()
    for _ in range(rules.MOST_TEXTS_A_DAY + 2):
        await ordered()

    await go_out(post)

    assert len(post.gateway.sent) == rules.MOST_TEXTS_A_DAY
    assert (await fates())[-2:] == [("SKIPPED", "enough today")] * 2


async def test_what_the_gateway_refused_goes_out_later_and_what_nobody_knows_never_again():
    post = Post(gateway=Gateway(faults=[NotTaken(), NobodyKnows()]))
    await ordered()

    await go_out(post)
    refused = await fates()
    await sent(post, NOON + WAIT + rules.FIRST_WAIT)
    await sent(post, NOON + timedelta(hours=1))

    assert (refused, await fates()) == ([("QUEUED", "not taken")], [("FAILED", "nobody knows")])
    assert post.gateway.sent == []


async def test_a_sender_that_died_leaves_a_text_that_is_not_sent_twice():
    post = Post()
    await ordered()
    await work_off()
    await GuestText.all().update(state=DeliveryState.SENDING, attempts=1)

    await sent(post, NOON + WAIT)

    assert await fates() == [("FAILED", "nobody knows")]
    assert post.gateway.sent == []


async def test_two_senders_and_a_repeated_event_send_one_text():
    post = Post()
    await ordered()
    await work_off()
    [row] = await GuestText.all()
    await routing.tell(row.event_id, at(NOON))

    async with post.open() as ways:
        await asyncio.gather(
            *(texting_guests.send_next(ways, clock=at(NOON + WAIT)) for _ in range(5))
        )

    assert len(post.gateway.sent) == 1


def test_every_text_to_a_guest_fits_two_messages_with_its_link():
    rows = [row for rows in tables.ROWS.values() for row in rows if isinstance(row, Texted)]

    assert len(rows) == 11
    assert [row.bn for row in rows if len(row.bn) + 1 > LONGEST or "{" in row.bn] == []
    # In Latin letters two messages hold more than twice as many.
    assert [row.en for row in rows if len(row.en) > LONGEST or not row.en.isascii()] == []


async def test_a_guest_who_reads_english_is_told_in_english():
    post = Post()
    _, group = await ordered(language="en")

    await go_out(post)

    link = f"https://hmk.example/o/{group.id}#{LINKS.secret(group.id)}"
    assert post.gateway.sent == [(PHONE, f"Your order is with the shop. See: {link}")]


async def test_a_guest_hears_that_his_money_was_set_aside_and_sees_it_by_his_link():
    post, till = Post(), Till()
    order, group = await ordered(method=PayMethod.ONLINE)
    await go_out(post)  # from here on his link is signed
    token = await guest_links.open_door(group.id, LINKS)
    secret = token.rpartition("#")[2]
    attempt = await begun(group, till, token=secret)
    till.pay(attempt, risky=True)
    await look(till)

    await go_out(post)

    [(phone, text)] = post.gateway.sent
    assert (phone, text) == (PHONE, f"আপনার টাকা এসেছে, যাচাই চলছে। দেখুন: {token}")
    shown = await asked(SEEN, None, id=f"OrderGroup:{group.id}", token=secret)
    [tried] = shown["orderGroup"]["payment"]["tries"]
    assert (tried["state"], tried["amount"]) == ("REVIEW", order.total_paisa)


@pytest.mark.parametrize(
    ("choice", "currency", "said"),
    [
        (Choice.TAKE, "BDT", "আপনার অর্ডার দোকানে পৌঁছেছে।"),
        (Choice.GIVE_BACK, "BDT", "আপনার টাকা ফেরত যাচ্ছে।"),
        (Choice.GIVE_BACK, "USD", "যাচাইয়ে আপনার টাকা পাওয়া যায়নি।"),
    ],
)
async def test_a_guest_hears_what_was_decided_about_his_money(
    choice: Choice, currency: str, said: str
):
    post, till = Post(), Till()
    _, group = await ordered(method=PayMethod.ONLINE)
    link = await guest_links.open_door(group.id, LINKS)
    attempt = await begun(group, till, token=link.rpartition("#")[2])
    till.pay(attempt, risky=True, currency=currency)
    await look(till)
    await go_out(post)

    for _ in range(2):
        judge = await factories.administrator()
        why = "ব্যাংকের বিবরণীতে টাকাটি দেখা হয়েছে"
        await deciding.decide(
            judge.id, attempt.id, choice, reason=why, targets=TARGETS, clock=at(NOON)
        )
    await go_out(post, NOON + 2 * WAIT)

    assert [text.split(" দেখুন")[0] for _, text in post.gateway.sent][1:] == [said]


async def test_a_guest_whose_money_came_too_late_hears_that_it_goes_back():
    post, till = Post(), Till()
    _, group = await ordered(method=PayMethod.ONLINE)
    link = await guest_links.open_door(group.id, LINKS)
    attempt = await begun(group, till, token=link.rpartition("#")[2])
    await collecting.expire(group.id, at(LATE))
    await go_out(post)
    till.pay(attempt)

    await look(till, now=LATE)
    await go_out(post, NOON + 2 * WAIT)

    assert post.gateway.sent[-1][1] == f"আপনার টাকা ফেরত যাচ্ছে। দেখুন: {link}"


async def test_who_has_an_account_is_told_of_set_aside_money_there_alone():
    till = Till()
    order, group = await stalls.ordered(method=PayMethod.ONLINE)
    attempt = await begun(group, till)
    till.pay(attempt, risky=True)
    await look(till)

    told = await event_log.after(f"orders.order.{order.id}", 0)
    assert "orders.guest_money_moved" not in {event.kind for event in told}
