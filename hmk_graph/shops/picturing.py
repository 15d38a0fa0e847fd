"""Photos of products, and a shop's logo and cover: their owner hangs them up, in order."""

from __future__ import annotations

from collections.abc import Sequence

from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind
from hmk_graph.shops import product_keeping, shop_keeping
from hmk_graph.shops.events import ProductDescribed, ShopDescribed
from hmk_graph.shops.models import Product, Shop

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
