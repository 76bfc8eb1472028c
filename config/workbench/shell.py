"""Run commands, keep their output in a log, and fail with advice."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

from . import places
from .progress import StepFailed

TAIL = 15


def run(
    command: Sequence[str | Path],
    what: str,
    *,
    advice: str = "",
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
) -> str:
    """Run `command`; return what it printed, or fail with the end of it."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env={**os.environ, **(env or {})},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise StepFailed(f"{what}: {command[0]} is not installed", advice) from error
    if done.returncode:
        tail = "\n".join("    " + line for line in done.stdout.splitlines()[-TAIL:])
        raise StepFailed(f"{what} failed:\n{tail}", advice)
    return done.stdout


def works(command: Sequence[str | Path], env: dict[str, str] | None = None) -> bool:
    """Tell whether `command` exists and succeeds."""
    try:
        run(command, "probe", env=env)
    except StepFailed:
        return False
    return True


@contextmanager
def only_one(name: str):
    """Hold a lock, so that two bootstraps never write the same folder."""
    places.CACHE.mkdir(parents=True, exist_ok=True)
    with (places.CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def appears_at_once(target: Path):
    """Fill a temporary folder, and rename it to `target` only when complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".partial-") as partial:
        filled = Path(partial) / target.name
        filled.mkdir()
        yield filled
        if target.exists():
            shutil.rmtree(target)
        filled.rename(target)
