"""What happens in a person's inbox, told to him alone."""

from dataclasses import dataclass
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class InboxEvent(Event):
    """Something in one person's inbox, which has the number of the person."""

    inbox_id: int
    unread: int

    @property
    def stream(self) -> str:
        """Return the inbox's stream."""
        return f"notifications.inbox.{self.inbox_id}"


@dataclass(frozen=True, kw_only=True)
class NotificationTold(InboxEvent):
    """A notification came, or one that is unread came again."""

    kind: ClassVar[str] = "notifications.told"
    notification_id: int
    topic: str
    urgency: str
    text_bn: str
    text_en: str
    times: int
    about: str | None


@dataclass(frozen=True, kw_only=True)
class NotificationsRead(InboxEvent):
    """The person read some, here or on another device."""

    kind: ClassVar[str] = "notifications.read"
    read_ids: list[int]
