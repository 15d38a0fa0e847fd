"""How much a request may ask."""

from __future__ import annotations

import sys

import pytest
from graphql import get_introspection_query, get_operation_ast, parse

from schema.cost import INTROSPECTION_COST, cost, fixed_cost
from schema.errors import Schema
from schema.limits import HOUSE, Limits, faults_of
from tests.schema.toy import context, toy_schema

SCHEMA = toy_schema()
TEN = " ".join(f"a{i}: hello" for i in range(10))


def doubling(
    count: int, *, inside: str = "{ ...F0 }", on: str = "Query", leaf: str = "hello"
) -> str:
    """Write fragments that each spread the next one twice."""
    chain = [f"fragment F{i} on {on} {{ ...F{i + 1} ...F{i + 1} }}" for i in range(count)]
    return "\n".join([inside, *chain, f"fragment F{count} on {on} {{ {leaf} }}"])


async def codes(query: str, *, viewer_id: int | None = None, **variables: object) -> list[str]:
    result = await SCHEMA.execute(query, variables, context_value=context(viewer_id))
    return [error.extensions["code"] for error in result.errors or []]


async def counted(query: str) -> tuple[list[str], int]:
    """Return the codes and how many functions were called to find them: the same on any machine."""
    await codes(query)  # what is remembered for the second time is no part of it
    calls = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        found = await codes(query)
    finally:
        sys.setprofile(before)
    return found, calls


def nested(depth: int) -> str:
    return "{ cow" + " { mother" * (depth - 2) + " { name }" + " }" * (depth - 2) + " }"


@pytest.mark.parametrize(
    ("what", "largest", "too_large"),
    [
        ("depth", nested(12), nested(13)),
        (
            "aliases",
            "{ cow {" + " ".join(f"a{i}: name" for i in range(30)) + "} }",
            "{ cow {" + " ".join(f"a{i}: name" for i in range(31)) + "} }",
        ),
        (
            "root fields",
            "{ hello " + " ".join(f"a{i}: hello" for i in range(9)) + "}",
            "{ hello " + " ".join(f"a{i}: hello" for i in range(10)) + "}",
        ),
        (
            "root fields",
            "{ ...F } fragment F on Query {" + TEN + "}",
            "{ hello ...F } fragment F on Query {" + TEN + "}",
        ),
        (
            "directives",
            "{ cow {" + "name @skip(if: false) " * 50 + "} }",
            "{ cow {" + "name @skip(if: false) " * 51 + "} }",
        ),
        ("selections", "{ cow {" + "name " * 499 + "} }", "{ cow {" + "name " * 500 + "} }"),
        ("cost", "{ cows(first: 100) { edges { cursor } } }",
         "{ cows(first: 51) { edges { node { calves(first: 51) { edges { cursor } } } } } }"),
    ],
)  # fmt: skip
async def test_the_largest_passes_and_one_more_is_refused(what: str, largest: str, too_large: str):
    passed = await SCHEMA.execute(largest, context_value=context())
    refused = await SCHEMA.execute(too_large, context_value=context())

    assert passed.errors is None
    assert refused.data is None
    [error] = refused.errors or []
    assert error.extensions["code"] == "QUERY_TOO_COMPLEX"
    assert what in error.message
    assert error.extensions["messageBn"].startswith("প্রশ্নটি")


async def test_a_thousand_guesses_in_one_request_are_refused():
    query = "{" + " ".join(f'a{i}: echo(text: "{i}")' for i in range(150)) + "}"

    assert await codes(query) == ["QUERY_TOO_COMPLEX"]


async def test_tokens_over_the_limit_are_refused_while_parsing():
    query = "{" + "hello " * 2_000 + "}"

    assert await codes(query) == ["GRAPHQL_PARSE_FAILED"]


@pytest.mark.parametrize(
    "bomb",
    [
        doubling(60),
        doubling(60, inside="{ __schema { types { ...F0 } } }", on="__Type", leaf="name"),
        doubling(60, inside="{ hello }"),
        doubling(60, inside="{ cow { ...F0 } }", on="Cow", leaf="mother { name }"),
        doubling(60).replace("{ hello }", "{ ...F0 }"),
        doubling(190),
    ],
    ids=["plain", "introspection", "not even used", "nested", "a cycle", "as long as tokens allow"],
)
async def test_doubling_fragments_are_refused_without_being_unfolded(bomb: str):
    # Unfolded they would be looked at until the end of the universe, not until the test's patience.
    found = await codes(bomb)

    assert found in (["QUERY_TOO_COMPLEX"], ["GRAPHQL_VALIDATION_FAILED"])


async def test_many_same_fields_are_refused_before_they_are_compared_with_each_other():
    found, calls = await counted("{" + "cow { name } " * 390 + "}")
    of_half, calls_of_half = await counted("{" + "cow { name } " * 195 + "}")

    assert found == ["QUERY_TOO_COMPLEX"]
    assert of_half == ["QUERY_TOO_COMPLEX"]
    # Each compared with each would be four times as many.
    assert calls < 2.5 * calls_of_half


async def test_the_cost_of_a_signed_in_viewer_may_be_larger():
    query = "{ cows(first: 70) { edges { node { calves(first: 70) { edges { cursor } } } } } }"

    assert await codes(query) == ["QUERY_TOO_COMPLEX"]
    assert await codes(query, viewer_id=7) == []


def price(query: str, **variables: object) -> int:
    document = parse(query)
    operation = get_operation_ast(document)
    assert operation is not None
    return cost(SCHEMA._schema, document, operation, variables)


@pytest.mark.parametrize(
    ("query", "variables", "expected"),
    [
        ("{ hello }", {}, 1),
        ("{ hello __typename }", {}, 1),
        ("{ cow { name mother { name } } }", {}, 4),
        ("{ cows(first: 7) { edges { cursor } } }", {}, 1 + 7 * 2),
        ("{ cows { edges { cursor } } }", {}, 1 + 20 * 2),
        ("{ cows(last: 3) { edges { cursor } } }", {}, 1 + 3 * 2),
        ("{ cows(first: null) { edges { cursor } } }", {}, 1 + 20 * 2),
        ("{ cows(first: 0) { edges { cursor } } }", {}, 1 + 2),
        ("{ cows(first: -100) { edges { cursor } } }", {}, 1 + 2),
        ("{ ten { name } }", {}, 1 + 10),
        ("query($n: Int) { cows(first: $n) { edges { cursor } } }", {"n": 50}, 1 + 50 * 2),
        ("query($n: Int) { cows(first: $n) { edges { cursor } } }", {}, 1 + 20 * 2),
        ("query($n: Int) { cows(first: $n) { edges { cursor } } }", {"n": "x"}, 1 + 100 * 2),
        ("query($n: Int = 5) { cows(first: $n) { edges { cursor } } }", {}, 1 + 5 * 2),
        (
            "{ cows(first: 3) { edges { node { calves(first: 4) { edges { cursor } } } } } }",
            {},
            1 + 3 * (2 + 1 + 4 * 2),
        ),
        ("{ cows(first: 3) { ...F } } fragment F on CowConnection { edges { cursor } }", {}, 7),
        ("{ cows(first: 3) { ... on CowConnection { edges { cursor } } } }", {}, 7),
        ("mutation { bid(amount: 1) { ... on Done { amount } } }", {}, 2),
        ("{ __schema { types { name } } }", {}, INTROSPECTION_COST),
    ],
)
def test_the_cost_is_the_product_of_the_page_sizes(
    query: str, variables: dict[str, object], expected: int
):
    assert price(query, **variables) == expected


async def test_a_document_is_validated_once_for_all_requests():
    faults_of.cache_clear()
    query = "query($n: Int) { cows(first: $n) { edges { cursor } } }"

    for n in range(5):
        result = await SCHEMA.execute(query, {"n": n + 1}, context_value=context(n or None))
        assert result.errors is None

    found = faults_of.cache_info()
    assert (found.misses, found.hits) == (1, 4)


async def test_a_faulty_document_is_answered_alike_from_the_cache():
    faults_of.cache_clear()

    answers = [await SCHEMA.execute("{ nothing }", context_value=context()) for _ in range(3)]

    assert faults_of.cache_info().hits == 2
    assert len({str([e.formatted for e in answer.errors or []]) for answer in answers}) == 1


async def test_the_standard_introspection_passes_for_anybody():
    result = await SCHEMA.execute(
        get_introspection_query(directive_is_repeatable=True), context_value=context()
    )

    assert result.errors is None


@pytest.mark.parametrize("schema", [toy_schema(Limits(seconds=0.05))])
async def test_an_answer_that_takes_too_long_is_given_up_in_process_too(schema: Schema):
    result = await schema.execute("{ slow }", context_value=context())

    [error] = result.errors or []
    assert error.extensions["code"] == "TIMEOUT"


def test_the_limits_are_those_of_the_house_rules():
    assert (HOUSE.depth, HOUSE.aliases, HOUSE.root_fields, HOUSE.tokens) == (12, 30, 10, 2_000)
    assert (HOUSE.cost_anonymous, HOUSE.cost_signed_in) == (5_000, 20_000)


@pytest.mark.parametrize(
    ("query", "varies"),
    [
        ("{ cows(first: 30) { edges { cursor } } }", False),
        ("{ cows { edges { cursor } } }", False),
        ("query ($n: Int = 5) { cows(first: $n) { edges { cursor } } }", True),
        ("query ($n: Int) { ...F } fragment F on Query { cows(last: $n) { __typename } }", True),
        ("query ($n: Int) { cows(first: 3) { edges { cursor @include(if: $n) } } }", False),
    ],
)  # fmt: skip
def test_a_cost_is_kept_only_where_no_variable_decides_on_it(query: str, varies: bool):
    document = parse(query)
    operation = get_operation_ast(document)
    assert operation is not None

    kept = fixed_cost(SCHEMA._schema, document, operation)

    assert (kept is None) == varies
    assert varies or kept == price(query, n=77)
