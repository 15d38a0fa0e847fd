"""Documents follow what happens, and a rebuild finds nothing to correct."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from hmk_graph.discovery import indexing
from hmk_graph.discovery.indexing import SOURCES
from hmk_graph.discovery.models import Document, Kind, Word
from hmk_graph.haat import ending, listing, scheduling
from hmk_graph.haat.listing import Wording
from hmk_graph.money import taka
from hmk_graph.orders import queries as order_queries
from hmk_graph.rentals import listing as listing_units
from hmk_graph.rentals import obligations as rental_obligations
from hmk_graph.rentals import rules
from hmk_graph.rentals.models import Unit
from hmk_graph.services import approving, leaving, offering, pricing, providing
from hmk_graph.services.machines import ProviderCommand
from hmk_graph.services.models import Provider, ProviderState, Service, ServiceState
from hmk_graph.shops import cataloging
from hmk_graph.shops import opening as shop_opening
from hmk_graph.shops.machines import ProductCommand, ShopCommand
from hmk_graph.shops.models import ProductState
from tests import auctions, factories
from tests.discovery.corpus import documents, offered, reactions_done, subjects
from tests.factories import NOON, at
from tests.rentals import lodgings
from tests.services import desks
from tests.shops import stalls

SERVICES = SOURCES[0]
REASON = "কাগজপত্র ঠিক আছে, দেখা হয়েছে"


async def follows(kinds: dict[Kind, list[int]]) -> None:
    """Hold the documents that events made against those that are there, and against a rebuild."""
    await reactions_done()
    followed = await documents()

    assert {kind: [d["subject_id"] for d in followed if d["kind"] is kind] for kind in kinds} == {
        kind: sorted(ids) for kind, ids in kinds.items()
    }
    await indexing.rebuild()
    assert await documents() == followed


async def test_an_animal_is_found_from_the_second_it_is_for_sale_until_it_is_taken_off(db: str):
    seller, market = await factories.verified_seller(), await factories.haat()
    bull = await factories.animal(seller)
    clock = at(NOON)

    listed = await listing.list_for_fixed_price(
        seller.id,
        bull.id,
        haat_id=market.id,
        price=taka(90_000),
        wording=Wording(),
        idempotency_key="k",
        clock=clock,
    )
    await follows({Kind.ANIMAL: [listed.id]})
    assert await subjects("garu karimganj") == [listed.id]

    await ending.withdraw_listing(seller.id, listed.id, clock=clock)
    await follows({Kind.ANIMAL: []})


async def test_a_lot_is_found_from_its_scheduling_to_its_end(db: str):
    lot, other = await auctions.lot(), await auctions.submitted_lot()
    await follows({Kind.LOT: [lot.id], Kind.ANIMAL: []})
    assert other.id not in await subjects()

    await scheduling.withdraw_lot(lot.seller_id, lot.id, clock=at(NOON - timedelta(hours=1)))
    await follows({Kind.LOT: []})


async def test_a_flat_is_found_while_nobody_has_taken_it(db: str):
    flat = await lodgings.unit()
    await follows({Kind.RENTAL: [flat.id]})
    assert await subjects("basha", place_id=flat.place_id, category="house-rental") == [flat.id]
    assert await subjects("basa", free_now=True, dearest=flat.rent_paisa - 1) == []

    await listing_units.grow_stale(flat.id, at(NOON + rules.STALE_AFTER))
    await follows({Kind.RENTAL: []})
    await listing_units.confirm(flat.owner_id, flat.id, clock=at(NOON + rules.STALE_AFTER))
    await follows({Kind.RENTAL: [flat.id]})
    await rental_obligations.forget(flat.owner_id)
    await follows({Kind.RENTAL: []})
    assert (await Unit.get(id=flat.id)).address == ""


async def test_a_product_is_found_while_its_shop_is_open(db: str):
    shop = await stalls.shop()
    product = await stalls.product(shop, state=ProductState.DRAFT)
    cheese = await stalls.variant(product, on_hand=0)
    await cataloging.move(shop.owner_id, product.id, ProductCommand.OFFER, clock=at(NOON))
    await follows({Kind.PRODUCT: [product.id], Kind.SHOP: [shop.id]})
    kinds = [Kind.PRODUCT]
    assert await subjects("পনির", place_id=shop.place_id, kinds=kinds) == [product.id]
    assert await subjects("ponir", free_now=True, kinds=kinds) == []
    await stalls.stock(cheese, 3, place=await factories.union("kishoreganj-other-union"))
    assert await subjects("cheese", free_now=True, kinds=kinds) == [product.id]

    await shop_opening.move(shop.owner_id, ShopCommand.PAUSE, clock=at(NOON))
    await follows({Kind.PRODUCT: [], Kind.SHOP: [shop.id]})
    await shop_opening.close(shop.owner_id, open_orders=order_queries.open_at)
    await follows({Kind.SHOP: []})


async def test_services_follow_their_provider_through_his_life(db: str):
    officer = await factories.officer()
    desk = await desks.provider(state=ProviderState.SUBMITTED)
    service = await desks.service(desk, state=ServiceState.PENDING_REVIEW, verified_at=None)
    await desks.option(service)
    clock = at(NOON)

    async def decided(decision: ProviderCommand) -> None:
        await approving.decide(officer.id, desk.id, decision, reason=REASON, clock=clock)

    await decided(ProviderCommand.VERIFY)
    await follows({Kind.SERVICE: [service.id]})
    await decided(ProviderCommand.SUSPEND)
    await follows({Kind.SERVICE: []})
    await decided(ProviderCommand.RESTORE)
    await follows({Kind.SERVICE: [service.id]})
    await offering.pause(desk.account_id, service.id, clock=clock)
    await follows({Kind.SERVICE: []})
    await offering.resume(desk.account_id, service.id, clock=clock)
    await follows({Kind.SERVICE: [service.id]})
    await leaving.forget(desk.account_id)
    await follows({Kind.SERVICE: []})


async def test_what_is_described_anew_is_found_by_the_new_words_and_places(db: str):
    service = await offered("ফ্যান মেরামত")
    desk = await Provider.get(id=service.provider_id)
    itna = await factories.union("kishoreganj-itna-dhanpur")
    words = offering.Offer(category_id=service.category_id, title_bn="মোটর বাঁধাই")

    await offering.change(desk.account_id, service.id, words, clock=at(NOON))
    await providing.set_served(desk.account_id, [itna.id])
    option = pricing.NewOption(label_bn="পাম্প বসানো", unit="visit", minutes=60, amount=taka(700))
    await pricing.add_option(
        desk.account_id, service.id, option, idempotency_key="k", clock=at(NOON)
    )
    await follows({Kind.SERVICE: [service.id]})

    assert await subjects("ফ্যান মেরামত") == []
    assert await subjects("motor") == [service.id]
    assert await subjects("পাম্প", place_id=itna.id) == [service.id]


async def test_a_rebuild_mends_whatever_is_wrong_and_keeps_the_ids(db: str):
    service, gone = await offered("ফ্যান"), await offered("মোটর")
    right = await documents()
    this = {"kind": Kind.SERVICE, "subject_id": service.id}
    known = await Document.get(**this)
    await Document.filter(**this).update(words="", word_ids=[], inside=[])
    await Service.filter(id=gone.id).update(state=ServiceState.RETIRED)
    await Document.create(kind=Kind.LOT, subject_id=10**9, words=" x ", fresh_at=NOON)

    assert await Word.exists(key="মোটর")

    assert await indexing.rebuild() == await indexing.rebuild() == await Document.all().count()

    assert not await Word.exists(key="মোটর")

    assert await documents() == [one for one in right if one["subject_id"] == service.id]
    assert (await Document.get(**this)).id == known.id


async def test_of_many_who_refresh_at_once_the_newest_state_stays(db: str):
    service = await offered("ফ্যান")

    async def rename(number: int) -> None:
        await Service.filter(id=service.id).update(title_bn=f"নাম {number}")
        await indexing.refresh(SERVICES, [service.id])

    await asyncio.gather(*(rename(number) for number in range(10)))

    left = await Service.get(id=service.id)
    assert (
        f" {left.title_bn.translate(str.maketrans('০১২৩৪৫৬৭৮৯', '0123456789'))} "
        in (await Document.get(subject_id=service.id)).words
    )


async def test_a_thing_that_is_gone_leaves_no_document(db: str):
    await indexing.refresh(SERVICES, [10**9])

    assert await documents() == []
