from orjson import loads
from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from hmk_graph.places.models import PlaceKind


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Place",
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
                        description="DIVISION: DIVISION\nDISTRICT: DISTRICT\nUPAZILA: UPAZILA\nUNION: UNION\nMUNICIPALITY: MUNICIPALITY\nHAAT: HAAT",
                        enum_type=PlaceKind,
                        max_length=12,
                    ),
                ),
                (
                    "parent",
                    fields.ForeignKeyField(
                        "places.Place",
                        source_field="parent_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="children",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("path", ArrayField(default=list, element_type="BIGINT")),
                ("slug", fields.CharField(unique=True, max_length=120)),
                ("name_bn", fields.CharField(max_length=120)),
                ("name_en", fields.CharField(max_length=120)),
                ("aliases", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("lat", fields.FloatField(null=True)),
                ("lng", fields.FloatField(null=True)),
                ("bbs_code", fields.CharField(null=True, max_length=12)),
                ("haor", fields.CharField(null=True, max_length=8)),
                ("facts", fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
                ("source", fields.CharField(default="", max_length=200)),
                ("words", fields.TextField(default="", unique=False)),
                ("grams", ArrayField(default=list, element_type="TEXT")),
            ],
            options={
                "table": "places_place",
                "app": "places",
                "indexes": [Index(fields=["kind", "slug"])],
                "pk_attr": "id",
                "table_description": "One place. The slug is unique in the country, because the parent's slug begins it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Boundary",
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
                        related_name="boundary",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("coordinates", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("west", fields.FloatField()),
                ("south", fields.FloatField()),
                ("east", fields.FloatField()),
                ("north", fields.FloatField()),
                ("attribution", fields.CharField(max_length=200)),
            ],
            options={
                "table": "places_boundary",
                "app": "places",
                "pk_attr": "id",
                "table_description": "The outline of a place: GeoJSON polygon coordinates (lng, lat) and their box.",
            },
            bases=["Model"],
        ),
    ]
