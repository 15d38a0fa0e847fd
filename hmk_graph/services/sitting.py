"""Sittings: a doctor's chamber, a barber's evening, where people are served by number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hmk_graph import deadlines
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.services import desk_keeping, occupying, pricing, rules
from hmk_graph.services.booking_models import (
    Serial,
    SerialState,
    Sitting,
    SittingState,
)
from hmk_graph.services.errors import NotBookable
from hmk_graph.services.events import SittingMoved
from hmk_graph.services.machines import (
    SITTING,
    Actor,
    SittingCommand,
)
from hmk_graph.services.models import (
    Category,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    Way,
)
from hmk_graph.services.stepping import step

END = "services.end_sitting"
LONGEST_SITTING = timedelta(hours=16)
FARTHEST = timedelta(days=60)
MOST_NUMBERS = 200
# The nth person from now is told that his turn nears.
NEARS_AT = 2


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A sitting to be: which price, from when to when, how many, how long each takes.

    `opens_at` None: numbers are given at once.
    """

    option_id: int
    starts_at: datetime
    finishes_at: datetime
    capacity: int
    average_m: int
    opens_at: datetime | None = None


@whole_command
async def plan(account_id: int, wanted: Plan, *, idempotency_key: str, clock: Clock) -> Sitting:
    """Announce a sitting. It takes the provider's time, so that nobody books him then.

    Raises:
        NotFound: There is no such price of the person's.
        NotBookable: The service is not shown, or its category knows no numbers.
        SlotTaken: The time is taken. BadInput: The times or numbers are at fault.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    rules.count_of(wanted.capacity, "capacity", least=1, most=MOST_NUMBERS)
    rules.count_of(wanted.average_m, "averageMinutes", least=1, most=240)
    async with transaction(actor_id=account_id, command_id=idempotency_key) as events:
        given = {name: str(value) for name, value in vars(wanted).items()}
        earlier = await recall(account_id, "planSitting", idempotency_key, **given)
        if earlier is not None:
            return await Sitting.get(id=earlier["sitting_id"])
        provider = await desk_keeping.mine_locked(account_id)
        option, amount = await pricing.price_now(wanted.option_id)
        service = await Service.get(id=option.service_id)
        if service.provider_id != provider.id:
            raise NotFound
        await _check_shown(service, provider)
        now = await clock()
        _check_times(wanted, now)
        sitting = await Sitting.create(
            provider_id=provider.id,
            service_id=service.id,
            option_id=option.id,
            day=rules.day_of(wanted.starts_at),
            starts_at=wanted.starts_at,
            finishes_at=wanted.finishes_at,
            opens_at=wanted.opens_at or now,
            capacity=wanted.capacity,
            average_m=wanted.average_m,
            amount_paisa=amount,
        )
        await occupying.take_for_sitting(provider, sitting)
        await deadlines.arm(END, sitting.id, sitting.finishes_at)
        events.append(SittingMoved(**await facts(sitting)))
        await remember(account_id, "planSitting", idempotency_key, {"sitting_id": sitting.id})
    return sitting


@whole_command
async def begin(account_id: int, sitting_id: int, *, clock: Clock) -> Sitting:
    """Begin to serve.

    Raises:
        NotFound: There is no such sitting of the person's. StaleState: It is not planned.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider, sitting = await mine_locked(account_id, sitting_id)
        if sitting.state is SittingState.OPEN:
            return sitting
        now = await clock()
        await step(sitting, SITTING, SittingCommand.BEGIN, Actor.PROVIDER, began_at=now)
        events.append(SittingMoved(**await facts(sitting)))
        events.append(await desk_keeping.availability_changed(provider, now))
    return sitting


async def mine_locked(account_id: int, sitting_id: int) -> tuple[Provider, Sitting]:
    """Lock a person's desk, then one of its sittings.

    Raises:
        NotFound: There is none of the person's.
    """
    provider = await desk_keeping.mine_locked(account_id)
    sitting = await locked(sitting_id)
    if sitting.provider_id != provider.id:
        raise NotFound
    return provider, sitting


async def locked(sitting_id: int) -> Sitting:
    """Lock a sitting until the transaction ends.

    Raises:
        NotFound: There is no such sitting.
    """
    sitting = await Sitting.select_for_update(no_key=True).get_or_none(id=sitting_id)
    if sitting is None:
        raise NotFound
    return sitting


async def facts(sitting: Sitting) -> dict[str, Any]:
    """Return what every event of a locked sitting says. `Any`: by the names of its fields."""
    living = await Serial.filter(sitting_id=sitting.id).exclude(state=SerialState.LEFT)
    return {
        "sitting_id": sitting.id,
        "state": sitting.state.value,
        "taken": len(living),
        "now_serving": sitting.now_serving,
        "waiting": sum(one.state is SerialState.WAITING for one in living),
        "mean_seconds": rules.mean_seconds(
            served_seconds=sitting.served_seconds,
            served_count=sitting.served_count,
            average_m=sitting.average_m,
        ),
    }


async def _check_shown(service: Service, provider: Provider) -> None:
    category = await Category.get(id=service.category_id)
    shown = service.state is ServiceState.ACTIVE and provider.state is ProviderState.VERIFIED
    if not shown or Way.SERIAL not in category.ways:
        raise NotBookable


def _check_times(wanted: Plan, now: datetime) -> None:
    length = wanted.finishes_at - wanted.starts_at
    ahead = now < wanted.finishes_at and wanted.starts_at <= now + FARTHEST
    opens_before_end = wanted.opens_at is None or wanted.opens_at < wanted.finishes_at
    if not (timedelta(0) < length <= LONGEST_SITTING and ahead and opens_before_end):
        raise BadInput(
            "startsAt",
            why_bn="বৈঠকের সময় ঠিক নেই।",
            why_en="it ends after its start, within sixteen hours, in the next sixty days.",
        )


def is_over(sitting: Sitting) -> bool:
    """Say whether a sitting gives no more numbers, whatever the clock says."""
    return sitting.state in (SittingState.CLOSED, SittingState.CANCELLED)


def stale(sitting: Sitting) -> StaleState:
    """Return the refusal of what is possible at an open sitting only."""
    return StaleState(current=sitting.state, allowed=[SittingState.OPEN])
