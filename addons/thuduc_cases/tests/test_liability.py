from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time, tagged

from .enforcement_case import EnforcementCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestLiability(EnforcementCase):
    """Who answers for a judgment not performed is for few eyes (Articles 314, 325)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.head = cls._user("head")
        cls.clerk = cls._user("clerk")
        cls.auditor = cls._user("auditor")

    def liability(self, **values):
        case = self.forced()
        return self.env["thuduc.case.liability"].create(
            {
                "enforcement_id": case.enforcement_ids.id,
                "person_name": "Nguyễn Văn Trưởng",
                "post": "Trưởng phòng",
                **values,
            }
        )

    def test_edge_28_few_may_read_it(self):
        liability = self.liability()
        for user in (self.head, self.leader, self.legal):
            self.assertTrue(liability.with_user(user).has_access("read"), user.login)
        for user in (self.officer, self.clerk, self.auditor, self.outsider):
            with self.assertRaises(AccessError):
                liability.with_user(user).read(["person_name"])

    def test_edge_28_the_officer_does_not_see_it_in_the_file(self):
        enforcement = self.liability().enforcement_id
        with self.assertRaises(AccessError):
            enforcement.with_user(self.officer).read(["liability_ids"])
        case = enforcement.case_id
        with self.assertRaises(AccessError):
            case.with_user(self.officer).read(["liability_ids"])
        self.assertTrue(case.with_user(self.head).liability_ids)
        arch = case.with_user(self.officer).get_view(view_type="form")["arch"]
        self.assertNotIn("liability_ids", arch)

    def test_edge_28_legal_advisers_read_heads_write(self):
        liability = self.liability()
        liability.with_user(self.head).state = "reviewing"
        with self.assertRaises(AccessError):
            liability.with_user(self.legal).state = "decided"

    def test_a_decision_has_form_number_and_date(self):
        """Decree 71/2016/NĐ-CP Articles 20 to 26."""
        liability = self.liability()
        self.assertEqual(liability.case_id, liability.enforcement_id.case_id)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            liability.state = "decided"
        liability.write(
            {
                "state": "decided",
                "form": "reprimand",
                "decision_number": "12/QĐ-KL",
                "decision_date": "2026-09-01",
            }
        )
        self.assertEqual(liability.state, "decided")
