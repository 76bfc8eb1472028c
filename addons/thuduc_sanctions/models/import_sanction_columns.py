"""The columns of the register of sanctions, and the headings that they go by."""

from odoo.addons.thuduc_base.tools.register_sheet import Column

COLUMNS = [
    Column("code", "Số hồ sơ", aliases=("Mã hồ sơ",)),
    Column(
        "minutes",
        "Số biên bản",
        aliases=("Số BB", "Biên bản số", "Số biên bản VPHC"),
        required=True,
    ),
    Column(
        "minutes_day",
        "Ngày lập",
        "date",
        ("Ngày lập biên bản", "Ngày biên bản", "Ngày BB"),
        required=True,
    ),
    Column("detected", "Ngày phát hiện", "date", ("Ngày vi phạm",)),
    Column(
        "violator",
        "Người vi phạm/tổ chức",
        aliases=("Người vi phạm", "Cá nhân, tổ chức vi phạm", "Họ và tên"),
        required=True,
    ),
    Column("number", "CCCD/MST", "identity", ("CCCD", "Số định danh", "MST")),
    Column("address", "Địa chỉ"),
    Column("act", "Hành vi", aliases=("Hành vi vi phạm",), required=True),
    Column(
        "provision",
        "Nghị định – điều – khoản – điểm",
        aliases=("Điều khoản áp dụng", "Căn cứ"),
    ),
    Column("field", "Lĩnh vực"),
    Column("explained", "Giải trình (ngày)", "date", ("Ngày giải trình", "Giải trình")),
    Column("verified", "Xác minh (ngày)", "date", ("Ngày xác minh", "Xác minh")),
    Column("decision", "Số QĐ", aliases=("Số quyết định", "QĐ số")),
    Column("decided", "Ngày QĐ", "date", ("Ngày quyết định", "Ngày ra QĐ")),
    Column("fine", "Mức phạt", aliases=("Tiền phạt", "Mức xử phạt")),
    Column("served", "Ngày giao QĐ", "date", ("Ngày giao quyết định", "Ngày nhận QĐ")),
    Column("paid", "Ngày nộp phạt", "date", ("Ngày nộp",)),
    Column("amount", "Số tiền đã nộp", "amount", ("Đã nộp",)),
    Column("receipt", "Số biên lai", aliases=("Biên lai", "Số chứng từ")),
    Column(
        "remedies",
        "Biện pháp khắc phục hậu quả",
        aliases=("Khắc phục hậu quả", "BPKPHQ"),
    ),
    Column("remedied", "Khắc phục xong (ngày)", "date", ("Ngày khắc phục xong",)),
    Column("supplementary", "Hình thức xử phạt bổ sung", aliases=("Phạt bổ sung",)),
    Column("coercion", "Cưỡng chế (số QĐ)", aliases=("QĐ cưỡng chế",)),
    Column("coerced", "Cưỡng chế (ngày)", "date", ("Ngày cưỡng chế", "Cưỡng chế")),
    Column("officer", "Cán bộ", aliases=("Cán bộ phụ trách", "Cán bộ thụ lý")),
    Column("unit", "Đơn vị", aliases=("Đơn vị thụ lý", "Đơn vị lập")),
    Column("ward", "Phường", aliases=("Địa điểm", "Nơi vi phạm")),
    Column("note", "Ghi chú", compared=False),
]
