"""SQL that has a table tell of its changes (`hmk_graph/moved.py`).

Migrations that ran were made with it: what it returns for a table must never change.
"""

from __future__ import annotations

COLUMNS = ("id", "name", "lot_id", "animal_id", "listing_id", "haat_id")


def telling(column: str) -> str:
    """Return the function by which tables tell which keys of a column moved, each once."""
    return f"""
CREATE FUNCTION moved_by_{column}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO moved (by, source, key)
        SELECT DISTINCT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, {column}::text
        FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO moved (by, source, key)
        SELECT DISTINCT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, {column}::text
        FROM old_rows;
    ELSE
        INSERT INTO moved (by, source, key)
        SELECT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, {column}::text FROM new_rows
        UNION
        SELECT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, {column}::text FROM old_rows;
    END IF;
    RETURN NULL;
END $$
"""


TELLING_WHOLE = """
CREATE FUNCTION moved_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO moved (by, source, key)
    VALUES (pg_current_xact_id()::text::bigint, TG_TABLE_NAME, '');
    RETURN NULL;
END $$
"""


def watch(table: str, column: str = "") -> list[str]:
    """Return the triggers of a table; without a column it tells of itself as a whole."""
    on = f"ON {table}"
    if not column:
        return [
            f"CREATE TRIGGER {table}_moved AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE {on}"
            " FOR EACH STATEMENT EXECUTE FUNCTION moved_whole()"
        ]
    run = f"FOR EACH STATEMENT EXECUTE FUNCTION moved_by_{column}()"
    return [
        f"CREATE TRIGGER {table}_came AFTER INSERT {on} REFERENCING NEW TABLE AS new_rows {run}",
        f"CREATE TRIGGER {table}_moved AFTER UPDATE {on}"
        f" REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows {run}",
        f"CREATE TRIGGER {table}_went AFTER DELETE {on} REFERENCING OLD TABLE AS old_rows {run}",
        f"CREATE TRIGGER {table}_emptied AFTER TRUNCATE {on}"
        " FOR EACH STATEMENT EXECUTE FUNCTION moved_whole()",
    ]
