from tortoise import migrations
from tortoise.migrations import operations as ops

APPEND_ONLY = """
CREATE FUNCTION haat_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

# The price of a lot falls only when bids are voided, and that command says so for its transaction.
PRICE_NEVER_FALLS = """
CREATE FUNCTION haat_price_never_falls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF new.price_paisa IS DISTINCT FROM old.price_paisa
       AND coalesce(new.price_paisa, 0) < coalesce(old.price_paisa, 0)
       AND coalesce(current_setting('hmk.voiding_bids', true), '') <> 'yes' THEN
        RAISE EXCEPTION 'the price of lot % may not fall', old.id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'haat_lot_price_never_falls';
    END IF;
    RETURN new;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("haat", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                APPEND_ONLY,
                "CREATE TRIGGER haat_lot_line_append_only BEFORE UPDATE OR DELETE ON haat_lot_line"
                " FOR EACH ROW EXECUTE FUNCTION haat_append_only()",
                "CREATE TRIGGER haat_animal_event_append_only BEFORE UPDATE OR DELETE"
                " ON haat_animal_event FOR EACH ROW EXECUTE FUNCTION haat_append_only()",
                PRICE_NEVER_FALLS,
                "CREATE TRIGGER haat_lot_price_never_falls BEFORE UPDATE ON haat_lot"
                " FOR EACH ROW EXECUTE FUNCTION haat_price_never_falls()",
                # One live listing and one live deal per animal, whatever the code does.
                "CREATE UNIQUE INDEX haat_listing_one_live ON haat_listing (animal_id)"
                " WHERE state IN ('LIVE', 'RESERVED')",
                "CREATE UNIQUE INDEX haat_deal_one_live ON haat_deal (animal_id) WHERE state IN"
                " ('OFFERED', 'AWAITING_PAYMENT', 'PAID', 'HANDED_OVER', 'DISPUTED')",
                "CREATE UNIQUE INDEX haat_offer_one_accepted ON haat_offer (listing_id)"
                " WHERE state = 'ACCEPTED'",
                "CREATE UNIQUE INDEX haat_offer_one_pending ON haat_offer (listing_id, buyer_id)"
                " WHERE state = 'PENDING'",
                # Among living animals a tag is unique.
                "CREATE UNIQUE INDEX haat_animal_identifier_one_living"
                " ON haat_animal_identifier (scheme, value) WHERE living",
                "CREATE UNIQUE INDEX haat_officer_flag_once ON haat_officer_flag"
                " (kind, animal_id, coalesce(other_id, 0)) WHERE resolved_at IS NULL",
                "ALTER TABLE haat_session ADD CONSTRAINT haat_session_ends_after_start"
                " CHECK (ends_at > starts_at)",
                "ALTER TABLE haat_animal_weight ADD CONSTRAINT haat_animal_weight_positive"
                " CHECK (grams > 0)",
                # Fixed price and bargain ask a price of whole taka; an auction's price is its lot's.
                "ALTER TABLE haat_listing ADD CONSTRAINT haat_listing_price CHECK"
                " (CASE kind WHEN 'AUCTION' THEN price_paisa IS NULL"
                # A CHECK lets NULL pass: what is missing has to be made false.
                "  ELSE coalesce(price_paisa > 0 AND price_paisa % 100 = 0, false) END)",
                "ALTER TABLE haat_offer ADD CONSTRAINT haat_offer_amount"
                " CHECK (amount_paisa > 0 AND amount_paisa % 100 = 0)",
                "ALTER TABLE haat_offer ADD CONSTRAINT haat_offer_depth CHECK (depth BETWEEN 1 AND 5)",
                "ALTER TABLE haat_deal ADD CONSTRAINT haat_deal_amount CHECK (amount_paisa > 0)",
                "ALTER TABLE haat_deal ADD CONSTRAINT haat_deal_two_people"
                " CHECK (buyer_id <> seller_id)",
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_start"
                " CHECK (start_paisa > 0 AND start_paisa % 100 = 0)",
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_price"
                " CHECK (price_paisa > 0 AND price_paisa <= leader_max_paisa)",
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_leader_has_price CHECK"
                " ((leader_id IS NULL) = (price_paisa IS NULL)"
                "  AND (leader_id IS NULL) = (leader_max_paisa IS NULL))",
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_not_own"
                " CHECK (leader_id <> seller_id AND winner_id <> seller_id)",
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_hard_end CHECK"
                " (starts_at < ends_at AND ends_at <= hard_ends_at)",
                "ALTER TABLE haat_lot ADD CONSTRAINT haat_lot_result CHECK"
                " ((state = 'CLOSED') = (result IS NOT NULL)"
                "  AND (result IS NOT DISTINCT FROM 'SOLD') = (winner_id IS NOT NULL))",
                "ALTER TABLE haat_bid ADD CONSTRAINT haat_bid_maximum"
                " CHECK (maximum_paisa > 0 AND maximum_paisa % 100 = 0)",
            ]
        )
    ]
