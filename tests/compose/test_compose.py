"""docker-compose.yml keeps its promises, checked without a container engine."""

import re
import shutil
import subprocess

import pytest
import yaml
from workbench import places, shell

FILE = places.ROOT / "docker-compose.yml"
SERVERS = ("proxy", "web", "cron", "db")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(FILE.read_text())


def test_docker_understands_it():
    docker = ["docker", "compose", "-f", str(FILE), "config", "-q"]
    if not shell.works(["docker", "compose", "version"]):
        docker = ["docker-compose", "-f", str(FILE), "config", "-q"]
    if not shutil.which(docker[0]):
        pytest.skip("no docker compose on this machine")
    subprocess.run(docker, cwd=places.ROOT, check=True)


def test_it_has_every_process(compose):
    assert set(compose["services"]) == {*SERVERS, "init"}


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_restarts_and_is_watched(compose, name):
    service = compose["services"][name]
    assert service["restart"] == "unless-stopped"
    assert service["healthcheck"]["test"]


def test_only_the_proxy_is_reached_from_outside(compose):
    for name, service in compose["services"].items():
        assert ("ports" in service) == (name == "proxy"), name
        assert ("outside" in service["networks"]) == (name == "proxy"), name
    assert compose["networks"]["inside"]["internal"] is True


def test_every_secret_comes_from_a_file(compose):
    for name, secret in compose["secrets"].items():
        assert secret == {"file": f"./secrets/{name}"}
    for service in compose["services"].values():
        for variable, value in service.get("environment", {}).items():
            assert "PASSWORD" not in variable or value.startswith("/run/secrets/")


def test_each_secret_is_declared_and_used(compose):
    used = {s for service in compose["services"].values() for s in _secrets(service)}
    assert used == set(compose["secrets"])


def test_what_must_last_is_in_a_volume(compose):
    assert set(compose["volumes"]) == {"database", "files", "proxy_data"}
    for name, folder in (("web", "/var/lib/odoo"), ("cron", "/var/lib/odoo")):
        assert f"files:{folder}" in compose["services"][name]["volumes"]


def test_each_mounted_file_exists(compose):
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("./config/"):
                assert (places.ROOT / source).is_file(), source


def test_each_copied_path_exists():
    text = (places.CONFIG / "container" / "Dockerfile").read_text()
    for source in re.findall(r"^COPY (\S+) ", text, re.MULTILINE):
        assert (places.ROOT / source).exists(), source


def test_secrets_are_never_committed():
    assert "/secrets/" in (places.ROOT / ".gitignore").read_text().splitlines()


def test_no_configuration_holds_a_password():
    for file in (FILE, *(places.CONFIG / "container").iterdir()):
        assert not re.search(r"(?i)admin_passwd\s*=\s*[^\s$]", file.read_text()), file


def _secrets(service):
    return service.get("secrets", [])
