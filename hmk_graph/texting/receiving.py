"""Keeps what comes in: each message once, whatever the gateway repeats."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.texting import understanding
from hmk_graph.texting.models import Message
from hmk_graph.texting.ports import Incoming

LARGEST_BODY = 16 * 1024
# How long a signature is good: a gateway's clock may be a little off, a thief's copy is older.
SIGNED_WITHIN = timedelta(minutes=5)
KEPT = timedelta(days=30)


def is_fresh(signed_at: datetime, now: datetime) -> bool:
    """Say whether a signature may still be used; repetitions within that time act once anyway."""
    return abs(now - signed_at) <= SIGNED_WITHIN


@whole_command
async def receive(incoming: Incoming, *, clock: Clock) -> bool:
    """Keep a message for the worker; False if it was known by its number. The first text stands."""
    async with transaction():
        person = await Account.get_or_none(phone=incoming.phone)
        rows = await get_connection("default").execute_query_dict(
            "INSERT INTO texting_message (gateway_ref, phone, account_id, text, state, attempts,"
            " due_at, received_at, reply, why)"
            " VALUES ($1, $2, $3, $4, 'RECEIVED', 0, $5, $5, '', '')"
            " ON CONFLICT (gateway_ref) DO NOTHING RETURNING id",
            [
                incoming.gateway_ref,
                incoming.phone,
                person.id if person else None,
                understanding.plain_of(incoming.text),
                await clock(),
            ],
        )
    return bool(rows)


async def prune(until: datetime) -> int:
    """Delete messages that came before a moment, and return how many."""
    return await Message.filter(received_at__lt=until).delete()


async def forget(account_id: int) -> None:
    """Drop all that an erased person wrote."""
    await Message.filter(account_id=account_id).delete()
