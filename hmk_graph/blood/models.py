"""Tables of donors, requests and offers to give. There is no price among them, and never will be.

What the database itself forbids (more confirmed than asked, two promises of one donor) is written
as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class BloodGroup(StrEnum):
    """The eight groups of ABO and Rh."""

    O_NEG = "O_NEG"
    O_POS = "O_POS"
    A_NEG = "A_NEG"
    A_POS = "A_POS"
    B_NEG = "B_NEG"
    B_POS = "B_POS"
    AB_NEG = "AB_NEG"
    AB_POS = "AB_POS"


class RequestState(StrEnum):
    """A request for units of blood; it is open while units are missing and its time is not over."""

    OPEN = "OPEN"
    PARTIAL = "PARTIAL"
    FULFILLED = "FULFILLED"
    EXPIRED = "EXPIRED"
    CANCELLED = "CANCELLED"


class OfferState(StrEnum):
    """What stands between one donor and one request."""

    INVITED = "INVITED"
    WILLING = "WILLING"
    CONFIRMED = "CONFIRMED"
    DONATED = "DONATED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    NOT_NEEDED = "NOT_NEEDED"
    DEFERRED = "DEFERRED"


class Donor(Model):
    """A person who gives: that he may (`eligible_on`) and wants to now (`available`) are two facts.

    `eligible_on` None: he never gave. An erased person has neither birthday nor weight.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    group = fields.CharEnumField(BloodGroup, max_length=6)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    born_on = fields.DateField(null=True)
    weight_kg = fields.IntField(null=True)
    available = fields.BooleanField(default=True)
    last_given_on = fields.DateField(null=True)
    eligible_on = fields.DateField(null=True)
    last_invited_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "blood_donor"


class BloodRequest(Model):
    """Somebody needs `units` of a group at a hospital by a time.

    `confirmed` counts donors who were accepted and have not dropped out, `given` those of them who
    gave. `rings` were asked so far; `exhausted` says that nobody was left to ask the last time.
    """

    id = fields.BigIntField(primary_key=True)
    requester_id: int
    requester: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    group = fields.CharEnumField(BloodGroup, max_length=6)
    units = fields.IntField()
    confirmed = fields.IntField(default=0)
    given = fields.IntField(default=0)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    hospital = fields.CharField(max_length=160)
    note = fields.TextField(default="")
    needed_by = fields.DatetimeField()
    state = fields.CharEnumField(RequestState, max_length=9, default=RequestState.OPEN)
    version = fields.IntField(default=1)
    rings = fields.IntField(default=0)
    exhausted = fields.BooleanField(default=False)
    created_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "blood_request"
        indexes = (("requester_id", "state"),)


class DonationOffer(Model):
    """One donor who was asked for one request. `exact`: his group is the very one.

    `confirmed_at` stays when he gives or is no longer needed: from then on phones were exchanged.
    """

    id = fields.BigIntField(primary_key=True)
    request_id: int
    request: fields.ForeignKeyRelation[BloodRequest] = fields.ForeignKeyField(
        "blood.BloodRequest", related_name="offers", on_delete=RESTRICT
    )
    donor_id: int
    donor: fields.ForeignKeyRelation[Donor] = fields.ForeignKeyField(
        "blood.Donor", related_name="offers", on_delete=RESTRICT
    )
    state = fields.CharEnumField(OfferState, max_length=10, default=OfferState.INVITED)
    version = fields.IntField(default=1)
    ring = fields.IntField()
    exact = fields.BooleanField()
    reason = fields.CharField(max_length=300, default="")
    invited_at = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    given_on = fields.DateField(null=True)

    class Meta:
        table = "blood_offer"
        unique_together = (("request_id", "donor_id"),)
        indexes = (("donor_id", "state"),)
