"""A sum becomes due, and its payer goes to a gateway with it, in one piece or in parts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.accounts import access
from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.errors import AmountOutOfRange, GatewayUnavailable, NothingDue
from hmk_graph.payments.events import PaymentDue, of
from hmk_graph.payments.machines import (
    ATTEMPT,
    CLOCK,
    HOUSE,
    INTENT,
    AttemptCommand,
    IntentCommand,
)
from hmk_graph.payments.paying_models import Attempt, AttemptState, Intent, IntentState
from hmk_graph.payments.ports import Bill, Gateway, GatewayDown, GatewayRefused, Gateways, Started
from hmk_graph.state_machines import next_state

OPERATION = "beginPayment"
EXPIRE_INTENT = "payments.expire_intent"
# A payer who has not come back is asked after at these ages (rules.md 2.9), then hourly, and is
# given up at the last.
CHECKS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))
THEN_EVERY = timedelta(hours=1)
GIVEN_UP_AFTER = timedelta(hours=72)


@dataclass(frozen=True, kw_only=True)
class Doors:
    """Where gateways send the payer's browser back (`back`) and their own word (`told`).

    Addresses with `{gateway}` and `{invoice}` in them.
    """

    back: str
    told: str


async def open_intent(
    *,
    purpose: str,
    subject_id: int,
    payer_id: int | None,
    payee: AccountName,
    due: Paisa,
    expires_at: datetime | None,
    now: datetime,
) -> tuple[Intent, list[Event]]:
    """Make a sum due, in the transaction of whatever it is for. `payer_id` None: a guest pays."""
    intent = await Intent.create(
        purpose=purpose,
        subject_id=subject_id,
        payer_id=payer_id,
        payee=payee,
        due_paisa=due,
        expires_at=expires_at,
        created_at=now,
    )
    if payer_id is None:
        return intent, []
    return intent, [PaymentDue(**of(intent, due), expires_at=expires_at)]


async def step(intent: Intent, command: IntentCommand, actor: str, **changes: object) -> None:
    """Take a locked intent on, with the columns that change beside its state.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    to = IntentState(next_state(INTENT, intent.state, command, actor=actor))
    await Intent.filter(id=intent.id).update(state=to, version=intent.version + 1, **changes)
    intent.state, intent.version = to, intent.version + 1


async def take(attempt: Attempt, command: AttemptCommand, actor: str, **changes: object) -> None:
    """Take a locked attempt on, with the columns that change beside its state.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    to = AttemptState(next_state(ATTEMPT, attempt.state, command, actor=actor))
    await Attempt.filter(id=attempt.id, version=attempt.version).update(
        state=to, version=attempt.version + 1, **changes
    )
    attempt.state, attempt.version = to, attempt.version + 1
    for column, value in changes.items():
        setattr(attempt, column, value)


async def begin(
    payer_id: int | None,
    intent_id: int,
    gateway: Gateway,
    amount: Paisa | None,
    *,
    doors: Doors,
    idempotency_key: str,
    clock: Clock,
) -> Attempt:
    """Open a payment at a gateway and return it with the address to go to.

    `amount` None is all that is left. The try is written down before the gateway is called, so that
    none is ever paid that we do not know.

    Raises:
        NotSignedIn, AccountSuspended: The payer may not act.
        NotFound: The sum is not due to this person.
        NothingDue: It is paid, or no longer to be paid.
        AmountOutOfRange: One payment cannot be so small or so large.
        GatewayUnavailable: No money has moved; the same key may be tried again.
        IdempotencyConflict, InProgress: The key was used with another input, or its twin is at
            work.
    """
    attempt = await _written(
        payer_id, intent_id, gateway, amount, idempotency_key=idempotency_key, clock=clock
    )
    if attempt.state is not AttemptState.CREATED:
        return attempt
    bill = Bill(
        invoice=attempt.invoice,
        amount=Paisa(attempt.amount_paisa),
        payer_phone=await _phone(payer_id),
        back_url=doors.back.format(gateway=gateway.name, invoice=attempt.invoice),
        callback_url=doors.told.format(gateway=gateway.name, invoice=attempt.invoice),
    )
    try:
        started = await gateway.start(bill)
    except (GatewayDown, GatewayRefused) as error:
        # The payer never got an address, so nothing can be paid; the same key tries again.
        raise GatewayUnavailable from error
    return await _redirected(attempt.id, started)


@whole_command
async def _written(
    payer_id: int | None,
    intent_id: int,
    gateway: Gateway,
    amount: Paisa | None,
    *,
    idempotency_key: str,
    clock: Clock,
) -> Attempt:
    actor = payer_id or 0
    async with transaction(actor_id=payer_id, command_id=idempotency_key):
        earlier = await recall(
            actor, OPERATION, idempotency_key, intent=intent_id, by=gateway.name, amount=amount
        )
        if earlier is not None:
            return await Attempt.get(id=earlier["attempt_id"])
        if payer_id is not None:
            await access.acting(payer_id)
        intent = await locked(intent_id)
        if intent.payer_id != payer_id:
            raise NotFound
        now = await clock()
        need_due(intent, now)
        asked = _amount(intent, gateway, amount)
        attempt = await Attempt.create(
            intent_id=intent.id,
            gateway=gateway.name,
            invoice=fresh_invoice(),
            amount_paisa=asked,
            created_at=now,
            check_at=now + CHECKS[0],
        )
        await remember(actor, OPERATION, idempotency_key, {"attempt_id": attempt.id})
    return attempt


@whole_command
async def _redirected(attempt_id: int, started: Started) -> Attempt:
    async with transaction():
        attempt = await locked_attempt(attempt_id)
        # A twin request may have been quicker: then its payment is the one.
        if attempt.state is AttemptState.CREATED:
            await take(
                attempt,
                AttemptCommand.REDIRECT,
                HOUSE,
                gateway_ref=started.gateway_ref,
                pay_url=started.pay_url,
            )
    return attempt


async def locked(intent_id: int) -> Intent:
    """Lock an intent until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    intent = await Intent.filter(id=intent_id).select_for_update(no_key=True).first()
    if intent is None:
        raise NotFound
    return intent


async def locked_attempt(attempt_id: int) -> Attempt:
    """Lock an attempt until the transaction ends; its intent comes before it.

    Raises:
        NotFound: There is none.
    """
    attempt = await Attempt.filter(id=attempt_id).select_for_update(no_key=True).first()
    if attempt is None:
        raise NotFound
    return attempt


def left(intent: Intent) -> Paisa:
    """Return what of a sum is still to be paid."""
    return Paisa(max(0, intent.due_paisa - intent.captured_paisa))


def need_due(intent: Intent, now: datetime) -> None:
    """Refuse a sum that is not to be paid now, also one whose end no worker has seen yet.

    Raises:
        NothingDue: It is not.
    """
    over = intent.expires_at is not None and now >= intent.expires_at
    if intent.state is not IntentState.OPEN or over:
        raise NothingDue(str(IntentState.EXPIRED if over else intent.state))


def fresh_invoice() -> str:
    """Return a number of our own for a try: 20 characters, not to be guessed, none of them alike.

    SSLCommerz takes at most 30 for its `tran_id`.
    """
    return "HMK" + "".join(secrets.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(17))


def next_check(attempt_age: timedelta, checks: int) -> timedelta | None:
    """Return after how long an undecided payment is asked after again; None: it is given up."""
    if attempt_age >= GIVEN_UP_AFTER:
        return None
    return CHECKS[checks] if checks < len(CHECKS) else THEN_EVERY


@whole_command
async def expire_intent(intent_id: int, clock: Clock) -> datetime | None:
    """Let a sum run out that nobody has paid in time; answer when to ask again.

    Money that comes later is given back by itself (`settling`). Harmless when late or repeated.
    """
    async with transaction():
        intent = await locked(intent_id)
        if intent.state is not IntentState.OPEN or intent.expires_at is None:
            return None
        if await clock() < intent.expires_at:
            return intent.expires_at
        await step(intent, IntentCommand.EXPIRE, CLOCK)
    return None


async def _phone(payer_id: int | None) -> str:
    """Return a payer's phone as it is dialed in the country, 01XXXXXXXXX; empty for a guest."""
    payer = await Account.get_or_none(id=payer_id) if payer_id is not None else None
    return (payer.phone or "").removeprefix("+88") if payer else ""


def _amount(intent: Intent, gateway: Gateway, amount: Paisa | None) -> Paisa:
    rest = left(intent)
    largest = Paisa(min(rest, gateway.largest))
    asked = amount if amount is not None else largest
    if asked % TAKA and asked != rest:
        raise BadInput(
            "amount",
            why_bn="পুরো টাকায় দিন।",
            why_en="pay whole taka, or exactly all that is left.",
        )
    if not min(gateway.smallest, rest) <= asked <= largest:
        raise AmountOutOfRange(smallest=Paisa(min(gateway.smallest, rest)), largest=largest)
    return Paisa(asked)


def gateway_of(gateways: Gateways, name: str) -> Gateway:
    """Return a gateway that is offered here.

    Raises:
        BadInput: It is not.
    """
    found = gateways.get(name)
    if found is None:
        known = ", ".join(sorted(gateways)) or "-"
        raise BadInput("gateway", why_bn=f"এর একটি দিন: {known}।", why_en=f"one of: {known}.")
    return found
