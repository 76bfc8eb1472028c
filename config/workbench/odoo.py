"""Call Odoo with this project's configuration."""

import os
import subprocess
import sys

from . import places, postgres, venv

CONFIGURATION = places.CONFIG / "odoo.conf"


def command(*arguments: str) -> list[str]:
    """Return the command line of Odoo, `arguments` being its own options."""
    first, rest = _split_subcommand(list(arguments))
    return [
        str(venv.python()),
        "-m",
        "odoo",
        *first,
        f"--config={CONFIGURATION}",
        f"--addons-path={places.ADDONS}",
        f"--data-dir={places.DATA}",
        *rest,
    ]


def environment() -> dict[str, str]:
    """Return the environment Odoo runs in."""
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    return {**inherited, **postgres.environment(), "PYTHONUNBUFFERED": "1"}


def call(*arguments: str, **options) -> int:
    """Run Odoo in the foreground; return its exit status."""
    places.DATA.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command(*arguments), env=environment(), check=False, **options
    )
    return done.returncode


def become(*arguments: str) -> None:
    """Replace this process by Odoo, so that signals and stdin reach it."""
    sys.stdout.flush()
    os.execvpe(str(venv.python()), command(*arguments), environment())


def _split_subcommand(arguments: list[str]) -> tuple[list[str], list[str]]:
    if arguments and not arguments[0].startswith("-"):
        return arguments[:1], arguments[1:]
    return [], arguments
