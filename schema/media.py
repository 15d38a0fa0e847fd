"""Photos, videos and papers as all contexts show them, and what is refused about them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import strawberry

from hmk_graph.inspecting.findings import Fault
from hmk_graph.media import errors as refusals
from hmk_graph.media import models as tables
from hmk_graph.media import queries, rules
from hmk_graph.media.attaching import Picture, Subject
from schema import ids
from schema.errors import UserError, answers
from schema.loaders import loader

strawberry.enum(tables.MediaKind, description="What a file is for.")
strawberry.enum(tables.MediaState, description="Where a file stands.")
strawberry.enum(Fault, name="MediaFault", description="Why a file was not taken.")


@strawberry.enum(description="In which form a picture is wanted.")
class PictureFormat(StrEnum):
    AVIF = "image/avif"
    WEBP = "image/webp"


@answers(refusals.TypeNotTaken)
@strawberry.type(description="Returned when files of this type are not taken for this use.")
class TypeNotTaken(UserError):
    taken: list[str] = strawberry.field(description="The media types that are.")


@answers(refusals.FileTooLarge)
@strawberry.type(description="Returned when the file is larger than is taken.")
class FileTooLarge(UserError):
    most_bytes: int = strawberry.field(description="The largest that is.")


@answers(refusals.QuotaReached)
@strawberry.type(description="Returned when the person has sent as much as one may, for now.")
class QuotaReached(UserError):
    pass


@answers(refusals.StoreUnavailable)
@strawberry.type(description="Returned when the place of files cannot be reached; try again.")
class StoreUnavailable(UserError):
    pass


@answers(refusals.NotUploaded)
@strawberry.type(description="Returned when the file has not arrived in whole; send it again.")
class NotUploaded(UserError):
    pass


@answers(refusals.NotReady)
@strawberry.type(description="Returned when a file is not checked yet, or was not taken.")
class MediaNotReady(UserError):
    state: str = strawberry.field(description="Where it stands.")


@answers(refusals.PapersMissing)
@strawberry.type(description="Returned when somebody has not shown the papers that his work needs.")
class PapersMissing(UserError):
    missing: list[tables.MediaKind] = strawberry.field(description="Those that lack.")


@answers(refusals.AttachedElsewhere)
@strawberry.type(description="Returned when the file is in use on something else.")
class AttachedElsewhere(UserError):
    pass


@answers(refusals.StillAttached)
@strawberry.type(description="Returned when the file is in use, and so cannot be deleted.")
class StillAttached(UserError):
    pass


@strawberry.type(description="Why a file was not taken.")
class MediaRejection:
    fault: Fault = strawberry.field(description="For programs.")
    message_bn: str = strawberry.field(description="For people, in Bengali.")
    message_en: str = strawberry.field(description="For people, in English.")


@strawberry.type(description="A photo, a video or a paper.")
class Media:
    row: strawberry.Private[tables.Media]
    alt: str = strawberry.field(default="", description="What it shows, for who cannot see it.")

    @strawberry.field(description="The file's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Media", self.row.id)

    @strawberry.field(description="What it is for.")
    def kind(self) -> tables.MediaKind:
        return self.row.kind

    @strawberry.field(description="Where it stands; only READY can be shown and attached.")
    def state(self) -> tables.MediaState:
        return self.row.state

    @strawberry.field(description="Why it was not taken, if it was not.")
    def rejection(self) -> MediaRejection | None:
        fault = self.row.fault
        if fault is None:
            return None
        return MediaRejection(
            fault=fault,
            message_bn=refusals.FAULTS_BN[fault],
            message_en=refusals.FAULTS_EN[fault],
        )

    @strawberry.field(description="How wide it is, in pixels.")
    def width(self) -> int | None:
        return self.row.width

    @strawberry.field(description="How high it is, in pixels.")
    def height(self) -> int | None:
        return self.row.height

    @strawberry.field(description="How long a video lasts, in milliseconds.")
    def duration_ms(self) -> int | None:
        return self.row.duration_ms

    @strawberry.field(description="How many pages a paper has.")
    def pages(self) -> int | None:
        return self.row.pages

    @strawberry.field(description="A tiny picture as a data URI, to show until the real one comes.")
    def placeholder(self) -> str:
        return self.row.placeholder

    @strawberry.field(description="The color that covers most of it, such as #8a5a34.")
    def color(self) -> str:
        return self.row.color

    @strawberry.field(
        description=(
            "Where a picture of at least this width (in pixels) is; of a video its poster. It may"
            " be kept for ever. Null for a paper, and until the file is ready."
        )
    )
    def url(self, width: int, format: PictureFormat = PictureFormat.WEBP) -> str | None:
        return self._address(rules.fitting(self._public, format.value, width))

    @strawberry.field(description="Where a video is; null for anything else.")
    def video_url(self) -> str | None:
        films = [file["name"] for file in self._public if file["type"].startswith("video/")]
        return self._address(films[0] if films else None)

    @property
    def _public(self) -> Sequence[dict[str, str]]:
        shown = self.row.state is tables.MediaState.READY and not rules.is_private(self.row.kind)
        return self.row.files if shown else ()

    def _address(self, name: str | None) -> str | None:
        return f"/media/{self.row.id}/{name}" if name else None


async def hung(subject: Subject, subject_id: int) -> list[Media]:
    """Return what hangs on a thing, in order: one statement for all things of an answer.

    This is the one line by which a context's type shows its media.
    """
    found = await loader(queries.hung_on, subject.name).load(subject_id)
    return [Media(row=one.media, alt=one.alt) for one in found]


async def foremost(subject: Subject, subject_ids: Sequence[int]) -> list[Media | None]:
    """Return what hangs foremost on each of the things of a list."""
    found = await queries.foremost_on(subject.name, subject_ids)
    return [Media(row=one.media, alt=one.alt) if one else None for one in found]


@strawberry.input(description="A file that is to be attached.")
class PictureInput:
    media_id: strawberry.ID = strawberry.field(description="Which file of yours; it is READY.")
    alt: str = strawberry.field(
        default="", description="What it shows, in words, for who cannot see it."
    )

    def read(self) -> Picture:
        """Return it as the domain knows it."""
        return Picture(media_id=ids.decode(self.media_id, "Media"), alt=self.alt)
