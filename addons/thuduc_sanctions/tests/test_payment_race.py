import threading
from contextlib import contextmanager
from functools import partial

from odoo import SUPERUSER_ID, api
from odoo.fields import Command
from odoo.modules.registry import DummyRLock, Registry
from odoo.service.model import retrying
from odoo.tests import BaseCase, tagged
from odoo.tests.common import get_db_name
from odoo.tools import SQL, mute_logger


@tagged("post_install", "-at_install")
class TestPaymentRace(BaseCase):
    """Two desks book the two halves of one fine at the same moment.

    Each works in a real transaction; what they committed is removed afterwards.
    """

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        # Whoever runs the tests holds this lock; the desks' threads need it, too.
        self.patch(Registry, "_lock", DummyRLock())
        self._clean_up()
        self.addCleanup(self._clean_up)
        with self._env() as env:
            self.sanction_id = self._served(env).id

    @contextmanager
    def _env(self):
        with self.registry.cursor() as cursor:
            yield api.Environment(cursor, SUPERUSER_ID, {"tracking_disable": True})

    def _served(self, env):
        agency = env["thuduc.agency"].create({"name": "UBND", "code": "T-PAY-RACE"})
        sanction = env["thuduc.sanction"].create(
            {
                "title": "T-PAY-RACE",
                "agency_id": agency.id,
                "party_ids": [Command.create({"role": "violator", "name": "Thử"})],
            }
        )
        env["thuduc.sanction.act"].create(
            {
                "sanction_id": sanction.id,
                "violation_type_id": env.ref("thuduc_sanctions.violation_b089").id,
            }
        )
        for code, date in (
            ("detected", "2026-10-05"),
            ("minutes", "2026-10-05"),
            ("decision_issued", "2026-10-09"),
            ("served", "2026-10-12"),
        ):
            sanction.record_event(code, date)
        return sanction

    def _clean_up(self):
        """No right of the product deletes a file in which something happened."""
        with self._env() as env:
            agencies = env["thuduc.agency"].search([("code", "=", "T-PAY-RACE")])
            dossiers = env["thuduc.dossier"].search([("agency_id", "in", agencies.ids)])
            if dossiers:
                sanctions = dossiers.sanction_ids
                sanctions.activity_ids.unlink()
                sanctions.message_ids.unlink()
                env.flush_all()
                for table, column in (
                    ("thuduc_sanction_payment", "dossier_id"),
                    ("thuduc_deadline", "dossier_id"),
                    ("thuduc_sanction_act", "dossier_id"),
                ):
                    self._delete(env, table, column, dossiers)
                env.execute_query(
                    SQL(
                        "UPDATE thuduc_proceeding SET opening_event_id = NULL "
                        "WHERE dossier_id IN %s",
                        tuple(dossiers.ids),
                    )
                )
                for table in ("thuduc_event", "thuduc_dossier"):
                    column = "id" if table == "thuduc_dossier" else "dossier_id"
                    self._delete(env, table, column, dossiers)
                env.invalidate_all(flush=False)
            agencies.unlink()

    def _delete(self, env, table, column, dossiers):
        env.execute_query(
            SQL(
                "DELETE FROM %s WHERE %s IN %s",
                SQL.identifier(table),
                SQL.identifier(column),
                tuple(dossiers.ids),
            )
        )

    def test_two_halves_at_once_pay_the_fine(self):
        both_ready = threading.Barrier(2)
        failures = []

        def book(env, desk, wait):
            sanction = env["thuduc.sanction"].browse(self.sanction_id)
            self.assertLess(sanction.paid_amount, 1_500_000)  # the snapshot is taken
            wait()
            env["thuduc.sanction.payment"].create(
                {
                    "sanction_id": sanction.id,
                    "amount": 750_000,
                    "date": "2026-10-15",
                    "receipt_number": f"BL-{desk}",
                }
            )

        def work(desk):
            waits = iter([partial(both_ready.wait, 60)])
            try:
                with self._env() as env:
                    retrying(
                        partial(book, env, desk, lambda: next(waits, lambda: None)()),
                        env,
                    )
            except Exception as failure:  # noqa: BLE001 the test tells whatever it is
                failures.append(failure)
                both_ready.abort()

        threads = [threading.Thread(target=work, args=(desk,)) for desk in range(2)]
        with mute_logger("odoo.sql_db"):
            for thread in threads:
                thread.dbname = get_db_name()
                thread.start()
            for thread in threads:
                thread.join(timeout=60)
        self.assertEqual(failures, [])
        with self._env() as env:
            sanction = env["thuduc.sanction"].browse(self.sanction_id)
            self.assertEqual(sanction.paid_amount, 1_500_000)
            self.assertEqual(sanction.payment_state, "paid")
            paid = sanction.event_ids.filtered(lambda e: e.code == "fine_paid")
            self.assertEqual(len(paid), 1)
            self.assertEqual(len(sanction.payment_ids), 2)
