"""Count what passed and what failed, over runners of different kinds."""

from dataclasses import dataclass, field
from xml.etree import ElementTree

from .progress import say


@dataclass
class Tally:
    """How many checks passed, and the text of each failure."""

    passed: int = 0
    failures: list[str] = field(default_factory=list)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.passed + other.passed, self.failures + other.failures)

    def check(self, title: str, failure: str | None) -> None:
        """Count one check; `failure` is what it complained about."""
        if failure is None:
            self.passed += 1
        else:
            self.failures.append(f"{title}\n{failure}".rstrip())

    def conclude(self) -> int:
        """Print all failures and the closing line; return the exit status."""
        for failure in self.failures:
            say(f"\n✗ {failure}")
        say(f"\n{self.passed} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0


def from_junit(report: str) -> Tally:
    """Read what pytest wrote with --junitxml."""
    tally = Tally()
    for case in ElementTree.fromstring(report).iter("testcase"):
        kinds = {child.tag: child for child in case}
        problem = kinds.get("failure", kinds.get("error"))
        name = f"{case.get('classname')}.{case.get('name')}"
        if problem is not None:
            tally.check(name, problem.text or problem.get("message") or "failed")
        elif "skipped" not in kinds:
            tally.check(name, None)
    return tally
