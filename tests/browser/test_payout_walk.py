"""A payout that nobody sent is taken back, and one that did not arrive is told so."""

from hmk_graph.money import taka
from hmk_graph.payments import chart, paying_out, payout_accounts
from hmk_graph.payments.machines import PayoutAccountCommand
from hmk_graph.payments.payout_models import Payout, PayoutMethod, PayoutState
from tests import factories
from tests.browser.marks import IN_ONE_BROWSER
from tests.browser.test_officer_day import decide
from tests.factories import at
from tests.payments.test_paying_out import RESTED, earn

pytestmark = IN_ONE_BROWSER


async def test_a_payout_is_taken_back_and_the_next_one_fails(haat):
    someone = await factories.verified_seller()
    administrators = [await factories.administrator() for _ in range(2)]
    await earn(someone, taka(81_357), ref="payout walk")
    place = await payout_accounts.ask(
        someone.id,
        chart.due_to_seller(someone.id),
        method=PayoutMethod.BKASH,
        number="01719-888777",
        holder="ফেরত যাওয়া পাওনা",
        bank="",
        idempotency_key="k",
        clock=at(RESTED),
    )
    await payout_accounts.decide(
        administrators[0].id,
        place.id,
        PayoutAccountCommand.APPROVE,
        reason="নম্বর ও নাম মিলেছে।",
        clock=at(RESTED),
    )
    desks = [await haat.visitor(each) for each in administrators]
    card = "৳৮১,৩৫৭"
    for deed, ends in (("তুলে নিন", PayoutState.CANCELED), ("পৌঁছায়নি", PayoutState.FAILED)):
        await paying_out.cut_when_due(place.id, at(RESTED))
        payout = await Payout.filter(account=place).order_by("-id").first()
        assert payout is not None
        if ends is PayoutState.FAILED:
            await paying_out.send(administrators[0].id, payout.id, clock=at(RESTED))

        for desk in desks:
            if await Payout.exists(id=payout.id, state=ends):
                break  # one word was enough
            await desk.goto(f"{haat.house.lines[0].url}/officer?desk=payouts")
            await decide(desk, card, deed, "নম্বরটি বন্ধ, টাকা যায়নি।")

        assert (await Payout.get(id=payout.id)).state is ends
