"""A flat to let, people who come to see it, and a tenancy in any of its states."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.deadlines import Deadline
from hmk_graph.event_log import after
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import queries, reconciling
from hmk_graph.payments.paying_models import Attempt, Refund
from hmk_graph.reactions import DEADLINES, TARGETS
from hmk_graph.rentals import agreeing, listing, possessing, viewing
from hmk_graph.rentals.agreeing import Terms
from hmk_graph.rentals.listing import Prospectus
from hmk_graph.rentals.models import Agreement, Unit, UnitKind, Viewing
from tests import factories
from tests.factories import NOON, at
from tests.payments.tills import Till, begun

RENT, SERVICE, ADVANCE = taka(8_000), taka(500), taka(16_000)
TODAY = date(2026, 5, 20)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def unit(
    owner: Account | None = None, *, key: str = "unit", clock: Clock | None = None, **said: Any
) -> Unit:
    """Put a flat up for rent; a vehicle has no advance."""
    person = owner or await factories.person("বাড়িওয়ালা")
    by_day = said.get("kind") is UnitKind.VEHICLE
    ordinary: dict[str, Any] = {
        "kind": UnitKind.HOUSE,
        "place_id": (await factories.union()).id,
        "title_bn": "দুই কক্ষের বাসা",
        "address": "স্টেশন রোড, বাসা ৭",
        "rent": taka(5_000) if by_day else RENT,
        "advance": Paisa(0) if by_day else ADVANCE,
        "service_charge": Paisa(0) if by_day else SERVICE,
    }
    return await listing.put_up(
        person.id, Prospectus(**{**ordinary, **said}), idempotency_key=key, clock=clock or at(NOON)
    )


async def seen(flat: Unit, visitor: Account | None = None) -> Viewing:
    """Have somebody's visit confirmed."""
    person = visitor or await factories.person("ভাড়াটিয়া")
    asked = await viewing.request_viewing(
        person.id,
        flat.id,
        starts_at=NOON + DAY,
        note="",
        idempotency_key=f"see {flat.id}",
        clock=at(NOON),
    )
    return await viewing.confirm_viewing(flat.owner_id, asked.id, clock=at(NOON))


async def offered(
    flat: Unit | None = None, tenant: Account | None = None, **terms: Any
) -> Agreement:
    """Offer a tenancy from today on to somebody who saw the flat."""
    place = flat or await unit()
    visit = await seen(place, tenant)
    said = Terms(**{"starts_on": TODAY, **terms})
    return await agreeing.offer(
        place.owner_id, visit.id, said, idempotency_key=f"offer {visit.id}", clock=at(NOON)
    )


async def accepted(flat: Unit | None = None, **terms: Any) -> Agreement:
    """Have the tenant say yes."""
    made = await offered(flat, **terms)
    return await agreeing.accept(made.tenant_id, made.id, clock=at(NOON))


async def active(till: Till, flat: Unit | None = None, **terms: Any) -> Agreement:
    """Have the advance paid at a till."""
    made = await accepted(flat, **terms)
    await pay(agreeing.ADVANCE, made.id, till)
    return await Agreement.get(id=made.id)


async def tenancy(flat: Unit, tenant: Account, **columns: Any) -> Agreement:
    """Write a running tenancy without its money."""
    return await Agreement.create(
        unit=flat,
        landlord_id=flat.owner_id,
        tenant=tenant,
        **{
            "state": "ACTIVE",
            "rent_paisa": RENT,
            "advance_paisa": ADVANCE,
            "starts_on": TODAY,
            "notice_days": 30,
            "offered_at": NOON,
            "paid_at": NOON,
            "hold_id": 1,
            **columns,
        },
    )


async def pay(
    purpose: str, subject_id: int, till: Till, amount: Paisa | None = None, now: datetime = NOON
) -> Attempt:
    """Pay what is due for something, or a part of it."""
    [intent] = await queries.open_of(purpose, [subject_id])
    assert intent is not None
    attempt = await begun(intent, till, amount, key=f"{intent.id} {amount}", now=now)
    till.pay(attempt)
    return await reconciling.look_after(attempt.id, {"till": till}, TARGETS, clock=at(now))


async def refund_all(till: Till, now: datetime) -> int:
    """Send back what is to go back; return how much went."""
    await Refund.filter(check_at__isnull=False).update(check_at=NOON)
    while await reconciling.do_one({"till": till}, TARGETS, clock=at(now)):
        pass
    return sum(till.given_back.values())


async def fire(kind: str, subject_id: int, now: datetime) -> datetime | None:
    """Have the worker's handler look at an armed deadline at a moment."""
    assert await Deadline.exists(kind=kind, subject_id=subject_id), kind
    return await DEADLINES[kind](subject_id, at(now))  # type: ignore[operator]  # a plain handler


async def ended(till: Till, flat: Unit | None = None) -> tuple[Agreement, datetime]:
    """Have a tenancy come to its end, with the keys back; return when that is."""
    made = await active(till, flat)
    await possessing.hand_over_keys(made.landlord_id, made.id, clock=at(NOON))
    leaves = TODAY + 30 * DAY
    await agreeing.give_notice(made.tenant_id, made.id, leaves, clock=at(NOON))
    over = NOON + 31 * DAY
    await possessing.return_keys(made.tenant_id, made.id, clock=at(over))
    await fire(agreeing.END, made.id, over)
    return await Agreement.get(id=made.id), over


async def kinds(agreement_id: int) -> list[str]:
    """Return what the agreement's stream tells, by kind and state."""
    told = await after(f"rentals.agreement.{agreement_id}", 0)
    return [f"{one.kind.removeprefix('rentals.')}:{one.payload['state']}" for one in told]
