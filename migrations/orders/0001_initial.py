from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.orders.models import (
    Carrier,
    FailReason,
    FulfilmentState,
    GroupState,
    OrderState,
    PayMethod,
    Remedy,
    ReturnState,
    Way,
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("places", "0001_initial"),
        ("shops", "0002_constraints"),
    ]

    initial = True

    operations = [
        ops.CreateModel(
            name="Cart",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("token_hash", fields.BinaryField(null=True)),
                ("version", fields.IntField(default=1)),
                ("touched_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "orders_cart",
                "app": "orders",
                "pk_attr": "id",
                "table_description": "What somebody means to order. A guest's is known by a secret, of which we keep the hash.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CartLine",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "cart",
                    fields.ForeignKeyField(
                        "orders.Cart",
                        source_field="cart_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lines",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "variant",
                    fields.ForeignKeyField(
                        "shops.Variant",
                        source_field="variant_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("quantity", fields.IntField()),
                ("price_paisa", fields.BigIntField()),
            ],
            options={
                "table": "orders_cart_line",
                "app": "orders",
                "unique_together": (("cart_id", "variant_id"),),
                "pk_attr": "id",
                "table_description": "So many of a variant; `price_paisa` is the price that the person was shown.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("cart_id", fields.BigIntField(null=True)),
                ("cart_version", fields.IntField(default=0)),
                (
                    "buyer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="buyer_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("token_hash", fields.BinaryField(null=True)),
                (
                    "state",
                    fields.CharEnumField(
                        description="PENDING_PAYMENT: PENDING_PAYMENT\nPLACED: PLACED\nCLOSED: CLOSED\nEXPIRED: EXPIRED\nCANCELLED: CANCELLED",
                        enum_type=GroupState,
                        max_length=15,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "method",
                    fields.CharEnumField(
                        description="ONLINE: ONLINE\nCASH: CASH", enum_type=PayMethod, max_length=6
                    ),
                ),
                ("contact_name", fields.CharField(max_length=80)),
                ("contact_phone", fields.CharField(max_length=14)),
                (
                    "place",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="place_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("address", fields.CharField(max_length=300)),
                ("note", fields.CharField(default="", max_length=300)),
                ("total_paisa", fields.BigIntField()),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("paid_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "orders_group",
                "app": "orders",
                "unique_together": (("cart_id", "cart_version"),),
                "indexes": [Index(fields=["contact_phone", "id"])],
                "pk_attr": "id",
                "table_description": "One checkout: who ordered, where to, and how it is paid.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Order",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "orders.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="orders",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "shop",
                    fields.ForeignKeyField(
                        "shops.Shop",
                        source_field="shop_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="PENDING: PENDING\nPLACED: PLACED\nACCEPTED: ACCEPTED\nPACKED: PACKED\nOUT_FOR_DELIVERY: OUT_FOR_DELIVERY\nDELIVERED: DELIVERED\nCLOSED: CLOSED\nREJECTED: REJECTED\nCANCELLED: CANCELLED\nEXPIRED: EXPIRED\nDELIVERY_FAILED: DELIVERY_FAILED\nRETURNING: RETURNING\nRETURNED_TO_SHOP: RETURNED_TO_SHOP",
                        enum_type=OrderState,
                        max_length=16,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "way",
                    fields.CharEnumField(
                        description="COURIER: COURIER\nPICKUP: PICKUP", enum_type=Way, max_length=7
                    ),
                ),
                ("items_paisa", fields.BigIntField()),
                ("delivery_paisa", fields.BigIntField()),
                ("total_paisa", fields.BigIntField()),
                ("refunded_paisa", fields.BigIntField(default=0)),
                ("code", fields.CharField(max_length=6)),
                ("code_tries", fields.IntField(default=0)),
                ("reason", fields.CharField(default="", max_length=1000)),
                ("placed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("replaces_id", fields.BigIntField(null=True)),
            ],
            options={
                "table": "orders_order",
                "app": "orders",
                "unique_together": (("group_id", "shop_id"),),
                "indexes": [Index(fields=["shop_id", "id"])],
                "pk_attr": "id",
                "table_description": "What was ordered at one shop. Its totals stay as they were; what changes is refunded.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Fulfilment",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "order",
                    fields.ForeignKeyField(
                        "orders.Order",
                        source_field="order_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="fulfilments",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=FulfilmentState.PACKED,
                        description="PACKED: PACKED\nOUT: OUT\nDELIVERED: DELIVERED\nFAILED: FAILED\nRETURNING: RETURNING\nBACK: BACK",
                        enum_type=FulfilmentState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "carrier",
                    fields.CharEnumField(
                        null=True,
                        description="OWN_COURIER: OWN_COURIER\nTRIP: TRIP\nPICKUP: PICKUP",
                        enum_type=Carrier,
                        max_length=11,
                    ),
                ),
                ("courier_name", fields.CharField(default="", max_length=80)),
                ("share_paisa", fields.BigIntField()),
                (
                    "fail_reason",
                    fields.CharEnumField(
                        null=True,
                        description="REFUSED: REFUSED\nABSENT: ABSENT\nADDRESS: ADDRESS",
                        enum_type=FailReason,
                        max_length=7,
                    ),
                ),
                ("packed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("sent_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("arrived_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "orders_fulfilment",
                "app": "orders",
                "pk_attr": "id",
                "table_description": "A parcel: some of an order's goods that go together. `share_paisa` is due for it in cash.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Line",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "order",
                    fields.ForeignKeyField(
                        "orders.Order",
                        source_field="order_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lines",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "variant",
                    fields.ForeignKeyField(
                        "shops.Variant",
                        source_field="variant_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("name_bn", fields.CharField(max_length=120)),
                ("name_en", fields.CharField(default="", max_length=120)),
                ("choices", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("unit", fields.CharField(max_length=12)),
                ("price_paisa", fields.BigIntField()),
                ("quantity", fields.IntField()),
                ("shipped", fields.IntField(default=0)),
                ("delivered", fields.IntField(default=0)),
                ("returned", fields.IntField(default=0)),
            ],
            options={
                "table": "orders_line",
                "app": "orders",
                "pk_attr": "id",
                "table_description": "So many of one variant, as it was called and priced when it was ordered.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FulfilmentLine",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "fulfilment",
                    fields.ForeignKeyField(
                        "orders.Fulfilment",
                        source_field="fulfilment_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lines",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "line",
                    fields.ForeignKeyField(
                        "orders.Line",
                        source_field="line_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("quantity", fields.IntField()),
            ],
            options={
                "table": "orders_fulfilment_line",
                "app": "orders",
                "unique_together": (("fulfilment_id", "line_id"),),
                "pk_attr": "id",
                "table_description": "So many of a line in a parcel.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Return",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "order",
                    fields.ForeignKeyField(
                        "orders.Order",
                        source_field="order_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="returns",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ReturnState.REQUESTED,
                        description="REQUESTED: REQUESTED\nAPPROVED: APPROVED\nIN_TRANSIT: IN_TRANSIT\nRECEIVED: RECEIVED\nCLOSED: CLOSED\nREJECTED: REJECTED\nCANCELLED: CANCELLED\nEXPIRED: EXPIRED",
                        enum_type=ReturnState,
                        max_length=10,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "remedy",
                    fields.CharEnumField(
                        description="REFUND: REFUND\nREPLACE: REPLACE",
                        enum_type=Remedy,
                        max_length=7,
                    ),
                ),
                ("reason", fields.CharField(max_length=1000)),
                ("answer", fields.CharField(default="", max_length=1000)),
                ("refund_paisa", fields.BigIntField(default=0)),
                ("replacement_id", fields.BigIntField(null=True)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "orders_return",
                "app": "orders",
                "pk_attr": "id",
                "table_description": "Goods that a buyer gives back, and what he gets for them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReturnLine",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "returned",
                    fields.ForeignKeyField(
                        "orders.Return",
                        source_field="returned_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lines",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "line",
                    fields.ForeignKeyField(
                        "orders.Line",
                        source_field="line_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("quantity", fields.IntField()),
                ("sound", fields.IntField(default=0)),
                ("damaged", fields.IntField(default=0)),
                ("missing", fields.IntField(default=0)),
            ],
            options={
                "table": "orders_return_line",
                "app": "orders",
                "unique_together": (("returned_id", "line_id"),),
                "pk_attr": "id",
                "table_description": "So many of a line that come back, and in which condition they came.",
            },
            bases=["Model"],
        ),
    ]
