"""Photos of the scale, the handover and a fault: by whose they are to give, and in their time."""

from __future__ import annotations

import pytest

from hmk_graph.errors import NotFound, StaleState
from hmk_graph.haat import proving
from hmk_graph.haat.proving import Proof
from hmk_graph.haat.sale_models import Deal, DealState, ListingState
from hmk_graph.media import queries
from hmk_graph.media.attaching import Picture
from hmk_graph.media.models import Attachment
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON, at
from tests.media import files

CLOCK = at(NOON)
pytestmark = pytest.mark.usefixtures("db")
BY_BUYER = {Proof.OBJECTION}
IN_TIME = {
    Proof.WEIGHING: {"PAID", "HANDED_OVER"},
    Proof.HANDOVER: {"PAID", "HANDED_OVER"},
    Proof.OBJECTION: {"HANDED_OVER", "DISPUTED"},
}


async def deal(state: DealState) -> Deal:
    sold = await factories.listing(state=ListingState.SOLD)
    return await Deal.create(
        animal_id=sold.animal_id,
        listing=sold,
        seller_id=sold.seller_id,
        buyer=await factories.person(),
        state=state,
        amount_paisa=taka(90_000),
        made_at=NOON,
    )


@pytest.mark.parametrize("proof", list(Proof))
@pytest.mark.parametrize("state", list(DealState))
async def test_each_proof_is_given_by_its_side_and_in_its_time(proof: Proof, state: DealState):
    made = await deal(state)
    buyer, seller = await made.buyer, await made.seller
    side, other = (buyer, seller) if proof in BY_BUYER else (seller, buyer)
    shown, theirs = await files.ready(side), await files.ready(other)

    with pytest.raises(NotFound):
        await proving.set_proof(
            other.id, made.id, proof, [Picture(media_id=theirs.id)], clock=CLOCK
        )
    pictures = [Picture(media_id=shown.id, alt="ওজনের কাঁটা")]
    if state in IN_TIME[proof]:
        await proving.set_proof(side.id, made.id, proof, pictures, clock=CLOCK)
        [found] = await queries.hung_on(proving.RULES[proof].subject.name, [made.id])
        assert [(one.media_id, one.alt) for one in found] == [(shown.id, "ওজনের কাঁটা")]
    else:
        with pytest.raises(StaleState):
            await proving.set_proof(side.id, made.id, proof, pictures, clock=CLOCK)
        assert await Attachment.all().count() == 0
