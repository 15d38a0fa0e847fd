"""Photos of a desk, of what it offers, and of what a review speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media import likening
from hmk_graph.media import queries as media
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind
from hmk_graph.services import desk_keeping, offering, reviewing
from hmk_graph.services.booking_models import Review, Side
from hmk_graph.services.errors import ReviewFinal
from hmk_graph.services.events import DeskDescribed
from hmk_graph.services.models import Provider, Service, ServiceState

DESK = Subject(name="services.provider", kinds=frozenset({MediaKind.PHOTO}), most=8)
OFFER = Subject(
    name="services.service", kinds=frozenset({MediaKind.PHOTO, MediaKind.VIDEO}), most=8
)
REVIEW = Subject(name="services.review", kinds=frozenset({MediaKind.PHOTO}), most=4)


@whole_command
async def set_desk_photos(
    account_id: int, pictures: Sequence[Picture], *, clock: Clock
) -> Provider:
    """Show exactly these photos of one's workshop or practice.

    Raises:
        NotFound: The person is no provider, or has no such file.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider = await desk_keeping.mine_locked(account_id)
        if await hang(account_id, DESK, provider.id, pictures, at=await clock()):
            events.append(DeskDescribed(provider_id=provider.id))
    return provider


@whole_command
async def set_service_photos(
    account_id: int, service_id: int, pictures: Sequence[Picture], *, clock: Clock
) -> Service:
    """Show exactly these photos and videos of what one offers.

    Raises:
        NotFound: There is no such service or file of the person's.
        StaleState: It waits for an officer, or is retired.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        provider, service = await offering.mine_locked(account_id, service_id)
        if service.state not in offering.EDITABLE:
            raise StaleState(current=service.state, allowed=sorted(offering.EDITABLE))
        if await hang(account_id, OFFER, service.id, pictures, at=await clock()):
            events.append(DeskDescribed(provider_id=provider.id))
    return service


@whole_command
async def set_review_photos(
    account_id: int, review_id: int, pictures: Sequence[Picture], *, clock: Clock
) -> Review:
    """Add photos to one's review, as long as nobody can read it.

    Raises:
        NotFound: There is no such review or file of the person's.
        ReviewFinal: It can be read already, or was hidden.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        review = await reviewing.locked(review_id)
        author_id = review.citizen_id
        if review.by is Side.PROVIDER:
            author_id = (await Provider.get(id=review.provider_id)).account_id
        if author_id != account_id:
            raise NotFound
        now = await clock()
        [public] = await reviewing.are_public([review], now)
        if public or review.hidden_by_id is not None:
            raise ReviewFinal
        await hang(account_id, REVIEW, review.id, pictures, at=now)
    return review


async def flag_same_photos(provider_id: int, *, clock: Clock) -> None:
    """Have officers look where an offered service shows a photo of another one. Idempotent."""
    provider = await Provider.get(id=provider_id)
    offered = Service.filter(provider_id=provider_id, state=ServiceState.ACTIVE)
    for service in await offered.order_by("id"):
        alike = await media.likenesses(OFFER.name, service.id)
        others = [one.other_subject_id for one in alike]
        found = await Service.filter(id__in=others, state=ServiceState.ACTIVE)
        live = {one.id for one in found}
        still = [one for one in alike if one.other_subject_id in live]
        await likening.flag(OFFER, service.id, still, place_id=provider.place_id, clock=clock)
