"""Tables of bookings, quotes, sittings, serials, reviews and calendar feeds (rules.md 2.3)."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from hmk_graph.services.models import PriceOption, Provider, Service

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class BookingState(StrEnum):
    """A booking's life. HELD, REQUESTED, CONFIRMED and IN_PROGRESS occupy their time."""

    HELD = "HELD"
    REQUESTED = "REQUESTED"
    CONFIRMED = "CONFIRMED"
    IN_PROGRESS = "IN_PROGRESS"
    DONE = "DONE"
    CLOSED = "CLOSED"
    EXPIRED = "EXPIRED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"
    NO_SHOW = "NO_SHOW"
    DISPUTED = "DISPUTED"
    REFUNDED = "REFUNDED"


class Side(StrEnum):
    """One of the two who deal with each other."""

    CITIZEN = "CITIZEN"
    PROVIDER = "PROVIDER"


class QuoteState(StrEnum):
    """A price for work that was looked at. Only the one SENT can be taken."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    EXPIRED = "EXPIRED"
    SUPERSEDED = "SUPERSEDED"


class SittingState(StrEnum):
    """A session at which people are served by number."""

    PLANNED = "PLANNED"
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"


class SerialState(StrEnum):
    """One number of a sitting."""

    WAITING = "WAITING"
    CALLED = "CALLED"
    SERVED = "SERVED"
    SKIPPED = "SKIPPED"
    LEFT = "LEFT"


class Booking(Model):
    """A citizen's claim on a provider's time. `amount_paisa` is the price when it was made.

    `ceiling_paisa` is the most that may be asked in the end: that price, or the accepted quote.
    `code` starts the work: the citizen shows it, the provider types it. `absent` is who is said
    not to have come. `uid` and `sequence` are those of its calendar entry (RFC 5545), `changed_at`
    its stamp. Money is paid at the visit, unless the citizen paid `paid_paisa` ahead: that stands
    held under `hold_id` until it is settled.
    """

    id = fields.BigIntField(primary_key=True)
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name="bookings", on_delete=RESTRICT
    )
    service_id: int
    service: fields.ForeignKeyRelation["Service"] = fields.ForeignKeyField(
        "services.Service", related_name="bookings", on_delete=RESTRICT
    )
    option_id: int
    option: fields.ForeignKeyRelation["PriceOption"] = fields.ForeignKeyField(
        "services.PriceOption", related_name=False, on_delete=RESTRICT
    )
    citizen_id: int
    citizen: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(BookingState, max_length=11, default=BookingState.HELD)
    version = fields.IntField(default=1)
    starts_at = fields.DatetimeField()
    finishes_at = fields.DatetimeField()
    quantity = fields.IntField(default=1)
    seats = fields.IntField(default=1)
    place_id: int | None
    place: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, null=True, on_delete=RESTRICT
    )
    address = fields.CharField(max_length=300, default="")
    note = fields.TextField(default="")
    amount_paisa = fields.BigIntField()
    ceiling_paisa = fields.BigIntField()
    final_paisa = fields.BigIntField(null=True)
    fee_paisa = fields.BigIntField(default=0)
    paid_paisa = fields.BigIntField(default=0, db_default=0)
    hold_id = fields.BigIntField(null=True)
    code = fields.CharField(max_length=4)
    wrong_codes = fields.IntField(default=0)
    reason = fields.TextField(default="")
    cancelled_by = fields.CharField(max_length=8, null=True)
    absent = fields.CharEnumField(Side, max_length=8, null=True)
    due_at = fields.DatetimeField(null=True)
    uid = fields.CharField(max_length=60, unique=True)
    sequence = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()

    class Meta:
        table = "services_booking"
        indexes = (("citizen_id", "starts_at"), ("provider_id", "starts_at"))


class Occupancy(Model):
    """A provider's seat that is taken for a time, buffers inside. The database lets none overlap.

    What stands here occupies: the row goes when its booking or sitting gives the time up.
    """

    id = fields.BigIntField(primary_key=True)
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name=False, on_delete=CASCADE
    )
    seat = fields.IntField()
    busy_from = fields.DatetimeField()
    busy_until = fields.DatetimeField()
    booking_id: int | None
    booking: fields.ForeignKeyNullableRelation["Booking"] = fields.ForeignKeyField(
        "services.Booking", related_name="occupancies", null=True, on_delete=CASCADE
    )
    sitting_id: int | None
    sitting: fields.ForeignKeyNullableRelation["Sitting"] = fields.ForeignKeyField(
        "services.Sitting", related_name="occupancies", null=True, on_delete=CASCADE
    )

    class Meta:
        table = "services_occupancy"


class Quote(Model):
    """A price for the work of a booking. `lines` is a list of {label, amount} in paisa."""

    id = fields.BigIntField(primary_key=True)
    booking_id: int
    booking: fields.ForeignKeyRelation["Booking"] = fields.ForeignKeyField(
        "services.Booking", related_name="quotes", on_delete=CASCADE
    )
    state = fields.CharEnumField(QuoteState, max_length=10, default=QuoteState.DRAFT)
    lines: Any = fields.JSONField(default=list)
    total_paisa = fields.BigIntField()
    note = fields.TextField(default="")
    created_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)
    expires_at = fields.DatetimeField(null=True)
    answered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "services_quote"


class Waiting(Model):
    """A citizen's wish for a time that somebody else has; told once when that falls free."""

    id = fields.BigIntField(primary_key=True)
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name=False, on_delete=CASCADE
    )
    option_id: int
    option: fields.ForeignKeyRelation["PriceOption"] = fields.ForeignKeyField(
        "services.PriceOption", related_name=False, on_delete=CASCADE
    )
    citizen_id: int
    citizen: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    starts_at = fields.DatetimeField()
    finishes_at = fields.DatetimeField()
    created_at = fields.DatetimeField()
    told_at = fields.DatetimeField(null=True)

    class Meta:
        table = "services_waiting"


class Sitting(Model):
    """A session with numbers: a doctor's chamber, a barber's evening.

    Numbers 1 to `capacity` are given from `opens_at` on. `served_seconds` is the sum of how long
    the `served_count` served ones took: the estimate is their mean.
    """

    id = fields.BigIntField(primary_key=True)
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name="sittings", on_delete=RESTRICT
    )
    service_id: int
    service: fields.ForeignKeyRelation["Service"] = fields.ForeignKeyField(
        "services.Service", related_name="sittings", on_delete=RESTRICT
    )
    option_id: int
    option: fields.ForeignKeyRelation["PriceOption"] = fields.ForeignKeyField(
        "services.PriceOption", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(SittingState, max_length=9, default=SittingState.PLANNED)
    version = fields.IntField(default=1)
    day = fields.DateField()
    starts_at = fields.DatetimeField()
    finishes_at = fields.DatetimeField()
    opens_at = fields.DatetimeField()
    capacity = fields.IntField()
    average_m = fields.IntField()
    amount_paisa = fields.BigIntField()
    began_at = fields.DatetimeField(null=True)
    now_serving = fields.IntField(default=0)
    served_count = fields.IntField(default=0)
    served_seconds = fields.BigIntField(default=0)

    class Meta:
        table = "services_sitting"
        indexes = (("provider_id", "starts_at"),)


class Serial(Model):
    """A citizen's number at a sitting."""

    id = fields.BigIntField(primary_key=True)
    sitting_id: int
    sitting: fields.ForeignKeyRelation["Sitting"] = fields.ForeignKeyField(
        "services.Sitting", related_name="serials", on_delete=RESTRICT
    )
    citizen_id: int
    citizen: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    number = fields.IntField()
    state = fields.CharEnumField(SerialState, max_length=7, default=SerialState.WAITING)
    returned = fields.BooleanField(default=False)
    taken_at = fields.DatetimeField()
    called_at = fields.DatetimeField(null=True)
    served_at = fields.DatetimeField(null=True)

    class Meta:
        table = "services_serial"


class Review(Model):
    """What one side says of the other after a finished booking or a served serial.

    Hidden until both sides are in or seven days have passed since `finished_at`; then it is final.
    """

    id = fields.BigIntField(primary_key=True)
    booking_id: int | None
    booking: fields.ForeignKeyNullableRelation["Booking"] = fields.ForeignKeyField(
        "services.Booking", related_name="reviews", null=True, on_delete=RESTRICT
    )
    serial_id: int | None
    serial: fields.ForeignKeyNullableRelation["Serial"] = fields.ForeignKeyField(
        "services.Serial", related_name="reviews", null=True, on_delete=RESTRICT
    )
    provider_id: int
    provider: fields.ForeignKeyRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name="reviews", on_delete=RESTRICT
    )
    citizen_id: int
    citizen: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    by = fields.CharEnumField(Side, max_length=8)
    stars = fields.IntField()
    text = fields.TextField(default="")
    finished_at = fields.DatetimeField()
    written_at = fields.DatetimeField()
    reply = fields.TextField(default="")
    replied_at = fields.DatetimeField(null=True)
    hidden_by_id: int | None
    hidden_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    hidden_reason = fields.TextField(default="")

    class Meta:
        table = "services_review"


class CalendarFeed(Model):
    """A secret address that a calendar program reads; only its hash is kept.

    With a `provider` it tells that provider's work, else what the account booked.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    provider_id: int | None
    provider: fields.ForeignKeyNullableRelation["Provider"] = fields.ForeignKeyField(
        "services.Provider", related_name=False, null=True, on_delete=CASCADE
    )
    secret_hash = fields.BinaryField()
    created_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "services_calendar_feed"
