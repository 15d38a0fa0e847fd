"""Joins the slices of shops for the root."""

from __future__ import annotations

import strawberry

from schema.shops.earning import EarningMutation, EarningQuery
from schema.shops.finding import ShopQuery
from schema.shops.offering import ProductMutation
from schema.shops.opening import ShopMutation
from schema.shops.watching import ShopSubscription

__all__ = ["ShopSubscription", "ShopsMutation", "ShopsQuery"]


@strawberry.type
class ShopsQuery(ShopQuery, EarningQuery):
    pass


@strawberry.type
class ShopsMutation(ShopMutation, ProductMutation, EarningMutation):
    pass
