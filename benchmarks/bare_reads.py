"""The mark for public reads: Starlette, one SQL statement by asyncpg, orjson. Nothing else."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

# Fifty running lots with what hangs on them: seller, place of origin, haat, newest weight, photo.
LOTS = """
SELECT lot.id, lot.state, lot.start_paisa, lot.price_paisa, lot.bid_count, lot.starts_at,
       lot.ends_at, sold.title_bn, sold.title_en, a.id AS animal_id, a.village,
       seller.name AS seller_name, origin.id AS origin_id, origin.name_bn AS origin_bn,
       origin.name_en AS origin_en, h.id AS haat_id, place.name_bn AS haat_bn,
       (SELECT w.grams FROM haat_animal_weight w WHERE w.animal_id = a.id
        ORDER BY w.measured_at DESC, w.id DESC LIMIT 1) AS grams,
       photo.alt, photo.color, photo.media_id,
       (SELECT f->>'name' FROM jsonb_array_elements(photo.files) f
        WHERE f->>'type' = 'image/webp' AND (f->>'width')::int >= 480
        ORDER BY (f->>'width')::int LIMIT 1) AS photo_name
FROM haat_lot lot
JOIN haat_listing sold ON sold.id = lot.listing_id
JOIN haat_animal a ON a.id = lot.animal_id
JOIN accounts_account seller ON seller.id = a.seller_id
JOIN places_place origin ON origin.id = a.origin_id
JOIN haat_haat h ON h.id = lot.haat_id
JOIN places_place place ON place.id = h.place_id
LEFT JOIN LATERAL (
    SELECT m.id AS media_id, m.color, m.files, at.alt
    FROM media_attachment at JOIN media_media m ON m.id = at.media_id
    WHERE at.subject = 'haat.animal' AND at.subject_id = a.id AND m.state = 'READY'
    ORDER BY at.place LIMIT 1
) photo ON true
WHERE lot.state IN ('SCHEDULED', 'OPEN') AND lot.starts_at <= clock_timestamp()
  AND lot.ends_at > clock_timestamp()
ORDER BY lot.ends_at, lot.id LIMIT $1
"""


async def lots(request: Request) -> Response:
    """Answer with the lots as GraphQL would."""
    asked = orjson.loads(await request.body())
    pool: asyncpg.Pool[asyncpg.Record] = request.app.state.pool
    rows = await pool.fetch(LOTS, asked["variables"]["first"])
    edges = [{"node": node(row)} for row in rows]
    return Response(
        orjson.dumps({"data": {"lots": {"edges": edges}}}), media_type="application/json"
    )


def node(row: asyncpg.Record) -> dict[str, Any]:
    """Return a lot with its nested objects. `Any`: JSON."""
    return {
        "id": f"Lot:{row['id']}",
        "number": row["id"],
        "state": row["state"],
        "titleBn": row["title_bn"],
        "titleEn": row["title_en"],
        "startPrice": row["start_paisa"],
        "price": row["price_paisa"],
        "bidCount": row["bid_count"],
        "startsAt": row["starts_at"],
        "endsAt": row["ends_at"],
        "haat": {"id": f"Haat:{row['haat_id']}", "nameBn": row["haat_bn"]},
        "animal": {
            "id": f"Animal:{row['animal_id']}",
            "village": row["village"],
            "sellerName": row["seller_name"],
            "latestWeight": {"grams": row["grams"]},
            "origin": {
                "id": f"Place:{row['origin_id']}",
                "nameBn": row["origin_bn"],
                "nameEn": row["origin_en"],
            },
            "photo": {
                "alt": row["alt"],
                "color": row["color"],
                "url": f"/media/{row['media_id']}/{row['photo_name']}",
            },
        },
    }


@asynccontextmanager
async def running(app: Starlette) -> AsyncIterator[None]:
    """Open the pool."""
    async with asyncpg.create_pool(os.environ["HMK_DATABASE_URL"], max_size=20) as pool:
        app.state.pool = pool
        yield


app = Starlette(routes=[Route("/graphql", lots, methods=["POST"])], lifespan=running)
