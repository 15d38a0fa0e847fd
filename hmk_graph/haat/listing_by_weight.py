"""An animal comes up for sale by its live weight: at so much a kilogram."""

from __future__ import annotations

from dataclasses import asdict

from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import listing, weight_pricing
from hmk_graph.haat.animal_models import AnimalWeight
from hmk_graph.haat.sale_models import Listing, SaleKind
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import TAKA, Paisa, taka

OPERATION = "listByWeight"
MOST_PER_KG = taka(10_000)


@whole_command
async def list_by_weight(
    seller_id: int,
    animal_id: int,
    *,
    haat_id: int,
    per_kg: Paisa,
    wording: listing.Wording,
    idempotency_key: str,
    clock: Clock,
) -> Listing:
    """Offer an animal at a price for the kilogram, by the newest weight written down of it.

    Raises:
        NotFound, NotListable, AlreadyListed, ResoldTooSoon: As for a fixed price.
        BadInput: It was not weighed lately, the price is no whole taka, or a text does not fit.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    _need_price(per_kg)
    async with transaction(actor_id=seller_id, command_id=idempotency_key) as events:
        earlier = await recall(
            seller_id,
            OPERATION,
            idempotency_key,
            animal=animal_id,
            haat=haat_id,
            per_kg=per_kg,
            wording=asdict(wording),
        )
        if earlier is not None:
            return await Listing.get(id=earlier["listing_id"])
        # An animal that is weighed anew loses its clearance, so `put_up` refuses it meanwhile.
        weight = await AnimalWeight.filter(animal_id=animal_id).order_by("-measured_at").first()
        price = weight_pricing.asked_for(per_kg, weight.grams) if weight else taka(1)
        # Without a weight any price will do: the refusal below undoes it all.
        _, offered, now = await listing.put_up(
            seller_id, animal_id, haat_id, SaleKind.FIXED, price, wording, clock
        )
        if weight is None or weight.measured_at < now - weight_pricing.WEIGHED_WITHIN:
            raise BadInput(
                "animalId",
                why_bn="আগে পশুটি ওজন করে লিখুন; ৩০ দিনের বেশি পুরোনো ওজন চলে না।",
                why_en="weigh the animal first; a weight counts for 30 days.",
            )
        offered.per_kg_paisa, offered.declared_grams = per_kg, weight.grams
        await offered.save(update_fields=["per_kg_paisa", "declared_grams"])
        events.append(await listing.listed(offered, Paisa(offered.price_paisa or 0)))
        await remember(seller_id, OPERATION, idempotency_key, {"listing_id": offered.id})
    return offered


def _need_price(per_kg: Paisa) -> None:
    if not 0 < per_kg <= MOST_PER_KG or per_kg % TAKA:
        raise BadInput(
            "perKg",
            why_bn="কেজিপ্রতি দাম হবে পূর্ণ টাকায়, ১ থেকে ১০ হাজার।",
            why_en="a kilogram costs whole taka, from 1 to 10,000.",
        )
