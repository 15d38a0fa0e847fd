"""How measurements are told: a line each, times by their middle and their slow end."""

from __future__ import annotations

import statistics
import sys


def show(what: str, times: list[float]) -> None:
    """Print the median and the ninety-fifth percentile in milliseconds; `times` in seconds."""
    ranked = sorted(times)
    p95 = ranked[int(len(ranked) * 0.95)]
    say(f"{what}: p50 {statistics.median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms")


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
