"""Reading the audit, as administrators may: what officers forced, and operators did for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from tortoise.expressions import RawSQL
from tortoise.queryset import QuerySet

from hmk_graph.accounts import access
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.logs import PHONE

# Which type of thing a stream is about; what stands on a person's own stream is about the person.
THINGS: Mapping[str, str] = {
    "accounts.account": "Account",
    "blood.request": "BloodRequest",
    "civic.complaint": "Complaint",
    "dispatch.driver": "Driver",
    "dispatch.trip": "Trip",
    "haat.haat": "Haat",
    "haat.lot": "Lot",
    "orders.order": "Order",
    "rentals.agreement": "RentalAgreement",
    "services.booking": "Booking",
    "services.provider": "Provider",
    "services.sitting": "Sitting",
    "shops.shop": "Shop",
}
STREAMS: Mapping[str, str] = {thing: stream for stream, thing in THINGS.items()}
HIDDEN = "***"
# Of two officers who decide together the second one acts; the first is named in the facts. As the
# index has it.
FIRST = "coalesce((payload->>'officer_id')::bigint, actor_id)"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which entries are asked for; None asks for all.

    `actor_id` is who did it, of two officers the first; `stream` is the thing's own.
    """

    actor_id: int | None = None
    second_officer_id: int | None = None
    on_behalf_of_id: int | None = None
    kind: str | None = None
    stream: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a time that is none.

        Raises:
            BadInput: `since` is not before `until`.
        """
        if self.since and self.until and self.since >= self.until:
            raise BadInput(
                "since",
                why_bn="শুরুর সময় শেষের আগে হতে হবে।",
                why_en="it has to be before the end.",
            )


async def entries(viewer_id: int, wanted: Wanted) -> QuerySet[AuditEntry]:
    """Return the entries that are asked for, to an administrator; nothing to others."""
    if not await access.is_administrator(viewer_id):
        return AuditEntry.filter(id__in=[])
    return _found(wanted)


def _found(wanted: Wanted) -> QuerySet[AuditEntry]:
    found = AuditEntry.all()
    if wanted.actor_id is not None:
        found = found.annotate(first=RawSQL(FIRST)).filter(first=wanted.actor_id)
    if wanted.second_officer_id is not None:
        second = wanted.second_officer_id
        found = found.filter(actor_id=second, payload__filter={"second_officer_id": second})
    if wanted.on_behalf_of_id is not None:
        found = found.filter(on_behalf_of_id=wanted.on_behalf_of_id)
    if wanted.kind is not None:
        found = found.filter(kind=wanted.kind)
    if wanted.stream is not None:
        found = found.filter(stream=wanted.stream)
    if wanted.since is not None:
        found = found.filter(at__gte=wanted.since)
    if wanted.until is not None:
        found = found.filter(at__lt=wanted.until)
    return found


def stream_of(thing: str, pk: int) -> str:
    """Return the stream of a thing, by its type and number.

    Raises:
        NotFound: The audit keeps nothing of such things.
    """
    if thing not in STREAMS:
        raise NotFound
    return f"{STREAMS[thing]}.{pk}"


def thing_of(entry: AuditEntry) -> tuple[str, int] | None:
    """Return the type and number of what an entry is about; None: of nothing that has an id."""
    family, _, number = entry.stream.rpartition(".")
    return (THINGS[family], int(number)) if family in THINGS and number.isdigit() else None


def facts_of(entry: AuditEntry) -> Mapping[str, Any]:
    """Return what an entry's event said, by name."""
    payload = entry.payload
    facts: Mapping[str, Any] = orjson.loads(payload) if isinstance(payload, str) else payload
    return facts


def officers_of(entry: AuditEntry) -> tuple[int | None, int | None]:
    """Return who did it (None: the house itself), and the second officer where there was one."""
    facts = facts_of(entry)
    first: int | None = facts.get("officer_id") or entry.actor_id
    second: int | None = facts.get("second_officer_id")
    return first, second


def reason_of(entry: AuditEntry) -> str:
    """Return why it was done, in the officer's words without phones; empty if none were asked."""
    said = facts_of(entry).get("reason")
    return PHONE.sub(HIDDEN, said) if isinstance(said, str) else ""
