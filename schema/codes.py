"""All codes that a client may meet, as docs/codes.md lists them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import hmk_graph
import schema
from hmk_graph.errors import DomainError
from schema import errors

FILE = Path(__file__).parent.parent / "docs" / "codes.md"
OURS = ("hmk_graph.", "schema.")
HEAD = """# Codes

Written by `hmk sdl --write`. A refusal of a mutation is a member of its union with these fields:
`code messageBn messageEn field params retryable`. What concerns the request as a whole (not signed
in, too many, malformed, unavailable) comes as a top-level error with the same in `extensions`, and
with `retryAfter` in seconds where one can say it. Words in braces are filled in.

| Code | Type | English | বাংলা | Try again |
|---|---|---|---|---|
"""


def as_markdown() -> str:
    """Return the list of all codes, whatever else this process has loaded."""
    _load()
    rows = {
        (kind.code, _type_of(kind), kind.en, kind.bn, "yes" if kind.retryable else "")
        for kind in _refusals(DomainError)
    }
    rows |= {
        (code, "", errors.IN_ENGLISH[code], bengali, "")
        for code, bengali in errors.IN_BENGALI.items()
    }
    lines = ["| " + " | ".join((f"`{code}`", *rest)) + " |" for code, *rest in sorted(rows)]
    return HEAD + "\n".join(line.replace("\n", " ") for line in lines) + "\n"


def _load() -> None:
    for package, prefix, end in ((schema, "schema.", ""), (hmk_graph, "hmk_graph.", "errors")):
        for module in pkgutil.walk_packages(package.__path__, prefix):
            if module.name.endswith(end):
                importlib.import_module(module.name)


def _refusals(of: type[DomainError]) -> Iterator[type[DomainError]]:
    for kind in of.__subclasses__():
        if hasattr(kind, "code") and kind.__module__.startswith(OURS):
            yield kind
        yield from _refusals(kind)


def _type_of(kind: type[DomainError]) -> str:
    answer = errors.answer_to(kind)
    return f"`{answer.__strawberry_definition__.name}`" if answer else ""  # type: ignore[attr-defined]  # set by the decorator
