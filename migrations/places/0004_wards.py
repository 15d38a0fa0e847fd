from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from hmk_graph.places.models import PlaceKind


class Migration(migrations.Migration):
    dependencies = [("places", "0003_watched")]

    operations = [
        ops.AlterField(
            model_name="Place",
            name="kind",
            field=fields.CharEnumField(
                description="DIVISION: DIVISION\nDISTRICT: DISTRICT\nUPAZILA: UPAZILA\nUNION: UNION\nMUNICIPALITY: MUNICIPALITY\nWARD: WARD\nHAAT: HAAT",
                enum_type=PlaceKind,
                max_length=12,
            ),
        ),
    ]
