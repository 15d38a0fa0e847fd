"""Landlord and tenant come to terms: offer, yes or no, advance, notice, end.

The unit's lock makes one line of everything: of two tenants who accept at once, the second hears
that it is taken; a unique index of the database says the same whatever the code does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments import chart, paying, queries, refunding
from hmk_graph.payments.machines import CLOCK, HOUSE, IntentCommand
from hmk_graph.payments.paying_models import Intent, IntentState
from hmk_graph.rentals import keeping, rules
from hmk_graph.rentals.errors import NotForRent, NoticeTooShort, OfferOver, UnitAgreed
from hmk_graph.rentals.machines import Actor, AgreementCommand, UnitCommand
from hmk_graph.rentals.models import (
    Agreement,
    AgreementState,
    Unit,
    UnitState,
    Viewing,
    ViewingState,
)
from hmk_graph.stepping import violated

OPERATION = "offerAgreement"
ADVANCE = "rentals.advance"
EXPIRE_OFFER = "rentals.expire_agreement_offer"
EXPIRE_ADVANCE = "rentals.expire_advance"
END = "rentals.end_agreement"
SETTLE = "rentals.settle_advance"
ONE_OPEN = "rentals_agreement_one_open"
LONGEST_TERMS = 4_000
NOT_PAID = "অগ্রিমের পুরো টাকা সময়মতো আসেনি (the advance did not come in full in time)"
STEPPED_BACK = "ভাড়াটিয়া চুক্তি থেকে সরে গেছেন (the tenant stepped back)"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a landlord offers; amounts are those of the unit unless they are said."""

    starts_on: date
    notice_days: int = 30
    rent: Paisa | None = None
    advance: Paisa | None = None
    service_charge: Paisa | None = None
    text: str = ""


@whole_command
async def offer(
    person_id: int, viewing_id: int, terms: Terms, *, idempotency_key: str, clock: Clock
) -> Agreement:
    """Offer a tenancy to somebody whose visit was confirmed; he has 72 hours to say yes.

    Raises:
        NotFound: There is no such confirmed visit to a place of the person's.
        NotForRent: The place is not to be had.
        BadInput: Amounts, days or texts are out of bounds.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    text = text_of(terms.text, "terms", longest=LONGEST_TERMS)
    asked = {
        "viewing": viewing_id,
        "from": terms.starts_on.isoformat(),
        "notice": terms.notice_days,
        "amounts": [terms.rent, terms.advance, terms.service_charge],
        "text": text,
    }
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(person_id, OPERATION, idempotency_key, **asked)
        if earlier is not None:
            return await Agreement.get(id=earlier["agreement_id"])
        await access.acting(person_id)
        unit, viewing = await _seen(person_id, viewing_id)
        if unit.state is not UnitState.AVAILABLE:
            raise NotForRent(str(unit.state))
        now = await clock()
        _check(terms, rules.day_of(now))
        made = await Agreement.create(
            unit=unit,
            landlord_id=unit.owner_id,
            tenant_id=viewing.visitor_id,
            rent_paisa=_amount("rent", terms.rent, unit.rent_paisa, least=TAKA),
            advance_paisa=_amount("advance", terms.advance, unit.advance_paisa, least=TAKA),
            service_charge_paisa=_amount(
                "serviceCharge", terms.service_charge, unit.service_charge_paisa, least=0
            ),
            starts_on=terms.starts_on,
            notice_days=terms.notice_days,
            terms=text,
            offered_at=now,
            due_at=now + rules.OFFER_HOLDS,
        )
        await deadlines.arm(EXPIRE_OFFER, made.id, now + rules.OFFER_HOLDS)
        events += keeping.moved(made, "OFFERED")
        await remember(person_id, OPERATION, idempotency_key, {"agreement_id": made.id})
    return made


@whole_command
async def accept(person_id: int, agreement_id: int, *, clock: Clock) -> Agreement:
    """Say yes (the tenant): the place is held for 72 hours, in which the advance is to be paid.

    Saying it twice is no matter.

    Raises:
        NotFound: There is no such agreement of the person's.
        StaleState: It is not an offer any more. OfferOver: Its time is over.
        UnitAgreed: Another tenant was first. NotAllowed: The landlord made the offer.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        unit, agreement = table.unit, table.agreement
        if agreement.state is AgreementState.ADVANCE_DUE and table.actor is Actor.TENANT:
            return agreement
        now = await clock()
        if (
            agreement.state is AgreementState.OFFERED
            and agreement.due_at
            and (now >= agreement.due_at)
        ):
            raise OfferOver
        if agreement.state is AgreementState.OFFERED and unit.state is not UnitState.AVAILABLE:
            raise UnitAgreed
        pay_by = now + rules.PAY_WITHIN
        try:
            await keeping.move(
                agreement, AgreementCommand.ACCEPT, table.actor, accepted_at=now, due_at=pay_by
            )
        except IntegrityError as error:
            if violated(error) != ONE_OPEN:
                raise
            raise UnitAgreed from error
        events.append(await keeping.move_unit(unit, UnitCommand.HOLD, Actor.HOUSE))
        await deadlines.arm(EXPIRE_ADVANCE, agreement.id, pay_by)
        _, happened = await paying.open_intent(
            purpose=ADVANCE,
            subject_id=agreement.id,
            payer_id=agreement.tenant_id,
            payee=chart.held_for(agreement.tenant_id),
            due=Paisa(agreement.advance_paisa),
            expires_at=pay_by,
            now=now,
        )
        events += [*keeping.moved(agreement, "ACCEPTED"), *happened]
    return agreement


@whole_command
async def decline(person_id: int, agreement_id: int, *, clock: Clock) -> Agreement:
    """Say no to an offer, or step back before the advance is paid (the tenant).

    What of the advance has come already goes back by the way it came.

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `accept`.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        held = table.agreement.state is AgreementState.ADVANCE_DUE
        now = await clock()
        await keeping.move(table.agreement, AgreementCommand.DECLINE, table.actor, due_at=None)
        if held:
            events.append(await keeping.move_unit(table.unit, UnitCommand.RELEASE, Actor.HOUSE))
            events += await _drop_advance(table.agreement, IntentCommand.VOID, STEPPED_BACK, now)
        events += keeping.moved(table.agreement, "DECLINED")
    return table.agreement


@whole_command
async def withdraw(person_id: int, agreement_id: int) -> Agreement:
    """Take an offer back before it is answered (the landlord).

    Raises:
        NotFound, StaleState, NotAllowed, NotSignedIn, AccountSuspended: As for `accept`.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        await keeping.move(table.agreement, AgreementCommand.WITHDRAW, table.actor, due_at=None)
        events += keeping.moved(table.agreement, "WITHDRAWN")
    return table.agreement


@whole_command
async def give_notice(
    person_id: int, agreement_id: int, leaves_on: date, *, clock: Clock
) -> Agreement:
    """Name the last day, as far ahead as was agreed (either side).

    Raises:
        NotFound, StaleState, NotSignedIn, AccountSuspended: As for `accept`.
        NoticeTooShort: The day is too near.
        BadInput: It is too far.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        agreement = table.agreement
        now = await clock()
        today = rules.day_of(now)
        earliest = max(rules.earliest_leave(today, agreement.notice_days), agreement.starts_on)
        if leaves_on < earliest:
            raise NoticeTooShort(earliest)
        if leaves_on > earliest + rules.START_AHEAD * 4:
            raise BadInput("leavesOn", why_bn="এক বছরের মধ্যে একটি দিন।", why_en="within a year.")
        await keeping.move(
            agreement, AgreementCommand.GIVE_NOTICE, table.actor, leaves_on=leaves_on
        )
        await deadlines.arm(END, agreement.id, rules.midnight(_after(leaves_on)))
        events += keeping.moved(agreement, "NOTICE_GIVEN")
    return agreement


@whole_command
async def expire_offer(agreement_id: int, clock: Clock) -> datetime | None:
    """End an offer that nobody answered; answer when to ask again. Harmless late or repeated."""
    return await _expire(agreement_id, AgreementState.OFFERED, clock)


@whole_command
async def expire_advance(agreement_id: int, clock: Clock) -> datetime | None:
    """Give a place up whose advance did not come; answer when to ask again. Harmless repeated."""
    return await _expire(agreement_id, AgreementState.ADVANCE_DUE, clock)


@whole_command
async def end_when_due(agreement_id: int, clock: Clock) -> datetime | None:
    """End a tenancy after its last day: the place can be let again. Answer when to ask again."""
    async with transaction() as events:
        unit, agreement = await keeping.locked_agreement(agreement_id)
        if agreement.state is not AgreementState.NOTICE or agreement.leaves_on is None:
            return None
        due = rules.midnight(_after(agreement.leaves_on))
        now = await clock()
        if now < due:
            return due
        await keeping.move(agreement, AgreementCommand.END, Actor.CLOCK, ended_at=now)
        events.append(
            await keeping.move_unit(unit, UnitCommand.RELEASE, Actor.HOUSE, confirmed_at=now)
        )
        await deadlines.arm(SETTLE, agreement.id, now)
        events += keeping.moved(agreement, "ENDED")
    return None


async def _expire(agreement_id: int, state: AgreementState, clock: Clock) -> datetime | None:
    async with transaction() as events:
        unit, agreement = await keeping.locked_agreement(agreement_id)
        if agreement.state is not state or agreement.due_at is None:
            return None
        now = await clock()
        if now < agreement.due_at:
            return agreement.due_at
        await keeping.move(agreement, AgreementCommand.EXPIRE, Actor.CLOCK, due_at=None)
        if state is AgreementState.ADVANCE_DUE:
            events.append(await keeping.move_unit(unit, UnitCommand.RELEASE, Actor.HOUSE))
            events += await _drop_advance(agreement, IntentCommand.EXPIRE, NOT_PAID, now)
        events += keeping.moved(agreement, "EXPIRED")
    return None


async def advance_of(agreement_id: int) -> Intent | None:
    """Return the locked sum that was or is due as an advance; None if there never was one."""
    [found] = await queries.open_of(ADVANCE, [agreement_id])
    return None if found is None else await paying.locked(found.id)


async def _drop_advance(
    agreement: Agreement, command: IntentCommand, reason: str, now: datetime
) -> list[Event]:
    """Ask for the advance no more, and give back what of it has come."""
    intent = await advance_of(agreement.id)
    if intent is None or intent.state is not IntentState.OPEN:
        return []
    came = Paisa(intent.captured_paisa)
    await paying.step(intent, command, CLOCK if command is IntentCommand.EXPIRE else HOUSE)
    if not came:
        return []
    source = chart.held_for(agreement.tenant_id)
    return await refunding.give_back_of(intent, came, source=source, reason=reason, now=now)


async def _seen(person_id: int, viewing_id: int) -> tuple[Unit, Viewing]:
    """Return a locked unit of the person's and a confirmed visit to it."""
    viewing = await Viewing.get_or_none(id=viewing_id)
    if viewing is None:
        raise NotFound
    unit = await keeping.locked_unit(viewing.unit_id)
    known = (ViewingState.CONFIRMED, ViewingState.DONE)
    if unit.owner_id != person_id or viewing.state not in known:
        raise NotFound
    return unit, viewing


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _check(terms: Terms, today: date) -> None:
    if not today <= terms.starts_on <= today + rules.START_AHEAD:
        raise BadInput(
            "startsOn",
            why_bn="আজ থেকে নব্বই দিনের মধ্যে একটি দিন।",
            why_en="a day within ninety days from today.",
        )
    if not 0 <= terms.notice_days <= rules.LONGEST_NOTICE_D:
        raise BadInput("noticeDays", why_bn="০ থেকে ১৮০ দিন।", why_en="0 to 180 days.")


def _amount(name: str, said: Paisa | None, of_unit: int, *, least: int) -> Paisa:
    amount = of_unit if said is None else said
    if amount % TAKA or not least <= amount <= rules.DEAREST:
        raise BadInput(name, why_bn="পুরো টাকায় দিন।", why_en="give whole taka, within reason.")
    return Paisa(amount)
