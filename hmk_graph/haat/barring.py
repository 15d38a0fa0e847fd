"""Who may bid: people register at a haat, two officers together may bar one, and so may the house.

The house bars who did not pay for an animal that was his (rules.md 2.8, AWAITING_PAYMENT to
DEFAULTED). An officer of that haat may lift its ban like any other.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph.accounts import access, seconding
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import wording
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.models import BidderRegistration, BiddingBan, Haat
from hmk_graph.haat.selling_errors import NameNeeded
from hmk_graph.haat.selling_events import BanLifted, BidderBanned
from hmk_graph.idempotency import recall, remember

OPERATION = "askBan"
LONGEST_BAN = timedelta(days=366)
BARRED_FOR_DEFAULT = timedelta(days=90)
DID_NOT_PAY = "কেনা পশুর টাকা সময়মতো দেওয়া হয়নি (a bought animal was not paid for in time)"


@whole_command
async def register_bidder(account_id: int, haat_id: int, *, clock: Clock) -> BidderRegistration:
    """Accept a haat's rules; from then on the person may bid there. Doing it twice is no matter.

    Raises:
        NotFound: There is no such haat.
        NameNeeded: The person's profile has no name.
    """
    async with transaction(actor_id=account_id):
        account = await access.acting(account_id)
        if not await Haat.exists(id=haat_id):
            raise NotFound
        if not account.name.strip():
            raise NameNeeded
        await get_connection("default").execute_query(
            "INSERT INTO haat_bidder_registration (haat_id, account_id, registered_at)"
            " VALUES ($1, $2, $3) ON CONFLICT (haat_id, account_id) DO NOTHING",
            [haat_id, account_id, await clock()],
        )
    return await BidderRegistration.get(haat_id=haat_id, account_id=account_id)


@whole_command
async def ask_ban(
    officer_id: int,
    account_id: int,
    *,
    haat_id: int,
    until: datetime,
    reason: str,
    idempotency_key: str,
    clock: Clock,
) -> BiddingBan:
    """Ask that a person be barred from bidding; it holds once a second officer of the haat agrees.

    Raises:
        NotFound: No such haat of this officer, or no such person registered there.
        BadInput: The reason is too short, or the day is past or more than a year ahead.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    why = wording.reason(reason)
    async with transaction(actor_id=officer_id, command_id=idempotency_key):
        earlier = await recall(
            officer_id,
            OPERATION,
            idempotency_key,
            account=account_id,
            haat=haat_id,
            until=until,
            reason=why,
        )
        if earlier is not None:
            return await BiddingBan.get(id=earlier["ban_id"])
        await need_officer(officer_id, haat_id)
        registered = BidderRegistration.filter(haat_id=haat_id, account_id=account_id)
        if account_id == officer_id or not await registered.exists():
            raise NotFound
        now = await clock()
        _need_day(until, now)
        ban = await BiddingBan.create(
            haat_id=haat_id,
            account_id=account_id,
            until=until,
            reason=why,
            officer_id=officer_id,
            created_at=now,
        )
        await remember(officer_id, OPERATION, idempotency_key, {"ban_id": ban.id})
    return ban


@whole_command
async def confirm_ban(officer_id: int, ban_id: int, *, clock: Clock) -> BiddingBan:
    """Agree to a ban that another officer asked for; it holds from now on, in every haat.

    A reaction to the event takes the person's bids out of the lots that run. Where the first
    officer is none any more his word counts no longer: this one's takes its place, and waits for
    another.

    Raises:
        NotFound: No such ban, or the person is no officer of its haat, or is to be barred himself.
        SecondOfficerNeeded: The officer asked for it himself.
        StaleState: It holds already, or its day is past.
    """
    async with transaction(actor_id=officer_id) as events:
        ban = await _locked(officer_id, ban_id)
        now = await clock()
        if ban.in_force_from is not None or ban.until <= now:
            raise StaleState(current=standing(ban, now), allowed=["ASKED"])
        if ban.officer_id == officer_id:
            raise SecondOfficerNeeded
        haat = await Haat.get_or_none(id=ban.haat_id)
        if not await seconding.counts(ban.officer_id, haat.place_id if haat else None):
            ban.officer_id = officer_id
            await BiddingBan.filter(id=ban.id).update(officer_id=officer_id)
            return ban
        ban.second_officer_id, ban.in_force_from = officer_id, now
        await BiddingBan.filter(id=ban.id, in_force_from__isnull=True).update(
            second_officer_id=officer_id, in_force_from=now
        )
        events.append(_banned(ban))
    return ban


async def bar_defaulter(account_id: int, haat_id: int, now: datetime) -> Event:
    """Bar a buyer who did not pay, in the transaction in which his deal fails."""
    ban = await BiddingBan.create(
        haat_id=haat_id,
        account_id=account_id,
        until=now + BARRED_FOR_DEFAULT,
        reason=DID_NOT_PAY,
        created_at=now,
        in_force_from=now,
    )
    return _banned(ban)


@whole_command
async def lift_ban(officer_id: int, ban_id: int, *, reason: str, clock: Clock) -> BiddingBan:
    """Let a person bid again before the day came, or drop a ban that nobody has agreed to.

    Raises:
        NotFound: No such ban, or the person is no officer of its haat, or is barred himself.
        StaleState: Its day is past.
        BadInput: The reason is too short.
    """
    why = wording.reason(reason)
    async with transaction(actor_id=officer_id) as events:
        ban = await _locked(officer_id, ban_id)
        now = await clock()
        if ban.until <= now:
            raise StaleState(current=standing(ban, now), allowed=["ASKED", "IN_FORCE"])
        ban.until, ban.lifted_by_id, ban.lift_reason = now, officer_id, why
        await BiddingBan.filter(id=ban.id).update(
            until=now, lifted_by_id=officer_id, lift_reason=why
        )
        if ban.in_force_from is not None:
            events.append(BanLifted(account_id=ban.account_id, ban_id=ban.id, reason=why))
    return ban


def standing(ban: BiddingBan, now: datetime) -> str:
    """Say where a ban stands: ASKED, IN_FORCE, LIFTED or OVER."""
    if ban.lifted_by_id is not None:
        return "LIFTED"
    if ban.until <= now:
        return "OVER"
    return "ASKED" if ban.in_force_from is None else "IN_FORCE"


def _banned(ban: BiddingBan) -> BidderBanned:
    return BidderBanned(
        account_id=ban.account_id,
        ban_id=ban.id,
        until=ban.until,
        reason=ban.reason,
        officer_id=ban.officer_id,
        second_officer_id=ban.second_officer_id,
    )


async def _locked(officer_id: int, ban_id: int) -> BiddingBan:
    ban = await BiddingBan.filter(id=ban_id).select_for_update(no_key=True).first()
    if ban is None or ban.account_id == officer_id:
        raise NotFound
    if ban.haat_id is None:
        if not await access.is_administrator(officer_id):
            raise NotFound
    else:
        await need_officer(officer_id, ban.haat_id)
    return ban


def _need_day(until: datetime, now: datetime) -> None:
    if not now < until <= now + LONGEST_BAN:
        raise BadInput(
            "until",
            why_bn="আজ থেকে এক বছরের মধ্যে একটি দিন দিন।",
            why_en="give a day within a year from now.",
        )
