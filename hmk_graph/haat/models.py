"""Tables of haats: their days, who may bid there, and who may not."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class SessionState(StrEnum):
    """A haat day."""

    PLANNED = "PLANNED"
    OPEN = "OPEN"
    CLOSING = "CLOSING"
    CLOSED = "CLOSED"
    REPORTED = "REPORTED"


class Haat(Model):
    """A market of animals. Its name, place and officers hang on its place."""

    id = fields.BigIntField(primary_key=True)
    place_id: int
    place: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    step_table: Any = fields.JSONField()
    soft_close_s = fields.IntField(default=120)
    longest_extension_s = fields.IntField(default=3_600)
    resale_lock_days = fields.IntField(default=30)
    deposit_basis_points = fields.IntField(default=0, db_default=0)
    deposit_floor_paisa = fields.BigIntField(default=0, db_default=0)
    deposit_ceiling_paisa = fields.BigIntField(null=True)

    class Meta:
        table = "haat_haat"


class HaatSession(Model):
    """One day of a haat."""

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="sessions", on_delete=RESTRICT
    )
    state = fields.CharEnumField(SessionState, max_length=8, default=SessionState.PLANNED)
    version = fields.IntField(default=1)
    title_bn = fields.CharField(max_length=160)
    title_en = fields.CharField(max_length=160)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    officer_id: int
    officer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )

    class Meta:
        table = "haat_session"
        indexes = (("haat_id", "starts_at"),)


class BidderRegistration(Model):
    """A person's acceptance of a haat's rules; only the registered may bid there."""

    id = fields.BigIntField(primary_key=True)
    haat_id: int
    haat: fields.ForeignKeyRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="bidders", on_delete=RESTRICT
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    registered_at = fields.DatetimeField()

    class Meta:
        table = "haat_bidder_registration"
        unique_together = (("haat_id", "account_id"),)


class BiddingBan(Model):
    """A person who may not bid until a day; set by two officers, or by the house, with a reason.

    The house (`officer` is None) bars who did not pay what was bought, from that moment on.
    It bars in every haat while `in_force_from` is set and `until` has not come; `haat` is the one
    whose officers asked for it. Lifting a ban moves `until` to the moment of lifting.
    """

    id = fields.BigIntField(primary_key=True)
    haat_id: int | None
    haat: fields.ForeignKeyNullableRelation["Haat"] = fields.ForeignKeyField(
        "haat.Haat", related_name="bans", null=True, on_delete=RESTRICT
    )
    account_id: int
    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=CASCADE
    )
    until = fields.DatetimeField()
    reason = fields.TextField()
    officer_id: int | None
    officer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    second_officer_id: int | None
    second_officer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    created_at = fields.DatetimeField()
    in_force_from = fields.DatetimeField(null=True)
    lifted_by_id: int | None
    lifted_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    lift_reason = fields.TextField(default="")

    class Meta:
        table = "haat_bidding_ban"
        indexes = (("account_id", "until"),)
