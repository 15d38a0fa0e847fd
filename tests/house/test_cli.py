"""The command line: plain answers, one line for a fault, exit codes that a script can rely on."""

import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hmk_graph import cli
from tests.haat.spoiling import sample, written

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def log() -> dict:
    return {"lot": 42, "lines": written(sample())}


@pytest.fixture
def site() -> Iterator[tuple[str, dict[str, bytes]]]:
    """A web site of our own, and its pages by path."""
    pages: dict[str, bytes] = {}

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in pages else 404)
            self.end_headers()
            self.wfile.write(pages.get(self.path, b""))

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", pages
        server.shutdown()
        thread.join()


def test_a_true_log_is_accepted_in_both_languages(log, tmp_path, capsys):
    place = tmp_path / "log.json"
    place.write_text(json.dumps(log))

    assert cli.main(["verify-lot", str(place)]) == 0

    told = capsys.readouterr().out
    assert "মিলেছে" in told
    assert "FITS" in told


def test_of_a_false_log_the_first_line_that_does_not_fit_is_named(log, site, capsys):
    address, pages = site
    log["lines"][2]["body"]["price"] += 100
    pages["/lot.json"] = json.dumps(log).encode()

    assert cli.main(["verify-lot", f"{address}/lot.json"]) == 1

    assert "Line 3 of" in capsys.readouterr().out


def test_a_receipt_refutes_a_log_that_was_rewritten(log, tmp_path):
    place = tmp_path / "log.json"
    place.write_text(json.dumps(log))
    mine = log["lines"][1]["hash"]

    assert cli.main(["verify-lot", str(place), "--receipt", f"2:{mine}"]) == 0
    assert cli.main(["verify-lot", str(place), "--receipt", f"2:{'0' * 64}"]) == 1


@pytest.mark.parametrize("receipt", [[], ["--receipt", "two"]])
def test_what_cannot_be_read_is_said_in_plain_words(receipt, tmp_path, capsys):
    place = tmp_path / "log.json"
    place.write_text("not json")

    assert cli.main(["verify-lot", str(place), *receipt]) == 2
    assert cli.main(["verify-lot", str(tmp_path / "nothing-here")]) == 2

    told = capsys.readouterr().err
    assert "The log cannot be read" in told
    assert "Traceback" not in told


def test_a_download_has_an_end(site, monkeypatch):
    address, pages = site
    pages["/large.json"] = b" " * 2_000
    monkeypatch.setattr(cli, "LOG_BYTES", 1_000)

    assert cli.main(["verify-lot", f"{address}/large.json"]) == 2
    assert cli.main(["verify-lot", f"{address}/missing.json"]) == 2


def test_a_demo_does_not_start_in_production(monkeypatch, capsys):
    monkeypatch.setenv("HMK_ENV", "production")

    assert cli.main(["demo"]) == 2

    assert "HMK_ENV is production" in capsys.readouterr().err


def test_a_taken_port_is_named_before_anything_is_started():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "hmk_graph.cli", "demo"],
            env={**os.environ, "PYTHONPATH": str(ROOT), "HMK_PORT": port, "HMK_SECRET": "s" * 32},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert done.returncode == 1
    assert "Set HMK_PORT to another port" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_long_command_told_to_end_cleans_up_and_ends_well(how):
    """A shell starts background jobs with SIGINT ignored; they must end on SIGTERM all the same."""
    activity = f"""
import asyncio, signal
signal.signal(signal.SIGINT, signal.{"SIG_IGN" if how == signal.SIGTERM else "default_int_handler"})
from hmk_graph import cli
async def work():
    print("working", flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        print("drained", flush=True)
asyncio.run(cli._until_told(work()))
"""
    with subprocess.Popen(
        [sys.executable, "-c", activity],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "working\n"
        process.send_signal(how)

        assert process.stdout.readline() == "drained\n"
        assert process.wait(60) == 0


def test_wrong_settings_are_all_named_and_nothing_starts(monkeypatch, capsys):
    monkeypatch.setenv("HMK_PORT", "none")
    monkeypatch.setenv("HMK_ENV", "staging")

    assert cli.main(["serve"]) == 2

    told = capsys.readouterr().err
    assert "HMK_PORT" in told
    assert "HMK_ENV" in told
