from tortoise import migrations
from tortoise.migrations import operations as ops

GROUPS = "('O_NEG', 'O_POS', 'A_NEG', 'A_POS', 'B_NEG', 'B_POS', 'AB_NEG', 'AB_POS')"


class Migration(migrations.Migration):
    dependencies = [("blood", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                'ALTER TABLE blood_donor ADD CONSTRAINT blood_donor_group CHECK ("group" IN'
                f" {GROUPS})",
                "ALTER TABLE blood_donor ADD CONSTRAINT blood_donor_rest CHECK"
                " ((last_given_on IS NULL) = (eligible_on IS NULL) AND eligible_on >= last_given_on)",
                # Who is asked: one look for each group that may give.
                'CREATE INDEX blood_donor_callable ON blood_donor ("group", eligible_on)'
                " WHERE available",
                # Whatever the code does: no more are confirmed than were asked for, and none gives
                # who was not confirmed before. After the end a confirmed one may still give.
                "ALTER TABLE blood_request ADD CONSTRAINT blood_request_units CHECK"
                " (units BETWEEN 1 AND 20 AND confirmed BETWEEN 0 AND units"
                "  AND given BETWEEN 0 AND confirmed)",
                "ALTER TABLE blood_request ADD CONSTRAINT blood_request_closed CHECK"
                " ((closed_at IS NULL) = (state IN ('OPEN', 'PARTIAL')))",
                # A donor gives one unit: he is promised to one patient at a time.
                "CREATE UNIQUE INDEX blood_offer_one_confirmed ON blood_offer (donor_id)"
                " WHERE state = 'CONFIRMED'",
                "ALTER TABLE blood_offer ADD CONSTRAINT blood_offer_consent CHECK"
                " ((state NOT IN ('WILLING', 'CONFIRMED', 'DONATED') OR answered_at IS NOT NULL)"
                "  AND (state NOT IN ('CONFIRMED', 'DONATED') OR confirmed_at IS NOT NULL)"
                "  AND (state = 'DONATED') = (given_on IS NOT NULL))",
            ]
        )
    ]
