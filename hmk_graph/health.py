"""Whether the process lives, and whether it can serve."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tortoise.connection import get_connection

from hmk_graph import event_log
from realtime.bus import Bus

ASK_S = 2.0
APPLIED = "SELECT app || '.' || name AS name FROM tortoise_migrations"


@dataclass
class Readiness:
    """What a balancer asks. `known` are the migrations that this program needs."""

    bus: Bus
    known: frozenset[str]
    migrated: bool = False

    async def state(self) -> dict[str, str]:
        """Return a word for each part: "ok", or what is wrong with it."""
        database = await self._database()
        return {
            "database": "ok" if database in ("ok", "behind") else database,
            "migrations": {"ok": "ok", "behind": "behind"}.get(database, "unknown"),
            "bus": "ok" if self.bus.listening else "not listening",
        }

    async def _database(self) -> str:
        try:
            async with asyncio.timeout(ASK_S):
                connection = get_connection("default")
                if self.migrated:
                    await connection.execute_query("SELECT 1")
                    return "ok"
                rows = await connection.execute_query_dict(APPLIED)
        except (OSError, *event_log.LOST):
            return "away"
        # Applied migrations are never taken back while a program that needs them runs.
        self.migrated = self.known <= {row["name"] for row in rows}
        return "ok" if self.migrated else "behind"
