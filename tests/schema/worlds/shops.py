"""Shops, what they sell, and orders at them."""

from __future__ import annotations

from typing import Any

from hmk_graph.money import taka
from hmk_graph.orders import answering, fulfilling
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import Group, Line, Order, Remedy, Return, ReturnLine
from hmk_graph.payments import chart, ledger
from hmk_graph.payments.ledger import Move
from hmk_graph.shops.models import ProductState, Shop, ShopState
from tests import factories
from tests.factories import NOON, at
from tests.shops import stalls

CODE = "048151"
WORDS = {
    "who gets the goods": "গোপন প্রাপক",
    "where the goods go": "গোপন ঠিকানা, গোপন রোড",
    "an order's note": "গোপন টীকা",
}
PHONE = "+8801899999771"
REASON = "গোপন ফেরতের কারণ"
HIDDEN_SHOP, HIDDEN_PRODUCT = "গোপন দোকান", "গোপন পণ্য"
SHOPS_REASON = "গোপন সিদ্ধান্তের কারণ"
PRICE = taka(8_713)
EARNED = taka(97_531)
OPEN_TO_ALL = {"putInCart"}
PUBLIC = {"variantId", "shopId"}
KINDS = {
    "shopId": "Shop",
    "groupId": "OrderGroup",
    "orderId": "Order",
    "lineId": "OrderLine",
    "parcelId": "Parcel",
    "returnId": "OrderReturn",
    "variantId": "Variant",
    "productId": "Product",
}
OWNED = [
    *("shops_shop", "shops_product", "shops_variant", "shops_price", "shops_stock"),
    *("shops_movement", "shops_reservation", "orders_group", "orders_order", "orders_line"),
    *("orders_fulfilment", "orders_fulfilment_line", "orders_return", "orders_return_line"),
]


async def furnish() -> dict[str, Any]:
    """Make an open shop, one that nobody may see, and an order with all that hangs on it."""
    owner = await factories.person("দোকানি")
    stall = await stalls.shop(owner, reason=SHOPS_REASON)
    product = await stalls.product(stall)
    cheese = await stalls.variant(product, price=PRICE)
    hidden = await stalls.shop(state=ShopState.DRAFT, name_bn=HIDDEN_SHOP)
    secret = await stalls.product(hidden, name_bn=HIDDEN_PRODUCT, state=ProductState.DRAFT)
    secret_variant = await stalls.variant(secret)
    await earn(hidden)
    buyer = await factories.person("অর্ডারের ক্রেতা")
    order, group, parcel = await sent(buyer.id, cheese, stall)
    line = await Line.get(order_id=order.id)
    back = await Return.create(
        order=order, remedy=Remedy.REFUND, reason=REASON, asked_at=NOON, expires_at=NOON
    )
    await ReturnLine.create(returned=back, line=line, quantity=1)
    return {
        "public": {
            "Shop": stall.id,
            "Product": product.id,
            "Variant": cheese.id,
            "ProductCategory": product.category_id,
        },
        "hidden": {
            "Shop": hidden.id,
            "Product": secret.id,
            "Variant": secret_variant.id,
            "OrderGroup": group.id,
            "Order": order.id,
            "OrderLine": line.id,
            "Parcel": parcel.id,
            "OrderReturn": back.id,
        },
        "insiders": {
            "orderer": buyer.id,
            "shopkeeper": owner.id,
            "shopkeeper to be": hidden.owner_id,
        },
        "secrets": {
            **WORDS,
            "the phone of who gets the goods": PHONE[4:],
            "a return's reason": REASON,
            "a hidden shop": HIDDEN_SHOP,
            "a hidden product": HIDDEN_PRODUCT,
            "an order's code": CODE,
            "an officer's words about a shop": SHOPS_REASON,
            "what a shop has earned": str(EARNED),
        },
    }


async def earn(stall: Shop) -> None:
    """Let an order that is over have brought a shop its money."""
    move = Move(
        kind="orders.earned",
        ref="hidden",
        debit=chart.gateway("till"),
        credit=chart.due_to_shop(stall.id),
        amount=EARNED,
    )
    await ledger.post(move)


async def sent(buyer_id: int, cheese: Any, stall: Shop) -> tuple[Order, Group, Any]:
    """Have a buyer's order packed."""
    shopper = await stalls.basket(Shopper(account_id=buyer_id), (cheese, 2))
    name, address, note = WORDS.values()
    group = await stalls.checked_out(shopper, name=name, address=address, note=note, phone=PHONE)
    order = await Order.get(group_id=group.id)
    await answering.accept(stall.owner_id, order.id, clock=at(NOON))
    parcel = await fulfilling.pack(stall.owner_id, order.id, None, clock=at(NOON))
    await Order.filter(id=order.id).update(code=CODE)
    return order, group, parcel
