"""Child processes that cannot outlive us, and end in good order."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

# prctl(2): the kernel sends the signal to a child when the thread that started it is gone.
PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, kw_only=True)
class Person:
    """A user of this machine that a child runs as."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, kw_only=True)
class Launch:
    """How a program is started. `person` is whom it runs as; None means as ourselves."""

    args: Sequence[str | Path]
    env: Mapping[str, str] | None = None
    cwd: Path = field(default=Path("/"))
    person: Person | None = None
    fds: Sequence[int] = ()


def start(
    launch: Launch, *, dies_with_us: signal.Signals, output: IO[bytes] | int | None = None
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, that gets `dies_with_us` when we are gone, however.

    The session keeps Ctrl-C from it: who started it ends it, in order. Call this from a program's
    main thread only, and while no other thread runs: the death signal hangs on the starting thread,
    and between fork and exec the child runs two system calls of ours (prepared before the fork).
    """
    us = os.getpid()
    person = launch.person

    def before_exec() -> None:
        # After the change of user, which would have cleared it.
        _LIBC.prctl(PR_SET_PDEATHSIG, int(dies_with_us))
        if os.getppid() != us:  # we died in between: no signal would come any more
            os._exit(1)

    return subprocess.Popen(
        launch.args,
        env=launch.env,
        cwd=launch.cwd,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output is not None else None,
        start_new_session=True,
        pass_fds=launch.fds,
        user=person.uid if person else None,
        group=person.gid if person else None,
        extra_groups=[] if person else None,
        preexec_fn=before_exec,
    )


def run_as(person: Person | None, *args: str | Path, env: Mapping[str, str] | None = None) -> bool:
    """Run a short program as a user and return whether it went well; its output is dropped."""
    try:
        done = subprocess.run(
            args,
            env=env,
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            user=person.uid if person else None,
            group=person.gid if person else None,
            extra_groups=[] if person else None,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def wait_until(
    check: Callable[[], bool], process: subprocess.Popen[bytes], *, patience_s: float
) -> bool:
    """Return True as soon as `check` does; False if the process ended before, or time ran out."""
    deadline = time.monotonic() + patience_s
    while not check():
        if process.poll() is not None or time.monotonic() > deadline:
            return False
        time.sleep(0.03)
    return True


def stop(
    process: subprocess.Popen[bytes], *signals: signal.Signals, patience_s: float = 10
) -> None:
    """End a child by each signal in turn, with patience after each; at last by force."""
    for each in signals:
        if process.poll() is not None:
            return
        process.send_signal(each)
        try:
            process.wait(patience_s)
        except subprocess.TimeoutExpired:
            continue
    kill_session(process)


def kill_session(process: subprocess.Popen[bytes]) -> None:
    """End a child and what it started, by force."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
