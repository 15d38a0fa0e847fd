"""The driver whom a visitor may be: verified from the start, with a rickshaw that nobody drives."""

from __future__ import annotations

from hmk_graph.accounts.approval import Move
from hmk_graph.clock import database_clock
from hmk_graph.demo import people
from hmk_graph.demo.enrolling import Register
from hmk_graph.demo.persona_desk import HOME, UPAZILA
from hmk_graph.dispatch import approving_drivers, enrolling
from hmk_graph.dispatch.enrolling import Papers
from hmk_graph.dispatch.models import Driver, VehicleKind
from hmk_graph.services import papering


async def enlist(register: Register) -> None:
    """Have Harun verified with his rickshaw; a second time changes nothing."""
    account_id = register.account(people.DRIVER)
    if await Driver.exists(account_id=account_id):
        return
    papers = Papers(
        name=people.DRIVER.name,
        contact_phone=people.DRIVER.phone,
        place_id=register.places[HOME],
        statement="করিমগঞ্জ বাজারে পনেরো বছর রিকশা চালাই।",
    )
    driver = await enrolling.save_papers(account_id, papers, clock=database_clock)
    vehicle = await enrolling.add_vehicle(
        account_id,
        VehicleKind.RICKSHAW,
        plate_no="করিমগঞ্জ ১২৩",
        seats=2,
        idempotency_key="demo rickshaw",
        clock=database_clock,
    )
    await enrolling.submit_papers(account_id, clock=database_clock)
    officer_id, missing = register.account(people.VETS[UPAZILA]), papering.missing_for_calls
    await approving_drivers.decide_vehicle(officer_id, vehicle.id, usable=True, papers=missing)
    await approving_drivers.decide_driver(
        officer_id, driver.id, Move.VERIFY, papers=missing, clock=database_clock
    )
