"""Tables of complaints and of what was done about each.

What the database itself forbids (a step that is written anew, a state that does not fit its times)
is written as constraints in the migration.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

RESTRICT = fields.OnDelete.RESTRICT


class ComplaintKind(StrEnum):
    """What a complaint is about; each has its own time."""

    ROAD = "ROAD"
    WATER = "WATER"
    ELECTRICITY = "ELECTRICITY"
    WASTE = "WASTE"
    PROVIDER = "PROVIDER"
    HAAT = "HAAT"
    OFFICE = "OFFICE"
    OTHER = "OTHER"


class ComplaintState(StrEnum):
    """Where a complaint stands; rules.md 2.13."""

    NEW = "NEW"
    ASSIGNED = "ASSIGNED"
    IN_PROGRESS = "IN_PROGRESS"
    WAITING_CITIZEN = "WAITING_CITIZEN"
    ESCALATED = "ESCALATED"
    RESOLVED = "RESOLVED"
    REJECTED = "REJECTED"
    REOPENED = "REOPENED"
    CLOSED = "CLOSED"


class Indicator(StrEnum):
    """What a target is set for; each is counted from what happened."""

    COMPLAINTS_ANSWERED = "COMPLAINTS_ANSWERED"
    COMPLAINTS_IN_TIME = "COMPLAINTS_IN_TIME"
    PROVIDERS_DECIDED = "PROVIDERS_DECIDED"
    PROVIDERS_IN_TIME = "PROVIDERS_IN_TIME"
    SELLERS_IN_TIME = "SELLERS_IN_TIME"


class Complaint(Model):
    """Something that is wrong in a place. `desk` is the place whose officers have to see to it.

    `due_at` is None while the citizen is asked (`left_s` of working time are left then) and once it
    is answered. `passed_over` is the officer from whom it was taken. `fixed` is the citizen's own
    word; None: he has not said.
    """

    id = fields.BigIntField(primary_key=True)
    author_id: int
    author: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    kind = fields.CharEnumField(ComplaintKind, max_length=11)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    text = fields.TextField()
    address = fields.CharField(max_length=160, default="")
    state = fields.CharEnumField(ComplaintState, max_length=15, default=ComplaintState.NEW)
    version = fields.IntField(default=1)
    desk_id: int
    desk: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    assignee_id: int | None
    assignee: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    passed_over_id: int | None
    passed_over: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    due_at = fields.DatetimeField(null=True)
    left_s = fields.IntField(null=True)
    created_at = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    escalated = fields.IntField(default=0)
    reopened = fields.IntField(default=0)
    fixed = fields.BooleanField(null=True)

    class Meta:
        table = "civic_complaint"
        indexes = (("author_id", "created_at"), ("desk_id", "state"))


class ComplaintStep(Model):
    """One thing that was done about a complaint, by whom, and his words. It is never changed.

    `actor` is None where the clock did it.
    """

    id = fields.BigIntField(primary_key=True)
    complaint_id: int
    complaint: fields.ForeignKeyRelation[Complaint] = fields.ForeignKeyField(
        "civic.Complaint", related_name="steps", on_delete=RESTRICT
    )
    move = fields.CharField(max_length=8)
    state = fields.CharEnumField(ComplaintState, max_length=15)
    actor_id: int | None
    actor: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    note = fields.TextField(default="")
    at = fields.DatetimeField()

    class Meta:
        table = "civic_complaint_step"


class Target(Model):
    """What a supervisor expects of an officer in a month: a count, or whole percent."""

    id = fields.BigIntField(primary_key=True)
    officer_id: int
    officer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    indicator = fields.CharEnumField(Indicator, max_length=19)
    month = fields.DateField()
    target = fields.IntField()
    set_by_id: int
    set_by: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    set_at = fields.DatetimeField()

    class Meta:
        table = "civic_target"
