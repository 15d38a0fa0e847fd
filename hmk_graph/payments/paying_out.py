"""Earnings leave the house: cut once a day, sent by an administrator, proved by a reference.

The services offer us no way of sending, so a person sends, and says under which number. From the
cut on the money is held, so that nothing is sent twice: what is on its way is asked after and never
sent again (rules.md 2.7).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph import stepping
from hmk_graph.accounts import access, seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa, share_of
from hmk_graph.payments import chart, ledger, payout_accounts
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.errors import ReferenceUsed
from hmk_graph.payments.events import PayoutMoved
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import OFFICER, PAYOUT, PayoutCommand
from hmk_graph.payments.payout_models import (
    Commission,
    Payout,
    PayoutAccount,
    PayoutAccountState,
    PayoutState,
)
from hmk_graph.payments.references import reference_of
from hmk_graph.state_machines import states_for

OPERATION = "setCommission"
PAYOUT_KIND, FEE = "payout", "payout.fee"
# After the claim time and this, nothing is expected to be taken back.
RESTS_FOR = timedelta(hours=24)
CUT_EVERY = timedelta(hours=24)
# What is on its way longer is asked after at the service, and never sent again (rules.md 2.7).
ASKED_AFTER = timedelta(hours=24)
COMMISSIONED = ("seller", "shop")
# A tenth; no market here takes so much.
HIGHEST_COMMISSION = 1_000
UNDOING = {
    PayoutCommand.FAIL: ForcedActKind.FAIL_PAYOUT,
    PayoutCommand.CANCEL: ForcedActKind.CANCEL_PAYOUT,
}
OPEN = (PayoutState.PENDING, PayoutState.PROCESSING)


@whole_command
async def cut_when_due(account_id: int, clock: Clock) -> datetime | None:
    """Cut a payout of what has rested long enough; answer when to look again.

    None ends it: the place is active no more. Twice at once, or late, is no matter: while one
    payout is open there is no other, and what is cut is held.
    """
    async with transaction() as events:
        account = await payout_accounts.locked(account_id)
        if account.state is not PayoutAccountState.ACTIVE:
            return None
        now = await clock()
        if not await Payout.exists(earner=account.earner, state__in=OPEN):
            events += await _cut(account, now)
    return now + CUT_EVERY


async def _cut(account: PayoutAccount, now: datetime) -> list[Event]:
    earner = AccountName(account.earner)
    whole = await payable(earner, now)
    fee = share_of(whole, await commission(earner, now)) if whole > 0 else Paisa(0)
    amount = Paisa(whole - fee)
    if amount <= 0:
        return []
    payout_id = await _next_id()
    moves = [_move(PAYOUT_KIND, payout_id, earner, chart.bank(), amount)]
    if fee:
        moves.append(_move(FEE, payout_id, earner, chart.PLATFORM_FEE, fee))
    hold_id, *fee_hold = await ledger.hold(*moves)
    payout = await Payout.create(
        id=payout_id,
        earner=earner,
        account_id=account.id,
        amount_paisa=amount,
        fee_paisa=fee,
        hold_id=hold_id,
        fee_hold_id=fee_hold[0] if fee_hold else None,
        cut_at=now,
    )
    return [_moved(payout, account)]


async def payable(earner: AccountName, now: datetime) -> Paisa:
    """Return what may be paid out: what is free and came at least RESTS_FOR ago; never below zero.

    The account is locked until the transaction ends.
    """
    found = (await ledger.locked(earner))[earner]
    rows = await get_connection("default").execute_query_dict(_FRESH, [earner, now - RESTS_FOR])
    return Paisa(max(0, found.free - int(rows[0]["fresh"])))


async def commission(earner: AccountName, now: datetime) -> int:
    """Return which part of an earner's money the platform keeps, in basis points; 0 by default."""
    kind = earner.partition(":")[0]
    rule = await Commission.filter(kind=kind, since__lte=now).order_by("-since", "-id").first()
    return rule.basis_points if rule else 0


def is_overdue(payout: Payout, now: datetime) -> bool:
    """Say whether a payout is on its way for so long that somebody has to ask after it."""
    return (
        payout.state is PayoutState.PROCESSING
        and payout.sent_at is not None
        and now - payout.sent_at > ASKED_AFTER
    )


@whole_command
async def send(officer_id: int, payout_id: int, *, clock: Clock) -> Payout:
    """Take a payout in hand, before it is sent (an administrator). Nobody else sends it then.

    Raises:
        NotAllowed: The person is no administrator, or earns it himself.
        NotFound: There is no such payout.
        StaleState: It is in somebody's hand, or settled.
    """
    async with transaction(actor_id=officer_id) as events:
        payout, account = await _locked(officer_id, payout_id)
        if account.state is not PayoutAccountState.ACTIVE:
            raise StaleState(current=str(account.state), allowed=[PayoutAccountState.ACTIVE])
        now = await clock()
        events += await _step(
            payout, account, PayoutCommand.SEND, sent_by_id=officer_id, sent_at=now
        )
        await seconding.lapse(ForcedActKind.CANCEL_PAYOUT, payout.id, now)
    return payout


@whole_command
async def confirm(officer_id: int, payout_id: int, *, reference: str, clock: Clock) -> Payout:
    """Say under which number of the service or the bank a payout was sent (an administrator).

    The same number again is no matter; one that proves another payout proves none.

    Raises:
        NotAllowed: The person is no administrator, or earns it himself.
        NotFound: There is no such payout.
        StaleState: It is not being sent.
        ReferenceUsed: The number proves another payout.
        BadInput: It is none.
    """
    number = reference_of(reference)
    async with transaction(actor_id=officer_id) as events:
        payout, account = await _locked(officer_id, payout_id)
        if payout.state is PayoutState.PAID and payout.reference == number:
            return payout
        if await Payout.filter(reference=number).exclude(id=payout.id).exists():
            raise ReferenceUsed
        now = await clock()
        events += await _step(
            payout, account, PayoutCommand.CONFIRM, reference=number, settled_at=now
        )
        await seconding.lapse(ForcedActKind.FAIL_PAYOUT, payout.id, now)
        for hold in _holds(payout):
            await ledger.capture(hold, ref=str(payout.id))
    return payout


@whole_command
async def fail(officer_id: int, payout_id: int, *, reason: str, clock: Clock) -> Payout:
    """Say that a payout did not arrive; the next cut takes the money anew.

    Two administrators say so: had it arrived all the same, it would be sent twice.

    Raises:
        NotAllowed: The person is no administrator, or earns it himself.
        NotFound: There is no such payout.
        StaleState: It is not being sent.
        SecondOfficerNeeded: The same administrator said so before.
        BadInput: The reason is missing.
    """
    return await _undo(officer_id, payout_id, PayoutCommand.FAIL, reason, clock)


@whole_command
async def cancel(officer_id: int, payout_id: int, *, reason: str, clock: Clock) -> Payout:
    """Take a payout back that nobody has begun to send (two administrators).

    Raises:
        NotAllowed, NotFound, StaleState, SecondOfficerNeeded, BadInput: As `fail` says.
    """
    return await _undo(officer_id, payout_id, PayoutCommand.CANCEL, reason, clock)


@whole_command
async def set_commission(
    officer_id: int, *, kind: str, basis_points: int, idempotency_key: str, clock: Clock
) -> Commission:
    """Say what the platform keeps of what sellers or shops earn, from now on (an administrator).

    Payouts that are cut already keep what they were cut with.

    Raises:
        NotAllowed: The person is no administrator.
        BadInput: It is no such kind, or more than a tenth.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    await access.require_administrator(officer_id)
    if kind not in COMMISSIONED:
        raise BadInput("kind", why_bn="seller বা shop লিখুন।", why_en="seller or shop.")
    if not 0 <= basis_points <= HIGHEST_COMMISSION:
        raise BadInput("basisPoints", why_bn="০ থেকে ১০০০।", why_en="0 to 1000.")
    async with transaction(actor_id=officer_id, command_id=idempotency_key):
        earlier = await recall(
            officer_id, OPERATION, idempotency_key, kind=kind, basis_points=basis_points
        )
        if earlier is not None:
            return await Commission.get(id=earlier["commission_id"])
        rule = await Commission.create(
            kind=kind, basis_points=basis_points, since=await clock(), set_by_id=officer_id
        )
        await remember(officer_id, OPERATION, idempotency_key, {"commission_id": rule.id})
    return rule


async def _undo(
    officer_id: int, payout_id: int, command: PayoutCommand, reason: str, clock: Clock
) -> Payout:
    why = payout_accounts.reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        payout, account = await _locked(officer_id, payout_id)
        if payout.state not in states_for(PAYOUT, command):
            raise StaleState(current=payout.state, allowed=states_for(PAYOUT, command))
        now = await clock()
        forced = Forced(
            kind=UNDOING[command],
            subject_id=payout.id,
            place_id=None,
            concerns=[account.owner_id],
        )
        word = await seconding.speak(officer_id, forced, reason=why, now=now)
        events += word.events
        if not word.is_agreed:
            return payout
        events += await _step(payout, account, command, failure=word.reason, settled_at=now)
        for hold in _holds(payout):
            await ledger.release(hold, ref=str(payout.id))
    return payout


async def _locked(officer_id: int, payout_id: int) -> tuple[Payout, PayoutAccount]:
    """Lock a payout behind the place that it is sent to, for an administrator."""
    await access.require_administrator(officer_id)
    found = await Payout.get_or_none(id=payout_id)
    if found is None:
        raise NotFound
    account = await payout_accounts.locked(found.account_id)
    if account.owner_id == officer_id:
        raise NotAllowed
    payout = await Payout.filter(id=payout_id).select_for_update(no_key=True).get()
    return payout, account


async def _step(
    payout: Payout, account: PayoutAccount, command: PayoutCommand, **changes: object
) -> list[Event]:
    await stepping.step(payout, PAYOUT, command, OFFICER, **changes)
    return [_moved(payout, account)]


def _holds(payout: Payout) -> list[int]:
    return [hold for hold in (payout.hold_id, payout.fee_hold_id) if hold is not None]


def _moved(payout: Payout, account: PayoutAccount) -> PayoutMoved:
    return PayoutMoved(
        account_id=account.owner_id,
        payout_id=payout.id,
        amount=payout.amount_paisa,
        state=str(payout.state),
        reference=payout.reference or "",
    )


def _move(
    kind: str, payout_id: int, debit: AccountName, credit: AccountName, amount: Paisa
) -> Move:
    return Move(kind=kind, ref=str(payout_id), debit=debit, credit=credit, amount=amount)


async def _next_id() -> int:
    """Take the number of a payout before its row: the money is held under it."""
    [row] = await get_connection("default").execute_query_dict(
        "SELECT nextval(pg_get_serial_sequence('payments_payout', 'id')) AS id"
    )
    return int(row["id"])


# Money that came back by a reversal of a debit rests as well: it is a credit like any other.
_FRESH = """
SELECT coalesce(sum(t.amount_paisa), 0) AS fresh
FROM payments_transfer t JOIN payments_account a ON a.id = t.credit_id
WHERE a.name = $1 AND t.phase IN ('POSTED', 'POST') AND t.at > $2
"""
