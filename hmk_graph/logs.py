"""What the processes say: one line per event, with the request's id and without secrets."""

from __future__ import annotations

import logging
import re
import secrets
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

import orjson

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request being served; every line logged meanwhile carries it."""

HIDDEN = "[hidden]"
# A value under such a name is hidden whatever it looks like.
SECRET_NAMES = (
    r"(?:\w*(?:token|secret|passw(?:or)?d|authorization|cookie|signature|api_?key|otp)\w*)"
)
PHONE_NAMES = r"(?:phone|msisdn|mobile)\w*"
DIGIT = "[0-9০-৯]"
# Bangladeshi mobile numbers as people write them, in either script, and any other with its country.
PHONE = re.compile(
    rf"(?<!{DIGIT})(?:\+?[8৮][\s-]?[8৮][\s-]?)?[0০][\s-]?[1১][\s-]?[3-9৩-৯](?:[\s-]?{DIGIT}){{8}}(?!{DIGIT})"
    rf"|\+{DIGIT}{{8,15}}(?!{DIGIT})"
)
PATTERNS = (
    # Bearer tokens, and anything built like a JSON Web Token.
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]+"), rf"\1 {HIDDEN}"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), HIDDEN),
    # The password within an address.
    (re.compile(r"(://[^\s:/@]*:)[^\s@/]+@"), rf"\1{HIDDEN}@"),
    # name=value, "name": "value", name: value
    (
        re.compile(
            rf"(?i)([\"']?\b{SECRET_NAMES}[\"']?\s*[=:]\s*)(\"[^\"]*\"|'[^']*'|[^\s,;&)}}\]]+)"
        ),
        rf"\1{HIDDEN}",
    ),
    # One-time codes: four to eight digits that are called a code, in either language. A code that
    # is a word (BID_TOO_LOW) is not one.
    (
        re.compile(
            rf"(?i)((?:code|কোড)\w*[\"']?(?:\s+is)?\s*[=:]?\s*[\"']?)(?<!{DIGIT}){DIGIT}{{4,8}}(?!{DIGIT})"
        ),
        rf"\1{HIDDEN}",
    ),
)
IS_SECRET_NAME = re.compile(rf"(?i)^{SECRET_NAMES}$")
IS_PHONE_NAME = re.compile(rf"(?i)^{PHONE_NAMES}$")
IS_CODE_NAME = re.compile(r"(?i)^\w*code$")
# What every record has; the rest was given by `extra=` and is ours.
STANDARD = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "color_message"}
# A request's id from outside is taken only if it cannot spoil a line.
REQUEST_ID = re.compile(r"[A-Za-z0-9_.-]{8,64}")

Scope = MutableMapping[str, Any]  # ASGI's own type
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

log = logging.getLogger("hmk.requests")


class Redaction:
    """Takes known secrets, tokens, codes and phones (but three digits) out of what is logged."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        # The longest first, so that a secret within another leaves no rest; short ones would hide
        # half of every line.
        fit = sorted({text for text in known if len(text) >= 6}, key=len, reverse=True)
        # A fixed code of digits is one only where it stands alone.
        self.known = [
            re.compile(rf"(?<!{DIGIT}){text}(?!{DIGIT})" if _is_digits(text) else re.escape(text))
            for text in fit
        ]

    def text(self, text: str) -> str:
        """Return the text without them."""
        # Phones first: a fixed demo code may stand within one.
        text = PHONE.sub(lambda found: masked_phone(found[0]), text)
        for secret in self.known:
            text = secret.sub(HIDDEN, text)
        for pattern, instead in PATTERNS:
            text = pattern.sub(instead, text)
        return text

    def value(self, value: object, name: str = "") -> object:
        """Return a value to be logged under `name` without them, whatever it is made of."""
        if isinstance(value, dict):
            return {str(key): self.value(each, str(key)) for key, each in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.value(each, name) for each in value]
        if value is None or isinstance(value, bool):
            return value
        if IS_SECRET_NAME.match(name) or (IS_CODE_NAME.match(name) and _is_digits(value)):
            return HIDDEN
        if IS_PHONE_NAME.match(name):
            return masked_phone(str(value))
        if isinstance(value, int | float):
            return value
        return self.text(str(value))


def masked_phone(phone: str) -> str:
    """Return a phone number of which only the last three digits show."""
    digits = "".join(re.findall(DIGIT, phone))
    return f"***{digits[-3:]}"


def _is_digits(value: object) -> bool:
    return re.fullmatch(rf"{DIGIT}+", str(value)) is not None


class Lines(logging.Formatter):
    """One line for each record; a subclass says how it is written."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__()
        self.redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: what was said, who said it, for which request, and the extras."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self.redaction.text(record.getMessage()),
        }
        if current := request_id.get():
            line["request_id"] = current
        for name, value in record.__dict__.items():
            if name not in STANDARD and name not in line:
                line[name] = self.redaction.value(value, name)
        if record.exc_info:
            line["exception"] = self.redaction.text(self.formatException(record.exc_info))
        return self.write(line)

    def write(self, line: dict[str, object]) -> str:
        """Return the line as text."""
        raise NotImplementedError


class JsonLines(Lines):
    """For machines: one JSON object."""

    def write(self, line: dict[str, object]) -> str:
        """Return JSON in UTF-8; a newline within a value cannot begin a line of its own."""
        return orjson.dumps(line, default=str).decode()


class TextLines(Lines):
    """For people at a terminal."""

    def write(self, line: dict[str, object]) -> str:
        """Return the time of day, the message, the extras; a traceback follows below."""
        rest = {name: value for name, value in line.items() if name not in _SHOWN_FIRST}
        extras = "".join(f" {name}={_one_line(value)}" for name, value in rest.items())
        clock = str(line["at"])[11:23]
        level = str(line["level"]).upper()
        text = f"{clock} {level:<7} {line['logger']}: {_one_line(line['message'])}{extras}"
        return f"{text}\n{line['exception']}" if "exception" in line else text


_SHOWN_FIRST = {"at", "level", "logger", "message", "exception"}


def _one_line(value: object) -> str:
    return str(value).replace("\r", "\\r").replace("\n", "\\n")


def configure(*, level: str, form: str, known_secrets: Iterable[str] = ()) -> None:
    """Send every log line of this process, libraries' included, to standard error in our form.

    `form` is "json" or "text". Call it once, at the start of a process.
    """
    redaction = Redaction(known_secrets)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(redaction) if form == "json" else TextLines(redaction))
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        quiet = logging.getLogger(name)
        quiet.handlers, quiet.propagate = [], True
    # These tell at INFO what is of no use but to their authors, and httpx tells whole addresses.
    for name in ("httpx", "httpcore", "asyncio", "tortoise", "botocore", "websockets"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.root.level))


class RequestLog:
    """ASGI: gives each request its id, answers it as `X-Request-Id`, and logs the end of each.

    The query part of an address is never logged. Sockets get an id too; their end is logged with
    how long they lasted.
    """

    def __init__(
        self, app: App, *, quiet: frozenset[str] = frozenset({"/healthz", "/readyz"})
    ) -> None:
        self.app = app
        self.quiet = quiet

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or socket."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        token = request_id.set(_given_id(scope) or secrets.token_hex(8))
        # Where resolvers find it: a socket's operations run in tasks of their own.
        scope.setdefault("state", {})["request_id"] = request_id.get()
        began = time.perf_counter()
        status = 500

        async def noting(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] in {"http.response.start", "websocket.accept"}:
                status = message.get("status", 101)
                header = (b"x-request-id", request_id.get().encode())
                message = {**message, "headers": [*message.get("headers", []), header]}
            elif message["type"] == "websocket.close":
                status = message.get("code", 1000)
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            if scope["path"] not in self.quiet:
                self._tell(scope, status, time.perf_counter() - began)
            request_id.reset(token)

    @staticmethod
    def _tell(scope: Scope, status: int, seconds: float) -> None:
        method = scope.get("method", "WEBSOCKET")
        told = {"status": status, "ms": round(seconds * 1000, 1)}
        log.info("%s %s", method, scope["path"], extra=told)


def _given_id(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"x-request-id":
            text = value.decode("latin-1")
            return text if REQUEST_ID.fullmatch(text) else None
    return None
