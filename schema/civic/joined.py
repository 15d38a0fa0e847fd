"""Joins the slices of what citizens ask of their officers for the root."""

from __future__ import annotations

import strawberry

from schema.civic.audit import AuditQuery
from schema.civic.charts import ChartsQuery
from schema.civic.complaining import ComplainingMutation, HandlingMutation
from schema.civic.complaints import ComplaintQuery
from schema.civic.figures import FiguresQuery
from schema.civic.targets import TargetMutation, TargetQuery
from schema.civic.watching import ComplaintSubscription

__all__ = ["CivicMutation", "CivicQuery", "CivicSubscription"]


@strawberry.type
class CivicQuery(ComplaintQuery, FiguresQuery, ChartsQuery, TargetQuery, AuditQuery):
    pass


@strawberry.type
class CivicMutation(ComplainingMutation, HandlingMutation, TargetMutation):
    pass


@strawberry.type
class CivicSubscription(ComplaintSubscription):
    pass
