"""What was promised to clients is kept, or its breaking is declared."""

from __future__ import annotations

import pytest
from graphql import build_schema

from schema import codes, released

PROMISED = """
type Query { lot(id: ID!): Lot animal: Animal }
type Lot { title: String! price: Int }
type Animal { name: String }
input Bid { amount: Int! }
enum State { OPEN CLOSED }
union Found = Lot | Animal
"""
GONE = "Lot.price was removed."


def faults(present: str, declared: str = "") -> list[str]:
    return released.faults(build_schema(present), released=PROMISED, declared=declared)


def test_what_is_added_breaks_nobody():
    more = PROMISED.replace("price: Int", "price: Int endsAt: String")

    assert faults(more + "type New { id: ID }") == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("price: Int", ""),
        ("price: Int", "price: String"),
        ("title: String!", "title: String"),
        ("lot(id: ID!)", "lot(id: ID!, haat: ID!)"),
        ("amount: Int!", "amount: Int! key: ID!"),
        ("OPEN CLOSED", "OPEN"),
        ("Lot | Animal", "Lot"),
    ],
)
def test_what_breaks_a_client_is_named(was: str, becomes: str):
    [fault] = faults(PROMISED.replace(was, becomes))

    assert fault.startswith("breaks clients: ")


def test_what_is_declared_may_break():
    without = PROMISED.replace("price: Int", "")
    [fault] = faults(without)
    declared = fault.removeprefix("breaks clients: ")

    assert faults(without, f"# Nobody knew what it meant.\n{declared}\n") == []


def test_a_declaration_that_is_not_so_is_a_fault_too():
    [fault] = faults(PROMISED, GONE)

    assert fault == f"is declared in breaking.txt and is not so: {GONE}"


def test_every_code_is_listed_once_for_each_refusal():
    lines = codes.as_markdown().splitlines()

    assert "`RATE_LIMITED`" in "".join(lines)
    assert len(lines) == len(set(lines)) + lines.count("") - 1
    assert lines == codes.FILE.read_text(encoding="utf-8").splitlines()
