"""Neighbors of the demo who give blood, and who have something to let; by the domain's commands.

The same people bid at the haats: a person is more than one thing. What was made once stays.
"""

from __future__ import annotations

from datetime import date

from hmk_graph.blood import enlisting
from hmk_graph.blood.enlisting import Profile
from hmk_graph.blood.models import BloodGroup, Donor
from hmk_graph.clock import database_clock
from hmk_graph.demo import enrolling, people
from hmk_graph.demo.enrolling import Counted, Progress, Register
from hmk_graph.money import Paisa, taka
from hmk_graph.rentals import listing
from hmk_graph.rentals.listing import Prospectus
from hmk_graph.rentals.models import Tenants, Unit, UnitKind

G, K = BloodGroup, UnitKind
NOTHING = Paisa(0)
# About as the groups are spread in the country: O, B and A are common, Rh negative is rare.
GROUPS = (
    *(G.B_POS, G.O_POS, G.A_POS, G.B_POS, G.O_POS, G.AB_POS, G.A_POS, G.B_POS, G.O_POS),
    *(G.A_POS, G.O_NEG, G.B_NEG, G.AB_POS, G.A_NEG, G.O_POS),
)
# Title, kind, rent, months of advance, rooms or seats.
LETTINGS = (
    ("স্টেশন রোডে দুই কক্ষের বাসা", K.HOUSE, 7_500, 2, 2),
    ("নগুয়ায় তিন কক্ষের ফ্ল্যাট, গ্যাসসহ", K.HOUSE, 12_000, 2, 3),
    ("কলেজের পাশে মেস, এক কক্ষ", K.HOUSE, 2_500, 1, 1),
    ("বড় বাজারে দোকানঘর", K.SHOP, 9_000, 6, None),
    ("চৌরাস্তায় দোকান, সামনে খোলা", K.SHOP, 6_000, 6, None),
    ("আদালতপাড়ায় অফিস, দ্বিতীয় তলা", K.OFFICE, 15_000, 3, 3),
    ("নদীর ঘাটে গুদাম, ট্রাক ঢোকে", K.GODOWN, 18_000, 4, None),
    ("ধানের গুদাম, উঁচু ভিটা", K.GODOWN, 10_000, 3, None),
    ("এগারো আসনের মাইক্রোবাস, চালকসহ", K.VEHICLE, 6_500, 0, 11),
    ("চার আসনের কার, চালকসহ", K.VEHICLE, 4_000, 0, 4),
)
DONORS = people.BIDDERS[: len(GROUPS)]
OWNERS = people.BIDDERS[len(GROUPS) : len(GROUPS) + len(LETTINGS)]


async def settle_in(register: Register, progress: Progress) -> None:
    """Have the donors' profiles and the things to let; a second time adds only what is missing."""
    accounts = [register.account(person) for person in (*DONORS, *OWNERS)]
    give = {row.account_id async for row in Donor.filter(account_id__in=accounts)}
    let = {row.owner_id async for row in Unit.filter(owner_id__in=accounts)}
    donors = [n for n, one in enumerate(DONORS) if register.account(one) not in give]
    owners = [n for n, one in enumerate(OWNERS) if register.account(one) not in let]
    counted = Counted("neighbors", len(donors) + len(owners), progress)

    async def enlist(number: int) -> None:
        await _enlist(register, number)
        counted()

    async def put_up(number: int) -> None:
        await _put_up(register, number)
        counted()

    await enrolling.each(donors, enlist)
    await enrolling.each(owners, put_up)


async def _enlist(register: Register, number: int) -> None:
    profile = Profile(
        group=GROUPS[number],
        place_id=_home(register, number),
        born_on=date(1980 + number, 1 + number % 12, 10),
        weight_kg=52 + 2 * number,
    )
    account_id = register.account(DONORS[number])
    await enlisting.enlist(account_id, profile, clock=database_clock)


async def _put_up(register: Register, number: int) -> None:
    title, kind, rent, months, size = LETTINGS[number]
    by_day = kind is UnitKind.VEHICLE
    prospectus = Prospectus(
        kind=kind,
        place_id=_home(register, number),
        title_bn=title,
        rent=taka(rent),
        advance=taka(rent * months),
        service_charge=NOTHING if by_day else taka(300),
        address=f"{title}, হোল্ডিং {number + 11}",
        rooms=None if by_day else size,
        seats=size if by_day else None,
        tenants=Tenants.SINGLES if number == 2 else Tenants.ANYBODY,
        amenities=() if by_day else ("ELECTRICITY", "WATER"),
    )
    await listing.put_up(
        register.account(OWNERS[number]),
        prospectus,
        idempotency_key=f"demo letting {number}",
        clock=database_clock,
    )


def _home(register: Register, number: int) -> int:
    """Return a union in which somebody of the demo lives, so that donors are near and far."""
    return register.places[people.SELLERS[number % len(people.SELLERS)].home]
