"""`hmk simulate`: the demo's people act, each at his own device, through the public API alone."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from pathlib import Path

from hmk_graph.demo.bargainers import Bargainers
from hmk_graph.demo.bidders import Hall
from hmk_graph.demo.callers import Callers
from hmk_graph.demo.crews import Crews
from hmk_graph.demo.customers import Customers
from hmk_graph.demo.devices import Devices
from hmk_graph.demo.keepers import Keepers
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.paperwork import Paperwork
from hmk_graph.demo.persisting import Turn, keep_on
from hmk_graph.demo.seeding import refuse_production
from hmk_graph.demo.shopkeepers import Shopkeepers
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.tradesmen import Tradesmen
from hmk_graph.settings import HERE, Settings

log = logging.getLogger("hmk.demo")


async def run(settings: Settings, *, tempo: Tempo | None = None, folder: Path = HERE) -> None:
    """Keep the haats lively until canceled; whatever the server does, go on.

    `folder` keeps the refresh tokens of the simulated people. Nobody acts for a persona: those are
    the visitor's.

    Raises:
        SettingsFault: This is production.
    """
    refuse_production(settings)
    tempo = tempo or Tempo()
    devices = Devices(settings, KeptSessions(folder))
    log.info("the simulators begin", extra={"address": devices.url})
    try:
        async with asyncio.TaskGroup() as tasks:
            hall, keepers = Hall(devices, tempo), Keepers(devices, tempo)
            talk = Bargainers(devices, tempo)
            customers, shops = Customers(devices, tempo), Shopkeepers(devices, tempo)
            papers = Paperwork(devices)
            tradesmen, crews = Tradesmen(devices, tempo, papers), Crews(devices, tempo, papers)
            turns: dict[str, Turn] = {
                "looking for lots": partial(hall.look, tasks),
                "keeping the program": partial(keepers.look, tasks),
                "restocking": keepers.restock,
                "making an offer": talk.begin,
                "answering as seller": talk.reply_as_seller,
                "answering as buyer": talk.reply_as_buyer,
                "opening a desk": tradesmen.open_next,
                "throwing a switch": tradesmen.switch,
                "ordering a basket": customers.order,
                "following an order": customers.follow,
                "serving at a shop": shops.serve,
                "filling shelves": shops.restock,
                "photographing goods": shops.photograph,
                "bringing a crew to work": crews.open_next,
                "moving crews": crews.move,
                **Callers(devices, tempo, crews).turns(),
            }
            for name, turn in turns.items():
                tasks.create_task(keep_on(name, turn, tempo), name=name)
    finally:
        await devices.aclose()
