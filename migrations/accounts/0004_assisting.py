from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from hmk_graph.accounts.models import Role


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
        ("places", "0004_wards"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="Assistance",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
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
                    "operator",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="operator_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
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
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_because", fields.CharField(null=True, max_length=20)),
            ],
            options={
                "table": "accounts_assistance",
                "app": "accounts",
                "pk_attr": "id",
                "table_description": "A citizen lets an operator act for him, for a while; both are named.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="PhoneCode",
            name="asked_by",
            field=fields.ForeignKeyField(
                "accounts.Account",
                source_field="asked_by_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name=False,
                on_delete=OnDelete.CASCADE,
            ),
        ),
        ops.AlterField(
            model_name="RoleGrant",
            name="role",
            field=fields.CharEnumField(
                description="VERIFIED_SELLER: VERIFIED_SELLER\nOFFICER: OFFICER\nDISPATCHER: DISPATCHER\nOPERATOR: OPERATOR\nADMINISTRATOR: ADMINISTRATOR",
                enum_type=Role,
                max_length=16,
            ),
        ),
        ops.AddField(
            model_name="Session",
            name="assistance",
            field=fields.ForeignKeyField(
                "accounts.Assistance",
                source_field="assistance_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name=False,
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.RunSQL(
            [
                # One code at a time for each purpose: an operator's voids nobody's own.
                "DROP INDEX accounts_phone_code_one_issued",
                "CREATE UNIQUE INDEX accounts_phone_code_one_issued_each ON accounts_phone_code"
                " (phone, coalesce(asked_by_id, 0)) WHERE state = 'ISSUED'",
                "ALTER TABLE accounts_role_grant ADD CONSTRAINT accounts_role_grant_operator_somewhere"
                " CHECK (role <> 'OPERATOR' OR place_id IS NOT NULL)",
                "ALTER TABLE accounts_assistance ADD CONSTRAINT accounts_assistance_of_another"
                " CHECK (operator_id <> citizen_id)",
                "ALTER TABLE accounts_assistance ADD CONSTRAINT accounts_assistance_ends"
                " CHECK (until > opened_at)",
                "ALTER TABLE accounts_assistance ADD CONSTRAINT accounts_assistance_ended"
                " CHECK ((ended_at IS NULL) = (ended_because IS NULL))",
                # Whoever opens a second one is refused, however close together the two come.
                "CREATE UNIQUE INDEX accounts_assistance_one_operator ON accounts_assistance"
                " (operator_id) WHERE ended_at IS NULL",
                "CREATE UNIQUE INDEX accounts_assistance_one_citizen ON accounts_assistance"
                " (citizen_id) WHERE ended_at IS NULL",
                "CREATE INDEX accounts_assistance_by_operator ON accounts_assistance"
                " (operator_id, opened_at)",
                "CREATE INDEX accounts_assistance_for_citizen ON accounts_assistance"
                " (citizen_id, opened_at)",
                "CREATE INDEX accounts_session_of_assistance ON accounts_session (assistance_id)"
                " WHERE assistance_id IS NOT NULL",
            ]
        ),
    ]
