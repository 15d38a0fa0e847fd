"""The approval machine of sellers as one table (rules.md 2.1). Pure.

The commands, what a viewer is offered, and the tests all read `MOVES`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from hmk_graph.accounts.models import ApplicationState as State
from hmk_graph.clock import DHAKA

# Friday and Saturday are the weekend in Bangladesh (Monday is 0). Public holidays follow the moon
# and are proclaimed; they are not counted out.
WEEKEND = frozenset({4, 5})
SLA_WORKING_DAYS = 3


class Party(StrEnum):
    """As what somebody looks at an application."""

    OWNER = "OWNER"
    OFFICER = "OFFICER"


class Move(StrEnum):
    """What can be done with an application."""

    SUBMIT = "SUBMIT"
    VERIFY = "VERIFY"
    ASK_FOR_MORE = "ASK_FOR_MORE"
    REJECT = "REJECT"
    SUSPEND = "SUSPEND"
    RESTORE = "RESTORE"
    TERMINATE = "TERMINATE"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One row of the table: from which states, to which, and by whom."""

    sources: frozenset[State]
    to: State
    by: Party
    needs_reason: bool = False
    needs_second_officer: bool = False


FINAL = frozenset({State.REJECTED, State.TERMINATED})
EDITABLE = frozenset({State.DRAFT, State.NEEDS_INFO})

MOVES: dict[Move, Step] = {
    Move.SUBMIT: Step(sources=EDITABLE, to=State.SUBMITTED, by=Party.OWNER),
    Move.VERIFY: Step(sources=frozenset({State.SUBMITTED}), to=State.VERIFIED, by=Party.OFFICER),
    Move.ASK_FOR_MORE: Step(
        sources=frozenset({State.SUBMITTED}),
        to=State.NEEDS_INFO,
        by=Party.OFFICER,
        needs_reason=True,
    ),
    Move.REJECT: Step(
        sources=frozenset({State.SUBMITTED}),
        to=State.REJECTED,
        by=Party.OFFICER,
        needs_reason=True,
    ),
    Move.SUSPEND: Step(
        sources=frozenset({State.VERIFIED}),
        to=State.SUSPENDED,
        by=Party.OFFICER,
        needs_reason=True,
    ),
    Move.RESTORE: Step(sources=frozenset({State.SUSPENDED}), to=State.VERIFIED, by=Party.OFFICER),
    Move.TERMINATE: Step(
        sources=frozenset(State) - FINAL,
        to=State.TERMINATED,
        by=Party.OFFICER,
        needs_reason=True,
        needs_second_officer=True,
    ),
}


def allowed_transitions(state: State, parties: Collection[Party]) -> list[Move]:
    """Return what a viewer may do with an application, in the table's order."""
    return [move for move, step in MOVES.items() if state in step.sources and step.by in parties]


def sources(move: Move) -> list[str]:
    """Return the names of the states from which a move is possible, sorted."""
    return sorted(state.value for state in MOVES[move].sources)


def decision_due(submitted_at: datetime) -> datetime:
    """Return when an application submitted then has to be decided: three working days later.

    Days are those of Dhaka, and the hour stays. What comes in on a weekend counts from the Sunday.
    """
    due = submitted_at.astimezone(DHAKA)
    left = SLA_WORKING_DAYS
    while left:
        due += timedelta(days=1)
        if due.weekday() not in WEEKEND:
            left -= 1
    return due.astimezone(submitted_at.tzinfo)
