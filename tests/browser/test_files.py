"""Files on the pages: sent by their owner, looked at by visitors, opened by officers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from hmk_graph.accounts.models import Account, ApplicationState, SellerApplication
from hmk_graph.clients.object_store import S3Store
from hmk_graph.clock import database_clock
from hmk_graph.haat import picturing
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.media import portraying
from hmk_graph.media.attaching import Picture
from hmk_graph.media.models import (
    Attachment,
    Media,
    MediaKind,
    MediaState,
    PaperReading,
    SharedPhoto,
)
from hmk_graph.shops import picturing as product_photos
from hmk_graph.shops.models import Shop
from storage.bucket import Bucket
from tests.accounts.applications import application
from tests.browser.driver import Session
from tests.browser.houses import Haat
from tests.browser.inspecting import barriers_on, settled, with_axe
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_thrift import thrifty
from tests.factories import animal, listing, officer, upazila
from tests.media import files
from tests.media.conftest import Sender
from tests.shops import stalls

pytestmark = IN_ONE_BROWSER

# Of a photo of nine megabytes. The line and the kernel hold about three more, so that its progress
# stands between a tenth and a half until the line is cut.
ARRIVED_BYTES = 1_000_000
UNDER_WAY = """() => {
    const bar = document.querySelector('main progress')
    return bar !== null && bar.value > 0.1 && bar.value < 0.9
}"""
SEEN = """selector => [...document.querySelectorAll(selector)].filter(
    image => image.complete && image.naturalWidth > 0).length"""
PLAYS = "() => document.querySelector('main video')?.currentTime > 0"
NEXT = "পরের ছবি"


@asynccontextmanager
async def sender_of(haat: Haat, person: Account) -> AsyncIterator[Sender]:
    """Have a person send files to the store of the house without a browser."""
    assert haat.house.store is not None
    at = replace(haat.house.store, public_url=haat.house.store_line.url)
    async with Bucket.opened(at) as bucket:
        yield Sender(person, S3Store(bucket), bucket, database_clock)


async def checked(media: Media) -> Picture:
    """Wait until the worker of the house has looked into a file."""
    async with asyncio.timeout(60):
        while (await Media.get(id=media.id)).state is not MediaState.READY:
            await asyncio.sleep(0.05)
    return Picture(media_id=media.id, alt="")


async def seller() -> Account:
    """Make a seller whose application stands."""
    made = await application(ApplicationState.VERIFIED)
    return await Account.get(id=made.account_id)


async def filmed(haat: Haat) -> Animal:
    """Make an animal with two photos and a film."""
    someone = await seller()
    cow = await animal(someone)
    async with sender_of(haat, someone) as sender:
        sent = [
            await sender.send(files.photo((1000, 750))),
            await sender.send(files.photo((900, 675))),
            await sender.send(
                files.film(codec="libvpx-vp9", form="webm"), "video/webm", MediaKind.VIDEO
            ),
        ]
    pictures = [await checked(media) for media in sent]
    await picturing.set_photos(someone.id, cow.id, pictures, clock=database_clock)
    return await Animal.get(id=cow.id)


def asked_of(line: Session, part: str) -> list[str]:
    """Return the addresses that were asked for and have this in them."""
    told = line.of("Network.requestWillBeSent")
    return [url for url in (each["request"]["url"] for each in told) if part in url]


async def test_a_photo_is_sent_from_the_page_and_seen_on_the_lot_though_its_line_was_cut(
    haat: Haat, tmp_path: Path
):
    haat.may_be_noisy = True  # of the line that is cut
    someone = await seller()
    cow = await animal(someone, state=AnimalState.REGISTERED)
    photo = tmp_path / "cow.png"
    photo.write_bytes(files.written(files.picture((2000, 1500)), "PNG", compress_level=0))
    page = await with_axe(await haat.visitor(someone))
    await settled(page, f"{haat.house.lines[0].url}/haat/sell")

    haat.house.store_line.stop_after(ARRIVED_BYTES)
    await page.css("main li:has(.own-animal) input[type=file]").first.call(
        "setInputFiles", str(photo)
    )
    await page.until(UNDER_WAY)
    haat.house.store_line.cut()
    haat.house.store_line.mend()

    await page.until(f"selector => ({SEEN})(selector) === 1", ".photos img")
    media = await Media.get(owner_id=someone.id)
    hung = await Attachment.get(media_id=media.id)
    assert (media.state, hung.subject, hung.subject_id) == (
        MediaState.READY,
        picturing.PHOTOS.name,
        cow.id,
    )
    assert "\n".join(await barriers_on(page)) == ""
    for_sale = await listing(await Animal.get(id=cow.id))
    buyer = await haat.visitor()
    await settled(buyer, f"{haat.house.lines[1].url}/haat/sale/{for_sale.id}")
    await buyer.until(f"selector => ({SEEN})(selector) === 1", ".sale .picture img")


async def test_a_visitor_turns_to_further_photos_and_plays_a_film_by_a_touch(haat: Haat):
    sold = await listing(await filmed(haat))
    page = await with_axe(await haat.visitor())
    line = await page.session("Network.requestWillBeSent")
    await line.send("Network.enable")
    await settled(page, f"{haat.house.lines[0].url}/haat/sale/{sold.id}")

    await page.css(".turn span:text-is('১/৩')").appears()
    await page.role("button", NEXT).click()
    await page.css(".turn span:text-is('২/৩')").appears()
    await page.role("button", NEXT).click()
    await page.css(".turn span:text-is('৩/৩')").appears()
    assert await page.role("button", NEXT).is_off()
    assert "\n".join(await barriers_on(page)) == ""
    assert asked_of(line, ".webm") == []

    await page.css("button.show:has-text('ভিডিও')").click()

    await page.until(PLAYS)


async def test_where_data_are_saved_nothing_of_a_film_comes_before_it_is_asked_for(haat: Haat):
    sold = await listing(await filmed(haat))
    page = await thrifty(haat)
    line = await page.session("Network.requestWillBeSent")
    await line.send("Network.enable")
    await settled(page, f"{haat.house.lines[0].url}/haat/sale/{sold.id}")
    assert asked_of(line, "/media/") == []

    await page.role("button", "ছবি দেখুন").click()

    await page.until(f"selector => ({SEEN})(selector) === 1", ".sale .slide img")
    await page.css(".turn").appears()
    await page.call("waitForLoadState", "networkidle")
    assert len(asked_of(line, "/media/")) == 1
    await page.role("button", NEXT).click()
    await page.until(f"selector => ({SEEN})(selector) === 2", ".sale .slide img")


async def test_an_officer_opens_the_papers_of_an_applicant(haat: Haat):
    made = await application(ApplicationState.SUBMITTED)
    someone = await Account.get(id=made.account_id)
    async with sender_of(haat, someone) as sender:
        media = await sender.send(files.pdf(2), "application/pdf", MediaKind.IDENTITY)
    await portraying.set_papers(someone.id, [await checked(media)], clock=database_clock)
    desk = await officer(await upazila())
    page = await with_axe(await haat.visitor(desk))
    await settled(page, f"{haat.house.lines[0].url}/officer")
    card = f"li:has-text('{someone.name}')"

    opened, _ = await asyncio.gather(
        page.browser.ask(page.thing, calls=[["waitForEvent", "download"], ["suggestedFilename"]]),
        page.css(f"{card} >> button:text-is('খুলুন')").first.click(),
    )

    assert opened.endswith(".pdf")
    reading = await PaperReading.get(media_id=media.id)
    assert reading.reader_id == desk.id
    # No other test's officer shall find it waiting.
    await SellerApplication.filter(id=made.id).update(state=ApplicationState.VERIFIED)
    assert "\n".join(await barriers_on(page)) == ""


async def test_an_officer_compares_a_photo_that_two_products_share(haat: Haat):
    for _ in range(2):
        sold = await stalls.product()
        owner = await Account.get(id=(await Shop.get(id=sold.shop_id)).owner_id)
        async with sender_of(haat, owner) as sender:
            hung = [await checked(await sender.send(files.photo((1000, 750))))]
        await product_photos.set_photos(owner.id, sold.id, hung, clock=database_clock)
    # What a worker does about the event; the commands of this test run outside the house.
    await product_photos.flag_same_photos(sold.id, clock=database_clock)
    flag = await SharedPhoto.get(subject_id=sold.id)
    desk = await officer(await upazila())
    page = await with_axe(await haat.visitor(desk))
    await settled(page, f"{haat.house.lines[0].url}/officer")

    await page.css("nav.tabs button:has-text('সন্দেহ')").click()
    await page.until(f"selector => ({SEEN})(selector) === 2", ".photos img")
    assert "\n".join(await barriers_on(page)) == ""
    await page.css(".photos ~ button").click()
    await page.css("dialog textarea").fill("দুই দোকানের একই মালিক")
    await page.css("dialog button[type=submit]").click()
    await page.css(".photos").goes()

    assert (await SharedPhoto.get(id=flag.id)).resolved_by_id == desk.id


async def test_a_person_shows_a_photo_of_himself(haat: Haat, tmp_path: Path):
    someone = await seller()
    photo = tmp_path / "me.jpg"
    photo.write_bytes(files.located())
    page = await with_axe(await haat.visitor(someone))
    await settled(page, f"{haat.house.lines[0].url}/amar")

    await page.css(".profile summary:text-is('আমার ছবি')").click()
    await page.css(".profile input[type=file]").call("setInputFiles", str(photo))

    await page.until(f"selector => ({SEEN})(selector) === 1", ".profile img")
    assert "\n".join(await barriers_on(page)) == ""
    await page.css(".profile button:text-is('সরান')").click()
    await page.css(".profile img").goes()
    assert not await Attachment.exists(subject_id=someone.id, subject=portraying.PORTRAIT.name)
