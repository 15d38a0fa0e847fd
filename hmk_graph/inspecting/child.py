"""The child process that looks into one file: `python -m hmk_graph.inspecting.child TYPE PRIVACY`.

The file comes by standard input and the outcome goes to standard output; nothing else is read or
written. It takes its limits before it reads a byte, and cannot raise them again.
"""

from __future__ import annotations

import ctypes
import resource
import signal
import sys

from hmk_graph.inspecting.findings import Fault, Findings, Refused, told
from storage import sniff
from storage.sniff import Form

MIB = 1024 * 1024
# Address space in bytes, and seconds of processor. A PNG of forty megapixels takes 420 MiB
# (benchmarks/media.py); FFmpeg's libraries alone map 300.
ADDRESS_SPACE = {"image": 1_000 * MIB, "video": 1_600 * MIB, "application": 600 * MIB}
PROCESSOR_S = {"image": 30, "video": 60, "application": 20}
OPEN_FILES = 64
# prctl(2): end with the worker, however that one ends.
PR_SET_PDEATHSIG = 1
LIKE = {"video/quicktime": Form.MP4}
"""Types that are recognized as another: QuickTime's container is that of MP4."""


def confine(content_type: str) -> None:
    """Take the limits of a kind of file, for good."""
    kind = content_type.split("/")[0]
    for what, most in (
        (resource.RLIMIT_AS, ADDRESS_SPACE[kind]),
        (resource.RLIMIT_CPU, PROCESSOR_S[kind]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL))


def look(contents: bytes, content_type: str, *, private: bool) -> Findings:
    """Look into a file.

    Raises:
        Refused: It is not taken, and why.
    """
    form = sniff.form_of(contents[: sniff.HEAD_BYTES])
    if form != LIKE.get(content_type, content_type):
        raise Refused(Fault.NOT_WHAT_IT_SAYS)
    if sniff.second_form(contents) is not None:
        raise Refused(Fault.TWO_FORMS)
    # Each brings a library of many megabytes: only the one that is needed is read.
    if content_type.startswith("image/"):
        from hmk_graph.inspecting import pictures

        make = pictures.paper_photo if private else pictures.photo
        return make(contents, content_type)
    if content_type.startswith("video/"):
        from hmk_graph.inspecting import films

        return films.film(contents, content_type)
    from hmk_graph.inspecting import papers

    return papers.paper(contents)


def main(content_type: str, privacy: str) -> int:
    """Look into the file on standard input and tell the outcome."""
    confine(content_type)
    outcome: Findings | Refused
    try:
        contents = sys.stdin.buffer.read()
        outcome = look(contents, content_type, private=privacy == "private")
    except Refused as refused:
        outcome = refused
    except MemoryError:
        outcome = Refused(Fault.TOO_HEAVY)
    sys.stdout.buffer.write(told(outcome))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
