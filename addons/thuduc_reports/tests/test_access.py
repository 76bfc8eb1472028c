from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .common import ReportsCase

ANALYSES = ("case", "sanction", "deadline")


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestAccess(ReportsCase):
    """Nobody counts what he may not open."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        started = [("FI_ACCEPTED", "2026-03-02"), ("FI_NOTICE_RECEIVED", "2026-03-04")]
        found = [("minutes", "2026-05-25")]
        elsewhere = {"agency": cls.other_unit, "user": cls.other_officer}
        secret = {"confidential": True}
        cls.files = {}
        for place, where in (("own", {}), ("other", elsewhere)):
            for secrecy, how in (("", {}), ("_secret", secret)):
                cls.files[f"case_{place}{secrecy}"] = cls._lawsuit(
                    events=started, **where, **how
                )
                cls.files[f"sanction_{place}{secrecy}"] = cls._sanction(
                    events=found, **where, **how
                )
        cls.dossiers = cls.env["thuduc.dossier"].union(
            *(file.dossier_id for file in cls.files.values())
        )

    def visible(self, user, kind):
        """Names of the files that ``user`` sees in that analysis."""
        rows = self.env[f"thuduc.{kind}.analysis"].with_user(user)
        seen = rows.search([("dossier_id", "in", self.dossiers.ids)]).dossier_id.ids
        return {name for name, file in self.files.items() if file.dossier_id.id in seen}

    def named(self, *places):
        return {f"{kind}_{place}" for kind in ("case", "sanction") for place in places}

    def test_each_role_counts_what_it_may_open(self):
        everything = self.named("own", "own_secret", "other", "other_secret")
        table = {
            self.officer: self.named("own", "own_secret"),
            self.colleague: self.named("own"),
            self.other_officer: self.named("other", "other_secret"),
            self.head: self.named("own", "own_secret"),
            self.other_head: self.named("other", "other_secret"),
            self.legal: self.named("own") | {"case_other"},
            self.leader: everything,
            self.clerk: self.named("own"),
            self.auditor: self.named("own", "other"),
            self.manager: everything,
        }
        for user, expected in table.items():
            for kind in ANALYSES:
                with self.subTest(role=user.login, analysis=kind):
                    wanted = {
                        name
                        for name in expected
                        if kind == "deadline" or name.startswith(kind)
                    }
                    self.assertEqual(self.visible(user, kind), wanted)

    def test_the_scope_is_that_of_the_dossier(self):
        """Whatever the rules of the dossier say, these say the same."""
        self.files["case_other_secret"].reader_ids = [Command.link(self.colleague.id)]
        for user in (
            self.officer | self.colleague | self.other_officer | self.head | self.legal
        ) | (self.leader | self.clerk | self.auditor | self.manager | self.other_head):
            dossiers = self.env["thuduc.dossier"].with_user(user)
            may_open = dossiers.search([("id", "in", self.dossiers.ids)])
            expected = {
                name
                for name, file in self.files.items()
                if file.dossier_id.id in may_open.ids
            }
            with self.subTest(role=user.login):
                self.assertEqual(self.visible(user, "deadline"), expected)
                self.assertEqual(
                    self.visible(user, "case") | self.visible(user, "sanction"),
                    expected,
                )

    def test_a_hidden_row_cannot_be_read_by_its_number(self):
        hidden = self.files["sanction_own_secret"]
        row = self.row(hidden, "sanction")
        self.assertTrue(row.with_user(self.officer).read(["fine_imposed"]))
        with self.assertRaises(AccessError):
            row.with_user(self.colleague).read(["fine_imposed"])

    def test_totals_leave_out_what_is_hidden(self):
        rows = self.env["thuduc.case.analysis"].with_user(self.colleague)
        [[count]] = rows._read_group(
            [("dossier_id", "in", self.dossiers.ids)], [], ["__count"]
        )
        self.assertEqual(count, 1)

    def test_an_outsider_counts_nothing(self):
        outsider = self._user("officer", login="t_outsider")
        outsider.group_ids = [Command.set([self.env.ref("base.group_user").id])]
        for kind in ANALYSES:
            with self.subTest(analysis=kind), self.assertRaises(AccessError):
                self.env[f"thuduc.{kind}.analysis"].with_user(outsider).search([])

    def test_nobody_writes(self):
        for kind in ANALYSES:
            rows = self.env[f"thuduc.{kind}.analysis"].with_user(self.manager)
            for operation in ("write", "create", "unlink"):
                with self.subTest(analysis=kind, operation=operation):
                    self.assertFalse(rows.has_access(operation))

    def test_only_managers_move_the_reporting_year(self):
        year = self.env["thuduc.reporting.year"]._by_code("sanctions")
        self.assertFalse(year.with_user(self.leader).has_access("write"))
        self.assertTrue(year.with_user(self.manager).has_access("write"))
