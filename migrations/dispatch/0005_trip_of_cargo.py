from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("dispatch", "0004_desk_and_warrant_constraints")]

    operations = [
        ops.RunSQL(
            [
                # Whoever waits for what is carried asks by it which trip has it.
                "CREATE INDEX dispatch_trip_of_cargo ON dispatch_trip (cargo_ref)"
                " WHERE state = 'IN_TRIP' AND cargo_ref <> ''",
            ]
        )
    ]
