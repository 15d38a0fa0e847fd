"""The live lot as its visitor sees it, by the names that web.md promises."""

from __future__ import annotations

from hmk_graph.haat.lot_models import Lot
from tests.browser.driver import Element, Page
from tests.browser.houses import logged_bids
from tests.browser.lines import Line

LIVE, RECONNECTING, OFFLINE = "সরাসরি", "আবার সংযোগ হচ্ছে…", "ইন্টারনেট নেই"
# The rows of the list with their numbers in the log and what they say, newest first.
ROWS = """() => [...document.querySelectorAll('ol[aria-label="সব ডাক"] li[data-line]')]
    .map(row => [Number(row.dataset.line), row.querySelector('.money').textContent])"""
SHOWS = """([selector, text]) =>
    document.querySelector(selector)?.textContent.includes(text)"""
ROWS_ARE = f"""wanted => JSON.stringify(({ROWS})()) === JSON.stringify(wanted)"""


class LotPage:
    """What one does and reads on `/haat/<n>`."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def open(self, line: Line, cow: Lot) -> LotPage:
        """Open a lot, and wait until it is live."""
        await self.page.goto(f"{line.url}/haat/{cow.id}")
        await self.badge_says(LIVE)
        return self

    async def badge_says(self, *words: str) -> None:
        """Wait for one of the words in the badge."""
        await self.page.until(
            "words => words.includes("
            "document.querySelector('header [role=status]')?.textContent.trim())",
            words,
        )

    async def shows(self, selector: str, text: str) -> None:
        """Wait for a text."""
        await self.page.until(SHOWS, [selector, text])

    async def price_is(self, amount: str) -> None:
        await self.shows('section[aria-label="সর্বোচ্চ ডাক"]', amount)

    async def rows(self) -> list[tuple[int, str]]:
        """Return the list of bids as it stands."""
        return [(line, price) for line, price in await self.page.run(ROWS)]

    async def shows_the_whole_log_of(self, cow: Lot) -> None:
        """Wait until the list says what the log says: nothing missing, nothing twice, in order."""
        logged = await logged_bids(cow)
        try:
            await self.page.until(ROWS_ARE, logged)
        except Exception:
            assert await self.rows() == logged  # says what differs
            raise

    @property
    def amount(self) -> Element:
        return self.page.role("textbox", "আপনার ডাক (টাকা)")

    @property
    def place_bid(self) -> Element:
        return self.page.role("button", "ডাক দিন")
