"""The state machines of shops as data: from which state, by which command, to which, by whom."""

from enum import StrEnum

from hmk_graph.shops.models import ProductState, ReservationState, ShopState
from hmk_graph.state_machines import Machine, to


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    OWNER = "OWNER"
    OFFICER = "OFFICER"
    TWO_OFFICERS = "TWO_OFFICERS"
    """The second of two who want the same; the first one's word is kept."""
    CLOCK = "CLOCK"
    """A deadline that has come."""
    HOUSE = "HOUSE"
    """A consequence of another step, in the same transaction."""


class ShopCommand(StrEnum):
    """What can be done with a shop's standing."""

    PUBLISH = "PUBLISH"
    VERIFY = "VERIFY"
    ASK_FOR_MORE = "ASK_FOR_MORE"
    REJECT = "REJECT"
    PAUSE = "PAUSE"
    RESUME = "RESUME"
    SUSPEND = "SUSPEND"
    RESTORE = "RESTORE"
    CLOSE = "CLOSE"
    TERMINATE = "TERMINATE"


class ProductCommand(StrEnum):
    """What can be done with a product."""

    OFFER = "OFFER"
    PAUSE = "PAUSE"
    RETIRE = "RETIRE"


class ReservationCommand(StrEnum):
    """What can be done with reserved goods."""

    COMMIT = "COMMIT"
    CONSUME = "CONSUME"
    EXPIRE = "EXPIRE"
    RELEASE = "RELEASE"


S, SC = ShopState, ShopCommand
SHOP: Machine = {
    (S.DRAFT, SC.PUBLISH): to(S.SUBMITTED, Actor.OWNER),
    (S.NEEDS_INFO, SC.PUBLISH): to(S.SUBMITTED, Actor.OWNER),
    (S.SUBMITTED, SC.VERIFY): to(S.VERIFIED, Actor.OFFICER),
    (S.SUBMITTED, SC.ASK_FOR_MORE): to(S.NEEDS_INFO, Actor.OFFICER),
    (S.SUBMITTED, SC.REJECT): to(S.REJECTED, Actor.OFFICER),
    (S.VERIFIED, SC.PAUSE): to(S.PAUSED, Actor.OWNER),
    (S.PAUSED, SC.RESUME): to(S.VERIFIED, Actor.OWNER),
    (S.VERIFIED, SC.SUSPEND): to(S.SUSPENDED, Actor.OFFICER),
    (S.PAUSED, SC.SUSPEND): to(S.SUSPENDED, Actor.OFFICER),
    (S.SUSPENDED, SC.RESTORE): to(S.VERIFIED, Actor.OFFICER),
    **{
        (state, SC.CLOSE): to(S.TERMINATED, Actor.OWNER, Actor.HOUSE)
        for state in S
        if state not in (S.REJECTED, S.TERMINATED)
    },
    **{
        (state, SC.TERMINATE): to(S.TERMINATED, Actor.TWO_OFFICERS)
        for state in S
        if state not in (S.REJECTED, S.TERMINATED)
    },
}

P, PC = ProductState, ProductCommand
PRODUCT: Machine = {
    (P.DRAFT, PC.OFFER): to(P.ACTIVE, Actor.OWNER),
    (P.PAUSED, PC.OFFER): to(P.ACTIVE, Actor.OWNER),
    (P.ACTIVE, PC.PAUSE): to(P.PAUSED, Actor.OWNER),
    **{
        (state, PC.RETIRE): to(P.RETIRED, Actor.OWNER, Actor.HOUSE)
        for state in (P.DRAFT, P.ACTIVE, P.PAUSED)
    },
}

R, RC = ReservationState, ReservationCommand
RESERVATION: Machine = {
    (R.HELD, RC.COMMIT): to(R.COMMITTED, Actor.HOUSE),
    (R.HELD, RC.EXPIRE): to(R.EXPIRED, Actor.CLOCK),
    (R.HELD, RC.RELEASE): to(R.RELEASED, Actor.HOUSE),
    (R.COMMITTED, RC.RELEASE): to(R.RELEASED, Actor.HOUSE),
    (R.COMMITTED, RC.CONSUME): to(R.CONSUMED, Actor.HOUSE),
}
