"""Files hang on one thing, in order, by their owner; officers hear of the same photo twice."""

from __future__ import annotations

import asyncio

import pytest

from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import listing, picturing
from hmk_graph.haat.animal_models import Animal, AnimalState, FlagKind, OfficerFlag
from hmk_graph.media import portraying, queries
from hmk_graph.media.attaching import Picture
from hmk_graph.media.errors import NotReady
from hmk_graph.media.models import Attachment, Media, MediaKind, MediaState
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON, at
from tests.media import files

CLOCK = at(NOON)
pytestmark = pytest.mark.usefixtures("db")


async def hung(animal: Animal) -> list[tuple[int, str]]:
    [found] = await queries.hung_on(picturing.PHOTOS.name, [animal.id])
    return [(one.media_id, one.alt) for one in found]


def pictures(*media: Media) -> list[Picture]:
    return [Picture(media_id=one.id) for one in media]


async def test_photos_hang_in_the_order_given_with_their_words():
    seller = await factories.verified_seller()
    animal = await factories.animal(seller, cleared=False)
    side, front = await files.ready(seller), await files.ready(seller, MediaKind.VIDEO)
    wanted = [Picture(media_id=front.id, alt="  সামনে   থেকে "), Picture(media_id=side.id)]

    await picturing.set_photos(seller.id, animal.id, wanted, clock=CLOCK)

    assert await hung(animal) == [(front.id, "সামনে থেকে"), (side.id, "")]
    assert {m.loose_since for m in await Media.all()} == {None}

    await picturing.set_photos(seller.id, animal.id, wanted[1:], clock=CLOCK)

    assert await hung(animal) == [(side.id, "")]
    # What was taken off goes after a day, unless it hangs elsewhere until then.
    assert (await Media.get(id=front.id)).loose_since == NOON


async def test_nobody_hangs_anothers_file_nor_on_anothers_animal():
    seller, other = await factories.verified_seller(), await factories.verified_seller()
    animal = await factories.animal(seller, cleared=False)
    theirs, own = await files.ready(other), await files.ready(seller)

    with pytest.raises(NotFound):
        await picturing.set_photos(seller.id, animal.id, pictures(theirs), clock=CLOCK)
    with pytest.raises(NotFound):
        await picturing.set_photos(other.id, animal.id, pictures(theirs), clock=CLOCK)
    with pytest.raises(NotFound):
        await portraying.set_portrait(seller.id, Picture(media_id=theirs.id), clock=CLOCK)

    assert await Attachment.all().count() == 0
    assert own.state is MediaState.READY


@pytest.mark.parametrize(
    "state", [state for state in MediaState if state not in ("READY", "DELETED", "REJECTED")]
)
async def test_only_what_is_ready_hangs(state: MediaState):
    seller = await factories.verified_seller()
    animal = await factories.animal(seller, cleared=False)
    scanned = {"scan_until": NOON} if state is MediaState.SCANNING else {}
    media = await files.media(seller, state=state, **scanned)

    with pytest.raises(NotReady):
        await picturing.set_photos(seller.id, animal.id, pictures(media), clock=CLOCK)


async def test_what_does_not_belong_there_does_not_hang():
    seller = await factories.verified_seller()
    animal = await factories.animal(seller, cleared=False)
    paper, photo = await files.ready(seller, MediaKind.VET_PAPER), await files.ready(seller)
    many = [await files.ready(seller) for _ in range(9)]

    for wanted in (pictures(paper), pictures(photo, photo), pictures(*many)):
        with pytest.raises(BadInput):
            await picturing.set_photos(seller.id, animal.id, wanted, clock=CLOCK)
    with pytest.raises(BadInput):
        await picturing.set_papers(seller.id, animal.id, pictures(photo), clock=CLOCK)
    for alt in ("x" * 301, "a\x00b"):
        with pytest.raises(BadInput):
            await picturing.set_photos(
                seller.id, animal.id, [Picture(media_id=photo.id, alt=alt)], clock=CLOCK
            )


async def test_of_two_animals_that_want_one_photo_at_once_one_gets_it():
    seller = await factories.verified_seller()
    both = [await factories.animal(seller, cleared=False) for _ in range(2)]
    photo = await files.ready(seller)

    outcomes = await asyncio.gather(
        *(picturing.set_photos(seller.id, a.id, pictures(photo), clock=CLOCK) for a in both),
        return_exceptions=True,
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Animal", "AttachedElsewhere"]
    assert await Attachment.all().count() == 1


async def test_another_photo_asks_for_a_new_check_and_the_same_ones_do_not():
    seller = await factories.verified_seller()
    animal = await factories.animal(seller)
    photo = await files.ready(seller)

    await picturing.set_photos(seller.id, animal.id, pictures(photo), clock=CLOCK)
    assert (await Animal.get(id=animal.id)).state is AnimalState.CHECK_PENDING
    await Animal.filter(id=animal.id).update(
        state=AnimalState.CLEARED, cleared_until=factories.FOR_EVER
    )
    await picturing.set_photos(seller.id, animal.id, pictures(photo), clock=CLOCK)
    assert (await Animal.get(id=animal.id)).state is AnimalState.CLEARED


async def test_while_somebody_may_buy_it_an_animals_photos_stay():
    seller = await factories.verified_seller()
    animal = await factories.animal(seller)
    await factories.listing(animal)
    photo = await files.ready(seller)

    with pytest.raises(StaleState):
        await picturing.set_photos(seller.id, animal.id, pictures(photo), clock=CLOCK)

    assert await hung(animal) == []
    # A vet's paper may come at any time.
    paper = await files.ready(seller, MediaKind.VET_PAPER)
    await picturing.set_papers(seller.id, animal.id, pictures(paper), clock=CLOCK)


async def put_up(animal: Animal) -> None:
    await listing.list_for_fixed_price(
        animal.seller_id,
        animal.id,
        haat_id=(await factories.haat()).id,
        price=taka(100_000),
        wording=listing.Wording(title_bn="", title_en="", description=""),
        idempotency_key=f"key {animal.id}",
        clock=CLOCK,
    )


async def with_photo(rows: int, columns: int, **more: object) -> Animal:
    seller = await factories.verified_seller()
    animal = await factories.animal(seller, **more)  # type: ignore[arg-type]
    photo = await files.ready(seller, hash_rows=rows, hash_columns=columns)
    await Attachment.create(
        media=photo, subject=picturing.PHOTOS.name, subject_id=animal.id, place=0
    )
    return animal


async def test_the_same_photo_in_two_live_listings_raises_a_flag_for_officers():
    first = await with_photo(-1, 0, breed="sahiwal")
    copied = await with_photo(-1 ^ 0b111, 0b11, breed="local")
    different = await with_photo(0, -1, breed="cross", weight_kg=500)
    for animal in (first, copied, different):
        await put_up(animal)

    flags = await OfficerFlag.filter(kind=FlagKind.SAME_PHOTO)
    assert [(flag.animal_id, flag.other_id) for flag in flags] == [(copied.id, first.id)]


async def test_a_photo_of_an_animal_that_is_not_for_sale_any_more_raises_none():
    gone = await with_photo(5, 5)
    again = await with_photo(5, 5)
    assert gone.id != again.id

    await put_up(again)

    assert await OfficerFlag.filter(kind=FlagKind.SAME_PHOTO).count() == 0
