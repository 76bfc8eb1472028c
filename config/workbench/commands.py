"""What `config/thuduc` can do; the Makefile is a list of these."""

import os
from concurrent.futures import ThreadPoolExecutor

from . import database, odoo, places, postgres, source, system, venv
from .shell import only_one

TEMPLATE = "tpl_thuduc"
TEMPLATE_ADDONS = "base,mail,web,calendar,resource,spreadsheet_dashboard"


def setup() -> None:
    """fetch Odoo, its Python packages and a database server, whatever is missing"""
    with only_one("setup"):
        system.install_packages()
        with ThreadPoolExecutor(2) as pool:
            home = pool.submit(source.odoo_home)
            packages = pool.submit(venv.ensure)
            packages.result()
            venv.link_odoo(home.result())
        postgres.ensure()
        for folder in (places.DATA, places.LOGS, places.RUN):
            folder.mkdir(parents=True, exist_ok=True)


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
        print(f"export {name}={value}")


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


def create_template() -> int:
    """build tpl_thuduc: the standard addons and Vietnamese, to be copied"""
    building = f"{TEMPLATE}_new"
    create_database(building)
    status = odoo.call(
        *("-d", building, "-i", TEMPLATE_ADDONS, "--load-language=vi_VN,en_US"),
        *("--stop-after-init", "--no-http", "--log-level=warn"),
    )
    if not status:
        database.drop(TEMPLATE)
        database.rename(building, TEMPLATE)
    return status


ALL = {
    "setup": setup,
    "odoo": run_odoo,
    "python": run_python,
    "pytest": run_pytest,
    "environment": print_environment,
    "createdb": create_database,
    "dropdb": drop_database,
    "template": create_template,
}
