"""What stands on the pages while they are looked at: a lot that runs, sales, and who looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.accounts.models import Account
from hmk_graph.civic.models import Complaint
from hmk_graph.clock import database_clock
from hmk_graph.haat.dealing import buy_now
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Deal, Listing, SaleKind
from hmk_graph.money import taka
from hmk_graph.rentals.models import Agreement, Unit, UnitState
from hmk_graph.services.booking_models import Booking
from hmk_graph.services.models import Provider
from hmk_graph.shops.models import Shop, Variant
from tests.auctions import bidder, submitted_lot
from tests.browser.houses import Haat
from tests.civic.grievances import lodged
from tests.factories import listing, officer, operator, person, upazila
from tests.rentals import lodgings
from tests.services import desks
from tests.shops import stalls

PAGES = (
    "home",
    "hall",
    "lot",
    "log",
    "sale",
    "bargain",
    "deal",
    "shares",
    "deposits",
    "services",
    "provider",
    "booking",
    "desk",
    "enroll",
    "offers",
    "ambulance",
    "bazar",
    "shop",
    "product",
    "cart",
    "dokan",
    "ride",
    "blood",
    "rentals",
    "rental",
    "lettings",
    "tenancy",
    "driver",
    "enlist",
    "search",
    "sell",
    "mine",
    "news",
    "money",
    "assist",
    "complaints",
    "complaint",
    "officer",
    "figures",
    "about",
    "offline",
    "missing",
)
SIGNED_IN = {
    "deal": "buyer",
    "deposits": "buyer",
    "blood": "citizen",
    "lettings": "landlord",
    "tenancy": "landlord",
    "booking": "citizen",
    "desk": "provider",
    "dokan": "keeper",
    "enroll": "buyer",
    "offers": "provider",
    "enlist": "buyer",
    "sell": "buyer",
    "mine": "buyer",
    "news": "buyer",
    "money": "keeper",
    "assist": "operator",
    "complaints": "citizen",
    "complaint": "citizen",
    "officer": "officer",
}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Scenery:
    """Everything that the pages show."""

    lot: Lot
    sale: Listing
    bargain: Listing
    deal: Deal
    shop: Shop
    good: Variant
    provider: Provider
    booking: Booking
    flat: Unit
    tenancy: Agreement
    complaint: Complaint
    people: dict[str, Account]

    def path(self, page: str) -> str:
        """Return the address of a page."""
        return {
            "home": "/",
            "hall": "/haat",
            "lot": f"/haat/{self.lot.id}",
            "log": f"/haat/{self.lot.id}/log",
            "sale": f"/haat/sale/{self.sale.id}",
            "bargain": f"/haat/sale/{self.bargain.id}",
            "deal": f"/haat/deal/{self.deal.id}",
            "shares": "/haat/shares",
            "deposits": "/haat/deposits",
            "services": "/seba",
            "provider": f"/seba/{self.provider.id}",
            "booking": f"/seba/booking/{self.booking.id}",
            "desk": "/provider",
            "enroll": "/provider",
            "offers": "/provider/work",
            "ambulance": "/ambulance",
            "bazar": "/bazar",
            "shop": f"/shop/{self.shop.slug}",
            "product": f"/shop/{self.shop.slug}/{self.good.product_id}",
            "cart": "/cart",
            "dokan": "/dokan",
            "ride": "/ride?kind=GOODS",
            "blood": "/rokto",
            "rentals": "/bhara",
            "rental": f"/bhara/{self.flat.id}",
            "lettings": "/bhara/mine",
            "tenancy": f"/bhara/tenancy/{self.tenancy.id}",
            "driver": "/driver",
            "enlist": "/driver",
            "search": "/search",
            "sell": "/haat/sell",
            "mine": "/amar",
            "news": "/khobor",
            "money": "/taka",
            "assist": "/sahayok",
            "complaints": "/nalish",
            "complaint": f"/nalish/{self.complaint.id}",
            "officer": "/officer",
            "figures": "/hishab",
            "about": "/about",
            "offline": "/offline",
            "missing": "/nowhere",
        }[page]

    def viewer(self, page: str) -> Account | None:
        """Return who looks at a page; None: somebody who is not signed in."""
        return self.people.get(SIGNED_IN.get(page, ""))


async def tomorrow_noon() -> datetime:
    """Return when it is noon in Dhaka tomorrow."""
    now = await database_clock() + ONE_DAY
    return now.replace(hour=6, minute=0, second=0, microsecond=0)


async def bought(buyer: Account) -> Deal:
    """Have somebody buy an animal, which is to be paid now."""
    sold, price = await listing(price=taka(95_000)), taka(95_000)
    return await buy_now(buyer.id, sold.id, price=price, idempotency_key="k", clock=database_clock)


async def scenery(haat: Haat) -> Scenery:
    """Make a running lot with bids, what is for sale, a lot that waits, and people."""
    cow = await haat.lot()
    await haat.bids(cow, 60_000, 70_000, 125_000)
    await submitted_lot()
    owner, citizen = await person("রফিকুল ইসলাম"), await person("সুমাইয়া আক্তার")
    desk, wanted = await desks.shop(account=owner)
    buyer, noon = await bidder(), await tomorrow_noon()
    booking = await desks.requested(wanted, citizen, starts_at=noon, now=await database_clock())
    keeper = await person("শাহনাজ পারভীন")
    shop = await stalls.shop(keeper)
    good = await stalls.variant(await stalls.product(shop))
    await stalls.ordered(good, now=await database_clock())
    landlord = await person("আবদুল হাকিম")
    let = await lodgings.unit(landlord, key="let")
    await Unit.filter(id=let.id).update(state=UnitState.LEASED)
    return Scenery(
        lot=cow,
        sale=await listing(),
        bargain=await listing(kind=SaleKind.BARGAIN),
        deal=await bought(buyer),
        shop=shop,
        good=good,
        provider=desk,
        booking=booking,
        # Put up just now: the worker hides what its owner has said nothing of for months.
        flat=await lodgings.unit(landlord, clock=database_clock),
        tenancy=await lodgings.tenancy(let, citizen),
        complaint=await lodged(citizen),
        people={
            "buyer": buyer,
            "citizen": citizen,
            "keeper": keeper,
            "landlord": landlord,
            "provider": owner,
            "officer": await officer(await upazila()),
            "operator": await operator(),
        },
    )
