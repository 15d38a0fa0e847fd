from tortoise import migrations
from tortoise.migrations import operations as ops

# What a price was stays what it was: an open row may be closed, and nothing else happens to it.
PRICE_HISTORY = """
CREATE FUNCTION services_price_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND old.valid_to IS NULL AND new.valid_to IS NOT NULL
       AND new.amount_paisa = old.amount_paisa AND new.valid_from = old.valid_from
       AND new.option_id = old.option_id THEN
        RETURN new;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("services", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                PRICE_HISTORY,
                "CREATE TRIGGER services_price_append_only BEFORE UPDATE OR DELETE ON services_price"
                " FOR EACH ROW EXECUTE FUNCTION services_price_history()",
                "CREATE UNIQUE INDEX services_price_one_open ON services_price (option_id)"
                " WHERE valid_to IS NULL",
                "ALTER TABLE services_price ADD CONSTRAINT services_price_amount"
                " CHECK (amount_paisa >= 0 AND amount_paisa % 100 = 0)",
                # Core PostgreSQL has no gist index over plain values, but over ranges of one each.
                "ALTER TABLE services_price ADD CONSTRAINT services_price_one_at_a_time"
                " EXCLUDE USING gist (int8range(option_id, option_id, '[]') WITH &&,"
                " tstzrange(valid_from, valid_to) WITH &&)",
                "ALTER TABLE services_price_option ADD CONSTRAINT services_price_option_minutes"
                " CHECK (minutes BETWEEN 5 AND 1440)",
                "CREATE INDEX services_price_option_of_service ON services_price_option (service_id)",
                "CREATE INDEX services_price_of_option ON services_price (option_id, valid_from)",
                # A person has one provider's desk that is not over.
                "CREATE UNIQUE INDEX services_provider_one_open ON services_provider (account_id)"
                " WHERE state NOT IN ('REJECTED', 'TERMINATED')",
                "ALTER TABLE services_provider ADD CONSTRAINT services_provider_seats"
                " CHECK (seats BETWEEN 1 AND 50)",
                "ALTER TABLE services_provider ADD CONSTRAINT services_provider_times CHECK"
                " (buffer_before_m BETWEEN 0 AND 240 AND buffer_after_m BETWEEN 0 AND 240"
                "  AND notice_m BETWEEN 0 AND 10080 AND horizon_d BETWEEN 1 AND 180)",
                "ALTER TABLE services_provider ADD CONSTRAINT services_provider_closing"
                " CHECK ((closed_from IS NULL) = (closed_to IS NULL) AND closed_from < closed_to)",
                "ALTER TABLE services_provider ADD CONSTRAINT services_provider_signal"
                " CHECK ((signal IS NULL) = (signal_at IS NULL))",
                "ALTER TABLE services_provider ADD CONSTRAINT services_provider_four_eyes"
                " CHECK (decided_by_id <> account_id AND second_officer_id <> account_id"
                "  AND ending_asked_by_id <> account_id AND second_officer_id <> decided_by_id)",
                "CREATE INDEX services_provider_served ON services_provider USING gin (served)",
                "CREATE INDEX services_provider_reach ON services_provider USING gin (reach)",
                "CREATE INDEX services_service_found ON services_service"
                " (category_id, from_paisa, id) WHERE state = 'ACTIVE'",
                "CREATE INDEX services_service_of_provider ON services_service (provider_id)",
                "ALTER TABLE services_service ADD CONSTRAINT services_service_verified"
                " CHECK (state <> 'ACTIVE' OR verified_at IS NOT NULL)",
                # No two claims on one seat touch; half-open, so one may begin when another ends.
                "ALTER TABLE services_occupancy ADD CONSTRAINT services_occupancy_no_overlap"
                " EXCLUDE USING gist (int8range(provider_id, provider_id, '[]') WITH &&,"
                " int4range(seat, seat, '[]') WITH &&,"
                " tstzrange(busy_from, busy_until) WITH &&)",
                "ALTER TABLE services_occupancy ADD CONSTRAINT services_occupancy_ends_after_start"
                " CHECK (busy_until > busy_from)",
                "ALTER TABLE services_occupancy ADD CONSTRAINT services_occupancy_of_one"
                " CHECK ((booking_id IS NULL) <> (sitting_id IS NULL))",
                "CREATE INDEX services_occupancy_of_booking ON services_occupancy (booking_id)",
                "CREATE INDEX services_occupancy_of_sitting ON services_occupancy (sitting_id)",
                "ALTER TABLE services_booking ADD CONSTRAINT services_booking_ends_after_start"
                " CHECK (finishes_at > starts_at)",
                "ALTER TABLE services_booking ADD CONSTRAINT services_booking_amounts CHECK"
                " (amount_paisa >= 0 AND ceiling_paisa >= 0 AND fee_paisa >= 0"
                "  AND (final_paisa IS NULL OR final_paisa BETWEEN 0 AND ceiling_paisa))",
                "ALTER TABLE services_booking ADD CONSTRAINT services_booking_code"
                " CHECK (code ~ '^[0-9]{4}$')",
                "CREATE INDEX services_booking_live ON services_booking (provider_id)"
                " WHERE state IN ('HELD', 'REQUESTED', 'CONFIRMED', 'IN_PROGRESS')",
                "CREATE UNIQUE INDEX services_quote_one_draft ON services_quote (booking_id)"
                " WHERE state = 'DRAFT'",
                "CREATE UNIQUE INDEX services_quote_one_sent ON services_quote (booking_id)"
                " WHERE state = 'SENT'",
                "ALTER TABLE services_quote ADD CONSTRAINT services_quote_total"
                " CHECK (total_paisa > 0 AND total_paisa % 100 = 0)",
                "ALTER TABLE services_sitting ADD CONSTRAINT services_sitting_ends_after_start"
                " CHECK (finishes_at > starts_at AND opens_at < finishes_at)",
                "ALTER TABLE services_sitting ADD CONSTRAINT services_sitting_capacity CHECK"
                " (capacity BETWEEN 1 AND 200 AND average_m BETWEEN 1 AND 240"
                "  AND now_serving BETWEEN 0 AND capacity)",
                # A number is one living person's; a number that was given back may be given anew.
                "CREATE UNIQUE INDEX services_serial_number_once ON services_serial"
                " (sitting_id, number) WHERE state <> 'LEFT'",
                "CREATE UNIQUE INDEX services_serial_one_each ON services_serial"
                " (sitting_id, citizen_id) WHERE state <> 'LEFT'",
                "CREATE UNIQUE INDEX services_serial_one_called ON services_serial (sitting_id)"
                " WHERE state = 'CALLED'",
                "ALTER TABLE services_serial ADD CONSTRAINT services_serial_number_from_one"
                " CHECK (number > 0)",
                "CREATE INDEX services_serial_of_citizen ON services_serial (citizen_id)",
                "CREATE UNIQUE INDEX services_review_once_of_booking ON services_review (booking_id, by)",
                "CREATE UNIQUE INDEX services_review_once_of_serial ON services_review (serial_id, by)",
                "ALTER TABLE services_review ADD CONSTRAINT services_review_of_one"
                " CHECK ((booking_id IS NULL) <> (serial_id IS NULL))",
                "ALTER TABLE services_review ADD CONSTRAINT services_review_stars"
                " CHECK (stars BETWEEN 1 AND 5)",
                "CREATE INDEX services_review_of_provider ON services_review (provider_id, written_at)",
                "CREATE UNIQUE INDEX services_calendar_feed_secret ON services_calendar_feed (secret_hash)",
                "CREATE UNIQUE INDEX services_calendar_feed_one_live ON services_calendar_feed"
                " (account_id, coalesce(provider_id, 0)) WHERE revoked_at IS NULL",
            ]
        )
    ]
