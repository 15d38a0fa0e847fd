"""Joins the slices of all contexts into one schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import strawberry

from schema import commands, explained, limits, scalars
from schema.account_stream import AccountStandQuery, AccountSubscription
from schema.accounts import AccountMutation, AccountQuery
from schema.blood.joined import BloodMutation, BloodQuery, BloodSubscription
from schema.civic.joined import CivicMutation, CivicQuery, CivicSubscription
from schema.context import Info
from schema.discovery import DiscoveryQuery
from schema.dispatch import DispatchMutation, DispatchQuery, DispatchSubscription
from schema.errors import Schema
from schema.haat.animals import AnimalQuery
from schema.haat.bidding import LotMutation
from schema.haat.cash_back import CashBackMutation, CashBackQuery
from schema.haat.deal_steps import DealMutation
from schema.haat.dealing import SellingMutation
from schema.haat.deals import DealQuery
from schema.haat.depositing import DepositMutation, DepositQuery
from schema.haat.flags import FlagMutation, FlagQuery
from schema.haat.hall import LotQuery
from schema.haat.hasil_setting import HasilMutation
from schema.haat.overcharges import OverchargeMutation, OverchargeQuery
from schema.haat.picturing import PictureMutation
from schema.haat.pool_watching import PoolSubscription
from schema.haat.prices import LotPriceSubscription
from schema.haat.proofs import ProofMutation
from schema.haat.receipts import ReceiptQuery
from schema.haat.registering import AnimalMutation
from schema.haat.revealing import RevealingMutation
from schema.haat.selling import SellingQuery
from schema.haat.sessions import SessionMutation, SessionQuery
from schema.haat.shares import ShareMutation, ShareQuery
from schema.haat.starring import StarMutation, StarQuery
from schema.haat.watching import LotSubscription, StandQuery
from schema.loaders import FreshLoaders, shown_moment
from schema.notifications.joined import (
    InboxSubscription,
    NotificationMutation,
    NotificationQuery,
)
from schema.orders.joined import OrdersMutation, OrdersQuery, OrdersSubscription
from schema.payments.desk import MoneyDeskMutation, MoneyDeskQuery
from schema.payments.ledger import LedgerQuery
from schema.payments.paying import PaymentMutation, PaymentQuery
from schema.payments.payout_steps import PayoutMutation
from schema.payments.payouts import PayoutQuery
from schema.places import PlaceQuery
from schema.plans import Planned
from schema.rentals.joined import RentalMutation, RentalQuery, RentalSubscription
from schema.seconding import SecondingMutation, SecondingQuery
from schema.services.joined import ServicesMutation, ServicesQuery, ServicesSubscription
from schema.shared_photos import SharedPhotoMutation, SharedPhotoQuery
from schema.shops.joined import ShopsMutation, ShopsQuery, ShopSubscription
from schema.streams import StreamEvent
from schema.uploading import MediaMutation, MediaQuery


@strawberry.type(description="What can be asked.")
class Query(
    LotQuery,
    StarQuery,
    StandQuery,
    SellingQuery,
    DealQuery,
    DepositQuery,
    CashBackQuery,
    ShareQuery,
    ReceiptQuery,
    OverchargeQuery,
    AnimalQuery,
    MediaQuery,
    SessionQuery,
    FlagQuery,
    SharedPhotoQuery,
    DispatchQuery,
    PlaceQuery,
    LedgerQuery,
    PaymentQuery,
    MoneyDeskQuery,
    PayoutQuery,
    BloodQuery,
    RentalQuery,
    AccountQuery,
    AccountStandQuery,
    SecondingQuery,
    ServicesQuery,
    ShopsQuery,
    OrdersQuery,
    DiscoveryQuery,
    NotificationQuery,
    CivicQuery,
):
    @strawberry.field(description="The server clock: three answers tell how far yours is off.")
    async def server_now(self, info: Info) -> datetime:
        return await shown_moment(info)


@strawberry.type(description="What can be done.")
class Mutation(
    LotMutation,
    StarMutation,
    SellingMutation,
    DealMutation,
    DepositMutation,
    CashBackMutation,
    ShareMutation,
    AnimalMutation,
    PictureMutation,
    ProofMutation,
    OverchargeMutation,
    MediaMutation,
    SessionMutation,
    RevealingMutation,
    FlagMutation,
    SharedPhotoMutation,
    HasilMutation,
    PaymentMutation,
    MoneyDeskMutation,
    PayoutMutation,
    DispatchMutation,
    BloodMutation,
    RentalMutation,
    AccountMutation,
    SecondingMutation,
    ServicesMutation,
    NotificationMutation,
    ShopsMutation,
    OrdersMutation,
    CivicMutation,
):
    pass


@strawberry.type(description="What can be followed live, over graphql-transport-ws.")
class Subscription(
    LotSubscription,
    LotPriceSubscription,
    PoolSubscription,
    DispatchSubscription,
    AccountSubscription,
    ServicesSubscription,
    BloodSubscription,
    RentalSubscription,
    InboxSubscription,
    ShopSubscription,
    OrdersSubscription,
    CivicSubscription,
):
    pass


class HouseSchema(Schema):
    """The schema of the house."""

    def _get_execute_function(self) -> Callable[..., Any]:
        return commands.execute


class DevelopersSchema(HouseSchema):
    """The same, with "Did you mean" in its answers."""

    suggestions = True


def build(*, suggestions: bool = False, schema_for_all: bool = True) -> Schema:
    """Return the schema. `suggestions` help a developer, and tell a stranger too much."""
    kind = DevelopersSchema if suggestions else HouseSchema
    # `Any`: strawberry takes types of any kind here.
    told: list[Any] = list(StreamEvent.kinds.values())
    schema = kind(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=told,
        config=scalars.config(),
        extensions=[
            *limits.extensions(replace(limits.HOUSE, schema_for_all=schema_for_all)),
            FreshLoaders,
        ],
        execution_context_class=Planned,
    )
    explained.explain(schema._schema)
    return schema


def sdl() -> str:
    """Print the schema."""
    return build().as_str()
