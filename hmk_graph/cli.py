"""`hmk`: the one command by which people and machines run the house."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import signal
import sys
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from types import FrameType
from typing import Any

from hmk_graph import demonstrating, listening
from hmk_graph import settings as configuration
from hmk_graph.servers.embedded import discard, embedded, embedded_store
from hmk_graph.servers.programs import ServerFault
from hmk_graph.settings import HERE, Settings, SettingsFault, child_environment
from hmk_graph.supervising import Job, Supervisor

SCHEMA_FILE = Path(__file__).parent.parent / "schema" / "schema.graphql"
# A lot's log has some hundred bytes a bid; this is a hundred thousand bids.
LOG_BYTES = 32 * 1024 * 1024
DOWNLOAD_TIMEOUT_S = 20
OWN_ROOMS = ("hmk_graph", "schema", "realtime", "storage", "migrations")


class Fault(Exception):
    """What a command tells instead of a traceback, and the exit code."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 not, 2 wrongly asked or set."""
    words = _parser().parse_args(argv)
    try:
        return int(words.run(words))
    except Fault as fault:
        return _failed(str(fault), fault.code)
    except SettingsFault as fault:
        return _failed(str(fault), 2)
    except (ServerFault, demonstrating.DemoFault) as fault:
        return _failed(str(fault), 1)
    except ModuleNotFoundError as fault:
        if (fault.name or "").split(".")[0] not in OWN_ROOMS:
            raise
        return _failed(f"This part of the house is not built yet: {fault.name}", 1)
    except KeyboardInterrupt:
        return 130


def _failed(text: str, code: int) -> int:
    print(f"hmk: {text}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hmk", description="হাতের মুঠোয় কিশোরগঞ্জ")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., int], about: str | None) -> argparse.ArgumentParser:
        # Without `about` a command is not listed: it is for the house itself.
        listed = commands.add_parser
        added = listed(name, description=about, help=about) if about else listed(name)
        added.set_defaults(run=run)
        return added

    command("serve", serve, "serve the web (HMK_PROCESSES processes)")
    command("work", work, "run the worker: reactions and duties")
    command("migrate", migrate, "bring the database to the present tables")
    command("seed", seed, "load the reference data (places, breeds, ...)")
    command("demo", demo, "everything at once: servers, data, web, worker, simulated bidders")
    command("simulate", simulate, None)
    sdl_ = command("sdl", sdl, "print the GraphQL schema")
    which = sdl_.add_mutually_exclusive_group()
    which.add_argument("--check", action="store_true", help="fail if what is written differs")
    which.add_argument("--write", action="store_true", help="write schema.graphql, docs/codes.md")
    which.add_argument("--release", action="store_true", help="promise this schema from now on")
    made = command("migrations", migrations, "list the migrations that the models still ask for")
    made.add_argument("--check", action="store_true", help="fail if there are any")
    made.add_argument("--make", metavar="NAME", help="write them, under this name")
    lot = command("verify-lot", verify_lot, "verify a lot's public bid log")
    lot.add_argument("log", metavar="FILE|URL", help="a file, - for standard input, or an address")
    lot.add_argument(
        "--receipt",
        metavar="LINE:HASH",
        action="append",
        default=[],
        help="the hash that you keep of one line: the log must still have it (may be repeated)",
    )
    command("prove-ledger", prove_ledger, "replay the whole ledger, and name what does not fit")
    for name, run, about in (
        ("backup", backup, "write the database and all files into a new folder"),
        ("restore", restore, "bring a backup into an empty database, and its files into the store"),
    ):
        command(name, run, about).add_argument("folder", metavar="FOLDER", type=Path)
    command("settings", settings_table, "list all settings (as the README does)")
    command("clean", clean, "throw away the own servers' data")
    return parser


def serve(_: argparse.Namespace) -> int:
    """Serve the web: in this process, or in several that share one socket."""
    signal.signal(signal.SIGTERM, _interrupt)
    with _servers(Settings.from_environment()) as found, _store(found) as settings:
        listening.configure_logs(settings)
        with _listener(settings) as listener:
            print(f"Listening on {settings.host}:{settings.port}", flush=True)
            if settings.processes == 1:
                configuration.publish(settings)
                return listening.serve(settings, listener)
            handle = listener.fileno()
            with Supervisor(child_environment(settings)) as house:
                for number in range(1, settings.processes + 1):
                    args = (*demonstrating.WEB, str(handle))
                    house.start(Job(name=f"web {number}", args=args, fds=(handle,)))
                house.watch()
                listener.close()  # newcomers are refused at once, not left waiting
            return 1 if house.gave_up else 0


def work(_: argparse.Namespace) -> int:
    """Run the worker until it is told to end."""
    return _long_running("hmk_graph.app", "work")


def simulate(_: argparse.Namespace) -> int:
    """Run the demo's simulators until they are told to end."""
    return _long_running("hmk_graph.demo.simulating", "run")


def migrate(_: argparse.Namespace) -> int:
    """Apply what is missing, and name it."""
    with _servers(Settings.from_environment()) as settings:
        done = asyncio.run(_room("hmk_graph.migrating").migrate(settings.database_url))
    print("\n".join(f"Applied {name}" for name in done) or "Nothing to do.")
    return 0


def seed(_: argparse.Namespace) -> int:
    """Load the reference data; a second time changes nothing."""
    with _servers(Settings.from_environment()) as settings:
        listening.configure_logs(settings)
        asyncio.run(_room("hmk_graph.app").seed(settings, Progress()))
    return 0


def demo(_: argparse.Namespace) -> int:
    """Bring up the whole demo; refuse with HMK_ENV=production."""
    settings = Settings.from_environment(configuration.demo_environment())
    listening.configure_logs(settings)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return demonstrating.run(settings, HERE, say=_say, progress=Progress())
    except OSError as fault:
        raise _taken(settings, fault) from fault


def sdl(words: argparse.Namespace) -> int:
    """Print the schema, compare it with what is written and was promised, or write it."""
    root, codes, released = map(_room, ("schema.root", "schema.codes", "schema.released"))
    text: str = root.sdl().rstrip("\n") + "\n"
    written = {SCHEMA_FILE: text, codes.FILE: codes.as_markdown()}
    if words.release:
        released.release(text)
    elif words.write:
        for path, right in written.items():
            path.write_text(right, encoding="utf-8")
    elif words.check:
        for path, right in written.items():
            if not path.exists() or path.read_text(encoding="utf-8") != right:
                raise Fault(f"{path.name} is not what the code says. This would help: make sdl")
        if faults := released.check(root.build()._schema):
            raise Fault("\n  ".join(["The schema", *faults]))
    else:
        print(text, end="")
    return 0


def migrations(words: argparse.Namespace) -> int:
    """List or write the migrations that are missing."""
    migrating = _room("hmk_graph.migrating")
    if words.make:
        for path in asyncio.run(migrating.write_missing(words.make)):
            print(f"Wrote {path}")
        return 0
    names = [writer.name for writer in asyncio.run(migrating.missing_migrations())]
    for name in names:
        print(name)
    if names and words.check:
        raise Fault("The models ask for migrations. This would help: make migration name=...")
    return 0


def verify_lot(words: argparse.Namespace) -> int:
    """Recompute a lot from its log alone: 0 true, 1 false, 2 unreadable."""
    parsing = _room("hmk_graph.haat.log_parsing")
    in_words = _room("hmk_graph.haat.lot_verdict")
    try:
        known = dict(_receipt(text) for text in words.receipt)
        verdict = _room("hmk_graph.haat.lot_verification").verify_text(_read(words.log), known)
    except parsing.LogUnreadable as fault:
        raise Fault(f"{fault.bn}\nhmk: The log cannot be read: {fault.en}", 2) from fault
    except (OSError, ValueError) as fault:
        raise Fault(f"লগটি পড়া গেল না।\nhmk: The log cannot be read: {fault}", 2) from fault
    print(in_words.in_words_bn(verdict))
    print(in_words.in_words_en(verdict))
    return 0 if verdict.fits else 1


def prove_ledger(_: argparse.Namespace) -> int:
    """Replay the ledger: 0 it holds, 1 something does not fit."""
    with _servers(Settings.from_environment()) as settings:
        proof = asyncio.run(_room("hmk_graph.app").prove_ledger(settings, Progress()))
    for fault in proof.faults:
        print(f"{fault.bn}\n{fault.en}")
    word = "মিলেছে · The ledger holds" if proof.fits else "মেলেনি · The ledger does not hold"
    print(f"{word}: {proof.transfers} transfers, head {proof.head}")
    return 0 if proof.fits else 1


def backup(words: argparse.Namespace) -> int:
    """Write all that must not be lost into a folder."""
    backing_up = _room("hmk_graph.backing_up")
    with (
        _fault_of(backing_up.BackupFault),
        _servers(Settings.from_environment()) as found,
        _store(found) as settings,
    ):
        files = asyncio.run(backing_up.back_up(settings, words.folder, Progress()))
    print(f"{words.folder} holds the database and {files} files.")
    return 0


def restore(words: argparse.Namespace) -> int:
    """Bring back what a backup holds."""
    backing_up = _room("hmk_graph.backing_up")
    with (
        _fault_of(backing_up.BackupFault),
        _servers(Settings.from_environment()) as found,
        _store(found) as settings,
    ):
        files = asyncio.run(backing_up.restore(settings, words.folder, Progress()))
    print(f"The database and {files} files are back.")
    return 0


@contextmanager
def _fault_of(kind: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kind as fault:
        raise Fault(str(fault)) from fault


def settings_table(_: argparse.Namespace) -> int:
    """Print the README's table."""
    print(configuration.as_markdown())
    return 0


def clean(_: argparse.Namespace) -> int:
    """Remove the own servers' data, for the demo and for tests."""
    for folder in (HERE, HERE / "tests"):
        discard(folder)
    return 0


class Progress:
    """Shows long work: one line that grows on a terminal, a line per tenth elsewhere."""

    def __init__(self) -> None:
        self.shown = ("", -1)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that `done` of `total` (0: not known) is done."""
        tenths = done * 10 // total if total else 0
        last = total and done >= total
        if sys.stdout.isatty():
            print(f"\r\033[K  {what}: {done}{f' of {total}' if total else ''}", end="", flush=True)
            if last:
                print(flush=True)
        elif (what, tenths) != self.shown:
            print(f"  {what}: {done}{f' of {total}' if total else ''}", flush=True)
        self.shown = (what, tenths)


def _say(text: str) -> None:
    print(text, flush=True)


def _room(name: str) -> Any:
    # Opened only by the command that needs it: a room that fails to import leaves the others
    # usable.
    return importlib.import_module(name)


@contextmanager
def _servers(settings: Settings) -> Iterator[Settings]:
    """Have a database and a Redis: the environment's, or our own while this lasts."""
    given = {"database_url": settings.database_url, "redis_url": settings.redis_url}
    if all(given.values()):
        yield settings
        return
    signal.signal(signal.SIGTERM, _interrupt)
    with embedded(HERE, durable=True, **given) as found:
        yield replace(settings, database_url=found.database_url, redis_url=found.redis_url)


@contextmanager
def _store(settings: Settings) -> Iterator[Settings]:
    """Have an object store: the environment's, or where one develops our own; else none."""
    if not settings.wants_own_store:
        yield settings
        return
    signal.signal(signal.SIGTERM, _interrupt)
    with embedded_store(HERE, durable=True) as found:
        yield replace(settings, **asdict(found))


def _long_running(room: str, name: str) -> int:
    with _servers(Settings.from_environment()) as found, _store(found) as settings:
        listening.configure_logs(settings)
        asyncio.run(_until_told(getattr(_room(room), name)(settings)))
    return 0


async def _until_told(activity: Coroutine[Any, Any, None]) -> None:
    """Run until SIGINT or SIGTERM cancels it: being told to end is how it ends well."""
    task = asyncio.current_task()
    told = False

    def end() -> None:
        nonlocal told
        told = True
        if task:
            task.cancel()

    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, end)
    try:
        await activity
    except asyncio.CancelledError:
        if not told:
            raise


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    # Not by way of SIGINT, which a shell has its background jobs ignore.
    raise KeyboardInterrupt


@contextmanager
def _listener(settings: Settings) -> Iterator[Any]:
    try:
        listener = listening.listening_socket(settings.host, settings.port)
    except OSError as fault:
        raise _taken(settings, fault) from fault
    with listener:
        yield listener


def _taken(settings: Settings, fault: OSError) -> Fault:
    here = f"{settings.host}:{settings.port}"
    return Fault(f"Cannot listen on {here}: {fault.strerror}. Set HMK_PORT to another port.")


def _receipt(text: str) -> tuple[int, str]:
    line, _, digest = text.partition(":")
    if not (line.isascii() and line.isdigit() and digest):
        raise ValueError(f"a receipt is written LINE:HASH, not {text}")
    return int(line), digest


def _read(source: str) -> bytes:
    if source == "-":
        raw = sys.stdin.buffer.read(LOG_BYTES + 1)
    elif source.startswith(("http://", "https://")):
        with urllib.request.urlopen(source, timeout=DOWNLOAD_TIMEOUT_S) as answer:
            raw = answer.read(LOG_BYTES + 1)
    else:
        with Path(source).open("rb") as file:
            raw = file.read(LOG_BYTES + 1)
    if len(raw) > LOG_BYTES:
        raise ValueError(f"it is longer than {LOG_BYTES // 2**20} MiB")
    return bytes(raw)


if __name__ == "__main__":
    sys.exit(main())
