"""An answer that is kept for others says what a new one would say, and nobody's own things."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, cast

import orjson
import pytest
from strawberry.types import ExecutionResult

from hmk_graph import reading
from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock, database_clock
from hmk_graph.haat.animal_models import (
    Animal,
    AnimalEvent,
    AnimalIdentifier,
    AnimalWeight,
    VetClearance,
)
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.follow_models import LotFollow
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import Haat, HaatSession
from hmk_graph.haat.picturing import PHOTOS
from hmk_graph.haat.sale_models import Listing, Offer, SaleKind
from hmk_graph.media.models import Attachment, Media, MediaState
from hmk_graph.money import taka
from hmk_graph.places.models import Boundary, Place
from hmk_graph.reading import WATCHED
from realtime.hub import Hub
from schema import root
from schema.answers import Answers
from schema.context import Context
from schema.cursors import Cursors
from schema.requests import Asked
from tests import auctions, factories
from tests.factories import at
from tests.media import files
from tests.schema.test_statement_counts import counted

SCHEMA = root.build()
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

ANIMAL = """animal { id number species { slug } breed { nameBn } tags { value } sellerName village
    origin { nameBn parent { nameBn } } weights { grams ageDays } latestWeight { grams }
    clearance { passed } qurbani { fitness } chain { animalId } sale { price } coatColor
    photo { alt state url(width: 480) } media { kind alt url(width: 96, format: AVIF) } }"""
HAAT = "haat { nameBn softCloseS place { nameEn } hasilRules { wordsBn } }"
LOT = f"""id phase state price minimumNext bidCount startsAt endsAt logHead titleBn followers
    bids {{ price bidder }} hasil {{ amount }} {HAAT} {ANIMAL}"""
LISTING = f"id state titleBn price lotId offersWaiting hasil {{ amount }} {HAAT} {ANIMAL}"
# Everything that can be kept; after `watching` a test asks for what is put in anew.
PUBLIC = {
    "lots": f"{{ lots {{ edges {{ node {{ {LOT} }} }} pageInfo {{ endCursor }} }} }}",
    "filtered lots": f"""{{ lots(filter: {{species: "cattle", minPrice: 1, minGrams: 1}}) {{
        edges {{ node {{ {LOT} }} }} }} }}""",
    "lots to come": f"{{ lots(are: COMING) {{ edges {{ node {{ {LOT} }} }} }} }}",
    "lots that ended": f"{{ lots(are: ENDED) {{ edges {{ node {{ {LOT} }} }} }} }}",
    "lot": f"query ($lot: ID!) {{ lot(id: $lot) {{ {LOT} }} }}",
    "lot's stand": f"""query ($lot: ID!) {{ lotSnapshot(lotId: $lot) {{ cursor seq
        lot {{ {LOT} }} }} }}""",
    "haat's stand": f"""query ($haat: ID!) {{ haatSnapshot(haatId: $haat) {{ cursor seq
        lots {{ {LOT} }} }} }}""",
    "log": "query ($lot: ID!) { lotLog(lotId: $lot) { lines } }",
    "featured": f"{{ featuredLot {{ {LOT} }} }}",
    "counts": "{ haatCounts { running coming endedToday } }",
    "listings": f"{{ listings {{ edges {{ node {{ {LISTING} }} }} }} }}",
    "listing": f"query ($listing: ID!) {{ listing(id: $listing) {{ {LISTING} }} }}",
    "auctioned": f"query ($auctioned: ID!) {{ listing(id: $auctioned) {{ {LISTING} }} }}",
    "animal": f"query ($animal: ID!) {{ animal(id: $animal) {ANIMAL.removeprefix('animal')} }}",
    "haats": "{ haats { edges { node { id nameBn softCloseS hasilRules { wordsEn } } } } }",
    "haat": "query ($haat: ID!) { haat(id: $haat) { id nameBn softCloseS } }",
    "days": "{ haatSessions { edges { node { titleBn state startsAt officerName } } } }",
    "place": """{ place(slug: "kishoreganj") { nameBn children { nameBn } boundary { bbox } } }""",
    "places": "{ places { edges { node { slug nameInFull } } } }",
    "search": """{ placeSearch(text: "করিমগঞ্জ") { nameBn } }""",
    "species": "{ species { slug } }",
}


class World:
    """A running lot with two bids, one to come, a sale with an offer, and who has to do with it."""

    cow: Lot
    later: Lot
    sale: Listing
    offer: Offer
    people: list[Account]
    rule: HasilRule
    day: HaatSession
    photo: Media

    async def furnish(self) -> World:
        now = await database_clock()
        started = {"starts_at": now - HOUR, "ends_at": now + HOUR}
        self.people = [await auctions.bidder(), await auctions.bidder()]
        self.cow = await auctions.lot(**started)
        self.later = await auctions.lot(starts_at=now + HOUR, ends_at=now + 2 * HOUR)
        self.photo = await self.hang(0)
        for n, person in enumerate(self.people):
            await self.bid(person, taka(60_000 + 5_000 * n))
        self.sale = await factories.listing(kind=SaleKind.BARGAIN)
        self.offer = await Offer.create(
            listing=self.sale,
            buyer=self.people[0],
            by_seller=False,
            depth=1,
            amount_paisa=taka(90_000),
            made_at=now,
            expires_at=now + DAY,
        )
        haat = await factories.haat()
        self.rule = await HasilRule.create(
            haat=haat,
            kind="PERCENT",
            value=500,
            set_by=self.people[0],
            valid_from=now - DAY,
            legal_ref="স্মারক ৭",
        )
        self.day = await HaatSession.create(
            haat=haat,
            title_bn="হাট",
            title_en="Haat",
            officer=self.people[0],
            starts_at=now + HOUR,
            ends_at=now + 9 * HOUR,
        )
        return self

    async def bid(self, person: Account, maximum: int) -> None:
        key = f"{person.id} {maximum}"
        await place_bid(person.id, self.cow.id, maximum, idempotency_key=key, clock=database_clock)

    @property
    def variables(self) -> dict[str, str]:
        return {
            "lot": f"Lot:{self.cow.id}",
            "haat": f"Haat:{self.cow.haat_id}",
            "listing": f"Listing:{self.sale.id}",
            "auctioned": f"Listing:{self.cow.listing_id}",
            "animal": f"Animal:{self.cow.animal_id}",
        }

    def changes(self) -> dict[str, list[Callable[[], Awaitable[Any]]]]:
        """Return, for each watched table, changes of it that somebody may see."""
        cow, now = self.cow, self.cow.starts_at
        beast = {"animal_id": cow.animal_id}
        return {
            "accounts_account": [
                lambda: Account.filter(id=cow.seller_id).update(name="নতুন নাম"),
                lambda: Account.filter(id=self.day.officer_id).update(name="নতুন কর্মকর্তা"),
            ],
            "event_stream": [lambda: self.bid(self.people[0], taka(80_000))],
            "haat_lot_line": [lambda: self.bid(self.people[0], taka(99_000))],
            "haat_animal": [lambda: Animal.filter(id=cow.animal_id).update(coat_color="কালো")],
            "haat_animal_event": [
                lambda: AnimalEvent.create(
                    **beast, kind="icarWeightEventResource", payload={}, at=now, actor_id=None
                )
            ],
            "haat_animal_identifier": [
                lambda: AnimalIdentifier.create(**beast, scheme="farm.tag", value="৭৭")
            ],
            "haat_animal_weight": [
                lambda: AnimalWeight.create(
                    **beast,
                    grams=300_000,
                    method="LoadCell",
                    measured_at=now,
                    recorded_by_id=cow.seller_id,
                )
            ],
            "haat_haat": [lambda: Haat.filter(id=cow.haat_id).update(soft_close_s=90)],
            "haat_hasil_rule": [
                lambda: HasilRule.filter(id=self.rule.id).update(value=400),
                lambda: HasilRule.filter(id=self.rule.id).delete(),
            ],
            "haat_listing": [
                lambda: Listing.filter(id=cow.listing_id).update(title_bn="অন্য নাম"),
                lambda: Listing.filter(id=self.sale.id).update(price_paisa=taka(99_999)),
                factories.listing,
            ],
            "haat_lot": [
                lambda: Lot.filter(id=cow.id).update(ends_at=cow.hard_ends_at),
                lambda: Lot.filter(id=self.later.id).update(state="WITHDRAWN"),
                lambda: Lot.filter(id=cow.id).update(state="VOIDED"),
            ],
            "haat_lot_follow": [
                lambda: LotFollow.create(lot=cow, account=self.people[0], followed_at=now),
                lambda: LotFollow.filter(lot_id=cow.id).delete(),
            ],
            "haat_offer": [lambda: Offer.filter(id=self.offer.id).update(state="WITHDRAWN")],
            "haat_session": [
                lambda: HaatSession.filter(id=self.day.id).update(title_bn="বড় হাট"),
                lambda: HaatSession.filter(id=self.day.id).delete(),
            ],
            "haat_vet_clearance": [
                lambda: VetClearance.create(
                    **beast,
                    officer_id=self.people[0].id,
                    passed=True,
                    vet_name="ডা. হাসান",
                    registration_no="৭",
                    issued_at=now,
                    valid_until=now + DAY,
                )
            ],
            "media_attachment": [
                self.another_photo,
                lambda: Attachment.filter(place=1).update(alt="পাশ থেকে"),
                lambda: Attachment.filter(place=1).delete(),
            ],
            "media_media": [
                lambda: Media.filter(id=self.photo.id).update(state=MediaState.DELETED)
            ],
            "places_boundary": [self.outline],
            "places_place": [lambda: Place.all().update(name_bn="নতুন জায়গা")],
        }

    async def hang(self, place: int) -> Media:
        photo = await files.ready(await Account.get(id=self.cow.seller_id))
        await Attachment.create(
            media=photo, subject=PHOTOS.name, subject_id=self.cow.animal_id, place=place
        )
        return photo

    async def another_photo(self) -> None:
        await self.hang(1)

    async def outline(self) -> None:
        home = await Place.get(slug="kishoreganj")
        await Boundary.create(
            place=home,
            coordinates=[[[90.0, 24.0], [91.0, 24.0], [91.0, 25.0], [90.0, 24.0]]],
            west=90.0,
            south=24.0,
            east=91.0,
            north=25.0,
            attribution="nobody",
        )


class Site:
    """What stands before the schema in one web process."""

    def __init__(self, answers: Answers | None = None) -> None:
        self.answers = Answers() if answers is None else answers
        self.executed = 0

    async def ask(
        self,
        query: str,
        viewer_id: int | None = None,
        clock: Clock = database_clock,
        **variables: Any,
    ) -> Any:
        """Return the data of an answer, kept or made anew."""
        context = make_context(viewer_id, clock)
        asked = Asked(query=query, variables=variables)

        async def run() -> ExecutionResult:
            self.executed += 1
            return await execute(query, context, variables)

        answer = await self.answers.ask(asked, context, run)
        if isinstance(answer, ExecutionResult):
            assert answer.errors is None, answer.errors
            return answer.data
        return orjson.loads(answer)["data"]


def make_context(viewer_id: int | None = None, clock: Clock = database_clock) -> Context:
    return Context(
        clock=clock,
        hub=cast(Hub, None),  # nothing here listens to a stream
        cursors=Cursors(b"tests"),
        address="203.0.113.7",
        request_id="r",
        viewer_id=viewer_id,
    )


async def execute(query: str, context: Context, variables: dict[str, Any]) -> ExecutionResult:
    return await SCHEMA.execute(query, variable_values=variables, context_value=context)


async def anew(query: str, **variables: Any) -> Any:
    """Return what an answer says that nobody kept."""
    result = await execute(query, make_context(), variables)
    assert result.errors is None, result.errors
    return orjson.loads(orjson.dumps(result.data))


def needed(query: str, world: World) -> dict[str, str]:
    return {name: value for name, value in world.variables.items() if f"${name}:" in query}


@pytest.fixture
async def world(db: str) -> World:
    return await World().furnish()


@pytest.mark.parametrize("name", PUBLIC)
async def test_who_asks_the_same_gets_the_same_without_reading_it_again(world: World, name: str):
    site, asked = Site(), needed(PUBLIC[name], world)
    first = await site.ask(PUBLIC[name], **asked)

    with counted() as statements:
        second = await site.ask(PUBLIC[name], world.people[0].id, **asked)

    assert second == first == await anew(PUBLIC[name], **asked)
    assert (site.executed, site.answers.given, len(statements.sent)) == (1, 1, 1)


@pytest.mark.parametrize("table", WATCHED)
async def test_what_is_kept_says_after_each_change_what_a_new_answer_says(world: World, table: str):
    site = Site()
    for change in world.changes()[table]:
        before = {
            name: await site.ask(query, **needed(query, world)) for name, query in PUBLIC.items()
        }
        await change()

        after = {
            name: await site.ask(query, **needed(query, world)) for name, query in PUBLIC.items()
        }

        fresh = {name: await anew(query, **needed(query, world)) for name, query in PUBLIC.items()}
        assert after == fresh
        seen_by_all = table != "haat_animal_event"  # the history of an animal is not kept
        assert (before != after) == seen_by_all


async def test_a_change_of_one_lot_leaves_the_pages_of_others_kept(world: World):
    site, query = Site(), PUBLIC["lot"].replace("sale { price }", "")
    await site.ask(query, lot=f"Lot:{world.later.id}")
    await site.ask(query, lot=f"Lot:{world.cow.id}")

    await world.bid(world.people[0], taka(80_000))
    await site.ask(query, lot=f"Lot:{world.later.id}")
    await site.ask(query, lot=f"Lot:{world.cow.id}")

    assert (site.executed, site.answers.given) == (3, 1)


async def test_a_change_that_is_rolled_back_moves_nothing(world: World):
    site = Site()
    before = await site.ask(PUBLIC["lots"])

    with pytest.raises(ZeroDivisionError):
        async with auctions.scheduling.transaction():
            await Lot.filter(id=world.cow.id).update(ends_at=world.cow.hard_ends_at)
            raise ZeroDivisionError

    assert await site.ask(PUBLIC["lots"]) == before
    assert site.answers.given == 1


OWN = {
    "mine": "query ($lot: ID!) { lot(id: $lot) { price mine { maximum leading } } }",
    "mayBid": "query ($lot: ID!) { lot(id: $lot) { price mayBid } }",
    "followed": "query ($lot: ID!) { lot(id: $lot) { price followed } }",
    "stars": "{ lots(filter: {followed: true}) { edges { node { id } } } }",
    "offers": "query ($listing: ID!) { listing(id: $listing) { offers { amount } mine } }",
    "me": "{ lots { edges { node { id animal { mine } haat { registered } } } } }",
}


@pytest.mark.parametrize("name", OWN)
async def test_what_is_a_viewers_own_is_never_given_to_another(world: World, name: str):
    site, query = Site(), OWN[name]
    await LotFollow.create(lot=world.cow, account=world.people[0], followed_at=world.cow.starts_at)
    viewers = [person.id for person in world.people] + [world.cow.seller_id, world.sale.seller_id]

    answers = [
        await site.ask(query, viewer, **needed(query, world)) for viewer in (*viewers, None) * 2
    ]

    for viewer, answer in zip((*viewers, None), answers[:5], strict=True):
        result = await execute(query, make_context(viewer), needed(query, world))
        assert answer == orjson.loads(orjson.dumps(result.data))
    assert answers[:5] == answers[5:]
    assert len({orjson.dumps(answer) for answer in answers}) > 1
    assert (site.executed, len(site.answers)) == (10, 0)


async def test_what_hangs_on_the_clock_is_told_until_it_turns(world: World):
    query = "query ($lot: ID!) { lot(id: $lot) { phase } }"
    past, ahead = at(world.cow.starts_at - DAY), at(world.cow.ends_at - HOUR / 2)
    early, running = Site(), Site()

    for _ in range(2):
        await early.ask(query, clock=past, lot=f"Lot:{world.cow.id}")
        await running.ask(query, clock=ahead, lot=f"Lot:{world.cow.id}")

    # By the database's clock the lot has begun: what was true before is not given any more.
    assert (early.executed, early.answers.given) == (2, 0)
    assert (running.executed, running.answers.given) == (1, 1)


async def test_the_servers_clock_is_put_in_anew_under_whatever_name_it_is_asked(world: World):
    query = """query ($lot: ID!) { serverNow now: serverNow
        lotSnapshot(lotId: $lot) { t: serverNow lot { serverNow watching } }
        lots { edges { node { serverNow } } } none: lot(id: "Lot:1000000") { serverNow } }"""
    site = Site()

    # Nobody's lot is asked by everybody's rights: it is not kept. Without it the answer is.
    await site.ask(query, lot=f"Lot:{world.cow.id}")
    assert len(site.answers) == 0
    query = query.replace('none: lot(id: "Lot:1000000") { serverNow }', "")
    first = await site.ask(query, lot=f"Lot:{world.cow.id}")
    between = (await database_clock()).isoformat()
    second = await site.ask(query, lot=f"Lot:{world.cow.id}")

    def times(data: dict[str, Any]) -> list[str]:
        return [
            data["serverNow"],
            data["now"],
            data["lotSnapshot"]["t"],
            data["lotSnapshot"]["lot"]["serverNow"],
            data["lots"]["edges"][0]["node"]["serverNow"],
        ]

    assert site.answers.given == 1
    assert all(time < between for time in times(first))
    assert all(time > between for time in times(second)) and len(set(times(second))) == 1
    assert second["lotSnapshot"]["lot"]["watching"] is None


async def test_a_herd_executes_once(world: World):
    site = Site()

    answers = await asyncio.gather(*(site.ask(PUBLIC["lots"]) for _ in range(50)))

    assert all(answer == answers[0] for answer in answers)
    assert site.executed == 1


async def test_those_who_ask_for_their_own_do_not_wait_for_each_other(world: World):
    site, query = Site(), OWN["me"]
    await site.ask(query, world.people[0].id)
    waiting, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> ExecutionResult:
        waiting.set()
        await go_on.wait()
        return ExecutionResult(data={}, errors=None)

    asked = Asked(query=query, variables={})
    first = asyncio.create_task(site.answers.ask(asked, make_context(7), slow))
    await waiting.wait()
    await site.ask(query, world.people[1].id)
    go_on.set()
    await first


async def test_a_change_while_an_answer_is_read_keeps_it_from_being_kept(world: World):
    site = Site()
    asked = Asked(query=PUBLIC["lots"], variables={})

    async def changed_meanwhile() -> ExecutionResult:
        result = await execute(PUBLIC["lots"], make_context(), {})
        await Lot.filter(id=world.cow.id).update(soft_close_s=60)
        await site.ask(PUBLIC["species"])
        await site.ask(PUBLIC["species"])  # this one looks
        return result

    await site.answers.ask(asked, make_context(), changed_meanwhile)

    assert site.answers.given == 1
    assert await site.ask(PUBLIC["lots"]) == await anew(PUBLIC["lots"])
    assert site.executed == 2  # the species, and the lots again


async def test_memory_is_bounded_and_the_least_lately_asked_goes_first(world: World):
    site = Site(Answers(most_bytes=40_000))
    names = "{ species { slug nameBn nameEn maxShares breeds { slug nameBn nameEn } } }"
    others = [names.replace("{ species", f"{{ a{n}: species") for n in range(40)]

    for query in others:
        await site.ask(names)
        await site.ask(query)

    assert 2 < len(site.answers) < 20
    assert site.answers.given == 39
    assert site.answers._bytes == sum(kept.size for kept in site.answers._kept.values()) <= 40_000


async def test_who_was_refused_for_the_cost_is_not_given_what_another_could_pay(world: World):
    costly = "{ " + " ".join(f"a{n}: lots(first: 100) {{ {HEAVY} }}" for n in range(5)) + " }"
    site = Site()
    await site.ask(costly, world.people[0].id)

    asked = Asked(query=costly, variables={})
    run = partial(execute, costly, make_context(), {})
    refused = await site.answers.ask(asked, make_context(), run)

    assert len(site.answers) == 1
    assert isinstance(refused, ExecutionResult)
    assert [error.extensions["code"] for error in refused.errors] == ["QUERY_TOO_COMPLEX"]


HEAVY = """edges { node { id number state startPrice price minimumNext leader bidCount bidderCount
    steps { step below } } }"""


async def test_errors_are_not_kept(db: str):
    site = Site()
    for _ in range(2):
        asked = Asked(query="{ lots(first: 1000) { edges { cursor } } }", variables={})
        run = partial(execute, asked.query, make_context(), {})
        assert isinstance(await site.answers.ask(asked, make_context(), run), ExecutionResult)

    assert len(site.answers) == 0


@pytest.mark.parametrize("name", ["viewer_id", "address", "presence", "whereabouts"])
def test_what_no_table_tells_of_makes_an_answer_that_is_not_kept(name: str):
    context = make_context()

    with reading.opened() as read:
        getattr(context, name)

    assert read.why_not == f"it is asked of the context: {name}"
