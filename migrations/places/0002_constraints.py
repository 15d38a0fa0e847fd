from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                # A place has a parent unless it is a division.
                "ALTER TABLE places_place ADD CONSTRAINT places_place_parent"
                " CHECK ((kind = 'DIVISION') = (parent_id IS NULL))",
                "ALTER TABLE places_place ADD CONSTRAINT places_place_on_earth"
                " CHECK (lat BETWEEN -90 AND 90 AND lng BETWEEN -180 AND 180)",
                "CREATE INDEX places_place_below ON places_place USING gin (path)",
                "CREATE INDEX places_place_grams ON places_place USING gin (grams)",
            ]
        )
    ]
