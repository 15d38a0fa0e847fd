from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE media_media ADD CONSTRAINT media_media_size CHECK (size > 0)",
                # What was not taken says why, and what was taken has something to show.
                "ALTER TABLE media_media ADD CONSTRAINT media_media_fault"
                " CHECK (CASE WHEN state = 'REJECTED' THEN fault IS NOT NULL"
                " ELSE fault IS NULL OR state = 'DELETED' END)",
                "ALTER TABLE media_media ADD CONSTRAINT media_media_ready_has_files"
                " CHECK (state <> 'READY' OR jsonb_array_length(files) > 0)",
                "ALTER TABLE media_media ADD CONSTRAINT media_media_scan_ends"
                " CHECK ((state = 'SCANNING') = (scan_until IS NOT NULL))",
                # A hash has two halves, and private files have none: they are compared with nothing.
                "ALTER TABLE media_media ADD CONSTRAINT media_media_hash"
                " CHECK ((hash_rows IS NULL) = (hash_columns IS NULL)"
                " AND (hash_rows IS NULL OR kind IN ('PHOTO', 'VIDEO')))",
                "CREATE UNIQUE INDEX media_media_word ON media_media (word)",
                "CREATE INDEX media_media_to_scan ON media_media (id)"
                " WHERE state IN ('UPLOADED', 'SCANNING')",
                "CREATE INDEX media_media_to_purge ON media_media (purge_at)"
                " WHERE purge_at IS NOT NULL",
                "ALTER TABLE media_attachment ADD CONSTRAINT media_attachment_place"
                " CHECK (place >= 0)",
                "CREATE FUNCTION media_paper_reading_append_only() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME"
                " USING ERRCODE = 'integrity_constraint_violation'; END $$",
                "CREATE TRIGGER media_paper_reading_append_only"
                " BEFORE UPDATE OR DELETE ON media_paper_reading"
                " FOR EACH ROW EXECUTE FUNCTION media_paper_reading_append_only()",
            ]
        )
    ]
