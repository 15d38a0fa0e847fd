"""Tables, models and migrations say the same; and the database itself refuses what must not be."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tortoise import Tortoise

from hmk_graph import database, migrating
from hmk_graph.accounts.models import PhoneCode, RefreshToken, SellerApplication, Session
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.models import (
    AnimalEvent,
    Deal,
    FlagKind,
    HaatSession,
    ListingState,
    Offer,
    OfficerFlag,
    SaleKind,
)
from hmk_graph.money import taka
from tests import auctions, factories
from tests.conftest import at_database, execute
from tests.factories import NOON, at

MIGRATIONS = Path(__file__).parents[2] / "migrations"
COLUMNS = """
SELECT table_name, column_name, udt_name, character_maximum_length, is_nullable, column_default,
       is_identity
FROM information_schema.columns WHERE table_schema = 'public'
"""
INDEXES = """
SELECT t.relname AS table_name, i.relname AS name,
       replace(pg_get_indexdef(x.indexrelid), i.relname, 'it') AS definition
FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = 'public'
"""
CONSTRAINTS = """
SELECT conrelid::regclass::text AS table_name, conname AS name,
       pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""
TRIGGERS = "SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal"


def written_by_hand(kinds: str) -> set[str]:
    """Return the names that the hand-written migrations give to things of these kinds."""
    text = "".join(path.read_text(encoding="utf-8") for path in MIGRATIONS.glob("*/0*.py"))
    return set(re.findall(rf"(?:{kinds}) (\w+)", text))


REFUSING = written_by_hand("ADD CONSTRAINT|CREATE UNIQUE INDEX|CREATE TRIGGER")


async def described(url: str) -> dict[str, set[tuple[Any, ...]]]:
    """Return what stands in a database, but for what is written by hand and Tortoise's own."""
    by_hand = REFUSING | written_by_hand("CREATE INDEX")
    connection = await asyncpg.connect(url)
    try:
        return {
            what: {
                tuple(value for key, value in row.items() if key != "name")
                for row in await connection.fetch(sql)
                if row["table_name"] != migrating.RECORDS and row.get("name") not in by_hand
            }
            for what, sql in (("columns", COLUMNS), ("indexes", INDEXES), ("rules", CONSTRAINTS))
        }
    finally:
        await connection.close()


@pytest.fixture
async def empty(postgres: str) -> AsyncIterator[str]:
    """The address of a database with nothing in it."""
    name = f"empty_{id(object())}"
    await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield at_database(postgres, name)
    await execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)')


async def test_the_migrated_tables_are_those_of_the_models(database_url: str, empty: str):
    await Tortoise.init(config=database.configuration(empty))
    await Tortoise.generate_schemas()
    await Tortoise.close_connections()

    migrated, modeled = await described(database_url), await described(empty)

    assert len(modeled["columns"]) > 200
    assert migrated == modeled


async def test_the_models_ask_for_no_further_migration():
    assert [writer.name for writer in await migrating.missing_migrations()] == []


async def test_what_is_written_by_hand_stands_in_the_database(database_url: str):
    connection = await asyncpg.connect(database_url)
    stands = {
        row["name"]
        for sql in (INDEXES, CONSTRAINTS, TRIGGERS)
        for row in await connection.fetch(sql)
    }
    await connection.close()

    assert len(REFUSING) > 30
    assert REFUSING | written_by_hand("CREATE INDEX") <= stands


async def test_no_amount_is_kept_as_a_fraction(database_url: str):
    """Failure 16: amounts are bigint, all of them, and only degrees are floats."""
    connection = await asyncpg.connect(database_url)
    columns = await connection.fetch(COLUMNS)
    await connection.close()

    amounts = {row["udt_name"] for row in columns if row["column_name"].endswith("_paisa")}
    fractions = {
        f"{row['table_name']}.{row['column_name']}"
        for row in columns
        if row["udt_name"] in ("float4", "float8", "numeric", "money")
    }
    assert amounts == {"int8"}
    assert {name.split(".")[0] for name in fractions} == {"places_place", "places_boundary"}


async def test_two_processes_that_migrate_at_once_apply_each_migration_once(empty: str):
    """Without the lock both create the same tables, and one dies halfway."""
    program = (
        "import asyncio, json, sys; from hmk_graph import migrating;"
        "sys.stdin.read(1); print(json.dumps(asyncio.run(migrating.migrate(sys.argv[1]))))"
    )
    pair = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", program, empty),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=MIGRATIONS.parent,
        )
        for _ in range(2)
    ]

    async with asyncio.timeout(60):
        said = await asyncio.gather(*(process.communicate(b"!") for process in pair))

    assert [process.returncode for process in pair] == [0, 0]
    applied = sorted((json.loads(out) for out, _ in said), key=len)
    assert [applied[0], sorted(applied[1])] == [[], sorted(migrating.known())]


async def test_migrating_again_changes_nothing(database_url: str):
    before = await described(database_url)

    assert await migrating.migrate(database_url) == []
    assert await described(database_url) == before


# What the database refuses, by the name of what refuses it: a row like the one there is, with these
# changes. A change that begins with "where" chooses that row.
Copy = tuple[str, dict[str, Any]]
NEW_PHONE = "+8801999999999"
COPIES: dict[str, list[Copy]] = {
    "accounts_account_phone_canonical": [
        ("accounts_account", {"phone": spelled})
        for spelled in ("01712345678", "8801712345678", "+8801212345678", "+880171234567", "")
    ],
    "accounts_account_phone_until_erased": [
        ("accounts_account", {"phone": None}),
        ("accounts_account", {"phone": NEW_PHONE, "state": "ERASED"}),
    ],
    "accounts_phone_code_attempts": [("accounts_phone_code", {"attempts": -1, "state": "EXPIRED"})],
    "accounts_phone_code_one_issued": [("accounts_phone_code", {})],
    "accounts_refresh_token_hash": [
        ("accounts_refresh_token", {"spent_at": "2026-05-20", "salt": "\\x00"})
    ],
    "accounts_refresh_token_one_unspent": [("accounts_refresh_token", {"token_hash": "\\x01"})],
    "accounts_refresh_token_salted_when_spent": [
        ("accounts_refresh_token", {"token_hash": "\\x01", "spent_at": "2026-05-20"})
    ],
    "accounts_role_grant_once": [("accounts_role_grant", {})],
    "accounts_seller_application_four_eyes": [
        ("accounts_seller_application", {"state": "REJECTED", "decided_by_id": "account_id"}),
        ("accounts_seller_application", {"state": "REJECTED", "ending_asked_by_id": "account_id"}),
        ("accounts_seller_application", {"state": "REJECTED", "second_officer_id": "account_id"}),
    ],
    "accounts_seller_application_one_open": [
        ("accounts_seller_application", {}),
        ("accounts_seller_application", {"state": "DRAFT"}),
    ],
    "event_seq_from_one": [("event", {"seq": 0}), ("event", {"epoch": 0, "seq": 99})],
    "event_stream_head_counts": [("event_stream", {"name": "x", "head": -1})],
    "idempotency_key_not_empty": [("idempotency_key", {"key": ""})],
    "places_place_parent": [
        ("places_place", {"slug": "x", "where": "kind = 'UNION'", "parent_id": None}),
        ("places_place", {"slug": "x", "where": "kind = 'UNION'", "kind": "DIVISION"}),
    ],
    "places_place_on_earth": [
        ("places_place", {"slug": "x", "lat": 90.1, "lng": 0}),
        ("places_place", {"slug": "x", "lat": 0, "lng": -180.1}),
    ],
    "haat_listing_one_live": [("haat_listing", {}), ("haat_listing", {"state": "RESERVED"})],
    "haat_listing_price": [
        ("haat_listing", {"where": "kind = 'FIXED'", "state": "ENDED", "price_paisa": price})
        for price in (0, -100, 150, None)
    ]
    + [("haat_listing", {"where": "kind = 'AUCTION'", "state": "ENDED", "price_paisa": 100})],
    "haat_deal_one_live": [("haat_deal", {}), ("haat_deal", {"state": "DISPUTED"})],
    "haat_deal_amount": [("haat_deal", {"state": "EXPIRED", "amount_paisa": 0})],
    "haat_deal_two_people": [("haat_deal", {"state": "EXPIRED", "buyer_id": "seller_id"})],
    "haat_offer_one_pending": [("haat_offer", {})],
    "haat_offer_one_accepted": [("haat_offer", {"where": "state = 'ACCEPTED'"})],
    "haat_offer_amount": [
        ("haat_offer", {"state": "EXPIRED", "amount_paisa": amount}) for amount in (0, -100, 150)
    ],
    "haat_offer_depth": [("haat_offer", {"state": "EXPIRED", "depth": d}) for d in (0, 6)],
    "haat_animal_identifier_one_living": [("haat_animal_identifier", {})],
    "haat_officer_flag_once": [("haat_officer_flag", {})],
    "haat_session_ends_after_start": [("haat_session", {"ends_at": "starts_at"})],
    "haat_animal_weight_positive": [("haat_animal_weight", {"grams": 0})],
    "haat_hasil_rule_one_at_a_time": [
        ("haat_hasil_rule", {}),
        ("haat_hasil_rule", {"valid_from": "2026-05-19T00:00:00Z"}),
        ("haat_hasil_rule", {"valid_from": "2036-05-19T00:00:00Z", "valid_to": None}),
    ],
    "haat_hasil_rule_ends_after_start": [
        ("haat_hasil_rule", {"valid_to": "valid_from", "species": "goat"})
    ],
    "haat_hasil_rule_value": [
        ("haat_hasil_rule", {"value": -1, "species": "goat"}),
        ("haat_hasil_rule", {"value": 10_001, "species": "goat"}),
        ("haat_hasil_rule", {"value": 150, "species": "goat", "kind": "FLAT", "cap_paisa": None}),
    ],
    "haat_hasil_rule_cap": [
        ("haat_hasil_rule", {"cap_paisa": 0, "species": "goat"}),
        ("haat_hasil_rule", {"cap_paisa": 150, "species": "goat"}),
        ("haat_hasil_rule", {"kind": "FLAT", "species": "goat"}),
    ],
    "haat_bid_maximum": [
        ("haat_bid", {"line": 99, "maximum_paisa": amount}) for amount in (0, -100, 150)
    ],
}
# What it refuses to do to a row that stands.
UPDATES: dict[str, list[str]] = {
    "haat_lot_start": [
        "UPDATE haat_lot SET start_paisa = 0",
        "UPDATE haat_lot SET start_paisa = 150",
    ],
    "haat_lot_price": ["UPDATE haat_lot SET price_paisa = leader_max_paisa + 100"],
    "haat_lot_leader_has_price": [
        "UPDATE haat_lot SET leader_id = NULL",
        "UPDATE haat_lot SET leader_max_paisa = NULL",
    ],
    "haat_lot_not_own": [
        "UPDATE haat_lot SET leader_id = seller_id",
        "UPDATE haat_lot SET state = 'CLOSED', result = 'SOLD', winner_id = seller_id",
    ],
    "haat_lot_hard_end": [
        "UPDATE haat_lot SET ends_at = hard_ends_at + interval '1 second'",
        "UPDATE haat_lot SET starts_at = ends_at",
    ],
    "haat_lot_result": [
        "UPDATE haat_lot SET state = 'CLOSED'",
        "UPDATE haat_lot SET result = 'UNSOLD'",
        "UPDATE haat_lot SET state = 'CLOSED', result = 'SOLD'",
        "UPDATE haat_lot SET state = 'CLOSED', result = 'UNSOLD', winner_id = leader_id",
        "UPDATE haat_lot SET winner_id = leader_id",
    ],
    "haat_lot_price_never_falls": [
        "UPDATE haat_lot SET price_paisa = price_paisa - 100",
        "UPDATE haat_lot SET price_paisa = NULL, leader_id = NULL, leader_max_paisa = NULL",
    ],
    "haat_lot_line_append_only": [
        "UPDATE haat_lot_line SET body = '{}'",
        "UPDATE haat_lot_line SET hash = hash",
        "DELETE FROM haat_lot_line",
    ],
    "haat_animal_event_append_only": [
        "UPDATE haat_animal_event SET kind = 'x'",
        "DELETE FROM haat_animal_event",
    ],
}


@pytest.fixture(scope="module")
def furnished(postgres: str, template: str) -> Any:
    """The address of a database in which every table that is guarded has a row."""
    name = f"furnished_{template}"
    url = at_database(postgres, name)

    async def furnish() -> None:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        async with database.connected(url, pool_size=2):
            await furnish_accounts()
            await furnish_haat()

    asyncio.run(furnish())
    yield url
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def furnish_accounts() -> None:
    someone = await factories.verified_seller()
    await PhoneCode.create(
        phone=NEW_PHONE, code_hash=b"h", network="n", created_at=NOON, expires_at=NOON
    )
    session = await Session.create(
        account=someone, created_at=NOON, last_used_at=NOON, expires_at=NOON
    )
    await RefreshToken.create(session=session, token_hash=b"h", issued_at=NOON)
    await SellerApplication.create(
        account=someone,
        state="SUBMITTED",
        farm_name="খামার",
        contact_phone=NEW_PHONE,
        place=await factories.union(),
        created_at=NOON,
    )


async def furnish_haat() -> None:
    cow, buyer = await auctions.lot(), await auctions.bidder()
    await place_bid(buyer.id, cow.id, taka(60_000), idempotency_key="k", clock=at(NOON))
    fixed = await factories.listing(await factories.animal(tag="7"))
    bargain = await factories.listing(kind=SaleKind.BARGAIN)
    for state, maker in (("PENDING", buyer), ("ACCEPTED", await factories.person())):
        await Offer.create(
            listing=bargain,
            buyer=maker,
            by_seller=False,
            state=state,
            depth=1,
            amount_paisa=taka(90_000),
            made_at=NOON,
            expires_at=NOON,
        )
    sold = await factories.listing(state=ListingState.SOLD)
    await Deal.create(
        animal_id=sold.animal_id,
        listing=sold,
        seller_id=sold.seller_id,
        buyer=buyer,
        amount_paisa=taka(90_000),
        made_at=NOON,
    )
    await HaatSession.create(
        haat=await factories.haat(),
        title_bn="হাট",
        title_en="Haat",
        officer=buyer,
        starts_at=NOON,
        ends_at=NOON + timedelta(hours=1),
    )
    await HasilRule.create(
        haat=await factories.haat(),
        kind="PERCENT",
        value=500,
        cap_paisa=taka(5_000),
        valid_from=NOON,
        legal_ref="স্মারক ৭",
        set_by=buyer,
    )
    await OfficerFlag.create(kind=FlagKind.SAME_TAG, animal_id=fixed.animal_id, raised_at=NOON)
    await AnimalEvent.create(animal_id=fixed.animal_id, kind="x", payload={}, at=NOON)


async def refusal(url: str, statement: str, *values: Any) -> str:
    """Run a statement, take it back, and return the name of what refused it."""
    connection = await asyncpg.connect(url)
    taken_back = connection.transaction()
    await taken_back.start()
    try:
        with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refused:
            await connection.execute(statement, *values)
    finally:
        await connection.close()
    return refused.value.constraint_name or str(refused.value)


def test_there_is_a_trial_of_everything_that_refuses():
    assert set(COPIES) | set(UPDATES) == REFUSING


@pytest.mark.parametrize("name", COPIES)
async def test_a_row_that_must_not_be_is_refused(furnished: str, name: str):
    for table, changed in COPIES[name]:
        changes = {**({} if table == "event_stream" else {"id": 10**9}), **changed}
        where = changes.pop("where", "true")
        # Another column's name stands for its value.
        same = {
            column
            for column, value in changes.items()
            if str(value).endswith(("_id", "_at", "_from"))
        }
        copied = "".join(f" || jsonb_build_object('{c}', x.{changes[c]})" for c in sorted(same))
        given = {column: value for column, value in changes.items() if column not in same}

        refused = await refusal(
            furnished,
            f"INSERT INTO {table} OVERRIDING SYSTEM VALUE"
            f" SELECT (jsonb_populate_record(x, $1::jsonb{copied})).* FROM {table} x"
            f" WHERE {where} ORDER BY 1 LIMIT 1",
            json.dumps(given),
        )

        assert refused == name, (table, changed)


@pytest.mark.parametrize("name", UPDATES)
async def test_a_change_that_must_not_be_is_refused(furnished: str, name: str):
    for statement in UPDATES[name]:
        refused = await refusal(furnished, statement)

        assert ("is append-only" if "append_only" in name else name) in refused, statement


async def test_a_price_may_fall_in_a_transaction_that_voids_bids(furnished: str):
    connection = await asyncpg.connect(furnished)
    transaction = connection.transaction()
    await transaction.start()

    await connection.execute("SET LOCAL hmk.voiding_bids = 'yes'")
    changed = await connection.execute("UPDATE haat_lot SET price_paisa = price_paisa - 100")
    await transaction.rollback()

    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await connection.execute("UPDATE haat_lot SET price_paisa = price_paisa - 100")
    await connection.close()
    assert changed == "UPDATE 1"
