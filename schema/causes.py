"""What an exception comes down to: a refusal, a database that is away, or a fault of ours."""

from __future__ import annotations

from collections.abc import Iterator

import asyncpg
from tortoise.exceptions import DBConnectionError

from hmk_graph import errors
from hmk_graph.errors import DomainError

# The database went away, is coming back, has no place left, or gave up waiting for a lock.
DATABASE_AWAY: tuple[type[BaseException], ...] = (
    ConnectionError,
    DBConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InternalClientError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
)


class TimedOut(DomainError):
    """The answer took too long to make, and was given up."""

    code = "TIMEOUT"
    bn = "উত্তর তৈরি হতে বেশি সময় লাগছে। একটু পরে আবার চেষ্টা করুন।"
    en = "This took too long. Try again in a moment."
    retryable = True


def causes(error: BaseException) -> Iterator[BaseException]:
    """Walk from an error down to what caused it."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = getattr(one, "original_error", None) or one.__cause__


def as_refusal(error: BaseException) -> DomainError | None:
    """Return the refusal that an error comes from or amounts to; None: it is a fault of ours."""
    for cause in causes(error):
        if isinstance(cause, DomainError):
            return cause
        if isinstance(cause, DATABASE_AWAY) or _is_closed_connection(cause):
            return errors.Unavailable()
        if isinstance(cause, TimeoutError):
            return TimedOut()
    return None


def _is_closed_connection(error: BaseException) -> bool:
    # asyncpg has no class of its own for this; its other InterfaceErrors are mistakes of ours.
    return isinstance(error, asyncpg.InterfaceError) and (
        "is closed" in str(error) or "is closing" in str(error)
    )
