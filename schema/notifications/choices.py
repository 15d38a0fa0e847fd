"""The enums of notifications, described before anything uses them; import them from here."""

from __future__ import annotations

import strawberry

from hmk_graph.notifications.models import Channel, Topic, Urgency

__all__ = ["Channel", "Topic", "Urgency"]

strawberry.enum(Topic, name="NotificationTopic", description="What a notification is about.")
strawberry.enum(Channel, name="NotificationChannel", description="By which way one is told.")
strawberry.enum(Urgency, name="NotificationUrgency", description="How far a notification goes.")
