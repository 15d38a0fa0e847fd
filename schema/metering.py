"""What a caller may ask in a while: by what operations cost, and by the fields one could abuse.

Limits of one request stand in `limits.py`; those of what a code or a bid may do, in the domain.
"""

from __future__ import annotations

import asyncio
import math
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from hmk_graph.errors import TooMany
from realtime.budgets import Budget, Budgets, Spending

MINUTE_S = 60.0
# A whole town may stand behind one address of a mobile network.
PEOPLE_PER_NETWORK = 10
# So many points are fetched from the shared budget at a time, and spent here without asking again
# within so many seconds: a request that costs little shall not wait for Redis.
PORTION = 2_000
PORTION_S = 10.0
MOST_PURSES = 20_000


@dataclass(frozen=True, kw_only=True)
class Sensitive:
    """Fields that share a budget of uses: one for each person, one for each network."""

    fields: frozenset[str]
    person: Budget
    network: Budget


SENSITIVE: Mapping[str, Sensitive] = {
    # A phone has its own, much smaller budget of codes and of guesses (accounts/rules.py).
    "code": Sensitive(
        fields=frozenset(
            {"requestCode", "confirmCode", "refreshSession", "askAssistance", "openAssistance"}
        ),
        person=Budget(most=30, within_s=600),
        network=Budget(most=600, within_s=600),
    ),
    "bid": Sensitive(
        fields=frozenset({"placeBid", "makeOffer", "counterOffer", "buyNow"}),
        person=Budget(most=120, within_s=MINUTE_S),
        network=Budget(most=2_400, within_s=MINUTE_S),
    ),
    "book": Sensitive(
        fields=frozenset(
            {"holdBooking", "requestBooking", "rescheduleBooking", "takeSerial"}
            | {"requestTrip", "quoteTrip", "requestBlood", "offerToGive", "checkOut"}
        ),
        person=Budget(most=60, within_s=MINUTE_S),
        network=Budget(most=600, within_s=MINUTE_S),
    ),
    "pay": Sensitive(
        fields=frozenset(
            {"beginPayment", "takeCash", "bringDeposit", "takeDepositCash", "payOrders"}
        ),
        person=Budget(most=20, within_s=MINUTE_S),
        network=Budget(most=200, within_s=MINUTE_S),
    ),
    "upload": Sensitive(
        fields=frozenset({"beginUpload", "openPaper"}),
        person=Budget(most=60, within_s=MINUTE_S),
        network=Budget(most=600, within_s=MINUTE_S),
    ),
}
GROUP_OF = {field: group for group, each in SENSITIVE.items() for field in each.fields}


class Payer(NamedTuple):
    """Who pays for a request: the person who is signed in, else the network."""

    account_id: int | None
    network: str

    @property
    def name(self) -> str:
        """Return the name of his budget of points."""
        return f"points:{self.network if self.account_id is None else self.account_id}"


@dataclass(slots=True)
class _Purse:
    """Points that were taken from the shared budget, and until when they are good."""

    points: int
    until: float


class Meter:
    """Counts what callers spend. `points` are a person's a minute; a network has ten times that."""

    def __init__(self, budgets: Budgets, *, points: int) -> None:
        self._budgets = budgets
        self._person = Budget(most=points, within_s=MINUTE_S)
        self._network = Budget(most=points * PEOPLE_PER_NETWORK, within_s=MINUTE_S)
        # One event loop alone touches them, and never across a wait: they need no lock.
        self._purses: OrderedDict[str, _Purse] = OrderedDict()

    async def charge(self, payer: Payer, cost: int, uses: Mapping[str, int] | None = None) -> None:
        """Take the cost of an operation, and its uses of sensitive fields by group.

        Raises:
            TooMany: There is not so much left; no use was counted.
        """
        spendings = list(self._uses(payer, uses or {}))
        if self._from_purse(payer, cost):
            cost = 0
        if not cost and not spendings:
            return
        portion = max(cost, PORTION) if cost else 0
        wait = await self._take(payer, spendings, portion)
        if wait and portion > cost:  # less than a portion is left
            portion = cost
            wait = await self._take(payer, spendings, portion)
        if wait:
            raise TooMany(retry_after_s=max(1, math.ceil(wait)))
        if portion > cost:
            self._fill(payer, portion - cost)

    async def _take(self, payer: Payer, spendings: list[Spending], points: int) -> float:
        budget = self._network if payer.account_id is None else self._person
        mine = [Spending(name=payer.name, amount=points, budget=budget)] if points else []
        return await self._budgets.take([*mine, *spendings])

    def _uses(self, payer: Payer, uses: Mapping[str, int]) -> list[Spending]:
        spendings = []
        for group, amount in uses.items():
            rule = SENSITIVE[group]
            name = f"{group}:{payer.network}"
            spendings.append(Spending(name=name, amount=amount, budget=rule.network))
            if payer.account_id is not None:
                name = f"{group}:{payer.account_id}"
                spendings.append(Spending(name=name, amount=amount, budget=rule.person))
        return spendings

    def _from_purse(self, payer: Payer, cost: int) -> bool:
        purse = self._purses.get(payer.name)
        if purse is None or purse.until < _seconds() or purse.points < cost:
            return False
        purse.points -= cost
        return True

    def _fill(self, payer: Payer, points: int) -> None:
        purse = self._purses.get(payer.name)
        left = purse.points if purse is not None and purse.until >= _seconds() else 0
        self._purses[payer.name] = _Purse(left + points, _seconds() + PORTION_S)
        self._purses.move_to_end(payer.name)
        while len(self._purses) > MOST_PURSES:
            self._purses.popitem(last=False)


def uses_of(document: DocumentNode, operation: OperationDefinitionNode) -> dict[str, int]:
    """Return how often an operation uses each group of sensitive fields: once for each alias.

    A field under `@skip` counts, too: a variable decides on it, and counting shall not.
    """
    fragments = {
        each.name.value: each.selection_set
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    used: Counter[str] = Counter()

    def count(selections: SelectionSetNode) -> None:
        for item in selections.selections:
            if isinstance(item, FieldNode):
                if group := GROUP_OF.get(item.name.value):
                    used[group] += 1
            elif isinstance(item, FragmentSpreadNode):
                count(fragments[item.name.value])
            elif isinstance(item, InlineFragmentNode):
                count(item.selection_set)

    count(operation.selection_set)
    return dict(used)


def _seconds() -> float:
    return asyncio.get_running_loop().time()
