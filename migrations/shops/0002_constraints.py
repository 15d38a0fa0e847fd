from tortoise import migrations
from tortoise.migrations import operations as ops

# What a price was stays what it was: an open row may be closed, and nothing else happens to it.
PRICE_HISTORY = """
CREATE FUNCTION shops_price_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND old.valid_to IS NULL AND new.valid_to IS NOT NULL
       AND new.amount_paisa = old.amount_paisa AND new.valid_from = old.valid_from
       AND new.variant_id = old.variant_id THEN
        RETURN new;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
APPEND_ONLY = """
CREATE FUNCTION shops_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
# Goods come and go by movements alone, and are promised by reservations alone: so what is on hand
# is the sum of the movements, and what is reserved the sum of the open reservations.
MOVES = """
CREATE FUNCTION shops_movement_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE shops_stock SET on_hand = on_hand + new.delta, version = version + 1
    WHERE id = new.stock_id;
    RETURN NULL;
END $$
"""
# A reservation keeps quantity - consumed from others while it is open. What is shipped leaves both
# numbers in one statement of the caller. No step is taken twice, and none back.
RESERVES = """
CREATE FUNCTION shops_reservation_reserves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was int := 0;
    is_now int := 0;
    shipped int := 0;
    fits boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        fits := new.state IN ('HELD', 'COMMITTED') AND new.consumed = 0;
    ELSIF TG_OP = 'UPDATE' THEN
        was := old.quantity - old.consumed;
        shipped := new.consumed - old.consumed;
        fits := old.state IN ('HELD', 'COMMITTED') AND new.stock_id = old.stock_id
            AND new.quantity = old.quantity AND new.line_id = old.line_id AND shipped >= 0
            AND (shipped = 0 OR old.state = 'COMMITTED')
            AND NOT (old.state = 'COMMITTED' AND new.state IN ('HELD', 'EXPIRED'));
    END IF;
    IF fits IS NOT TRUE THEN
        RAISE EXCEPTION 'a reservation takes no such step'
            USING ERRCODE = 'integrity_constraint_violation',
                  CONSTRAINT = 'shops_reservation_reserves';
    END IF;
    IF new.state IN ('HELD', 'COMMITTED') THEN
        is_now := new.quantity - new.consumed;
    END IF;
    IF is_now <> was THEN
        UPDATE shops_stock SET reserved = reserved + is_now - was, on_hand = on_hand - shipped,
            version = version + 1 WHERE id = new.stock_id;
    END IF;
    IF shipped > 0 THEN
        INSERT INTO shops_movement (stock_id, kind, delta, note, at)
        VALUES (new.stock_id, 'SHIPPED', -shipped, '', clock_timestamp());
    END IF;
    RETURN NULL;
END $$
"""
BY_MOVEMENTS_ALONE = """
CREATE FUNCTION shops_stock_by_movements_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND new.on_hand = 0 AND new.reserved = 0 THEN
        RETURN new;
    END IF;
    -- Called from the trigger of a movement or reservation, this one is the second.
    IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND new.variant_id = old.variant_id
       AND new.place_id = old.place_id THEN
        RETURN new;
    END IF;
    RAISE EXCEPTION 'stock moves by movements and reservations alone'
        USING ERRCODE = 'integrity_constraint_violation',
              CONSTRAINT = 'shops_stock_by_movements_alone';
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("shops", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                PRICE_HISTORY,
                APPEND_ONLY,
                MOVES,
                RESERVES,
                BY_MOVEMENTS_ALONE,
                # A person has one shop that is not over.
                "CREATE UNIQUE INDEX shops_shop_one_open ON shops_shop (owner_id)"
                " WHERE state NOT IN ('REJECTED', 'TERMINATED')",
                "ALTER TABLE shops_shop ADD CONSTRAINT shops_shop_address CHECK"
                " (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$' AND (host IS NULL OR host = lower(host)))",
                "ALTER TABLE shops_shop ADD CONSTRAINT shops_shop_colors"
                " CHECK (primary_color ~ '^#[0-9a-f]{6}$' AND accent_color ~ '^#[0-9a-f]{6}$')",
                "ALTER TABLE shops_shop ADD CONSTRAINT shops_shop_delivery CHECK"
                " (delivery_paisa >= 0 AND delivery_paisa % 100 = 0 AND (delivers OR pickup))",
                "ALTER TABLE shops_shop ADD CONSTRAINT shops_shop_closing"
                " CHECK ((closed_from IS NULL) = (closed_to IS NULL) AND closed_from < closed_to)",
                "ALTER TABLE shops_shop ADD CONSTRAINT shops_shop_not_by_oneself"
                " CHECK (decided_by_id <> owner_id)",
                "ALTER TABLE shops_product ADD CONSTRAINT shops_product_offered"
                " CHECK (state <> 'ACTIVE' OR from_paisa IS NOT NULL)",
                "CREATE INDEX shops_product_of_shop ON shops_product (shop_id, id)",
                "CREATE INDEX shops_product_on_sale ON shops_product (category_id, from_paisa, id)"
                " WHERE state = 'ACTIVE'",
                "CREATE INDEX shops_variant_of_product ON shops_variant (product_id)",
                "CREATE TRIGGER shops_price_append_only BEFORE UPDATE OR DELETE ON shops_price"
                " FOR EACH ROW EXECUTE FUNCTION shops_price_history()",
                "CREATE UNIQUE INDEX shops_price_one_open ON shops_price (variant_id)"
                " WHERE valid_to IS NULL",
                "ALTER TABLE shops_price ADD CONSTRAINT shops_price_amount"
                " CHECK (amount_paisa > 0 AND amount_paisa % 100 = 0)",
                # Core PostgreSQL has no gist index over plain values, but over ranges of one each.
                "ALTER TABLE shops_price ADD CONSTRAINT shops_price_one_at_a_time"
                " EXCLUDE USING gist (int8range(variant_id, variant_id, '[]') WITH &&,"
                " tstzrange(valid_from, valid_to) WITH &&)",
                "CREATE INDEX shops_price_of_variant ON shops_price (variant_id, valid_from)",
                "ALTER TABLE shops_stock ADD CONSTRAINT shops_stock_within"
                " CHECK (0 <= reserved AND reserved <= on_hand)",
                "CREATE TRIGGER shops_stock_by_movements_alone BEFORE INSERT OR UPDATE OR DELETE"
                " ON shops_stock FOR EACH ROW EXECUTE FUNCTION shops_stock_by_movements_alone()",
                "ALTER TABLE shops_movement ADD CONSTRAINT shops_movement_delta CHECK"
                " (delta <> 0 AND (kind <> 'SHIPPED' OR delta < 0)"
                "  AND (kind <> 'RESTOCKED' OR delta > 0))",
                "CREATE TRIGGER shops_movement_append_only BEFORE UPDATE OR DELETE"
                " ON shops_movement FOR EACH ROW EXECUTE FUNCTION shops_append_only()",
                # What was shipped the reservation takes out itself.
                "CREATE TRIGGER shops_movement_moves AFTER INSERT ON shops_movement"
                " FOR EACH ROW WHEN (new.kind <> 'SHIPPED') EXECUTE FUNCTION shops_movement_moves()",
                "CREATE INDEX shops_movement_of_stock ON shops_movement (stock_id, id)",
                "ALTER TABLE shops_reservation ADD CONSTRAINT shops_reservation_quantity CHECK"
                " (quantity > 0 AND consumed BETWEEN 0 AND quantity"
                "  AND (state <> 'CONSUMED' OR consumed = quantity))",
                "CREATE TRIGGER shops_reservation_reserves AFTER INSERT OR UPDATE OR DELETE"
                " ON shops_reservation FOR EACH ROW EXECUTE FUNCTION shops_reservation_reserves()",
                "CREATE INDEX shops_reservation_of_stock ON shops_reservation (stock_id)",
            ]
        )
    ]
