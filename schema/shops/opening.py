"""What people do about their shops, and officers about them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.orders import obligations as order_obligations
from hmk_graph.orders import queries as order_queries
from hmk_graph.shops import approving, opening, picturing
from schema import ids
from schema.accounts.refusals import (
    AccountSuspended,
    NotAHome,
    NotOnOneself,
    PhoneNotValid,
    ReasonTooShort,
    SecondOfficerNeeded,
    StillOwing,
)
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.media import AttachedElsewhere, MediaNotReady, PictureInput
from schema.services.providing import WorkingSpanInput
from schema.shops.choices import ShopCommand
from schema.shops.refusals import (
    ShopAddressReserved,
    ShopAddressTaken,
    ShopIncomplete,
    ShopStillOwing,
)
from schema.shops.shops import Shop

FREE = Paisa(0)


@strawberry.input(description="What a shop says of itself.")
class ShopSignInput:
    slug: str = strawberry.field(description="Its word in addresses: 3 to 40 small letters, ...")
    name_bn: str = strawberry.field(description="Its name in Bengali, 1 to 80 characters.")
    phone: str = strawberry.field(description="A mobile number of Bangladesh; everybody sees it.")
    place_id: strawberry.ID = strawberry.field(description="The union or municipality it is in.")
    name_en: str = strawberry.field(default="", description="Its name in English.")
    about: str = strawberry.field(default="", description="Needed before it is published.")
    address: str = strawberry.field(default="", description="Village, road or market.")
    host: str = strawberry.field(default="", description="Its own host name, if it has one.")
    primary_color: str = strawberry.field(default="#0b6e4f", description="As #rrggbb.")
    accent_color: str = strawberry.field(default="#f2a541", description="As #rrggbb.")

    def read(self) -> opening.Sign:
        """Return it as the domain knows it."""
        return opening.Sign(**{**vars(self), "place_id": ids.decode(self.place_id, "Place")})


@strawberry.input(description="A shop to be opened.")
class OpenShopInput:
    sign: ShopSignInput = strawberry.field(description="What it says of itself.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a shop.")


@strawberry.input(description="How a shop hands goods over and takes money.")
class SetShopTermsInput:
    week: list[list[WorkingSpanInput]] = strawberry.field(
        description="Seven days from Monday, each with its spans; [] for open at all times."
    )
    delivers: bool = strawberry.field(default=True, description="Whether it brings goods.")
    delivery_fee: Paisa = strawberry.field(default=FREE, description="What that costs.")
    pickup: bool = strawberry.field(default=True, description="Whether one may fetch them.")
    takes_cash: bool = strawberry.field(default=True, description="Whether it takes cash then.")


@strawberry.input(description="When a shop is on holiday.")
class ShopHolidayInput:
    closed_from: datetime | None = strawberry.field(default=None, description="From when.")
    closed_to: datetime | None = strawberry.field(
        default=None, description="Until when. Both null: it is back."
    )


@strawberry.input(description="What a shop wears.")
class SetShopLooksInput:
    logo: PictureInput | None = strawberry.field(default=None, description="Null: none.")
    cover: PictureInput | None = strawberry.field(default=None, description="Null: none.")


@strawberry.input(description="An officer's decision about a shop.")
class DecideShopInput:
    shop_id: strawberry.ID = strawberry.field(description="About which.")
    decision: ShopCommand = strawberry.field(
        description=(
            "VERIFY, ASK_FOR_MORE, REJECT, SUSPEND or RESTORE; or TERMINATE, which ends it for "
            "good when a second officer says so too."
        )
    )
    reason: str = strawberry.field(
        default="", description="At least ten characters, but for VERIFY and RESTORE."
    )


OpenShopResult = Annotated[
    Shop
    | ShopAddressTaken
    | ShopAddressReserved
    | PhoneNotValid
    | NotAHome
    | NotFound
    | AccountSuspended
    | IdempotencyConflict
    | InProgress,
    strawberry.union("OpenShopResult", description="The shop, or why not."),
]
DescribeShopResult = Annotated[
    Shop
    | ShopAddressTaken
    | ShopAddressReserved
    | PhoneNotValid
    | NotAHome
    | NotFound
    | AccountSuspended,
    strawberry.union("DescribeShopResult", description="The shop, or why not."),
]
ShopResult = Annotated[
    Shop | NotFound | AccountSuspended,
    strawberry.union("ShopResult", description="The shop, or why nothing was done."),
]
MoveShopResult = Annotated[
    Shop | ShopIncomplete | StaleState | NotFound | AccountSuspended,
    strawberry.union("MoveShopResult", description="The shop, or why nothing was done."),
]
CloseShopResult = Annotated[
    Shop | ShopStillOwing | StaleState | NotFound | AccountSuspended,
    strawberry.union("CloseShopResult", description="The shop, or why it stays."),
]
ShopLooksResult = Annotated[
    Shop | MediaNotReady | AttachedElsewhere | NotFound | AccountSuspended,
    strawberry.union("ShopLooksResult", description="The shop, or why it looks as before."),
]
DecideShopResult = Annotated[
    Shop
    | NotOnOneself
    | SecondOfficerNeeded
    | StillOwing
    | StaleState
    | ReasonTooShort
    | NotFound
    | AccountSuspended,
    strawberry.union("DecideShopResult", description="The shop, or why not."),
]


@strawberry.type
class ShopMutation:
    @strawberry.mutation(
        description="Draft a shop of one's own: free, for everybody who is signed in.",
        extensions=[ErrorsAsData()],
    )
    async def open_shop(self, info: Info, input: OpenShopInput) -> OpenShopResult:
        row = await opening.open_shop(
            info.context.require_viewer(),
            input.sign.read(),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Shop(row=row)

    @strawberry.mutation(
        description="Have one's shop say something else of itself.", extensions=[ErrorsAsData()]
    )
    async def describe_shop(self, info: Info, input: ShopSignInput) -> DescribeShopResult:
        return Shop(row=await opening.describe(info.context.require_viewer(), input.read()))

    @strawberry.mutation(
        description="Say when one's shop is open, how it brings goods, whether it takes cash.",
        extensions=[ErrorsAsData()],
    )
    async def set_shop_terms(self, info: Info, input: SetShopTermsInput) -> ShopResult:
        terms = opening.Terms(
            week=[[[span.opens, span.closes] for span in day] for day in input.week],
            delivers=input.delivers,
            delivery=input.delivery_fee,
            pickup=input.pickup,
            takes_cash=input.takes_cash,
        )
        return Shop(row=await opening.set_terms(info.context.require_viewer(), terms))

    @strawberry.mutation(
        description="Take no orders for a time, or be back.", extensions=[ErrorsAsData()]
    )
    async def set_shop_holiday(self, info: Info, input: ShopHolidayInput) -> ShopResult:
        row = await opening.go_on_holiday(
            info.context.require_viewer(),
            input.closed_from,
            input.closed_to,
            clock=info.context.clock,
        )
        return Shop(row=row)

    @strawberry.mutation(
        description="Have one's shop wear a logo and a cover.", extensions=[ErrorsAsData()]
    )
    async def set_shop_looks(self, info: Info, input: SetShopLooksInput) -> ShopLooksResult:
        row = await picturing.set_looks(
            info.context.require_viewer(),
            input.logo.read() if input.logo else None,
            input.cover.read() if input.cover else None,
            clock=info.context.clock,
        )
        return Shop(row=row)

    @strawberry.mutation(
        description="Publish one's shop: an officer looks at it and opens it.",
        extensions=[ErrorsAsData()],
    )
    async def publish_shop(self, info: Info) -> MoveShopResult:
        return await _moved(info, ShopCommand.PUBLISH)

    @strawberry.mutation(
        description="Take no orders for now; what is ordered stays ordered.",
        extensions=[ErrorsAsData()],
    )
    async def pause_shop(self, info: Info) -> MoveShopResult:
        return await _moved(info, ShopCommand.PAUSE)

    @strawberry.mutation(description="Take orders again.", extensions=[ErrorsAsData()])
    async def resume_shop(self, info: Info) -> MoveShopResult:
        return await _moved(info, ShopCommand.RESUME)

    @strawberry.mutation(
        description="Close one's shop for good, when its orders are over.",
        extensions=[ErrorsAsData()],
    )
    async def close_shop(self, info: Info) -> CloseShopResult:
        viewer_id = info.context.require_viewer()
        return Shop(row=await opening.close(viewer_id, open_orders=order_queries.open_at))

    @strawberry.mutation(
        description="Decide about a shop, as an officer of the area.",
        extensions=[ErrorsAsData()],
    )
    async def decide_shop(self, info: Info, input: DecideShopInput) -> DecideShopResult:
        row = await approving.decide(
            info.context.require_viewer(),
            ids.decode(input.shop_id, "Shop"),
            input.decision,
            reason=input.reason,
            open_business=order_obligations.open_at_shop,
            clock=info.context.clock,
        )
        return Shop(row=row)


async def _moved(info: Info, command: ShopCommand) -> Shop:
    viewer_id = info.context.require_viewer()
    return Shop(row=await opening.move(viewer_id, command, clock=info.context.clock))
