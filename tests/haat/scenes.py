"""What a process does when it is killed: it ends lots whose time has come (`tests.killing`)."""

from __future__ import annotations

from hmk_graph.duties import Duties
from hmk_graph.haat import closing, scheduling
from tests.auctions import ENDS
from tests.factories import at


async def close_what_is_due() -> bool:
    """Do what the worker does at the end of a lot; return whether one was due."""
    return await Duties({scheduling.CLOSE_LOT: closing.close_lot}, clock=at(ENDS)).do_one()
