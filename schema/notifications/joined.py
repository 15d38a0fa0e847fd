"""Joins the slices of notifications for the root."""

from __future__ import annotations

import strawberry

from schema.notifications.choosing import ChoosingMutation, ChoosingQuery
from schema.notifications.devices import DevicesMutation, DevicesQuery
from schema.notifications.inbox import InboxMutation, InboxQuery
from schema.notifications.watching import InboxSubscription

__all__ = ["InboxSubscription", "NotificationMutation", "NotificationQuery"]


@strawberry.type
class NotificationQuery(InboxQuery, ChoosingQuery, DevicesQuery):
    pass


@strawberry.type
class NotificationMutation(InboxMutation, ChoosingMutation, DevicesMutation):
    pass
