"""Says what the values of the enums about orders mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "OrderGroupState": {
        "PENDING_PAYMENT": "It waits for its money; the goods are held.",
        "PLACED": "The shops have it.",
        "CLOSED": "All its orders are over.",
        "EXPIRED": "It was not paid in time.",
        "CANCELLED": "Its buyer dropped it before it was paid.",
    },
    "OrderState": {
        "PENDING": "It waits for the checkout's payment.",
        "PLACED": "The shop has to answer.",
        "ACCEPTED": "The shop said yes.",
        "PACKED": "Goods are packed.",
        "OUT_FOR_DELIVERY": "Goods are on their way.",
        "DELIVERED": "The buyer has all of it; it may come back for a week.",
        "CLOSED": "It is over, and the shop has earned it.",
        "REJECTED": "The shop said no, or nothing.",
        "CANCELLED": "It was called off.",
        "EXPIRED": "It was not paid in time.",
        "DELIVERY_FAILED": "Goods could not be handed over.",
        "RETURNING": "Goods are on their way back to the shop.",
        "RETURNED_TO_SHOP": "The shop has them back, and the order is over.",
    },
    "ParcelState": {
        "PACKED": "It waits in the shop.",
        "OUT": "It is on its way.",
        "DELIVERED": "The buyer has it.",
        "FAILED": "It could not be handed over.",
        "RETURNING": "It is on its way back.",
        "BACK": "The shop has it back.",
    },
    "ReturnState": {
        "REQUESTED": "The shop has to answer.",
        "APPROVED": "The shop takes the goods back.",
        "IN_TRANSIT": "The goods are on their way.",
        "RECEIVED": "The shop has them.",
        "CLOSED": "It was made good.",
        "REJECTED": "The shop said no.",
        "CANCELLED": "The buyer keeps the goods.",
        "EXPIRED": "The goods never came.",
    },
    "PayMethod": {
        "ONLINE": "Beforehand, by a payment service.",
        "CASH": "In cash, when the goods come.",
    },
    "DeliveryWay": {"COURIER": "They are brought.", "PICKUP": "The buyer fetches them."},
    "ParcelCarrier": {
        "OWN_COURIER": "The shop's own courier.",
        "TRIP": "A driver who was called for goods.",
        "PICKUP": "The buyer himself.",
    },
    "FailedDelivery": {
        "REFUSED": "It was not taken.",
        "ABSENT": "Nobody was there.",
        "ADDRESS": "The place was not found.",
    },
    "ReturnRemedy": {"REFUND": "His money.", "REPLACE": "The same goods anew."},
    "OrderMove": {
        "PLACE": "Bring it before the shop.",
        "EXPIRE": "Let it go unpaid.",
        "ACCEPT": "Say yes.",
        "REJECT": "Say no.",
        "CANCEL": "Call it off.",
        "PACK": "Pack goods.",
        "SEND": "Send a parcel off.",
        "DELIVER": "Hand a parcel over.",
        "FAIL": "Note that a parcel was not handed over.",
        "BRING_BACK": "Have a parcel come back.",
        "TAKE_BACK": "Take a parcel back into the shop.",
        "CLOSE": "Say that all is well.",
    },
    "ParcelMove": {
        "SEND": "Send it off.",
        "DELIVER": "Hand it over.",
        "FAIL": "Note that it was not handed over.",
        "BRING_BACK": "Have it come back.",
        "TAKE_BACK": "Take it back into the shop.",
    },
    "ReturnMove": {
        "APPROVE": "Agree to take the goods back.",
        "REJECT": "Say no.",
        "SEND": "Say that they are on their way.",
        "RECEIVE": "Count what came.",
        "CLOSE": "Make it good.",
        "CANCEL": "Keep them after all.",
        "EXPIRE": "Let it go.",
    },
}
ARGUMENTS = {
    "parcelId": "Which parcel.",
    "orderId": "Which order.",
    "guestToken": "The secret of a guest's link, for who is not signed in.",
    "cartToken": "The secret of a guest's cart, for who is not signed in.",
}
OF_FIELD = {
    "Subscription.shopEvents.after": "The newest cursor you have; without one a snapshot comes.",
    "Subscription.orderEvents.after": "The newest cursor you have; without one a snapshot comes.",
}
