"""The enums of complaints. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.civic.machines import Move
from hmk_graph.civic.models import ComplaintKind, ComplaintState, Indicator

__all__ = ["ComplaintKind", "ComplaintState", "Indicator", "Move"]

strawberry.enum(ComplaintKind, description="What a complaint is about.")
strawberry.enum(ComplaintState, description="Where a complaint stands.")
strawberry.enum(Move, name="ComplaintMove", description="What can be done with a complaint.")
strawberry.enum(
    Indicator, name="OfficerIndicator", description="What is counted of an officer's work."
)
