"""What services cost: options with their units, and the history of each price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts.rules import line_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.services import desk_keeping, rules
from hmk_graph.services.errors import OptionPriceChanged
from hmk_graph.services.events import DeskDescribed
from hmk_graph.services.models import (
    Category,
    Price,
    PriceOption,
    Service,
    ServiceState,
)

LONGEST_LABEL = 80
MOST_OPTIONS = 20
HISTORY_SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class NewOption:
    """A way to price a service. `minutes` is how long one unit takes, 5 to 1440."""

    label_bn: str
    unit: str
    minutes: int
    amount: Paisa
    label_en: str = ""
    needs_quote: bool = False


@whole_command
async def add_option(
    account_id: int, service_id: int, new: NewOption, *, idempotency_key: str, clock: Clock
) -> PriceOption:
    """Add a price to a service.

    Raises:
        NotFound: There is no such service of the person's.
        StaleState: It is retired.
        BadInput: The amount, unit, time or label is at fault, or there are too many.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    columns: dict[str, Any] = {
        "label_bn": line_of(new.label_bn, "labelBn", longest=LONGEST_LABEL),
        "label_en": line_of(new.label_en, "labelEn", longest=LONGEST_LABEL, shortest=0),
        "unit": new.unit,
        "minutes": rules.count_of(new.minutes, "minutes", least=5, most=rules.DAY_M),
        "needs_quote": new.needs_quote,
    }
    async with transaction(actor_id=account_id, command_id=idempotency_key) as events:
        given = {"service": service_id, "amount": new.amount, **columns}
        earlier = await recall(account_id, "addPriceOption", idempotency_key, **given)
        if earlier is not None:
            return await PriceOption.get(id=earlier["option_id"])
        service, category = await _mine_locked(account_id, service_id)
        _check(category, new.unit, new.amount)
        living = PriceOption.filter(service_id=service.id, retired_at=None)
        if await living.count() >= MOST_OPTIONS:
            raise BadInput("labelBn", why_bn="দাম বেশি হয়ে গেছে।", why_en="too many options.")
        now = await clock()
        option = await PriceOption.create(service_id=service.id, **columns)
        await Price.create(option_id=option.id, amount_paisa=new.amount, valid_from=now)
        await _note_lowest(service)
        await remember(account_id, "addPriceOption", idempotency_key, {"option_id": option.id})
        events.append(DeskDescribed(provider_id=service.provider_id))
    return option


@whole_command
async def change_price(
    account_id: int,
    option_id: int,
    amount: Paisa,
    *,
    seen: Paisa | None = None,
    idempotency_key: str,
    clock: Clock,
) -> PriceOption:
    """Set what an option costs from now on; the earlier price stays in the history.

    What is booked keeps its price, and who holds an old one in his hand is told the new one. `seen`
    is the price that the person looked at, so that of two pages open at once the later does not
    undo what the other did; None: whatever it is.

    Raises:
        OptionPriceChanged: The price is not the one that the person saw, nor the one he wants.
        NotFound: There is no such option of the person's.
        StaleState: Its service is retired. BadInput: The amount is at fault.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id, command_id=idempotency_key) as events:
        given = {"option": option_id, "amount": amount, "seen": seen}
        earlier = await recall(account_id, "changeServicePrice", idempotency_key, **given)
        if earlier is not None:
            return await PriceOption.get(id=earlier["option_id"])
        option, service, category = await _option_locked(account_id, option_id)
        _check(category, option.unit, amount)
        now = await clock()
        current = await Price.get(option_id=option.id, valid_to=None)
        if current.amount_paisa != amount:
            if seen is not None and current.amount_paisa != seen:
                raise OptionPriceChanged(Paisa(current.amount_paisa))
            current.valid_to = now
            await current.save(update_fields=["valid_to"])
            await Price.create(option_id=option.id, amount_paisa=amount, valid_from=now)
            await _note_lowest(service)
            events.append(DeskDescribed(provider_id=service.provider_id))
        await remember(account_id, "changeServicePrice", idempotency_key, {"option_id": option.id})
    return option


@whole_command
async def retire_option(account_id: int, option_id: int, *, clock: Clock) -> PriceOption:
    """Offer an option no more; a service that is shown keeps at least one.

    Raises:
        NotFound: There is no such option of the person's.
        StaleState: Its service is retired. BadInput: It is the last one.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        option, service, _ = await _option_locked(account_id, option_id)
        left = await PriceOption.filter(service_id=service.id, retired_at=None).count()
        if left == 1 and service.state is not ServiceState.DRAFT:
            raise BadInput("optionId", why_bn="একটি দাম রাখতে হবে।", why_en="one has to stay.")
        now = await clock()
        option.retired_at = now
        await option.save(update_fields=["retired_at"])
        await Price.filter(option_id=option.id, valid_to=None).update(valid_to=now)
        await _note_lowest(service)
        events.append(DeskDescribed(provider_id=service.provider_id))
    return option


async def options_of(service_ids: Sequence[int]) -> list[list[PriceOption]]:
    """Return the living options of each service, in the order in which they were added."""
    rows = await PriceOption.filter(
        service_id__in=list(set(service_ids)), retired_at=None
    ).order_by("id")
    found: dict[int, list[PriceOption]] = {service_id: [] for service_id in service_ids}
    for row in rows:
        found[row.service_id].append(row)
    return [found[service_id] for service_id in service_ids]


async def histories(option_ids: Sequence[int]) -> list[list[Price]]:
    """Return what each option cost, the newest first, at most fifty."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY option_id"
        " ORDER BY valid_from DESC) AS nth FROM services_price WHERE option_id = ANY($1)) AS p"
        " WHERE nth <= $2",
        [list(set(option_ids)), HISTORY_SHOWN],
    )
    found: dict[int, list[Price]] = {option_id: [] for option_id in option_ids}
    for price in await Price.filter(id__in=[row["id"] for row in rows]).order_by("-valid_from"):
        found[price.option_id].append(price)
    return [found[option_id] for option_id in option_ids]


async def provider_of(option_id: int) -> int:
    """Return whose a living option is.

    Raises:
        NotFound: There is none.
    """
    option = await PriceOption.get_or_none(id=option_id, retired_at=None).select_related("service")
    if option is None:
        raise NotFound
    return option.service.provider_id


async def price_now(option_id: int) -> tuple[PriceOption, Paisa]:
    """Return a living option with what it costs.

    Raises:
        NotFound: There is none, or it is offered no more.
    """
    option = await PriceOption.get_or_none(id=option_id, retired_at=None)
    price = await Price.get_or_none(option_id=option_id, valid_to=None)
    if option is None or price is None:
        raise NotFound
    return option, Paisa(price.amount_paisa)


async def current(option_ids: Sequence[int]) -> list[Paisa | None]:
    """Return what each option costs now; None for one that is retired."""
    rows = await Price.filter(option_id__in=list(set(option_ids)), valid_to=None)
    found = {row.option_id: Paisa(row.amount_paisa) for row in rows}
    return [found.get(option_id) for option_id in option_ids]


async def _mine_locked(account_id: int, service_id: int) -> tuple[Service, Category]:
    provider = await desk_keeping.mine_locked(account_id)
    service = await Service.select_for_update(no_key=True).get_or_none(
        id=service_id, provider_id=provider.id
    )
    if service is None:
        raise NotFound
    if service.state is ServiceState.RETIRED:
        open_states = sorted(set(ServiceState) - {ServiceState.RETIRED})
        raise StaleState(current=service.state, allowed=[str(state) for state in open_states])
    return service, await Category.get(id=service.category_id)


async def _option_locked(account_id: int, option_id: int) -> tuple[PriceOption, Service, Category]:
    option = await PriceOption.get_or_none(id=option_id, retired_at=None)
    if option is None:
        raise NotFound
    service, category = await _mine_locked(account_id, option.service_id)
    # Read anew: it may have been retired while we waited for the lock.
    living = await PriceOption.get_or_none(id=option_id, retired_at=None)
    if living is None:
        raise NotFound
    return living, service, category


def _check(category: Category, unit: str, amount: int) -> None:
    if unit not in category.units:
        raise BadInput(
            "unit",
            why_bn="তালিকা থেকে একক বেছে নিন।",
            why_en=f"choose one of: {', '.join(category.units)}.",
        )
    if category.payment_forbidden:
        if amount:
            raise BadInput("amount", why_bn="এর কোনো দাম নেই।", why_en="this has no price.")
        return
    rules.amount_of(amount, "amount")


async def _note_lowest(service: Service) -> None:
    rows: list[dict[str, Any]] = await get_connection("default").execute_query_dict(
        "UPDATE services_service SET version = version + 1, from_paisa ="
        " (SELECT min(p.amount_paisa) FROM services_price p"
        "  JOIN services_price_option o ON o.id = p.option_id"
        "  WHERE o.service_id = $1 AND p.valid_to IS NULL) WHERE id = $1 RETURNING from_paisa",
        [service.id],
    )
    service.from_paisa = rows[0]["from_paisa"]
