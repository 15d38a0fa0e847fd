from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("services", "0003_fees_and_waits")]

    operations = [
        ops.RunSQL(
            [
                # What stands held was paid, and what was paid is the price.
                "ALTER TABLE services_booking ADD CONSTRAINT services_booking_paid CHECK"
                " (paid_paisa IN (0, amount_paisa) AND (hold_id IS NULL OR paid_paisa > 0))",
                "CREATE UNIQUE INDEX services_booking_hold ON services_booking (hold_id)",
                # Nobody waits twice for one time, and a wish that was told is over.
                "CREATE UNIQUE INDEX services_waiting_once ON services_waiting"
                " (citizen_id, option_id, starts_at) WHERE told_at IS NULL",
                "CREATE INDEX services_waiting_of_provider ON services_waiting"
                " (provider_id, starts_at) WHERE told_at IS NULL",
                "ALTER TABLE services_waiting ADD CONSTRAINT services_waiting_ends_after_start"
                " CHECK (finishes_at > starts_at)",
            ]
        )
    ]
