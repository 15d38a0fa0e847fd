from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

# What the house wrote into notes, in English alone, before it kept what it knew in columns.
CLAIMED = "^Account [0-9]+ tried to register another animal with "
WRITTEN = (
    f"{CLAIMED}|^The same seller has an animal of this breed and weight for sale"
    "|^Sold again in the district within the season|^Another animal for sale shows the same photo"
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_forced_acts"),
        ("haat", "0012_overcharges"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
        ("places", "0004_wards"),
    ]

    initial = False

    operations = [
        ops.AddField(
            model_name="OfficerFlag",
            name="claimant",
            field=fields.ForeignKeyField(
                "accounts.Account",
                source_field="claimant_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name=False,
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.AddField(
            model_name="OfficerFlag",
            name="claimed_tag",
            field=fields.CharField(default="", db_default="", max_length=60),
        ),
        ops.RunSQL(
            [
                "UPDATE haat_officer_flag SET"
                " claimant_id = (SELECT id FROM accounts_account"
                " WHERE id = substring(note FROM '^Account ([0-9]+) tried')::bigint),"
                " claimed_tag = left(substring(note FROM"
                " 'another animal with ([^\\n]+)[.](?:\\n|$)'), 60)"
                f" WHERE kind = 'SAME_TAG' AND note ~ '{CLAIMED}'",
                "UPDATE haat_officer_flag SET note = regexp_replace(note, '^[^\\n]*\\n?', '')"
                f" WHERE note ~ '{WRITTEN}'",
            ]
        ),
    ]
