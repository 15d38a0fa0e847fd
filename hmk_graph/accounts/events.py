"""What happens to people, told on each person's own stream."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class AccountEvent(Event):
    """Something on one person's stream. It never holds a phone, a name, a code or a token."""

    account_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class SessionStarted(AccountEvent):
    """A device signed in; the person's other devices may warn of it."""

    kind: ClassVar[str] = "accounts.session_started"
    session_id: int
    device: str


@dataclass(frozen=True, kw_only=True)
class SessionRevoked(AccountEvent):
    """A session ended early; its sockets close. `because` is one of `sessions.Because`."""

    kind: ClassVar[str] = "accounts.session_revoked"
    session_id: int
    because: str


@dataclass(frozen=True, kw_only=True)
class AccountSuspended(AccountEvent):
    """An administrator took away a person's right to act; all sessions end."""

    kind: ClassVar[str] = "accounts.account_suspended"
    audited: ClassVar[bool] = True
    officer_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class AccountRestored(AccountEvent):
    """A suspended person may act again."""

    kind: ClassVar[str] = "accounts.account_restored"
    audited: ClassVar[bool] = True
    officer_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class AccountErased(AccountEvent):
    """A person left. The number stays as a pseudonym on what was bid and booked."""

    kind: ClassVar[str] = "accounts.account_erased"


@dataclass(frozen=True, kw_only=True)
class RoleGranted(AccountEvent):
    """A person got a role, in a place and all below it or (None) everywhere."""

    kind: ClassVar[str] = "accounts.role_granted"
    audited: ClassVar[bool] = True
    role: str
    place_id: int | None
    officer_id: int | None


@dataclass(frozen=True, kw_only=True)
class RoleRevoked(AccountEvent):
    """A person lost a role."""

    kind: ClassVar[str] = "accounts.role_revoked"
    audited: ClassVar[bool] = True
    role: str
    place_id: int | None
    officer_id: int | None


@dataclass(frozen=True, kw_only=True)
class SellerDecided(AccountEvent):
    """Officers decided about a seller. An end for good has a second officer."""

    kind: ClassVar[str] = "accounts.seller_decided"
    audited: ClassVar[bool] = True
    application_id: int
    decision: str
    state: str
    reason: str
    officer_id: int
    second_officer_id: int | None
    decided_at: datetime | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ForcedActEvent(AccountEvent):
    """Something about what no officer forces alone; told to the officer who asked first.

    `act` is one of `ForcedActKind`, and `subject_id` the number of its thing.
    """

    audited: ClassVar[bool] = True
    act_id: int
    act: str
    subject_id: int
    choice: str
    reason: str
    officer_id: int


@dataclass(frozen=True, kw_only=True)
class ActAsked(ForcedActEvent):
    """An officer wants something forced, and waits for a second one."""

    kind: ClassVar[str] = "accounts.act_asked"


@dataclass(frozen=True, kw_only=True)
class ActSeconded(ForcedActEvent):
    """A second officer said the same, and it was done."""

    kind: ClassVar[str] = "accounts.act_seconded"
    second_officer_id: int
    answer: str


@dataclass(frozen=True, kw_only=True)
class ActDeclined(ForcedActEvent):
    """An officer said that it shall not be done; the first one may have taken it back himself."""

    kind: ClassVar[str] = "accounts.act_declined"
    second_officer_id: int
    answer: str


@dataclass(frozen=True, kw_only=True)
class AssistanceOpened(AccountEvent):
    """An operator may act for the person, who told him the code, for a while."""

    kind: ClassVar[str] = "accounts.assistance_opened"
    audited: ClassVar[bool] = True
    assistance_id: int
    operator_id: int
    place_id: int
    until: datetime


@dataclass(frozen=True, kw_only=True)
class AssistanceEnded(AccountEvent):
    """The operator acts no longer for the person. `because` is one of `sessions.Because`."""

    kind: ClassVar[str] = "accounts.assistance_ended"
    audited: ClassVar[bool] = True
    assistance_id: int
    operator_id: int
    because: str


@dataclass(frozen=True, kw_only=True)
class ActedFor(AccountEvent):
    """An operator did something for the person: one of `deeds.DEEDS`."""

    kind: ClassVar[str] = "accounts.acted_for"
    audited: ClassVar[bool] = True
    assistance_id: int
    operator_id: int
    operation: str
