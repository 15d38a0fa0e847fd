"""What administrators do with accounts: suspend, restore, give and take roles."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.accounts import access, models, queries, suspending
from schema import ids
from schema.accounts.choices import AccountState, Role
from schema.accounts.people import HeldRole
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended, NotOnOneself, ReasonTooShort
from schema.errors import ErrorsAsData, NotFound, StaleState


@strawberry.input(description="Whom to suspend, and why.")
class SuspendAccountInput:
    account_id: strawberry.ID = strawberry.field(description="Whom.")
    reason: str = strawberry.field(description="At least ten characters. The person reads it.")


@strawberry.input(description="Whom to let act again, and why.")
class RestoreAccountInput:
    account_id: strawberry.ID = strawberry.field(description="Whom.")
    reason: str = strawberry.field(description="At least ten characters. The person reads it.")


@strawberry.input(description="A role of a person.")
class RoleInput:
    account_id: strawberry.ID = strawberry.field(description="Whose.")
    role: Role = strawberry.field(
        description="Any but VERIFIED_SELLER: sellers are verified by their application."
    )
    place_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="An officer's area, with all below; null: everywhere. An operator's union.",
    )


@strawberry.type(description="How an account stands now.")
class AccountStanding:
    id: strawberry.ID = strawberry.field(description="Whose account.")
    state: AccountState = strawberry.field(description="Whether the person may act.")

    @classmethod
    def of(cls, row: models.Account) -> AccountStanding:
        """Show an administrator how an account stands."""
        return cls(id=ids.encode("Account", row.id), state=row.state)


@strawberry.type(description="A person as an administrator sees him, to decide about him.")
class KnownPerson:
    row: strawberry.Private[models.Account]

    @strawberry.field(description="Whose account.")
    def id(self) -> strawberry.ID:
        return ids.encode("Account", self.row.id)

    @strawberry.field(description="The name on the profile; empty at first.")
    def name(self) -> str:
        return self.row.name

    @strawberry.field(description="Whether the person may act.")
    def state(self) -> AccountState:
        return self.row.state

    @strawberry.field(description="The roles that the person holds.")
    async def roles(self) -> list[HeldRole]:
        return [HeldRole.of(held) for held in await queries.my_roles(self.row.id)]


@strawberry.type(description="The role was given or taken, or that was so already.")
class RoleChanged:
    account_id: strawberry.ID = strawberry.field(description="Whose.")
    role: Role = strawberry.field(description="Which.")
    held: bool = strawberry.field(description="Whether it is held now.")


@strawberry.type
class AdministeringQuery:
    @strawberry.field(
        description="Who signs in with a phone, for administrators; null of nobody, and to others."
    )
    async def person_by_phone(self, info: Info, phone: str) -> KnownPerson | None:
        row = await queries.person_by_phone(info.context.require_viewer(), phone)
        return KnownPerson(row=row) if row else None


SuspendAccountResult = Annotated[
    AccountStanding | NotFound | NotOnOneself | ReasonTooShort | StaleState | AccountSuspended,
    strawberry.union("SuspendAccountResult", description="The account, or why not."),
]
RestoreAccountResult = Annotated[
    AccountStanding | NotFound | NotOnOneself | ReasonTooShort | StaleState | AccountSuspended,
    strawberry.union("RestoreAccountResult", description="The account, or why not."),
]
GrantRoleResult = Annotated[
    RoleChanged | NotFound,
    strawberry.union("GrantRoleResult", description="The role, or that there is no such person."),
]
RevokeRoleResult = Annotated[
    RoleChanged | NotFound | NotOnOneself,
    strawberry.union("RevokeRoleResult", description="The role, or why not."),
]


@strawberry.type
class AdministrationMutation:
    @strawberry.mutation(
        description="Suspend a person, as an administrator. All sessions end.",
        extensions=[ErrorsAsData()],
    )
    async def suspend_account(self, info: Info, input: SuspendAccountInput) -> SuspendAccountResult:
        row = await suspending.suspend(
            info.context.require_viewer(),
            ids.decode(input.account_id, "Account"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return AccountStanding.of(row)

    @strawberry.mutation(
        description="Let a suspended person act again, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def restore_account(self, info: Info, input: RestoreAccountInput) -> RestoreAccountResult:
        row = await suspending.restore(
            info.context.require_viewer(),
            ids.decode(input.account_id, "Account"),
            reason=input.reason,
        )
        return AccountStanding.of(row)

    @strawberry.mutation(
        description="Give a person a role, as an administrator.", extensions=[ErrorsAsData()]
    )
    async def grant_role(self, info: Info, input: RoleInput) -> GrantRoleResult:
        await access.grant(
            info.context.require_viewer(),
            ids.decode(input.account_id, "Account"),
            input.role,
            _place(input),
            clock=info.context.clock,
        )
        return RoleChanged(account_id=input.account_id, role=input.role, held=True)

    @strawberry.mutation(
        description="Take a role from a person, as an administrator.", extensions=[ErrorsAsData()]
    )
    async def revoke_role(self, info: Info, input: RoleInput) -> RevokeRoleResult:
        await access.revoke_role(
            info.context.require_viewer(),
            ids.decode(input.account_id, "Account"),
            input.role,
            _place(input),
            clock=info.context.clock,
        )
        return RoleChanged(account_id=input.account_id, role=input.role, held=False)


def _place(input: RoleInput) -> int | None:
    return ids.decode(input.place_id, "Place") if input.place_id else None
