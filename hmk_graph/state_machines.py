"""State machines as data: from which state, by which command, to which, by whom.

A context writes one table for each machine of rules.md; its activities, what a viewer is offered
and the tests all read the same table. A table says who may try; what else must hold (a slot free, a
bid in time) is the activity's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hmk_graph.errors import NotAllowed, StaleState


@dataclass(frozen=True)
class Transition:
    """Where a command leads, and in which parts somebody may give it."""

    to: str
    by: frozenset[str]


Machine = Mapping[tuple[str, str], Transition]
"""By (state, command). A pair that is not there is impossible for everybody."""


def to(state: str, *by: str) -> Transition:
    """Return the step to a state, open to these parts."""
    return Transition(state, frozenset(by))


def allowed(machine: Machine, state: str, *actors: str) -> list[str]:
    """Return the commands that somebody in these parts may give, in the order of the table."""
    return [
        command
        for (at, command), transition in machine.items()
        if at == state and not transition.by.isdisjoint(actors)
    ]


def states_for(machine: Machine, command: str) -> list[str]:
    """Return the states from which a command leads somewhere."""
    return [state for state, known in machine if known == command]


def next_state(machine: Machine, state: str, command: str, *, actor: str) -> str:
    """Return the state that a command leads to.

    Raises:
        StaleState: The command is impossible from here, for everybody.
        NotAllowed: It is possible, but not for this actor.
    """
    transition = machine.get((state, command))
    if transition is None:
        raise StaleState(current=state, allowed=states_for(machine, command))
    if actor not in transition.by:
        raise NotAllowed
    return transition.to


def reachable(machine: Machine, beginnings: Iterable[str]) -> set[str]:
    """Return the states that can be come to from some beginnings, those among them."""
    reached = set(beginnings)
    while further := {t.to for (state, _), t in machine.items() if state in reached} - reached:
        reached |= further
    return reached
