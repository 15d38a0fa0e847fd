"""Fifty earners and their payouts, for one person who earns himself and looks after the others."""

from __future__ import annotations

from hmk_graph.accounts.models import Account, Role
from hmk_graph.payments import chart
from hmk_graph.payments.paying_models import (
    Attempt,
    AttemptState,
    Choice,
    Intent,
    Refund,
    SetAsideDecision,
)
from hmk_graph.payments.payout_models import Payout, PayoutAccount
from tests import factories
from tests.factories import NOON

PLACE = "number bank holder ownerName state kind"
PAGES = {
    "myPayoutAccounts": f"myPayoutAccounts(first: $n) {{ edges {{ node {{ {PLACE} }} }} }}",
    "myPayouts": f"""myPayouts(first: $n) {{ edges {{ node {{ amount overdue
        account {{ {PLACE} }} }} }} }}""",
    "payoutAccountsWaiting": f"""payoutAccountsWaiting(first: $n) {{ edges {{ node {{
        {PLACE} }} }} }}""",
    "payoutsWaiting": f"""payoutsWaiting(first: $n) {{ edges {{ node {{ amount fee overdue
        account {{ {PLACE} }} }} }} }}""",
    "paymentsSetAside": """paymentsSetAside(first: $n) { edges { node { asked arrived purpose
        decision { choice askedByName } } } }""",
    "refundsByHand": """refundsByHand(first: $n) { edges { node { amount gateway paidUnder
        payerName } } }""",
    "cashToGiveBack": """cashToGiveBack(first: $n) { edges { node { amount gateway reason state
        payerName } } }""",
}


async def furnish(viewer: Account, many: int) -> None:
    await factories.granted(viewer, Role.ADMINISTRATOR)
    haat_id = (await factories.haat()).id
    for number in range(many):
        for owner in (viewer, await factories.person()):
            earner = f"shop:{owner.id}-{number}:due"
            account = await PayoutAccount.create(
                earner=earner,
                owner=owner,
                method="BKASH",
                number="+8801799999876",
                holder="রহিমা খাতুন",
                asked_at=NOON,
            )
            await Payout.create(
                earner=earner, account=account, amount_paisa=100, hold_id=1, cut_at=NOON
            )
        await set_aside(await factories.person(), number, haat_id)


async def set_aside(payer: Account, number: int, haat_id: int) -> None:
    """Have one payment of a person wait for a decision, and his money for who gives it back."""
    intent = await Intent.create(
        purpose="aside", subject_id=number, payer=payer, payee="x", due_paisa=100, created_at=NOON
    )
    attempt = await Attempt.create(
        intent=intent,
        gateway="nagad",
        invoice=f"aside {number}",
        amount_paisa=100,
        state=AttemptState.REVIEW,
        created_at=NOON,
    )
    await SetAsideDecision.create(
        attempt=attempt, choice=Choice.TAKE, reason="x", asked_by=payer, asked_at=NOON
    )
    back = {"amount_paisa": 100, "source": "x", "reason": "x", "created_at": NOON}
    await Refund.create(attempt=attempt, by_hand=True, **back)
    taken = await Attempt.create(
        intent=intent,
        gateway=chart.cash_at(haat_id),
        invoice=f"cash {number}",
        amount_paisa=100,
        created_at=NOON,
    )
    await Refund.create(attempt=taken, **back)
