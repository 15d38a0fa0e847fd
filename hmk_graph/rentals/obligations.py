"""What a person still has open about renting: nobody leaves before it is over."""

from __future__ import annotations

from tortoise.expressions import Q

from hmk_graph.event_log import transaction, whole_command
from hmk_graph.rentals import keeping
from hmk_graph.rentals.machines import FINAL, Actor, UnitCommand
from hmk_graph.rentals.models import Agreement, AgreementState, Hire, HireState, Unit, UnitState

OVER = (*FINAL, AgreementState.OFFERED)
TAKEN = (HireState.REQUESTED, HireState.CONFIRMED)


async def open_obligations(account_id: int) -> list[str]:
    """Name what is still open: "tenancies", "hires"."""
    tenancies = Agreement.filter(Q(tenant_id=account_id) | Q(landlord_id=account_id))
    hires = Hire.filter(Q(hirer_id=account_id) | Q(unit__owner_id=account_id))
    open_things = {
        "tenancies": await tenancies.exclude(state__in=list(OVER)).exists(),
        "hires": await hires.filter(state__in=list(TAKEN)).exists(),
    }
    return [name for name, is_open in open_things.items() if is_open]


@whole_command
async def forget(account_id: int) -> None:
    """Take down what a person who left had for rent, and wipe where all of it was."""
    async with transaction() as events:
        shown = (UnitState.AVAILABLE, UnitState.STALE)
        mine = Unit.filter(owner_id=account_id, state__in=list(shown)).order_by("id")
        for unit in await mine.select_for_update(no_key=True):
            events.append(await keeping.move_unit(unit, UnitCommand.RETIRE, Actor.HOUSE))
        await Unit.filter(owner_id=account_id).update(address="")
