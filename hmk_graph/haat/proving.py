"""Photos that prove a sale: the scale, the handover, and what a buyer objects to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import deal_keeping
from hmk_graph.haat.sale_models import Deal, DealState
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import MediaKind

MOST = 6
KINDS = frozenset({MediaKind.PHOTO, MediaKind.VIDEO})


class Proof(StrEnum):
    """What is proved."""

    WEIGHING = "WEIGHING"
    HANDOVER = "HANDOVER"
    OBJECTION = "OBJECTION"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Where a proof hangs, whether it is the buyer's to give, and in which states of the deal."""

    subject: Subject
    by_buyer: bool
    states: frozenset[DealState]


def _of_seller(name: str) -> Rule:
    # Once there is a dispute, what the officer looks at does not change any more.
    return Rule(
        subject=Subject(name=name, kinds=KINDS, most=MOST),
        by_buyer=False,
        states=frozenset({DealState.PAID, DealState.HANDED_OVER}),
    )


RULES: Mapping[Proof, Rule] = {
    Proof.WEIGHING: _of_seller("haat.deal_weighing"),
    Proof.HANDOVER: _of_seller("haat.deal_handover"),
    Proof.OBJECTION: Rule(
        subject=Subject(name="haat.deal_objection", kinds=KINDS, most=MOST),
        by_buyer=True,
        states=frozenset({DealState.HANDED_OVER, DealState.DISPUTED}),
    ),
}


@whole_command
async def set_proof(
    account_id: int, deal_id: int, proof: Proof, pictures: Sequence[Picture], *, clock: Clock
) -> Deal:
    """Hang exactly these photos and videos on a deal; both sides and its officers see them.

    Raises:
        NotFound: It is no deal in which this is the person's to prove, or no file of the person's.
        StaleState: It is too early or too late for that.
        NotReady, AttachedElsewhere, BadInput: As `hang` says.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    rule = RULES[proof]
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        deal, _ = await deal_keeping.locked(deal_id)
        if account_id != (deal.buyer_id if rule.by_buyer else deal.seller_id):
            raise NotFound
        if deal.state not in rule.states:
            raise StaleState(current=deal.state, allowed=sorted(rule.states))
        await hang(account_id, rule.subject, deal.id, pictures, at=await clock())
    return deal
