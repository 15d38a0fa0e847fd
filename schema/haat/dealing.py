"""What sellers and buyers do: put up, reprice, buy, bargain."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.haat import bargaining, dealing, ending, listing_by_weight
from hmk_graph.haat import listing as listings
from hmk_graph.haat.listing import LotWish, Wording
from hmk_graph.money import Paisa
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.deals import Deal
from schema.haat.lots import Lot
from schema.haat.refusals import (
    AlreadyListed,
    BargainTooLong,
    LotNotWithdrawn,
    NotForSale,
    NotListable,
    OfferClosed,
    OfferPending,
    OwnAnimal,
    OwnOffer,
    PriceChanged,
    ResoldTooSoon,
    SoldOtherwise,
)
from schema.haat.selling import Listing, Offer, shown

ListAnimalResult = Annotated[
    Listing
    | NotListable
    | AlreadyListed
    | ResoldTooSoon
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("ListAnimalResult", description="The listing, or why it was refused."),
]
SubmitLotResult = Annotated[
    Lot
    | NotListable
    | AlreadyListed
    | ResoldTooSoon
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("SubmitLotResult", description="The lot, or why it was refused."),
]
ListingResult = Annotated[
    Listing | SoldOtherwise | LotNotWithdrawn | StaleState | AccountSuspended | NotFound,
    strawberry.union("ListingResult", description="The listing, or why nothing was done."),
]
BuyNowResult = Annotated[
    Deal
    | SoldOtherwise
    | NotForSale
    | OwnAnimal
    | NotListable
    | PriceChanged
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("BuyNowResult", description="The deal, or why it was refused."),
]
MakeOfferResult = Annotated[
    Offer
    | SoldOtherwise
    | NotForSale
    | OwnAnimal
    | NotListable
    | OfferPending
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("MakeOfferResult", description="The offer, or why it was refused."),
]
CounterOfferResult = Annotated[
    Offer
    | OwnOffer
    | OfferClosed
    | NotForSale
    | NotListable
    | BargainTooLong
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("CounterOfferResult", description="The new offer, or why it was refused."),
]
AcceptOfferResult = Annotated[
    Deal
    | OwnOffer
    | OfferClosed
    | NotForSale
    | NotListable
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("AcceptOfferResult", description="The deal, or why it was refused."),
]
OfferResult = Annotated[
    Offer | OwnOffer | OfferClosed | AccountSuspended | NotFound,
    strawberry.union("OfferResult", description="The offer, or why nothing was done."),
]


@strawberry.input(description="An animal for a fixed price or for bargaining.")
class ListAnimalInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    price: Paisa = strawberry.field(description="The price asked, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each listing.")
    title_bn: str = strawberry.field(default="", description="Left out, it is made for you.")
    title_en: str = strawberry.field(default="", description="Left out, it is made for you.")
    description: str = strawberry.field(default="", description="What buyers should know.")


@strawberry.input(description="An animal for sale by its live weight.")
class ListByWeightInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal; weighed lately.")
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    per_kg: Paisa = strawberry.field(description="What a kilogram costs, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each listing.")
    title_bn: str = strawberry.field(default="", description="Left out, it is made for you.")
    title_en: str = strawberry.field(default="", description="Left out, it is made for you.")
    description: str = strawberry.field(default="", description="What buyers should know.")


@strawberry.input(description="An animal for the auction.")
class SubmitLotInput:
    animal_id: strawberry.ID = strawberry.field(description="Which animal.")
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    start: Paisa = strawberry.field(description="Where bidding starts, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each lot.")
    reserve: Paisa | None = strawberry.field(
        default=None, description="Hidden: for less the animal is not sold."
    )
    wished_at: datetime | None = strawberry.field(
        default=None, description="When you would like it; the officer decides."
    )
    title_bn: str = strawberry.field(default="", description="Left out, it is made for you.")
    title_en: str = strawberry.field(default="", description="Left out, it is made for you.")
    description: str = strawberry.field(default="", description="What buyers should know.")


@strawberry.input(description="Another price for a listing.")
class ChangePriceInput:
    listing_id: strawberry.ID = strawberry.field(description="Which listing.")
    price: Paisa = strawberry.field(description="The price asked, whole taka as paisa.")
    seen_version: int = strawberry.field(description="The version you saw.")


@strawberry.input(description="A listing.")
class ListingInput:
    listing_id: strawberry.ID = strawberry.field(description="Which listing.")


@strawberry.input(description="A purchase at the fixed price.")
class BuyNowInput:
    listing_id: strawberry.ID = strawberry.field(description="Which listing.")
    price: Paisa = strawberry.field(description="The price you saw.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a purchase.")


@strawberry.input(description="An offer for an animal that is sold by bargain.")
class MakeOfferInput:
    listing_id: strawberry.ID = strawberry.field(description="Which listing.")
    amount: Paisa = strawberry.field(description="How much, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each offer.")


@strawberry.input(description="Another price as the answer to an offer.")
class CounterOfferInput:
    offer_id: strawberry.ID = strawberry.field(description="The offer you answer.")
    amount: Paisa = strawberry.field(description="How much, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each answer.")


@strawberry.input(description="An offer to accept.")
class AcceptOfferInput:
    offer_id: strawberry.ID = strawberry.field(description="Which offer.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each answer.")


@strawberry.input(description="An offer.")
class OfferInput:
    offer_id: strawberry.ID = strawberry.field(description="Which offer.")


@strawberry.type
class SellingMutation:
    @strawberry.mutation(
        description="Offer an animal at a fixed price.", extensions=[ErrorsAsData()]
    )
    async def list_for_fixed_price(self, info: Info, input: ListAnimalInput) -> ListAnimalResult:
        listing = await listings.list_for_fixed_price(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            haat_id=ids.decode(input.haat_id, "Haat"),
            price=input.price,
            wording=_wording(input),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return shown(listing)

    @strawberry.mutation(
        description=(
            "Offer an animal at a price for the kilogram. It is weighed at the handover; a weight "
            "outside the tolerance needs the buyer's word."
        ),
        extensions=[ErrorsAsData()],
    )
    async def list_by_weight(self, info: Info, input: ListByWeightInput) -> ListAnimalResult:
        listing = await listing_by_weight.list_by_weight(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            haat_id=ids.decode(input.haat_id, "Haat"),
            per_kg=input.per_kg,
            wording=_wording(input),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return shown(listing)

    @strawberry.mutation(description="Offer an animal for bargaining.", extensions=[ErrorsAsData()])
    async def list_for_bargaining(self, info: Info, input: ListAnimalInput) -> ListAnimalResult:
        listing = await listings.list_for_bargaining(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            haat_id=ids.decode(input.haat_id, "Haat"),
            price=input.price,
            wording=_wording(input),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return shown(listing)

    @strawberry.mutation(
        description="Send an animal to the auction; an officer of the haat fixes the times.",
        extensions=[ErrorsAsData()],
    )
    async def submit_lot(self, info: Info, input: SubmitLotInput) -> SubmitLotResult:
        lot = await listings.submit_lot(
            info.context.require_viewer(),
            ids.decode(input.animal_id, "Animal"),
            haat_id=ids.decode(input.haat_id, "Haat"),
            wish=LotWish(start=input.start, reserve=input.reserve, wished_at=input.wished_at),
            wording=_wording(input),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Lot(row=lot)

    @strawberry.mutation(description="Ask another price.", extensions=[ErrorsAsData()])
    async def change_price(self, info: Info, input: ChangePriceInput) -> ListingResult:
        listing = await listings.change_price(
            info.context.require_viewer(),
            ids.decode(input.listing_id, "Listing"),
            input.price,
            seen_version=input.seen_version,
            clock=info.context.clock,
        )
        return shown(listing)

    @strawberry.mutation(
        description="Take an animal off sale; a lot is withdrawn by withdrawLot.",
        extensions=[ErrorsAsData()],
    )
    async def withdraw_listing(self, info: Info, input: ListingInput) -> ListingResult:
        listing = await ending.withdraw_listing(
            info.context.require_viewer(),
            ids.decode(input.listing_id, "Listing"),
            clock=info.context.clock,
        )
        return shown(listing)

    @strawberry.mutation(
        description="Buy an animal at its fixed price.", extensions=[ErrorsAsData()]
    )
    async def buy_now(self, info: Info, input: BuyNowInput) -> BuyNowResult:
        deal = await dealing.buy_now(
            info.context.require_viewer(),
            ids.decode(input.listing_id, "Listing"),
            price=input.price,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Offer a price for an animal that is sold by bargain.",
        extensions=[ErrorsAsData()],
    )
    async def make_offer(self, info: Info, input: MakeOfferInput) -> MakeOfferResult:
        offer = await bargaining.make_offer(
            info.context.require_viewer(),
            ids.decode(input.listing_id, "Listing"),
            input.amount,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Offer(row=offer)

    @strawberry.mutation(
        description="Answer an offer with another price.", extensions=[ErrorsAsData()]
    )
    async def counter_offer(self, info: Info, input: CounterOfferInput) -> CounterOfferResult:
        offer = await bargaining.counter(
            info.context.require_viewer(),
            ids.decode(input.offer_id, "Offer"),
            input.amount,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Offer(row=offer)

    @strawberry.mutation(description="Take an offer.", extensions=[ErrorsAsData()])
    async def accept_offer(self, info: Info, input: AcceptOfferInput) -> AcceptOfferResult:
        deal = await bargaining.accept(
            info.context.require_viewer(),
            ids.decode(input.offer_id, "Offer"),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(description="Leave an offer.", extensions=[ErrorsAsData()])
    async def reject_offer(self, info: Info, input: OfferInput) -> OfferResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.offer_id, "Offer")
        return Offer(row=await bargaining.reject(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Take one's own offer back.", extensions=[ErrorsAsData()])
    async def withdraw_offer(self, info: Info, input: OfferInput) -> OfferResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.offer_id, "Offer")
        return Offer(row=await bargaining.withdraw_offer(viewer_id, pk, clock=info.context.clock))


def _wording(input: ListAnimalInput | ListByWeightInput | SubmitLotInput) -> Wording:
    return Wording(title_bn=input.title_bn, title_en=input.title_en, description=input.description)
