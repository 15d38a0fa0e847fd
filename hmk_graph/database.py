"""How a process meets its database: one configuration for program, migrations and tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

from tortoise import Tortoise

from hmk_graph import reading

# A lock that takes longer means that something is wrong; the command starts anew or is refused.
LOCK_TIMEOUT_MS = 2_000
# No statement of ours is meant to run longer; a runaway must not hold locks for ever.
STATEMENT_TIMEOUT_MS = 30_000

MODELS: dict[str, list[str]] = {
    "event_log": [
        "hmk_graph.event_log",
        "hmk_graph.idempotency",
        "hmk_graph.deadlines",
        "hmk_graph.moved",
        "hmk_graph.audit_trail",
    ],
    "places": ["hmk_graph.places.models"],
    "accounts": ["hmk_graph.accounts.models", "hmk_graph.accounts.forced_models"],
    "payments": [
        "hmk_graph.payments.models",
        "hmk_graph.payments.paying_models",
        "hmk_graph.payments.payout_models",
    ],
    "media": ["hmk_graph.media.models"],
    "haat": [
        "hmk_graph.haat.models",
        "hmk_graph.haat.animal_models",
        "hmk_graph.haat.sale_models",
        "hmk_graph.haat.lot_models",
        "hmk_graph.haat.hasil_models",
        "hmk_graph.haat.follow_models",
        "hmk_graph.haat.deposit_models",
        "hmk_graph.haat.share_models",
        "hmk_graph.haat.receipt_models",
        "hmk_graph.haat.overcharge_models",
    ],
    "services": ["hmk_graph.services.models", "hmk_graph.services.booking_models"],
    "dispatch": ["hmk_graph.dispatch.models", "hmk_graph.dispatch.trail_models"],
    "blood": ["hmk_graph.blood.models"],
    "shops": ["hmk_graph.shops.models"],
    "orders": ["hmk_graph.orders.models"],
    "discovery": ["hmk_graph.discovery.models"],
    "rentals": ["hmk_graph.rentals.models"],
    "civic": ["hmk_graph.civic.models"],
    "notifications": ["hmk_graph.notifications.models"],
    "texting": ["hmk_graph.texting.models"],
}


def configuration(url: str, *, pool_size: int = 20) -> dict[str, Any]:
    """Return Tortoise's configuration for a PostgreSQL address (`postgres://user:word@host:port/name`)."""
    parts = urlsplit(url)
    return {
        "connections": {
            "default": {
                "engine": "hmk_graph.asyncpg_engine",
                "credentials": {
                    "host": parts.hostname,
                    "port": parts.port or 5432,
                    "user": unquote(parts.username or ""),
                    "password": unquote(parts.password or ""),
                    "database": parts.path.lstrip("/"),
                    "minsize": 1,
                    "maxsize": pool_size,
                    "server_settings": {
                        "lock_timeout": str(LOCK_TIMEOUT_MS),
                        "statement_timeout": str(STATEMENT_TIMEOUT_MS),
                        "idle_in_transaction_session_timeout": str(STATEMENT_TIMEOUT_MS),
                        "application_name": "hmk",
                    },
                },
            }
        },
        "apps": {
            app: {
                "models": models,
                "default_connection": "default",
                "migrations": f"migrations.{app}",
            }
            for app, models in MODELS.items()
        },
        "use_tz": True,
        "timezone": "UTC",
    }


@asynccontextmanager
async def connected(url: str, *, pool_size: int = 20) -> AsyncIterator[None]:
    """Open the process's pool, and close it at the end.

    The context is made visible to all tasks: requests run in tasks of their own, which would not
    see what the starting task set.
    """
    await Tortoise.init(
        config=configuration(url, pool_size=pool_size), _enable_global_fallback=True
    )
    reading.tables = frozenset(
        model._meta.db_table for app in (Tortoise.apps or {}).values() for model in app.values()
    )
    try:
        yield
    finally:
        await Tortoise.close_connections()
