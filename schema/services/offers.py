"""Providers, what they offer, what it costs, and whether they are free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.media import portraying
from hmk_graph.media.models import MediaKind
from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from hmk_graph.services import models as tables
from hmk_graph.services import papering, pricing, queries, reviewing, rules
from schema import ids
from schema.context import Info
from schema.loaders import loader, moment
from schema.media import Media, hung
from schema.places import Place
from schema.services.categories import ServiceCategory, category
from schema.services.choices import (
    Gender,
    ProviderCommand,
    ProviderState,
    ServiceCommand,
    ServiceState,
    Venue,
)
from schema.services.pictured import PicturedProvider, PicturedService
from schema.services.prices import PriceOption


def desk_topic(provider_id: int) -> str:
    """Name what a provider is present at while he has his desk open."""
    return f"services.desk.{provider_id}"


@strawberry.type(
    description="Whether somebody is free. `state` is FREE, BUSY, OFF or UNKNOWN, and true only "
    "until `until`: from then on count it as UNKNOWN, though no event says so."
)
class Availability:
    state: str = strawberry.field(description="FREE, BUSY, OFF or UNKNOWN.")
    observed_at: datetime | None = strawberry.field(description="When that was said or seen.")
    until: datetime | None = strawberry.field(description="Until when it is to be believed.")
    next_free_at: datetime | None = strawberry.field(description="When he is free, if known.")

    @classmethod
    def of(cls, known: rules.Availability) -> Availability:
        """Show what is known."""
        return cls(
            state=known.state,
            observed_at=known.observed_at,
            until=known.until,
            next_free_at=known.next_free_at,
        )


@strawberry.type(
    description="How citizens rate a provider: a mean that few reviews move only a little."
)
class Rating:
    hundredths: int = strawberry.field(description="In hundredths of a star: 431 is 4.31.")
    count: int = strawberry.field(description="From how many reviews.")


@strawberry.type(description="A time of a day in Dhaka, in minutes from its midnight.")
class WorkingSpan:
    opens: int = strawberry.field(description="From, 0 to 1439.")
    closes: int = strawberry.field(description="To, up to 1440.")


@strawberry.type(description="A day of the week.")
class WorkingDay:
    weekday: int = strawberry.field(description="0 is Monday.")
    spans: list[WorkingSpan] = strawberry.field(description="When one works; none: not at all.")


@strawberry.type(description="A date on which one works otherwise than in the week.")
class SpecialDay:
    day: date = strawberry.field(description="The date in Dhaka.")
    spans: list[WorkingSpan] = strawberry.field(description="When one works; none: not at all.")


@strawberry.type(description="Somebody who offers services.")
class Provider(PicturedProvider):
    @strawberry.field(description="The provider's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Provider", self.row.id)

    @strawberry.field(description="The name that people see.")
    def name(self) -> str:
        return self.row.name

    @strawberry.field(description="What he says of himself.")
    def about(self) -> str:
        return self.row.about

    @strawberry.field(description="How far he has come.")
    def state(self) -> ProviderState:
        return self.row.state

    @strawberry.field(description="Grows with each change.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="Of the one who comes, if it was said.")
    def gender(self) -> Gender | None:
        return self.row.gender

    @strawberry.field(description="Where he is at home.")
    async def place(self) -> Place:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        assert row is not None, "a foreign key holds it"
        return Place(row=row)

    @strawberry.field(description="The places he comes to; with a place, all that lies in it.")
    async def served(self) -> list[Place]:
        rows = await loader(place_queries.by_ids).load_many(self.row.served)
        return [Place(row=row) for row in rows if row is not None]

    @strawberry.field(description="His village or road; to himself and officers alone.")
    async def village(self, info: Info) -> str | None:
        return self.row.village if await _is_inside(info, self.row) else None

    @strawberry.field(
        description="His phone; to himself and officers alone. Who books gets it with the booking."
    )
    async def contact_phone(self, info: Info) -> str | None:
        return self.row.contact_phone if await _is_inside(info, self.row) else None

    @strawberry.field(description="Why officers decided as they did; to him and them alone.")
    async def reason(self, info: Info) -> str | None:
        return self.row.reason if await _is_inside(info, self.row) else None

    @strawberry.field(description="The papers that prove who he is; to him and them alone.")
    async def papers(self, info: Info) -> list[Media]:
        if not await _is_inside(info, self.row):
            return []
        return await hung(portraying.PAPERS, self.row.account_id)

    @strawberry.field(
        description="Which papers his services need and he has not shown; to him and them alone."
    )
    async def missing_papers(self, info: Info) -> list[MediaKind]:
        if not await _is_inside(info, self.row):
            return []
        return await loader(papering.missing_of).load(self.row.id)

    @strawberry.field(description="Until when officers mean to decide; to him and them alone.")
    async def decision_due_at(self, info: Info) -> datetime | None:
        return self.row.due_at if await _is_inside(info, self.row) else None

    @strawberry.field(description="How many can be served at one time.")
    def seats(self) -> int:
        return self.row.seats

    @strawberry.field(description="How many minutes before the start one may book at the latest.")
    def notice_minutes(self) -> int:
        return self.row.notice_m

    @strawberry.field(description="How many minutes he keeps free before a booking.")
    def buffer_before_minutes(self) -> int:
        return self.row.buffer_before_m

    @strawberry.field(description="How many minutes he keeps free after a booking.")
    def buffer_after_minutes(self) -> int:
        return self.row.buffer_after_m

    @strawberry.field(description="How many days ahead one may book.")
    def horizon_days(self) -> int:
        return self.row.horizon_d

    @strawberry.field(description="Whether he says yes to every booking at once.")
    def instant(self) -> bool:
        return self.row.instant

    @strawberry.field(description="From when he is away, if he is.")
    def closed_from(self) -> datetime | None:
        return self.row.closed_from

    @strawberry.field(description="Until when he is away, if he is.")
    def closed_to(self) -> datetime | None:
        return self.row.closed_to

    @strawberry.field(description="When he works in the week, from Monday.")
    def hours(self) -> list[WorkingDay]:
        return [
            WorkingDay(weekday=day, spans=_spans(spans)) for day, spans in enumerate(self.row.hours)
        ]

    @strawberry.field(description="The dates on which he works otherwise.")
    async def special_days(self) -> list[SpecialDay]:
        rows = await loader(queries.special_days).load(self.row.id)
        return [SpecialDay(day=row.day, spans=_spans(row.spans)) for row in rows]

    @strawberry.field(description="Whether he is free, by the switch and by his work.")
    async def availability(self, info: Info) -> Availability:
        now = await moment(info.context.clock)
        people = tables.CategoryKind.ON_DEMAND_VISIT
        return Availability.of(await loader(queries.availabilities, now, people).load(self.row.id))

    @strawberry.field(description="On how many screens he has his desk open right now.")
    async def online(self, info: Info) -> int:
        presence = info.context.presence
        return (presence and await presence.count(desk_topic(self.row.id))) or 0

    @strawberry.field(description="How citizens rate him.")
    async def rating(self, info: Info) -> Rating:
        now = await moment(info.context.clock)
        known = await loader(reviewing.ratings, now).load(self.row.id)
        return Rating(hundredths=known.hundredths, count=known.count)

    @strawberry.field(description="What he offers; he himself sees what is not shown, too.")
    async def services(self, info: Info) -> list[Service]:
        rows = await loader(queries.services_of, info.context.viewer_id).load(self.row.id)
        return [Service(row=row) for row in rows]

    @strawberry.field(description="Whether it is the viewer himself.")
    def mine(self, info: Info) -> bool:
        return self.row.account_id == info.context.viewer_id

    @strawberry.field(description="What the viewer may do with his standing now.")
    async def allowed_transitions(self, info: Info) -> list[ProviderCommand]:
        parts = await loader(queries.actors, info.context.viewer_id).load(self.row.id)
        return queries.provider_commands(self.row, parts)


@strawberry.type(description="What a provider offers in one category.")
class Service(PicturedService):
    @strawberry.field(description="The service's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Service", self.row.id)

    @strawberry.field(description="Title in Bengali.")
    def title_bn(self) -> str:
        return self.row.title_bn

    @strawberry.field(description="Title in English; may be empty.")
    def title_en(self) -> str:
        return self.row.title_en

    @strawberry.field(description="What the provider says of it.")
    def description(self) -> str:
        return self.row.description

    @strawberry.field(description="Where it stands.")
    def state(self) -> ServiceState:
        return self.row.state

    @strawberry.field(description="Grows with each change.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="Where the work is done.")
    def venue(self) -> Venue:
        return self.row.venue

    @strawberry.field(description="What sort of service it is.")
    async def category(self) -> ServiceCategory:
        return await category(self.row.category_id)

    @strawberry.field(description="Who offers it.")
    async def provider(self, info: Info) -> Provider:
        return await provider_of(info, self.row.provider_id)

    @strawberry.field(description="In which ways it is priced.")
    async def options(self) -> list[PriceOption]:
        rows = await loader(pricing.options_of).load(self.row.id)
        return [PriceOption(row=row) for row in rows]

    @strawberry.field(description="The lowest of its prices; null while it has none.")
    def from_price(self) -> Paisa | None:
        return None if self.row.from_paisa is None else Paisa(self.row.from_paisa)

    @strawberry.field(
        description="Whether its provider is free; a signal about a vehicle lives ten minutes, "
        "one about a person a day."
    )
    async def availability(self, info: Info) -> Availability:
        now, kind = await moment(info.context.clock), (await self.category()).row.kind
        known = await loader(queries.availabilities, now, kind).load(self.row.provider_id)
        return Availability.of(known)

    @strawberry.field(
        description="At which times an option can begin, on 1 to 14 dates in Dhaka from one on."
    )
    async def free_starts(
        self,
        info: Info,
        option_id: Annotated[strawberry.ID, strawberry.argument(description="Which option.")],
        day: Annotated[date, strawberry.argument(description="The first date.")],
        days: Annotated[int, strawberry.argument(description="How many dates.")] = 1,
    ) -> list[datetime]:
        try:
            option = ids.decode(option_id, "PriceOption")
            now = await moment(info.context.clock)
            return await queries.free_starts(self.row, option, day=day, days=days, at=now)
        except errors.NotFound:
            return []

    @strawberry.field(description="When its provider last said that it is right.")
    def verified_at(self) -> datetime | None:
        return self.row.verified_at

    @strawberry.field(description="Whether its provider is asked if it is still right.")
    def asked_to_confirm(self) -> bool:
        return self.row.asked_at is not None

    @strawberry.field(description="The licence's number, if the category needs one.")
    def licence_no(self) -> str:
        return self.row.licence_no

    @strawberry.field(description="Until when the licence holds; null: it does not end.")
    def licence_until(self) -> date | None:
        return self.row.licence_until

    @strawberry.field(description="Why an officer sent it back; to its provider alone.")
    async def reason(self, info: Info) -> str | None:
        provider = await self.provider(info)
        return self.row.reason if provider.mine(info) else None

    @strawberry.field(description="What the viewer may do with it now.")
    async def allowed_transitions(self, info: Info) -> list[ServiceCommand]:
        provider = await self.provider(info)
        known = queries.service_commands(info.context.viewer_id, self.row, provider.row)
        return [ServiceCommand(command) for command in known]


async def provider_of(info: Info, provider_id: int) -> Provider:
    """Return a provider whom a row that the viewer sees names."""
    row = await loader(queries.visible_providers, info.context.onlooker_id).load(provider_id)
    if row is None:
        raise errors.NotFound
    return Provider(row=row)


async def booked_service(service_id: int) -> Service:
    """Return the service that a booking or sitting names, to whoever may see that."""
    row = await loader(queries.booked_services).load(service_id)
    assert row is not None, "a foreign key holds it"
    return Service(row=row)


async def services_seen(info: Info, service_ids: Sequence[int]) -> list[Service]:
    """Return those of some services that the viewer may still see."""
    rows = await loader(queries.visible_services, info.context.onlooker_id).load_many(
        list(service_ids)
    )
    return [Service(row=row) for row in rows if row is not None]


async def _is_inside(info: Info, row: tables.Provider) -> bool:
    return bool(await loader(queries.actors, info.context.viewer_id).load(row.id))


def _spans(spans: list[list[int]]) -> list[WorkingSpan]:
    return [WorkingSpan(opens=opens, closes=closes) for opens, closes in spans]
