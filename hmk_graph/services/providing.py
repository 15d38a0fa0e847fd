"""Becoming a provider: the application, how one works, where one goes, when one is away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import access, approval, residence
from hmk_graph.accounts.errors import ApplicationIncomplete
from hmk_graph.accounts.rules import line_of, mobile, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.services import desk_keeping, offering, rules
from hmk_graph.services.errors import AwayTooLong
from hmk_graph.services.events import DeskDescribed
from hmk_graph.services.machines import (
    PROVIDER,
    SERVICE,
    Actor,
    ProviderCommand,
    ServiceCommand,
)
from hmk_graph.services.models import (
    Gender,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    SpecialDay,
)
from hmk_graph.services.stepping import step
from hmk_graph.state_machines import states_for

LONGEST_LINE = 120
LONGEST_TEXT = 2_000
MOST_SERVED = 40
MOST_SPANS = 6
WEEK = 7
LONGEST_AWAY = timedelta(days=180)
FARTHEST_SPECIAL = timedelta(days=370)
# Of these an officer judges; whoever changes them while he is looked at confuses him.
EDITABLE = frozenset({ProviderState.DRAFT, ProviderState.NEEDS_INFO, ProviderState.VERIFIED})
SERVES_FROM = frozenset({"DISTRICT", "UPAZILA", "UNION", "MUNICIPALITY", "WARD"})


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Who a provider is. `place_id` is the union or municipality where he is at home."""

    name: str
    contact_phone: str
    place_id: int
    about: str = ""
    village: str = ""
    gender: Gender | None = None


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a provider works: how many at a time, minutes around each, notice, days ahead."""

    seats: int = 1
    buffer_before_m: int = 0
    buffer_after_m: int = 0
    notice_m: int = 60
    horizon_d: int = 30
    instant: bool = False


@whole_command
async def save_provider(account_id: int, profile: Profile, *, clock: Clock) -> Provider:
    """Write one's application, or one's profile anew; a person has one that is not over.

    A verified provider who moves to another place is looked at anew by its officers: his services
    go back to review.

    Raises:
        PhoneNotValid, NotAHome, NotFound, BadInput: The input is at fault.
        StaleState: The application is with the officers, or suspended.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    written: dict[str, Any] = {
        "name": line_of(profile.name, "name", longest=LONGEST_LINE),
        "about": text_of(profile.about, "about", longest=LONGEST_TEXT),
        "contact_phone": mobile(profile.contact_phone),
        "place_id": profile.place_id,
        "village": line_of(profile.village, "village", longest=LONGEST_LINE, shortest=0),
        "gender": profile.gender,
    }
    async with transaction(actor_id=account_id) as events:
        await access.acting_locked(account_id)  # of two first drafts at once, the second waits here
        await residence.check_home(profile.place_id)
        now = await clock()
        provider = await _open_locked(account_id)
        if provider is None:
            reach = await residence.path_of(profile.place_id)
            return await Provider.create(
                account_id=account_id,
                created_at=now,
                served=[profile.place_id],
                reach=reach,
                hours=[[] for _ in range(WEEK)],
                **written,
            )
        if provider.state not in EDITABLE:
            raise StaleState(current=provider.state, allowed=sorted(EDITABLE))
        moved = provider.place_id != profile.place_id
        await desk_keeping.write(provider, **written)
        events.append(DeskDescribed(provider_id=provider.id))
        if moved and provider.state is ProviderState.VERIFIED:
            events += await _review_anew(provider, now)
    return provider


@whole_command
async def submit(account_id: int, *, clock: Clock) -> Provider:
    """Hand one's application in, with all services drafted; officers have three working days.

    Raises:
        NotFound: There is none.
        ApplicationIncomplete: Words about oneself, hours, or a drafted service with a price lack.
        StaleState: It is handed in already, or decided.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        provider = await desk_keeping.mine_locked(account_id)
        if provider.state not in states_for(PROVIDER, ProviderCommand.SUBMIT):
            raise StaleState(
                current=provider.state, allowed=states_for(PROVIDER, ProviderCommand.SUBMIT)
            )
        drafts = await Service.filter(
            provider_id=provider.id, state=ServiceState.DRAFT, from_paisa__isnull=False
        )
        in_hand = await Service.exists(provider_id=provider.id, state=ServiceState.PENDING_REVIEW)
        has = {
            "about": bool(provider.about),
            "hours": any(provider.hours),
            "services": bool(drafts) or in_hand,
        }
        missing = [name for name, there in has.items() if not there]
        if missing:
            raise ApplicationIncomplete(missing=missing)
        now = await clock()
        for service in drafts:
            await step(service, SERVICE, ServiceCommand.SUBMIT, Actor.OWNER, submitted_at=now)
        await step(
            provider,
            PROVIDER,
            ProviderCommand.SUBMIT,
            Actor.OWNER,
            submitted_at=now,
            due_at=approval.decision_due(now),
        )
    return provider


@whole_command
async def set_terms(account_id: int, terms: Terms) -> Provider:
    """Say how one works.

    Raises:
        NotFound: The person is no provider. BadInput: A number is out of bounds.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    columns = {
        "seats": rules.count_of(terms.seats, "seats", least=1, most=50),
        "buffer_before_m": rules.count_of(
            terms.buffer_before_m, "bufferBeforeMinutes", least=0, most=240
        ),
        "buffer_after_m": rules.count_of(
            terms.buffer_after_m, "bufferAfterMinutes", least=0, most=240
        ),
        "notice_m": rules.count_of(terms.notice_m, "noticeMinutes", least=0, most=10_080),
        "horizon_d": rules.count_of(terms.horizon_d, "horizonDays", least=1, most=180),
        "instant": terms.instant,
    }
    async with transaction(actor_id=account_id):
        provider = await desk_keeping.mine_locked(account_id)
        await desk_keeping.write(provider, **columns)
    return provider


@whole_command
async def set_hours(account_id: int, week: Sequence[Sequence[Sequence[int]]]) -> Provider:
    """Say when one works in the week: for each day from Monday [opens, closes] in minutes.

    Raises:
        NotFound: The person is no provider. BadInput: It is no week, or its spans overlap.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if len(week) != WEEK or any(len(day) > MOST_SPANS for day in week):
        raise BadInput("week", why_bn="সাত দিনের সময় দিন।", why_en="give seven days.")
    hours = [rules.checked_spans(day, "week") for day in week]
    async with transaction(actor_id=account_id):
        provider = await desk_keeping.mine_locked(account_id)
        await desk_keeping.write(provider, hours=hours)
    return provider


@whole_command
async def set_special_day(
    account_id: int, day: date, spans: Sequence[Sequence[int]] | None, *, clock: Clock
) -> Provider:
    """Work otherwise on one date: these spans, none at all ([]), or as in the week again (None).

    Raises:
        NotFound: The person is no provider.
        BadInput: The date is past or too far off, or the spans overlap.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    checked = None if spans is None else rules.checked_spans(spans, "spans")
    async with transaction(actor_id=account_id):
        provider = await desk_keeping.mine_locked(account_id)
        today = rules.day_of(await clock())
        if not today <= day <= today + FARTHEST_SPECIAL or len(checked or ()) > MOST_SPANS:
            raise BadInput(
                "day", why_bn="আজ থেকে এক বছরের মধ্যে।", why_en="from today to a year ahead."
            )
        await SpecialDay.filter(provider_id=provider.id, day=day).delete()
        await SpecialDay.filter(provider_id=provider.id, day__lt=today).delete()
        if checked is not None:
            await SpecialDay.create(provider_id=provider.id, day=day, spans=checked)
        await desk_keeping.write(provider)
    return provider


@whole_command
async def set_served(account_id: int, place_ids: Sequence[int]) -> Provider:
    """Say where one comes: wards, unions, towns, upazilas, the district; home is always among them.

    Raises:
        NotFound: The person is no provider, or there is no such place.
        BadInput: There are too many, or one is no place to come to.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider = await desk_keeping.mine_locked(account_id)
        wanted = sorted({provider.place_id, *place_ids})
        if len(wanted) > MOST_SERVED:
            raise BadInput(
                "placeIds", why_bn="এলাকা বেশি হয়ে গেছে।", why_en=f"at most {MOST_SERVED} places."
            )
        rows = await get_connection("default").execute_query_dict(
            "SELECT id, kind, path FROM places_place WHERE id = ANY($1)", [wanted]
        )
        if len(rows) != len(wanted):
            raise NotFound
        if not {row["kind"] for row in rows} <= SERVES_FROM:
            raise BadInput(
                "placeIds",
                why_bn="জেলা, উপজেলা, ইউনিয়ন, পৌরসভা বা ওয়ার্ড বেছে নিন।",
                why_en="choose a district, upazilas, unions, municipalities or wards.",
            )
        reach = sorted({above for row in rows for above in row["path"]})
        await desk_keeping.write(provider, served=wanted, reach=reach)
        events.append(DeskDescribed(provider_id=provider.id))
    return provider


@whole_command
async def go_away(
    account_id: int, closed_from: datetime | None, closed_to: datetime | None, *, clock: Clock
) -> Provider:
    """Take nobody for a time; both None: be back. What is booked stays booked.

    Raises:
        NotFound: The person is no provider.
        AwayTooLong: It is longer than `LONGEST_AWAY`.
        BadInput: The time is over, or upside down.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider = await desk_keeping.mine_locked(account_id)
        now = await clock()
        if closed_from is not None or closed_to is not None:
            _check_away(closed_from, closed_to, now)
        await desk_keeping.write(provider, closed_from=closed_from, closed_to=closed_to)
        events.append(await desk_keeping.availability_changed(provider, now))
    return provider


def _check_away(start: datetime | None, end: datetime | None, now: datetime) -> None:
    if start is None or end is None or not (start < end and now < end):
        raise BadInput(
            "closedTo",
            why_bn="শুরু ও শেষ ঠিক করে দিন; শেষ হবে শুরুর ও এখনকার পরে।",
            why_en="give a start and an end after it that is yet to come.",
        )
    if end - start > LONGEST_AWAY:
        raise AwayTooLong(most=LONGEST_AWAY.days)


async def _open_locked(account_id: int) -> Provider | None:
    return (
        await Provider.select_for_update(no_key=True)
        .filter(account_id=account_id, state__not_in=list(desk_keeping.FINAL))
        .first()
    )


async def _review_anew(provider: Provider, now: datetime) -> list[Event]:
    shown = Service.filter(provider_id=provider.id, state__in=list(offering.SHOWN)).order_by("id")
    moved: list[Event] = []
    for service in await shown:
        await step(service, SERVICE, ServiceCommand.REVISE, Actor.OWNER, submitted_at=now)
        moved.append(offering.moved(service))
    return [*moved, await desk_keeping.availability_changed(provider, now)]
