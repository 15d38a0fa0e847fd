"""A deal's row: lock it behind its listing, and take a step of its machine."""

from __future__ import annotations

from hmk_graph.errors import NotFound
from hmk_graph.haat import ending, weight_pricing
from hmk_graph.haat.machines import DEAL, Actor, DealCommand
from hmk_graph.haat.sale_models import Deal, DealState, Listing
from hmk_graph.state_machines import allowed, next_state


async def locked(deal_id: int) -> tuple[Deal, Listing]:
    """Lock a deal with its listing, the listing first (rules.md C2).

    Raises:
        NotFound: There is no such deal.
    """
    found = await Deal.get_or_none(id=deal_id)
    if found is None:
        raise NotFound
    listing = await ending.locked(found.listing_id)
    return await Deal.filter(id=deal_id).select_for_update(no_key=True).get(), listing


def moves(deal: Deal, actor: Actor) -> list[str]:
    """Name what an actor can do with a deal now; a weight is refused only while it is asked for."""
    found = allowed(DEAL, deal.state, actor)
    if weight_pricing.asks(deal):
        return found
    return [move for move in found if move != DealCommand.REFUSE_WEIGHT]


async def step(deal: Deal, command: DealCommand, actor: Actor, **changes: object) -> None:
    """Take a locked deal one step on, with the columns that change beside its state.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    to = DealState(next_state(DEAL, deal.state, command, actor=actor))
    written = {"state": to, "version": deal.version + 1, **changes}
    await Deal.filter(id=deal.id, state=deal.state).update(**written)
    for column, value in written.items():
        setattr(deal, column, value)
