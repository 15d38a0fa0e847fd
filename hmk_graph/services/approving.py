"""Officers of the area decide about providers and their services; nobody about himself."""

from __future__ import annotations

from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.accounts import access, residence, seconding
from hmk_graph.accounts.errors import NotOnOneself, SecondOfficerNeeded, StillOwing
from hmk_graph.accounts.rules import LONGEST_REASON, reason_of, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.services import desk_keeping, obligations, offering, papering, rules
from hmk_graph.services.events import ProviderDecided, ServiceMoved
from hmk_graph.services.machines import (
    PROVIDER,
    SERVICE,
    Actor,
    ProviderCommand,
    ServiceCommand,
)
from hmk_graph.services.models import Provider, Service, ServiceState
from hmk_graph.services.stepping import step
from hmk_graph.state_machines import states_for

NEED_REASON = frozenset(
    {
        *(ProviderCommand.ASK_FOR_MORE, ProviderCommand.REJECT),
        *(ProviderCommand.SUSPEND, ProviderCommand.TERMINATE),
    }
)
# After these nobody finds the provider's services, and none of them waits for an officer.
ENDING = frozenset({ProviderCommand.REJECT, ProviderCommand.TERMINATE})


@whole_command
async def decide(
    officer_id: int,
    provider_id: int,
    decision: ProviderCommand,
    *,
    reason: str = "",
    clock: Clock,
) -> Provider:
    """Decide about a provider, as an officer of the place where he is at home.

    Verifying approves the services that were handed in with the application. An end for good takes
    two officers, and waits until what is booked is over.

    Raises:
        NotFound: There is no such provider, or he is of another area.
        NotOnOneself: It is the officer himself.
        StaleState: The decision is not possible in his state.
        ReasonTooShort, BadInput: The reason is at fault, or the step is the owner's.
        PapersMissing: He has not shown what the categories of his services need.
        SecondOfficerNeeded: The same officer asked for the end before.
        StillOwing: Bookings or sittings are open.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    if decision is ProviderCommand.SUBMIT:
        raise BadInput("decision", why_bn="এটি আবেদনকারীর কাজ।", why_en="this is for the owner.")
    said = (
        reason_of(reason)
        if decision in NEED_REASON
        else text_of(reason, "reason", longest=LONGEST_REASON)
    )
    async with transaction(actor_id=officer_id) as events:
        provider = await _locked(officer_id, provider_id)
        if provider.state not in states_for(PROVIDER, decision):
            raise StaleState(current=provider.state, allowed=states_for(PROVIDER, decision))
        if decision is ProviderCommand.VERIFY:
            await papering.need(provider, await _waiting(provider.id))
        now = await clock()
        if decision is ProviderCommand.TERMINATE:
            if not await _agreed(officer_id, provider):
                await desk_keeping.write(provider, ending_asked_by_id=officer_id, reason=said)
                return provider
            await _end(officer_id, provider, said, now)
        else:
            actor = Actor.OFFICER
            await step(provider, PROVIDER, decision, actor, **_written(officer_id, said, now))
        events += await _consequences(provider, decision, officer_id, said, now)
    return provider


@whole_command
async def decide_service(
    officer_id: int, service_id: int, *, approved: bool, reason: str = "", clock: Clock
) -> Service:
    """Approve a service of a verified provider, or send it back with a reason.

    Raises:
        NotFound: There is no such service, or it is of another area.
        NotOnOneself: It is the officer's own.
        StaleState: It does not wait for an officer, or its provider is not verified.
        PapersMissing: The provider has not shown what its category needs.
        ReasonTooShort, BadInput: The reason is at fault.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    said = "" if approved else reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        found = await Service.get_or_none(id=service_id)
        if found is None:
            raise NotFound
        provider = await _locked(officer_id, found.provider_id)
        service = await Service.select_for_update(no_key=True).get(id=service_id)
        if provider.state not in states_for(PROVIDER, ProviderCommand.SUSPEND):
            allowed = states_for(PROVIDER, ProviderCommand.SUSPEND)
            raise StaleState(current=provider.state, allowed=allowed)
        now = await clock()
        if approved:
            await papering.need(provider, [service])
            events.append(await _approve(service, officer_id, now))
        else:
            decided = {"reason": said, "decided_by_id": officer_id, "decided_at": now}
            await step(service, SERVICE, ServiceCommand.REJECT, Actor.OFFICER, **decided)
            events.append(offering.moved(service))
        events.append(await desk_keeping.availability_changed(provider, now))
    return service


async def _locked(officer_id: int, provider_id: int) -> Provider:
    await access.acting(officer_id)
    provider = await desk_keeping.locked(provider_id)
    if not await access.is_officer_of(officer_id, await residence.path_of(provider.place_id)):
        raise NotFound
    if provider.account_id == officer_id:
        raise NotOnOneself
    return provider


async def _waiting(provider_id: int) -> list[Service]:
    waiting = Service.filter(provider_id=provider_id, state=ServiceState.PENDING_REVIEW)
    return await waiting.order_by("id")


async def _agreed(officer_id: int, provider: Provider) -> bool:
    """Say whether another officer, who still is one, has asked for the end already."""
    if provider.ending_asked_by_id == officer_id:
        raise SecondOfficerNeeded
    still_open = await obligations.open_work(provider.id)
    if still_open:
        raise StillOwing(open=still_open)
    return await seconding.counts(provider.ending_asked_by_id, provider.place_id)


async def _end(officer_id: int, provider: Provider, said: str, now: datetime) -> None:
    written = {
        **_written(officer_id, said, now),
        "decided_by_id": provider.ending_asked_by_id,
        "second_officer_id": officer_id,
    }
    await step(provider, PROVIDER, ProviderCommand.TERMINATE, Actor.TWO_OFFICERS, **written)


def _written(officer_id: int, said: str, now: datetime) -> dict[str, object]:
    return {
        "reason": said,
        "decided_by_id": officer_id,
        "decided_at": now,
        "ending_asked_by_id": None,
        "second_officer_id": None,
    }


async def _consequences(
    provider: Provider, decision: ProviderCommand, officer_id: int, said: str, now: datetime
) -> list[Event]:
    happened: list[Event] = [
        ProviderDecided(
            provider_id=provider.id,
            decision=decision,
            state=provider.state,
            reason=said,
            officer_id=provider.decided_by_id,
            second_officer_id=provider.second_officer_id,
            decided_at=now,
            due_at=provider.due_at,
        )
    ]
    if decision is ProviderCommand.VERIFY:
        happened += [
            await _approve(service, officer_id, now) for service in await _waiting(provider.id)
        ]
    if decision in ENDING:
        happened += await retire_all(provider)
    happened.append(await desk_keeping.availability_changed(provider, now))
    return happened


async def retire_all(provider: Provider) -> list[Event]:
    """Take all services of a locked provider off for good."""
    retired: list[Event] = []
    left = Service.filter(provider_id=provider.id).exclude(state=ServiceState.RETIRED)
    for service in await left.order_by("id"):
        await step(service, SERVICE, ServiceCommand.RETIRE, Actor.HOUSE)
        retired.append(offering.moved(service))
    return retired


async def _approve(service: Service, officer_id: int, now: datetime) -> ServiceMoved:
    await step(
        service,
        SERVICE,
        ServiceCommand.APPROVE,
        Actor.OFFICER,
        reason="",
        decided_by_id=officer_id,
        decided_at=now,
        verified_at=now,
        asked_at=None,
    )
    await deadlines.arm(offering.GROW_STALE, service.id, now + rules.STALE_ASKED)
    if service.licence_until is not None:
        ends = rules.at_minute(service.licence_until, rules.DAY_M)
        await deadlines.arm(offering.LICENCE_ENDS, service.id, ends)
    return offering.moved(service)
