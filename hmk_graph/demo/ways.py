"""Plausible ways between places of the district: pure. They bend like roads, they are none."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hmk_graph.geo import Point

# How far a way leaves the straight line, as a part of its length.
BEND = 0.12


@dataclass(frozen=True)
class Way:
    """A bent way from one point to another."""

    start: Point
    end: Point

    @property
    def length_m(self) -> float:
        """Return its length, near enough: a flat bow is a little longer than its chord."""
        return self.start.distance_m(self.end) * (1 + 8 * BEND**2 / 3)

    def at(self, share: float) -> Point:
        """Return the point after a share (0 to 1) of the way."""
        share = min(1.0, max(0.0, share))
        bow = math.sin(math.pi * share) * BEND
        north, east = self.end.lat - self.start.lat, self.end.lng - self.start.lng
        return Point(
            self.start.lat + north * share - east * bow,
            self.start.lng + east * share + north * bow,
        )


def beside(point: Point, *, north_m: float, east_m: float) -> Point:
    """Return a point so many meters away."""
    degree_m = math.pi * 6_371_008.8 / 180
    return Point(
        point.lat + north_m / degree_m,
        point.lng + east_m / degree_m / math.cos(math.radians(point.lat)),
    )
