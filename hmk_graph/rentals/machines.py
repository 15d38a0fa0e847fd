"""The state machines of renting as data (rules.md 2.3): from where, by what, by whom.

Where rules.md is silent this is ours: an offer may be declined, withdrawn or run out; a tenant may
step back until the advance is paid; at the end of the time the unit can be let again at once,
though keys change hands only when the old ones are back.
"""

from enum import StrEnum

from hmk_graph.rentals.models import (
    AgreementState,
    DeductionState,
    HireState,
    UnitState,
    ViewingState,
)
from hmk_graph.state_machines import Machine, to


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    OWNER = "OWNER"
    VISITOR = "VISITOR"
    LANDLORD = "LANDLORD"
    TENANT = "TENANT"
    HIRER = "HIRER"
    OFFICER = "OFFICER"
    CLOCK = "CLOCK"
    """A deadline that has come."""
    HOUSE = "HOUSE"
    """A consequence of another step, in the same transaction."""
    PAYMENTS = "PAYMENTS"


class UnitCommand(StrEnum):
    """What can be done with something for rent."""

    CONFIRM = "CONFIRM"
    GROW_STALE = "GROW_STALE"
    HOLD = "HOLD"
    LEASE = "LEASE"
    RELEASE = "RELEASE"
    RETIRE = "RETIRE"


class ViewingCommand(StrEnum):
    """What can be done with a visit."""

    CONFIRM = "CONFIRM"
    DECLINE = "DECLINE"
    CANCEL = "CANCEL"
    FINISH = "FINISH"
    EXPIRE = "EXPIRE"


class AgreementCommand(StrEnum):
    """What can be done with a tenancy."""

    ACCEPT = "ACCEPT"
    DECLINE = "DECLINE"
    WITHDRAW = "WITHDRAW"
    EXPIRE = "EXPIRE"
    PAY = "PAY"
    GIVE_NOTICE = "GIVE_NOTICE"
    END = "END"
    SETTLE = "SETTLE"


class DeductionCommand(StrEnum):
    """What can be done with something claimed of an advance."""

    ACCEPT = "ACCEPT"
    DISPUTE = "DISPUTE"
    DECIDE = "DECIDE"


class HireCommand(StrEnum):
    """What can be done with a vehicle's hire."""

    CONFIRM = "CONFIRM"
    DECLINE = "DECLINE"
    CANCEL = "CANCEL"
    FINISH = "FINISH"
    EXPIRE = "EXPIRE"


U, UC = UnitState, UnitCommand
UNIT: Machine = {
    (U.AVAILABLE, UC.CONFIRM): to(U.AVAILABLE, Actor.OWNER),
    (U.STALE, UC.CONFIRM): to(U.AVAILABLE, Actor.OWNER),
    (U.AVAILABLE, UC.GROW_STALE): to(U.STALE, Actor.CLOCK),
    (U.AVAILABLE, UC.HOLD): to(U.HELD, Actor.HOUSE),
    (U.HELD, UC.LEASE): to(U.LEASED, Actor.HOUSE),
    (U.HELD, UC.RELEASE): to(U.AVAILABLE, Actor.HOUSE),
    (U.LEASED, UC.RELEASE): to(U.AVAILABLE, Actor.HOUSE),
    (U.AVAILABLE, UC.RETIRE): to(U.RETIRED, Actor.OWNER, Actor.HOUSE),
    (U.STALE, UC.RETIRE): to(U.RETIRED, Actor.OWNER, Actor.HOUSE),
}

# Of these nobody knows but the owner, and who has to do with it.
HIDDEN = (U.STALE, U.RETIRED)

V, VC = ViewingState, ViewingCommand
VIEWING: Machine = {
    (V.REQUESTED, VC.CONFIRM): to(V.CONFIRMED, Actor.LANDLORD),
    (V.REQUESTED, VC.DECLINE): to(V.DECLINED, Actor.LANDLORD),
    (V.REQUESTED, VC.CANCEL): to(V.CANCELLED, Actor.VISITOR),
    (V.REQUESTED, VC.EXPIRE): to(V.EXPIRED, Actor.CLOCK),
    (V.CONFIRMED, VC.CANCEL): to(V.CANCELLED, Actor.VISITOR, Actor.LANDLORD),
    (V.CONFIRMED, VC.FINISH): to(V.DONE, Actor.LANDLORD, Actor.VISITOR, Actor.CLOCK),
}

A, AC = AgreementState, AgreementCommand
AGREEMENT: Machine = {
    (A.OFFERED, AC.ACCEPT): to(A.ADVANCE_DUE, Actor.TENANT),
    (A.OFFERED, AC.DECLINE): to(A.DECLINED, Actor.TENANT),
    (A.OFFERED, AC.WITHDRAW): to(A.WITHDRAWN, Actor.LANDLORD),
    (A.OFFERED, AC.EXPIRE): to(A.EXPIRED, Actor.CLOCK),
    (A.ADVANCE_DUE, AC.PAY): to(A.ACTIVE, Actor.PAYMENTS),
    (A.ADVANCE_DUE, AC.DECLINE): to(A.DECLINED, Actor.TENANT),
    (A.ADVANCE_DUE, AC.EXPIRE): to(A.EXPIRED, Actor.CLOCK),
    (A.ACTIVE, AC.GIVE_NOTICE): to(A.NOTICE, Actor.TENANT, Actor.LANDLORD),
    (A.NOTICE, AC.END): to(A.ENDED, Actor.CLOCK),
    (A.ENDED, AC.SETTLE): to(A.SETTLED, Actor.HOUSE, Actor.CLOCK),
}
# Of these a unit has at most one, by a unique index of the database.
OPEN = (A.ADVANCE_DUE, A.ACTIVE, A.NOTICE)
LIVING = (A.ACTIVE, A.NOTICE)
FINAL = (A.SETTLED, A.DECLINED, A.WITHDRAWN, A.EXPIRED)

D, DC = DeductionState, DeductionCommand
DEDUCTION: Machine = {
    (D.PROPOSED, DC.ACCEPT): to(D.ACCEPTED, Actor.TENANT, Actor.CLOCK),
    (D.PROPOSED, DC.DISPUTE): to(D.DISPUTED, Actor.TENANT),
    (D.DISPUTED, DC.DECIDE): to(D.DECIDED, Actor.OFFICER, Actor.CLOCK),
}

H, HC = HireState, HireCommand
HIRE: Machine = {
    (H.REQUESTED, HC.CONFIRM): to(H.CONFIRMED, Actor.OWNER),
    (H.REQUESTED, HC.DECLINE): to(H.DECLINED, Actor.OWNER),
    (H.REQUESTED, HC.CANCEL): to(H.CANCELLED, Actor.HIRER),
    (H.REQUESTED, HC.EXPIRE): to(H.EXPIRED, Actor.CLOCK),
    (H.CONFIRMED, HC.CANCEL): to(H.CANCELLED, Actor.HIRER, Actor.OWNER),
    (H.CONFIRMED, HC.FINISH): to(H.DONE, Actor.OWNER, Actor.CLOCK),
}
