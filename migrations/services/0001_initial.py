from orjson import loads
from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.services.booking_models import (
    BookingState,
    QuoteState,
    SerialState,
    Side,
    SittingState,
)
from hmk_graph.services.models import (
    CategoryKind,
    Gender,
    ProviderState,
    ServiceState,
    Signal,
    Venue,
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
    ]

    initial = True

    operations = [
        ops.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("slug", fields.CharField(unique=True, max_length=40)),
                ("name_bn", fields.CharField(max_length=80)),
                ("name_en", fields.CharField(max_length=80)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="ON_DEMAND_VISIT: ON_DEMAND_VISIT\nDONOR: DONOR\nTRANSPORT: TRANSPORT\nRENTAL: RENTAL\nAPPOINTMENT: APPOINTMENT\nEMERGENCY: EMERGENCY",
                        enum_type=CategoryKind,
                        max_length=15,
                    ),
                ),
                ("ways", ArrayField(default=list, element_type="TEXT")),
                ("units", ArrayField(default=list, element_type="TEXT")),
                ("position", fields.IntField()),
                (
                    "parent",
                    fields.ForeignKeyField(
                        "services.Category",
                        source_field="parent_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="children",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("needs_licence", fields.BooleanField(default=False)),
                ("payment_forbidden", fields.BooleanField(default=False)),
                ("gender_choice", fields.BooleanField(default=False)),
                ("group_booking", fields.BooleanField(default=False)),
                ("facts", fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={
                "table": "services_category",
                "app": "services",
                "pk_attr": "id",
                "table_description": "A kind of service. `ways` are `Way`s, `units` are slugs of pricing units, the usual first.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Provider",
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
                        default=ProviderState.DRAFT,
                        description="DRAFT: DRAFT\nSUBMITTED: SUBMITTED\nNEEDS_INFO: NEEDS_INFO\nVERIFIED: VERIFIED\nREJECTED: REJECTED\nSUSPENDED: SUSPENDED\nTERMINATED: TERMINATED",
                        enum_type=ProviderState,
                        max_length=10,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("name", fields.CharField(max_length=120)),
                ("about", fields.TextField(default="", unique=False)),
                ("contact_phone", fields.CharField(max_length=14)),
                (
                    "gender",
                    fields.CharEnumField(
                        null=True,
                        description="FEMALE: FEMALE\nMALE: MALE",
                        enum_type=Gender,
                        max_length=6,
                    ),
                ),
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
                ("village", fields.CharField(default="", max_length=120)),
                ("served", ArrayField(default=list, element_type="BIGINT")),
                ("reach", ArrayField(default=list, element_type="BIGINT")),
                ("seats", fields.IntField(default=1)),
                ("hours", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("buffer_before_m", fields.IntField(default=0)),
                ("buffer_after_m", fields.IntField(default=0)),
                ("notice_m", fields.IntField(default=60)),
                ("horizon_d", fields.IntField(default=30)),
                ("instant", fields.BooleanField(default=False)),
                (
                    "closed_from",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("closed_to", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "signal",
                    fields.CharEnumField(
                        null=True,
                        description="FREE: FREE\nBUSY: BUSY\nOFF: OFF",
                        enum_type=Signal,
                        max_length=4,
                    ),
                ),
                ("signal_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "signal_until",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
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
            ],
            options={
                "table": "services_provider",
                "app": "services",
                "pk_attr": "id",
                "table_description": "Somebody who offers services, and how he works.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CalendarFeed",
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
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("secret_hash", fields.BinaryField()),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_calendar_feed",
                "app": "services",
                "pk_attr": "id",
                "table_description": "A secret address that a calendar program reads; only its hash is kept.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="services",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "category",
                    fields.ForeignKeyField(
                        "services.Category",
                        source_field="category_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ServiceState.DRAFT,
                        description="DRAFT: DRAFT\nPENDING_REVIEW: PENDING_REVIEW\nACTIVE: ACTIVE\nPAUSED: PAUSED\nSTALE: STALE\nREJECTED: REJECTED\nRETIRED: RETIRED",
                        enum_type=ServiceState,
                        max_length=14,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("title_bn", fields.CharField(max_length=120)),
                ("title_en", fields.CharField(default="", max_length=120)),
                ("description", fields.TextField(default="", unique=False)),
                (
                    "venue",
                    fields.CharEnumField(
                        default=Venue.CUSTOMER,
                        description="CUSTOMER: CUSTOMER\nPROVIDER: PROVIDER",
                        enum_type=Venue,
                        max_length=8,
                    ),
                ),
                ("licence_no", fields.CharField(default="", max_length=60)),
                ("licence_until", fields.DateField(null=True)),
                ("from_paisa", fields.BigIntField(null=True)),
                (
                    "verified_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("asked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
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
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "submitted_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_service",
                "app": "services",
                "pk_attr": "id",
                "table_description": "What a provider offers in one category. `from_paisa` is the lowest of its open prices.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PriceOption",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "service",
                    fields.ForeignKeyField(
                        "services.Service",
                        source_field="service_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="options",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("label_bn", fields.CharField(max_length=80)),
                ("label_en", fields.CharField(default="", max_length=80)),
                ("unit", fields.CharField(max_length=20)),
                ("minutes", fields.IntField()),
                ("needs_quote", fields.BooleanField(default=False)),
                ("retired_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_price_option",
                "app": "services",
                "pk_attr": "id",
                "table_description": "One way in which a service is priced: what for, in which unit, and how long one unit takes.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Booking",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bookings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "service",
                    fields.ForeignKeyField(
                        "services.Service",
                        source_field="service_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bookings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "option",
                    fields.ForeignKeyField(
                        "services.PriceOption",
                        source_field="option_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "citizen",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="citizen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=BookingState.HELD,
                        description="HELD: HELD\nREQUESTED: REQUESTED\nCONFIRMED: CONFIRMED\nIN_PROGRESS: IN_PROGRESS\nDONE: DONE\nCLOSED: CLOSED\nEXPIRED: EXPIRED\nDECLINED: DECLINED\nCANCELLED: CANCELLED\nNO_SHOW: NO_SHOW\nDISPUTED: DISPUTED\nREFUNDED: REFUNDED",
                        enum_type=BookingState,
                        max_length=11,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("finishes_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("quantity", fields.IntField(default=1)),
                ("seats", fields.IntField(default=1)),
                (
                    "place",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="place_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("address", fields.CharField(default="", max_length=300)),
                ("note", fields.TextField(default="", unique=False)),
                ("amount_paisa", fields.BigIntField()),
                ("ceiling_paisa", fields.BigIntField()),
                ("final_paisa", fields.BigIntField(null=True)),
                ("fee_paisa", fields.BigIntField(default=0)),
                ("code", fields.CharField(max_length=4)),
                ("wrong_codes", fields.IntField(default=0)),
                ("reason", fields.TextField(default="", unique=False)),
                ("cancelled_by", fields.CharField(null=True, max_length=8)),
                (
                    "absent",
                    fields.CharEnumField(
                        null=True,
                        description="CITIZEN: CITIZEN\nPROVIDER: PROVIDER",
                        enum_type=Side,
                        max_length=8,
                    ),
                ),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("uid", fields.CharField(unique=True, max_length=60)),
                ("sequence", fields.IntField(default=0)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_booking",
                "app": "services",
                "indexes": [
                    Index(fields=["citizen_id", "starts_at"]),
                    Index(fields=["provider_id", "starts_at"]),
                ],
                "pk_attr": "id",
                "table_description": "A citizen's claim on a provider's time. `amount_paisa` is the price when it was made.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Price",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "option",
                    fields.ForeignKeyField(
                        "services.PriceOption",
                        source_field="option_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="prices",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                ("valid_from", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("valid_to", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_price",
                "app": "services",
                "pk_attr": "id",
                "table_description": "What an option cost from a moment on. The open row (`valid_to` None) is what it costs now.",
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
                    "booking",
                    fields.ForeignKeyField(
                        "services.Booking",
                        source_field="booking_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="quotes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=QuoteState.DRAFT,
                        description="DRAFT: DRAFT\nSENT: SENT\nACCEPTED: ACCEPTED\nREJECTED: REJECTED\nEXPIRED: EXPIRED\nSUPERSEDED: SUPERSEDED",
                        enum_type=QuoteState,
                        max_length=10,
                    ),
                ),
                ("lines", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("total_paisa", fields.BigIntField()),
                ("note", fields.TextField(default="", unique=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("sent_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "answered_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "services_quote",
                "app": "services",
                "pk_attr": "id",
                "table_description": "A price for the work of a booking. `lines` is a list of {label, amount} in paisa.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sittings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "service",
                    fields.ForeignKeyField(
                        "services.Service",
                        source_field="service_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sittings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "option",
                    fields.ForeignKeyField(
                        "services.PriceOption",
                        source_field="option_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=SittingState.PLANNED,
                        description="PLANNED: PLANNED\nOPEN: OPEN\nCLOSED: CLOSED\nCANCELLED: CANCELLED",
                        enum_type=SittingState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("day", fields.DateField()),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("finishes_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("opens_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("capacity", fields.IntField()),
                ("average_m", fields.IntField()),
                ("amount_paisa", fields.BigIntField()),
                ("began_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("now_serving", fields.IntField(default=0)),
                ("served_count", fields.IntField(default=0)),
                ("served_seconds", fields.BigIntField(default=0)),
            ],
            options={
                "table": "services_sitting",
                "app": "services",
                "indexes": [Index(fields=["provider_id", "starts_at"])],
                "pk_attr": "id",
                "table_description": "A session with numbers: a doctor's chamber, a barber's evening.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Occupancy",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("seat", fields.IntField()),
                ("busy_from", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("busy_until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "booking",
                    fields.ForeignKeyField(
                        "services.Booking",
                        source_field="booking_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="occupancies",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "sitting",
                    fields.ForeignKeyField(
                        "services.Sitting",
                        source_field="sitting_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="occupancies",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "services_occupancy",
                "app": "services",
                "pk_attr": "id",
                "table_description": "A provider's seat that is taken for a time, buffers inside. The database lets none overlap.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Serial",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "sitting",
                    fields.ForeignKeyField(
                        "services.Sitting",
                        source_field="sitting_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="serials",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "citizen",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="citizen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.IntField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=SerialState.WAITING,
                        description="WAITING: WAITING\nCALLED: CALLED\nSERVED: SERVED\nSKIPPED: SKIPPED\nLEFT: LEFT",
                        enum_type=SerialState,
                        max_length=7,
                    ),
                ),
                ("returned", fields.BooleanField(default=False)),
                ("taken_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("called_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("served_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services_serial",
                "app": "services",
                "pk_attr": "id",
                "table_description": "A citizen's number at a sitting.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "booking",
                    fields.ForeignKeyField(
                        "services.Booking",
                        source_field="booking_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="reviews",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "serial",
                    fields.ForeignKeyField(
                        "services.Serial",
                        source_field="serial_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="reviews",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reviews",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "citizen",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="citizen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "by",
                    fields.CharEnumField(
                        description="CITIZEN: CITIZEN\nPROVIDER: PROVIDER",
                        enum_type=Side,
                        max_length=8,
                    ),
                ),
                ("stars", fields.IntField()),
                ("text", fields.TextField(default="", unique=False)),
                ("finished_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("written_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reply", fields.TextField(default="", unique=False)),
                ("replied_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "hidden_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="hidden_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("hidden_reason", fields.TextField(default="", unique=False)),
            ],
            options={
                "table": "services_review",
                "app": "services",
                "pk_attr": "id",
                "table_description": "What one side says of the other after a finished booking or a served serial.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SpecialDay",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "provider",
                    fields.ForeignKeyField(
                        "services.Provider",
                        source_field="provider_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="special_days",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("day", fields.DateField()),
                ("spans", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={
                "table": "services_special_day",
                "app": "services",
                "unique_together": (("provider_id", "day"),),
                "pk_attr": "id",
                "table_description": "A date on which a provider works otherwise than in the week; no spans: not at all.",
            },
            bases=["Model"],
        ),
    ]
