"""Has a file looked into by a child process, and ends that process when it takes too long."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from hmk_graph.inspecting import findings
from hmk_graph.inspecting.findings import Fault, Findings, Refused

log = logging.getLogger(__name__)

SOURCES = Path(__file__).parent.parent.parent
# Twice the processor time that the child allows itself: two of them may share a core.
PATIENCE_S = {"image": 60.0, "video": 120.0, "application": 40.0}
# Signals of a limit that was reached, in order: processor, memory that the kernel took back.
LIMITS_REACHED = (signal.SIGXCPU, signal.SIGKILL)


async def inspect(
    contents: bytes, content_type: str, *, private: bool, patience_s: float | None = None
) -> Findings:
    """Look into a file in a process of its own.

    `content_type` is what the sender says it is, and must be one that the child knows.

    Raises:
        Refused: The file is not taken. A child that breaks or is ended is a refusal too: the next
            one would fare no better.
    """
    words = ("-m", "hmk_graph.inspecting.child", content_type, "private" if private else "public")
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        # Nothing of our own environment: it needs no secret, and may be taken over.
        env={"PYTHONPATH": str(SOURCES), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(patience_s or PATIENCE_S[content_type.split("/")[0]]):
            said, faults = await child.communicate(contents)
    except TimeoutError:
        raise Refused(Fault.TOO_HEAVY) from None
    finally:
        await _end(child)
    if child.returncode == 0:
        return findings.read(said)
    log.warning(
        "A child that looked into a %s ended with %s: %s",
        content_type,
        child.returncode,
        faults[-300:].decode(errors="replace").replace("\n", " | "),
    )
    reached = -(child.returncode or 0) in LIMITS_REACHED or b"MemoryError" in faults
    raise Refused(Fault.TOO_HEAVY if reached else Fault.UNREADABLE)


async def _end(child: asyncio.subprocess.Process) -> None:
    """Have the child gone, also when we are cancelled while it works."""
    if child.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        await child.wait()
