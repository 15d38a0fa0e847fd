from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("haat", "0009_banned_by_the_house"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.AddField(
            model_name="Deal",
            name="agreed_grams",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Deal",
            name="declared_grams",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Deal",
            name="per_kg_paisa",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Listing",
            name="declared_grams",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Listing",
            name="per_kg_paisa",
            field=fields.BigIntField(null=True),
        ),
        ops.RunSQL(
            [
                "ALTER TABLE haat_listing ADD CONSTRAINT haat_listing_by_weight CHECK"
                " ((per_kg_paisa IS NULL) = (declared_grams IS NULL)"
                " AND (per_kg_paisa IS NULL OR kind = 'FIXED')"
                " AND coalesce(per_kg_paisa, 1) > 0 AND coalesce(declared_grams, 1) > 0)",
                "ALTER TABLE haat_deal ADD CONSTRAINT haat_deal_by_weight CHECK"
                " ((per_kg_paisa IS NULL) = (declared_grams IS NULL)"
                " AND coalesce(per_kg_paisa, 1) > 0 AND coalesce(declared_grams, 1) > 0"
                " AND (agreed_grams IS NULL OR declared_grams IS NOT NULL))",
            ]
        ),
    ]
