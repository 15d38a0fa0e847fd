"""Measure the pages on a cheap phone: weight, and times on a slow line with a slow processor."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass
from typing import Any

import asyncpg

from benchmarks.long_tasks import traced
from benchmarks.telling import say, show
from hmk_graph import database, migrating
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import in_bengali
from tests.browser.driver import Browser, Session
from tests.browser.houses import Haat, house_at
from tests.browser.lot_page import LIVE
from tests.browser.weighing import SHIFTS, frames_with, scales, weighed

RUNS = 3
BIDS = 40
SLOWER_PROCESSOR = 4


@dataclass(frozen=True)
class Network:
    """A line as browsers' tools imitate it. `latency` in ms, `rate` in kbit/s."""

    name: str
    latency: int
    rate: int


NETWORKS = (Network("Slow 3G", 2000, 400), Network("Fast 3G", 562, 1440))

# Noted from the first moment on, since a page may be over before anybody asks.
NOTES = """
globalThis.noted = { largest: 0, long: 0, live: 0, prices: {} }
const OF_PRICE = 'section[aria-label="সর্বোচ্চ ডাক"] .price'
new MutationObserver(() => {
    const price = document.querySelector(OF_PRICE)?.textContent
    if (price) noted.prices[price] ??= performance.timeOrigin + performance.now()
}).observe(document, { subtree: true, childList: true, characterData: true })
new PerformanceObserver(list => {
    for (const each of list.getEntries()) noted.largest = each.startTime
}).observe({ type: 'largest-contentful-paint', buffered: true })
new PerformanceObserver(list => {
    for (const each of list.getEntries()) noted.long += each.duration
}).observe({ type: 'longtask', buffered: true })
const isLive = setInterval(() => {
    const badge = document.querySelector('header [role=status]')
    if (badge?.textContent.trim() !== LIVE) return
    noted.live = performance.now()
    clearInterval(isLive)
}, 20)
"""
FIRST = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
PRICE_SEEN = "price => noted.prices[price]"


async def measure_pages(database_url: str) -> None:
    """Measure and print all there is to say of the pages."""
    name = f"bench_pages_{os.getpid()}"
    admin = await asyncpg.connect(database_url)
    await admin.execute(f'CREATE DATABASE "{name}"')
    url = database_url.rsplit("/", 1)[0] + f"/{name}"
    try:
        await migrating.migrate(url)
        with Browser(os.environ["CHROMIUM"]) as browser, house_at(url) as house:
            say(f"Chromium {browser.version}; processor {SLOWER_PROCESSOR} times slower for times")
            async with database.connected(url, pool_size=4):
                haat = Haat(house, browser)
                cow = await haat.lot()
                await haat.bids(cow, *range(60_000, 80_000, 1_000))
                await weights(haat, {"home": "/", "hall": "/haat", "lot": f"/haat/{cow.id}"})
                for network in NETWORKS:
                    await times(haat, cow, network)
                await latency(haat, await haat.lot())
                for context in haat.contexts:
                    await context.close()
    finally:
        await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        await admin.close()


async def weights(haat: Haat, paths: dict[str, str]) -> None:
    """Weigh first visits, on a line without limits."""
    for name, path in paths.items():
        page = await haat.visitor()
        scale = await scales(page)
        await page.goto(f"{haat.house.lines[0].url}{path}")
        await page.call("waitForLoadState", "networkidle")
        weight = await weighed(scale)
        kinds = ", ".join(f"{kind} {size / 1024:.1f}" for kind, size in weight.by_kind.items())
        say(f"{name}: {weight.all:.1f} KB in {len(weight.requests)} requests ({kinds})")
        say(f"  layout shift {await page.run(SHIFTS):.4f}")
        haat.contexts.remove(page.context)
        await page.context.close()


async def times(haat: Haat, cow: Lot, network: Network) -> None:
    """Measure first visits of a lot on a slow line, and print the median of each time."""
    visits = [await _visit(haat, cow, network) for _ in range(RUNS)]
    # Load only ever adds: the least of a busy machine is nearest to a quiet one.
    told = ", ".join(
        f"{what} {statistics.median(times):.0f} ms (least {min(times):.0f})"
        for what, times in ((what, [visit[what] for visit in visits]) for what in visits[0])
    )
    load = os.getloadavg()[0]
    say(f"lot on {network.name}, median of {RUNS}, load {load:.1f}: {told}")


async def latency(haat: Haat, cow: Lot) -> None:
    """Measure from sending a bid to one process until a page on the other shows its price."""
    page = await haat.visitor()
    scale = await scales(page)
    await page.context.call("addInitScript", {"content": _notes()})
    await page.goto(f"{haat.house.lines[1].url}/haat/{cow.id}")
    await page.until("() => noted.live")
    rivals = await haat.rivals()
    took: list[float] = []
    # The first bid of each finds statements unprepared and connections unopened.
    for n in range(BIDS + len(rivals)):
        # Both clocks are this machine's.
        began = time.time()
        await rivals[n % 2].bids(cow, 60_000 + n * 5_000)
        price = in_bengali((await Lot.get(id=cow.id)).price_paisa or 0)
        seen_ms: float = await page.until(PRICE_SEEN, price)
        took.append(seen_ms / 1000 - began)
    shown = took[len(rivals) :]
    show("bid sent to one process until the page of the other shows it", shown)
    sizes = sorted(frames_with(scale, "BidPlaced"))
    say(f"  a bid on the line: {sizes[0]} to {sizes[-1]} bytes")


async def _visit(haat: Haat, cow: Lot, network: Network) -> dict[str, float]:
    page = await haat.visitor()
    session: Session = await page.session()
    await session.send("Network.enable")
    await session.send(
        "Network.emulateNetworkConditions",
        offline=False,
        latency=network.latency,
        downloadThroughput=network.rate * 1000 / 8,
        uploadThroughput=network.rate * 1000 / 8,
    )
    await session.send("Emulation.setCPUThrottlingRate", rate=SLOWER_PROCESSOR)
    await page.context.call("addInitScript", {"content": _notes()})
    async with traced(page) as long:
        await page.goto(f"{haat.house.lines[0].url}/haat/{cow.id}")
        live: float = await page.until("() => noted.live")
        await page.call("waitForLoadState", "networkidle")
    noted: dict[str, Any] = await page.run("() => noted")
    first: float = await page.run(FIRST)
    # A page that stays open, with its slowed processor, would slow the next visit.
    haat.contexts.remove(page.context)
    await page.context.close()
    return {
        "first content": first,
        "largest content": noted["largest"],
        "live": live,
        "long tasks by the clock": noted["long"],
        "by the processor": sum(long),
    }


def _notes() -> str:
    return NOTES.replace("LIVE", f"'{LIVE}'")
