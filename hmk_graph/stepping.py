"""Takes one step of a machine as one guarded write (rules.md C1)."""

from __future__ import annotations

from typing import Any

from tortoise.exceptions import IntegrityError
from tortoise.models import Model

from hmk_graph.errors import StaleState
from hmk_graph.state_machines import Machine, next_state, states_for


async def step(row: Model, machine: Machine, command: str, actor: str, **changes: Any) -> None:
    """Move a locked row to the state that a command leads to, and set further columns with it.

    `Any`: the changes have the columns' types.

    Raises:
        StaleState: The step is not possible from where the row is.
        NotAllowed: It is possible, but not for this actor.
    """
    current: Any = getattr(row, "state")  # noqa: B009 - each of our machines' rows has one
    to = type(current)(next_state(machine, current, command, actor=actor))
    written = {"state": to, **changes}
    if "version" in row._meta.fields_map:
        written["version"] = row.version + 1  # type: ignore[attr-defined]
    if not await type(row).filter(pk=row.pk, state=current).update(**written):
        raise StaleState(current=str(current), allowed=states_for(machine, command))
    row.update_from_dict(written)


def violated(error: IntegrityError) -> str | None:
    """Return the name of the constraint that a write broke."""
    cause = error.args[0] if error.args else None
    name: str | None = getattr(cause, "constraint_name", None)
    return name
