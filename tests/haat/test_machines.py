"""The state machines as tables: every state, command and actor is either allowed or refused."""

from itertools import product

import pytest

from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.haat import machines
from hmk_graph.haat.animal_models import AnimalState
from hmk_graph.haat.deposit_models import DepositState
from hmk_graph.haat.lot_models import LotState
from hmk_graph.haat.machines import Actor
from hmk_graph.haat.models import SessionState
from hmk_graph.haat.sale_models import DealState, OfferState
from hmk_graph.state_machines import allowed, next_state, reachable

ALL = {
    "animal": (machines.ANIMAL, AnimalState, machines.AnimalCommand, AnimalState.REGISTERED),
    "offer": (machines.OFFER, OfferState, machines.OfferCommand, OfferState.PENDING),
    "lot": (machines.LOT, LotState, machines.LotCommand, LotState.DRAFT),
    "deal": (machines.DEAL, DealState, machines.DealCommand, DealState.AWAITING_PAYMENT),
    "deposit": (machines.DEPOSIT, DepositState, machines.DepositCommand, DepositState.DUE),
    "session": (machines.SESSION, SessionState, machines.SessionCommand, SessionState.PLANNED),
}
ENDS = {
    "animal": {"HANDED_OVER", "WITHDRAWN", "DEAD"},
    "offer": {"ACCEPTED", "REJECTED", "COUNTERED", "WITHDRAWN", "EXPIRED"},
    "lot": {"REJECTED", "CLOSED", "WITHDRAWN", "VOIDED"},
    "deal": {"COMPLETED", "DECLINED", "EXPIRED", "DEFAULTED", "CANCELLED", "REFUNDED"},
    "deposit": {"RETURNED", "LAPSED"},
    "session": {"REPORTED"},
}


@pytest.mark.parametrize("name", list(ALL))
def test_every_state_command_and_actor_is_allowed_or_refused_as_the_table_says(name: str) -> None:
    machine, states, commands, _ = ALL[name]
    for state, command, actor in product(states, commands, Actor):
        transition = machine.get((state, command))
        if transition is None:
            with pytest.raises(StaleState) as stale:
                next_state(machine, state, command, actor=actor)
            assert stale.value.current == state
        elif actor not in transition.by:
            with pytest.raises(NotAllowed):
                next_state(machine, state, command, actor=actor)
        else:
            assert next_state(machine, state, command, actor=actor) in set(states)
            assert command in allowed(machine, state, actor)


@pytest.mark.parametrize("name", list(ALL))
def test_exactly_the_ends_of_a_machine_lead_nowhere(name: str) -> None:
    machine, states, _, _ = ALL[name]

    assert {str(state) for state in states} - {str(state) for state, _ in machine} == ENDS[name]


@pytest.mark.parametrize("name", list(ALL))
def test_every_state_can_be_reached(name: str) -> None:
    machine, states, _, first = ALL[name]
    # A second chance begins as OFFERED, beside the usual beginning of a deal.
    reached = reachable(machine, {str(first), "OFFERED"} if name == "deal" else {str(first)})

    assert reached == {str(state) for state in states}


@pytest.mark.parametrize("name", list(ALL))
def test_every_command_leads_somewhere_and_every_step_has_somebody(name: str) -> None:
    machine, _, commands, _ = ALL[name]

    assert {command for _, command in machine} == set(commands)
    assert all(transition.by for transition in machine.values())


def test_only_the_side_that_did_not_make_an_offer_may_accept_it() -> None:
    assert "ACCEPT" in allowed(machines.OFFER, "PENDING", Actor.OTHER_SIDE)
    assert allowed(machines.OFFER, "PENDING", Actor.OFFER_MAKER) == ["WITHDRAW"]


def test_a_reserved_animal_is_not_its_sellers_alone_to_withdraw() -> None:
    assert "WITHDRAW" in allowed(machines.ANIMAL, "LISTED", Actor.SELLER)
    assert "WITHDRAW" not in allowed(machines.ANIMAL, "RESERVED", Actor.SELLER)
