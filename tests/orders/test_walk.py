"""A basket from three shops with one return, as a front end sends it (docs/walks.md)."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.money import taka
from hmk_graph.orders import collecting
from hmk_graph.payments import chart, ledger, proving, reconciling
from hmk_graph.payments.paying_models import Attempt, Refund
from realtime.bus import Bus
from realtime.hub import Hub
from schema.accounts.people_context import PeopleContext
from schema.cursors import Cursors
from tests import factories
from tests.accounts.people import SECRET, Gateway
from tests.factories import NOON, at
from tests.payments.tills import DOORS, Till
from tests.shops import stalls
from tests.walking import Walk

pytestmark = pytest.mark.usefixtures("db")
TARGETS = {collecting.GROUP_PURPOSE: collecting.GroupTarget()}
PRICE = taka(300)


class ShoppingWalk(Walk):
    """A walk on which one can pay at a till."""

    till: Till

    def context(self, who: Account | None) -> PeopleContext:
        return PeopleContext(
            clock=self.clock,
            hub=Hub(self.bus),
            cursors=Cursors(b"tests"),
            address="198.51.100.7",
            request_id="r",
            viewer_id=who.id if who else None,
            secret=SECRET,
            send_code=Gateway(),
            fixed_code=None,
            open_obligations=_none_open,
            gateways={"till": self.till},
            payment_doors=DOORS,
        )

    async def as_guest(self, operation: str, **given: Any) -> Any:
        """Send a mutation as nobody in particular; it is not refused."""
        value = await self.ask(None, operation, input=given)
        assert "code" not in value, value
        return value


async def _none_open(_account_id: int) -> list[str]:
    return []


async def opened(walk: Walk, officer: Account, slug: str) -> tuple[Account, str]:
    """Have a person open a shop with ten of one thing; return him and the variant."""
    owner = await factories.person()
    place = f"Place:{(await factories.union()).id}"
    category = f"ProductCategory:{(await stalls.category()).id}"
    sign = {"slug": slug, "nameBn": "দোকান", "phone": owner.phone, "placeId": place}
    sign["about"] = "নিজের হাতে তৈরি"
    shop = await walk.do(owner, "OpenShop", sign=sign, idempotencyKey="k")
    product = await walk.do(
        owner,
        "AddProduct",
        label={"categoryId": category, "nameBn": "পনির", "unit": "kg"},
        variants=[{"price": PRICE, "onHand": 10}],
        idempotencyKey="k",
    )
    await walk.do(owner, "MoveProduct", productId=product["id"], move="OFFER")
    published = await walk.ask(owner, "PublishShop")
    assert published["state"] == "SUBMITTED"
    decided = await walk.do(officer, "DecideShop", shopId=shop["id"], decision="VERIFY")
    assert decided["state"] == "VERIFIED"
    return owner, product["variants"][0]["id"]


async def look(till: Till) -> None:
    await Attempt.filter(check_at__isnull=False).update(check_at=NOON)
    await Refund.filter(check_at__isnull=False).update(check_at=NOON)
    while await reconciling.do_one({"till": till}, TARGETS, clock=at(NOON)):
        pass


async def brought(walk: ShoppingWalk, owner: Account, order_id: str, secret: str) -> None:
    """Have a shop accept an order, pack it, and bring it to the guest who tells his code."""
    which = {"orderId": order_id}
    await walk.do(owner, "AcceptOrder", **which)
    [parcel] = (await walk.do(owner, "PackOrder", **which))["parcels"]
    await walk.do(owner, "SendParcel", parcelId=parcel["id"], carrier="OWN_COURIER")
    seen = await walk.ask(None, "Order", id=order_id, guestToken=secret)
    given = {"parcelId": parcel["id"], "code": seen["code"]}
    assert (await walk.do(owner, "DeliverParcel", **given))["state"] == "DELIVERED"


async def given_back(walk: ShoppingWalk, owner: Account, order: Any, secret: str) -> None:
    """Have the guest give one piece back, which comes sound."""
    line = {"lineId": order["lines"][0]["id"], "quantity": 1}
    back = await walk.as_guest(
        "RequestReturn",
        orderId=order["id"],
        lines=[line],
        remedy="REFUND",
        reason="একটি বেশি হয়ে গেছে",
        idempotencyKey="k",
        guestToken=secret,
    )
    which = {"returnId": back["id"]}
    await walk.do(owner, "AnswerReturn", **which, agreed=True)
    await walk.as_guest("SendReturn", **which, guestToken=secret)
    counted = [{"lineId": line["lineId"], "sound": 1}]
    received = await walk.do(owner, "ReceiveReturn", **which, lines=counted)
    assert (received["state"], received["refundAmount"]) == ("CLOSED", PRICE)


async def test_a_guest_orders_from_three_shops_pays_once_and_gives_one_thing_back():
    async with Bus(None) as bus:
        walk = ShoppingWalk(bus=bus)
        walk.till = till = Till()
        officer = await factories.officer()
        shops = [await opened(walk, officer, slug) for slug in ("ponir", "kantha", "shutki")]
        token = None
        for _, variant_id in shops:
            wanted = {"variantId": variant_id, "quantity": 2, "cartToken": token}
            cart = await walk.as_guest("PutInCart", **wanted)
            token = token or cart["token"]

        group = await walk.as_guest(
            "CheckOut",
            cartVersion=cart["version"],
            cartToken=token,
            name="করিম",
            phone="01712345678",
            placeId=f"Place:{(await factories.union()).id}",
            address="চরপাড়া, মসজিদের পাশে",
            method="ONLINE",
            idempotencyKey="k",
        )
        secret, orders = group["guestToken"], group["orders"]
        assert [order["state"] for order in orders] == ["PENDING"] * 3
        paying = {"groupId": group["id"], "gateway": "till", "guestToken": secret}
        await walk.as_guest("PayOrders", **paying, idempotencyKey="k")
        till.pay(await Attempt.get())
        await look(till)
        for (owner, _), order in zip(shops, orders, strict=True):
            await brought(walk, owner, order["id"], secret)
        await given_back(walk, shops[0][0], orders[0], secret)
        for order in orders:
            closing = {"orderId": order["id"], "guestToken": secret}
            assert (await walk.as_guest("CloseOrder", **closing))["state"] == "CLOSED"
        await look(till)

        variables = {"orderId": orders[0]["id"], "guestToken": secret}
        async with aclosing(walk.listen(None, "OrderEvents", **variables)) as stream:
            snapshot = await anext(stream)

    assert snapshot["order"] == {"state": "CLOSED", "part": "BUYER"}
    assert list(till.given_back.values()) == [PRICE]
    due = [await owed(owner) for owner, _ in shops]
    assert due == [PRICE, 2 * PRICE, 2 * PRICE]
    assert (await proving.prove()).faults == []


async def owed(owner: Account) -> int:
    shop = await stalls.Shop.get(owner_id=owner.id)
    return (await ledger.balance(chart.due_to_shop(shop.id))).free
