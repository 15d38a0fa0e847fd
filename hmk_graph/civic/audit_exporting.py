"""The audit as a table for spreadsheets, a stretch at a time, for administrators.

A link of some minutes names the reader and what he asked for, and is signed by the house. Each use
asks for the right again, and is written into the audit itself.
"""

from __future__ import annotations

import base64
import csv
import hmac
import io
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import orjson
from tortoise.expressions import Q

from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.accounts.tokens import key_for
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.civic import audit_words, auditing
from hmk_graph.civic.auditing import Wanted
from hmk_graph.civic.events import AuditExported
from hmk_graph.clock import DHAKA, Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command

STRETCH = 500
READ_WITHIN = timedelta(minutes=5)
# What is signed says for what, so that no other signature of the house fits.
PURPOSE = "audit export"
LONGEST_TOKEN = 2_000
HEAD = (
    *("সময় (ঢাকা)", "কাজ", "What", "কী সিদ্ধান্ত", "Exactly", "কে করেছেন", "দ্বিতীয় কর্মকর্তা"),
    *("কার হয়ে", "কারণ", "কিসের ওপর", "আদেশের নম্বর"),
)
# A cell that begins so is a formula to some programs (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, kw_only=True)
class ExportLink:
    """What an address carries, and until when it gives the file."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What a link gives to whom."""

    reader_id: int
    wanted: Wanted


async def link(viewer_id: int, wanted: Wanted, *, secret: str, clock: Clock) -> ExportLink:
    """Give an administrator a link to the entries that he asks for.

    Raises:
        NotAllowed: The person is no administrator.
    """
    await access.require_administrator(viewer_id)
    expires_at = (await clock()) + READ_WITHIN
    said = {"reader": viewer_id, "until": expires_at, "wanted": asdict(wanted)}
    body = base64.urlsafe_b64encode(orjson.dumps(said)).decode()
    return ExportLink(token=f"{body}.{_signature(body, secret)}", expires_at=expires_at)


@whole_command
async def open_export(token: str, *, secret: str, clock: Clock) -> Opened:
    """Write down that a link is used, and say what it gives: entries up to now.

    Raises:
        NotFound: The link is none of ours, or its time is over.
        NotAllowed: Its reader is no administrator any more.
        NotSignedIn, AccountSuspended: He may not act.
    """
    said = _read(token, secret)
    reader_id, asked = said["reader"], _wanted(said["wanted"])
    async with transaction(actor_id=reader_id) as events:
        await access.acting(reader_id)
        await access.require_administrator(reader_id)
        now = await clock()
        if now >= datetime.fromisoformat(said["until"]):
            raise NotFound
        until = min(asked.until or now, now)
        wanted = replace(asked, until=until)
        events.append(
            AuditExported(
                account_id=reader_id,
                of_actor_id=wanted.actor_id,
                of_second_officer_id=wanted.second_officer_id,
                of_citizen_id=wanted.on_behalf_of_id,
                of_kind=wanted.kind,
                of_stream=wanted.stream,
                since=wanted.since,
                until=until,
            )
        )
    return Opened(reader_id=reader_id, wanted=wanted)


def _read(token: str, secret: str) -> dict[str, Any]:
    body, _, signature = token.partition(".")
    if len(token) > LONGEST_TOKEN or not token.isascii():
        raise NotFound
    # In constant time, and before anything of it is read.
    if not hmac.compare_digest(signature, _signature(body, secret)):
        raise NotFound
    said: dict[str, Any] = orjson.loads(base64.urlsafe_b64decode(body))
    return said


def _wanted(said: dict[str, Any]) -> Wanted:
    times = {
        name: datetime.fromisoformat(said[name]) if said[name] else None
        for name in ("since", "until")
    }
    return Wanted(**{**said, **times})


def _signature(body: str, secret: str) -> str:
    digest = hmac.digest(key_for(secret, PURPOSE), body.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


async def lines(viewer_id: int, wanted: Wanted) -> AsyncIterator[str]:
    """Write what was begun as CSV (RFC 4180), newest first, with the mark that says UTF-8.

    The right is asked anew for each stretch.

    Raises:
        NotAllowed: The person is no administrator any more; what came so far is not all.
    """
    yield "\ufeff" + _written([HEAD])
    rest = Q()
    while True:
        await access.require_administrator(viewer_id)
        found = (await auditing.entries(viewer_id, wanted)).filter(rest)
        rows = await found.order_by("-at", "-id").limit(STRETCH)
        if rows:
            yield _written(await _cells(rows))
        if len(rows) < STRETCH:
            return
        last = rows[-1]
        # The first condition lets the index begin there.
        rest = Q(at__lte=last.at) & (Q(at__lt=last.at) | Q(id__lt=last.id))


async def _cells(rows: Sequence[AuditEntry]) -> list[tuple[str, ...]]:
    people = {
        pk
        for row in rows
        for pk in (*auditing.officers_of(row), row.on_behalf_of_id)
        if pk is not None
    }
    ordered = sorted(people)
    names = dict(zip(ordered, await account_queries.names(ordered), strict=True))
    return [_row(row, names) for row in rows]


def _row(entry: AuditEntry, names: dict[int, str]) -> tuple[str, ...]:
    words = audit_words.words_of(entry.kind)
    exactly = audit_words.exactly(auditing.facts_of(entry))
    first, second = auditing.officers_of(entry)
    thing = auditing.thing_of(entry)
    return (
        entry.at.astimezone(DHAKA).isoformat(sep=" ", timespec="seconds"),
        *words,
        *(exactly or ("", "")),
        *(names.get(pk, "") if pk else "" for pk in (first, second, entry.on_behalf_of_id)),
        auditing.reason_of(entry),
        f"{thing[0]}:{thing[1]}" if thing else "",
        entry.command_id or "",
    )


def _written(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
