"""Says what values of the haat's enums mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
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
