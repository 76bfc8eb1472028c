"""The printed forms say what the appendix of Decree 118/2021 prescribes, in order."""

import re

from lxml import html

from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import IncompletePaper

from .sanction_case import RUBBISH, WITHOUT_PERMIT, SanctionCase

MINUTES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "BIÊN BẢN VI PHẠM HÀNH CHÍNH",
    "Hôm nay, hồi 09 giờ 00 phút, ngày 07/10/2026",
    "Căn cứ:",
    "Chúng tôi gồm:",
    "1. Người có thẩm quyền lập biên bản:",
    "2. Với sự chứng kiến của:",
    "3. Người phiên dịch:",
    "Tiến hành lập biên bản vi phạm hành chính đối với",
    "1. Họ và tên:",
    "Số định danh cá nhân/CMND/Hộ chiếu:",
    "2. Đã có các hành vi vi phạm hành chính:",
    "3. Quy định tại:",
    "4. Cá nhân/tổ chức bị thiệt hại (nếu có):",
    "5. Ý kiến trình bày của cá nhân vi phạm:",
    "6. Ý kiến trình bày của đại diện chính quyền, người chứng kiến (nếu có):",
    "7. Ý kiến trình bày của cá nhân/tổ chức bị thiệt hại (nếu có):",
    "8. Chúng tôi đã yêu cầu cá nhân vi phạm chấm dứt ngay hành vi vi phạm.",
    "9. Các biện pháp ngăn chặn và bảo đảm xử lý vi phạm hành chính được áp dụng, gồm:",
    "10. Quyền và thời hạn giải trình:",
    "11. Yêu cầu ông (bà) Nguyễn Thử là cá nhân vi phạm có mặt",
    "Biên bản lập xong hồi",
    "NGƯỜI LẬP BIÊN BẢN",
    "ĐẠI DIỆN CHÍNH QUYỀN",
    "NGƯỜI PHIÊN DỊCH",
    "NGƯỜI CHỨNG KIẾN",
    "Biên bản đã giao trực tiếp cho cá nhân vi phạm",
    "NGƯỜI NHẬN BIÊN BẢN",
)
DECISION = (
    "QUYẾT ĐỊNH",
    "Xử phạt vi phạm hành chính",
    "Chủ tịch Ủy ban nhân dân phường Thử Nghiệm",
    "Căn cứ Điều 57, Điều 68, Điều 70, Điều 78, Điều 85 Luật Xử lý vi phạm hành chính",
    "Căn cứ Nghị định số 16/2022/NĐ-CP",
    "Căn cứ Biên bản vi phạm hành chính số: 12/BB-VPHC lập ngày 05/10/2026;",
    "QUYẾT ĐỊNH:",
    "Điều 1.",
    "1. Xử phạt vi phạm hành chính đối với ông (bà) có tên sau đây:",
    "Họ và tên: Nguyễn Thử",
    "2. Đã thực hiện hành vi vi phạm hành chính:",
    "3. Quy định tại:",
    "Điểm a khoản 7 Điều 16 Nghị định số 16/2022/NĐ-CP",
    "4. Các tình tiết tăng nặng (nếu có):",
    "5. Các tình tiết giảm nhẹ (nếu có):",
    "6. Bị áp dụng hình thức xử phạt, biện pháp khắc phục hậu quả như sau:",
    "a) Hình thức xử phạt chính: Phạt tiền.",
    "35.000.000 đồng (Bằng chữ: Ba mươi lăm triệu đồng)",
    "1.500.000 đồng (Bằng chữ: Một triệu năm trăm nghìn đồng)",
    "Tổng số tiền phạt: 36.500.000 đồng",
    "b) Hình thức xử phạt bổ sung (nếu có):",
    "c) Biện pháp khắc phục hậu quả (nếu có):",
    "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.",
    "Điều 3. Quyết định này được:",
    "1. Giao cho ông (bà) Nguyễn Thử là cá nhân bị xử phạt",
    "tài khoản số: 7111.1059999 của Kho bạc Nhà nước khu vực II trong thời hạn 10 ngày",
    "có quyền khiếu nại hoặc khởi kiện hành chính",
    "2. Gửi cho Kho bạc Nhà nước khu vực II để thu tiền phạt.",
    "3. Gửi cho Phòng Thử Nghiệm để tổ chức thực hiện",
    "Nơi nhận:",
    "Quyết định đã giao trực tiếp cho cá nhân bị xử phạt",
    "NGƯỜI NHẬN QUYẾT ĐỊNH",
)


@tagged("post_install", "-at_install")
@freeze_time("2026-10-07 03:00:00")
class TestSanctionPapers(SanctionCase):
    def document(self, action):
        return self.env["thuduc.document"].browse(action["res_id"])

    def printed(self, document):
        """The text of the paper, white space made even."""
        content, _kind = self.env["ir.actions.report"]._render_qweb_html(
            document._report(), document.ids
        )
        body = html.fromstring(content).find("body")
        text = re.sub(r"\s+", " ", body.text_content())
        return re.sub(r" ([.;,:)])", r"\1", text)

    def assertInOrder(self, parts, text):
        position = 0
        for part in parts:
            found = text.find(part, position)
            self.assertNotEqual(found, -1, f"{part!r} is missing after {position}")
            position = found + len(part)

    def minutes(self, **values):
        sanction = self.sanction(
            minutes_start="2026-10-07 02:00:00",
            explanation_addressee="Chủ tịch",
            **{"violation": WITHOUT_PERMIT, **values},
        )
        return self.document(sanction.action_draft_minutes())

    def test_minutes_follow_the_form(self):
        self.assertInOrder(MINUTES, self.printed(self.minutes()))

    def test_minutes_name_the_right_to_explain_only_if_there_is_one(self):
        """Note 12 of the form and Article 61.1."""
        text = self.printed(self.minutes())
        self.assertIn("Trong thời hạn 05 ngày làm việc", text)
        self.assertIn("02 ngày làm việc", text)
        text = self.printed(self.minutes(violation=RUBBISH))
        self.assertNotIn("05 ngày làm việc", text)
        self.assertIn("không thuộc trường hợp được giải trình", text)

    def test_organisation_is_identified_as_one(self):
        text = self.printed(self.minutes(kind="organisation"))
        self.assertIn("1. Tên của tổ chức: Nguyễn Thử", text)
        self.assertIn("Mã số doanh nghiệp:", text)
        self.assertNotIn("Số định danh cá nhân", text)

    def test_unknown_violator_may_be_minuted(self):
        """Article 58.3.b as amended in 2025."""
        text = self.printed(self.minutes(kind="unknown"))
        self.assertIn("Không xác định được cá nhân, tổ chức vi phạm", text)

    def test_refusal_to_sign_needs_a_witness(self):
        """Article 58.4: the authority or one witness confirms it."""
        minutes = self.minutes()
        sanction = minutes._sanction()
        sanction.act_ids.time_start = "2026-10-07 01:00:00"
        sanction.refusal_reason = "Bỏ đi khỏi hiện trường"
        with self.assertRaisesRegex(IncompletePaper, "witness"):
            minutes.action_issue()
        self.env["thuduc.party"].create(
            {
                "dossier_id": sanction.dossier_id.id,
                "role": "witness",
                "name": "Lê Chứng",
            }
        )
        minutes.action_issue()
        self.assertEqual(minutes.state, "issued")

    def test_decision_follows_the_form(self):
        sanction = self.sanction(
            ("minutes", "2026-10-05", {"document_number": "12/BB-VPHC"}),
            violation=WITHOUT_PERMIT,
        )
        self.act(sanction, RUBBISH)
        decision = self.document(sanction.action_draft_decision())
        self.assertInOrder(DECISION, self.printed(decision))

    def test_old_files_print_the_form_of_their_day(self):
        """Version in force; the Law was amended again on 2025-07-01."""
        forms = self.env["thuduc.form"]
        for day, amendments in (
            ("2025-06-30", "sửa đổi, bổ sung năm 2020"),
            ("2025-07-01", "sửa đổi, bổ sung năm 2020, năm 2025"),
        ):
            for code in ("MBB01", "MQĐ02"):
                form = forms._for(
                    code, self.env["thuduc.event"]._fields["date"].to_date(day)
                )
                self.assertEqual(form.law_amendments, amendments)

    def test_issued_data_travel_in_the_file(self):
        sanction = self.sanction(("minutes", "2026-10-05"))
        decision = self.document(sanction.action_draft_decision())
        self.assertEqual(decision._prepare_form_data()["fine_total"], 1_500_000)
