"""The months of a tenancy become due, one row each, and are paid online or in cash."""

from __future__ import annotations

from datetime import date, datetime

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, paying, queries
from hmk_graph.payments.machines import HOUSE, IntentCommand
from hmk_graph.payments.paying_models import IntentState
from hmk_graph.rentals import keeping, rules
from hmk_graph.rentals.errors import DueSettled
from hmk_graph.rentals.events import RentDue, RentPaid, spelled
from hmk_graph.rentals.machines import LIVING
from hmk_graph.rentals.models import Agreement, AgreementState, MonthlyDue

MAKE_DUE = "rentals.make_due"
RENT = "rentals.due"


@whole_command
async def make_due(agreement_id: int, clock: Clock) -> datetime | None:
    """Write each month that is owed for and has begun; answer when the next one begins.

    A month is written once (unique), however often this runs; what was missed while no worker ran
    is made up for.
    """
    async with transaction() as events:
        _, agreement = await keeping.locked_agreement(agreement_id)
        if agreement.state not in (*LIVING, AgreementState.ENDED):
            return None
        today = rules.day_of(await clock())
        for month in rules.months(agreement.starts_on, agreement.leaves_on, up_to=today):
            events += await _write(agreement, month, await clock())
        if agreement.state is AgreementState.ENDED:
            return None
        first = rules.midnight(agreement.starts_on)
        later = rules.midnight(rules.next_month(rules.month_of(today)))
    return first if today < agreement.starts_on else later


@whole_command
async def take_cash(person_id: int, due_id: int, *, clock: Clock) -> MonthlyDue:
    """Write down that a month was paid in cash (the landlord). Saying it twice is no matter.

    Raises:
        NotFound: There is no such month of a tenancy of which the person is the landlord.
        DueSettled: It is paid, or a part of it has arrived online.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        await access.acting(person_id)
        found = await MonthlyDue.get_or_none(id=due_id)
        if found is None:
            raise NotFound
        _, agreement = await keeping.locked_agreement(found.agreement_id)
        if agreement.landlord_id != person_id:
            raise NotFound
        due = await MonthlyDue.select_for_update(no_key=True).get(id=due_id)
        if due.in_cash:
            return due
        if due.paid_at is not None:
            raise DueSettled
        [intent] = await queries.open_of(RENT, [due.id])
        if intent is not None:
            intent = await paying.locked(intent.id)
            if intent.captured_paisa or intent.state is not IntentState.OPEN:
                raise DueSettled
            await paying.step(intent, IntentCommand.VOID, HOUSE)
        events += await paid(agreement, due, await clock(), in_cash=True)
    return due


async def paid(
    agreement: Agreement, due: MonthlyDue, at: datetime, *, in_cash: bool
) -> list[Event]:
    """Mark a locked month as paid; return what happened."""
    due.paid_at, due.in_cash = at, in_cash
    await due.save(update_fields=["paid_at", "in_cash"])
    event = RentPaid(
        **keeping.facts(agreement),
        rent_due_id=due.id,
        month=spelled(due.month),
        amount=due.amount_paisa,
        in_cash=in_cash,
    )
    return keeping.told(agreement, event, "RENT_PAID")


async def _write(agreement: Agreement, month: date, now: datetime) -> list[Event]:
    """Write one month, unless it stands; ask the tenant for it."""
    monthly = Paisa(agreement.rent_paisa + agreement.service_charge_paisa)
    amount = rules.due_for(
        month, monthly, starts_on=agreement.starts_on, leaves_on=agreement.leaves_on
    )
    if not amount:
        return []
    written = await get_connection("default").execute_query_dict(
        "INSERT INTO rentals_due (agreement_id, month, amount_paisa, made_at, in_cash)"
        " VALUES ($1, $2, $3, $4, false) ON CONFLICT (agreement_id, month) DO NOTHING RETURNING id",
        [agreement.id, month, amount, now],
    )
    if not written:
        return []
    _, happened = await paying.open_intent(
        purpose=RENT,
        subject_id=written[0]["id"],
        payer_id=agreement.tenant_id,
        payee=chart.due_to_seller(agreement.landlord_id),
        due=amount,
        expires_at=None,
        now=now,
    )
    event = RentDue(
        **keeping.facts(agreement),
        rent_due_id=written[0]["id"],
        month=spelled(month),
        amount=amount,
    )
    return [*keeping.told(agreement, event, "RENT_DUE"), *happened]
