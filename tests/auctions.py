"""Makes lots that run, and people who may bid on them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.haat import scheduling
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.lot_terms import PER_HEAD
from hmk_graph.haat.models import BidderRegistration, Haat
from hmk_graph.haat.sale_models import SaleKind
from hmk_graph.money import Paisa, taka
from tests.factories import NOON, animal, at, haat, listing, officer, person, upazila

ENDS = NOON + timedelta(hours=1)


async def submitted_lot(
    *,
    start: Paisa | None = None,
    reserve: Paisa | None = None,
    seller: Account | None = None,
    co_owner: Account | None = None,
) -> Lot:
    """Make a lot that waits for an officer."""
    sold = await listing(await animal(seller, co_owner=co_owner), kind=SaleKind.AUCTION)
    return await Lot.create(
        listing=sold,
        animal_id=sold.animal_id,
        seller_id=sold.seller_id,
        haat_id=sold.haat_id,
        state=LotState.SUBMITTED,
        start_paisa=start or taka(50_000),
        reserve_paisa=reserve,
        step_table=PER_HEAD.as_json(),
        soft_close_s=120,
    )


async def lot(*, starts_at: datetime = NOON, ends_at: datetime = ENDS, **columns: Any) -> Lot:
    """Make a lot that an officer has scheduled; it runs from NOON for an hour."""
    waiting = await submitted_lot(**columns)
    return await scheduling.schedule_lot(
        (await officer(await upazila())).id,
        waiting.id,
        starts_at=starts_at,
        ends_at=ends_at,
        clock=at(NOON - timedelta(days=1)),
    )


async def bidder(at_haat: Haat | None = None, **columns: Any) -> Account:
    """Make a person who may bid at a haat."""
    someone = await person(**columns)
    place = at_haat or await haat()
    await BidderRegistration.create(haat_id=place.id, account=someone, registered_at=NOON)
    return someone
