from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestCaseRelated(CaseCase):
    """Connected, joined and severed lawsuits: Article 35 LTTHC."""

    def sued(self, plaintiff, number="10/QĐ-UBND", docket=None, **values):
        return self.case(
            ("FI_ACCEPTED", "2026-01-05", {"document_number": docket}),
            ("FI_NOTICE_RECEIVED", "2026-01-08"),
            party_ids=[(0, 0, {"role": "plaintiff", "name": plaintiff})],
            object_ids=[(0, 0, {"number": number, "issuer_id": self.ward.id})],
            **values,
        )

    def test_the_same_decision_and_project_are_suggested(self):
        first = self.sued("An", project="Đường Vành đai 3")
        second = self.sued("Bình", number="10/qđ-ubnd")
        third = self.sued("Cường", number="99/QĐ-UBND", project="đường vành đai 3")
        self.sued("Dung", number="100/QĐ-UBND")
        self.assertEqual(first.suggested_case_ids, second | third)
        first.action_link_suggested()
        self.assertFalse(first.suggested_case_ids)
        reasons = {link.other_case_id: link.reason for link in first.link_ids}
        self.assertEqual(reasons, {second: "decision", third: "project"})

    def test_a_link_is_seen_from_both_sides(self):
        first, second = self.sued("An"), self.sued("Bình", number="2/QĐ-UBND")
        link = (
            self.env["thuduc.case.link"]
            .with_user(self.officer)
            .create({"case_id": first.id, "other_case_id": second.id})
        )
        self.assertEqual(second.link_ids.other_case_id, first)
        self.assertEqual(link.other_stage_id.code, "F10")
        link.unlink()
        self.assertFalse(second.link_ids)

    def test_a_confidential_file_is_not_named_elsewhere(self):
        first, second = self.sued("An"), self.sued("Bình", number="2/QĐ-UBND")
        first.confidential = True
        self.env["thuduc.case.link"].create(
            {"case_id": first.id, "other_case_id": second.id}
        )
        self.assertFalse(second.link_ids)

    def test_a_joined_lawsuit_ends_and_goes_on_in_the_other(self):
        """Article 35.1"""
        kept, joined = self.sued("An"), self.sued("Bình", number="2/QĐ-UBND")
        wizard = (
            self.env["thuduc.case.join"]
            .with_user(self.officer)
            .create(
                {
                    "case_id": joined.id,
                    "into_id": kept.id,
                    "date": "2026-02-10",
                    "document_number": "5/2026/QĐ-NVA",
                }
            )
        )
        wizard.action_join()
        self.assertEqual(joined.state, "closed")
        self.assertEqual(joined.merged_into_id, kept)
        self.assertEqual(kept.joined_case_ids, joined)
        self.assertEqual(kept.stage_id.code, "F10")
        self.assertEqual(kept.plaintiff_names, "An, Bình")
        self.assertEqual(
            set(kept.object_ids.mapped("number")), {"10/QĐ-UBND", "2/QĐ-UBND"}
        )
        self.assertFalse(
            joined.deadline_ids.filtered(lambda d: d.state in ("running", "overdue"))
        )
        self.events(joined, "FI_JOINED_INTO").withdraw("Nhập nhầm")
        self.assertEqual(joined.state, "open")
        self.assertFalse(joined.merged_into_id)
        self.assertFalse(self.events(kept, "FI_JOINED"))

    def test_a_severed_part_is_a_lawsuit_of_its_own(self):
        """Article 35.2"""
        case = self.sued("An", docket="7/2026/TLST-HC")
        leaving = self.env["thuduc.party"].create(
            {"dossier_id": case.dossier_id.id, "role": "plaintiff", "name": "Bình"}
        )
        wizard = (
            self.env["thuduc.case.sever"]
            .with_user(self.officer)
            .create(
                {
                    "case_id": case.id,
                    "party_ids": leaving.ids,
                    "date": "2026-02-10",
                    "docket_no": "8/2026/TLST-HC",
                }
            )
        )
        severed = self.env["thuduc.case"].browse(wizard.action_sever()["res_id"])
        self.assertEqual(severed.parent_case_id, case)
        self.assertEqual(severed.plaintiff_names, "Bình")
        self.assertEqual(severed.object_ids.number, "10/QĐ-UBND")
        self.assertEqual(
            (severed.docket_no, severed.stage_id.code[:1]), ("8/2026/TLST-HC", "F")
        )
        self.assertEqual(leaving.status, "severed")
        self.assertEqual(case.stage_id.code, "F10")
        self.assertEqual(case._creditor_names(), "An")
        self.events(case, "FI_SEVERED").withdraw("Nhập nhầm")
        self.assertEqual(leaving.status, "in")
        self.assertFalse(severed.parent_case_id)

    def test_not_all_plaintiffs_leave(self):
        case = self.sued("An")
        wizard = self.env["thuduc.case.sever"].create(
            {"case_id": case.id, "party_ids": case.party_ids.ids}
        )
        with self.assertRaises(UserError):
            wizard.action_sever()

    def test_nothing_happens_in_a_joined_lawsuit(self):
        kept, joined = self.sued("An"), self.sued("Bình", number="2/QĐ-UBND")
        joined._join_to(kept, "2026-02-10")
        with self.assertRaises(DocketContradiction):
            joined.record_event("FI_TRIAL_DECISION", "2026-02-12")
