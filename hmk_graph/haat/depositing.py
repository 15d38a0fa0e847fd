"""Deposits: people bring them to a haat, bids stand on them, and what is not used goes back.

The money of a deposit lies on an account of the ledger of its own (`chart.deposit_at`). It can be
held for bids (`securing`), used for the deal that was won with it, forfeited by who does not pay,
or given back by the way it came; nothing else, so it is no wallet (docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import deadlines, stepping
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat.deposit_models import Deposit, DepositState
from hmk_graph.haat.deposit_rules import rule_of
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.machines import DEPOSIT, Actor, DepositCommand
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal, Listing
from hmk_graph.haat.selling_errors import DepositInUse
from hmk_graph.haat.selling_events import DepositForfeited, DepositMoved
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import TAKA, Paisa, taka
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import CLOCK, HOUSE, IntentCommand
from hmk_graph.payments.paying_models import Attempt, AttemptState, Intent, IntentState

OPERATION = "bringDeposit"
PURPOSE = "haat.deposit"
USED = "haat.deposit_used"
DEPOSIT_LAPSES, RETURN_DEPOSIT = "haat.deposit_lapses", "haat.return_deposit"
BRING_WITHIN = timedelta(hours=24)
# After the last lot on which somebody bid, so that he may bid on one more that day; losers have
# their money on its way the same day (domain.md B.6).
RETURNED_AFTER = timedelta(hours=6)
IDLE_FOR = timedelta(days=3)
LOOKED_AFTER = timedelta(hours=1)
LARGEST = taka(1_000_000)
NOT_NEEDED = "জামানত আর লাগছে না (the deposit is not needed any more)"
NOT_WHOLE = "জামানত পুরো আসেনি (the deposit did not come whole)"


@whole_command
async def bring(
    account_id: int, haat_id: int, amount: Paisa, *, idempotency_key: str, clock: Clock
) -> Deposit:
    """Announce a deposit, to be paid within a day by a gateway or in cash at the haat.

    Raises:
        NotFound: There is no such haat.
        BadInput: The haat asks for no deposit, or the amount is no whole taka, or too much.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=account_id, command_id=idempotency_key) as events:
        earlier = await recall(account_id, OPERATION, idempotency_key, haat=haat_id, amount=amount)
        if earlier is not None:
            return await Deposit.get(id=earlier["deposit_id"])
        await access.acting(account_id)
        await _need_rule(haat_id)
        _need_amount(amount)
        now = await clock()
        deposit = await Deposit.create(
            haat_id=haat_id, account_id=account_id, amount_paisa=amount, asked_at=now
        )
        _, told = await paying.open_intent(
            purpose=PURPOSE,
            subject_id=deposit.id,
            payer_id=account_id,
            payee=chart.deposit_at(haat_id, account_id),
            due=amount,
            expires_at=now + BRING_WITHIN,
            now=now,
        )
        events += told
        await deadlines.arm(DEPOSIT_LAPSES, deposit.id, now + BRING_WITHIN)
        await remember(account_id, OPERATION, idempotency_key, {"deposit_id": deposit.id})
    return deposit


class DepositTarget:
    """A deposit as something that is paid for (`payments.ports.Target`)."""

    async def lock(self, subject_id: int) -> None:
        """Lock the deposit."""
        await locked(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Let bids stand on it from now on."""
        deposit = await Deposit.get(id=intent.subject_id)
        # What holds promise goes there, should it be forfeited; a bid has no time to open it.
        await ledger.locked(chart.FORFEITED)
        await deadlines.arm(RETURN_DEPOSIT, deposit.id, at + IDLE_FOR)
        return [await _step(deposit, DepositCommand.PAY, Actor.PAYMENTS, stands_from=at)]


async def locked(deposit_id: int) -> Deposit:
    """Lock a deposit until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    deposit = await Deposit.filter(id=deposit_id).select_for_update(no_key=True).first()
    if deposit is None:
        raise NotFound
    return deposit


@whole_command
async def take_back(account_id: int, deposit_id: int, *, clock: Clock) -> Deposit:
    """Have one's deposit back before the haat gives it back by itself.

    Raises:
        NotFound: It is none of this person's.
        StaleState: It does not stand.
        DepositInUse: A bid or a deal stands on what this person has left there.
    """
    async with transaction(actor_id=account_id) as events:
        deposit = await locked(deposit_id)
        if deposit.account_id != account_id:
            raise NotFound
        if (await _uses(deposit))["in_use"]:
            raise DepositInUse
        events += await _return(deposit, Actor.BIDDER, await clock())
    return deposit


@whole_command
async def return_when_due(deposit_id: int, clock: Clock) -> datetime | None:
    """Give back what nobody bids on any more; answer when to look again. Harmless when repeated."""
    async with transaction() as events:
        deposit = await locked(deposit_id)
        if deposit.state is not DepositState.STANDING or deposit.stands_from is None:
            return None
        now = await clock()
        uses = await _uses(deposit)
        if uses["in_use"]:
            return now + LOOKED_AFTER
        last = uses["last_lot_ends"]
        until = last + RETURNED_AFTER if last else deposit.stands_from + IDLE_FOR
        if now < until:
            return until
        events += await _return(deposit, Actor.CLOCK, now)
    return None


@whole_command
async def lapse(deposit_id: int, clock: Clock) -> datetime | None:
    """Forget a deposit that never came whole, and give back its parts. Harmless when repeated."""
    async with transaction() as events:
        deposit = await locked(deposit_id)
        if deposit.state is not DepositState.DUE:
            return None
        now = await clock()
        if now < deposit.asked_at + BRING_WITHIN:
            return deposit.asked_at + BRING_WITHIN
        events.append(await _step(deposit, DepositCommand.LAPSE, Actor.CLOCK))
        intent = await _intent(deposit)
        await paying.step(intent, IntentCommand.EXPIRE, CLOCK)
        if intent.captured_paisa:
            events += await refunding.give_back_of(
                intent,
                Paisa(intent.captured_paisa),
                source=chart.AccountName(intent.payee),
                reason=NOT_WHOLE,
                now=now,
            )
    return None


async def hasten_returns(lot: Lot, now: datetime) -> None:
    """Have the deposits looked at of all who bid on a lot that is over."""
    rows = await get_connection("default").execute_query_dict(_BROUGHT_FOR, [lot.id])
    for row in rows:
        await deadlines.hasten(RETURN_DEPOSIT, row["id"], now + RETURNED_AFTER)


async def use(deal: Deal, listing: Listing) -> None:
    """Let a deposit pay its part of a deal whose rest is there; what is over is free again."""
    if deal.deposit_hold_id is None:
        return
    await free(deal)
    await ledger.post(
        Move(
            kind=USED,
            ref=str(deal.id),
            debit=chart.deposit_at(listing.haat_id, deal.buyer_id),
            credit=chart.held_for(deal.buyer_id),
            amount=Paisa(deal.deposit_paisa),
        )
    )


async def free(deal: Deal) -> None:
    """Give the deposit behind a locked deal free."""
    if deal.deposit_hold_id is not None:
        await ledger.release(deal.deposit_hold_id, ref=f"deal:{deal.id}")
        await _forget_hold(deal)


async def forfeit(deal: Deal) -> list[Event]:
    """Take the deposit of a buyer who did not pay, by the rule to which he bid."""
    if deal.deposit_hold_id is None:
        return []
    await ledger.capture(deal.deposit_hold_id, ref=f"deal:{deal.id}")
    taken = await ledger.amount_of("haat.deposit.post", f"deal:{deal.id}")
    await _forget_hold(deal)
    return [DepositForfeited(account_id=deal.buyer_id, deal_id=deal.id, amount=taken)]


async def give_back_used(
    deal: Deal, listing: Listing, *, reason: str, now: datetime
) -> list[Event]:
    """Give back what a deposit paid of a deal that is undone, by the way it came."""
    missing = await ledger.amount_of(USED, str(deal.id))
    events: list[Event] = []
    deposits = Deposit.filter(account_id=deal.buyer_id, haat_id=listing.haat_id).order_by("-id")
    for deposit in await deposits:
        intent = await _intent(deposit)
        part = Paisa(min(missing, await _refundable(intent)))
        if part:
            events += await refunding.give_back_of(
                intent, part, source=chart.held_for(deal.buyer_id), reason=reason, now=now
            )
            missing = Paisa(missing - part)
    return events


async def _return(deposit: Deposit, actor: Actor, now: datetime) -> list[Event]:
    events = [await _step(deposit, DepositCommand.RETURN, actor)]
    intent = await _intent(deposit)
    if intent.state is IntentState.COVERED:
        await paying.step(intent, IntentCommand.CLOSE, HOUSE)
    source = chart.AccountName(intent.payee)
    standing = (await ledger.locked(source))[source]
    amount = Paisa(min(standing.free, await _refundable(intent)))
    if amount:
        events += await refunding.give_back_of(
            intent, amount, source=source, reason=NOT_NEEDED, now=now
        )
    return events


async def _step(
    deposit: Deposit, command: DepositCommand, actor: Actor, **changes: object
) -> Event:
    """Take a locked deposit one step on; return what its owner hears.

    Raises:
        StaleState: The step is not possible from where it is.
    """
    await stepping.step(deposit, DEPOSIT, command, actor, **changes)
    return DepositMoved(
        account_id=deposit.account_id,
        deposit_id=deposit.id,
        haat_id=deposit.haat_id,
        amount=deposit.amount_paisa,
        state=str(deposit.state),
    )


async def _forget_hold(deal: Deal) -> None:
    deal.deposit_hold_id = None
    await Deal.filter(id=deal.id).update(deposit_hold_id=None)


async def _intent(deposit: Deposit) -> Intent:
    found = await Intent.filter(purpose=PURPOSE, subject_id=deposit.id).get()
    return await paying.locked(found.id)


async def _refundable(intent: Intent) -> Paisa:
    attempts = await Attempt.filter(intent_id=intent.id, state=AttemptState.CAPTURED)
    return Paisa(sum([await refunding.refundable(attempt) for attempt in attempts]))


async def _uses(deposit: Deposit) -> dict[str, Any]:
    """Say whether its owner leads or owes at its haat, and when his last lot there ends."""
    [found] = await get_connection("default").execute_query_dict(
        _USES, [deposit.account_id, deposit.haat_id]
    )
    return found


async def _need_rule(haat_id: int) -> None:
    haat = await Haat.get_or_none(id=haat_id)
    if haat is None:
        raise NotFound
    rule = rule_of(haat.deposit_basis_points, haat.deposit_floor_paisa, haat.deposit_ceiling_paisa)
    if rule is None:
        raise BadInput(
            "haatId", why_bn="এই হাটে জামানত লাগে না।", why_en="this haat asks for no deposit."
        )


def _need_amount(amount: Paisa) -> None:
    if amount % TAKA or not 0 < amount <= LARGEST:
        raise BadInput(
            "amount",
            why_bn="১ থেকে ১০ লাখ পুরো টাকায় লিখুন।",
            why_en="write whole taka, from 1 to 1,000,000.",
        )


_BROUGHT_FOR = """
SELECT d.id FROM haat_deposit d
JOIN haat_lot l ON l.haat_id = d.haat_id
JOIN haat_lot_bidder b ON b.lot_id = l.id AND b.account_id = d.account_id
WHERE l.id = $1 AND d.state = 'STANDING' ORDER BY d.id
"""
_USES = """
SELECT EXISTS (SELECT FROM haat_lot WHERE leader_id = $1 AND haat_id = $2
               AND deposit_hold_id IS NOT NULL)
       OR EXISTS (SELECT FROM haat_deal d JOIN haat_listing g ON g.id = d.listing_id
                  WHERE d.buyer_id = $1 AND g.haat_id = $2 AND d.deposit_hold_id IS NOT NULL)
       AS in_use,
       (SELECT max(coalesce(l.closed_at, l.ends_at)) FROM haat_lot l
        JOIN haat_lot_bidder b ON b.lot_id = l.id
        WHERE b.account_id = $1 AND l.haat_id = $2) AS last_lot_ends
"""
