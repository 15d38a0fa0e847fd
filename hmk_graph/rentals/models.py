"""Tables of what is for rent, who came to see it, and the agreements and hires it led to.

What the database itself forbids (two open agreements of one unit, keys in two hands, a month
charged twice, a vehicle hired twice for one day) is written as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class UnitKind(StrEnum):
    """What is let. A vehicle is let by the day, with its driver; all else by the month."""

    HOUSE = "HOUSE"
    OFFICE = "OFFICE"
    SHOP = "SHOP"
    GODOWN = "GODOWN"
    VEHICLE = "VEHICLE"


class UnitState(StrEnum):
    """Where something for rent stands. STALE: nobody confirmed it for a month; it is hidden."""

    AVAILABLE = "AVAILABLE"
    HELD = "HELD"
    LEASED = "LEASED"
    STALE = "STALE"
    RETIRED = "RETIRED"


class Tenants(StrEnum):
    """To whom it is let."""

    ANYBODY = "ANYBODY"
    FAMILY = "FAMILY"
    SINGLES = "SINGLES"


class ViewingState(StrEnum):
    """A visit to see something for rent."""

    REQUESTED = "REQUESTED"
    CONFIRMED = "CONFIRMED"
    DONE = "DONE"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


class AgreementState(StrEnum):
    """A tenancy, from the offer to the last taka."""

    OFFERED = "OFFERED"
    ADVANCE_DUE = "ADVANCE_DUE"
    ACTIVE = "ACTIVE"
    NOTICE = "NOTICE"
    ENDED = "ENDED"
    SETTLED = "SETTLED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


class DeductionState(StrEnum):
    """What became of something that a landlord wants to keep of the advance."""

    PROPOSED = "PROPOSED"
    ACCEPTED = "ACCEPTED"
    DISPUTED = "DISPUTED"
    DECIDED = "DECIDED"


class HireState(StrEnum):
    """A vehicle for some days. REQUESTED holds the days already."""

    REQUESTED = "REQUESTED"
    CONFIRMED = "CONFIRMED"
    DONE = "DONE"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


class Unit(Model):
    """Something for rent. `rent_paisa` is for a month, of a vehicle for a day with its driver.

    The address is told to whom a visit was confirmed; everybody sees the place.
    """

    id = fields.BigIntField(primary_key=True)
    owner_id: int
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    kind = fields.CharEnumField(UnitKind, max_length=7)
    state = fields.CharEnumField(UnitState, max_length=9, default=UnitState.AVAILABLE)
    version = fields.IntField(default=1)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    address = fields.CharField(max_length=300, default="")
    title_bn = fields.CharField(max_length=160)
    title_en = fields.CharField(max_length=160, default="")
    description = fields.TextField(default="")
    rent_paisa = fields.BigIntField()
    advance_paisa = fields.BigIntField(default=0)
    service_charge_paisa = fields.BigIntField(default=0)
    rooms = fields.IntField(null=True)
    floor = fields.IntField(null=True)
    area_sqft = fields.IntField(null=True)
    seats = fields.IntField(null=True)
    tenants = fields.CharEnumField(Tenants, max_length=8, default=Tenants.ANYBODY)
    amenities = ArrayField("text", default=list)
    listed_at = fields.DatetimeField()
    confirmed_at = fields.DatetimeField()
    asked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "rentals_unit"
        indexes = (("owner_id", "id"),)


class Viewing(Model):
    """Somebody wants to see a unit."""

    id = fields.BigIntField(primary_key=True)
    unit_id: int
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "rentals.Unit", related_name="viewings", on_delete=RESTRICT
    )
    visitor_id: int
    visitor: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ViewingState, max_length=9, default=ViewingState.REQUESTED)
    version = fields.IntField(default=1)
    starts_at = fields.DatetimeField()
    note = fields.TextField(default="")
    created_at = fields.DatetimeField()

    class Meta:
        table = "rentals_viewing"
        indexes = (("visitor_id", "id"), ("unit_id", "id"))


class Agreement(Model):
    """A tenancy. Dates are in Dhaka; `leaves_on` is the last day. Who has the keys is apart.

    `hold_id` is the ledger's promise of the advance while it is held.
    """

    id = fields.BigIntField(primary_key=True)
    unit_id: int
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "rentals.Unit", related_name="agreements", on_delete=RESTRICT
    )
    landlord_id: int
    landlord: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    tenant_id: int
    tenant: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(AgreementState, max_length=11, default=AgreementState.OFFERED)
    version = fields.IntField(default=1)
    rent_paisa = fields.BigIntField()
    service_charge_paisa = fields.BigIntField(default=0)
    advance_paisa = fields.BigIntField()
    starts_on = fields.DateField()
    notice_days = fields.IntField()
    terms = fields.TextField(default="")
    due_at = fields.DatetimeField(null=True)
    offered_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    paid_at = fields.DatetimeField(null=True)
    handed_over_at = fields.DatetimeField(null=True)
    returned_at = fields.DatetimeField(null=True)
    leaves_on = fields.DateField(null=True)
    ended_at = fields.DatetimeField(null=True)
    proposed_at = fields.DatetimeField(null=True)
    settled_at = fields.DatetimeField(null=True)
    hold_id = fields.BigIntField(null=True)

    class Meta:
        table = "rentals_agreement"
        indexes = (("tenant_id", "id"), ("landlord_id", "id"), ("unit_id", "id"))


class MonthlyDue(Model):
    """What a tenant owes for one month (its first day). Of a part of a month, its days."""

    id = fields.BigIntField(primary_key=True)
    agreement_id: int
    agreement: fields.ForeignKeyRelation[Agreement] = fields.ForeignKeyField(
        "rentals.Agreement", related_name="dues", on_delete=RESTRICT
    )
    month = fields.DateField()
    amount_paisa = fields.BigIntField()
    made_at = fields.DatetimeField()
    paid_at = fields.DatetimeField(null=True)
    in_cash = fields.BooleanField(default=False)

    class Meta:
        table = "rentals_due"
        unique_together = (("agreement_id", "month"),)


class Deduction(Model):
    """Something that the landlord wants to keep of the advance, and how much of it he may."""

    id = fields.BigIntField(primary_key=True)
    agreement_id: int
    agreement: fields.ForeignKeyRelation[Agreement] = fields.ForeignKeyField(
        "rentals.Agreement", related_name="deductions", on_delete=RESTRICT
    )
    label = fields.CharField(max_length=160)
    claimed_paisa = fields.BigIntField()
    amount_paisa = fields.BigIntField()
    state = fields.CharEnumField(DeductionState, max_length=8, default=DeductionState.PROPOSED)
    version = fields.IntField(default=1)
    note = fields.TextField(default="")
    decided_by_id: int | None
    decided_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )

    class Meta:
        table = "rentals_deduction"
        indexes = (("agreement_id", "id"),)


class Hire(Model):
    """A vehicle with its driver from `first_day` up to, not including, `until_day` (Dhaka)."""

    id = fields.BigIntField(primary_key=True)
    unit_id: int
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "rentals.Unit", related_name="hires", on_delete=RESTRICT
    )
    hirer_id: int
    hirer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(HireState, max_length=9, default=HireState.REQUESTED)
    version = fields.IntField(default=1)
    first_day = fields.DateField()
    until_day = fields.DateField()
    amount_paisa = fields.BigIntField()
    pickup = fields.CharField(max_length=300)
    note = fields.TextField(default="")
    due_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "rentals_hire"
        indexes = (("hirer_id", "id"), ("unit_id", "id"))
