"""What stands on the pages while they are looked at: a lot that runs, sales, and who looks."""

from __future__ import annotations

from dataclasses import dataclass

from hmk_graph.accounts.models import Account
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Listing, SaleKind
from hmk_graph.services.models import Provider
from tests.auctions import bidder, submitted_lot
from tests.browser.houses import Haat
from tests.factories import listing, officer, upazila
from tests.services import desks

PAGES = (
    "home",
    "hall",
    "lot",
    "log",
    "sale",
    "bargain",
    "services",
    "provider",
    "sell",
    "mine",
    "officer",
    "about",
    "offline",
    "missing",
)
SIGNED_IN = {"sell": "buyer", "mine": "buyer", "officer": "officer"}


@dataclass(frozen=True)
class Scenery:
    """Everything that the pages show."""

    lot: Lot
    sale: Listing
    bargain: Listing
    provider: Provider
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
            "services": "/seba",
            "provider": f"/seba/{self.provider.id}",
            "sell": "/haat/sell",
            "mine": "/amar",
            "officer": "/officer",
            "about": "/about",
            "offline": "/offline",
            "missing": "/nowhere",
        }[page]

    def viewer(self, page: str) -> Account | None:
        """Return who looks at a page; None: somebody who is not signed in."""
        return self.people.get(SIGNED_IN.get(page, ""))


async def scenery(haat: Haat) -> Scenery:
    """Make a running lot with bids, what is for sale, a lot that waits, and people."""
    cow = await haat.lot()
    await haat.bids(cow, 60_000, 70_000, 125_000)
    await submitted_lot()
    desk, _ = await desks.shop()
    return Scenery(
        lot=cow,
        sale=await listing(),
        bargain=await listing(kind=SaleKind.BARGAIN),
        provider=desk,
        people={"buyer": await bidder(), "officer": await officer(await upazila())},
    )
