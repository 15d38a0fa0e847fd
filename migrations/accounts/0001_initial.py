from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.accounts.models import AccountState, ApplicationState, CodeState, Role


class Migration(migrations.Migration):
    initial = True

    dependencies = [("places", "0001_initial")]

    operations = [
        ops.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("phone", fields.CharField(null=True, unique=True, max_length=14)),
                ("name", fields.CharField(default="", max_length=80)),
                ("language", fields.CharField(default="bn", max_length=2)),
                (
                    "state",
                    fields.CharEnumField(
                        default=AccountState.ACTIVE,
                        description="ACTIVE: ACTIVE\nSUSPENDED: SUSPENDED\nERASED: ERASED",
                        enum_type=AccountState,
                        max_length=9,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                (
                    "home",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="home_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "accounts_account",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "A person. The phone is canonical (+8801XXXXXXXXX) and unique; an erased person has none.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PhoneCode",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("phone", fields.CharField(max_length=14)),
                ("code_hash", fields.BinaryField()),
                (
                    "state",
                    fields.CharEnumField(
                        default=CodeState.ISSUED,
                        description="ISSUED: ISSUED\nCONSUMED: CONSUMED\nEXPIRED: EXPIRED\nLOCKED: LOCKED\nUNSENT: UNSENT",
                        enum_type=CodeState,
                        max_length=8,
                    ),
                ),
                ("attempts", fields.IntField(default=0)),
                ("network", fields.CharField(max_length=43)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "accounts_phone_code",
                "app": "accounts",
                "indexes": [
                    Index(fields=["phone", "created_at"]),
                    Index(fields=["network", "created_at"]),
                ],
                "pk_attr": "id",
                "table_description": "A challenge: the keyed hash of a code that was sent to a phone.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoleGrant",
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
                        related_name="grants",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "role",
                    fields.CharEnumField(
                        description="VERIFIED_SELLER: VERIFIED_SELLER\nOFFICER: OFFICER\nADMINISTRATOR: ADMINISTRATOR",
                        enum_type=Role,
                        max_length=16,
                    ),
                ),
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
                (
                    "granted_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="granted_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("granted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "accounts_role_grant",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "A role and where it holds: everywhere (`place` is None), or in a place and all below it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SellerApplication",
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
                        related_name="applications",
                        on_delete=OnDelete.CASCADE,
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
                ("farm_name", fields.CharField(max_length=120)),
                ("contact_phone", fields.CharField(max_length=14)),
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
                ("statement", fields.TextField(default="", unique=False)),
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
                "table": "accounts_seller_application",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "A person's wish to sell, with the origin that buyers will see.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Session",
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
                        related_name="sessions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("device", fields.CharField(default="", max_length=200)),
                ("address", fields.CharField(default="", max_length=43)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("last_used_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("revoked_because", fields.CharField(null=True, max_length=20)),
            ],
            options={
                "table": "accounts_session",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "One signed-in device. Revoking it ends its tokens and closes its sockets.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RefreshToken",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "session",
                    fields.ForeignKeyField(
                        "accounts.Session",
                        source_field="session_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="tokens",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("token_hash", fields.BinaryField()),
                ("issued_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("spent_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("salt", fields.BinaryField(null=True)),
            ],
            options={
                "table": "accounts_refresh_token",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "One use of a session's right to go on. A spent token that comes again ends the session.",
            },
            bases=["Model"],
        ),
    ]
