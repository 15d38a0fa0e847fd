"""Joins the slices of services for the root."""

from __future__ import annotations

import strawberry

from schema.services.advancing import AdvanceMutation
from schema.services.availability import AvailabilitySubscription
from schema.services.booking import BookingMutation, QuoteMutation
from schema.services.bookings import BookingQuery
from schema.services.categories import CategoryMutation, CategoryQuery
from schema.services.finding import OfferQuery
from schema.services.offering import OfferingMutation
from schema.services.picturing import ServicePictureMutation
from schema.services.providing import ProvidingMutation
from schema.services.reviewing import CalendarQuery, ReviewMutation
from schema.services.reviews import ReviewQuery
from schema.services.sitting import SittingMutation
from schema.services.sittings import SittingQuery
from schema.services.watching import ServiceSubscription as WatchingSubscription


@strawberry.type
class ServicesQuery(
    CategoryQuery, OfferQuery, BookingQuery, SittingQuery, ReviewQuery, CalendarQuery
):
    pass


@strawberry.type
class ServicesMutation(
    CategoryMutation,
    ProvidingMutation,
    OfferingMutation,
    BookingMutation,
    AdvanceMutation,
    QuoteMutation,
    SittingMutation,
    ReviewMutation,
    ServicePictureMutation,
):
    pass


@strawberry.type
class ServicesSubscription(WatchingSubscription, AvailabilitySubscription):
    pass
