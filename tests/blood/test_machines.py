"""The state machines of blood: every state, command and actor is either allowed or refused."""

from itertools import product

import pytest

from hmk_graph.blood import machines
from hmk_graph.blood.machines import Actor
from hmk_graph.blood.models import OfferState, RequestState
from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.state_machines import allowed, next_state, reachable

ALL = {
    "request": (machines.REQUEST, RequestState, machines.RequestCommand, RequestState.OPEN),
    "offer": (machines.OFFER, OfferState, machines.OfferCommand, OfferState.INVITED),
}
ENDS = {
    "request": {"FULFILLED", "EXPIRED", "CANCELLED"},
    "offer": {"DONATED", "DECLINED", "WITHDRAWN", "NOT_NEEDED", "DEFERRED"},
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


def test_nobody_confirms_a_donor_who_has_not_said_yes() -> None:
    assert "CONFIRM" not in allowed(machines.OFFER, "INVITED", *Actor)
    assert "CONFIRM" not in allowed(machines.OFFER, "WILLING", Actor.DONOR)
