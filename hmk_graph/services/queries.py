"""Reads of providers and what they offer. What a viewer may not know does not exist for him.

A provider is his own and his officers' business until he is verified; what he offers is everybody's
while it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tortoise.connection import get_connection
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access, residence
from hmk_graph.accounts import queries as account_queries
from hmk_graph.accounts.models import AccountState
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.money import Paisa
from hmk_graph.services import categories, desk_keeping, holding, occupying, rules
from hmk_graph.services.machines import PROVIDER, SERVICE, Actor, ProviderCommand
from hmk_graph.services.models import (
    Category,
    Gender,
    PriceOption,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    Signal,
    SpecialDay,
    Way,
)
from hmk_graph.state_machines import allowed

MOST_DAYS = 14
# What a citizen of services sees of a provider who is no longer verified: bookings name him still.
PUBLIC_STATES = (ProviderState.VERIFIED, ProviderState.SUSPENDED, ProviderState.TERMINATED)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a citizen looks for. What is None does not matter."""

    category_id: int | None = None
    place_id: int | None = None
    dearest: Paisa | None = None
    free_now: bool = False
    gender: Gender | None = None
    way: Way | None = None


async def on_offer(wanted: Wanted, *, at: datetime) -> QuerySet[Service]:
    """Return the services that are shown and fit, without an order.

    A place is met by who serves it, something in it, or all around it.
    """
    # Not by leaving out who is away: what is null is neither away nor not.
    there = (
        Q(provider__closed_from__isnull=True)
        | Q(provider__closed_from__gt=at)
        | Q(provider__closed_to__lte=at)
    )
    found = Service.filter(
        there,
        state=ServiceState.ACTIVE,
        provider__state=ProviderState.VERIFIED,
        provider__account__state=AccountState.ACTIVE,
    )
    if wanted.category_id is not None:
        found = found.filter(category_id__in=await categories.with_children(wanted.category_id))
    if wanted.place_id is not None:
        try:
            path = await residence.path_of(wanted.place_id)
        except NotFound:
            return found.filter(id=0)
        found = found.filter(
            Q(provider__reach__contains=[wanted.place_id]) | Q(provider__served__overlap=path)
        )
    if wanted.dearest is not None:
        found = found.filter(from_paisa__lte=wanted.dearest)
    if wanted.gender is not None:
        found = found.filter(provider__gender=wanted.gender)
    if wanted.way is not None:
        found = found.filter(category__ways__contains=[wanted.way.value])
    return await _free(found, at) if wanted.free_now else found


async def _free(found: QuerySet[Service], at: datetime) -> QuerySet[Service]:
    """Keep those whose switch says FREE, freshly enough for the category, and who are not busy."""
    fresh = Q(
        category__kind__in=sorted(rules.VEHICLES),
        provider__signal_at__gt=at - rules.SIGNAL_OF_VEHICLES,
    ) | Q(
        Q(provider__signal_at__gt=at - rules.SIGNAL_OF_PEOPLE),
        ~Q(category__kind__in=sorted(rules.VEHICLES)),
    )
    lasting = Q(provider__signal_until__isnull=True) | Q(provider__signal_until__gt=at)
    free = found.filter(fresh, lasting, provider__signal=Signal.FREE)
    busy = await desk_keeping.busy_until(
        [int(str(one)) for one in await free.values_list("provider_id", flat=True)], at
    )
    return free.exclude(provider_id__in=list(busy)) if busy else free


async def visible_providers(
    viewer_id: int | None, provider_ids: Sequence[int]
) -> list[Provider | None]:
    """Return the providers that the viewer may see, in the order of the ids; None for others."""
    found = {
        one.id: one
        for one in await Provider.filter(id__in=list(set(provider_ids))).prefetch_related("place")
    }
    areas = await account_queries.areas_of(viewer_id)

    def may_see(one: Provider) -> bool:
        if one.state in PUBLIC_STATES or one.account_id == viewer_id:
            return True
        return areas is None or not set(areas).isdisjoint(one.place.path)

    return [
        one if (one := found.get(provider_id)) and may_see(one) else None
        for provider_id in provider_ids
    ]


async def visible_provider(viewer_id: int | None, provider_id: int) -> Provider:
    """Return a provider that the viewer may see.

    Raises:
        NotFound: There is none, or he is none of the viewer's business.
    """
    [provider] = await visible_providers(viewer_id, [provider_id])
    if provider is None:
        raise NotFound
    return provider


async def visible_services(
    viewer_id: int | None, service_ids: Sequence[int]
) -> list[Service | None]:
    """Return the services that the viewer may see, in the order of the ids; None for others.

    One that is shown or was shown is everybody's, for bookings name it; others are seen by their
    provider and the officers of his place.
    """
    found = {
        one.id: one
        for one in await Service.filter(id__in=list(set(service_ids))).prefetch_related(
            "provider__place"
        )
    }
    areas = await account_queries.areas_of(viewer_id)

    def may_see(one: Service) -> bool:
        was_shown = one.verified_at is not None and one.state is not ServiceState.PENDING_REVIEW
        if one.provider.account_id == viewer_id or was_shown:
            return True
        return areas is None or not set(areas).isdisjoint(one.provider.place.path)

    return [
        one if (one := found.get(service_id)) and may_see(one) else None
        for service_id in service_ids
    ]


async def visible_service(viewer_id: int | None, service_id: int) -> Service:
    """Return a service that the viewer may see.

    Raises:
        NotFound: There is none, or it is none of the viewer's business.
    """
    [service] = await visible_services(viewer_id, [service_id])
    if service is None:
        raise NotFound
    return service


async def booked_services(service_ids: Sequence[int]) -> list[Service | None]:
    """Return the services that bookings and sittings name, for those who may see these.

    What was booked stays known to its citizen while officers look at it anew.
    """
    found = await Service.in_bulk(list(set(service_ids)), "id")
    return [found.get(service_id) for service_id in service_ids]


async def services_of(viewer_id: int | None, provider_ids: Sequence[int]) -> list[list[Service]]:
    """Return what each provider offers: to himself all but the retired, to others what shows."""
    rows = (
        await Service.filter(provider_id__in=list(set(provider_ids)))
        .exclude(state=ServiceState.RETIRED)
        .order_by("id")
    )
    seen = await visible_services(viewer_id, [row.id for row in rows])
    found: dict[int, list[Service]] = {provider_id: [] for provider_id in provider_ids}
    for row in seen:
        if row is not None:
            found[row.provider_id].append(row)
    return [found[provider_id] for provider_id in provider_ids]


async def desk_of(account_id: int) -> Provider | None:
    """Return a person's newest standing as a provider, or None if there never was one."""
    return await Provider.filter(account_id=account_id).order_by("-id").first()


async def waiting_providers(officer_id: int, states: Sequence[ProviderState]) -> QuerySet[Provider]:
    """Return the providers of an officer's areas in some states, but himself."""
    found = Provider.filter(state__in=list(states)).exclude(account_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(place__path__overlap=areas)


async def decides_about(officer_id: int, person_id: int) -> bool:
    """Say whether somebody decides, or has decided, as an officer about a person as a provider.

    What is only drafted is nobody's business yet.
    """
    handed_in = [state for state in ProviderState if state is not ProviderState.DRAFT]
    seen = await waiting_providers(officer_id, handed_in)
    return await seen.filter(account_id=person_id).exists()


async def waiting_services(officer_id: int) -> QuerySet[Service]:
    """Return the services of an officer's areas that wait for him, of verified providers."""
    found = Service.filter(
        state=ServiceState.PENDING_REVIEW, provider__state=ProviderState.VERIFIED
    ).exclude(provider__account_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(provider__place__path__overlap=areas)


async def availabilities(
    at: datetime, kind: str, provider_ids: Sequence[int]
) -> list[rules.Availability]:
    """Return whether each provider is free; a signal about a vehicle lives shorter."""
    lives = rules.SIGNAL_OF_VEHICLES if kind in rules.VEHICLES else rules.SIGNAL_OF_PEOPLE
    found = await Provider.in_bulk(list(set(provider_ids)), "id")
    busy = await desk_keeping.busy_until(list(found), at)
    return [
        desk_keeping.availability_of(found[one], busy.get(one), at, lives)
        if one in found
        else rules.UNKNOWN
        for one in provider_ids
    ]


async def is_officer_for(viewer_id: int, provider: Provider) -> bool:
    """Say whether the viewer decides about a provider."""
    if provider.account_id == viewer_id:
        return False
    return await access.is_officer_of(viewer_id, await residence.path_of(provider.place_id))


async def actors(viewer_id: int | None, provider_ids: Sequence[int]) -> list[tuple[Actor, ...]]:
    """Return in which parts the viewer may decide about each provider; none: as a stranger."""
    rows = await Provider.filter(id__in=list(set(provider_ids))).prefetch_related("place")
    found = {one.id: one for one in rows}
    areas = await account_queries.areas_of(viewer_id)

    def parts(one: Provider) -> tuple[Actor, ...]:
        if one.account_id == viewer_id:
            return (Actor.OWNER,)
        officer = areas is None or not set(areas).isdisjoint(one.place.path)
        return (Actor.OFFICER, Actor.TWO_OFFICERS) if officer else ()

    return [parts(found[one]) if one in found else () for one in provider_ids]


def provider_commands(provider: Provider, parts: Sequence[Actor]) -> list[ProviderCommand]:
    """Return what may be done with a provider's standing now by whoever has these parts."""
    return _known(allowed(PROVIDER, provider.state, *parts))


def service_commands(viewer_id: int | None, service: Service, provider: Provider) -> list[str]:
    """Return what the owner may do with a service now; to others, nothing."""
    if provider.account_id != viewer_id:
        return []
    return allowed(SERVICE, service.state, Actor.OWNER)


def _known(commands: Sequence[str]) -> list[ProviderCommand]:
    return [ProviderCommand(command) for command in commands]


async def special_days(provider_ids: Sequence[int]) -> list[list[SpecialDay]]:
    """Return the special days of each provider that are not past for a day, by date."""
    found: dict[int, list[SpecialDay]] = {provider_id: [] for provider_id in provider_ids}
    for day in await SpecialDay.filter(provider_id__in=list(found)).order_by("day"):
        found[day.provider_id].append(day)
    return [found[provider_id] for provider_id in provider_ids]


async def free_starts(
    service: Service, option_id: int, *, day: date, days: int, at: datetime
) -> list[datetime]:
    """Return at which times an option of a service can begin, on some dates in Dhaka from one on.

    Raises:
        NotFound: The service has no such option.
        BadInput: It is not for 1 to 14 days.
    """
    if not 1 <= days <= MOST_DAYS:
        raise BadInput(
            "days", why_bn="১ থেকে ১৪ দিন।", why_en=f"it has to be from 1 to {MOST_DAYS}."
        )
    option = await PriceOption.get_or_none(id=option_id, service_id=service.id, retired_at=None)
    if option is None:
        raise NotFound
    provider = await Provider.get(id=service.provider_id)
    if not desk_keeping.is_working(provider, at) or service.state is not ServiceState.ACTIVE:
        return []
    dates = [day + timedelta(days=ahead) for ahead in range(days)]
    special = {
        one.day: one.spans
        for one in await SpecialDay.filter(provider_id=provider.id, day__in=dates)
    }
    span = rules.at_minute(dates[0], -rules.DAY_M), rules.at_minute(dates[-1], 2 * rules.DAY_M)
    earliest, latest = holding.window(provider, at)
    return rules.free_starts(
        [each for one in dates for each in rules.spans_of(one, provider.hours, special.get(one))],
        await occupying.busy(provider.id, span),
        length=timedelta(minutes=option.minutes),
        before=timedelta(minutes=provider.buffer_before_m),
        after=timedelta(minutes=provider.buffer_after_m),
        seats=provider.seats,
        earliest=earliest,
        latest=latest,
    )


async def category_of(service_ids: Sequence[int]) -> list[Category]:
    """Return the category of each service."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT id, category_id FROM services_service WHERE id = ANY($1)", [list(service_ids)]
    )
    of = {row["id"]: row["category_id"] for row in rows}
    found = await Category.in_bulk(list(set(of.values())), "id")
    return [found[of[service_id]] for service_id in service_ids]
