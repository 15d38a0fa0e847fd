"""Reads about people. Who asks comes first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph import reading
from hmk_graph.accounts import access, approval, residence, rules
from hmk_graph.accounts.approval import Move, Party
from hmk_graph.accounts.models import (
    Account,
    AccountState,
    ApplicationState,
    Role,
    RoleGrant,
    SellerApplication,
    Session,
)
from hmk_graph.accounts.sessions import Assisted

# More devices than anybody has; the list needs a bound.
MOST_SESSIONS = 100


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Whose session lives, and whether it is an operator's who acts for him."""

    account_id: int
    session_id: int
    assisted: Assisted | None = None


async def live_identity(session_id: int) -> Identity | None:
    """Return whose session this is, or None if it was revoked or the person may not act."""
    return (await live_identities([session_id])).get(session_id)


async def live_identities(session_ids: Collection[int]) -> dict[int, Identity]:
    """Return whose sessions these are, but of those that were revoked or whose people may not act.

    Asked for each request, so one statement by primary keys. The end of a session's sixty days is
    not asked: an access token lives fifteen minutes, and none is given out after that end.
    """
    rows = await get_connection("default").execute_query_dict(
        f"SELECT s.id, s.account_id, t.id AS assistance_id, t.operator_id, t.opened_at, t.until"
        f" {_LIVING}",
        [list(session_ids)],
    )
    return {row["id"]: _identity(row) for row in rows}


def _identity(row: Mapping[str, Any]) -> Identity:
    assisted = None
    if row["assistance_id"] is not None:
        names = ("assistance_id", "operator_id", "opened_at", "until")
        assisted = Assisted(**{name: row[name] for name in names})
    return Identity(account_id=row["account_id"], session_id=row["id"], assisted=assisted)


# An operator's right is asked anew, too: he may act while he works at that center, for his time.
_LIVING = """
FROM accounts_session s JOIN accounts_account a ON a.id = s.account_id
LEFT JOIN accounts_assistance t ON t.id = s.assistance_id
WHERE s.id = ANY($1) AND s.revoked_at IS NULL AND a.state = 'ACTIVE' AND (
    t.id IS NULL OR t.ended_at IS NULL AND EXISTS (
        SELECT 1 FROM accounts_role_grant g JOIN accounts_account o ON o.id = g.account_id
        WHERE g.account_id = t.operator_id AND g.role = 'OPERATOR' AND g.place_id = t.place_id
          AND g.revoked_at IS NULL AND o.state = 'ACTIVE'
    )
)
"""


async def ended(session_ids: Iterable[int]) -> set[int]:
    """Return which of these sessions may go on no longer, unknown ones among them.

    One statement, for the sweep that closes open sockets.
    """
    asked = set(session_ids)
    if not asked:
        return set()
    rows = await get_connection("default").execute_query_dict(
        f"SELECT s.id {_LIVING}", [list(asked)]
    )
    return asked - {row["id"] for row in rows}


async def account(viewer_id: int) -> Account | None:
    """Return the viewer's own account, or None once it is erased."""
    return await Account.get_or_none(id=viewer_id, state__not=AccountState.ERASED)


async def my_sessions(viewer_id: int, *, at: datetime) -> list[Session]:
    """Return the viewer's living sessions, the last used first."""
    return (
        await Session.filter(account_id=viewer_id, revoked_at=None, expires_at__gt=at)
        .order_by("-last_used_at", "-id")
        .limit(MOST_SESSIONS)
    )


async def my_roles(viewer_id: int) -> list[RoleGrant]:
    """Return the roles that the viewer holds, in the order in which they were granted."""
    return await RoleGrant.filter(account_id=viewer_id, revoked_at=None).order_by("id")


async def person_by_phone(viewer_id: int, phone: str) -> Account | None:
    """Return whom an administrator means by a phone; None of nobody, and to everybody else.

    Raises:
        PhoneNotValid: It is no mobile number of Bangladesh.
    """
    number = rules.mobile(phone)
    if not await access.is_administrator(viewer_id):
        return None
    return await Account.get_or_none(phone=number)


async def my_application(viewer_id: int) -> SellerApplication | None:
    """Return the viewer's newest application, or None if there never was one."""
    return await SellerApplication.filter(account_id=viewer_id).order_by("-id").first()


async def applications_to_decide(
    viewer_id: int, states: Collection[ApplicationState]
) -> QuerySet[SellerApplication]:
    """Return the applications that the viewer may see as an officer: of his areas, not his own.

    A person who is no officer sees none. The path of a place is read through the foreign key.
    """
    seen = SellerApplication.filter(state__in=list(states)).exclude(account_id=viewer_id)
    if await access.is_officer_of(viewer_id, []):  # an administrator, or an officer everywhere
        return seen
    areas = await RoleGrant.filter(
        account_id=viewer_id,
        role=Role.OFFICER,
        revoked_at=None,
        account__state=AccountState.ACTIVE,
    ).values_list("place_id", flat=True)
    return seen.filter(place__path__overlap=list(areas))


async def areas_of(viewer_id: int | None) -> list[int] | None:
    """Return the places of which the viewer is an officer; None: of all, []: of none."""
    if viewer_id is None:
        return []
    held = await RoleGrant.filter(
        account_id=viewer_id,
        role__in=[Role.OFFICER, Role.ADMINISTRATOR],
        revoked_at=None,
        account__state=AccountState.ACTIVE,
    ).values("role", "place_id")
    if any(row["role"] == Role.ADMINISTRATOR or row["place_id"] is None for row in held):
        return None
    return [row["place_id"] for row in held]


async def officers_of(path: Sequence[int]) -> list[int]:
    """Return the officers of a place, by its path; administrators are not among them."""
    held = RoleGrant.filter(
        Q(place_id=None) | Q(place_id__in=list(path)),
        role=Role.OFFICER,
        revoked_at=None,
        account__state=AccountState.ACTIVE,
    )
    return sorted({grant.account_id async for grant in held})


async def administrators() -> list[int]:
    """Return all administrators."""
    held = RoleGrant.filter(
        role=Role.ADMINISTRATOR, revoked_at=None, account__state=AccountState.ACTIVE
    )
    return sorted({grant.account_id async for grant in held})


async def allowed_transitions(viewer_id: int, application: SellerApplication) -> list[Move]:
    """Return what the viewer may do with an application now; nothing, if it is not his business."""
    if application.account_id == viewer_id:
        return approval.allowed_transitions(application.state, {Party.OWNER})
    if await access.is_officer_of(viewer_id, await residence.path_of(application.place_id)):
        return approval.allowed_transitions(application.state, {Party.OFFICER})
    return []


async def names(account_ids: Sequence[int]) -> list[str]:
    """Return people's names, in the order of their ids; an erased or unknown person has none."""
    with reading.only(accounts_account=account_ids):
        rows = await Account.filter(id__in=list(account_ids)).values_list("id", "name")
    known: dict[int, str] = dict(rows)
    return [known.get(account_id, "") for account_id in account_ids]


async def phones(account_ids: Sequence[int]) -> list[str | None]:
    """Return people's phones, in the order of their ids; who may know them is the caller's rule."""
    rows = await Account.filter(id__in=list(account_ids)).values_list("id", "phone")
    known: dict[int, str | None] = dict(rows)
    return [known.get(account_id) for account_id in account_ids]
