"""A page of fifty costs as many SQL statements as a page of one (failure 25)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from hmk_graph import database
from hmk_graph.accounts.models import Account
from hmk_graph.blood.models import BloodRequest, DonationOffer, Donor
from hmk_graph.clock import database_clock
from hmk_graph.discovery import indexing
from hmk_graph.haat.animal_models import OfficerFlag
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.follow_models import LotFollow
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.picturing import PHOTOS
from hmk_graph.haat.sale_models import Deal, ListingState, Offer, SaleKind
from hmk_graph.media.models import Attachment
from hmk_graph.money import taka
from hmk_graph.rentals.models import Deduction, Hire, MonthlyDue, Viewing
from hmk_graph.services import answering
from hmk_graph.services.booking_models import Quote, Serial
from hmk_graph.services.models import SpecialDay
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests import auctions, factories
from tests.blood import givers
from tests.conftest import at_database, execute
from tests.factories import NOON, at
from tests.media import files
from tests.rentals import lodgings
from tests.schema import (
    crowded_assistances,
    crowded_audit,
    crowded_complaints,
    crowded_forced_acts,
    crowded_overcharges,
    crowded_payouts,
    crowded_photos,
    crowded_pools,
    crowded_shops,
    crowding,
)
from tests.schema.crowding import ANIMAL
from tests.services import desks

# Fifty of everything take a while on a busy machine.
pytestmark = pytest.mark.timeout(900)
SCHEMA = root.build()
FEW, MANY = 1, 50
# Every relation that a page of phones shows at once.
SERVICE = """titleBn fromPrice category { slug } availability { state } reason
    media { url(width: 320) alt }
    allowedTransitions options { amount history { amount } }
    provider { name rating { hundredths } availability { state } place { nameBn }
        media { id } portrait { url(width: 96) } }"""
RENTAL = "titleBn place { nameBn } address ownerName mine allowedTransitions"
HAAT = "haat { nameBn registered place { nameEn } hasilRules { wordsBn } }"
PAGES = {
    "lots": f"""lots(first: $n) {{ edges {{ node {{ id phase price minimumNext logHead titleBn
        titleEn serverNow bids {{ price bidder }} mine {{ maximum }} mayBid followed followers
        description hasil {{ amount rule {{ wordsEn }} }} {HAAT} {ANIMAL} }} }} }}""",
    "followedLots": "followedLots(first: $n) { edges { node { id followed mayBid } } }",
    "myLots": "myLots(first: $n) { edges { node { id mine { leading } bids { line } } } }",
    "listings": f"""listings(first: $n) {{ edges {{ node {{ id titleBn price lotId offersWaiting
        offers {{ amount buyerName }} mine hasil {{ amount }} {HAAT} {ANIMAL} }} }} }}""",
    "myOffers": f"""myOffers(first: $n) {{ edges {{ node {{ amount buyerName
        listing {{ titleBn {HAAT} }} }} }} }}""",
    "myDeals": f"""myDeals(first: $n) {{ edges {{ node {{ amount buyerName sellerName selling
        allowedMoves payment {{ left tries {{ amount }} }} {ANIMAL}
        proofs(of: WEIGHING) {{ url(width: 480) }} }} }} }}""",
    "dealsWaiting": f"""dealsWaiting(first: $n) {{ edges {{ node {{ amount buyerName sellerName
        allowedMoves proofs(of: OBJECTION) {{ url(width: 480) }} {ANIMAL} }} }} }}""",
    "flags": f"""flags(first: $n) {{ edges {{ node {{ reason {{ bn en }} {ANIMAL}
        other {{ number }} }} }} }}""",
    "myBloodRequests": """myBloodRequests(first: $n) { edges { node { group place { nameBn } mine
        myOffer { id } allowedTransitions offers { state group phone name mine allowedTransitions
        place { nameBn } request { units } } } } }""",
    "myDonationOffers": """myDonationOffers(first: $n) { edges { node { state group phone name mine
        request { hospital place { nameBn } offers { id } myOffer { id } } } } }""",
    "rentals": f"rentals(first: $n) {{ edges {{ node {{ {RENTAL} }} }} }}",
    "viewings": f"""myViewings(first: $n) {{ edges {{ node {{ phone visitorName allowedTransitions
        unit {{ {RENTAL} }} }} }} }}""",
    "tenancies": f"""myRentalAgreements(first: $n) {{ edges {{ node {{ phone tenantName landlordName
        dues {{ amount paymentId }} deductions {{ amount unit {{ titleBn }} }} advancePaymentId
        unit {{ {RENTAL} }} }} }} }}""",
    "hires": f"""myVehicleHires(first: $n) {{ edges {{ node {{ phone hirerName
        unit {{ {RENTAL} }} }} }} }}""",
    "places": """places(first: $n) { edges { node { slug kind parent { nameBn parent { nameBn } }
        ancestors { slug } nameInFull } } }""",
    "services": f"services(first: $n) {{ edges {{ node {{ {SERVICE} }} }} }}",
    "providers": """providerApplications(first: $n, are: [VERIFIED]) { edges { node { name village
        contactPhone reason allowedTransitions specialDays { day } served { slug }
        services { titleBn } } } }""",
    "bookings": f"""myBookings(first: $n) {{ edges {{ node {{ part phone startCode citizenName
        place {{ nameBn }} quotes {{ totalAmount }} cancelTerms {{ fee }} allowedTransitions
        reviews {{ stars authorName media {{ id }} }} service {{ {SERVICE} }} }} }} }}""",
    "sittings": f"""sittings(first: $n) {{ edges {{ node {{ taken waiting mySerial {{ ahead }}
        line {{ number }} service {{ {SERVICE} }} }} }} }}""",
    "serials": """mySerials(first: $n) { edges { node { number ahead expectedAt citizenName
        sitting { nowServing } } } }""",
    **{
        f"search for {kind}": f"""search(first: $n, kinds: [{kind}]) {{ edges {{ distanceM
            freeNow node {{ {shown} }} }} counts {{ kind count }} }}"""
        for kind, shown in {
            "SERVICE": "... on Service { titleBn provider { name } options { labelBn } }",
            "ANIMAL": f"... on Listing {{ titleBn {ANIMAL} }}",
            "LOT": f"... on Lot {{ titleBn phase {ANIMAL} }}",
            "RENTAL": f"... on RentalUnit {{ {RENTAL} }}",
            "PRODUCT": f"... on Product {{ {crowded_shops.PRODUCT} }}",
            "SHOP": f"... on Shop {{ {crowded_shops.SHOP} }}",
        }.items()
    },
    "children": "places(first: $n, kind: UPAZILA) { edges { node { children { slug } } } }",
    **crowding.PAGES,
    **crowded_shops.PAGES,
    **crowded_payouts.PAGES,
    **crowded_pools.PAGES,
    **crowded_overcharges.PAGES,
    **crowded_photos.PAGES,
    **crowded_complaints.PAGES,
    **crowded_forced_acts.PAGES,
    **crowded_assistances.PAGES,
    **crowded_audit.PAGES,
}


@dataclass
class Statements(logging.Handler):
    """Keeps what Tortoise sends to PostgreSQL."""

    sent: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def __hash__(self) -> int:
        return id(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.sent.append(record.getMessage())


@contextmanager
def counted() -> Iterator[Statements]:
    """Count statements while it lasts."""
    log, kept = logging.getLogger("tortoise.db_client"), Statements()
    level = log.level
    log.addHandler(kept)
    log.setLevel(logging.DEBUG)
    try:
        yield kept
    finally:
        log.removeHandler(kept)
        log.setLevel(level)


@pytest.fixture(scope="module")
def crowded(postgres: str, template: str) -> Iterator[tuple[str, int]]:
    """The address of a database with fifty of everything, and who sees it all."""
    name = f"crowded_{template}"
    url = at_database(postgres, name)

    async def make() -> int:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        async with database.connected(url, pool_size=8):
            return await furnish()

    yield url, asyncio.run(make())
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def furnish() -> int:
    buyer = await auctions.bidder()
    # First, so that a page can name the first provider.
    await crowding.furnish(buyer, MANY)
    await crowded_shops.furnish(buyer, MANY)
    await HasilRule.create(
        haat=await factories.haat(),
        kind="PERCENT",
        value=500,
        set_by=buyer,
        valid_from=NOON,
        legal_ref="স্মারক ৭",
    )
    for number in range(MANY):
        await furnish_one(number, buyer)
    await indexing.rebuild()
    # Only now: an officer may not bid at his own haat.
    await factories.granted(buyer, factories.Role.OFFICER, await factories.upazila())
    # Last: an administrator may not bid.
    await crowded_payouts.furnish(buyer, MANY)
    await crowded_forced_acts.furnish(buyer, MANY)
    await crowded_pools.furnish(buyer, MANY)
    await crowded_overcharges.furnish(buyer, MANY)
    await crowded_photos.furnish(MANY)
    await crowded_complaints.furnish(buyer, MANY)
    await crowded_assistances.furnish(buyer, MANY)
    await crowded_audit.furnish(MANY)
    return buyer.id


async def furnish_one(number: int, buyer: Account) -> None:
    """Put up a lot with a bid, a listing with an offer, a sale and a flag, all of other sellers."""
    await factories.union(f"kishoreganj-u{number}-union")
    cow = await auctions.lot()
    await place_bid(buyer.id, cow.id, taka(60_000), idempotency_key=f"{cow.id}", clock=at(NOON))
    await LotFollow.create(lot=cow, account=buyer, followed_at=NOON)
    animal = await factories.animal(tag=str(number))
    listing = await factories.listing(animal, kind=SaleKind.BARGAIN)
    made: dict[str, Any] = {"amount_paisa": taka(90_000), "made_at": NOON}
    await Offer.create(
        **{"listing": listing, "buyer": buyer, "by_seller": False, "depth": 1, **made},
        expires_at=NOON + timedelta(days=1),
    )
    sold = await factories.listing(state=ListingState.SOLD)
    await Deal.create(
        **{"animal_id": sold.animal_id, "listing": sold, "seller_id": sold.seller_id, **made},
        buyer=buyer,
    )
    other = await factories.listing(state=ListingState.SOLD)
    await Deal.create(
        **{"animal_id": other.animal_id, "listing": other, "seller_id": other.seller_id, **made},
        buyer=await factories.person(),
    )
    await furnish_services(buyer, number)
    photo = await files.ready(await Account.get(id=animal.seller_id))
    await Attachment.create(media=photo, subject=PHOTOS.name, subject_id=animal.id, place=0)
    await furnish_blood(buyer)
    await furnish_rentals(buyer)
    await OfficerFlag.create(
        kind="LIKELY_COPY", animal=animal, other_id=sold.animal_id, raised_at=NOON
    )


async def furnish_services(citizen: Account, number: int) -> None:
    """Have a citizen booked with one provider, and with a number at another."""
    desk, option = await desks.shop()
    await SpecialDay.create(provider=desk, day=NOON.date(), spans=[])
    later = desks.TOMORROW_TEN + timedelta(days=number % 20)
    booking = await desks.requested(option, citizen, starts_at=later)
    await answering.confirm(desk.account_id, booking.id, clock=at(NOON))
    await Quote.create(booking=booking, state="SENT", total_paisa=100, created_at=NOON)
    clinic = await desks.provider()
    sitting = await desks.sitting(clinic, await desks.option(await desks.service(clinic)))
    await Serial.create(sitting=sitting, citizen=citizen, number=1, taken_at=NOON)


async def furnish_blood(viewer: Account) -> None:
    """Have the viewer need blood that somebody gives, and give to somebody who needs it."""
    times = {
        "invited_at": NOON,
        "answered_at": NOON,
        "confirmed_at": NOON,
        "given_on": "2026-05-20",
    }
    own = await Donor.get_or_none(account=viewer) or await givers.donor(account=viewer)
    sides = [(viewer, await givers.donor()), (await factories.person(), own)]
    for requester, donor in sides:
        request = await BloodRequest.create(
            requester=requester,
            group="B_POS",
            units=2,
            place=await factories.union(),
            hospital="হাসপাতাল",
            needed_by=givers.TOMORROW,
            created_at=NOON,
        )
        await DonationOffer.create(
            request=request, donor=donor, state="DONATED", ring=1, exact=True, **times
        )


async def furnish_rentals(tenant: Account) -> None:
    """Have a flat that he saw and lives in, and a car that he hires."""
    flat = await lodgings.unit(key="flat")
    await Viewing.create(unit=flat, visitor=tenant, state="DONE", starts_at=NOON, created_at=NOON)
    agreement = await lodgings.tenancy(flat, tenant)
    await MonthlyDue.create(agreement=agreement, month="2026-05-01", amount_paisa=100, made_at=NOON)
    await Deduction.create(agreement=agreement, label="রং", claimed_paisa=100, amount_paisa=100)
    await Hire.create(
        unit=flat,
        hirer=tenant,
        state="CONFIRMED",
        first_day="2026-05-21",
        until_day="2026-05-22",
        amount_paisa=100,
        pickup="স্টেশন",
        created_at=NOON,
    )


async def asked_of_the_database() -> datetime:
    """Cost what the real clock costs, and answer the time of the test."""
    await database_clock()
    return NOON + timedelta(minutes=1)


@pytest.fixture
async def ask(crowded: tuple[str, int]) -> AsyncIterator[Callable[..., Any]]:
    url, viewer_id = crowded

    async def asked(field: str, first: int) -> tuple[int, int]:
        """Return how many nodes came, and by how many statements."""
        context = Context(
            clock=asked_of_the_database,
            hub=cast(Hub, None),  # nothing here listens to a stream
            cursors=Cursors(b"tests"),
            address="203.0.113.7",
            request_id="r",
            viewer_id=viewer_id,
        )
        query = f"query ($n: Int!) {{ page: {field} }}"
        with counted() as statements:
            answer = await SCHEMA.execute(
                query, variable_values={"n": first}, context_value=context
            )
        assert answer.errors is None, answer.errors
        assert answer.data is not None
        return len(answer.data["page"]["edges"]), len(statements.sent)

    async with database.connected(url, pool_size=4):
        yield asked


@pytest.mark.parametrize("page", PAGES)
async def test_fifty_cost_as_many_statements_as_one(ask: Callable[..., Any], page: str):
    one, for_one = await ask(PAGES[page], FEW)
    all_of_them, for_all = await ask(PAGES[page], MANY)

    assert (one, all_of_them) == (FEW, MANY)
    assert 1 <= for_all <= for_one


def test_every_list_of_the_schema_is_counted():
    query = SCHEMA._schema.query_type
    assert query is not None
    lists = {name for name, field in query.fields.items() if "Connection" in str(field.type)}

    assert lists - {page.partition("(")[0] for page in PAGES.values()} == set()
