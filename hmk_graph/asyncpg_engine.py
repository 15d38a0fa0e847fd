"""Tortoise's PostgreSQL backend, mended: a cancelled transaction gives its connection back.

Stock Tortoise 1.1.9 takes a connection from the pool and then awaits BEGIN unguarded. A task that
is cancelled there (the client went away, a timeout fired) never returns it; after as many as the
pool holds, no query of the process runs again. It also sets the task's connection before BEGIN has
worked, so that a background loop would use a transaction that never began, for ever.

asyncpg asks the server to forget all settings of a session whenever a connection goes back to the
pool: a round trip after each statement and each transaction. Nothing of ours outlives its
transaction (a test in `tests/house` reads the code for it), so that trip is saved.

It notes each statement for the answer that is read by it (`reading.py`), and makes models of rows
as cheaply as can be (`rows.py`).

The module's name must contain "asyncpg": the migration tool picks its schema editor by it.
"""

from __future__ import annotations

from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.asyncpg.executor import AsyncpgExecutor
from tortoise.backends.base.client import (
    NestedTransactionContext,
    TransactionalDBClient,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

from hmk_graph import reading, rows


class GuardedTransactionContext(TransactionContextPooled):
    """Takes a connection and begins, or gives the connection back."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = self.client._parent._pool
        connection = await pool.acquire()
        try:
            self.client._connection = connection
            await self.client.begin()
        except BaseException:
            await pool.release(connection)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        client: TransactionalDBClient = self.client
        return client


# `Any`: Tortoise's own signatures; rows and values are of every type.
class Selecting(AsyncpgExecutor):
    """Makes the models of a plain selection by `rows.made`."""

    async def execute_select(
        self, sql: str, values: list[Any] | None = None, custom_fields: list[str] | None = None
    ) -> list[Any]:
        """Return the models; those with others joined, or with columns left out, Tortoise makes."""
        joined = self.select_related_idx or ()
        columns = self.model._meta.db_fields
        if len(joined) != 1 or joined[0][1] < len(columns) or not rows.are_attributes(self.model):
            slowly: list[Any] = await super().execute_select(sql, values, custom_fields)
            return slowly
        _, found = await self.db.execute_query(sql, values)
        names = tuple(found[0].keys()) if found else ()
        models = [rows.made(self.model, dict(zip(names, row, strict=True))) for row in found]
        await self._execute_prefetch_queries(models)
        return models


class Noting(AsyncpgDBClient):
    """Notes what is sent, for the answer that is read by it."""

    executor_class = Selecting

    async def execute_query(
        self, query: str, values: list[Any] | None = None
    ) -> tuple[int, list[Any]]:
        """Note and send."""
        reading.statement(query)
        answer: tuple[int, list[Any]] = await super().execute_query(query, values)
        return answer

    async def execute_query_dict(
        self, query: str, values: list[Any] | None = None
    ) -> list[dict[str, Any]]:
        """Note and send."""
        reading.statement(query)
        rows: list[dict[str, Any]] = await super().execute_query_dict(query, values)
        return rows

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """Note and send."""
        reading.statement(query)
        return await super().execute_insert(query, values)

    async def execute_many(self, query: str, values: list[Any]) -> None:
        """Note and send."""
        reading.statement(query)
        await super().execute_many(query, values)


class NotingTransaction(Noting, TransactionWrapper):
    """A transaction whose statements are noted, too."""

    def _in_transaction(self) -> NestedTransactionContext:
        return NestedTransactionContext(NotingTransaction(self))


class GuardedAsyncpgClient(Noting):
    """The client whose transactions are guarded, and whose connections come back as they are."""

    async def create_pool(self, **settings: Any) -> asyncpg.Pool[asyncpg.Record]:
        """Open the pool. asyncpg itself still rolls back what a connection comes back with."""
        return await asyncpg.create_pool(None, reset=_nothing_to_forget, **settings)

    def _in_transaction(self) -> GuardedTransactionContext:
        return GuardedTransactionContext(NotingTransaction(self), self._pool_init_lock)


async def _nothing_to_forget(_: object) -> None:
    return


client_class = GuardedAsyncpgClient
