"""The table of what can be searched: one document for each thing that its context shows."""

from enum import StrEnum

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model


class Kind(StrEnum):
    """What sort of thing is found."""

    SERVICE = "SERVICE"
    ANIMAL = "ANIMAL"
    LOT = "LOT"


class Document(Model):
    """What one thing is found by. What it costs and whether it may be seen, its context is asked.

    `words` are search keys, a space around each; `grams` the trigrams of how they sound, and after
    a ~ those of their bones. `categories` are slugs, the finest first. A place is met by a thing
    if it is among `inside` (where the thing is, and all around it), or if one of `serves` is it or
    lies around it. The point is the nearest known around its place, in millionths of a degree.
    `fresh_at` is when somebody last said that it is so.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(Kind, max_length=8)
    subject_id = fields.BigIntField()
    words = fields.TextField()
    grams = ArrayField("text", default=list)
    categories = ArrayField("text", default=list)
    inside = ArrayField("bigint", default=list)
    serves = ArrayField("bigint", default=list)
    lat_e6 = fields.IntField(null=True)
    lng_e6 = fields.IntField(null=True)
    fresh_at = fields.DatetimeField()

    class Meta:
        table = "discovery_document"
        unique_together = (("kind", "subject_id"),)
