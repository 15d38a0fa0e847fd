from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.data import JSON_DUMPS
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("kind", fields.CharField(max_length=60)),
                ("subject_id", fields.BigIntField()),
                ("due_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("failures", fields.IntField(default=0)),
            ],
            options={
                "table": "deadline",
                "app": "event_log",
                "unique_together": (("kind", "subject_id"),),
                "pk_attr": "id",
                "table_description": "Ask at `due_at` whether `kind` is due for the thing `subject_id`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="EventRow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("stream", fields.CharField(max_length=120)),
                ("epoch", fields.IntField()),
                ("seq", fields.BigIntField()),
                ("kind", fields.CharField(max_length=60)),
                ("payload", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("actor_id", fields.BigIntField(null=True)),
                ("command_id", fields.CharField(null=True, max_length=64)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("relayed", fields.BooleanField(default=False)),
            ],
            options={
                "table": "event",
                "app": "event_log",
                "unique_together": (("stream", "epoch", "seq"),),
                "pk_attr": "id",
                "table_description": "One event as it is kept. `relayed` is false until the relay has put it on the bus.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IdempotencyKey",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("actor_id", fields.BigIntField()),
                ("operation", fields.CharField(max_length=60)),
                ("key", fields.CharField(max_length=64)),
                ("fingerprint", fields.BinaryField()),
                ("result", fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "idempotency_key",
                "app": "event_log",
                "unique_together": (("actor_id", "operation", "key"),),
                "pk_attr": "id",
                "table_description": "What was asked under a key, and what was answered. Kept for at least seven days.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Stream",
            fields=[
                (
                    "name",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=120),
                ),
                ("epoch", fields.IntField(default=1)),
                ("head", fields.BigIntField()),
            ],
            options={
                "table": "event_stream",
                "app": "event_log",
                "pk_attr": "name",
                "table_description": "The head of one stream. The epoch changes only when history was restored or repaired.",
            },
            bases=["Model"],
        ),
    ]
