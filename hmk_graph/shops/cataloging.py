"""What a shop offers: products, their variants, and what those cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import rules as lines
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.shops import product_keeping, rules, shop_keeping, stocking
from hmk_graph.shops.errors import ProductIncomplete, VariantExists
from hmk_graph.shops.events import ProductDescribed, ProductMoved
from hmk_graph.shops.machines import PRODUCT, Actor, ProductCommand
from hmk_graph.shops.models import Category, Price, Product, Shop, Variant
from hmk_graph.stepping import step

OPERATION = "addProduct"
ADD_VARIANT = "addVariant"
LONGEST_TEXT = 4_000
MOST_OPTIONS = 3
MOST_VARIANTS = 100


@dataclass(frozen=True, kw_only=True)
class Label:
    """What is said of a product. `options` are what its variants differ in; none: it has one."""

    category_id: int
    name_bn: str
    unit: str
    name_en: str = ""
    description: str = ""
    options: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Form:
    """One variant: its choice for each option, its price, and how many lie at the shop."""

    price: Paisa
    choices: Sequence[str] = ()
    on_hand: int = 0


@whole_command
async def add_product(
    owner_id: int, label: Label, forms: Sequence[Form], *, idempotency_key: str, clock: Clock
) -> Product:
    """Draft a product of one's shop with its first variants.

    Raises:
        NotFound: The person has no shop, or there is no such category.
        BadInput, VariantExists: What is said of it is at fault.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    if len(forms) > MOST_VARIANTS:
        raise BadInput(
            "variants",
            why_bn=f"সর্বোচ্চ {MOST_VARIANTS}টি ধরন।",
            why_en=f"at most {MOST_VARIANTS} variants.",
        )
    async with transaction(actor_id=owner_id, command_id=idempotency_key) as events:
        told = {**vars(label), "options": list(label.options)}
        given = [{**vars(form), "choices": list(form.choices)} for form in forms]
        earlier = await recall(owner_id, OPERATION, idempotency_key, **told, forms=given)
        if earlier is not None:
            return await Product.get(id=earlier["product_id"])
        shop = await shop_keeping.mine_locked(owner_id)
        now = await clock()
        product = await Product.create(
            shop_id=shop.id, created_at=now, changed_at=now, **await _columns(label)
        )
        for place, form in enumerate(forms):
            await _add(product, shop, form, place, actor_id=owner_id, now=now)
        await _changed(product, now)
        events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
        await remember(owner_id, OPERATION, idempotency_key, {"product_id": product.id})
    return product


@whole_command
async def describe(owner_id: int, product_id: int, label: Label, *, clock: Clock) -> Product:
    """Say something else of a product; its options stay as they are once it has variants.

    Raises:
        NotFound: It is no product of this person's shop, or there is no such category.
        BadInput: What is said of it is at fault.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        product, shop = await product_keeping.mine(owner_id, product_id)
        columns = await _columns(label)
        if columns["options"] != product.options and await Variant.exists(product_id=product.id):
            raise BadInput(
                "options",
                why_bn="ধরন থাকলে বিকল্প বদলানো যায় না।",
                why_en="they cannot change while there are variants.",
            )
        await _changed(product, await clock(), **columns)
        events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
    return product


@whole_command
async def add_variant(
    owner_id: int, product_id: int, form: Form, *, idempotency_key: str, clock: Clock
) -> Product:
    """Offer a product in one more form.

    Raises:
        NotFound: It is no product of this person's shop.
        BadInput, VariantExists: The form is at fault, or there already.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=owner_id, command_id=idempotency_key) as events:
        given = {**vars(form), "choices": list(form.choices), "product": product_id}
        earlier = await recall(owner_id, ADD_VARIANT, idempotency_key, **given)
        if earlier is not None:
            return await Product.get(id=product_id)
        product, shop = await product_keeping.mine(owner_id, product_id)
        standing = await Variant.filter(product_id=product.id, retired_at=None).count()
        if standing >= MOST_VARIANTS:
            raise BadInput("choices", why_bn="আর ধরন যোগ করা যায় না।", why_en="there are too many.")
        now = await clock()
        await _add(product, shop, form, standing, actor_id=owner_id, now=now)
        await _changed(product, now)
        events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
        await remember(owner_id, ADD_VARIANT, idempotency_key, {"product_id": product.id})
    return product


@whole_command
async def retire_variant(owner_id: int, variant_id: int, *, clock: Clock) -> Product:
    """Offer a product no more in one form; what is ordered of it stays ordered.

    Raises:
        NotFound: It is no variant of this person's shop.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        product, shop, variant = await _of_variant(owner_id, variant_id)
        now = await clock()
        await Variant.filter(id=variant.id, retired_at=None).update(retired_at=now)
        await _changed(product, now)
        events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
    return product


@whole_command
async def set_price(owner_id: int, variant_id: int, price: Paisa, *, clock: Clock) -> Product:
    """Have a variant cost something else from now on; what it did cost stays written down.

    Raises:
        NotFound: It is no variant of this person's shop.
        BadInput: It is no price.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    amount = rules.price_of(price)
    async with transaction(actor_id=owner_id) as events:
        product, shop, variant = await _of_variant(owner_id, variant_id)
        now = await clock()
        standing = await Price.get_or_none(variant_id=variant.id, valid_to=None)
        if standing is not None and standing.amount_paisa == amount:
            return product
        if standing is not None:
            await Price.filter(id=standing.id).update(valid_to=now)
        await Price.create(variant_id=variant.id, amount_paisa=amount, valid_from=now)
        await _changed(product, now)
        events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
    return product


@whole_command
async def move(owner_id: int, product_id: int, command: ProductCommand, *, clock: Clock) -> Product:
    """Offer a product, pause it, or take it off for good.

    Raises:
        NotFound: It is no product of this person's shop.
        ProductIncomplete: It has no variant with a price.
        StaleState: The step is not possible from where it is.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        product, shop = await product_keeping.mine(owner_id, product_id)
        if command is ProductCommand.OFFER and product.from_paisa is None:
            raise ProductIncomplete
        await step(product, PRODUCT, command, Actor.OWNER, changed_at=await clock())
        events.append(ProductMoved(shop_id=shop.id, product_id=product.id, state=product.state))
    return product


async def _of_variant(owner_id: int, variant_id: int) -> tuple[Product, Shop, Variant]:
    variant = await Variant.get_or_none(id=variant_id, retired_at=None)
    if variant is None:
        raise NotFound
    product, shop = await product_keeping.mine(owner_id, variant.product_id)
    return product, shop, variant


async def _add(
    product: Product, shop: Shop, form: Form, place: int, *, actor_id: int, now: datetime
) -> None:
    choices = [lines.line_of(each, "choices", longest=40) for each in form.choices]
    if len(choices) != len(product.options):
        raise BadInput(
            "choices",
            why_bn="প্রতিটি বিকল্পের জন্য একটি মান দিন।",
            why_en="give one value for each option.",
        )
    standing = await Variant.filter(product_id=product.id, retired_at=None)
    if choices in [one.choices for one in standing]:
        raise VariantExists
    variant = await Variant.create(product_id=product.id, choices=choices, position=place)
    amount = rules.price_of(form.price)
    await Price.create(variant_id=variant.id, amount_paisa=amount, valid_from=now)
    stock = await stocking.at(variant.id, shop.place_id)
    if form.on_hand:
        await stocking.moved(stock, form.on_hand, actor_id=actor_id, now=now)


async def _columns(label: Label) -> dict[str, Any]:
    if not await Category.exists(id=label.category_id):
        raise NotFound
    options = [lines.line_of(each, "options", longest=30) for each in label.options]
    if len(options) > MOST_OPTIONS or len(set(options)) < len(options):
        raise BadInput(
            "options", why_bn="সর্বোচ্চ তিনটি আলাদা বিকল্প।", why_en="at most three different ones."
        )
    return {
        "category_id": label.category_id,
        "name_bn": lines.line_of(label.name_bn, "nameBn", longest=120),
        "name_en": lines.line_of(label.name_en, "nameEn", longest=120, shortest=0),
        "description": lines.text_of(label.description, "description", longest=LONGEST_TEXT),
        "unit": rules.unit_of(label.unit),
        "options": options,
    }


async def _changed(product: Product, now: datetime, **columns: Any) -> None:
    """Write a locked product with its lowest price. `Any`: columns."""
    [row] = await get_connection("default").execute_query_dict(_LOWEST, [product.id])
    written = {**columns, "from_paisa": row["lowest"], "changed_at": now}
    product.update_from_dict({"version": product.version + 1, **written})
    await product.save(update_fields=["version", *written])


_LOWEST = """
SELECT min(p.amount_paisa) AS lowest FROM shops_price p
JOIN shops_variant v ON v.id = p.variant_id
WHERE v.product_id = $1 AND v.retired_at IS NULL AND p.valid_to IS NULL
"""
