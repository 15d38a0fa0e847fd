"""Photos of desks, services and reviews: hung by whose they are, as long as that may be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.media import queries
from hmk_graph.media.attaching import Picture, Subject
from hmk_graph.media.models import Attachment
from hmk_graph.services import picturing
from hmk_graph.services.booking_models import Review, Side
from hmk_graph.services.errors import ReviewFinal
from hmk_graph.services.models import ServiceState
from tests import factories
from tests.factories import NOON, at
from tests.media import files
from tests.services import desks

CLOCK = at(NOON)
pytestmark = pytest.mark.usefixtures("db")


async def hung(subject: Subject, thing_id: int) -> list[tuple[int, str]]:
    [found] = await queries.hung_on(subject.name, [thing_id])
    return [(one.media_id, one.alt) for one in found]


async def review(by: Side = Side.CITIZEN, **columns: Any) -> Review:
    """Write a review of work that was done at NOON; nobody can read it yet."""
    desk, option = await desks.shop()
    booking = await desks.requested(option, await factories.person())
    usual: dict[str, Any] = {"stars": 5, "finished_at": NOON, "written_at": NOON}
    return await Review.create(
        booking=booking,
        provider=desk,
        citizen_id=booking.citizen_id,
        by=by,
        **{**usual, **columns},
    )


async def photo(owner_id: int) -> Picture:
    media = await files.ready(await Account.get(id=owner_id))
    return Picture(media_id=media.id, alt="দোকানের সামনে")


async def test_a_provider_shows_the_workshop_and_the_work():
    desk = await desks.provider()
    service = await desks.service(desk)
    outside, work = await photo(desk.account_id), await photo(desk.account_id)

    await picturing.set_desk_photos(desk.account_id, [outside], clock=CLOCK)
    await picturing.set_service_photos(desk.account_id, service.id, [work], clock=CLOCK)

    assert await hung(picturing.DESK, desk.id) == [(outside.media_id, outside.alt)]
    assert await hung(picturing.OFFER, service.id) == [(work.media_id, work.alt)]
    assert (await type(service).get(id=service.id)).state is ServiceState.ACTIVE


async def test_nobody_hangs_photos_on_anothers_service_nor_while_officers_look_at_it():
    desk, other = await desks.provider(), await desks.provider()
    service = await desks.service(desk)
    waiting = await desks.service(desk, state=ServiceState.PENDING_REVIEW)
    own, theirs = await photo(desk.account_id), await photo(other.account_id)

    with pytest.raises(NotFound):
        await picturing.set_service_photos(other.account_id, service.id, [theirs], clock=CLOCK)
    with pytest.raises(NotFound):
        await picturing.set_desk_photos((await factories.person()).id, [], clock=CLOCK)
    with pytest.raises(StaleState):
        await picturing.set_service_photos(desk.account_id, waiting.id, [own], clock=CLOCK)

    assert await Attachment.all().count() == 0


@pytest.mark.parametrize("by", list(Side))
async def test_each_side_adds_photos_to_its_own_review_until_it_can_be_read(by: Side):
    written = await review(by)
    desk = await written.provider
    sides = {Side.CITIZEN: written.citizen_id, Side.PROVIDER: desk.account_id}
    author_id, other_id = sides.pop(by), *sides.values()
    one, theirs = await photo(author_id), await photo(other_id)

    with pytest.raises(NotFound):
        await picturing.set_review_photos(other_id, written.id, [theirs], clock=CLOCK)
    await picturing.set_review_photos(author_id, written.id, [one], clock=CLOCK)
    with pytest.raises(ReviewFinal):
        later = at(NOON + timedelta(days=7))
        await picturing.set_review_photos(author_id, written.id, [], clock=later)

    assert await hung(picturing.REVIEW, written.id) == [(one.media_id, one.alt)]
