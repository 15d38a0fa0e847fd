"""Photos, videos and papers of an animal: its seller hangs them up, in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import animal_keeping, animal_queries, flagging, registering
from hmk_graph.haat.animal_models import Animal, FlagKind
from hmk_graph.haat.machines import Actor
from hmk_graph.haat.sale_models import Listing, ListingState
from hmk_graph.media import queries as media
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind

PHOTOS = Subject(name="haat.animal", kinds=frozenset({MediaKind.PHOTO, MediaKind.VIDEO}), most=8)
PAPERS = Subject(name="haat.animal_papers", kinds=frozenset({MediaKind.VET_PAPER}), most=6)


@whole_command
async def set_photos(
    seller_id: int, animal_id: int, pictures: Sequence[Picture], *, clock: Clock
) -> Animal:
    """Show exactly these photos and videos of an animal, the first one foremost.

    Another photo after the clearance sends the animal back to the check (rules.md 2.8).

    Raises:
        NotFound: No such animal or file of this seller.
        StaleState: The animal is for sale, or gone.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
    """
    async with transaction(actor_id=seller_id):
        await access.acting(seller_id)
        animal = await animal_keeping.locked_own(seller_id, animal_id)
        if await hang(seller_id, PHOTOS, animal.id, pictures, at=await clock()):
            await registering.changed(animal, Actor.SELLER)
    return animal


@whole_command
async def set_papers(
    seller_id: int, animal_id: int, papers: Sequence[Picture], *, clock: Clock
) -> Animal:
    """Hang a vet's papers on an animal; its owners and the officers of its area may read them.

    Raises:
        NotFound: No such animal or file of this seller.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
    """
    async with transaction(actor_id=seller_id):
        await access.acting(seller_id)
        animal = await animal_keeping.locked_own(seller_id, animal_id)
        await hang(seller_id, PAPERS, animal.id, papers, at=await clock())
    return animal


async def flag_same_photos(animal: Animal, *, at: datetime) -> list[int]:
    """Flag an animal that shows a photo of another one for sale, whoever sells that one.

    Returns the others' ids. In the transaction of the listing.
    """
    alike = [one.other_subject_id for one in await media.likenesses(PHOTOS.name, animal.id)]
    live = Listing.filter(animal_id__in=alike, state__in=[ListingState.LIVE, ListingState.RESERVED])
    others = sorted({int(str(one)) for one in await live.values_list("animal_id", flat=True)})
    for other_id in others:
        await flagging.flag(FlagKind.SAME_PHOTO, animal.id, other_id=other_id, at=at)
    return others


async def may_read_papers(viewer_id: int, animal_id: int) -> bool:
    """Say whether somebody owns a part of an animal or is an officer of its area."""
    [inside] = await animal_queries.insiders(viewer_id, [animal_id])
    return inside
