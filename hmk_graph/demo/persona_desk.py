"""The desk of the provider whom a visitor may be: open from the start, and nobody acts for him."""

from __future__ import annotations

from hmk_graph.clock import database_clock
from hmk_graph.demo import people, trades
from hmk_graph.demo.enrolling import Register
from hmk_graph.money import taka
from hmk_graph.services import approving, offering, pricing, providing
from hmk_graph.services.machines import ProviderCommand
from hmk_graph.services.models import Category, Provider

UPAZILA = "karimganj"
HOME = f"{people.HOME}-{UPAZILA}-niamatpur"
TRADE = trades.TRADES[0]


async def open_desk(register: Register) -> None:
    """Have Rafiq verified as an electrician; a second time changes nothing."""
    account_id = register.account(people.PROVIDER)
    if await Provider.exists(account_id=account_id):
        return
    key, clock = "demo desk", database_clock
    profile = providing.Profile(
        name="রফিক ইলেকট্রিক",
        contact_phone=people.PROVIDER.phone,
        place_id=register.places[HOME],
        about="বিশ বছর ধরে ঘর ও দোকানের বৈদ্যুতিক কাজ করি।",
    )
    desk = await providing.save_provider(account_id, profile, clock=clock)
    week = [[[span["opens"], span["closes"]] for span in day] for day in trades.WEEK]
    await providing.set_hours(account_id, week)
    category = await Category.get(slug=TRADE.slug)
    offer = offering.Offer(
        category_id=category.id, title_bn=TRADE.title_bn, title_en=TRADE.title_en
    )
    service = await offering.draft(account_id, offer, idempotency_key=key, clock=clock)
    option = pricing.NewOption(
        label_bn=TRADE.title_bn,
        unit=TRADE.unit,
        minutes=TRADE.minutes,
        amount=taka(TRADE.taka),
        needs_quote=TRADE.needs_quote,
    )
    await pricing.add_option(account_id, service.id, option, idempotency_key=key, clock=clock)
    await providing.submit(account_id, clock=clock)
    officer_id = register.account(people.VETS[UPAZILA])
    await approving.decide(officer_id, desk.id, ProviderCommand.VERIFY, clock=clock)
