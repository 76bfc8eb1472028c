from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestSuccession(CaseCase):
    """Succession of the defendant: Article 59 LTTHC, NQ01/2025/NQ-HĐTP Article 8."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.city = cls.env["thuduc.agency"].create(
            {
                "name": "Ủy ban nhân dân thành phố Cũ",
                "code": "T-CITY",
                "kind": "city",
                "date_to": "2025-06-30",
                "parent_id": cls.env.ref("thuduc_base.agency_hcmc").id,
            }
        )
        cls.other_ward = cls.env["thuduc.agency"].create(
            {
                "name": "Ủy ban nhân dân phường Khác",
                "code": "T-WARD-2",
                "kind": "commune",
                "place": "Khác",
            }
        )
        cls.city.successor_ids = cls.ward | cls.other_ward

    def sued(self, *happened, **values):
        return self.case(
            ("FI_ACCEPTED", "2025-03-03"),
            ("FI_NOTICE_RECEIVED", "2025-03-06"),
            *happened,
            original_agency_id=self.city.id,
            **values,
        )

    def succession(self, case, agency=None, **values):
        return (
            self.env["thuduc.case.succession"]
            .with_user(self.officer)
            .create(
                {
                    "case_id": case.id,
                    **({"new_agency_id": agency.id} if agency else {}),
                    **values,
                }
            )
        )

    def test_the_record_decides_the_defendant(self):
        case = self.sued()
        self.assertEqual(case.current_agency_id, self.city)
        self.assertIn(self.city.name, case.succession_warning)
        record = self.succession(case, self.ward)
        self.assertEqual(case.current_agency_id, self.ward)
        self.assertEqual(case.original_agency_id, self.city)
        self.assertEqual(str(record.date_effective), "2025-07-01")
        self.assertEqual(record.old_agency_id, self.city)
        self.assertEqual(record.state, "pending")
        self.assertTrue(case.succession_warning)

    def test_the_docket_says_when_the_court_accepted(self):
        """Article 59.6: at any stage."""
        case = self.sued()
        record = self.succession(case, self.ward)
        event = case.record_event("FI_SUCCESSION_ACCEPTED", "2025-09-10")
        self.assertEqual((record.state, record.event_id), ("accepted", event))
        self.assertEqual(str(record.date_accepted), "2025-09-10")
        defendants = case._parties_of("defendant")
        self.assertEqual(defendants.agency_id, self.ward)
        self.assertFalse(case.succession_warning)
        event.withdraw("Nhập nhầm")
        self.assertEqual(record.state, "pending")
        self.assertFalse(record.date_accepted)

    def test_accepted_on_appeal(self):
        case = self.judged()
        record = self.succession(
            case, self.other_ward, date_effective="2026-01-01", basis="QĐ 1/QĐ-UBND"
        )
        case.record_event("FI_APPEAL_OWN", "2026-03-30")
        case.record_event("AP_ACCEPTED", "2026-05-04")
        case.record_event("AP_SUCCESSION_ACCEPTED", "2026-05-11")
        self.assertEqual(record.state, "accepted")

    def test_without_successor_the_superior_acts(self):
        """NQ01 Article 8, Article 59.4 LTTHC."""
        self.city.successor_ids = False
        case = self.sued()
        record = self.succession(case, kind="superior")
        self.assertEqual(record.new_agency_id, self.city.parent_id)
        self.assertEqual(case.current_agency_id, self.city.parent_id)

    def test_nobody_succeeds_himself(self):
        case = self.sued()
        with self.assertRaises(ValidationError):
            self.succession(case, self.city)
        with self.assertRaises(ValidationError):
            self.succession(case, kind="office")

    def test_the_debtor_follows(self):
        case = self.judged()
        self.run_cron()
        enforcement = case.enforcement_ids
        self.assertEqual(enforcement.debtor_id, self.ward)
        record = self.succession(case, self.other_ward, date_effective="2026-04-01")
        case.record_event("EN_SUCCESSION_ACCEPTED", "2026-05-11")
        self.assertEqual(record.state, "accepted")
        self.assertEqual(enforcement.debtor_id, self.other_ward)

    def test_many_lawsuits_are_decided_in_bulk(self):
        sure = self.sued(ward_id=self.ward.id)
        named = self.sued(land_ref="Thửa 12, tờ 3, phường Khác", court_id=False)
        unsure = self.sued(court_id=False)
        bulk = (
            self.env["thuduc.succession.bulk"]
            .with_user(self.officer)
            .create({"agency_id": self.city.id, "basis": "NQ 1685"})
        )
        lines = bulk.line_ids.grouped("case_id")
        self.assertEqual(lines[sure].new_agency_id, self.ward)
        self.assertEqual(lines[named].new_agency_id, self.other_ward)
        self.assertFalse(lines[unsure].is_chosen)
        bulk.action_decide()
        self.assertEqual(sure.current_agency_id, self.ward)
        self.assertEqual(named.current_agency_id, self.other_ward)
        self.assertEqual(unsure.current_agency_id, self.city)
        self.assertEqual(sure.succession_ids.basis, "NQ 1685")
        self.assertTrue(all(bulk.line_ids.mapped("result")))
