from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("notifications", "0005_guest_texts"),
        ("orders", "0003_guest_texts"),
    ]

    initial = False

    operations = [
        ops.RenameField(
            model_name="GuestText",
            old_name="text_bn",
            new_name="text",
        ),
    ]
