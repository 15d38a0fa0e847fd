"""Every kind of event is known by one name, survives the log, and is told to those who listen."""

from __future__ import annotations

import importlib
import pkgutil
import re
import types
import typing
from dataclasses import MISSING, fields
from datetime import datetime, timedelta
from typing import Any

import pytest

import hmk_graph
from hmk_graph import event_log, reactions
from hmk_graph.event_log import Event, transaction
from schema import account_stream, root
from schema.blood import watching as blood
from schema.civic import watching as civic
from schema.cursors import Cursors, Place
from schema.dispatch import driver_events, trip_events
from schema.haat import pool_watching, watching
from schema.notifications import watching as inboxes
from schema.orders import watching as orders
from schema.rentals import watching as rentals
from schema.services import happenings as services
from schema.shops import watching as shops
from schema.streams import PUBLIC, StreamEvent, event_type
from tests.factories import NOON

SCHEMA = root.build()
# What may stand in an event for everybody; a person is an alias there, an amount is what all see.
PERSONAL = re.compile(
    r"account|phone|maximum|reserve(?!_met)|nonce|seller_id|winner|leader_id|buyer"
)
# Which union tells the events of a stream, and what tells those without a type of their own.
TELLERS = {
    "haat.lot": (watching.LotStreamItem, None),
    "haat.pool": (pool_watching.PoolStreamItem, None),
    "haat.haat": (watching.HaatStreamItem, watching.HaatNotice.of),
    "services.provider": (services.ProviderStreamItem, None),
    "services.booking": (services.BookingStreamItem, None),
    "services.sitting": (services.SittingStreamItem, None),
    "dispatch.trip": (trip_events.TripStreamItem, None),
    "dispatch.driver": (driver_events.DriverStreamItem, None),
    "dispatch.desk": (driver_events.DeskStreamItem, None),
    "civic.complaint": (civic.ComplaintStreamItem, None),
    "blood.request": (blood.BloodRequestStreamItem, None),
    "rentals.agreement": (rentals.RentalStreamItem, None),
    "notifications.inbox": (inboxes.InboxStreamItem, None),
    "shops.shop": (shops.ShopStreamItem, None),
    "orders.order": (orders.OrderStreamItem, None),
    "accounts.account": (
        account_stream.AccountStreamItem,
        account_stream.AccountNotice.tell,
    ),
}
SAMPLES: dict[Any, Any] = {
    int: 7,
    str: 'বাংলা "text" \\ \' \u2028',
    bool: True,
    list[int]: [7, 8],
    datetime: NOON + timedelta(microseconds=123_456),
}


def kinds() -> list[type[Event]]:
    """Return every kind of event of the house, whichever module it stands in."""
    for module in pkgutil.walk_packages(hmk_graph.__path__, "hmk_graph."):
        if module.name.endswith("events"):
            importlib.import_module(module.name)
    found: list[type[Event]] = []
    waiting: list[type[Event]] = [Event]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [k for k in below if "kind" in vars(k) and k.__module__.startswith("hmk_graph.")]
    return sorted(found, key=lambda kind: kind.kind)


KINDS = kinds()
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)


def sample(kind: type[Event], *, empty: bool = False) -> Event:
    """Make an event of a kind; `empty` leaves out what may be missing."""
    hints = typing.get_type_hints(kind)
    given = {}
    for field in fields(kind):
        hint = hints[field.name]
        choices = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        if empty and type(None) in choices:
            given[field.name] = None
        elif not (empty and field.default is not MISSING):
            given[field.name] = SAMPLES[choices[0]]
    return kind(**given)


def family(event: Event) -> str:
    return event.stream.rsplit(".", 1)[0]


def test_there_are_events_in_every_stream():
    assert len(KINDS) > 30
    assert {family(sample(kind)) for kind in KINDS} == set(TELLERS)


def test_no_two_events_have_the_same_kind():
    assert len({kind.kind for kind in KINDS}) == len(KINDS)


@each_kind
def test_a_kind_is_named_by_its_context_and_says_what_happened(kind: type[Event]):
    context = kind.__module__.split(".")[1]

    assert re.fullmatch(rf"{context}\.[a-z]+(_[a-z]+)*", kind.kind)
    assert len(kind.kind) <= 60
    # A dataclass without words of its own has its signature for a docstring.
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")
    assert kind.__doc__.endswith(".")


async def test_every_event_comes_back_from_the_log_as_it_went_in(db):
    given = [sample(kind, empty=empty) for kind in KINDS for empty in (False, True)]

    async with transaction(actor_id=9) as events:
        events += given

    for stream in {event.stream for event in given}:
        assert re.fullmatch(r"[a-z]+\.[a-z]+\.[1-9][0-9]*", stream)
        logged = await event_log.after(stream, 0)
        went_in = [event for event in given if event.stream == stream]
        assert [e.seq for e in logged] == list(range(1, len(went_in) + 1))
        for event, back in zip(went_in, logged, strict=True):
            assert (back.kind, back.actor_id) == (event.kind, 9)
            assert back.payload == event.payload()
            assert restored(event, back.payload) == event


def restored(event: Event, payload: dict[str, Any]) -> Event:
    """Make the event anew from what the log holds of it."""
    times = {f.name for f in fields(event) if isinstance(getattr(event, f.name), datetime)}
    read = {k: datetime.fromisoformat(v) if k in times else v for k, v in payload.items()}
    return type(event)(**read)


@each_kind
def test_an_event_is_told_in_the_union_of_its_stream(kind: type[Event]):
    """A kind without a type of its own falls to the notice, which names it."""
    union, otherwise = TELLERS[family(sample(kind))]
    members = {member.__name__ for member in typing.get_args(typing.get_args(union)[0])}
    for empty in (False, True):
        told = event_type(_logged(sample(kind, empty=empty)), CURSOR, otherwise)

        assert type(told).__name__ in members
        assert type(told).__name__ in SCHEMA._schema.type_map
        if kind.kind not in StreamEvent.kinds:
            assert told.kind == kind.kind


CURSOR = Cursors(b"tests").write(Place(epoch=1, seq=1), stream="s", audience=PUBLIC)


def _logged(event: Event) -> event_log.LoggedEvent:
    return event_log.LoggedEvent(
        stream=event.stream,
        epoch=1,
        seq=1,
        kind=event.kind,
        payload=event.payload(),
        at=NOON,
        actor_id=None,
    )


@pytest.mark.parametrize("kind", StreamEvent.kinds)
def test_what_a_type_tells_stands_in_its_event(kind: str):
    """A field that the event does not hold would be null, or an error, on every screen."""
    [source] = [each for each in KINDS if each.kind == kind]
    held = {field.name for field in fields(source)}
    hints = typing.get_type_hints(source)
    told = StreamEvent.kinds[kind].__strawberry_definition__.fields  # type: ignore[attr-defined]
    for field in told:
        if field.base_resolver is None and field.name not in ("cursor", "seq", "at"):
            assert field.name in held
            may_be_none = type(None) in typing.get_args(hints[field.name])
            assert may_be_none == (type(field.type).__name__ == "StrawberryOptional"), field.name


@each_kind
def test_what_all_may_hear_names_nobody_and_no_secret(kind: type[Event]):
    if family(sample(kind)) != "accounts.account":
        assert [field.name for field in fields(kind) if PERSONAL.search(field.name)] == []


def test_every_reaction_is_to_an_event_that_exists():
    assert set(reactions.REACTIONS) <= {kind.kind for kind in KINDS}
