"""Tables of categories, providers, what they offer, and its prices.

States are those of rules.md 2.1 and 2.2; the tables of their transitions stand in `machines.py`.
What the database itself forbids is written as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.db_defaults import SqlDefault
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class CategoryKind(StrEnum):
    """What sort of service a category holds. How long a signal of being free lives hangs on it."""

    ON_DEMAND_VISIT = "ON_DEMAND_VISIT"
    DONOR = "DONOR"
    TRANSPORT = "TRANSPORT"
    RENTAL = "RENTAL"
    APPOINTMENT = "APPOINTMENT"
    EMERGENCY = "EMERGENCY"


class Way(StrEnum):
    """In which way a service of a category is used to its end."""

    BOOKING = "BOOKING"
    SERIAL = "SERIAL"
    TRIP = "TRIP"
    RENTAL = "RENTAL"
    DONATION = "DONATION"


class ProviderState(StrEnum):
    """The approval machine of providers, rules.md 2.1."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    NEEDS_INFO = "NEEDS_INFO"
    VERIFIED = "VERIFIED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"
    TERMINATED = "TERMINATED"


class ServiceState(StrEnum):
    """The machine of listings, rules.md 2.2. Only ACTIVE ones are found and booked."""

    DRAFT = "DRAFT"
    PENDING_REVIEW = "PENDING_REVIEW"
    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    STALE = "STALE"
    REJECTED = "REJECTED"
    RETIRED = "RETIRED"


class Venue(StrEnum):
    """Where the work is done."""

    CUSTOMER = "CUSTOMER"
    PROVIDER = "PROVIDER"


class Gender(StrEnum):
    """Of the one who comes, where the category lets the citizen choose."""

    FEMALE = "FEMALE"
    MALE = "MALE"


class Signal(StrEnum):
    """What a provider's switch says."""

    FREE = "FREE"
    BUSY = "BUSY"
    OFF = "OFF"


class Category(Model):
    """A kind of service. `ways` are `Way`s, `units` are slugs of pricing units, the usual first.

    `papers` are the `MediaKind`s that an officer has to see before he lets somebody work in it.
    """

    id = fields.BigIntField(primary_key=True)
    slug = fields.CharField(max_length=40, unique=True)
    name_bn = fields.CharField(max_length=80)
    name_en = fields.CharField(max_length=80)
    kind = fields.CharEnumField(CategoryKind, max_length=15)
    ways = ArrayField("text", default=list)
    units = ArrayField("text", default=list)
    position = fields.IntField()
    parent_id: int | None
    parent: fields.ForeignKeyNullableRelation["Category"] = fields.ForeignKeyField(
        "services.Category", related_name="children", null=True, on_delete=RESTRICT
    )
    needs_licence = fields.BooleanField(default=False)
    payment_forbidden = fields.BooleanField(default=False)
    gender_choice = fields.BooleanField(default=False)
    group_booking = fields.BooleanField(default=False)
    papers = ArrayField("text", default=list, db_default=SqlDefault("'{}'"))
    facts: Any = fields.JSONField(default=dict)

    class Meta:
        table = "services_category"


class Provider(Model):
    """Somebody who offers services, and how he works.

    `seats` is how many can be served at one time (workers, chairs). `hours` holds for each weekday
    from Monday a list of [opens, closes] in minutes of the day. `served` are the places he comes
    to, `reach` those and all above them, so that a search in an upazila finds who serves a union.
    `ending_asked_by` is the first of the two officers whom an end for good needs.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ProviderState, max_length=10, default=ProviderState.DRAFT)
    version = fields.IntField(default=1)
    name = fields.CharField(max_length=120)
    about = fields.TextField(default="")
    contact_phone = fields.CharField(max_length=14)
    gender = fields.CharEnumField(Gender, max_length=6, null=True)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    village = fields.CharField(max_length=120, default="")
    served = ArrayField("bigint", default=list)
    reach = ArrayField("bigint", default=list)
    seats = fields.IntField(default=1)
    hours: Any = fields.JSONField(default=list)
    buffer_before_m = fields.IntField(default=0)
    buffer_after_m = fields.IntField(default=0)
    notice_m = fields.IntField(default=60)
    horizon_d = fields.IntField(default=30)
    instant = fields.BooleanField(default=False)
    closed_from = fields.DatetimeField(null=True)
    closed_to = fields.DatetimeField(null=True)
    signal = fields.CharEnumField(Signal, max_length=4, null=True)
    signal_at = fields.DatetimeField(null=True)
    signal_until = fields.DatetimeField(null=True)
    reason = fields.TextField(default="")
    decided_by_id: int | None
    decided_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    second_officer_id: int | None
    second_officer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    ending_asked_by_id: int | None
    ending_asked_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()
    submitted_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "services_provider"


class SpecialDay(Model):
    """A date on which a provider works otherwise than in the week; no spans: not at all."""

    id = fields.BigIntField(primary_key=True)
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name="special_days", on_delete=CASCADE
    )
    day = fields.DateField()
    spans: Any = fields.JSONField(default=list)

    class Meta:
        table = "services_special_day"
        unique_together = (("provider_id", "day"),)


class Service(Model):
    """What a provider offers in one category. `from_paisa` is the lowest of its open prices."""

    id = fields.BigIntField(primary_key=True)
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name="services", on_delete=RESTRICT
    )
    category_id: int
    category: fields.ForeignKeyRelation["Category"] = fields.ForeignKeyField(
        "services.Category", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ServiceState, max_length=14, default=ServiceState.DRAFT)
    version = fields.IntField(default=1)
    title_bn = fields.CharField(max_length=120)
    title_en = fields.CharField(max_length=120, default="")
    description = fields.TextField(default="")
    venue = fields.CharEnumField(Venue, max_length=8, default=Venue.CUSTOMER)
    licence_no = fields.CharField(max_length=60, default="")
    licence_until = fields.DateField(null=True)
    from_paisa = fields.BigIntField(null=True)
    verified_at = fields.DatetimeField(null=True)
    asked_at = fields.DatetimeField(null=True)
    reason = fields.TextField(default="")
    decided_by_id: int | None
    decided_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    decided_at = fields.DatetimeField(null=True)
    submitted_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "services_service"


class PriceOption(Model):
    """One way in which a service is priced: what for, in which unit, and how long one unit takes.

    `needs_quote`: the price is for the visit; the work is priced when it has been seen.
    """

    id = fields.BigIntField(primary_key=True)
    service_id: int
    service: fields.ForeignKeyRelation["Service"] = fields.ForeignKeyField(
        "services.Service", related_name="options", on_delete=CASCADE
    )
    label_bn = fields.CharField(max_length=80)
    label_en = fields.CharField(max_length=80, default="")
    unit = fields.CharField(max_length=20)
    minutes = fields.IntField()
    needs_quote = fields.BooleanField(default=False)
    retired_at = fields.DatetimeField(null=True)

    class Meta:
        table = "services_price_option"


class Price(Model):
    """What an option cost from a moment on. The open row (`valid_to` None) is what it costs now."""

    id = fields.BigIntField(primary_key=True)
    option_id: int
    option: fields.ForeignKeyRelation["PriceOption"] = fields.ForeignKeyField(
        "services.PriceOption", related_name="prices", on_delete=CASCADE
    )
    amount_paisa = fields.BigIntField()
    valid_from = fields.DatetimeField()
    valid_to = fields.DatetimeField(null=True)

    class Meta:
        table = "services_price"
