"""What is for rent, as everybody and as its owner sees it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from hmk_graph.rentals import models as tables
from hmk_graph.rentals import queries, rules
from schema import ids
from schema.context import Info
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.places import Place, row_id
from schema.rentals.choices import Tenants, UnitCommand, UnitKind, UnitState
from schema.scalars import Cursor


@strawberry.type(description="Something for rent: rooms by the month, a vehicle by the day.")
class RentalUnit:
    row: strawberry.Private[tables.Unit]

    @strawberry.field(description="The unit's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("RentalUnit", self.row.id)

    @strawberry.field(description="What it is.")
    def kind(self) -> UnitKind:
        return self.row.kind

    @strawberry.field(description="Where it stands.")
    def state(self) -> UnitState:
        return self.row.state

    @strawberry.field(description="Title in Bengali.")
    def title_bn(self) -> str:
        return self.row.title_bn

    @strawberry.field(description="Title in English; empty if the owner gave none.")
    def title_en(self) -> str:
        return self.row.title_en

    @strawberry.field(description="What the owner says of it.")
    def description(self) -> str:
        return self.row.description

    @strawberry.field(description="Where it is: a union, a municipality.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return Place(row=row) if row else None

    @strawberry.field(
        description="House and road; null until the owner has confirmed the viewer's visit."
    )
    async def address(self, info: Info) -> str | None:
        viewer_id = info.context.viewer_id
        known = await loader(queries.knows_address, viewer_id).load(self.row.id)
        return self.row.address if known else None

    @strawberry.field(description="The rent for a month; of a vehicle for a day with its driver.")
    def rent_amount(self) -> Paisa:
        return Paisa(self.row.rent_paisa)

    @strawberry.field(description="What is held as an advance; none for a vehicle.")
    def advance_amount(self) -> Paisa:
        return Paisa(self.row.advance_paisa)

    @strawberry.field(description="What comes on top of each month's rent.")
    def service_charge_amount(self) -> Paisa:
        return Paisa(self.row.service_charge_paisa)

    @strawberry.field(description="How many rooms.")
    def rooms(self) -> int | None:
        return self.row.rooms

    @strawberry.field(description="On which floor; 0 is the ground.")
    def floor(self) -> int | None:
        return self.row.floor

    @strawberry.field(description="How large, in square feet.")
    def area_sqft(self) -> int | None:
        return self.row.area_sqft

    @strawberry.field(description="How many passengers a vehicle takes.")
    def seats(self) -> int | None:
        return self.row.seats

    @strawberry.field(description="To whom it is let.")
    def tenants(self) -> Tenants:
        return self.row.tenants

    @strawberry.field(
        description="What is there: LIFT, GAS, WATER, PARKING, GUARD, ELECTRICITY, ..."
    )
    def amenities(self) -> list[str]:
        return list(self.row.amenities)

    @strawberry.field(description="The owner's name.")
    async def owner_name(self) -> str:
        return await loader(account_queries.names).load(self.row.owner_id)

    @strawberry.field(description="When the owner last said that it is still to be had.")
    def confirmed_at(self) -> datetime:
        return self.row.confirmed_at

    @strawberry.field(description="When it is hidden unless the owner confirms it.")
    def hidden_by(self) -> datetime:
        return self.row.confirmed_at + rules.STALE_AFTER

    @strawberry.field(description="Whether it is the viewer's own.")
    def mine(self, info: Info) -> bool:
        return self.row.owner_id == info.context.viewer_id

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self, info: Info) -> list[UnitCommand]:
        known = queries.unit_commands(info.context.viewer_id, self.row)
        return [UnitCommand(command) for command in known]


@strawberry.input(description="What somebody looks for. What is left out does not matter.")
class RentalFilter:
    kind: UnitKind | None = strawberry.field(default=None, description="This kind.")
    within: strawberry.ID | None = strawberry.field(
        default=None, description="In this place: a union, an upazila, a district."
    )
    max_rent: Paisa | None = strawberry.field(default=None, description="At most this rent.")
    max_advance: Paisa | None = strawberry.field(default=None, description="At most so much.")
    min_rooms: int | None = strawberry.field(default=None, description="At least so many rooms.")
    min_seats: int | None = strawberry.field(default=None, description="At least so many seats.")
    tenants: Tenants | None = strawberry.field(default=None, description="Let to such.")
    amenities: list[str] | None = strawberry.field(default=None, description="With all of these.")

    def read(self) -> queries.Wanted:
        """Return it as the domain knows it."""
        return queries.Wanted(
            kind=self.kind,
            within_id=None if self.within is None else row_id(self.within),
            dearest=self.max_rent,
            most_advance=self.max_advance,
            least_rooms=self.min_rooms,
            least_seats=self.min_seats,
            tenants=self.tenants,
            amenities=tuple(self.amenities or ()),
        )


@strawberry.type
class UnitQuery:
    @strawberry.field(description="What is for rent now, the last confirmed first.")
    async def rentals(
        self,
        filter: Annotated[
            RentalFilter | None, strawberry.argument(description="Only such.")
        ] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[RentalUnit]:
        wanted = filter.read() if filter else queries.Wanted()
        return await keyset_page(
            queries.on_offer(wanted),
            lambda row: RentalUnit(row=row),
            order=("-confirmed_at", "-id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="Something for rent; null if there is none that one may see.")
    async def rental_unit(self, info: Info, id: strawberry.ID) -> RentalUnit | None:
        try:
            pk = ids.decode(id, "RentalUnit")
            row = await queries.visible_unit(info.context.viewer_id, pk)
        except errors.NotFound:
            return None
        return RentalUnit(row=row)

    @strawberry.field(description="What the viewer lets, ended ones too, the newest first.")
    async def my_rental_units(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[RentalUnit]:
        rows = queries.units_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: RentalUnit(row=row), order=("-id",), first=first, after=after
        )


async def unit_of(unit_id: int) -> RentalUnit:
    """Return the unit of something that the viewer may see."""
    row = await loader(queries.units_by_id).load(unit_id)
    if row is None:
        raise errors.NotFound
    return RentalUnit(row=row)
