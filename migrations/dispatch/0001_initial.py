from orjson import loads
from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.accounts.models import ApplicationState
from hmk_graph.dispatch.models import (
    Medium,
    OfferState,
    Tracking,
    TripKind,
    TripState,
    VehicleKind,
    VehicleState,
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_dispatcher_role"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
    ]

    initial = True

    operations = [
        ops.CreateModel(
            name="Driver",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ApplicationState.DRAFT,
                        description="DRAFT: DRAFT\nSUBMITTED: SUBMITTED\nNEEDS_INFO: NEEDS_INFO\nVERIFIED: VERIFIED\nREJECTED: REJECTED\nSUSPENDED: SUSPENDED\nTERMINATED: TERMINATED",
                        enum_type=ApplicationState,
                        max_length=10,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("name", fields.CharField(max_length=80)),
                ("contact_phone", fields.CharField(max_length=14)),
                ("licence_no", fields.CharField(default="", max_length=40)),
                ("licence_until", fields.DateField(null=True)),
                ("statement", fields.TextField(default="", unique=False)),
                (
                    "place",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="place_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("reason", fields.TextField(default="", unique=False)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "second_officer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="second_officer_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "ending_asked_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="ending_asked_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "submitted_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("vehicle_id", fields.BigIntField(null=True)),
                (
                    "online_since",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "dispatch_driver",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "A person who comes when called: his papers, and whether he is at work.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Ping",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("driver_id", fields.BigIntField()),
                ("trip_id", fields.BigIntField(null=True)),
                ("attempt", fields.IntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("lat_e6", fields.IntField()),
                ("lng_e6", fields.IntField()),
                ("accuracy_m", fields.IntField()),
                ("flags", ArrayField(default=list, element_type="TEXT")),
            ],
            options={
                "table": "dispatch_ping",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "A point that a driver's phone sent and that was taken. Those of a trip are its trail.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Quote",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="AMBULANCE: AMBULANCE\nAUTO: AUTO\nRICKSHAW: RICKSHAW\nCAR: CAR\nBOAT: BOAT\nGOODS: GOODS\nDRIVER: DRIVER\nHOME_SERVICE: HOME_SERVICE",
                        enum_type=TripKind,
                        max_length=12,
                    ),
                ),
                ("vehicle_kinds", ArrayField(default=list, element_type="TEXT")),
                ("skill", fields.CharField(default="", max_length=40)),
                (
                    "place",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="place_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("pickup_lat_e6", fields.IntField()),
                ("pickup_lng_e6", fields.IntField()),
                ("drop_lat_e6", fields.IntField(null=True)),
                ("drop_lng_e6", fields.IntField(null=True)),
                ("distance_m", fields.IntField(null=True)),
                ("lines", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("rates", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("total_paisa", fields.BigIntField()),
                ("starts_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("quoted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "dispatch_quote",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "What a trip would cost, in named lines; a request within ten minutes freezes it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Sighting",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("member", fields.BigIntField(unique=True)),
                ("cohort", fields.CharField(max_length=60)),
                ("lat_e6", fields.IntField()),
                ("lng_e6", fields.IntField()),
                ("value", fields.TextField(unique=False)),
            ],
            options={
                "table": "dispatch_sighting",
                "app": "dispatch",
                "indexes": [Index(fields=["lat_e6", "lng_e6"])],
                "pk_attr": "id",
                "table_description": "Where a driver was last seen, where there is no Redis; unlogged, for it is stale in a minute.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Vehicle",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "driver",
                    fields.ForeignKeyField(
                        "dispatch.Driver",
                        source_field="driver_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="vehicles",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="AMBULANCE_NON_AC: AMBULANCE_NON_AC\nAMBULANCE_AC: AMBULANCE_AC\nAMBULANCE_ICU: AMBULANCE_ICU\nAMBULANCE_FREEZER: AMBULANCE_FREEZER\nAMBULANCE_BOAT: AMBULANCE_BOAT\nAUTO: AUTO\nRICKSHAW: RICKSHAW\nCAR: CAR\nMICROBUS: MICROBUS\nPICKUP: PICKUP\nBOAT: BOAT\nON_FOOT: ON_FOOT",
                        enum_type=VehicleKind,
                        max_length=17,
                    ),
                ),
                (
                    "medium",
                    fields.CharEnumField(
                        description="ROAD: ROAD\nWATER: WATER", enum_type=Medium, max_length=5
                    ),
                ),
                ("skill", fields.CharField(default="", max_length=40)),
                ("plate_no", fields.CharField(default="", max_length=40)),
                ("seats", fields.IntField(default=1)),
                (
                    "state",
                    fields.CharEnumField(
                        default=VehicleState.PENDING,
                        description="PENDING: PENDING\nVERIFIED: VERIFIED\nREJECTED: REJECTED\nRETIRED: RETIRED",
                        enum_type=VehicleState,
                        max_length=8,
                    ),
                ),
                ("reason", fields.TextField(default="", unique=False)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "dispatch_vehicle",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "What a driver goes out with. `skill` is the slug of a service, of those ON_FOOT alone.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Trip",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="AMBULANCE: AMBULANCE\nAUTO: AUTO\nRICKSHAW: RICKSHAW\nCAR: CAR\nBOAT: BOAT\nGOODS: GOODS\nDRIVER: DRIVER\nHOME_SERVICE: HOME_SERVICE",
                        enum_type=TripKind,
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="SCHEDULED: SCHEDULED\nSEARCHING: SEARCHING\nESCALATED: ESCALATED\nASSIGNED: ASSIGNED\nEN_ROUTE: EN_ROUTE\nARRIVED: ARRIVED\nIN_TRIP: IN_TRIP\nCOMPLETED: COMPLETED\nCANCELLED: CANCELLED\nNO_DRIVER: NO_DRIVER",
                        enum_type=TripState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("attempt", fields.IntField(default=1)),
                ("batch", fields.IntField(default=0)),
                ("urgent", fields.BooleanField(default=False)),
                (
                    "rider",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="rider_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "requester",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="requester_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("contact_name", fields.CharField(max_length=80)),
                ("contact_phone", fields.CharField(max_length=14)),
                ("vehicle_kinds", ArrayField(default=list, element_type="TEXT")),
                ("skill", fields.CharField(default="", max_length=40)),
                (
                    "place",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="place_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("pickup_lat_e6", fields.IntField()),
                ("pickup_lng_e6", fields.IntField()),
                ("pickup_note", fields.CharField(default="", max_length=300)),
                ("drop_lat_e6", fields.IntField(null=True)),
                ("drop_lng_e6", fields.IntField(null=True)),
                ("drop_note", fields.CharField(default="", max_length=300)),
                ("cargo_ref", fields.CharField(default="", max_length=60)),
                ("cargo_note", fields.CharField(default="", max_length=300)),
                ("quoted_m", fields.IntField(null=True)),
                ("lines", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("rates", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("fare_paisa", fields.BigIntField()),
                (
                    "scheduled_for",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("requested_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "search_began_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("alarm_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("alarms", fields.IntField(default=0)),
                ("excluded", ArrayField(default=list, element_type="BIGINT")),
                (
                    "driver",
                    fields.ForeignKeyField(
                        "dispatch.Driver",
                        source_field="driver_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="trips",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "vehicle",
                    fields.ForeignKeyField(
                        "dispatch.Vehicle",
                        source_field="vehicle_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "tracking",
                    fields.CharEnumField(
                        default=Tracking.GPS,
                        description="GPS: GPS\nNONE: NONE",
                        enum_type=Tracking,
                        max_length=4,
                    ),
                ),
                ("voice_name", fields.CharField(default="", max_length=80)),
                ("voice_phone", fields.CharField(default="", max_length=14)),
                ("voice_vehicle", fields.CharField(default="", max_length=80)),
                ("start_code", fields.CharField(default="", max_length=4)),
                ("code_tries", fields.IntField(default=0)),
                (
                    "assigned_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "en_route_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("arrived_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("started_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("asked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("heard_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("travelled_m", fields.IntField(null=True)),
                ("end_reason", fields.CharField(default="", max_length=3)),
                ("end_note", fields.CharField(default="", max_length=300)),
                ("ended_by", fields.CharField(default="", max_length=10)),
                ("cancel_fee_paisa", fields.BigIntField(default=0)),
                ("preview_token", fields.CharField(default="", max_length=32)),
                ("preview_fee_paisa", fields.BigIntField(default=0)),
                ("preview_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "dispatch_trip",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "One call and what became of it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "trip",
                    fields.ForeignKeyField(
                        "dispatch.Trip",
                        source_field="trip_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="offers",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("attempt", fields.IntField()),
                ("batch", fields.IntField()),
                (
                    "driver",
                    fields.ForeignKeyField(
                        "dispatch.Driver",
                        source_field="driver_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="offers",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "vehicle",
                    fields.ForeignKeyField(
                        "dispatch.Vehicle",
                        source_field="vehicle_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("urgent", fields.BooleanField(default=False)),
                (
                    "state",
                    fields.CharEnumField(
                        default=OfferState.SENT,
                        description="SENT: SENT\nACCEPTED: ACCEPTED\nDECLINED: DECLINED\nEXPIRED: EXPIRED\nTAKEN: TAKEN\nWITHDRAWN: WITHDRAWN",
                        enum_type=OfferState,
                        max_length=9,
                    ),
                ),
                ("distance_m", fields.IntField(null=True)),
                ("eta_s", fields.IntField(null=True)),
                ("sent_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "answered_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("reason", fields.CharField(default="", max_length=3)),
            ],
            options={
                "table": "dispatch_offer",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "A trip offered to a driver, for some seconds.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ShareLink",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "trip",
                    fields.ForeignKeyField(
                        "dispatch.Trip",
                        source_field="trip_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="links",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("attempt", fields.IntField()),
                ("token_hash", fields.BinaryField()),
                (
                    "made_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="made_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "dispatch_share_link",
                "app": "dispatch",
                "pk_attr": "id",
                "table_description": "A link by which anybody may watch one attempt of one trip, until that ends.",
            },
            bases=["Model"],
        ),
    ]
