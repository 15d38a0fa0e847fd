"""Places."""

from __future__ import annotations

from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "places_place_parent": [
        ("places_place", {"slug": "x", "where": "kind = 'UNION'", "parent_id": None}),
        ("places_place", {"slug": "x", "where": "kind = 'UNION'", "kind": "DIVISION"}),
    ],
    "places_place_on_earth": [
        ("places_place", {"slug": "x", "lat": 90.1, "lng": 0}),
        ("places_place", {"slug": "x", "lat": 0, "lng": -180.1}),
    ],
}
