from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from migrations.watching import COLUMNS, TELLING_WHOLE, telling, watch


class Migration(migrations.Migration):
    dependencies = [("event_log", "0002_constraints")]

    operations = [
        ops.CreateModel(
            name="Moved",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("by", fields.BigIntField()),
                ("source", fields.CharField(max_length=63)),
                ("key", fields.CharField(max_length=120)),
            ],
            options={
                "table": "moved",
                "app": "event_log",
                "pk_attr": "id",
                "table_description": 'A key of a watched table that a transaction changed; `key` "" is the table as a whole.',
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "CREATE INDEX moved_by ON moved (by)",
                TELLING_WHOLE,
                *(telling(column) for column in COLUMNS),
                *watch("event_stream", "name"),
            ]
        ),
    ]
