from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.inspecting.findings import Fault
from hmk_graph.media.models import MediaKind, MediaState


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("accounts", "0002_constraints")]

    initial = True

    operations = [
        ops.CreateModel(
            name="Media",
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
                        description="PHOTO: PHOTO\nVIDEO: VIDEO\nIDENTITY: IDENTITY\nLICENCE: LICENCE\nVET_PAPER: VET_PAPER",
                        enum_type=MediaKind,
                        max_length=9,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=MediaState.REQUESTED,
                        description="REQUESTED: REQUESTED\nUPLOADED: UPLOADED\nSCANNING: SCANNING\nREADY: READY\nREJECTED: REJECTED\nDELETED: DELETED",
                        enum_type=MediaState,
                        max_length=9,
                    ),
                ),
                ("content_type", fields.CharField(max_length=40)),
                ("size", fields.IntField()),
                ("word", fields.CharField(max_length=32)),
                ("requested_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("upload_ends_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("tries", fields.IntField(default=0)),
                ("scan_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("checked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "fault",
                    fields.CharEnumField(
                        null=True,
                        description="NOT_WHAT_IT_SAYS: NOT_WHAT_IT_SAYS\nNOT_TAKEN: NOT_TAKEN\nUNREADABLE: UNREADABLE\nTWO_FORMS: TWO_FORMS\nTOO_MANY_PIXELS: TOO_MANY_PIXELS\nTOO_SMALL: TOO_SMALL\nANIMATED: ANIMATED\nTOO_LONG: TOO_LONG\nCODEC: CODEC\nENCRYPTED: ENCRYPTED\nACTIVE: ACTIVE\nTOO_MANY_PAGES: TOO_MANY_PAGES\nTOO_HEAVY: TOO_HEAVY",
                        enum_type=Fault,
                        max_length=16,
                    ),
                ),
                ("width", fields.IntField(null=True)),
                ("height", fields.IntField(null=True)),
                ("duration_ms", fields.IntField(null=True)),
                ("pages", fields.IntField(null=True)),
                ("files", fields.JSONField(default=[], encoder=JSON_DUMPS, decoder=loads)),
                ("kept_bytes", fields.BigIntField(default=0)),
                ("placeholder", fields.TextField(default="", unique=False)),
                ("color", fields.CharField(default="", max_length=7)),
                ("hash_rows", fields.BigIntField(null=True)),
                ("hash_columns", fields.BigIntField(null=True)),
                (
                    "loose_since",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("purge_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "media_media",
                "app": "media",
                "indexes": [Index(fields=["owner_id", "state"])],
                "pk_attr": "id",
                "table_description": "One file. `word` is the part of its address that only the sender learns.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "media",
                    fields.OneToOneField(
                        "media.Media",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("subject", fields.CharField(max_length=40)),
                ("subject_id", fields.BigIntField()),
                ("place", fields.IntField()),
                ("alt", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "media_attachment",
                "app": "media",
                "unique_together": (("subject", "subject_id", "place"),),
                "pk_attr": "id",
                "table_description": "That a file hangs on a thing of another context, in which place, and what it shows.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PaperReading",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "media",
                    fields.ForeignKeyField(
                        "media.Media",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "reader",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="reader_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "media_paper_reading",
                "app": "media",
                "pk_attr": "id",
                "table_description": "That a person read a private file. Never changed; the database sees to that.",
            },
            bases=["Model"],
        ),
    ]
