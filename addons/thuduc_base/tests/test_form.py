from datetime import date

from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .paper_case import PaperCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-05 03:00:00")
class TestForm(PaperCase):
    """Official forms change; an old file prints its old form."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        forms = cls.env["thuduc.form"]
        cls.old = forms.create({"code": "T-V", "name": "Cũ", "date_to": "2025-06-30"})
        cls.new = forms.create(
            {"code": "T-V", "name": "Mới", "date_from": "2025-07-01"}
        )

    def test_version_in_force_that_day(self):
        forms = self.env["thuduc.form"]
        self.assertEqual(forms._for("T-V", date(2025, 6, 30)), self.old)
        self.assertEqual(forms._for("T-V", date(2025, 7, 1)), self.new)
        self.assertFalse(forms._for("T-NONE", date(2025, 7, 1)))

    def test_two_versions_never_overlap(self):
        with self.assertRaises(ValidationError):
            self.old.date_to = "2025-07-01"
        with self.assertRaises(ValidationError):
            self.env["thuduc.form"].create({"code": "T-V", "name": "Ba"})

    def test_paper_takes_over_what_its_form_says(self):
        self.form.write({"direction": "internal", "capacity": "collective"})
        paper = self.paper()
        self.assertRecordValues(
            paper,
            [
                {
                    "direction": "internal",
                    "capacity": "collective",
                    "signer_title": "Chủ tịch",
                    "recipients": "- Như Điều 3;\n- Lưu: VT.",
                }
            ],
        )

    def test_deputy_signs_for_the_head(self):
        self.ward.deputy_ids = self.head
        paper = self.paper(signer_id=self.head.id)
        self.assertRecordValues(
            paper, [{"capacity": "deputy", "signer_title": "Phó Chủ tịch"}]
        )

    def test_papers_go_out_in_the_name_of_the_committee(self):
        """The unit drafts, its committee issues."""
        self.assertEqual(self.dossier.agency_id, self.unit)
        self.assertEqual(self.paper().agency_id, self.ward)
