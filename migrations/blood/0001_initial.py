from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.blood.models import BloodGroup, OfferState, RequestState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
    ]

    initial = True

    operations = [
        ops.CreateModel(
            name="BloodRequest",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "requester",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="requester_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.CharEnumField(
                        description="O_NEG: O_NEG\nO_POS: O_POS\nA_NEG: A_NEG\nA_POS: A_POS\nB_NEG: B_NEG\nB_POS: B_POS\nAB_NEG: AB_NEG\nAB_POS: AB_POS",
                        enum_type=BloodGroup,
                        max_length=6,
                    ),
                ),
                ("units", fields.IntField()),
                ("confirmed", fields.IntField(default=0)),
                ("given", fields.IntField(default=0)),
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
                ("hospital", fields.CharField(max_length=160)),
                ("note", fields.TextField(default="", unique=False)),
                ("needed_by", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "state",
                    fields.CharEnumField(
                        default=RequestState.OPEN,
                        description="OPEN: OPEN\nPARTIAL: PARTIAL\nFULFILLED: FULFILLED\nEXPIRED: EXPIRED\nCANCELLED: CANCELLED",
                        enum_type=RequestState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("rings", fields.IntField(default=0)),
                ("exhausted", fields.BooleanField(default=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "blood_request",
                "app": "blood",
                "indexes": [Index(fields=["requester_id", "state"])],
                "pk_attr": "id",
                "table_description": "Somebody needs `units` of a group at a hospital by a time.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Donor",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "account",
                    fields.OneToOneField(
                        "accounts.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.CharEnumField(
                        description="O_NEG: O_NEG\nO_POS: O_POS\nA_NEG: A_NEG\nA_POS: A_POS\nB_NEG: B_NEG\nB_POS: B_POS\nAB_NEG: AB_NEG\nAB_POS: AB_POS",
                        enum_type=BloodGroup,
                        max_length=6,
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
                ("born_on", fields.DateField(null=True)),
                ("weight_kg", fields.IntField(null=True)),
                ("available", fields.BooleanField(default=True)),
                ("last_given_on", fields.DateField(null=True)),
                ("eligible_on", fields.DateField(null=True)),
                (
                    "last_invited_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "blood_donor",
                "app": "blood",
                "pk_attr": "id",
                "table_description": "A person who gives: that he may (`eligible_on`) and wants to now (`available`) are two facts.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DonationOffer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "request",
                    fields.ForeignKeyField(
                        "blood.BloodRequest",
                        source_field="request_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="offers",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "donor",
                    fields.ForeignKeyField(
                        "blood.Donor",
                        source_field="donor_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="offers",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=OfferState.INVITED,
                        description="INVITED: INVITED\nWILLING: WILLING\nCONFIRMED: CONFIRMED\nDONATED: DONATED\nDECLINED: DECLINED\nWITHDRAWN: WITHDRAWN\nNOT_NEEDED: NOT_NEEDED\nDEFERRED: DEFERRED",
                        enum_type=OfferState,
                        max_length=10,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("ring", fields.IntField()),
                ("exact", fields.BooleanField()),
                ("reason", fields.CharField(default="", max_length=300)),
                ("invited_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "answered_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("given_on", fields.DateField(null=True)),
            ],
            options={
                "table": "blood_offer",
                "app": "blood",
                "unique_together": (("request_id", "donor_id"),),
                "indexes": [Index(fields=["donor_id", "state"])],
                "pk_attr": "id",
                "table_description": "One donor who was asked for one request. `exact`: his group is the very one.",
            },
            bases=["Model"],
        ),
    ]
