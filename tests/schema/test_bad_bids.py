"""Every bad bid gets its own answer in both languages, and nothing is written."""

import re

import pytest
from tortoise.connection import get_connection

from hmk_graph.haat import closing
from hmk_graph.haat.lot_models import Lot
from tests.auctions import ENDS, bidder, lot
from tests.factories import at
from tests.schema.selling_desk import answered

BENGALI = re.compile(r"[\u0985-\u09b9]")  # letters; the sign of the taka stands in English too
BID = """
mutation ($lot: ID!, $maximum: Paisa!, $key: String!) {
  placeBid(input: { lotId: $lot, maximum: $maximum, idempotencyKey: $key }) {
    __typename
    ... on UserError { code messageBn messageEn field params retryable }
    ... on BidTooLow { minimum }
    ... on NotOnStep { highest }
  }
}
"""
WRITTEN = ("haat_bid", "haat_lot_line", "haat_lot_bidder", "idempotency_key", "event")


async def rows() -> dict[str, int]:
    connection = get_connection("default")
    return {
        table: (await connection.execute_query_dict(f"SELECT count(*) AS n FROM {table}"))[0]["n"]
        for table in WRITTEN
    }


def in_both_languages(said: dict) -> bool:
    bengali, english = said["messageBn"], said["messageEn"]
    return bool(BENGALI.search(bengali)) and bool(english) and not BENGALI.search(english)


@pytest.mark.parametrize(
    ("maximum", "code"),
    [
        (0, "NOT_ON_STEP"),
        (-5_000_000, "NOT_ON_STEP"),
        (5_000_001, "NOT_ON_STEP"),
        (2**63 - 1, "NOT_ON_STEP"),
        (1_000_000_100, "NOT_ON_STEP"),
        (100, "BID_TOO_LOW"),
        ("৪৯৯৯৯০০", "BID_TOO_LOW"),
    ],
)
async def test_an_amount_that_cannot_be_bid_is_refused_as_data(db, maximum, code):
    cow, karim = await lot(), await bidder()
    before = await rows()

    answer = await answered(BID, karim.id, lot=f"Lot:{cow.id}", maximum=maximum, key="k")

    said = answer.data["placeBid"]
    assert said["code"] == code
    assert in_both_languages(said)
    assert await rows() == before


@pytest.mark.parametrize(
    "maximum", [2**63, 1e308, 1.0, True, "১,০০,০০০", "1,00,000", "১০০ টাকা", "", None, [1], {}, "1e5"]
)
async def test_what_is_no_amount_is_refused_before_anything_runs(db, maximum):
    cow, karim = await lot(), await bidder()
    before = await rows()

    answer = await answered(BID, karim.id, lot=f"Lot:{cow.id}", maximum=maximum, key="k")

    [error] = answer.errors
    assert error.extensions["code"] == "BAD_USER_INPUT"
    assert in_both_languages(error.extensions)
    assert await rows() == before


async def test_bengali_digits_are_an_amount(db):
    cow, karim = await lot(), await bidder()

    answer = await answered(BID, karim.id, lot=f"Lot:{cow.id}", maximum="৬০০০০০০", key="k")

    assert answer.data["placeBid"]["__typename"] == "BidAccepted"


@pytest.mark.parametrize(
    "spelled", ["Lot:999999999", "Animal:1", "42", "Lot:0", "Lot:9223372036854775808", "Lot:১", ""]
)
async def test_unknown_foreign_and_misspelled_ids_are_the_same_to_the_asker(db, spelled):
    karim = await bidder()
    before = await rows()

    answer = await answered(BID, karim.id, lot=spelled, maximum=6_000_000, key="k")

    said = answer.data["placeBid"]
    assert (said["__typename"], said["code"]) == ("NotFound", "NOT_FOUND")
    assert in_both_languages(said)
    assert await rows() == before


async def test_a_closed_lot_and_ones_own_lot_say_so(db):
    cow, karim = await lot(), await bidder()
    seller = (await Lot.get(id=cow.id)).seller_id
    own = await answered(BID, seller, lot=f"Lot:{cow.id}", maximum=6_000_000, key="k")
    await closing.close_lot(cow.id, at(ENDS))
    before = await rows()
    closed = await answered(BID, karim.id, lot=f"Lot:{cow.id}", maximum=6_000_000, key="k")

    assert closed.data["placeBid"]["code"] == "LOT_NOT_OPEN"
    assert in_both_languages(closed.data["placeBid"])
    # The seller has not registered as a bidder at his haat: that is said first.
    assert own.data["placeBid"]["code"] in ("OWN_LOT", "NOT_ELIGIBLE")
    assert in_both_languages(own.data["placeBid"])
    assert await rows() == before


async def test_nobody_bids_without_signing_in(db):
    cow = await lot()
    before = await rows()

    answer = await answered(BID, None, lot=f"Lot:{cow.id}", maximum=6_000_000, key="k")

    [error] = answer.errors
    assert error.extensions["code"] == "UNAUTHENTICATED"
    assert in_both_languages(error.extensions)
    assert await rows() == before
