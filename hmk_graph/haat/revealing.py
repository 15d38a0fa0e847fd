"""Who stands behind a bidder's number: told to an officer of the lot's haat, and written down.

To everybody else, the seller included, a bidder is a number on one lot. Who bars him needs to know
whom; so each look has a reason, is kept by the audit for good, and is told to him who was seen.
"""

from __future__ import annotations

from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import wording
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.lot_models import Lot, LotBidder
from hmk_graph.haat.selling_events import BidderRevealed


@whole_command
async def reveal_bidder(officer_id: int, lot_id: int, bidder: int, *, reason: str) -> LotBidder:
    """Return who bids as a number on a lot, with the lot; each look is an entry of its own.

    Raises:
        NotFound: No such lot at a haat of this officer, or nobody bids there under this number.
        BadInput: The reason is too short.
    """
    why = wording.reason(reason)
    async with transaction(actor_id=officer_id) as events:
        lot = await Lot.get_or_none(id=lot_id)
        if lot is None:
            raise NotFound
        await need_officer(officer_id, lot.haat_id)
        found = await LotBidder.get_or_none(lot_id=lot_id, alias=bidder).select_related("lot")
        if found is None:
            raise NotFound
        events.append(
            BidderRevealed(
                account_id=found.account_id,
                lot_id=lot_id,
                bidder=bidder,
                reason=why,
                officer_id=officer_id,
            )
        )
    return found
