"""By which channels the viewer wants to be told of what."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.notifications import choosing, queries
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData
from schema.notifications.choices import Channel, Topic
from schema.notifications.refusals import AlwaysInTheApp


@strawberry.type(description="Whether one wants a topic by a channel.")
class NotificationChoice:
    topic: Topic = strawberry.field(description="Which topic.")
    channel: Channel = strawberry.field(description="By which channel.")
    wanted: bool = strawberry.field(description="Whether one wants it; so it is until one says no.")


ChooseNotificationsResult = Annotated[
    NotificationChoice | AlwaysInTheApp | AccountSuspended,
    strawberry.union("ChooseNotificationsResult", description="The choice, or why not."),
]


@strawberry.input(description="A wish about notifications.")
class ChooseNotificationsInput:
    topic: Topic = strawberry.field(description="Which topic.")
    channel: Channel = strawberry.field(description="By which channel.")
    wanted: bool = strawberry.field(description="Whether one wants it.")


@strawberry.type
class ChoosingQuery:
    @strawberry.field(description="What the viewer chose, for each topic by each channel.")
    async def notification_choices(self, info: Info) -> list[NotificationChoice]:
        chosen = await queries.choices(info.context.require_viewer())
        return [
            NotificationChoice(topic=topic, channel=channel, wanted=wanted)
            for topic, channel, wanted in chosen
        ]


@strawberry.type
class ChoosingMutation:
    @strawberry.mutation(
        description="Say whether one wants a topic by a channel.", extensions=[ErrorsAsData()]
    )
    async def choose_notifications(
        self, info: Info, input: ChooseNotificationsInput
    ) -> ChooseNotificationsResult:
        viewer_id = info.context.require_viewer()
        await choosing.choose(viewer_id, input.topic, input.channel, wanted=input.wanted)
        return NotificationChoice(topic=input.topic, channel=input.channel, wanted=input.wanted)
