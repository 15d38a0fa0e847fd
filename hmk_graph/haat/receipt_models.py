"""The table of receipts: one for each animal that was handed over, never changed."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class Receipt(Model):
    """What was paid for an animal, as it was at the handover; the database changes none of it.

    It names no person: who bought and sold is the deal's to say. `code` is known to who has the
    paper alone, and leads to what it proves.
    """

    id = fields.BigIntField(primary_key=True)
    deal_id: int
    deal: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "haat.Deal", related_name=False, on_delete=RESTRICT
    )
    code = fields.CharField(max_length=32, unique=True)
    tag = fields.CharField(max_length=60)
    grams = fields.BigIntField()
    price_paisa = fields.BigIntField()
    hasil_paisa = fields.BigIntField()
    hasil_rule_id: int | None
    hasil_rule: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "haat.HasilRule", related_name=False, null=True, on_delete=RESTRICT
    )
    issued_at = fields.DatetimeField()

    class Meta:
        table = "haat_receipt"
