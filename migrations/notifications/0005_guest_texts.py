from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.notifications.models import DeliveryState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("notifications", "0004_push_constraints"),
        ("orders", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="GuestText",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("event_id", fields.BigIntField(unique=True)),
                (
                    "order",
                    fields.ForeignKeyField(
                        "orders.Order",
                        source_field="order_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("text_bn", fields.CharField(max_length=400)),
                (
                    "state",
                    fields.CharEnumField(
                        default=DeliveryState.QUEUED,
                        description="QUEUED: QUEUED\nSENDING: SENDING\nSENT: SENT\nDELIVERED: DELIVERED\nFAILED: FAILED\nSKIPPED: SKIPPED",
                        enum_type=DeliveryState,
                        max_length=9,
                    ),
                ),
                ("why", fields.CharField(default="", max_length=20)),
                ("told_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("attempts", fields.IntField(default=0)),
                ("settled_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "notification_guest_text",
                "app": "notifications",
                "indexes": [Index(fields=["order_id", "id"])],
                "pk_attr": "id",
                "table_description": "A text message on its way to who ordered without an account, about one step of his order.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "CREATE INDEX notification_guest_text_waiting ON notification_guest_text (due_at)"
                " WHERE state IN ('QUEUED', 'SENDING')",
                "ALTER TABLE notification_guest_text ADD CONSTRAINT notification_guest_text_settled"
                " CHECK ((state IN ('QUEUED', 'SENDING')) = (settled_at IS NULL))",
            ]
        ),
    ]
