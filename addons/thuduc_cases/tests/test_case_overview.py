"""The lawsuit at a glance."""

from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-30 03:00:00")
class TestCaseOverview(CaseCase):
    def titles(self, case, key):
        """Titles of the rows of one card, in their order."""
        (card,) = (card for card in case.overview if card["key"] == key)
        return [row["title"] for row in card["rows"]]

    def test_a_new_lawsuit_asks_for_the_opinion(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-03-20"), ("FI_NOTICE_RECEIVED", "2026-03-23")
        )
        self.assertEqual(self.titles(case, "standing"), ["Đã thụ lý – chờ ý kiến"])
        self.assertEqual(
            self.titles(case, "due")[0], "Nộp văn bản ghi ý kiến và chứng cứ"
        )
        self.assertIn(self.officer.name, self.titles(case, "desk"))
        self.assertEqual(self.titles(case, "filed"), [])
        self.assertEqual(self.titles(case, "ruled"), [])

    def test_what_was_filed_and_ruled_newest_first(self):
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-03-27", document_number="7/ĐKC")
        filed = self.titles(case, "filed")
        self.assertEqual(filed[:2], ["UBND kháng cáo", "Đã gửi văn bản ghi ý kiến"])
        self.assertEqual(
            self.titles(case, "ruled"), ["Chấp nhận toàn bộ yêu cầu khởi kiện"]
        )
        self.assertEqual(
            self.titles(case, "standing"),
            [
                "Đã tuyên án sơ thẩm – chờ hiệu lực",
                "Có kháng cáo, kháng nghị – chờ chuyển hồ sơ",
            ],
        )

    def test_a_hearing_to_come_stands_among_what_must_be_done(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-03-02"),
            (
                "FI_TRIAL_DECISION",
                "2026-03-20",
                {"scheduled_at": "2026-04-09 01:00:00", "place": "Phòng xử 2"},
            ),
        )
        (card,) = (card for card in case.overview if card["key"] == "duties")
        (row,) = card["rows"]
        self.assertEqual(row["title"], "Phiên tòa sơ thẩm")
        self.assertEqual((row["date"], row["counts"]), ("2026-04-09", True))
        self.assertEqual(row["detail"], "08:00 Phòng xử 2")

    def test_withdrawn_entries_are_not_shown(self):
        case = self.judged()
        self.events(case, "FI_JUDGMENT_PRONOUNCED").withdraw("Nhập nhầm")
        self.assertEqual(self.titles(case, "ruled"), [])
