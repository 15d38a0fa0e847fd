"""Says what the values of the enums about blood mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "BloodGroup": {
        f"{letters}_{sign}": f"{letters}{mark}, Rh {word}."
        for letters in ("O", "A", "B", "AB")
        for sign, mark, word in (("NEG", "-", "negative"), ("POS", "+", "positive"))
    },
    "BloodRequestState": {
        "OPEN": "Donors are asked; nobody is confirmed yet.",
        "PARTIAL": "Some donors are confirmed; not all units were given yet.",
        "FULFILLED": "All units were given.",
        "EXPIRED": "Its time ran out.",
        "CANCELLED": "It was called off.",
    },
    "BloodRequestMove": {
        "CONFIRM": "Take a willing donor.",
        "DROP": "One of several confirmed donors drops out.",
        "REOPEN": "The last confirmed donor drops out.",
        "FULFILL": "The last unit was given.",
        "EXPIRE": "Let it run out.",
        "CANCEL": "Call it off.",
    },
    "DonationOfferState": {
        "INVITED": "The donor is asked.",
        "WILLING": "He said yes; phones are still hidden.",
        "CONFIRMED": "The requester took him; both see each other's phone.",
        "DONATED": "He gave.",
        "DECLINED": "He said no.",
        "WITHDRAWN": "He dropped out after a yes.",
        "NOT_NEEDED": "The request ended without him.",
        "DEFERRED": "He may not give now: sent away by the hospital, or he gave elsewhere.",
    },
    "DonationOfferMove": {
        "OFFER": "Say yes.",
        "DECLINE": "Say no.",
        "CONFIRM": "Take the donor.",
        "WITHDRAW": "Drop out.",
        "DONATE": "Write down that he gave.",
        "DEFER": "Write down that he may not give now.",
        "RELEASE": "Let him go; he is not needed.",
    },
}
ARGUMENTS = {
    "requestId": "Which request.",
}
OF_FIELD = {
    "Subscription.bloodRequestEvents.after": (
        "The newest cursor you have; without one you get a snapshot."
    ),
}
