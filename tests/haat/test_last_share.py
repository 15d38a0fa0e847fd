"""Of two processes that want the last share of each animal, one has it."""

from __future__ import annotations

import asyncio
import sys

from hmk_graph.haat.share_models import Share, ShareState
from hmk_graph.payments.paying_models import Intent
from tests import factories
from tests.haat.pools import bought, pool

POOLS = 6
PROGRAM = """
import asyncio, sys
from hmk_graph import database
from hmk_graph.haat.selling_errors import NoShareLeft
from hmk_graph.haat.share_models import Share
from hmk_graph.haat import sharing
from tests.factories import NOON, at
async def hold(pool):
    try:
        return await sharing.hold_share(
            int(sys.argv[2]), pool, idempotency_key=str(pool), clock=at(NOON))
    except NoShareLeft:
        return None
async def main():
    async with database.connected(sys.argv[1], pool_size=6):
        print("ready", flush=True)
        sys.stdin.readline()
        answers = await asyncio.gather(*map(hold, map(int, sys.argv[3:])))
        print(sum(isinstance(one, Share) for one in answers), flush=True)
asyncio.run(main())
"""


async def test_two_processes_never_have_more_shares_than_there_are(db, database_url):
    cows = [await pool(parts=2, tag=f"S-{number}") for number in range(POOLS)]
    for cow in cows:
        await bought(cow, 1)
    wanted = [str(cow.id) for cow in cows]
    people = [await factories.person() for _ in range(2)]
    pipe = asyncio.subprocess.PIPE
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", PROGRAM, database_url, str(person.id), *order),
            stdin=pipe,
            stdout=pipe,
        )
        for person, order in zip(people, (wanted, wanted[::-1]), strict=True)
    ]
    for process in processes:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"

    told = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))

    assert [process.returncode for process in processes] == [0, 0]
    assert sum(int(out) for out, _ in told) == POOLS
    for cow in cows:
        shares = await Share.filter(pool_id=cow.id).order_by("number")
        assert [(share.number, share.state) for share in shares] == [
            (1, ShareState.PAID),
            (2, ShareState.HELD),
        ]
    assert await Intent.filter(state="OPEN").count() == POOLS
