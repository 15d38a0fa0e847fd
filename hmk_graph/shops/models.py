"""Tables of shops, what they sell, its prices, and how much of it is there.

States are those of rules.md 2.1 and 2.5; the tables of their transitions stand in `machines.py`.
What the database itself forbids is written as constraints in the migration: above all, that a
stock's numbers move by movements and reservations alone.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class ShopState(StrEnum):
    """The approval machine of shops (rules.md 2.1), with the owner's own pause."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    NEEDS_INFO = "NEEDS_INFO"
    VERIFIED = "VERIFIED"
    PAUSED = "PAUSED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"
    TERMINATED = "TERMINATED"


class ProductState(StrEnum):
    """Whether a product is offered. Only ACTIVE ones of a VERIFIED shop can be ordered."""

    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    RETIRED = "RETIRED"


class ReservationState(StrEnum):
    """The machine of reservations, rules.md 2.5."""

    HELD = "HELD"
    COMMITTED = "COMMITTED"
    CONSUMED = "CONSUMED"
    EXPIRED = "EXPIRED"
    RELEASED = "RELEASED"


class MovementKind(StrEnum):
    """Why goods came to a stock or left it."""

    COUNTED = "COUNTED"
    """The seller changed the number: by a difference, or to what he counted."""
    SHIPPED = "SHIPPED"
    RESTOCKED = "RESTOCKED"
    """Came back sound."""


class Shop(Model):
    """An entrepreneur's shop. `host` is a name of its own on the network, in small letters.

    `hours` holds for each weekday from Monday a list of [opens, closes] in minutes of the day.
    `delivery_paisa` is what its own courier costs the buyer.
    """

    id = fields.BigIntField(primary_key=True)
    owner_id: int
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ShopState, max_length=10, default=ShopState.DRAFT)
    version = fields.IntField(default=1)
    slug = fields.CharField(max_length=40, unique=True)
    host = fields.CharField(max_length=253, unique=True, null=True)
    name_bn = fields.CharField(max_length=80)
    name_en = fields.CharField(max_length=80, default="")
    about = fields.TextField(default="")
    phone = fields.CharField(max_length=14)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    address = fields.CharField(max_length=200, default="")
    primary_color = fields.CharField(max_length=7, default="#0b6e4f")
    accent_color = fields.CharField(max_length=7, default="#f2a541")
    hours: Any = fields.JSONField(default=list)
    delivers = fields.BooleanField(default=True)
    delivery_paisa = fields.BigIntField(default=0)
    pickup = fields.BooleanField(default=True)
    takes_cash = fields.BooleanField(default=True)
    closed_from = fields.DatetimeField(null=True)
    closed_to = fields.DatetimeField(null=True)
    reason = fields.TextField(default="")
    decided_by_id: int | None
    decided_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()
    submitted_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "shops_shop"


class Category(Model):
    """A kind of product, in the order in which people are shown them."""

    id = fields.BigIntField(primary_key=True)
    slug = fields.CharField(max_length=40, unique=True)
    name_bn = fields.CharField(max_length=80)
    name_en = fields.CharField(max_length=80)
    position = fields.IntField()

    class Meta:
        table = "shops_category"


class Product(Model):
    """What a shop sells. `unit` is a word of `rules.UNITS`; `from_paisa` the lowest open price.

    `options` are the names of what its variants differ in, such as ["রং", "মাপ"].
    """

    id = fields.BigIntField(primary_key=True)
    shop_id: int
    shop: fields.ForeignKeyRelation["Shop"] = fields.ForeignKeyField(
        "shops.Shop", related_name="products", on_delete=RESTRICT
    )
    category_id: int
    category: fields.ForeignKeyRelation["Category"] = fields.ForeignKeyField(
        "shops.Category", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ProductState, max_length=7, default=ProductState.DRAFT)
    version = fields.IntField(default=1)
    name_bn = fields.CharField(max_length=120)
    name_en = fields.CharField(max_length=120, default="")
    description = fields.TextField(default="")
    unit = fields.CharField(max_length=12)
    options: Any = fields.JSONField(default=list)
    from_paisa = fields.BigIntField(null=True)
    created_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()

    class Meta:
        table = "shops_product"


class Variant(Model):
    """One form of a product: `choices` are its values of the product's options, in their order."""

    id = fields.BigIntField(primary_key=True)
    product_id: int
    product: fields.ForeignKeyRelation["Product"] = fields.ForeignKeyField(
        "shops.Product", related_name="variants", on_delete=RESTRICT
    )
    choices: Any = fields.JSONField(default=list)
    position = fields.IntField(default=0)
    retired_at = fields.DatetimeField(null=True)

    class Meta:
        table = "shops_variant"


class Price(Model):
    """What a variant cost from a moment on. The open row (`valid_to` None) is its price now."""

    id = fields.BigIntField(primary_key=True)
    variant_id: int
    variant: fields.ForeignKeyRelation["Variant"] = fields.ForeignKeyField(
        "shops.Variant", related_name="prices", on_delete=RESTRICT
    )
    amount_paisa = fields.BigIntField()
    valid_from = fields.DatetimeField()
    valid_to = fields.DatetimeField(null=True)

    class Meta:
        table = "shops_price"


class Stock(Model):
    """How much of a variant lies at a place, and how much of that is promised.

    The database moves both numbers, by movements and reservations, and refuses any other change.
    `version` grows with each change, so that a count can be held against what was seen.
    """

    id = fields.BigIntField(primary_key=True)
    variant_id: int
    variant: fields.ForeignKeyRelation["Variant"] = fields.ForeignKeyField(
        "shops.Variant", related_name="stocks", on_delete=RESTRICT
    )
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    on_hand = fields.IntField(default=0)
    reserved = fields.IntField(default=0)
    version = fields.IntField(default=1)

    class Meta:
        table = "shops_stock"
        unique_together = (("variant_id", "place_id"),)


class Movement(Model):
    """Goods that came to a stock (`delta` above zero) or left it. Written once, never changed."""

    id = fields.BigIntField(primary_key=True)
    stock_id: int
    stock: fields.ForeignKeyRelation["Stock"] = fields.ForeignKeyField(
        "shops.Stock", related_name="movements", on_delete=RESTRICT
    )
    kind = fields.CharEnumField(MovementKind, max_length=9)
    delta = fields.IntField()
    note = fields.CharField(max_length=200, default="")
    actor_id = fields.BigIntField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "shops_movement"


class Reservation(Model):
    """Goods promised to a line of an order (`line_id`; orders stand above, hence no foreign key).

    What it still keeps from others is `quantity - consumed`, while HELD or COMMITTED.
    """

    id = fields.BigIntField(primary_key=True)
    stock_id: int
    stock: fields.ForeignKeyRelation["Stock"] = fields.ForeignKeyField(
        "shops.Stock", related_name="reservations", on_delete=RESTRICT
    )
    line_id = fields.BigIntField(db_index=True)
    quantity = fields.IntField()
    consumed = fields.IntField(default=0)
    state = fields.CharEnumField(ReservationState, max_length=9, default=ReservationState.HELD)
    created_at = fields.DatetimeField()

    class Meta:
        table = "shops_reservation"
