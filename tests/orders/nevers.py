"""What must never be found in the tables of stock, orders and refunds, whatever happened."""

from __future__ import annotations

from tortoise.connection import get_connection

# Each names what must not be found; a row of an answer is a fault.
NEVER = {
    "a stock whose promises are not its reservations": """
        SELECT s.id FROM shops_stock s WHERE s.reserved <> (
            SELECT coalesce(sum(r.quantity - r.consumed), 0) FROM shops_reservation r
            WHERE r.stock_id = s.id AND r.state IN ('HELD', 'COMMITTED'))""",
    "a stock that is not the sum of what came and went": """
        SELECT s.id FROM shops_stock s WHERE s.on_hand <> (
            SELECT coalesce(sum(m.delta), 0) FROM shops_movement m WHERE m.stock_id = s.id)""",
    "more goods promised than there are": """
        SELECT id FROM shops_stock WHERE reserved < 0 OR reserved > on_hand""",
    "a line of which more came back than arrived, or more arrived than left": """
        SELECT id FROM orders_line
        WHERE NOT (0 <= returned AND returned <= delivered AND delivered <= shipped
                   AND shipped <= quantity)""",
    "more going back for an attempt than came by it": """
        SELECT a.id FROM payments_attempt a WHERE (
            SELECT coalesce(sum(r.amount_paisa), 0) FROM payments_refund r
            WHERE r.attempt_id = a.id AND r.state IN ('APPROVED', 'SENT', 'SUCCEEDED')
        ) > CASE WHEN a.state = 'CAPTURED' THEN a.amount_paisa ELSE (
            SELECT coalesce(sum(t.amount_paisa), 0) FROM payments_transfer t
            WHERE t.kind = 'payment.unassigned' AND t.ref = a.invoice) END""",
    "an order of which more was refunded than it cost": """
        SELECT id FROM orders_order WHERE refunded_paisa > total_paisa""",
    "a checkout that is paid and over": """
        SELECT id FROM orders_group WHERE state IN ('EXPIRED', 'CANCELLED') AND paid_at IS NOT NULL
        UNION SELECT g.id FROM orders_group g JOIN orders_order o ON o.group_id = g.id
        WHERE (g.state = 'EXPIRED') <> (o.state = 'EXPIRED')""",
    "money of a checkout that is over, and not on its way back": """
        SELECT g.id FROM orders_group g
        JOIN payments_intent i ON i.purpose = 'orders.group' AND i.subject_id = g.id
        JOIN payments_attempt a ON a.intent_id = i.id AND a.state = 'CAPTURED'
        WHERE g.state IN ('EXPIRED', 'CANCELLED') AND a.amount_paisa > (
            SELECT coalesce(sum(r.amount_paisa), 0) FROM payments_refund r
            WHERE r.attempt_id = a.id AND r.state IN ('APPROVED', 'SENT', 'SUCCEEDED'))""",
    "a sum that may still be paid of a checkout that is over": """
        SELECT i.id FROM payments_intent i JOIN orders_group g ON g.id = i.subject_id
        WHERE i.purpose = 'orders.group' AND i.state = 'OPEN'
        AND g.state IN ('EXPIRED', 'CANCELLED')""",
    "goods kept for an order that is over": """
        SELECT r.id FROM shops_reservation r JOIN orders_line l ON l.id = r.line_id
        JOIN orders_order o ON o.id = l.order_id
        WHERE r.state IN ('HELD', 'COMMITTED') AND o.state IN
            ('CLOSED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'RETURNED_TO_SHOP')""",
}


async def found() -> list[str]:
    """Return what is there all the same."""
    connection = get_connection("default")
    return [what for what, select in NEVER.items() if await connection.execute_query_dict(select)]
