"""Finds services by kind, place, price and who is free; and what waits for officers."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.money import Paisa
from hmk_graph.services import queries
from schema import ids
from schema.context import Info
from schema.loaders import moment
from schema.pages import Connection, keyset_page
from schema.places import row_id
from schema.scalars import Cursor
from schema.services.choices import Gender, ProviderState, Way
from schema.services.offers import Provider, Service

# An id that is none: no row has this number.
NOBODY = 0


@strawberry.input(description="What a citizen looks for. What is left out does not matter.")
class ServiceFilter:
    category_id: strawberry.ID | None = strawberry.field(
        default=None, description="This kind of service, finer kinds among it."
    )
    within: strawberry.ID | None = strawberry.field(
        default=None, description="Offered in this place: a union, an upazila, the district."
    )
    max_price: Paisa | None = strawberry.field(
        default=None, description="With a price of at most that."
    )
    free_now: bool = strawberry.field(default=False, description="By somebody who is free now.")
    gender: Gender | None = strawberry.field(default=None, description="By such a person.")
    way: Way | None = strawberry.field(default=None, description="Used in this way.")

    def read(self) -> queries.Wanted:
        """Return it as the domain knows it."""
        return queries.Wanted(
            category_id=_known(self.category_id),
            place_id=None if self.within is None else row_id(self.within),
            dearest=self.max_price,
            free_now=self.free_now,
            gender=self.gender,
            way=self.way,
        )


def _known(text: strawberry.ID | None) -> int | None:
    if text is None:
        return None
    try:
        return ids.decode(text, "ServiceCategory")
    except errors.NotFound:
        return NOBODY


@strawberry.type
class OfferQuery:
    @strawberry.field(description="Services that can be used now, the cheapest first.")
    async def services(
        self,
        info: Info,
        filter: Annotated[
            ServiceFilter | None, strawberry.argument(description="Only such.")
        ] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Service]:
        wanted = filter.read() if filter else queries.Wanted()
        rows = await queries.on_offer(wanted, at=await moment(info.context.clock))
        return await keyset_page(
            rows,
            lambda row: Service(row=row),
            order=("from_paisa", "id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="One service; null if there is none that the viewer may see.")
    async def service(self, info: Info, id: strawberry.ID) -> Service | None:
        try:
            pk = ids.decode(id, "Service")
            return Service(row=await queries.visible_service(info.context.viewer_id, pk))
        except errors.NotFound:
            return None

    @strawberry.field(description="One provider; null if there is none that the viewer may see.")
    async def provider(self, info: Info, id: strawberry.ID) -> Provider | None:
        try:
            pk = ids.decode(id, "Provider")
            return Provider(row=await queries.visible_provider(info.context.viewer_id, pk))
        except errors.NotFound:
            return None

    @strawberry.field(description="The viewer as a provider; null if he never was one.")
    async def my_desk(self, info: Info) -> Provider | None:
        row = await queries.desk_of(info.context.require_viewer())
        return Provider(row=row) if row else None

    @strawberry.field(
        description="Providers of the officer's areas, longest waiting first. Others see none."
    )
    async def provider_applications(
        self,
        info: Info,
        are: list[ProviderState] | None = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Provider]:
        rows = await queries.waiting_providers(
            info.context.require_viewer(), are or [ProviderState.SUBMITTED]
        )
        return await keyset_page(
            rows,
            lambda row: Provider(row=row),
            order=("submitted_at", "id"),
            first=first,
            after=after,
        )

    @strawberry.field(
        description="Services of verified providers that wait for the officer. Others see none."
    )
    async def services_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Service]:
        rows = await queries.waiting_services(info.context.require_viewer())
        return await keyset_page(
            rows,
            lambda row: Service(row=row),
            order=("submitted_at", "id"),
            first=first,
            after=after,
        )
