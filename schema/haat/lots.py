"""Lots: what is under the hammer, the bids on it, and the log that anybody can check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

import strawberry

from hmk_graph import errors, reading
from hmk_graph.haat import (
    eligibility,
    following_lots,
    listing_queries,
    lot_details,
    lot_keeping,
    lot_models,
    lot_queries,
    picturing,
    rules,
    sale_models,
)
from hmk_graph.haat.auction import Phase
from hmk_graph.haat.eligibility import MayBid
from hmk_graph.haat.lot_log import Line
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Info
from schema.haat.animal_facts import AnimalWeight
from schema.haat.animals import Animal, WithAnimal, animal_for
from schema.haat.deposit_rule import DepositRule
from schema.haat.hasil import HasilQuote, quote
from schema.haat.sessions import Haat
from schema.loaders import loader, moment_until, shown_moment
from schema.lookahead import asks_for
from schema.media import Media, foremost
from schema.places import Place
from schema.plans import there

strawberry.enum(MayBid, description="Whether a person may bid on a lot, or what is in the way.")
LotPhase = strawberry.enum(
    Phase, name="LotPhase", description="Where a lot stands, by the server's clock."
)


@strawberry.enum(description="Which lots to list.")
class LotsAre(Enum):
    RUNNING = strawberry.enum_value("RUNNING", description="Taking bids now, soonest end first.")
    COMING = strawberry.enum_value("COMING", description="Not begun, soonest start first.")
    ENDED = strawberry.enum_value("ENDED", description="Over, newest first.")


@strawberry.type(description="A bid that everybody may see; its bidder is a number on this lot.")
class ShownBid:
    line: int = strawberry.field(description="Its line in the lot's public log.")
    bidder: int = strawberry.field(description="The bidder's number on this lot.")
    price: Paisa = strawberry.field(description="The price after it.")
    leader: int = strawberry.field(description="Who led after it.")
    accepted_at: datetime = strawberry.field(description="When it was accepted.")

    @classmethod
    def of(cls, line: Line) -> ShownBid:
        """Show a BID line."""
        return cls(
            line=line.line,
            bidder=line.body["bidder"],
            price=Paisa(line.body["price"]),
            leader=line.body["leader"],
            accepted_at=datetime.fromisoformat(line.at),
        )


@strawberry.type(description="How the viewer stands on a lot. Nobody else can read this.")
class OwnBid:
    bidder: int = strawberry.field(description="The viewer's number on this lot.")
    maximum: Paisa = strawberry.field(description="The highest amount the viewer promised.")
    leading: bool = strawberry.field(description="Whether the viewer leads, or led at the end.")
    won: bool = strawberry.field(description="Whether the viewer bought the animal.")


@strawberry.type(description="One row of the table of steps.")
class Step:
    below: Paisa | None = strawberry.field(description="Holds below this price; null: above all.")
    step: Paisa = strawberry.field(description="How much more the next bid must be.")


@dataclass(frozen=True, kw_only=True)
class WithLot:
    """What is read with the lots of a list at once; the methods `ready_...` then answer."""

    now: datetime
    title_bn: str
    title_en: str
    description: str
    animal: Animal
    haat: Haat


@strawberry.type(description="An auction of one animal.")
class Lot:
    row: strawberry.Private[lot_models.Lot]
    with_it: strawberry.Private[WithLot | None] = None

    def ready_phase(self) -> LotPhase:  # type: ignore[valid-type]
        return self._phase(there(self.with_it).now)

    def ready_title_bn(self) -> str:
        return there(self.with_it).title_bn

    def ready_title_en(self) -> str:
        return there(self.with_it).title_en

    def ready_description(self) -> str:
        return there(self.with_it).description

    def ready_animal(self) -> Animal:
        return there(self.with_it).animal

    def ready_haat(self) -> Haat:
        return there(self.with_it).haat

    @strawberry.field(description="The lot's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Lot", self.row.id)

    @strawberry.field(description="The number by which people call the lot.")
    def number(self) -> int:
        number: int = self.row.id
        return number

    @strawberry.field(
        description="Where the lot stands now; null before an officer has scheduled it."
    )
    async def phase(self, info: Info) -> LotPhase | None:  # type: ignore[valid-type]
        if self.row.starts_at is None or self.row.state in lot_keeping.NOT_PUBLIC:
            return None
        return self._phase(await moment_until(info.context.clock))

    def _phase(self, now: datetime) -> LotPhase:  # type: ignore[valid-type]
        reading.holds_until(now, [self.row.starts_at, self.row.ends_at])
        return rules.phase_at(lot_keeping.state_of(self.row), now)

    @strawberry.field(description="The stored state, as the machine of lots names it.")
    def state(self) -> str:
        return str(self.row.state)

    @strawberry.field(description="The animal, its owner and where both come from.")
    async def animal(self, info: Info) -> Animal:
        return await animal_for(info, self.row.animal_id)

    @strawberry.field(description="Title in Bengali.")
    async def title_bn(self) -> str:
        return (await loader(_listings).load(self.row.listing_id)).title_bn

    @strawberry.field(description="Title in English.")
    async def title_en(self) -> str:
        return (await loader(_listings).load(self.row.listing_id)).title_en

    @strawberry.field(description="What the seller says of the animal.")
    async def description(self) -> str:
        return (await loader(_listings).load(self.row.listing_id)).description

    @strawberry.field(description="The haat where it is sold.")
    async def haat(self) -> Haat:
        row = await loader(listing_queries.haats_by_id).load(self.row.haat_id)
        if row is None:
            raise errors.NotFound
        return Haat(row=row)

    @strawberry.field(description="The id of the haat where it is sold.")
    def haat_id(self) -> strawberry.ID:
        return ids.encode("Haat", self.row.haat_id)

    @strawberry.field(description="The price at which bidding starts.")
    def start_price(self) -> Paisa:
        return Paisa(self.row.start_paisa)

    @strawberry.field(description="The price now; null until somebody bids.")
    def price(self) -> Paisa | None:
        return None if self.row.price_paisa is None else Paisa(self.row.price_paisa)

    @strawberry.field(description="The least that anybody but the leader must bid now.")
    def minimum_next(self) -> Paisa | None:
        if self.row.starts_at is None:
            return None
        return rules.minimum_next(lot_keeping.state_of(self.row))

    @strawberry.field(description="The number of the bidder who leads.")
    def leader(self) -> int | None:
        return self.row.leader_alias

    @strawberry.field(description="How many bids everybody could see.")
    def bid_count(self) -> int:
        return self.row.bid_count

    @strawberry.field(description="How many people have bid.")
    def bidder_count(self) -> int:
        return self.row.bidder_count

    @strawberry.field(
        description=(
            "Whether the hidden reserve is reached; null when there is none. The reserve is "
            "told at the close."
        )
    )
    def reserve_met(self) -> bool | None:
        if self.row.starts_at is None:
            return None
        return lot_keeping.state_of(self.row).reserve_met

    @strawberry.field(description="When bidding begins.")
    def starts_at(self) -> datetime | None:
        return self.row.starts_at

    @strawberry.field(description="When bidding ends, unless a late bid moves the end.")
    def ends_at(self) -> datetime | None:
        return self.row.ends_at

    @strawberry.field(description="The end that no bid can move.")
    def hard_ends_at(self) -> datetime | None:
        return self.row.hard_ends_at

    @strawberry.field(
        description="A bid in the last so many seconds moves the end to so many from then."
    )
    def soft_close_s(self) -> int:
        return self.row.soft_close_s

    @strawberry.field(description="The server's clock: count down by it, not by the phone's.")
    async def server_now(self, info: Info) -> datetime:
        return await shown_moment(info)

    @strawberry.field(description="What a bidder leaves at the haat first; null if nothing.")
    def deposit_rule(self) -> DepositRule | None:
        row = self.row
        return DepositRule.of(
            row.deposit_basis_points, row.deposit_floor_paisa, row.deposit_ceiling_paisa
        )

    @strawberry.field(description="The steps between bids, by price.")
    def steps(self) -> list[Step]:
        return [
            Step(below=None if bound is None else Paisa(bound), step=Paisa(step))
            for bound, step in self.row.step_table
        ]

    @strawberry.field(description="The newest bids, newest first, at most twenty.")
    async def bids(self) -> list[ShownBid]:
        lines = await loader(lot_queries.latest_bids).load(self.row.id)
        return [ShownBid.of(line) for line in lines]

    @strawberry.field(
        description="How the viewer stands; null if he has not bid or is not signed in."
    )
    async def mine(self, info: Info) -> OwnBid | None:
        own = await loader(lot_queries.own_bids, info.context.viewer_id).load(self.row.id)
        if own is None:
            return None
        return OwnBid(
            bidder=own.alias, maximum=Paisa(own.maximum), leading=own.leading, won=own.won
        )

    @strawberry.field(
        description=(
            "Whether the viewer may bid, or the first thing in the way. It is the rule by which "
            "placeBid judges people; whether the lot is running is told by `phase`."
        )
    )
    async def may_bid(self, info: Info) -> MayBid:
        return await loader(eligibility.may_bid, info.context.viewer_id).load(self.row.id)

    @strawberry.field(description="Whether the viewer follows it; false when nobody is signed in.")
    async def followed(self, info: Info) -> bool:
        viewer_id = info.context.viewer_id
        return await loader(following_lots.followed, viewer_id).load(self.row.id)

    @strawberry.field(description="How many people follow it.")
    async def followers(self) -> int:
        return await loader(following_lots.follower_counts).load(self.row.id)

    @strawberry.field(
        description=(
            "What the buyer will pay to the haat at the present price, or at the least bid while "
            "there is none; null when no rule of the haat covers it."
        )
    )
    async def hasil(self, info: Info) -> HasilQuote | None:
        return await quote(
            info,
            haat_id=self.row.haat_id,
            animal_id=self.row.animal_id,
            price=Paisa(self.row.price_paisa or self.row.start_paisa),
            at=self.row.closed_at,
        )

    @strawberry.field(
        description="When the seller would like it to begin; null: at any time. Officers decide."
    )
    def wished_at(self) -> datetime | None:
        return self.row.wished_at

    @strawberry.field(
        description="How many connections watch this lot now; null while that cannot be told."
    )
    async def watching(self, info: Info) -> int | None:
        topic = lot_topic(self.row.id)
        reading.splice(info.path.as_list(), topic)
        with reading.timed():  # a kept answer is given the number anew
            presence = info.context.presence
        return await presence.count(topic) if presence else None

    @strawberry.field(description="SOLD or UNSOLD once it is closed.")
    def result(self) -> str | None:
        return self.row.result

    @strawberry.field(description="When the result was written.")
    def closed_at(self) -> datetime | None:
        return self.row.closed_at

    @strawberry.field(description="The hash of the last public line of the log.")
    async def log_head(self) -> str:
        return await loader(lot_queries.public_heads).load(self.row.id) or ""

    @strawberry.field(
        description="Why an officer sent the lot back or called it off; empty otherwise."
    )
    def reason(self) -> str:
        return self.row.reason if self.row.state in ("REJECTED", "VOIDED") else ""


def lot_topic(lot_id: int) -> str:
    """Name what those who watch a lot are present at."""
    return f"haat.lot.{lot_id}"


async def lot_for(info: Info, lot_id: strawberry.ID) -> Lot | None:
    """Return a lot that the viewer may see, or None."""
    try:
        return shown(await visible_lot(info, ids.decode(lot_id, "Lot")))
    except errors.NotFound:
        return None


async def visible_lot(info: Info, pk: int) -> lot_models.Lot:
    """Return the row of a lot that everybody may see, or the viewer; who it is matters only then.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    public = await lot_queries.public_lot(pk)
    return public or await lot_queries.visible_lot(info.context.onlooker_id, pk)


async def read_together(info: Info, lots: Sequence[Lot], now: datetime) -> None:
    """Read what a list of public lots shows of each, in one statement, and one for their photos.

    It saves a loader and a task for each field of each lot: what is there is answered by plans.
    """
    if not lots:
        return
    around = await lot_details.details_of([lot.row for lot in lots])
    photos: list[tuple[Media | None] | None] = [None] * len(lots)
    if asks_for(info, "photo"):
        foremost_of = await foremost(picturing.PHOTOS, [lot.row.animal_id for lot in lots])
        photos = [(photo,) for photo in foremost_of]
    for lot, details, photo in zip(lots, around, photos, strict=True):
        weight = details.weight
        with_animal = WithAnimal(
            seller_name=details.seller_name,
            origin=Place(row=details.origin),
            latest_weight=AnimalWeight.of(weight, now) if weight else None,
        )
        lot.with_it = WithLot(
            now=now,
            title_bn=details.title_bn,
            title_en=details.title_en,
            description=details.description,
            haat=Haat(row=details.haat, at=Place(row=details.haat_place)),
            animal=Animal(row=details.animal, photos=photo, with_it=with_animal),
        )


async def note_turns(now: datetime) -> None:
    """Note that a list of lots changes when one of them begins or ends by the clock."""
    if reading.is_open():
        reading.holds_until(now, [await lot_queries.next_turn(now)])


def shown(row: lot_models.Lot) -> Lot:
    """Show a lot's row; whether the viewer may see it was asked before."""
    return Lot(row=row)


async def _listings(keys: Sequence[int]) -> list[sale_models.Listing]:
    with reading.only(haat_listing=keys):
        rows = await sale_models.Listing.in_bulk(list(keys), "id")
    return [rows[key] for key in keys]
