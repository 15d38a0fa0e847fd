"""Failure 16: what is no quantity and no amount is refused wherever one is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import CartLine
from hmk_graph.shops.models import Movement, Price, Product
from tests import factories
from tests.schema.whole_house import answered
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")
NO_NUMBERS: list[Any] = [2**31, 2**63, 1e308, float("nan"), float("inf"), 1.5, True, "1,000", "৫টি"]


async def refused(mutation: str, kind: str, viewer_id: int, **given: Any) -> str:
    """Send a mutation and return the code by which it is refused; "" if it is not."""
    query = f"""mutation ($input: {kind}!) {{
        {mutation}(input: $input) {{ ... on UserError {{ code }} }} }}"""
    answer = await answered(query, viewer_id, input=given)
    if answer.errors:
        return str(answer.errors[0].extensions["code"])
    return str((answer.data[mutation] or {}).get("code", ""))


@pytest.mark.parametrize("quantity", [-1, 100, 2**31 - 1, "৫", "5", *NO_NUMBERS], ids=repr)
async def test_no_such_quantity_gets_into_a_cart(quantity: Any):
    cheese = await stalls.variant()
    buyer = await factories.person()
    await stalls.basket(Shopper(account_id=buyer.id), (cheese, 2))

    code = await refused(
        "putInCart", "PutInCartInput", buyer.id, variantId=f"Variant:{cheese.id}", quantity=quantity
    )

    assert code == "BAD_USER_INPUT"
    assert (await CartLine.get()).quantity == 2


@pytest.mark.parametrize("field", ["delta", "counted"])
@pytest.mark.parametrize("number", [-11, 1_000_001, -(2**31), *NO_NUMBERS], ids=repr)
async def test_no_such_number_moves_a_stock(field: str, number: Any):
    cheese = await stalls.variant()
    product = await Product.get(id=cheese.product_id).prefetch_related("shop")

    code = await refused(
        "changeStock",
        "ChangeStockInput",
        product.shop.owner_id,
        variantId=f"Variant:{cheese.id}",
        seenVersion=2,
        idempotencyKey="k",
        **{field: number},
    )

    assert code
    assert await stalls.stock_of(cheese) == (10, 0)
    assert await Movement.all().count() == 1


@pytest.mark.parametrize("amount", [-100, 0, 99, "1e5", *NO_NUMBERS], ids=repr)
async def test_no_such_amount_becomes_a_price(amount: Any):
    cheese = await stalls.variant()
    product = await Product.get(id=cheese.product_id).prefetch_related("shop")

    code = await refused(
        "setPrice",
        "SetPriceInput",
        product.shop.owner_id,
        variantId=f"Variant:{cheese.id}",
        price=amount,
    )

    assert code == "BAD_USER_INPUT"
    assert await Price.all().count() == 1
