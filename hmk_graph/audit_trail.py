"""What is kept for good of what officers force and operators do for others; nothing changes it.

The event log is for listeners, and is pruned. Entries are copied into here by the statement that
writes the events (`event_log`), so that none is missing; the database refuses to change them.
"""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class AuditEntry(Model):
    """One event as the audit keeps it: who did it, for whom if not for himself, and what."""

    id = fields.BigIntField(primary_key=True)
    stream = fields.CharField(max_length=120)
    epoch = fields.IntField()
    seq = fields.BigIntField()
    kind = fields.CharField(max_length=60)
    payload: Any = fields.JSONField()  # Any: JSON
    actor_id = fields.BigIntField(null=True)
    on_behalf_of_id = fields.BigIntField(null=True)
    command_id = fields.CharField(max_length=64, null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "audit_entry"
