"""What `config/thuduc` can do; the Makefile is a list of these."""

import os
from concurrent.futures import ThreadPoolExecutor

from . import (
    bench,
    database,
    demo,
    layout,
    odoo,
    places,
    postgres,
    source,
    system,
    testbed,
    testing,
    venv,
)
from .progress import StepFailed, say
from .shell import only_one


def setup() -> None:
    """fetch Odoo, its Python packages and a database server, whatever is missing"""
    places.make_rooms()
    with only_one("setup"):
        system.install_packages()
        with ThreadPoolExecutor(2) as pool:
            home = pool.submit(source.odoo_home)
            packages = pool.submit(venv.ensure)
            packages.result()
            venv.link_odoo(home.result())
        postgres.ensure()


def run() -> None:
    """start the demo (DB=thuduc PORT=8069), installing or updating it first"""
    setup()
    demo.run()


def stop() -> None:
    """stop the demo server of DB, and the database server if nobody else uses it"""
    demo.Server.from_environment().stop()
    if postgres.is_own() and postgres.is_idle():
        postgres.stop()
    say("  stopped")


def test(*specs: str) -> int:
    """[SPEC…]: run every test, or those that Odoo's --test-tags would select"""
    setup()
    tally = testing.run_some(*specs) if specs else testing.run_all()
    return tally.conclude()


def run_lint() -> int:
    """check the style of code, views and translations"""
    setup()
    testbed.ensure_template()
    return testing.run_lint().conclude()


def run_format() -> None:
    """lay out Python and XML as the checks want them"""
    setup()
    layout.format_all()


def run_bench(*names: str) -> int:
    """[NAME…]: measure against the limits of tests/bench, on a copy of DB"""
    name = _existing_demo()
    # PostgreSQL copies no database that somebody uses.
    demo.Server.from_environment().stop()
    return bench.run_all(name, names).conclude()


def clean() -> None:
    """drop the demo and test databases; downloads stay in the cache"""
    server = demo.Server.from_environment()
    server.stop()
    postgres.ensure()
    for name in (server.database, *testbed.test_databases()):
        database.drop(name)
    say("  removed the databases of the demo and of the tests")


def shell() -> None:
    """an Odoo shell on DB, reading a script from standard input if there is one"""
    run_odoo("shell", "-d", _existing_demo(), "--no-http", "--log-level=warn")


def import_demo() -> None:
    """run config/scripts/demo_import.py on DB: a large set of demo dossiers"""
    script = places.CONFIG / "scripts" / "demo_import.py"
    testbed.run_script(_existing_demo(), script, "demo-import")


def run_odoo(*arguments: str) -> None:
    """Odoo itself with this project's configuration; all options are Odoo's"""
    postgres.ensure()
    odoo.become(*arguments)


def run_python(*arguments: str) -> None:
    """the Python that has Odoo, with the database's environment"""
    postgres.ensure()
    python = str(venv.python())
    os.execvpe(python, [python, *arguments], odoo.environment())


def run_pytest(*arguments: str) -> None:
    """pytest with Odoo's options set; add --odoo-database=DB, for tours --odoo-http"""
    run_python(
        *("-m", "pytest", f"--odoo-config={odoo.CONFIGURATION}"),
        f"--odoo-addons-path={places.ADDONS}",
        *("--odoo-extra", f"data-dir={places.DATA}"),
        *arguments,
    )


def print_environment() -> None:
    """print the variables by which psql and others find the database server"""
    for name, value in postgres.environment().items():
        say(f"export {name}={value}")


def create_database(name: str, template: str = "") -> None:
    """NAME [TEMPLATE]: a new database, empty or a copy"""
    postgres.ensure()
    database.drop(name)
    if template:
        database.copy(template, name)
    else:
        database.create(name)


def drop_database(name: str) -> None:
    """NAME: drop a database and its files"""
    database.drop(name)


def create_template() -> None:
    """build tpl_thuduc: the standard addons and Vietnamese, to be copied"""
    postgres.ensure()
    testbed.ensure_template()


def _existing_demo() -> str:
    postgres.ensure()
    name = demo.Server.from_environment().database
    if not database.exists(name):
        raise StepFailed(f"there is no database {name}", "create it: make run")
    return name


ALL = {
    "setup": setup,
    "run": run,
    "test": test,
    "lint": run_lint,
    "format": run_format,
    "bench": run_bench,
    "stop": stop,
    "clean": clean,
    "shell": shell,
    "demo-import": import_demo,
    "odoo": run_odoo,
    "python": run_python,
    "pytest": run_pytest,
    "environment": print_environment,
    "createdb": create_database,
    "dropdb": drop_database,
    "template": create_template,
}
