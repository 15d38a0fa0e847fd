from __future__ import annotations

import asyncio
from typing import Any

import pytest

from hmk_graph.accounts import profiles, rules
from hmk_graph.accounts.errors import NotAHome
from hmk_graph.accounts.models import Account
from hmk_graph.errors import BadInput, NotFound
from tests import factories

database = pytest.mark.usefixtures("db")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  রহিমা   খাতুন ", "রহিমা খাতুন"),
        ("\u09af\u09bc", "\u09af\u09bc"),
        ("\u09df", "\u09af\u09bc"),  # NFC keeps the letter য় in two signs
        ("e\u0301", "\u00e9"),
        ("র\u200d্যাব", "র\u200d্যাব"),  # a joiner that the spelling needs
        ("a\tb\nc", "a b c"),
        ("ক" * 80, "ক" * 80),
    ],
)
def test_a_name_is_kept_composed_and_tidy(written: str, kept: str):
    assert rules.name_of(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "\u200b",
        "ক" * 81,
        "a\x07b",
        "a\u202eb",
        "a\u2066b",
        "a\ufeffb",
        "a\x1bb",
        "\ue000",
    ],
)
def test_a_name_that_does_not_show_is_none(written: str):
    with pytest.raises(BadInput):
        rules.name_of(written)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "unknown"),
        ("", "unknown"),
        ("x" * 1_000, "unknown"),
    ],
)
def test_a_network_is_an_ipv4_address_or_an_ipv6_customer(address: str, network: str):
    assert rules.network_of(address) == network


def test_what_a_device_calls_itself_is_cut_and_cleaned():
    assert rules.device_of(" Nokia\n\x00 3310 ") == "Nokia 3310"
    assert len(rules.device_of("x" * 10_000)) == 200


@database
async def test_what_is_not_named_stays_as_it_is():
    someone = await factories.person("পুরোনো নাম")
    union = await factories.union()

    await profiles.update_profile(someone.id, language="en")
    await profiles.update_profile(someone.id, home_id=union.id)
    await profiles.update_profile(someone.id)

    kept = await Account.get(id=someone.id)
    assert (kept.name, kept.language, kept.home_id) == ("পুরোনো নাম", "en", union.id)


@database
async def test_two_changes_at_once_lose_nothing():
    someone = await factories.person()

    await asyncio.gather(
        profiles.update_profile(someone.id, name="নতুন নাম"),
        profiles.update_profile(someone.id, language="en"),
    )

    kept = await Account.get(id=someone.id)
    assert (kept.name, kept.language, kept.version) == ("নতুন নাম", "en", 3)


@database
@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"name": ""}, BadInput),
        ({"name": "ভালো", "language": "fr"}, BadInput),
        ({"name": "ভালো", "home_id": 999_999}, NotFound),
    ],
)
async def test_a_faulty_change_writes_nothing(given: dict[str, Any], refusal: type):
    someone = await factories.person("আগের নাম")

    with pytest.raises(refusal):
        await profiles.update_profile(someone.id, **given)

    assert (await Account.get(id=someone.id)).name == "আগের নাম"


@database
async def test_nobody_lives_in_an_upazila():
    someone, upazila = await factories.person(), await factories.upazila()

    with pytest.raises(NotAHome):
        await profiles.update_profile(someone.id, home_id=upazila.id)
