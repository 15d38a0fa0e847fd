from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.haat.animal_models import AnimalState, FlagKind
from hmk_graph.haat.lot_models import LotState
from hmk_graph.haat.models import SessionState
from hmk_graph.haat.sale_models import DealState, ListingState, OfferState, SaleKind


class Migration(migrations.Migration):
    initial = True

    dependencies = [("places", "0001_initial"), ("accounts", "0001_initial")]

    operations = [
        ops.CreateModel(
            name="Animal",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "seller",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="seller_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "origin",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="origin_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("village", fields.CharField(default="", max_length=120)),
                ("owned_since", fields.DateField(null=True)),
                ("name", fields.CharField(default="", max_length=80)),
                ("species", fields.CharField(max_length=20)),
                ("sex", fields.CharField(max_length=20)),
                ("breed", fields.CharField(max_length=40)),
                ("coat_color", fields.CharField(default="", max_length=60)),
                ("birth_date", fields.DateField(null=True)),
                ("teeth", fields.IntField(null=True)),
                (
                    "state",
                    fields.CharEnumField(
                        default=AnimalState.REGISTERED,
                        description="REGISTERED: REGISTERED\nCHECK_PENDING: CHECK_PENDING\nCLEARED: CLEARED\nFAILED: FAILED\nLISTED: LISTED\nRESERVED: RESERVED\nSOLD: SOLD\nHANDED_OVER: HANDED_OVER\nWITHDRAWN: WITHDRAWN\nDEAD: DEAD",
                        enum_type=AnimalState,
                        max_length=13,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "cleared_until",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("defects", fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads)),
                ("sold_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "chain_of",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="chain_of_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="later",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_animal",
                "app": "haat",
                "indexes": [Index(fields=["seller_id", "state"])],
                "pk_attr": "id",
                "table_description": "One animal, its owner and where both come from. Slugs are those of data/animals.json.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AnimalEvent",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="events",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=40)),
                ("payload", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("actor_id", fields.BigIntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_animal_event",
                "app": "haat",
                "indexes": [Index(fields=["animal_id", "id"])],
                "pk_attr": "id",
                "table_description": "What happened to an animal, by ICAR ADE's names. Never changed, never deleted.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AnimalIdentifier",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="identifiers",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("scheme", fields.CharField(max_length=40)),
                ("value", fields.CharField(max_length=60)),
                ("living", fields.BooleanField(default=True)),
            ],
            options={
                "table": "haat_animal_identifier",
                "app": "haat",
                "indexes": [Index(fields=["scheme", "value"])],
                "pk_attr": "id",
                "table_description": "A tag: scheme in reverse-domain form (std.iso.11785, bd.binli, hmk, farm.tag) and value.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AnimalWeight",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="weights",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("grams", fields.BigIntField()),
                ("method", fields.CharField(max_length=20)),
                ("device", fields.CharField(default="", max_length=80)),
                ("hours_off_feed", fields.IntField(null=True)),
                ("measured_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "recorded_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="recorded_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "haat_animal_weight",
                "app": "haat",
                "indexes": [Index(fields=["animal_id", "measured_at"])],
                "pk_attr": "id",
                "table_description": "A weighing: grams, how, when, and by whom.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CoOwner",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="co_owners",
                        on_delete=OnDelete.CASCADE,
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
            ],
            options={
                "table": "haat_co_owner",
                "app": "haat",
                "unique_together": (("animal_id", "account_id"),),
                "pk_attr": "id",
                "table_description": "A person who owns a part of an animal, and so may not bid for it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Haat",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "place",
                    fields.OneToOneField(
                        "places.Place",
                        source_field="place_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("step_table", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("soft_close_s", fields.IntField(default=120)),
                ("longest_extension_s", fields.IntField(default=3600)),
                ("resale_lock_days", fields.IntField(default=30)),
            ],
            options={
                "table": "haat_haat",
                "app": "haat",
                "pk_attr": "id",
                "table_description": "A market of animals. Its name, place and officers hang on its place.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BiddingBan",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="bans",
                        on_delete=OnDelete.RESTRICT,
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
                ("until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(unique=False)),
                (
                    "officer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="officer_id",
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
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "in_force_from",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "lifted_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="lifted_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("lift_reason", fields.TextField(default="", unique=False)),
            ],
            options={
                "table": "haat_bidding_ban",
                "app": "haat",
                "indexes": [Index(fields=["account_id", "until"])],
                "pk_attr": "id",
                "table_description": "A person who may not bid until a day; set by two officers with a reason.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BidderRegistration",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bidders",
                        on_delete=OnDelete.RESTRICT,
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
                ("registered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_bidder_registration",
                "app": "haat",
                "unique_together": (("haat_id", "account_id"),),
                "pk_attr": "id",
                "table_description": "A person's acceptance of a haat's rules; only the registered may bid there.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="HaatSession",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=SessionState.PLANNED,
                        description="PLANNED: PLANNED\nOPEN: OPEN\nCLOSING: CLOSING\nCLOSED: CLOSED\nREPORTED: REPORTED",
                        enum_type=SessionState,
                        max_length=8,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("title_bn", fields.CharField(max_length=160)),
                ("title_en", fields.CharField(max_length=160)),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ends_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "officer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="officer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "haat_session",
                "app": "haat",
                "indexes": [Index(fields=["haat_id", "starts_at"])],
                "pk_attr": "id",
                "table_description": "One day of a haat.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="listings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "seller",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="seller_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="listings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "kind",
                    fields.CharEnumField(
                        description="FIXED: FIXED\nBARGAIN: BARGAIN\nAUCTION: AUCTION",
                        enum_type=SaleKind,
                        max_length=7,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ListingState.LIVE,
                        description="LIVE: LIVE\nRESERVED: RESERVED\nSOLD: SOLD\nWITHDRAWN: WITHDRAWN\nENDED: ENDED",
                        enum_type=ListingState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("title_bn", fields.CharField(max_length=160)),
                ("title_en", fields.CharField(max_length=160)),
                ("description", fields.TextField(default="", unique=False)),
                ("price_paisa", fields.BigIntField(null=True)),
                ("listed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_listing",
                "app": "haat",
                "indexes": [
                    Index(fields=["haat_id", "state", "id"]),
                    Index(fields=["seller_id", "id"]),
                ],
                "pk_attr": "id",
                "table_description": "An animal for sale, one way. An auction's listing has its lot.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Lot",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "listing",
                    fields.OneToOneField(
                        "haat.Listing",
                        source_field="listing_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lot",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lots",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "seller",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="seller_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "haat",
                    fields.ForeignKeyField(
                        "haat.Haat",
                        source_field="haat_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lots",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "session",
                    fields.ForeignKeyField(
                        "haat.HaatSession",
                        source_field="session_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="lots",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=LotState.DRAFT,
                        description="DRAFT: DRAFT\nSUBMITTED: SUBMITTED\nREJECTED: REJECTED\nSCHEDULED: SCHEDULED\nOPEN: OPEN\nCLOSED: CLOSED\nWITHDRAWN: WITHDRAWN\nVOIDED: VOIDED",
                        enum_type=LotState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("start_paisa", fields.BigIntField()),
                ("reserve_paisa", fields.BigIntField(null=True)),
                ("reserve_nonce", fields.CharField(null=True, max_length=64)),
                ("step_table", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("soft_close_s", fields.IntField()),
                ("wished_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("starts_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "planned_ends_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("ends_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "hard_ends_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("price_paisa", fields.BigIntField(null=True)),
                (
                    "leader",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="leader_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("leader_alias", fields.IntField(null=True)),
                ("leader_max_paisa", fields.BigIntField(null=True)),
                ("bid_count", fields.IntField(default=0)),
                ("bidder_count", fields.IntField(default=0)),
                ("lines", fields.IntField(default=0)),
                ("line_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("log_head", fields.CharField(default="", max_length=64)),
                ("result", fields.CharField(null=True, max_length=6)),
                (
                    "winner",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="winner_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "runner_up",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="runner_up_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("runner_up_paisa", fields.BigIntField(null=True)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(default="", unique=False)),
                (
                    "void_asked_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="void_asked_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "haat_lot",
                "app": "haat",
                "indexes": [
                    Index(fields=["haat_id", "state", "ends_at"]),
                    Index(fields=["state", "ends_at"]),
                ],
                "pk_attr": "id",
                "table_description": "An auction of one animal. Stored price and leader are the fold of its log, kept beside it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Bid",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "lot",
                    fields.ForeignKeyField(
                        "haat.Lot",
                        source_field="lot_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bids",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("line", fields.IntField()),
                (
                    "bidder",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="bidder_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("maximum_paisa", fields.BigIntField()),
                ("nonce", fields.CharField(max_length=64)),
                ("voided", fields.BooleanField(default=False)),
                ("accepted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_bid",
                "app": "haat",
                "unique_together": (("lot_id", "line"),),
                "indexes": [Index(fields=["bidder_id", "lot_id"])],
                "pk_attr": "id",
                "table_description": "An accepted bid with its secrets: the maximum and the nonce of its commitment.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BidAttempt",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "lot",
                    fields.ForeignKeyField(
                        "haat.Lot",
                        source_field="lot_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="attempts",
                        on_delete=OnDelete.CASCADE,
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
                ("amount_text", fields.CharField(max_length=40)),
                ("code", fields.CharField(max_length=30)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_bid_attempt",
                "app": "haat",
                "pk_attr": "id",
                "table_description": "A refused bid. It is not in the log; officers may count these.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Deal",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="deals",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "listing",
                    fields.ForeignKeyField(
                        "haat.Listing",
                        source_field="listing_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="deals",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "lot",
                    fields.ForeignKeyField(
                        "haat.Lot",
                        source_field="lot_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="deals",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("round", fields.IntField(default=1)),
                (
                    "seller",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="seller_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "buyer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="buyer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_paisa", fields.BigIntField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=DealState.AWAITING_PAYMENT,
                        description="AWAITING_PAYMENT: AWAITING_PAYMENT\nPAID: PAID\nHANDED_OVER: HANDED_OVER\nCOMPLETED: COMPLETED\nOFFERED: OFFERED\nDECLINED: DECLINED\nEXPIRED: EXPIRED\nDEFAULTED: DEFAULTED\nCANCELLED: CANCELLED\nDISPUTED: DISPUTED\nREFUNDED: REFUNDED",
                        enum_type=DealState,
                        max_length=16,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("pay_by", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_deal",
                "app": "haat",
                "unique_together": (("lot_id", "round"),),
                "indexes": [Index(fields=["buyer_id", "id"]), Index(fields=["seller_id", "id"])],
                "pk_attr": "id",
                "table_description": "A sale in the making: who buys which animal for how much, and what is the next step.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LotBidder",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "lot",
                    fields.ForeignKeyField(
                        "haat.Lot",
                        source_field="lot_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bidders",
                        on_delete=OnDelete.RESTRICT,
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
                ("alias", fields.IntField()),
            ],
            options={
                "table": "haat_lot_bidder",
                "app": "haat",
                "unique_together": (("lot_id", "account_id"), ("lot_id", "alias")),
                "pk_attr": "id",
                "table_description": "The alias under which a person bids on one lot; another lot, another alias.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LotLine",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "lot",
                    fields.ForeignKeyField(
                        "haat.Lot",
                        source_field="lot_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="log",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("line", fields.IntField()),
                ("body", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("hash", fields.CharField(max_length=64)),
            ],
            options={
                "table": "haat_lot_line",
                "app": "haat",
                "unique_together": (("lot_id", "line"),),
                "pk_attr": "id",
                "table_description": "One line of a lot's public log, chained by hash. Never changed, never deleted.",
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
                    "listing",
                    fields.ForeignKeyField(
                        "haat.Listing",
                        source_field="listing_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="offers",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "buyer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="buyer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("by_seller", fields.BooleanField()),
                ("amount_paisa", fields.BigIntField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=OfferState.PENDING,
                        description="PENDING: PENDING\nACCEPTED: ACCEPTED\nREJECTED: REJECTED\nCOUNTERED: COUNTERED\nWITHDRAWN: WITHDRAWN\nEXPIRED: EXPIRED",
                        enum_type=OfferState,
                        max_length=9,
                    ),
                ),
                ("depth", fields.IntField()),
                (
                    "answers",
                    fields.ForeignKeyField(
                        "haat.Offer",
                        source_field="answers_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="answered_by",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_offer",
                "app": "haat",
                "indexes": [
                    Index(fields=["listing_id", "state"]),
                    Index(fields=["buyer_id", "id"]),
                ],
                "pk_attr": "id",
                "table_description": "An offer or counter-offer. Only the side that did not make it may accept it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OfficerFlag",
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
                        description="SAME_TAG: SAME_TAG\nLIKELY_COPY: LIKELY_COPY\nRESOLD_IN_SEASON: RESOLD_IN_SEASON",
                        enum_type=FlagKind,
                        max_length=16,
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="flags",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "other",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="other_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "resolved_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "resolved_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="resolved_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("note", fields.TextField(default="", unique=False)),
            ],
            options={
                "table": "haat_officer_flag",
                "app": "haat",
                "pk_attr": "id",
                "table_description": "Something about an animal that an officer should look at.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VetClearance",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "animal",
                    fields.ForeignKeyField(
                        "haat.Animal",
                        source_field="animal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="clearances",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("passed", fields.BooleanField()),
                ("vet_name", fields.CharField(max_length=120)),
                ("registration_no", fields.CharField(max_length=40)),
                ("findings", fields.TextField(default="", unique=False)),
                ("defects", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                (
                    "officer",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="officer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("issued_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "valid_until",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "haat_vet_clearance",
                "app": "haat",
                "pk_attr": "id",
                "table_description": "What a veterinarian found, and until when it holds.",
            },
            bases=["Model"],
        ),
    ]
