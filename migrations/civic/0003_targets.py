from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from hmk_graph.civic.models import Indicator


class Migration(migrations.Migration):
    dependencies = [
        ("event_log", "0004_assisting"),
        ("accounts", "0004_assisting"),
        ("civic", "0002_constraints"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
        ("places", "0004_wards"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
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
                    "indicator",
                    fields.CharEnumField(
                        description="COMPLAINTS_ANSWERED: COMPLAINTS_ANSWERED\nCOMPLAINTS_IN_TIME: COMPLAINTS_IN_TIME\nPROVIDERS_DECIDED: PROVIDERS_DECIDED\nPROVIDERS_IN_TIME: PROVIDERS_IN_TIME\nSELLERS_IN_TIME: SELLERS_IN_TIME",
                        enum_type=Indicator,
                        max_length=19,
                    ),
                ),
                ("month", fields.DateField()),
                ("target", fields.IntField()),
                (
                    "set_by",
                    fields.ForeignKeyField(
                        "accounts.Account",
                        source_field="set_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("set_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "civic_target",
                "app": "civic",
                "pk_attr": "id",
                "table_description": "What a supervisor expects of an officer in a month: a count, or whole percent.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "CREATE UNIQUE INDEX civic_target_once ON civic_target (officer_id, indicator, month)",
                "ALTER TABLE civic_target ADD CONSTRAINT civic_target_month"
                " CHECK (extract(day FROM month) = 1)",
                "ALTER TABLE civic_target ADD CONSTRAINT civic_target_counts CHECK (target >= 1)",
                "ALTER TABLE civic_target ADD CONSTRAINT civic_target_of_another"
                " CHECK (officer_id <> set_by_id)",
                "CREATE INDEX civic_complaint_step_answers ON civic_complaint_step (actor_id, at)"
                " WHERE move IN ('RESOLVE', 'REJECT')",
                "CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, kind)",
            ]
        ),
    ]
