"""The table: event kind -> what other contexts do about it. There are no hidden hooks beside it.

Runs in `hmk work`, at least once, as a deadline that the event's own transaction armed; so each
reaction is idempotent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from hmk_graph import deadlines, event_log
from hmk_graph.accounts import assisting
from hmk_graph.blood import enlisting, giving, inviting, requesting
from hmk_graph.blood import keeping as blood_keeping
from hmk_graph.civic import escalating as complaints_escalating
from hmk_graph.civic import keeping as complaints_keeping
from hmk_graph.clock import Clock
from hmk_graph.discovery import indexing
from hmk_graph.dispatch import approving_drivers, reallocating, trip_keeping
from hmk_graph.dispatch import leaving as drivers_leaving
from hmk_graph.dispatch import offering as calling
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.positions import Near, Seen
from hmk_graph.duties import Handler, Handlers, Prepared
from hmk_graph.event_log import LoggedEvent
from hmk_graph.haat import (
    bargaining,
    bidding,
    carrying,
    closing,
    closing_pools,
    collecting,
    depositing,
    ending,
    following_lots,
    handing_over,
    offering_again,
    scheduling,
    share_money,
    sharing,
)
from hmk_graph.media import sweeping, uploading
from hmk_graph.notifications import reading as notes_reading
from hmk_graph.notifications import routing
from hmk_graph.notifications.tables import TOLD_KINDS
from hmk_graph.orders import answering as orders_answering
from hmk_graph.orders import carrying as orders_carrying
from hmk_graph.orders import closing as orders_closing
from hmk_graph.orders import collecting as orders_collecting
from hmk_graph.orders import obligations as orders_obligations
from hmk_graph.orders import order_keeping, returning
from hmk_graph.payments import paying, paying_out, payout_accounts
from hmk_graph.payments.ports import Target
from hmk_graph.rentals import agreeing, billing, hiring, viewing
from hmk_graph.rentals import collecting as rent_collecting
from hmk_graph.rentals import listing as rental_listing
from hmk_graph.rentals import obligations as rental_obligations
from hmk_graph.rentals import settling as advance_settling
from hmk_graph.services import (
    booking_keeping,
    calling_out,
    holding,
    leaving,
    offering,
    quoting,
    sitting,
    working,
)
from hmk_graph.services import closing as sitting_closing
from hmk_graph.services import collecting as booking_collecting
from hmk_graph.services import picturing as service_photos
from hmk_graph.shops import opening as shop_opening
from hmk_graph.shops import picturing as product_photos
from hmk_graph.texting import receiving as texts_receiving

Reaction = Callable[[LoggedEvent, Clock], Awaitable[None]]

# One lot at a time: a command locks no second lot in one transaction (rules.md C2).
VOID_BIDS = "haat.void_barred_bids"
SUSPENDED = "অ্যাকাউন্ট স্থগিত হয়েছে (the account was suspended)"


async def void_bids_of_barred(event: LoggedEvent, clock: Clock) -> None:
    """Have the bids of a barred or suspended person taken out of every running lot."""
    await deadlines.arm(VOID_BIDS, event.payload["account_id"], await clock())


async def forget_the_erased(event: LoggedEvent, clock: Clock) -> None:
    """Drop the stars and files of a person who has left, and end what he offered."""
    await following_lots.forget(event.payload["account_id"])
    await leaving.forget(event.payload["account_id"])
    await drivers_leaving.forget(event.payload["account_id"], clock=clock)
    await enlisting.forget(event.payload["account_id"])
    await shop_opening.forget(event.payload["account_id"])
    await orders_obligations.forget(event.payload["account_id"])
    await sweeping.forget_person(event.payload["account_id"], clock=clock)
    await rental_obligations.forget(event.payload["account_id"])
    await payout_accounts.forget(event.payload["account_id"])
    await notes_reading.forget(event.payload["account_id"])
    await texts_receiving.forget(event.payload["account_id"])


async def ask_other_donors(event: LoggedEvent, clock: Clock) -> None:
    """Ask the next ring as soon as somebody who had said yes drops out."""
    if event.payload["offer_state"] in ("WITHDRAWN", "DEFERRED"):
        await inviting.invite_next(event.payload["request_id"], clock)


async def follow_cargo(event: LoggedEvent, clock: Clock) -> None:
    """Have what a trip carries moved on: an animal, or a parcel; each knows its own."""
    await carrying.follow_cargo(event, clock)
    await orders_carrying.follow_cargo(event, clock)


async def bring_search_up_to_date(event: LoggedEvent, _clock: Clock) -> None:
    """Have found what came up, and no longer what is gone."""
    await indexing.follow(event.kind, event.payload)


async def follow_described_desk(event: LoggedEvent, clock: Clock) -> None:
    """Have a provider found for what he says, and officers look at photos that others show too."""
    await bring_search_up_to_date(event, clock)
    await service_photos.flag_same_photos(event.payload["provider_id"], clock=clock)


async def follow_desk(event: LoggedEvent, clock: Clock) -> None:
    """Have a provider found by search, and called to homes, for what he may do now."""
    await follow_described_desk(event, clock)
    await calling_out.keep_up(event.payload["provider_id"], clock=clock)


async def follow_product(event: LoggedEvent, clock: Clock) -> None:
    """Have a product found by search, and officers look at a photo that another one shows too."""
    await bring_search_up_to_date(event, clock)
    await product_photos.flag_same_photos(event.payload["product_id"], clock=clock)


REACTIONS: dict[str, Reaction] = {
    "dispatch.cargo_picked_up": follow_cargo,
    "dispatch.cargo_handed_over": follow_cargo,
    **dict.fromkeys(indexing.EVENTS, bring_search_up_to_date),
    "services.provider_decided": follow_desk,
    "services.service_moved": follow_desk,
    "services.desk_described": follow_described_desk,
    **dict.fromkeys(("shops.product_moved", "shops.product_described"), follow_product),
    "haat.bidder_banned": void_bids_of_barred,
    "accounts.account_suspended": void_bids_of_barred,
    "accounts.account_erased": forget_the_erased,
    "blood.donation_offer_moved": ask_other_donors,
}


def listen() -> None:
    """Have this process arm what events ask for: what contexts do about them, and who is told."""
    event_log.reacted_kinds.update(REACTIONS)
    event_log.told_kinds.update(TOLD_KINDS)


async def react(event_id: int, clock: Clock) -> datetime | None:
    """Do what an event's kind asks for."""
    event = await event_log.event(event_id)
    if event is not None:
        await REACTIONS[event.kind](event, clock)
    return None


async def void_next(account_id: int, clock: Clock) -> datetime | None:
    """Take a person's bids out of one lot; ask again at once while there is another."""
    now = await clock()
    lots = await bidding.lots_bid_on(account_id, at=now)
    if not lots:
        return None
    await bidding.void_bids(lots[0], account_id, reason=SUSPENDED, clock=clock)
    return now if len(lots) > 1 else None


# What is paid for, by the purpose of its intent: it moves on in the payment's own transaction.
TARGETS: dict[str, Target] = {
    collecting.PURPOSE: collecting.DealTarget(),
    agreeing.ADVANCE: rent_collecting.Advance(),
    billing.RENT: rent_collecting.Month(),
    depositing.PURPOSE: depositing.DepositTarget(),
    share_money.SHARE: share_money.ShareTarget(),
    share_money.REST: share_money.ShareTarget(),
    orders_collecting.GROUP_PURPOSE: orders_collecting.GroupTarget(),
    **booking_collecting.TARGETS,
}

DEADLINES: dict[str, Handler] = {
    event_log.REACTION: react,
    event_log.TELLING: routing.tell,
    VOID_BIDS: void_next,
    assisting.ENDS: assisting.end_when_due,
    scheduling.OPEN_LOT: closing.open_lot,
    scheduling.CLOSE_LOT: closing.close_lot,
    scheduling.TELL_FOLLOWERS: following_lots.tell_followers,
    bargaining.EXPIRE_OFFER: bargaining.expire_offer,
    ending.EXPIRE_LISTING: ending.expire_listing,
    paying.EXPIRE_INTENT: paying.expire_intent,
    payout_accounts.CUT_PAYOUT: paying_out.cut_when_due,
    booking_keeping.EXPIRE: holding.expire,
    sitting.END: sitting_closing.end_overdue,
    booking_keeping.CLOSE: working.close_when_due,
    booking_keeping.DECIDE: working.decide_when_due,
    booking_keeping.SETTLE_NO_SHOW: working.settle_no_show,
    quoting.EXPIRE_QUOTE: quoting.expire,
    offering.GROW_STALE: offering.grow_stale,
    offering.LICENCE_ENDS: offering.licence_ends,
    approving_drivers.EXPIRE_LICENCE: approving_drivers.expire_licence,
    handing_over.COMPLETE_DEAL: handing_over.complete,
    collecting.DEAL_OVERDUE: offering_again.let_fail,
    offering_again.SECOND_CHANCE_OVER: offering_again.let_expire,
    share_money.CLOSE_POOL: closing_pools.close_when_due,
    share_money.HOLD_OVER: sharing.lapse_when_due,
    depositing.DEPOSIT_LAPSES: depositing.lapse,
    depositing.RETURN_DEPOSIT: depositing.return_when_due,
    blood_keeping.INVITE: inviting.invite_next,
    blood_keeping.EXPIRE: requesting.expire,
    blood_keeping.RELEASE: requesting.release_promised,
    blood_keeping.REST: giving.rest,
    complaints_keeping.ESCALATE: complaints_escalating.escalate,
    complaints_keeping.CLOSE: complaints_escalating.close,
    uploading.EXPIRE: sweeping.expire,
    rental_listing.GROW_STALE: rental_listing.grow_stale,
    viewing.PASS: viewing.pass_viewing,
    agreeing.EXPIRE_OFFER: agreeing.expire_offer,
    agreeing.EXPIRE_ADVANCE: agreeing.expire_advance,
    agreeing.END: agreeing.end_when_due,
    agreeing.SETTLE: advance_settling.settle_when_due,
    billing.MAKE_DUE: billing.make_due,
    hiring.PASS: hiring.pass_hire,
    order_keeping.EXPIRE_GROUP: orders_collecting.expire,
    order_keeping.ANSWER_DUE: orders_answering.let_lapse,
    order_keeping.CLOSE_DUE: orders_closing.close_when_due,
    order_keeping.EXPIRE_RETURN: returning.expire,
}


def deadlines_with(whereabouts: Whereabouts) -> Handlers:
    """Return all of them, and those that need to know where drivers are."""

    async def near(trip_id: int, clock: Clock) -> Sequence[Near]:
        return await calling.look(trip_id, whereabouts, clock)

    async def of_driver(trip_id: int, _clock: Clock) -> Seen | None:
        return await reallocating.look(trip_id, whereabouts)

    return {
        **DEADLINES,
        trip_keeping.SEARCH: Prepared(look=near, act=calling.search_on),
        trip_keeping.WATCH: Prepared(look=of_driver, act=reallocating.watch),
    }
