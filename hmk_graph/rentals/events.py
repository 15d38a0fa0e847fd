"""What happens to what is let. No event holds a phone, a name, an address or who somebody is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class AgreementEvent(Event):
    """Something on an agreement's stream, which its two sides alone hear."""

    agreement_id: int
    state: str
    keys_given: bool
    keys_back: bool

    @property
    def stream(self) -> str:
        return f"rentals.agreement.{self.agreement_id}"


@dataclass(frozen=True, kw_only=True)
class AgreementMoved(AgreementEvent):
    """It was offered, accepted, paid for, ended, settled, or came to nothing: see `state`."""

    kind: ClassVar[str] = "rentals.agreement_moved"


@dataclass(frozen=True, kw_only=True)
class KeysMoved(AgreementEvent):
    """The keys were given, or came back."""

    kind: ClassVar[str] = "rentals.keys_moved"


@dataclass(frozen=True, kw_only=True)
class RentDue(AgreementEvent):
    """A month (its first day) became due; the amount is paisa."""

    kind: ClassVar[str] = "rentals.rent_due"
    rent_due_id: int
    month: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class RentPaid(AgreementEvent):
    """A month was paid, through a payment service or in cash."""

    kind: ClassVar[str] = "rentals.rent_paid"
    rent_due_id: int
    month: str
    amount: int
    in_cash: bool


@dataclass(frozen=True, kw_only=True)
class DeductionsMoved(AgreementEvent):
    """Something was claimed of the advance, accepted, disputed or decided; `claimed` in all."""

    kind: ClassVar[str] = "rentals.deductions_moved"
    claimed: int


@dataclass(frozen=True, kw_only=True)
class AdvanceSettled(AgreementEvent):
    """The advance was given back but for what was kept; paisa."""

    kind: ClassVar[str] = "rentals.advance_settled"
    given_back: int
    kept: int


@dataclass(frozen=True, kw_only=True)
class PersonalRentalEvent(Event):
    """Something about renting on one person's own stream."""

    account_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class YourAgreementMoved(PersonalRentalEvent):
    """An agreement of yours moved; its own stream says the rest."""

    kind: ClassVar[str] = "rentals.your_agreement_moved"
    agreement_id: int
    state: str
    what: str


@dataclass(frozen=True, kw_only=True)
class UnitAsked(PersonalRentalEvent):
    """Is what you let still to be had? Unanswered, it is hidden."""

    kind: ClassVar[str] = "rentals.unit_asked"
    unit_id: int
    hidden_by: datetime


@dataclass(frozen=True, kw_only=True)
class UnitMoved(PersonalRentalEvent):
    """What you let was put up, confirmed, held, let, freed, hidden (STALE) or taken down."""

    kind: ClassVar[str] = "rentals.unit_moved"
    unit_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class ViewingMoved(PersonalRentalEvent):
    """A visit was asked for, confirmed, declined, called off, or ran out."""

    kind: ClassVar[str] = "rentals.viewing_moved"
    viewing_id: int
    unit_id: int
    state: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class HireMoved(PersonalRentalEvent):
    """A hire of a vehicle was asked for, confirmed, declined, called off, or ran out."""

    kind: ClassVar[str] = "rentals.hire_moved"
    hire_id: int
    unit_id: int
    state: str
    first_day: str


def spelled(day: date) -> str:
    """Return a day as events hold it."""
    return day.isoformat()
