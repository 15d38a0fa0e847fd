"""A shared link brings its picture (its words are proved in tests/pages)."""

from urllib.parse import urlsplit

from tests.browser.marks import IN_ONE_BROWSER

pytestmark = IN_ONE_BROWSER

PICTURE = "() => document.querySelector('meta[property=\"og:image\"]').content"
DRAWN = """async url => {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    return [picture.naturalWidth, picture.naturalHeight]
}"""


async def test_the_picture_of_a_shared_lot_can_be_drawn(haat):
    cow, line = await haat.lot(), haat.house.lines[0]
    page = await haat.visitor()
    await page.goto(f"{line.url}/haat/{cow.id}")

    address = urlsplit(await page.run(PICTURE))

    assert f"{address.scheme}://{address.netloc}" == line.url
    assert await page.run(DRAWN, address.path) == [1200, 630]
