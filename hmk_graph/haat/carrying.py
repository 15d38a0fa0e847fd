"""An animal's way from the haat to its buyer's door, as the trip that carries it tells it.

A trip knows its cargo by a reference alone. What the trip's events say of it becomes events of the
animal here, with the names of ICAR ADE and the trip as the consignment.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import LoggedEvent, transaction, whole_command
from hmk_graph.haat import animal_keeping
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import AnimalEvent
from hmk_graph.haat.sale_models import Deal, DealState

# Once a deal is made its animal may be brought: before it is paid, too, for the buyer to see it.
CARRIED = (DealState.AWAITING_PAYMENT, DealState.PAID, DealState.HANDED_OVER)
_REFERENCE = re.compile(r"haat\.deal\.([1-9][0-9]{0,18})", re.ASCII)
_TOLD: dict[str, tuple[AnimalHappening, dict[str, str]]] = {
    "dispatch.cargo_picked_up": (AnimalHappening.DEPARTED, {"departureKind": "Sale"}),
    "dispatch.cargo_handed_over": (AnimalHappening.ARRIVED, {"arrivalReason": "Purchase"}),
}


async def cargo_of(person_id: int, deal_id: int) -> str:
    """Return by which reference a trip carries the animal of a deal.

    Raises:
        NotFound: There is no such deal, the person has no part in it, or it is over.
    """
    deal = await Deal.get_or_none(id=deal_id)
    if deal is None or person_id not in (deal.buyer_id, deal.seller_id):
        raise NotFound
    if deal.state not in CARRIED:
        raise NotFound
    return f"haat.deal.{deal_id}"


def deal_of(cargo_ref: str) -> int | None:
    """Return the deal whose animal a reference names; None if it names something else."""
    named = _REFERENCE.fullmatch(cargo_ref)
    return int(named[1]) if named else None


@whole_command
async def follow_cargo(event: LoggedEvent, _clock: Clock) -> None:
    """Write down what a trip tells of an animal that it carries, once; other cargo is not ours."""
    deal_id = deal_of(event.payload["cargo_ref"])
    deal = await Deal.get_or_none(id=deal_id) if deal_id else None
    if deal is None:
        return
    kind, told = _TOLD[event.kind]
    consignment: dict[str, Any] = {"trip": event.payload["trip_id"], "deal": deal.id}
    if event.payload.get("travelled_m") is not None:
        consignment["meters"] = event.payload["travelled_m"]
    async with transaction():
        await animal_keeping.locked(deal.animal_id)
        known = await AnimalEvent.filter(animal_id=deal.animal_id, kind=kind)
        trips = [one.payload.get("consignment", {}).get("trip") for one in known]
        if consignment["trip"] in trips:
            return
        await animal_keeping.record(
            deal.animal_id,
            kind,
            {**told, "consignment": consignment},
            actor_id=event.actor_id,
            at=datetime.fromisoformat(event.payload["happened_at"]),
        )
