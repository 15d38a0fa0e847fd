"""Statements: what came to an account of the ledger in some days, what left, and what stood."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from tortoise.connection import get_connection

from hmk_graph.errors import BadInput
from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments.chart import AccountName

DHAKA = timezone(timedelta(hours=6))
LONGEST = timedelta(days=92)
# What a kind of transfer is called; one that is missing here is told by its own name.
WORDS = {
    "haat.price.post": "পশুর দাম",
    "haat.share.post": "কোরবানির ভাগের দাম",
    "haat.share_rest.post": "কোরবানির ভাগের বাকি দাম",
    "orders.earned": "অর্ডারের দাম",
    "rentals.advance.post": "ভাড়ার অগ্রিম",
    "services.advance.post": "সেবার অগ্রিম",
    "payment.captured": "অনলাইনে পাওয়া টাকা",
    "payout.post": "পরিশোধ",
    "payout.fee.post": "প্ল্যাটফর্মের কমিশন",
}
HEAD = ("তারিখ", "সময়", "বিবরণ", "নম্বর", "জমা (৳)", "খরচ (৳)", "স্থিতি (৳)")
OPENING, CLOSING = "আগের স্থিতি", "শেষ স্থিতি"
# A cell that begins so is a formula to some programs (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One movement. `amount` is signed: what came is above zero. `balance` is what stood then."""

    at: datetime
    kind: str
    ref: str
    amount: Paisa
    balance: Paisa

    @property
    def words(self) -> str:
        """Return what it was, in Bengali."""
        return WORDS.get(self.kind, self.kind)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """The movements of the days `since` to `until` (both inclusive, in Dhaka), the oldest first."""

    since: date
    until: date
    opening: Paisa
    lines: list[Line]

    @property
    def closing(self) -> Paisa:
        """Return what stood on the account at the end."""
        return self.lines[-1].balance if self.lines else self.opening

    @property
    def came(self) -> Paisa:
        """Return all that came."""
        return Paisa(sum(line.amount for line in self.lines if line.amount > 0))

    @property
    def left(self) -> Paisa:
        """Return all that left, as a positive amount."""
        return Paisa(-sum(line.amount for line in self.lines if line.amount < 0))


async def statement(account: AccountName, *, since: date, until: date) -> Statement:
    """Return what moved on an account. Who may see it is asked by who calls.

    Raises:
        BadInput: The days are in no order, or more than LONGEST apart.
    """
    if not timedelta(0) <= until - since <= LONGEST:
        raise BadInput(
            "until", why_bn="একবারে ৯২ দিন পর্যন্ত দেখা যায়।", why_en="92 days at most, in their order."
        )
    begin = datetime.combine(since, time(), DHAKA)
    end = datetime.combine(until + timedelta(days=1), time(), DHAKA)
    connection = get_connection("default")
    [before] = await connection.execute_query_dict(_BEFORE, [account, begin])
    rows = await connection.execute_query_dict(_WITHIN, [account, begin, end])
    standing = opening = Paisa(int(before["standing"]))
    lines: list[Line] = []
    for row in rows:
        standing = Paisa(standing + row["amount"])
        lines.append(Line(**row, balance=standing))
    return Statement(since=since, until=until, opening=opening, lines=lines)


def as_csv(told: Statement) -> str:
    """Write a statement as CSV (RFC 4180) with a byte order mark, so that Excel reads Bengali."""
    written = io.StringIO()
    out = csv.writer(written)
    out.writerow(HEAD)
    out.writerow((told.since.isoformat(), "", OPENING, "", "", "", _taka(told.opening)))
    out.writerows(_cells(told.lines))
    out.writerow((told.until.isoformat(), "", CLOSING, "", "", "", _taka(told.closing)))
    return "\ufeff" + written.getvalue()


def _cells(lines: Iterable[Line]) -> Iterable[tuple[str, ...]]:
    for line in lines:
        at = line.at.astimezone(DHAKA)
        came = _taka(line.amount) if line.amount > 0 else ""
        left = _taka(Paisa(-line.amount)) if line.amount < 0 else ""
        yield (
            at.date().isoformat(),
            at.strftime("%H:%M"),
            _safe(line.words),
            _safe(line.ref),
            came,
            left,
            _taka(line.balance),
        )


def _taka(amount: Paisa) -> str:
    """Write an amount for a spreadsheet: taka with a point and two digits, nothing grouped."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // TAKA}.{abs(amount) % TAKA:02d}"


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


_BEFORE = """
SELECT coalesce(sum(CASE WHEN t.credit_id = a.id THEN t.amount_paisa ELSE -t.amount_paisa END), 0)
       AS standing
FROM payments_account a
JOIN payments_transfer t ON a.id IN (t.debit_id, t.credit_id)
WHERE a.name = $1 AND t.phase IN ('POSTED', 'POST') AND t.at < $2
"""
_WITHIN = """
SELECT t.at, t.kind, t.ref,
       CASE WHEN t.credit_id = a.id THEN t.amount_paisa ELSE -t.amount_paisa END AS amount
FROM payments_account a
JOIN payments_transfer t ON a.id IN (t.debit_id, t.credit_id)
WHERE a.name = $1 AND t.phase IN ('POSTED', 'POST') AND t.at >= $2 AND t.at < $3
ORDER BY t.id
"""
