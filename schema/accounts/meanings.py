"""What the values of the enums about people mean."""

from __future__ import annotations

VALUES = {
    "ForcedActKind": {
        "END_SHOP": "End a shop for good.",
        "DECIDE_DEAL": "Decide a disputed deal: for the BUYER, or for the SELLER.",
        "CALL_OFF_POOL": "Give everybody who shares an animal his money back.",
        "FAIL_PAYOUT": "Say that a payout did not arrive, so that it is sent anew.",
        "CANCEL_PAYOUT": "Take a payout back before it is sent.",
        "DECIDE_BOOKING": "Decide a disputed booking: for the CITIZEN, or for the PROVIDER.",
        "CANCEL_BOOKING": "Call a booking off that was paid ahead.",
        "CANCEL_ORDER": "Call an order off that was paid online.",
        "DECIDE_DEDUCTION": "Keep so much, in paisa, of what a tenant paid ahead.",
    },
    "ForcedAnswer": {
        "AGREED": "A second officer said the same, and it was done.",
        "DECLINED": "An officer said no, or the first one took it back.",
        "REPLACED": "Another officer said the opposite, which waited then.",
        "LAPSED": "The thing went on in another way, or who asked lost his role.",
    },
}
