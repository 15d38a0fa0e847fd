"""Listings and deals by weight."""

from __future__ import annotations

from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "haat_listing_by_weight": [
        ("haat_listing", {"where": "kind = 'FIXED'", "state": "ENDED", **columns})
        for columns in (
            {"per_kg_paisa": 50_000},
            {"per_kg_paisa": 0, "declared_grams": 400_000},
            {"per_kg_paisa": 50_000, "declared_grams": 0},
        )
    ]
    + [
        (
            "haat_listing",
            {
                "where": "kind = 'BARGAIN'",
                "state": "ENDED",
                "per_kg_paisa": 50_000,
                "declared_grams": 400_000,
            },
        )
    ],
    "haat_deal_by_weight": [
        ("haat_deal", {"state": "EXPIRED", **columns})
        for columns in ({"per_kg_paisa": 50_000}, {"declared_grams": 1}, {"agreed_grams": 1})
    ],
}
