"""What happens to a person's money, told on his own stream."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from hmk_graph.event_log import Event
from hmk_graph.payments.paying_models import Intent


def of(intent: Intent, amount: int) -> dict[str, Any]:  # Any: fields of `MoneyEvent`
    """Return what every event about an intent with a known payer tells."""
    return {
        "account_id": intent.payer_id,
        "intent_id": intent.id,
        "purpose": intent.purpose,
        "subject_id": intent.subject_id,
        "amount": amount,
    }


@dataclass(frozen=True, kw_only=True)
class MoneyEvent(Event):
    """Something about a sum that a person has to pay, or has paid; amounts in paisa."""

    account_id: int
    intent_id: int
    purpose: str
    subject_id: int
    amount: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class PaymentDue(MoneyEvent):
    """A person has to pay something, until a time or (None) without one."""

    kind: ClassVar[str] = "payments.payment_due"
    expires_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class PaymentReceived(MoneyEvent):
    """Money of a person has arrived; `left` of what is due remains."""

    kind: ClassVar[str] = "payments.payment_received"
    gateway: str
    left: int


@dataclass(frozen=True, kw_only=True)
class PaymentFailed(MoneyEvent):
    """A payment did not come about; nothing was taken."""

    kind: ClassVar[str] = "payments.payment_failed"
    gateway: str


@dataclass(frozen=True, kw_only=True)
class PaymentSetAside(MoneyEvent):
    """Money has arrived that an officer has to look at first."""

    kind: ClassVar[str] = "payments.payment_set_aside"
    gateway: str


@dataclass(frozen=True, kw_only=True)
class PaymentTurnedDown(MoneyEvent):
    """Officers found that a payment that was set aside brought nothing that could be counted."""

    kind: ClassVar[str] = "payments.payment_turned_down"
    gateway: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SetAsideDecided(Event):
    """Two administrators said what becomes of `amount` paisa that were set aside."""

    kind: ClassVar[str] = "payments.set_aside_decided"
    audited: ClassVar[bool] = True
    attempt_id: int
    choice: str
    amount: int
    reason: str
    officer_id: int
    second_officer_id: int

    @property
    def stream(self) -> str:
        # The payer, who may be a guest, is told by what follows from it.
        return f"accounts.account.{self.officer_id}"


@dataclass(frozen=True, kw_only=True)
class RefundStarted(MoneyEvent):
    """Money goes back to a person by the way it came."""

    kind: ClassVar[str] = "payments.refund_started"
    gateway: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RefundDone(MoneyEvent):
    """Money has gone back to a person."""

    kind: ClassVar[str] = "payments.refund_done"
    gateway: str


@dataclass(frozen=True, kw_only=True)
class PayoutAccountMoved(Event):
    """A place that your earnings are sent to was told, checked, restricted or replaced."""

    kind: ClassVar[str] = "payments.payout_account_moved"
    account_id: int
    payout_account_id: int
    state: str
    reason: str

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class PayoutMoved(Event):
    """Earnings of yours are cut, on their way, sent, or did not arrive; `amount` in paisa."""

    kind: ClassVar[str] = "payments.payout_moved"
    account_id: int
    payout_id: int
    amount: int
    state: str
    reference: str

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"
