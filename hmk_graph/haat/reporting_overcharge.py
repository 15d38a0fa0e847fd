"""Whoever was charged more than the haat's rule says so, and an officer of the haat looks.

Only the buyer owes a toll, by the one rule that held when he bought (domain.md A.1). How many said
so, and how often they were right, is public.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tortoise.connection import get_connection
from tortoise.queryset import QuerySet

from hmk_graph import stepping
from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import collecting, hasil, species
from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM
from hmk_graph.haat.machines import Actor
from hmk_graph.haat.models import Haat
from hmk_graph.haat.overcharge_models import Charged, Overcharge, OverchargeState
from hmk_graph.haat.sale_models import Deal, Listing
from hmk_graph.haat.selling_errors import NotOvercharged
from hmk_graph.haat.selling_events import OverchargeMoved
from hmk_graph.haat.setting_hasil import holding, rules_of
from hmk_graph.haat.wording import LONGEST_NOTE, paragraph
from hmk_graph.idempotency import recall, remember
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind
from hmk_graph.money import Paisa
from hmk_graph.payments.paying_models import Intent
from hmk_graph.state_machines import Machine, to

OPERATION = "reportOvercharge"
SHORTEST_WORDS = 10
# The slip that was handed out, and whatever else shows the sum.
PHOTOS = Subject(name="haat.overcharge", kinds=frozenset({MediaKind.PHOTO}), most=4)


class OverchargeCommand(StrEnum):
    """What can be done with a report."""

    UPHOLD = "UPHOLD"
    DISMISS = "DISMISS"
    WITHDRAW = "WITHDRAW"


REPORTER = "REPORTER"
OVERCHARGE: Machine = {
    (OverchargeState.REPORTED, OverchargeCommand.UPHOLD): to(OverchargeState.UPHELD, Actor.OFFICER),
    (OverchargeState.REPORTED, OverchargeCommand.DISMISS): to(
        OverchargeState.DISMISSED, Actor.OFFICER
    ),
    (OverchargeState.REPORTED, OverchargeCommand.WITHDRAW): to(OverchargeState.WITHDRAWN, REPORTER),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a person says: of whom how much was taken, for which kind of animal at which price."""

    charged: Charged
    species: str
    price: Paisa
    taken: Paisa
    words: str


@whole_command
async def report(
    account_id: int,
    haat_id: int,
    told: Told,
    pictures: Sequence[Picture] = (),
    *,
    deal_id: int | None = None,
    idempotency_key: str,
    clock: Clock,
) -> Overcharge:
    """Report that more was taken at a haat than its rule allows.

    What was due is reckoned by the rule that holds now, or held when the deal was made.

    Raises:
        NotFound: There is no such haat, or the deal is none of the person's there.
        NotOvercharged: What was taken is no more than what was due.
        StaleState: The same person's report about the same waits already.
        BadInput: The sums or words are none.
        NotReady, AttachedElsewhere: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    words = paragraph("words", told.words, longest=LONGEST_NOTE, shortest=SHORTEST_WORDS)
    _need_sums(told)
    async with transaction(actor_id=account_id, command_id=idempotency_key) as events:
        earlier = await recall(
            account_id,
            OPERATION,
            idempotency_key,
            haat=haat_id,
            deal=deal_id,
            charged=told.charged,
            species=told.species,
            price=told.price,
            taken=told.taken,
            words=words,
        )
        if earlier is not None:
            return await Overcharge.get(id=earlier["overcharge_id"])
        # One person's reports come one after the other, so that none waits twice.
        await access.acting_locked(account_id)
        if not await Haat.exists(id=haat_id):
            raise NotFound
        same = Overcharge.filter(reporter_id=account_id, haat_id=haat_id, deal_id=deal_id)
        if await same.filter(state=OverchargeState.REPORTED).exists():
            raise StaleState(current=OverchargeState.REPORTED, allowed=[])
        now = await clock()
        due = await _due(account_id, haat_id, told, deal_id, now)
        if told.taken <= due:
            raise NotOvercharged(due=due)
        row = await Overcharge.create(
            haat_id=haat_id,
            deal_id=deal_id,
            reporter_id=account_id,
            charged=told.charged,
            species=told.species,
            price_paisa=told.price,
            due_paisa=due,
            taken_paisa=told.taken,
            words=words,
            reported_at=now,
        )
        await hang(account_id, PHOTOS, row.id, pictures, at=now)
        await remember(account_id, OPERATION, idempotency_key, {"overcharge_id": row.id})
        events.append(_moved(row))
    return row


async def _due(
    account_id: int, haat_id: int, told: Told, deal_id: int | None, now: datetime
) -> Paisa:
    """Return what the rule comes to; of a seller nothing is due."""
    at = now if deal_id is None else await _made_at(account_id, haat_id, told, deal_id)
    if told.charged is Charged.SELLER:
        return Paisa(0)
    [rules] = await rules_of([haat_id])
    rule = holding(rules, told.species, at)
    return hasil.amount_of(rule, told.price) if rule else Paisa(0)


async def _made_at(account_id: int, haat_id: int, told: Told, deal_id: int) -> datetime:
    """Return when a deal's toll was reckoned; the deal has to be this person's, and this one."""
    deal = await Deal.get_or_none(id=deal_id)
    part = Charged.BUYER if deal and deal.buyer_id == account_id else Charged.SELLER
    if deal is None or account_id not in (deal.buyer_id, deal.seller_id):
        raise NotFound
    if (await Listing.get(id=deal.listing_id)).haat_id != haat_id or part is not told.charged:
        raise NotFound
    animal = await Animal.get(id=deal.animal_id)
    if (animal.species, deal.amount_paisa) != (told.species, told.price):
        raise BadInput(
            "price", why_bn="কেনাবেচার দামের সাথে মেলে না।", why_en="the deal says another price."
        )
    due = await Intent.filter(purpose=collecting.PURPOSE, subject_id=deal.id).first()
    return due.created_at if due else deal.made_at


def _need_sums(told: Told) -> None:
    species.known(told.species)
    for field, amount in (("price", told.price), ("taken", told.taken)):
        if not 0 < amount <= HIGHEST_MAXIMUM:
            raise BadInput(field, why_bn="টাকার পরিমাণ ঠিক নেই।", why_en="it is no such sum.")


@whole_command
async def withdraw(account_id: int, report_id: int, *, clock: Clock) -> Overcharge:
    """Take one's own report back while nobody has decided about it.

    Raises:
        NotFound: It is no report of this person.
        StaleState: It is decided, or taken back already.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id) as events:
        await access.acting(account_id)
        row = await _locked(report_id)
        if row.reporter_id != account_id:
            raise NotFound
        await stepping.step(
            row, OVERCHARGE, OverchargeCommand.WITHDRAW, REPORTER, decided_at=await clock()
        )
        events.append(_moved(row))
    return row


@whole_command
async def decide(
    officer_id: int, report_id: int, *, upheld: bool, finding: str, clock: Clock
) -> Overcharge:
    """Say what was found (an officer of the haat who did not report it himself).

    Raises:
        NotFound: There is no such report, or the person is no officer of its haat, or its reporter.
        StaleState: It is decided, or was taken back.
        BadInput: The finding is shorter than a sentence.
    """
    found = paragraph("finding", finding, longest=LONGEST_NOTE, shortest=SHORTEST_WORDS)
    async with transaction(actor_id=officer_id) as events:
        row = await _locked(report_id)
        await need_officer(officer_id, row.haat_id)
        if row.reporter_id == officer_id:
            raise NotFound
        command = OverchargeCommand.UPHOLD if upheld else OverchargeCommand.DISMISS
        await stepping.step(
            row,
            OVERCHARGE,
            command,
            Actor.OFFICER,
            decided_at=await clock(),
            decided_by_id=officer_id,
            finding=found,
        )
        events.append(_moved(row))
    return row


async def _locked(report_id: int) -> Overcharge:
    row = await Overcharge.filter(id=report_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound
    return row


def _moved(row: Overcharge) -> OverchargeMoved:
    return OverchargeMoved(
        account_id=row.reporter_id,
        overcharge_id=row.id,
        haat_id=row.haat_id,
        over=row.taken_paisa - row.due_paisa,
        state=str(row.state),
    )


def reports_of(viewer_id: int) -> QuerySet[Overcharge]:
    """Return what a person has reported."""
    return Overcharge.filter(reporter_id=viewer_id)


async def visible(viewer_id: int, report_id: int) -> Overcharge:
    """Return a report for who made it.

    Raises:
        NotFound: There is none, or it is another's.
    """
    row = await Overcharge.get_or_none(id=report_id, reporter_id=viewer_id)
    if row is None:
        raise NotFound
    return row


async def waiting(officer_id: int) -> QuerySet[Overcharge]:
    """Return the reports about an officer's haats that wait for his word, but for his own."""
    found = Overcharge.filter(state=OverchargeState.REPORTED).exclude(reporter_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(haat__place__path__overlap=areas)


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many reports there are about a haat, and how they ended; what was taken back is none."""

    reported: int
    waiting: int
    upheld: int
    dismissed: int
    over: Paisa


async def count(haat_id: int) -> Count:
    """Return what everybody may know of the reports about a haat; `over` is of those upheld."""
    [row] = await get_connection("default").execute_query_dict(_COUNT, [haat_id])
    over = Paisa(int(row.pop("over")))
    return Count(**row, over=over)


_COUNT = """
SELECT count(*) FILTER (WHERE state <> 'WITHDRAWN') AS reported,
       count(*) FILTER (WHERE state = 'REPORTED') AS waiting,
       count(*) FILTER (WHERE state = 'UPHELD') AS upheld,
       count(*) FILTER (WHERE state = 'DISMISSED') AS dismissed,
       coalesce(sum(taken_paisa - due_paisa) FILTER (WHERE state = 'UPHELD'), 0) AS over
FROM haat_overcharge WHERE haat_id = $1
"""
