"""What all of it comes to: figures for everybody, and what waits for an officer."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import strawberry

from hmk_graph.civic import counting, responding
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.civic.choices import ComplaintKind
from schema.context import Info
from schema.loaders import loader, moment
from schema.places import Place

USUAL_SPAN = timedelta(days=365)


@strawberry.type(description="The services that are open in one union or municipality.")
class PlaceServices:
    counted: strawberry.Private[counting.ServicesCount]

    @strawberry.field(description="Where their providers are.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.counted.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="How many services.")
    def services(self) -> int:
        return self.counted.services

    @strawberry.field(description="By how many providers.")
    def providers(self) -> int:
        return self.counted.providers


@strawberry.type(description="Animals of a species that were sold, paid and handed over.")
class HaatFigures:
    species: str = strawberry.field(description="The species' slug.")
    animals: int = strawberry.field(description="How many.")
    priced: int = strawberry.field(
        description="Of how many the money is summed: of whole months with five at a haat."
    )
    volume: Paisa = strawberry.field(description="What was paid for those.")
    hasil: Paisa = strawberry.field(description="The toll on those.")
    per_kg: Paisa | None = strawberry.field(
        description="What a kilogram of those cost, over all weight; null if there are none."
    )


@strawberry.type(description="How complaints of a kind fare.")
class ComplaintFigures:
    kind: ComplaintKind = strawberry.field(description="What they are about.")
    lodged: int = strawberry.field(description="How many were lodged.")
    answered: int = strawberry.field(description="How many of them are answered.")
    in_time: int = strawberry.field(description="How many of these in their first time.")
    fixed: int = strawberry.field(description="How many their authors call mended.")
    median_hours: int | None = strawberry.field(
        description="From lodging to answer, by the clock; null of fewer than five answers."
    )


@strawberry.type(description="Ways that nobody had to go, and by which method they are counted.")
class SavedWays:
    visits: int = strawberry.field(description="Ways there and back.")
    kilometers: int = strawberry.field(description="How far they would have been.")
    method_bn: str = strawberry.field(description="How this is counted, in Bengali.")
    method_en: str = strawberry.field(description="How this is counted, in English.")
    sdg: str = strawberry.field(description="To which of the UN's targets it belongs.")


@strawberry.type(description="How long those waited who called a vehicle in a month.")
class WaitFigures:
    counted: strawberry.Private[responding.Waits]

    @strawberry.field(description="In which upazila.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.counted.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="The month's first day.")
    def month(self) -> date:
        return self.counted.month

    @strawberry.field(description="Whether of ambulances; else of all other vehicles.")
    def ambulances(self) -> bool:
        return self.counted.ambulances

    @strawberry.field(description="How often one was called, five at least.")
    def calls(self) -> int:
        return self.counted.calls

    @strawberry.field(description="How many of these calls a driver accepted.")
    def accepted(self) -> int:
        return self.counted.accepted

    @strawberry.field(description="To how many of these calls the vehicle came.")
    def arrived(self) -> int:
        return self.counted.arrived

    @strawberry.field(description="Median minutes until a driver accepted; null of few.")
    def accept_median(self) -> int | None:
        return self.counted.accept_median

    @strawberry.field(description="Minutes until nine of ten were accepted; null of few.")
    def accept_slow(self) -> int | None:
        return self.counted.accept_slow

    @strawberry.field(description="Median minutes from then until it arrived; null of few.")
    def arrive_median(self) -> int | None:
        return self.counted.arrive_median

    @strawberry.field(description="Minutes from then until nine of ten arrived; null of few.")
    def arrive_slow(self) -> int | None:
        return self.counted.arrive_slow


@strawberry.type(description="How long was waited for vehicles, and by which method it is counted.")
class ResponseFigures:
    waits: list[WaitFigures] = strawberry.field(
        description="By month, newest first, and upazila; 400 at most. Of a union none."
    )
    method_bn: str = strawberry.field(description="How this is counted, in Bengali.")
    method_en: str = strawberry.field(description="How this is counted, in English.")


@strawberry.type(description="Figures of a place and all below it. Nobody is in them.")
class PublicFigures:
    pk: strawberry.Private[int]
    since: datetime = strawberry.field(description="From when on, but for what is open now.")
    until: datetime = strawberry.field(description="Until when.")

    @strawberry.field(description="Services that are open now, by place, most first; 200 at most.")
    async def services(self) -> list[PlaceServices]:
        return [PlaceServices(counted=one) for one in await counting.services_by_place(self.pk)]

    @strawberry.field(description="What the haats sold, by species.")
    async def haat(self) -> list[HaatFigures]:
        found = await counting.haat_by_species(self.pk, self.since, self.until)
        return [HaatFigures(**vars(one)) for one in found]

    @strawberry.field(description="How officers answer complaints, by kind.")
    async def complaints(self) -> list[ComplaintFigures]:
        found = await counting.complaints_by_kind(self.pk, self.since, self.until)
        return [ComplaintFigures(**vars(one)) for one in found]

    @strawberry.field(description="Ways that nobody had to go.")
    async def saved(self) -> SavedWays:
        found = await counting.saved(self.pk, self.since, self.until)
        return SavedWays(
            visits=found.visits,
            kilometers=found.kilometers,
            method_bn=counting.METHOD_BN,
            method_en=counting.METHOD_EN,
            sdg=counting.SDG,
        )

    @strawberry.field(description="How long those waited who called an ambulance or a vehicle.")
    async def responses(self) -> ResponseFigures:
        found = await responding.waits(self.pk, self.since, self.until)
        return ResponseFigures(
            waits=[WaitFigures(counted=one) for one in found],
            method_bn=responding.METHOD_BN,
            method_en=responding.METHOD_EN,
        )


@strawberry.type(description="What waits for an officer in his areas, now.")
class DeskFigures:
    complaints: int = strawberry.field(description="Complaints that officers have to act on.")
    complaints_late: int = strawberry.field(description="Those over their time.")
    complaints_mine: int = strawberry.field(description="Those in the viewer's hands.")
    escalated: int = strawberry.field(description="Those that came from below, and nobody took.")
    sellers: int = strawberry.field(description="Sellers who wait to be verified.")
    sellers_late: int = strawberry.field(description="Those over their time.")
    providers: int = strawberry.field(description="Providers who wait to be verified.")
    providers_late: int = strawberry.field(description="Those over their time.")


@strawberry.type
class FiguresQuery:
    @strawberry.field(
        description="Figures of a place for everybody: of the last year, unless times are given."
    )
    async def public_figures(
        self,
        info: Info,
        within: strawberry.ID,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> PublicFigures:
        pk = ids.decode(within, "Place")
        if await loader(place_queries.by_ids).load(pk) is None:
            raise NotFound
        end = until or await moment(info.context.clock)
        begin = since or end - USUAL_SPAN
        if begin >= end:
            raise BadInput(
                "since",
                why_bn="শুরুর সময় শেষের আগে হতে হবে।",
                why_en="it has to be before the end.",
            )
        return PublicFigures(pk=pk, since=begin, until=end)

    @strawberry.field(description="What waits for the viewer as an officer; of who is none, zeros.")
    async def desk_figures(self, info: Info) -> DeskFigures:
        return DeskFigures(**vars(await counting.desk_of(info.context.require_viewer())))
