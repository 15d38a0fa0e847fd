"""The state machines of services as data: from which state, by which command, to which, by whom.

One table for each machine of rules.md 2.1 to 2.3, used by the activities, by `allowed` and by the
tests. Where rules.md is silent this is ours: a citizen may cancel what he holds or asked for; a
licence that ran out sends the service back to the officers; a sitting can be called off, and ends
by the clock when nobody ends it.
"""

from enum import StrEnum

from hmk_graph.services.booking_models import (
    BookingState,
    QuoteState,
    SerialState,
    SittingState,
)
from hmk_graph.services.models import ProviderState, ServiceState
from hmk_graph.state_machines import Machine, to


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    OWNER = "OWNER"
    OFFICER = "OFFICER"
    TWO_OFFICERS = "TWO_OFFICERS"
    CITIZEN = "CITIZEN"
    PROVIDER = "PROVIDER"
    CLOCK = "CLOCK"
    """A deadline that has come."""
    HOUSE = "HOUSE"
    """A consequence of another step, in the same transaction."""


class ProviderCommand(StrEnum):
    """What can be done with somebody's standing as a provider."""

    SUBMIT = "SUBMIT"
    VERIFY = "VERIFY"
    ASK_FOR_MORE = "ASK_FOR_MORE"
    REJECT = "REJECT"
    SUSPEND = "SUSPEND"
    RESTORE = "RESTORE"
    TERMINATE = "TERMINATE"


class ServiceCommand(StrEnum):
    """What can be done with a service on offer."""

    SUBMIT = "SUBMIT"
    APPROVE = "APPROVE"
    REJECT = "REJECT"
    REVISE = "REVISE"
    PAUSE = "PAUSE"
    RESUME = "RESUME"
    GROW_STALE = "GROW_STALE"
    CONFIRM = "CONFIRM"
    LICENCE_ENDED = "LICENCE_ENDED"
    RETIRE = "RETIRE"


class BookingCommand(StrEnum):
    """What can be done with a booking."""

    REQUEST = "REQUEST"
    CONFIRM = "CONFIRM"
    DECLINE = "DECLINE"
    EXPIRE = "EXPIRE"
    CANCEL = "CANCEL"
    RESCHEDULE = "RESCHEDULE"
    START = "START"
    FINISH = "FINISH"
    CLOSE = "CLOSE"
    REPORT_NO_SHOW = "REPORT_NO_SHOW"
    DISPUTE = "DISPUTE"
    SETTLE = "SETTLE"
    REFUND = "REFUND"


class QuoteCommand(StrEnum):
    """What can be done with a quote."""

    SEND = "SEND"
    ACCEPT = "ACCEPT"
    REJECT = "REJECT"
    EXPIRE = "EXPIRE"
    SUPERSEDE = "SUPERSEDE"


class SittingCommand(StrEnum):
    """What can be done with a sitting."""

    BEGIN = "BEGIN"
    END = "END"
    CALL_OFF = "CALL_OFF"


class SerialCommand(StrEnum):
    """What can be done with a number."""

    CALL = "CALL"
    SERVE = "SERVE"
    SKIP = "SKIP"
    RETURN = "RETURN"
    LEAVE = "LEAVE"


P, PC = ProviderState, ProviderCommand
PROVIDER: Machine = {
    (P.DRAFT, PC.SUBMIT): to(P.SUBMITTED, Actor.OWNER),
    (P.NEEDS_INFO, PC.SUBMIT): to(P.SUBMITTED, Actor.OWNER),
    (P.SUBMITTED, PC.VERIFY): to(P.VERIFIED, Actor.OFFICER),
    (P.SUBMITTED, PC.ASK_FOR_MORE): to(P.NEEDS_INFO, Actor.OFFICER),
    (P.SUBMITTED, PC.REJECT): to(P.REJECTED, Actor.OFFICER),
    (P.VERIFIED, PC.SUSPEND): to(P.SUSPENDED, Actor.OFFICER),
    (P.SUSPENDED, PC.RESTORE): to(P.VERIFIED, Actor.OFFICER),
    **{
        (state, PC.TERMINATE): to(P.TERMINATED, Actor.TWO_OFFICERS, Actor.HOUSE)
        for state in P
        if state not in (P.REJECTED, P.TERMINATED)
    },
}

S, SC = ServiceState, ServiceCommand
_OVER = {S.RETIRED}
SERVICE: Machine = {
    (S.DRAFT, SC.SUBMIT): to(S.PENDING_REVIEW, Actor.OWNER),
    (S.PENDING_REVIEW, SC.APPROVE): to(S.ACTIVE, Actor.OFFICER),
    (S.PENDING_REVIEW, SC.REJECT): to(S.REJECTED, Actor.OFFICER),
    (S.REJECTED, SC.REVISE): to(S.DRAFT, Actor.OWNER),
    **{
        (state, command): to(S.PENDING_REVIEW, actor)
        for state in (S.ACTIVE, S.PAUSED, S.STALE)
        for command, actor in ((SC.REVISE, Actor.OWNER), (SC.LICENCE_ENDED, Actor.CLOCK))
    },
    (S.ACTIVE, SC.PAUSE): to(S.PAUSED, Actor.OWNER),
    (S.PAUSED, SC.RESUME): to(S.ACTIVE, Actor.OWNER),
    (S.ACTIVE, SC.GROW_STALE): to(S.STALE, Actor.CLOCK),
    (S.ACTIVE, SC.CONFIRM): to(S.ACTIVE, Actor.OWNER),
    (S.STALE, SC.CONFIRM): to(S.ACTIVE, Actor.OWNER),
    **{
        (state, SC.RETIRE): to(S.RETIRED, Actor.OWNER, Actor.HOUSE)
        for state in S
        if state not in _OVER
    },
}

B, BC = BookingState, BookingCommand
OCCUPYING = frozenset({B.HELD, B.REQUESTED, B.CONFIRMED, B.IN_PROGRESS})
BOOKING: Machine = {
    (B.HELD, BC.REQUEST): to(B.REQUESTED, Actor.CITIZEN, Actor.HOUSE),
    (B.HELD, BC.EXPIRE): to(B.EXPIRED, Actor.CLOCK),
    (B.HELD, BC.CANCEL): to(B.CANCELLED, Actor.CITIZEN),
    (B.REQUESTED, BC.CONFIRM): to(B.CONFIRMED, Actor.PROVIDER, Actor.HOUSE),
    (B.REQUESTED, BC.DECLINE): to(B.DECLINED, Actor.PROVIDER),
    (B.REQUESTED, BC.EXPIRE): to(B.EXPIRED, Actor.CLOCK),
    (B.REQUESTED, BC.CANCEL): to(B.CANCELLED, Actor.CITIZEN),
    (B.REQUESTED, BC.RESCHEDULE): to(B.REQUESTED, Actor.CITIZEN),
    (B.CONFIRMED, BC.RESCHEDULE): to(B.REQUESTED, Actor.CITIZEN),
    (B.CONFIRMED, BC.CANCEL): to(B.CANCELLED, Actor.CITIZEN, Actor.PROVIDER, Actor.OFFICER),
    (B.CONFIRMED, BC.START): to(B.IN_PROGRESS, Actor.PROVIDER, Actor.CITIZEN),
    (B.CONFIRMED, BC.REPORT_NO_SHOW): to(B.NO_SHOW, Actor.CITIZEN, Actor.PROVIDER),
    (B.IN_PROGRESS, BC.FINISH): to(B.DONE, Actor.PROVIDER),
    (B.DONE, BC.CLOSE): to(B.CLOSED, Actor.CITIZEN, Actor.CLOCK),
    (B.DONE, BC.DISPUTE): to(B.DISPUTED, Actor.CITIZEN),
    (B.NO_SHOW, BC.DISPUTE): to(B.DISPUTED, Actor.CITIZEN, Actor.PROVIDER),
    (B.DISPUTED, BC.SETTLE): to(B.CLOSED, Actor.OFFICER),
    (B.DISPUTED, BC.REFUND): to(B.REFUNDED, Actor.OFFICER, Actor.CLOCK),
}

Q, QC = QuoteState, QuoteCommand
QUOTE: Machine = {
    (Q.DRAFT, QC.SEND): to(Q.SENT, Actor.PROVIDER),
    (Q.SENT, QC.ACCEPT): to(Q.ACCEPTED, Actor.CITIZEN),
    (Q.SENT, QC.REJECT): to(Q.REJECTED, Actor.CITIZEN, Actor.HOUSE),
    (Q.SENT, QC.EXPIRE): to(Q.EXPIRED, Actor.CLOCK),
    (Q.SENT, QC.SUPERSEDE): to(Q.SUPERSEDED, Actor.HOUSE),
}

T, TC = SittingState, SittingCommand
SITTING: Machine = {
    (T.PLANNED, TC.BEGIN): to(T.OPEN, Actor.PROVIDER),
    (T.OPEN, TC.END): to(T.CLOSED, Actor.PROVIDER, Actor.CLOCK),
    (T.PLANNED, TC.CALL_OFF): to(T.CANCELLED, Actor.PROVIDER, Actor.CLOCK),
    (T.OPEN, TC.CALL_OFF): to(T.CANCELLED, Actor.PROVIDER),
}

N, NC = SerialState, SerialCommand
SERIAL: Machine = {
    (N.WAITING, NC.CALL): to(N.CALLED, Actor.PROVIDER),
    (N.CALLED, NC.SERVE): to(N.SERVED, Actor.PROVIDER),
    (N.CALLED, NC.SKIP): to(N.SKIPPED, Actor.PROVIDER),
    (N.SKIPPED, NC.RETURN): to(N.WAITING, Actor.PROVIDER),
    (N.WAITING, NC.LEAVE): to(N.LEFT, Actor.CITIZEN, Actor.HOUSE),
    (N.SKIPPED, NC.LEAVE): to(N.LEFT, Actor.CITIZEN, Actor.HOUSE),
    (N.CALLED, NC.LEAVE): to(N.LEFT, Actor.HOUSE),
}
