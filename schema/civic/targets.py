"""What supervisors expect of officers in a month, beside what came of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.civic import targeting
from hmk_graph.clock import DHAKA
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.civic.choices import Indicator
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound
from schema.loaders import loader, moment


@strawberry.type(description="An indicator of an officer in a month.")
class OfficerAim:
    indicator: Indicator = strawberry.field(description="What is counted.")
    month: date = strawberry.field(description="The month's first day.")
    target: int | None = strawberry.field(
        description="What is expected: a count or whole percent; null: nothing was set."
    )
    actual: int | None = strawberry.field(
        description="What came of it, counted from what happened; null: a percentage of nothing."
    )
    cases: int = strawberry.field(description="Of how many.")

    @classmethod
    def of(cls, aim: targeting.Aim) -> OfficerAim:
        """Show an aim to its officer, or to who supervises him."""
        return cls(
            indicator=aim.indicator,
            month=aim.month,
            target=aim.target,
            actual=aim.actual,
            cases=aim.cases,
        )


@strawberry.type(description="An officer whom the viewer supervises.")
class SupervisedOfficer:
    pk: strawberry.Private[int]
    month: strawberry.Private[date]

    @strawberry.field(description="Whose account.")
    def officer_id(self) -> strawberry.ID:
        return ids.encode("Account", self.pk)

    @strawberry.field(description="The name on the profile.")
    async def name(self) -> str:
        return await loader(account_queries.names).load(self.pk)

    @strawberry.field(description="Every indicator, whether or not something is expected.")
    async def aims(self) -> list[OfficerAim]:
        return await _aims(self.pk, self.month)


@strawberry.input(description="What is expected of an officer.")
class SetTargetInput:
    officer_id: strawberry.ID = strawberry.field(description="Of whom.")
    indicator: Indicator = strawberry.field(description="In what.")
    month: date = strawberry.field(description="Any day of the month; it must not be over.")
    target: int = strawberry.field(description="A count, or whole percent where it is one.")


SetTargetResult = Annotated[
    OfficerAim | NotFound | AccountSuspended,
    strawberry.union("SetTargetResult", description="The aim, or why not."),
]


@strawberry.type
class TargetQuery:
    @strawberry.field(
        description="The viewer's own indicators as an officer; of this month, unless one is given."
    )
    async def my_aims(self, info: Info, month: date | None = None) -> list[OfficerAim]:
        viewer_id = info.context.require_viewer()
        return await _aims(viewer_id, month or await _this_month(info))

    @strawberry.field(
        description="Officers below the viewer's own areas, at most 200; of who is none, nobody."
    )
    async def supervised_officers(
        self, info: Info, month: date | None = None
    ) -> list[SupervisedOfficer]:
        found = await targeting.supervised(info.context.require_viewer())
        when = month or await _this_month(info)
        return [SupervisedOfficer(pk=pk, month=when.replace(day=1)) for pk in found]


@strawberry.type
class TargetMutation:
    @strawberry.mutation(
        description="Set what is expected of an officer in a month, as who supervises him.",
        extensions=[ErrorsAsData()],
    )
    async def set_target(self, info: Info, input: SetTargetInput) -> SetTargetResult:
        aim = await targeting.set_target(
            info.context.require_viewer(),
            ids.decode(input.officer_id, "Account"),
            indicator=input.indicator,
            month=input.month,
            target=input.target,
            clock=info.context.clock,
        )
        return OfficerAim.of(aim)


async def _aims(officer_id: int, month: date) -> list[OfficerAim]:
    found = await loader(targeting.aims, month).load(officer_id)
    return [OfficerAim.of(one) for one in found]


async def _this_month(info: Info) -> date:
    return (await moment(info.context.clock)).astimezone(DHAKA).date().replace(day=1)
