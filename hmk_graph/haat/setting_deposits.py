"""Officers say which deposit their haat asks bidders for."""

from __future__ import annotations

from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.models import Haat
from hmk_graph.haat.selling_events import DepositRuleSet
from hmk_graph.money import TAKA, Paisa, taka

# More than this in advance the law leaves to escrow at a bank (domain.md D.5).
HIGHEST_BASIS_POINTS = 1_000
HIGHEST_FLOOR = taka(10_000)
HIGHEST_CEILING = taka(1_000_000)


@whole_command
async def set_rule(
    officer_id: int,
    haat_id: int,
    *,
    basis_points: int,
    floor: Paisa,
    ceiling: Paisa | None,
    clock: Clock,
) -> Haat:
    """Ask for another deposit, or for none (0 and 0), on lots that are scheduled from now on.

    Raises:
        NotFound: No such haat, or the person is no officer of it.
        BadInput: It is too high, no whole taka, or its ceiling lies under its floor.
        AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=officer_id) as events:
        haat = await need_officer(officer_id, haat_id)
        _need_bounds("basisPoints", basis_points, HIGHEST_BASIS_POINTS, unit=1)
        _need_bounds("floor", floor, HIGHEST_FLOOR, unit=TAKA)
        if ceiling is not None:
            _need_bounds("ceiling", ceiling, HIGHEST_CEILING, unit=TAKA, lowest=max(floor, TAKA))
        haat.deposit_basis_points = basis_points
        haat.deposit_floor_paisa = floor
        haat.deposit_ceiling_paisa = ceiling
        await Haat.filter(id=haat_id).update(
            deposit_basis_points=basis_points,
            deposit_floor_paisa=floor,
            deposit_ceiling_paisa=ceiling,
        )
        events.append(DepositRuleSet(haat_id=haat_id, from_lots_after=await clock()))
    return haat


def _need_bounds(name: str, value: int, highest: int, *, unit: int, lowest: int = 0) -> None:
    if not lowest <= value <= highest or value % unit:
        raise BadInput(
            name,
            why_bn="সংখ্যাটি সীমার বাইরে, বা পূর্ণ টাকা নয়।",
            why_en="out of bounds, or not whole taka.",
        )
