"""Reads the house's own source, for the tests by which it looks after itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("hmk_graph", "schema", "realtime", "storage")
# What is made, fetched or kept by tools, not written by us.
NOT_OURS = {"node_modules", "__pycache__", "dist", ".git", ".venv", ".hmk", ".hypothesis"}


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, and what it says."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text)

    @property
    def nodes(self) -> list[ast.AST]:
        return walked(self.text)

    def at(self, node: ast.AST, what: str = "") -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)} {what or ast.unparse(node)[:90]}"


@cache
def parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def walked(text: str) -> list[ast.AST]:
    return list(ast.walk(parsed(text)))


@cache
def sources() -> list[Source]:
    """Return all Python files of the four packages."""
    return [
        Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if NOT_OURS.isdisjoint(path.parts)
    ]


def files() -> Iterator[Path]:
    """Walk over every file of the tree that is ours."""
    waiting = [ROOT]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.name in NOT_OURS or path.name.endswith("_cache"):
                continue
            if path.is_dir():
                waiting += [path] if not path.is_symlink() else []
            else:
                yield path


def called(node: ast.AST) -> str:
    """Return the last name of what is called: `b` of `a.b(...)`; "" if it is no call."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def receiver(node: ast.AST) -> str:
    """Return what a method is called on: `a` of `a.b(...)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return ast.unparse(node.func.value)
    return ""


def strings(source: Source) -> Iterator[ast.Constant]:
    """Return the strings of a file that are no docstrings."""
    docs = {
        id(node.body[0].value)
        for node in source.nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node
