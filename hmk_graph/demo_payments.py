"""The demo's payment services: the tests' simulator, which speaks their HTTP and takes no money.

It comes with a clone and not with an installed package; without it the demo offers no payments.
"""

from __future__ import annotations

import importlib
import importlib.util
import socket
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from hmk_graph.settings import Settings
from hmk_graph.supervising import Job

SIMULATOR = "tests.gateways.simulator"


def offered(settings: Settings, folder: Path) -> tuple[Settings, list[Job]]:
    """Return settings by which one pays at the simulator, and the process that it is.

    Services that are set already stay as they are, and no simulator is started.
    """
    if any((settings.bkash_url, settings.sslcommerz_url, settings.nagad_url)) or not _is_here():
        return settings, []
    port = _free_port()
    at = f"http://127.0.0.1:{port}"
    bkash, nagad = _part("bkash"), _part("nagad")
    sslcommerz = _part("sslcommerz")
    keys = nagad.keys(str(folder))
    given = replace(
        settings,
        bkash_url=at,
        bkash_username=bkash.USERNAME,
        bkash_password=bkash.PASSWORD,
        bkash_app_key=bkash.APP_KEY,
        bkash_app_secret=bkash.APP_SECRET,
        sslcommerz_url=at,
        sslcommerz_store=sslcommerz.STORE,
        sslcommerz_password=sslcommerz.PASSWORD,
        nagad_url=at,
        nagad_merchant=nagad.MERCHANT,
        nagad_own_key=keys["merchant_private"],
        nagad_key=keys["nagad_public"],
        nagad_address="127.0.0.1",
    )
    args = (sys.executable, "-m", SIMULATOR, str(port), str(folder))
    return given, [Job(name="payment services", args=args)]


def _is_here() -> bool:
    try:
        return importlib.util.find_spec(SIMULATOR) is not None
    except ModuleNotFoundError:
        return False


def _part(name: str) -> Any:  # Any: a module of the tests, which is not typed here
    return importlib.import_module(f"tests.gateways.{name}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
