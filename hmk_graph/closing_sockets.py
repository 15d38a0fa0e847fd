"""Closes the sockets of those who may no longer be connected, and all when a process ends."""

from __future__ import annotations

import asyncio
import logging

import orjson

from hmk_graph import event_log, feeds
from hmk_graph.accounts import queries as accounts
from realtime.frames import Frame
from realtime.hub import Hub
from schema import following
from schema.sockets import Sockets

log = logging.getLogger("hmk.app")

# A revocation that no bus carried closes its sockets within this (rules.md 2.1 asks for 60 s).
SWEEP_SESSIONS_S = 20.0
# Followers are told to come back, and their frames go out, before their sockets are closed.
FAREWELL_S = 0.5


async def drain(sockets: Sockets, hub: Hub) -> None:
    """Tell followers to come back elsewhere, then close all sockets (1012)."""
    sockets.draining = True
    hub.hint_all(reason=following.DRAINING)
    if len(sockets):
        await asyncio.sleep(FAREWELL_S)
    await sockets.drain()


async def close_revoked(sockets: Sockets, hub: Hub) -> None:
    """Close the sockets of sessions and people that lost their right, as soon as the bus tells."""
    async with hub.listen(feeds.REVOCATIONS) as mailbox:
        while True:
            came = await mailbox.take()
            if not isinstance(came, Frame):
                continue  # the sweep finds what was missed
            payload = orjson.loads(came.body)["payload"]
            if "session_id" in payload:
                sockets.close_session(payload["session_id"])
            else:
                sockets.close_account(payload["account_id"])


async def sweep_sessions(sockets: Sockets) -> None:
    """Close the sockets of ended sessions that no frame told of; one statement for all of them."""
    while True:
        await asyncio.sleep(SWEEP_SESSIONS_S)
        try:
            for session_id in await accounts.ended(sockets.sessions):
                sockets.close_session(session_id)
        except (OSError, *event_log.LOST) as error:
            log.warning("Sessions could not be looked up: %s", error)
