from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from hmk_graph.media.models import MediaKind


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("media", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.AlterField(
            model_name="Media",
            name="kind",
            field=fields.CharEnumField(
                description="PHOTO: PHOTO\nVIDEO: VIDEO\nIDENTITY: IDENTITY\nLICENCE: LICENCE\nREGISTRATION: REGISTRATION\nFITNESS: FITNESS\nVET_PAPER: VET_PAPER",
                enum_type=MediaKind,
                max_length=12,
            ),
        ),
    ]
