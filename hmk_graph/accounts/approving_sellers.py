"""Officers decide who may sell; a VERIFIED application is the role, and nothing else gives it."""

from __future__ import annotations

from hmk_graph.accounts import access, approval, residence, rules, seconding
from hmk_graph.accounts.approval import Move, Party
from hmk_graph.accounts.errors import NotOnOneself, SecondOfficerNeeded, StillOwing
from hmk_graph.accounts.events import SellerDecided
from hmk_graph.accounts.models import Account, ApplicationState, Role, SellerApplication
from hmk_graph.accounts.ports import OpenObligations
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command

# Columns that a decision may write.
DECIDED = (
    "state",
    "version",
    "reason",
    "decided_by_id",
    "decided_at",
    "second_officer_id",
    "ending_asked_by_id",
)


@whole_command
async def decide(
    officer_id: int,
    application_id: int,
    decision: Move,
    *,
    reason: str = "",
    open_obligations: OpenObligations,
    clock: Clock,
) -> SellerApplication:
    """Decide about a seller, as an officer of the place of the application.

    An end for good (TERMINATE) takes two officers: the first one's decision is kept as asked for,
    `ending_asked_by`, and the second one's makes it so. Any other decision in between drops it.

    Args:
        officer_id: Who decides.
        application_id: About what.
        decision: Any move of the table that is an officer's.
        reason: At least ten characters where the table asks for one.
        open_obligations: Asked before an end for good, inside the transaction.
        clock: Read after the lock.

    Raises:
        NotFound: There is no such application, or it is of another area.
        NotOnOneself: It is the officer's own.
        StaleState: The decision is not possible in its state.
        ReasonTooShort, BadInput: The reason is at fault, or the move is not an officer's.
        SecondOfficerNeeded: The same officer asked for the end before.
        StillOwing: An end for good waits until lots and deals are over.
    """
    step = approval.MOVES[decision]
    if step.by is not Party.OFFICER:
        raise BadInput("decision", why_bn="এটি আবেদনকারীর কাজ।", why_en="this is for the owner.")
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        application = await _locked(officer_id, application_id)
        if application.account_id == officer_id:
            raise NotOnOneself
        if application.state not in step.sources:
            raise StaleState(current=application.state.value, allowed=approval.sources(decision))
        application.reason = (
            rules.reason_of(reason)
            if step.needs_reason
            else rules.text_of(reason, "reason", longest=rules.LONGEST_REASON)
        )
        if step.needs_second_officer:
            await _check_end(officer_id, application, open_obligations)
        if step.needs_second_officer and application.ending_asked_by_id is None:
            application.ending_asked_by_id = officer_id
            application.version += 1
        else:
            events += await _carry_out(officer_id, application, decision, clock)
        await application.save(update_fields=DECIDED)
    return application


async def _locked(officer_id: int, application_id: int) -> SellerApplication:
    """Lock the seller's account, then the application, and return it to an officer of its place."""
    found = await SellerApplication.get_or_none(id=application_id)
    if found is None:
        raise NotFound
    if not await access.is_officer_of(officer_id, await residence.path_of(found.place_id)):
        raise NotFound
    await Account.select_for_update(no_key=True).get(id=found.account_id)
    application = await SellerApplication.select_for_update(no_key=True).get(id=application_id)
    if application.place_id != found.place_id:  # moved to another area while we waited
        raise NotFound
    return application


async def _check_end(
    officer_id: int, application: SellerApplication, open_obligations: OpenObligations
) -> None:
    if application.ending_asked_by_id == officer_id:
        raise SecondOfficerNeeded
    still_open = await open_obligations(application.account_id)
    if still_open:
        raise StillOwing(open=still_open)
    if not await seconding.counts(application.ending_asked_by_id, application.place_id):
        application.ending_asked_by_id = None


async def _carry_out(
    officer_id: int, application: SellerApplication, decision: Move, clock: Clock
) -> list[Event]:
    first = application.ending_asked_by_id if decision is Move.TERMINATE else None
    application.state = approval.MOVES[decision].to
    application.version += 1
    application.decided_at = await clock()
    application.decided_by_id = first or officer_id
    application.second_officer_id = officer_id if first else None
    application.ending_asked_by_id = None
    decided = SellerDecided(
        account_id=application.account_id,
        application_id=application.id,
        decision=decision.value,
        state=application.state.value,
        reason=application.reason,
        officer_id=application.decided_by_id,
        second_officer_id=application.second_officer_id,
        decided_at=application.decided_at,
        due_at=application.due_at,
    )
    return [decided, *await _change_role(officer_id, application, clock)]


async def _change_role(
    officer_id: int, application: SellerApplication, clock: Clock
) -> list[Event]:
    change = access.give if application.state is ApplicationState.VERIFIED else access.take
    return await change(officer_id, application.account_id, Role.VERIFIED_SELLER, None, clock=clock)
