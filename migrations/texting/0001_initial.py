from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.texting.models import MessageState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
    ]

    initial = True

    operations = [
        ops.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("gateway_ref", fields.CharField(unique=True, max_length=100)),
                ("phone", fields.CharField(max_length=14)),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("text", fields.CharField(max_length=500)),
                (
                    "state",
                    fields.CharEnumField(
                        default=MessageState.RECEIVED,
                        description="RECEIVED: RECEIVED\nACTING: ACTING\nANSWERED: ANSWERED\nSENDING: SENDING\nSENT: SENT\nFAILED: FAILED\nIGNORED: IGNORED",
                        enum_type=MessageState,
                        max_length=8,
                    ),
                ),
                ("attempts", fields.IntField(default=0)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reply", fields.CharField(default="", max_length=400)),
                ("why", fields.CharField(default="", max_length=20)),
            ],
            options={
                "table": "texting_message",
                "app": "texting",
                "indexes": [Index(fields=["phone", "received_at"])],
                "pk_attr": "id",
                "table_description": "A text that somebody sent us. `gateway_ref` is the gateway's own number of it.",
            },
            bases=["Model"],
        ),
    ]
