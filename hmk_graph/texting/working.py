"""Works messages off: does what each wants, then sends the answer, both under a lease.

A message is done at least once, by activities that do the same key once; the messages of one phone
are done in the order in which they came. An answer goes out at most once, for it costs money.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.clock import Clock, midnight_after
from hmk_graph.errors import DomainError
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.notifications.ports import NobodyKnows, NotTaken, SendText
from hmk_graph.texting import answering, understanding, wording
from hmk_graph.texting.models import Message, MessageState
from hmk_graph.texting.ports import Doors

log = logging.getLogger(__name__)

# Longer than all that is waited for, so that a slow worker keeps its lease.
LEASE = timedelta(seconds=60)
FIRST_WAIT = timedelta(seconds=1)
MOST_ATTEMPTS = 5
# Each answer costs money, and a stolen phone writes quickly. The next one is told so, once.
MOST_A_DAY = 50


async def act_next(doors: Doors, *, clock: Clock) -> bool:
    """Do what the message wants that waits for the longest; return whether there was one."""
    message = await _take(MessageState.RECEIVED, MessageState.ACTING, clock)
    if message is None:
        return False
    if message.attempts > MOST_ATTEMPTS:
        await _settle(message, _answered(message, wording.given_up()), clock)
        return True
    many = await _of_that_day(message)
    if many > MOST_A_DAY:
        told = many == MOST_A_DAY + 1
        changes = _answered(message, wording.enough()) if told else {"state": MessageState.IGNORED}
        await _settle(message, changes | {"why": "enough today"}, clock)
        return True
    try:
        reply = await answering.answer(message, doors, clock=clock)
    except (OSError, DomainError, *event_log.RETRYABLE, *event_log.LOST) as error:
        log.info("A message has to wait: %r", error)
        await _put_off(message, clock)
    except Exception:
        # An edge: one message that we fail to serve must not keep all others waiting.
        log.exception("A message failed; it will be tried again.")
        await _put_off(message, clock)
    else:
        await _settle(message, {"state": MessageState.ANSWERED, "reply": reply}, clock)
    return True


async def reply_next(send: SendText, *, clock: Clock) -> bool:
    """Send the answer that waits for the longest; return whether there was one."""
    message = await _take(MessageState.ANSWERED, MessageState.SENDING, clock)
    if message is None:
        return False
    if message.why == "lost":
        return True
    try:
        await send(message.phone, message.reply)
    except NotTaken:
        if message.attempts >= MOST_ATTEMPTS:
            await _settle(message, {"state": MessageState.FAILED, "why": "not taken"}, clock)
        else:
            await _put_off(message, clock)
    except NobodyKnows:
        await _settle(message, {"state": MessageState.FAILED, "why": "nobody knows"}, clock)
    else:
        await _settle(message, {"state": MessageState.SENT}, clock)
    return True


@whole_command
async def _take(waits: MessageState, leased: MessageState, clock: Clock) -> Message | None:
    """Take a lease on what waits for the longest.

    Of an answer whose lease ran out nobody knows whether it went out: it is not sent again.
    """
    async with transaction():
        now = await clock()
        rows = await get_connection("default").execute_query_dict(
            _NEXT, [[waits.value, leased.value], now]
        )
        if not rows:
            return None
        message = await Message.get(id=rows[0]["id"])
        changes: dict[str, Any] = {  # Any: columns
            "state": leased,
            "attempts": message.attempts + 1,
            "due_at": now + LEASE,
        }
        if message.state is MessageState.SENDING:
            changes = {"state": MessageState.FAILED, "why": "lost"}
        await Message.filter(id=message.id).update(**changes)
        return await Message.get(id=message.id)


def _answered(message: Message, reply: wording.Reply) -> dict[str, Any]:  # Any: columns
    text = reply.said(in_bengali=understanding.is_bengali(message.text))
    return {"state": MessageState.ANSWERED, "reply": text}


async def _of_that_day(message: Message) -> int:
    """Return the how many-th message of its phone this is on its day."""
    began = midnight_after(message.received_at) - timedelta(days=1)
    return await Message.filter(
        phone=message.phone, received_at__gte=began, id__lte=message.id
    ).count()


async def _put_off(message: Message, clock: Clock) -> None:
    back = {
        MessageState.ACTING: MessageState.RECEIVED,
        MessageState.SENDING: MessageState.ANSWERED,
    }[message.state]
    wait = FIRST_WAIT * (1 << message.attempts)
    await _settle(message, {"state": back}, clock, wait=wait)


@whole_command
async def _settle(
    message: Message, changes: dict[str, Any], clock: Clock, *, wait: timedelta = timedelta()
) -> None:
    """Write down how it went, unless the lease ran out and another has taken it since."""
    async with transaction():
        due_at: datetime = await clock() + wait
        is_new = changes["state"] is MessageState.ANSWERED and message.state is MessageState.ACTING
        attempts = 0 if is_new else message.attempts
        await Message.filter(id=message.id, state=message.state, attempts=message.attempts).update(
            due_at=due_at, attempts=attempts, **changes
        )


# Whoever writes twice is served in that order: an earlier message of his phone goes first.
_NEXT = """
SELECT m.id FROM texting_message m
WHERE m.state = ANY($1) AND m.due_at <= $2 AND NOT EXISTS (
    SELECT 1 FROM texting_message earlier
    WHERE earlier.phone = m.phone AND earlier.id < m.id AND earlier.state = ANY($1)
)
ORDER BY m.due_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED
"""
