"""The enums about shops. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.shops.machines import ProductCommand, ShopCommand
from hmk_graph.shops.models import MovementKind, ProductState, ShopState

__all__ = ["MovementKind", "ProductCommand", "ProductState", "ShopCommand", "ShopState"]

strawberry.enum(ShopState, description="How far a shop has come.")
strawberry.enum(ProductState, description="Whether a product is offered.")
strawberry.enum(MovementKind, name="StockMovementKind", description="Why goods came or went.")
strawberry.enum(ShopCommand, name="ShopMove", description="What can be done with a shop.")
strawberry.enum(ProductCommand, name="ProductMove", description="What can be done with a product.")
