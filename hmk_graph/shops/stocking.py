"""How much of a product is there, and whose it will be.

The database moves a stock's numbers: movements its goods, reservations what is promised of them.
Here the rows are locked in the order of their numbers and asked first, so that whoever comes short
hears of every line at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.shops import product_keeping, rules
from hmk_graph.shops.errors import OutOfStock, StockChanged, StockPromised
from hmk_graph.shops.events import ProductDescribed
from hmk_graph.shops.machines import RESERVATION, ReservationCommand
from hmk_graph.shops.models import (
    Movement,
    MovementKind,
    ReservationState,
    Stock,
    Variant,
)
from hmk_graph.state_machines import states_for

OPERATION = "changeStock"
MOST = 1_000_000


async def at(variant_id: int, place_id: int) -> Stock:
    """Lock the stock of a variant at a place, in the caller's transaction; a new one is empty."""
    await get_connection("default").execute_query(
        "INSERT INTO shops_stock (variant_id, place_id, on_hand, reserved, version)"
        " VALUES ($1, $2, 0, 0, 1) ON CONFLICT (variant_id, place_id) DO NOTHING",
        [variant_id, place_id],
    )
    return await Stock.select_for_update(no_key=True).get(variant_id=variant_id, place_id=place_id)


async def moved(
    stock: Stock,
    delta: int,
    *,
    actor_id: int | None,
    now: datetime,
    kind: MovementKind = MovementKind.COUNTED,
    note: str = "",
) -> None:
    """Have goods come to a locked stock or leave it; fewer than are promised it never holds.

    Raises:
        BadInput: It moves nothing, or too many would be there.
    """
    if not delta or stock.on_hand + delta > MOST:
        raise BadInput("delta", why_bn="সংখ্যাটি ঠিক নেই।", why_en="the number does not fit.")
    await Movement.create(
        stock_id=stock.id, kind=kind, delta=delta, note=note, actor_id=actor_id, at=now
    )
    stock.on_hand += delta


@whole_command
async def change(
    owner_id: int,
    variant_id: int,
    *,
    idempotency_key: str,
    place_id: int | None = None,
    delta: int | None = None,
    counted: int | None = None,
    seen_version: int | None = None,
    note: str = "",
    clock: Clock,
) -> Stock:
    """Change the stock of one's variant at a place (None: the shop's own).

    By `delta`, or to what was `counted` against the version that was seen then.

    Raises:
        NotFound: It is no variant of this person's shop, or there is no such place.
        StockChanged: It has changed since it was seen.
        StockPromised: Fewer would be there than are promised.
        BadInput: Neither or both are given, or the number does not fit.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    if (delta is None) == (counted is None) or (counted is not None and seen_version is None):
        raise BadInput(
            "delta",
            why_bn="হয় পরিবর্তন দিন, নয় দেখা সংস্করণসহ গোনা সংখ্যা।",
            why_en="give a difference, or what you counted and the version you saw.",
        )
    async with transaction(actor_id=owner_id, command_id=idempotency_key) as events:
        given = {"variant": variant_id, "place": place_id, "delta": delta, "counted": counted}
        earlier = await recall(owner_id, OPERATION, idempotency_key, **given)
        if earlier is not None:
            return await Stock.get(id=earlier["stock_id"])
        variant = await Variant.get_or_none(id=variant_id)
        if variant is None:
            raise NotFound
        product, shop = await product_keeping.mine(owner_id, variant.product_id)
        stock = await _at_known_place(variant_id, place_id or shop.place_id)
        if counted is not None:
            if stock.version != seen_version:
                raise StockChanged(on_hand=stock.on_hand, version=stock.version)
            delta = _difference(counted, stock)
        if delta:
            if stock.on_hand + delta < stock.reserved:
                raise StockPromised(reserved=stock.reserved)
            now = await clock()
            await moved(stock, delta, actor_id=owner_id, now=now, note=note[:200])
            events.append(ProductDescribed(shop_id=shop.id, product_id=product.id))
        await remember(owner_id, OPERATION, idempotency_key, {"stock_id": stock.id})
    return await Stock.get(id=stock.id)


def _difference(counted: int, stock: Stock) -> int:
    if not 0 <= counted <= MOST:
        raise BadInput("counted", why_bn="সংখ্যাটি ঠিক নেই।", why_en="the number does not fit.")
    return counted - stock.on_hand


async def _at_known_place(variant_id: int, place_id: int) -> Stock:
    known = await get_connection("default").execute_query_dict(
        "SELECT FROM places_place WHERE id = $1", [place_id]
    )
    if not known:
        raise NotFound
    return await at(variant_id, place_id)


async def hold(wishes: Sequence[rules.Wish], *, now: datetime) -> None:
    """Reserve goods for all lines or none, in the caller's transaction.

    Raises:
        OutOfStock: Some lines are short; it names them all.
    """
    parts = await need(wishes)
    await get_connection("default").execute_query(
        _HOLD,
        [
            [part.stock_id for part in parts],
            [part.line_id for part in parts],
            [part.quantity for part in parts],
            now,
        ],
    )


async def need(wishes: Sequence[rules.Wish]) -> list[rules.Part]:
    """Lock the stocks that lines would be served from, and say which serves what.

    Raises:
        OutOfStock: Some lines are short; it names them all.
    """
    rows = await get_connection("default").execute_query_dict(
        "SELECT id, variant_id, on_hand - reserved AS free FROM shops_stock"
        " WHERE variant_id = ANY($1) ORDER BY id FOR NO KEY UPDATE",
        [[wish.variant_id for wish in wishes]],
    )
    shelves = [
        rules.Shelf(stock_id=row["id"], variant_id=row["variant_id"], free=row["free"])
        for row in rows
    ]
    parts, short = rules.allot(wishes, shelves)
    if short:
        raise OutOfStock(short)
    return parts


async def commit(line_ids: Collection[int]) -> None:
    """Promise for good what is held for lines."""
    await _turned(line_ids, ReservationCommand.COMMIT, ReservationState.COMMITTED)


async def release(line_ids: Collection[int]) -> None:
    """Let others have what is kept for lines and was not shipped; twice is harmless."""
    await _turned(line_ids, ReservationCommand.RELEASE, ReservationState.RELEASED)


async def expire(line_ids: Collection[int]) -> None:
    """Let others have what was held for too long; twice is harmless."""
    await _turned(line_ids, ReservationCommand.EXPIRE, ReservationState.EXPIRED)


async def consume(shipped: Mapping[int, int]) -> None:
    """Take out of stock what goes to buyers now: so many for each line, as promised before."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT r.id, r.line_id, r.stock_id, r.quantity, r.consumed FROM shops_reservation r"
        " JOIN shops_stock s ON s.id = r.stock_id"
        " WHERE r.line_id = ANY($1) AND r.state = 'COMMITTED'"
        " ORDER BY r.stock_id, r.id FOR NO KEY UPDATE OF s, r",
        [list(shipped)],
    )
    missing = dict(shipped)
    taken: list[tuple[int, int]] = []
    for row in rows:
        part = min(missing[row["line_id"]], row["quantity"] - row["consumed"])
        if part:
            taken.append((row["id"], part))
            missing[row["line_id"]] -= part
    assert not any(missing.values()), "what is promised is there"
    await get_connection("default").execute_query(
        _CONSUME, [[one for one, _ in taken], [part for _, part in taken]]
    )


async def take_back(
    back: Mapping[int, int], *, note: str, actor_id: int | None, now: datetime
) -> None:
    """Put sound goods of lines back to where they came from, so many of each line."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT DISTINCT ON (line_id) line_id, stock_id FROM shops_reservation"
        " WHERE line_id = ANY($1) AND consumed > 0 ORDER BY line_id, id",
        [list(back)],
    )
    for row in sorted(rows, key=lambda one: one["stock_id"]):
        stock = await Stock.select_for_update(no_key=True).get(id=row["stock_id"])
        await moved(
            stock,
            back[row["line_id"]],
            actor_id=actor_id,
            now=now,
            kind=MovementKind.RESTOCKED,
            note=note,
        )


async def _turned(
    line_ids: Collection[int], command: ReservationCommand, to: ReservationState
) -> None:
    """Take the reservations of lines one step on; those that are past it stay as they are.

    The stocks are locked first, in the order of their numbers, as by everybody.
    """
    came_from = states_for(RESERVATION, command)
    connection = get_connection("default")
    await connection.execute_query(
        "SELECT FROM shops_stock WHERE id IN (SELECT stock_id FROM shops_reservation"
        " WHERE line_id = ANY($1) AND state = ANY($2)) ORDER BY id FOR NO KEY UPDATE",
        [list(line_ids), came_from],
    )
    await connection.execute_query(
        "UPDATE shops_reservation SET state = $3 WHERE line_id = ANY($1) AND state = ANY($2)",
        [list(line_ids), came_from, to.value],
    )


_HOLD = """
INSERT INTO shops_reservation (stock_id, line_id, quantity, consumed, state, created_at)
SELECT w.stock_id, w.line_id, w.quantity, 0, 'HELD', $4
FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS w (stock_id, line_id, quantity)
ORDER BY w.stock_id
"""
_CONSUME = """
UPDATE shops_reservation r
SET consumed = r.consumed + w.part,
    state = CASE WHEN r.consumed + w.part = r.quantity THEN 'CONSUMED' ELSE r.state END
FROM unnest($1::bigint[], $2::int[]) AS w (id, part) WHERE r.id = w.id
"""
