"""What happens to requests for blood. No event holds a phone, a name or who somebody is."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class BloodRequestEvent(Event):
    """Something on a request's stream, with all that redraws it; heard by its two sides alone."""

    request_id: int
    state: str
    units: int
    confirmed: int
    given: int

    @property
    def stream(self) -> str:
        return f"blood.request.{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class BloodRequested(BloodRequestEvent):
    """Somebody needs blood; the nearest donors are asked next."""

    kind: ClassVar[str] = "blood.blood_requested"
    needed_by: datetime


@dataclass(frozen=True, kw_only=True)
class DonorsInvited(BloodRequestEvent):
    """Another ring of donors was asked: the how-manieth, and how many they are."""

    kind: ClassVar[str] = "blood.donors_invited"
    ring: int
    invited: int


@dataclass(frozen=True, kw_only=True)
class NoDonorLeft(BloodRequestEvent):
    """All who could give were asked. It goes on: who becomes free or joins is asked, too."""

    kind: ClassVar[str] = "blood.no_donor_left"


@dataclass(frozen=True, kw_only=True)
class DonationOfferMoved(BloodRequestEvent):
    """A donor said yes or no, was confirmed, gave, or dropped out. `offer_state` is where to."""

    kind: ClassVar[str] = "blood.donation_offer_moved"
    donation_offer_id: int
    offer_state: str


@dataclass(frozen=True, kw_only=True)
class BloodRequestClosed(BloodRequestEvent):
    """It is over: FULFILLED, EXPIRED or CANCELLED."""

    kind: ClassVar[str] = "blood.blood_request_closed"


@dataclass(frozen=True, kw_only=True)
class PersonalBloodEvent(Event):
    """Something about blood on one person's own stream."""

    account_id: int
    request_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class InvitedToGive(PersonalBloodEvent):
    """You can help: will you? Also at night, for it is blood."""

    kind: ClassVar[str] = "blood.invited_to_give"
    donation_offer_id: int
    group: str
    place_id: int
    needed_by: datetime


@dataclass(frozen=True, kw_only=True)
class YourDonationMoved(PersonalBloodEvent):
    """The requester confirmed you, or you are no longer needed, or your gift was written down."""

    kind: ClassVar[str] = "blood.your_donation_moved"
    donation_offer_id: int
    offer_state: str


@dataclass(frozen=True, kw_only=True)
class YourRequestMoved(PersonalBloodEvent):
    """On your request a donor said yes, dropped out, or it ended. `what` is the kind of step."""

    kind: ClassVar[str] = "blood.your_request_moved"
    state: str
    what: str
