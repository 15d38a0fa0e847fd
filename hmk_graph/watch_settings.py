"""The settings of those who watch the house: where its figures are read, where its traces go."""

from __future__ import annotations

from dataclasses import dataclass

from hmk_graph import setting_values as values
from hmk_graph.setting_values import setting


@dataclass(frozen=True, kw_only=True)
class WatchSettings:
    """Neither is needed, and without them nothing listens and nothing is sent."""

    metrics_port: int = setting(
        "HMK_METRICS_PORT",
        0,
        values.none_or(values.whole(1, 65_535)),
        "Each process answers Prometheus at `/metrics` on the first free port from here on. "
        "Never at `HMK_PORT`, which strangers reach.",
        shown="none",
    )
    metrics_host: str = setting(
        "HMK_METRICS_HOST",
        "127.0.0.1",
        str,
        "The address that `/metrics` listens on: one that only the watchers reach.",
    )
    traces_url: str = setting(
        "HMK_TRACES_URL",
        "",
        values.address("https", "http"),
        "Where traces go: an OpenTelemetry collector, OTLP over HTTP, the whole address "
        "(`http://collector:4318/v1/traces`). Needs the `traces` extra.",
        shown="nowhere",
    )
