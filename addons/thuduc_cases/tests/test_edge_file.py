from psycopg2.errors import UniqueViolation

from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestEdgeFile(CaseCase):
    """Edge cases of practice around the file: parties, defendant, courts."""

    def accepted(self, *happened, **values):
        return self.case(
            ("FI_ACCEPTED", "2026-04-01"),
            ("FI_NOTICE_RECEIVED", "2026-04-06"),
            *happened,
            **values,
        )

    def agency(self, name, **values):
        return self.env["thuduc.agency"].create(
            {"name": name, "code": f"T-{name}", "kind": "commune", **values}
        )

    def succession(self, case, agency, **values):
        return self.env["thuduc.case.succession"].create(
            {"case_id": case.id, "new_agency_id": agency.id, **values}
        )

    def test_edge_01_many_plaintiffs_one_decision(self):
        """Articles 35.1, 143.1.b: some withdraw, some stay, the case goes on."""
        case = self.accepted(
            party_ids=[
                Command.create({"role": "plaintiff", "name": f"Người {n}"})
                for n in range(60)
            ]
        )
        plaintiffs = case.party_ids
        case._record_party_change("PARTY_WITHDREW", plaintiffs[:12], "2026-05-04")
        case._record_party_change(
            "PARTY_TERMINATED",
            plaintiffs[:12],
            "2026-05-11",
            document_number="9/2026/QĐST-HC",
        )
        self.assertEqual(set(plaintiffs[:12].mapped("status")), {"terminated"})
        self.assertEqual(set(plaintiffs[12:].mapped("status")), {"in"})
        self.assertEqual(case.stage_id.code, "F10")
        self.assertEqual(self.due(case, "FI-10"), "2026-08-03")
        case.record_event("FI_OPINION_SENT", "2026-05-12")
        self.assertEqual(case.stage_id.code, "F20")

    def test_edge_03_complaint_and_lawsuit_at_once(self):
        """Article 33: the court is chosen, the complaint file is handed over."""
        case = self.accepted()
        case.record_event(
            "FI_COMPLAINT_CHOICE",
            "2026-05-25",
            outcome_id=self.result_id("choice_court"),
        )
        task = self.deadline(case, "FI-33H")
        self.assertEqual(task.state, "running")
        case.record_event("FI_COMPLAINT_FILE_SENT", "2026-05-28")
        self.assertEqual(task.state, "met")
        other = self.accepted()
        other.record_event(
            "FI_COMPLAINT_CHOICE",
            "2026-05-25",
            outcome_id=self.result_id("choice_complaint"),
        )
        self.assertFalse(self.deadline(other, "FI-33H"))

    def test_edge_05_wrong_defendant_named(self):
        """Both are kept, the written opinion raises it."""
        case = self.accepted()
        case.write(
            {
                "is_wrong_defendant": True,
                "right_agency_id": self.ward.id,
                "right_capacity": "person",
                "right_defendant_note": "Quyết định do Chủ tịch ký theo thẩm quyền",
            }
        )
        self.assertEqual(case.original_agency_id, self.ward)
        self.assertEqual(case.defendant_capacity, "organ")
        body = case._opinion_body()
        self.assertIn("Chủ tịch Ủy ban nhân dân phường Thử Nghiệm", body)
        self.assertIn("xác định lại tư cách người bị kiện", " ".join(body.split()))

    def test_edge_06_head_replaced(self):
        """What the former head signed stays in force but is to be renewed."""
        case = self.accepted()
        paper = self.env["thuduc.case.authorization"].create(
            {
                "case_id": case.id,
                "attorney_id": self.deputy.id,
                "date_from": "2026-04-10",
            }
        )
        self.assertEqual(paper.granted_by_id, self.leader)
        self.assertFalse(paper.warning)
        self.ward.head_id = self._user("leader", login="t_new_head", name="Tân")
        self.assertTrue(paper.is_active)
        self.assertTrue(paper.needs_renewal)
        renewal = self.env["thuduc.case.authorization"].search(
            [("needs_renewal", "=", True), ("case_id", "=", case.id)]
        )
        self.assertEqual(renewal, paper)
        kind = self.env.ref("thuduc_cases.mail_activity_type_authorization")
        tasks = case.activity_ids.filtered(lambda a: a.activity_type_id == kind)
        self.assertEqual(tasks.user_id, self.officer)
        wizard = (
            self.env["thuduc.case.authorization.renew"]
            .with_user(self.officer)
            .create(
                {
                    "case_ids": case.ids,
                    "attorney_id": self.deputy.id,
                    "date_from": "2026-06-01",
                }
            )
        )
        wizard.action_renew()
        self.assertEqual(str(paper.date_to), "2026-05-31")
        self.assertFalse(case.representation_warning)
        self.assertFalse(tasks.filtered("active"))
        new = case._authorization_on(wizard.date_from)
        self.assertEqual(new.granted_by_id.name, "Tân")

    def test_edge_09_reorganised_without_successor_yet(self):
        """Article 141.1.a: suspended until the court recognises the successor; the
        preparation then starts anew (130.4)."""
        city = self.agency("Thành phố Cũ", date_to="2025-06-30")
        city.successor_ids = self.ward | self.agency("Phường Hai")
        case = self.case(
            ("FI_ACCEPTED", "2025-05-05"),
            ("FI_NOTICE_RECEIVED", "2025-05-08"),
            (
                "FI_SUSPENDED",
                "2025-07-10",
                {"outcome_id": self.result_id("susp_a")},
            ),
            (
                "FI_OLD_BODY_PAPER",
                "2025-07-14",
                {"note": "Văn thư phường ký nhận thay"},
            ),
            original_agency_id=city.id,
        )
        self.assertEqual(case.stage_id.code, "F25")
        self.assertTrue(case.succession_warning)
        case.record_event("FI_OLD_BODY_ANSWERED", "2025-07-16")
        record = self.succession(case, self.ward, basis="Nghị quyết 1685")
        case.record_event("FI_SUCCESSION_ACCEPTED", "2026-01-05")
        case.record_event("FI_RESUMED", "2026-01-12")
        self.assertEqual(record.state, "accepted")
        self.assertEqual(case.stage_id.code, "F20")
        self.assertEqual(self.due(case, "FI-10"), "2026-05-12")
        self.assertEqual(
            (case.original_agency_id, case.current_agency_id), (city, self.ward)
        )

    def test_edge_10_land_in_several_wards(self):
        """Several successors, each with its scope; the first one leads."""
        city = self.agency("Thành phố Cũ", date_to="2025-06-30")
        second = self.agency("Phường Hai")
        city.successor_ids = self.ward | second
        case = self.accepted(original_agency_id=city.id)
        self.succession(case, second, scope="Thửa 2", sequence=20)
        self.succession(case, self.ward, scope="Thửa 1", sequence=10)
        self.assertEqual(case.current_agency_id, self.ward)
        self.assertEqual(case.current_agency_ids, self.ward | second)
        case.record_event("FI_SUCCESSION_ACCEPTED", "2026-05-20")
        self.assertEqual(set(case.succession_ids.mapped("state")), {"accepted"})
        self.assertEqual(case._parties_of("defendant").agency_id, self.ward | second)

    def test_edge_27_officer_named_personally(self):
        """Article 59.3: the successor in the post acts."""
        case = self.accepted(
            defendant_capacity="other",
            defendant_position="Chánh Thanh tra",
            defendant_person="Ông Cũ",
        )
        self.assertEqual(case.current_person, "Ông Cũ")
        self.env["thuduc.case.succession"].create(
            {
                "case_id": case.id,
                "kind": "office",
                "old_person": "Ông Cũ",
                "new_person": "Bà Mới",
                "date_effective": "2026-05-04",
            }
        )
        self.assertEqual(case.current_person, "Bà Mới")
        self.assertEqual(case.defendant_person, "Ông Cũ")
        self.assertEqual(case.current_agency_id, self.ward)
        self.assertIn("Bà Mới kế thừa", case._defendant_remark())
        self.assertIn("Chánh Thanh tra", case._defendant_name())

    def test_edge_29_same_docket_number_of_former_courts(self):
        """Key: the court at that time, year and kind."""
        number = {"document_number": "39/2024/TLST-HC"}
        courts = self.env["thuduc.court"].create(
            [
                {"name": f"Tòa cũ {n}", "code": f"T-OLD-{n}", "level": "district"}
                for n in range(3)
            ]
        )
        for court in courts:
            self.case(("FI_ACCEPTED", "2024-05-06", number), court_id=court.id)
        self.case(
            ("FI_ACCEPTED", "2025-05-06", {"document_number": "39/2025/TLST-HC"}),
            court_id=courts[0].id,
        )
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(UniqueViolation),
            self.cr.savepoint(),
        ):
            self.case(
                ("FI_ACCEPTED", "2024-06-03", number), court_id=courts[0].id
            ).flush_recordset()

    def test_edge_30_case_found_after_the_fact(self):
        """Never served: what ran out before is marked, the proof serves a late appeal
        (Article 207)."""
        case = self.judged(presence="absent")
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-03-24")
        self.assertEqual(self.deadline(case, "AP-02").state, "overdue")
        case.record_event(
            "FI_FOUND_LATE", "2026-05-20", note="Biết qua công văn thi hành án"
        )
        self.assertEqual(str(case.knowledge_date), "2026-05-20")
        late = self.deadline(case, "AP-02")
        self.assertTrue(late.is_not_served)
        self.assertIn(late, case.unserved_deadline_ids)
        self.assertTrue(late.remark)
        self.assertIn("20/05/2026", case.late_appeal_reason)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event("FI_APPEAL_OWN", "2026-05-25")
        dialog = self.env["thuduc.event.record"].new(
            {
                "dossier_id": case.dossier_id.id,
                "type_id": self.env.ref("thuduc_cases.event_type_fi_appeal_own").id,
            }
        )
        dialog._onchange_type_id_found_late()
        appeal = case.record_event("FI_APPEAL_OWN", "2026-05-25", note=dialog.note)
        self.assertTrue(appeal._is_late_appeal())
