"""Why nothing was changed about how one is told."""

from __future__ import annotations

import strawberry

from hmk_graph.notifications import errors
from schema.errors import UserError, answers


@answers(errors.AlwaysInTheApp)
@strawberry.type(description="Returned when the list in the app was to be switched off.")
class AlwaysInTheApp(UserError):
    pass
