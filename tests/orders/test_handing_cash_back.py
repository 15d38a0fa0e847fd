"""Cash that goes back for goods goes from the shop's hand into the buyer's, and that once."""

from __future__ import annotations

import pytest

from hmk_graph.errors import NotFound
from hmk_graph.orders import collecting
from hmk_graph.orders.models import Order, Remedy
from hmk_graph.orders.returning import Condition
from hmk_graph.payments.paying_models import Refund, RefundState
from tests import factories
from tests.factories import NOON, at
from tests.orders.test_order_money import delivered, given_back
from tests.schema.whole_house import asked, done
from tests.shops import stalls
from tests.shops.stalls import PRICE

pytestmark = pytest.mark.usefixtures("db")
SHOWN = "query ($id: ID!) { order(id: $id) { refundedAmount cashToHandBack } }"


async def returned() -> tuple[Order, int]:
    """Have one of two pieces come back for its money; return the order and its shop's owner."""
    order, group = await stalls.ordered(await stalls.variant())
    await delivered(order)
    await given_back(order, group, Condition(sound=1), Remedy.REFUND)
    return order, await stalls.owner_of(order)


async def shown(viewer_id: int, order: Order) -> dict[str, int]:
    data = await asked(SHOWN, viewer_id, id=f"Order:{order.id}")
    found: dict[str, int] = data["order"]
    return found


async def test_what_has_to_be_handed_back_is_shown_to_both_until_it_was():
    order, owner_id = await returned()
    buyer_id = (await order.group).buyer_id
    before = [await shown(side, order) for side in (owner_id, buyer_id)]

    await done("handBackCash", owner_id, "... on Order { id }", orderId=f"Order:{order.id}")

    assert before == [{"refundedAmount": PRICE, "cashToHandBack": PRICE}] * 2
    for side in (owner_id, buyer_id):
        assert await shown(side, order) == {"refundedAmount": PRICE, "cashToHandBack": 0}
    assert (await Refund.get()).state is RefundState.SUCCEEDED
    with pytest.raises(NotFound):
        await collecting.hand_back_cash(owner_id, order.id, clock=at(NOON))


async def test_where_nothing_goes_back_there_is_nothing_to_hand():
    order, _ = await stalls.ordered()
    await delivered(order)
    owner_id = await stalls.owner_of(order)

    assert await shown(owner_id, order) == {"refundedAmount": 0, "cashToHandBack": 0}
    with pytest.raises(NotFound):
        await collecting.hand_back_cash(owner_id, order.id, clock=at(NOON))


async def test_nobody_but_the_shop_says_that_it_was_handed_back():
    order, _ = await returned()
    buyer_id = (await order.group).buyer_id

    for person_id in (buyer_id, (await factories.person()).id, (await factories.officer()).id):
        with pytest.raises(NotFound):
            await collecting.hand_back_cash(person_id, order.id, clock=at(NOON))

    assert (await Refund.get()).state is RefundState.APPROVED
