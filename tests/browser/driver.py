"""A real Chromium, driven by web/tests/browser/driver.mjs: its contexts, pages and elements.

Calls are Playwright's own, carried as data; the driver knows only how to carry them.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

WEB = Path(__file__).parent.parent.parent / "web"
AXE = (WEB / "node_modules/axe-core/axe.min.js").as_posix()
START_PATIENCE_S = 60
WORDS = "() => `${location.pathname} says:\\n${document.body.innerText.slice(0, 3000)}`"


class BrowserFault(Exception):
    """What Playwright said."""


class Browser:
    """One Chromium for many tests; each opens contexts of its own, which share nothing."""

    def __init__(self, chromium: str) -> None:
        self.version = ""
        self._driver = subprocess.Popen(
            ["node", "tests/browser/driver.mjs"],
            cwd=WEB,
            env={**os.environ, "CHROMIUM": chromium},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._numbers = count(1)
        self._waiting: dict[int, Future[Any]] = {0: Future()}
        self._listeners: dict[str, list[Callable[[dict[str, Any]], None]]] = defaultdict(list)
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Browser:
        started = self._waiting[0]
        self._reader.start()
        self.version = started.result(START_PATIENCE_S)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._driver.stdin is not None and self._driver.stdout is not None
        self._driver.stdin.close()
        try:
            self._driver.wait(60)
        except subprocess.TimeoutExpired:
            self._driver.kill()
            self._driver.wait()
        self._reader.join()
        self._driver.stdout.close()

    async def ask(self, on: str, **what: Any) -> Any:
        """Have the driver do something, and return what came of it."""
        assert self._driver.stdin is not None
        number = next(self._numbers)
        answer: Future[Any] = Future()
        self._waiting[number] = answer
        line = json.dumps({"id": number, "on": on, **what}, ensure_ascii=False)
        self._driver.stdin.write(line.encode() + b"\n")
        self._driver.stdin.flush()
        return await asyncio.wrap_future(answer)

    def listen(self, on: str, take: Callable[[dict[str, Any]], None]) -> None:
        """Hear what a page or a session tells unasked."""
        self._listeners[on].append(take)

    async def open(self, **options: Any) -> Context:
        """Open a context: a visitor with a browser of his own."""
        made = await self.ask("browser", calls=[["newContext", options]])
        return Context(self, made["thing"])

    def _read(self) -> None:
        assert self._driver.stdout is not None
        for line in self._driver.stdout:
            told = json.loads(line)
            if "id" not in told:
                for take in self._listeners[told["on"]]:
                    take(told)
                continue
            answer = self._waiting.pop(told["id"])
            if answer.cancelled():
                continue
            if "fault" in told:
                answer.set_exception(BrowserFault(told["fault"]))
            else:
                answer.set_result(told["value"])
        for answer in self._waiting.values():
            answer.cancel()


@dataclass
class Context:
    """A visitor's browser: cookies, storage, and whether it has a line."""

    browser: Browser
    thing: str

    async def call(self, method: str, *arguments: Any) -> Any:
        return await self.browser.ask(self.thing, calls=[[method, *arguments]])

    async def page(self) -> Page:
        """Open a page."""
        return Page(self.browser, (await self.call("newPage"))["thing"], self)

    async def close(self) -> None:
        await self.call("close")


class Page:
    """A page. `noise` is what it wrote to its console, and whom else it asked."""

    def __init__(self, browser: Browser, thing: str, context: Context) -> None:
        self.browser = browser
        self.thing = thing
        self.context = context
        self.noise: list[str] = []
        browser.listen(thing, lambda told: self.noise.append(told["noise"]))

    async def call(self, method: str, *arguments: Any) -> Any:
        return await self.browser.ask(self.thing, calls=[[method, *arguments]])

    async def goto(self, url: str) -> None:
        await self.browser.ask(self.thing, calls=[["goto", url], ["status"]])

    async def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            await self.browser.ask(self.thing, calls=[["keyboard"], ["press", key]])

    def role(self, role: str, name: str | None = None) -> Element:
        """Return what a screen reader calls so."""
        options = {} if name is None else {"name": name, "exact": True}
        return Element(self, [["getByRole", role, options]])

    def css(self, selector: str) -> Element:
        return Element(self, [["locator", selector]])

    async def run(self, function: str, argument: Any = None) -> Any:
        """Return what a function returns in the page."""
        return await self.call("evaluate", _called(function, argument))

    async def until(self, function: str, argument: Any = None) -> Any:
        """Wait until a function returns something in the page, and return it."""
        return await self.waits(until=_called(function, argument))

    async def waits(self, **what: Any) -> Any:
        """Have the driver wait for something; if it waits in vain, what stands on the page is told.

        Raises:
            BrowserFault: With the page's own words, by which a run that nobody saw can be read.
        """
        try:
            return await self.browser.ask(self.thing, **what)
        except BrowserFault as fault:
            said = await self.run(WORDS)
            raise BrowserFault(f"{fault}\nThe page at {said}\n{self.noise}") from None

    async def session(self, *events: str) -> Session:
        """Open a session of Chromium's own protocol that records events."""
        made = await self.browser.ask(
            self.context.thing, calls=[["newCDPSession", {"thing": self.thing}]]
        )
        session = Session(self.browser, made["thing"])
        self.browser.listen(session.thing, session.events.append)
        await self.browser.ask(session.thing, record=list(events))
        return session


@dataclass
class Session:
    """Chromium's own protocol; `events` are those that were asked for, in their order."""

    browser: Browser
    thing: str
    events: list[dict[str, Any]] = field(default_factory=list)

    async def send(self, method: str, **parameters: Any) -> Any:
        return await self.browser.ask(self.thing, calls=[["send", method, parameters]])

    def of(self, event: str) -> list[dict[str, Any]]:
        """Return the parameters of all events of a kind."""
        return [told["params"] for told in self.events if told["event"] == event]


@dataclass
class Element:
    """Something on a page. What is done to it waits until it is there and can be done."""

    page: Page
    chain: list[list[Any]]

    async def call(self, method: str, *arguments: Any) -> Any:
        calls = [*self.chain, [method, *arguments]]
        return await self.page.waits(calls=calls)

    async def click(self) -> None:
        await self.call("click")

    async def fill(self, text: str) -> None:
        await self.call("fill", text)

    async def text(self) -> str:
        said: str = await self.call("innerText")
        return said

    async def appears(self) -> None:
        await self.call("waitFor", {"state": "visible"})

    async def goes(self) -> None:
        await self.call("waitFor", {"state": "hidden"})

    async def is_off(self) -> bool:
        off: bool = await self.call("isDisabled")
        return off

    async def count(self) -> int:
        found: int = await self.call("count")
        return found

    @property
    def first(self) -> Element:
        return Element(self.page, [*self.chain, ["first"]])


def _called(function: str, argument: Any) -> str:
    return f"({function})({json.dumps(argument, ensure_ascii=False)})"
