"""Reads of deals: for their two people, and for the officers of their haat."""

from __future__ import annotations

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.errors import NotFound
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.places.finding import path_of

# What an officer has something to do with: cash to take, a word to say.
AT_DESK = (DealState.AWAITING_PAYMENT, DealState.DISPUTED)


def deals_of(viewer_id: int) -> QuerySet[Deal]:
    """Return the deals in which a person buys or sells."""
    return Deal.filter(Q(buyer_id=viewer_id) | Q(seller_id=viewer_id))


async def visible_deal(viewer_id: int, deal_id: int) -> Deal:
    """Return a deal in which the viewer buys or sells, or of a haat whose officer he is.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    deal = await Deal.get_or_none(id=deal_id)
    if deal is None:
        raise NotFound
    if viewer_id in (deal.buyer_id, deal.seller_id):
        return deal
    haat = await Haat.get(listings__deals=deal_id)
    if await access.is_officer_of(viewer_id, await path_of(haat.place_id)):
        return deal
    raise NotFound


async def desk_deals(officer_id: int) -> QuerySet[Deal]:
    """Return the deals of an officer's haats that wait for cash or for his word.

    Those in which he buys or sells himself are not among them.
    """
    found = Deal.filter(state__in=AT_DESK).exclude(Q(buyer_id=officer_id) | Q(seller_id=officer_id))
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(listing__haat__place__path__overlap=areas)
