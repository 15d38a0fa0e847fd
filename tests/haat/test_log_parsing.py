"""What strangers send as a log: refused with a reason, and never a crash."""

import json

import pytest

from hmk_graph.haat.log_parsing import (
    LogMisshapen,
    LogNotJson,
    LogTooLarge,
    LogUnreadable,
    parse_log,
)
from hmk_graph.haat.lot_replay import Fault
from hmk_graph.haat.lot_verification import verify
from tests.haat.spoiling import Spoil, at, body, rechained, sample, written


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", LogNotJson),
        ("nonsense", LogNotJson),
        (b"\xff\xfe", LogNotJson),
        ('{"lot": NaN, "lines": []}', LogNotJson),
        ('{"lot": Infinity, "lines": []}', LogNotJson),
        ('{"lot": 1.0, "lines": []}', LogNotJson),
        ('{"lot": 1e3, "lines": []}', LogNotJson),
        ('{"lot": 9007199254740992, "lines": []}', LogNotJson),
        ('{"lot": ' + "9" * 5_000 + ', "lines": []}', LogNotJson),
        ('{"lot": 1, "lot": 2, "lines": []}', LogNotJson),
        ('{"lot": 1, "lines": ["\\ud800"]}', LogNotJson),
        ("[" * 100_000, LogNotJson),
        ('{"lot": 1, "lines": ' + "[" * 100_000 + "]" * 100_000 + "}", LogNotJson),
        (b" " * (32 * 1024 * 1024 + 1), LogTooLarge),
        ("null", LogMisshapen),
        ("[]", LogMisshapen),
        ('{"lot": 1}', LogMisshapen),
        ('{"lot": true, "lines": []}', LogMisshapen),
        ('{"lot": "1", "lines": []}', LogMisshapen),
        ('{"lot": 1, "lines": {}}', LogMisshapen),
        ('{"lot": 1, "lines": [], "more": 1}', LogMisshapen),
        ('{"lot": 1, "lines": [null]}', LogMisshapen),
        ('{"lot": 1, "lines": [{}]}', LogMisshapen),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_log_is_refused_with_a_reason(
    text: str | bytes, refusal: type[LogUnreadable]
) -> None:
    with pytest.raises(refusal) as refused:
        parse_log(text)

    assert refused.value.en
    assert refused.value.bn


MISSHAPEN: list[tuple[str, Spoil]] = [
    ("no kind", lambda lines: lines[2].pop("kind")),
    ("an unknown kind", lambda lines: lines[2].update(kind="BRIBE")),
    ("a kind that is no text", lambda lines: lines[2].update(kind=["BID"])),
    ("one field more", lambda lines: lines[2].update(note="")),
    ("a body that is a list", lambda lines: lines[2].update(body=[])),
    ("no price", lambda lines: lines[2]["body"].pop("price")),
    ("a price that is text", body(3, price="51000")),
    ("a price that is true", body(3, price=True)),
    ("a price below zero", body(3, price=-1)),
    ("one word more in the body", body(3, note="")),
    ("silence that is a number", body(3, silent=0)),
    ("a time in another zone", at(3, "2026-05-20T12:00:02.000000+06:00")),
    ("a day that is not", at(3, "2026-02-30T06:00:02.000000Z")),
    ("a hash in capitals", lambda lines: lines[2].update(hash=lines[2]["hash"].upper())),
    ("a commitment that is short", body(3, commitment="ab")),
]  # fmt: skip


@pytest.mark.parametrize("spoil", [s[1] for s in MISSHAPEN], ids=[s[0] for s in MISSHAPEN])
def test_a_misshapen_line_is_named_by_parser_and_verdict(spoil: Spoil) -> None:
    lines = written(sample())
    spoil(lines)

    with pytest.raises(LogMisshapen) as refused:
        parse_log(json.dumps({"lot": 42, "lines": lines}))

    assert refused.value.line == 3
    assert verify(lines).line == 3
    assert verify(lines).fault is Fault.SHAPE


def test_other_rules_than_ours_are_not_judged() -> None:
    lines = written(sample())
    lines[0]["body"]["rules"] = 2

    assert verify(rechained(lines)).fault is Fault.SHAPE


def test_a_line_of_another_lot_is_refused_by_the_parser() -> None:
    with pytest.raises(LogMisshapen):
        parse_log(json.dumps({"lot": 41, "lines": written(sample())}))


def test_a_true_log_is_read_as_it_was_written() -> None:
    auction = sample()

    assert parse_log(json.dumps({"lot": 42, "lines": written(auction)})) == auction.lines
