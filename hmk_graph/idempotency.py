"""The same request twice is the same answer, once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson
from tortoise import fields
from tortoise.connection import get_connection
from tortoise.models import Model

from hmk_graph import event_log
from hmk_graph.errors import BadInput, DomainError

# A person's phone makes UUIDs; anything printable of that length will do.
MAX_KEY = 64


class IdempotencyKey(Model):
    """What was asked under a key, and what was answered. Kept for at least seven days."""

    id = fields.BigIntField(primary_key=True)
    actor_id = fields.BigIntField()
    operation = fields.CharField(max_length=60)
    key = fields.CharField(max_length=MAX_KEY)
    fingerprint = fields.BinaryField()
    result: Any = fields.JSONField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "idempotency_key"
        unique_together = (("actor_id", "operation", "key"),)


class IdempotencyConflict(DomainError):
    """The key was used before with another input."""

    code = "IDEMPOTENCY_CONFLICT"
    bn = "এই অনুরোধের চাবি আগে অন্য তথ্যের সঙ্গে ব্যবহার হয়েছে। নতুন করে শুরু করুন।"
    en = "This idempotency key was used before with another input. Start anew with a new key."
    field = "idempotencyKey"


class InProgress(DomainError):
    """The twin of this request is being worked on."""

    code = "IN_PROGRESS"
    bn = "একই অনুরোধের কাজ চলছে। একটু পরে আবার দেখুন।"
    en = "The same request is being worked on. Ask again in a moment."
    retryable = True

    def __init__(self, *, retry_after_ms: int = 1_000) -> None:
        super().__init__(retry_after_ms=retry_after_ms)
        self.retry_after_ms = retry_after_ms


@dataclass(frozen=True)
class Earlier:
    """What was asked under a key before, by its fingerprint, and what was answered."""

    fingerprint: bytes
    result: dict[str, Any]


def fingerprint(**given: Any) -> bytes:
    """Return what tells an input from another. `Any`: it is given as JSON values."""
    return hashlib.sha256(orjson.dumps(given, option=orjson.OPT_SORT_KEYS)).digest()


def answer_of(earlier: Earlier, asked: bytes) -> dict[str, Any]:
    """Return the earlier answer, if the same is asked again.

    Raises:
        IdempotencyConflict: The key came before with another input.
    """
    if earlier.fingerprint != asked:
        raise IdempotencyConflict
    return earlier.result


def check_key(key: str) -> None:
    """Refuse what is no key.

    Raises:
        BadInput: The key is empty, too long, or holds control characters.
    """
    if not 0 < len(key) <= MAX_KEY or not key.isprintable():
        raise BadInput(
            "idempotencyKey",
            why_bn=f"১ থেকে {MAX_KEY} অক্ষরের একটি চাবি দিন।",
            why_en=f"give a key of 1 to {MAX_KEY} printable characters.",
        )


async def answered(
    operation: str, keys: Collection[tuple[int, str]]
) -> dict[tuple[int, str], Earlier]:
    """Return the earlier answers to keys, each (actor, key); those that are new are left out.

    For commands that hold a lock under which all twins meet: whoever holds it sees each answer that
    another gave, and writes his own with the rows of the effect (the unique key is the safety net).
    Elsewhere use `recall`, which takes the key itself.
    """
    # Each key by itself: of a join the planner believes, until it has counted the rows, that
    # reading the whole table costs less.
    rows = await get_connection("default").execute_query_dict(
        "SELECT k.actor_id, k.key, k.fingerprint, k.result"
        " FROM unnest($2::bigint[], $3::text[]) AS asked(actor_id, key)"
        " CROSS JOIN LATERAL (SELECT * FROM idempotency_key WHERE actor_id = asked.actor_id"
        " AND operation = $1 AND key = asked.key LIMIT 1) AS k",
        [operation, [actor_id for actor_id, _ in keys], [key for _, key in keys]],
    )
    return {
        (row["actor_id"], row["key"]): Earlier(row["fingerprint"], orjson.loads(row["result"]))
        for row in rows
    }


async def recall(actor_id: int, operation: str, key: str, **given: Any) -> dict[str, Any] | None:
    """Take a key in the caller's transaction; return the earlier answer if there is one.

    The key's row is written first, so that a twin request waits here for the first to end. A
    refused command rolls the row back: the same key may be tried again once the cause is gone.

    Args:
        actor_id: Whose key it is; two people may use the same one.
        operation: The mutation's name.
        key: What the client made, 1 to 64 characters.
        given: The input, as JSON values.

    Raises:
        IdempotencyConflict: The key came before with another input.
        InProgress: The twin has been at work for longer than a lock may wait.
        BadInput: The key is empty, too long, or holds control characters.
    """
    check_key(key)
    asked = fingerprint(**given)
    connection = get_connection("default")
    try:
        taken = await connection.execute_query_dict(
            "INSERT INTO idempotency_key (actor_id, operation, key, fingerprint, at)"
            " VALUES ($1, $2, $3, $4, clock_timestamp())"
            " ON CONFLICT (actor_id, operation, key) DO NOTHING RETURNING id",
            [actor_id, operation, key, asked],
        )
    except asyncpg.LockNotAvailableError as error:
        raise InProgress from error
    if taken:
        return None
    earlier = (await answered(operation, [(actor_id, key)])).get((actor_id, key))
    if earlier is None:
        raise IdempotencyConflict
    answer = answer_of(earlier, asked)
    event_log.repeated()
    return answer


async def remember(actor_id: int, operation: str, key: str, result: dict[str, Any]) -> None:
    """Store the answer under the key that `recall` took, in the same transaction."""
    await get_connection("default").execute_query(
        "UPDATE idempotency_key SET result = $4::jsonb"
        " WHERE actor_id = $1 AND operation = $2 AND key = $3",
        [actor_id, operation, key, orjson.dumps(result).decode()],
    )
