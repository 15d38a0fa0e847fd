"""Measure what looking into photos costs: how many a core does in a minute, and how much memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from random import Random

from PIL import Image

from benchmarks.telling import say
from hmk_graph.demo import animal_paintings
from hmk_graph.inspecting.confining import SOURCES

RUNS = 3
MIB = 1024


@dataclass(frozen=True)
class Sample:
    """A file as phones send it."""

    name: str
    content_type: str
    contents: bytes


def samples() -> list[Sample]:
    """Return photos of a phone's usual size, and of the largest that is taken."""
    painted = Image.open(
        io.BytesIO(animal_paintings.painted("cattle", "সাদা-কালো", "bull", Random(1)))
    )
    usual, largest = painted.resize((4000, 3000)), painted.resize((7300, 5475))
    return [
        Sample("JPEG, 12 megapixels", "image/jpeg", _written(usual, "JPEG", quality=90)),
        Sample("JPEG, 40 megapixels", "image/jpeg", _written(largest, "JPEG", quality=85)),
        Sample("WebP, 12 megapixels", "image/webp", _written(usual, "WEBP", quality=80)),
        Sample("PNG, 40 megapixels", "image/png", _written(largest, "PNG", compress_level=1)),
        Sample(
            "PNG, 40 megapixels, see-through",
            "image/png",
            _written(largest.convert("RGBA"), "PNG", compress_level=1),
        ),
    ]


def _written(picture: Image.Image, form: str, **options: int) -> bytes:
    into = io.BytesIO()
    picture.save(into, form, **options)
    return into.getvalue()


def measure_media() -> None:
    """Print, for each kind of photo, the time of processor and the peak memory of its child."""
    say("a photo into eight files (WebP and AVIF in four widths), in a child of its own")
    # Elsewhere: a child's peak begins at what its parent holds.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as painter:
        painted = painter.submit(samples).result()
    for sample in painted:
        costs = [_looked_into(sample) for _ in range(RUNS)]
        seconds, peak = min(cost[0] for cost in costs), max(cost[1] for cost in costs)
        say(
            f"  {sample.name} ({len(sample.contents) / 1e6:.1f} MB): {seconds:.2f} s of processor,"
            f" {60 / seconds:.0f} a minute and core, {peak:.0f} MiB at the peak"
        )


def _looked_into(sample: Sample) -> tuple[float, float]:
    """Return processor seconds and peak memory in MiB of one child, its start included."""
    child = subprocess.Popen(
        [sys.executable, "-m", "hmk_graph.inspecting.child", sample.content_type, "public"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(SOURCES)},
        cwd="/",
    )
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("no pipes")
    with child.stdin, child.stdout:
        child.stdin.write(sample.contents)
        child.stdin.close()
        said = child.stdout.read()
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode or said.startswith(b'{"refused"'):
        raise RuntimeError(f"{sample.name} was not taken: {said[:80]!r}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / MIB
