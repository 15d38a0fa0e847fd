from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.civic.models import ComplaintKind, ComplaintState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
    ]

    initial = True

    operations = [
        ops.CreateModel(
            name="Complaint",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "author",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="author_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="ROAD: ROAD\nWATER: WATER\nELECTRICITY: ELECTRICITY\nWASTE: WASTE\nPROVIDER: PROVIDER\nHAAT: HAAT\nOFFICE: OFFICE\nOTHER: OTHER",
                        enum_type=ComplaintKind,
                        max_length=11,
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
                ("text", fields.TextField(unique=False)),
                ("address", fields.CharField(default="", max_length=160)),
                (
                    "state",
                    fields.CharEnumField(
                        default=ComplaintState.NEW,
                        description="NEW: NEW\nASSIGNED: ASSIGNED\nIN_PROGRESS: IN_PROGRESS\nWAITING_CITIZEN: WAITING_CITIZEN\nESCALATED: ESCALATED\nRESOLVED: RESOLVED\nREJECTED: REJECTED\nREOPENED: REOPENED\nCLOSED: CLOSED",
                        enum_type=ComplaintState,
                        max_length=15,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "desk",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="desk_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "assignee",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="assignee_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "passed_over",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="passed_over_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("left_s", fields.IntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "answered_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("escalated", fields.IntField(default=0)),
                ("reopened", fields.IntField(default=0)),
                ("fixed", fields.BooleanField(null=True)),
            ],
            options={
                "table": "civic_complaint",
                "app": "civic",
                "indexes": [
                    Index(fields=["author_id", "created_at"]),
                    Index(fields=["desk_id", "state"]),
                ],
                "pk_attr": "id",
                "table_description": "Something that is wrong in a place. `desk` is the place whose officers have to see to it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ComplaintStep",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "complaint",
                    fields.ForeignKeyField(
                        "civic.Complaint",
                        source_field="complaint_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="steps",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("move", fields.CharField(max_length=8)),
                (
                    "state",
                    fields.CharEnumField(
                        description="NEW: NEW\nASSIGNED: ASSIGNED\nIN_PROGRESS: IN_PROGRESS\nWAITING_CITIZEN: WAITING_CITIZEN\nESCALATED: ESCALATED\nRESOLVED: RESOLVED\nREJECTED: REJECTED\nREOPENED: REOPENED\nCLOSED: CLOSED",
                        enum_type=ComplaintState,
                        max_length=15,
                    ),
                ),
                (
                    "actor",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="actor_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("note", fields.TextField(default="", unique=False)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "civic_complaint_step",
                "app": "civic",
                "pk_attr": "id",
                "table_description": "One thing that was done about a complaint, by whom, and his words. It is never changed.",
            },
            bases=["Model"],
        ),
    ]
