"""The state machine of complaints: every state, move and actor is either allowed or refused."""

from itertools import product

import pytest

from hmk_graph.civic.machines import COMPLAINT, OPEN, Actor, Move
from hmk_graph.civic.models import ComplaintState
from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.state_machines import next_state, reachable


def test_every_state_move_and_actor_is_allowed_or_refused_as_the_table_says() -> None:
    for state, move, actor in product(ComplaintState, Move, Actor):
        transition = COMPLAINT.get((state, move))
        if transition is None:
            with pytest.raises(StaleState):
                next_state(COMPLAINT, state, move, actor=actor)
        elif actor not in transition.by:
            with pytest.raises(NotAllowed):
                next_state(COMPLAINT, state, move, actor=actor)
        else:
            assert next_state(COMPLAINT, state, move, actor=actor) in set(ComplaintState)


def test_the_end_leads_nowhere_and_all_else_can_be_reached() -> None:
    assert reachable(COMPLAINT, [ComplaintState.NEW]) == set(ComplaintState)
    assert {state for state, _ in COMPLAINT} == set(ComplaintState) - {ComplaintState.CLOSED}
    assert ComplaintState.CLOSED not in OPEN
