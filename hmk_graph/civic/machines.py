"""The state machine of complaints as data (rules.md 2.13): from where, by what, by whom."""

from enum import StrEnum

from hmk_graph.civic.models import ComplaintState
from hmk_graph.state_machines import Machine, to


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    CITIZEN = "CITIZEN"
    OFFICER = "OFFICER"
    CLOCK = "CLOCK"
    """A deadline that has come."""


class Move(StrEnum):
    """What can be done with a complaint. LODGE begins it, and stands in its history alone."""

    LODGE = "LODGE"
    ASSIGN = "ASSIGN"
    BEGIN = "BEGIN"
    ASK = "ASK"
    ANSWER = "ANSWER"
    RESOLVE = "RESOLVE"
    REJECT = "REJECT"
    CONFIRM = "CONFIRM"
    REOPEN = "REOPEN"
    ESCALATE = "ESCALATE"
    EXPIRE = "EXPIRE"


S, M = ComplaintState, Move
# An officer has to act on these, and their time runs.
RUNNING = (S.NEW, S.ASSIGNED, S.IN_PROGRESS, S.ESCALATED, S.REOPENED)
OPEN = (*RUNNING, S.WAITING_CITIZEN)
# An answer is given; the citizen has not said whether it holds.
ANSWERED = (S.RESOLVED, S.REJECTED)

COMPLAINT: Machine = {
    **{(state, M.ASSIGN): to(S.ASSIGNED, Actor.OFFICER) for state in RUNNING},
    (S.ASSIGNED, M.BEGIN): to(S.IN_PROGRESS, Actor.OFFICER),
    (S.IN_PROGRESS, M.ASK): to(S.WAITING_CITIZEN, Actor.OFFICER),
    (S.WAITING_CITIZEN, M.ANSWER): to(S.IN_PROGRESS, Actor.CITIZEN),
    (S.ASSIGNED, M.RESOLVE): to(S.RESOLVED, Actor.OFFICER),
    (S.IN_PROGRESS, M.RESOLVE): to(S.RESOLVED, Actor.OFFICER),
    (S.ASSIGNED, M.REJECT): to(S.REJECTED, Actor.OFFICER),
    (S.IN_PROGRESS, M.REJECT): to(S.REJECTED, Actor.OFFICER),
    (S.RESOLVED, M.CONFIRM): to(S.CLOSED, Actor.CITIZEN),
    **{(state, M.REOPEN): to(S.REOPENED, Actor.CITIZEN) for state in ANSWERED},
    **{(state, M.EXPIRE): to(S.CLOSED, Actor.CLOCK) for state in ANSWERED},
    # What nobody has taken in its time must not rest either.
    **{
        (state, M.ESCALATE): to(S.ESCALATED, Actor.CLOCK)
        for state in (S.NEW, S.ASSIGNED, S.IN_PROGRESS, S.REOPENED)
    },
}
