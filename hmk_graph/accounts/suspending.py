"""Taking away a person's right to act, giving it back, and leaving for good (rules.md 2.1)."""

from __future__ import annotations

from hmk_graph.accounts import access, approval, rules, sessions
from hmk_graph.accounts.errors import NotOnOneself, StillOwing
from hmk_graph.accounts.events import AccountErased, AccountRestored, AccountSuspended
from hmk_graph.accounts.models import (
    Account,
    AccountState,
    ApplicationState,
    SellerApplication,
    Session,
)
from hmk_graph.accounts.ports import OpenObligations
from hmk_graph.accounts.sessions import Because
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command

# ACTIVE <-> SUSPENDED -> ERASED: from where each state can be reached.
SOURCES: dict[AccountState, frozenset[AccountState]] = {
    AccountState.SUSPENDED: frozenset({AccountState.ACTIVE}),
    AccountState.ACTIVE: frozenset({AccountState.SUSPENDED}),
    AccountState.ERASED: frozenset({AccountState.ACTIVE}),
}


@whole_command
async def suspend(officer_id: int, account_id: int, *, reason: str, clock: Clock) -> Account:
    """Suspend a person. All sessions end, and their sockets with them; bids and deals stay.

    Raises:
        NotAllowed: The officer is no administrator.
        NotOnOneself: It is the administrator's own account.
        ReasonTooShort, BadInput: The reason is at fault.
        NotFound: There is no such person.
        StaleState: The person is suspended already, or erased.
    """
    why = rules.reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        account = await _for_administrator(officer_id, account_id)
        await _move(account, AccountState.SUSPENDED)
        events.append(AccountSuspended(account_id=account_id, officer_id=officer_id, reason=why))
        now = await clock()
        events += await sessions.end_all(account_id, Because.SUSPENDED, now)
        events += await sessions.end_assistances_by(account_id, now)
    return account


@whole_command
async def restore(officer_id: int, account_id: int, *, reason: str) -> Account:
    """Let a suspended person act again. The sessions stay ended.

    Raises:
        NotAllowed, NotOnOneself, ReasonTooShort, BadInput, NotFound: As in `suspend`.
        StaleState: The person is not suspended.
    """
    why = rules.reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        account = await _for_administrator(officer_id, account_id)
        await _move(account, AccountState.ACTIVE)
        events.append(AccountRestored(account_id=account_id, officer_id=officer_id, reason=why))
    return account


@whole_command
async def erase(account_id: int, *, open_obligations: OpenObligations, clock: Clock) -> None:
    """Leave for good, by one's own wish. Phone and name go; the number stays as a pseudonym.

    Codes that were sent to the phone go by themselves within a day; the phone's limits need them
    until then. Whoever signs in with the phone later begins anew.

    Raises:
        NotSignedIn, AccountSuspended: The person may not act.
        StillOwing: Lots, deals or the like are open.
    """
    async with transaction(actor_id=account_id) as events:
        account = await access.acting_locked(account_id)
        still_open = await open_obligations(account_id)
        if still_open:
            raise StillOwing(open=still_open)

        now = await clock()
        account.phone, account.name, account.home_id = None, "", None
        await _move(account, AccountState.ERASED, "phone", "name", "home_id")
        await _blank_applications(account_id)
        events += await access.take_all(None, account_id, clock=clock)
        events += await sessions.end_all(account_id, Because.ERASED, now)
        await Session.filter(account_id=account_id).update(device="", address="")
        events.append(AccountErased(account_id=account_id))


async def _for_administrator(officer_id: int, account_id: int) -> Account:
    await access.acting(officer_id)
    await access.require_administrator(officer_id)
    if officer_id == account_id:
        raise NotOnOneself
    account = await Account.select_for_update(no_key=True).get_or_none(id=account_id)
    if account is None:
        raise NotFound
    return account


async def _move(account: Account, to: AccountState, *also: str) -> None:
    if account.state not in SOURCES[to]:
        allowed = sorted(state.value for state in SOURCES[to])
        raise StaleState(current=account.state.value, allowed=allowed)
    account.state = to
    account.version += 1
    await account.save(update_fields=["state", "version", *also])


async def _blank_applications(account_id: int) -> None:
    applications = SellerApplication.filter(account_id=account_id)
    await applications.filter(state__not_in=list(approval.FINAL)).update(
        state=ApplicationState.TERMINATED
    )
    await applications.update(farm_name="", contact_phone="", village="", statement="")
