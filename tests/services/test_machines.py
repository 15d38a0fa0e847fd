"""The state machines of services: every state, command and actor is allowed or refused."""

from __future__ import annotations

from itertools import product

import pytest

from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.services import machines
from hmk_graph.services.booking_models import (
    BookingState,
    QuoteState,
    SerialState,
    SittingState,
)
from hmk_graph.services.machines import Actor
from hmk_graph.services.models import ProviderState, ServiceState
from hmk_graph.state_machines import allowed, next_state, reachable

ALL = {
    "provider": (machines.PROVIDER, ProviderState, machines.ProviderCommand),
    "service": (machines.SERVICE, ServiceState, machines.ServiceCommand),
    "booking": (machines.BOOKING, BookingState, machines.BookingCommand),
    "quote": (machines.QUOTE, QuoteState, machines.QuoteCommand),
    "sitting": (machines.SITTING, SittingState, machines.SittingCommand),
    "serial": (machines.SERIAL, SerialState, machines.SerialCommand),
}
ENDS = {
    "provider": {"REJECTED", "TERMINATED"},
    "service": {"RETIRED"},
    "booking": {"CLOSED", "EXPIRED", "DECLINED", "CANCELLED", "REFUNDED"},
    "quote": {"ACCEPTED", "REJECTED", "EXPIRED", "SUPERSEDED"},
    "sitting": {"CLOSED", "CANCELLED"},
    "serial": {"SERVED", "LEFT"},
}


@pytest.mark.parametrize("name", list(ALL))
def test_every_state_command_and_actor_is_allowed_or_refused_as_the_table_says(name: str):
    machine, states, commands = ALL[name]
    for state, command, actor in product(states, commands, Actor):
        transition = machine.get((state, command))
        if transition is None:
            with pytest.raises(StaleState) as stale:
                next_state(machine, state, command, actor=actor)
            assert stale.value.current == state
        elif actor not in transition.by:
            with pytest.raises(NotAllowed):
                next_state(machine, state, command, actor=actor)
            assert command not in allowed(machine, state, actor)
        else:
            assert next_state(machine, state, command, actor=actor) in set(states)
            assert command in allowed(machine, state, actor)


@pytest.mark.parametrize("name", list(ALL))
def test_exactly_the_ends_of_a_machine_lead_nowhere(name: str):
    machine, states, _ = ALL[name]

    assert {str(state) for state in states} - {str(state) for state, _ in machine} == ENDS[name]


@pytest.mark.parametrize("name", list(ALL))
def test_every_state_can_be_reached_from_the_first(name: str):
    machine, states, _ = ALL[name]

    assert reachable(machine, {str(next(iter(states)))}) == {str(state) for state in states}


@pytest.mark.parametrize("name", list(ALL))
def test_every_command_leads_somewhere(name: str):
    machine, _, commands = ALL[name]

    assert {command for _, command in machine} == set(commands)
    assert all(transition.by for transition in machine.values())


def test_what_occupies_time_is_what_has_not_come_to_its_end():
    assert {str(state) for state in machines.OCCUPYING} == {
        *("HELD", "REQUESTED", "CONFIRMED", "IN_PROGRESS")
    }


def test_only_the_citizen_can_take_a_quote_and_only_an_officer_settles():
    assert allowed(machines.QUOTE, "SENT", Actor.PROVIDER) == []
    assert allowed(machines.QUOTE, "SENT", Actor.CITIZEN) == ["ACCEPT", "REJECT"]
    assert allowed(machines.BOOKING, "DISPUTED", Actor.OFFICER) == ["SETTLE", "REFUND"]
