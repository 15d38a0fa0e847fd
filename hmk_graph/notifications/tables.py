"""The whole table of who is told what, joined from the modules in `telling/`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import ModuleType
from typing import Any

from hmk_graph.notifications import telling
from hmk_graph.notifications.rows import Guard, Rows, Texted, Told


def modules() -> list[ModuleType]:
    """Return the modules of all contexts; they are found by being there."""
    found = pkgutil.iter_modules(telling.__path__)
    return [importlib.import_module(f"{telling.__name__}.{one.name}") for one in found]


def _joined(name: str) -> dict[str, Any]:  # Any: rows or guards
    joined: dict[str, Any] = {}
    for module in modules():
        own = getattr(module, name)
        if twice := joined.keys() & own.keys():
            raise TypeError(f"{sorted(twice)} stand in {module.__name__} and elsewhere")
        joined |= own
    return joined


ROWS: Rows = _joined("ROWS")
GUARDS: Mapping[str, Guard] = _joined("GUARDS")
TOLD_KINDS = frozenset(
    kind for kind, rows in ROWS.items() if any(isinstance(row, Told | Texted) for row in rows)
)
