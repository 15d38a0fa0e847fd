"""How long those who called a vehicle waited, in figures that everybody may read (rules.md 2.13).

Nobody is in them: what is told is of a whole month of a whole upazila with five at least, whatever
place and time is asked for, so that no two questions differ by one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tortoise.connection import get_connection

from hmk_graph.civic.counting import FEWEST

# Of fewer, the ninth of ten is the very longest: somebody's own.
FEWEST_FOR_SLOW = 10
METHOD_BN = (
    "ডাকার সময় থেকে চালক রাজি হওয়া পর্যন্ত, আর রাজি হওয়া থেকে গাড়ি পৌঁছানো পর্যন্ত, পুরো মিনিটে ওপরের দিকে"
    " গোনা। চালক বদলালে শেষ চালকের রাজি হওয়া পর্যন্ত ধরা হয়। মাঝারি সময়: অর্ধেক মানুষ এর মধ্যে পেয়েছেন;"
    " ধীর সময়: দশজনে নয়জন। আগে থেকে ঠিক করা যাত্রা বাদ। শুধু পুরো মাস ও পুরো উপজেলা বলা হয়, পাঁচজনের কম"
    " হলে কিছুই নয়, দশজনের কম হলে ধীর সময় নয়।"
)
METHOD_EN = (
    "From the call until a driver accepted, and from then until the vehicle arrived, in minutes"
    " counted up; where drivers changed, until the last one accepted. Median: half had it by then;"
    " slow: nine of ten. Trips planned ahead are left out. Only whole months of whole upazilas are"
    " told, nothing of fewer than five, and no slow time of fewer than ten."
)


@dataclass(frozen=True, kw_only=True)
class Waits:
    """How long calls of a month waited in an upazila; of ambulances, or of all other vehicles.

    Times are whole minutes. A median is None of fewer than FEWEST, `slow` (the 90th percentile) of
    fewer than FEWEST_FOR_SLOW.
    """

    place_id: int
    month: date
    ambulances: bool
    calls: int
    accepted: int
    arrived: int
    accept_median: int | None
    accept_slow: int | None
    arrive_median: int | None
    arrive_slow: int | None


async def waits(within: int, since: datetime, until: datetime) -> list[Waits]:
    """Return how long was waited in the upazilas in and below a place, the newest month first."""
    rows = await get_connection("default").execute_query_dict(
        _WAITS, [within, since, until, FEWEST, FEWEST_FOR_SLOW]
    )
    return [Waits(**row) for row in rows]


# A year of the district is 13 upazilas, twice in each of 12 months.
_WAITS = """
WITH called AS (
    SELECT upazila.id AS place_id, t.kind = 'AMBULANCE' AS ambulances,
           date_trunc('month', t.requested_at AT TIME ZONE 'Asia/Dhaka') AS month,
           ceil(extract(epoch FROM t.assigned_at - t.requested_at) / 60)::int AS accept,
           ceil(extract(epoch FROM t.arrived_at - t.assigned_at) / 60)::int AS arrive
    FROM dispatch_trip t
    JOIN places_place at ON at.id = t.place_id
    JOIN places_place upazila ON upazila.id = ANY (at.path) AND upazila.kind = 'UPAZILA'
    WHERE upazila.path @> ARRAY[$1::bigint] AND t.scheduled_for IS NULL
      AND t.requested_at >= $2 AND t.requested_at < $3
), monthly AS (
    SELECT place_id, month, ambulances, count(*) AS calls, count(accept) AS accepted,
           count(arrive) AS arrived,
           percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY accept) AS accepts,
           percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY arrive) AS arrives
    FROM called GROUP BY place_id, month, ambulances
)
SELECT place_id, month::date AS month, ambulances, calls, accepted, arrived,
       CASE WHEN accepted >= $4 THEN accepts[1] END AS accept_median,
       CASE WHEN accepted >= $5 THEN accepts[2] END AS accept_slow,
       CASE WHEN arrived >= $4 THEN arrives[1] END AS arrive_median,
       CASE WHEN arrived >= $5 THEN arrives[2] END AS arrive_slow
FROM monthly
WHERE calls >= $4 AND month AT TIME ZONE 'Asia/Dhaka' >= $2
  AND (month + interval '1 month') AT TIME ZONE 'Asia/Dhaka' <= $3
ORDER BY month DESC, ambulances DESC, place_id LIMIT 400
"""
