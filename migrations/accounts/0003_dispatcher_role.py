from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from hmk_graph.accounts.models import Role


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
    ]

    initial = False

    operations = [
        ops.AlterField(
            model_name="RoleGrant",
            name="role",
            field=fields.CharEnumField(
                description="VERIFIED_SELLER: VERIFIED_SELLER\nOFFICER: OFFICER\nDISPATCHER: DISPATCHER\nADMINISTRATOR: ADMINISTRATOR",
                enum_type=Role,
                max_length=16,
            ),
        ),
    ]
