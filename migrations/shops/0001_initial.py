from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.migrations import operations as ops

from hmk_graph.shops.models import MovementKind, ProductState, ReservationState, ShopState


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("places", "0001_initial")]

    initial = True

    operations = [
        ops.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("slug", fields.CharField(unique=True, max_length=40)),
                ("name_bn", fields.CharField(max_length=80)),
                ("name_en", fields.CharField(max_length=80)),
                ("position", fields.IntField()),
            ],
            options={
                "table": "shops_category",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "A kind of product, in the order in which people are shown them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Shop",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="owner_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ShopState.DRAFT,
                        description="DRAFT: DRAFT\nSUBMITTED: SUBMITTED\nNEEDS_INFO: NEEDS_INFO\nVERIFIED: VERIFIED\nPAUSED: PAUSED\nREJECTED: REJECTED\nSUSPENDED: SUSPENDED\nTERMINATED: TERMINATED",
                        enum_type=ShopState,
                        max_length=10,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("slug", fields.CharField(unique=True, max_length=40)),
                ("host", fields.CharField(null=True, unique=True, max_length=253)),
                ("name_bn", fields.CharField(max_length=80)),
                ("name_en", fields.CharField(default="", max_length=80)),
                ("about", fields.TextField(default="", unique=False)),
                ("phone", fields.CharField(max_length=14)),
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
                ("address", fields.CharField(default="", max_length=200)),
                ("primary_color", fields.CharField(default="#0b6e4f", max_length=7)),
                ("accent_color", fields.CharField(default="#f2a541", max_length=7)),
                ("hours", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("delivers", fields.BooleanField(default=True)),
                ("delivery_paisa", fields.BigIntField(default=0)),
                ("pickup", fields.BooleanField(default=True)),
                ("takes_cash", fields.BooleanField(default=True)),
                (
                    "closed_from",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("closed_to", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(default="", unique=False)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "submitted_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shops_shop",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "An entrepreneur's shop. `host` is a name of its own on the network, in small letters.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Product",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "shop",
                    fields.ForeignKeyField(
                        "shops.Shop",
                        source_field="shop_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="products",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "category",
                    fields.ForeignKeyField(
                        "shops.Category",
                        source_field="category_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ProductState.DRAFT,
                        description="DRAFT: DRAFT\nACTIVE: ACTIVE\nPAUSED: PAUSED\nRETIRED: RETIRED",
                        enum_type=ProductState,
                        max_length=7,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("name_bn", fields.CharField(max_length=120)),
                ("name_en", fields.CharField(default="", max_length=120)),
                ("description", fields.TextField(default="", unique=False)),
                ("unit", fields.CharField(max_length=12)),
                ("options", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("from_paisa", fields.BigIntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shops_product",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "What a shop sells. `unit` is a word of `rules.UNITS`; `from_paisa` the lowest open price.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Variant",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "product",
                    fields.ForeignKeyField(
                        "shops.Product",
                        source_field="product_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="variants",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("choices", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("position", fields.IntField(default=0)),
                ("retired_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shops_variant",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "One form of a product: `choices` are its values of the product's options, in their order.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Price",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "variant",
                    fields.ForeignKeyField(
                        "shops.Variant",
                        source_field="variant_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="prices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                ("valid_from", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("valid_to", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shops_price",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "What a variant cost from a moment on. The open row (`valid_to` None) is its price now.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Stock",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "variant",
                    fields.ForeignKeyField(
                        "shops.Variant",
                        source_field="variant_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="stocks",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
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
                ("on_hand", fields.IntField(default=0)),
                ("reserved", fields.IntField(default=0)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "shops_stock",
                "app": "shops",
                "unique_together": (("variant_id", "place_id"),),
                "pk_attr": "id",
                "table_description": "How much of a variant lies at a place, and how much of that is promised.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Movement",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "stock",
                    fields.ForeignKeyField(
                        "shops.Stock",
                        source_field="stock_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="movements",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="COUNTED: COUNTED\nSHIPPED: SHIPPED\nRESTOCKED: RESTOCKED",
                        enum_type=MovementKind,
                        max_length=9,
                    ),
                ),
                ("delta", fields.IntField()),
                ("note", fields.CharField(default="", max_length=200)),
                ("actor_id", fields.BigIntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shops_movement",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "Goods that came to a stock (`delta` above zero) or left it. Written once, never changed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Reservation",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "stock",
                    fields.ForeignKeyField(
                        "shops.Stock",
                        source_field="stock_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reservations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("line_id", fields.BigIntField(db_index=True)),
                ("quantity", fields.IntField()),
                ("consumed", fields.IntField(default=0)),
                (
                    "state",
                    fields.CharEnumField(
                        default=ReservationState.HELD,
                        description="HELD: HELD\nCOMMITTED: COMMITTED\nCONSUMED: CONSUMED\nEXPIRED: EXPIRED\nRELEASED: RELEASED",
                        enum_type=ReservationState,
                        max_length=9,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shops_reservation",
                "app": "shops",
                "pk_attr": "id",
                "table_description": "Goods promised to a line of an order (`line_id`; orders stand above, hence no foreign key).",
            },
            bases=["Model"],
        ),
    ]
