"""A person's browsers ask to be pushed to, and no longer."""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.notifications import rules
from hmk_graph.notifications.models import PushDevice
from hmk_graph.notifications.ports import PushAddress

MOST_DEVICES = 10


async def devices_of(account_id: int, *, at: datetime) -> list[PushDevice]:
    """Return where a person can be pushed to: browsers whose session lives."""
    return await PushDevice.filter(
        account_id=account_id, session__revoked_at=None, session__expires_at__gt=at
    ).order_by("id")


@whole_command
async def subscribe(person_id: int, session_id: int, to: PushAddress, *, clock: Clock) -> int:
    """Have a browser pushed to while its session lives; return how many the person has.

    A browser that asks again, or for somebody else who has signed in there, moves. Of more than
    ten the oldest are dropped.

    Raises:
        BadInput: The address is that of no push service, or the keys have a wrong form.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    _check(to)
    async with transaction(actor_id=person_id):
        await access.acting(person_id)
        await get_connection("default").execute_query(
            _MOVE, [person_id, session_id, to.endpoint, to.p256dh, to.auth, await clock()]
        )
        own = await PushDevice.filter(account_id=person_id).order_by("-asked_at", "-id")
        await PushDevice.filter(id__in=[device.id for device in own[MOST_DEVICES:]]).delete()
    return min(len(own), MOST_DEVICES)


@whole_command
async def unsubscribe(person_id: int, endpoint: str) -> int:
    """Push no longer to one of a person's browsers; return how many are left.

    Raises:
        NotSignedIn: There is no such person.
    """
    async with transaction(actor_id=person_id):
        await PushDevice.filter(account_id=person_id, endpoint=endpoint).delete()
        return await PushDevice.filter(account_id=person_id).count()


def _check(to: PushAddress) -> None:
    if not rules.is_push_service(to.endpoint):
        raise BadInput(
            "endpoint",
            why_bn="এটি কোনো পরিচিত পুশ সেবার ঠিকানা নয়।",
            why_en="this is the address of no known push service.",
        )
    if len(to.p256dh) != rules.POINT_BYTES or to.p256dh[0] != rules.UNCOMPRESSED:
        raise BadInput("p256dh", why_bn="চাবিটি ঠিক নয়।", why_en="this is no point of P-256.")
    if len(to.auth) != rules.AUTH_BYTES:
        raise BadInput("auth", why_bn="চাবিটি ঠিক নয়।", why_en="it has to hold 16 bytes.")


_MOVE = """
INSERT INTO notification_push_device (account_id, session_id, endpoint, p256dh, auth, asked_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (endpoint) DO UPDATE SET account_id = excluded.account_id,
    session_id = excluded.session_id, p256dh = excluded.p256dh, auth = excluded.auth,
    asked_at = excluded.asked_at
"""
