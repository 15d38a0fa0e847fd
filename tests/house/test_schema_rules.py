"""The schema keeps its promises: refusals are data, everything is explained, lists are bounded."""

from __future__ import annotations

from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLObjectType,
    get_named_type,
)

from schema import explained, root
from tests.house.schema_reading import BUILT, fields_of, own_types

PRINTED = Path(root.__file__).parent / "schema.graphql"

# Lists that are no connections: what keeps each of them short.
BOUNDED = {
    "Lot.steps": "the haat's table of steps",
    "Lot.bids": "LIMIT in the query",
    "LotLog.lines": "the whole log on purpose: a part of it could not be checked",
    "Animal.tags": "one for each scheme",
    "Animal.weights": "LIMIT in the query",
    "Animal.defects": "thirteen there are",
    "Animal.chain": "each link is a sale here, with its resale lock",
    "Animal.history": "LIMIT in the query",
    "Animal.media": "eight may hang there",
    "Animal.papers": "six may hang there",
    "Deal.proofs": "six of each kind may hang there",
    "Provider.media": "eight may hang there",
    "Service.media": "eight may hang there",
    "Review.media": "four may hang there",
    "OverchargeReport.media": "four may hang there",
    "Me.papers": "six may hang there",
    "Assistance.deeds": "LIMIT in the query",
    "Complaint.officers": "LIMIT in the query",
    "Query.auditKinds": "as many as have words",
    "ResponseFigures.waits": "LIMIT in the query",
    "Query.myAims": "five indicators there are",
    "SupervisedOfficer.aims": "five indicators there are",
    "Query.supervisedOfficers": "LIMIT in the query",
    "SellerApplication.papers": "six may hang there",
    "Provider.papers": "six may hang there",
    "ServiceCategory.tripKinds": "of eight kinds",
    "Driver.papers": "six may hang there",
    "UploadTicket.headers": "one there is",
    "TypeNotTaken.taken": "a list of the rules",
    "Species.sexes": "a list of data/animals.json",
    "Species.breeds": "a list of data/animals.json",
    "Query.species": "a list of data/animals.json",
    "Query.qurbaniDefects": "thirteen there are",
    "VetClearance.defects": "thirteen there are",
    "QurbaniCheck.reasons": "the defects, and two more",
    "Place.aliases": "reference data",
    "Place.ancestors": "the depth of the tree",
    "Place.children": "takes `first`, at most 100",
    "Place.postcodes": "reference data",
    "Query.placeSearch": "takes `first`, at most 50",
    "Query.attributions": "reference data",
    "Query.ledgerRoots": "takes `first`, at most 100",
    "Query.paymentServices": "three there are",
    "Deal.allowedMoves": "a row of the machine's table",
    "Receipt.printed": "eleven lines",
    "Statement.lines": "92 days at most, whole on purpose: a part of it would not add up",
    "Payment.tries": "twenty at most",
    "Boundary.bbox": "four numbers",
    "Query.mySessions": "sessions of one person; the oldest end at the limit",
    "Me.roles": "roles of one person",
    "Listing.offers": "LIMIT in the query",
    "SellerApplication.allowedMoves": "a row of the machine's table",
    "StaleState.allowed": "a row of the machine's table",
    "CheckNotReady.missing": "fields of a form",
    "StillOwing.open": "kinds of obligations",
    "ApplicationIncomplete.missing": "fields of a form",
    "PapersMissing.missing": "kinds of papers",
    "ServiceCategory.papers": "kinds of papers",
    "Provider.missingPapers": "kinds of papers",
    "Driver.missingPapers": "kinds of papers",
    "DriverIncomplete.missing": "fields of a form",
    "Trip.parties": "three there are",
    "Trip.allowedMoves": "a row of the machine's table",
    "Trip.vehicleKinds": "a dozen there are",
    "Trip.fareLines": "four there are",
    "Trip.phones": "LIMIT in the query",
    "TripQuote.vehicleKinds": "a dozen there are",
    "TripQuote.lines": "four there are",
    "Driver.vehicles": "those of one driver",
    "DispatchDeskSnapshot.trips": "LIMIT in the query",
    "Query.vehiclesNear": "LIMIT in the query",
    "HaatSnapshot.lots": "LIMIT in the query",
    "Query.myHaats": "LIMIT in the query",
    "ServiceCategory.ways": "five there are",
    "ServiceCategory.units": "eight at most",
    "Query.serviceCategories": "reference data, and what administrators add",
    "Provider.served": "forty at most",
    "Provider.hours": "seven days",
    "WorkingDay.spans": "six at most",
    "SpecialDay.spans": "six at most",
    "Provider.specialDays": "dates of one year",
    "Provider.services": "twenty at most that are not retired",
    "Provider.allowedTransitions": "a row of the machine's table",
    "Service.allowedTransitions": "a row of the machine's table",
    "Service.options": "twenty at most",
    "Service.freeStarts": "fourteen days at most",
    "PriceOption.history": "LIMIT in the query",
    "Booking.quotes": "twenty at most",
    "Quote.lines": "twenty at most",
    "Booking.allowedTransitions": "a row of the machine's table",
    "Booking.reviews": "one of each side",
    "Query.bookingAlternatives": "LIMIT in the query",
    "BookingDeclined.alternatives": "LIMIT in the query",
    "BookingExpired.alternatives": "LIMIT in the query",
    "DeskSnapshot.bookings": "LIMIT in the query",
    "Sitting.line": "LIMIT in the query",
    "AvailabilitySnapshot.free": "LIMIT in the query",
    "Query.myCalendars": "one of each kind",
    "BloodRequest.offers": "LIMIT in the query",
    "Complaint.allowedTransitions": "a row of the machine's table",
    "Complaint.media": "four may hang there",
    "Complaint.proofs": "four may hang there",
    "Complaint.steps": "queries.MOST_STEPS of them",
    "DeskCharts.bids": "one for each hour of the day",
    "DeskCharts.complaints": "one for each of five ages",
    "DeskCharts.hasil": "LIMIT in the statement",
    "DeskCharts.requests": "one for each upazila",
    "KnownPerson.roles": "roles of one person",
    "PublicFigures.services": "LIMIT in the statement",
    "PublicFigures.haat": "one for each species",
    "PublicFigures.complaints": "one for each kind",
    "BloodRequest.allowedTransitions": "a row of the machine's table",
    "DonationOffer.allowedTransitions": "a row of the machine's table",
    "Query.compatibleDonors": "eight there are",
    "RentalUnit.amenities": "eight there are",
    "RentalUnit.allowedTransitions": "a row of the machine's table",
    "Viewing.allowedTransitions": "a row of the machine's table",
    "RentalAgreement.allowedTransitions": "a row of the machine's table",
    "RentalAgreement.dues": "sixty at most",
    "RentalAgreement.deductions": "twenty at most, claimed once",
    "VehicleHire.allowedTransitions": "a row of the machine's table",
    "Query.notificationChoices": "each topic by each channel",
    "NotificationsRead.notificationIds": "the newest hundred of them",
    "Haat.hasilRules": "one in force and one announced for each species",
    "Shop.hours": "seven days",
    "Shop.newestProducts": "LIMIT in the query",
    "Shop.allowedTransitions": "a row of the machine's table",
    "Query.productCategories": "reference data",
    "ShopIncomplete.missing": "two there are",
    "Product.options": "three at most",
    "Product.variants": "a hundred at most",
    "Product.media": "eight may hang there",
    "Product.allowedTransitions": "a row of the machine's table",
    "Variant.choices": "one for each option",
    "Variant.priceHistory": "LIMIT in the query",
    "Variant.stocks": "one for each place where it lies",
    "Stock.movements": "LIMIT in the query",
    "Cart.lines": "fifty at most",
    "CartLine.choices": "one for each option",
    "OutOfStock.lines": "lines of one cart",
    "NotOnSale.variants": "lines of one cart",
    "PricesChanged.changes": "lines of one cart",
    "OrderGroup.orders": "shops of one cart",
    "Order.lines": "lines of one cart",
    "Order.parcels": "each holds a line at least",
    "Order.returns": "each holds a line at least",
    "Order.allowedTransitions": "a row of the machine's table",
    "OrderLine.choices": "one for each option",
    "Parcel.lines": "lines of one cart",
    "Parcel.allowedTransitions": "a row of the machine's table",
    "OrderReturn.lines": "lines of one cart",
    "OrderReturn.allowedTransitions": "a row of the machine's table",
}
# Degrees are measured, and kilograms are for display beside the grams; nothing else is a float.
FLOATS = {
    "GeoPoint.lat",
    "GeoPoint.lng",
    "Boundary.bbox",
    "AnimalWeight.kilograms",
    "GeoPointInput.lat",
    "GeoPointInput.lng",
    "PositionInput.lat",
    "PositionInput.lng",
    "PositionInput.accuracyM",
    "Query.placeAt(lat)",
    "Query.placeAt(lng)",
    "NearInput.lat",
    "NearInput.lng",
}


def test_everything_that_a_client_sees_is_explained():
    silent = []
    for kind in own_types():
        silent += [] if kind.description else [kind.name]
        if isinstance(kind, GraphQLEnumType):
            silent += [f"{kind.name}.{v}" for v, of in kind.values.items() if not of.description]
        for name, field in fields_of(kind).items():
            silent += [] if field.description else [f"{kind.name}.{name}"]
            arguments = getattr(field, "args", {}).items()
            silent += [f"{kind.name}.{name}({a})" for a, of in arguments if not of.description]

    assert silent == []


def test_nothing_is_explained_that_does_not_exist():
    enums = {
        kind.name: set(kind.values) for kind in own_types() if isinstance(kind, GraphQLEnumType)
    }
    arguments = {
        (f"{kind.name}.{name}.{argument}", argument)
        for kind in own_types()
        for name, field in fields_of(kind).items()
        for argument in getattr(field, "args", {})
    }

    assert {n: set(v) for n, v in explained.VALUES.items() if set(v) != enums.get(n)} == {}
    assert set(explained.ARGUMENTS) <= {name for _, name in arguments}
    assert set(explained.OF_FIELD) <= {path for path, _ in arguments}


def test_every_list_is_a_page_or_known_to_be_short():
    lists = {
        f"{kind.name}.{name}"
        for kind in own_types()
        if isinstance(kind, GraphQLObjectType) and not kind.name.endswith("Connection")
        for name, field in fields_of(kind).items()
        if "[" in str(field.type)
    }

    assert lists == set(BOUNDED)


def test_no_amount_is_a_float():
    """Failure 16: GraphQL's Float is binary, its Int ends at 21 million taka."""
    floats = set()
    for kind in own_types():
        for name, field in fields_of(kind).items():
            at = f"{kind.name}.{name}"
            floats |= {at} if get_named_type(field.type).name == "Float" else set()
            for argument, of in getattr(field, "args", {}).items():
                floats |= (
                    {f"{at}({argument})"} if get_named_type(of.type).name == "Float" else set()
                )

    assert floats == FLOATS


def test_every_amount_is_in_paisa():
    """An Int would end at 21 million taka."""
    words = ("price", "amount", "maximum", "minimum", "reserve", "fee")
    amounts = {
        f"{kind.name}.{name}": get_named_type(field.type).name
        for kind in own_types()
        for name, field in fields_of(kind).items()
        if name.lower().endswith(words) and kind.name not in ("Mutation", "ReasonTooShort")
    }

    assert len(amounts) > 20
    assert {at: kind for at, kind in amounts.items() if kind != "Paisa"} == {}


def test_the_printed_schema_is_the_one_of_the_code():
    """`make sdl` writes it; a difference is a change of what clients see."""
    assert PRINTED.read_text(encoding="utf-8") == BUILT.as_str().rstrip("\n") + "\n"
