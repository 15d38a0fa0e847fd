"""Neighbors who complained before the visitor came, so that an officer has something to answer.

Each complaint is made and answered by the domain's own commands, at moments told one after another;
what is too late by now, the worker passes on itself. Nobody acts on them afterwards but visitors.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from enum import IntEnum

from hmk_graph.civic import complaining, handling
from hmk_graph.civic.complaining import Grievance
from hmk_graph.civic.models import Complaint, ComplaintKind
from hmk_graph.clock import database_clock
from hmk_graph.demo import people
from hmk_graph.demo.ended_auctions import Told
from hmk_graph.demo.enrolling import Counted, Progress, Register
from hmk_graph.demo.people import Person, Seller

K = ComplaintKind
HOUR = timedelta(hours=1)


class Far(IntEnum):
    """How far a complaint has come: how many steps were taken on the way to a good end."""

    LODGED = 0
    TAKEN = 1
    BEGUN = 2
    RESOLVED = 3
    CONFIRMED = 4


# Of what, its words, how many hours ago, how far it has come.
COMPLAINTS = (
    (K.WATER, "বাজারের নলকূপটি নষ্ট, দুই সপ্তাহ ধরে পানি নেই।", 4, Far.LODGED),
    (K.ROAD, "কালভার্টের রেলিং ভেঙে গেছে, রাতে লোক পড়ে যায়।", 30, Far.TAKEN),
    (K.ELECTRICITY, "চৌরাস্তার বাতি জ্বলে না, রাতে অন্ধকার থাকে।", 90, Far.LODGED),
    (K.WASTE, "মাছবাজারের ময়লা তিন দিন ধরে তোলা হয় না।", 20, Far.BEGUN),
    (K.HAAT, "হাসিলের রসিদ চাইলে দিতে চায় না।", 26, Far.BEGUN),
    (K.PROVIDER, "অর্ধেক কাজ করে চলে গেছেন, আর ফোন ধরেন না।", 50, Far.RESOLVED),
    (K.ROAD, "স্কুলের সামনের রাস্তায় বড় গর্ত, রিকশা উল্টে যায়।", 120, Far.CONFIRMED),
    (K.WATER, "নালা আটকে ঘরের সামনে পানি জমে থাকে।", 100, Far.CONFIRMED),
)
ASKED_ABOUT = K.HAAT
QUESTION = "রসিদটি কোন দিনের, আর কোন গরুর জন্য ছিল?"
ANSWER = "লোক পাঠিয়ে কাজটি করা হয়েছে, ছবি রাখা আছে।"
AUTHORS = people.BIDDERS[-len(COMPLAINTS) :]


async def complain(register: Register, progress: Progress) -> None:
    """Have the complaints; a second time adds only what is missing."""
    accounts = [register.account(author) for author in AUTHORS]
    made = {row.author_id async for row in Complaint.filter(author_id__in=accounts)}
    missing = [n for n, author in enumerate(AUTHORS) if register.account(author) not in made]
    counted = Counted("complaints", len(missing), progress)
    for number in missing:
        await _complain(register, AUTHORS[number], people.SELLERS[number], number)
        counted()


async def _complain(register: Register, author: Person, neighbor: Seller, number: int) -> None:
    """Have one complaint of where a farmer lives, answered by the officer of his upazila."""
    kind, text, hours, far = COMPLAINTS[number]
    told = Told(await database_clock() - hours * HOUR)
    author_id = register.account(author)
    officer_id = register.account(people.VETS[neighbor.upazila])
    grievance = Grievance(
        kind=kind,
        place_id=register.places[neighbor.home],
        text=text,
        address=neighbor.village,
    )
    lodged = await complaining.lodge(author_id, grievance, idempotency_key="demo", clock=told)
    for step in _steps(author_id, officer_id, lodged.id, told)[:far]:
        told.moment += HOUR
        await step()
    if kind is ASKED_ABOUT:
        await handling.ask(officer_id, lodged.id, QUESTION, clock=told)


def _steps(
    author_id: int, officer_id: int, complaint_id: int, told: Told
) -> list[Callable[[], Awaitable[Complaint]]]:
    """Return what is done about a complaint that ends well, in order."""
    return [
        lambda: handling.assign(officer_id, complaint_id, officer_id, clock=told),
        lambda: handling.begin(officer_id, complaint_id, clock=told),
        lambda: handling.resolve(officer_id, complaint_id, ANSWER, [], clock=told),
        lambda: complaining.confirm(author_id, complaint_id, clock=told),
    ]
