"""The state machines of the haat as data: from which state, by which command, to which, by whom.

One table for each machine of rules.md 2.8, used by the activities, by `allowed` and by the tests. A
table says who may try; what else must hold (an animal cleared, a bid in time) is the activity's.

Where rules.md is silent this is ours: an animal that failed its check may be checked again, for
animals recover; a sale that is refunded before the handover sends the animal back to the check.
"""

from datetime import timedelta
from enum import StrEnum

from hmk_graph.haat.animal_models import AnimalState
from hmk_graph.haat.deposit_models import DepositState
from hmk_graph.haat.lot_models import LotState
from hmk_graph.haat.models import SessionState
from hmk_graph.haat.sale_models import DealState, OfferState
from hmk_graph.state_machines import Machine, to

CLEARANCE_HOLDS = timedelta(days=7)
# A lot may be scheduled only if the clearance outlives its hard end by this.
CLEARANCE_MARGIN = timedelta(hours=24)
OFFER_HOLDS = timedelta(hours=24)
LONGEST_BARGAIN = 5
PAY_WITHIN = timedelta(hours=24)


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    SELLER = "SELLER"
    BUYER = "BUYER"
    BIDDER = "BIDDER"
    OFFER_MAKER = "OFFER_MAKER"
    OTHER_SIDE = "OTHER_SIDE"
    OFFICER = "OFFICER"
    TWO_OFFICERS = "TWO_OFFICERS"
    CLOCK = "CLOCK"
    """A deadline that has come."""
    HOUSE = "HOUSE"
    """A consequence of another step, in the same transaction."""
    PAYMENTS = "PAYMENTS"


class AnimalCommand(StrEnum):
    """What can be done with an animal's record."""

    ASK_CHECK = "ASK_CHECK"
    CLEAR = "CLEAR"
    FAIL = "FAIL"
    CHANGE = "CHANGE"
    LIST = "LIST"
    UNLIST = "UNLIST"
    RESERVE = "RESERVE"
    RELEASE = "RELEASE"
    SELL = "SELL"
    TAKE_BACK = "TAKE_BACK"
    HAND_OVER = "HAND_OVER"
    WITHDRAW = "WITHDRAW"
    REPORT_DEATH = "REPORT_DEATH"


class OfferCommand(StrEnum):
    """What can be done with an offer."""

    ACCEPT = "ACCEPT"
    REJECT = "REJECT"
    COUNTER = "COUNTER"
    WITHDRAW = "WITHDRAW"
    EXPIRE = "EXPIRE"


class LotCommand(StrEnum):
    """What can be done with a lot."""

    SUBMIT = "SUBMIT"
    SCHEDULE = "SCHEDULE"
    REJECT = "REJECT"
    RESCHEDULE = "RESCHEDULE"
    OPEN = "OPEN"
    BID = "BID"
    VOID_BIDS = "VOID_BIDS"
    CLOSE = "CLOSE"
    WITHDRAW = "WITHDRAW"
    VOID = "VOID"


class DealCommand(StrEnum):
    """What can be done with a deal."""

    ACCEPT = "ACCEPT"
    DECLINE = "DECLINE"
    EXPIRE = "EXPIRE"
    PAY = "PAY"
    DEFAULT = "DEFAULT"
    CANCEL = "CANCEL"
    HAND_OVER = "HAND_OVER"
    COMPLETE = "COMPLETE"
    DISPUTE = "DISPUTE"
    REFUND = "REFUND"
    REFUSE_WEIGHT = "REFUSE_WEIGHT"


class DepositCommand(StrEnum):
    """What can be done with a deposit."""

    PAY = "PAY"
    RETURN = "RETURN"
    LAPSE = "LAPSE"


class SessionCommand(StrEnum):
    """What can be done with a day of a haat."""

    OPEN = "OPEN"
    BEGIN_CLOSING = "BEGIN_CLOSING"
    CLOSE = "CLOSE"
    REPORT = "REPORT"


A, AC = AnimalState, AnimalCommand
_ANIMAL_ENDS = {A.HANDED_OVER, A.WITHDRAWN, A.DEAD}
# Once somebody has a claim on the animal, its seller alone can no longer take it away.
_CLAIMED = {A.RESERVED, A.SOLD}

ANIMAL: Machine = {
    **{
        (state, command): to(
            end, *([Actor.OFFICER] if state in _CLAIMED else [Actor.SELLER, Actor.OFFICER])
        )
        for state in A
        if state not in _ANIMAL_ENDS
        for command, end in ((AC.WITHDRAW, A.WITHDRAWN), (AC.REPORT_DEATH, A.DEAD))
    },
    (A.REGISTERED, AC.ASK_CHECK): to(A.CHECK_PENDING, Actor.SELLER, Actor.OFFICER),
    (A.FAILED, AC.ASK_CHECK): to(A.CHECK_PENDING, Actor.SELLER, Actor.OFFICER),
    (A.CHECK_PENDING, AC.CLEAR): to(A.CLEARED, Actor.OFFICER),
    (A.CHECK_PENDING, AC.FAIL): to(A.FAILED, Actor.OFFICER),
    (A.CLEARED, AC.CHANGE): to(A.CHECK_PENDING, Actor.SELLER, Actor.OFFICER, Actor.CLOCK),
    (A.CLEARED, AC.LIST): to(A.LISTED, Actor.SELLER),
    (A.LISTED, AC.UNLIST): to(A.CLEARED, Actor.SELLER, Actor.OFFICER, Actor.HOUSE),
    (A.LISTED, AC.RESERVE): to(A.RESERVED, Actor.HOUSE),
    (A.RESERVED, AC.RELEASE): to(A.CLEARED, Actor.HOUSE),
    (A.RESERVED, AC.SELL): to(A.SOLD, Actor.HOUSE),
    (A.SOLD, AC.TAKE_BACK): to(A.CHECK_PENDING, Actor.HOUSE),
    (A.SOLD, AC.HAND_OVER): to(A.HANDED_OVER, Actor.SELLER),
}

O, OC = OfferState, OfferCommand  # noqa: E741 - it stands beside A, L and D, and is no digit here
OFFER: Machine = {
    (O.PENDING, OC.ACCEPT): to(O.ACCEPTED, Actor.OTHER_SIDE),
    (O.PENDING, OC.REJECT): to(O.REJECTED, Actor.OTHER_SIDE, Actor.HOUSE),
    (O.PENDING, OC.COUNTER): to(O.COUNTERED, Actor.OTHER_SIDE),
    (O.PENDING, OC.WITHDRAW): to(O.WITHDRAWN, Actor.OFFER_MAKER),
    (O.PENDING, OC.EXPIRE): to(O.EXPIRED, Actor.CLOCK),
}

L, LC = LotState, LotCommand
# Whether a lot that is SCHEDULED in the table runs already is the clock's word: `rules.phase_at`.
# So all that may happen to a running lot may happen from both states.
LOT: Machine = {
    (L.DRAFT, LC.SUBMIT): to(L.SUBMITTED, Actor.SELLER),
    (L.SUBMITTED, LC.SCHEDULE): to(L.SCHEDULED, Actor.OFFICER),
    (L.SUBMITTED, LC.REJECT): to(L.REJECTED, Actor.OFFICER),
    (L.SUBMITTED, LC.WITHDRAW): to(L.WITHDRAWN, Actor.SELLER),
    (L.SCHEDULED, LC.OPEN): to(L.OPEN, Actor.CLOCK),
    **{
        (state, command): to(end or state, *by)
        for state in (L.SCHEDULED, L.OPEN)
        for command, end, by in (
            (LC.RESCHEDULE, None, (Actor.OFFICER,)),
            (LC.BID, L.OPEN, (Actor.BIDDER,)),
            (LC.VOID_BIDS, None, (Actor.HOUSE,)),
            (LC.WITHDRAW, L.WITHDRAWN, (Actor.SELLER,)),
            (LC.VOID, L.VOIDED, (Actor.TWO_OFFICERS,)),
            (LC.CLOSE, L.CLOSED, (Actor.CLOCK,)),
        )
    },
}

D, DC = DealState, DealCommand
DEAL: Machine = {
    (D.OFFERED, DC.ACCEPT): to(D.AWAITING_PAYMENT, Actor.BUYER),
    (D.OFFERED, DC.DECLINE): to(D.DECLINED, Actor.BUYER),
    (D.OFFERED, DC.EXPIRE): to(D.EXPIRED, Actor.CLOCK),
    (D.AWAITING_PAYMENT, DC.PAY): to(D.PAID, Actor.PAYMENTS, Actor.OFFICER),
    (D.AWAITING_PAYMENT, DC.DEFAULT): to(D.DEFAULTED, Actor.CLOCK),
    (D.AWAITING_PAYMENT, DC.CANCEL): to(D.CANCELLED, Actor.OFFICER),
    (D.PAID, DC.HAND_OVER): to(D.HANDED_OVER, Actor.SELLER),
    (D.HANDED_OVER, DC.COMPLETE): to(D.COMPLETED, Actor.BUYER, Actor.CLOCK),
    (D.PAID, DC.REFUSE_WEIGHT): to(D.REFUNDED, Actor.BUYER),
    (D.PAID, DC.DISPUTE): to(D.DISPUTED, Actor.BUYER, Actor.SELLER),
    (D.HANDED_OVER, DC.DISPUTE): to(D.DISPUTED, Actor.BUYER, Actor.SELLER),
    (D.DISPUTED, DC.COMPLETE): to(D.COMPLETED, Actor.OFFICER),
    (D.DISPUTED, DC.REFUND): to(D.REFUNDED, Actor.OFFICER),
}

P, PC = DepositState, DepositCommand
DEPOSIT: Machine = {
    (P.DUE, PC.PAY): to(P.STANDING, Actor.PAYMENTS),
    (P.DUE, PC.LAPSE): to(P.LAPSED, Actor.CLOCK),
    (P.STANDING, PC.RETURN): to(P.RETURNED, Actor.BIDDER, Actor.CLOCK),
}

S, SC = SessionState, SessionCommand
SESSION: Machine = {
    (S.PLANNED, SC.OPEN): to(S.OPEN, Actor.OFFICER, Actor.CLOCK),
    (S.OPEN, SC.BEGIN_CLOSING): to(S.CLOSING, Actor.OFFICER, Actor.CLOCK),
    (S.CLOSING, SC.CLOSE): to(S.CLOSED, Actor.OFFICER, Actor.CLOCK),
    (S.CLOSED, SC.REPORT): to(S.REPORTED, Actor.OFFICER),
}
