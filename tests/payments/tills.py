"""A payment service that does what a test tells it, and something to pay for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import ClassVar

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.event_log import Event, transaction
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, ledger, paying, reconciling, refunding
from hmk_graph.payments.paying import Doors
from hmk_graph.payments.paying_models import Attempt, Intent, Refund
from hmk_graph.payments.ports import (
    Bill,
    Forged,
    Found,
    GatewayDown,
    Known,
    Notice,
    Started,
    Verdict,
)
from tests import factories
from tests.factories import NOON, at

PURPOSE = "tests.cow"
_things = count(1)
DOORS = Doors(back="https://hmk/{gateway}/back/{invoice}", told="https://hmk/{gateway}/told")


@dataclass
class Till:
    """Remembers what was paid and given back, each once, however often it is told."""

    name: ClassVar[str] = "till"
    smallest: ClassVar[Paisa] = taka(10)
    largest: ClassVar[Paisa] = taka(50_000)
    paid: dict[str, Found] = field(default_factory=dict)
    given_back: dict[str, Paisa] = field(default_factory=dict)
    down: bool = False
    deaf: bool = False
    refusing: bool = False
    asked: int = 0

    def pay(self, attempt: Attempt, **differing: object) -> None:
        """The payer agrees; what differs from the bill is the test's."""
        found = Found(
            verdict=Verdict.PAID,
            amount=Paisa(attempt.amount_paisa),
            invoice=attempt.invoice,
            trx=f"trx {attempt.invoice}",
        )
        self.paid[attempt.invoice] = replace(found, **differing)  # type: ignore[arg-type]

    async def start(self, bill: Bill) -> Started:
        if self.down:
            raise GatewayDown
        return Started(gateway_ref=f"ref {bill.invoice}", pay_url=f"https://till/{bill.invoice}")

    async def settle(self, known: Known) -> Found:
        return await self.look(known)

    async def look(self, known: Known) -> Found:
        self.asked += 1
        if self.deaf:
            return Found(verdict=Verdict.UNKNOWN)
        return self.paid.get(known.invoice, Found(verdict=Verdict.PENDING))

    async def refund(self, known: Known, *, amount: Paisa, ref: str, reason: str) -> Found:
        if self.refusing:
            return Found(verdict=Verdict.FAILED, words="refused")
        assert ref not in self.given_back, "not every service knows a repeated refund as the same"
        self.given_back[ref] = amount
        return await self.look_refund(known, amount=amount, ref=ref)

    async def look_refund(
        self,
        known: Known,
        *,
        amount: Paisa,
        ref: str,
        earlier: Sequence[str] = (),
    ) -> Found:
        if self.deaf:
            return Found(verdict=Verdict.UNKNOWN)
        gone = ref in self.given_back
        return Found(verdict=Verdict.PAID if gone else Verdict.FAILED, trx=f"back {ref}")

    async def read(self, body: str, headers: Mapping[str, str]) -> Notice:
        if headers.get("signed") != "yes":
            raise Forged
        told = json.loads(body)
        return Notice(event_key=told["event"], invoice=told["invoice"])


@dataclass
class Cow:
    """Is paid for: remembers what it was locked and covered by."""

    locked: list[int] = field(default_factory=list)
    covered_by: list[int] = field(default_factory=list)

    async def lock(self, subject_id: int) -> None:
        self.locked.append(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        self.covered_by.append(intent.id)
        return []


async def due(
    amount: Paisa, payer: Account | None = None, *, expires_at: datetime | None = None
) -> Intent:
    """Make a sum due, by a person or (the default) by one made for it."""
    payer = payer or await factories.person()
    async with transaction() as events:
        intent, told = await paying.open_intent(
            purpose=PURPOSE,
            subject_id=next(_things),
            payer_id=payer.id,
            payee=chart.held_for(payer.id),
            due=amount,
            expires_at=expires_at,
            now=NOON,
        )
        events += told
    return intent


async def begun(
    intent: Intent, till: Till, amount: Paisa | None = None, *, key: str = "k", now: datetime = NOON
) -> Attempt:
    """Send the payer to the till."""
    return await paying.begin(
        intent.payer_id,
        intent.id,
        till,
        amount,
        doors=DOORS,
        idempotency_key=key,
        clock=at(now),
    )


async def look(attempt: Attempt, till: Till, cow: Cow, *, now: datetime = NOON) -> Attempt:
    """Ask the till about a payment, and do what follows."""
    return await reconciling.look_after(attempt.id, {"till": till}, {PURPOSE: cow}, clock=at(now))


async def look_at_all(till: Till, cow: Cow, *, now: datetime = NOON) -> int:
    """Bring everything due to now, and look after all of it."""
    await Attempt.filter(check_at__isnull=False).update(check_at=NOON)
    await Refund.filter(check_at__isnull=False).update(check_at=NOON)
    done = 0
    while await reconciling.do_one({"till": till}, {PURPOSE: cow}, clock=at(now)):
        done += 1
    return done


async def held(intent: Intent) -> int:
    """Return what has arrived at whom a sum is paid to."""
    return (await ledger.balance(chart.AccountName(intent.payee))).posted


async def told(intent: Intent) -> list[str]:
    """Return what the payer has heard."""
    events = await event_log.after(f"accounts.account.{intent.payer_id}", 0)
    return [event.kind.removeprefix("payments.") for event in events]


async def paid(till: Till, cow: Cow, *amounts: Paisa) -> Intent:
    """Have a sum paid in parts of these amounts."""
    intent = await due(Paisa(sum(amounts)))
    for number, amount in enumerate(amounts):
        attempt = await begun(intent, till, amount, key=str(number))
        till.pay(attempt)
        await look(attempt, till, cow)
    return await Intent.get(id=intent.id)


async def give_back(intent: Intent, amount: Paisa) -> None:
    """Have a part of what was paid go back."""
    async with transaction() as events:
        events += await refunding.give_back_of(
            await paying.locked(intent.id),
            amount,
            source=chart.AccountName(intent.payee),
            reason="কথা রাখা যায়নি",
            now=NOON,
        )
