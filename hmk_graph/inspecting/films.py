"""Videos: container and codec looked at, a frame decoded, and all packed anew without metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from hmk_graph.inspecting import pictures
from hmk_graph.inspecting.findings import Fault, Findings, Made, Refused

LONGEST_S = 60.0
# A phone's clock and a container's may differ by some frames.
GRACE_S = 0.5
MOST_PIXELS = 3840 * 2160
# What every browser of the last years plays, by container.
CODECS = {
    "mp4": ({"h264"}, {"aac", "mp3"}),
    "webm": ({"vp8", "vp9", "av1"}, {"opus", "vorbis"}),
}
READERS = {"video/mp4": "mp4", "video/quicktime": "mp4", "video/webm": "webm"}
# A frame of the first moment is often black or shaken.
POSTER_AT_S = 1.0
MOST_PACKETS = 50_000


def film(contents: bytes, content_type: str) -> Findings:
    """Check a video, take its poster, and pack it anew.

    Raises:
        Refused: It is broken, too long, or coded in a way that not every phone plays.
    """
    into = READERS[content_type]
    try:
        with _opened(contents, into) as container:
            picture, size = _poster(_checked(container, into))
        with _opened(contents, into) as container:
            packed, lasts_s = _packed(container, into)
    except (av.FFmpegError, *pictures.BROKEN) as error:
        raise Refused(Fault.UNREADABLE) from error
    poster = pictures.shown(picture, size)
    made = Made(
        extension=into,
        content_type=f"video/{into}",
        contents=packed,
        width=size[0],
        height=size[1],
    )
    return Findings(
        files=(made, *poster.files),
        width=size[0],
        height=size[1],
        duration_ms=round(lasts_s * 1_000),
        placeholder=poster.placeholder,
        color=poster.color,
        hash_rows=poster.hash_rows,
        hash_columns=poster.hash_columns,
    )


def _opened(contents: bytes, into: str) -> InputContainer:
    # The format is named: FFmpeg knows a hundred others, some of which open further files.
    form = "matroska" if into == "webm" else "mov"
    return av.open(io.BytesIO(contents), mode="r", format=form)


def _checked(container: InputContainer, into: str) -> InputContainer:
    films, sounds = CODECS[into]
    if len(container.streams.video) != 1 or len(container.streams.audio) > 1:
        raise Refused(Fault.CODEC)
    seen = container.streams.video[0]
    # AV1 is decoded by a library that goes by its own name; of an unknown codec there is none.
    if _codec(seen) not in films | {"libdav1d"}:
        raise Refused(Fault.CODEC)
    if any(_codec(heard) not in sounds for heard in container.streams.audio):
        raise Refused(Fault.CODEC)
    if seen.codec_context.width * seen.codec_context.height > MOST_PIXELS:
        raise Refused(Fault.TOO_MANY_PIXELS)
    if min(seen.codec_context.width, seen.codec_context.height) < pictures.SHORTEST_SIDE:
        raise Refused(Fault.TOO_SMALL)
    if container.duration is not None and container.duration / av.time_base > LONGEST_S + GRACE_S:
        raise Refused(Fault.TOO_LONG)
    return container


def _codec(stream: VideoStream | AudioStream) -> str:
    context = stream.codec_context
    return context.name if context else ""


def _poster(container: InputContainer) -> tuple[Any, tuple[int, int]]:
    """Return a frame of about the first second, upright, and the film's size as it is looked at."""
    seen = container.streams.video[0]
    seen.thread_count = 1  # each thread would take its share of the memory
    chosen = None
    for frame in _frames(container, seen):
        chosen = frame
        if frame.time is not None and frame.time >= POSTER_AT_S:
            break
    if chosen is None:
        raise Refused(Fault.UNREADABLE)
    picture = chosen.to_image()
    turned = round(getattr(chosen, "rotation", 0) or 0) % 360
    if turned:
        picture = picture.rotate(turned, expand=True)
    size = picture.size
    widest = pictures.WIDTHS[-1]
    if picture.width > widest:
        picture = picture.resize((widest, max(1, round(size[1] * widest / size[0]))))
    return picture, size


def _frames(container: InputContainer, seen: VideoStream) -> Iterator[Any]:
    yield from container.decode(seen)


def _packed(container: InputContainer, into: str) -> tuple[bytes, float]:
    """Pack the coded pictures and sounds into a new container; all else stays behind.

    How long it lasts is measured on the packets themselves: what a header says is a claim.
    """
    written = io.BytesIO()
    sources = [*container.streams.video, *container.streams.audio]
    ends_s = 0.0
    packets = 0
    with av.open(written, mode="w", format=into) as packed:
        targets = {one.index: packed.add_stream_from_template(one) for one in sources}
        for target in targets.values():
            target.metadata.clear()
        for packet in container.demux(sources):
            if packet.dts is None:
                continue
            packets += 1
            if packet.pts is not None and packet.time_base is not None:
                ends_s = max(
                    ends_s, float((packet.pts + (packet.duration or 0)) * packet.time_base)
                )
            if packets > MOST_PACKETS or ends_s > LONGEST_S + GRACE_S:
                raise Refused(Fault.TOO_LONG)
            packet.stream = targets[packet.stream.index]
            packed.mux(packet)
    if not packets:
        raise Refused(Fault.UNREADABLE)
    return written.getvalue(), ends_s
