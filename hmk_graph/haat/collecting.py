"""What an animal costs its buyer: due at the deal, paid in parts or whole, and held from then on.

The price and the haat's hasil are one sum, which may be paid in parts. When all of it is there, the
deal is paid: the money stands held for the seller and the haat until the animal is handed over.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from hmk_graph import deadlines
from hmk_graph.event_log import Event
from hmk_graph.haat import animal_keeping, deal_keeping, depositing, hasil, weight_pricing
from hmk_graph.haat.machines import Actor, AnimalCommand, DealCommand
from hmk_graph.haat.sale_models import Deal, Listing
from hmk_graph.haat.selling_events import DealPaid
from hmk_graph.haat.setting_hasil import holding, rules_of
from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import HOUSE, IntentCommand
from hmk_graph.payments.paying_models import Intent, IntentState

PURPOSE = "haat.deal"
DEAL_OVERDUE = "haat.deal_overdue"
PRICE, HASIL = "haat.price", "haat.hasil"
# The sums into which a paid deal is divided, by the kinds of their transfers.
SHARES = (PRICE, HASIL)
AS_WEIGHED = "ওজন অনুযায়ী দাম কম হয়েছে (the scale made it cheaper)"
CANCELED = "কেনাবেচা বাতিল হয়েছে (the deal was canceled)"


async def make_due(deal: Deal, listing: Listing, now: datetime) -> list[Event]:
    """Have the buyer of a new deal pay price and hasil by `deal.pay_by`, in its transaction.

    A deposit that stands behind the deal pays its part when the rest is there. A taka at least is
    left to pay, so that no deal is paid without its buyer doing something.
    """
    deal.hasil_paisa = toll = await _toll(deal, listing, now)
    price_and_toll = deal.amount_paisa + toll
    deal.deposit_paisa = min(deal.deposit_paisa, max(0, price_and_toll - TAKA))
    await Deal.filter(id=deal.id).update(hasil_paisa=toll, deposit_paisa=deal.deposit_paisa)
    _, told = await paying.open_intent(
        purpose=PURPOSE,
        subject_id=deal.id,
        payer_id=deal.buyer_id,
        payee=chart.held_for(deal.buyer_id),
        due=Paisa(price_and_toll - deal.deposit_paisa),
        expires_at=deal.pay_by,
        now=now,
    )
    if deal.pay_by is not None:
        await deadlines.arm(DEAL_OVERDUE, deal.id, deal.pay_by)
    return told


async def _toll(deal: Deal, listing: Listing, at: datetime) -> Paisa:
    """Return what the haat takes of a deal by the rule that held at a moment."""
    animal = await deal.animal
    [rules] = await rules_of([listing.haat_id])
    rule = holding(rules, animal.species, at)
    return hasil.amount_of(rule, Paisa(deal.amount_paisa)) if rule else Paisa(0)


class DealTarget:
    """A deal as something that is paid for (`payments.ports.Target`)."""

    async def lock(self, subject_id: int) -> None:
        """Lock the deal, behind its listing."""
        await deal_keeping.locked(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Take the deal on: it is paid, and the money is held for those who shall have it."""
        deal = await Deal.get(id=intent.subject_id)
        listing = await Listing.get(id=deal.listing_id)
        await deal_keeping.step(
            deal,
            DealCommand.PAY,
            Actor.PAYMENTS,
            paid_at=at,
            handover_code=f"{secrets.randbelow(10**6):06d}",
        )
        animal = await animal_keeping.locked(deal.animal_id)
        await animal_keeping.step(animal, AnimalCommand.SELL, Actor.HOUSE, sold_at=at)
        await depositing.use(deal, listing)
        await ledger.hold(*_shares(deal, listing))
        return [
            DealPaid(
                account_id=person,
                deal_id=deal.id,
                animal_id=deal.animal_id,
                amount=deal.amount_paisa,
                hasil=deal.hasil_paisa,
                buying=person == deal.buyer_id,
            )
            for person in (deal.buyer_id, deal.seller_id)
        ]


def _shares(deal: Deal, listing: Listing) -> list[Move]:
    """Return who gets what of a paid deal."""
    held, ref = chart.held_for(deal.buyer_id), ref_of(deal)
    price = Move(
        kind=PRICE,
        ref=ref,
        debit=held,
        credit=chart.due_to_seller(deal.seller_id),
        amount=Paisa(deal.amount_paisa),
    )
    if not deal.hasil_paisa:
        return [price]
    toll = Move(
        kind=HASIL,
        ref=ref,
        debit=held,
        credit=chart.hasil_of(listing.haat_id),
        amount=Paisa(deal.hasil_paisa),
    )
    return [price, toll]


def ref_of(deal: Deal) -> str:
    """Return the reason under which a deal's sums stand in the ledger: anew, once it is weighed."""
    weighed = deal.per_kg_paisa is not None and deal.handed_over_at is not None
    return f"{deal.id}:weighed" if weighed else str(deal.id)


async def promises(ref: str) -> list[int]:
    """Return the holds that stand for the sums of a deal."""
    found = [await ledger.pending(kind, ref) for kind in SHARES]
    return [promise for promise in found if promise is not None]


async def charge_as_weighed(deal: Deal, listing: Listing, now: datetime) -> list[Event]:
    """Lower a locked, paid deal to what its animal weighed; what was paid beyond that goes back.

    The hasil is by the rule of the day on which the sum was reckoned. Nobody pays more than he has
    paid in: who agreed to a heavier animal has the rest of it for nothing.
    """
    intent = await covered_intent(deal)
    paid_in = deal.amount_paisa + deal.hasil_paisa
    for promise in await promises(str(deal.id)):
        await ledger.release(promise, ref=str(deal.id))
    as_weighed = weight_pricing.price_of(Paisa(deal.per_kg_paisa or 0), deal.weighed_grams or 0)
    deal.amount_paisa = min(deal.amount_paisa, as_weighed)
    deal.hasil_paisa = await _toll(deal, listing, intent.created_at)
    await Deal.filter(id=deal.id).update(
        amount_paisa=deal.amount_paisa, hasil_paisa=deal.hasil_paisa
    )
    await ledger.hold(*_shares(deal, listing))
    over = Paisa(paid_in - deal.amount_paisa - deal.hasil_paisa)
    if not over:
        return []
    return await refunding.give_back_of(
        intent, over, source=chart.AccountName(intent.payee), reason=AS_WEIGHED, now=now
    )


async def covered_intent(deal: Deal) -> Intent:
    """Lock what was paid for a deal."""
    found = await Intent.get(purpose=PURPOSE, subject_id=deal.id, state=IntentState.COVERED)
    return await paying.locked(found.id)


async def void(deal: Deal, now: datetime) -> list[Event]:
    """Have nothing due for a deal that was canceled; what was paid in part goes back."""
    await depositing.free(deal)
    return await give_back(deal, IntentCommand.VOID, HOUSE, CANCELED, now)


async def give_back(
    deal: Deal, command: IntentCommand, actor: str, reason: str, now: datetime
) -> list[Event]:
    """Close what a locked deal made due, and give back what was paid of it."""
    found = await Intent.filter(purpose=PURPOSE, subject_id=deal.id, state=IntentState.OPEN).first()
    if found is None:
        return []
    intent = await paying.locked(found.id)
    await paying.step(intent, command, actor)
    if not intent.captured_paisa:
        return []
    return await refunding.give_back_of(
        intent,
        Paisa(intent.captured_paisa),
        source=chart.AccountName(intent.payee),
        reason=reason,
        now=now,
    )
