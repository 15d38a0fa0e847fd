"""Points, distances and outlines."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.geo import Box, Point, Polygon, is_inside, polygon

KISHOREGANJ, BHAIRAB = Point(24.4331, 90.7866), Point(24.0524, 90.9764)
SQUARE = polygon([[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]])
EASTERN = polygon([[(4, 0), (8, 0), (8, 4), (4, 4), (4, 0)]])
RING_ROAD = polygon(
    [[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], [(1, 1), (1, 3), (3, 3), (3, 1), (1, 1)]]
)
points = st.builds(
    Point, st.floats(-90, 90, allow_nan=False), st.floats(-180, 180, allow_nan=False)
)


@pytest.mark.parametrize(
    ("lat", "lng"),
    [(90.1, 0), (-90.1, 0), (0, 180.1), (0, -180.1), (math.nan, 0), (0, math.nan), (math.inf, 0)],
)
def test_there_is_no_point_off_the_earth(lat: float, lng: float):
    with pytest.raises(ValueError, match="no point on earth"):
        Point(lat, lng)


@pytest.mark.parametrize(("lat", "lng"), [(90, 180), (-90, -180), (0, 0)])
def test_the_poles_and_the_date_line_are_on_the_earth(lat: float, lng: float):
    assert (Point(lat, lng).lat, Point(lat, lng).lng) == (lat, lng)


def test_a_box_holds_its_corners_and_nothing_beyond():
    box = Box.around(SQUARE[0])

    assert box == Box(west=0, south=0, east=4, north=4)
    assert box.contains(Point(4, 4))
    assert not box.contains(Point(4.001, 4))


@pytest.mark.parametrize(
    ("lat", "lng", "inside"),
    [(2, 2, True), (2, 5, False), (2, -1, False), (5, 2, False), (-1, 2, False)],
)
def test_a_point_is_inside_or_outside_an_outline(lat: float, lng: float, inside: bool):
    assert is_inside(Point(lat, lng), SQUARE) is inside


def test_a_hole_is_outside():
    assert is_inside(Point(2, 0.5), RING_ROAD)
    assert not is_inside(Point(2, 2), RING_ROAD)


@given(st.floats(0, 3.999), st.floats(0, 7.999))
def test_of_two_neighbors_exactly_one_holds_a_point_of_their_ground(lat: float, lng: float):
    holders = [is_inside(Point(lat, lng), outline) for outline in (SQUARE, EASTERN)]

    assert holders.count(True) == 1


@given(st.floats(0.001, 2.999))
def test_a_point_on_a_slanting_common_edge_belongs_to_exactly_one_neighbor(lat: float):
    lng = 1 + (lat * 2) / 3
    west = polygon([[(0, 0), (1, 0), (3, 3), (0, 3), (0, 0)]])
    east = polygon([[(3, 3), (1, 0), (5, 0), (5, 3), (3, 3)]])

    holders = [is_inside(Point(lat, lng), outline) for outline in (west, east)]

    assert holders.count(True) == 1


def test_which_way_an_outline_is_drawn_does_not_matter():
    drawn_back = Polygon([list(reversed(SQUARE[0]))])

    assert is_inside(Point(2, 2), drawn_back)


@pytest.mark.parametrize(
    "coordinates",
    [
        [],
        [[]],
        [[(0, 0), (1, 1), (0, 0)]],
        [[(0, 0), (4, 0), (4, 4), (0, 4)]],
        [[(0, 0), (181, 0), (4, 4), (0, 0)]],
        [[(0, 0), (math.nan, 0), (4, 4), (0, 0)]],
    ],
)
def test_what_is_no_outline_is_refused(coordinates: list[list[tuple[float, float]]]):
    with pytest.raises(ValueError, match=r"ring|no point on earth"):
        polygon(coordinates)
