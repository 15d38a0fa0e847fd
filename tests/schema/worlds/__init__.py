"""Whose things stand where when everybody asks for everything: one module for each context.

A module is found by being here. It may have:

- `furnish()`, which makes its things and returns them as the fields of `World`, all optional;
- `OPEN_TO_ALL`: mutations that everybody may use on what everybody may see;
- `PUBLIC`: arguments whose things everybody may read, so that an unknown one is told from a known;
- `KINDS`: which type an id argument names, where its own name does not say so (`eventId` does);
- `OWNED`: the tables whose rows belong to somebody.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def modules() -> list[ModuleType]:
    """Return the module of each context."""
    found = pkgutil.iter_modules(__path__)
    return [importlib.import_module(f"{__name__}.{module.name}") for module in found]
