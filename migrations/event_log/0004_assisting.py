from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.data import JSON_DUMPS
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("event_log", "0001_initial"),
        ("event_log", "0002_constraints"),
        ("event_log", "0003_moved"),
    ]

    initial = False

    operations = [
        ops.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("stream", fields.CharField(max_length=120)),
                ("epoch", fields.IntField()),
                ("seq", fields.BigIntField()),
                ("kind", fields.CharField(max_length=60)),
                ("payload", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("actor_id", fields.BigIntField(null=True)),
                ("on_behalf_of_id", fields.BigIntField(null=True)),
                ("command_id", fields.CharField(null=True, max_length=64)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "audit_entry",
                "app": "event_log",
                "pk_attr": "id",
                "table_description": "One event as the audit keeps it: who did it, for whom if not for himself, and what.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="EventRow",
            name="on_behalf_of_id",
            field=fields.BigIntField(null=True),
        ),
        ops.RunSQL(
            [
                "CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION '%: the audit is append-only', TG_NAME"
                " USING ERRCODE = 'integrity_constraint_violation'; END $$",
                "CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry"
                " FOR EACH ROW EXECUTE FUNCTION audit_append_only()",
                "CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry"
                " FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()",
                "CREATE UNIQUE INDEX audit_entry_once ON audit_entry (stream, epoch, seq)",
                "CREATE INDEX audit_entry_by_time ON audit_entry (at, id)",
                "CREATE INDEX audit_entry_for_citizen ON audit_entry (on_behalf_of_id, stream)"
                " WHERE on_behalf_of_id IS NOT NULL",
            ]
        ),
    ]
