"""The state machines of paying as data (rules.md 2.6, 2.9).

Money that a gateway has is never lost by a state of ours: a try is captured from wherever it
stands, and what then has no use for it gives it back.
"""

from enum import StrEnum

from hmk_graph.payments.paying_models import AttemptState, IntentState, RefundState
from hmk_graph.payments.payout_models import PayoutAccountState, PayoutState
from hmk_graph.state_machines import Machine, to

PAYER, GATEWAY, CLOCK, OFFICER, HOUSE = "PAYER", "GATEWAY", "CLOCK", "OFFICER", "HOUSE"


class IntentCommand(StrEnum):
    """What can be done with a sum that is due."""

    COVER = "COVER"
    CLOSE = "CLOSE"
    EXPIRE = "EXPIRE"
    VOID = "VOID"


class AttemptCommand(StrEnum):
    """What can be done with a try."""

    REDIRECT = "REDIRECT"
    RETURN = "RETURN"
    CAPTURE = "CAPTURE"
    FAIL = "FAIL"
    ABANDON = "ABANDON"
    SET_ASIDE = "SET_ASIDE"


class RefundCommand(StrEnum):
    """What can be done with money that goes back."""

    APPROVE = "APPROVE"
    REJECT = "REJECT"
    SEND = "SEND"
    SUCCEED = "SUCCEED"
    FAIL = "FAIL"


INTENT: Machine = {
    (IntentState.OPEN, IntentCommand.COVER): to(IntentState.COVERED, HOUSE),
    (IntentState.OPEN, IntentCommand.EXPIRE): to(IntentState.EXPIRED, CLOCK),
    (IntentState.OPEN, IntentCommand.VOID): to(IntentState.VOID, HOUSE, OFFICER),
    (IntentState.COVERED, IntentCommand.CLOSE): to(IntentState.CLOSED, HOUSE),
    (IntentState.COVERED, IntentCommand.VOID): to(IntentState.VOID, HOUSE, OFFICER),
}
_UNDECIDED = (AttemptState.CREATED, AttemptState.REDIRECTED, AttemptState.PENDING)
ATTEMPT: Machine = {
    (AttemptState.CREATED, AttemptCommand.REDIRECT): to(AttemptState.REDIRECTED, HOUSE),
    (AttemptState.REDIRECTED, AttemptCommand.RETURN): to(AttemptState.PENDING, PAYER, GATEWAY),
    **{
        (state, AttemptCommand.CAPTURE): to(AttemptState.CAPTURED, GATEWAY)
        for state in (*_UNDECIDED, AttemptState.FAILED, AttemptState.ABANDONED)
    },
    (AttemptState.REVIEW, AttemptCommand.CAPTURE): to(AttemptState.CAPTURED, OFFICER),
    **{(state, AttemptCommand.FAIL): to(AttemptState.FAILED, GATEWAY) for state in _UNDECIDED},
    (AttemptState.REVIEW, AttemptCommand.FAIL): to(AttemptState.FAILED, OFFICER),
    **{(state, AttemptCommand.ABANDON): to(AttemptState.ABANDONED, CLOCK) for state in _UNDECIDED},
    **{
        (state, AttemptCommand.SET_ASIDE): to(AttemptState.REVIEW, GATEWAY)
        for state in (*_UNDECIDED, AttemptState.FAILED, AttemptState.ABANDONED)
    },
}
REFUND: Machine = {
    (RefundState.REQUESTED, RefundCommand.APPROVE): to(RefundState.APPROVED, OFFICER, HOUSE),
    (RefundState.REQUESTED, RefundCommand.REJECT): to(RefundState.REJECTED, OFFICER),
    (RefundState.APPROVED, RefundCommand.SEND): to(RefundState.SENT, HOUSE),
    (RefundState.SENT, RefundCommand.SUCCEED): to(RefundState.SUCCEEDED, GATEWAY, OFFICER),
    (RefundState.SENT, RefundCommand.FAIL): to(RefundState.FAILED, GATEWAY),
    (RefundState.APPROVED, RefundCommand.FAIL): to(RefundState.FAILED, GATEWAY),
}


class PayoutAccountCommand(StrEnum):
    """What can be done with a place that earnings are sent to."""

    APPROVE = "APPROVE"
    REJECT = "REJECT"
    RESTRICT = "RESTRICT"
    RELEASE = "RELEASE"
    REPLACE = "REPLACE"


class PayoutCommand(StrEnum):
    """What can be done with a sending."""

    SEND = "SEND"
    CONFIRM = "CONFIRM"
    FAIL = "FAIL"
    CANCEL = "CANCEL"


AS, AC = PayoutAccountState, PayoutAccountCommand
PAYOUT_ACCOUNT: Machine = {
    (AS.PENDING, AC.APPROVE): to(AS.ACTIVE, OFFICER),
    (AS.PENDING, AC.REJECT): to(AS.REJECTED, OFFICER),
    (AS.ACTIVE, AC.RESTRICT): to(AS.RESTRICTED, OFFICER),
    (AS.RESTRICTED, AC.RELEASE): to(AS.ACTIVE, OFFICER),
    **{
        (state, AC.REPLACE): to(AS.REPLACED, HOUSE)
        for state in (AS.PENDING, AS.ACTIVE, AS.RESTRICTED)
    },
}
PAYOUT: Machine = {
    (PayoutState.PENDING, PayoutCommand.SEND): to(PayoutState.PROCESSING, OFFICER),
    (PayoutState.PENDING, PayoutCommand.CANCEL): to(PayoutState.CANCELED, OFFICER, HOUSE),
    (PayoutState.PROCESSING, PayoutCommand.CONFIRM): to(PayoutState.PAID, OFFICER),
    (PayoutState.PROCESSING, PayoutCommand.FAIL): to(PayoutState.FAILED, OFFICER),
}
