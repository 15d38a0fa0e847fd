"""What a list shows beside each lot, read for all of its lots by one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from tortoise.connection import get_connection
from tortoise.models import Model

from hmk_graph import reading, rows
from hmk_graph.haat.animal_models import Animal, AnimalWeight
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import Haat
from hmk_graph.places.models import Place

M = TypeVar("M", bound=Model)

# Of a place only what is shown: the keys by which it is searched are long, and stay where they are.
_NOT_SHOWN = {"places_place": {"words", "grams"}}


@dataclass(frozen=True, kw_only=True)
class LotDetails:
    """What stands around a lot. `weight` is the newest weighing, None if there was none."""

    title_bn: str
    title_en: str
    description: str
    animal: Animal
    seller_name: str
    origin: Place
    haat: Haat
    haat_place: Place
    weight: AnimalWeight | None


async def details_of(lots: Sequence[Lot]) -> list[LotDetails]:
    """Return what stands around each lot, in their order.

    The lots are public, and so their animals are; the caller has judged that.
    """
    lot_ids = [lot.id for lot in lots]
    animal_ids = [lot.animal_id for lot in lots]
    with reading.only(
        haat_lot=lot_ids,
        haat_listing=[lot.listing_id for lot in lots],
        haat_haat=[lot.haat_id for lot in lots],
        haat_animal=animal_ids,
        haat_animal_weight=animal_ids,
        accounts_account=(),  # who they are is told by the animals: they are added below
    ):
        _, found = await get_connection("default").execute_query(_statement(), [lot_ids])
    places: dict[int, Place] = {}
    haats: dict[int, Haat] = {}
    details = {row["lot_id"]: _details(row, places, haats) for row in found}
    reading.also("accounts_account", [one.animal.seller_id for one in details.values()])
    return [details[lot_id] for lot_id in lot_ids]


# `Any`: the driver's row, whose columns have every type.
def _details(row: Any, places: dict[int, Place], haats: dict[int, Haat]) -> LotDetails:
    """Read a row; places and haats are few, and made once each."""

    def place(alias: str) -> Place:
        number = row[f"{alias}_id"]
        if number not in places:
            places[number] = _made(Place, alias, row)
        return places[number]

    if row["h_id"] not in haats:
        haats[row["h_id"]] = _made(Haat, "h", row)
    return LotDetails(
        title_bn=row["title_bn"],
        title_en=row["title_en"],
        description=row["description"],
        animal=_made(Animal, "a", row),
        seller_name=row["seller_name"],
        origin=place("o"),
        haat=haats[row["h_id"]],
        haat_place=place("p"),
        weight=None if row["w_id"] is None else _made(AnimalWeight, "w", row),
    )


def _made(model: type[M], alias: str, row: Any) -> M:
    return rows.made(model, dict(zip(_names(model), row[_parts()[alias]], strict=True)))


@cache
def _names(model: type[Model]) -> tuple[str, ...]:
    """Return a model's shown columns in the order of the statement."""
    hidden = _NOT_SHOWN.get(model._meta.db_table, set())
    return tuple(name for name in sorted(model._meta.db_fields) if name not in hidden)


@cache
def _parts() -> dict[str, slice]:
    """Return where in the statement's rows each model's columns stand."""
    parts, at = {}, 0
    for model, alias in _MODELS:
        many = len(_names(model))
        parts[alias] = slice(at, at + many)
        at += many
    return parts


@cache
def _statement() -> str:
    columns = [
        f"{alias}.{name} AS {alias}_{name}" for model, alias in _MODELS for name in _names(model)
    ]
    return f"SELECT {', '.join(columns)}, {_AROUND}"


_MODELS: tuple[tuple[type[Model], str], ...] = (
    (Animal, "a"),
    (Place, "o"),
    (Haat, "h"),
    (Place, "p"),
    (AnimalWeight, "w"),
)
_AROUND = """lot.id AS lot_id, sold.title_bn, sold.title_en, sold.description,
       seller.name AS seller_name
FROM haat_lot lot
JOIN haat_listing sold ON sold.id = lot.listing_id
JOIN haat_animal a ON a.id = lot.animal_id
JOIN accounts_account seller ON seller.id = a.seller_id
JOIN places_place o ON o.id = a.origin_id
JOIN haat_haat h ON h.id = lot.haat_id
JOIN places_place p ON p.id = h.place_id
LEFT JOIN LATERAL (
    SELECT * FROM haat_animal_weight of_it WHERE of_it.animal_id = a.id
    ORDER BY of_it.measured_at DESC, of_it.id DESC LIMIT 1
) w ON true
WHERE lot.id = ANY($1)"""
