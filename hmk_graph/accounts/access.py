"""Who may act, and as what: asked anew on every command; a revoked right is gone at once."""

from __future__ import annotations

from collections.abc import Sequence

import asyncpg
from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph.accounts import residence, sessions
from hmk_graph.accounts.errors import AccountSuspended, NotOnOneself
from hmk_graph.accounts.events import RoleGranted, RoleRevoked
from hmk_graph.accounts.models import Account, AccountState, Role, RoleGrant
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound, NotSignedIn
from hmk_graph.event_log import Event, transaction, whole_command


async def acting(account_id: int) -> Account:
    """Return the account of a person who wants to act.

    Raises:
        NotSignedIn: There is no such account, or it was erased.
        AccountSuspended: It is suspended.
    """
    account = await Account.get_or_none(id=account_id)
    return _able(account)


async def acting_locked(account_id: int) -> Account:
    """Lock and return the account of a person who changes it, in the caller's transaction.

    Raises:
        NotSignedIn, AccountSuspended: As in `acting`.
    """
    account = await Account.select_for_update(no_key=True).get_or_none(id=account_id)
    return _able(account)


async def is_administrator(account_id: int) -> bool:
    """Say whether a person may do everything that officers may, everywhere, and more."""
    return await _holds("g.role = 'ADMINISTRATOR'", account_id)


async def require_administrator(account_id: int) -> None:
    """Refuse everybody but administrators.

    Raises:
        NotAllowed: The person is none.
    """
    if not await is_administrator(account_id):
        raise NotAllowed


async def is_officer_of(account_id: int, path: Sequence[int]) -> bool:
    """Say whether a person is an officer of a place, given its path (`Place.path`).

    An officer of a place is one of all below it; administrators count as officers everywhere.
    """
    return await _holds(
        "(g.role = 'ADMINISTRATOR' OR g.role = 'OFFICER'"
        " AND (g.place_id IS NULL OR g.place_id = ANY($2)))",
        account_id,
        list(path),
    )


async def is_dispatcher_of(account_id: int, path: Sequence[int]) -> bool:
    """Say whether a person sits at the desk of a place, given its path, or of one above it.

    Administrators count as dispatchers everywhere.
    """
    return await _holds(
        "(g.role = 'ADMINISTRATOR' OR g.role = 'DISPATCHER'"
        " AND (g.place_id IS NULL OR g.place_id = ANY($2)))",
        account_id,
        list(path),
    )


async def is_operator_of(account_id: int, place_id: int) -> bool:
    """Say whether a person works at the digital center of that very union."""
    return await _holds("g.role = 'OPERATOR' AND g.place_id = $2", account_id, place_id)


async def is_verified_seller(account_id: int) -> bool:
    """Say whether an officer has verified a person as a seller, and has not taken it back."""
    return await _holds("g.role = 'VERIFIED_SELLER'", account_id)


@whole_command
async def grant(
    officer_id: int | None, account_id: int, role: Role, place_id: int | None, *, clock: Clock
) -> None:
    """Give a person a role, in a place and all below it or (None) everywhere.

    `officer_id` None is the house itself: the first administrator and the seed. A role that is held
    already stays as it is.

    Raises:
        NotAllowed: The officer is no administrator.
        NotFound: There is no such active person, or no such place.
        BadInput: Sellers are verified by deciding on their application; only officers, dispatchers
            and operators have a place, and an operator's is a union or a municipality.
    """
    if officer_id is not None:
        await require_administrator(officer_id)
        _check_grantable(role)
    await _check_area(role, place_id)
    async with transaction(actor_id=officer_id) as events:
        await locked_active(account_id)
        events += await give(officer_id, account_id, role, place_id, clock=clock)


@whole_command
async def revoke_role(
    officer_id: int | None, account_id: int, role: Role, place_id: int | None, *, clock: Clock
) -> None:
    """Take a role away. One that is not held stays so.

    Raises:
        NotAllowed: The officer is no administrator.
        NotOnOneself: An administrator cannot give up the role, so that there is always one.
        NotFound: There is no such person.
        BadInput: A seller is suspended by deciding on the application.
    """
    async with transaction(actor_id=officer_id) as events:
        if officer_id is not None:
            if role is Role.ADMINISTRATOR:
                # Of two who revoke each other at once, the second waits here and is none.
                await _lock_administrators()
            await require_administrator(officer_id)
            _check_grantable(role)
            if role is Role.ADMINISTRATOR and officer_id == account_id:
                raise NotOnOneself
        if not await Account.select_for_update(no_key=True).get_or_none(id=account_id):
            raise NotFound
        events += await take(officer_id, account_id, role, place_id, clock=clock)


async def give(
    officer_id: int | None, account_id: int, role: Role, place_id: int | None, *, clock: Clock
) -> list[Event]:
    """Write a grant in the caller's transaction; return what happened, nothing if it was held.

    Raises:
        NotFound: There is no such place.
    """
    try:
        written = await get_connection("default").execute_query_dict(
            "INSERT INTO accounts_role_grant"
            " (account_id, role, place_id, granted_by_id, granted_at) VALUES ($1, $2, $3, $4, $5)"
            " ON CONFLICT (account_id, role, coalesce(place_id, 0)) WHERE revoked_at IS NULL"
            " DO NOTHING RETURNING id",
            [account_id, role.value, place_id, officer_id, await clock()],
        )
    except (IntegrityError, asyncpg.ForeignKeyViolationError) as error:
        raise NotFound from error
    if not written:
        return []
    return [
        RoleGranted(
            account_id=account_id, role=role.value, place_id=place_id, officer_id=officer_id
        )
    ]


async def take(
    officer_id: int | None, account_id: int, role: Role, place_id: int | None, *, clock: Clock
) -> list[Event]:
    """End a grant in the caller's transaction; return what happened, nothing if it was not held."""
    now = await clock()
    ended = await RoleGrant.filter(
        account_id=account_id, role=role, place_id=place_id, revoked_at=None
    ).update(revoked_at=now)
    if not ended:
        return []
    taken = RoleRevoked(
        account_id=account_id, role=role.value, place_id=place_id, officer_id=officer_id
    )
    if role is not Role.OPERATOR:
        return [taken]
    return [taken, *await sessions.end_assistances_by(account_id, now)]


async def take_all(officer_id: int | None, account_id: int, *, clock: Clock) -> list[Event]:
    """End all grants of a person in the caller's transaction, and return what happened."""
    happened: list[Event] = []
    for held in await RoleGrant.filter(account_id=account_id, revoked_at=None).order_by("id"):
        happened += await take(officer_id, account_id, held.role, held.place_id, clock=clock)
    return happened


async def locked_active(account_id: int) -> Account:
    """Lock and return another person's account, in the caller's transaction.

    Raises:
        NotFound: There is none, or it is not active.
    """
    account = await Account.select_for_update(no_key=True).get_or_none(id=account_id)
    if account is None or account.state is not AccountState.ACTIVE:
        raise NotFound
    return account


def _able(account: Account | None) -> Account:
    if account is None or account.state is AccountState.ERASED:
        raise NotSignedIn
    if account.state is AccountState.SUSPENDED:
        raise AccountSuspended
    return account


def _check_grantable(role: Role) -> None:
    if role is Role.VERIFIED_SELLER:
        raise BadInput(
            "role",
            why_bn="বিক্রেতা যাচাই হয় তাঁর আবেদনের ওপর সিদ্ধান্তে।",
            why_en="sellers are verified by deciding on their application.",
        )


async def _check_area(role: Role, place_id: int | None) -> None:
    if role is Role.OPERATOR:
        if place_id is None or not await residence.has_center(place_id):
            raise BadInput(
                "placeId",
                why_bn="উদ্যোক্তার ডিজিটাল সেন্টারের ইউনিয়ন বা পৌরসভা দিন।",
                why_en="give the union or municipality of the operator's digital center.",
            )
    elif role not in (Role.OFFICER, Role.DISPATCHER) and place_id is not None:
        raise BadInput(
            "placeId",
            why_bn="শুধু কর্মকর্তা, ডেসপ্যাচার ও উদ্যোক্তার এলাকা থাকে।",
            why_en="only officers, dispatchers and operators have an area.",
        )


async def _lock_administrators() -> None:
    await (
        RoleGrant.filter(role=Role.ADMINISTRATOR, revoked_at=None)
        .order_by("id")
        .select_for_update(no_key=True)
    )


# One statement of one index; the condition is ours, never a client's text.
_HOLDS = """
SELECT EXISTS (
    SELECT 1 FROM accounts_role_grant g JOIN accounts_account a ON a.id = g.account_id
    WHERE g.account_id = $1 AND g.revoked_at IS NULL AND a.state = 'ACTIVE' AND {condition}
) AS holds
"""


async def _holds(condition: str, *values: object) -> bool:
    rows = await get_connection("default").execute_query_dict(
        _HOLDS.format(condition=condition), list(values)
    )
    holds: bool = rows[0]["holds"]
    return holds
