from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("discovery", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                "ALTER TABLE discovery_document ADD CONSTRAINT discovery_document_on_earth"
                " CHECK (lat_e6 BETWEEN -90000000 AND 90000000"
                " AND lng_e6 BETWEEN -180000000 AND 180000000"
                " AND (lat_e6 IS NULL) = (lng_e6 IS NULL))",
                # Core PostgreSQL's own: no extension cuts the trigrams, we do.
                "CREATE INDEX discovery_document_grams ON discovery_document USING gin (grams)",
                "CREATE INDEX discovery_document_categories ON discovery_document"
                " USING gin (categories)",
                "CREATE INDEX discovery_document_inside ON discovery_document USING gin (inside)",
                "CREATE INDEX discovery_document_serves ON discovery_document USING gin (serves)",
            ]
        )
    ]
