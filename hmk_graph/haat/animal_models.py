"""Tables of animals: who owns them, their tags, weights, clearances and history."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class AnimalState(StrEnum):
    """An animal on the platform."""

    REGISTERED = "REGISTERED"
    CHECK_PENDING = "CHECK_PENDING"
    CLEARED = "CLEARED"
    FAILED = "FAILED"
    LISTED = "LISTED"
    RESERVED = "RESERVED"
    SOLD = "SOLD"
    HANDED_OVER = "HANDED_OVER"
    WITHDRAWN = "WITHDRAWN"
    DEAD = "DEAD"


class FlagKind(StrEnum):
    """Why an officer should look at an animal."""

    SAME_TAG = "SAME_TAG"
    LIKELY_COPY = "LIKELY_COPY"
    RESOLD_IN_SEASON = "RESOLD_IN_SEASON"
    SAME_PHOTO = "SAME_PHOTO"


class Animal(Model):
    """One animal, its owner and where both come from. Slugs are those of data/animals.json."""

    id = fields.BigIntField(primary_key=True)
    seller_id: int
    seller: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    origin_id: int
    origin: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    village = fields.CharField(max_length=120, default="")
    owned_since = fields.DateField(null=True)
    name = fields.CharField(max_length=80, default="")
    species = fields.CharField(max_length=20)
    sex = fields.CharField(max_length=20)
    breed = fields.CharField(max_length=40)
    coat_color = fields.CharField(max_length=60, default="")
    birth_date = fields.DateField(null=True)
    teeth = fields.IntField(null=True)
    state = fields.CharEnumField(AnimalState, max_length=13, default=AnimalState.REGISTERED)
    version = fields.IntField(default=1)
    cleared_until = fields.DatetimeField(null=True)
    defects: Any = fields.JSONField(null=True)
    sold_at = fields.DatetimeField(null=True)
    chain_of_id: int | None
    chain_of: fields.ForeignKeyNullableRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="later", null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()

    class Meta:
        table = "haat_animal"
        indexes = (("seller_id", "state"),)


class CoOwner(Model):
    """A person who owns a part of an animal, and so may not bid for it."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="co_owners", on_delete=CASCADE
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )

    class Meta:
        table = "haat_co_owner"
        unique_together = (("animal_id", "account_id"),)


class AnimalIdentifier(Model):
    """A tag: scheme in reverse-domain form (std.iso.11785, bd.binli, hmk, farm.tag) and value.

    `living` is false once the animal was handed over, withdrawn or died; among living animals a tag
    is unique.
    """

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="identifiers", on_delete=CASCADE
    )
    scheme = fields.CharField(max_length=40)
    value = fields.CharField(max_length=60)
    living = fields.BooleanField(default=True)

    class Meta:
        table = "haat_animal_identifier"
        indexes = (("scheme", "value"),)


class AnimalWeight(Model):
    """A weighing: grams, how, when, and by whom."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="weights", on_delete=CASCADE
    )
    grams = fields.BigIntField()
    method = fields.CharField(max_length=20)
    device = fields.CharField(max_length=80, default="")
    hours_off_feed = fields.IntField(null=True)
    measured_at = fields.DatetimeField()
    recorded_by_id: int
    recorded_by: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )

    class Meta:
        table = "haat_animal_weight"
        indexes = (("animal_id", "measured_at"),)


class VetClearance(Model):
    """What a veterinarian found, and until when it holds."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="clearances", on_delete=CASCADE
    )
    passed = fields.BooleanField()
    vet_name = fields.CharField(max_length=120)
    registration_no = fields.CharField(max_length=40)
    findings = fields.TextField(default="")
    defects: Any = fields.JSONField(default=list)
    officer_id: int
    officer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    issued_at = fields.DatetimeField()
    valid_until = fields.DatetimeField(null=True)

    class Meta:
        table = "haat_vet_clearance"


class AnimalEvent(Model):
    """What happened to an animal, by ICAR ADE's names. Never changed, never deleted."""

    id = fields.BigIntField(primary_key=True)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="events", on_delete=RESTRICT
    )
    kind = fields.CharField(max_length=40)
    payload: Any = fields.JSONField()
    actor_id = fields.BigIntField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "haat_animal_event"
        indexes = (("animal_id", "id"),)


class OfficerFlag(Model):
    """Something about an animal that an officer should look at.

    `claimant` tried to register another animal with `claimed_tag`, where that is the matter. `note`
    is what the officer found.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(FlagKind, max_length=16)
    animal_id: int
    animal: fields.ForeignKeyRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name="flags", on_delete=CASCADE
    )
    other_id: int | None
    other: fields.ForeignKeyNullableRelation["Animal"] = fields.ForeignKeyField(
        "haat.Animal", related_name=False, null=True, on_delete=CASCADE
    )
    raised_at = fields.DatetimeField()
    resolved_at = fields.DatetimeField(null=True)
    resolved_by_id: int | None
    resolved_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    claimant_id: int | None
    claimant: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    claimed_tag = fields.CharField(max_length=60, default="", db_default="")
    note = fields.TextField(default="")

    class Meta:
        table = "haat_officer_flag"
