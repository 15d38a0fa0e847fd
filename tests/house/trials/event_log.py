"""Events, their streams, and the keys of requests."""

from __future__ import annotations

from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "event_seq_from_one": [("event", {"seq": 0}), ("event", {"epoch": 0, "seq": 99})],
    "event_stream_head_counts": [("event_stream", {"name": "x", "head": -1})],
    "idempotency_key_not_empty": [("idempotency_key", {"key": ""})],
}
