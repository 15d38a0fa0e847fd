"""What is paid for a tenancy moves it on, in the payment's own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.event_log import Event
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.paying_models import Intent
from hmk_graph.rentals import billing, keeping, rules
from hmk_graph.rentals.machines import Actor, AgreementCommand, UnitCommand
from hmk_graph.rentals.models import Agreement, MonthlyDue

HELD_ADVANCE = "rentals.advance"


class Advance:
    """The advance of an agreement: money held for the tenant until it is settled."""

    async def lock(self, subject_id: int) -> None:
        """Lock the unit, then the agreement."""
        await keeping.locked_agreement(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Begin the tenancy; the advance is promised to the landlord, and moves nowhere yet."""
        agreement = await Agreement.get(id=intent.subject_id)
        unit = await keeping.locked_unit(agreement.unit_id)
        [hold_id] = await ledger.hold(
            Move(
                kind=HELD_ADVANCE,
                ref=str(agreement.id),
                debit=chart.held_for(agreement.tenant_id),
                credit=chart.due_to_seller(agreement.landlord_id),
                amount=Paisa(agreement.advance_paisa),
            )
        )
        await keeping.move(
            agreement,
            AgreementCommand.PAY,
            Actor.PAYMENTS,
            paid_at=at,
            due_at=None,
            hold_id=hold_id,
        )
        let = await keeping.move_unit(unit, UnitCommand.LEASE, Actor.HOUSE)
        await deadlines.arm(billing.MAKE_DUE, agreement.id, rules.midnight(agreement.starts_on))
        return [let, *keeping.moved(agreement, "ADVANCE_PAID")]


class Month:
    """One month of a tenancy, paid to the landlord."""

    async def lock(self, subject_id: int) -> None:
        """Lock the unit, the agreement, then the month."""
        due = await MonthlyDue.get(id=subject_id)
        await keeping.locked_agreement(due.agreement_id)
        await MonthlyDue.select_for_update(no_key=True).get(id=subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Write down that the month is paid."""
        due = await MonthlyDue.get(id=intent.subject_id)
        agreement = await Agreement.get(id=due.agreement_id)
        return await billing.paid(agreement, due, at, in_cash=False)
