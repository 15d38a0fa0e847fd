"""Asks the animal and selling side of the haat as a client would."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from realtime.hub import Hub
from schema import limits, scalars
from schema.context import Context
from schema.cursors import Cursors
from schema.errors import Schema
from schema.haat.animals import AnimalQuery
from schema.haat.bidding import LotMutation
from schema.haat.deal_steps import DealMutation
from schema.haat.dealing import SellingMutation
from schema.haat.deals import DealQuery
from schema.haat.flags import FlagMutation, FlagQuery
from schema.haat.hall import LotQuery
from schema.haat.registering import AnimalMutation
from schema.haat.selling import SellingQuery
from schema.haat.sessions import SessionMutation, SessionQuery
from schema.loaders import FreshLoaders
from tests.factories import NOON, at


@strawberry.type
class Query(AnimalQuery, FlagQuery, SellingQuery, DealQuery, SessionQuery, LotQuery):
    pass


@strawberry.type
class Mutation(
    AnimalMutation, FlagMutation, SellingMutation, DealMutation, SessionMutation, LotMutation
):
    pass


SCHEMA = Schema(
    Query, Mutation, config=scalars.config(), extensions=[*limits.extensions(), FreshLoaders]
)


async def answered(query: str, viewer_id: int | None = None, **variables: Any) -> Any:
    context = Context(
        clock=at(NOON),
        hub=cast(Hub, None),  # nobody here listens to a stream
        cursors=Cursors(b"tests"),
        address="127.0.0.1",
        request_id="r",
        viewer_id=viewer_id,
    )
    return await SCHEMA.execute(query, variable_values=variables, context_value=context)


async def asked(query: str, viewer_id: int | None = None, **variables: Any) -> dict[str, Any]:
    result = await answered(query, viewer_id, **variables)
    assert result.errors is None, result.errors
    return cast(dict[str, Any], result.data)


async def done(mutation: str, viewer_id: int | None = None, **given: Any) -> dict[str, Any]:
    """Do one mutation; return its member of the union, with what every refusal has."""
    kind = f"{mutation[0].upper()}{mutation[1:]}Input"
    kind = INPUTS.get(mutation, kind)
    query = f"""mutation ($input: {kind}!) {{ {mutation}(input: $input) {{
        kind: __typename
        ... on UserError {{ code messageBn messageEn field retryable }}
        ... on Animal {{ id animalState: state }}
        ... on Listing {{ id version listingState: state price }}
        ... on Deal {{ id amount dealState: state buying }}
        ... on PaymentTry {{ gateway tryState: state invoice paid: amount }}
        ... on HandoverCodeWrong {{ left }}
        ... on Offer {{ id amount depth offerState: state }}
        ... on Lot {{ id lotState: state }}
        ... on VetClearance {{ passed validUntil }}
        ... on Haat {{ id registered }}
        ... on HaatSession {{ id sessionState: state }}
        ... on BiddingBan {{ id standing }}
        ... on OfficerFlag {{ id resolvedAt }}
    }} }}"""
    # A union takes only the fragments of its own members; the others are left out.
    members = {t.name for t in SCHEMA._schema.get_type(result_of(mutation)).types}
    kept = [
        line
        for line in query.splitlines()
        if "... on" not in line or line.split()[2] in members | {"UserError"}
    ]
    data = await asked("\n".join(kept), viewer_id, input=given)
    return cast(dict[str, Any], data[mutation])


def result_of(mutation: str) -> str:
    """Return the name of the union that a mutation answers with."""
    returned = SCHEMA._schema.mutation_type.fields[mutation].type  # type: ignore[union-attr]
    return str(returned).rstrip("!")


INPUTS = {
    "listForFixedPrice": "ListAnimalInput",
    "listForBargaining": "ListAnimalInput",
    "requestCheck": "AnimalInput",
    "clearAnimal": "ExamineAnimalInput",
    "failAnimal": "ExamineAnimalInput",
    "withdrawAnimal": "AnimalReasonInput",
    "reportAnimalDeath": "AnimalReasonInput",
    "withdrawListing": "ListingInput",
    "rejectOffer": "OfferInput",
    "withdrawOffer": "OfferInput",
    "registerBidder": "HaatInput",
    "openSession": "SessionInput",
    "beginClosingSession": "SessionInput",
    "closeSession": "SessionInput",
    "confirmBan": "BanInput",
    "acceptSecondChance": "DealInput",
    "declineSecondChance": "DealInput",
    "confirmDeal": "DealInput",
}
