"""Finds by reading the source which refusals a function can meet, in whatever it calls."""

from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections.abc import Callable, Collection
from functools import cache
from types import FunctionType, MethodType, ModuleType
from typing import Any

from hmk_graph.errors import DomainError

OURS = ("hmk_graph", "schema")
Function = Callable[..., Any]


def refusals_of(
    function: Function, *, but_not_through: Collection[Function] = ()
) -> dict[type[DomainError], str]:
    """Return each refusal that may come out, with the calls that lead to it.

    It reads generously: whatever a function names it may call, and nothing is taken as caught.
    """
    found: dict[type[DomainError], str] = {}
    seen = {plain(each) for each in but_not_through}
    waiting = [(plain(function), "")]
    while waiting:
        one, way = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        way = f"{way} > {one.__qualname__}"
        raises, names = _read(one)
        for refusal in raises:
            found.setdefault(refusal, way)
        waiting += [(each, way) for each in names]
    return found


def plain(function: Function) -> FunctionType:
    unwrapped = inspect.unwrap(getattr(function, "__func__", function))
    assert isinstance(unwrapped, FunctionType)
    return unwrapped


@cache
def _read(function: FunctionType) -> tuple[set[type[DomainError]], set[FunctionType]]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    names = {**function.__globals__, **_imported_within(tree)}
    raises = set()
    calls = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            raised = _meant(node.exc.func if isinstance(node.exc, ast.Call) else node.exc, names)
            if isinstance(raised, type) and issubclass(raised, DomainError):
                raises.add(raised)
        if isinstance(node, ast.Name | ast.Attribute):
            calls |= set(_functions(_meant(node, names)))
    return raises, calls


def _imported_within(tree: ast.AST) -> dict[str, Any]:
    return {
        alias.asname or alias.name: getattr(importlib.import_module(node.module or ""), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _meant(node: ast.expr, names: dict[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        of = _meant(node.value, names)
        return getattr(of, node.attr, None) if isinstance(of, ModuleType | type) else None
    return None


def _functions(thing: Any) -> list[FunctionType]:
    """Return what is called when a thing is: a function, or how an object is made."""
    if isinstance(thing, MethodType):
        thing = thing.__func__
    if isinstance(thing, FunctionType):
        function = plain(thing)
        return [function] if function.__module__.split(".")[0] in OURS else []
    if isinstance(thing, type) and thing.__module__.split(".")[0] in OURS:
        made = thing.__dict__.get("__post_init__")
        return [made] if isinstance(made, FunctionType) else []
    return []
