"""Whatever refuses a mutation is among its answers, with a code of its own and both languages."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from graphql import (
    GraphQLInterfaceType,
    GraphQLUnionType,
    get_named_type,
    is_union_type,
)

import hmk_graph
from hmk_graph import errors
from hmk_graph.accounts.errors import NotForOperators
from hmk_graph.errors import DomainError
from hmk_graph.haat import rules
from hmk_graph.haat.errors import (
    BidTooLow,
    InsufficientDeposit,
    LotHasBids,
    LotNotOpen,
    LotStillOpen,
    MaxNotRaised,
    NotEligible,
    NotOnStep,
    OwnLot,
)
from hmk_graph.payments.errors import AlreadyPosted, NotEnoughMoney, NotPending, NotRefundable
from schema import connection, context, documents, limits, root, scalars
from schema.causes import TimedOut
from schema.errors import answer_to
from tests.house.refusals import refusals_of
from tests.house.schema_reading import BUILT, SCHEMA, own_types

# These go out beside the data, for every field alike.
TOP_LEVEL = (
    errors.NotSignedIn,
    errors.NotAllowed,
    errors.TooMany,
    errors.BadInput,
    errors.Unavailable,
)
# The request itself is at fault, or was given up; no mutation was asked.
OF_THE_REQUEST = (
    TimedOut,
    limits.TooComplex,
    limits.FragmentCycle,
    limits.SchemaNotShown,
    documents.DocumentUnknown,
    documents.DocumentNotTrusted,
    NotForOperators,
    connection.TooManySubscriptions,
    scalars.BadAmount,
    scalars.BadTime,
    scalars.BadCursor,
    scalars.UncleanText,
    context.TokenRefused,
)
# No client asks for a close: the worker does, and finds out when to ask again.
# Money that a mutation moves was counted or held before: to meet one of these is a fault of ours.
OF_THE_LEDGER = (AlreadyPosted, NotPending, NotEnoughMoney, NotRefundable)
OF_THE_WORKER = (LotStillOpen, *OF_THE_LEDGER)
# `rules.decide` judges every command on a lot; of its refusals each command meets its own.
DECIDED: dict[str, set[type[DomainError]]] = {
    "placeBid": {
        *(LotNotOpen, NotEligible, OwnLot, NotOnStep, BidTooLow, MaxNotRaised),
        InsufficientDeposit,
    },
    "rescheduleLot": {LotNotOpen, LotHasBids},
    "voidLot": {LotNotOpen},
    "withdrawLot": {LotNotOpen, LotHasBids},
}
# What the reading finds and no client can meet, and why.
NEVER_MET = {
    ("signOut", "NotFound"): "the session is the one that asks",
    ("eraseMyAccount", "StaleState"): "only an active person comes that far",
    ("requestTrip", "StaleState"): "the search looks at the state before each step",
    ("declineTripOffer", "StaleState"): "likewise",
    ("receiveReturn", "OutOfStock"): "it was asked under the same locks, and refunds instead",
    **{
        (mutation, "StaleState"): "what it replaces is chosen by its state, locked"
        for mutation in ("setSellerPayout", "setShopPayout")
    },
    ("counterOffer", "OfferPending"): "the offer that would be in the way was just answered",
    **{
        (mutation, "StaleState"): "the state is looked at before, and has a refusal of its own"
        for mutation in (
            *("listForFixedPrice", "listByWeight", "listForBargaining", "submitLot", "buyNow"),
            *("counterOffer", "acceptOffer", "rejectOffer", "withdrawOffer", "beginPayment"),
            *("takeCash", "takeDepositCash", "payOrders", "openSharePool"),
        )
    },
}
CANNOT_BE_REFUSED = {
    "signOut": "who asks is signed in, and that is all it takes",
    "revokeOtherSessions": "likewise; it may find none",
    "unsubscribeFromPush": "likewise; it may find none",
}


def mutations() -> dict[str, Any]:
    """Return the name of each mutation with its resolver."""
    defined = root.Mutation.__strawberry_definition__.fields  # type: ignore[attr-defined]
    name_of = BUILT.config.name_converter.from_field
    return {name_of(each): each.base_resolver.wrapped_func for each in defined}


def answers_of(mutation: str) -> set[str]:
    assert SCHEMA.mutation_type is not None
    returned = get_named_type(SCHEMA.mutation_type.fields[mutation].type)
    return {kind.name for kind in getattr(returned, "types", ())}


def refusals() -> list[type[DomainError]]:
    """Return every refusal of the house, whichever module it hides in."""
    for module in pkgutil.walk_packages(hmk_graph.__path__, "hmk_graph."):
        if module.name.endswith("errors"):
            importlib.import_module(module.name)
    found: list[type[DomainError]] = []
    waiting = [DomainError]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [kind for kind in below if kind.__module__.startswith(("hmk_graph.", "schema."))]
    return found


def test_every_mutation_that_can_be_refused_answers_with_a_union():
    assert SCHEMA.mutation_type is not None
    plain = {
        name
        for name, field in SCHEMA.mutation_type.fields.items()
        if not is_union_type(get_named_type(field.type))
    }

    assert plain == set(CANNOT_BE_REFUSED)


@pytest.mark.parametrize("mutation", mutations())
def test_whatever_refuses_a_mutation_is_among_its_answers(mutation: str):
    met = refusals_of(mutations()[mutation], but_not_through=[rules.decide])
    met |= dict.fromkeys(DECIDED.get(mutation, set()), "rules.decide")

    untold = {
        kind.__name__: way
        for kind, way in met.items()
        if not issubclass(kind, (*TOP_LEVEL, *OF_THE_REQUEST, *OF_THE_LEDGER))
        and (mutation, kind.__name__) not in NEVER_MET
        and ((answer := answer_to(kind)) is None or answer.__name__ not in answers_of(mutation))
    }

    assert untold == {}


def test_the_reading_finds_refusals_deep_below_a_mutation():
    """A test of the test: an empty reading would find nothing missing."""
    met = {kind.__name__ for kind in refusals_of(mutations()["placeBid"])}

    assert {"NotFound", "BidTooLow", "IdempotencyConflict", "InProgress", "LotNotOpen"} <= met


def test_every_refusal_has_an_answer_or_goes_out_beside_the_data():
    silent = [
        kind.__qualname__
        for kind in refusals()
        if answer_to(kind) is None
        and not issubclass(kind, (*TOP_LEVEL, *OF_THE_REQUEST, *OF_THE_WORKER))
    ]

    assert silent == []


def test_every_refusal_has_a_code_of_its_own_and_speaks_both_languages():
    codes: dict[str, list[str]] = {}
    for kind in refusals():
        assert kind.bn and kind.en, kind
        if not issubclass(kind, OF_THE_REQUEST) and kind.code != getattr(
            kind.__base__, "code", None
        ):
            codes.setdefault(kind.code, []).append(kind.__name__)

    assert {code: kinds for code, kinds in codes.items() if len(kinds) > 1} == {}


def test_every_answer_to_a_refusal_says_when_it_is_returned():
    told = SCHEMA.get_implementations(_interface("UserError")).objects

    assert len(told) > 20
    assert [k.name for k in told if not (k.description or "").startswith("Returned when ")] == []


def test_every_answer_to_a_refusal_can_be_returned():
    members = {m.name for k in own_types() if isinstance(k, GraphQLUnionType) for m in k.types}
    told = {k.name for k in SCHEMA.get_implementations(_interface("UserError")).objects}

    assert told - members == set()


def _interface(name: str) -> GraphQLInterfaceType:
    kind = SCHEMA.type_map[name]
    assert isinstance(kind, GraphQLInterfaceType)
    return kind
