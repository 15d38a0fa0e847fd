from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.notifications.models import Channel, DeliveryState, Topic, Urgency


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_watched")]

    initial = True

    operations = [
        ops.CreateModel(
            name="Inbox",
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
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("unread", fields.IntField(default=0)),
            ],
            options={
                "table": "notification_inbox",
                "app": "notifications",
                "pk_attr": "id",
                "table_description": "How much a person has not read. Its row's lock makes one line of what he is told.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Notification",
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
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "topic",
                    fields.CharEnumField(
                        description="BIDS: BIDS\nSALES: SALES\nMONEY: MONEY\nBOOKINGS: BOOKINGS\nTRIPS: TRIPS\nBLOOD: BLOOD\nORDERS: ORDERS\nSHARES: SHARES\nACCOUNT: ACCOUNT",
                        enum_type=Topic,
                        max_length=8,
                    ),
                ),
                ("kind", fields.CharField(max_length=60)),
                (
                    "urgency",
                    fields.CharEnumField(
                        description="QUIET: QUIET\nNORMAL: NORMAL\nIMPORTANT: IMPORTANT\nURGENT: URGENT",
                        enum_type=Urgency,
                        max_length=9,
                    ),
                ),
                ("about_type", fields.CharField(null=True, max_length=40)),
                ("about_id", fields.BigIntField(null=True)),
                ("group_key", fields.CharField(null=True, max_length=120)),
                ("times", fields.IntField(default=1)),
                ("text_bn", fields.CharField(max_length=400)),
                ("text_en", fields.CharField(max_length=400)),
                ("last_event_id", fields.BigIntField()),
                ("until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("told_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("read_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "notification",
                "app": "notifications",
                "indexes": [Index(fields=["account_id", "told_at", "id"])],
                "pk_attr": "id",
                "table_description": "What one person was told. `times` events of one `group_key` are one while it is unread.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "notification",
                    fields.ForeignKeyField(
                        "notifications.Notification",
                        source_field="notification_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="deliveries",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("event_id", fields.BigIntField()),
                (
                    "channel",
                    fields.CharEnumField(
                        description="IN_APP: IN_APP\nPUSH: PUSH\nSMS: SMS",
                        enum_type=Channel,
                        max_length=6,
                    ),
                ),
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
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("attempts", fields.IntField(default=0)),
                ("settled_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "notification_delivery",
                "app": "notifications",
                "unique_together": (("account_id", "event_id", "channel"),),
                "pk_attr": "id",
                "table_description": "One event on its way to one person by one channel. `why` says what stopped it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Preference",
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
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "topic",
                    fields.CharEnumField(
                        description="BIDS: BIDS\nSALES: SALES\nMONEY: MONEY\nBOOKINGS: BOOKINGS\nTRIPS: TRIPS\nBLOOD: BLOOD\nORDERS: ORDERS\nSHARES: SHARES\nACCOUNT: ACCOUNT",
                        enum_type=Topic,
                        max_length=8,
                    ),
                ),
                (
                    "channel",
                    fields.CharEnumField(
                        description="IN_APP: IN_APP\nPUSH: PUSH\nSMS: SMS",
                        enum_type=Channel,
                        max_length=6,
                    ),
                ),
                ("wanted", fields.BooleanField()),
            ],
            options={
                "table": "notification_preference",
                "app": "notifications",
                "unique_together": (("account_id", "topic", "channel"),),
                "pk_attr": "id",
                "table_description": "That a person does not want (or wants again) a topic by a channel. Without one he does.",
            },
            bases=["Model"],
        ),
    ]
