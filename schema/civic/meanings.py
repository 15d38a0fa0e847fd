"""Says what the values of the enums about complaints mean (see `schema.explained`)."""

from __future__ import annotations

VALUES = {
    "ComplaintKind": {
        "ROAD": "A road, a bridge, a culvert.",
        "WATER": "Drinking water, a tube well, drainage.",
        "ELECTRICITY": "Electricity, a street lamp.",
        "WASTE": "Waste, a market's cleanliness.",
        "PROVIDER": "Somebody whose service was booked.",
        "HAAT": "A haat: its toll, its order.",
        "OFFICE": "An office, or what it decided; officers of the district see to it.",
        "OTHER": "Anything else.",
    },
    "ComplaintState": {
        "NEW": "Nobody has taken it yet.",
        "ASSIGNED": "An officer has it.",
        "IN_PROGRESS": "Work on it has begun.",
        "WAITING_CITIZEN": "Its author is asked something; the officer's time stands still.",
        "ESCALATED": "Its time ran out; it lies with the officers above.",
        "RESOLVED": "An officer says that it is done; its author has not said so yet.",
        "REJECTED": "An officer says why nothing will be done.",
        "REOPENED": "Its author says that it is not done.",
        "CLOSED": "It is over: `fixed` says whether its author agreed.",
    },
    "OfficerIndicator": {
        "COMPLAINTS_ANSWERED": "How many complaints the officer resolved or rejected.",
        "COMPLAINTS_IN_TIME": "Percent of these that were answered before their time ran out.",
        "PROVIDERS_DECIDED": "How many providers of services the officer decided about.",
        "PROVIDERS_IN_TIME": "Percent of these within three working days.",
        "SELLERS_IN_TIME": "Percent of sellers decided about within three working days.",
    },
    "ComplaintMove": {
        "LODGE": "Complain.",
        "ASSIGN": "Take it, or give it to another officer.",
        "BEGIN": "Say that work has begun.",
        "ASK": "Ask its author something.",
        "ANSWER": "Answer what was asked.",
        "RESOLVE": "Say what was done.",
        "REJECT": "Say why nothing will be done.",
        "CONFIRM": "Say that it is mended.",
        "REOPEN": "Say that it is not.",
        "ESCALATE": "Its time ran out.",
        "EXPIRE": "Its author said nothing for long.",
    },
}
ARGUMENTS = {"complaintId": "Which complaint.", "month": "Any day of it; null: this month."}
OF_FIELD = {
    "Query.auditEntries.filter": "Which entries; without it, all.",
    "Query.auditExport.filter": "Which entries; without it, all.",
    "Query.deskCharts.within": "Of this place and all below it.",
    "Query.deskCharts.since": "From then on.",
    "Query.deskCharts.until": "Before then.",
    "Query.publicFigures.within": "Of this place and all below it.",
    "Query.publicFigures.since": "From then on; without it, a year before the end.",
    "Query.publicFigures.until": "Before then; without it, until now.",
    "Subscription.complaintEvents.after": (
        "The newest cursor you have; without one you get a snapshot."
    ),
}
