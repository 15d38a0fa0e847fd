"""The inbox: what a gateway sends is kept word for word, and believed only after asking back."""

from __future__ import annotations

from collections.abc import Mapping

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.payments.machines import GATEWAY, PAYER, AttemptCommand
from hmk_graph.payments.paying import locked_attempt, take
from hmk_graph.payments.paying_models import Attempt, AttemptState
from hmk_graph.payments.ports import Gateway

LARGEST_BODY = 64 * 1024


@whole_command
async def receive(gateway: Gateway, body: str, headers: Mapping[str, str], *, clock: Clock) -> bool:
    """Keep a callback, and have the payment it names asked after at once; False if it was known.

    The same one fifty times is one. A body of ours that nobody signed is refused before it is kept.

    Raises:
        Forged: It is not from the gateway.
    """
    notice = await gateway.read(body, headers)
    async with transaction():
        now = await clock()
        rows = await get_connection("default").execute_query_dict(
            "INSERT INTO payments_callback (gateway, event_key, invoice, body, received_at, note)"
            " VALUES ($1, $2, $3, $4, $5, '') ON CONFLICT (gateway, event_key) DO NOTHING"
            " RETURNING id",
            [gateway.name, notice.event_key, notice.invoice, body, now],
        )
        if not rows:
            return False
        attempt = await _attempt_of(gateway.name, notice.invoice, notice.gateway_ref)
        if attempt is not None:
            await _ask_now(attempt.id, GATEWAY, clock=clock)
        await get_connection("default").execute_query(
            "UPDATE payments_callback SET done_at = $2, note = $3 WHERE id = $1",
            [rows[0]["id"], now, "" if attempt else "no payment of ours"],
        )
    return True


@whole_command
async def returned(gateway_name: str, invoice: str, *, clock: Clock) -> Attempt | None:
    """Note that a payer's browser came back; what its address says decides nothing.

    Returns the try to look after, or None if there is none by this number.
    """
    async with transaction():
        attempt = await _attempt_of(gateway_name, invoice, None)
        if attempt is not None:
            await _ask_now(attempt.id, PAYER, clock=clock)
    return attempt


async def _attempt_of(
    gateway_name: str, invoice: str | None, gateway_ref: str | None
) -> Attempt | None:
    if invoice is not None:
        return await Attempt.get_or_none(gateway=gateway_name, invoice=invoice)
    if gateway_ref is not None:
        return await Attempt.get_or_none(gateway=gateway_name, gateway_ref=gateway_ref)
    return None


async def _ask_now(attempt_id: int, actor: str, *, clock: Clock) -> None:
    attempt = await locked_attempt(attempt_id)
    if attempt.state in (AttemptState.CAPTURED, AttemptState.REVIEW):
        return
    now = await clock()
    if attempt.state is AttemptState.REDIRECTED:
        await take(attempt, AttemptCommand.RETURN, actor, check_at=now)
    else:
        await Attempt.filter(id=attempt.id).update(check_at=now)
