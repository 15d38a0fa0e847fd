"""One call answers all who wait for it, and nobody gets what began before he came."""

from __future__ import annotations

import asyncio

import pytest

from schema.coalescing import Coalesced


class Slow:
    """A call that ends when it is told to, and counts how often it began."""

    def __init__(self) -> None:
        self.began = 0
        self.go_on = asyncio.Semaphore(0)
        self.faults: list[Exception] = []

    async def __call__(self) -> int:
        self.began += 1
        mine = self.began
        await self.go_on.acquire()
        if self.faults:
            raise self.faults.pop()
        return mine


async def settled() -> None:
    """Let every task run as far as it can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_who_comes_while_a_call_is_under_way_waits_for_the_next():
    slow = Slow()
    call = Coalesced(slow)
    first = asyncio.create_task(call())
    await settled()
    later = [asyncio.create_task(call()) for _ in range(50)]
    await settled()
    assert slow.began == 1

    slow.go_on.release()
    await settled()
    last = asyncio.create_task(call())
    await settled()
    slow.go_on.release()
    slow.go_on.release()

    assert await first == 1
    assert await asyncio.gather(*later) == [2] * 50
    assert (await last, slow.began) == (3, 3)


async def test_when_the_one_who_calls_leaves_another_calls():
    slow = Slow()
    call = Coalesced(slow)
    callers = [asyncio.create_task(call()) for _ in range(3)]
    await settled()

    callers[0].cancel()
    await settled()
    slow.go_on.release()

    assert await asyncio.gather(*callers[1:]) == [2, 2]
    assert callers[0].cancelled()


async def test_who_leaves_while_waiting_takes_nobody_along():
    slow = Slow()
    call = Coalesced(slow)
    callers = [asyncio.create_task(call()) for _ in range(3)]
    await settled()

    callers[2].cancel()
    slow.go_on.release()
    slow.go_on.release()

    assert [await callers[0], await callers[1]] == [1, 2]


async def test_all_who_wait_hear_of_a_fault_and_the_next_call_is_a_new_one():
    slow = Slow()
    call = Coalesced(slow)
    slow.faults = [OSError("away"), OSError("away")]
    callers = [asyncio.create_task(call()) for _ in range(3)]
    await settled()
    slow.go_on.release()
    slow.go_on.release()

    assert all(
        isinstance(answer, OSError)
        for answer in await asyncio.gather(*callers, return_exceptions=True)
    )
    slow.go_on.release()
    assert await call() == 3


async def test_the_one_who_waits_to_call_may_leave_too():
    slow = Slow()
    call = Coalesced(slow)
    first = asyncio.create_task(call())
    await settled()
    second, third = asyncio.create_task(call()), asyncio.create_task(call())
    await settled()

    second.cancel()
    await settled()
    slow.go_on.release()
    slow.go_on.release()

    assert await first == 1
    assert await third == 2
    with pytest.raises(asyncio.CancelledError):
        await second
