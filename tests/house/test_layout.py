"""The layout holds: who may write, who reads the clock, who starts tasks (architecture.md 12)."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

from tests.house.reading import NOT_OURS, ROOT, Source, called, files, receiver, sources, strings

DRAWERS = {"utils", "helpers", "common", "manager", "managers", "base", "service", "misc"}
# The packages we brought; a dependency with such a name would shadow one of ours.
OUR_NAMES = {"hmk_graph", "schema", "realtime", "storage", "migrations", "tests", "benchmarks"}
# A file is one reading: about 350 lines.
LONGEST_FILE = 400
# Nobody writes these: `hmk migrations --make` and `npm run codegen` do.
GENERATED = ("migrations/", "web/src/gql.ts")
WRITES = {"save", "create", "bulk_create", "bulk_update", "update", "delete", "transaction"}
# What a process does while it waits for its children and servers; no rule decides by it.
MACHINERY = ("hmk_graph/supervising", "hmk_graph/children", "hmk_graph/demonstrating")
PATIENT = (*MACHINERY, "hmk_graph/servers/", "realtime/")
# Who weighs the end of an auction (`rules.phase_at`), states it as SQL, or orders planned times.
MAY_COMPARE_ENDS = {
    "hmk_graph/haat/rules.py",
    "hmk_graph/haat/lot_queries.py",
    "hmk_graph/haat/lot_terms.py",  # the order of planned times among themselves
    "hmk_graph/haat/lot_replay.py",  # anybody's check of a published log
    "hmk_graph/haat/log_parsing.py",
    "hmk_graph/haat/holding_sessions.py",  # the end of a haat's day, not of an auction
    "hmk_graph/haat/listing_queries.py",  # likewise
    "hmk_graph/haat/scheduling.py",  # times an officer proposes, before they are a lot's
}
ORDER = ast.Lt | ast.LtE | ast.Gt | ast.GtE
Rule = Callable[[Source], Iterator[str]]


def writes_in_schema(source: Source) -> Iterator[str]:
    """Nobody but a context's activities writes tables."""
    if not source.path.startswith("schema/"):
        return
    for node in source.nodes:
        if called(node) in WRITES and not _is_plain_dict(node):
            yield source.at(node)


def _is_plain_dict(node: ast.AST) -> bool:
    """`a.update({...})` and `sha256().update(b"")` change no row: a write names its columns."""
    return called(node) == "update" and isinstance(node, ast.Call) and not node.keywords


def clocks(source: Source) -> Iterator[str]:
    """Time is an argument; app.py alone reads the system's."""
    if source.path == "hmk_graph/app.py":
        return
    for node in source.nodes:
        name, of = called(node), receiver(node)
        if name in ("now", "utcnow", "today") and of.split(".")[-1] in ("datetime", "date"):
            yield source.at(node)
        if of == "time" and name in ("time", "time_ns", "localtime", "gmtime"):
            yield source.at(node)
        if of == "time" and name.startswith("monotonic") and not source.path.startswith(PATIENT):
            yield source.at(node)
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield source.at(node)


def transaction_clocks(source: Source) -> Iterator[str]:
    """`now()` in SQL is when the transaction began, before it waited for a lock (failure 4)."""
    for text in strings(source):
        if re.search(r"(?<![\w.])now\(\)|\bCURRENT_TIMESTAMP\b|\bLOCALTIME", str(text.value), re.I):
            yield source.at(text)


def environments(source: Source) -> Iterator[str]:
    """settings.py alone reads the environment."""
    for node in source.nodes:
        reads = isinstance(node, ast.Attribute) and ast.unparse(node) in ("os.environ", "os.getenv")
        if (reads or _imports(node, "os", "environ")) and source.path != "hmk_graph/settings.py":
            yield source.at(node)


def _imports(node: ast.AST, module: str, name: str) -> bool:
    if not isinstance(node, ast.ImportFrom) or node.module != module:
        return False
    return any(alias.name == name for alias in node.names)


# A desk's task is held by its desk, ends with its last bid, and must outlive whichever bidder came
# first: no TaskGroup that one of them opened could hold it.
OWN_TASKS = {"hmk_graph/haat/gathering.py"}


def orphan_tasks(source: Source) -> Iterator[str]:
    """Every task has an owner: a TaskGroup that this very file has opened or was given."""
    if source.path in OWN_TASKS:
        return
    owners = {_target(node) for node in source.nodes if _opens_group(node)}
    for node in source.nodes:
        if called(node) == "create_task" and receiver(node) not in owners:
            yield source.at(node)
        if called(node) in ("ensure_future", "run_coroutine_threadsafe"):
            yield source.at(node)


def _opens_group(node: ast.AST) -> bool:
    if isinstance(node, ast.withitem):
        return "TaskGroup()" in ast.unparse(node.context_expr)
    if isinstance(node, ast.Assign) and node.value is not None:
        return "TaskGroup()" in ast.unparse(node.value)
    return isinstance(node, ast.arg) and "TaskGroup" in ast.unparse(node.annotation or node)


def _target(node: ast.AST) -> str:
    if isinstance(node, ast.withitem):
        return ast.unparse(node.optional_vars) if node.optional_vars else ""
    return ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else node.arg  # type: ignore[attr-defined]


def side_tracks(source: Source) -> Iterator[str]:
    """No second task, no sleep and no network while a transaction is open (failure 24)."""
    banned = {"create_task", "gather", "ensure_future", "wait_for", "to_thread", "TaskGroup"}
    banned |= {"sleep", "send_code", "announce", "publish", "post", "head_object"}
    for block in source.nodes:
        if not isinstance(block, ast.AsyncWith):
            continue
        if not {called(i.context_expr) for i in block.items} & {"transaction", "in_transaction"}:
            continue
        for statement in block.body:
            for node in ast.walk(statement):
                # The ledger's `post` moves money, and sends nothing.
                if called(node) in banned and receiver(node) != "ledger":
                    yield source.at(node)


def crossing_upserts(source: Source) -> Iterator[str]:
    """These read, then write: two at once wait for each other crosswise (failure 24)."""
    for node in source.nodes:
        if called(node) in ("update_or_create", "get_or_create"):
            yield source.at(node)


def whole_rows(source: Source) -> Iterator[str]:
    """Saving a whole row puts back what another has changed meanwhile (failure 5)."""
    if source.path.startswith(("hmk_graph/pages/", "hmk_graph/inspecting/", "hmk_graph/demo/")):
        return  # They write no rows themselves; what they save are pictures.
    for node in source.nodes:
        named = isinstance(node, ast.Call) and {keyword.arg for keyword in node.keywords}
        if called(node) == "save" and "update_fields" not in (named or ()):
            yield source.at(node)


def own_readings_of_the_end(source: Source) -> Iterator[str]:
    """Whether a lot has ended is asked of `rules.phase_at`, and of nobody else (failure 4)."""
    if source.path in MAY_COMPARE_ENDS:
        return
    ends = re.compile(r"\b(hard_|planned_)?ends_at\b")
    for node in source.nodes:
        orders = isinstance(node, ast.Compare) and any(isinstance(op, ORDER) for op in node.ops)
        if orders and ends.search(ast.unparse(node)):
            yield source.at(node)
        if isinstance(node, ast.keyword) and re.match(r"\w*ends_at__[gl]te?$", node.arg or ""):
            yield source.at(node.value, str(node.arg))
    for text in strings(source):
        if re.search(r"\b\w*ends_at\s*[<>]|[<>]=?\s*(\w+\.)?\w*ends_at", str(text.value)):
            yield source.at(text)


def loaded_doorsteps(source: Source) -> Iterator[str]:
    """hmk_graph and its contexts import nothing at their door: cellar and roof share it."""
    if not re.fullmatch(r"hmk_graph/(\w+/)?__init__\.py", source.path):
        return
    for node in source.tree.body:
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            yield source.at(node)
    if ast.get_docstring(source.tree) is None:
        yield f"{source.path} does not say what the room is for"


def money_in_floats(source: Source) -> Iterator[str]:
    """Amounts are whole paisa (failure 16); a tenth of a taka is not a binary fraction."""
    for node in source.nodes:
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            name = ast.unparse(node.target) if isinstance(node, ast.AnnAssign) else node.arg
            money = re.search(r"paisa|price|amount|maximum|reserve|fee", name)
            if money and re.search(r"\bfloat\b|\bDecimal\b", ast.unparse(node.annotation)):
                yield source.at(node)
        if called(node) in ("DecimalField", "FloatField") and "places/" not in source.path:
            yield source.at(node)


# Each rule with what a hurried hand would write, and where.
RULES: list[tuple[Rule, str, str]] = [
    (writes_in_schema, "schema/x.py", "await Lot.filter(id=1).update(state='OPEN')"),
    (clocks, "hmk_graph/haat/x.py", "now = datetime.now(UTC)"),
    (clocks, "schema/x.py", "left = ends - time.time()"),
    (transaction_clocks, "hmk_graph/haat/x.py", "sql = 'SELECT 1 WHERE ends_at > now()'"),
    (environments, "realtime/x.py", "url = os.environ['REDIS']"),
    (orphan_tasks, "schema/x.py", "asyncio.create_task(pump())"),
    (orphan_tasks, "realtime/x.py", "asyncio.get_running_loop().create_task(pump())"),
    (
        side_tracks,
        "hmk_graph/haat/x.py",
        "async def f():\n async with transaction() as events:\n  await asyncio.gather(a(), b())",
    ),
    (crossing_upserts, "hmk_graph/haat/x.py", "await Lot.update_or_create(id=1)"),
    (whole_rows, "hmk_graph/haat/x.py", "await lot.save()"),
    (own_readings_of_the_end, "hmk_graph/haat/x.py", "if now < lot.ends_at: pass"),
    (own_readings_of_the_end, "schema/haat/x.py", "Lot.filter(ends_at__gt=now)"),
    (
        own_readings_of_the_end,
        "hmk_graph/haat/x.py",
        "sql = 'SELECT 1 FROM l WHERE l.ends_at > $1'",
    ),
    (loaded_doorsteps, "hmk_graph/haat/__init__.py", "'''Haats.'''\nfrom x import y"),
    (money_in_floats, "hmk_graph/haat/x.py", "def f(amount: float): pass"),
]


@pytest.mark.parametrize(
    "rule", dict.fromkeys(rule for rule, _, _ in RULES), ids=lambda r: r.__name__
)
def test_the_house_keeps_the_rule(rule: Rule):
    assert [fault for source in sources() for fault in rule(source)] == [], rule.__doc__


@pytest.mark.parametrize(("rule", "path", "trespass"), RULES)
def test_a_trespass_is_seen(rule: Rule, path: str, trespass: str):
    assert list(rule(Source(path, trespass)))


def test_no_file_is_a_drawer():
    drawers = {f"{name}.py" for name in DRAWERS}
    found = [source.path for source in sources() if Path(source.path).name in drawers]
    # `services` is the name of a context, a folder; as a file of a context it would be a drawer.
    found += [
        s.path for s in sources() if re.fullmatch(r".+/.+/(services|types|mutations)\.py", s.path)
    ]

    assert found == []


def test_a_file_is_one_reading():
    written = [
        path
        for path in files()
        if path.suffix in (".py", ".ts", ".tsx")
        and not path.relative_to(ROOT).as_posix().startswith(GENERATED)
    ]
    lines = {str(path.relative_to(ROOT)): _lines_of(path) for path in written}

    assert {path: n for path, n in lines.items() if n > LONGEST_FILE} == {}
    assert {"tests/house/test_layout.py", "hmk_graph/app.py", "web/src/words/bn.ts"} <= set(lines)


def _lines_of(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def test_no_dependency_brings_a_package_of_our_name():
    brought = {
        name: set(by) - {"hmk-graph"} for name, by in metadata.packages_distributions().items()
    }

    assert {name: by for name, by in brought.items() if name in OUR_NAMES and by} == {}


def test_nothing_names_the_machine_on_which_it_was_written():
    """A clone has to work where nobody has our folders or our mirrors of the registries."""
    personal = re.compile(
        r"(?<![\w.])/(?:home|Users|work|root|tmp/[\w.-]+)/[\w.-]+|C:\\\\?Users|"
        + re.escape(str(ROOT))
    )
    public = {"registry.npmjs.org", "pypi.org", "files.pythonhosted.org", "github.com"}
    mirrored = re.compile(
        r"--(?:extra-)?index-url|--find-links|\bPIP_INDEX_URL=\S|^registry ?=", re.M
    )
    resolved = re.compile(r'"resolved": "https?://([^/"]+)')
    faults = []
    for path in files():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in (".png", ".ico", ".woff2", ".pack", ".gz", ".br") or name == THIS:
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        faults += [f"{name}: {found[0]}" for found in personal.finditer(text)]
        if path.suffix != ".md" and path.suffix != ".py":
            faults += [f"{name}: {found[0]}" for found in mirrored.finditer(text)]
        faults += [f"{name}: a mirror" for host in resolved.findall(text) if host not in public]

    assert faults == []


THIS = Path(__file__).relative_to(ROOT).as_posix()


def test_what_is_not_ours_is_not_committed():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()

    assert {f"{name}/" for name in NOT_OURS} - {".git/"} <= set(ignored)
