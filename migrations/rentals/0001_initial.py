from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.rentals.models import (
    AgreementState,
    DeductionState,
    HireState,
    Tenants,
    UnitKind,
    UnitState,
    ViewingState,
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_watched"), ("places", "0003_watched")]

    initial = True

    operations = [
        ops.CreateModel(
            name="Unit",
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
                    "kind",
                    fields.CharEnumField(
                        description="HOUSE: HOUSE\nOFFICE: OFFICE\nSHOP: SHOP\nGODOWN: GODOWN\nVEHICLE: VEHICLE",
                        enum_type=UnitKind,
                        max_length=7,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=UnitState.AVAILABLE,
                        description="AVAILABLE: AVAILABLE\nHELD: HELD\nLEASED: LEASED\nSTALE: STALE\nRETIRED: RETIRED",
                        enum_type=UnitState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
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
                ("address", fields.CharField(default="", max_length=300)),
                ("title_bn", fields.CharField(max_length=160)),
                ("title_en", fields.CharField(default="", max_length=160)),
                ("description", fields.TextField(default="", unique=False)),
                ("rent_paisa", fields.BigIntField()),
                ("advance_paisa", fields.BigIntField(default=0)),
                ("service_charge_paisa", fields.BigIntField(default=0)),
                ("rooms", fields.IntField(null=True)),
                ("floor", fields.IntField(null=True)),
                ("area_sqft", fields.IntField(null=True)),
                ("seats", fields.IntField(null=True)),
                (
                    "tenants",
                    fields.CharEnumField(
                        default=Tenants.ANYBODY,
                        description="ANYBODY: ANYBODY\nFAMILY: FAMILY\nSINGLES: SINGLES",
                        enum_type=Tenants,
                        max_length=8,
                    ),
                ),
                ("amenities", ArrayField(default=list, element_type="TEXT")),
                ("listed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("asked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "rentals_unit",
                "app": "rentals",
                "indexes": [Index(fields=["owner_id", "id"])],
                "pk_attr": "id",
                "table_description": "Something for rent. `rent_paisa` is for a month, of a vehicle for a day with its driver.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "rentals.Unit",
                        source_field="unit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="agreements",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "landlord",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="landlord_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "tenant",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="tenant_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=AgreementState.OFFERED,
                        description="OFFERED: OFFERED\nADVANCE_DUE: ADVANCE_DUE\nACTIVE: ACTIVE\nNOTICE: NOTICE\nENDED: ENDED\nSETTLED: SETTLED\nDECLINED: DECLINED\nWITHDRAWN: WITHDRAWN\nEXPIRED: EXPIRED",
                        enum_type=AgreementState,
                        max_length=11,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("rent_paisa", fields.BigIntField()),
                ("service_charge_paisa", fields.BigIntField(default=0)),
                ("advance_paisa", fields.BigIntField()),
                ("starts_on", fields.DateField()),
                ("notice_days", fields.IntField()),
                ("terms", fields.TextField(default="", unique=False)),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("offered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "accepted_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("paid_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "handed_over_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "returned_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("leaves_on", fields.DateField(null=True)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "proposed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("settled_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("hold_id", fields.BigIntField(null=True)),
            ],
            options={
                "table": "rentals_agreement",
                "app": "rentals",
                "indexes": [
                    Index(fields=["tenant_id", "id"]),
                    Index(fields=["landlord_id", "id"]),
                    Index(fields=["unit_id", "id"]),
                ],
                "pk_attr": "id",
                "table_description": "A tenancy. Dates are in Dhaka; `leaves_on` is the last day. Who has the keys is apart.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Deduction",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "agreement",
                    fields.ForeignKeyField(
                        "rentals.Agreement",
                        source_field="agreement_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="deductions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("label", fields.CharField(max_length=160)),
                ("claimed_paisa", fields.BigIntField()),
                ("amount_paisa", fields.BigIntField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=DeductionState.PROPOSED,
                        description="PROPOSED: PROPOSED\nACCEPTED: ACCEPTED\nDISPUTED: DISPUTED\nDECIDED: DECIDED",
                        enum_type=DeductionState,
                        max_length=8,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("note", fields.TextField(default="", unique=False)),
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
            ],
            options={
                "table": "rentals_deduction",
                "app": "rentals",
                "indexes": [Index(fields=["agreement_id", "id"])],
                "pk_attr": "id",
                "table_description": "Something that the landlord wants to keep of the advance, and how much of it he may.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Hire",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "rentals.Unit",
                        source_field="unit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="hires",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "hirer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="hirer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=HireState.REQUESTED,
                        description="REQUESTED: REQUESTED\nCONFIRMED: CONFIRMED\nDONE: DONE\nDECLINED: DECLINED\nCANCELLED: CANCELLED\nEXPIRED: EXPIRED",
                        enum_type=HireState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("first_day", fields.DateField()),
                ("until_day", fields.DateField()),
                ("amount_paisa", fields.BigIntField()),
                ("pickup", fields.CharField(max_length=300)),
                ("note", fields.TextField(default="", unique=False)),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "rentals_hire",
                "app": "rentals",
                "indexes": [Index(fields=["hirer_id", "id"]), Index(fields=["unit_id", "id"])],
                "pk_attr": "id",
                "table_description": "A vehicle with its driver from `first_day` up to, not including, `until_day` (Dhaka).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MonthlyDue",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "agreement",
                    fields.ForeignKeyField(
                        "rentals.Agreement",
                        source_field="agreement_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="dues",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("month", fields.DateField()),
                ("amount_paisa", fields.BigIntField()),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("paid_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("in_cash", fields.BooleanField(default=False)),
            ],
            options={
                "table": "rentals_due",
                "app": "rentals",
                "unique_together": (("agreement_id", "month"),),
                "pk_attr": "id",
                "table_description": "What a tenant owes for one month (its first day). Of a part of a month, its days.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Viewing",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "rentals.Unit",
                        source_field="unit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="viewings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "visitor",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="visitor_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ViewingState.REQUESTED,
                        description="REQUESTED: REQUESTED\nCONFIRMED: CONFIRMED\nDONE: DONE\nDECLINED: DECLINED\nCANCELLED: CANCELLED\nEXPIRED: EXPIRED",
                        enum_type=ViewingState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("note", fields.TextField(default="", unique=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "rentals_viewing",
                "app": "rentals",
                "indexes": [Index(fields=["visitor_id", "id"]), Index(fields=["unit_id", "id"])],
                "pk_attr": "id",
                "table_description": "Somebody wants to see a unit.",
            },
            bases=["Model"],
        ),
    ]
