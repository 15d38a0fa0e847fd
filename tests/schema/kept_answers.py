"""A world whose answers are kept, and a web process that keeps them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, cast

import orjson
from strawberry.types import ExecutionResult

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
from realtime.hub import Hub
from schema import root
from schema.answers import Answers
from schema.context import Context
from schema.cursors import Cursors
from schema.requests import Asked
from tests import auctions, factories
from tests.media import files

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
