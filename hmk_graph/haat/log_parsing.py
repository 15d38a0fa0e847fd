"""Reads a lot's log from strangers: JSON in, lines out, or a plain word about what is wrong."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from hmk_graph.haat.lot_log import RULES, Kind, Line, moment

# A hundred thousand lines; no lot of animals has seen a thousand.
LARGEST_LOG = 32 * 1024 * 1024
# Every number of a log is exact in any language's JSON, also where all numbers are floating point.
LARGEST_NUMBER = 2**53 - 1
LONGEST_TEXT = 2_000
HASH = re.compile(r"[0-9a-f]{64}")
# This century only, so that no sum of times leaves the calendar.
STAMP = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


class LogUnreadable(Exception):
    """This is no log of a lot. `en` and `bn` say why."""

    def __init__(self, *, en: str, bn: str) -> None:
        super().__init__(en)
        self.en = en
        self.bn = bn


class LogTooLarge(LogUnreadable):
    """More than any lot can have."""


class LogNotJson(LogUnreadable):
    """The text is not JSON as the log allows it: whole numbers, each key once, real characters."""


class LogMisshapen(LogUnreadable):
    """JSON, but not a log; `line` is the position (from 1) of the line that is wrong, if one is."""

    def __init__(self, line: int | None, what: str) -> None:
        where_en = f"line {line}: " if line else ""
        where_bn = f"লাইন {line}: " if line else ""
        super().__init__(en=f"{where_en}{what}", bn=f"{where_bn}লেখার ধরন ঠিক নেই ({what})")
        self.line = line
        self.what = what


def parse_log(text: str | bytes) -> list[Line]:
    """Read {"lot": id, "lines": [...]}. Only the form is judged, not the content.

    Raises:
        LogTooLarge, LogNotJson, LogMisshapen: The text is no log.
    """
    lot, lines = parse_lines(text)
    read = [line_from_json(line, position) for position, line in enumerate(lines, start=1)]
    for line in read:
        if line.lot != lot:
            raise LogMisshapen(line.line, "belongs to another lot than the log")
    return read


def parse_lines(text: str | bytes) -> tuple[int, list[Any]]:
    """Read the envelope of a log: its lot, and its lines as yet unread (so `Any`).

    Raises:
        LogTooLarge, LogNotJson, LogMisshapen: The text is no log.
    """
    log = _decode(text)
    if not isinstance(log, dict) or set(log) != {"lot", "lines"}:
        raise LogMisshapen(None, 'expected {"lot": ..., "lines": [...]}')
    if not _whole(log["lot"]) or not isinstance(log["lines"], list):
        raise LogMisshapen(None, '"lot" is a number and "lines" is a list')
    return log["lot"], log["lines"]


def line_from_json(line: object, position: int) -> Line:
    """Read one line, the `position`-th (from 1) of its log.

    Raises:
        LogMisshapen: A field is missing, unknown, or of the wrong form.
    """
    if not isinstance(line, Mapping):
        raise LogMisshapen(position, "a line is a JSON object")
    _check(line, LINE, position)
    body = line["body"]
    _check(body, SHAPES[line["kind"]], position)
    return Line(**{**line, "kind": Kind(line["kind"])})


def _decode(text: str | bytes) -> object:
    if len(text) > LARGEST_LOG:
        raise LogTooLarge(en="the log is too large", bn="লগটি অতিরিক্ত বড়")
    try:
        decoded: object = json.loads(
            text if isinstance(text, str) else text.decode(),
            parse_constant=_no_number,
            parse_float=_no_number,
            parse_int=_number,
            object_pairs_hook=_object,
        )
        # A lone surrogate passes as JSON, but no hash can be taken of it.
        json.dumps(decoded, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as fault:
        why = "it is nested too deep" if isinstance(fault, RecursionError) else str(fault)
        raise LogNotJson(en=f"this is not a JSON log: {why}", bn="এটি JSON লগ নয়") from fault
    return decoded


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]} is not a whole number")


def _number(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > LARGEST_NUMBER:
        raise ValueError(f"{text[:20]} is too large a number")
    return int(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Two readers could take different ones of two equal keys, and both find the hash right.
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


Check = Callable[[Any], bool]
"""`Any`: whatever JSON holds; that is what is being found out."""


def _check(value: object, shape: Mapping[str, Check], position: int) -> None:
    if not isinstance(value, Mapping):
        raise LogMisshapen(position, "the body is a JSON object")
    for name in shape:
        if name not in value:
            raise LogMisshapen(position, f"{name} is missing")
    for name, field in value.items():
        if name not in shape:
            raise LogMisshapen(position, f"{str(name)[:40]!r} does not belong here")
        if not shape[name](field):
            raise LogMisshapen(position, f"{name} is not as it should be")


def _whole(value: Any) -> bool:
    # In Python a truth value is an integer too; in JSON it is not.
    return type(value) is int and 0 <= value <= LARGEST_NUMBER


def _text(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _hash(value: Any) -> bool:
    return isinstance(value, str) and HASH.fullmatch(value) is not None


def _time(value: Any) -> bool:
    if not isinstance(value, str) or STAMP.fullmatch(value) is None:
        return False
    try:
        moment(value)
    except ValueError:
        return False
    return True


def _truth(value: Any) -> bool:
    return isinstance(value, bool)


def _one_of(*names: str) -> Check:
    return lambda value: isinstance(value, str) and value in names


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(check(each) for each in value)


def _object_of(**shape: Check) -> Check:
    return lambda value: (
        isinstance(value, dict)
        and set(value) == set(shape)
        and all(check(value[name]) for name, check in shape.items())
    )


def _step(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and (value[0] is None or _whole(value[0]))
        and _whole(value[1])
    )


LINE: dict[str, Check] = {
    "lot": _whole,
    "line": _whole,
    "kind": _one_of(*Kind),
    "at": _time,
    "previous": _hash,
    "hash": _hash,
    "body": lambda body: isinstance(body, Mapping),
}
TERMS: dict[str, Check] = {
    "rules": lambda value: _whole(value) and value == RULES,
    "start": _whole,
    "reserve_commitment": _or_none(_hash),
    "steps": _list_of(_step),
    "window_s": lambda value: _whole(value) and value <= 86_400,
    "starts_at": _time,
    "ends_at": _time,
    "hard_ends_at": _time,
}
VISIBLE: dict[str, Check] = {
    "price": _or_none(_whole),
    "leader": _or_none(_whole),
    "ends_at": _time,
    "reserve_met": _or_none(_truth),
}
SHAPES: dict[str, dict[str, Check]] = {
    Kind.SCHEDULED: TERMS,
    Kind.RESCHEDULED: TERMS,
    Kind.BID: {"bidder": _whole, "silent": _truth, "commitment": _hash, **VISIBLE},
    Kind.BIDS_VOIDED: {"bidder": _whole, "voided": _list_of(_whole), "reason": _text, **VISIBLE},
    Kind.VOIDED: {"reason": _text},
    Kind.WITHDRAWN: {},
    Kind.CLOSED: {
        "outcome": _one_of("SOLD", "UNSOLD"),
        "why": _or_none(_one_of("NO_BIDS", "UNDER_RESERVE")),
        "winner": _or_none(_whole),
        "price": _or_none(_whole),
        "deciding_line": _or_none(_whole),
        "runner_up": _or_none(_whole),
        "runner_up_maximum": _or_none(_whole),
        "openings": _list_of(_object_of(line=_whole, maximum=_whole, nonce=_hash)),
        "reserve": _or_none(_object_of(amount=_whole, nonce=_hash)),
    },
}
