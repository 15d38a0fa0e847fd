"""Animals in shares: opened, held, paid in cash."""

from __future__ import annotations

from datetime import datetime, timedelta

from hmk_graph.accounts.models import Account
from hmk_graph.haat import share_money, sharing
from hmk_graph.haat.share_models import OnShortfall, Share, SharePool
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import cashing, chart, ledger
from hmk_graph.payments.paying_models import Intent
from tests import factories
from tests.factories import NOON, at

SHARE = taka(20_000)
ENDS = NOON + timedelta(days=2)
TARGETS = {kind: share_money.ShareTarget() for kind in (share_money.SHARE, share_money.REST)}


async def pool(
    *,
    parts: int = 7,
    on_shortfall: OnShortfall = OnShortfall.CANCEL,
    tag: str = "S-1",
    share: Paisa = SHARE,
    ends: datetime = ENDS,
) -> SharePool:
    animal = await factories.animal(tag=tag, weight_kg=400)
    return await sharing.open_pool(
        animal.seller_id,
        animal.id,
        haat_id=(await factories.haat()).id,
        parts=parts,
        share=share,
        closes_at=ends,
        on_shortfall=on_shortfall,
        idempotency_key=tag,
        clock=at(NOON),
    )


async def held(
    of: SharePool, buyer: Account | None = None, *, key: str = "k", now: datetime = NOON
) -> Share:
    someone = buyer or await factories.person()
    return await sharing.hold_share(someone.id, of.id, idempotency_key=key, clock=at(now))


async def pay(share: Share, *, purpose: str = share_money.SHARE, now: datetime = NOON) -> None:
    intent = await Intent.get(purpose=purpose, subject_id=share.id)
    officer = await factories.officer()
    await cashing.take(
        officer.id,
        intent.id,
        Paisa(intent.due_paisa),
        till=chart.cash_at(1),
        idempotency_key=f"{purpose}:{share.id}",
        targets=TARGETS,
        clock=at(now),
    )


async def bought(of: SharePool, count: int) -> list[Share]:
    shares = []
    for _ in range(count):
        share = await held(of)
        await pay(share)
        shares.append(share)
    return shares


async def sellers(of: SharePool) -> int:
    return (await ledger.balance(chart.due_to_seller(of.seller_id))).posted
