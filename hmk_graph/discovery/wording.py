"""The words that things are called by: kept once each, and found by how a text sounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.discovery import rules
from hmk_graph.discovery.rules import Sought

# So many words answer one that is asked for, the best of them; more are noise.
MOST_ANSWERS = 100
WHOLE = 1000


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The words that answer one of a text, each with how much of it they have, in thousandths."""

    ids: list[int]
    shares: list[int]


async def ids_of(texts: Sequence[str]) -> list[list[int]]:
    """Return the ids of the words in each text, in order; new words are written down."""
    in_text = [rules.vocabulary(text) for text in texts]
    wanted = sorted({word for words in in_text for word in words})
    known = await _known(wanted)
    missing = [word for word in wanted if word not in known]
    if missing:
        await get_connection("default").execute_query(
            _WRITE,
            [
                [key for key, _ in missing],
                [of_two for _, of_two in missing],
                ["\n".join(rules.grams_in(key)) for key, _ in missing],
            ],
        )
        known = await _known(wanted)
    return [sorted({known[word] for word in words}) for words in in_text]


async def forget_unused() -> None:
    """Delete the words of no document. The caller holds off everybody who writes documents."""
    await get_connection("default").execute_query(
        "DELETE FROM discovery_word WHERE id <> ALL"
        " (ARRAY(SELECT DISTINCT unnest(word_ids) FROM discovery_document))"
    )


async def answering(words: Sequence[Sought]) -> list[Answers]:
    """Return what answers each word.

    Two words written as one (রাজমিস্ত্রি) answer only a word that they answer better than any word
    alone: every other pair adds nothing to the word in it.
    """
    alone = await _heard(words, [rules.LEAST_SHARE] * len(words), of_two=False)
    best = [max(one.shares, default=rules.LEAST_SHARE - 1) for one in alone]
    if not words or min(best) >= WHOLE:
        return alone
    pairs = await _heard(words, [share + 1 for share in best], of_two=True)
    return [
        Answers(ids=[*a.ids, *b.ids], shares=[*a.shares, *b.shares])
        for a, b in zip(alone, pairs, strict=True)
    ]


async def _known(words: Sequence[tuple[str, bool]]) -> dict[tuple[str, bool], int]:
    rows = await get_connection("default").execute_query_dict(
        "SELECT id, key, of_two FROM discovery_word WHERE key = ANY($1)",
        [sorted({key for key, _ in words})],
    )
    return {(row["key"], row["of_two"]): row["id"] for row in rows}


async def _heard(words: Sequence[Sought], least: Sequence[int], *, of_two: bool) -> list[Answers]:
    if not words:
        return []
    values: list[Any] = []  # Any: each placeholder has its own type
    parts = []
    for number, (word, share) in enumerate(zip(words, least, strict=True)):
        at = len(values)
        values += [word.heard, word.bones, word.telling, share]
        parts.append(
            _HEARD.format(
                number=number,
                of_two=of_two,
                heard=f"${at + 1}::text[]",
                bones=f"${at + 2}::text[]",
                telling=f"${at + 3}::text[]",
                least=f"${at + 4}::int",
                bones_count=rules.BONES_COUNT,
                most=MOST_ANSWERS,
            )
        )
    rows = await get_connection("default").execute_query_dict(" UNION ALL ".join(parts), values)
    found = [Answers(ids=[], shares=[]) for _ in words]
    for row in rows:
        found[row["number"]].ids.append(row["id"])
        found[row["number"]].shares.append(row["share"])
    return found


# Sorted keys and no update: two who write the same words wait for each other, and never crosswise.
_WRITE = """
INSERT INTO discovery_word (key, of_two, grams)
SELECT key, of_two, string_to_array(grams, E'\\n')
FROM unnest($1::text[], $2::boolean[], $3::text[]) AS w(key, of_two, grams)
ORDER BY key, of_two
ON CONFLICT (key, of_two) DO NOTHING
"""
# The better share of the two. Of nothing there is no share: a word may have no bones.
_HEARD = """
(SELECT {number} AS number, w.id, fit.share FROM discovery_word w
CROSS JOIN LATERAL (
    SELECT greatest(
        1000 * (SELECT count(*) FROM unnest({heard}) AS gram WHERE gram = ANY(w.grams))
            / nullif(cardinality({heard}), 0),
        {bones_count} * (SELECT count(*) FROM unnest({bones}) AS gram WHERE gram = ANY(w.grams))
            / nullif(cardinality({bones}), 0)
    )::int AS share
) AS fit
WHERE w.grams && {telling} AND w.of_two = {of_two} AND fit.share >= {least}
ORDER BY fit.share DESC, w.id LIMIT {most})
"""
