"""Reads of what is to be paid. Who asks comes first."""

from __future__ import annotations

from collections.abc import Sequence

from tortoise.queryset import QuerySet

from hmk_graph.payments.paying_models import Attempt, Intent

MOST_TRIES = 20


async def intent(viewer_id: int, intent_id: int) -> Intent | None:
    """Return a sum that the viewer has to pay, or None if it is none of his."""
    return await Intent.get_or_none(id=intent_id, payer_id=viewer_id)


def intents_of(viewer_id: int) -> QuerySet[Intent]:
    """Return what the viewer has to pay and has paid."""
    return Intent.filter(payer_id=viewer_id)


async def latest_attempts(intent_ids: Sequence[int]) -> list[list[Attempt]]:
    """Return for each sum its newest tries, newest first."""
    found: dict[int, list[Attempt]] = {intent_id: [] for intent_id in intent_ids}
    async for attempt in Attempt.filter(intent_id__in=list(intent_ids)).order_by("-id"):
        own = found[attempt.intent_id]
        if len(own) < MOST_TRIES:
            own.append(attempt)
    return [found[intent_id] for intent_id in intent_ids]


async def open_of(purpose: str, subject_ids: Sequence[int]) -> list[Intent | None]:
    """Return for each thing the sum that is or was due for it, the newest one; None without."""
    found: dict[int, Intent] = {}
    rows = Intent.filter(purpose=purpose, subject_id__in=list(subject_ids)).order_by("id")
    async for row in rows:
        found[row.subject_id] = row
    return [found.get(subject_id) for subject_id in subject_ids]
