"""Tables of uploaded files, where each hangs, which are alike, and who read the private ones.

The states are those of rules.md 2.10; `rules.MEDIA` says what leads from one to another.
"""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from hmk_graph.inspecting.findings import Fault

CASCADE = fields.OnDelete.CASCADE
RESTRICT = fields.OnDelete.RESTRICT


class MediaKind(StrEnum):
    """What a file is for. All but the first two are private: they never get a public one."""

    PHOTO = "PHOTO"
    VIDEO = "VIDEO"
    IDENTITY = "IDENTITY"
    LICENCE = "LICENCE"
    REGISTRATION = "REGISTRATION"
    FITNESS = "FITNESS"
    VET_PAPER = "VET_PAPER"


class MediaState(StrEnum):
    """Where a file stands on its way from a phone to those who look at it."""

    REQUESTED = "REQUESTED"
    UPLOADED = "UPLOADED"
    SCANNING = "SCANNING"
    READY = "READY"
    REJECTED = "REJECTED"
    DELETED = "DELETED"


class Media(Model):
    """One file. `word` is the part of its address that only the sender learns.

    `content_type` and `size` (bytes) are what the sender said, and what is signed. `tries` counts
    the scans and tells one from the next; `scan_until` is when another worker may take it over.
    `files` lists what was made: `name`, `type`, `bytes`, of pictures `width` and `height`.
    `loose_since` is when it began to hang nowhere; `purge_at` when to clear the store of what is
    not needed any more.
    """

    id = fields.BigIntField(primary_key=True)
    owner_id: int
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    kind = fields.CharEnumField(MediaKind, max_length=12)
    state = fields.CharEnumField(MediaState, max_length=9, default=MediaState.REQUESTED)
    content_type = fields.CharField(max_length=40)
    size = fields.IntField()
    word = fields.CharField(max_length=32)
    requested_at = fields.DatetimeField()
    upload_ends_at = fields.DatetimeField()
    tries = fields.IntField(default=0)
    scan_until = fields.DatetimeField(null=True)
    checked_at = fields.DatetimeField(null=True)
    fault = fields.CharEnumField(Fault, max_length=16, null=True)
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    duration_ms = fields.IntField(null=True)
    pages = fields.IntField(null=True)
    files: Any = fields.JSONField(default=[])
    kept_bytes = fields.BigIntField(default=0)
    placeholder = fields.TextField(default="")
    color = fields.CharField(max_length=7, default="")
    hash_rows = fields.BigIntField(null=True)
    hash_columns = fields.BigIntField(null=True)
    loose_since = fields.DatetimeField(null=True)
    purge_at = fields.DatetimeField(null=True)

    class Meta:
        table = "media_media"
        indexes = (("owner_id", "state"),)


class Attachment(Model):
    """That a file hangs on a thing of another context, in which place, and what it shows.

    `subject` names the thing and the use, such as `haat.animal`; `place` counts from 0.
    """

    id = fields.BigIntField(primary_key=True)
    media_id: int
    media: fields.OneToOneRelation["Media"] = fields.OneToOneField(
        "media.Media", related_name=False, on_delete=RESTRICT
    )
    subject = fields.CharField(max_length=40)
    subject_id = fields.BigIntField()
    place = fields.IntField()
    alt = fields.CharField(max_length=300, default="")

    class Meta:
        table = "media_attachment"
        unique_together = (("subject", "subject_id", "place"),)


class PaperReading(Model):
    """That a person read a private file. Never changed; the database sees to that."""

    id = fields.BigIntField(primary_key=True)
    media_id: int
    media: fields.ForeignKeyRelation["Media"] = fields.ForeignKeyField(
        "media.Media", related_name=False, on_delete=RESTRICT
    )
    reader_id: int
    reader: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, on_delete=RESTRICT
    )
    at = fields.DatetimeField()

    class Meta:
        table = "media_paper_reading"


class SharedPhoto(Model):
    """That two things on offer show one photo; an officer looks at each pair of files once.

    `media` came after `other`. `subject` says what both things are; `place` is where the later one
    is offered, and so whose officers look.
    """

    id = fields.BigIntField(primary_key=True)
    media_id: int
    media: fields.ForeignKeyRelation["Media"] = fields.ForeignKeyField(
        "media.Media", related_name=False, on_delete=RESTRICT
    )
    other_id: int
    other: fields.ForeignKeyRelation["Media"] = fields.ForeignKeyField(
        "media.Media", related_name=False, on_delete=RESTRICT
    )
    subject = fields.CharField(max_length=40)
    subject_id = fields.BigIntField()
    other_subject_id = fields.BigIntField()
    place_id: int
    place: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "places.Place", related_name=False, on_delete=RESTRICT
    )
    raised_at = fields.DatetimeField()
    resolved_at = fields.DatetimeField(null=True)
    resolved_by_id: int | None
    resolved_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "accounts.Account", related_name=False, null=True, on_delete=RESTRICT
    )
    note = fields.TextField(default="")

    class Meta:
        table = "media_shared_photo"
        unique_together = (("media", "other"),)
