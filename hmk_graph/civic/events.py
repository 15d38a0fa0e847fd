"""What happens to complaints. No event holds a name, a phone, or what was written."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class ComplaintMoved(Event):
    """A complaint took a step (`move`), and stands in `state`; its author and officers hear it."""

    kind: ClassVar[str] = "civic.complaint_moved"
    complaint_id: int
    move: str
    state: str
    due_at: datetime | None

    @property
    def stream(self) -> str:
        return f"civic.complaint.{self.complaint_id}"


@dataclass(frozen=True, kw_only=True)
class PersonalComplaintEvent(Event):
    """Something about a complaint on one person's own stream."""

    account_id: int
    complaint_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class YourComplaintMoved(PersonalComplaintEvent):
    """A complaint of yours was taken, answered, escalated, closed, or you are asked something."""

    kind: ClassVar[str] = "civic.your_complaint_moved"
    state: str


@dataclass(frozen=True, kw_only=True)
class ComplaintGiven(PersonalComplaintEvent):
    """A complaint was put into your hands, as an officer."""

    kind: ClassVar[str] = "civic.complaint_given"
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class TargetSet(Event):
    """A supervisor said what he expects of an officer in a month; told on the officer's stream."""

    kind: ClassVar[str] = "civic.target_set"
    audited: ClassVar[bool] = True
    account_id: int
    indicator: str
    month: str
    target: int
    set_by_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class AuditExported(Event):
    """An administrator took entries of the audit home: all that fit what is not None here."""

    kind: ClassVar[str] = "civic.audit_exported"
    audited: ClassVar[bool] = True
    account_id: int
    of_actor_id: int | None
    of_second_officer_id: int | None
    of_citizen_id: int | None
    of_kind: str | None
    of_stream: str | None
    since: datetime | None
    until: datetime

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"
