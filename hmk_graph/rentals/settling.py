"""The advance at the end: what is kept is itemized, may be disputed, and the rest goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hmk_graph.accounts import access, residence, seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.rules import reason_of, text_of
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.machines import HOUSE, IntentCommand
from hmk_graph.rentals import agreeing, keeping, possessing, rules
from hmk_graph.rentals.errors import DeductionsTooHigh, NotYetReturned
from hmk_graph.rentals.events import AdvanceSettled, DeductionsMoved
from hmk_graph.rentals.machines import (
    DEDUCTION,
    Actor,
    AgreementCommand,
    DeductionCommand,
)
from hmk_graph.rentals.models import Agreement, AgreementState, Deduction, DeductionState
from hmk_graph.stepping import step

LONGEST_LABEL = 160
LONGEST_NOTE = 500
GIVEN_BACK = "ভাড়ার অগ্রিম ফেরত (the advance of a tenancy)"
UNDECIDED = (DeductionState.PROPOSED, DeductionState.DISPUTED)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that a landlord wants to keep something for."""

    label: str
    amount: Paisa


@whole_command
async def claim(
    person_id: int, agreement_id: int, lines: Sequence[Line], *, clock: Clock
) -> Agreement:
    """Say what of the advance is to be kept (the landlord), once; nothing gives all of it back.

    Raises:
        NotFound: There is no such agreement of the person's.
        NotYetReturned: The time is not over, or the keys are not back.
        StaleState: It was claimed before, or is settled. NotAllowed: The tenant claims nothing.
        DeductionsTooHigh: It is more than the advance.
        BadInput: A line is out of bounds.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    said = [(text_of(one.label, "label", longest=LONGEST_LABEL), one.amount) for one in lines]
    _check(said)
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        agreement = table.agreement
        if table.actor is not Actor.LANDLORD:
            raise NotAllowed
        _need_claimable(agreement)
        total = sum(amount for _, amount in said)
        if total > agreement.advance_paisa:
            raise DeductionsTooHigh(Paisa(agreement.advance_paisa))
        now = await clock()
        agreement.proposed_at = now
        await agreement.save(update_fields=["proposed_at"])
        await Deduction.bulk_create(
            [
                Deduction(
                    agreement=agreement, label=label, claimed_paisa=amount, amount_paisa=amount
                )
                for label, amount in said
            ]
        )
        events += await _told(agreement, "DEDUCTIONS_CLAIMED")
        if not said:
            events += await _settle(agreement, now)
    return agreement


@whole_command
async def accept_deductions(person_id: int, agreement_id: int, *, clock: Clock) -> Agreement:
    """Agree to all that is claimed and not disputed (the tenant); then the rest goes back.

    Raises:
        NotFound, NotAllowed, NotSignedIn, AccountSuspended: As for `claim`, the other way round.
        StaleState: Nothing is claimed, or it is settled.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        if table.actor is not Actor.TENANT:
            raise NotAllowed
        now = await clock()
        _need_answerable(table.agreement)
        await _accept_rest(table.agreement, Actor.TENANT)
        events += await _told(table.agreement, "DEDUCTIONS_ACCEPTED")
        events += await _settle_if_decided(table.agreement, now)
    return table.agreement


@whole_command
async def dispute_deduction(
    person_id: int, deduction_id: int, note: str, *, clock: Clock
) -> Deduction:
    """Say that something is claimed wrongly (the tenant); an officer of the area decides.

    Raises:
        NotFound: There is no such claim on an advance of the person's.
        StaleState: It is accepted, disputed or decided, or the time to answer is over.
        BadInput: The note is too long.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    said = text_of(note, "note", longest=LONGEST_NOTE)
    async with transaction(actor_id=person_id) as events:
        await access.acting(person_id)
        agreement, deduction = await _locked(deduction_id)
        if agreement.tenant_id != person_id:
            raise NotFound
        now = await clock()
        _need_answerable(agreement)
        if agreement.proposed_at and now >= agreement.proposed_at + rules.ANSWER_WITHIN:
            raise StaleState(current="ACCEPTED", allowed=[str(DeductionState.PROPOSED)])
        await step(deduction, DEDUCTION, DeductionCommand.DISPUTE, Actor.TENANT, note=said)
        events += await _told(agreement, "DEDUCTION_DISPUTED")
    return deduction


@whole_command
async def decide_deduction(
    officer_id: int, deduction_id: int, amount: Paisa, *, reason: str, clock: Clock
) -> Deduction:
    """Decide how much of a disputed claim is kept (two officers of the place, neither side).

    The first one's word waits until a second one names the same amount.

    Raises:
        NotFound: There is no such dispute in the officer's areas.
        StaleState: It is not disputed.
        SecondOfficerNeeded: The same officer said so before.
        ReasonTooShort, BadInput: The reason, or the amount: no whole taka, or over the claim.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    why = reason_of(reason)
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        agreement, deduction = await _locked(deduction_id)
        unit = await keeping.locked_unit(agreement.unit_id)
        path = await residence.path_of(unit.place_id)
        parties = (agreement.tenant_id, agreement.landlord_id)
        if officer_id in parties or not await access.is_officer_of(officer_id, path):
            raise NotFound
        if amount % TAKA or not 0 <= amount <= deduction.claimed_paisa:
            raise BadInput(
                "amount", why_bn="০ থেকে দাবি পর্যন্ত।", why_en="between 0 and what was claimed."
            )
        if deduction.state is not DeductionState.DISPUTED:
            raise StaleState(current=deduction.state, allowed=[DeductionState.DISPUTED])
        now = await clock()
        forced = Forced(
            kind=ForcedActKind.DECIDE_DEDUCTION,
            subject_id=deduction.id,
            choice=str(amount),
            place_id=unit.place_id,
            concerns=parties,
        )
        word = await seconding.speak(officer_id, forced, reason=why, now=now)
        events += word.events
        if not word.is_agreed:
            return deduction
        await step(
            deduction,
            DEDUCTION,
            DeductionCommand.DECIDE,
            Actor.OFFICER,
            amount_paisa=amount,
            decided_by_id=officer_id,
        )
        events += await _told(agreement, "DEDUCTION_DECIDED")
        events += await _settle_if_decided(agreement, now)
    return deduction


@whole_command
async def settle_when_due(agreement_id: int, clock: Clock) -> datetime | None:
    """Settle what nobody settles: claims that do not come, answers and decisions that do not.

    Armed at the end of the time; answers when to look again. It looks once a day while the keys are
    not back.
    """
    async with transaction() as events:
        _, agreement = await keeping.locked_agreement(agreement_id)
        if agreement.state is not AgreementState.ENDED:
            return None
        now = await clock()
        due = _due(agreement, now)
        if now < due:
            return due
        if agreement.proposed_at is not None:
            await _accept_rest(agreement, Actor.CLOCK)
            left = agreement.proposed_at + rules.DECIDE_WITHIN
            disputed = await _in_state(agreement, DeductionState.DISPUTED)
            if disputed and now < left:
                events += await _told(agreement, "DEDUCTIONS_ACCEPTED")
                return left
            for one in disputed:
                await step(one, DEDUCTION, DeductionCommand.DECIDE, Actor.CLOCK, amount_paisa=0)
                await seconding.lapse(ForcedActKind.DECIDE_DEDUCTION, one.id, now)
        events += await _settle(agreement, now)
    return None


def _due(agreement: Agreement, now: datetime) -> datetime:
    """Return when the next thing falls due by itself."""
    if agreement.proposed_at is not None:
        return agreement.proposed_at + rules.ANSWER_WITHIN
    if not possessing.is_back(agreement):
        return now + rules.HIRE_ANSWER
    since = max(one for one in (agreement.ended_at, agreement.returned_at) if one is not None)
    return since + rules.CLAIM_WITHIN


async def _settle_if_decided(agreement: Agreement, now: datetime) -> list[Event]:
    if await Deduction.filter(agreement_id=agreement.id, state__in=list(UNDECIDED)).exists():
        return []
    return await _settle(agreement, now)


async def _settle(agreement: Agreement, now: datetime) -> list[Event]:
    """Move what is kept to the landlord, and send the rest back by the way it came."""
    kept = Paisa(sum([d.amount_paisa for d in await Deduction.filter(agreement_id=agreement.id)]))
    back = Paisa(agreement.advance_paisa - kept)
    intent = await agreeing.advance_of(agreement.id)
    assert intent is not None  # the tenancy began when it was covered
    ref = str(agreement.id)
    if kept:
        await ledger.capture(agreement.hold_id or 0, ref=ref, amount=kept)
    else:
        await ledger.release(agreement.hold_id or 0, ref=ref)
    await paying.step(intent, IntentCommand.CLOSE, HOUSE)
    events: list[Event] = []
    if back:
        source = chart.held_for(agreement.tenant_id)
        events += await refunding.give_back_of(
            intent, back, source=source, reason=GIVEN_BACK, now=now
        )
    await keeping.move(agreement, AgreementCommand.SETTLE, Actor.HOUSE, settled_at=now)
    event = AdvanceSettled(**keeping.facts(agreement), given_back=back, kept=kept)
    return [*events, *keeping.told(agreement, event, "SETTLED")]


async def _accept_rest(agreement: Agreement, actor: Actor) -> None:
    for one in await _in_state(agreement, DeductionState.PROPOSED):
        await step(one, DEDUCTION, DeductionCommand.ACCEPT, actor)


async def _in_state(agreement: Agreement, state: DeductionState) -> list[Deduction]:
    return (
        await Deduction.filter(agreement_id=agreement.id, state=state)
        .order_by("id")
        .select_for_update(no_key=True)
    )


async def _locked(deduction_id: int) -> tuple[Agreement, Deduction]:
    found = await Deduction.get_or_none(id=deduction_id)
    if found is None:
        raise NotFound
    _, agreement = await keeping.locked_agreement(found.agreement_id)
    return agreement, await Deduction.select_for_update(no_key=True).get(id=deduction_id)


async def _told(agreement: Agreement, what: str) -> list[Event]:
    claimed = sum([d.amount_paisa for d in await Deduction.filter(agreement_id=agreement.id)])
    return keeping.told(
        agreement, DeductionsMoved(**keeping.facts(agreement), claimed=claimed), what
    )


def _need_claimable(agreement: Agreement) -> None:
    if agreement.state is AgreementState.SETTLED or agreement.proposed_at is not None:
        raise StaleState(current="CLAIMED", allowed=[str(AgreementState.ENDED)])
    if not possessing.is_back(agreement):
        raise NotYetReturned


def _need_answerable(agreement: Agreement) -> None:
    if agreement.state is not AgreementState.ENDED or agreement.proposed_at is None:
        raise StaleState(current=str(agreement.state), allowed=[str(AgreementState.ENDED)])


def _check(lines: Sequence[tuple[str, Paisa]]) -> None:
    fits = len(lines) <= rules.MOST_DEDUCTIONS and all(
        label and amount > 0 and amount % TAKA == 0 for label, amount in lines
    )
    if not fits:
        raise BadInput(
            "deductions",
            why_bn=f"সর্বোচ্চ {rules.MOST_DEDUCTIONS}টি, প্রতিটির নাম ও পুরো টাকার অঙ্ক দিন।",
            why_en=f"at most {rules.MOST_DEDUCTIONS}, each with a name and whole taka.",
        )
