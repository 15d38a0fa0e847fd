from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                # Canonical form: +8801 and nine digits, the third of the operator 3 to 9.
                "ALTER TABLE accounts_account ADD CONSTRAINT accounts_account_phone_canonical"
                " CHECK (phone ~ '^\\+8801[3-9][0-9]{8}$')",
                "ALTER TABLE accounts_account ADD CONSTRAINT accounts_account_phone_until_erased"
                " CHECK ((state = 'ERASED') = (phone IS NULL))",
                "ALTER TABLE accounts_phone_code ADD CONSTRAINT accounts_phone_code_attempts"
                " CHECK (attempts >= 0)",
                # One code at a time: a new one voids the old.
                "CREATE UNIQUE INDEX accounts_phone_code_one_issued ON accounts_phone_code (phone)"
                " WHERE state = 'ISSUED'",
                "CREATE UNIQUE INDEX accounts_refresh_token_hash ON accounts_refresh_token (token_hash)",
                "CREATE UNIQUE INDEX accounts_refresh_token_one_unspent"
                " ON accounts_refresh_token (session_id) WHERE spent_at IS NULL",
                "CREATE INDEX accounts_refresh_token_of_session ON accounts_refresh_token (session_id)",
                "ALTER TABLE accounts_refresh_token ADD CONSTRAINT accounts_refresh_token_salted_when_spent"
                " CHECK ((spent_at IS NULL) = (salt IS NULL))",
                "CREATE INDEX accounts_session_open ON accounts_session (account_id)"
                " WHERE revoked_at IS NULL",
                "CREATE UNIQUE INDEX accounts_role_grant_once ON accounts_role_grant"
                " (account_id, role, coalesce(place_id, 0)) WHERE revoked_at IS NULL",
                # Nobody decides about himself, and the second officer is another.
                "ALTER TABLE accounts_seller_application ADD CONSTRAINT accounts_seller_application_four_eyes"
                " CHECK (decided_by_id <> account_id AND ending_asked_by_id <> account_id"
                " AND second_officer_id <> account_id AND second_officer_id <> decided_by_id)",
                "CREATE UNIQUE INDEX accounts_seller_application_one_open"
                " ON accounts_seller_application (account_id)"
                " WHERE state NOT IN ('REJECTED', 'TERMINATED')",
                "CREATE INDEX accounts_seller_application_waiting"
                " ON accounts_seller_application (submitted_at) WHERE state = 'SUBMITTED'",
            ]
        )
    ]
