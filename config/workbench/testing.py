"""`make test`: linters, pure tests, installation, Odoo tests; one closing line."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from . import database, inventory, lint, odoo, odoo_log, places, testbed
from .progress import StepFailed, say, step
from .tally import Tally

PLAIN = f"{testbed.PREFIX}plain"
DEMO = f"{testbed.PREFIX}demo"
# Odoo's own checks of other people's addons. Without TestTestHoles: it wants pure
# Python tests imported by Odoo, and _check_all_ran sees more.
CORE_LINT = "test_lint"
CORE_CLASSES = (
    "ManifestLinter",
    "TestNaming",
    "TestIndex",
    "TestOnchangeDomains",
    "TestLintOverrideSignatures",
    "TestDunderinit",
    "TestGetTextLint",
    "TestSqlLint",
)


@dataclass(frozen=True)
class Batch:
    """Tests that one Odoo process runs on its own copy of a database."""

    title: str
    source: str
    specs: tuple[str, ...]

    @property
    def database(self) -> str:
        """The copy's name."""
        return f"{self.source}_{self.title}"


def run_lint() -> Tally:
    """Run what `make lint` promises; translations need an installed database."""
    tally = lint.run_linters()
    tally += lint.run_pytest(lint.TESTS / "lint")
    tally += _prepare(PLAIN, demo=False)
    return tally + _run_pytest_with_database(lint.TESTS / "translations")


def run_all() -> Tally:
    """Run every check and test."""
    start = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        testbed.ensure_template()
        prepared = [
            pool.submit(_prepare, PLAIN, demo=False),
            pool.submit(_prepare, DEMO, demo=True),
        ]
        tally = sum((job.result() for job in prepared), Tally())
        fast = pool.submit(_fast_checks)
        if not tally.failures:
            batches = _batches()
            for part in pool.map(_run_batch, batches):
                tally += part
            tally += _check_all_ran(batches)
            for folder in lint.test_folders(with_database=True):
                tally += _run_pytest_with_database(folder)
        tally += fast.result()
    say(f"\n  {time.monotonic() - start:.0f} s")
    return tally


def run_some(*specs: str) -> Tally:
    """Run the tests that Odoo's --test-tags would name, on a copy of the test data."""
    testbed.ensure_template()
    demo_specs = {one.spec for one in inventory.test_classes() if one.wants_demo}
    tally = Tally()
    for source in (PLAIN, DEMO):
        is_demo = source == DEMO
        chosen = [s for s in specs if (s.split(".")[0] in demo_specs) == is_demo]
        if chosen:
            tally += _prepare(source, demo=is_demo)
        if chosen and not tally.failures:
            tally += _run_batch(Batch("some", source, tuple(chosen)))
    return tally


def _fast_checks() -> Tally:
    tally = lint.run_linters()
    for folder in lint.test_folders(with_database=False):
        tally += lint.run_pytest(folder)
    return tally


def _prepare(name: str, *, demo: bool) -> Tally:
    """Install all addons, unless they are installed as they are; check the log."""
    tally = Tally()
    title = f"installing {'with' if demo else 'without'} demo data"
    try:
        if not _is_current(name):
            with step(title):
                addons = [*places.own_addons(), CORE_LINT]
                testbed.build(name, addons, demo=demo)
    except StepFailed as failure:
        tally.check(title, f"{failure}\n{failure.advice}")
        return tally
    return tally + _check_log(title, places.LOGS / f"{name}-install.log")


def _is_current(name: str) -> bool:
    return (
        database.exists(name)
        and testbed.remembered(name) == testbed.fingerprint()
        and (places.LOGS / f"{name}-install.log").exists()
    )


def _batches() -> list[Batch]:
    """Share the tests out to processes, of which two run at a time.

    Those on the demo data click through all screens: the longest come first. The
    last process runs what no other does, so that a class which the inventory does
    not see is run all the same.
    """
    classes = [one for one in inventory.test_classes() if one.is_standard]
    plain = [one for one in classes if not one.wants_demo]
    demo = [one for one in classes if one.wants_demo]
    first, _second = inventory.share_out(plain, 2)
    rest = [f"/{name}" for name in places.own_addons()]
    rest += [f"-{one.spec}" for one in (*first, *demo)]
    core = [f"/{CORE_LINT}:{name}" for name in CORE_CLASSES]
    batches = [
        *(
            Batch(f"demo_{number}", DEMO, tuple(one.spec for one in share))
            for number, share in enumerate(inventory.share_out(demo, 2), 1)
        ),
        Batch("one", PLAIN, tuple(one.spec for one in first)),
        Batch("two", PLAIN, (*rest, *core)),
    ]
    return [batch for batch in batches if batch.specs]


def _run_batch(batch: Batch) -> Tally:
    with step(f"Odoo tests, batch {batch.title}"):
        database.drop(batch.database)
        database.copy(batch.source, batch.database)
        log = _log_of(batch)
        with log.open("w") as output:
            odoo.call(
                *("-d", batch.database, f"--http-port={_free_port()}"),
                *(f"--db-filter=^{batch.database}$", "--stop-after-init"),
                f"--test-tags={','.join(batch.specs)}",
                f"--screenshots={places.LOGS / 'screenshots'}",
                stdout=output,
                stderr=output,
            )
        database.drop(batch.database)
    return _read_results(batch, log)


def _read_results(batch: Batch, log: Path) -> Tally:
    entries = odoo_log.records(log)
    result = odoo_log.result(entries)
    if result is None:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-30:])
        return Tally(failures=[f"batch {batch.title} came to no end\n{tail}"])
    run, failed = result
    tally = Tally(passed=run - failed)
    for verdict in odoo_log.verdicts(entries):
        tally.check("Odoo test", str(verdict))
    if failed > len(tally.failures):
        tally.check(f"batch {batch.title}", f"{failed} tests failed, read {log}")
    return tally + _check_log(f"log of batch {batch.title}", log)


def _check_log(title: str, log: Path) -> Tally:
    """A warning in the log fails the run, unless it is explained."""
    complaints = odoo_log.complaints(odoo_log.records(log), odoo_log.allow_list())
    tally = Tally()
    for complaint in complaints:
        tally.check(f"warning while {title}", str(complaint))
    if not complaints:
        tally.check(title, None)
    return tally


def _check_all_ran(batches: list[Batch]) -> Tally:
    """A test that is never started proves nothing: tell it as a failure."""
    started = set()
    for batch in batches:
        started |= odoo_log.tests_started(odoo_log.records(_log_of(batch)))
    missing = [
        f"{one.spec}.{method}"
        for one in inventory.test_classes()
        for method in one.methods
        if one.is_standard and f"{one.name}.{method}" not in started
    ]
    advice = "import the file in tests/__init__.py, tag the class post_install:"
    tally = Tally()
    text = "\n".join([advice, *missing]) if missing else None
    tally.check("every test of the source was started", text)
    return tally


def _run_pytest_with_database(folder: Path) -> Tally:
    """Give the tests the names of two databases, to be copied before changed."""
    names = {"THUDUC_DATABASE": PLAIN, "THUDUC_DEMO_DATABASE": DEMO}
    return lint.run_pytest(folder, **names)


def _log_of(batch: Batch) -> Path:
    return places.LOGS / f"{batch.database}.log"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
