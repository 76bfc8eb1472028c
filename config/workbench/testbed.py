"""Databases with this project's addons, rebuilt only when something changed."""

import json
import re
from pathlib import Path

from . import database, odoo, places, source
from .progress import StepFailed, step
from .shell import only_one

TEMPLATE = "tpl_thuduc"
TEMPLATE_ADDONS = "base,mail,web,calendar,resource,spreadsheet_dashboard"
LANGUAGES = "vi_VN,en_US"
# Two checkouts share a database server, but not their test databases.
PREFIX = f"test_{places.short_hash(str(places.ROOT))}_"
FINGERPRINT = "thuduc.addons_fingerprint"
FAILURE = re.compile(r" (ERROR|CRITICAL) |demo data failed to install|^\w*Error: ")


def fingerprint() -> dict[str, str]:
    """Return a hash for each own addon, so that only changed ones are updated."""
    return {
        name: places.tree_hash(places.ADDONS / name, leave_out=("tests", "docs"))
        for name in places.own_addons()
    }


def ensure_template() -> None:
    """Build the database of standard addons in Vietnamese that others copy."""
    with only_one("template"):
        wanted = places.short_hash(f"{source.odoo_home()} {TEMPLATE_ADDONS}")
        if database.exists(TEMPLATE) and database.comment(TEMPLATE) == wanted:
            return
        with step("database of Odoo's own addons, in Vietnamese"):
            building = f"{TEMPLATE}_new"
            database.drop(building)
            database.create(building)
            languages = f"--load-language={LANGUAGES}"
            call_odoo(building, "-i", TEMPLATE_ADDONS, languages, what="template")
            database.drop(TEMPLATE)
            database.rename(building, TEMPLATE)
            database.set_comment(TEMPLATE, wanted)


def build(
    name: str, addons: list[str], *, demo: bool, finish: Path | None = None
) -> None:
    """Create database `name` with `addons`; it appears only when complete."""
    wanted = fingerprint()
    building = f"{name}_new"
    database.drop(building)
    database.copy(TEMPLATE, building)
    if demo:
        _want_demo(building)
    call_odoo(building, "-i", ",".join(addons), what=f"{name}-install")
    if finish:
        run_script(building, finish, f"{name}-finish")
    remember(building, wanted)
    database.drop(name)
    database.rename(building, name)


def _want_demo(name: str) -> None:
    """Let Odoo load the demo data of our addons, but not the American ones of base."""
    database.query(
        name, "UPDATE ir_module_module SET demo = true WHERE state = 'installed'"
    )


def call_odoo(name: str, *options: str, what: str) -> Path:
    """Install or update in database `name`; return the log, or fail with its errors."""
    log = places.LOGS / f"{what}.log"
    with log.open("w") as output:
        status = odoo.call(
            *("-d", name, "--stop-after-init", "--no-http", "--max-cron-threads=0"),
            *options,
            stdout=output,
            stderr=output,
        )
    failures = [line for line in log.read_text().splitlines() if FAILURE.search(line)]
    if status or failures:
        tail = "\n".join("    " + line for line in failures[:10])
        raise StepFailed(f"{what} in database {name} failed:\n{tail}", f"read {log}")
    return log


def run_script(name: str, script: Path, what: str) -> None:
    """Run a script in Odoo's shell; it commits by itself."""
    log = places.LOGS / f"{what}.log"
    shell = ("shell", "-d", name, "--no-http", "--log-level=warn")
    with script.open() as code, log.open("w") as output:
        status = odoo.call(*shell, stdin=code, stdout=output, stderr=output)
    if status:
        tail = "\n".join(log.read_text().splitlines()[-10:])
        raise StepFailed(f"{script.name} failed:\n{tail}", f"read {log}")


def remembered(name: str) -> dict[str, str]:
    """Return the fingerprint of the addons as they are in database `name`."""
    sql = f"SELECT value FROM ir_config_parameter WHERE key = '{FINGERPRINT}'"
    return json.loads(database.query(name, sql) or "{}")


def remember(name: str, wanted: dict[str, str]) -> None:
    """Store the fingerprint in the database that it describes."""
    database.query(
        name,
        f"""
        INSERT INTO ir_config_parameter (key, value)
             VALUES ('{FINGERPRINT}', '{json.dumps(wanted)}')
        ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
        """,
    )


def test_databases() -> list[str]:
    """Return the databases that tests of this checkout have left."""
    sql = f"SELECT datname FROM pg_database WHERE starts_with(datname, '{PREFIX}')"
    return database.query("postgres", sql).splitlines()


def installed(name: str) -> set[str]:
    """Return the addons that are installed in database `name`."""
    sql = "SELECT name FROM ir_module_module WHERE state = 'installed'"
    return set(database.query(name, sql).splitlines())
