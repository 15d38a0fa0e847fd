"""Tables of places: one tree, and the outlines that are known."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model


class PlaceKind(StrEnum):
    """The rungs of the tree. A person lives in a union or in a municipality, never in both.

    Who knows the ward of his municipality names the ward.
    """

    DIVISION = "DIVISION"
    DISTRICT = "DISTRICT"
    UPAZILA = "UPAZILA"
    UNION = "UNION"
    MUNICIPALITY = "MUNICIPALITY"
    WARD = "WARD"
    HAAT = "HAAT"


class Place(Model):
    """One place. The slug is unique in the country, because the parent's slug begins it.

    `path` holds the ids from the division down to the place itself, so "in or below" is one
    containment test. `words` are the search keys of its names, `grams` their trigrams.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(PlaceKind, max_length=12)
    parent_id: int | None
    parent: fields.ForeignKeyNullableRelation["Place"] = fields.ForeignKeyField(
        "places.Place", related_name="children", null=True, on_delete=fields.OnDelete.RESTRICT
    )
    path = ArrayField("bigint", default=list)
    slug = fields.CharField(max_length=120, unique=True)
    name_bn = fields.CharField(max_length=120)
    name_en = fields.CharField(max_length=120)
    aliases: Any = fields.JSONField(default=list)
    lat = fields.FloatField(null=True)
    lng = fields.FloatField(null=True)
    bbs_code = fields.CharField(max_length=12, null=True)
    haor = fields.CharField(max_length=8, null=True)
    facts: Any = fields.JSONField(default=dict)
    source = fields.CharField(max_length=200, default="")
    words = fields.TextField(default="")
    grams = ArrayField("text", default=list)

    class Meta:
        table = "places_place"
        indexes = (("kind", "slug"),)


class Boundary(Model):
    """The outline of a place: GeoJSON polygon coordinates (lng, lat) and their box."""

    id = fields.BigIntField(primary_key=True)
    place_id: int
    place: fields.OneToOneRelation[Place] = fields.OneToOneField(
        "places.Place", related_name="boundary", on_delete=fields.OnDelete.CASCADE
    )
    coordinates: Any = fields.JSONField()
    west = fields.FloatField()
    south = fields.FloatField()
    east = fields.FloatField()
    north = fields.FloatField()
    attribution = fields.CharField(max_length=200)

    class Meta:
        table = "places_boundary"
