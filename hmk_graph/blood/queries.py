"""Reads of donors and requests. Who asks comes first; others' requests do not exist for him."""

from __future__ import annotations

from collections.abc import Sequence

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.blood.machines import OFFER, REQUEST, Actor
from hmk_graph.blood.models import BloodRequest, DonationOffer, Donor, OfferState
from hmk_graph.errors import NotFound
from hmk_graph.state_machines import allowed

OFFERS_SHOWN = 100
# Whom a request still concerns: who said no or dropped out hears no more of it.
CONCERNED = (
    OfferState.INVITED,
    OfferState.WILLING,
    OfferState.CONFIRMED,
    OfferState.DONATED,
    OfferState.NOT_NEEDED,
)


async def donor(viewer_id: int) -> Donor | None:
    """Return the viewer's own profile as a donor, or None if he has none."""
    return await Donor.get_or_none(account_id=viewer_id)


async def visible_request(viewer_id: int | None, request_id: int) -> BloodRequest:
    """Return a request that the viewer made, or for which he was asked and did not say no.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    if viewer_id is None:
        raise NotFound
    concerned = Q(offers__donor__account_id=viewer_id, offers__state__in=list(CONCERNED))
    found = (
        await BloodRequest.filter(Q(requester_id=viewer_id) | concerned, id=request_id)
        .distinct()
        .first()
    )
    if found is None:
        raise NotFound
    return found


def requests_of(viewer_id: int) -> QuerySet[BloodRequest]:
    """Return what the viewer asked for."""
    return BloodRequest.filter(requester_id=viewer_id)


def offers_to(viewer_id: int) -> QuerySet[DonationOffer]:
    """Return for what the viewer was asked as a donor, and what became of it."""
    return DonationOffer.filter(donor__account_id=viewer_id)


async def offer(viewer_id: int, offer_id: int) -> DonationOffer | None:
    """Return an offer that the viewer made or got, or None if there is none."""
    answered = Q(request__requester_id=viewer_id, answered_at__isnull=False)
    return await DonationOffer.filter(
        Q(donor__account_id=viewer_id) | answered, id=offer_id
    ).first()


async def answered_offers(request_ids: Sequence[int]) -> list[list[DonationOffer]]:
    """Return for each request the donors who said yes, the first at most a hundred, as they came.

    For requesters: what is only an invitation is the donor's own business.
    """
    found: dict[int, list[DonationOffer]] = {request_id: [] for request_id in request_ids}
    rows = DonationOffer.filter(request_id__in=list(found), answered_at__isnull=False)
    async for row in rows.order_by("answered_at", "id"):
        if len(found[row.request_id]) < OFFERS_SHOWN:
            found[row.request_id].append(row)
    return [found[request_id] for request_id in request_ids]


async def own_offers(viewer_id: int, request_ids: Sequence[int]) -> list[DonationOffer | None]:
    """Return the viewer's own offer on each request; None where he was not asked."""
    rows = await DonationOffer.filter(request_id__in=list(request_ids), donor__account_id=viewer_id)
    found = {row.request_id: row for row in rows}
    return [found.get(request_id) for request_id in request_ids]


async def requests_by_id(request_ids: Sequence[int]) -> list[BloodRequest | None]:
    """Return requests in the order of their ids. For those who may see them already."""
    rows = await BloodRequest.filter(id__in=list(request_ids))
    found = {row.id: row for row in rows}
    return [found.get(request_id) for request_id in request_ids]


async def donors_by_id(donor_ids: Sequence[int]) -> list[Donor | None]:
    """Return donors in the order of their ids. For those who may see them already."""
    found = {row.id: row for row in await Donor.filter(id__in=list(donor_ids))}
    return [found.get(donor_id) for donor_id in donor_ids]


def request_commands(viewer_id: int | None, request: BloodRequest) -> list[str]:
    """Return what the viewer may do with a request itself."""
    if request.requester_id != viewer_id:
        return []
    # A donor is confirmed on his offer, not here.
    return [one for one in allowed(REQUEST, request.state, Actor.REQUESTER) if one == "CANCEL"]


def offer_commands(viewer_id: int | None, offer: DonationOffer, donor: Donor) -> list[str]:
    """Return what the viewer, one of the two sides, may do with an offer."""
    actor = Actor.DONOR if donor.account_id == viewer_id else Actor.REQUESTER
    return allowed(OFFER, offer.state, actor)
