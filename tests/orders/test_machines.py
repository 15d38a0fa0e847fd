"""The machines of shops, orders, money and shares: what is offered is exactly what is allowed."""

from collections.abc import Iterable
from itertools import product

import pytest

from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.haat import share_rules
from hmk_graph.haat.machines import Actor as HaatActor
from hmk_graph.haat.share_models import PoolState, ShareState
from hmk_graph.orders import machines as orders
from hmk_graph.orders.models import FulfilmentState, GroupState, OrderState, ReturnState
from hmk_graph.payments import machines as money
from hmk_graph.payments.paying_models import AttemptState, IntentState, RefundState
from hmk_graph.payments.payout_models import PayoutAccountState, PayoutState
from hmk_graph.shops import machines as shops
from hmk_graph.shops.models import ProductState, ReservationState, ShopState
from hmk_graph.state_machines import Machine, allowed, next_state, reachable

PARTS = (money.PAYER, money.GATEWAY, money.CLOCK, money.OFFICER, money.HOUSE)
# The machine, its states, commands and actors, where it begins, and where it ends.
Parts = Iterable[str]
ALL: dict[str, tuple[Machine, Parts, Parts, Parts, set[str], set[str]]] = {
    "group": (
        *(orders.GROUP, GroupState, orders.GroupCommand, orders.Actor),
        {"PENDING_PAYMENT"},
        {"CLOSED", "EXPIRED", "CANCELLED"},
    ),
    "order": (
        *(orders.ORDER, OrderState, orders.OrderCommand, orders.Actor),
        {"PENDING"},
        {"CLOSED", "REJECTED", "CANCELLED", "EXPIRED", "RETURNED_TO_SHOP"},
    ),
    "parcel": (
        *(orders.FULFILMENT, FulfilmentState, orders.FulfilmentCommand, orders.Actor),
        {"PACKED"},
        {"DELIVERED", "BACK"},
    ),
    "return": (
        *(orders.RETURN, ReturnState, orders.ReturnCommand, orders.Actor),
        {"REQUESTED"},
        {"CLOSED", "REJECTED", "CANCELLED", "EXPIRED"},
    ),
    "reservation": (
        *(shops.RESERVATION, ReservationState, shops.ReservationCommand, shops.Actor),
        {"HELD"},
        {"CONSUMED", "EXPIRED", "RELEASED"},
    ),
    "shop": (
        *(shops.SHOP, ShopState, shops.ShopCommand, shops.Actor),
        {"DRAFT"},
        {"REJECTED", "TERMINATED"},
    ),
    "product": (
        *(shops.PRODUCT, ProductState, shops.ProductCommand, shops.Actor),
        {"DRAFT"},
        {"RETIRED"},
    ),
    "sum": (
        *(money.INTENT, IntentState, money.IntentCommand, PARTS),
        {"OPEN"},
        {"CLOSED", "EXPIRED", "VOID"},
    ),
    "try": (*(money.ATTEMPT, AttemptState, money.AttemptCommand, PARTS), {"CREATED"}, {"CAPTURED"}),
    "refund": (
        *(money.REFUND, RefundState, money.RefundCommand, PARTS),
        {"REQUESTED"},
        {"SUCCEEDED", "FAILED", "REJECTED"},
    ),
    "place of payouts": (
        *(money.PAYOUT_ACCOUNT, PayoutAccountState, money.PayoutAccountCommand, PARTS),
        {"PENDING"},
        {"REJECTED", "REPLACED"},
    ),
    "payout": (
        *(money.PAYOUT, PayoutState, money.PayoutCommand, PARTS),
        {"PENDING"},
        {"PAID", "FAILED", "CANCELED"},
    ),
    "pool": (
        *(share_rules.POOL, PoolState, share_rules.PoolCommand, HaatActor),
        {"OPEN"},
        {"SETTLED", "MERGED", "CANCELED"},
    ),
    "share": (
        *(share_rules.SHARE, ShareState, share_rules.ShareCommand, HaatActor),
        {"HELD"},
        {"LAPSED", "RETURNED"},
    ),
}


@pytest.mark.parametrize("name", list(ALL))
def test_what_is_offered_to_anybody_in_any_state_is_what_is_allowed(name: str) -> None:
    machine, states, commands, actors, *_ = ALL[name]
    for state, command, actor in product(states, commands, actors):
        offered = command in allowed(machine, state, actor)
        if (state, command) not in machine:
            with pytest.raises(StaleState):
                next_state(machine, state, command, actor=actor)
        elif not offered:
            with pytest.raises(NotAllowed):
                next_state(machine, state, command, actor=actor)
        else:
            assert next_state(machine, state, command, actor=actor) in set(states)


@pytest.mark.parametrize("name", list(ALL))
def test_the_ends_lead_nowhere_and_all_else_can_be_reached(name: str) -> None:
    machine, states, _, _, first, ends = ALL[name]

    assert {str(state) for state in states} - {str(state) for state, _ in machine} == ends
    assert reachable(machine, first) == {str(state) for state in states}


def test_no_person_makes_anything_paid() -> None:
    payments = {orders.Actor.PAYMENTS, HaatActor.PAYMENTS, money.HOUSE}
    for machine, command in (
        (orders.GROUP, orders.GroupCommand.PAY),
        (orders.ORDER, orders.OrderCommand.PLACE),
        (share_rules.SHARE, share_rules.ShareCommand.PAY),
        (money.INTENT, money.IntentCommand.COVER),
    ):
        by = [step.by for (_, known), step in machine.items() if known == command]
        assert by
        assert set().union(*by) <= payments
