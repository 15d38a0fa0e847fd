"""What officers see drawn, as numbers: of their own areas, in a place and a time."""

from __future__ import annotations

from datetime import datetime, timedelta

import strawberry

from hmk_graph.civic import charting
from hmk_graph.errors import BadInput
from hmk_graph.money import BENGALI_DIGITS, Paisa
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.context import Info
from schema.loaders import loader
from schema.places import Place

# A year with its leap day; the charts count rows, and more of them costs more.
LONGEST_SPAN = timedelta(days=366)


@strawberry.type(description="The bids that were made in one hour of the day.")
class HourBids:
    hour: int = strawberry.field(description="Which hour, 0 to 23, by the clock of Dhaka.")
    bids: int = strawberry.field(description="How many bids that stand.")


@strawberry.type(description="What was asked for in one upazila.")
class UpazilaRequests:
    counted: strawberry.Private[charting.RequestsCount]

    @strawberry.field(description="Which upazila.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.counted.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="How many services were booked.")
    def bookings(self) -> int:
        return self.counted.bookings

    @strawberry.field(description="How many trips were called.")
    def trips(self) -> int:
        return self.counted.trips

    @strawberry.field(description="How often blood was asked for.")
    def blood(self) -> int:
        return self.counted.blood


@strawberry.type(description="Complaints of an age that wait for officers.")
class AgedComplaints:
    days: int = strawberry.field(description="At least so many days old.")
    complaints: int = strawberry.field(description="How many.")
    late: int = strawberry.field(description="How many of them are over their time.")


@strawberry.type(description="The toll of one haat.")
class HaatToll:
    counted: strawberry.Private[charting.TollCount]

    @strawberry.field(description="The haat's place, which has its name.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.counted.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="On how many receipts.")
    def receipts(self) -> int:
        return self.counted.receipts

    @strawberry.field(description="How much.")
    def hasil(self) -> Paisa:
        return self.counted.hasil


@strawberry.type(description="The charts of the viewer's desk. Who is no officer there sees zeros.")
class DeskCharts:
    span: strawberry.Private[charting.Span]

    @strawberry.field(description="Bids by the hour of the day, all 24.")
    async def bids(self) -> list[HourBids]:
        found = await charting.bids_by_hour(self.span)
        return [HourBids(**vars(one)) for one in found]

    @strawberry.field(description="Requests by upazila, most first.")
    async def requests(self) -> list[UpazilaRequests]:
        found = await charting.requests_by_upazila(self.span)
        return [UpazilaRequests(counted=one) for one in found]

    @strawberry.field(description="Complaints that wait, by age, the youngest first.")
    async def complaints(self) -> list[AgedComplaints]:
        found = await charting.complaints_by_age(self.span)
        return [AgedComplaints(**vars(one)) for one in found]

    @strawberry.field(description="Toll by haat, most first; fifty at most.")
    async def hasil(self) -> list[HaatToll]:
        found = await charting.hasil_by_haat(self.span)
        return [HaatToll(counted=one) for one in found]


@strawberry.type
class ChartsQuery:
    @strawberry.field(
        description="The charts of the viewer's desk, of a place and a time of 366 days at most."
    )
    async def desk_charts(
        self, info: Info, within: strawberry.ID, since: datetime, until: datetime
    ) -> DeskCharts:
        if since >= until:
            raise BadInput(
                "since",
                why_bn="শুরুর সময় শেষের আগে হতে হবে।",
                why_en="it has to be before the end.",
            )
        if until - since > LONGEST_SPAN:
            raise BadInput(
                "until",
                why_bn=f"একবারে {LONGEST_SPAN.days} দিন পর্যন্ত দেখা যায়।".translate(BENGALI_DIGITS),
                why_en=f"{LONGEST_SPAN.days} days at most can be seen at a time.",
            )
        viewer_id, place_id = info.context.require_viewer(), ids.decode(within, "Place")
        span = await charting.span_of(viewer_id, place_id, since=since, until=until)
        return DeskCharts(span=span)
