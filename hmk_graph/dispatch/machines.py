"""The machine of a trip as one table (rules.md 2.4), read by commands, viewers and tests. Pure.

Beckn and ONDC (TRV10) have names of their own for the same states; `ONDC_STATE` keeps them beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from hmk_graph.dispatch.models import TripState as State
from hmk_graph.state_machines import Machine, Transition, to


class Party(StrEnum):
    """As what somebody looks at a trip."""

    RIDER = "RIDER"
    DRIVER = "DRIVER"
    DISPATCHER = "DISPATCHER"
    CLOCK = "CLOCK"


class Move(StrEnum):
    """What can be done with a trip."""

    CONFIRM = "CONFIRM"
    BEGIN_SEARCH = "BEGIN_SEARCH"
    ACCEPT = "ACCEPT"
    ASSIGN = "ASSIGN"
    SET_OUT = "SET_OUT"
    ARRIVE = "ARRIVE"
    START = "START"
    COMPLETE = "COMPLETE"
    DROP = "DROP"
    CANCEL = "CANCEL"
    GIVE_UP = "GIVE_UP"
    ESCALATE = "ESCALATE"


_R, _D, _DESK, _CLOCK = Party.RIDER, Party.DRIVER, Party.DISPATCHER, Party.CLOCK
_OPEN = (State.SEARCHING, State.ESCALATED)
_COMING = (State.ASSIGNED, State.EN_ROUTE, State.ARRIVED)


def _from(
    sources: Iterable[State], move: Move, target: State, *by: Party
) -> dict[tuple[str, str], Transition]:
    return {(state, move): to(target, *by) for state in sources}


# A driver's cancel is a DROP: the trip is searched for anew. Ending early in IN_TRIP is COMPLETE.
# Whose trip the desk confirmed is searched for, or waits for its hour.
TRIP: Machine = {
    **_from([State.AT_DESK], Move.CONFIRM, State.SEARCHING, _DESK),
    **_from([State.SCHEDULED], Move.BEGIN_SEARCH, State.SEARCHING, _CLOCK),
    **_from(_OPEN, Move.ACCEPT, State.ASSIGNED, _D),
    **_from(_OPEN, Move.ASSIGN, State.ASSIGNED, _DESK),
    **_from([State.ASSIGNED], Move.SET_OUT, State.EN_ROUTE, _D, _DESK),
    **_from([State.EN_ROUTE], Move.ARRIVE, State.ARRIVED, _D, _R, _DESK),
    **_from([State.ARRIVED], Move.START, State.IN_TRIP, _D, _DESK),
    **_from([State.IN_TRIP], Move.COMPLETE, State.COMPLETED, _D, _DESK),
    **_from(_COMING, Move.DROP, State.SEARCHING, _D, _DESK, _CLOCK),
    **_from(
        [State.AT_DESK, State.SCHEDULED, *_OPEN, *_COMING], Move.CANCEL, State.CANCELLED, _R, _DESK
    ),
    **_from([State.AT_DESK, State.SEARCHING], Move.GIVE_UP, State.NO_DRIVER, _CLOCK),
    **_from([State.SEARCHING], Move.ESCALATE, State.ESCALATED, _CLOCK),
}

ONDC_STATE: dict[State, str] = {
    State.AT_DESK: "RIDE_CONFIRMED",
    State.SCHEDULED: "RIDE_CONFIRMED",
    State.SEARCHING: "RIDE_CONFIRMED",
    State.ESCALATED: "RIDE_CONFIRMED",
    State.ASSIGNED: "RIDE_ASSIGNED",
    State.EN_ROUTE: "RIDE_ENROUTE_PICKUP",
    State.ARRIVED: "RIDE_ARRIVED_PICKUP",
    State.IN_TRIP: "RIDE_STARTED",
    State.COMPLETED: "RIDE_ENDED",
    State.CANCELLED: "RIDE_CANCELLED",
    State.NO_DRIVER: "RIDE_CANCELLED",
}


class Reason(StrEnum):
    """Why a trip was cancelled, dropped or ended early: ONDC TRV10's codes as values."""

    TECHNICAL = "000"
    DRIVER_NOT_MOVING = "001"
    DRIVER_NOT_REACHABLE = "002"
    DRIVER_ASKED = "003"
    WRONG_PICKUP = "004"
    BY_MISTAKE = "005"
    NO_DRIVER = "011"
    RIDER_ABSENT = "012"
    ACCEPTED_BY_MISTAKE = "013"
    RIDER_NOT_REACHABLE = "014"
