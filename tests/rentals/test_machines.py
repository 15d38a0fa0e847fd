"""The state machines of renting: every state, command and actor is either allowed or refused."""

from itertools import product

import pytest

from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.rentals import machines
from hmk_graph.rentals.machines import Actor
from hmk_graph.rentals.models import (
    AgreementState,
    DeductionState,
    HireState,
    UnitState,
    ViewingState,
)
from hmk_graph.state_machines import allowed, next_state, reachable

ALL = {
    "unit": (machines.UNIT, UnitState, machines.UnitCommand, UnitState.AVAILABLE),
    "viewing": (machines.VIEWING, ViewingState, machines.ViewingCommand, ViewingState.REQUESTED),
    "agreement": (
        machines.AGREEMENT,
        AgreementState,
        machines.AgreementCommand,
        AgreementState.OFFERED,
    ),
    "deduction": (
        machines.DEDUCTION,
        DeductionState,
        machines.DeductionCommand,
        DeductionState.PROPOSED,
    ),
    "hire": (machines.HIRE, HireState, machines.HireCommand, HireState.REQUESTED),
}
ENDS = {
    "unit": {"RETIRED"},
    "viewing": {"DONE", "DECLINED", "CANCELLED", "EXPIRED"},
    "agreement": {"SETTLED", "DECLINED", "WITHDRAWN", "EXPIRED"},
    "deduction": {"ACCEPTED", "DECIDED"},
    "hire": {"DONE", "DECLINED", "CANCELLED", "EXPIRED"},
}


@pytest.mark.parametrize("name", list(ALL))
def test_every_state_command_and_actor_is_allowed_or_refused_as_the_table_says(name: str) -> None:
    machine, states, commands, _ = ALL[name]
    for state, command, actor in product(states, commands, Actor):
        transition = machine.get((state, command))
        if transition is None:
            with pytest.raises(StaleState):
                next_state(machine, state, command, actor=actor)
        elif actor not in transition.by:
            with pytest.raises(NotAllowed):
                next_state(machine, state, command, actor=actor)
        else:
            assert next_state(machine, state, command, actor=actor) in set(states)
            assert command in allowed(machine, state, actor)


@pytest.mark.parametrize("name", list(ALL))
def test_the_ends_lead_nowhere_and_all_else_can_be_reached(name: str) -> None:
    machine, states, commands, first = ALL[name]

    assert {str(state) for state in states} - {str(state) for state, _ in machine} == ENDS[name]
    assert reachable(machine, {str(first)}) == {str(state) for state in states}
    assert {command for _, command in machine} == set(commands)


def test_only_the_payment_begins_a_tenancy() -> None:
    people = [one for one in Actor if one is not Actor.PAYMENTS]

    assert "PAY" not in allowed(machines.AGREEMENT, "ADVANCE_DUE", *people)
