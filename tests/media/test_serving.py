"""What is public is served to be kept for ever; papers to those who may, and it is written down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette

from hmk_graph.accounts.models import (
    Account,
    AccountState,
    ApplicationState,
    Role,
    RoleGrant,
    SellerApplication,
)
from hmk_graph.clients.object_store import S3Store
from hmk_graph.clock import Clock
from hmk_graph.dispatch.models import Driver
from hmk_graph.errors import NotFound
from hmk_graph.guarding import PAPER_GUARDS
from hmk_graph.haat import picturing
from hmk_graph.media import portraying, serving
from hmk_graph.media.attaching import Picture
from hmk_graph.media.models import Attachment, Media, MediaKind, PaperReading
from hmk_graph.pages import media_files
from hmk_graph.services.models import Provider, ProviderState
from tests import factories
from tests.factories import NOON, at
from tests.media import files
from tests.media.conftest import Sender
from tests.services import desks

SECRET = "a secret of at least thirty-two bytes, for tests"
PHOTO = files.photo((500, 400))


class Visitor:
    """A browser, at a time of its own."""

    def __init__(self, sender: Sender) -> None:
        self.now = NOON
        self.store = sender.store

        async def clock():
            return self.now

        self.clock: Clock = clock
        app = Starlette(
            routes=media_files.routes(
                lambda: self.store, PAPER_GUARDS, secret=SECRET, clock=self.clock
            )
        )
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url="http://hmk.test"
        )

    async def link(self, viewer: Account, media: Media) -> str:
        found = await serving.link(
            viewer.id, media.id, guards=PAPER_GUARDS, secret=SECRET, clock=self.clock
        )
        return f"/media/papers?token={found.token}"


@pytest.fixture
async def visitor(sender: Sender) -> AsyncIterator[Visitor]:
    made = Visitor(sender)
    async with made.client:
        yield made


async def test_a_photo_is_served_to_anybody_and_may_be_kept_for_a_year(
    sender: Sender, visitor: Visitor
):
    media = await sender.sent_and_scanned(PHOTO)
    file = media.files[0]
    url = f"/media/{media.id}/{file['name']}"

    answer = await visitor.client.get(url)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == file["type"]
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert len(answer.content) == file["bytes"] == int(answer.headers["content-length"])
    known = {"if-none-match": answer.headers["etag"]}
    assert (await visitor.client.get(url, headers=known)).status_code == 304


async def test_a_part_of_a_film_is_served(sender: Sender, visitor: Visitor):
    media = await sender.sent_and_scanned(files.film(), "video/mp4", MediaKind.VIDEO)

    answer = await visitor.client.get(
        f"/media/{media.id}/{media.files[0]['name']}", headers={"range": "bytes=4-7"}
    )

    assert (answer.status_code, answer.content) == (206, b"ftyp")
    assert answer.headers["content-range"] == f"bytes 4-7/{media.files[0]['bytes']}"


async def test_what_is_not_there_and_what_is_private_is_not_found_in_public(
    sender: Sender, visitor: Visitor
):
    paper = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.IDENTITY)
    waiting = await sender.send(PHOTO)
    name = paper.files[0]["name"]

    for path in (
        f"/media/{paper.id}/{name}",
        f"/media/{paper.id}/../private/{paper.id}/{name}",
        f"/media/{paper.id}/..%2F..%2Fprivate%2F{paper.id}%2F{name}",
        f"/media/{waiting.id}/{waiting.word}",
        f"/media/{paper.id}/{'0' * 32}.webp",
        f"/media/0/{name}",
        f"/media/{10**30}/{name}",
    ):
        assert (await visitor.client.get(path)).status_code == 404, path
    for path in ("/media/papers", "/media/papers?token=x"):
        assert (await visitor.client.get(path)).status_code == 403, path


async def test_a_store_that_is_away_is_told_to_browsers(sender: Sender, visitor: Visitor):
    media = await sender.sent_and_scanned(PHOTO)
    visitor.store = S3Store(None)

    answer = await visitor.client.get(f"/media/{media.id}/{media.files[0]['name']}")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.headers["cache-control"] == "no-store"


async def paper_of(sender: Sender) -> Media:
    """Send a vet's paper and hang it on an animal of the sender's."""
    paper = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.VET_PAPER)
    animal = await factories.animal(sender.person, cleared=False)
    await picturing.set_papers(
        sender.person.id, animal.id, [Picture(media_id=paper.id)], clock=sender.clock
    )
    return paper


async def test_a_paper_is_read_by_its_owner_and_the_officers_of_the_area_and_each_is_recorded(
    sender: Sender, visitor: Visitor
):
    paper = await paper_of(sender)
    officer = await factories.officer()

    for reader in (sender.person, officer):
        url = await visitor.link(reader, paper)
        answer = await visitor.client.get(url)
        assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"] == "attachment"
    await visitor.client.get(url)

    readings = await PaperReading.all().order_by("id").values_list("reader_id", flat=True)
    assert readings == [sender.person.id, officer.id, officer.id]


async def test_nobody_else_gets_a_link(sender: Sender, visitor: Visitor):
    paper = await paper_of(sender)
    loose = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.IDENTITY)
    photo = await sender.sent_and_scanned(PHOTO)
    stranger = await factories.person()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))

    for viewer, media in (
        (stranger, paper),
        (elsewhere, paper),
        (await factories.officer(), loose),
        (sender.person, photo),
    ):
        with pytest.raises(NotFound):
            await visitor.link(viewer, media)


async def test_proof_of_identity_is_read_by_officers_who_decide(sender: Sender, visitor: Visitor):
    paper = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.IDENTITY)
    await portraying.set_papers(sender.person.id, [Picture(media_id=paper.id)], clock=sender.clock)
    officer = await factories.officer()
    with pytest.raises(NotFound):
        await visitor.link(officer, paper)

    await SellerApplication.create(
        account=sender.person,
        state="SUBMITTED",
        farm_name="খামার",
        contact_phone="+8801711111111",
        place=await factories.union(),
        created_at=NOON,
        submitted_at=NOON,
    )
    assert (await visitor.client.get(await visitor.link(officer, paper))).status_code == 200


async def test_proof_of_a_provider_is_read_by_the_officers_of_his_area_once_it_is_handed_in(
    sender: Sender, visitor: Visitor
):
    paper = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.LICENCE)
    await portraying.set_papers(sender.person.id, [Picture(media_id=paper.id)], clock=sender.clock)
    desk = await desks.provider(sender.person, state=ProviderState.DRAFT)
    officer, citizen = await factories.officer(), await factories.person()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))
    with pytest.raises(NotFound):
        await visitor.link(officer, paper)

    await Provider.filter(id=desk.id).update(state=ProviderState.SUBMITTED)

    assert (await visitor.client.get(await visitor.link(officer, paper))).status_code == 200
    for stranger in (citizen, elsewhere):
        with pytest.raises(NotFound):
            await visitor.link(stranger, paper)


async def test_proof_of_a_driver_is_read_by_the_officers_of_his_area_once_it_is_handed_in(
    sender: Sender, visitor: Visitor
):
    paper = await sender.sent_and_scanned(files.pdf(), "application/pdf", MediaKind.LICENCE)
    await portraying.set_papers(sender.person.id, [Picture(media_id=paper.id)], clock=sender.clock)
    driver = await Driver.create(
        account=sender.person,
        state=ApplicationState.DRAFT,
        name="মো. হানিফ",
        contact_phone=factories.phone(),
        place=await factories.union(),
        created_at=NOON,
    )
    officer = await factories.officer()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))
    with pytest.raises(NotFound):
        await visitor.link(officer, paper)

    await Driver.filter(id=driver.id).update(state=ApplicationState.SUBMITTED)

    assert (await visitor.client.get(await visitor.link(officer, paper))).status_code == 200
    for stranger in (await factories.person(), elsewhere):
        with pytest.raises(NotFound):
            await visitor.link(stranger, paper)


async def test_a_link_ends_after_five_minutes_or_with_the_right_or_with_the_person(
    sender: Sender, visitor: Visitor
):
    paper = await paper_of(sender)
    officer = await factories.officer()
    url = await visitor.link(officer, paper)

    visitor.now = NOON + timedelta(minutes=5, seconds=-1)
    assert (await visitor.client.get(url)).status_code == 200
    visitor.now = NOON + timedelta(minutes=5)
    assert (await visitor.client.get(url)).status_code == 403
    visitor.now = NOON
    await RoleGrant.filter(account_id=officer.id, role=Role.OFFICER).update(revoked_at=NOON)
    assert (await visitor.client.get(url)).status_code == 403
    own = await visitor.link(sender.person, paper)
    await Account.filter(id=sender.person.id).update(state=AccountState.SUSPENDED)
    assert (await visitor.client.get(own)).status_code == 403

    assert await PaperReading.all().count() == 1


async def test_a_link_cannot_be_changed(sender: Sender, visitor: Visitor):
    paper, other = await paper_of(sender), await paper_of(sender)
    token = (await visitor.link(sender.person, paper)).rsplit("=", 1)[1]
    media_id, reader_id, ends, signature = token.split(".")
    stranger = await factories.person()

    for changed in (
        f"{other.id}.{reader_id}.{ends}.{signature}",
        f"{media_id}.{stranger.id}.{ends}.{signature}",
        f"{media_id}.{reader_id}.{int(ends) + 60}.{signature}",
        f"{media_id}.{reader_id}.{ends}.{'A' * 43}",
        token[:-1],
        "",
    ):
        answer = await visitor.client.get(f"/media/papers?token={changed}")
        assert answer.status_code == 403, changed
    assert await PaperReading.all().count() == 0


async def test_a_portrait_is_shown_changed_and_taken_off(sender: Sender):
    first, second = await files.ready(sender.person), await files.ready(sender.person)

    await portraying.set_portrait(sender.person.id, Picture(media_id=first.id), clock=at(NOON))
    await portraying.set_portrait(sender.person.id, Picture(media_id=second.id), clock=at(NOON))
    assert await Attachment.all().values_list("media_id", flat=True) == [second.id]

    await portraying.set_portrait(sender.person.id, None, clock=at(NOON))
    assert await Attachment.all().count() == 0
