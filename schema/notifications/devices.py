"""The viewer's browsers ask to be pushed to."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode
from typing import Annotated

import strawberry

from hmk_graph.errors import BadInput
from hmk_graph.notifications import devices
from hmk_graph.notifications.ports import PushAddress
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended
from schema.errors import ErrorsAsData


@strawberry.type(description="How many browsers one is pushed to.")
class PushDevices:
    count: int = strawberry.field(description="How many of one's own browsers; ten at most.")


SubscribeToPushResult = Annotated[
    PushDevices | AccountSuspended,
    strawberry.union("SubscribeToPushResult", description="One's browsers, or why not."),
]


@strawberry.input(description="A browser's push subscription, as the Push API tells it.")
class SubscribeToPushInput:
    endpoint: str = strawberry.field(description="Where to push to: `endpoint`.")
    p256dh: str = strawberry.field(description="Its key, as base64url: `keys.p256dh`.")
    auth: str = strawberry.field(description="Its secret, as base64url: `keys.auth`.")


@strawberry.input(description="A browser that wants no more.")
class UnsubscribeFromPushInput:
    endpoint: str = strawberry.field(description="The subscription's `endpoint`.")


@strawberry.type
class DevicesQuery:
    @strawberry.field(
        description="The `applicationServerKey` with which a browser subscribes to push messages."
    )
    async def push_key(self, info: Info) -> str:
        return info.context.push_key


@strawberry.type
class DevicesMutation:
    @strawberry.mutation(
        description="Have this browser pushed to, until its session ends. Twice is no matter.",
        extensions=[ErrorsAsData()],
    )
    async def subscribe_to_push(
        self, info: Info, input: SubscribeToPushInput
    ) -> SubscribeToPushResult:
        viewer_id, session_id = info.context.require_session()
        to = PushAddress(
            endpoint=input.endpoint,
            p256dh=_key("p256dh", input.p256dh),
            auth=_key("auth", input.auth),
        )
        count = await devices.subscribe(viewer_id, session_id, to, clock=info.context.clock)
        return PushDevices(count=count)

    @strawberry.mutation(description="Push no longer to a browser. Twice is no matter.")
    async def unsubscribe_from_push(
        self, info: Info, input: UnsubscribeFromPushInput
    ) -> PushDevices:
        left = await devices.unsubscribe(info.context.require_viewer(), input.endpoint)
        return PushDevices(count=left)


def _key(field: str, text: str) -> bytes:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raise BadInput(field, why_bn="এটি base64url নয়।", why_en="this is no base64url.") from None
