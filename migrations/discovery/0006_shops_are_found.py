from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from hmk_graph.discovery.models import Kind


class Migration(migrations.Migration):
    dependencies = [("discovery", "0005_found_categories")]

    initial = False

    operations = [
        ops.AlterField(
            model_name="Document",
            name="kind",
            field=fields.CharEnumField(
                description="SERVICE: SERVICE\nANIMAL: ANIMAL\nLOT: LOT\nRENTAL: RENTAL\nCATEGORY: CATEGORY\nPRODUCT: PRODUCT\nSHOP: SHOP",
                enum_type=Kind,
                max_length=8,
            ),
        ),
    ]
