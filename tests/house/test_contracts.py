"""The storeys of the house hold, and the watchman who says so is awake."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("hmk_graph", "schema", "realtime", "storage")
# One trespass against each contract, in the file where a hurried hand would put it.
TRESPASSES = {
    "hmk_graph/haat/closing.py": "from hmk_graph.haat import scheduling, twin",
    "hmk_graph/haat/twin.py": "from hmk_graph import app\nfrom hmk_graph.haat import closing",
    "hmk_graph/places/rules.py": "import strawberry",
    "realtime/frames.py": "from hmk_graph import errors",
    "schema/ids.py": "import broadcaster",
    "schema/wire.py": "import aioboto3",
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run lint-imports over the house that stands in a folder."""
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def contracts() -> dict[str, object]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    linter: dict[str, object] = settings["tool"]["importlinter"]
    return linter


def test_nobody_opens_a_door_that_is_not_his():
    said = lint(ROOT)

    assert said.returncode == 0, said.stdout + said.stderr


def test_a_trespass_against_each_contract_is_seen(tmp_path: Path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        only_code = shutil.ignore_patterns("data", "static", "__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only_code)
    for place, trespass in TRESPASSES.items():
        with (tmp_path / place).open("a", encoding="utf-8") as file:
            file.write(f"\n{trespass}\n")

    said = lint(tmp_path)

    verdicts = re.findall(r"^(.+) (KEPT|BROKEN)$", said.stdout, re.MULTILINE)
    names = [contract["name"] for contract in contracts()["contracts"]]  # type: ignore[attr-defined]
    assert dict(verdicts) == dict.fromkeys(names, "BROKEN"), said.stdout + said.stderr


def test_every_room_has_its_storey():
    """A module that no layer names is governed by none of them."""
    [storeys] = [c for c in contracts()["contracts"] if c["type"] == "layers"]  # type: ignore[attr-defined]
    named = {
        room.strip(" ()").removeprefix("hmk_graph.")
        for layer in storeys["layers"]
        for room in layer.split("|")
    }
    rooms = {
        path.stem if path.is_file() else path.name
        for path in (ROOT / "hmk_graph").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }

    assert rooms - {"__init__"} <= named
    assert set(PACKAGES) - {"hmk_graph"} <= named


def test_every_context_is_bound_by_the_contract_of_the_domain():
    """A context is a room with tables or rules of its own."""
    [bound] = [
        c["source_modules"]
        for c in contracts()["contracts"]  # type: ignore[attr-defined]
        if c["name"].startswith("The domain")
    ]
    contexts = {
        f"hmk_graph.{path.parent.name}"
        for name in ("models.py", "rules.py", "events.py")
        for path in (ROOT / "hmk_graph").glob(f"*/{name}")
    }

    assert contexts <= set(bound)
