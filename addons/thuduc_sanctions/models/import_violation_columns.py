"""The columns of a list of violations, and the headings that they go by."""

from odoo.addons.thuduc_base.tools.register_sheet import Column

COLUMNS = [
    Column("code", "Mã hành vi", aliases=("Mã",), example="B060A"),
    Column(
        "name",
        "Hành vi vi phạm",
        aliases=("Hành vi", "Tên hành vi"),
        required=True,
        example="Xây dựng nhà ở riêng lẻ không có giấy phép xây dựng",
    ),
    Column("field", "Lĩnh vực", example="Xây dựng"),
    Column(
        "decree",
        "Nghị định",
        aliases=("Số nghị định", "Văn bản"),
        required=True,
        example="16/2022/NĐ-CP",
    ),
    Column("article", "Điều", required=True, example="16"),
    Column("clause", "Khoản", example="7"),
    Column("point", "Điểm", example="a"),
    Column("warning", "Phạt cảnh cáo", "flag", ("Cảnh cáo",), example="Không"),
    Column("least", "Mức phạt từ", "amount", ("Mức tối thiểu",), example="60.000.000"),
    Column("most", "Mức phạt đến", "amount", ("Mức tối đa",), example="80.000.000"),
    Column(
        "base",
        "Mức phạt áp dụng cho",
        aliases=("Đối tượng", "Áp dụng cho"),
        example="Tổ chức",
    ),
    Column("organisation_least", "Mức phạt tổ chức từ", "amount", example=" "),
    Column("organisation_most", "Mức phạt tổ chức đến", "amount", example=" "),
    Column(
        "supplementary",
        "Hình thức xử phạt bổ sung",
        aliases=("Phạt bổ sung",),
        example="Tịch thu tang vật, phương tiện vi phạm hành chính",
    ),
    Column(
        "remedies",
        "Biện pháp khắc phục hậu quả",
        aliases=("Khắc phục hậu quả", "BPKPHQ"),
        example="Buộc phá dỡ công trình, phần công trình xây dựng vi phạm",
    ),
    Column(
        "since", "Hiệu lực từ ngày", "date", ("Có hiệu lực từ",), example="28/01/2022"
    ),
    Column("until", "Hết hiệu lực ngày", "date", ("Hiệu lực đến ngày",), example=" "),
    Column("verified", "Đã đối chiếu", "flag", example="Có"),
    Column("note", "Ghi chú", compared=False),
]
