"""Tables of carts, orders, what is on its way, and what comes back.

States are those of rules.md 2.6; the tables of their transitions stand in `machines.py`. What the
database itself forbids is written as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class GroupState(StrEnum):
    """How one checkout stands: all that was ordered at once."""

    PENDING_PAYMENT = "PENDING_PAYMENT"
    PLACED = "PLACED"
    CLOSED = "CLOSED"
    EXPIRED = "EXPIRED"
    CANCELLED = "CANCELLED"


class OrderState(StrEnum):
    """How the order at one shop stands. PENDING and EXPIRED go with their group's payment."""

    PENDING = "PENDING"
    PLACED = "PLACED"
    ACCEPTED = "ACCEPTED"
    PACKED = "PACKED"
    OUT_FOR_DELIVERY = "OUT_FOR_DELIVERY"
    DELIVERED = "DELIVERED"
    CLOSED = "CLOSED"
    REJECTED = "REJECTED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    DELIVERY_FAILED = "DELIVERY_FAILED"
    RETURNING = "RETURNING"
    RETURNED_TO_SHOP = "RETURNED_TO_SHOP"


class FulfilmentState(StrEnum):
    """How one parcel of an order stands."""

    PACKED = "PACKED"
    OUT = "OUT"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"
    RETURNING = "RETURNING"
    BACK = "BACK"


class ReturnState(StrEnum):
    """How goods that a buyer gives back stand."""

    REQUESTED = "REQUESTED"
    APPROVED = "APPROVED"
    IN_TRANSIT = "IN_TRANSIT"
    RECEIVED = "RECEIVED"
    CLOSED = "CLOSED"
    REJECTED = "REJECTED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


class PayMethod(StrEnum):
    """How a checkout is paid: before, or in cash when the goods come."""

    ONLINE = "ONLINE"
    CASH = "CASH"


class Way(StrEnum):
    """How the goods of an order come to the buyer."""

    COURIER = "COURIER"
    PICKUP = "PICKUP"


class Carrier(StrEnum):
    """Who carries one parcel."""

    OWN_COURIER = "OWN_COURIER"
    TRIP = "TRIP"
    """A driver of the district, called for goods (dispatch)."""
    PICKUP = "PICKUP"


class FailReason(StrEnum):
    """Why a parcel was not handed over."""

    REFUSED = "REFUSED"
    ABSENT = "ABSENT"
    ADDRESS = "ADDRESS"


class Remedy(StrEnum):
    """What a buyer gets for goods that come back."""

    REFUND = "REFUND"
    REPLACE = "REPLACE"


class Cart(Model):
    """What somebody means to order. A guest's is known by a secret, of which we keep the hash."""

    id = fields.BigIntField(primary_key=True)
    account_id: int | None
    account: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=CASCADE
    )
    token_hash = fields.BinaryField(null=True)
    version = fields.IntField(default=1)
    touched_at = fields.DatetimeField()

    class Meta:
        table = "orders_cart"


class CartLine(Model):
    """So many of a variant; `price_paisa` is the price that the person was shown."""

    id = fields.BigIntField(primary_key=True)
    cart_id: int
    cart: fields.ForeignKeyRelation["Cart"] = fields.ForeignKeyField(
        "orders.Cart", related_name="lines", on_delete=CASCADE
    )
    variant_id: int
    variant: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "shops.Variant", related_name=False, on_delete=RESTRICT
    )
    quantity = fields.IntField()
    price_paisa = fields.BigIntField()

    class Meta:
        table = "orders_cart_line"
        unique_together = (("cart_id", "variant_id"),)


class Group(Model):
    """One checkout: who ordered, where to, and how it is paid.

    `cart_id` and `cart_version` together stand for one checkout: a second call finds the first.
    `token_hash` is of the secret in a guest's link, `link_hash` of the one in the links that he is
    sent by text message in his `language`, bn or en. `paid_at` says when all of it was paid.
    """

    id = fields.BigIntField(primary_key=True)
    cart_id = fields.BigIntField(null=True)
    cart_version = fields.IntField(default=0)
    buyer_id: int | None
    buyer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    token_hash = fields.BinaryField(null=True)
    link_hash = fields.BinaryField(null=True)
    state = fields.CharEnumField(GroupState, max_length=15)
    version = fields.IntField(default=1)
    method = fields.CharEnumField(PayMethod, max_length=6)
    contact_name = fields.CharField(max_length=80)
    contact_phone = fields.CharField(max_length=14)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    address = fields.CharField(max_length=300)
    note = fields.CharField(max_length=300, default="")
    language = fields.CharField(max_length=2, default="bn", db_default="bn")
    total_paisa = fields.BigIntField()
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    paid_at = fields.DatetimeField(null=True)

    class Meta:
        table = "orders_group"
        unique_together = (("cart_id", "cart_version"),)
        indexes = (("contact_phone", "id"),)


class Order(Model):
    """What was ordered at one shop. Its totals stay as they were; what changes is refunded.

    `refunded_paisa` is what of it went back, or is on its way. `code` is what the buyer tells who
    hands the goods over; `code_tries` counts wrong ones. `replaces_id` names the order for whose
    returned goods it is.
    """

    id = fields.BigIntField(primary_key=True)
    group_id: int
    group: fields.ForeignKeyRelation["Group"] = fields.ForeignKeyField(
        "orders.Group", related_name="orders", on_delete=RESTRICT
    )
    shop_id: int
    shop: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "shops.Shop", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(OrderState, max_length=16)
    version = fields.IntField(default=1)
    way = fields.CharEnumField(Way, max_length=7)
    items_paisa = fields.BigIntField()
    delivery_paisa = fields.BigIntField()
    total_paisa = fields.BigIntField()
    refunded_paisa = fields.BigIntField(default=0)
    code = fields.CharField(max_length=6)
    code_tries = fields.IntField(default=0)
    reason = fields.CharField(max_length=1000, default="")
    placed_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True)
    changed_at = fields.DatetimeField()
    replaces_id = fields.BigIntField(null=True)

    class Meta:
        table = "orders_order"
        unique_together = (("group_id", "shop_id"),)
        indexes = (("shop_id", "id"),)


class Line(Model):
    """So many of one variant, as it was called and priced when it was ordered."""

    id = fields.BigIntField(primary_key=True)
    order_id: int
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "orders.Order", related_name="lines", on_delete=RESTRICT
    )
    variant_id: int
    variant: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "shops.Variant", related_name=False, on_delete=RESTRICT
    )
    name_bn = fields.CharField(max_length=120)
    name_en = fields.CharField(max_length=120, default="")
    choices: Any = fields.JSONField(default=list)
    unit = fields.CharField(max_length=12)
    price_paisa = fields.BigIntField()
    quantity = fields.IntField()
    shipped = fields.IntField(default=0)
    delivered = fields.IntField(default=0)
    returned = fields.IntField(default=0)

    class Meta:
        table = "orders_line"


class Fulfilment(Model):
    """A parcel: some of an order's goods that go together. `share_paisa` is due for it in cash."""

    id = fields.BigIntField(primary_key=True)
    order_id: int
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "orders.Order", related_name="fulfilments", on_delete=RESTRICT
    )
    state = fields.CharEnumField(FulfilmentState, max_length=9, default=FulfilmentState.PACKED)
    version = fields.IntField(default=1)
    carrier = fields.CharEnumField(Carrier, max_length=11, null=True)
    courier_name = fields.CharField(max_length=80, default="")
    share_paisa = fields.BigIntField()
    fail_reason = fields.CharEnumField(FailReason, max_length=7, null=True)
    packed_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)
    arrived_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "orders_fulfilment"


class FulfilmentLine(Model):
    """So many of a line in a parcel."""

    id = fields.BigIntField(primary_key=True)
    fulfilment_id: int
    fulfilment: fields.ForeignKeyRelation["Fulfilment"] = fields.ForeignKeyField(
        "orders.Fulfilment", related_name="lines", on_delete=RESTRICT
    )
    line_id: int
    line: fields.ForeignKeyRelation["Line"] = fields.ForeignKeyField(
        "orders.Line", related_name=False, on_delete=RESTRICT
    )
    quantity = fields.IntField()

    class Meta:
        table = "orders_fulfilment_line"
        unique_together = (("fulfilment_id", "line_id"),)


class Return(Model):
    """Goods that a buyer gives back, and what he gets for them."""

    id = fields.BigIntField(primary_key=True)
    order_id: int
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "orders.Order", related_name="returns", on_delete=RESTRICT
    )
    state = fields.CharEnumField(ReturnState, max_length=10, default=ReturnState.REQUESTED)
    version = fields.IntField(default=1)
    remedy = fields.CharEnumField(Remedy, max_length=7)
    reason = fields.CharField(max_length=1000)
    answer = fields.CharField(max_length=1000, default="")
    refund_paisa = fields.BigIntField(default=0)
    replacement_id = fields.BigIntField(null=True)
    asked_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "orders_return"


class ReturnLine(Model):
    """So many of a line that come back, and in which condition they came."""

    id = fields.BigIntField(primary_key=True)
    returned_id: int
    returned: fields.ForeignKeyRelation["Return"] = fields.ForeignKeyField(
        "orders.Return", related_name="lines", on_delete=RESTRICT
    )
    line_id: int
    line: fields.ForeignKeyRelation["Line"] = fields.ForeignKeyField(
        "orders.Line", related_name=False, on_delete=RESTRICT
    )
    quantity = fields.IntField()
    sound = fields.IntField(default=0)
    damaged = fields.IntField(default=0)
    missing = fields.IntField(default=0)

    class Meta:
        table = "orders_return_line"
        unique_together = (("returned_id", "line_id"),)
