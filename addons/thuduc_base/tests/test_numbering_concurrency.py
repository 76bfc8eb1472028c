import threading
from contextlib import contextmanager
from datetime import date
from functools import partial

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import DummyRLock, Registry
from odoo.service.model import retrying
from odoo.tests import BaseCase, tagged
from odoo.tests.common import get_db_name
from odoo.tools import mute_logger

CLERKS = 8
PAPERS = 10
TOTAL = CLERKS * PAPERS


class GivenUp(Exception):
    """The clerk's transaction ends without a paper."""


@tagged("post_install", "-at_install")
class TestNumberingConcurrency(BaseCase):
    """Clerks who issue at the same moment, each in a real transaction.

    The records are committed, since only then others see them, and removed afterwards.
    """

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        # Whoever runs the tests holds this lock; the clerks' threads need it, too.
        self.patch(Registry, "_lock", DummyRLock())
        self._clean_up()
        self.addCleanup(self._clean_up)
        with self._env() as env:
            agency = env["thuduc.agency"].create({"name": "UBND", "code": "T-RACE"})
            register = env["thuduc.register"].create(
                {
                    "name": "Sổ",
                    "code": "T-RACE",
                    "agency_id": agency.id,
                    "direction": "in",
                }
            )
            self.register_id = register.id
            papers = env["thuduc.document"].create(
                [
                    {
                        "direction": "in",
                        "subject": f"T-RACE {number}",
                        "sender_name": "Tòa án",
                        "sender_number": str(number),
                        "agency_id": agency.id,
                        "register_id": self.register_id,
                    }
                    for number in range(TOTAL)
                ]
            )
            self.paper_ids = papers.ids

    def _clean_up(self):
        with self._env() as env:
            papers = env["thuduc.document"].search([("subject", "=like", "T-RACE %")])
            # Nobody may delete issued papers; those of a test are taken back first.
            papers._stamp({"state": "draft", "number": 0})
            papers.unlink()
            agencies = env["thuduc.agency"].search([("code", "=", "T-RACE")])
            env["thuduc.register"].search([("agency_id", "in", agencies.ids)]).unlink()
            agencies.unlink()

    @contextmanager
    def _env(self):
        with self.registry.cursor() as cursor:
            yield api.Environment(cursor, SUPERUSER_ID, {})

    def _numbers(self):
        with self._env() as env:
            papers = env["thuduc.document"].browse(self.paper_ids)
            return sorted(papers.filtered("number").mapped("number"))

    def _race(self, work):
        """Let every clerk run ``work(clerk, ready)``; return what went wrong."""
        ready = threading.Barrier(CLERKS)
        failures = []

        def run(clerk):
            try:
                work(clerk, ready)
            except Exception as failure:  # noqa: BLE001 the test tells whatever it is
                failures.append(failure)
                ready.abort()

        threads = [threading.Thread(target=run, args=(n,)) for n in range(CLERKS)]
        for thread in threads:
            # Odoo's cursors and logs ask the thread for its database.
            thread.dbname = get_db_name()
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        return failures

    def _papers_of(self, clerk):
        return self.paper_ids[clerk * PAPERS : (clerk + 1) * PAPERS]

    def test_simultaneous_issues_leave_no_gap_and_no_double(self):
        """Without any retry: whoever comes second waits."""

        def work(clerk, ready):
            for paper_id in self._papers_of(clerk):
                with self._env() as env:
                    paper = env["thuduc.document"].browse(paper_id)
                    self.assertEqual(paper.state, "draft")  # the snapshot is taken
                    ready.wait(60)
                    paper.action_issue()

        self.assertEqual(self._race(work), [])
        self.assertEqual(self._numbers(), list(range(1, TOTAL + 1)))

    def test_given_up_issues_leave_no_gap(self):
        """Every third issue is rolled back after the number was taken."""

        def work(clerk, ready):
            for rank, paper_id in enumerate(self._papers_of(clerk)):
                try:
                    with self._env() as env:
                        paper = env["thuduc.document"].browse(paper_id)
                        self.assertEqual(paper.state, "draft")
                        ready.wait(60)
                        paper.action_issue()
                        if rank % 3 == 2:
                            raise GivenUp
                except GivenUp:
                    continue

        self.assertEqual(self._race(work), [])
        kept = CLERKS * sum(rank % 3 != 2 for rank in range(PAPERS))
        self.assertEqual(self._numbers(), list(range(1, kept + 1)))

    def test_batches_of_two_registers_do_not_wait_for_each_other(self):
        with self._env() as env:
            register = env["thuduc.register"].browse(self.register_id)
            other = register.copy({"code": "T-RACE-2"})
            papers = env["thuduc.document"].browse(self.paper_ids)
            for rank, paper in enumerate(papers):
                if rank % 2:
                    paper.register_id = other

        def work(clerk, ready):
            paper_ids = self._papers_of(clerk)
            with self._env() as env:
                # half of the clerks come from the other end
                ids = paper_ids if clerk % 2 else paper_ids[::-1]
                papers = env["thuduc.document"].browse(ids)
                self.assertEqual(set(papers.mapped("state")), {"draft"})
                ready.wait(60)
                papers.action_issue()

        self.assertEqual(self._race(work), [])
        half = list(range(1, TOTAL // 2 + 1))
        self.assertEqual(self._numbers(), sorted(half * 2))

    def test_one_paper_issued_twice_takes_one_number(self):
        """A double click: the second is retried by Odoo and told that it is done."""

        def issue(env, ready):
            paper = env["thuduc.document"].browse(self.paper_ids[0])
            if paper.state == "draft":
                ready()
                paper.action_issue()

        def work(clerk, ready):
            if clerk > 1:
                return
            waits = iter([partial(pair.wait, 60)])
            with self._env() as env:
                retrying(partial(issue, env, lambda: next(waits, lambda: None)()), env)

        pair = threading.Barrier(2)
        with mute_logger("odoo.sql_db"):
            self.assertEqual(self._race(work), [])
        self.assertEqual(self._numbers(), [1])

    def test_numbers_of_a_day_keep_the_order_of_the_dates(self):
        """The date of a number that was committed meanwhile is seen, too."""
        with self._env() as env, self._env() as meanwhile:
            paper = env["thuduc.document"].browse(self.paper_ids[0])
            today = date.today()
            register = paper.register_id
            self.assertEqual(register._last_taken(today.year), (0, None))
            other = meanwhile["thuduc.document"].browse(self.paper_ids[1])
            other.action_issue()
            meanwhile.cr.commit()
            self.assertEqual(register._last_taken(today.year), (0, None))
            self.assertEqual(register._last_taken_now(today.year), (1, other.date))
