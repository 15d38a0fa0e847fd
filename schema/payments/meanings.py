"""Says what arguments and values of enums about money mean (see `schema.explained`)."""

from __future__ import annotations

ARGUMENTS = {
    "dealId": "Which deal.",
    "code": "What is printed on it, or the end of the address that it leads to.",
    "since": "The first day, in Dhaka.",
    "until": "The last day, which counts as well.",
}
VALUES = {
    "SetAsideChoice": {
        "TAKE": "It counts for what was due; what is over goes back.",
        "GIVE_BACK": "All of it goes back.",
    },
    "RefundState": {
        "REQUESTED": "Somebody asked for it.",
        "APPROVED": "It is to be sent.",
        "SENT": "It is on its way.",
        "SUCCEEDED": "It went back.",
        "FAILED": "It did not go by this way; another try follows.",
        "REJECTED": "It does not go back.",
    },
    "PayoutMethod": {
        "BKASH": "To a bKash number.",
        "NAGAD": "To a Nagad number.",
        "BANK": "To a bank account.",
    },
    "PayoutAccountState": {
        "PENDING": "An administrator has yet to check it.",
        "ACTIVE": "Earnings are sent there.",
        "RESTRICTED": "Nothing is sent there for now.",
        "REJECTED": "It was not taken.",
        "REPLACED": "Another one took its place.",
    },
    "PayoutAccountMove": {
        "APPROVE": "Send earnings there from now on.",
        "REJECT": "Do not take it.",
        "RESTRICT": "Send nothing there for now.",
        "RELEASE": "Send there again.",
        "REPLACE": "Put another one in its place; the house does that by itself.",
    },
    "PayoutState": {
        "PENDING": "Cut from the earnings, and held; to be sent.",
        "PROCESSING": "Somebody is sending it.",
        "PAID": "It was sent, under a number.",
        "FAILED": "It did not arrive; the next cut takes the money anew.",
        "CANCELED": "It was taken back before anybody sent it.",
    },
}
