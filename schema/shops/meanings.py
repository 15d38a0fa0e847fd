"""Says what the values of the enums about shops mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "ShopState": {
        "DRAFT": "Not published yet.",
        "SUBMITTED": "It waits for an officer.",
        "NEEDS_INFO": "An officer wants to know more.",
        "VERIFIED": "It is open.",
        "PAUSED": "Its owner takes no orders for now.",
        "REJECTED": "An officer said no.",
        "SUSPENDED": "An officer closed it for now.",
        "TERMINATED": "It is closed for good.",
    },
    "ShopMove": {
        "PUBLISH": "Hand it to an officer, who opens it.",
        "VERIFY": "Let it be open.",
        "ASK_FOR_MORE": "Ask for what is missing.",
        "REJECT": "Say no.",
        "PAUSE": "Take no orders for now.",
        "RESUME": "Take orders again.",
        "SUSPEND": "Close it for now.",
        "RESTORE": "Let it be open again.",
        "CLOSE": "Close it for good.",
        "TERMINATE": "Close it for good by force, when a second officer says so too.",
    },
    "ProductState": {
        "DRAFT": "Not offered yet.",
        "ACTIVE": "It can be ordered, while its shop is open.",
        "PAUSED": "Not offered for now.",
        "RETIRED": "Offered no more.",
    },
    "ProductMove": {
        "OFFER": "Have it on sale.",
        "PAUSE": "Take it off for now.",
        "RETIRE": "Take it off for good.",
    },
    "StockMovementKind": {
        "COUNTED": "The seller said so.",
        "SHIPPED": "They went to a buyer.",
        "RESTOCKED": "They came back sound.",
    },
}
ARGUMENTS = {
    "shopId": "Which shop.",
    "host": "Its own host name, instead of its slug.",
}
