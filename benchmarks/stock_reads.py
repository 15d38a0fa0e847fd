"""The same lots as one writes them first: stock Strawberry, Tortoise's models, a loader each."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from tortoise.models import Model

from hmk_graph import database
from hmk_graph.accounts.models import Account
from hmk_graph.clock import database_clock
from hmk_graph.haat import animal_models, lot_models, sale_models
from hmk_graph.haat import models as haat_models
from hmk_graph.haat.picturing import PHOTOS
from hmk_graph.media import models as media_tables
from hmk_graph.media import rules
from hmk_graph.places import models as place_tables


def by_id(model: type[Model]) -> DataLoader[int, Any]:
    """Return a loader of rows; `Any`: of any model."""

    async def load(keys: list[int]) -> Sequence[Any]:
        rows = await model.in_bulk(keys, "id")
        return [rows[key] for key in keys]

    return DataLoader(load)


async def newest_weights(keys: list[int]) -> Sequence[animal_models.AnimalWeight | None]:
    """Return the newest weight of each animal."""
    rows = await animal_models.AnimalWeight.filter(animal_id__in=keys).order_by("measured_at", "id")
    found = {row.animal_id: row for row in rows}
    return [found.get(key) for key in keys]


async def foremost(keys: list[int]) -> Sequence[media_tables.Attachment | None]:
    """Return what hangs foremost on each animal, with its file."""
    rows = await media_tables.Attachment.filter(
        subject=PHOTOS.name, subject_id__in=keys, place=0
    ).prefetch_related("media")
    found = {row.subject_id: row for row in rows}
    return [found.get(key) for key in keys]


class Loaders:
    """The loaders of one request."""

    def __init__(self) -> None:
        self.animals = by_id(animal_models.Animal)
        self.listings = by_id(sale_models.Listing)
        self.haats = by_id(haat_models.Haat)
        self.places = by_id(place_tables.Place)
        self.people = by_id(Account)
        self.weights: DataLoader[int, animal_models.AnimalWeight | None] = DataLoader(
            newest_weights
        )
        self.photos: DataLoader[int, media_tables.Attachment | None] = DataLoader(foremost)


Info = strawberry.Info[Loaders, None]


@strawberry.type
class Place:
    row: strawberry.Private[place_tables.Place]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(f"Place:{self.row.id}")

    @strawberry.field
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field
    def name_en(self) -> str:
        return self.row.name_en


@strawberry.type
class Haat:
    row: strawberry.Private[haat_models.Haat]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(f"Haat:{self.row.id}")

    @strawberry.field
    async def name_bn(self, info: Info) -> str:
        place = await info.context.places.load(self.row.place_id)
        return str(place.name_bn)


@strawberry.type
class Weight:
    grams: int


@strawberry.type
class Photo:
    row: strawberry.Private[media_tables.Attachment]

    @strawberry.field
    def alt(self) -> str:
        return self.row.alt

    @strawberry.field
    def color(self) -> str:
        return self.row.media.color

    @strawberry.field
    def url(self, width: int) -> str:
        name = rules.fitting(self.row.media.files, "image/webp", width)
        return f"/media/{self.row.media_id}/{name}"


@strawberry.type
class Animal:
    row: strawberry.Private[animal_models.Animal]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(f"Animal:{self.row.id}")

    @strawberry.field
    def village(self) -> str:
        return self.row.village

    @strawberry.field
    async def seller_name(self, info: Info) -> str:
        seller = await info.context.people.load(self.row.seller_id)
        return str(seller.name)

    @strawberry.field
    async def latest_weight(self, info: Info) -> Weight | None:
        row = await info.context.weights.load(self.row.id)
        return Weight(grams=row.grams) if row else None

    @strawberry.field
    async def origin(self, info: Info) -> Place:
        return Place(row=await info.context.places.load(self.row.origin_id))

    @strawberry.field
    async def photo(self, info: Info) -> Photo | None:
        row = await info.context.photos.load(self.row.id)
        return Photo(row=row) if row else None


@strawberry.type
class Lot:
    row: strawberry.Private[lot_models.Lot]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(f"Lot:{self.row.id}")

    @strawberry.field
    def number(self) -> int:
        number: int = self.row.id
        return number

    @strawberry.field
    def state(self) -> str:
        return str(self.row.state)

    @strawberry.field
    async def title_bn(self, info: Info) -> str:
        return str((await info.context.listings.load(self.row.listing_id)).title_bn)

    @strawberry.field
    async def title_en(self, info: Info) -> str:
        return str((await info.context.listings.load(self.row.listing_id)).title_en)

    @strawberry.field
    def start_price(self) -> int:
        return self.row.start_paisa

    @strawberry.field
    def price(self) -> int | None:
        return self.row.price_paisa

    @strawberry.field
    def bid_count(self) -> int:
        return self.row.bid_count

    @strawberry.field
    def starts_at(self) -> datetime | None:
        return self.row.starts_at

    @strawberry.field
    def ends_at(self) -> datetime | None:
        return self.row.ends_at

    @strawberry.field
    async def haat(self, info: Info) -> Haat:
        return Haat(row=await info.context.haats.load(self.row.haat_id))

    @strawberry.field
    async def animal(self, info: Info) -> Animal:
        return Animal(row=await info.context.animals.load(self.row.animal_id))


@strawberry.type
class Edge:
    node: Lot


@strawberry.type
class Connection:
    edges: list[Edge]


@strawberry.type
class Query:
    @strawberry.field
    async def lots(self, first: int) -> Connection:
        now = await database_clock()
        found = lot_models.Lot.filter(
            state__in=["SCHEDULED", "OPEN"], starts_at__lte=now, ends_at__gt=now
        )
        rows = await found.order_by("ends_at", "id").limit(first)
        return Connection(edges=[Edge(node=Lot(row=row)) for row in rows])


class Stock(GraphQL[Loaders, None]):
    """Strawberry's own application, with loaders for each request."""

    async def get_context(
        self,
        request: Request | WebSocket,  # noqa: ARG002 - Strawberry's signature
        response: Response | WebSocket,  # noqa: ARG002 - Strawberry's signature
    ) -> Loaders:
        """Return new loaders."""
        return Loaders()


@asynccontextmanager
async def running(_app: Starlette) -> AsyncIterator[None]:
    """Connect Tortoise."""
    async with database.connected(os.environ["HMK_DATABASE_URL"], pool_size=20):
        yield


app = Starlette(lifespan=running)
app.add_route("/graphql", Stock(strawberry.Schema(Query)))
