"""A donor's own profile, and what he is asked for."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from hmk_graph.blood import enlisting, queries, rules
from hmk_graph.blood import models as tables
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.accounts.refusals import AccountSuspended, NotAHome
from schema.blood.choices import BloodGroup
from schema.blood.refusals import NotADonor, UnfitToGive
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound
from schema.loaders import loader, moment
from schema.places import Place


@strawberry.type(description="The viewer's own profile as a donor. Nobody else sees it.")
class BloodDonor:
    row: strawberry.Private[tables.Donor]

    @strawberry.field(description="The profile's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("BloodDonor", self.row.id)

    @strawberry.field(description="His group.")
    def group(self) -> BloodGroup:
        return self.row.group

    @strawberry.field(description="Where he lives, to be asked when it is near.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="His birthday.")
    def born_on(self) -> date | None:
        return self.row.born_on

    @strawberry.field(description="His weight.")
    def weight_kg(self) -> int | None:
        return self.row.weight_kg

    @strawberry.field(description="Whether he wants to be called now: his own switch.")
    def available(self) -> bool:
        return self.row.available

    @strawberry.field(description="When he gave last, here or elsewhere.")
    def last_given_on(self) -> date | None:
        return self.row.last_given_on

    @strawberry.field(
        description="From when on he may give again, computed; null if he never gave."
    )
    def eligible_on(self) -> date | None:
        return self.row.eligible_on

    @strawberry.field(description="Whether his rest is over today; his switch is another matter.")
    async def rested(self, info: Info) -> bool:
        now = await moment(info.context.clock)
        return rules.is_rested(self.row.eligible_on, rules.day_of(now))


SaveDonorResult = Annotated[
    BloodDonor | UnfitToGive | NotAHome | AccountSuspended | NotFound,
    strawberry.union("SaveDonorResult", description="The profile, or why it was refused."),
]
DonorAvailabilityResult = Annotated[
    BloodDonor | NotADonor | AccountSuspended,
    strawberry.union("DonorAvailabilityResult", description="The profile, or why not."),
]


@strawberry.input(description="What a donor says of himself.")
class SaveBloodDonorInput:
    group: BloodGroup = strawberry.field(description="His group.")
    place_id: strawberry.ID = strawberry.field(description="His union or municipality.")
    born_on: date = strawberry.field(description="His birthday.")
    weight_kg: int = strawberry.field(description="His weight in kilograms.")
    last_given_on: date | None = strawberry.field(
        default=None, description="When he gave last, if it was not through here."
    )


@strawberry.input(description="A donor's switch.")
class DonorAvailabilityInput:
    available: bool = strawberry.field(description="Whether he may be called now.")


@strawberry.type
class DonorQuery:
    @strawberry.field(description="The viewer's profile as a donor; null if he has none.")
    async def my_blood_donor(self, info: Info) -> BloodDonor | None:
        row = await queries.donor(info.context.require_viewer())
        return BloodDonor(row=row) if row else None

    @strawberry.field(
        description="Whose red cells a patient of a group may be given, in the order of asking."
    )
    def compatible_donors(
        self,
        group: Annotated[BloodGroup, strawberry.argument(description="The patient's group.")],
    ) -> list[BloodGroup]:
        return [one for tier in rules.asking_order(group) for one in tier]


@strawberry.type
class DonorMutation:
    @strawberry.mutation(
        description="Become a blood donor, or change what one said.", extensions=[ErrorsAsData()]
    )
    async def save_blood_donor(self, info: Info, input: SaveBloodDonorInput) -> SaveDonorResult:
        profile = enlisting.Profile(
            group=input.group,
            place_id=ids.decode(input.place_id, "Place"),
            born_on=input.born_on,
            weight_kg=input.weight_kg,
            last_given_on=input.last_given_on,
        )
        viewer_id = info.context.require_viewer()
        return BloodDonor(row=await enlisting.enlist(viewer_id, profile, clock=info.context.clock))

    @strawberry.mutation(
        description="Say whether one may be called to give blood now.",
        extensions=[ErrorsAsData()],
    )
    async def set_donor_availability(
        self, info: Info, input: DonorAvailabilityInput
    ) -> DonorAvailabilityResult:
        viewer_id = info.context.require_viewer()
        return BloodDonor(row=await enlisting.set_available(viewer_id, input.available))
