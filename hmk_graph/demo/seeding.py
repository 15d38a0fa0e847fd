"""Fills an empty house with a lively demo, and tops up the program of one that is full."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from random import Random

import httpx

from hmk_graph import database, reactions
from hmk_graph.clients import object_store
from hmk_graph.clock import database_clock
from hmk_graph.demo import (
    complainers,
    ended_auctions,
    enrolling,
    neighbors,
    people,
    persona_desk,
    persona_driver,
    portraits,
    program,
    shopkeeping,
    stocking,
)
from hmk_graph.demo.ended_auctions import Told
from hmk_graph.demo.enrolling import Counted, Progress, Register
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.people import Person, Seller
from hmk_graph.demo.photographing import Camera
from hmk_graph.demo.program import Slot
from hmk_graph.demo.tempo import Tempo
from hmk_graph.haat import holding_sessions, listing_queries, lot_queries, setting_hasil
from hmk_graph.haat.holding_sessions import SessionPlan
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.lot_terms import PER_HEAD, WINDOW
from hmk_graph.haat.models import Haat, HaatSession, SessionState
from hmk_graph.haat.setting_hasil import Toll
from hmk_graph.media import portraying
from hmk_graph.media import queries as media
from hmk_graph.media.attaching import Picture
from hmk_graph.money import taka
from hmk_graph.places.models import Place, PlaceKind
from hmk_graph.settings import HERE, Settings, SettingsFault

ACCOUNTS: dict[str, str] = {persona.role: persona.phone for persona in people.PERSONAS}
"""Phones of those whom a visitor may be, by role."""

# An example, and it says so: a share of the price as at the season's haats of the cities, a sum a
# head for the small ones as at the permanent haats.
EXAMPLE = "ডেমোর উদাহরণ হার, সরকারি নয় (example rate of the demo, not official)"
HASIL = (
    Toll(basis_points=300, cap=taka(5_000), legal_ref=EXAMPLE),
    Toll(species="goat", per_head=taka(90), legal_ref=EXAMPLE),
    Toll(species="sheep", per_head=taka(90), legal_ref=EXAMPLE),
)
POOL = 8
PORTRAYED = 8
DAY_LASTS = timedelta(hours=12)


async def seed(
    settings: Settings,
    progress: Progress,
    *,
    folder: Path = HERE,
    tempo: Tempo | None = None,
    window: timedelta = WINDOW,
) -> None:
    """Have the demo's people, animals and auctions; a second time adds only auctions that are due.

    Nothing is written past the domain's commands but the haats themselves, for which there is none.
    `folder` keeps the sessions of the simulated people; `window` is the haats' soft close.

    Raises:
        SettingsFault: This is production.
    """
    refuse_production(settings)
    reactions.listen()
    async with (
        database.connected(settings.database_url, pool_size=POOL),
        _camera(settings) as camera,
    ):
        register = await _register(window, camera)
        kept = KeptSessions(folder)
        await _people(register, kept, settings.secret, progress)
        await persona_desk.open_desk(register)
        await persona_driver.enlist(register)
        await _portraits(register, progress)
        await neighbors.settle_in(register, progress)
        await complainers.complain(register, progress)
        await shopkeeping.open_shops(register, progress)
        await _stock(register, progress)
        await _days(register)
        await _hasil(register)
        await _ended_lots(register, tempo or Tempo(), progress)
        await _lots(register, tempo or Tempo(), progress)


def refuse_production(settings: Settings) -> None:
    """Refuse to make anything up where real people are.

    Raises:
        SettingsFault: This is production.
    """
    if settings.is_production:
        raise SettingsFault(["HMK_ENV is production: nothing is made up there."])


@asynccontextmanager
async def _camera(settings: Settings) -> AsyncIterator[Camera | None]:
    """Have what sends pictures to the store; None where there is no store."""
    if not settings.has_store:
        yield None
        return
    async with object_store.opened(settings) as store, httpx.AsyncClient(timeout=60) as phone:
        await store.ensure()
        yield Camera(store=store, phone=phone)


async def _register(window: timedelta, camera: Camera | None) -> Register:
    places = await Place.filter(slug__startswith=people.HOME)
    slugs = {place.id: place.slug for place in places}
    terms = {"step_table": PER_HEAD.as_json(), "soft_close_s": int(window.total_seconds())}
    markets = [place for place in places if place.kind is PlaceKind.HAAT]
    await Haat.bulk_create(
        [Haat(place_id=place.id, **terms) for place in markets], ignore_conflicts=True
    )
    haats = {slugs[haat.place_id]: haat.id for haat in await Haat.filter(place_id__in=list(slugs))}
    return Register(
        places={slug: number for number, slug in slugs.items()}, haats=haats, camera=camera
    )


async def _people(register: Register, kept: KeptSessions, secret: str, progress: Progress) -> None:
    await enrolling.sign_up(register, kept, secret=secret, progress=progress)
    await enrolling.appoint(register)
    await enrolling.verify_sellers(register)
    await enrolling.register_bidders(register)


async def _portraits(register: Register, progress: Progress) -> None:
    """Give the personas and some sellers a face; those who have one keep it."""
    camera = register.camera
    if camera is None:
        return
    faces = [*people.PERSONAS, *people.SELLERS[:PORTRAYED]]
    shown = await media.hung_on(portraying.PORTRAIT.name, [register.account(one) for one in faces])
    faceless = [one for one, hung in zip(faces, shown, strict=True) if not hung]
    counted = Counted("portraits", len(faceless), progress)

    async def portray(person: Person) -> None:
        account_id = register.account(person)
        woman = person.name.endswith(people.WOMENS_NAMES)
        painted = await asyncio.to_thread(portraits.painted, Random(person.phone), woman=woman)
        media_id = await camera.send(account_id, painted, key=secrets.token_hex(8))
        picture = Picture(media_id=media_id, alt=person.name)
        await portraying.set_portrait(account_id, picture, clock=database_clock)
        counted()

    await enrolling.each(faceless, portray)


async def _stock(register: Register, progress: Progress) -> None:
    known = await stocking.done()
    items = [item for item in stocking.stock() if item.tag not in known]
    counted = Counted("animals", len(items), progress)

    async def bring(item: stocking.Item) -> None:
        await stocking.bring(register, item)
        counted()

    await enrolling.each(items, bring)


async def _days(register: Register) -> None:
    """Have an open day at each haat, and close those whose time is over."""
    now = await database_clock()
    ours = list(register.accounts.values())
    lasting = await listing_queries.sessions(None, ahead_of=now)
    over = HaatSession.filter(state=SessionState.OPEN, officer_id__in=ours)
    for day in await over.exclude(id__in=[day.id for day in lasting]):
        await holding_sessions.begin_closing(day.officer_id, day.id)
        await holding_sessions.close_session(day.officer_id, day.id)
    held = {day.haat_id for day in lasting}
    fresh = [slug for slug, haat_id in register.haats.items() if haat_id not in held]

    async def hold(slug: str) -> None:
        await _hold_day(register, await Place.get(slug=slug), now)

    await enrolling.each(fresh, hold)


async def _hold_day(register: Register, place: Place, now: datetime) -> None:
    vet_id = register.account(people.VETS[people.upazila_of(place.slug)])
    day = await holding_sessions.plan_session(
        vet_id,
        register.haats[place.slug],
        SessionPlan(
            title_bn=f"{place.name_bn}: আজকের বেচাকেনা",
            title_en=f"{place.name_en}: today's sale",
            starts_at=now,
            ends_at=now + DAY_LASTS,
        ),
        idempotency_key=f"demo day {place.id} {now:%Y%m%d%H%M%S}",
        clock=database_clock,
    )
    await holding_sessions.open_session(vet_id, day.id)


async def _hasil(register: Register) -> None:
    """Have the vet of each haat without rates set the examples, in force since yesterday."""
    slugs = sorted(register.haats)
    known = await setting_hasil.rules_of([register.haats[slug] for slug in slugs])
    yesterday = Told(await database_clock() - timedelta(days=1))

    async def set_rates(slug: str) -> None:
        vet_id = register.account(people.VETS[people.upazila_of(slug)])
        for toll in HASIL:
            await setting_hasil.set_rule(vet_id, register.haats[slug], toll, clock=yesterday)

    fresh = [slug for slug, rules in zip(slugs, known, strict=True) if len(rules) < len(HASIL)]
    await enrolling.each(fresh, set_rates)


async def _ended_lots(register: Register, tempo: Tempo, progress: Progress) -> None:
    """Have results to look at: in a house that knows of fewer, the missing were held before."""
    now = await database_clock()
    known = await lot_queries.ended_lots(now).count()
    slots = ended_auctions.slots(now, tempo, known=known)
    counted = Counted("ended auctions", len(slots), progress)
    rng = Random()
    sellers = rng.sample(people.SELLERS, len(slots))

    async def hold(pair: tuple[Slot, Seller]) -> None:
        slot, seller = pair
        key = secrets.token_hex(8)
        await ended_auctions.hold(register, seller, slot, rng, tempo=tempo, key=key)
        counted()

    await enrolling.each(list(zip(slots, sellers, strict=True)), hold)


async def _lots(register: Register, tempo: Tempo, progress: Progress) -> None:
    now = await database_clock()
    slots = program.missing(await _slots(now, tempo), now, tempo)
    counted = Counted("auctions", len(slots), progress)
    rng = Random()
    sellers = cycle(rng.sample(people.SELLERS, len(people.SELLERS)))

    async def fill(pair: tuple[Slot, Seller]) -> None:
        slot, seller = pair
        await stocking.put_on_block(register, seller, slot, rng, key=secrets.token_hex(8))
        counted()

    await enrolling.each(list(zip(slots, sellers, strict=False)), fill)


async def _slots(now: datetime, tempo: Tempo) -> list[Slot]:
    lots: list[Lot] = [
        *await lot_queries.running_lots(now),
        *await lot_queries.coming_lots(now),
    ]
    return [
        program.slot_of(lot.starts_at, lot.hard_ends_at, tempo)
        for lot in lots
        if lot.starts_at and lot.hard_ends_at
    ]
