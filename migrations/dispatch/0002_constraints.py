from tortoise import migrations
from tortoise.migrations import operations as ops

CARRYING = "('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP')"


class Migration(migrations.Migration):
    dependencies = [("dispatch", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "CREATE INDEX dispatch_trip_of_rider ON dispatch_trip (rider_id, id)",
                "CREATE INDEX dispatch_trip_of_requester ON dispatch_trip (requester_id, id)",
                "CREATE INDEX dispatch_trip_of_driver ON dispatch_trip (driver_id, id)",
                "CREATE INDEX dispatch_offer_of_trip ON dispatch_offer (trip_id, id)",
                "CREATE INDEX dispatch_offer_of_driver ON dispatch_offer (driver_id, id)",
                "CREATE UNIQUE INDEX dispatch_driver_one_open ON dispatch_driver (account_id)"
                " WHERE state NOT IN ('REJECTED', 'TERMINATED')",
                # Nobody decides about himself, and the second officer is another.
                "ALTER TABLE dispatch_driver ADD CONSTRAINT dispatch_driver_four_eyes"
                " CHECK (decided_by_id <> account_id AND ending_asked_by_id <> account_id"
                " AND second_officer_id <> account_id AND second_officer_id <> decided_by_id)",
                "CREATE INDEX dispatch_vehicle_of_driver ON dispatch_vehicle (driver_id)",
                "ALTER TABLE dispatch_driver ADD CONSTRAINT dispatch_driver_vehicle"
                " FOREIGN KEY (vehicle_id) REFERENCES dispatch_vehicle (id)",
                "ALTER TABLE dispatch_driver ADD CONSTRAINT dispatch_driver_at_work"
                " CHECK ((vehicle_id IS NULL) = (online_since IS NULL))",
                "ALTER TABLE dispatch_vehicle ADD CONSTRAINT dispatch_vehicle_skill"
                " CHECK ((kind = 'ON_FOOT') = (skill <> ''))",
                "ALTER TABLE dispatch_vehicle ADD CONSTRAINT dispatch_vehicle_medium"
                " CHECK ((medium = 'WATER') = (kind IN ('BOAT', 'AMBULANCE_BOAT')))",
                "ALTER TABLE dispatch_quote ADD CONSTRAINT dispatch_quote_total"
                " CHECK (total_paisa >= 0)",
                # One driver to a trip, and one trip to a driver, whatever the code does.
                "CREATE UNIQUE INDEX dispatch_trip_one_of_a_driver ON dispatch_trip (driver_id)"
                f" WHERE state IN {CARRYING}",
                # A rider has one trip at a time, but for ambulances and what is planned ahead.
                "CREATE UNIQUE INDEX dispatch_trip_one_of_a_rider ON dispatch_trip (rider_id)"
                " WHERE state NOT IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_DRIVER')"
                " AND kind <> 'AMBULANCE' AND scheduled_for IS NULL",
                "ALTER TABLE dispatch_trip ADD CONSTRAINT dispatch_trip_has_driver CHECK"
                f" (CASE WHEN state IN {CARRYING} THEN driver_id IS NOT NULL"
                " OR (tracking = 'NONE' AND voice_phone <> '')"
                " WHEN state IN ('SCHEDULED', 'SEARCHING', 'ESCALATED', 'NO_DRIVER')"
                " THEN driver_id IS NULL ELSE true END)",
                # An ambulance is never given up, and nothing else is escalated.
                "ALTER TABLE dispatch_trip ADD CONSTRAINT dispatch_trip_never_silent CHECK"
                " (CASE kind WHEN 'AMBULANCE' THEN state <> 'NO_DRIVER' AND cancel_fee_paisa = 0"
                " ELSE state <> 'ESCALATED' END)",
                "ALTER TABLE dispatch_trip ADD CONSTRAINT dispatch_trip_amounts"
                " CHECK (fare_paisa >= 0 AND cancel_fee_paisa >= 0 AND preview_fee_paisa >= 0)",
                "CREATE INDEX dispatch_trip_open ON dispatch_trip (place_id, id)"
                " WHERE state NOT IN ('COMPLETED', 'CANCELLED', 'NO_DRIVER')",
                # At most one open offer to a driver, and at most one accepted of an attempt.
                "CREATE UNIQUE INDEX dispatch_offer_one_open ON dispatch_offer (driver_id)"
                " WHERE state = 'SENT'",
                "CREATE UNIQUE INDEX dispatch_offer_one_accepted ON dispatch_offer"
                " (trip_id, attempt) WHERE state = 'ACCEPTED'",
                "CREATE UNIQUE INDEX dispatch_share_link_token ON dispatch_share_link (token_hash)",
                "CREATE INDEX dispatch_share_link_of_trip ON dispatch_share_link (trip_id)",
                "CREATE INDEX dispatch_ping_trail ON dispatch_ping (trip_id, attempt, at)"
                " WHERE trip_id IS NOT NULL",
                # Points come in order of time, so a page of the table holds neighbors.
                "CREATE INDEX dispatch_ping_age ON dispatch_ping USING brin (received_at)",
                "ALTER TABLE dispatch_sighting SET UNLOGGED",
            ]
        )
    ]
