"""What owners do about their products, prices and stocks."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.shops import cataloging, picturing, stocking
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.media import AttachedElsewhere, MediaNotReady, PictureInput
from schema.shops.choices import ProductCommand
from schema.shops.refusals import ProductIncomplete, StockChanged, StockPromised, VariantExists
from schema.shops.shops import Product
from schema.shops.variants import Stock


@strawberry.input(description="What is said of a product.")
class ProductLabelInput:
    category_id: strawberry.ID = strawberry.field(description="Its kind.")
    name_bn: str = strawberry.field(description="Its name in Bengali, 1 to 120 characters.")
    unit: str = strawberry.field(
        description="piece, kg, gram, litre, dozen, pair, packet, yard, maund or set."
    )
    name_en: str = strawberry.field(default="", description="Its name in English.")
    description: str = strawberry.field(default="", description="What else is to be said.")
    options: list[str] = strawberry.field(
        default_factory=list, description="What its variants differ in, at most three."
    )

    def read(self) -> cataloging.Label:
        """Return it as the domain knows it."""
        category_id = ids.decode(self.category_id, "ProductCategory")
        return cataloging.Label(**{**vars(self), "category_id": category_id})


@strawberry.input(description="One form of a product.")
class VariantInput:
    price: Paisa = strawberry.field(description="What one unit costs, whole taka as paisa.")
    choices: list[str] = strawberry.field(
        default_factory=list, description="A value for each of the product's options."
    )
    on_hand: int = strawberry.field(default=0, description="How many lie at the shop.")

    def read(self) -> cataloging.Form:
        """Return it as the domain knows it."""
        return cataloging.Form(price=self.price, choices=self.choices, on_hand=self.on_hand)


@strawberry.input(description="A product to be offered.")
class AddProductInput:
    label: ProductLabelInput = strawberry.field(description="What is said of it.")
    variants: list[VariantInput] = strawberry.field(description="Its forms, at least one.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a product.")


@strawberry.input(description="Something else to be said of a product.")
class DescribeProductInput:
    product_id: strawberry.ID = strawberry.field(description="Which.")
    label: ProductLabelInput = strawberry.field(description="What.")


@strawberry.input(description="One more form of a product.")
class AddVariantInput:
    product_id: strawberry.ID = strawberry.field(description="Of which.")
    variant: VariantInput = strawberry.field(description="The form.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a variant.")


@strawberry.input(description="A variant.")
class VariantIdInput:
    variant_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="A price from now on.")
class SetPriceInput:
    variant_id: strawberry.ID = strawberry.field(description="Of which variant.")
    price: Paisa = strawberry.field(description="What one unit costs, whole taka as paisa.")


@strawberry.input(description="A step of a product.")
class MoveProductInput:
    product_id: strawberry.ID = strawberry.field(description="Which.")
    move: ProductCommand = strawberry.field(description="What to do with it.")


@strawberry.input(description="Goods that came, went, or were counted.")
class ChangeStockInput:
    variant_id: strawberry.ID = strawberry.field(description="Of which variant.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a change.")
    place_id: strawberry.ID | None = strawberry.field(
        default=None, description="Where; null: at the shop itself."
    )
    delta: int | None = strawberry.field(
        default=None, description="How many more, or (below zero) fewer."
    )
    counted: int | None = strawberry.field(
        default=None, description="Instead of `delta`: how many there are, as counted."
    )
    seen_version: int | None = strawberry.field(
        default=None, description="With `counted`: the version that was seen then."
    )
    note: str = strawberry.field(default="", description="What to note with it.")


@strawberry.input(description="What is to hang on a product, in order; the first is foremost.")
class PictureProductInput:
    product_id: strawberry.ID = strawberry.field(description="Which product.")
    media: list[PictureInput] = strawberry.field(description="The files; what is left out goes.")


AddProductResult = Annotated[
    Product | VariantExists | NotFound | AccountSuspended | IdempotencyConflict | InProgress,
    strawberry.union("AddProductResult", description="The product, or why not."),
]
ProductResult = Annotated[
    Product | NotFound | AccountSuspended,
    strawberry.union("ProductResult", description="The product, or why nothing was done."),
]
MoveProductResult = Annotated[
    Product | ProductIncomplete | StaleState | NotFound | AccountSuspended,
    strawberry.union("MoveProductResult", description="The product, or why nothing was done."),
]
ChangeStockResult = Annotated[
    Stock
    | StockChanged
    | StockPromised
    | NotFound
    | AccountSuspended
    | IdempotencyConflict
    | InProgress,
    strawberry.union("ChangeStockResult", description="The stock, or why it stays."),
]
PictureProductResult = Annotated[
    Product | MediaNotReady | AttachedElsewhere | NotFound | AccountSuspended,
    strawberry.union("PictureProductResult", description="The product, or why it stays."),
]


@strawberry.type
class ProductMutation:
    @strawberry.mutation(description="Draft a product of one's shop.", extensions=[ErrorsAsData()])
    async def add_product(self, info: Info, input: AddProductInput) -> AddProductResult:
        row = await cataloging.add_product(
            info.context.require_viewer(),
            input.label.read(),
            [one.read() for one in input.variants],
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Product(row=row)

    @strawberry.mutation(
        description="Say something else of a product.", extensions=[ErrorsAsData()]
    )
    async def describe_product(self, info: Info, input: DescribeProductInput) -> ProductResult:
        row = await cataloging.describe(
            info.context.require_viewer(),
            ids.decode(input.product_id, "Product"),
            input.label.read(),
            clock=info.context.clock,
        )
        return Product(row=row)

    @strawberry.mutation(
        description="Offer a product in one more form.", extensions=[ErrorsAsData()]
    )
    async def add_variant(self, info: Info, input: AddVariantInput) -> AddProductResult:
        row = await cataloging.add_variant(
            info.context.require_viewer(),
            ids.decode(input.product_id, "Product"),
            input.variant.read(),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Product(row=row)

    @strawberry.mutation(
        description="Offer a product no more in one form.", extensions=[ErrorsAsData()]
    )
    async def retire_variant(self, info: Info, input: VariantIdInput) -> ProductResult:
        row = await cataloging.retire_variant(
            info.context.require_viewer(),
            ids.decode(input.variant_id, "Variant"),
            clock=info.context.clock,
        )
        return Product(row=row)

    @strawberry.mutation(
        description="Have a variant cost something else from now on; what it did cost stays known.",
        extensions=[ErrorsAsData()],
    )
    async def set_price(self, info: Info, input: SetPriceInput) -> ProductResult:
        row = await cataloging.set_price(
            info.context.require_viewer(),
            ids.decode(input.variant_id, "Variant"),
            input.price,
            clock=info.context.clock,
        )
        return Product(row=row)

    @strawberry.mutation(
        description="Offer a product, pause it, or take it off for good.",
        extensions=[ErrorsAsData()],
    )
    async def move_product(self, info: Info, input: MoveProductInput) -> MoveProductResult:
        row = await cataloging.move(
            info.context.require_viewer(),
            ids.decode(input.product_id, "Product"),
            input.move,
            clock=info.context.clock,
        )
        return Product(row=row)

    @strawberry.mutation(
        description="Change a stock by a difference, or to what was counted.",
        extensions=[ErrorsAsData()],
    )
    async def change_stock(self, info: Info, input: ChangeStockInput) -> ChangeStockResult:
        row = await stocking.change(
            info.context.require_viewer(),
            ids.decode(input.variant_id, "Variant"),
            idempotency_key=input.idempotency_key,
            place_id=None if input.place_id is None else ids.decode(input.place_id, "Place"),
            delta=input.delta,
            counted=input.counted,
            seen_version=input.seen_version,
            note=input.note,
            clock=info.context.clock,
        )
        return Stock(row=row)

    @strawberry.mutation(
        description="Show these photos and videos of a product, at most eight.",
        extensions=[ErrorsAsData()],
    )
    async def set_product_media(
        self, info: Info, input: PictureProductInput
    ) -> PictureProductResult:
        row = await picturing.set_photos(
            info.context.require_viewer(),
            ids.decode(input.product_id, "Product"),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Product(row=row)
