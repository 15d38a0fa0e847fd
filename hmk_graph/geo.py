"""Points on the earth (WGS 84, degrees) and outlines around them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NewType

# A closed ring repeats its first position: a triangle has four (RFC 7946, section 3.1.6).
SHORTEST_RING = 4
# The mean radius of the earth (IUGG).
EARTH_M = 6_371_008.8

Position = tuple[float, float]
"""Longitude and latitude, in GeoJSON's order: the other way round than people say it."""

Ring = list[Position]

Polygon = NewType("Polygon", list[Ring])
"""An outer ring and its holes, each closed. Made by `polygon`, which checks it."""


@dataclass(frozen=True)
class Point:
    """A place on the earth: degrees north and degrees east.

    Raises:
        ValueError: There is no such point.
    """

    lat: float
    lng: float

    def __post_init__(self) -> None:
        # Not a number is in no range, so this refuses it too.
        if not (-90 <= self.lat <= 90 and -180 <= self.lng <= 180):
            raise ValueError(f"no point on earth: {self.lat}, {self.lng}")

    def distance_m(self, other: Point) -> float:
        """Return the meters to another point along the surface (haversine, on a sphere)."""
        north, south = math.radians(self.lat), math.radians(other.lat)
        across = math.radians(other.lng - self.lng)
        chord = (
            math.sin((south - north) / 2) ** 2
            + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
        )
        return 2 * EARTH_M * math.asin(math.sqrt(min(1.0, chord)))


@dataclass(frozen=True, kw_only=True)
class Box:
    """The smallest rectangle of meridians and parallels around something that spans not 180°."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, positions: Iterable[Position]) -> Box:
        """Return the box of one position or more."""
        lngs, lats = zip(*positions, strict=True)
        return cls(west=min(lngs), south=min(lats), east=max(lngs), north=max(lats))

    def contains(self, point: Point) -> bool:
        """Say whether a point lies in the box or on its border."""
        return self.south <= point.lat <= self.north and self.west <= point.lng <= self.east


def polygon(coordinates: Sequence[Sequence[Sequence[float]]]) -> Polygon:
    """Return a GeoJSON polygon's coordinates, checked.

    Raises:
        ValueError: There is no ring, one is open or too short, or a position is not on the earth.
    """
    if not coordinates:
        raise ValueError("a polygon has an outer ring")
    return Polygon([_ring(positions) for positions in coordinates])


def _ring(positions: Sequence[Sequence[float]]) -> Ring:
    ring: Ring = []
    for lng, lat in positions:
        point = Point(lat, lng)
        ring.append((point.lng, point.lat))
    if len(ring) < SHORTEST_RING or ring[0] != ring[-1]:
        raise ValueError("a ring has at least four positions and ends where it begins")
    return ring


def is_inside(point: Point, outline: Polygon) -> bool:
    """Say whether a point lies in a polygon and in none of its holes.

    Of two polygons that share an edge, point by point, exactly one holds a point of that edge.
    """
    outer, *holes = outline
    return _is_within(point, outer) and not any(_is_within(point, hole) for hole in holes)


def _is_within(point: Point, ring: Ring) -> bool:
    """Count the edges that a ray to the east crosses: an odd number means inside."""
    inside = False
    for start, end in pairwise(ring):
        # Neighbors walk their common edge in opposite directions. Taken from its southern end, both
        # compute the same crossing, to the last bit.
        (west, low), (east, high) = sorted((start, end), key=lambda position: position[1])
        # The northern end does not belong to the edge: a ray through a corner counts it once.
        if low <= point.lat < high:
            crossing = west + (east - west) * (point.lat - low) / (high - low)
            inside ^= point.lng < crossing
    return inside
