"""Tables of drivers, vehicles, trips, offers and trails.

Points are kept in millionths of a degree (`_e6`): six decimals are a tenth of a meter, and whole
numbers compare exactly. What the database itself forbids (two drivers of one trip, two trips of one
driver, two open offers to one driver) is written as constraints in the migration.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from hmk_graph.accounts.models import ApplicationState

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class VehicleKind(StrEnum):
    """With what somebody comes. ON_FOOT: with his hands and a skill."""

    AMBULANCE_NON_AC = "AMBULANCE_NON_AC"
    AMBULANCE_AC = "AMBULANCE_AC"
    AMBULANCE_ICU = "AMBULANCE_ICU"
    AMBULANCE_FREEZER = "AMBULANCE_FREEZER"
    AMBULANCE_BOAT = "AMBULANCE_BOAT"
    AUTO = "AUTO"
    RICKSHAW = "RICKSHAW"
    CAR = "CAR"
    MICROBUS = "MICROBUS"
    PICKUP = "PICKUP"
    BOAT = "BOAT"
    ON_FOOT = "ON_FOOT"


class Medium(StrEnum):
    """On what a vehicle goes. In the haor the roads end where the water begins."""

    ROAD = "ROAD"
    WATER = "WATER"


class VehicleState(StrEnum):
    """Whether an officer has seen the vehicle."""

    PENDING = "PENDING"
    VERIFIED = "VERIFIED"
    REJECTED = "REJECTED"
    RETIRED = "RETIRED"


class TripKind(StrEnum):
    """What is asked for. HOME_SERVICE brings a person with a skill to the door."""

    AMBULANCE = "AMBULANCE"
    AUTO = "AUTO"
    RICKSHAW = "RICKSHAW"
    CAR = "CAR"
    BOAT = "BOAT"
    GOODS = "GOODS"
    DRIVER = "DRIVER"
    HOME_SERVICE = "HOME_SERVICE"


class TripState(StrEnum):
    """The life of a trip, rules.md 2.4; SCHEDULED waits for its hour, AT_DESK for the desk."""

    AT_DESK = "AT_DESK"
    SCHEDULED = "SCHEDULED"
    SEARCHING = "SEARCHING"
    ESCALATED = "ESCALATED"
    ASSIGNED = "ASSIGNED"
    EN_ROUTE = "EN_ROUTE"
    ARRIVED = "ARRIVED"
    IN_TRIP = "IN_TRIP"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    NO_DRIVER = "NO_DRIVER"


class OfferState(StrEnum):
    """The life of one offer to one driver."""

    SENT = "SENT"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    EXPIRED = "EXPIRED"
    TAKEN = "TAKEN"
    WITHDRAWN = "WITHDRAWN"


class Tracking(StrEnum):
    """Whether the way of a trip can be seen. NONE: the driver was reached by voice."""

    GPS = "GPS"
    NONE = "NONE"


class Driver(Model):
    """A person who comes when called: his papers, and whether he is at work.

    `ending_asked_by` is the first of the two officers whom an end for good needs. `vehicle` is what
    he is out with; it is set exactly while he is at work.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    state = fields.CharEnumField(ApplicationState, max_length=10, default=ApplicationState.DRAFT)
    version = fields.IntField(default=1)
    name = fields.CharField(max_length=80)
    contact_phone = fields.CharField(max_length=14)
    licence_no = fields.CharField(max_length=40, default="")
    licence_until = fields.DateField(null=True)
    statement = fields.TextField(default="")
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
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
    # A foreign key, by hand: Tortoise cannot write two tables that point at each other.
    vehicle_id = fields.BigIntField(null=True)
    online_since = fields.DatetimeField(null=True)

    class Meta:
        table = "dispatch_driver"


class Vehicle(Model):
    """What a driver goes out with. `skill` is the slug of a service, of those ON_FOOT alone.

    `warrant` names the other standing by which it may be used (`services.provider.7`), in the words
    of its context; empty: officers have looked at it itself.
    """

    id = fields.BigIntField(primary_key=True)
    driver_id: int
    driver: fields.ForeignKeyRelation["Driver"] = fields.ForeignKeyField(
        "dispatch.Driver", related_name="vehicles", on_delete=RESTRICT
    )
    kind = fields.CharEnumField(VehicleKind, max_length=17)
    medium = fields.CharEnumField(Medium, max_length=5)
    skill = fields.CharField(max_length=40, default="")
    plate_no = fields.CharField(max_length=40, default="")
    warrant = fields.CharField(max_length=60, default="", db_default="")
    seats = fields.IntField(default=1)
    state = fields.CharEnumField(VehicleState, max_length=8, default=VehicleState.PENDING)
    reason = fields.TextField(default="")
    decided_by_id: int | None
    decided_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()

    class Meta:
        table = "dispatch_vehicle"


class Quote(Model):
    """What a trip would cost, in named lines; a request within ten minutes freezes it.

    `lines` is a list of {name, amount} in paisa; `rates` what is counted at the end.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    kind = fields.CharEnumField(TripKind, max_length=12)
    vehicle_kinds = ArrayField("text", default=list)
    skill = fields.CharField(max_length=40, default="")
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    pickup_lat_e6 = fields.IntField()
    pickup_lng_e6 = fields.IntField()
    drop_lat_e6 = fields.IntField(null=True)
    drop_lng_e6 = fields.IntField(null=True)
    distance_m = fields.IntField(null=True)
    lines: Any = fields.JSONField()
    rates: Any = fields.JSONField()
    total_paisa = fields.BigIntField()
    starts_at = fields.DatetimeField(null=True)
    quoted_at = fields.DatetimeField()

    class Meta:
        table = "dispatch_quote"


class Trip(Model):
    """One call and what became of it.

    `rider` is None when an operator calls for somebody who has no account. `excluded` are the
    drivers who dropped it, `absences` how many of them waited at the pickup in vain. An assigned
    trip has a driver of ours, or (tracking NONE) the name and phone of one whom the desk reached by
    voice.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(TripKind, max_length=12)
    state = fields.CharEnumField(TripState, max_length=9)
    version = fields.IntField(default=1)
    attempt = fields.IntField(default=1)
    batch = fields.IntField(default=0)
    urgent = fields.BooleanField(default=False)
    rider_id: int | None
    rider: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    requester_id: int
    requester: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    contact_name = fields.CharField(max_length=80)
    contact_phone = fields.CharField(max_length=14)
    vehicle_kinds = ArrayField("text", default=list)
    skill = fields.CharField(max_length=40, default="")
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    pickup_lat_e6 = fields.IntField()
    pickup_lng_e6 = fields.IntField()
    pickup_note = fields.CharField(max_length=300, default="")
    drop_lat_e6 = fields.IntField(null=True)
    drop_lng_e6 = fields.IntField(null=True)
    drop_note = fields.CharField(max_length=300, default="")
    cargo_ref = fields.CharField(max_length=60, default="")
    cargo_note = fields.CharField(max_length=300, default="")
    quoted_m = fields.IntField(null=True)
    lines: Any = fields.JSONField()
    rates: Any = fields.JSONField()
    fare_paisa = fields.BigIntField()
    scheduled_for = fields.DatetimeField(null=True)
    requested_at = fields.DatetimeField()
    search_began_at = fields.DatetimeField(null=True)
    alarm_at = fields.DatetimeField(null=True)
    alarms = fields.IntField(default=0)
    excluded = ArrayField("bigint", default=list)
    absences = fields.IntField(default=0, db_default=0)
    driver_id: int | None
    driver: fields.ForeignKeyNullableRelation["Driver"] = fields.ForeignKeyField(
        "dispatch.Driver", related_name="trips", null=True, on_delete=RESTRICT
    )
    vehicle_id: int | None
    vehicle: fields.ForeignKeyNullableRelation["Vehicle"] = fields.ForeignKeyField(
        "dispatch.Vehicle", related_name=False, null=True, on_delete=RESTRICT
    )
    tracking = fields.CharEnumField(Tracking, max_length=4, default=Tracking.GPS)
    voice_name = fields.CharField(max_length=80, default="")
    voice_phone = fields.CharField(max_length=14, default="")
    voice_vehicle = fields.CharField(max_length=80, default="")
    start_code = fields.CharField(max_length=4, default="")
    code_tries = fields.IntField(default=0)
    assigned_at = fields.DatetimeField(null=True)
    en_route_at = fields.DatetimeField(null=True)
    arrived_at = fields.DatetimeField(null=True)
    started_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    asked_at = fields.DatetimeField(null=True)
    heard_at = fields.DatetimeField(null=True)
    travelled_m = fields.IntField(null=True)
    end_reason = fields.CharField(max_length=3, default="")
    end_note = fields.CharField(max_length=300, default="")
    ended_by = fields.CharField(max_length=10, default="")
    cancel_fee_paisa = fields.BigIntField(default=0)
    preview_token = fields.CharField(max_length=32, default="")
    preview_fee_paisa = fields.BigIntField(default=0)
    preview_at = fields.DatetimeField(null=True)

    class Meta:
        table = "dispatch_trip"


class Offer(Model):
    """A trip offered to a driver, for some seconds."""

    id = fields.BigIntField(primary_key=True)
    trip_id: int
    trip: fields.ForeignKeyRelation["Trip"] = fields.ForeignKeyField(
        "dispatch.Trip", related_name="offers", on_delete=CASCADE
    )
    attempt = fields.IntField()
    batch = fields.IntField()
    driver_id: int
    driver: fields.ForeignKeyRelation["Driver"] = fields.ForeignKeyField(
        "dispatch.Driver", related_name="offers", on_delete=CASCADE
    )
    vehicle_id: int
    vehicle: fields.ForeignKeyRelation["Vehicle"] = fields.ForeignKeyField(
        "dispatch.Vehicle", related_name=False, on_delete=RESTRICT
    )
    urgent = fields.BooleanField(default=False)
    state = fields.CharEnumField(OfferState, max_length=9, default=OfferState.SENT)
    distance_m = fields.IntField(null=True)
    eta_s = fields.IntField(null=True)
    sent_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)
    reason = fields.CharField(max_length=3, default="")

    class Meta:
        table = "dispatch_offer"


class ShareLink(Model):
    """A link by which anybody may watch one attempt of one trip, until that ends.

    Of the token only its hash is kept.
    """

    id = fields.BigIntField(primary_key=True)
    trip_id: int
    trip: fields.ForeignKeyRelation["Trip"] = fields.ForeignKeyField(
        "dispatch.Trip", related_name="links", on_delete=CASCADE
    )
    attempt = fields.IntField()
    token_hash = fields.BinaryField()
    made_by_id: int
    made_by: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    made_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "dispatch_share_link"
