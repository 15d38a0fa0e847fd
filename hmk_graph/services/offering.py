"""What a provider offers: written, handed in, paused, kept fresh, retired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hmk_graph import deadlines
from hmk_graph.accounts.errors import ApplicationIncomplete
from hmk_graph.accounts.rules import line_of, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.services import desk_keeping, rules
from hmk_graph.services.events import DeskDescribed, ServiceAsked, ServiceMoved
from hmk_graph.services.machines import SERVICE, Actor, ServiceCommand
from hmk_graph.services.models import Category, Provider, Service, ServiceState, Venue
from hmk_graph.services.stepping import step

GROW_STALE = "services.grow_stale"
LICENCE_ENDS = "services.licence_ends"
LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 2_000
LONGEST_LICENCE = 60
MOST_SERVICES = 20
_S = ServiceState
# An officer saw these words beside category and licence; only those send it back to him.
SHOWN = frozenset({_S.ACTIVE, _S.PAUSED, _S.STALE})
EDITABLE = SHOWN | {_S.DRAFT, _S.REJECTED}


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What is offered. Some categories need a licence; `licence_until` None: it does not end."""

    category_id: int
    title_bn: str
    title_en: str = ""
    description: str = ""
    venue: Venue = Venue.CUSTOMER
    licence_no: str = ""
    licence_until: date | None = None


@whole_command
async def draft(account_id: int, offer: Offer, *, idempotency_key: str, clock: Clock) -> Service:
    """Write down a service that one offers; it is handed in once it has a price.

    Raises:
        NotFound: The person is no provider, or there is no such category.
        BadInput: A text is at fault, the category holds finer ones, or there are too many.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    columns = _checked(offer)
    async with transaction(actor_id=account_id, command_id=idempotency_key):
        given = {**columns, "licence_until": str(columns["licence_until"])}
        earlier = await recall(account_id, "draftService", idempotency_key, **given)
        if earlier is not None:
            return await Service.get(id=earlier["service_id"])
        provider = await desk_keeping.mine_locked(account_id)
        await _check_category(offer.category_id)
        kept = Service.filter(provider_id=provider.id).exclude(state=_S.RETIRED)
        if await kept.count() >= MOST_SERVICES:
            raise BadInput("categoryId", why_bn="সেবা বেশি হয়ে গেছে।", why_en="too many services.")
        service = await Service.create(provider_id=provider.id, created_at=await clock(), **columns)
        await remember(account_id, "draftService", idempotency_key, {"service_id": service.id})
    return service


@whole_command
async def change(account_id: int, service_id: int, offer: Offer, *, clock: Clock) -> Service:
    """Write a service anew. Another category or licence sends it back to the officers.

    Raises:
        NotFound: There is no such service of the person's, or no such category.
        BadInput: A text is at fault. StaleState: It waits for an officer, or is retired.
        ApplicationIncomplete: Its category needs a licence.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    columns = _checked(offer)
    async with transaction(actor_id=account_id) as events:
        provider, service = await mine_locked(account_id, service_id)
        if service.state not in EDITABLE:
            raise StaleState(current=service.state, allowed=sorted(EDITABLE))
        await _check_category(offer.category_id)
        judged = ("category_id", "licence_no", "licence_until")
        anew = any(getattr(service, name) != columns[name] for name in judged)
        now = await clock()
        if service.state is _S.REJECTED:
            await step(service, SERVICE, ServiceCommand.REVISE, Actor.OWNER, **columns)
        elif service.state in SHOWN and anew:
            await _check_licence(offer)
            columns["submitted_at"] = now
            await step(service, SERVICE, ServiceCommand.REVISE, Actor.OWNER, **columns)
            events.append(moved(service))
        else:
            columns["version"] = service.version + 1
            service.update_from_dict(columns)
            await service.save(update_fields=list(columns))
            events.append(DeskDescribed(provider_id=provider.id))
        events.append(await desk_keeping.availability_changed(provider, now))
    return service


@whole_command
async def submit(account_id: int, service_id: int, *, clock: Clock) -> Service:
    """Hand a drafted service in.

    Raises:
        NotFound: There is no such service of the person's.
        ApplicationIncomplete: It has no price, or lacks the licence that its category needs.
        StaleState: It is no draft.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        _, service = await mine_locked(account_id, service_id)
        if service.from_paisa is None:
            raise ApplicationIncomplete(missing=["price"])
        await _check_licence(service)
        now = await clock()
        await step(service, SERVICE, ServiceCommand.SUBMIT, Actor.OWNER, submitted_at=now)
        events.append(moved(service))
    return service


@whole_command
async def pause(account_id: int, service_id: int, *, clock: Clock) -> Service:
    """Take a service off for a while.

    Raises:
        NotFound, StaleState, NotSignedIn, AccountSuspended: As for `submit`.
    """
    return await _owners_step(account_id, service_id, ServiceCommand.PAUSE, clock)


@whole_command
async def resume(account_id: int, service_id: int, *, clock: Clock) -> Service:
    """Offer a paused service again.

    Raises:
        NotFound, StaleState, NotSignedIn, AccountSuspended: As for `submit`.
    """
    return await _owners_step(account_id, service_id, ServiceCommand.RESUME, clock)


@whole_command
async def retire(account_id: int, service_id: int, *, clock: Clock) -> Service:
    """Offer a service no more. What is booked stays booked.

    Raises:
        NotFound, StaleState, NotSignedIn, AccountSuspended: As for `submit`.
    """
    return await _owners_step(account_id, service_id, ServiceCommand.RETIRE, clock)


@whole_command
async def confirm(account_id: int, service_id: int, *, clock: Clock) -> Service:
    """Say by one tap that a service is still right; a stale one is found again.

    Raises:
        NotFound, StaleState, NotSignedIn, AccountSuspended: As for `submit`.
    """
    async with transaction(actor_id=account_id) as events:
        provider, service = await mine_locked(account_id, service_id)
        now = await clock()
        fresh = {"verified_at": now, "asked_at": None}
        await step(service, SERVICE, ServiceCommand.CONFIRM, Actor.OWNER, **fresh)
        await deadlines.arm(GROW_STALE, service.id, now + rules.STALE_ASKED)
        events += [moved(service), await desk_keeping.availability_changed(provider, now)]
    return service


@whole_command
async def grow_stale(service_id: int, clock: Clock) -> datetime | None:
    """Ask after sixty days whether a service is still right, and hide it after ninety."""
    async with transaction() as events:
        found = await Service.get_or_none(id=service_id)
        if found is None:
            return None
        provider = await desk_keeping.locked(found.provider_id)
        service = await Service.select_for_update(no_key=True).get(id=service_id)
        if service.state is not _S.ACTIVE or service.verified_at is None:
            return None
        now = await clock()
        asked_from = service.verified_at + rules.STALE_ASKED
        hidden_from = service.verified_at + rules.STALE_HIDDEN
        if now < asked_from:
            return asked_from
        if now >= hidden_from:
            await step(service, SERVICE, ServiceCommand.GROW_STALE, Actor.CLOCK)
            events += [moved(service), await desk_keeping.availability_changed(provider, now)]
            return None
        if service.asked_at is None:
            service.asked_at = now
            await service.save(update_fields=["asked_at"])
            asked = ServiceAsked(
                provider_id=provider.id, service_id=service.id, hidden_by=hidden_from
            )
            events.append(asked)
    return hidden_from


@whole_command
async def licence_ends(service_id: int, clock: Clock) -> datetime | None:
    """Send a service whose licence has run out back to the officers."""
    async with transaction() as events:
        found = await Service.get_or_none(id=service_id)
        if found is None:
            return None
        provider = await desk_keeping.locked(found.provider_id)
        service = await Service.select_for_update(no_key=True).get(id=service_id)
        if service.state not in SHOWN or service.licence_until is None:
            return None
        now, ends = await clock(), rules.at_minute(service.licence_until, rules.DAY_M)
        if now < ends:
            return ends
        await step(service, SERVICE, ServiceCommand.LICENCE_ENDED, Actor.CLOCK, submitted_at=now)
        events += [moved(service), await desk_keeping.availability_changed(provider, now)]
    return None


def moved(service: Service) -> ServiceMoved:
    """Say where a service stands."""
    return ServiceMoved(
        provider_id=service.provider_id,
        service_id=service.id,
        state=service.state,
        reason=service.reason,
    )


async def _owners_step(
    account_id: int, service_id: int, command: ServiceCommand, clock: Clock
) -> Service:
    async with transaction(actor_id=account_id) as events:
        provider, service = await mine_locked(account_id, service_id)
        await step(service, SERVICE, command, Actor.OWNER)
        now = await clock()
        events += [moved(service), await desk_keeping.availability_changed(provider, now)]
        if service.state is _S.ACTIVE and service.verified_at is not None:
            # While it was paused nobody asked whether it is still right.
            await deadlines.arm(GROW_STALE, service.id, service.verified_at + rules.STALE_ASKED)
    return service


async def mine_locked(account_id: int, service_id: int) -> tuple[Provider, Service]:
    """Lock a service of a person's own, behind its provider.

    Raises:
        NotFound: There is no such service of the person's.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    provider = await desk_keeping.mine_locked(account_id)
    service = await Service.select_for_update(no_key=True).get_or_none(
        id=service_id, provider_id=provider.id
    )
    if service is None:
        raise NotFound
    return provider, service


def _checked(offer: Offer) -> dict[str, Any]:
    return {
        "category_id": offer.category_id,
        "title_bn": line_of(offer.title_bn, "titleBn", longest=LONGEST_TITLE),
        "title_en": line_of(offer.title_en, "titleEn", longest=LONGEST_TITLE, shortest=0),
        "description": text_of(offer.description, "description", longest=LONGEST_DESCRIPTION),
        "venue": offer.venue,
        "licence_no": line_of(offer.licence_no, "licenceNo", longest=LONGEST_LICENCE, shortest=0),
        "licence_until": offer.licence_until,
    }


async def _check_category(category_id: int) -> None:
    if not await Category.exists(id=category_id):
        raise NotFound
    if await Category.exists(parent_id=category_id):
        raise BadInput(
            "categoryId", why_bn="আরও নির্দিষ্ট শ্রেণি বেছে নিন।", why_en="choose one of its kinds."
        )


async def _check_licence(offer: Offer | Service) -> None:
    category = await Category.get(id=offer.category_id)
    if category.needs_licence and not offer.licence_no:
        raise ApplicationIncomplete(missing=["licenceNo"])
