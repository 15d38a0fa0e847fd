from tortoise import migrations
from tortoise.migrations import operations as ops

CARRYING = "('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP')"


class Migration(migrations.Migration):
    dependencies = [("dispatch", "0003_desk_and_warrants")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE dispatch_trip DROP CONSTRAINT dispatch_trip_has_driver",
                "ALTER TABLE dispatch_trip ADD CONSTRAINT dispatch_trip_has_driver CHECK"
                f" (CASE WHEN state IN {CARRYING} THEN driver_id IS NOT NULL"
                " OR (tracking = 'NONE' AND voice_phone <> '')"
                " WHEN state IN ('AT_DESK', 'SCHEDULED', 'SEARCHING', 'ESCALATED', 'NO_DRIVER')"
                " THEN driver_id IS NULL ELSE true END)",
                # Nobody who needs an ambulance waits until his phone was rung.
                "ALTER TABLE dispatch_trip DROP CONSTRAINT dispatch_trip_never_silent",
                "ALTER TABLE dispatch_trip ADD CONSTRAINT dispatch_trip_never_silent CHECK"
                " (CASE kind WHEN 'AMBULANCE' THEN state NOT IN ('NO_DRIVER', 'AT_DESK')"
                " AND cancel_fee_paisa = 0 ELSE state <> 'ESCALATED' END)",
                "ALTER TABLE dispatch_trip ADD CONSTRAINT dispatch_trip_absences"
                " CHECK (absences >= 0)",
                # What a phone had before is counted when it calls again.
                "CREATE INDEX dispatch_trip_of_phone ON dispatch_trip (contact_phone, requested_at)",
                "CREATE UNIQUE INDEX dispatch_vehicle_warrant ON dispatch_vehicle"
                " (driver_id, warrant, skill) WHERE warrant <> ''",
                "ALTER TABLE dispatch_vehicle ADD CONSTRAINT dispatch_vehicle_on_foot"
                " CHECK (warrant = '' OR kind = 'ON_FOOT')",
            ]
        )
    ]
