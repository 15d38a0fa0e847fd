"""Plans answer the ordinary case, and leave every other to graphql-core."""

from __future__ import annotations

from enum import Enum
from typing import Any

import pytest
import strawberry

from schema import plans
from schema.plans import Planned, there


@strawberry.enum
class Case(Enum):
    UPPER = "upper"
    LOWER = "lower"


@strawberry.type
class Leaf:
    number: int
    name: str | None

    @strawberry.field
    def loud(self) -> str:
        return str(self.name).upper()

    @strawberry.field
    def broken(self) -> str:
        raise ValueError(f"no {self.number}")

    @strawberry.field
    def lying(self) -> int:
        return "seven"  # type: ignore[return-value]

    @strawberry.field
    def repeated(self, times: int = 2) -> str:
        return str(self.name) * times

    @strawberry.field
    def in_letters(self, letter_case: Case = Case.UPPER, only: list[int] | None = None) -> str:
        assert isinstance(letter_case, Case)
        letters = str(self.name) if only is None else "".join(str(self.name)[n] for n in only)
        return letters.upper() if letter_case is Case.UPPER else letters.lower()


@strawberry.type
class Branch:
    leaves: list[Leaf]
    best: Leaf | None = None
    known: strawberry.Private[str | None] = None
    asked: strawberry.Private[int] = 0

    def ready_slow(self) -> str:
        return there(self.known)

    @strawberry.field
    async def slow(self) -> str:
        self.asked += 1
        return "the long way"


BRANCHES: list[Branch] = []


@strawberry.type
class Query:
    @strawberry.field
    def branches(self) -> list[Branch]:
        return BRANCHES


STOCK = strawberry.Schema(Query)
PLANNED = strawberry.Schema(Query, execution_context_class=Planned)


@pytest.fixture(autouse=True)
def branches():
    leaves = [Leaf(number=1, name="one"), Leaf(number=2, name=None)]
    BRANCHES[:] = [Branch(leaves=leaves, best=leaves[0]), Branch(leaves=[])]
    yield
    BRANCHES.clear()


async def both(query: str, **variables: Any) -> Any:
    """Return what both say, which has to be the same, errors and their places included."""
    stock = await STOCK.execute(query, variable_values=variables)
    planned = await PLANNED.execute(query, variable_values=variables)
    assert planned.data == stock.data
    assert [error.formatted for error in planned.errors or ()] == [
        error.formatted for error in stock.errors or ()
    ]
    assert list(planned.data or ()) == list(stock.data or ())
    return planned


@pytest.mark.parametrize(
    "query",
    [
        "{ branches { leaves { number name loud } best { number } } }",
        "{ branches { __typename leaves { again: number number __typename } } }",
        "{ branches { leaves { ...L } } } fragment L on Leaf { number ... on Leaf { name } }",
        "{ branches { leaves { number } ... { leaves { name } } } }",
        "query ($y: Boolean = true) { branches { leaves { number @skip(if: $y) name } } }",
        "query ($y: Boolean = true) { branches { leaves @include(if: $y) { name } } }",
        "{ branches { leaves { repeated(times: 3) other: repeated } } }",
        "query ($n: Int! = 3) { branches { leaves { repeated(times: $n) } } }",
        "{ branches { leaves { inLetters low: inLetters(letterCase: LOWER) } } }",
        "{ branches { leaves { inLetters(letterCase: LOWER, only: [0, 1]) } } }",
        "{ branches { leaves { inLetters(only: [9]) number } } }",
        "{ branches { slow leaves { number } } }",
        "{ branches { best { broken } } }",
        "{ branches { leaves { number broken } } }",
        "{ branches { best { lying } leaves { number } } }",
        "{ __schema { types { name fields { name } } } branches { leaves { number } } }",
    ],
)
async def test_what_a_plan_answers_is_what_graphql_core_answers(query: str):
    await both(query)


async def test_what_must_not_be_null_is_told_as_graphql_core_tells_it():
    BRANCHES[0].leaves[0].number = None  # type: ignore[assignment]
    answer = await both("{ branches { best { number } leaves { number } } }")

    assert answer.errors


async def test_what_was_read_with_the_list_is_taken_and_what_was_not_goes_the_long_way():
    BRANCHES[0].known = "at once"

    answer = await PLANNED.execute("{ branches { slow } }")

    assert answer.data == {"branches": [{"slow": "at once"}, {"slow": "the long way"}]}
    assert [branch.asked for branch in BRANCHES] == [0, 1]


async def test_a_variable_is_not_kept_in_a_plan():
    query = "query ($n: Int!) { branches { leaves { repeated(times: $n) } } }"
    once, twice = await both(query, n=1), await both(query, n=2)

    assert once.data["branches"][0]["leaves"][0] == {"repeated": "one"}
    assert twice.data["branches"][0]["leaves"][0] == {"repeated": "oneone"}


async def test_one_document_gets_one_plan_and_the_oldest_are_forgotten(monkeypatch):
    monkeypatch.setattr(plans, "MOST_KEPT", 8)
    plans._plans.clear()
    for n in range(20):
        await both(f"{{ branches {{ a{n}: leaves {{ number }} }} }}")

    assert len(plans._plans) <= 8 + 1
