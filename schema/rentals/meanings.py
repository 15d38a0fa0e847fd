"""Says what the values of the enums about renting mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "RentalKind": {
        "HOUSE": "A house or a flat.",
        "OFFICE": "An office.",
        "SHOP": "A shop.",
        "GODOWN": "A store for goods.",
        "VEHICLE": "A vehicle with its driver, by the day.",
    },
    "RentalUnitState": {
        "AVAILABLE": "To be had.",
        "HELD": "Somebody agreed to take it, and has yet to pay the advance.",
        "LEASED": "Let.",
        "STALE": "Hidden, because its owner has not confirmed it for a month.",
        "RETIRED": "Taken down for good.",
    },
    "RentalTenants": {
        "ANYBODY": "Whoever comes.",
        "FAMILY": "A family.",
        "SINGLES": "People on their own.",
    },
    "ViewingState": {
        "REQUESTED": "Asked for.",
        "CONFIRMED": "The owner said yes; the address and the phones are told.",
        "DONE": "It took place.",
        "DECLINED": "The owner said no.",
        "CANCELLED": "It was called off.",
        "EXPIRED": "Nobody answered in time.",
    },
    "ViewingMove": {
        "CONFIRM": "Say yes.",
        "DECLINE": "Say no.",
        "CANCEL": "Call it off.",
        "FINISH": "It took place.",
        "EXPIRE": "Let it run out.",
    },
    "RentalAgreementState": {
        "OFFERED": "The landlord offers it.",
        "ADVANCE_DUE": "The tenant said yes; the advance is to be paid within 72 hours.",
        "ACTIVE": "The advance is held; the months run.",
        "NOTICE": "The last day is known.",
        "ENDED": "The last day is over; the advance is to be settled.",
        "SETTLED": "The advance is given back, but for what was kept.",
        "DECLINED": "The tenant said no, or stepped back before paying.",
        "WITHDRAWN": "The landlord took the offer back.",
        "EXPIRED": "Nobody answered, or the advance did not come, in time.",
    },
    "RentalAgreementMove": {
        "ACCEPT": "Say yes.",
        "DECLINE": "Say no, or step back.",
        "WITHDRAW": "Take the offer back.",
        "EXPIRE": "Let it run out.",
        "PAY": "Pay the advance.",
        "GIVE_NOTICE": "Name the last day.",
        "END": "The last day is over.",
        "SETTLE": "Count the advance.",
    },
    "RentalUnitMove": {
        "CONFIRM": "Say that it is still to be had.",
        "GROW_STALE": "Hide it, because nobody confirmed it.",
        "HOLD": "Keep it for who agreed to take it.",
        "LEASE": "It is let.",
        "RELEASE": "It is to be had again.",
        "RETIRE": "Take it down for good.",
    },
    "DeductionState": {
        "PROPOSED": "The landlord claims it.",
        "ACCEPTED": "The tenant agrees, or said nothing in time.",
        "DISPUTED": "The tenant disagrees; an officer decides.",
        "DECIDED": "An officer decided how much is kept.",
    },
    "VehicleHireState": {
        "REQUESTED": "Asked for; the days are kept.",
        "CONFIRMED": "The owner said yes.",
        "DONE": "It is over.",
        "DECLINED": "The owner said no.",
        "CANCELLED": "It was called off.",
        "EXPIRED": "Nobody answered in time.",
    },
    "VehicleHireMove": {
        "CONFIRM": "Say yes.",
        "DECLINE": "Say no.",
        "CANCEL": "Call it off.",
        "FINISH": "The journey is over.",
        "EXPIRE": "Let it run out.",
    },
}
ARGUMENTS = {"agreementId": "Which agreement."}
OF_FIELD = {
    "Subscription.rentalEvents.after": (
        "The newest cursor you have; without one you get a snapshot."
    ),
}
