"""The table of what can be searched: one document for each thing that its context shows."""

from enum import StrEnum

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.db_defaults import SqlDefault
from tortoise.models import Model


class Kind(StrEnum):
    """What sort of thing is found."""

    SERVICE = "SERVICE"
    ANIMAL = "ANIMAL"
    LOT = "LOT"
    RENTAL = "RENTAL"
    CATEGORY = "CATEGORY"
    PRODUCT = "PRODUCT"
    SHOP = "SHOP"


class Word(Model):
    """A word that some thing is called by, or two that stand together (রাজ মিস্ত্রি: রাজমিস্ত্রি).

    `grams` are the trigrams of how it sounds, and after a ~ those of its bones, with its ending and
    without. A text is compared with the words, which are few, and not with the things.
    """

    id = fields.BigIntField(primary_key=True)
    key = fields.TextField()
    of_two = fields.BooleanField()
    grams = ArrayField("text", default=list)

    class Meta:
        table = "discovery_word"
        unique_together = (("key", "of_two"),)


class Document(Model):
    """What one thing is found by. What it costs and whether it may be seen, its context is asked.

    `words` are search keys, a space around each; `word_ids` name the same ones as rows of `Word`.
    `categories` are slugs, the finest first. A place is met by a thing if it is among `inside`
    (where the thing is, and all around it), or if one of `serves` is it or lies around it. The
    point is the nearest known around its place, in millionths of a degree. `fresh_at` is when
    somebody last said that it is so.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(Kind, max_length=8)
    subject_id = fields.BigIntField()
    words = fields.TextField()
    word_ids = ArrayField("bigint", default=list, db_default=SqlDefault("'{}'"))
    categories = ArrayField("text", default=list)
    inside = ArrayField("bigint", default=list)
    serves = ArrayField("bigint", default=list)
    lat_e6 = fields.IntField(null=True)
    lng_e6 = fields.IntField(null=True)
    fresh_at = fields.DatetimeField()

    class Meta:
        table = "discovery_document"
        unique_together = (("kind", "subject_id"),)
