from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "CREATE UNIQUE INDEX orders_cart_one_each ON orders_cart (account_id)",
                "CREATE UNIQUE INDEX orders_cart_secret ON orders_cart (token_hash)",
                "ALTER TABLE orders_cart ADD CONSTRAINT orders_cart_of_one"
                " CHECK ((account_id IS NULL) <> (token_hash IS NULL))",
                "CREATE INDEX orders_cart_of_guests ON orders_cart (touched_at)"
                " WHERE account_id IS NULL",
                "ALTER TABLE orders_cart_line ADD CONSTRAINT orders_cart_line_quantity"
                " CHECK (quantity BETWEEN 1 AND 99 AND price_paisa > 0)",
                # No checkout is both paid and expired, whatever the code does (rules.md 4, 12).
                "ALTER TABLE orders_group ADD CONSTRAINT orders_group_paid_or_over CHECK"
                " (CASE WHEN state IN ('PENDING_PAYMENT', 'EXPIRED', 'CANCELLED')"
                "  THEN paid_at IS NULL AND method = 'ONLINE' AND expires_at IS NOT NULL"
                "  ELSE method = 'CASH' OR paid_at IS NOT NULL END)",
                "ALTER TABLE orders_group ADD CONSTRAINT orders_group_total"
                " CHECK (total_paisa >= 0 AND total_paisa % 100 = 0)",
                "ALTER TABLE orders_group ADD CONSTRAINT orders_group_of_one"
                " CHECK ((buyer_id IS NULL) <> (token_hash IS NULL))",
                "CREATE INDEX orders_group_of_buyer ON orders_group (buyer_id, id)",
                "ALTER TABLE orders_order ADD CONSTRAINT orders_order_amounts CHECK"
                " (items_paisa >= 0 AND delivery_paisa >= 0"
                "  AND total_paisa = items_paisa + delivery_paisa"
                "  AND refunded_paisa BETWEEN 0 AND total_paisa)",
                "ALTER TABLE orders_order ADD CONSTRAINT orders_order_code"
                " CHECK (code ~ '^[0-9]{6}$' AND code_tries BETWEEN 0 AND 5)",
                # What came back was delivered, what was delivered shipped, what was shipped ordered.
                "ALTER TABLE orders_line ADD CONSTRAINT orders_line_counts CHECK"
                " (0 <= returned AND returned <= delivered AND delivered <= shipped"
                "  AND shipped <= quantity AND quantity BETWEEN 1 AND 99 AND price_paisa >= 0)",
                "CREATE INDEX orders_line_of_order ON orders_line (order_id)",
                "ALTER TABLE orders_fulfilment ADD CONSTRAINT orders_fulfilment_share"
                " CHECK (share_paisa >= 0)",
                "CREATE INDEX orders_fulfilment_of_order ON orders_fulfilment (order_id)",
                "ALTER TABLE orders_fulfilment_line ADD CONSTRAINT orders_fulfilment_line_quantity"
                " CHECK (quantity > 0)",
                "ALTER TABLE orders_return ADD CONSTRAINT orders_return_refund"
                " CHECK (refund_paisa >= 0)",
                "CREATE INDEX orders_return_of_order ON orders_return (order_id)",
                "ALTER TABLE orders_return_line ADD CONSTRAINT orders_return_line_counts CHECK"
                " (quantity > 0 AND sound >= 0 AND damaged >= 0 AND missing >= 0"
                "  AND sound + damaged + missing <= quantity)",
            ]
        )
    ]
