"""Fifty of what a person does at a desk: a seller's, a driver's, a provider's, an officer's.

`PAGES` are the lists that show it, with every relation that a page asks of them.
"""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.accounts.models import Account, ApplicationState, Role, SellerApplication
from hmk_graph.dispatch.models import Driver, Trip, TripState, Vehicle
from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.haat.models import BiddingBan, Haat, HaatSession
from hmk_graph.money import taka
from hmk_graph.notifications.models import Notification
from hmk_graph.payments import chart
from hmk_graph.payments.paying_models import Attempt, Intent
from hmk_graph.rentals.models import Deduction, Unit
from hmk_graph.services.booking_models import Booking, Review
from hmk_graph.services.models import Provider, ServiceState
from tests import auctions, factories
from tests.dispatch import fleet
from tests.factories import NOON
from tests.rentals import lodgings
from tests.services import desks

ANIMAL = """animal { id number species { slug } sex { slug } tags { value } sellerName
    origin { nameBn parent { nameBn parent { nameBn } } } weights { grams } latestWeight { grams }
    clearance { passed } qurbani { fitness } chain { animalId } history { kind }
    media { url(width: 320, format: AVIF) alt placeholder color } papers { id }
    sellerPortrait { url(width: 96) } mine }"""
BEAST = ANIMAL.partition("{")[2].rpartition("}")[0]
TRIP = """parties allowedMoves place { nameBn } fareLines { amount } driver { name }
    rider { name } startCode phones alarms"""
BOOKING = """part phone startCode citizenName place { nameBn } quotes { totalAmount }
    cancelTerms { fee } allowedTransitions reviews { stars authorName }
    service { titleBn fromPrice category { slug } provider { name place { nameBn } } }"""
PAGES = {
    "lotsWaiting": f"""lotsWaiting(first: $n) {{ edges {{ node {{ phase price mayBid
        haat {{ nameBn hasilRules {{ wordsBn }} }} {ANIMAL} }} }} }}""",
    "myListings": f"""myListings(first: $n) {{ edges {{ node {{ titleBn price lotId offersWaiting
        mine haat {{ nameBn }} {ANIMAL} }} }} }}""",
    "myAnimals": f"myAnimals(first: $n) {{ edges {{ node {{ {BEAST} sale {{ __typename }} }} }} }}",
    "checksWaiting": f"checksWaiting(first: $n) {{ edges {{ node {{ {BEAST} }} }} }}",
    "haats": """haats(first: $n) { edges { node { nameBn place { nameBn parent { nameBn } }
        registered depositRule { __typename } hasilRules { wordsBn } } } }""",
    "haatSessions": """haatSessions(first: $n) { edges { node { state titleBn officerName
        haat { nameBn registered } } } }""",
    "biddingBans": "biddingBans(first: $n) { edges { node { name standing until reason } } }",
    "myDeposits": """myDeposits(first: $n) { edges { node { amount state haat { nameBn }
        payment { left tries { amount } } } } }""",
    "myTrips": f"myTrips(first: $n) {{ edges {{ node {{ {TRIP} }} }} }}",
    "myDriving": f"myDriving(first: $n) {{ edges {{ node {{ {TRIP} }} }} }}",
    "deskTrips": f"deskTrips(states: [COMPLETED], first: $n) {{ edges {{ node {{ {TRIP} }} }} }}",
    "drivers": """drivers(first: $n) { edges { node { name contactPhone placeId dueAt
        vehicles { kind } openOffer { id } presentTrip { id } } } }""",
    "myPayments": """myPayments(first: $n) { edges { node { purpose due paid left
        tries { amount } } } }""",
    "sellerApplications": """sellerApplications(first: $n) { edges { node { farmName applicantName
        allowedMoves placeId dueAt papers { id } } } }""",
    "servicesWaiting": """servicesWaiting(first: $n) { edges { node { titleBn category { slug }
        options { amount history { amount } } allowedTransitions
        provider { name place { nameBn } availability { state } } } } }""",
    "deskBookings": f"""deskBookings(are: [DISPUTED], first: $n) {{ edges {{ node {{
        {BOOKING} }} }} }}""",
    "bookingDisputes": f"bookingDisputes(first: $n) {{ edges {{ node {{ {BOOKING} }} }} }}",
    "reviews": """reviews(providerId: "Provider:1", first: $n) { edges { node { authorName stars
        text reply } } }""",
    "myRentalUnits": """myRentalUnits(first: $n) { edges { node { titleBn place { nameBn } address
        ownerName mine allowedTransitions } } }""",
    "notifications": """notifications(first: $n) { edges { node { topic urgency about textBn times
        toldAt readAt } } }""",
    "deductionDisputes": """deductionDisputes(first: $n) { edges { node { label amount
        unit { titleBn place { nameBn } } } } }""",
}


async def furnish(viewer: Account, many: int) -> None:
    """Make so many of each for one person, who sits at every desk of the upazila."""
    await factories.granted(viewer, Role.DISPATCHER, await factories.upazila())
    own_crew, other_crew = await fleet.crew(), await fleet.crew()
    await Driver.filter(id=own_crew.id).update(account_id=viewer.id)
    ride = await fleet.trip()
    desk, option = await desks.shop()
    own = await desks.provider(viewer)
    service = await desks.service(own)
    for number in range(many):
        await _at_the_haat(viewer, number)
        await _on_the_road(viewer, own_crew, other_crew, ride)
        await _in_the_office(viewer, number)
        for provider, offered, citizen in (
            (desk, option.service_id, await factories.person()),
            (own, service.id, await factories.person()),
        ):
            await _disputed(provider, offered, option.id, citizen, number)


async def _at_the_haat(viewer: Account, number: int) -> None:
    await auctions.submitted_lot()
    beast = await factories.animal(viewer)
    await factories.listing(beast)
    await factories.animal(cleared=False, state=factories.AnimalState.CHECK_PENDING)
    haat = await factories.haat(f"kishoreganj-karimganj-haat{number}")
    await HaatSession.create(
        haat=haat,
        title_bn="হাট",
        title_en="Haat",
        officer=await factories.person(),
        starts_at=NOON + timedelta(days=number),
        ends_at=NOON + timedelta(days=number, hours=9),
    )
    await _barred(haat)
    await Deposit.create(haat=haat, account=viewer, amount_paisa=taka(100), asked_at=NOON)


async def _barred(haat: Haat) -> None:
    await BiddingBan.create(
        account=await factories.person(),
        haat=haat,
        officer=await factories.person(),
        until=factories.FOR_EVER,
        reason="মিথ্যা দর",
        created_at=NOON,
    )


async def _on_the_road(viewer: Account, own: fleet.Crew, other: fleet.Crew, ride: Trip) -> None:
    """Have the viewer driven by somebody, and somebody by the viewer; a driver waits meanwhile."""
    for rider, crew in ((viewer, other), (await factories.person(), own)):
        copy = ride.clone(pk=None)
        copy.state, copy.ended_at = TripState.COMPLETED, NOON
        copy.rider_id = copy.requester_id = rider.id
        copy.driver_id, copy.vehicle_id = crew.id, crew.vehicle.id
        await copy.save()
    waiting = await fleet.crew(online=False, state=ApplicationState.SUBMITTED)
    await Vehicle.filter(driver_id=waiting.id).update(state="PENDING")


async def _in_the_office(viewer: Account, number: int) -> None:
    intent = await Intent.create(
        purpose="x",
        subject_id=number,
        payer=viewer,
        payee=chart.held_for(viewer.id),
        due_paisa=100,
        created_at=NOON,
    )
    await Attempt.create(
        intent=intent,
        gateway="bkash",
        invoice=f"HMK{number}",
        amount_paisa=100,
        created_at=NOON,
    )
    await Notification.create(
        account=viewer,
        topic="BIDS",
        kind="haat.outbid",
        urgency="NORMAL",
        text_bn="আপনার দর ছাড়িয়ে গেছে",
        text_en="You were outbid",
        about_type="Lot",
        about_id=number,
        last_event_id=number,
        told_at=NOON,
    )
    await SellerApplication.create(
        account=await factories.person(),
        state="SUBMITTED",
        farm_name="খামার",
        contact_phone=factories.phone(),
        created_at=NOON,
        place=await factories.union(),
        submitted_at=NOON,
        due_at=NOON + timedelta(days=3),
    )
    await desks.option(await desks.service(state=ServiceState.PENDING_REVIEW, verified_at=None))
    flat = await lodgings.unit()
    # Written past the rule of how many one may let, which is fewer than a page holds.
    await Unit.filter(id=flat.id).update(owner_id=viewer.id)
    tenancy = await lodgings.tenancy(await lodgings.unit(), await factories.person())
    await Deduction.create(
        agreement=tenancy, label="রং", claimed_paisa=100, amount_paisa=100, state="DISPUTED"
    )


async def _disputed(
    provider: Provider, service_id: int, option_id: int, citizen: Account, number: int
) -> None:
    """Have a citizen and a provider at odds, and the citizen say so in a review."""
    starts_at = NOON - timedelta(days=2, hours=-2 * number)
    booking = await Booking.create(
        provider=provider,
        service_id=service_id,
        option_id=option_id,
        citizen=citizen,
        state="DISPUTED",
        starts_at=starts_at,
        finishes_at=starts_at + timedelta(hours=1),
        place=await factories.union(),
        amount_paisa=100,
        ceiling_paisa=100,
        code="0000",
        uid=f"{provider.id} {number}",
        created_at=NOON - timedelta(days=3),
        changed_at=NOON,
    )
    await Review.create(
        booking=booking,
        provider=provider,
        citizen=citizen,
        by="CITIZEN",
        stars=2,
        finished_at=NOON - timedelta(days=30),
        written_at=NOON - timedelta(days=20),
    )
