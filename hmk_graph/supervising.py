"""Several processes as one program: started, restarted when they die, ended together."""

from __future__ import annotations

import logging
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import FrameType

from hmk_graph import children
from hmk_graph.children import Launch

log = logging.getLogger("hmk.supervisor")

TICK_S = 0.1
# A process that lived this long was well (a start alone may take 20 s on a busy machine); its next
# death begins a new count.
WELL_AFTER_S = 60.0
QUICK_DEATHS = 5
LONGEST_WAIT_S = 8.0
# The web drains for 5 s and its lifespan ends then; who is not gone after this hangs.
END_PATIENCE_S = 12.0
# What uvicorn ends with when the application cannot start, and `hmk` when the settings are wrong.
CANNOT_START = (2, 3)


@dataclass(frozen=True, kw_only=True)
class Job:
    """One process to keep running."""

    name: str
    args: tuple[str, ...]
    fds: tuple[int, ...] = ()


@dataclass
class Kept:
    """A job and how it goes."""

    job: Job
    process: subprocess.Popen[bytes]
    began: float
    quick_deaths: int = 0
    was_well: bool = False
    again_at: float = field(default=0.0)


class Supervisor:
    """Owns the processes of a program. Use it in the main thread; it takes SIGINT and SIGTERM."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = env
        self.kept: list[Kept] = []
        self.signals = 0
        self.gave_up = False
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Supervisor:
        for each in (signal.SIGINT, signal.SIGTERM):
            self._before[each] = signal.signal(each, self._told)
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        for each, handler in self._before.items():
            signal.signal(each, handler)  # type: ignore[arg-type]  # what signal() itself returned

    @property
    def ending(self) -> bool:
        """Whether we were told to end, or a process that cannot run made us."""
        return self.signals > 0 or self.gave_up

    def start(self, job: Job) -> None:
        """Start a job and keep it running."""
        self.kept.append(Kept(job=job, process=self._begun(job), began=time.monotonic()))

    def watch(self, until: Callable[[], bool] = lambda: False) -> None:
        """Look after the jobs until we are to end or `until`, asked ten times a second, is so."""
        while not self.ending and not until():
            for kept in self.kept:
                self._look_at(kept)
            time.sleep(TICK_S)

    def end(self) -> None:
        """Ask all to end at once and wait; a second signal, or patience, ends them by force."""
        for kept in self.kept:
            if kept.process.poll() is None:
                kept.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + END_PATIENCE_S
        asked = self.signals
        while any(kept.process.poll() is None for kept in self.kept):
            if time.monotonic() > deadline or self.signals > max(asked, 1):
                break
            time.sleep(TICK_S / 2)
        for kept in self.kept:
            children.kill_session(kept.process)
        self.kept.clear()

    def _look_at(self, kept: Kept) -> None:
        now = time.monotonic()
        code = kept.process.poll()
        if code is None:
            kept.was_well = kept.was_well or now - kept.began > WELL_AFTER_S
        elif not kept.again_at:
            self._died(kept, code, now)
        elif now >= kept.again_at:
            kept.process, kept.began, kept.again_at = self._begun(kept.job), now, 0.0

    def _died(self, kept: Kept, code: int, now: float) -> None:
        name = kept.job.name
        quick = now - kept.began < WELL_AFTER_S
        kept.quick_deaths = kept.quick_deaths + 1 if quick else 0
        never_ran = code in CANNOT_START and not kept.was_well
        if never_ran or kept.quick_deaths >= QUICK_DEATHS:
            log.error("%s cannot run (it ended with %s); ending all", name, code)
            self.gave_up = True
            return
        wait_s = min(0.25 * 2**kept.quick_deaths, LONGEST_WAIT_S) if quick else 0.0
        log.error("%s ended with %s; starting it again in %s s", name, code, wait_s)
        kept.again_at = now + wait_s

    def _begun(self, job: Job) -> subprocess.Popen[bytes]:
        launch = Launch(args=job.args, env=self.env, fds=job.fds)
        return children.start(launch, dies_with_us=signal.SIGTERM)

    def _told(self, _signal: int, _frame: FrameType | None) -> None:
        self.signals += 1
