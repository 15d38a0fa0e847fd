from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from hmk_graph.haat.animal_models import FlagKind


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("haat", "0005_deal_payment"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.AlterField(
            model_name="OfficerFlag",
            name="kind",
            field=fields.CharEnumField(
                description="SAME_TAG: SAME_TAG\nLIKELY_COPY: LIKELY_COPY\nRESOLD_IN_SEASON: RESOLD_IN_SEASON\nSAME_PHOTO: SAME_PHOTO",
                enum_type=FlagKind,
                max_length=16,
            ),
        ),
    ]
