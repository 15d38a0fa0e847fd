"""What a visit costs: bytes by kind, requests, shifts of the layout, and the size of a live bid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import httpx

from tests.browser.driver import Page, Session

KB = 1024
# As layout shifts are counted by browsers: what follows a touch is meant.
SHIFTS = """() => new Promise(resolve => {
    let sum = 0
    new PerformanceObserver(list => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 100)
})"""


@dataclass
class Weight:
    """What was asked for at a visit, and its bytes as packed by gzip."""

    requests: list[str] = field(default_factory=list)
    by_kind: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    scripts: dict[str, int] = field(default_factory=dict)

    @property
    def all(self) -> float:
        return sum(self.by_kind.values()) / KB

    def of(self, kind: str) -> float:
        """Return the kilobytes of a kind: Script, Stylesheet, Document, Font."""
        return self.by_kind[kind] / KB


async def scales(page: Page) -> Session:
    """Begin to weigh what a page asks for from now on."""
    session = await page.session(
        "Network.requestWillBeSent",
        "Network.loadingFinished",
        "Network.webSocketFrameReceived",
    )
    await session.send("Network.enable")
    return session


async def weighed(session: Session) -> Weight:
    """Weigh what has come so far.

    Chromium takes Brotli; not every phone does. So each file is asked for once more, by gzip.
    """
    weight = Weight()
    sent = {
        asked["requestId"]: asked
        for asked in session.of("Network.requestWillBeSent")
        if asked["request"]["url"].startswith("http")
    }
    came = {
        ended["requestId"]: int(ended["encodedDataLength"])
        for ended in session.of("Network.loadingFinished")
    }
    async with httpx.AsyncClient(headers={"accept-encoding": "gzip"}, verify=False) as client:
        for number, asked in sent.items():
            url, kind = asked["request"]["url"], asked.get("type", "Other")
            if asked["request"]["method"] == "GET":
                size = await _packed(client, url)
            else:
                size = came.get(number, 0)
            weight.requests.append(url)
            weight.by_kind[kind] += size
            if kind == "Script":
                weight.scripts[url] = size
    return weight


async def _packed(client: httpx.AsyncClient, url: str) -> int:
    async with client.stream("GET", url) as answer:
        return sum([len(chunk) async for chunk in answer.aiter_raw()])


def frames_with(session: Session, kind: str) -> list[int]:
    """Return the bytes of each message of the socket that tells something of a kind."""
    frames = [told["response"] for told in session.of("Network.webSocketFrameReceived")]
    texts = [frame["payloadData"] for frame in frames if frame["opcode"] == 1]
    return [len(text.encode()) for text in texts if f'"{kind}"' in text]
