"""What trips cost, and how fast vehicles go, as data/tariffs.json tells it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hmk_graph.dispatch.models import TripKind
from hmk_graph.money import Paisa


@dataclass(frozen=True, kw_only=True)
class Tariff:
    """The rates of one kind of trip, in paisa; `speed_kmh` only guesses when somebody arrives."""

    base: Paisa
    per_km: Paisa
    night: Paisa
    waiting_per_min: Paisa
    cancel: Paisa
    speed_kmh: int


@cache
def tariffs() -> dict[TripKind, Tariff]:
    """Return the rates of all kinds of trips."""
    told = json.loads(files(__package__).joinpath("data/tariffs.json").read_text("utf-8"))
    return {kind: Tariff(**told[kind.value]) for kind in TripKind}
