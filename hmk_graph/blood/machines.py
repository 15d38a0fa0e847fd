"""The state machines of blood as data (rules.md 2.3): from which state, by which command, by whom.

Where rules.md is silent this is ours: a request is fulfilled when all its units were given, not
when they were promised, so that a donor who drops out at the last moment is replaced; a donation
can be recorded for a day after the request ran out; whoever was willing or confirmed may withdraw.
"""

from enum import StrEnum

from hmk_graph.blood.models import OfferState, RequestState
from hmk_graph.state_machines import Machine, to


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    REQUESTER = "REQUESTER"
    DONOR = "DONOR"
    CLOCK = "CLOCK"
    """A deadline that has come."""
    HOUSE = "HOUSE"
    """A consequence of another step."""


class RequestCommand(StrEnum):
    """What can be done with a request."""

    CONFIRM = "CONFIRM"
    DROP = "DROP"
    REOPEN = "REOPEN"
    FULFILL = "FULFILL"
    EXPIRE = "EXPIRE"
    CANCEL = "CANCEL"


class OfferCommand(StrEnum):
    """What can be done with an offer."""

    OFFER = "OFFER"
    DECLINE = "DECLINE"
    CONFIRM = "CONFIRM"
    WITHDRAW = "WITHDRAW"
    DONATE = "DONATE"
    DEFER = "DEFER"
    RELEASE = "RELEASE"


R, RC = RequestState, RequestCommand
RUNNING = (R.OPEN, R.PARTIAL)
REQUEST: Machine = {
    (R.OPEN, RC.CONFIRM): to(R.PARTIAL, Actor.REQUESTER),
    (R.PARTIAL, RC.CONFIRM): to(R.PARTIAL, Actor.REQUESTER),
    # Somebody confirmed drops out: others are, or nobody is any more.
    (R.PARTIAL, RC.DROP): to(R.PARTIAL, Actor.HOUSE),
    (R.PARTIAL, RC.REOPEN): to(R.OPEN, Actor.HOUSE),
    (R.PARTIAL, RC.FULFILL): to(R.FULFILLED, Actor.HOUSE),
    **{(state, RC.EXPIRE): to(R.EXPIRED, Actor.CLOCK) for state in RUNNING},
    **{(state, RC.CANCEL): to(R.CANCELLED, Actor.REQUESTER) for state in RUNNING},
}

O, OC = OfferState, OfferCommand  # noqa: E741 - as short as the R of requests
OFFER: Machine = {
    (O.INVITED, OC.OFFER): to(O.WILLING, Actor.DONOR),
    (O.INVITED, OC.DECLINE): to(O.DECLINED, Actor.DONOR),
    (O.WILLING, OC.WITHDRAW): to(O.WITHDRAWN, Actor.DONOR),
    (O.WILLING, OC.CONFIRM): to(O.CONFIRMED, Actor.REQUESTER),
    (O.CONFIRMED, OC.WITHDRAW): to(O.WITHDRAWN, Actor.DONOR),
    (O.CONFIRMED, OC.DONATE): to(O.DONATED, Actor.REQUESTER),
    **{
        (state, OC.DEFER): to(O.DEFERRED, Actor.HOUSE, Actor.REQUESTER)
        for state in (O.WILLING, O.CONFIRMED)
    },
    (O.INVITED, OC.DEFER): to(O.DEFERRED, Actor.HOUSE),
    **{
        (state, OC.RELEASE): to(O.NOT_NEEDED, Actor.HOUSE, Actor.CLOCK)
        for state in (O.INVITED, O.WILLING, O.CONFIRMED)
    },
}
LIVE = (O.INVITED, O.WILLING, O.CONFIRMED)
