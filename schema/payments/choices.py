"""The enums of paying. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.payments.paying_models import AttemptState, Choice, IntentState, RefundState

__all__ = ["AttemptState", "Choice", "IntentState", "RefundState"]

strawberry.enum(IntentState, name="PaymentState", description="How it stands with a sum.")
strawberry.enum(AttemptState, name="PaymentTryState", description="How one try to pay stands.")
strawberry.enum(Choice, name="SetAsideChoice", description="What becomes of such money.")
strawberry.enum(RefundState, description="How it stands with money that goes back.")
