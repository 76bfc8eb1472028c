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

    def test_an_official_may_not_represent(self):
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

    def test_one_representative_at_a_time(self):
        first = self.authorize()
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self.authorize(date_from="2026-02-10")
        first.write({"date_revoked": "2026-02-09", "revoked_reason": "Nghỉ hưu"})
        second = self.authorize(date_from="2026-02-10")
        self.assertFalse(first.is_active)
        self.assertTrue(second.is_active)

    def test_a_deputy_who_left_office_is_told(self):
        """Article 60.4: the representation ends with the office."""
        self.authorize()
        self.assertFalse(self.lawsuit.representation_warning)
        self.ward.deputy_ids = False
        self.env.invalidate_all()
        self.assertIn("Phó Chủ tịch Thử", self.lawsuit.representation_warning)

    def test_no_end_before_the_beginning(self):
        with self.assertRaises(ValidationError):
            self.authorize(date_to="2026-01-04")
