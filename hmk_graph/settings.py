"""What can be set from outside: read once from the environment, every fault named at once."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hmk_graph import gateway_settings
from hmk_graph import setting_values as values
from hmk_graph.gateway_settings import GatewaySettings
from hmk_graph.setting_values import setting
from hmk_graph.watch_settings import WatchSettings

HERE = Path(__file__).parent.parent / ".hmk"
"""Where a clone keeps what it made for itself: its secret and its own servers."""

ENVIRONMENTS = ("development", "test", "demo", "production")
LEVELS = ("debug", "info", "warning", "error")
# What one operation of somebody who is signed in may cost (schema/limits.py).
LEAST_POINTS = 20_000
POINTS = 60_000


class SettingsFault(Exception):
    """The environment is not right; `faults` has one line for each thing that is wrong."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(
            "The settings are not right:\n" + "\n".join(f"  {line}" for line in faults)
        )
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Settings(GatewaySettings, WatchSettings):
    """All settings. Secrets, and addresses that hold a password, never show in `repr`."""

    env: str = setting(
        "HMK_ENV",
        "development",
        values.one_of(*ENVIRONMENTS),
        f"What this is: {', '.join(ENVIRONMENTS)}.",
    )
    database_url: str = setting(
        "HMK_DATABASE_URL",
        "",
        values.address("postgres", "postgresql"),
        "PostgreSQL 15 or newer, `postgres://user:password@host:port/name`. Required in "
        "production; elsewhere an own server is started under `.hmk/`.",
        shown="an own server",
        hidden=True,
    )
    redis_url: str = setting(
        "HMK_REDIS_URL",
        "",
        values.address("redis", "rediss"),
        "Redis 6 or newer, `redis://:password@host:port/0`. Required in production; elsewhere "
        "an own server is started under `.hmk/`.",
        shown="an own server",
        hidden=True,
    )
    s3_endpoint: str = setting(
        "HMK_S3_ENDPOINT",
        "",
        values.address("https", "http"),
        "The object store of photos, videos and papers: any that speaks S3. All four, or none; "
        "without them production takes no uploads, and elsewhere an own store is started.",
        shown="an own store",
    )
    s3_bucket: str = setting("HMK_S3_BUCKET", "", str, "Its bucket.")
    s3_access_key: str = setting("HMK_S3_ACCESS_KEY", "", str, "Its access key.", hidden=True)
    s3_secret_key: str = setting("HMK_S3_SECRET_KEY", "", str, "Its secret key.", hidden=True)
    s3_public_url: str = setting(
        "HMK_S3_PUBLIC_URL",
        "",
        values.origin,
        "The origin under which phones reach the store, to send files into it.",
        shown="that of `HMK_S3_ENDPOINT`",
    )
    secret: str = setting(
        "HMK_SECRET",
        "",
        values.secret,
        f"Signs tokens and hashes codes; at least {values.SECRET_BYTES} bytes. Required in "
        "production; elsewhere made once and kept under `.hmk/`.",
        shown="made and kept",
        hidden=True,
    )
    host: str = setting("HMK_HOST", "127.0.0.1", str, "The address that the web listens on.")
    port: int = setting(
        "HMK_PORT", 8000, values.whole(1, 65_535), "The port that the web listens on."
    )
    ping_s: int = setting(
        "HMK_PING_S",
        15,
        values.whole(1, 60),
        "After so many quiet seconds a websocket is asked whether anybody is there, and dropped "
        "when as many pass without an answer.",
    )
    processes: int = setting(
        "HMK_PROCESSES",
        0,
        values.whole(1, 64),
        "Web processes of `hmk serve`.",
        shown="2 in demo, else 1",
    )
    allowed_origins: tuple[str, ...] = setting(
        "HMK_ALLOWED_ORIGINS",
        (),
        values.listed(values.origin),
        "Origins whose pages may ask and open sockets, separated by commas. Never `*`.",
        shown="that of `HMK_PUBLIC_URL`",
    )
    public_url: str = setting(
        "HMK_PUBLIC_URL",
        "",
        values.origin,
        "The origin under which people reach the web. Required in production, with https.",
        shown="`http://127.0.0.1:<HMK_PORT>`",
    )
    trusted_proxies: tuple[str, ...] = setting(
        "HMK_TRUSTED_PROXIES",
        (),
        values.listed(values.network),
        "Proxies (addresses or networks, by commas) whose `X-Forwarded-For` is believed.",
        shown="none",
    )
    sms_url: str = setting(
        "HMK_SMS_URL",
        "",
        values.address("https", "http"),
        "The gateway for text messages. Required in production, with https.",
        shown="the console",
    )
    sms_token: str = setting("HMK_SMS_TOKEN", "", str, "The gateway's token.", hidden=True)
    sms_sender: str = setting("HMK_SMS_SENDER", "", str, "The name that messages come from.")
    sms_inbound_secret: str = setting(
        "HMK_SMS_INBOUND_SECRET",
        "",
        values.secret,
        "Signs what the gateway posts to `/texts`, messages of people without a smartphone "
        f"(docs/running.md); at least {values.SECRET_BYTES} bytes.",
        shown="no messages are taken",
        hidden=True,
    )
    points: int = setting(
        "HMK_POINTS",
        -1,
        values.none_or(values.whole(LEAST_POINTS, 100_000_000)),
        "What one person may ask within a minute, in the cost of operations; a network has ten "
        f"times that. 0: nothing is counted; else at least {LEAST_POINTS}, the cost of one.",
        shown=f"`{POINTS}` in production and demo, else `0`",
    )
    trusted_only: bool = setting(
        "HMK_TRUSTED_ONLY",
        False,
        values.switch,
        "`1`: only the documents of the built pages are answered. A demo needs more.",
        shown="`0`",
    )
    demo_code: str = setting(
        "HMK_DEMO_CODE",
        "",
        values.code,
        "A fixed one-time code that every phone gets. Refused in production.",
        shown="`123456` in demo, else none",
        hidden=True,
    )
    log_level: str = setting(
        "HMK_LOG_LEVEL",
        "",
        values.one_of(*LEVELS),
        f"The least that is logged: {', '.join(LEVELS)}.",
        shown="`warning` in demo, else `info`",
    )
    log_format: str = setting(
        "HMK_LOG_FORMAT",
        "",
        values.one_of("json", "text"),
        "How a log line is written: `json` or `text`.",
        shown="`json` in production, else `text`",
    )
    pool_size: int = setting(
        "HMK_POOL_SIZE", 20, values.whole(2, 200), "Database connections of one process, at most."
    )

    @classmethod
    def from_environment(
        cls, env: Mapping[str, str] | None = None, *, folder: Path = HERE
    ) -> Settings:
        """Read and check all settings.

        Outside production a missing `HMK_SECRET` is made once and kept in `folder`.

        Raises:
            SettingsFault: if anything is wrong; it names everything that is.
        """
        given = os.environ if env is None else env
        found, faults = _parsed(given)
        faults += _together(found)
        if faults:
            raise SettingsFault(faults)
        if not found["secret"]:
            found["secret"] = kept_secret(folder)
        return cls(**_filled(found))

    @property
    def is_production(self) -> bool:
        """Whether real people depend on this."""
        return self.env == "production"

    @property
    def has_store(self) -> bool:
        """Whether an object store is set."""
        return bool(self.s3_endpoint)

    @property
    def store_origin(self) -> str:
        """The origin to which phones send files; empty without a store."""
        return self.s3_public_url or self.s3_endpoint

    @property
    def wants_own_store(self) -> bool:
        """Whether to start an own store beside this process."""
        return self.env in ("development", "demo") and not self.has_store

    def as_environment(self) -> dict[str, str]:
        """Return these settings as the variables that would give them, for a child process."""
        written = {}
        for each in fields(self):
            value = getattr(self, each.name)
            text = _written(value)
            if text:
                written[str(each.metadata["name"])] = text
        return written

    def secrets(self) -> list[str]:
        """Return what must never be written anywhere, passwords within addresses included."""
        hidden = [str(getattr(self, each.name)) for each in fields(self) if each.metadata["hidden"]]
        passwords = [urlsplit(url).password or "" for url in (self.database_url, self.redis_url)]
        return [text for text in [*hidden, *passwords] if text]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _parsed(env: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    found: dict[str, Any] = {}
    faults = []
    for each in fields(Settings):
        told = each.metadata
        raw = env.get(told["name"], "").strip()
        found[each.name] = each.default
        try:
            if raw:
                found[each.name] = told["parse"](raw)
        except ValueError as fault:
            # A value may be a secret: the fault says what is wanted, never what was given.
            faults.append(f"{told['name']} {fault}.")
    known = {each.metadata["name"] for each in fields(Settings)}
    faults += [f"{name} is not a setting." for name in sorted(env) if _is_unknown(name, known)]
    return found, faults


def _is_unknown(name: str, known: set[str]) -> bool:
    # HMK_TEST_... belongs to the tests.
    return name.startswith("HMK_") and name not in known and not name.startswith("HMK_TEST_")


def _together(found: Mapping[str, Any]) -> list[str]:
    faults = []
    store = [name for name in found if name.startswith("s3_") and name != "s3_public_url"]
    if any(found[name] for name in store):
        faults += [f"{_name(name)} is missing." for name in store if not found[name]]
    faults += [
        f"{_name(name)} is missing beside the others of its service."
        for name in gateway_settings.missing(found)
    ]
    if found["sms_url"]:
        sms = ("sms_token", "sms_sender")
        faults += [
            f"{_name(name)} is missing beside HMK_SMS_URL." for name in sms if not found[name]
        ]
    if found["trusted_only"] and found["env"] == "demo":
        faults.append("HMK_TRUSTED_ONLY is refused in a demo: its people ask what no page asks.")
    if found["env"] == "production":
        faults += _production(found)
    return faults


def _production(found: Mapping[str, Any]) -> list[str]:
    needed = ("database_url", "redis_url", "secret", "public_url", "sms_url")
    faults = [f"{_name(name)} is required in production." for name in needed if not found[name]]
    faults += [
        f"{_name(name)} must begin with https:// in production."
        for name in ("public_url", "sms_url", "s3_public_url")
        if found[name].startswith("http:")
    ]
    faults += [
        f"{_name(name)} must begin with https:// in production."
        for name in gateway_settings.insecure(found)
    ]
    if found["demo_code"]:
        faults.append("HMK_DEMO_CODE is refused in production.")
    return faults


def _own_origins(found: Mapping[str, Any]) -> tuple[str, ...]:
    # People type either name of their own machine.
    local = () if found["env"] == "production" else (f"http://localhost:{found['port']}",)
    return (found["public_url"], *local)


def _name(attribute: str) -> str:
    return "HMK_" + attribute.upper()


def _filled(found: dict[str, Any]) -> dict[str, Any]:
    demo = found["env"] == "demo"
    found["processes"] = found["processes"] or (2 if demo else 1)
    if found["points"] < 0:
        found["points"] = POINTS if demo or found["env"] == "production" else 0
    found["public_url"] = found["public_url"] or f"http://127.0.0.1:{found['port']}"
    found["allowed_origins"] = found["allowed_origins"] or _own_origins(found)
    found["demo_code"] = found["demo_code"] or ("123456" if demo else "")
    # A demo tells where to look; each bid's request would push that off the screen.
    found["log_level"] = found["log_level"] or ("warning" if demo else "info")
    found["log_format"] = found["log_format"] or (
        "json" if found["env"] == "production" else "text"
    )
    return found


def kept_secret(folder: Path) -> str:
    """Return the secret that `folder` keeps; the first who asks makes it.

    It is written aside and linked into place, so that of two at once both read the same.
    """
    place = folder / "secret"
    if not place.exists():
        folder.mkdir(parents=True, exist_ok=True)
        aside = folder / f"secret-{os.getpid()}-{secrets.token_hex(4)}"
        with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(aside, place)
        except FileExistsError:
            pass  # another was quicker: theirs is read below
        finally:
            aside.unlink()
    return place.read_text().strip()


def child_environment(settings: Settings) -> dict[str, str]:
    """Return the environment for a child process: ours, with these settings."""
    return {**os.environ, **settings.as_environment()}


def publish(settings: Settings) -> None:
    """Make these the settings that the rest of this process reads from its environment."""
    os.environ.update(settings.as_environment())


def demo_environment() -> dict[str, str]:
    """Return our environment, set for a demo unless it says production (which a demo refuses)."""
    if os.environ.get("HMK_ENV", "").strip() == "production":
        raise SettingsFault(["HMK_ENV is production: a demo does not start there."])
    return {**os.environ, "HMK_ENV": "demo"}


def as_markdown() -> str:
    """Return the table of all settings, as the README shows it."""
    rows = ["| Variable | Default | Meaning |", "|---|---|---|"]
    for each in fields(Settings):
        told = each.metadata
        default = told["shown"] or (f"`{each.default}`" if each.default else "none")
        rows.append(f"| `{told['name']}` | {default} | {told['meaning']} |")
    return "\n".join(rows)
