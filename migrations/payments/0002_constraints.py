from tortoise import migrations
from tortoise.migrations import operations as ops

APPEND_ONLY = """
CREATE FUNCTION payments_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

# A resolution keeps to what was promised; a reversal takes back exactly what was moved.
KEEPS_TO_ITS_ORIGIN = """
CREATE FUNCTION payments_keeps_to_its_origin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    origin payments_transfer%ROWTYPE;
    fits boolean := true;
BEGIN
    IF new.pending_id IS NOT NULL THEN
        SELECT * INTO origin FROM payments_transfer WHERE id = new.pending_id;
        fits := origin.phase = 'PENDING' AND origin.debit_id = new.debit_id
            AND origin.credit_id = new.credit_id AND new.amount_paisa <= origin.amount_paisa;
    END IF;
    IF new.reverses_id IS NOT NULL THEN
        SELECT * INTO origin FROM payments_transfer WHERE id = new.reverses_id;
        fits := fits AND origin.phase IN ('POSTED', 'POST') AND origin.debit_id = new.credit_id
            AND origin.credit_id = new.debit_id AND origin.amount_paisa = new.amount_paisa;
    END IF;
    IF fits IS NOT TRUE THEN
        RAISE EXCEPTION 'transfer % % does not keep to its origin', new.kind, new.ref
            USING ERRCODE = 'integrity_constraint_violation',
                  CONSTRAINT = 'payments_transfer_keeps_to_its_origin';
    END IF;
    RETURN new;
END $$
"""

# Both sides of a transfer move here and nowhere else, by one amount: their sum is always zero.
# Rows are locked in the order of their numbers, so that two transfers never wait crosswise.
MOVES = """
CREATE FUNCTION payments_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved bigint := CASE WHEN new.phase IN ('POSTED', 'POST') THEN new.amount_paisa ELSE 0 END;
    promised bigint := CASE WHEN new.phase = 'PENDING' THEN new.amount_paisa ELSE 0 END;
BEGIN
    IF new.pending_id IS NOT NULL THEN
        SELECT -amount_paisa INTO promised FROM payments_transfer WHERE id = new.pending_id;
    END IF;
    PERFORM FROM payments_account WHERE id IN (new.debit_id, new.credit_id) AND guarded
        ORDER BY id FOR NO KEY UPDATE;
    UPDATE payments_account SET balance_paisa = balance_paisa - moved,
        held_paisa = held_paisa + promised WHERE id = new.debit_id AND guarded;
    UPDATE payments_account SET balance_paisa = balance_paisa + moved
        WHERE id = new.credit_id AND guarded;
    RETURN NULL;
END $$
"""

BY_TRANSFERS_ALONE = """
CREATE FUNCTION payments_by_transfers_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND new.balance_paisa = 0 AND new.held_paisa = 0 THEN
        RETURN new;
    END IF;
    -- Called from the trigger of a transfer, this one is the second.
    IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND new.name = old.name
       AND new.guarded = old.guarded THEN
        RETURN new;
    END IF;
    RAISE EXCEPTION 'balances move by transfers alone'
        USING ERRCODE = 'integrity_constraint_violation',
              CONSTRAINT = 'payments_account_by_transfers_alone';
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                APPEND_ONLY,
                KEEPS_TO_ITS_ORIGIN,
                MOVES,
                BY_TRANSFERS_ALONE,
                "CREATE TRIGGER payments_transfer_append_only BEFORE UPDATE OR DELETE"
                " ON payments_transfer FOR EACH ROW EXECUTE FUNCTION payments_append_only()",
                "CREATE TRIGGER payments_seal_append_only BEFORE UPDATE OR DELETE"
                " ON payments_seal FOR EACH ROW EXECUTE FUNCTION payments_append_only()",
                "CREATE TRIGGER payments_transfer_keeps_to_its_origin BEFORE INSERT"
                " ON payments_transfer FOR EACH ROW EXECUTE FUNCTION payments_keeps_to_its_origin()",
                "CREATE TRIGGER payments_transfer_moves AFTER INSERT ON payments_transfer"
                " FOR EACH ROW EXECUTE FUNCTION payments_moves()",
                "CREATE TRIGGER payments_account_by_transfers_alone BEFORE INSERT OR UPDATE OR DELETE"
                " ON payments_account FOR EACH ROW EXECUTE FUNCTION payments_by_transfers_alone()",
                "ALTER TABLE payments_account ADD CONSTRAINT payments_account_never_overdrawn CHECK"
                " (CASE WHEN guarded THEN held_paisa >= 0 AND balance_paisa >= held_paisa"
                "  ELSE held_paisa = 0 AND balance_paisa = 0 END)",
                "ALTER TABLE payments_transfer ADD CONSTRAINT payments_transfer_amount"
                " CHECK (amount_paisa > 0)",
                "ALTER TABLE payments_transfer ADD CONSTRAINT payments_transfer_two_accounts"
                " CHECK (debit_id <> credit_id)",
                "ALTER TABLE payments_transfer ADD CONSTRAINT payments_transfer_resolves_a_promise"
                " CHECK ((phase IN ('POST', 'VOID', 'EXPIRE')) = (pending_id IS NOT NULL))",
                # Each promise is resolved once, and each transfer taken back once, whatever the
                # code does.
                "CREATE UNIQUE INDEX payments_transfer_resolved_once ON payments_transfer (pending_id)"
                " WHERE pending_id IS NOT NULL",
                "CREATE UNIQUE INDEX payments_transfer_reversed_once ON payments_transfer (reverses_id)"
                " WHERE reverses_id IS NOT NULL",
                "ALTER TABLE payments_seal ADD CONSTRAINT payments_seal_from_one CHECK (number >= 1)",
            ]
        )
    ]
