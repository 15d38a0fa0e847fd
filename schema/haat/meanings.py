"""Says what values of the haat's enums mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "Charged": {
        "BUYER": "The buyer, who owes the toll.",
        "SELLER": "The seller, who owes none.",
    },
    "OverchargeState": {
        "REPORTED": "An officer has yet to look into it.",
        "UPHELD": "Too much was taken.",
        "DISMISSED": "No more was taken than is due.",
        "WITHDRAWN": "Who reported it has taken it back.",
    },
    "PoolState": {
        "OPEN": "It takes people.",
        "SPLITTING": "Not full at its end; those who are in pay the rest among them.",
        "FULL": "All is paid; the animal is theirs.",
        "DIVIDED": "The meat was weighed; an officer may still call it off.",
        "SETTLED": "The money is the seller's.",
        "MERGED": "Those who were in moved into another pool.",
        "CANCELED": "All money goes back.",
    },
    "ShareState": {
        "HELD": "Kept for somebody who is paying.",
        "PAID": "Paid, and held for the seller.",
        "LAPSED": "Not paid in time, or left to others.",
        "RETURNED": "Its money is on its way back.",
    },
    "OnShortfall": {
        "CANCEL": "Everybody has his money back.",
        "SPLIT": "Those who are in pay the rest within half a day; or it is canceled.",
        "MERGE": "They move into another pool at the same price; or it is canceled.",
    },
}
