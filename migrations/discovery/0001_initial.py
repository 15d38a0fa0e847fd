from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.migrations import operations as ops

from hmk_graph.discovery.models import Kind


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Document",
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
                        description="SERVICE: SERVICE\nANIMAL: ANIMAL\nLOT: LOT",
                        enum_type=Kind,
                        max_length=8,
                    ),
                ),
                ("subject_id", fields.BigIntField()),
                ("words", fields.TextField(unique=False)),
                ("grams", ArrayField(default=list, element_type="TEXT")),
                ("categories", ArrayField(default=list, element_type="TEXT")),
                ("inside", ArrayField(default=list, element_type="BIGINT")),
                ("serves", ArrayField(default=list, element_type="BIGINT")),
                ("lat_e6", fields.IntField(null=True)),
                ("lng_e6", fields.IntField(null=True)),
                ("fresh_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "discovery_document",
                "app": "discovery",
                "unique_together": (("kind", "subject_id"),),
                "pk_attr": "id",
                "table_description": "What one thing is found by. What it costs and whether it may be seen, its context is asked.",
            },
            bases=["Model"],
        ),
    ]
