"""The public log of a lot: numbered lines, chained by hash, with the secrets committed to.

How anybody can recompute it, with nothing but SHA-256 and JSON:

- *canonical* is JSON with sorted keys, no spaces, UTF-8, integers only;
- a line's `hash` is sha256 of (`previous` as ASCII, then the canonical line without its `hash`);
  `previous` is the hash of the line before, 64 zeros for the first;
- a bid's `commitment` is sha256 of (the maximum in paisa as decimal digits, ".", the nonce in hex),
  and so is that of a hidden reserve. Maxima and nonces are opened in the line CLOSED;
- a line's `at` is the moment at which it was accepted, by the database's clock, in UTC.

A leader who raises his own maximum changes nothing that others can see. His raise is a line all
the same (BID, `silent`), for its order against later bids decides who wins. But a line that
appeared at once would tell everybody that the leader has just gone higher, which is what the secret
is for. So a silent line becomes public with the next line that everybody sees, or with the close:
`public_lines` cuts silent lines off the end of a lot that has not ended. The numbers are dense all
the same, so that nobody can slip a raise in, or leave one out, afterwards: the next public line is
chained to it.

A lot that is voided or withdrawn never opens its maxima: nobody won, and what people were ready to
pay is still theirs to keep.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, assert_never

import orjson

from hmk_graph.haat.auction import (
    BidAccepted,
    BidsVoided,
    Decision,
    Happening,
    LotClosed,
    LotRescheduled,
    LotScheduled,
    LotState,
    LotVoided,
    LotWithdrawn,
    Result,
    Sold,
)
from hmk_graph.haat.lot_terms import LotTerms, StepTable
from hmk_graph.money import Paisa

# What the first line is chained to.
BEGINNING = "0" * 64
# The rules by which a log is to be judged; a change of rules.md 2.8 gets a new number.
RULES = 1
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"

Body = Mapping[str, Any]
"""What a line says, as JSON. `Any`: its shape depends on the kind, `log_parsing.SHAPES` has it."""


class Kind(StrEnum):
    """What a line is about."""

    SCHEDULED = "SCHEDULED"
    RESCHEDULED = "RESCHEDULED"
    BID = "BID"
    BIDS_VOIDED = "BIDS_VOIDED"
    VOIDED = "VOIDED"
    WITHDRAWN = "WITHDRAWN"
    CLOSED = "CLOSED"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A secret amount, and the nonce (hex of 32 random bytes) that keeps it from being guessed."""

    amount: Paisa
    nonce: str

    @property
    def commitment(self) -> str:
        """Return what may be shown while the amount is secret."""
        return hashlib.sha256(f"{self.amount}.{self.nonce}".encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """What a lot hides until its close: the opening of each bid by its line, and of the reserve."""

    bids: Mapping[int, Opening]
    reserve: Opening | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a lot's log."""

    lot: int
    line: int
    kind: Kind
    at: str
    previous: str
    body: Body
    hash: str

    def as_json(self) -> dict[str, Any]:
        """Return the line as it is published and stored. `Any`: it is JSON."""
        return {**self.hashed(), "hash": self.hash}

    def hashed(self) -> dict[str, Any]:
        """Return the part of the line that its hash is of. `Any`: it is JSON."""
        return {
            "lot": self.lot,
            "line": self.line,
            "kind": str(self.kind),
            "at": self.at,
            "previous": self.previous,
            "body": self.body,
        }

    @property
    def silent(self) -> bool:
        """Say whether this is a leader's raise that changed nothing visible."""
        return self.kind is Kind.BID and bool(self.body["silent"])


def canonical(value: object) -> bytes:
    """Write a JSON value in the one way that is hashed."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def hash_of(line: Line) -> str:
    """Compute the hash that a line should have."""
    return _chained(line.previous, line.hashed())


def _chained(previous: str, hashed: Mapping[str, Any]) -> str:
    return hashlib.sha256(previous.encode() + canonical(hashed)).hexdigest()


def stamp(at: datetime) -> str:
    """Write an aware time as the log does: RFC 3339, UTC, microseconds."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment(text: str) -> datetime:
    """Read a time that `stamp` wrote."""
    return datetime.strptime(text, TIME).replace(tzinfo=UTC)


def write_line(lot: int, decision: Decision, *, previous: str, secrets: Secrets) -> Line:
    """Write a decision as the next line of a lot's log.

    `previous` is the hash of the last line, `BEGINNING` for the first. `secrets` holds at least
    what this line commits to or opens: the reserve when terms are fixed, this bid (under its own
    line's number), or all bids and the reserve at the close, voided bids too.

    Raises:
        ValueError: Nothing happened, or the time of the line is missing.
    """
    state = decision.state
    if decision.happened is None or state.line_at is None:
        raise ValueError("Only what happened, and when it happened, becomes a line.")
    hashed: dict[str, Any] = {
        "lot": lot,
        "line": state.line,
        "kind": KINDS[type(decision.happened)],
        "at": stamp(state.line_at),
        "previous": previous,
        "body": body_of(state, decision.happened, secrets),
    }
    return Line(**hashed, hash=_chained(previous, hashed))


KINDS: dict[type[Happening], Kind] = {
    LotScheduled: Kind.SCHEDULED,
    LotRescheduled: Kind.RESCHEDULED,
    BidAccepted: Kind.BID,
    BidsVoided: Kind.BIDS_VOIDED,
    LotVoided: Kind.VOIDED,
    LotWithdrawn: Kind.WITHDRAWN,
    LotClosed: Kind.CLOSED,
}


def body_of(state: LotState, happened: Happening, secrets: Secrets) -> Body:
    """Return what the line of a happening says, given the state after it."""
    match happened:
        case LotScheduled() | LotRescheduled():
            return _terms(happened.terms, secrets)
        case BidAccepted():
            return {
                "bidder": happened.bid.bidder,
                "silent": happened.silent,
                "commitment": secrets.bids[happened.bid.line].commitment,
                **_visible(state),
            }
        case BidsVoided():
            return {
                "bidder": happened.bidder,
                "voided": list(happened.lines),
                "reason": happened.reason,
                **_visible(state),
            }
        case LotVoided():
            return {"reason": happened.reason}
        case LotWithdrawn():
            return {}
        case LotClosed():
            return {**_result(happened.result), **_openings(secrets)}
    assert_never(happened)


def _terms(terms: LotTerms, secrets: Secrets) -> Body:
    return {
        "rules": RULES,
        "start": terms.start,
        "reserve_commitment": secrets.reserve.commitment if secrets.reserve else None,
        "steps": terms.steps.as_json(),
        "window_s": int(terms.window.total_seconds()),
        "starts_at": stamp(terms.starts_at),
        "ends_at": stamp(terms.ends_at),
        "hard_ends_at": stamp(terms.hard_ends_at),
    }


def _visible(state: LotState) -> Body:
    return {
        "price": state.price,
        "leader": state.leader,
        "ends_at": stamp(state.ends_at),
        "reserve_met": state.reserve_met,
    }


def _result(result: Result) -> Body:
    if not isinstance(result, Sold):
        return {
            "outcome": "UNSOLD",
            "why": str(result.why),
            "winner": None,
            "price": None,
            "deciding_line": None,
            "runner_up": None,
            "runner_up_maximum": None,
        }
    second = result.runner_up
    return {
        "outcome": "SOLD",
        "why": None,
        "winner": result.winner,
        "price": result.price,
        "deciding_line": result.deciding_line,
        "runner_up": second.bidder if second else None,
        "runner_up_maximum": second.maximum if second else None,
    }


def _openings(secrets: Secrets) -> Body:
    reserve = secrets.reserve
    return {
        "openings": [
            {"line": line, "maximum": opening.amount, "nonce": opening.nonce}
            for line, opening in sorted(secrets.bids.items())
        ],
        "reserve": {"amount": reserve.amount, "nonce": reserve.nonce} if reserve else None,
    }


def terms_of(body: Body, reserve: Paisa | None) -> LotTerms:
    """Read the terms from a line, with the reserve that it hides (None: none, or not known).

    Raises:
        BadInput: The terms contradict each other.
    """
    return LotTerms(
        start=Paisa(body["start"]),
        reserve=reserve,
        steps=StepTable.from_json(body["steps"]),
        window=timedelta(seconds=body["window_s"]),
        starts_at=moment(body["starts_at"]),
        ends_at=moment(body["ends_at"]),
        hard_ends_at=moment(body["hard_ends_at"]),
    )


def opened(lines: Sequence[Line]) -> Secrets | None:
    """Return the secrets as the close opened them; None while they are sealed."""
    closed = next((line for line in lines if line.kind is Kind.CLOSED), None)
    if closed is None:
        return None
    reserve = closed.body["reserve"]
    return Secrets(
        bids={
            opening["line"]: Opening(amount=opening["maximum"], nonce=opening["nonce"])
            for opening in closed.body["openings"]
        },
        reserve=Opening(amount=reserve["amount"], nonce=reserve["nonce"]) if reserve else None,
    )


def public_lines(lines: Sequence[Line]) -> list[Line]:
    """Return what everybody may see now: silent raises at the end of a running lot are held back.

    See the head of this file for why.
    """
    shown = list(lines)
    while shown and shown[-1].silent:
        shown.pop()
    return shown
