"""One refusal of each kind that has a type of its own, and the fields which that type adds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hmk_graph import idempotency
from hmk_graph.accounts import errors as accounts
from hmk_graph.blood import errors as blood
from hmk_graph.civic import errors as civic
from hmk_graph.dispatch import errors as dispatch
from hmk_graph.errors import DomainError, NotFound, StaleState
from hmk_graph.haat import errors as haat
from hmk_graph.haat import selling_errors as selling
from hmk_graph.haat.auction import Obstacle, Phase
from hmk_graph.media import errors as media
from hmk_graph.media.models import MediaKind
from hmk_graph.media.rules import MIB
from hmk_graph.money import taka
from hmk_graph.notifications import errors as notifications
from hmk_graph.orders import errors as orders
from hmk_graph.payments import errors as payments
from hmk_graph.rentals import errors as rentals
from hmk_graph.services import errors as services
from hmk_graph.shops import errors as shops
from tests.factories import NOON

MORROW = NOON + timedelta(days=1)
NOON_TOLD = "2026-05-20T06:00:00Z"
MORROW_TOLD = "2026-05-21T06:00:00Z"
LAKHS = taka(12_34_567)
LAKHS_TOLD = 12_34_567_00


@dataclass(frozen=True)
class Row:
    """A refusal, its own fields as a client reads them, and what both messages repeat as it is."""

    refusal: DomainError
    own: dict[str, Any] = field(default_factory=dict)
    quoted: str = ""


WITHOUT_FIELDS: tuple[type[DomainError], ...] = (
    accounts.AccountSuspended,
    accounts.AssistingAlready,
    accounts.CodeNotSent,
    accounts.NotAHome,
    accounts.NotOnOneself,
    accounts.PhoneNotValid,
    accounts.SecondOfficerNeeded,
    accounts.SessionEnded,
    blood.DonorPromised,
    blood.NotADonor,
    blood.RequestOver,
    blood.UnitsTaken,
    civic.NotAssignedToYou,
    civic.NotForThisOfficer,
    dispatch.BadHour,
    dispatch.DriverBusy,
    dispatch.NotAtWork,
    dispatch.NothingServes,
    dispatch.OutsideArea,
    dispatch.QuoteExpired,
    dispatch.StillOnTrip,
    dispatch.TooManyPoints,
    dispatch.TripRunning,
    dispatch.TripTooFar,
    dispatch.VehicleNotUsable,
    NotFound,
    haat.LotHasBids,
    haat.OwnLot,
    selling.AnimalPromised,
    selling.DepositInUse,
    selling.LotNotWithdrawn,
    selling.NameNeeded,
    selling.NoShareLeft,
    selling.NotVerifiedSeller,
    selling.NotYourPurchase,
    selling.OfferPending,
    selling.OwnOffer,
    selling.TagDoesNotMatch,
    idempotency.IdempotencyConflict,
    media.AttachedElsewhere,
    media.NotUploaded,
    media.QuotaReached,
    media.StillAttached,
    media.StoreUnavailable,
    notifications.AlwaysInTheApp,
    orders.CartEmpty,
    orders.CashAtTheDoor,
    orders.CashNotTaken,
    orders.OwnShop,
    orders.ReturnOpen,
    payments.GatewayUnavailable,
    payments.ReferenceUsed,
    rentals.DaysTaken,
    rentals.DueSettled,
    rentals.KeysAlreadyMoved,
    rentals.KeysNotBack,
    rentals.NotYetReturned,
    rentals.OfferOver,
    rentals.OwnUnit,
    rentals.UnitAgreed,
    services.HasSerial,
    services.NobodyWaits,
    services.NotBookable,
    services.NotFinished,
    services.NotServedThere,
    services.OutsideHours,
    services.OwnService,
    services.QuoteNeeded,
    services.ReviewFinal,
    services.SittingFull,
    services.SlotFree,
    services.SlotTaken,
    services.SlugTaken,
    services.TimeIsUp,
    shops.ProductIncomplete,
    shops.ShopAddressTaken,
    shops.VariantExists,
)

ROWS = [
    *(Row(kind()) for kind in WITHOUT_FIELDS),
    Row(
        StaleState(current="CLOSED", allowed=["OPEN", "HELD"]),
        {"current": "CLOSED", "allowed": ["OPEN", "HELD"]},
    ),
    Row(idempotency.InProgress(retry_after_ms=1500), {"retryAfterMs": 1500}),
    Row(accounts.ApplicationIncomplete(missing=["licenceNo"]), {"missing": ["licenceNo"]}),
    Row(accounts.AssistingTooOften(most=40), {"most": 40}),
    Row(accounts.CodeNotRight(attempts_left=4), {"attemptsLeft": 4}),
    Row(accounts.ReasonTooShort(minimum=10), {"minimum": 10}),
    Row(accounts.StillOwing(open=["lots", "deals"]), {"open": ["lots", "deals"]}),
    Row(blood.OpenRequestLimit(3), {"most": 3}),
    Row(blood.StillResting(date(2026, 9, 17)), {"eligibleOn": "2026-09-17"}),
    Row(
        blood.UnfitToGive("WEIGHT", youngest=18, oldest=60, lightest=45),
        {"why": "WEIGHT", "youngest": 18, "oldest": 60, "lightest": 45},
    ),
    Row(civic.OpenComplaintLimit(5), {"most": 5}),
    Row(civic.ReopenOver(days=30, most=2), {"days": 30, "most": 2}),
    Row(civic.TextTooShort(20), {"least": 20}),
    Row(dispatch.CodeWrong(tries_left=4), {"triesLeft": 4}),
    Row(dispatch.DriverIncomplete(missing=["licenceNo"]), {"missing": ["licenceNo"]}),
    Row(dispatch.FeeNotSeen(fee=LAKHS), {"fee": LAKHS_TOLD}),
    Row(dispatch.NotADriver(state="SUSPENDED"), {"state": "SUSPENDED"}),
    Row(dispatch.NotADriver(state=None), {"state": None}),
    Row(dispatch.NotAtPickup(distance_m=420), {"distanceM": 420}),
    Row(dispatch.NotAtPickup(distance_m=None), {"distanceM": None}),
    Row(dispatch.OfferGone(state="TAKEN"), {"state": "TAKEN"}),
    Row(haat.AnimalNotCleared(until=NOON), {"until": NOON_TOLD}),
    Row(haat.AnimalNotCleared(until=None), {"until": None}),
    Row(haat.BidTooLow(LAKHS), {"minimum": LAKHS_TOLD}),
    Row(
        haat.InsufficientDeposit(needed=LAKHS, available=taka(5_000)),
        {"needed": LAKHS_TOLD, "available": 5_000_00},
    ),
    *(Row(haat.LotNotOpen(phase), {"phase": phase.name}) for phase in Phase),
    *(Row(haat.NotEligible(reason), {"reason": reason.name}) for reason in Obstacle),
    Row(haat.MaxNotRaised(LAKHS), {"maximum": LAKHS_TOLD}),
    Row(haat.NotOnStep(150, LAKHS), {"highest": LAKHS_TOLD}),
    Row(haat.TooManyFollowed(most=50), {"most": 50}),
    Row(selling.AlreadyListed(animal_id=7)),
    Row(selling.BargainTooLong(6), {"longest": 6}),
    Row(selling.CheckNotReady(["weight"]), {"missing": ["weight"]}),
    Row(selling.HandoverCodeWrong(left=2), {"left": 2}),
    Row(selling.HasilRuleAhead(valid_from=MORROW), {"validFrom": MORROW_TOLD}),
    Row(selling.LotsStillRunning(12), {"count": 12}),
    Row(selling.NotForSale("SOLD"), {"state": "SOLD"}),
    Row(
        selling.NotListable(state="CLEARED", until=NOON),
        {"state": "CLEARED", "until": NOON_TOLD},
    ),
    Row(selling.NotListable(state="DRAFT", until=None), {"state": "DRAFT", "until": None}),
    Row(selling.NotOvercharged(due=LAKHS), {"due": LAKHS_TOLD}),
    Row(selling.OfferClosed("EXPIRED"), {"state": "EXPIRED"}),
    *(Row(selling.OwnAnimal(bond), {"bond": bond.name}) for bond in selling.Bond),
    Row(selling.PriceChanged(LAKHS), {"price": LAKHS_TOLD}),
    Row(selling.ResoldTooSoon(MORROW), {"until": MORROW_TOLD}),
    Row(selling.SoldOtherwise("AUCTION"), {"kind": "AUCTION"}),
    Row(
        selling.TagInUse(scheme="ICAR", value="BD-0457"),
        {"scheme": "ICAR", "value": "BD-0457"},
        quoted="BD-0457",
    ),
    Row(
        selling.WeightNotAgreed(declared=1_250_000, weighed=248_500),
        {"declared": 1_250_000, "weighed": 248_500},
    ),
    Row(media.FileTooLarge(8 * MIB), {"mostBytes": 8 * MIB}),
    Row(media.NotReady("CHECKING"), {"state": "CHECKING"}),
    *(
        Row(media.PapersMissing([kind]), {"missing": [kind.name]})
        for kind in (MediaKind.IDENTITY, MediaKind.LICENCE, MediaKind.REGISTRATION)
    ),
    Row(
        media.TypeNotTaken(["image/jpeg", "image/png"]),
        {"taken": ["image/jpeg", "image/png"]},
        quoted="image/jpeg, image/png",
    ),
    Row(orders.CartChanged(version=3), {"version": 3}),
    Row(orders.CartFull(100), {"most": 100}),
    Row(orders.DeliveryCodeWrong(left=3), {"left": 3}),
    Row(orders.NotOnSale([3, 4]), {"variants": ["Variant:3", "Variant:4"]}),
    Row(
        orders.PricesChanged([orders.PriceChange(variant_id=3, old=LAKHS, new=taka(9))]),
        {"changes": [{"variantId": "Variant:3", "oldPrice": LAKHS_TOLD, "newPrice": 9_00}]},
    ),
    Row(orders.TooManyOfLine(line_id=9, most=99), {"most": 99}),
    Row(orders.WayNotOffered(5), {"shop": "Shop:5"}),
    Row(
        payments.AmountOutOfRange(smallest=taka(10), largest=LAKHS),
        {"smallest": 10_00, "largest": LAKHS_TOLD},
    ),
    Row(payments.NothingDue("EXPIRED"), {"state": "EXPIRED"}),
    Row(rentals.DeductionsTooHigh(LAKHS), {"advance": LAKHS_TOLD}),
    Row(rentals.NotForRent("LEASED"), {"state": "LEASED"}),
    Row(rentals.NoticeTooShort(date(2026, 6, 30)), {"earliest": "2026-06-30"}),
    Row(rentals.UnitLimit(20), {"most": 20}),
    Row(rentals.ViewingLimit(5), {"most": 5}),
    Row(services.AboveCeiling(LAKHS), {"ceiling": LAKHS_TOLD}),
    Row(services.AwayTooLong(most=180), {"most": 180}),
    Row(services.CancelTermsChanged(LAKHS), {"fee": LAKHS_TOLD}),
    Row(services.NotYet(from_at=NOON), {"fromAt": NOON_TOLD}),
    Row(services.OptionPriceChanged(LAKHS), {"price": LAKHS_TOLD}),
    Row(
        services.OutsideWindow(earliest=NOON, latest=MORROW),
        {"earliest": NOON_TOLD, "latest": MORROW_TOLD},
    ),
    Row(services.QuoteClosed(state="SUPERSEDED"), {"state": "SUPERSEDED"}),
    Row(services.SittingNotOpen(opens_at=NOON), {"opensAt": NOON_TOLD}),
    Row(services.TooManyHolds(most=2), {"most": 2}),
    Row(services.TooManyWaits(most=5), {"most": 5}),
    Row(services.WrongStartCode(attempts_left=4), {"attemptsLeft": 4}),
    Row(
        shops.OutOfStock([shops.Short(variant_id=3, wanted=5, left=2)]),
        {"lines": [{"variantId": "Variant:3", "wanted": 5, "left": 2}]},
    ),
    Row(shops.ShopAddressReserved("admin"), quoted="admin"),
    Row(shops.ShopIncomplete(["about", "products"]), {"missing": ["about", "products"]}),
    Row(shops.ShopStillOwing(2), {"orders": 2}),
    Row(shops.StockChanged(on_hand=12, version=4), {"onHand": 12, "version": 4}),
    Row(shops.StockPromised(reserved=7), {"reserved": 7}),
]
