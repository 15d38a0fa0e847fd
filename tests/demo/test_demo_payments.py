"""The demo has payment services that take no money, unless real ones are set."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hmk_graph import demo_payments
from hmk_graph.settings import Settings

SETTINGS = Settings.from_environment({"HMK_ENV": "demo", "HMK_SECRET": "s" * 32})


def test_a_demo_offers_all_three_by_the_simulator(tmp_path: Path):
    given, [job] = demo_payments.offered(SETTINGS, tmp_path)

    assert {given.bkash_url, given.sslcommerz_url, given.nagad_url} == {
        f"http://127.0.0.1:{job.args[3]}"
    }
    assert Settings.from_environment(given.as_environment()) == given


def test_services_that_are_set_stay_as_they_are(tmp_path: Path):
    own = replace(SETTINGS, bkash_url="https://bkash.example.org")

    assert demo_payments.offered(own, tmp_path) == (own, [])
