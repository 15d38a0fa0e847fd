"""Tables of what people were told, how it went out to them, and what they want to be told.

What the database itself forbids (one event told twice, two texts about one thing) is written as
constraints in the migration.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE


class Topic(StrEnum):
    """What a notification is about, as people choose by it."""

    BIDS = "BIDS"
    SALES = "SALES"
    MONEY = "MONEY"
    BOOKINGS = "BOOKINGS"
    TRIPS = "TRIPS"
    BLOOD = "BLOOD"
    ORDERS = "ORDERS"
    SHARES = "SHARES"
    ACCOUNT = "ACCOUNT"


class Channel(StrEnum):
    """By which way somebody is told. What is told at all stands in the app."""

    IN_APP = "IN_APP"
    PUSH = "PUSH"
    SMS = "SMS"


class Urgency(StrEnum):
    """How far a notification goes."""

    QUIET = "QUIET"
    """It waits in the app."""
    NORMAL = "NORMAL"
    """It is pushed as well, by day."""
    IMPORTANT = "IMPORTANT"
    """Who is without the app has a text message."""
    URGENT = "URGENT"
    """Likewise, and also at night."""


class DeliveryState(StrEnum):
    """How it went by one channel; rules.md 2.14. SENDING is a lease that may run out."""

    QUEUED = "QUEUED"
    SENDING = "SENDING"
    SENT = "SENT"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"


class Inbox(Model):
    """How much a person has not read. Its row's lock makes one line of what he is told."""

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    unread = fields.IntField(default=0)

    class Meta:
        table = "notification_inbox"


class Notification(Model):
    """What one person was told. `times` events of one `group_key` are one while it is unread.

    `about_type` and `about_id` name the thing as the API does; `until` is when it no longer helps.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE, db_index=False
    )
    topic = fields.CharEnumField(Topic, max_length=8)
    kind = fields.CharField(max_length=60)
    urgency = fields.CharEnumField(Urgency, max_length=9)
    about_type = fields.CharField(max_length=40, null=True)
    about_id = fields.BigIntField(null=True)
    group_key = fields.CharField(max_length=120, null=True)
    times = fields.IntField(default=1)
    text_bn = fields.CharField(max_length=400)
    text_en = fields.CharField(max_length=400)
    last_event_id = fields.BigIntField()
    until = fields.DatetimeField(null=True)
    told_at = fields.DatetimeField()
    read_at = fields.DatetimeField(null=True)

    class Meta:
        table = "notification"
        indexes = (("account_id", "told_at", "id"),)


class Delivery(Model):
    """One event on its way to one person by one channel. `why` says what stopped it."""

    id = fields.BigIntField(primary_key=True)
    notification_id: int
    notification: fields.ForeignKeyRelation[Notification] = fields.ForeignKeyField(
        "notifications.Notification", related_name="deliveries", on_delete=CASCADE
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE, db_index=False
    )
    event_id = fields.BigIntField()
    channel = fields.CharEnumField(Channel, max_length=6)
    state = fields.CharEnumField(DeliveryState, max_length=9, default=DeliveryState.QUEUED)
    why = fields.CharField(max_length=20, default="")
    due_at = fields.DatetimeField()
    attempts = fields.IntField(default=0)
    settled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "notification_delivery"
        unique_together = (("account_id", "event_id", "channel"),)


class GuestText(Model):
    """A text message on its way to who ordered without an account, about one step of his order.

    The link is put behind its words when it is sent. `why` says what stopped it.
    """

    id = fields.BigIntField(primary_key=True)
    event_id = fields.BigIntField(unique=True)
    order_id: int
    order: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "orders.Order", related_name=False, on_delete=CASCADE
    )
    text = fields.CharField(max_length=400)
    state = fields.CharEnumField(DeliveryState, max_length=9, default=DeliveryState.QUEUED)
    why = fields.CharField(max_length=20, default="")
    told_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    attempts = fields.IntField(default=0)
    settled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "notification_guest_text"
        indexes = (("order_id", "id"),)


class PushDevice(Model):
    """A browser that wants to be pushed to, and its keys (RFC 8291). It ends with its session."""

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    session_id: int
    session: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Session", related_name=False, on_delete=CASCADE
    )
    endpoint = fields.CharField(max_length=1000, unique=True)
    p256dh = fields.BinaryField()
    auth = fields.BinaryField()
    asked_at = fields.DatetimeField()

    class Meta:
        table = "notification_push_device"


class Preference(Model):
    """That a person does not want (or wants again) a topic by a channel. Without one he does."""

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE, db_index=False
    )
    topic = fields.CharEnumField(Topic, max_length=8)
    channel = fields.CharEnumField(Channel, max_length=6)
    wanted = fields.BooleanField()

    class Meta:
        table = "notification_preference"
        unique_together = (("account_id", "topic", "channel"),)
