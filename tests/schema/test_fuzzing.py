"""Valid operations with nasty values: whatever comes, it is answered or refused, never a fault.

`HMK_TEST_FUZZ` sets how many; a find is repeated by its seed.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLUnionType,
    get_named_type,
)

from schema import root
from tests import auctions, factories
from tests.schema.asking import selection
from tests.schema.phones import Phone, house_phone

SEED = int(os.environ.get("HMK_TEST_FUZZ_SEED", "2026"))
TIMES = int(os.environ.get("HMK_TEST_FUZZ", "300"))
SCHEMA = root.build()._schema
# The second would be a fault of the fuzz: it writes valid operations.
FAULTS = {"INTERNAL_SERVER_ERROR", "GRAPHQL_VALIDATION_FAILED"}
NUMBERS = [0, 1, -1, 7, 100, 101, 2**31 - 1, -(2**31)]
TEXTS = [
    *(
        "",
        " ",
        "x",
        "০১৭১২৩৪৫৬৭৮",
        "01712345678",
        "গরু",
        "য়",
        "য়",
        "🏃🏽‍♀️",
        "\u202ex",
        "\u200d",
        "'; --",
        "%_\\",
    ),
    *("x" * 81, "ক" * 10_000, "null", "NaN", "../../etc/passwd", "{code}", "{0}", "<svg onload=1>"),
    *("image/jpeg", "123456", "local", "cattle", "2026-05-01"),
]
KINDS = ["Lot", "Animal", "Listing", "Place", "Account", "Haat", "Media", "Deal", "Booking", "x"]
NODES = [
    "1",
    "2",
    "0",
    "-1",
    "১",
    "9223372036854775807",
    "9223372036854775808",
    "9" * 40,
    "",
    "1e3",
]
SCALARS: dict[str, list[Any]] = {
    "Int": NUMBERS,
    "Float": [*NUMBERS, 24.4, 90.7, 1e308, -1e308, 5e-324],
    "String": TEXTS,
    "Boolean": [True, False],
    "Paisa": [*NUMBERS, 2**53, 2**63 - 1, 2**63, -(2**63), "1000", "১০০০", 1.5],
    "DateTime": [
        *("2026-05-27T06:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00"),
        *("2026-02-30T00:00:00Z", "2026-05-27T06:00:00", "1969-12-31T23:59:59.999999-12:00", ""),
    ],
    "Date": ["2026-05-27", "0001-01-01", "9999-12-31", "2026-02-30", ""],
    "JSON": [{}, [], "x", 1],
    "Cursor": ["", "x", "AAAA", "ক", "9" * 500],
}


@dataclass(frozen=True)
class Asking:
    """An operation of one field with all its arguments."""

    field: str
    query: str
    arguments: dict[str, GraphQLInputType]


def askings() -> Iterator[Asking]:
    """Ask every field of both roots; of a union's members only what refusals share."""
    for kind, parent in (("query", SCHEMA.query_type), ("mutation", SCHEMA.mutation_type)):
        assert parent is not None
        for name, asked in parent.fields.items():
            arguments = {each: of.type for each, of in asked.args.items()}
            declared = ", ".join(f"${each}: {of}" for each, of in arguments.items())
            passed = ", ".join(f"{each}: ${each}" for each in arguments)
            selected = (
                "{ __typename ... on UserError { code messageBn messageEn params } }"
                if isinstance(get_named_type(asked.type), GraphQLUnionType)
                else selection(SCHEMA, asked.type, 1)
            )
            head = f"{kind} ({declared}) {{ {name}({passed})" if passed else f"{kind} {{ {name}"
            yield Asking(name, f"{head} {selected} }}", arguments)


OPERATIONS = list(askings())


class Fuzz:
    """Makes values of every input type."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def value(self, kind: GraphQLInputType) -> Any:
        """Return a value of the type, more often nasty than not."""
        if isinstance(kind, GraphQLNonNull):
            return self.needed(kind.of_type)
        return None if self.random.random() < 0.2 else self.needed(kind)

    def needed(self, kind: Any) -> Any:
        if isinstance(kind, GraphQLList):
            return [self.value(kind.of_type) for _ in range(self.random.choice([0, 1, 1, 2, 30]))]
        if isinstance(kind, GraphQLEnumType):
            return self.random.choice(list(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            return {
                name: self.value(field.type)
                for name, field in kind.fields.items()
                if isinstance(field.type, GraphQLNonNull) or self.random.random() < 0.7
            }
        assert isinstance(kind, GraphQLNamedType)
        if kind.name == "ID":
            pair = self.random.choice(KINDS), self.random.choice(NODES)
            return self.random.choice([":".join(pair), pair[1], self.random.choice(TEXTS)])
        return self.random.choice(SCALARS[kind.name])


@dataclass
class Found:
    """Faults of ours, and how many operations came as far as their resolvers."""

    faults: list[str] = field(default_factory=list)
    reached: int = 0


async def found_by(phone: Phone, fuzz: Fuzz, times: int, *, signed_in: bool) -> Found:
    """Send so many operations. Who is signed out by one signs in as somebody new."""
    found = Found()
    for _ in range(times):
        operation = fuzz.random.choice(OPERATIONS)
        given = {name: fuzz.value(kind) for name, kind in operation.arguments.items()}
        answer = await phone.send(operation.query, **given)
        assert phone.response is not None
        codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
        if codes & FAULTS or phone.response.status_code >= 500:
            found.faults.append(f"{operation.field} {str(given)[:500]}")
        found.reached += not codes & {"UNAUTHENTICATED", "QUERY_TOO_COMPLEX"}
        if signed_in and "UNAUTHENTICATED" in codes:
            await phone.be(await factories.administrator())
    return found


@pytest.mark.usefixtures("db")
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("who", ["a stranger", "an administrator"])
async def test_no_valid_operation_with_nasty_values_is_a_fault(who: str):
    signed_in = who != "a stranger"
    await auctions.lot()
    async with house_phone() as phone:
        if signed_in:
            await phone.be(await factories.administrator())

        found = await found_by(phone, Fuzz(SEED), TIMES // 2, signed_in=signed_in)

    assert found.faults == []
    # Most of what a stranger asks ends at the door.
    assert found.reached > (TIMES // 4 if signed_in else 0)
