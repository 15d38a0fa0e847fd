"""Tables of people, their phone codes, sessions and roles."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model


class AccountState(StrEnum):
    """Whether a person may act; rules.md 2.1."""

    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    ERASED = "ERASED"


class CodeState(StrEnum):
    """The life of one one-time code. UNSENT: the gateway did not take the message."""

    ISSUED = "ISSUED"
    CONSUMED = "CONSUMED"
    EXPIRED = "EXPIRED"
    LOCKED = "LOCKED"
    UNSENT = "UNSENT"


class Role(StrEnum):
    """What a person may be beside a citizen."""

    VERIFIED_SELLER = "VERIFIED_SELLER"
    OFFICER = "OFFICER"
    DISPATCHER = "DISPATCHER"
    OPERATOR = "OPERATOR"
    ADMINISTRATOR = "ADMINISTRATOR"


class ApplicationState(StrEnum):
    """The approval machine of sellers, rules.md 2.1."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    NEEDS_INFO = "NEEDS_INFO"
    VERIFIED = "VERIFIED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"
    TERMINATED = "TERMINATED"


# `Any` stands for places.Place: places stand above accounts, so their class cannot be named here.


class Account(Model):
    """A person. The phone is canonical (+8801XXXXXXXXX) and unique; an erased person has none."""

    id = fields.BigIntField(primary_key=True)
    phone = fields.CharField(max_length=14, null=True, unique=True)
    name = fields.CharField(max_length=80, default="")
    language = fields.CharField(max_length=2, default="bn")
    state = fields.CharEnumField(AccountState, max_length=9, default=AccountState.ACTIVE)
    version = fields.IntField(default=1)
    home_id: int | None
    home: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "accounts_account"


class PhoneCode(Model):
    """A challenge: the keyed hash of a code that was sent to a phone.

    `asked_by` is None for signing in, else the operator to whom alone the code opens an assistance.
    """

    id = fields.BigIntField(primary_key=True)
    phone = fields.CharField(max_length=14)
    asked_by_id: int | None
    asked_by: fields.ForeignKeyNullableRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.CASCADE
    )
    code_hash = fields.BinaryField()
    state = fields.CharEnumField(CodeState, max_length=8, default=CodeState.ISSUED)
    attempts = fields.IntField(default=0)
    network = fields.CharField(max_length=43)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "accounts_phone_code"
        indexes = (("phone", "created_at"), ("network", "created_at"))


class Assistance(Model):
    """A citizen lets an operator act for him, for a while; both are named.

    `place` is the union of the operator's digital center. `ended_because` is `assisting.Because`.
    """

    id = fields.BigIntField(primary_key=True)
    citizen_id: int
    citizen: fields.ForeignKeyRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=fields.OnDelete.RESTRICT
    )
    operator_id: int
    operator: fields.ForeignKeyRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=fields.OnDelete.RESTRICT
    )
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=fields.OnDelete.RESTRICT
    )
    opened_at = fields.DatetimeField()
    until = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    ended_because = fields.CharField(max_length=20, null=True)

    class Meta:
        table = "accounts_assistance"


class Session(Model):
    """One signed-in device. Revoking it ends its tokens and closes its sockets.

    With an `assistance` it is no device: an operator acts by it for the account's person.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name="sessions", on_delete=fields.OnDelete.CASCADE
    )
    assistance_id: int | None
    assistance: fields.ForeignKeyNullableRelation["Assistance"] = fields.ForeignKeyField(
        "accounts.Assistance", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    device = fields.CharField(max_length=200, default="")
    address = fields.CharField(max_length=43, default="")
    created_at = fields.DatetimeField()
    last_used_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)
    revoked_because = fields.CharField(max_length=20, null=True)

    class Meta:
        table = "accounts_session"


class RefreshToken(Model):
    """One use of a session's right to go on. A spent token that comes again ends the session.

    `salt` is written when the token is spent: with it the same token gives the same successor.
    """

    id = fields.BigIntField(primary_key=True)
    session_id: int
    session: fields.ForeignKeyRelation["Session"] = fields.ForeignKeyField(
        "accounts.Session", related_name="tokens", on_delete=fields.OnDelete.CASCADE
    )
    token_hash = fields.BinaryField()
    issued_at = fields.DatetimeField()
    spent_at = fields.DatetimeField(null=True)
    salt = fields.BinaryField(null=True)

    class Meta:
        table = "accounts_refresh_token"


class RoleGrant(Model):
    """A role and where it holds: everywhere (`place` is None), or in a place and all below it."""

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name="grants", on_delete=fields.OnDelete.CASCADE
    )
    role = fields.CharEnumField(Role, max_length=16)
    place_id: int | None
    place: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    granted_by_id: int | None
    granted_by: fields.ForeignKeyNullableRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    granted_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "accounts_role_grant"


class SellerApplication(Model):
    """A person's wish to sell, with the origin that buyers will see.

    `ending_asked_by` is the first of the two officers whom an end for good needs.
    """

    id = fields.BigIntField(primary_key=True)
    account_id: int
    account: fields.ForeignKeyRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name="applications", on_delete=fields.OnDelete.CASCADE
    )
    state = fields.CharEnumField(ApplicationState, max_length=10, default=ApplicationState.DRAFT)
    version = fields.IntField(default=1)
    farm_name = fields.CharField(max_length=120)
    contact_phone = fields.CharField(max_length=14)
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=fields.OnDelete.RESTRICT
    )
    village = fields.CharField(max_length=120, default="")
    statement = fields.TextField(default="")
    reason = fields.TextField(default="")
    decided_by_id: int | None
    decided_by: fields.ForeignKeyNullableRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    second_officer_id: int | None
    second_officer: fields.ForeignKeyNullableRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    ending_asked_by_id: int | None
    ending_asked_by: fields.ForeignKeyNullableRelation["Account"] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=fields.OnDelete.RESTRICT
    )
    created_at = fields.DatetimeField()
    submitted_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "accounts_seller_application"
