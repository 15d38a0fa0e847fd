"""Where earnings are sent to: told by who earns them, and checked by an administrator."""

from __future__ import annotations

import re
from typing import Any

from tortoise.queryset import QuerySet

from hmk_graph import deadlines, phone, stepping
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import BENGALI_DIGITS
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.events import PayoutAccountMoved
from hmk_graph.payments.machines import HOUSE, OFFICER, PAYOUT_ACCOUNT, PayoutAccountCommand
from hmk_graph.payments.payout_models import PayoutAccount, PayoutAccountState, PayoutMethod
from hmk_graph.state_machines import states_for

OPERATION = "payoutTo"
CUT_PAYOUT = "payments.cut_payout"
REPLACE = PayoutAccountCommand.REPLACE
# Bangladeshi banks give 13 to 17 digits; old ones fewer.
BANK_NUMBER = re.compile(r"[0-9]{6,20}", re.ASCII)
LONGEST_NAME = 120
SHORTEST_NAME = 3
SHORTEST_REASON = 10
LONGEST_REASON = 300
_LATIN = {bengali: latin for latin, bengali in BENGALI_DIGITS.items()}


@whole_command
async def ask(
    owner_id: int,
    earner: AccountName,
    *,
    method: PayoutMethod,
    number: str,
    holder: str,
    bank: str,
    idempotency_key: str,
    clock: Clock,
) -> PayoutAccount:
    """Say where the earnings on an account of the ledger shall be sent.

    Whether the person may speak for the earner is asked by who calls. What was asked before and is
    not checked yet is replaced; an active one stays until an administrator approves this.

    Raises:
        BadInput: The number is none of the method's, or a name is missing.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    told: dict[str, Any] = {  # Any: columns, some of an enum
        "method": method,
        "number": _number(method, number),
        "holder": _name("holder", holder),
        "bank": _name("bank", bank) if method is PayoutMethod.BANK else "",
    }
    async with transaction(actor_id=owner_id, command_id=idempotency_key) as events:
        earlier = await recall(owner_id, OPERATION, idempotency_key, earner=earner, **told)
        if earlier is not None:
            return await PayoutAccount.get(id=earlier["payout_account_id"])
        await access.acting_locked(owner_id)
        asked = PayoutAccount.filter(earner=earner, state=PayoutAccountState.PENDING)
        events += await _replace(asked)
        account = await PayoutAccount.create(
            earner=earner, owner_id=owner_id, asked_at=await clock(), **told
        )
        events.append(_moved(account))
        await remember(owner_id, OPERATION, idempotency_key, {"payout_account_id": account.id})
    return account


@whole_command
async def decide(
    officer_id: int,
    account_id: int,
    command: PayoutAccountCommand,
    *,
    reason: str = "",
    clock: Clock,
) -> PayoutAccount:
    """Approve, reject, restrict or release a place that earnings are sent to (an administrator).

    An approved one takes the place of the one before, and the daily cut begins.

    Raises:
        NotAllowed: The person is no administrator, or it is his own.
        NotFound: There is no such place.
        StaleState: The step is not possible from where it stands.
        BadInput: It is refused or restricted without a reason.
    """
    await access.require_administrator(officer_id)
    closing = command in (PayoutAccountCommand.REJECT, PayoutAccountCommand.RESTRICT)
    why = reason_of(reason) if closing else ""
    async with transaction(actor_id=officer_id) as events:
        account = await locked(account_id)
        if account.owner_id == officer_id:
            raise NotAllowed
        if command is PayoutAccountCommand.APPROVE:
            of_earner = PayoutAccount.filter(earner=account.earner)
            for state in (PayoutAccountState.ACTIVE, PayoutAccountState.RESTRICTED):
                events += await _replace(of_earner.filter(state=state))
        await stepping.step(
            account, PAYOUT_ACCOUNT, command, OFFICER, reviewed_by_id=officer_id, reason=why
        )
        if account.state is PayoutAccountState.ACTIVE:
            await deadlines.arm(CUT_PAYOUT, account.id, await clock())
        events.append(_moved(account))
    return account


async def forget(owner_id: int) -> None:
    """Wipe where the earnings of an erased person were sent to; nothing is sent there any more."""
    own = PayoutAccount.filter(owner_id=owner_id)
    async with transaction() as events:
        events += await _replace(own.filter(state__in=states_for(PAYOUT_ACCOUNT, REPLACE)))
        await own.update(number="", bank="", holder="")


async def locked(account_id: int) -> PayoutAccount:
    """Lock a place that earnings are sent to until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    found = await PayoutAccount.filter(id=account_id).select_for_update(no_key=True).first()
    if found is None:
        raise NotFound
    return found


def reason_of(text: str) -> str:
    """Return the reason of a decision as it is kept.

    Raises:
        BadInput: It is shorter than a sentence, or too long.
    """
    return _text("reason", text, SHORTEST_REASON, LONGEST_REASON)


async def _replace(found: QuerySet[PayoutAccount]) -> list[Event]:
    events: list[Event] = []
    for earlier in await found.order_by("id").select_for_update(no_key=True):
        await stepping.step(earlier, PAYOUT_ACCOUNT, REPLACE, HOUSE)
        events.append(_moved(earlier))
    return events


def _moved(account: PayoutAccount) -> PayoutAccountMoved:
    return PayoutAccountMoved(
        account_id=account.owner_id,
        payout_account_id=account.id,
        state=str(account.state),
        reason=account.reason,
    )


def _number(method: PayoutMethod, number: str) -> str:
    if method is PayoutMethod.BANK:
        digits = re.sub(r"[\s-]", "", number.translate(_LATIN))
        if BANK_NUMBER.fullmatch(digits):
            return digits
        raise BadInput(
            "number", why_bn="ব্যাংক হিসাবের নম্বর দিন।", why_en="give the account's number."
        )
    try:
        return phone.canonical(number)
    except phone.NotAMobile:
        raise BadInput(
            "number", why_bn="মোবাইল নম্বরটি ঠিক নেই।", why_en="it is no mobile number."
        ) from None


def _name(field: str, text: str) -> str:
    return _text(field, " ".join(text.split()), SHORTEST_NAME, LONGEST_NAME)


def _text(field: str, text: str, shortest: int, longest: int) -> str:
    kept = text.strip()
    if not shortest <= len(kept) <= longest or not kept.isprintable():
        raise BadInput(
            field,
            why_bn=f"{shortest} থেকে {longest} অক্ষরে লিখুন।".translate(BENGALI_DIGITS),
            why_en=f"write {shortest} to {longest} characters.",
        )
    return kept
