"""What the outside hears when something goes wrong, and what goes over the wire as a value."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import asyncpg
import pytest
from graphql import GraphQLError
from tortoise.exceptions import DBConnectionError, OperationalError

from hmk_graph import errors
from hmk_graph.errors import NotFound
from schema import ids, scalars
from schema.causes import as_refusal
from schema.errors import UserError, answer_to, answers
from tests.schema import toy
from tests.schema.toy import SCHEMA_WITH_HINTS, context, toy_schema

SCHEMA = toy_schema()
BID = "mutation($amount: Paisa!, $how: String) { bid(amount: $amount, how: $how) %s }"
ALL_FIELDS = (
    "{ __typename ... on UserError { code messageBn messageEn field params retryable }"
    " ... on TooLow { minimum } ... on Done { amount } }"
)


async def ask(query: str, **variables: Any) -> Any:
    return await SCHEMA.execute(query, variables, context_value=context())


async def the_error(query: str, **variables: Any) -> dict[str, Any]:
    result = await ask(query, **variables)
    [error] = result.errors
    extensions: dict[str, Any] = error.extensions
    assert extensions["messageEn"] == error.message
    assert extensions["messageBn"]
    return extensions


async def test_a_refusal_that_the_union_knows_is_data():
    result = await ask(BID % ALL_FIELDS, amount=100)

    assert result.errors is None
    assert result.data["bid"] == {
        "__typename": "TooLow",
        "code": "TOO_LOW",
        "messageBn": "কমপক্ষে ৫০০ দিন।",
        "messageEn": "Give at least 500.",
        "field": "amount",
        "params": {"minimum": 500},
        "retryable": False,
        "minimum": 500,
    }


async def test_not_found_is_data_in_a_mutation():
    result = await ask(BID % ALL_FIELDS, amount=600, how="missing")

    assert result.data["bid"]["__typename"] == "NotFound"
    assert result.data["bid"]["messageBn"] == "এটি পাওয়া যায়নি।"


async def test_a_success_is_itself():
    result = await ask(BID % ALL_FIELDS, amount=600)

    assert result.data["bid"] == {"__typename": "Done", "amount": 600}


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("forbidden", {"code": "FORBIDDEN", "retryable": False}),
        ("often", {"code": "RATE_LIMITED", "retryable": True, "retryAfter": 30}),
        ("input", {"code": "BAD_USER_INPUT", "retryable": False, "field": "phone"}),
        ("refused", {"code": "UNAVAILABLE", "retryable": True, "retryAfter": 2}),
    ],
)
async def test_a_refusal_that_the_union_does_not_know_is_a_top_level_error(
    how: str, expected: dict[str, Any]
):
    found = await the_error(BID % "{ __typename }", amount=600, how=how)

    assert {k: v for k, v in found.items() if not k.startswith("message")} == expected


async def test_what_nobody_expected_is_masked_and_logged_under_its_reference(
    caplog: pytest.LogCaptureFixture,
):
    result = await ask('{ fails(how: "bug") }')

    [error] = result.errors
    assert error.message == "Something went wrong"
    assert error.extensions["messageBn"] == "কিছু একটা ভুল হয়েছে"
    assert error.path == ["fails"]
    assert "secret" not in str(error.formatted)
    [record] = caplog.records
    assert error.extensions["reference"] in record.getMessage()
    assert "secret" in caplog.text


async def test_refusals_and_mistakes_of_clients_are_not_logged(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)

    await ask('{ fails(how: "forbidden") }')
    await ask("{ nothing }")
    await ask("{")
    await ask("query($a: Paisa!) { price(amount: $a) }", a=1.5)

    assert not caplog.records


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ hello", "GRAPHQL_PARSE_FAILED"),
        ('{ echo(text: "\\ud800") }', "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ echo }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ echo(text: 1) }", "GRAPHQL_VALIDATION_FAILED"),
        ('{ echo(text: "a\\u0000") }', "BAD_USER_INPUT"),
        ("{ price(amount: 1.5) }", "BAD_USER_INPUT"),
        ('{ moment(at: "today") }', "BAD_USER_INPUT"),
    ],
)
async def test_a_faulty_query_says_what_is_wrong_in_both_languages(query: str, code: str):
    assert (await the_error(query))["code"] == code


async def test_only_the_first_ten_faults_of_a_query_are_told():
    result = await ask("{" + " ".join(f"nothing{i}" for i in range(40)) + "}")

    assert [error.extensions["code"] for error in result.errors] != []
    ten = await ask("{ cow {" + " ".join(f"nothing{i}" for i in range(40)) + "} }")
    assert len(ten.errors) == 10


@pytest.mark.parametrize("query", ["{ hallo }", "{ echo(texd: 1) }", "{ cow { nam } }"])
async def test_names_that_a_client_did_not_know_are_not_suggested_unless_wanted(query: str):
    guarded = await ask(query)
    open_ = await SCHEMA_WITH_HINTS.execute(query, context_value=context())

    assert "Did you mean" not in str(guarded.errors[0].formatted)
    assert "Did you mean" in open_.errors[0].message


@pytest.mark.parametrize(
    "fault",
    [
        ConnectionRefusedError(111, "no"),
        ConnectionResetError(),
        DBConnectionError("no"),
        asyncpg.TooManyConnectionsError("sorry, too many clients already"),
        asyncpg.CannotConnectNowError("the database system is starting up"),
        asyncpg.AdminShutdownError("terminating connection"),
        asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation"),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.DeadlockDetectedError("deadlock detected"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_a_database_that_is_away_is_unavailable_however_it_is_wrapped(fault: Exception):
    wrapped = OperationalError("wrapped")
    wrapped.__cause__ = fault

    assert isinstance(as_refusal(fault), errors.Unavailable)
    assert isinstance(as_refusal(GraphQLError("outer", original_error=wrapped)), errors.Unavailable)


def test_a_mistake_in_our_sql_is_not_taken_for_a_database_that_is_away():
    assert as_refusal(asyncpg.UndefinedColumnError("no such column")) is None
    assert as_refusal(asyncpg.InterfaceError("another operation is in progress")) is None


def test_a_refusal_is_answered_by_its_nearest_ancestor():
    class Lower(toy.TooLow):
        pass

    assert answer_to(Lower) is toy.TooLowAnswer
    assert answer_to(errors.NotAllowed) is None


def test_a_refusal_cannot_be_answered_twice():
    with pytest.raises(TypeError, match="twice"):

        @answers(toy.TooLow)
        class Again(UserError):
            pass


# What comes in and goes out.


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (0, 0),
        (-5, -5),
        (4_500_000, 4_500_000),
        (2**63 - 1, 2**63 - 1),
        ("1234", 1234),
        ("১২৩৪", 1234),
        ("9223372036854775807", 2**63 - 1),
    ],
)
async def test_an_amount_is_whole_paisa_in_either_script(given: object, read: int):
    result = await ask("query($a: Paisa!) { price(amount: $a) }", a=given)

    assert result.data == {"price": read}


@pytest.mark.parametrize(
    "given",
    [
        1.0, 1.5, 1e308, float("nan"), float("inf"), True, False, None, "", " 12", "1,000",
        "১,০০,০০০", "12.50", "-5", "+5", "1e3", "٣", "²", "0x10", "9" * 20, 2**63, -(2**63) - 1,
        [], {},
    ],
    ids=repr,
)  # fmt: skip
async def test_anything_else_is_no_amount(given: object):
    found = await the_error("query($a: Paisa!) { price(amount: $a) }", a=given)

    assert found["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("literal", ["1.0", "true", '"12.5"', "1" * 30, "null", "[1]", "X", '"১"'])
async def test_an_amount_in_the_query_itself_follows_the_same_rules(literal: str):
    result = await ask(f"{{ price(amount: {literal}) }}")

    good = literal in ('"১"',)
    assert (result.data == {"price": 1}) is good
    assert bool(result.errors) is not good


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2026-05-27T12:00:00+06:00", "2026-05-27T06:00:00Z"),
        ("2026-05-27T06:00:00Z", "2026-05-27T06:00:00Z"),
        ("2026-05-27t06:00:00.25z", "2026-05-27T06:00:00.250000Z"),
    ],
)
async def test_a_time_is_read_with_its_offset_and_written_in_utc(given: str, written: str):
    result = await ask("query($t: DateTime!) { moment(at: $t) }", t=given)

    assert result.data == {"moment": written}


@pytest.mark.parametrize(
    "given",
    ["2026-05-27T06:00:00", "2026-05-27", "2026-13-01T00:00:00Z", "2026-W22-3T00:00:00Z",
     "0001-01-01T00:00:00+06:00", "২০২৬-০৫-২৭T০৬:০০:০০Z", "now", 1_779_000_000, "", None],
)  # fmt: skip
async def test_anything_else_is_no_time(given: object):
    found = await the_error("query($t: DateTime!) { moment(at: $t) }", t=given)

    assert found["code"] == "BAD_USER_INPUT"


def test_a_time_without_its_zone_never_goes_out():
    dhaka = timezone(timedelta(hours=6))
    assert scalars.write_time(datetime(2026, 5, 27, 12, tzinfo=dhaka)) == "2026-05-27T06:00:00Z"
    with pytest.raises(TypeError):
        scalars.write_time(datetime(2026, 5, 27, 12, tzinfo=UTC).replace(tzinfo=None))


@pytest.mark.parametrize("text", ["a\0", "\ud800"])
async def test_a_text_that_is_none_is_refused_in_variables_wherever_it_stands(text: str):
    for variables in ({"t": text}, {"t": "x", "other": [{"deep": text}]}, {"t": "x", text: 1}):
        result = await SCHEMA.execute(
            "query($t: String!) { echo(text: $t) }", variables, context_value=context()
        )
        [error] = result.errors or []
        assert error.extensions["code"] == "BAD_USER_INPUT"


def test_an_id_comes_back_as_it_went_out():
    assert ids.encode("Lot", 42) == "Lot:42"
    assert ids.decode(ids.encode("Lot", 2**63 - 1), "Lot") == 2**63 - 1


@pytest.mark.parametrize(
    "text",
    ["", "42", "Lot", "Lot:", "Lot:0", "Lot:-1", "Lot:+1", "Lot:042", "Lot: 42", "Lot:42 ",
     "Lot:42\n",
     "lot:42", "Animal:42", "Lot:42:1", "Lot:৪২", "Lot:1e3", f"Lot:{2**63}", "Lot:" + "9" * 5_000],
)  # fmt: skip
def test_any_other_id_names_nothing(text: str):
    with pytest.raises(NotFound):
        ids.decode(text, "Lot")


async def test_loaders_are_fresh_for_each_event_and_batch_within_one():
    toy.batches.clear()
    query = "subscription { cows(count: 2) { loaded mother { loaded } } }"

    results = [r.data async for r in await SCHEMA.stream(query, context_value=context())]

    assert toy.batches == [[1], [1]]
    assert [r["cows"]["loaded"] for r in results] == ["Cow 1 1", "Cow 1 2"]


def test_a_number_in_a_bengali_sentence_stands_in_bengali_digits():
    refusal = errors.TooMany(retry_after_s=45)

    assert "৪৫" in refusal.message_bn
    assert "45" in refusal.message_en
