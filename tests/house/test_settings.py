"""Settings come from the environment only, and every fault is named at once."""

import re
import stat
from pathlib import Path

import pytest

from hmk_graph.settings import Settings, SettingsFault, as_markdown, kept_secret

ROOT = Path(__file__).parent.parent.parent
SECRET = "a-secret-of-more-than-thirty-two-bytes"
PRODUCTION = {
    "HMK_ENV": "production",
    "HMK_DATABASE_URL": "postgres://hmk:pass-word-1@db:5432/hmk",
    "HMK_REDIS_URL": "redis://:pass-word-2@redis:6379/0",
    "HMK_SECRET": SECRET,
    "HMK_PUBLIC_URL": "https://haat.example.org",
    "HMK_SMS_URL": "https://sms.example.org/send",
    "HMK_SMS_TOKEN": "sms-token",
    "HMK_SMS_SENDER": "HAAT",
}


def faults_of(**env: str) -> list[str]:
    with pytest.raises(SettingsFault) as caught:
        Settings.from_environment(env)
    return caught.value.faults


def test_an_empty_environment_is_development_on_this_machine(tmp_path):
    settings = Settings.from_environment({}, folder=tmp_path)

    assert settings.env == "development"
    assert (settings.host, settings.port, settings.processes) == ("127.0.0.1", 8000, 1)
    assert settings.allowed_origins == ("http://127.0.0.1:8000", "http://localhost:8000")
    assert settings.database_url == ""
    assert settings.demo_code == ""
    assert settings.log_format == "text"


def test_every_fault_is_named_at_once_and_no_value_is_repeated():
    faults = faults_of(
        HMK_ENV="staging",
        HMK_PORT="eighty",
        HMK_SECRET="too-short-to-sign",
        HMK_DATABASE_URL="mysql://u:hunter2@h/x",
        HMK_REDIS_URL="redis://:hunter3@h:port/0",
        HMK_ALLOWED_ORIGINS="*",
        HMK_TRUSTED_PROXIES="10.0.0.0/99",
        HMK_S3_BUCKET="photos",
        HMK_SMS_URL="http://sms",
        HMK_DEMO_CODE="১২৩৪৫৬",
        HMK_DATABSE_URL="a slip of the finger",
    )

    assert [fault.split()[0] for fault in faults] == [
        "HMK_ENV",
        "HMK_DATABASE_URL",
        "HMK_REDIS_URL",
        "HMK_SECRET",
        "HMK_PORT",
        "HMK_ALLOWED_ORIGINS",
        "HMK_TRUSTED_PROXIES",
        "HMK_DEMO_CODE",
        "HMK_DATABSE_URL",
        "HMK_S3_ENDPOINT",
        "HMK_S3_ACCESS_KEY",
        "HMK_S3_SECRET_KEY",
        "HMK_SMS_TOKEN",
        "HMK_SMS_SENDER",
    ]
    assert not any(given in " ".join(faults) for given in ("hunter", "too-short", "১২৩"))


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8000.0", "৮০০০", "1e3", "9" * 30])
def test_a_port_is_a_whole_number_from_1_to_65535(port):
    assert faults_of(HMK_PORT=port) == ["HMK_PORT must be a whole number from 1 to 65535."]


def test_production_starts_with_what_it_needs():
    settings = Settings.from_environment(PRODUCTION)

    assert settings.is_production
    assert settings.allowed_origins == ("https://haat.example.org",)
    assert settings.log_format == "json"


@pytest.mark.parametrize(
    "missing", ["HMK_DATABASE_URL", "HMK_REDIS_URL", "HMK_SECRET", "HMK_PUBLIC_URL"]
)
def test_production_makes_nothing_up(missing):
    env = {name: value for name, value in PRODUCTION.items() if name != missing}

    assert faults_of(**env) == [f"{missing} is required in production."]


def test_production_sends_codes_through_a_gateway_and_only_real_ones():
    console = {name: value for name, value in PRODUCTION.items() if "SMS" not in name}

    assert faults_of(**console) == ["HMK_SMS_URL is required in production."]
    assert faults_of(**PRODUCTION, HMK_DEMO_CODE="123456") == [
        "HMK_DEMO_CODE is refused in production."
    ]
    assert faults_of(**{**PRODUCTION, "HMK_PUBLIC_URL": "http://haat.example.org"}) == [
        "HMK_PUBLIC_URL must begin with https:// in production."
    ]


def test_a_demo_has_a_fixed_code_and_two_processes():
    settings = Settings.from_environment({"HMK_ENV": "demo", "HMK_SECRET": SECRET})

    assert (settings.demo_code, settings.processes) == ("123456", 2)


def test_no_secret_shows_in_the_settings_text():
    settings = Settings.from_environment({**PRODUCTION})

    assert {"pass-word-1", "pass-word-2", SECRET, "sms-token"} <= set(settings.secrets())
    assert not any(secret in repr(settings) for secret in settings.secrets())


def test_a_child_process_reads_the_same_settings():
    settings = Settings.from_environment(
        {**PRODUCTION, "HMK_TRUSTED_PROXIES": "10.0.0.0/8, ::1", "HMK_PORT": "9000"}
    )

    assert Settings.from_environment(settings.as_environment()) == settings


def test_the_first_start_makes_a_secret_that_later_starts_find(tmp_path):
    first = Settings.from_environment({}, folder=tmp_path / "new")
    second = Settings.from_environment({}, folder=tmp_path / "new")

    assert first.secret == second.secret == kept_secret(tmp_path / "new")
    assert len(first.secret.encode()) >= 32
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret"]
    assert stat.S_IMODE((tmp_path / "new" / "secret").stat().st_mode) == 0o600


def test_the_readme_lists_the_settings_as_the_program_does():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    told = re.search(r"<!-- settings -->\n(.*?)\n<!-- /settings -->", readme, re.DOTALL)

    assert told, "README.md needs the table between <!-- settings --> and <!-- /settings -->"
    assert told[1].strip() == as_markdown()


def test_only_the_settings_read_the_environment():
    reads = re.compile(r"os\.(environ|getenv)|from os import .*environ")

    readers = {
        str(path.relative_to(ROOT))
        for package in ("hmk_graph", "schema", "realtime", "storage")
        for path in (ROOT / package).rglob("*.py")
        if reads.search(path.read_text(encoding="utf-8"))
    }

    assert readers == {"hmk_graph/settings.py"}
