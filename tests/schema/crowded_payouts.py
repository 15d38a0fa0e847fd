"""Fifty earners and their payouts, for one person who earns himself and looks after the others."""

from __future__ import annotations

from hmk_graph.accounts.models import Account, Role
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
}


async def furnish(viewer: Account, many: int) -> None:
    await factories.granted(viewer, Role.ADMINISTRATOR)
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
