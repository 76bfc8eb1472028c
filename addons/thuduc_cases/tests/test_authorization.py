from odoo import fields
from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestAuthorization(CaseCase):
    """Who may act for the agency: Articles 60, 61 and 205 LTTHC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lawsuit = cls.case(cls)

    def authorize(self, **values):
        return self.env["thuduc.case.authorization"].create(
            {
                "case_id": self.lawsuit.id,
                "attorney_id": self.deputy.id,
                "date_from": "2026-01-05",
                **values,
            }
        )

    def test_a_deputy_represents_for_the_whole_case(self):
        """Article 60.3"""
        paper = self.authorize()
        self.assertEqual(paper.principal_id, self.ward)
        self.assertEqual(paper.attorney_name, "Phó Chủ tịch Thử")
        self.assertTrue(paper.is_active)

    def test_validation_02_an_official_may_not_represent(self):
        """Article 60.3: only a deputy."""
        with self.assertRaises(ValidationError):
            self.authorize(attorney_id=self.officer.id)

    def test_not_for_a_part_of_the_case(self):
        """Article 60.3: for the whole case."""
        with self.assertRaises(ValidationError):
            self.authorize(is_whole_case=False)

    def test_an_official_may_defend_rights_and_interests(self):
        """Article 61: a specialised official may be counsel."""
        paper = self.authorize(kind="counsel", attorney_id=self.officer.id)
        self.assertTrue(paper.is_active)

    def test_barred_officials_neither_represent_nor_defend(self):
        """Articles 60.7 and 61: inspectors, courts, procuracy, police…"""
        for office in ("inspectorate", "enforcement", "court", "procuracy", "police"):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self.authorize(kind="counsel", office=office)

    def test_signing_an_appeal_needs_a_certified_paper(self):
        """Article 205.6: certified, and naming the judgment."""
        for values in ({}, {"is_certified": True}, {"judgment_number": "1/2026/HC-ST"}):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self.authorize(kind="appeal", **values)
        self.authorize(kind="appeal", is_certified=True, judgment_number="1/2026/HC-ST")

    def test_validation_03_one_representative_at_a_time(self):
        first = self.authorize()
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self.authorize(date_from="2026-02-10")
        first.write({"date_revoked": "2026-02-09", "revoked_reason": "Nghỉ hưu"})
        second = self.authorize(date_from="2026-02-10")
        self.assertFalse(first.is_active)
        self.assertTrue(second.is_active)

    def test_validation_02_a_deputy_who_left_office(self):
        """Article 60.4: the representation ends with the office; the officer is told
        and gives a new one in one dialog."""
        paper = self.authorize()
        self.assertFalse(self.lawsuit.representation_warning)
        other = self._user("leader", login="t_other_deputy", name="Phó Khác")
        self.ward.deputy_ids = other
        self.assertEqual(str(paper.date_revoked), "2026-03-02")
        self.assertTrue(paper.revoked_reason)
        self.assertFalse(paper.is_active)
        self.assertIn("Phó Chủ tịch Thử", self.lawsuit.representation_warning)
        self.assertEqual(self.lawsuit.activity_ids.user_id, self.officer)
        day = fields.Date.to_date("2026-03-02")
        self.assertEqual(self.lawsuit._representative_on(day), self.leader)
        self.assertTrue(self.lawsuit._lacks_representative_on(day))
        action = self.lawsuit.with_user(self.officer).action_renew_authorization()
        wizard = (
            self.env[action["res_model"]]
            .with_user(self.officer)
            .with_context(**action["context"])
            .create({})
        )
        self.assertEqual(wizard.attorney_id, other)
        wizard.action_renew()
        self.lawsuit.invalidate_recordset(["activity_ids"])
        self.assertFalse(self.lawsuit.representation_warning)
        self.assertFalse(self.lawsuit.activity_ids)
        self.assertEqual(self.lawsuit._representative_on(day).attorney_id, other)

    def test_a_deputy_who_stays_keeps_his_power(self):
        paper = self.authorize()
        self.ward.deputy_ids += self._user("leader", login="t_other", name="Khác")
        self.assertTrue(paper.is_active)
        self.assertFalse(self.lawsuit.activity_ids)

    def test_a_paper_of_the_past_tells_its_own_post(self):
        """At the signing he was a deputy; today's list says nothing about it."""
        past = {
            "attorney_id": self.officer.id,
            "date_from": "2024-01-05",
            "date_to": "2024-12-31",
        }
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self.authorize(**past)
        self.assertFalse(self.authorize(**past, position="Phó Chủ tịch").is_active)

    def test_the_register_finds_what_is_in_force(self):
        current = self.authorize(date_to="2026-03-02")
        self.authorize(
            date_from="2025-01-05", date_to="2026-01-01", position="Phó Chủ tịch"
        )
        found = self.env["thuduc.case.authorization"].search(
            [("is_active", "=", True), ("case_id", "=", self.lawsuit.id)]
        )
        self.assertEqual(found, current)
        self.assertFalse(
            self.env["thuduc.case.authorization"].search(
                [("needs_renewal", "=", True), ("case_id", "=", self.lawsuit.id)]
            )
        )

    def test_no_end_before_the_beginning(self):
        with self.assertRaises(ValidationError):
            self.authorize(date_to="2026-01-04")
