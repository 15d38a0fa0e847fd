from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("haat", "0007_deposits")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "deal",
                    fields.OneToOneField(
                        "haat.Deal",
                        source_field="deal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=32)),
                ("tag", fields.CharField(max_length=60)),
                ("grams", fields.BigIntField()),
                ("price_paisa", fields.BigIntField()),
                ("hasil_paisa", fields.BigIntField()),
                (
                    "hasil_rule",
                    fields.ForeignKeyField(
                        "haat.HasilRule",
                        source_field="hasil_rule_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("issued_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "haat_receipt",
                "app": "haat",
                "pk_attr": "id",
                "table_description": "What was paid for an animal, as it was at the handover; the database changes none of it.",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            [
                "ALTER TABLE haat_receipt ADD CONSTRAINT haat_receipt_sums CHECK"
                " (price_paisa > 0 AND hasil_paisa >= 0 AND grams > 0)",
                "CREATE TRIGGER haat_receipt_append_only BEFORE UPDATE OR DELETE ON haat_receipt"
                " FOR EACH ROW EXECUTE FUNCTION haat_append_only()",
            ]
        ),
    ]
