"""Kinds of services, and how administrators add to them."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.media.models import MediaKind
from hmk_graph.services import categories
from hmk_graph.services import models as tables
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.dispatch.choices import TripKind
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound
from schema.loaders import loader
from schema.services.choices import CategoryKind, Way
from schema.services.refusals import SlugTaken


@strawberry.type(description="A kind of service.")
class ServiceCategory:
    row: strawberry.Private[tables.Category]

    @strawberry.field(description="The category's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("ServiceCategory", self.row.id)

    @strawberry.field(description="Its slug.")
    def slug(self) -> str:
        return self.row.slug

    @strawberry.field(description="Its name in Bengali.")
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field(description="Its name in English.")
    def name_en(self) -> str:
        return self.row.name_en

    @strawberry.field(description="What sort of service it is.")
    def kind(self) -> CategoryKind:
        return self.row.kind

    @strawberry.field(description="How its services are used.")
    def ways(self) -> list[Way]:
        return [Way(way) for way in self.row.ways]

    @strawberry.field(description="By which kinds of trip it is called; [] if it is not.")
    def trip_kinds(self) -> list[TripKind]:
        return [TripKind(kind) for kind in self.row.facts.get("trip_kinds", ())]

    @strawberry.field(description="The units in which they are priced, the usual one first.")
    def units(self) -> list[str]:
        return list(self.row.units)

    @strawberry.field(description="Whether its providers need a licence.")
    def needs_licence(self) -> bool:
        return self.row.needs_licence

    @strawberry.field(description="Which papers officers have to see before they let one work.")
    def papers(self) -> list[MediaKind]:
        return [MediaKind(kind) for kind in self.row.papers]

    @strawberry.field(description="Whether money is forbidden, as for blood.")
    def payment_forbidden(self) -> bool:
        return self.row.payment_forbidden

    @strawberry.field(description="Whether one chooses by who comes.")
    def gender_choice(self) -> bool:
        return self.row.gender_choice

    @strawberry.field(description="Whether several workers can be booked at once.")
    def group_booking(self) -> bool:
        return self.row.group_booking

    @strawberry.field(description="The broader category; null if it is none's kind.")
    def parent_id(self) -> strawberry.ID | None:
        parent_id = self.row.parent_id
        return None if parent_id is None else ids.encode("ServiceCategory", parent_id)


async def category(category_id: int) -> ServiceCategory:
    """Return a category that a row names, through this answer's loader."""
    row = await loader(categories.by_ids).load(category_id)
    assert row is not None, "a foreign key holds it"
    return ServiceCategory(row=row)


@strawberry.input(description="What a category is.")
class SaveServiceCategoryInput:
    category_id: strawberry.ID | None = strawberry.field(
        default=None, description="Which one to change; left out: a new one."
    )
    parent_category_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of a new one: the broader category."
    )
    slug: str = strawberry.field(description="3 to 40 of a-z, 0-9 and hyphens; never changes.")
    name_bn: str = strawberry.field(description="Its name in Bengali.")
    name_en: str = strawberry.field(description="Its name in English.")
    kind: CategoryKind = strawberry.field(description="What sort of service it is.")
    ways: list[Way] = strawberry.field(description="How its services are used.")
    units: list[str] = strawberry.field(description="Units of price, the usual one first.")
    needs_licence: bool = strawberry.field(default=False, description="Whether one is needed.")
    gender_choice: bool = strawberry.field(default=False, description="Whether one may choose.")
    group_booking: bool = strawberry.field(default=False, description="Whether several come.")
    papers: list[MediaKind] = strawberry.field(
        default_factory=list, description="What officers have to see before they let one work."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


SaveServiceCategoryResult = Annotated[
    ServiceCategory | SlugTaken | NotFound | IdempotencyConflict | InProgress | AccountSuspended,
    strawberry.union("SaveServiceCategoryResult", description="The category, or why not."),
]


@strawberry.type
class CategoryQuery:
    @strawberry.field(description="All kinds of services, in order; finer ones name their parent.")
    async def service_categories(self) -> list[ServiceCategory]:
        return [ServiceCategory(row=row) for row in await categories.known()]


@strawberry.type
class CategoryMutation:
    @strawberry.mutation(
        description="Add or change a kind of service, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def save_service_category(
        self, info: Info, input: SaveServiceCategoryInput
    ) -> SaveServiceCategoryResult:
        row = await categories.save_category(
            info.context.require_viewer(),
            categories.NewCategory(
                slug=input.slug,
                name_bn=input.name_bn,
                name_en=input.name_en,
                kind=input.kind,
                ways=input.ways,
                units=input.units,
                needs_licence=input.needs_licence,
                gender_choice=input.gender_choice,
                group_booking=input.group_booking,
                papers=input.papers,
            ),
            category_id=_number(input.category_id),
            parent_id=_number(input.parent_category_id),
            idempotency_key=input.idempotency_key,
        )
        return ServiceCategory(row=row)


def _number(text: strawberry.ID | None) -> int | None:
    return None if text is None else ids.decode(text, "ServiceCategory")
