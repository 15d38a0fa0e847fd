"""Says what the values of the enums of notifications mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "NotificationTopic": {
        "BIDS": "Auctions one bids in or follows.",
        "SALES": "Animals, offers and deals.",
        "MONEY": "Payments, refunds and payouts.",
        "BOOKINGS": "Bookings and numbers at a desk.",
        "TRIPS": "Trips, drivers and the dispatch desk.",
        "BLOOD": "Requests for blood.",
        "ORDERS": "Orders, deliveries and returns.",
        "SHARES": "Qurbani shares.",
        "ACCOUNT": "Sign-ins, roles, applications.",
    },
    "NotificationChannel": {
        "IN_APP": "The list in the app; always on.",
        "PUSH": "A push message to the browsers that asked for it.",
        "SMS": "A text message, to who has no browser that is pushed to.",
    },
    "NotificationUrgency": {
        "QUIET": "It waits in the app.",
        "NORMAL": "It is pushed as well, by day.",
        "IMPORTANT": "Who is without the app gets a text message.",
        "URGENT": "Likewise, and also at night.",
    },
}
OF_FIELD = {
    "Subscription.notificationEvents.after": (
        "The newest cursor you have; without one you get a snapshot."
    ),
    "Query.notifications.unreadOnly": "Only what the viewer has not read.",
}
