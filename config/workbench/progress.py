"""Say what is being done, and when it fails, what failed and what to do."""

import sys
import time
from contextlib import contextmanager


class StepFailed(Exception):
    """A step could not be done; `advice` tells the reader what to try."""

    def __init__(self, what: str, advice: str = ""):
        super().__init__(what)
        self.advice = advice


def say(text: str) -> None:
    """Print one line at once, also when the output is a file."""
    print(text, flush=True)


@contextmanager
def step(title: str):
    """Announce a step and tell how long it took."""
    say(f"  … {title}")
    start = time.monotonic()
    yield
    say(f"  ✓ {title} ({time.monotonic() - start:.0f} s)")


def report_failure(failure: StepFailed) -> int:
    """Print a failure for people; return the exit status."""
    print(f"\n  ✗ {failure}", file=sys.stderr)
    if failure.advice:
        print(f"    → {failure.advice}", file=sys.stderr)
    return 1
