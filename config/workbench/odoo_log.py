"""Read what Odoo logged: which tests ran, which failed, and every warning."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from . import places

ALLOWED = places.ROOT / "tests" / "allowed_warnings.txt"
RECORD = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ \d+ "
    r"(?P<level>[A-Z]+) (?P<database>\S+) (?P<logger>[^\s:]+): (?P<message>.*)"
)
STARTING = re.compile(r"Starting (?P<name>\w+\.\w+) \.\.\.")
RESULT = re.compile(
    r"(?P<failed>\d+) failed, (?P<errors>\d+) error\(s\) of (?P<run>\d+) tests"
)
VERDICT = re.compile(r"^(FAIL|ERROR): ")
# What Odoo says once more after it has named the failed tests.
SUMMARY = re.compile(r"At least one test failed|^Module \w+: \d+ failures, ")
SUMMARIZERS = {"odoo.tests.result", "odoo.modules.loading"}
BAD = {"WARNING", "ERROR", "CRITICAL"}


@dataclass
class Record:
    """One entry of the log, with the lines that follow it."""

    level: str
    logger: str
    message: str
    more: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([f"{self.level} {self.logger}: {self.message}", *self.more])


def records(log: Path) -> list[Record]:
    """Split a log into records; lines without a header belong to the one before."""
    found: list[Record] = []
    for line in log.read_text(errors="replace").splitlines():
        match = RECORD.match(line)
        if match:
            found.append(Record(match["level"], match["logger"], match["message"]))
        elif found:
            found[-1].more.append(line)
    return found


def tests_started(entries: list[Record]) -> set[str]:
    """Return the tests that were started, as Class.method."""
    names = (STARTING.match(entry.message) for entry in entries)
    return {match["name"] for match in names if match}


def verdicts(entries: list[Record]) -> list[Record]:
    """Return the failed tests with their tracebacks."""
    return [entry for entry in entries if _is_verdict(entry)]


def result(entries: list[Record]) -> tuple[int, int] | None:
    """Return (tests run, tests failed), or None if Odoo never came to its end."""
    for entry in reversed(entries):
        match = RESULT.match(entry.message)
        if match and entry.logger == "odoo.tests.result":
            return int(match["run"]), int(match["failed"]) + int(match["errors"])
    return None


def complaints(entries: list[Record], allowed: list[re.Pattern]) -> list[Record]:
    """Return warnings and errors that nobody has explained, each of them once."""
    found = [
        entry
        for entry in entries
        if entry.level in BAD
        and not _is_verdict(entry)
        and not _is_summary(entry)
        and not any(pattern.search(str(entry)) for pattern in allowed)
    ]
    return list({(entry.level, entry.message): entry for entry in found}.values())


def allow_list(file: Path = ALLOWED) -> list[re.Pattern]:
    """Read the warnings that may appear; `#` starts the reason."""
    lines = (line.split("  #")[0].strip() for line in file.read_text().splitlines())
    return [re.compile(line) for line in lines if line and not line.startswith("#")]


def _is_summary(entry: Record) -> bool:
    said = RESULT.match(entry.message) or SUMMARY.search(entry.message)
    return entry.logger in SUMMARIZERS and bool(said)


def _is_verdict(entry: Record) -> bool:
    return entry.level == "ERROR" and bool(VERDICT.match(entry.message))
