from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from ..exceptions import IncompletePaper, IssuedPaperFrozen, LateNumber
from .paper_case import PaperCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-05 03:00:00")
class TestRegister(PaperCase):
    """Numbers of papers (Decree 30/2020/NĐ-CP, Articles 15 and 22)."""

    def test_numbers_follow_each_other(self):
        self.assertEqual([self.issued().number for _paper in range(3)], [1, 2, 3])

    def test_batch_takes_its_numbers_in_order(self):
        papers = self.approved() | self.approved() | self.approved()
        papers.with_user(self.clerk).action_issue()
        self.assertEqual(papers.mapped("number"), [1, 2, 3])

    def test_numbers_begin_anew_each_year(self):
        with freeze_time("2025-12-31 03:00:00"):
            self.assertEqual(self.issued().number, 1)
        self.assertEqual(self.issued().number, 1)

    def test_registers_count_by_themselves(self):
        other = self.register.copy({"code": "T-2", "symbol": "{number}/TB-{year}"})
        self.issued()
        paper = self.paper(register_id=other.id)
        paper.action_submit()
        paper.with_user(self.head).action_approve()
        paper.with_user(self.clerk).action_issue()
        self.assertEqual(paper.name, "01/TB-2026")

    def test_form_may_have_its_own_symbol(self):
        self.form.symbol = "{number}/BB-VPHC"
        self.assertEqual(self.issued().name, "01/BB-VPHC")

    def test_two_digits_below_ten_only(self):
        """Decree 30/2020/NĐ-CP, Appendix I, Section II, item 3."""
        format_symbol = self.register._format_symbol
        self.assertEqual(format_symbol("{number}/QĐ", 9, 2026), "09/QĐ")
        self.assertEqual(format_symbol("{number}/QĐ", 125, 2026), "125/QĐ")

    def test_later_number_never_bears_an_earlier_date(self):
        self.issued(date="2026-03-04")
        paper = self.approved(date="2026-03-03")
        with self.assertRaisesRegex(LateNumber, "04/03/2026"):
            paper.with_user(self.clerk).action_issue()
        paper.with_user(self.clerk).write({"date": "2026-03-04"})
        paper.with_user(self.clerk).action_issue()
        self.assertEqual(paper.number, 2)

    def test_void_number_still_holds_its_date(self):
        self.issued().with_user(self.leader).action_cancel("In hỏng")
        with self.assertRaises(LateNumber):
            self.approved(date="2026-03-04").with_user(self.clerk).action_issue()

    def test_paper_is_not_dated_in_the_future(self):
        with self.assertRaises(LateNumber):
            self.approved(date="2026-03-06").with_user(self.clerk).action_issue()

    def test_paper_book_is_continued(self):
        opening = self.env["thuduc.register.year"].create(
            {
                "register_id": self.register.id,
                "year": 2026,
                "last_number": 120,
                "last_date": date(2026, 2, 27),
            }
        )
        self.assertEqual(self.issued().number, 121)
        with self.assertRaises(ValidationError):
            opening.last_number = 200

    def test_issue_without_register_tells_so(self):
        paper = self.approved()
        self.register.active = False
        paper.with_user(self.clerk).write({"register_id": False})
        with self.assertRaises(IncompletePaper):
            paper.with_user(self.clerk).action_issue()

    @mute_logger("odoo.sql_db")
    def test_database_refuses_a_double(self):
        first, second = self.issued(), self.issued()
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            second.sudo()._stamp({"number": first.number})
            self.env.flush_all()

    def test_symbol_has_a_place_for_the_number(self):
        with self.assertRaises(ValidationError):
            self.register.symbol = "QĐ-XPHC"

    def test_paper_is_numbered_among_its_like(self):
        """Minutes need no approval: their register is not that of decisions."""
        minutes = self.form.copy(
            {"code": "T-BB", "direction": "internal", "needs_approval": False}
        )
        with self.assertRaises(ValidationError):
            self.paper(form_id=minutes.id, register_id=self.register.id)
        with self.assertRaises(ValidationError):
            self.paper(form_id=minutes.id, direction="out")
        with self.assertRaises(ValidationError):
            self.paper(agency_id=self.other_ward.id, register_id=self.register.id)

    def test_officer_only_reads_registers(self):
        with self.assertRaises(AccessError):
            self.register.with_user(self.officer).write({"name": "x"})
        self.register.with_user(self.clerk).write({"name": "Sổ mới"})

    def test_incoming_paper_takes_an_arrival_number(self):
        self.env["thuduc.register"].create(
            {
                "name": "Sổ đến",
                "code": "DEN",
                "direction": "in",
                "agency_id": self.ward.id,
                "is_default": True,
            }
        )
        paper = (
            self.env["thuduc.document"]
            .with_user(self.clerk)
            .create(
                {
                    "direction": "in",
                    "subject": "Thông báo thụ lý",
                    "sender_name": "Tòa án nhân dân khu vực 2",
                    "sender_number": "15/TB-TLVA",
                    "sender_date": "2026-03-02",
                    "scan": "JVBERi0xLjQK",
                    "scan_name": "thu-ly.pdf",
                }
            )
        )
        paper.action_issue()
        self.assertRecordValues(
            paper, [{"state": "issued", "number": 1, "name": "15/TB-TLVA"}]
        )
        self.assertEqual(str(paper.date), "2026-03-05")
        self.assertTrue(paper._is_intact())
        self.assertEqual(paper.attachment_id.name, "thu-ly.pdf")
        self.assertTrue(paper.with_user(self.officer).has_access("read"))
        # filed later, it stays the paper that arrived
        paper.write({"dossier_id": self.dossier.id, "party_id": self.party.id})
        self.assertRecordValues(
            paper, [{"agency_id": self.ward.id, "number": 1, "state": "issued"}]
        )
        with self.assertRaises(IssuedPaperFrozen):
            paper.write({"sender_number": "16/TB-TLVA"})
