from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("rentals", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE rentals_unit ADD CONSTRAINT rentals_unit_amounts CHECK"
                " (rent_paisa > 0 AND rent_paisa % 100 = 0 AND advance_paisa >= 0"
                "  AND advance_paisa % 100 = 0 AND service_charge_paisa >= 0"
                "  AND service_charge_paisa % 100 = 0)",
                "CREATE INDEX rentals_unit_on_offer ON rentals_unit (kind, confirmed_at, id)"
                " WHERE state = 'AVAILABLE'",
                "CREATE UNIQUE INDEX rentals_viewing_one_ahead ON rentals_viewing"
                " (unit_id, visitor_id) WHERE state IN ('REQUESTED', 'CONFIRMED')",
                # Of two tenants who accept one unit at once, one does, whatever the code does.
                "CREATE UNIQUE INDEX rentals_agreement_one_open ON rentals_agreement (unit_id)"
                " WHERE state IN ('ADVANCE_DUE', 'ACTIVE', 'NOTICE')",
                # Possession is apart from the dates: nobody gets keys that somebody still has.
                "CREATE UNIQUE INDEX rentals_agreement_one_holder_of_keys ON rentals_agreement"
                " (unit_id) WHERE handed_over_at IS NOT NULL AND returned_at IS NULL",
                "ALTER TABLE rentals_agreement ADD CONSTRAINT rentals_agreement_amounts CHECK"
                " (rent_paisa > 0 AND advance_paisa > 0 AND service_charge_paisa >= 0)",
                "ALTER TABLE rentals_agreement ADD CONSTRAINT rentals_agreement_two_people"
                " CHECK (tenant_id <> landlord_id)",
                "ALTER TABLE rentals_agreement ADD CONSTRAINT rentals_agreement_keys CHECK"
                " (returned_at IS NULL OR handed_over_at <= returned_at)",
                "ALTER TABLE rentals_agreement ADD CONSTRAINT rentals_agreement_times CHECK"
                " ((state NOT IN ('ACTIVE', 'NOTICE', 'ENDED', 'SETTLED')"
                "   OR (paid_at IS NOT NULL AND hold_id IS NOT NULL))"
                "  AND (state NOT IN ('NOTICE', 'ENDED', 'SETTLED') OR leaves_on IS NOT NULL)"
                "  AND (state = 'SETTLED') = (settled_at IS NOT NULL)"
                "  AND (state <> 'SETTLED' OR handed_over_at IS NULL OR returned_at IS NOT NULL))",
                "ALTER TABLE rentals_due ADD CONSTRAINT rentals_due_amount CHECK (amount_paisa > 0)",
                "ALTER TABLE rentals_due ADD CONSTRAINT rentals_due_month"
                " CHECK (extract(day FROM month) = 1)",
                "ALTER TABLE rentals_deduction ADD CONSTRAINT rentals_deduction_amount CHECK"
                " (claimed_paisa > 0 AND claimed_paisa % 100 = 0"
                "  AND amount_paisa BETWEEN 0 AND claimed_paisa"
                "  AND (state = 'DECIDED' OR amount_paisa = claimed_paisa))",
                # Half-open: one may begin on the day on which another ends.
                "ALTER TABLE rentals_hire ADD CONSTRAINT rentals_hire_no_overlap"
                " EXCLUDE USING gist (int8range(unit_id, unit_id, '[]') WITH &&,"
                " daterange(first_day, until_day) WITH &&)"
                " WHERE (state IN ('REQUESTED', 'CONFIRMED', 'DONE'))",
                "ALTER TABLE rentals_hire ADD CONSTRAINT rentals_hire_days CHECK"
                " (until_day > first_day AND amount_paisa > 0)",
            ]
        )
    ]
