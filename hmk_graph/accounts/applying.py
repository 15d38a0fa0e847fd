"""A person's wish to sell: written, kept as a draft, handed in."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts import access, approval, residence, rules
from hmk_graph.accounts.approval import EDITABLE, Move
from hmk_graph.accounts.errors import ApplicationIncomplete
from hmk_graph.accounts.models import ApplicationState, SellerApplication
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command

LONGEST_LINE = 120
LONGEST_STATEMENT = 2_000
# An officer has to find the farm, and to read a sentence of what is sold there.
NEEDED_TO_SUBMIT = ("village", "statement")


@whole_command
async def save_draft(
    account_id: int,
    *,
    farm_name: str,
    contact_phone: str,
    place_id: int,
    village: str = "",
    statement: str = "",
    clock: Clock,
) -> SellerApplication:
    """Write one's application, or write it anew; a person has one that is not over.

    Args:
        account_id: Whose.
        farm_name: What buyers see, 1 to 120 characters.
        contact_phone: Of the business, in any spelling.
        place_id: The union or municipality where the animals stand.
        village: Needed to submit, as is `statement`: what is sold, in the person's own words.
        statement: Up to 2000 characters.
        clock: For when it began.

    Raises:
        PhoneNotValid, NotAHome, NotFound, BadInput: The input is at fault.
        StaleState: The application is with the officers, or decided.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    written: dict[str, Any] = {  # Any: a column's value
        "farm_name": rules.line_of(farm_name, "farmName", longest=LONGEST_LINE),
        "contact_phone": rules.mobile(contact_phone),
        "place_id": place_id,
        "village": rules.line_of(village, "village", longest=LONGEST_LINE, shortest=0),
        "statement": rules.text_of(statement, "statement", longest=LONGEST_STATEMENT),
    }
    async with transaction(actor_id=account_id):
        await access.acting_locked(account_id)  # of two first drafts at once, the second waits here
        await residence.check_home(place_id)
        application = await _locked_open(account_id)
        if application is None:
            return await SellerApplication.create(
                account_id=account_id, created_at=await clock(), **written
            )
        if application.state not in EDITABLE:
            raise _stale(application)
        application.update_from_dict({**written, "version": application.version + 1})
        await application.save(update_fields=[*written, "version"])
    return application


@whole_command
async def submit(account_id: int, *, clock: Clock) -> SellerApplication:
    """Hand one's application to the officers of its place, who have three working days.

    Raises:
        NotFound: There is none.
        ApplicationIncomplete: Something an officer needs is missing.
        StaleState: It is handed in already, or decided.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        await access.acting_locked(account_id)
        application = await _locked_open(account_id)
        if application is None:
            raise NotFound
        if application.state not in approval.MOVES[Move.SUBMIT].sources:
            raise _stale(application)
        missing = [name for name in NEEDED_TO_SUBMIT if not getattr(application, name)]
        if missing:
            raise ApplicationIncomplete(missing=missing)
        now = await clock()
        application.state = ApplicationState.SUBMITTED
        application.submitted_at, application.due_at = now, approval.decision_due(now)
        application.version += 1
        await application.save(update_fields=["state", "submitted_at", "due_at", "version"])
    return application


async def _locked_open(account_id: int) -> SellerApplication | None:
    return (
        await SellerApplication.select_for_update(no_key=True)
        .filter(account_id=account_id, state__not_in=list(approval.FINAL))
        .first()
    )


def _stale(application: SellerApplication) -> StaleState:
    return StaleState(current=application.state.value, allowed=approval.sources(Move.SUBMIT))
