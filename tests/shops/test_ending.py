"""Two officers end a shop for good, once nothing of it is open; afterwards nobody orders there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest

from hmk_graph.accounts import access, seconding
from hmk_graph.accounts.errors import NotOnOneself, ReasonTooShort, SecondOfficerNeeded, StillOwing
from hmk_graph.accounts.forced_models import ForcedAct, ForcedAnswer
from hmk_graph.accounts.models import Account, AccountState, Role
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import EventRow
from hmk_graph.money import taka
from hmk_graph.notifications import routing
from hmk_graph.orders import carting, checking_out, obligations
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.checking_out import Terms
from hmk_graph.orders.errors import NotOnSale
from hmk_graph.orders.models import Order, OrderState, PayMethod
from hmk_graph.payments import chart, ledger
from hmk_graph.payments.ledger import Move
from hmk_graph.shops import approving, queries
from hmk_graph.shops.machines import ShopCommand
from hmk_graph.shops.models import Product, ProductState, Shop, ShopState
from tests import factories
from tests.factories import NOON, at
from tests.notifications.people import heard
from tests.orders.test_failures_of_others import Stopped, somebody_waits
from tests.schema.whole_house import asked, done
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")
WHY = "ভেজাল পণ্য বারবার ধরা পড়েছে"
PATIENCE_S = 60
decide = partial(approving.decide, open_business=obligations.open_at_shop)


async def end(officer_id: int, shop: Shop, **more: Any) -> Shop:
    given = {"reason": WHY, "clock": at(NOON), **more}
    return await decide(officer_id, shop.id, ShopCommand.TERMINATE, **given)


async def officers(number: int = 2) -> list[int]:
    return [(await factories.officer()).id for _ in range(number)]


async def test_a_shop_ends_for_good_when_a_second_officer_says_so_too():
    shop = await stalls.shop(host="ponir.example")
    cheese = await stalls.variant(await stalls.product(shop))
    basket = await stalls.basket(Shopper(account_id=(await factories.person()).id), (cheese, 1))
    first, second = await officers()

    still = await end(first, shop)
    assert (still.state, still.host) == (ShopState.VERIFIED, "ponir.example")
    with pytest.raises(SecondOfficerNeeded):
        await end(first, shop)
    ended = await end(second, shop, reason="আমিও তদন্ত করে দেখেছি")

    assert (ended.state, ended.reason, ended.host) == (ShopState.TERMINATED, WHY, None)
    assert (await Product.get()).state is ProductState.RETIRED
    for known in ({"slug": shop.slug, "host": None}, {"slug": None, "host": "ponir.example"}):
        with pytest.raises(NotFound):
            await queries.shop_at(None, **known)
    with pytest.raises(NotOnSale):
        await stalls.checked_out(basket)
    with pytest.raises(StaleState):
        await end(first, shop)


async def test_both_officers_stand_in_the_audit_and_the_owner_is_told_why():
    shop = await stalls.shop()
    first, second = await officers()

    for officer in (first, second):
        await end(officer, shop)

    kinds = ("accounts.act_asked", "accounts.act_seconded", "shops.shop_decided")
    rows = await AuditEntry.filter(kind__in=kinds).order_by("id")
    assert [row.kind for row in rows] == list(kinds)
    for row in rows[1:]:
        told = row.payload
        assert (told["officer_id"], told["second_officer_id"]) == (first, second)
    happened = await EventRow.get(kind="shops.shop_decided")
    await routing.tell(happened.id, at(NOON))
    owner = await Account.get(id=shop.owner_id)
    assert await heard(owner) == [
        "Two officers have closed your shop for good. The reason is in the app."
    ]


@pytest.mark.parametrize("state", [s for s in ShopState if s.value not in ("REJECTED",)])
async def test_a_shop_ends_from_every_state_that_is_none_of_the_ends(state: ShopState):
    shop = await stalls.shop(state=state)
    first, second = await officers()

    if state is ShopState.TERMINATED:
        with pytest.raises(StaleState):
            await end(first, shop)
        return
    await end(first, shop)
    assert (await end(second, shop)).state is ShopState.TERMINATED


async def test_what_is_open_is_named_and_neither_word_is_kept_before_it_is_over():
    order, _ = await stalls.ordered()
    shop = await Shop.get(id=order.shop_id)
    first, second = await officers()

    with pytest.raises(StillOwing) as ordered:
        await end(first, shop)
    assert not await ForcedAct.exists()
    await Order.filter(id=order.id).update(state=OrderState.CLOSED)
    await end(first, shop)
    await ledger.post(
        Move(
            kind="order.post",
            ref="1",
            debit=chart.gateway("bkash"),
            credit=chart.due_to_shop(shop.id),
            amount=taka(700),
        )
    )
    with pytest.raises(StillOwing) as unpaid:
        await end(second, shop)

    assert (ordered.value.open, unpaid.value.open) == (["orders"], ["earnings"])
    assert (await ForcedAct.get()).answer is None
    assert (await Shop.get()).state is ShopState.VERIFIED


async def test_an_owner_an_officer_from_elsewhere_and_a_short_reason_end_nothing():
    officer = await factories.officer()
    own = await stalls.shop(officer)
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-bhairab"))

    with pytest.raises(NotOnOneself):
        await end(officer.id, own)
    with pytest.raises(NotFound):
        await end(elsewhere.id, own)
    with pytest.raises(ReasonTooShort):
        await end((await officers(1))[0], own, reason="ভেজাল")

    assert not await ForcedAct.exists()


async def test_another_decision_or_a_no_drops_the_first_word():
    shop = await stalls.shop()
    first, second = await officers()

    await end(first, shop)
    await decide(second, shop.id, ShopCommand.SUSPEND, reason=WHY, clock=at(NOON))
    await end(second, shop)
    asked_anew = await ForcedAct.get(answer=None)
    await seconding.decline(first, asked_anew.id, reason="আরও সময় দেওয়া দরকার", clock=at(NOON))
    still = await end(first, shop)

    assert still.state is ShopState.SUSPENDED
    answers = await ForcedAct.all().order_by("id").values_list("answer", flat=True)
    assert list(answers) == [ForcedAnswer.LAPSED, ForcedAnswer.DECLINED, None]


@pytest.mark.parametrize("how", ["his role is revoked", "his account is suspended"])
async def test_the_word_of_an_officer_who_is_none_any_more_does_not_count(how: str):
    shop = await stalls.shop()
    upazila = await factories.upazila()
    gone, second, third = await officers(3)
    await end(gone, shop)
    if how == "his role is revoked":
        await access.revoke_role(None, gone, Role.OFFICER, upazila.id, clock=at(NOON))
    else:
        await Account.filter(id=gone).update(state=AccountState.SUSPENDED)

    still = await end(second, shop)
    with pytest.raises(SecondOfficerNeeded):
        await end(second, shop)
    assert still.state is ShopState.VERIFIED
    ended = await end(third, shop)

    assert (ended.state, ended.decided_by_id) == (ShopState.TERMINATED, second)
    words = await ForcedAct.all().order_by("id").values_list("asked_by_id", "answer")
    assert list(words) == [(gone, ForcedAnswer.LAPSED), (second, ForcedAnswer.AGREED)]


async def test_of_two_officers_at_once_one_is_the_second_and_a_third_is_too_late():
    shop = await stalls.shop()
    three = await officers(3)

    outcomes = await asyncio.gather(*(end(one, shop) for one in three), return_exceptions=True)

    refused = [type(outcome) for outcome in outcomes if not isinstance(outcome, Shop)]
    assert refused == [StaleState]
    assert (await Shop.get()).state is ShopState.TERMINATED
    act = await ForcedAct.get()
    assert act.asked_by_id != act.answered_by_id


@pytest.mark.parametrize("first", ["the buyer", "the officer"])
async def test_an_order_in_the_moment_of_the_end_is_either_there_or_refused(first: str):
    cheese = await stalls.variant()
    shop = await Shop.get()
    basket = await stalls.basket(Shopper(account_id=(await factories.person()).id), (cheese, 1))
    asking, agreeing = await officers()
    await end(asking, shop)
    buying = Stopped(lambda clock: check_out(basket, clock), NOON)
    ending = Stopped(lambda clock: end(agreeing, shop, clock=clock), NOON)
    early, late = (buying, ending) if first == "the buyer" else (ending, buying)
    refusals: list[type[Exception]] = []

    async def run(one: Stopped) -> None:
        try:
            await one.run()
        except (NotOnSale, StillOwing) as refusal:
            refusals.append(type(refusal))

    async with asyncio.timeout(PATIENCE_S), asyncio.TaskGroup() as tasks:
        tasks.create_task(run(early))
        await early.holds_its_locks.wait()
        late.let_go.set()
        tasks.create_task(run(late))
        await somebody_waits()
        early.let_go.set()

    ended = (await Shop.get()).state is ShopState.TERMINATED
    assert (ended, await Order.exists(), refusals) == (
        (False, True, [StillOwing]) if first == "the buyer" else (True, False, [NotOnSale])
    )


async def check_out(shopper: Shopper, clock: Callable[[], Awaitable[Any]]) -> None:
    cart = await carting.find(shopper)
    assert cart is not None
    terms = Terms(method=PayMethod.CASH, cart_version=cart.version, ways={})
    where = await stalls.destination()
    await checking_out.check_out(shopper, where, terms, idempotency_key=stalls.key(), clock=clock)


async def test_who_asked_and_who_may_agree_see_it_and_nobody_else_does():
    shop = await stalls.shop()
    first, second = await officers()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-bhairab"))
    this = {"shopId": f"Shop:{shop.id}", "decision": "TERMINATE", "reason": WHY}
    await done("decideShop", first, **this)

    waits = "{ forcedActs { edges { node { kind subjectId reason mine place { nameBn } } } } }"
    seen = [
        [edge["node"]["mine"] for edge in (await asked(waits, one))["forcedActs"]["edges"]]
        for one in (first, second, elsewhere.id, shop.owner_id)
    ]
    named = "query ($slug: String!) { shop(slug: $slug) { endingAsked { reason } } }"
    shown = [
        (await asked(named, one, slug=shop.slug))["shop"]["endingAsked"]
        for one in (second, shop.owner_id, None)
    ]
    again = await done("decideShop", first, "... on UserError { messageBn }", **this)

    assert seen == [[True], [False], [], []]
    assert shown == [{"reason": WHY}, None, None]
    assert again["code"] == "SECOND_OFFICER_NEEDED"
