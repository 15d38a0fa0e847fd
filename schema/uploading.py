"""A person's own files: sent in two steps, hung on the profile, read by those who may."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.media import models as tables
from hmk_graph.media import portraying, queries, serving, uploading
from hmk_graph.media.uploading import Announced
from schema import ids
from schema.accounts.people import Me
from schema.accounts.people_context import Info as PeopleInfo
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.media import (
    AttachedElsewhere,
    FileTooLarge,
    Media,
    MediaNotReady,
    NotUploaded,
    PictureInput,
    QuotaReached,
    StillAttached,
    StoreUnavailable,
    TypeNotTaken,
)


@strawberry.type(description="A header that goes with the file.")
class UploadHeader:
    name: str = strawberry.field(description="Its name.")
    value: str = strawberry.field(description="Its value, letter by letter.")


@strawberry.type(description="Where to send a file: PUT it there, whole, before it expires.")
class UploadTicket:
    media: Media = strawberry.field(description="The file that is awaited.")
    url: str = strawberry.field(description="The address; it is signed for this file alone.")
    headers: list[UploadHeader] = strawberry.field(description="What to send with it.")
    expires_at: datetime = strawberry.field(
        description="Until when. After it, ask again with the same key: the id stays."
    )


@strawberry.type(description="A private file, for a few minutes.")
class PaperLink:
    url: str = strawberry.field(description="The address; it is yours alone, and kept in mind.")
    expires_at: datetime = strawberry.field(description="Until when it opens the file.")


BeginUploadResult = Annotated[
    UploadTicket
    | TypeNotTaken
    | FileTooLarge
    | QuotaReached
    | StoreUnavailable
    | StaleState
    | AccountSuspended
    | IdempotencyConflict
    | InProgress,
    strawberry.union("BeginUploadResult", description="Where to send the file, or why not."),
]
ConfirmUploadResult = Annotated[
    Media | NotUploaded | StoreUnavailable | StaleState | NotFound,
    strawberry.union("ConfirmUploadResult", description="The file, or why it is not there."),
]
DeleteMediaResult = Annotated[
    Media | StillAttached | NotFound,
    strawberry.union("DeleteMediaResult", description="The deleted file, or why it stays."),
]
OpenPaperResult = Annotated[
    PaperLink | AccountSuspended | NotFound,
    strawberry.union("OpenPaperResult", description="A link, or why there is none."),
]
HangOwnResult = Annotated[
    Me | MediaNotReady | AttachedElsewhere | AccountSuspended | NotFound,
    strawberry.union("HangOwnResult", description="The profile, or why it stays as it was."),
]


@strawberry.input(description="A file that you are about to send.")
class BeginUploadInput:
    kind: tables.MediaKind = strawberry.field(description="What it is for.")
    content_type: str = strawberry.field(description="Its media type, such as image/jpeg.")
    bytes: int = strawberry.field(description="Its exact length.")
    idempotency_key: str = strawberry.field(
        description="A key that your client made; the same key asks for the same file again."
    )


@strawberry.input(description="A file.")
class MediaInput:
    media_id: strawberry.ID = strawberry.field(description="Which file.")


@strawberry.input(description="The photo for your profile.")
class SetPortraitInput:
    picture: PictureInput | None = strawberry.field(
        default=None, description="The photo; without one the profile shows none."
    )


@strawberry.input(description="The papers that prove who you are.")
class SetPapersInput:
    media: list[PictureInput] = strawberry.field(description="In order; what is left out goes.")


@strawberry.type
class MediaQuery:
    @strawberry.field(description="A file of yours; null if you have none of this id.")
    async def media(self, info: Info, id: strawberry.ID) -> Media | None:
        try:
            pk = ids.decode(id, "Media")
            return Media(row=await queries.own(info.context.require_viewer(), pk))
        except errors.NotFound:
            return None


@strawberry.type
class MediaMutation:
    @strawberry.mutation(
        description="Announce a file, and learn where to send it.", extensions=[ErrorsAsData()]
    )
    async def begin_upload(self, info: Info, input: BeginUploadInput) -> BeginUploadResult:
        ticket = await uploading.begin(
            info.context.require_viewer(),
            Announced(kind=input.kind, content_type=input.content_type, size=input.bytes),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
            store=info.context.require_store(),
        )
        return UploadTicket(
            media=Media(row=ticket.media),
            url=ticket.url,
            headers=[UploadHeader(name="content-type", value=ticket.media.content_type)],
            expires_at=ticket.expires_at,
        )

    @strawberry.mutation(
        description="Say that a file has been sent. It is checked before it can be shown.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_upload(self, info: Info, input: MediaInput) -> ConfirmUploadResult:
        media = await uploading.confirm(
            info.context.require_viewer(),
            ids.decode(input.media_id, "Media"),
            clock=info.context.clock,
            store=info.context.require_store(),
        )
        return Media(row=media)

    @strawberry.mutation(
        description="Delete a file of yours that is in use nowhere.", extensions=[ErrorsAsData()]
    )
    async def delete_media(self, info: Info, input: MediaInput) -> DeleteMediaResult:
        media = await uploading.discard(
            info.context.require_viewer(),
            ids.decode(input.media_id, "Media"),
            clock=info.context.clock,
        )
        return Media(row=media)

    @strawberry.mutation(
        description="Get a link to a private file that you may read. Each reading is recorded.",
        extensions=[ErrorsAsData()],
    )
    async def open_paper(self, info: PeopleInfo, input: MediaInput) -> OpenPaperResult:
        link = await serving.link(
            info.context.require_viewer(),
            ids.decode(input.media_id, "Media"),
            guards=info.context.guards,
            secret=info.context.secret,
            clock=info.context.clock,
        )
        return PaperLink(url=f"/media/papers?token={link.token}", expires_at=link.expires_at)

    @strawberry.mutation(
        description="Show a photo on your profile, or none.", extensions=[ErrorsAsData()]
    )
    async def set_portrait(self, info: Info, input: SetPortraitInput) -> HangOwnResult:
        account = await portraying.set_portrait(
            info.context.require_viewer(),
            input.picture.read() if input.picture else None,
            clock=info.context.clock,
        )
        return Me.of(account)

    @strawberry.mutation(
        description="Hang the papers that prove who you are; officers who decide may read them.",
        extensions=[ErrorsAsData()],
    )
    async def set_my_papers(self, info: Info, input: SetPapersInput) -> HangOwnResult:
        account = await portraying.set_papers(
            info.context.require_viewer(),
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Me.of(account)
