"""Asks gateways how payments and refunds stand, until each is decided.

What is due stands in the rows (`check_at`), so that a process that dies loses nothing: taking a
row moves its time on by a lease, the gateway is asked outside any transaction, and the answer is
applied in one of its own.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.clock import Clock
from hmk_graph.money import Paisa
from hmk_graph.payments import refunding, settling
from hmk_graph.payments.paying_models import Attempt, AttemptState, Refund
from hmk_graph.payments.ports import Found, Gateways, Known, Targets, Verdict

log = logging.getLogger(__name__)

# Longer than any gateway call may take; a process that died with a row leaves it for so long.
LEASE = timedelta(seconds=90)
PAUSE_S = 0.5
REFUND_AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))
REFUND_THEN = timedelta(hours=1)
# bKash and Nagad take the money only when we say so after the payer agreed; asking alone would not.
RETURNED = (AttemptState.PENDING, AttemptState.REDIRECTED)


async def run(gateways: Gateways, targets: Targets, *, clock: Clock) -> None:
    """Look after payments and refunds until cancelled."""
    while True:
        try:
            while await do_one(gateways, targets, clock=clock):
                pass
        except (OSError, *event_log.RETRYABLE, *event_log.LOST) as error:
            log.warning("Payments could not be looked after: %s", error)
        await asyncio.sleep(PAUSE_S)


async def do_one(gateways: Gateways, targets: Targets, *, clock: Clock) -> bool:
    """Look after one payment or refund that is due; False if none is."""
    now = await clock()
    attempt_id = await _leased(_ATTEMPT, now, gateways)
    if attempt_id is not None:
        await look_after(attempt_id, gateways, targets, clock=clock)
        return True
    refund_id = await _leased(_REFUND, now, gateways)
    if refund_id is None:
        return False
    await _refund(refund_id, gateways, clock=clock)
    return True


async def look_after(
    attempt_id: int, gateways: Gateways, targets: Targets, *, clock: Clock
) -> Attempt:
    """Ask a gateway about one payment, and take it to where the answer leads."""
    attempt = await Attempt.get(id=attempt_id)
    gateway = gateways[attempt.gateway]
    known = _known(attempt)
    ask = gateway.settle if attempt.state in RETURNED else gateway.look
    found = await ask(known) if attempt.gateway_ref else Found(verdict=Verdict.UNKNOWN)
    return await settling.apply(attempt_id, found, targets=targets, clock=clock)


async def _refund(refund_id: int, gateways: Gateways, *, clock: Clock) -> None:
    refund = await refunding.send(refund_id)
    again = refund is None
    if refund is None:
        refund = await Refund.get(id=refund_id)
    attempt = await Attempt.get(id=refund.attempt_id)
    gateway, known = gateways[attempt.gateway], _known(attempt)
    amount, ref = Paisa(refund.amount_paisa), refunding.ref_at_gateway(refund)
    if again:
        earlier = await refunding.known_at_gateway(attempt.id, but=refund_id)
        found = await gateway.look_refund(known, amount=amount, ref=ref, earlier=earlier)
    else:
        found = await gateway.refund(known, amount=amount, ref=ref, reason=refund.reason)
    wait = REFUND_AGAIN[refund.checks] if refund.checks < len(REFUND_AGAIN) else REFUND_THEN
    await refunding.settle(refund_id, found, again=await clock() + wait, clock=clock)


def _known(attempt: Attempt) -> Known:
    return Known(
        invoice=attempt.invoice,
        gateway_ref=attempt.gateway_ref,
        trx=attempt.gateway_trx,
        amount=Paisa(attempt.amount_paisa),
    )


async def _leased(sql: str, now: datetime, gateways: Gateways) -> int | None:
    rows = await get_connection("default").execute_query_dict(
        sql, [now, now + LEASE, list(gateways)]
    )
    return rows[0]["id"] if rows else None


_ATTEMPT = """
UPDATE payments_attempt SET check_at = $2 WHERE id =
    (SELECT id FROM payments_attempt WHERE check_at <= $1 AND gateway = ANY($3)
     ORDER BY check_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id
"""
_REFUND = """
UPDATE payments_refund SET check_at = $2 WHERE id =
    (SELECT r.id FROM payments_refund r JOIN payments_attempt a ON a.id = r.attempt_id
     WHERE r.check_at <= $1 AND a.gateway = ANY($3)
     ORDER BY r.check_at, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED)
RETURNING id
"""
