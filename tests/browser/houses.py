"""A whole house for browsers: two web processes behind lines that can break, a worker, a Redis."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from hmk_graph import database, demo_payments
from hmk_graph.accounts import sessions
from hmk_graph.accounts.models import Account
from hmk_graph.clock import database_clock
from hmk_graph.event_log import transaction
from hmk_graph.haat.lot_keeping import stored_line
from hmk_graph.haat.lot_log import Kind
from hmk_graph.haat.lot_models import Lot, LotLine
from hmk_graph.money import in_bengali
from hmk_graph.settings import Settings
from schema.accounts.refresh_cookie import NAME, PATH
from storage.bucket import StoreAddress
from tests.auctions import bidder, lot
from tests.browser.driver import Browser, Context, Page
from tests.browser.lines import Line
from tests.live.test_two_processes import bid, token_of
from tests.processes import SECRET, Process, Web, Worker, of_store
from tests.redis_servers import PrivateRedis

CODE = "123456"
HOUR = timedelta(hours=1)
KEYS = count(1)
# A cheap phone of today.
PHONE = {"viewport": {"width": 360, "height": 740}, "deviceScaleFactor": 2, "hasTouch": True}
HAS_SESSION = "localStorage.setItem('hmk.signed-in', '1')"


class House:
    """What runs; `lines[n]` leads to `webs[n]`, `store_line` to the store, if there is one."""

    def __init__(
        self,
        database_url: str,
        lines: list[Line],
        redis: PrivateRedis,
        *,
        store: StoreAddress | None = None,
        store_line: Line,
    ) -> None:
        self.database_url = database_url
        self.lines = lines
        self.redis = redis
        self.store = store
        self.store_line = store_line
        at = {"database_url": database_url, "redis_url": redis.url}
        if store is not None:
            store_line.leads_to = urlsplit(store.endpoint).port or 0
            at |= of_store(replace(store, public_url=store_line.url))
        told = {
            "HMK_PUBLIC_URL": lines[0].url,
            "HMK_ALLOWED_ORIGINS": ",".join(line.url for line in lines),
            "HMK_DEMO_CODE": CODE,
        }
        paid, self.services = payment_services()
        self.webs = [Web(**at, **told, **paid) for _ in lines]
        self.worker = Worker(**at, **paid)

    def start(self) -> None:
        self.services.start()
        for process in (*self.webs, self.worker):
            process.start()
        self.mend()

    def mend(self) -> None:
        """Undo whatever a test did to it."""
        if self.redis.process is None:
            self.redis.start()
        self.redis.thaw()
        for line, web in zip(self.lines, self.webs, strict=True):
            if web.running is None:
                web.start()
            web.wait()
            line.leads_to = web.port
            line.answer_nothing_instead()
            line.mend()
        self.store_line.mend()

    def end(self) -> None:
        for process in (*self.webs, self.worker, self.services):
            process.kill()


class Services(Process):
    """The simulator of the payment services, with the page on which a payer agrees."""

    def __init__(self, args: tuple[str, ...]) -> None:
        super().__init__(database_url="", redis_url="")
        self.args = args

    def start(self) -> None:
        self.running = subprocess.Popen(self.args, start_new_session=True)


def payment_services() -> tuple[dict[str, str], Services]:
    """Return the settings by which a house is paid at the simulator, and the simulator."""
    settings, [job] = demo_payments.offered(Settings(), Path(tempfile.mkdtemp()))
    mine = ("HMK_BKASH", "HMK_SSLCOMMERZ", "HMK_NAGAD")
    environment = settings.as_environment()
    told = {name: value for name, value in environment.items() if name.startswith(mine)}
    return told, Services(job.args)


@contextmanager
def house_at(database_url: str, store: StoreAddress | None = None) -> Iterator[House]:
    """Run a house on a database, and on a store."""
    with ExitStack() as stack:
        *lines, store_line = [stack.enter_context(Line()) for _ in range(3)]
        redis = stack.enter_context(PrivateRedis())
        house = House(database_url, lines, redis, store=store, store_line=store_line)
        stack.callback(house.end)
        house.start()
        yield house


class Haat:
    """One test's view of the house: its browsers, its people, its lots."""

    def __init__(self, house: House, browser: Browser) -> None:
        self.house = house
        self.browser = browser
        self.pages: list[Page] = []
        self.contexts: list[Context] = []
        # A test that breaks lines hears the browser complain of them.
        self.may_be_noisy = False

    async def visitor(self, person: Account | None = None, **options: object) -> Page:
        """Open a page in a browser of its own, signed in as a person."""
        context = await self.browser.open(**{**PHONE, **options})
        self.contexts.append(context)
        if person is not None:
            await self._sign_in(context, person)
        page = await context.page()
        self.pages.append(page)
        return page

    async def lot(self, *, ends_in: timedelta = HOUR, **columns: object) -> Lot:
        """Make a lot that runs."""
        now = await database_clock()
        return await lot(starts_at=now - timedelta(minutes=1), ends_at=now + ends_in, **columns)

    async def rivals(self) -> list[Rival]:
        """Make two people who bid without a browser."""
        return [Rival(await token_of(await bidder()), self.house) for _ in range(2)]

    async def bids(self, cow: Lot, *amounts: int) -> None:
        """Have two people bid amounts in taka by turns."""
        rivals = await self.rivals()
        for n, taka in enumerate(amounts):
            await rivals[n % 2].bids(cow, taka)

    async def _sign_in(self, context: Context, person: Account) -> None:
        async with transaction(actor_id=person.id) as events:
            held = await sessions.start(
                person.id,
                device="browser",
                address="test",
                now=await database_clock(),
                secret=SECRET,
                events=events,
            )
        # Where the server keeps it: a second one on another path would outlive the first, and the
        # server would see a token that was spent.
        where = {"domain": urlsplit(self.house.lines[0].url).hostname, "path": PATH}
        cookie = {"name": NAME, "value": held.refresh_token, **where}
        await context.call("addCookies", [{**cookie, "httpOnly": True, "sameSite": "Strict"}])
        await context.call("addInitScript", {"content": HAS_SESSION})


class Rival:
    """Somebody who bids without a browser."""

    def __init__(self, token: str, house: House) -> None:
        self.token = token
        self.house = house

    async def bids(self, cow: Lot, taka: int) -> None:
        """Bid through whichever process is there."""
        web = next(web for web in self.house.webs if web.running is not None)
        answer = await bid(web, cow, self.token, taka, f"rival-{next(KEYS)}")
        assert answer["__typename"] == "BidAccepted", answer


@asynccontextmanager
async def haat_in(house: House, browser: Browser) -> AsyncIterator[Haat]:
    """Open the house to one test, and leave it as it was found; no page may have complained."""
    await asyncio.to_thread(house.mend)
    haat = Haat(house, browser)
    try:
        async with database.connected(house.database_url, pool_size=4):
            yield haat
        if not haat.may_be_noisy:
            noise = [said for page in haat.pages for said in page.noise]
            assert not noise, noise
    finally:
        for context in haat.contexts:
            await context.close()


async def logged_bids(cow: Lot) -> list[tuple[int, str]]:
    """Return what a bid list must show, newest first: line and price of each public bid."""
    rows = await LotLine.filter(lot_id=cow.id).order_by("-line")
    lines = [stored_line(row.body) for row in rows]
    return [
        (line.line, in_bengali(line.body["price"]))
        for line in lines
        if line.kind is Kind.BID and not line.silent
    ]
