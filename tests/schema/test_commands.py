"""A mutation of one field is carried out by its plan as graphql-core would carry it out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any

import graphql
import pytest
import strawberry
from graphql import parse

from hmk_graph.errors import DomainError
from hmk_graph.money import Paisa
from schema import commands, scalars
from schema.errors import ErrorsAsData, Schema, UserError, answers
from schema.limits import Parsed

DONE: list[tuple[Any, ...]] = []


class TooDear(DomainError):
    """The price is above what one has."""

    code = "TOO_DEAR"
    bn = "দাম বেশি।"
    en = "It costs {price}."


class Forgotten(DomainError):
    """A refusal that the field's union does not hold."""

    code = "FORGOTTEN"
    bn = "ভুলে গেছি।"
    en = "Forgotten."


@answers(TooDear)
@strawberry.type
class CostsTooMuch(UserError):
    price: Paisa


@strawberry.type
class Bought:
    name: str
    price: Paisa | None
    note: str | None = None

    @strawberry.field
    def broken(self) -> str:
        raise ValueError("a fault of ours")

    @strawberry.field
    def maybe(self) -> str | None:
        raise ValueError("another fault of ours")

    @strawberry.field
    async def slow(self) -> str:
        return "waited for"


BuyResult = Annotated[Bought | CostsTooMuch, strawberry.union("BuyResult")]


@strawberry.input
class BuyInput:
    name: str
    price: Paisa
    how_many: int


@strawberry.input
class BasketInput:
    of: str
    things: list[BuyInput]


@strawberry.input
class LooseInput:
    name: str
    note: str | None = None


@strawberry.type
class Query:
    @strawberry.field
    def there(self) -> bool:
        return True


@strawberry.type
class Mutation:
    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def buy(self, info: strawberry.Info, input: BuyInput) -> BuyResult:
        DONE.append(("buy", info.context["who"], input.name, input.price, input.how_many))
        if input.price > 100:
            raise TooDear(price=input.price)
        if input.name == "odd":
            raise Forgotten
        if input.name == "fault":
            raise ValueError("nobody expected it")
        return Bought(name=input.name, price=input.price)

    @strawberry.mutation
    async def loose(self, info: strawberry.Info, input: LooseInput) -> Bought:
        DONE.append(("loose", input.name, input.note))
        return Bought(name=input.name, price=None, note=input.note)

    @strawberry.mutation
    async def fill(self, info: strawberry.Info, basket: BasketInput) -> Bought:
        DONE.append(("fill", [(each.name, each.price, each.how_many) for each in basket.things]))
        return Bought(name=basket.of, price=Paisa(sum(each.price for each in basket.things)))

    @strawberry.mutation
    async def plain(self, info: strawberry.Info, name: str, how_many: int) -> Bought:
        DONE.append(("plain", name, how_many))
        return Bought(name=name * how_many, price=None)


class ByPlan(Schema):
    def _get_execute_function(self) -> Callable[..., Any]:
        return commands.execute


BY_PLAN = ByPlan(Query, Mutation, config=scalars.config())
BY_CORE = Schema(Query, Mutation, config=scalars.config())
FIELDS = "__typename ... on Bought { name price } ... on UserError { code messageBn params }"
BUY = f"mutation ($input: BuyInput!) {{ buy(input: $input) {{ {FIELDS} }} }}"
GOOD = {"name": "a cow", "price": 90, "howMany": 2}


def planned(document: str) -> bool:
    return commands.command_of(BY_PLAN._schema, Parsed(parse(document)), None) is not None


async def both(document: str, variables: Any) -> Any:
    """Ask both ways; return the one answer, after it was seen that the same was done."""
    seen = []
    for schema in (BY_PLAN, BY_CORE):
        DONE.clear()
        result = await schema.execute(
            document, variable_values=variables, context_value={"who": "Rahim"}
        )
        errors = [dict(error.formatted) for error in result.errors or ()]
        for error in errors:
            error["extensions"].pop("reference", None)  # drawn anew for each fault
        seen.append(({"data": result.data, "errors": errors}, list(DONE)))
    assert seen[0] == seen[1]
    return seen[0][0]


@pytest.mark.parametrize(
    "given",
    [
        GOOD,
        GOOD | {"price": "৯০"},
        GOOD | {"price": 101},
        GOOD | {"name": "odd"},
        GOOD | {"name": "fault"},
    ],
)
async def test_a_command_is_carried_out_as_graphql_core_does(given: dict[str, Any]):
    assert planned(BUY)
    answer = await both(BUY, {"input": given, "unasked": 1})
    assert answer["data"] or answer["errors"]


@pytest.mark.parametrize(
    "variables",
    [
        None,
        {},
        {"input": None},
        {"input": []},
        {"input": {}},
        {"input": GOOD | {"more": 1}},
        {"input": GOOD | {"price": 1.5}},
        {"input": GOOD | {"howMany": "2"}},
        {"input": GOOD | {"howMany": True}},
        {"input": GOOD | {"howMany": None}},
        {"input": GOOD | {"name": 7}},
        {"input": {"name": "a cow", "price": 90}},
        {"input": {"name": "a cow", "price": 90, "how_many": 2}},
    ],
)
async def test_what_cannot_be_read_is_refused_as_graphql_core_refuses_it(variables: Any):
    answer = await both(BUY, variables)
    assert answer["data"] is None
    assert answer["errors"]
    assert not DONE


@pytest.mark.parametrize(
    ("selection", "has_plan"),
    [
        ("cow: buy(input: $input) { ... on Bought { of: name } }", True),
        ("buy(input: $input) { ... on CostsTooMuch { price code } __typename }", True),
        ("buy(input: $input) { ...Told }", True),
        ("buy(input: $input) { ... on Bought { broken } }", True),
        ("buy(input: $input) { ... on Bought { name maybe } }", True),
        ("buy(input: $input) { ... on Bought { slow } }", False),
        ("buy(input: $input) { ... on Bought { name @skip(if: true) } }", False),
        ("buy(input: $input) @include(if: true) { __typename }", False),
        ("buy(input: $input) { __typename } again: buy(input: $input) { __typename }", False),
        ("...Both", False),
        ("__typename", False),
    ],
)
async def test_whatever_is_selected_is_answered_as_graphql_core_answers_it(
    selection: str, has_plan: bool
):
    document = (
        f"mutation ($input: BuyInput!) {{ {selection} }}"
        " fragment Told on UserError { code messageEn }"
        " fragment Both on Mutation { buy(input: $input) { __typename } }"
    )
    assert planned(document) is has_plan
    # The rules for unused variables and fragments are not this test's matter.
    for given in (GOOD, GOOD | {"price": 101}):
        answer = await unchecked(document, given)
        assert answer[0] == answer[1]


async def unchecked(document: str, given: dict[str, Any]) -> list[Any]:
    """Execute both ways without validation."""
    found = []
    for execute in (commands.execute, graphql.execute):
        result = execute(
            BY_PLAN._schema,
            parse(document),
            middleware=graphql.MiddlewareManager(),
            variable_values={"input": given},
            operation_name=None,
            context_value={"who": "Rahim"},
        )
        result = await result if not isinstance(result, graphql.ExecutionResult) else result
        errors = [(error.message, error.path) for error in result.errors or ()]
        found.append((json.dumps(result.data), errors))
    return found


@pytest.mark.parametrize(
    ("things", "is_good"),
    [
        ([GOOD, GOOD | {"name": "a goat"}], True),
        ([], True),
        ([GOOD, None], False),
        (None, False),
        (GOOD, True),  # GraphQL takes one for a list of one
        ([GOOD, {"name": "a goat"}], False),
    ],
)
async def test_inputs_hold_lists_of_inputs(things: object, is_good: bool):
    document = (
        "mutation ($of: String!, $things: [BuyInput!]!)"
        " { fill(basket: {of: $of, things: $things}) { name price } }"
    )
    assert planned(document)
    answer = await both(document, {"of": "Karim", "things": things})
    assert (answer["data"] is not None) is is_good


@pytest.mark.parametrize(
    ("document", "has_plan"),
    [
        ('mutation { buy(input: {name: "a", price: 1, howMany: 1}) { __typename } }', False),
        (
            "mutation ($n: String!, $m: Int!)"
            " { buy(input: {name: $n, howMany: $m, price: 5}) { __typename } }",
            False,
        ),
        (
            "mutation ($n: String!, $m: Int!, $p: Paisa!)"
            " { buy(input: {name: $n, howMany: $m, price: $p}) { __typename } }",
            True,
        ),
        ("mutation ($input: LooseInput!) { loose(input: $input) { name note } }", False),
        ("mutation ($n: String!, $m: Int!) { plain(name: $n, howMany: $m) { name } }", True),
        ("mutation ($n: String!) { plain(name: $n, howMany: 2) { name } }", False),
        ('mutation ($n: String! = "a", $m: Int!) { plain(name: $n, howMany: $m) { name } }', False),
        ("query { there }", False),
    ],
)
async def test_what_is_not_the_ordinary_case_is_left_to_graphql_core(document: str, has_plan: bool):
    assert planned(document) is has_plan
    variables = {"input": {"name": "a"}, "n": "a", "m": 3, "p": 7}
    assert (await both(document, variables))["data"]
