"""The enums about people. Import them from here: they are described before anything uses them."""

from __future__ import annotations

from enum import Enum, StrEnum

import strawberry

from hmk_graph.accounts.approval import Move
from hmk_graph.accounts.forced_models import ForcedActKind, ForcedAnswer
from hmk_graph.accounts.models import AccountState, ApplicationState, Role

__all__ = [
    "AccountState",
    "ApplicationState",
    "ForcedActKind",
    "ForcedAnswer",
    "Language",
    "Move",
    "Role",
    "TokenDelivery",
]

strawberry.enum(AccountState, name="AccountState", description="Whether a person may act.")
strawberry.enum(
    ApplicationState,
    name="SellerApplicationState",
    description="How far an application to sell has come.",
)
strawberry.enum(
    Move, name="SellerMove", description="What can be done with an application to sell."
)
strawberry.enum(ForcedActKind, name="ForcedActKind", description="What takes two officers.")
strawberry.enum(
    ForcedAnswer, name="ForcedAnswer", description="What became of what one officer wanted."
)
strawberry.enum(Role, name="Role", description="What a person may be beside a citizen.")


@strawberry.enum(description="A language of the house: Bengali or English.")
class Language(StrEnum):
    BN = "bn"
    EN = "en"


@strawberry.enum(description="How the refresh token travels.")
class TokenDelivery(Enum):
    COOKIE = strawberry.enum_value(
        "COOKIE", description="In a cookie that no script can read. For browsers."
    )
    BODY = strawberry.enum_value(
        "BODY", description="In the answer. For programs that keep it in a safe place."
    )
