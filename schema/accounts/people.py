"""The signed-in person: profile, roles, devices."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import models, profiles, queries, suspending
from hmk_graph.accounts.approval import Party
from hmk_graph.media import portraying
from schema import ids
from schema.accounts.choices import Language, Role
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended, NotAHome, StillOwing
from schema.accounts.sellers import SellerApplication
from schema.errors import ErrorsAsData, NotFound
from schema.media import Media, hung


@strawberry.type(description="A role that a person holds.")
class HeldRole:
    role: Role = strawberry.field(description="Which.")
    place_id: strawberry.ID | None = strawberry.field(
        description="Where it holds, with all below; null: everywhere."
    )
    granted_at: datetime = strawberry.field(description="Since when.")

    @classmethod
    def of(cls, held: models.RoleGrant) -> HeldRole:
        """Show a role to who holds it."""
        return cls(
            role=held.role,
            place_id=ids.encode("Place", held.place_id) if held.place_id else None,
            granted_at=held.granted_at,
        )


@strawberry.type(description="The viewer, with what nobody else may see.")
class Me:
    id: strawberry.ID = strawberry.field(description="The account's id.")
    phone: str = strawberry.field(description="The phone one signs in with, +8801XXXXXXXXX.")
    name: str = strawberry.field(description="The name on the profile; empty at first.")
    language: Language = strawberry.field(description="The language of messages.")
    home_id: strawberry.ID | None = strawberry.field(
        description="The union or municipality where one lives."
    )
    account_id: strawberry.Private[int]

    @strawberry.field(description="The roles that one holds.")
    async def roles(self) -> list[HeldRole]:
        return [HeldRole.of(held) for held in await queries.my_roles(self.account_id)]

    @strawberry.field(description="One's newest application to sell.")
    async def seller_application(self) -> SellerApplication | None:
        row = await queries.my_application(self.account_id)
        return SellerApplication.of(row, Party.OWNER) if row else None

    @strawberry.field(description="The photo on one's profile.")
    async def portrait(self) -> Media | None:
        found = await hung(portraying.PORTRAIT, self.account_id)
        return found[0] if found else None

    @strawberry.field(description="One's own papers, which officers who decide may read.")
    async def papers(self) -> list[Media]:
        return await hung(portraying.PAPERS, self.account_id)

    @classmethod
    def of(cls, row: models.Account) -> Me:
        """Show a living account to its owner."""
        return cls(
            id=ids.encode("Account", row.id),
            account_id=row.id,
            phone=row.phone or "",
            name=row.name,
            language=Language(row.language),
            home_id=ids.encode("Place", row.home_id) if row.home_id else None,
        )


@strawberry.type(description="A device that is signed in.")
class Session:
    id: strawberry.ID = strawberry.field(description="The session's id.")
    device: str = strawberry.field(description="What the device called itself.")
    address: str = strawberry.field(description="The network address it was last seen at.")
    created_at: datetime = strawberry.field(description="When it signed in.")
    last_used_at: datetime = strawberry.field(description="When it last refreshed its tokens.")
    expires_at: datetime = strawberry.field(description="When it ends if it is not used.")
    is_current: bool = strawberry.field(description="Whether this request comes from it.")

    @classmethod
    def of(cls, row: models.Session, current_id: int | None) -> Session:
        """Show a session to its owner."""
        return cls(
            id=ids.encode("Session", row.id),
            device=row.device,
            address=row.address,
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            expires_at=row.expires_at,
            is_current=row.id == current_id,
        )


@strawberry.input(description="What to change on the profile; what is null stays as it is.")
class UpdateProfileInput:
    name: str | None = strawberry.field(
        default=None, description="1 to 80 visible characters on one line."
    )
    language: Language | None = strawberry.field(
        default=None, description="The language of messages."
    )
    home_id: strawberry.ID | None = strawberry.field(
        default=None, description="The union or municipality where one lives."
    )


@strawberry.type(description="The account is gone. Its number stays on what was bid and booked.")
class AccountErased:
    id: strawberry.ID = strawberry.field(description="The number that stays.")


UpdateProfileResult = Annotated[
    Me | NotAHome | NotFound | AccountSuspended,
    strawberry.union("UpdateProfileResult", description="The profile, or why not."),
]
EraseMyAccountResult = Annotated[
    AccountErased | StillOwing | AccountSuspended,
    strawberry.union("EraseMyAccountResult", description="The end, or why not yet."),
]


@strawberry.type
class PeopleQuery:
    @strawberry.field(description="The signed-in person; null if nobody is signed in.")
    async def me(self, info: Info) -> Me | None:
        viewer_id = info.context.viewer_id
        row = await queries.account(viewer_id) if viewer_id else None
        return Me.of(row) if row else None

    @strawberry.field(description="The devices that are signed in, the last used first.")
    async def my_sessions(self, info: Info) -> list[Session]:
        viewer_id = info.context.require_viewer()
        rows = await queries.my_sessions(viewer_id, at=await info.context.clock())
        return [Session.of(row, info.context.session_id) for row in rows]


@strawberry.type
class PeopleMutation:
    @strawberry.mutation(description="Change one's profile.", extensions=[ErrorsAsData()])
    async def update_profile(self, info: Info, input: UpdateProfileInput) -> UpdateProfileResult:
        row = await profiles.update_profile(
            info.context.require_viewer(),
            name=input.name,
            language=input.language.value if input.language else None,
            home_id=ids.decode(input.home_id, "Place") if input.home_id else None,
        )
        return Me.of(row)

    @strawberry.mutation(
        description="Leave for good. Name and phone are removed. First finish what is open.",
        extensions=[ErrorsAsData()],
    )
    async def erase_my_account(self, info: Info) -> EraseMyAccountResult:
        viewer_id = info.context.require_viewer()
        await suspending.erase(
            viewer_id,
            open_obligations=info.context.open_obligations,
            clock=info.context.clock,
        )
        info.context.forget_refresh_token()
        return AccountErased(id=ids.encode("Account", viewer_id))
