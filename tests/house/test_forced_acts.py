"""What officers force is done by one or by two, and the reason is written down (rules.md C10)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hmk_graph.accounts.events import ActAsked, ActDeclined, ActSeconded, SellerDecided
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.event_log import Event
from hmk_graph.shops.events import ShopDecided
from schema import seconding
from tests.house.test_assisting import OFFICE
from tests.house.test_who_is_told import BY_KIND

ROOT = Path(__file__).parents[2]
TABLE = re.compile(r"^\| `(\w+)` \| (one|two) \|", re.MULTILINE)
# Commands of administrators and officers about money, which no operator gives for a citizen either.
OF_MONEY = "sendPayout confirmPayout failPayout cancelPayout takeCash takeDepositCash giveCashBack"
# Orders are called off by buyers and shops, too.
OF_BOTH = "cancelOrder answerReturn"


def told() -> dict[str, str]:
    """Return by how many officers each command is done, as docs/security.md says."""
    words = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    return dict(TABLE.findall(words))


def test_of_every_command_of_an_officer_it_is_written_how_many_it_takes_and_why():
    """A new command of theirs fails here until it stands in the table, and with it a thought."""
    commands = f"{OFFICE} {OF_MONEY} {OF_BOTH}".split()

    assert sorted(told()) == sorted(commands)


def test_what_takes_two_is_kept_in_the_one_room_or_was_before_it():
    """`THINGS` and the kinds agree, and each kind is spoken about by some activity."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "hmk_graph").rglob("*.py"))

    assert set(seconding.THINGS) == set(ForcedActKind)
    assert [kind for kind in ForcedActKind if f"ForcedActKind.{kind}" not in code] == []


@pytest.mark.parametrize("kind", [ActAsked, ActSeconded, ActDeclined, ShopDecided, SellerDecided])
def test_who_forced_what_and_why_is_kept_for_good(kind: type[Event]):
    assert kind.audited
    assert {"officer_id", "reason"} <= set(kind.__dataclass_fields__)


@pytest.mark.parametrize(
    "kind",
    [
        "accounts.act_seconded",
        "accounts.seller_decided",
        "dispatch.driver_decided",
        "haat.bidder_banned",
        "haat.lot_voided",
        "services.provider_decided",
        "shops.shop_decided",
    ],
)
def test_an_event_of_two_officers_names_both(kind: str):
    event = BY_KIND[kind]

    assert event.audited
    assert {"officer_id", "second_officer_id"} <= set(event.__dataclass_fields__)
