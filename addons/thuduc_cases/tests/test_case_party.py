from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from ..wizards.party_lines import read_people
from .case_case import CaseCase

LIST = """
1. Nguyễn Văn An; 1960; 12 đường số 3, phường Hiệp Bình
2) Trần Thị Bình; sinh năm 1958; 14 đường số 3
- Lê Văn Cường\t20/7/1971\tKhu phố 2
Phạm Thị Dung; tổ 5, khu phố 1; phường Linh Xuân

"""


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestCaseParty(CaseCase):
    """Many plaintiffs, each with his own status: Articles 35, 59 and 143 LTTHC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lawsuit = cls.case(
            cls, ("FI_ACCEPTED", "2026-01-05"), ("FI_NOTICE_RECEIVED", "2026-01-08")
        )

    def paste(self, text, role="plaintiff"):
        wizard = (
            self.env["thuduc.party.paste"]
            .with_user(self.officer)
            .create({"case_id": self.lawsuit.id, "role": role, "text": text})
        )
        wizard.action_add()
        return wizard

    def change(self, change, parties, date="2026-02-10", **values):
        wizard = (
            self.env["thuduc.party.change"]
            .with_user(self.officer)
            .create(
                {
                    "case_id": self.lawsuit.id,
                    "change": change,
                    "party_ids": parties.ids,
                    "date": date,
                    **values,
                }
            )
        )
        wizard.action_record()
        return wizard

    def plaintiffs(self):
        return self.lawsuit._parties_of("plaintiff")

    def test_a_pasted_list_becomes_people(self):
        people = read_people(LIST)
        self.assertEqual(
            [(p["name"], p.get("birth_year"), p.get("address")) for p in people],
            [
                ("Nguyễn Văn An", 1960, "12 đường số 3, phường Hiệp Bình"),
                ("Trần Thị Bình", 1958, "14 đường số 3"),
                ("Lê Văn Cường", 1971, "Khu phố 2"),
                ("Phạm Thị Dung", None, "tổ 5, khu phố 1, phường Linh Xuân"),
            ],
        )
        self.assertEqual(str(people[2]["birth_date"]), "1971-07-20")

    def test_sixty_plaintiffs_are_pasted_once(self):
        text = "\n".join(f"Người khởi kiện {n}; {1940 + n}; Nhà {n}" for n in range(60))
        self.paste(text)
        self.assertEqual(len(self.plaintiffs()), 61)
        again = self.env["thuduc.party.paste"].create(
            {"case_id": self.lawsuit.id, "text": f"{text}\nNgười mới; 2000"}
        )
        again.action_add()
        self.assertEqual(len(self.plaintiffs()), 62)
        self.assertEqual(
            self.lawsuit.plaintiff_names,
            "Nguyễn Văn Thử, Người khởi kiện 0, Người khởi kiện 1 và 59 người khác",
        )

    def test_one_withdraws_and_the_case_goes_on(self):
        """Article 143.1.b for one of many: the stage stays."""
        self.paste("Người thứ hai")
        first, second = self.plaintiffs()
        self.change("PARTY_WITHDREW", second)
        self.assertEqual(second.status, "withdrew")
        self.change("PARTY_TERMINATED", second, "2026-02-12", document_number="3/QĐ")
        self.assertEqual((first.status, second.status), ("in", "terminated"))
        self.assertEqual(self.lawsuit.stage_id.code, "F10")
        self.assertEqual(self.lawsuit._creditor_names(), first.name)

    def test_withdrawing_the_entry_brings_the_plaintiff_back(self):
        self.paste("Người thứ hai")
        second = self.plaintiffs()[-1]
        self.change("PARTY_WITHDREW", second)
        self.events(self.lawsuit, "FI_PARTY_WITHDREW").withdraw("Nhập nhầm")
        self.assertEqual(second.status, "in")

    def test_the_last_plaintiff_ends_the_case(self):
        with self.assertRaises(DocketContradiction):
            self.change("PARTY_TERMINATED", self.plaintiffs())
        wizard = self.env["thuduc.party.change"].create(
            {"case_id": self.lawsuit.id, "party_ids": self.plaintiffs().ids}
        )
        self.assertTrue(wizard.warning)
        self.paste("Người thứ hai")
        wizard.invalidate_recordset()
        self.assertFalse(wizard.warning)

    def test_heirs_take_the_place_of_the_dead(self):
        """Article 59.1"""
        dead = self.plaintiffs()
        self.change("PARTY_DIED", dead)
        self.assertEqual(dead.status, "waiting")
        self.change(
            "PARTY_SUCCEEDED",
            dead,
            "2026-02-20",
            successor_names="Con Một; 1990\nCon Hai; 1992",
        )
        self.assertEqual(dead.status, "succeeded")
        heirs = dead.successor_ids
        self.assertEqual(heirs.mapped("role"), ["plaintiff", "plaintiff"])
        self.assertEqual(heirs.mapped("status"), ["in", "in"])
        self.assertIn("Con Một", self.lawsuit._creditor_names())
        self.assertNotIn(dead.name, self.lawsuit._creditor_names().split(", "))

    def test_an_event_of_a_party_names_him(self):
        with self.assertRaises(DocketContradiction):
            self.lawsuit.record_event("FI_PARTY_WITHDREW", "2026-02-10")

    def test_representatives_and_proof_of_electronic_service(self):
        plaintiff = self.plaintiffs()
        lawyer = self.env["thuduc.party"].create(
            {
                "dossier_id": self.lawsuit.dossier_id.id,
                "role": "counsel",
                "name": "Luật sư Thử",
                "acts_for_ids": plaintiff.ids,
            }
        )
        self.assertEqual(plaintiff.acted_by_ids, lawyer)
        plaintiff.write({"is_e_service": True, "e_service_note": "TB 12/TB-TA"})
        self.assertTrue(plaintiff.is_e_service)

    def test_a_party_outside_lawsuits_has_no_status(self):
        self.assertEqual(self.plaintiffs().status, "in")
        dossier = self.env["thuduc.dossier"].search([("kind", "!=", "case")], limit=1)
        if dossier:
            party = self.env["thuduc.party"].create(
                {"dossier_id": dossier.id, "name": "Người vi phạm"}
            )
            self.assertFalse(party.status)
