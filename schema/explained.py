"""Says what arguments and values of enums mean, for those whose definition has no place for it.

The enums are the domain's own, and the domain does not speak GraphQL; the arguments of pages mean
the same on every list. A house test finds what is not explained, and what no longer exists.
"""

from __future__ import annotations

from graphql import GraphQLEnumType, GraphQLField, GraphQLSchema, get_named_type

from schema.accounts import meanings as of_accounts
from schema.blood import meanings as of_blood
from schema.civic import meanings as of_civic
from schema.dispatch import meanings as of_dispatch
from schema.haat import meanings as of_haat
from schema.notifications import meanings as of_notifications
from schema.orders import meanings as of_orders
from schema.payments import meanings as of_payments
from schema.rentals import meanings as of_rentals
from schema.services import meanings as of_services
from schema.shops import meanings as of_shops

ARGUMENTS = {
    **of_blood.ARGUMENTS,
    **of_civic.ARGUMENTS,
    **of_payments.ARGUMENTS,
    **of_rentals.ARGUMENTS,
    **of_shops.ARGUMENTS,
    **of_orders.ARGUMENTS,
    "id": "Which one.",
    "first": "How many from the front, 1 to 100.",
    "last": "How many from the back, 1 to 100.",
    "after": "Only what comes after this cursor.",
    "before": "Only what comes before this cursor.",
    "haatId": "Which haat.",
    "lotId": "Which lot.",
    "providerId": "Which provider.",
    "bookingId": "Which booking.",
    "sittingId": "Which sitting.",
    "categoryId": "Which kind of service.",
    "tripId": "Which trip.",
    "token": "What the link holds.",
    "language": "In which language.",
    "within": "Only in this place and all below it.",
    "lat": "Degrees north.",
    "width": "How wide it will be shown, in pixels of the screen.",
    "format": "AVIF is smaller, WebP is known to more browsers.",
    "lng": "Degrees east.",
    "slug": "Its slug, instead of its id.",
    "states": "Only applications in these states.",
    "are": "Which part of their life they are in.",
    "lengthInch": "From the point of the shoulder to the pin bone, in inches.",
    "girthInch": "Around the chest behind the forelegs, in inches.",
}
# An argument that means something else on this field.
OF_FIELD = {
    **of_blood.OF_FIELD,
    **of_civic.OF_FIELD,
    **of_rentals.OF_FIELD,
    **of_notifications.OF_FIELD,
    **of_orders.OF_FIELD,
    "Subscription.poolEvents.poolId": "Which pool.",
    "Subscription.poolEvents.after": "The newest cursor you have; without one a snapshot comes.",
    "Subscription.lotEvents.after": "The newest cursor you have; without one you get a snapshot.",
    "Subscription.haatEvents.after": "The newest cursor you have; without one you get a snapshot.",
    "Subscription.accountEvents.after": "The newest cursor you have; without one a snapshot comes.",
    "Subscription.tripEvents.after": "The newest cursor you have; without one a snapshot comes.",
    "Subscription.driverEvents.after": "The newest cursor you have; without one a snapshot comes.",
    "Subscription.deskEvents.after": "The newest cursor you have; without one a snapshot comes.",
    "Subscription.deskEvents.placeId": "A place whose district's desk it is.",
    "Query.deskTrips.states": "Only trips in these states; without any, those that are not over.",
    "Query.vehiclesNear.kind": "What one would ask for.",
    "Query.vehiclesNear.around": "Around which point, up to twelve kilometers away.",
    "Query.vehiclesNear.skill": "For a home service: the slug of the service.",
    "Query.personByPhone.phone": "The phone one signs in with, in any spelling.",
    "Query.lots.haatId": "Only at this haat.",
    "Query.haatSessions.haatId": "Only at this haat.",
    "Query.haatCounts.haatId": "Only at this haat.",
}
VALUES = {
    **of_accounts.VALUES,
    **of_haat.VALUES,
    **of_dispatch.VALUES,
    "PaymentState": {
        "OPEN": "To be paid.",
        "COVERED": "All of it is paid.",
        "CLOSED": "Paid, and what it was for is finished.",
        "EXPIRED": "Its time ran out; money that comes now goes back.",
        "VOID": "No longer to be paid; what was paid goes back.",
    },
    "PaymentTryState": {
        "CREATED": "Written down; the service has not answered yet.",
        "REDIRECTED": "Waits for the payer at the service's page.",
        "PENDING": "The payer came back; the service is asked.",
        "CAPTURED": "The money has arrived.",
        "FAILED": "Nothing was taken.",
        "ABANDONED": "The payer never came back; money that comes still counts or goes back.",
        "REVIEW": "The money does not fit the bill; an officer looks at it.",
    },
    **of_services.VALUES,
    **of_shops.VALUES,
    **of_orders.VALUES,
    **of_blood.VALUES,
    **of_civic.VALUES,
    **of_notifications.VALUES,
    "Proof": {
        "WEIGHING": "What the animal weighs at the handover; the seller shows it.",
        "HANDOVER": "That it changed hands; the seller shows it.",
        "OBJECTION": "What is wrong with it; the buyer shows it.",
    },
    "SearchKind": {
        "SERVICE": "A service that can be used.",
        "ANIMAL": "An animal that can be bought or bargained for.",
        "LOT": "An auction that runs or is to come.",
        "RENTAL": "A place or a vehicle for rent.",
        "CATEGORY": "What is called or given, and not chosen from a list: an ambulance, blood.",
        "PRODUCT": "Something that a shop sells.",
        "SHOP": "A shop.",
    },
    "PriceBasis": {
        "PAID": "What was paid here in the last half year.",
        "ASKED": "What is asked now.",
    },
    **of_payments.VALUES,
    **of_rentals.VALUES,
    "AccountState": {
        "ACTIVE": "The person may act.",
        "SUSPENDED": "An administrator took the right to act away, for now.",
        "ERASED": "The person left; the number stays on what was bid and booked.",
    },
    "AnimalState": {
        "REGISTERED": "Written down by its owner.",
        "CHECK_PENDING": "Waits for the vet.",
        "CLEARED": "A vet found it fit to be sold, for some days.",
        "FAILED": "A vet found it unfit to be sold.",
        "LISTED": "For sale.",
        "RESERVED": "A buyer was found, who has yet to pay.",
        "SOLD": "Paid for.",
        "HANDED_OVER": "With its buyer.",
        "WITHDRAWN": "Its owner took it off the platform.",
        "DEAD": "It died or was slaughtered.",
    },
    "BidObstacle": {
        "UNVERIFIED": "The account has no phone any more.",
        "BANNED": "Two officers barred the person from bidding.",
        "NOT_REGISTERED": "The haat's rules were not accepted yet.",
        "SUSPENDED": "The account is suspended.",
    },
    "Bond": {
        "SELLER": "It is the person's own.",
        "CO_OWNER": "The person owns a part of it.",
        "STAFF": "The person is an officer there.",
    },
    "MediaFault": {
        "NOT_WHAT_IT_SAYS": "It is not of the type that was said.",
        "NOT_TAKEN": "Nobody takes files of this type.",
        "UNREADABLE": "It is broken or incomplete.",
        "TWO_FORMS": "Another kind of file is hidden in it.",
        "TOO_MANY_PIXELS": "It has more than forty million pixels.",
        "TOO_SMALL": "A side has fewer than 64 pixels.",
        "ANIMATED": "The picture moves.",
        "TOO_LONG": "The video is longer than sixty seconds.",
        "CODEC": "The video is coded in a way that not every phone plays.",
        "ENCRYPTED": "The paper is locked.",
        "ACTIVE": "The paper does more than lie there.",
        "TOO_MANY_PAGES": "The paper has more than fifty pages.",
        "TOO_HEAVY": "Looking into it takes too much time or memory.",
    },
    "MediaKind": {
        "PHOTO": "For everybody to see.",
        "VIDEO": "For everybody to see; at most a minute.",
        "IDENTITY": "Who somebody is; private.",
        "LICENCE": "What somebody may do; private.",
        "REGISTRATION": "That a profession may be worked in; private.",
        "FITNESS": "That a vehicle is fit for the road or the water; private.",
        "VET_PAPER": "How an animal is; private.",
    },
    "MediaState": {
        "REQUESTED": "Announced, and awaited for half an hour.",
        "UPLOADED": "It has arrived, and waits to be looked into.",
        "SCANNING": "It is being looked into.",
        "READY": "It can be shown and attached.",
        "REJECTED": "It was not taken; `rejection` says why.",
        "DELETED": "It is gone.",
    },
    "PictureFormat": {
        "AVIF": "Smaller.",
        "WEBP": "Known to more browsers.",
    },
    "DepositState": {
        "DUE": "It is to be paid; bids cannot stand on it yet.",
        "STANDING": "It is paid whole, and bids may stand on it.",
        "RETURNED": "What was left of it is on its way back, by the way it came.",
        "LAPSED": "It never came whole; its parts are on their way back.",
    },
    "DealState": {
        "AWAITING_PAYMENT": "The buyer is to pay.",
        "PAID": "Paid, and not handed over yet.",
        "HANDED_OVER": "The buyer has the animal.",
        "COMPLETED": "Done, and the seller has the money.",
        "OFFERED": "Offered to the runner-up, who may decline.",
        "DECLINED": "The runner-up did not want it.",
        "EXPIRED": "The runner-up did not answer in time.",
        "DEFAULTED": "The buyer did not pay in time.",
        "CANCELLED": "It came to nothing before anybody paid.",
        "DISPUTED": "The two disagree; an officer decides.",
        "REFUNDED": "The buyer has his money back.",
    },
    "Fitness": {
        "FIT": "Nothing written down speaks against it.",
        "UNFIT": "Something written down speaks against it.",
        "NEEDS_PROOF": "Something has to be shown first, such as its age.",
    },
    "Freshness": {
        "LIVE": "Seen in the last fifteen seconds.",
        "RECENT": "Seen in the last minute.",
        "STALE": "Seen in the last ten minutes.",
        "UNKNOWN": "Not seen for longer, or never.",
    },
    "FlagKind": {
        "SAME_TAG": "Another living animal carries the same tag.",
        "LIKELY_COPY": "It looks like an animal that is registered already.",
        "RESOLD_IN_SEASON": "It was sold in the district lately, and comes again.",
        "SAME_PHOTO": "Another animal for sale shows the same photo.",
    },
    "HasilKind": {
        "PERCENT": "A share of the price.",
        "FLAT": "The same sum for each animal.",
    },
    "Language": {"BN": "Bengali.", "EN": "English."},
    "ListingState": {
        "LIVE": "For sale.",
        "RESERVED": "A buyer was found, who has yet to pay.",
        "SOLD": "Sold.",
        "WITHDRAWN": "The seller took it off sale.",
        "ENDED": "It ended without a sale.",
    },
    "LotPhase": {
        "SCHEDULED": "It has its times, and bidding has not begun.",
        "OPEN": "It takes bids.",
        "CLOSED": "Its end has come.",
        "WITHDRAWN": "The seller took the animal back before anybody bid.",
        "VOIDED": "Two officers called it off.",
    },
    "Medium": {"ROAD": "Roads.", "WATER": "Rivers and the haor."},
    "MayBid": {
        "OK": "Yes, once the lot runs.",
        "SIGN_IN": "Nobody is signed in.",
        "OWN_LOT": "The person sells it, owns a part of it, or is an officer of its haat.",
        "UNVERIFIED": "The account has no phone any more.",
        "BANNED": "Two officers barred the person from bidding.",
        "NOT_REGISTERED": "The haat's rules were not accepted yet: registerBidder does it.",
        "SUSPENDED": "The account is suspended.",
    },
    "OfferState": {
        "PENDING": "It waits for the other side.",
        "ACCEPTED": "The other side took it.",
        "REJECTED": "The other side refused it, or the animal is gone.",
        "COUNTERED": "It was answered with another offer.",
        "WITHDRAWN": "Who made it took it back.",
        "EXPIRED": "Nobody answered in time.",
    },
    "PlaceKind": {
        "DIVISION": "A division (বিভাগ), the highest rung.",
        "DISTRICT": "A district (জেলা).",
        "UPAZILA": "A subdistrict (উপজেলা).",
        "UNION": "A union (ইউনিয়ন), the lowest rung outside towns.",
        "MUNICIPALITY": "A town with a council of its own (পৌরসভা).",
        "WARD": "A ward of a municipality (ওয়ার্ড), the lowest rung in towns.",
        "HAAT": "A market.",
    },
    "Role": {
        "VERIFIED_SELLER": "An officer has seen who sells, and where.",
        "OFFICER": "Decides for the state in a place and all below it.",
        "OPERATOR": "Acts for citizens at the digital center of a union, each by a code.",
        "DISPATCHER": "Sits at the desk that ambulances are called from, for a place.",
        "ADMINISTRATOR": "Gives roles, and counts as an officer everywhere.",
    },
    "SaleKind": {
        "FIXED": "At the price asked; the first who takes it has it.",
        "BARGAIN": "By offers and counter-offers.",
        "AUCTION": "To the highest bidder.",
    },
    "SellerApplicationState": {
        "DRAFT": "Not handed in yet.",
        "SUBMITTED": "It waits for an officer.",
        "NEEDS_INFO": "An officer wants to know more.",
        "VERIFIED": "The person may sell.",
        "REJECTED": "An officer said no.",
        "SUSPENDED": "The person may not sell for now.",
        "TERMINATED": "Two officers ended the right to sell.",
    },
    "SellerMove": {
        "SUBMIT": "Hand it in.",
        "VERIFY": "Let the person sell.",
        "ASK_FOR_MORE": "Ask for what is missing.",
        "REJECT": "Say no.",
        "SUSPEND": "Take the right to sell away for now.",
        "RESTORE": "Give the right to sell back.",
        "TERMINATE": "End the right to sell; two officers must say so.",
    },
    "SessionState": {
        "PLANNED": "Announced.",
        "OPEN": "The haat is held.",
        "CLOSING": "No new lots; those that run come to their end.",
        "CLOSED": "Over.",
        "REPORTED": "Over, and its figures are published.",
    },
    "WeightMethod": {
        "LOAD_CELL": "On a scale.",
        "GIRTH": "From its chest and length, by tape.",
        "ASSESSED": "By a trained eye.",
        "WALK_OVER": "On a scale that it walks over.",
        "PREDICTED": "Computed from earlier weighings.",
        "IMAGED": "From pictures.",
        "FRONT_END_CORRELATED": "On a scale under its forelegs.",
        "GROUP_AVERAGE": "The average of a group weighed together.",
    },
}


def explain(schema: GraphQLSchema) -> None:
    """Write these meanings into a schema, wherever it has none of its own."""
    for name, kind in schema.type_map.items():
        if isinstance(kind, GraphQLEnumType):
            _explain_values(kind)
        for field_name, field in getattr(kind, "fields", {}).items():
            _explain_arguments(f"{name}.{field_name}", field)


def _explain_values(kind: GraphQLEnumType) -> None:
    meanings = VALUES.get(kind.name, {})
    for name, value in kind.values.items():
        value.description = value.description or meanings.get(name)


def _explain_arguments(path: str, field: GraphQLField) -> None:
    for name, argument in getattr(field, "args", {}).items():
        if name == "input":  # there is but one, and its type says it all
            meaning = get_named_type(argument.type).description
        else:
            meaning = OF_FIELD.get(f"{path}.{name}") or ARGUMENTS.get(name)
        argument.description = argument.description or meaning
