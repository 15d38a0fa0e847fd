"""What an operation asks for further below, so that a list can read it for all of its things."""

from __future__ import annotations

from graphql import FieldNode, FragmentSpreadNode, SelectionSetNode

from schema.context import Info


def asks_for(info: Info, name: str) -> bool:
    """Say whether a field of this name stands anywhere below the one that is resolved.

    It may be of another type, or left out by a directive: then something was read in vain.
    """
    fragments = info._raw_info.fragments
    waiting = [node.selection_set for node in info._raw_info.field_nodes]
    spread: set[str] = set()
    while waiting:
        selections: SelectionSetNode | None = waiting.pop()
        for item in selections.selections if selections else ():
            if isinstance(item, FragmentSpreadNode):
                if item.name.value not in spread:
                    spread.add(item.name.value)
                    waiting.append(fragments[item.name.value].selection_set)
                continue
            if isinstance(item, FieldNode) and item.name.value == name:
                return True
            waiting.append(item.selection_set)  # type: ignore[attr-defined]  # fields and fragments
    return False
