"""The state machines of orders as data (rules.md 2.6): from which state, how, to which, by whom.

One table each, used by the activities, by `allowedTransitions` and by the tests. Where rules.md is
silent this is ours: a parcel that failed may be sent out again; the shop may cancel what it cannot
bring, up to the moment it is handed over; before a checkout is paid its orders are nobody's but the
buyer's.
"""

from enum import StrEnum

from hmk_graph.orders.models import FulfilmentState, GroupState, OrderState, ReturnState
from hmk_graph.state_machines import Machine, to


class Actor(StrEnum):
    """In which part somebody acts; the activity finds out who plays it."""

    BUYER = "BUYER"
    SHOP = "SHOP"
    COURIER = "COURIER"
    """Who drives the trip that carries a parcel."""
    OFFICER = "OFFICER"
    PAYMENTS = "PAYMENTS"
    CLOCK = "CLOCK"
    """A deadline that has come."""
    HOUSE = "HOUSE"
    """A consequence of another step, in the same transaction."""


class GroupCommand(StrEnum):
    """What can be done with a checkout."""

    PAY = "PAY"
    EXPIRE = "EXPIRE"
    CANCEL = "CANCEL"
    CLOSE = "CLOSE"


class OrderCommand(StrEnum):
    """What can be done with an order."""

    PLACE = "PLACE"
    EXPIRE = "EXPIRE"
    ACCEPT = "ACCEPT"
    REJECT = "REJECT"
    CANCEL = "CANCEL"
    PACK = "PACK"
    SEND = "SEND"
    DELIVER = "DELIVER"
    FAIL = "FAIL"
    BRING_BACK = "BRING_BACK"
    TAKE_BACK = "TAKE_BACK"
    CLOSE = "CLOSE"


class FulfilmentCommand(StrEnum):
    """What can be done with a parcel."""

    SEND = "SEND"
    DELIVER = "DELIVER"
    FAIL = "FAIL"
    BRING_BACK = "BRING_BACK"
    TAKE_BACK = "TAKE_BACK"


class ReturnCommand(StrEnum):
    """What can be done with goods that come back."""

    APPROVE = "APPROVE"
    REJECT = "REJECT"
    SEND = "SEND"
    RECEIVE = "RECEIVE"
    CLOSE = "CLOSE"
    CANCEL = "CANCEL"
    EXPIRE = "EXPIRE"


G, GC = GroupState, GroupCommand
GROUP: Machine = {
    (G.PENDING_PAYMENT, GC.PAY): to(G.PLACED, Actor.PAYMENTS),
    (G.PENDING_PAYMENT, GC.EXPIRE): to(G.EXPIRED, Actor.CLOCK),
    (G.PENDING_PAYMENT, GC.CANCEL): to(G.CANCELLED, Actor.BUYER),
    (G.PLACED, GC.CLOSE): to(G.CLOSED, Actor.HOUSE),
}

O, OC = OrderState, OrderCommand  # noqa: E741 - the letter of the state's name
ORDER: Machine = {
    (O.PENDING, OC.PLACE): to(O.PLACED, Actor.PAYMENTS),
    (O.PENDING, OC.EXPIRE): to(O.EXPIRED, Actor.CLOCK),
    (O.PENDING, OC.CANCEL): to(O.CANCELLED, Actor.HOUSE),
    (O.PLACED, OC.ACCEPT): to(O.ACCEPTED, Actor.SHOP),
    (O.PLACED, OC.REJECT): to(O.REJECTED, Actor.SHOP, Actor.CLOCK),
    (O.PLACED, OC.CANCEL): to(O.CANCELLED, Actor.BUYER, Actor.OFFICER),
    (O.ACCEPTED, OC.CANCEL): to(O.CANCELLED, Actor.BUYER, Actor.SHOP, Actor.OFFICER),
    (O.PACKED, OC.CANCEL): to(O.CANCELLED, Actor.SHOP, Actor.OFFICER),
    (O.ACCEPTED, OC.PACK): to(O.PACKED, Actor.SHOP),
    (O.PACKED, OC.SEND): to(O.OUT_FOR_DELIVERY, Actor.SHOP, Actor.HOUSE),
    (O.PACKED, OC.DELIVER): to(O.DELIVERED, Actor.SHOP),
    (O.OUT_FOR_DELIVERY, OC.DELIVER): to(O.DELIVERED, Actor.SHOP, Actor.COURIER, Actor.BUYER),
    (O.OUT_FOR_DELIVERY, OC.FAIL): to(O.DELIVERY_FAILED, Actor.SHOP),
    (O.DELIVERY_FAILED, OC.SEND): to(O.OUT_FOR_DELIVERY, Actor.SHOP, Actor.HOUSE),
    (O.DELIVERY_FAILED, OC.BRING_BACK): to(O.RETURNING, Actor.SHOP),
    (O.RETURNING, OC.TAKE_BACK): to(O.RETURNED_TO_SHOP, Actor.SHOP),
    (O.DELIVERED, OC.CLOSE): to(O.CLOSED, Actor.BUYER, Actor.CLOCK),
}
OVER = frozenset(
    {O.CLOSED, O.REJECTED, O.CANCELLED, O.EXPIRED, O.RETURNED_TO_SHOP},
)

F, FC = FulfilmentState, FulfilmentCommand
FULFILMENT: Machine = {
    (F.PACKED, FC.SEND): to(F.OUT, Actor.SHOP, Actor.HOUSE),
    (F.PACKED, FC.DELIVER): to(F.DELIVERED, Actor.SHOP),
    (F.OUT, FC.DELIVER): to(F.DELIVERED, Actor.SHOP, Actor.COURIER, Actor.BUYER),
    (F.OUT, FC.FAIL): to(F.FAILED, Actor.SHOP),
    (F.FAILED, FC.SEND): to(F.OUT, Actor.SHOP, Actor.HOUSE),
    (F.FAILED, FC.BRING_BACK): to(F.RETURNING, Actor.SHOP),
    (F.RETURNING, FC.TAKE_BACK): to(F.BACK, Actor.SHOP),
    (F.PACKED, FC.TAKE_BACK): to(F.BACK, Actor.HOUSE),
}

R, RC = ReturnState, ReturnCommand
RETURN: Machine = {
    (R.REQUESTED, RC.APPROVE): to(R.APPROVED, Actor.SHOP, Actor.OFFICER),
    (R.REQUESTED, RC.REJECT): to(R.REJECTED, Actor.SHOP),
    (R.REQUESTED, RC.CANCEL): to(R.CANCELLED, Actor.BUYER),
    (R.APPROVED, RC.SEND): to(R.IN_TRANSIT, Actor.BUYER),
    (R.APPROVED, RC.CANCEL): to(R.CANCELLED, Actor.BUYER),
    (R.IN_TRANSIT, RC.RECEIVE): to(R.RECEIVED, Actor.SHOP),
    (R.RECEIVED, RC.CLOSE): to(R.CLOSED, Actor.HOUSE),
    (R.REQUESTED, RC.EXPIRE): to(R.EXPIRED, Actor.CLOCK),
    (R.APPROVED, RC.EXPIRE): to(R.EXPIRED, Actor.CLOCK),
}
RETURN_OVER = frozenset({R.CLOSED, R.REJECTED, R.CANCELLED, R.EXPIRED})
