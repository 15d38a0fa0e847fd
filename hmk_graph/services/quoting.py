"""Work that has to be seen first: a quote is written, sent, taken or left; it sets the ceiling."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hmk_graph import deadlines
from hmk_graph.accounts.rules import line_of, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import NotAllowed, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.services import booking_keeping, rules
from hmk_graph.services.booking_keeping import Table, facts, told
from hmk_graph.services.booking_models import Booking, BookingState, Quote, QuoteState
from hmk_graph.services.errors import QuoteClosed, QuoteNeeded
from hmk_graph.services.events import QuoteMoved
from hmk_graph.services.machines import QUOTE, Actor, QuoteCommand
from hmk_graph.services.models import PriceOption
from hmk_graph.services.stepping import step

EXPIRE_QUOTE = "services.expire_quote"
MOST_LINES = 20
MOST_QUOTES = 20
LONGEST_LABEL = 120
LONGEST_NOTE = 500
# Before the visit there is nothing to price, after the work nothing to agree on.
PRICED_IN = (BookingState.CONFIRMED, BookingState.IN_PROGRESS)


@whole_command
async def write(
    person_id: int,
    booking_id: int,
    lines: Sequence[tuple[str, int]],
    *,
    note: str = "",
    idempotency_key: str,
    clock: Clock,
) -> Quote:
    """Write a quote for a booking, or the one in draft anew. `lines` are (what for, paisa).

    Raises:
        NotFound: There is no such booking of the person's.
        StaleState: It is neither confirmed nor in progress.
        BadInput: A line is at fault, or there is none.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    rules.count_of(len(lines), "lines", least=1, most=MOST_LINES)
    kept = [
        {
            "label": line_of(label, "lines", longest=LONGEST_LABEL),
            "amount": rules.amount_of(amount, "lines"),
        }
        for label, amount in lines
    ]
    said = text_of(note, "note", longest=LONGEST_NOTE)
    async with transaction(actor_id=person_id, command_id=idempotency_key):
        given = {"booking": booking_id, "lines": kept, "note": said}
        earlier = await recall(person_id, "writeQuote", idempotency_key, **given)
        if earlier is not None:
            return await Quote.get(id=earlier["quote_id"])
        table = await booking_keeping.locked_for(person_id, booking_id)
        _check_provider(table)
        columns: dict[str, Any] = {
            "lines": kept,
            "note": said,
            "total_paisa": sum(amount for _, amount in lines),
        }
        quote = await Quote.get_or_none(booking_id=booking_id, state=QuoteState.DRAFT)
        if quote is None:
            written = await Quote.filter(booking_id=booking_id).count()
            rules.count_of(written + 1, "bookingId", least=1, most=MOST_QUOTES)
            quote = await Quote.create(booking_id=booking_id, created_at=await clock(), **columns)
        else:
            quote.update_from_dict(columns)
            await quote.save(update_fields=list(columns))
        await remember(person_id, "writeQuote", idempotency_key, {"quote_id": quote.id})
    return quote


@whole_command
async def send(person_id: int, quote_id: int, *, clock: Clock) -> Quote:
    """Send a drafted quote; it holds two days, and takes the place of one that was sent before.

    Raises:
        NotFound: There is no such quote of the person's. StaleState: It is no draft.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    async with transaction(actor_id=person_id) as events:
        quote, table = await _locked(person_id, quote_id)
        if table.actor is Actor.PROVIDER and quote.state is QuoteState.SENT:
            return quote
        _check_provider(table)
        now = await clock()
        older = await Quote.get_or_none(booking_id=quote.booking_id, state=QuoteState.SENT)
        if older is not None:
            await step(older, QUOTE, QuoteCommand.SUPERSEDE, Actor.HOUSE)
            events += told(table.booking, _moved(table.booking, older))
        expires_at = now + rules.QUOTE_HOLDS
        times = {"sent_at": now, "expires_at": expires_at}
        await step(quote, QUOTE, QuoteCommand.SEND, table.actor, **times)
        await deadlines.arm(EXPIRE_QUOTE, quote.id, expires_at)
        events += told(table.booking, _moved(table.booking, quote))
    return quote


@whole_command
async def accept(person_id: int, quote_id: int, *, clock: Clock) -> Quote:
    """Take a quote: its total is the most that may be asked in the end.

    Raises:
        NotFound: There is no such quote that the person may see.
        QuoteClosed: It was answered, replaced, or is too old.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    async with transaction(actor_id=person_id) as events:
        quote, table = await _locked(person_id, quote_id)
        booking = table.booking
        if table.actor is Actor.CITIZEN and quote.state is QuoteState.ACCEPTED:
            return quote
        now = await clock()
        _need_open(quote, booking, now)
        await step(quote, QUOTE, QuoteCommand.ACCEPT, table.actor, answered_at=now)
        booking.ceiling_paisa = quote.total_paisa
        booking.version += 1
        await booking.save(update_fields=["ceiling_paisa", "version"])
        events += told(booking, _moved(booking, quote))
    return quote


@whole_command
async def reject(person_id: int, quote_id: int, *, clock: Clock) -> Quote:
    """Leave a quote.

    Raises:
        NotFound, QuoteClosed, NotAllowed, NotSignedIn, AccountSuspended: As for `accept`.
    """
    async with transaction(actor_id=person_id) as events:
        quote, table = await _locked(person_id, quote_id)
        if table.actor is Actor.CITIZEN and quote.state is QuoteState.REJECTED:
            return quote
        now = await clock()
        _need_open(quote, table.booking, now)
        await step(quote, QUOTE, QuoteCommand.REJECT, table.actor, answered_at=now)
        events += told(table.booking, _moved(table.booking, quote))
    return quote


@whole_command
async def expire(quote_id: int, clock: Clock) -> datetime | None:
    """Let a quote go that nobody answered for two days."""
    async with transaction() as events:
        found = await Quote.get_or_none(id=quote_id)
        if found is None:
            return None
        booking = await booking_keeping.locked(found.booking_id)
        quote = await Quote.select_for_update(no_key=True).get(id=quote_id)
        if quote.state is not QuoteState.SENT or quote.expires_at is None:
            return None
        now = await clock()
        if now < quote.expires_at:
            return quote.expires_at
        await step(quote, QUOTE, QuoteCommand.EXPIRE, Actor.CLOCK)
        events += told(booking, _moved(booking, quote))
    return None


async def check_agreed(booking: Booking) -> None:
    """Refuse to finish work that was to be priced first, and was not.

    Raises:
        QuoteNeeded: No quote was accepted.
    """
    option = await PriceOption.get(id=booking.option_id)
    accepted = Quote.filter(booking_id=booking.id, state=QuoteState.ACCEPTED)
    if option.needs_quote and not await accepted.exists():
        raise QuoteNeeded


async def reject_open(booking: Booking, now: datetime) -> list[Event]:
    """Close the quote of a locked booking that is done, if one waits."""
    quote = await Quote.get_or_none(booking_id=booking.id, state=QuoteState.SENT)
    if quote is None:
        return []
    await step(quote, QUOTE, QuoteCommand.REJECT, Actor.HOUSE, answered_at=now)
    return told(booking, _moved(booking, quote))


def ceiling_of(booking: Booking) -> Paisa:
    """Return the most that may be asked for a booking."""
    return Paisa(booking.ceiling_paisa)


async def quotes_of(booking_ids: Sequence[int]) -> list[list[Quote]]:
    """Return the quotes of each booking, the newest first; drafts among them."""
    found: dict[int, list[Quote]] = {booking_id: [] for booking_id in booking_ids}
    for quote in await Quote.filter(booking_id__in=list(found)).order_by("-id"):
        found[quote.booking_id].append(quote)
    return [found[booking_id] for booking_id in booking_ids]


async def _locked(person_id: int, quote_id: int) -> tuple[Quote, Table]:
    """Lock booking and quote, in this order; a draft is not there for the citizen."""
    found = await Quote.get_or_none(id=quote_id)
    if found is None:
        raise NotFound
    table = await booking_keeping.locked_for(person_id, found.booking_id)
    quote = await Quote.select_for_update(no_key=True).get(id=quote_id)
    if table.actor is Actor.CITIZEN and quote.state is QuoteState.DRAFT:
        raise NotFound
    return quote, table


def _check_provider(table: Table) -> None:
    if table.actor is not Actor.PROVIDER:
        raise NotAllowed
    if table.booking.state not in PRICED_IN:
        raise StaleState(current=table.booking.state, allowed=[str(state) for state in PRICED_IN])


def _need_open(quote: Quote, booking: Booking, now: datetime) -> None:
    late = quote.expires_at is not None and now >= quote.expires_at
    if quote.state is not QuoteState.SENT or late or booking.state not in PRICED_IN:
        raise QuoteClosed(state=QuoteState.EXPIRED if late else quote.state)


def _moved(booking: Booking, quote: Quote) -> QuoteMoved:
    return QuoteMoved(
        **facts(booking),
        quote_id=quote.id,
        quote_state=quote.state,
        total=quote.total_paisa,
        expires_at=quote.expires_at,
    )


def lines_of(quote: Quote) -> list[tuple[str, Paisa]]:
    """Return what a quote is made of: what for, and how much."""
    return [(line["label"], Paisa(line["amount"])) for line in quote.lines]
