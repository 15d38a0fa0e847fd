"""Shares of an animal: pools to join, one's own shares, and what the meat of each weighed."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.haat import listing_queries, share_models, share_money, share_queries, sharing
from hmk_graph.money import Paisa
from hmk_graph.payments import queries as payment_queries
from schema import ids
from schema.accounts.refusals import AccountSuspended, SecondOfficerNeeded
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.animals import Animal, animal_for
from schema.haat.refusals import (
    AlreadyListed,
    NoShareLeft,
    NotForSale,
    NotListable,
    OwnAnimal,
    ResoldTooSoon,
)
from schema.haat.sessions import Haat
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.payments.paying import Payment
from schema.scalars import Cursor

strawberry.enum(share_models.PoolState, description="Where a pool of shares stands.")
strawberry.enum(share_models.ShareState, description="Where a share stands.")
strawberry.enum(share_models.OnShortfall, description="What becomes of a pool that is not full.")


@strawberry.type(description="An animal that several people buy together, in equal shares.")
class SharePool:
    row: strawberry.Private[share_models.SharePool]

    @strawberry.field(description="The pool's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("SharePool", self.row.id)

    @strawberry.field(description="The animal.")
    async def animal(self, info: Info) -> Animal:
        return await animal_for(info, self.row.animal_id)

    @strawberry.field(description="At which haat.")
    async def haat(self) -> Haat:
        row = await loader(listing_queries.haats_by_id).load(self.row.haat_id)
        if row is None:
            raise errors.NotFound
        return Haat(row=row)

    @strawberry.field(description="In how many shares.")
    def parts(self) -> int:
        return self.row.parts

    @strawberry.field(description="What one share costs.")
    def share(self) -> Paisa:
        return Paisa(self.row.share_paisa)

    @strawberry.field(description="How many shares nobody has; a held one may come free again.")
    async def left(self) -> int:
        return self.row.parts - await loader(share_queries.taken).load(self.row.id)

    @strawberry.field(description="What becomes of it if it is not full at its end.")
    def on_shortfall(self) -> share_models.OnShortfall:
        return self.row.on_shortfall

    @strawberry.field(description="Where it stands.")
    def state(self) -> share_models.PoolState:
        return self.row.state

    @strawberry.field(
        description=(
            "When it ends; while SPLITTING, until when the rest is paid; while DIVIDED, until when "
            "an officer may still call it off. Null when nothing is awaited of the clock."
        )
    )
    def due_at(self) -> datetime | None:
        return self.row.due_at

    @strawberry.field(description="Why it was canceled.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="Whether it is the viewer's own to sell.")
    def mine(self, info: Info) -> bool:
        return self.row.seller_id == info.context.viewer_id


@strawberry.type(description="The viewer's share of an animal. Nobody else sees it.")
class Share:
    row: strawberry.Private[share_models.Share]

    @strawberry.field(description="The share's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Share", self.row.id)

    @strawberry.field(description="Its number in the pool, from 1.")
    def number(self) -> int:
        return self.row.number

    @strawberry.field(description="Of which pool; another one, once pools were merged.")
    async def pool(self) -> SharePool:
        return SharePool(row=await loader(share_queries.pools).load(self.row.pool_id))

    @strawberry.field(description="Where it stands.")
    def state(self) -> share_models.ShareState:
        return self.row.state

    @strawberry.field(description="Until when it is kept without being paid.")
    def held_until(self) -> datetime:
        return self.row.held_until

    @strawberry.field(description="What is or was to be paid for it.")
    async def payment(self) -> Payment | None:
        found = await loader(payment_queries.open_of, share_money.SHARE).load(self.row.id)
        return Payment(row=found) if found else None

    @strawberry.field(description="What is to be paid for shares that nobody took, if it is split.")
    async def rest_payment(self) -> Payment | None:
        found = await loader(payment_queries.open_of, share_money.REST).load(self.row.id)
        return Payment(row=found) if found else None

    @strawberry.field(description="What its meat weighs, in grams.")
    def meat_grams(self) -> int | None:
        grams: int | None = self.row.meat_grams
        return grams


OpenSharePoolResult = Annotated[
    SharePool
    | NotListable
    | AlreadyListed
    | ResoldTooSoon
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("OpenSharePoolResult", description="The pool, or why it was refused."),
]
HoldShareResult = Annotated[
    Share
    | NotForSale
    | OwnAnimal
    | NoShareLeft
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("HoldShareResult", description="The share, or why it was refused."),
]
LetShareGoResult = Annotated[
    Share | StaleState | NotFound,
    strawberry.union("LetShareGoResult", description="The share, or why it stays."),
]
CallOffPoolResult = Annotated[
    SharePool | SecondOfficerNeeded | StaleState | AccountSuspended | NotFound,
    strawberry.union("CallOffPoolResult", description="The pool, or why it goes on."),
]
SharePoolResult = Annotated[
    SharePool | StaleState | AccountSuspended | NotFound,
    strawberry.union("SharePoolResult", description="The pool, or why nothing was done."),
]


@strawberry.input(description="An animal to be bought together.")
class OpenSharePoolInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal; cleared.")
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    parts: int = strawberry.field(
        description="In how many shares; at most `maxShares` of its kind."
    )
    share: Paisa = strawberry.field(description="What one costs, whole taka as paisa.")
    closes_at: datetime = strawberry.field(description="Until when; within the clearance.")
    on_shortfall: share_models.OnShortfall = strawberry.field(description="If it is not full then.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a pool.")


@strawberry.input(description="A share to keep for oneself.")
class HoldShareInput:
    pool_id: strawberry.ID = strawberry.field(description="Of which pool.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a share.")


@strawberry.input(description="A share.")
class ShareInput:
    share_id: strawberry.ID = strawberry.field(description="Which share.")


@strawberry.input(description="The meat of a pool's animal.")
class DivideMeatInput:
    pool_id: strawberry.ID = strawberry.field(description="Of which pool.")
    grams: list[int] = strawberry.field(description="What each share weighs, by their numbers.")


@strawberry.input(description="A pool to be called off.")
class CallOffPoolInput:
    pool_id: strawberry.ID = strawberry.field(description="Which pool.")
    reason: str = strawberry.field(description="Why, in a sentence or more; its holders read it.")


@strawberry.type
class ShareQuery:
    @strawberry.field(description="One pool; null if there is none. No sign-in needed.")
    async def share_pool(self, id: strawberry.ID) -> SharePool | None:
        row = await share_models.SharePool.get_or_none(id=ids.decode(id, "SharePool"))
        return SharePool(row=row) if row else None

    @strawberry.field(description="The pools that still take people, newest first.")
    async def share_pools(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[SharePool]:
        rows = share_queries.open_pools(await info.context.clock())
        return await keyset_page(
            rows, lambda row: SharePool(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(description="The viewer's shares, newest first.")
    async def my_shares(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Share]:
        rows = share_models.Share.filter(holder_id=info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: Share(row=row), order=("-id",), first=first, after=after
        )


@strawberry.type
class ShareMutation:
    @strawberry.mutation(
        description="Offer an animal in equal shares (its seller).", extensions=[ErrorsAsData()]
    )
    async def open_share_pool(self, info: Info, input: OpenSharePoolInput) -> OpenSharePoolResult:
        pool = await sharing.open_pool(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            haat_id=ids.decode(input.haat_id, "Haat"),
            parts=input.parts,
            share=input.share,
            closes_at=input.closes_at,
            on_shortfall=input.on_shortfall,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return SharePool(row=pool)

    @strawberry.mutation(
        description="Keep a share for a quarter of an hour; pay its `payment` meanwhile.",
        extensions=[ErrorsAsData()],
    )
    async def hold_share(self, info: Info, input: HoldShareInput) -> HoldShareResult:
        share = await sharing.hold_share(
            info.context.require_viewer(),
            ids.decode(input.pool_id, "SharePool"),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Share(row=share)

    @strawberry.mutation(
        description="Leave a share that is not paid to others.", extensions=[ErrorsAsData()]
    )
    async def let_share_go(self, info: Info, input: ShareInput) -> LetShareGoResult:
        share = await sharing.let_go(
            info.context.require_viewer(),
            ids.decode(input.share_id, "Share"),
            clock=info.context.clock,
        )
        return Share(row=share)

    @strawberry.mutation(
        description="Say what the meat of each share weighs (the seller of a full pool).",
        extensions=[ErrorsAsData()],
    )
    async def divide_meat(self, info: Info, input: DivideMeatInput) -> SharePoolResult:
        pool = await sharing.divide(
            info.context.require_viewer(),
            ids.decode(input.pool_id, "SharePool"),
            input.grams,
            clock=info.context.clock,
        )
        return SharePool(row=pool)

    @strawberry.mutation(
        description=(
            "Give all holders of a pool their money back (an officer of the haat), when a second "
            "one says so too."
        ),
        extensions=[ErrorsAsData()],
    )
    async def call_off_share_pool(self, info: Info, input: CallOffPoolInput) -> CallOffPoolResult:
        pool = await sharing.call_off(
            info.context.require_viewer(),
            ids.decode(input.pool_id, "SharePool"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return SharePool(row=pool)
