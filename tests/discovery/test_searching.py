"""What a search finds, and in which order."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

import pytest
from tortoise.connection import get_connection

from hmk_graph.discovery import indexing, rules, searching
from hmk_graph.discovery.models import Document, Kind
from hmk_graph.discovery.searching import Mark, Statement, Wanted
from hmk_graph.geo import Point
from hmk_graph.haat.sale_models import Listing, ListingState
from hmk_graph.money import taka
from hmk_graph.services.models import Provider, ProviderState, Service, ServiceState
from tests import auctions, factories
from tests.discovery.corpus import found, offered, subjects
from tests.factories import NOON

SPELLINGS = [
    ("ফ্যান মেরামত", ["ফ্যান মেরামত", "ফ্যান", "মেরামত", "ফ\u09cd\u200dযান", "fan", "meramot", "ফ্যানের"]),
    ("মোটরের কয়েল", ["কয়েল", "ক\u09dfেল", "koyel", "koel", "মটরের কয়েল"]),
    ("১১০০ ভোল্ট লাইন", ["১১০০", "1100", "১১০০ ভোল্ট", "1100 volt", "লাইন"]),
    ("বাড়ির ওয়্যারিং", ["বাড়ি", "বা\u09dcি", "bari", "বাড়ীর ওয়্যারিং", "ওয়ারিং"]),
    ("ভাণ্ডার ঘরের আলো", ["ভান্ডার", "ভাণ্ডার", "bhandar", "ঘর", "alo", "ভাণ্ডারের আলো"]),
    ("বিদ্যুৎ সংযোগ", ["বিদ্যুৎ", "বিদ্যু\u09a4\u09cd\u200d", "বিদ্যুত", "bidyut", "songjog"]),
]


@pytest.mark.parametrize(("title", "asked"), SPELLINGS, ids=[title for title, _ in SPELLINGS])
async def test_all_spellings_of_a_thing_find_it_first(db: str, title: str, asked: list[str]):
    """Failure 30."""
    others = [await offered(other) for other, _ in SPELLINGS if other != title]
    wanted = await offered(unicodedata.normalize("NFC", title))

    best = {text: (await subjects(text) or [0])[0] for text in asked}

    assert best == dict.fromkeys(asked, wanted.id)
    assert await subjects("কুমির") == []
    assert len(await subjects()) == len(others) + 1


async def test_two_words_that_are_written_as_one_are_found_apart(db: str):
    mason, carpenter = await offered("রাজ মিস্ত্রি"), await offered("কাঠ মিস্ত্রি")

    assert (await subjects("রাজমিস্ত্রি"))[0] == mason.id
    assert (await subjects("kathmistri"))[0] == carpenter.id
    assert sorted(await subjects("mistri")) == [mason.id, carpenter.id]


async def test_of_two_that_sound_alike_the_one_spelled_as_asked_comes_first(db: str):
    arrow, flood = await offered("বাণ"), await offered("বান")

    assert await subjects("বাণ") == [arrow.id, flood.id]
    assert await subjects("বান") == [flood.id, arrow.id]


async def test_every_word_of_a_text_has_to_be_answered(db: str):
    fan = await offered("ফ্যান মেরামত")
    await offered("মোটর মেরামত")

    assert await subjects("ফ্যান মেরামত") == [fan.id]
    assert await subjects("fan niamatpur") == [fan.id]
    assert await subjects("ফ্যান কুমির") == []


async def test_things_of_all_kinds_are_in_one_list(db: str):
    bull = await factories.listing()
    lot = await auctions.lot(starts_at=NOON - timedelta(minutes=1))
    butcher = await offered("গরু জবাই", slug="butcher")
    await indexing.rebuild()

    hits = await found("goru")

    assert {(hit.kind, hit.subject_id) for hit in hits} == {
        (Kind.ANIMAL, bull.id),
        (Kind.LOT, lot.id),
        (Kind.SERVICE, butcher.id),
    }
    assert await searching.counts(Wanted(text="গরু", kinds=[Kind.LOT]), now=NOON) == {
        Kind.SERVICE: 1,
        Kind.ANIMAL: 1,
        Kind.LOT: 1,
        Kind.RENTAL: 0,
        Kind.CATEGORY: 0,
        Kind.PRODUCT: 0,
        Kind.SHOP: 0,
    }
    assert await subjects("gari", kinds=[Kind.SERVICE, Kind.ANIMAL, Kind.LOT]) == []
    assert await subjects(category="cattle", kinds=[Kind.ANIMAL]) == [bull.id]


async def test_what_is_nearer_comes_first_and_tells_how_far_it_is(db: str):
    near, far = await offered("ফ্যান"), await offered("ফ্যান")
    await Document.filter(subject_id=near.id).update(lat_e6=24_450_000, lng_e6=90_880_000)
    await Document.filter(subject_id=far.id).update(lat_e6=24_550_000, lng_e6=90_880_000)

    hits = await found("ফ্যান", near=Point(24.46, 90.88))

    assert [(hit.subject_id, hit.distance_m) for hit in hits] == [(near.id, 1112), (far.id, 10008)]


async def test_a_place_is_met_by_what_is_in_it_and_by_who_comes_to_it(db: str):
    union, other = await factories.union(), await factories.union("kishoreganj-itna-dhanpur")
    district = await factories.district()
    here = await offered("ফ্যান")
    comes = await offered(
        "ফ্যান", place=other, served=[other.id, district.id], reach=sorted({*other.path})
    )

    assert sorted(await subjects("ফ্যান", place_id=union.id)) == [here.id, comes.id]
    assert await subjects("ফ্যান", place_id=other.id) == [comes.id]
    assert await subjects("ফ্যান", place_id=10**9) == []


async def test_a_category_holds_its_finer_kinds(db: str):
    auto = await offered("অটো", slug="auto-rickshaw")
    await offered("ফ্যান")

    assert await subjects(category="rickshaw-auto") == [auto.id]
    assert await subjects(category="auto-rickshaw") == [auto.id]
    assert await subjects(category="rickshaw") == []


async def test_the_price_is_the_one_of_this_moment(db: str):
    bull = await factories.listing(price=taka(100_000))
    lot = await auctions.lot(start=taka(50_000))
    await indexing.rebuild()

    assert await subjects(dearest=taka(50_000)) == [lot.id]
    await Listing.filter(id=bull.id).update(price_paisa=taka(49_999))

    assert await subjects(dearest=taka(49_999)) == [bull.id]


async def test_free_now_keeps_what_can_be_had_at_once_and_puts_it_first(db: str):
    idle = await offered("ফ্যান", signal="FREE", signal_at=NOON - timedelta(hours=1))
    silent = await offered("ফ্যান")
    stale = await offered("ফ্যান", signal="FREE", signal_at=NOON - timedelta(hours=25))
    coming = await auctions.lot(starts_at=NOON + timedelta(minutes=5))
    running = await auctions.lot(starts_at=NOON)
    await indexing.rebuild()

    assert sorted(await subjects("ফ্যান")) == sorted([idle.id, silent.id, stale.id])
    assert (await subjects("ফ্যান"))[0] == idle.id
    assert await subjects("ফ্যান", free_now=True) == [idle.id]
    assert await subjects(free_now=True, kinds=[Kind.LOT]) == [running.id]
    assert set(await subjects(kinds=[Kind.LOT])) == {running.id, coming.id}


@pytest.mark.parametrize(
    "hide",
    [
        lambda s: Service.filter(id=s.id).update(state=ServiceState.STALE),
        lambda s: Provider.filter(id=s.provider_id).update(state=ProviderState.SUSPENDED),
        lambda s: Provider.filter(id=s.provider_id).update(
            closed_from=NOON - timedelta(days=1), closed_to=NOON + timedelta(days=1)
        ),
    ],
    ids=["stale", "suspended", "away"],
)
async def test_a_document_that_is_behind_its_thing_shows_nothing(db: str, hide):
    service = await offered("ফ্যান")

    await hide(service)

    assert await Document.exists(subject_id=service.id)
    assert await subjects("ফ্যান") == []
    assert (await searching.counts(Wanted(text="ফ্যান"), now=NOON))[Kind.SERVICE] == 0


async def test_a_reserved_animal_and_a_lot_that_is_over_are_not_found(db: str):
    bull, lot = await factories.listing(), await auctions.lot()
    await auctions.submitted_lot()
    await indexing.rebuild()
    assert len(await subjects()) == 2

    await Listing.filter(id=bull.id).update(state=ListingState.RESERVED)
    later = lot.ends_at

    hits = await searching.search(Wanted(), first=100, after=None, now=later)
    assert hits == []


async def test_pages_of_equals_hold_each_of_them_once(db: str):
    """Failure 28; and all pages are in the order of the first one's moment."""
    made = [await offered("ফ্যান") for _ in range(7)]
    seen: list[int] = []
    mark: Mark | None = None

    for page in range(4):
        now = NOON + timedelta(days=page)
        hits = await searching.search(Wanted(text="ফ্যান"), first=2, after=mark, now=now)
        seen += [hit.subject_id for hit in hits]
        mark = Mark(ranked_at=NOON, rank=hits[-1].rank, id=hits[-1].id)

    assert seen == [service.id for service in made]


async def test_the_indexes_over_words_are_used_among_twenty_thousand(db: str):
    service = await offered("ফ্যান মেরামত")
    connection = get_connection("default")
    await connection.execute_query(
        "INSERT INTO discovery_word (key, of_two, grams) SELECT 'w' || n, false,"
        " (SELECT array_agg(substr(md5(n::text), at, 3)) FROM generate_series(1, 30) AS at)"
        " FROM generate_series(1, 20000) AS n"
    )
    await connection.execute_query(
        "INSERT INTO discovery_document (kind, subject_id, words, word_ids, categories, inside,"
        " serves, fresh_at) SELECT 'SERVICE', 1000000 + n, ' x ', ARRAY[100000 + n], '{}', '{}',"
        " '{}', now() FROM generate_series(1, 20000) AS n"
    )
    # The index of what was just written waits in a list, which a scan would have to read.
    await connection.execute_query("SELECT gin_clean_pending_list('discovery_word_grams')")
    await connection.execute_query("ANALYZE discovery_document, discovery_word")

    statement = Statement()
    body = await searching.ranking(statement, Wanted(text="ফ্যান"), ranked_at=NOON, now=NOON)
    plan = await statement.run(f"EXPLAIN {body} SELECT * FROM ranked")
    [fan] = rules.asked("ফ্যান").words
    of_words = await connection.execute_query_dict(
        "EXPLAIN SELECT id FROM discovery_word WHERE grams && $1::text[]", [fan.telling]
    )

    assert "discovery_document_word_ids" in str(plan)
    assert "discovery_word_grams" in str(of_words)
    assert await subjects("ফ্যান") == [service.id]
