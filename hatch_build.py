"""Builds the pages into the wheel and the sdist, so that who installs these needs no Node."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Folders of web/ that no page is built from.
NO_SOURCE = {"node_modules", "tests"}


class WebBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `npm ci` and the build, unless the built pages are newer than their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the pages for a wheel or an sdist; `Any`: hatchling's own dictionary."""
        root = Path(self.root)
        web, out = root / "web", root / "hmk_graph" / "static" / "web"
        if version == "editable" or os.environ.get("HMK_WEB") == "skip" or is_fresh(web, out):
            return
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError(
                "The pages are not built and npm is missing: install Node 20.19 or newer, or set "
                "HMK_WEB=skip."
            )
        subprocess.run([npm, "ci"], cwd=web, check=True)
        build = [npm, "run", "build", "--", "--outDir", str(out), "--emptyOutDir"]
        subprocess.run(build, cwd=web, check=True)


def is_fresh(web: Path, out: Path) -> bool:
    """Tell whether the built pages need no building: newer than all sources, or from an sdist."""
    built = out / "index.html"
    if not built.is_file():
        return False
    if (web.parent / "PKG-INFO").is_file():
        return True
    newest = built.stat().st_mtime
    return all(source.stat().st_mtime <= newest for source in sources(web))


def sources(web: Path) -> Iterator[Path]:
    """Yield the files that the pages are built from."""
    for folder, folders, names in os.walk(web):
        folders[:] = [each for each in folders if each not in NO_SOURCE]
        yield from (Path(folder, name) for name in names)
