"""What a person still has open anywhere in the house: nobody leaves before it is over."""

from __future__ import annotations

from hmk_graph.blood import obligations as blood_obligations
from hmk_graph.civic import obligations as civic_obligations
from hmk_graph.dispatch import obligations as dispatch_obligations
from hmk_graph.haat import obligations as haat_obligations
from hmk_graph.orders import obligations as order_obligations
from hmk_graph.rentals import obligations as rental_obligations
from hmk_graph.services import obligations as service_obligations
from hmk_graph.shops import obligations as earning_obligations


async def open_obligations(account_id: int) -> list[str]:
    """Name what a person still has open in any context; he cannot leave before it is over."""
    return [
        *await haat_obligations.open_obligations(account_id),
        *await dispatch_obligations.open_obligations(account_id),
        *await service_obligations.open_obligations(account_id),
        *await blood_obligations.open_obligations(account_id),
        *await rental_obligations.open_obligations(account_id),
        *await order_obligations.open_obligations(account_id),
        *await civic_obligations.open_obligations(account_id),
        # The last: what ends while we ask brings its money in the same moment.
        *await earning_obligations.open_obligations(account_id),
    ]
