"""A person chooses by which channels he is told of which topics."""

from __future__ import annotations

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.notifications.errors import AlwaysInTheApp
from hmk_graph.notifications.models import Channel, Topic


@whole_command
async def choose(person_id: int, topic: Topic, channel: Channel, *, wanted: bool) -> None:
    """Write down whether a person wants a topic by a channel; saying it twice is no matter.

    Raises:
        AlwaysInTheApp: What is told at all stands in the app.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if channel is Channel.IN_APP:
        raise AlwaysInTheApp
    async with transaction(actor_id=person_id):
        await access.acting(person_id)
        await get_connection("default").execute_query(
            "INSERT INTO notification_preference (account_id, topic, channel, wanted)"
            " VALUES ($1, $2, $3, $4)"
            " ON CONFLICT (account_id, topic, channel) DO UPDATE SET wanted = excluded.wanted",
            [person_id, topic.value, channel.value, wanted],
        )
