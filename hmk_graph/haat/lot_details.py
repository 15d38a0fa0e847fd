"""What a list shows beside each lot, read for all of its lots by one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from tortoise.connection import get_connection
from tortoise.models import Model

from hmk_graph import reading
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
    animal_ids = [lot.animal_id for lot in lots]
    with reading.only(
        haat_lot=[lot.id for lot in lots],
        haat_listing=[lot.listing_id for lot in lots],
        haat_haat=[lot.haat_id for lot in lots],
        haat_animal=animal_ids,
        haat_animal_weight=animal_ids,
        accounts_account=(),  # who they are is told by the animals: they are added below
    ):
        rows = await get_connection("default").execute_query_dict(
            _statement(), [[lot.id for lot in lots]]
        )
    reading.also("accounts_account", [row["a_seller_id"] for row in rows])
    places: dict[int, Place] = {}
    haats: dict[int, Haat] = {}
    found = {row["lot_id"]: _details(row, places, haats) for row in rows}
    return [found[lot.id] for lot in lots]


def _details(
    row: Mapping[str, Any], places: dict[int, Place], haats: dict[int, Haat]
) -> LotDetails:
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


def _made(model: type[M], alias: str, row: Mapping[str, Any]) -> M:
    made: M = model._init_from_db(**{name: row[key] for name, key in _names(model, alias)})
    return made


@lru_cache
def _names(model: type[Model], alias: str) -> tuple[tuple[str, str], ...]:
    """Return a model's shown columns, each with its name in the statement's rows."""
    hidden = _NOT_SHOWN.get(model._meta.db_table, set())
    columns = sorted(model._meta.fields_db_projection.values())
    return tuple((name, f"{alias}_{name}") for name in columns if name not in hidden)


@lru_cache
def _statement() -> str:
    parts = ((Animal, "a"), (Place, "o"), (Haat, "h"), (Place, "p"), (AnimalWeight, "w"))
    columns = [
        f"{alias}.{name} AS {key}" for model, alias in parts for name, key in _names(model, alias)
    ]
    return f"SELECT {', '.join(columns)}, {_AROUND}"


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
