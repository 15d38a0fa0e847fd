"""Joins the slices of orders for the root."""

from __future__ import annotations

import strawberry

from schema.orders.carrying import CarryingMutation, CarryingSubscription
from schema.orders.carts import CartMutation, CartQuery
from schema.orders.checkout import CheckoutMutation, OrderQuery
from schema.orders.moving import OrderMutation
from schema.orders.returns import ReturnMutation
from schema.orders.watching import OrderSubscription

__all__ = ["OrdersMutation", "OrdersQuery", "OrdersSubscription"]


@strawberry.type
class OrdersQuery(CartQuery, OrderQuery):
    pass


@strawberry.type
class OrdersMutation(
    CartMutation, CheckoutMutation, OrderMutation, CarryingMutation, ReturnMutation
):
    pass


@strawberry.type
class OrdersSubscription(OrderSubscription, CarryingSubscription):
    pass
