"""What paying needs from outside: gateways, and the things that are paid for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Protocol, runtime_checkable

from hmk_graph.event_log import Event
from hmk_graph.money import Paisa
from hmk_graph.payments.paying_models import Intent

NOTHING = Paisa(0)


class Verdict(StrEnum):
    """What a gateway says of a payment, asked by us from server to server."""

    PAID = "PAID"
    FAILED = "FAILED"
    CANCELED = "CANCELED"
    PENDING = "PENDING"
    """It is known, and not decided."""
    UNKNOWN = "UNKNOWN"
    """It does not know it, does not answer, or answers what makes no sense."""


@dataclass(frozen=True, kw_only=True)
class Bill:
    """What a gateway is asked to collect. `back_url` is where the payer's browser returns to."""

    invoice: str
    amount: Paisa
    payer_phone: str
    back_url: str
    callback_url: str


@dataclass(frozen=True, kw_only=True)
class Started:
    """Where the payer goes, and how the gateway calls the payment."""

    gateway_ref: str
    pay_url: str


@dataclass(frozen=True, kw_only=True)
class Known:
    """By which a gateway finds a payment again. `trx` is its own number, once it has one."""

    invoice: str
    gateway_ref: str | None
    trx: str | None
    amount: Paisa


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a gateway says of a payment: all that has to fit before the money counts."""

    verdict: Verdict
    amount: Paisa = NOTHING
    currency: str = "BDT"
    invoice: str = ""
    trx: str | None = None
    risky: bool = False
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What a callback tells before it is believed: whose payment to ask for."""

    event_key: str
    invoice: str | None
    gateway_ref: str | None = None


class GatewayDown(Exception):
    """The gateway did not answer, or not sensibly; nobody knows what it did."""


class GatewayRefused(Exception):
    """The gateway said no; its words are for the log."""


class Forged(Exception):
    """A callback is not from the gateway."""


class Gateway(Protocol):
    """A payment service. Every call has a time-out of its own, and none is made in a transaction.

    Attributes:
        name: As in the accounts of the ledger.
        smallest, largest: What one payment may be.
    """

    name: ClassVar[str]
    smallest: ClassVar[Paisa]
    largest: ClassVar[Paisa]

    async def start(self, bill: Bill) -> Started:
        """Open a payment.

        Raises:
            GatewayDown, GatewayRefused: It could not be opened.
        """

    async def settle(self, known: Known) -> Found:
        """Complete a payment that the payer has agreed to, if the gateway wants that; else look.

        Never raises: what is not known is UNKNOWN.
        """

    async def look(self, known: Known) -> Found:
        """Ask how a payment stands, changing nothing. Never raises."""

    async def refund(self, known: Known, *, amount: Paisa, ref: str, reason: str) -> Found:
        """Give money back; PAID means that it went. Never raises; `ref` makes a repeat the same."""

    async def look_refund(
        self, known: Known, *, amount: Paisa, ref: str, earlier: Sequence[str]
    ) -> Found:
        """Ask how a refund that was sent stands. Never raises.

        `earlier` are the gateway's own numbers of other refunds of the payment: none of them is it.
        """

    async def read(self, body: str, headers: Mapping[str, str]) -> Notice:
        """Return what a callback tells.

        Raises:
            Forged: Its signature does not fit, or it is none of the gateway's.
        """


Gateways = Mapping[str, Gateway]


class Target(Protocol):
    """What an intent is paid for, in a context above: it moves on in the payment's transaction."""

    async def lock(self, subject_id: int) -> None:
        """Lock the thing, which comes before the intent in the order of locks (rules.md C2)."""

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Take the thing on, now that all that was due is paid; return what happened."""


class GuestNews(StrEnum):
    """What somebody who pays without an account has to hear of his money."""

    SET_ASIDE = "SET_ASIDE"
    """It has come, and people look at it first."""
    TURNED_DOWN = "TURNED_DOWN"
    """They found nothing that could be counted."""
    GOES_BACK = "GOES_BACK"


@runtime_checkable
class GuestTarget(Target, Protocol):
    """A thing that is paid for without an account, too: its context knows whom to tell."""

    async def told(self, intent: Intent, news: GuestNews) -> Sequence[Event]:
        """Return what is to be heard, where the guest is reached."""


Targets = Mapping[str, Target]
