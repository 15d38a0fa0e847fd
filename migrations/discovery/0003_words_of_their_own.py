from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.db_defaults import SqlDefault
from tortoise.migrations import operations as ops

from hmk_graph.discovery.models import Kind


class Migration(migrations.Migration):
    dependencies = [("discovery", "0002_constraints")]

    initial = False

    operations = [
        ops.RunSQL(["DROP INDEX discovery_document_grams"]),
        ops.CreateModel(
            name="Word",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("key", fields.TextField(unique=False)),
                ("of_two", fields.BooleanField()),
                ("grams", ArrayField(default=list, element_type="TEXT")),
            ],
            options={
                "table": "discovery_word",
                "app": "discovery",
                "unique_together": (("key", "of_two"),),
                "pk_attr": "id",
                "table_description": "A word that some thing is called by, or two that stand together (রাজ মিস্ত্রি: রাজমিস্ত্রি).",
            },
            bases=["Model"],
        ),
        ops.AlterField(
            model_name="Document",
            name="kind",
            field=fields.CharEnumField(
                description="SERVICE: SERVICE\nANIMAL: ANIMAL\nLOT: LOT\nRENTAL: RENTAL",
                enum_type=Kind,
                max_length=8,
            ),
        ),
        ops.AddField(
            model_name="Document",
            name="word_ids",
            field=ArrayField(default=list, db_default=SqlDefault("'{}'"), element_type="BIGINT"),
        ),
        ops.RemoveField(model_name="Document", name="grams"),
    ]
