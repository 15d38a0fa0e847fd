"""What becomes of a driver, and of a rider's words, whose person has left for good."""

from __future__ import annotations

from hmk_graph.accounts.models import ApplicationState
from hmk_graph.clock import Clock
from hmk_graph.dispatch import parties, standing_by
from hmk_graph.dispatch.events import DriverDecided
from hmk_graph.dispatch.models import Driver, Quote, Trip, Vehicle, VehicleState
from hmk_graph.event_log import transaction, whole_command


@whole_command
async def forget(account_id: int, *, clock: Clock) -> None:
    """End what an erased person drove, whose trips are over, and wipe what names him.

    Of the trips that he rode there stay the way and the fare. Twice is no matter.
    """
    async with transaction() as events:
        words = ("contact_name", "contact_phone", "pickup_note", "drop_note", "cargo_note")
        await Trip.filter(rider_id=account_id).update(**dict.fromkeys(words, ""))
        await Quote.filter(account_id=account_id).delete()
        found = await parties.driver_of(account_id)
        if found is not None:
            driver = await Driver.select_for_update(no_key=True).get(id=found.id)
            events += await standing_by.sent_home(driver, await clock())
            driver.state, driver.version = ApplicationState.TERMINATED, driver.version + 1
            await driver.save(update_fields=["state", "version"])
            events.append(DriverDecided(driver_id=driver.id, state=driver.state.value, reason=""))
        blank = {"name": "", "contact_phone": "", "licence_no": "", "statement": ""}
        await Driver.filter(account_id=account_id).update(**blank)
        left = Vehicle.filter(driver__account_id=account_id)
        ids = [int(str(one)) for one in await left.values_list("id", flat=True)]
        await Vehicle.filter(id__in=ids).update(state=VehicleState.RETIRED, plate_no="")
