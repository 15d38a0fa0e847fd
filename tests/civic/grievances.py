"""Complaints of Niamatpur, and the officers of its upazila and district."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.civic import complaining, handling
from hmk_graph.civic.complaining import Grievance
from hmk_graph.civic.models import Complaint, ComplaintKind
from tests import factories
from tests.factories import NOON, at

TEXT = "বাজারের নলকূপটি দুই সপ্তাহ ধরে নষ্ট, পানি নেই।"
WORDS = "মিস্ত্রি পাঠানো হয়েছে, কাল ঠিক হবে।"


async def lodged(
    author: Account | None = None,
    *,
    kind: ComplaintKind = ComplaintKind.WATER,
    now: datetime = NOON,
    key: str = "k",
    **given: Any,
) -> Complaint:
    """Have somebody complain; of a tube well in Niamatpur, at noon of a Wednesday."""
    place = await factories.union()
    grievance = Grievance(kind=kind, place_id=place.id, text=TEXT, **given)
    author = author or await factories.person()
    return await complaining.lodge(author.id, grievance, idempotency_key=key, clock=at(now))


async def taken(officer: Account, complaint: Complaint, now: datetime = NOON) -> Complaint:
    """Have an officer take it and begin."""
    await handling.assign(officer.id, complaint.id, officer.id, clock=at(now))
    return await handling.begin(officer.id, complaint.id, clock=at(now))


async def resolved(officer: Account, complaint: Complaint, now: datetime = NOON) -> Complaint:
    """Have an officer do all of it."""
    await taken(officer, complaint, now)
    return await handling.resolve(officer.id, complaint.id, WORDS, [], clock=at(now))
