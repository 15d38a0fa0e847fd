"""The same photo on two products or two services that are offered: officers look at it, once."""

from __future__ import annotations

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.media import likening
from hmk_graph.media.attaching import Picture
from hmk_graph.media.models import Attachment, SharedPhoto
from hmk_graph.services import picturing as service_photos
from hmk_graph.services.models import Service, ServiceState
from hmk_graph.shops import cataloging
from hmk_graph.shops import picturing as product_photos
from hmk_graph.shops.machines import ProductCommand
from hmk_graph.shops.models import Product, ProductState, Shop
from tests import factories
from tests.discovery.corpus import reactions_done
from tests.factories import NOON, at
from tests.media import files
from tests.services import desks
from tests.shops import stalls

CLOCK = at(NOON)
FOUND = "তথ্য মিলিয়ে দেখা হয়েছে"
pytestmark = pytest.mark.usefixtures("db")


async def product(rows: int = -1, **columns: object) -> Product:
    """Make a product of a shop of its own, with a photo."""
    made = await stalls.product(**columns)
    shop = await Shop.get(id=made.shop_id)
    media = await files.ready(await Account.get(id=shop.owner_id), hash_rows=rows, hash_columns=0)
    hung = [Picture(media_id=media.id)]
    await product_photos.set_photos(shop.owner_id, made.id, hung, clock=CLOCK)
    return made


async def service(rows: int = -1, **columns: object) -> Service:
    """Make a service of a provider of its own, with a photo."""
    desk = await desks.provider()
    made = await desks.service(desk, **columns)
    media = await files.ready(await Account.get(id=desk.account_id), hash_rows=rows, hash_columns=0)
    hung = [Picture(media_id=media.id)]
    await service_photos.set_service_photos(desk.account_id, made.id, hung, clock=CLOCK)
    return made


async def flagged() -> list[tuple[str, int, int]]:
    """Do what events ask for, and return what shows a photo later than what."""
    await reactions_done()
    rows = await SharedPhoto.all().order_by("id")
    return [(row.subject, row.subject_id, row.other_subject_id) for row in rows]


@pytest.mark.parametrize("make", [product, service])
async def test_the_same_photo_on_two_that_are_offered_raises_one_flag(make):
    first = await make()
    copied = await make(-1 ^ 0b111)
    await make(0)

    [(_, later, earlier)] = await flagged()

    assert (later, earlier) == (copied.id, first.id)


async def test_a_photo_of_what_is_not_offered_raises_none():
    await product(state=ProductState.DRAFT)
    await product()
    await service(state=ServiceState.PAUSED)
    await service()

    assert await flagged() == []


async def test_a_product_is_compared_when_it_comes_on_sale():
    first = await product()
    copied = await product(state=ProductState.DRAFT)
    assert await flagged() == []
    shop = await Shop.get(id=copied.shop_id)

    await cataloging.move(shop.owner_id, copied.id, ProductCommand.OFFER, clock=CLOCK)

    assert await flagged() == [(product_photos.PHOTOS.name, copied.id, first.id)]


async def test_what_an_officer_judged_is_not_raised_again():
    await product()
    copied = await product()
    await flagged()
    officer = await factories.officer()
    [flag] = await (await likening.open_flags(officer.id))

    closed = await likening.resolve(officer.id, flag.id, note=FOUND, clock=CLOCK)
    await product_photos.flag_same_photos(copied.id, clock=CLOCK)

    assert (closed.resolved_at, closed.resolved_by_id, closed.note) == (NOON, officer.id, FOUND)
    assert await SharedPhoto.all().count() == 1
    assert await (await likening.open_flags(officer.id)) == []
    with pytest.raises(StaleState):
        await likening.resolve(officer.id, flag.id, note=FOUND, clock=CLOCK)


async def test_only_officers_of_the_area_who_have_no_part_in_it_see_a_flag():
    first = await product()
    await product()
    await flagged()
    flag = await SharedPhoto.get()
    shop = await Shop.get(id=first.shop_id)
    itna = await factories.upazila("kishoreganj-itna")
    strangers = [
        await factories.person(),
        await Account.get(id=shop.owner_id),
        await factories.officer(itna),
    ]

    for stranger in strangers:
        assert await (await likening.open_flags(stranger.id)) == []
        with pytest.raises(NotFound):
            await likening.resolve(stranger.id, flag.id, note=FOUND, clock=CLOCK)

    assert (await SharedPhoto.get()).resolved_at is None
    assert await Attachment.all().count() == 2
