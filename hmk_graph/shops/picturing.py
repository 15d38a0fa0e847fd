"""Photos of products, and a shop's logo and cover: their owner hangs them up, in order."""

from __future__ import annotations

from collections.abc import Sequence

from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media import likening
from hmk_graph.media import queries as media
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind
from hmk_graph.shops import product_keeping, shop_keeping
from hmk_graph.shops.events import ProductDescribed, ShopDescribed
from hmk_graph.shops.models import Product, ProductState, Shop

PHOTOS = Subject(name="shops.product", kinds=frozenset({MediaKind.PHOTO, MediaKind.VIDEO}), most=8)
LOGO = Subject(name="shops.logo", kinds=frozenset({MediaKind.PHOTO}), most=1)
COVER = Subject(name="shops.cover", kinds=frozenset({MediaKind.PHOTO}), most=1)


@whole_command
async def set_photos(
    owner_id: int, product_id: int, pictures: Sequence[Picture], *, clock: Clock
) -> Product:
    """Show exactly these photos and videos of a product, the first one foremost.

    Raises:
        NotFound: No such product or file of this person.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        product, shop = await product_keeping.mine(owner_id, product_id)
        if await hang(owner_id, PHOTOS, product.id, pictures, at=await clock()):
            events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
    return product


@whole_command
async def set_looks(
    owner_id: int, logo: Picture | None, cover: Picture | None, *, clock: Clock
) -> Shop:
    """Have one's shop wear a logo and a cover; None: without.

    Raises:
        NotFound: The person has no shop, or no such file.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        shop = await shop_keeping.mine_locked(owner_id)
        now = await clock()
        new = await hang(owner_id, LOGO, shop.id, [logo] if logo else [], at=now)
        new |= await hang(owner_id, COVER, shop.id, [cover] if cover else [], at=now)
        if new:
            events.append(ShopDescribed(shop_id=shop.id))
    return shop


async def flag_same_photos(product_id: int, *, clock: Clock) -> None:
    """Have officers look if a product on sale shows a photo of another one on sale. Idempotent."""
    product = await Product.get_or_none(id=product_id, state=ProductState.ACTIVE)
    if product is None:
        return
    alike = await media.likenesses(PHOTOS.name, product_id)
    others = [one.other_subject_id for one in alike]
    found = await Product.filter(id__in=others, state=ProductState.ACTIVE)
    live = {one.id for one in found}
    shop = await Shop.get(id=product.shop_id)
    still = [one for one in alike if one.other_subject_id in live]
    await likening.flag(PHOTOS, product_id, still, place_id=shop.place_id, clock=clock)
