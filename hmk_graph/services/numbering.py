"""Numbers of a sitting: taken without a gap or a double, called in order, given back.

All of it happens under the sitting's lock; that no number is two people's is also the database's
word.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.services import desk_keeping, rules, sitting
from hmk_graph.services.booking_models import Serial, SerialState, Sitting, SittingState
from hmk_graph.services.errors import (
    HasSerial,
    NobodyWaits,
    NotBookable,
    OwnService,
    SittingFull,
    SittingNotOpen,
)
from hmk_graph.services.events import SerialMoved, YourTurnNears
from hmk_graph.services.machines import SERIAL, Actor, SerialCommand
from hmk_graph.services.models import Provider
from hmk_graph.services.stepping import step


@whole_command
async def take(citizen_id: int, sitting_id: int, *, idempotency_key: str, clock: Clock) -> Serial:
    """Take the lowest number that is free and not passed yet.

    Raises:
        NotFound: There is no such sitting.
        SittingNotOpen: It gives no numbers yet, or is over. SittingFull: All are taken.
        HasSerial: The person has one. OwnService: It is the person's own sitting.
        NotBookable: The provider takes nobody now.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=citizen_id, command_id=idempotency_key) as events:
        earlier = await recall(citizen_id, "takeSerial", idempotency_key, sitting=sitting_id)
        if earlier is not None:
            return await Serial.get(id=earlier["serial_id"])
        await access.acting(citizen_id)
        held = await sitting.locked(sitting_id)
        provider = await Provider.get(id=held.provider_id)
        if provider.account_id == citizen_id:
            raise OwnService
        now = await clock()
        if sitting.is_over(held) or not held.opens_at <= now < held.finishes_at:
            raise SittingNotOpen(opens_at=held.opens_at)
        if not desk_keeping.is_working(provider, held.starts_at):
            raise NotBookable
        number = await _free_number(held, citizen_id)
        serial = await Serial.create(
            sitting_id=held.id, citizen_id=citizen_id, number=number, taken_at=now
        )
        events.append(await _moved(held, serial))
        await remember(citizen_id, "takeSerial", idempotency_key, {"serial_id": serial.id})
    return serial


@whole_command
async def leave(citizen_id: int, serial_id: int) -> Serial:
    """Give one's number back; somebody else may have it. Twice is no matter.

    Raises:
        NotFound: There is no such number of the person's.
        StaleState: It was called or served already.
        NotAllowed: It is being called. NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=citizen_id) as events:
        await access.acting(citizen_id)
        held, serial = await _locked(serial_id)
        if serial.citizen_id != citizen_id:
            raise NotFound
        if serial.state is SerialState.LEFT:
            return serial
        await step(serial, SERIAL, SerialCommand.LEAVE, Actor.CITIZEN)
        events.append(await _moved(held, serial))
    return serial


@whole_command
async def call_next(account_id: int, sitting_id: int, *, clock: Clock) -> Sitting:
    """Serve who was called to the end, and call the next number that waits.

    Raises:
        NotFound: There is no such sitting of the person's. StaleState: It is not open.
        NobodyWaits: Nobody is left; who was called counts as served all the same.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    nobody = False
    async with transaction(actor_id=account_id) as events:
        _, held = await sitting.mine_locked(account_id, sitting_id)
        if held.state is not SittingState.OPEN:
            raise sitting.stale(held)
        now = await clock()
        events += await serve_called(held, now)
        following = await _waiting(held)
        if following:
            serial = following[0]
            await step(serial, SERIAL, SerialCommand.CALL, Actor.PROVIDER, called_at=now)
            held.now_serving = serial.number
            held.version += 1
            await held.save(update_fields=["now_serving", "version"])
            events.append(await _moved(held, serial))
            events += _tell_near(held, [serial, *following[1:]])
        else:
            # Who was called is served by now: a refusal in here would undo that.
            nobody = True
    if nobody:
        raise NobodyWaits
    return held


@whole_command
async def skip(account_id: int, serial_id: int) -> Serial:
    """Pass over who was called and did not come; he may return once.

    Raises:
        NotFound: There is no such number at a sitting of the person's.
        StaleState: It is not called. NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        held, serial = await _locked_at_mine(account_id, serial_id)
        await step(serial, SERIAL, SerialCommand.SKIP, Actor.PROVIDER)
        events.append(await _moved(held, serial))
    return serial


@whole_command
async def take_back(account_id: int, serial_id: int) -> Serial:
    """Let who was passed over wait again, by his old number; once.

    Raises:
        NotFound: There is no such number at a sitting of the person's.
        StaleState: It was not passed over, or returned before.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        held, serial = await _locked_at_mine(account_id, serial_id)
        if serial.returned:
            raise StaleState(current=serial.state, allowed=[])
        await step(serial, SERIAL, SerialCommand.RETURN, Actor.PROVIDER, returned=True)
        events.append(await _moved(held, serial))
    return serial


async def ahead_of(serial_ids: Sequence[int]) -> list[int]:
    """Return how many people are served before each number's: those who wait with lower ones."""
    rows = await get_connection("default").execute_query_dict(_AHEAD, [list(serial_ids)])
    found = {row["id"]: row["ahead"] for row in rows}
    return [found.get(serial_id, 0) for serial_id in serial_ids]


async def _free_number(held: Sitting, citizen_id: int) -> int:
    living = await Serial.filter(sitting_id=held.id).exclude(state=SerialState.LEFT)
    if any(serial.citizen_id == citizen_id for serial in living):
        raise HasSerial
    taken = {serial.number for serial in living}
    # A number that was passed already would never be called.
    for number in range(held.now_serving + 1, held.capacity + 1):
        if number not in taken:
            return number
    raise SittingFull


async def serve_called(held: Sitting, now: datetime) -> list[Event]:
    """Have who was called at a locked sitting be served; nobody need be."""
    serial = await Serial.get_or_none(sitting_id=held.id, state=SerialState.CALLED)
    if serial is None:
        return []
    await step(serial, SERIAL, SerialCommand.SERVE, Actor.PROVIDER, served_at=now)
    took = now - (serial.called_at or now)
    held.served_count += 1
    held.served_seconds += max(0, int(took.total_seconds()))
    held.version += 1
    await held.save(update_fields=["served_count", "served_seconds", "version"])
    return [await _moved(held, serial)]


async def _waiting(held: Sitting) -> list[Serial]:
    waiting = Serial.filter(sitting_id=held.id, state=SerialState.WAITING)
    return await waiting.order_by("number").limit(sitting.NEARS_AT + 1)


def _tell_near(held: Sitting, serials: Sequence[Serial]) -> list[Event]:
    return [
        YourTurnNears(
            account_id=serial.citizen_id,
            sitting_id=held.id,
            number=serial.number,
            ahead=ahead,
        )
        for ahead, serial in enumerate(serials)
        if ahead in (0, sitting.NEARS_AT)
    ]


async def _locked(serial_id: int) -> tuple[Sitting, Serial]:
    """Lock sitting and number, in this order."""
    found = await Serial.get_or_none(id=serial_id)
    if found is None:
        raise NotFound
    held = await sitting.locked(found.sitting_id)
    return held, await Serial.select_for_update(no_key=True).get(id=serial_id)


async def _locked_at_mine(account_id: int, serial_id: int) -> tuple[Sitting, Serial]:
    provider = await desk_keeping.mine_locked(account_id)
    held, serial = await _locked(serial_id)
    if held.provider_id != provider.id:
        raise NotFound
    return held, serial


async def _moved(held: Sitting, serial: Serial) -> SerialMoved:
    return SerialMoved(**await sitting.facts(held), number=serial.number, serial_state=serial.state)


def expected_at(held: Sitting, *, ahead: int, now: datetime) -> datetime:
    """Return about when a number is called that has so many before it."""
    mean = rules.mean_seconds(
        served_seconds=held.served_seconds,
        served_count=held.served_count,
        average_m=held.average_m,
    )
    begins = max(now, held.starts_at) if held.began_at is None else now
    return begins + ahead * timedelta(seconds=mean)


_AHEAD = """
SELECT s.id, (SELECT count(*) FROM services_serial o
              WHERE o.sitting_id = s.sitting_id AND o.number < s.number
                AND o.state IN ('WAITING', 'CALLED')) AS ahead
FROM services_serial s WHERE s.id = ANY($1)
"""
