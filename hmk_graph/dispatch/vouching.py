"""Whoever is verified for a trade elsewhere comes when called for it: no second papers are asked.

The other context vouches by a warrant in words of its own (`services.provider.7`); what it vouches
for is what a person goes out with on foot. Officers of his area have seen him there.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from hmk_graph.accounts.models import ApplicationState
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties, rules
from hmk_graph.dispatch.models import Driver, Vehicle, VehicleKind, VehicleState
from hmk_graph.event_log import transaction, whole_command


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """For whom is vouched, by what, and who of the officers looked at him."""

    account_id: int
    warrant: str
    name: str
    contact_phone: str
    place_id: int
    decided_by_id: int | None


@whole_command
async def vouch(person: Vouched, skills: Collection[str], *, clock: Clock) -> None:
    """Have a person come for exactly these skills (slugs of services); none ends it.

    A skill that is no longer vouched for is put out of use, and so offered no more; a trip that he
    has goes on. Repeating it changes nothing. What he wrote of himself as a driver, and what
    officers decided about that, stays as it is.
    """
    async with transaction():
        driver = await _locked(person, skills, await clock())
        if driver is None:
            return
        held = await Vehicle.filter(driver_id=driver.id, warrant=person.warrant)
        known = {one.skill: one for one in held}
        for skill in sorted(set(skills) - set(known)):
            await Vehicle.create(
                driver=driver,
                kind=VehicleKind.ON_FOOT,
                medium=rules.medium_of(VehicleKind.ON_FOOT),
                skill=skill,
                warrant=person.warrant,
                state=VehicleState.VERIFIED,
                decided_by_id=person.decided_by_id,
                created_at=await clock(),
            )
        for skill, vehicle in known.items():
            state = VehicleState.VERIFIED if skill in skills else VehicleState.RETIRED
            await Vehicle.filter(id=vehicle.id).exclude(state=state).update(state=state)


async def _locked(person: Vouched, skills: Collection[str], now: datetime) -> Driver | None:
    """Return the person as a driver; None if he is none, and nothing makes him one."""
    found = await parties.driver_of(person.account_id)
    if found is not None:
        return await Driver.select_for_update(no_key=True).get(id=found.id)
    if not skills:
        return None
    return await Driver.create(
        account_id=person.account_id,
        state=ApplicationState.VERIFIED,
        name=person.name,
        contact_phone=person.contact_phone,
        place_id=person.place_id,
        decided_by_id=person.decided_by_id,
        decided_at=now,
        created_at=now,
    )
