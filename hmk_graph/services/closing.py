"""A sitting comes to its end: by its provider, or by the clock when he forgets it."""

from __future__ import annotations

from datetime import datetime, timedelta

from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.services import desk_keeping, freeing, numbering
from hmk_graph.services import sitting as sittings
from hmk_graph.services.booking_models import (
    Occupancy,
    Serial,
    SerialState,
    Sitting,
    SittingState,
)
from hmk_graph.services.events import SittingMoved, YourSittingEnded
from hmk_graph.services.machines import SERIAL, SITTING, Actor, SerialCommand, SittingCommand
from hmk_graph.services.models import Provider
from hmk_graph.services.stepping import step

# Chambers run on past their hour while people wait. One in which nobody was called for so long
# is over, whatever its provider forgot to say.
QUIET = timedelta(hours=1)
THERE = [SerialState.WAITING, SerialState.CALLED, SerialState.SKIPPED]


@whole_command
async def end(account_id: int, sitting_id: int, *, clock: Clock) -> Sitting:
    """End a sitting: who was called is served by now, whoever still waits is told.

    Raises:
        NotFound: There is no such sitting of the person's. StaleState: It has not begun.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider, sitting = await sittings.mine_locked(account_id, sitting_id)
        events += await _end(provider, sitting, Actor.PROVIDER, await clock())
    return sitting


@whole_command
async def call_off(account_id: int, sitting_id: int, *, clock: Clock) -> Sitting:
    """Call a sitting off; whoever waits is told.

    Raises:
        NotFound: There is no such sitting of the person's. StaleState: It is over.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider, sitting = await sittings.mine_locked(account_id, sitting_id)
        events += await _call_off(provider, sitting, Actor.PROVIDER, await clock())
    return sitting


@whole_command
async def end_overdue(sitting_id: int, clock: Clock) -> datetime | None:
    """Call off what was never begun, and end what has gone quiet, once its hour is over."""
    async with transaction() as events:
        found = await Sitting.get_or_none(id=sitting_id)
        if found is None:
            return None
        provider = await desk_keeping.locked(found.provider_id)
        sitting = await sittings.locked(sitting_id)
        if sittings.is_over(sitting):
            return None
        now, ends = await clock(), await _ends(sitting)
        if now < ends:
            return ends
        close = _call_off if sitting.state is SittingState.PLANNED else _end
        events += await close(provider, sitting, Actor.CLOCK, now)
    return None


async def _ends(sitting: Sitting) -> datetime:
    """Return when the clock ends a sitting, as it stands."""
    there = Serial.filter(
        sitting_id=sitting.id, state__in=[SerialState.WAITING, SerialState.CALLED]
    )
    if sitting.began_at is None or not await there.exists():
        return sitting.finishes_at
    last = (
        await Serial.filter(sitting_id=sitting.id, called_at__isnull=False)
        .order_by("-called_at")
        .first()
    )
    heard = last.called_at if last is not None else None
    return max(sitting.finishes_at, (heard or sitting.began_at) + QUIET)


async def _end(provider: Provider, sitting: Sitting, actor: Actor, now: datetime) -> list[Event]:
    await step(sitting, SITTING, SittingCommand.END, actor)
    served = await numbering.serve_called(sitting, now)
    return served + await _over(provider, sitting, now)


async def _call_off(
    provider: Provider, sitting: Sitting, actor: Actor, now: datetime
) -> list[Event]:
    await step(sitting, SITTING, SittingCommand.CALL_OFF, actor)
    return await _over(provider, sitting, now)


async def _over(provider: Provider, sitting: Sitting, now: datetime) -> list[Event]:
    await Occupancy.filter(sitting_id=sitting.id).delete()
    return [
        *await _send_home(sitting),
        SittingMoved(**await sittings.facts(sitting)),
        await desk_keeping.availability_changed(provider, now),
        *await freeing.tell(provider.id, (sitting.starts_at, sitting.finishes_at), now),
    ]


async def _send_home(sitting: Sitting) -> list[Event]:
    told: list[Event] = []
    for serial in await Serial.filter(sitting_id=sitting.id, state__in=THERE).order_by("number"):
        await step(serial, SERIAL, SerialCommand.LEAVE, Actor.HOUSE)
        told.append(
            YourSittingEnded(
                account_id=serial.citizen_id,
                sitting_id=sitting.id,
                number=serial.number,
                state=sitting.state,
            )
        )
    return told
