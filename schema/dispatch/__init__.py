"""Drivers and trips: who comes, who asked, and where the vehicle is."""

import strawberry

from schema.dispatch.driver_events import DriverSubscription
from schema.dispatch.drivers import DriverQuery
from schema.dispatch.driving import DrivingMutation
from schema.dispatch.enrolling import DriverMutation
from schema.dispatch.positions import PositionQuery, PositionSubscription
from schema.dispatch.requesting import TripMutation
from schema.dispatch.trip_events import TripStandQuery, TripSubscription
from schema.dispatch.trips import TripQuery


@strawberry.type
class DispatchQuery(TripQuery, TripStandQuery, DriverQuery, PositionQuery):
    pass


@strawberry.type
class DispatchMutation(TripMutation, DrivingMutation, DriverMutation):
    pass


@strawberry.type
class DispatchSubscription(TripSubscription, DriverSubscription, PositionSubscription):
    pass
