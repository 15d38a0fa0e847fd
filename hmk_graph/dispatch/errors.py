"""What dispatch refuses."""

from __future__ import annotations

from hmk_graph.errors import DomainError
from hmk_graph.money import Paisa, in_bengali, in_english


class NotADriver(DomainError):
    """Only verified drivers may do this; `state` is that of the application, if there is one."""

    code = "NOT_A_DRIVER"
    bn = "এই কাজ যাচাই করা চালকের জন্য।"
    en = "This is for verified drivers."

    def __init__(self, *, state: str | None) -> None:
        super().__init__(state=state)
        self.state = state


class DriverIncomplete(DomainError):
    """The application lacks what an officer needs; `missing` names the fields."""

    code = "DRIVER_INCOMPLETE"
    bn = "আবেদনে কিছু তথ্য বাকি আছে।"
    en = "The driver's application is not complete."

    def __init__(self, *, missing: list[str]) -> None:
        super().__init__(missing=missing)
        self.missing = missing


class VehicleNotUsable(DomainError):
    """No officer has verified this vehicle, or it is retired."""

    code = "VEHICLE_NOT_USABLE"
    bn = "এই গাড়িটি এখনো যাচাই হয়নি।"
    en = "This vehicle is not verified."


class StillOnTrip(DomainError):
    """The driver has a trip that is not over."""

    code = "STILL_ON_TRIP"
    bn = "আগে চলমান যাত্রা শেষ করুন।"
    en = "Finish the trip you have first."


class NothingServes(DomainError):
    """No vehicle that was asked for can serve such a trip."""

    code = "NOTHING_SERVES"
    bn = "এই ধরনের যাত্রায় ওই গাড়ি চলে না।"
    en = "No vehicle that was asked for serves such a trip."


class OutsideArea(DomainError):
    """The pickup lies too far from every place that is served."""

    code = "OUTSIDE_AREA"
    bn = "জায়গাটি সেবার এলাকার বাইরে।"
    en = "The pickup lies outside the area that is served."
    field = "pickup"


class TripTooFar(DomainError):
    """The way is longer than anybody drives."""

    code = "TRIP_TOO_FAR"
    bn = "পথটি অনেক দীর্ঘ।"
    en = "The way is too long."
    field = "drop"


class BadHour(DomainError):
    """A trip can be scheduled from half an hour to thirty days ahead."""

    code = "BAD_HOUR"
    bn = "আধা ঘণ্টা থেকে ত্রিশ দিনের মধ্যে সময় দিন।"
    en = "Choose an hour between thirty minutes and thirty days from now."
    field = "startsAt"


class QuoteExpired(DomainError):
    """A quote holds for ten minutes; ask for a new one."""

    code = "QUOTE_EXPIRED"
    bn = "ভাড়ার হিসাবটির মেয়াদ শেষ। আবার হিসাব নিন।"
    en = "The quote has expired. Ask for a new one."


class TripRunning(DomainError):
    """The person has a trip already that is not over."""

    code = "TRIP_RUNNING"
    bn = "আপনার একটি যাত্রা চলছে।"
    en = "You have a trip already."


class OfferGone(DomainError):
    """The offer can no longer be answered; `state` says why."""

    code = "OFFER_GONE"
    bn = "ডাকটি আর খোলা নেই।"
    en = "The offer is no longer open."

    def __init__(self, *, state: str) -> None:
        super().__init__(state=state)
        self.state = state


class NotAtPickup(DomainError):
    """The driver is not within 150 meters of the pickup, or nobody knows where he is.

    `distance_m` is None when he was not seen for a minute.
    """

    code = "NOT_AT_PICKUP"
    bn = "আপনি এখনো ওঠার জায়গায় পৌঁছাননি। যাত্রীও পৌঁছানো নিশ্চিত করতে পারেন।"
    en = "You are not at the pickup yet. The rider may confirm it, too."

    def __init__(self, *, distance_m: int | None) -> None:
        super().__init__(distance_m=distance_m)
        self.distance_m = distance_m


class CodeWrong(DomainError):
    """It is not the code that the rider has; `tries_left` more may be tried."""

    code = "CODE_WRONG"
    bn = "কোডটি মেলেনি। আর {tries_left} বার চেষ্টা করা যাবে।"
    en = "The code does not match. {tries_left} tries are left."
    field = "code"

    def __init__(self, *, tries_left: int) -> None:
        super().__init__(tries_left=tries_left)
        self.tries_left = tries_left


class FeeNotSeen(DomainError):
    """Canceling costs something now, and the person has not seen it; preview it, then confirm."""

    code = "FEE_NOT_SEEN"
    bn = "এখন বাতিল করলে {fee} লাগবে। দেখে নিশ্চিত করুন।"
    en = "Canceling costs {fee} now. Look at it and confirm."
    field = "previewToken"

    def __init__(self, *, fee: Paisa) -> None:
        self.fee = fee  # first: the words are asked for at once
        super().__init__(fee=fee)

    def words_en(self) -> dict[str, str]:
        """Return the fee in English."""
        return {"fee": in_english(self.fee)}

    def words_bn(self) -> dict[str, str]:
        """Return the fee in Bengali."""
        return {"fee": in_bengali(self.fee)}


class DriverBusy(DomainError):
    """The driver has a trip, or is not at work."""

    code = "DRIVER_BUSY"
    bn = "এই চালক এখন ব্যস্ত।"
    en = "This driver is busy."


class TooManyPoints(DomainError):
    """A batch holds a hundred points at most, and one at least."""

    code = "TOO_MANY_POINTS"
    bn = "একবারে ১ থেকে ১০০টি বিন্দু পাঠানো যায়।"
    en = "Send between one and a hundred points at once."
    field = "points"


class NotAtWork(DomainError):
    """The driver has not gone to work, so his position is nobody's business."""

    code = "NOT_AT_WORK"
    bn = "আগে কাজে যোগ দিন।"
    en = "Go to work first."
