"""Violations that a ward sanctions day by day, with the decree in force on the day.

Brackets are those of individuals, in dong; where the decree prints those of
organisations (construction) they are halved already.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Offence:
    text: str
    provision: str
    field: str
    low: int
    high: int
    weight: int
    since: date = date(2020, 1, 1)
    until: date = date(2099, 1, 1)
    may_warn: bool = False
    remedy: str | None = None


M, K = 1_000_000, 1_000
NEW_SECURITY, NEW_LAND = date(2025, 12, 15), date(2024, 10, 4)
NEW_ROAD, NEW_FIRE = date(2025, 1, 1), date(2025, 7, 1)
CON, ENV = "Xây dựng", "Bảo vệ môi trường"
OFFENCES = (
    Offence(
        "Tổ chức thi công xây dựng nhà ở riêng lẻ không có giấy phép xây dựng",
        "Điểm a khoản 7 Điều 16 Nghị định 16/2022/NĐ-CP", CON, 30 * M, 40 * M, 9,
        remedy="Buộc phá dỡ công trình, phần công trình xây dựng vi phạm",
    ),
    Offence(
        "Tổ chức thi công xây dựng sai nội dung giấy phép xây dựng được cấp mới",
        "Điểm a khoản 6 Điều 16 Nghị định 16/2022/NĐ-CP", CON, 15 * M, 20 * M, 9,
        remedy="Buộc phá dỡ phần công trình xây dựng vi phạm",
    ),
    Offence(
        "Thi công xây dựng không che chắn, để rơi vãi vật liệu ra khu vực xung quanh",
        "Điểm a khoản 1 Điều 16 Nghị định 16/2022/NĐ-CP", CON, 1_500 * K, 2_500 * K, 14,
    ),
    Offence(
        "Không thông báo thời điểm khởi công xây dựng",
        "Khoản 1 Điều 15 Nghị định 16/2022/NĐ-CP", CON, 2_500 * K, 5 * M, 5,
    ),
    Offence(
        "Vứt, thải rác thải trên vỉa hè, lòng đường",
        "Điểm d khoản 2 Điều 25 Nghị định 45/2022/NĐ-CP", ENV, 1 * M, 2 * M, 22,
    ),
    Offence(
        "Vứt, thải, bỏ rác thải không đúng nơi quy định tại nơi công cộng",
        "Điểm c khoản 2 Điều 25 Nghị định 45/2022/NĐ-CP", ENV, 500 * K, 1 * M, 16,
    ),
    Offence(
        "Gây tiếng ồn vượt quy chuẩn kỹ thuật về tiếng ồn từ 05 dBA đến dưới 10 dBA",
        "Khoản 3 Điều 22 Nghị định 45/2022/NĐ-CP", ENV, 5 * M, 20 * M, 5,
    ),
    Offence(
        "Không phân loại chất thải rắn sinh hoạt",
        "Khoản 1 Điều 26 Nghị định 45/2022/NĐ-CP", ENV, 500 * K, 1 * M, 6,
        since=date(2025, 1, 1),
    ),
    Offence(
        "Lấn, chiếm đất phi nông nghiệp dưới 0,02 héc ta",
        "Khoản 4 Điều 13 Nghị định 123/2024/NĐ-CP", "Đất đai", 5 * M, 10 * M, 6,
        since=NEW_LAND, remedy="Buộc khôi phục lại tình trạng ban đầu của đất",
    ),
    Offence(
        "Chuyển đất nông nghiệp khác sang đất ở không được cơ quan có thẩm quyền cho "
        "phép, diện tích dưới 0,01 héc ta",
        "Khoản 2 Điều 10 Nghị định 123/2024/NĐ-CP", "Đất đai", 10 * M, 20 * M, 5,
        since=NEW_LAND, remedy="Buộc khôi phục lại tình trạng ban đầu của đất",
    ),
    Offence(
        "Lấn, chiếm đất phi nông nghiệp tại khu vực đô thị dưới 0,05 héc ta",
        "Khoản 4 Điều 14 Nghị định 91/2019/NĐ-CP", "Đất đai", 10 * M, 20 * M, 8,
        until=NEW_LAND,
    ),
    Offence(
        "Gây tiếng động lớn, làm ồn ào tại khu dân cư trong khoảng thời gian từ 22 giờ "
        "đến 06 giờ sáng hôm sau",
        "Điểm a khoản 1 Điều 8 Nghị định 144/2021/NĐ-CP", "An ninh, trật tự",
        500 * K, 1 * M, 6, until=NEW_SECURITY, may_warn=True,
    ),
    Offence(
        "Gây mất trật tự công cộng",
        "Điểm a khoản 1 Điều 8 Nghị định 282/2025/NĐ-CP", "An ninh, trật tự",
        500 * K, 1 * M, 6, since=NEW_SECURITY, may_warn=True,
    ),
    Offence(
        "Không thực hiện đúng quy định về thông báo lưu trú",
        "Khoản 1 Điều 9 Nghị định 144/2021/NĐ-CP", "An ninh, trật tự",
        500 * K, 1 * M, 5, until=NEW_SECURITY, may_warn=True,
    ),
    Offence(
        "Gây mất yên tĩnh tại khu dân cư",
        "Khoản 1 Điều 9 Nghị định 282/2025/NĐ-CP", "An ninh, trật tự",
        500 * K, 1 * M, 5, since=NEW_SECURITY,
    ),
    Offence(
        "Sử dụng trái phép lòng đường, vỉa hè để kinh doanh, buôn bán nhỏ lẻ",
        "Khoản 1 Điều 12 Nghị định 100/2019/NĐ-CP", "Giao thông đường bộ",
        200 * K, 300 * K, 22, until=NEW_ROAD,
    ),
    Offence(
        "Sử dụng trái phép lòng đường, vỉa hè để kinh doanh, buôn bán nhỏ lẻ",
        "Khoản 1 Điều 12 Nghị định 168/2024/NĐ-CP", "Giao thông đường bộ",
        200 * K, 250 * K, 22, since=NEW_ROAD,
    ),
    Offence(
        "Kinh doanh dịch vụ ăn uống không có giấy chứng nhận cơ sở đủ điều kiện an "
        "toàn thực phẩm",
        "Khoản 1 Điều 18 Nghị định 115/2018/NĐ-CP", "An toàn thực phẩm",
        20 * M, 30 * M, 4,
    ),
    Offence(
        "Không thực hiện chế độ kiểm thực ba bước, không lưu mẫu thức ăn",
        "Khoản 2 Điều 15 Nghị định 115/2018/NĐ-CP", "An toàn thực phẩm",
        3 * M, 5 * M, 6,
    ),
    Offence(
        "Kinh doanh hàng hóa không rõ nguồn gốc, xuất xứ trị giá dưới 1.000.000 đồng",
        "Điểm a khoản 1 Điều 17 Nghị định 98/2020/NĐ-CP", "Thương mại",
        300 * K, 500 * K, 6, may_warn=True,
    ),
    Offence(
        "Không trang bị phương tiện chữa cháy thông dụng",
        "Khoản 2 Điều 20 Nghị định 106/2025/NĐ-CP", "Phòng cháy, chữa cháy",
        3 * M, 5 * M, 5, since=NEW_FIRE,
    ),
    Offence(
        "Lắp đặt, sử dụng dây dẫn điện, thiết bị điện không bảo đảm an toàn phòng cháy",
        "Khoản 1 Điều 12 Nghị định 106/2025/NĐ-CP", "Phòng cháy, chữa cháy",
        6 * M, 8 * M, 3, since=NEW_FIRE,
    ),
    Offence(
        "Treo, dán quảng cáo trên cột điện, cây xanh nơi công cộng",
        "Khoản 1 Điều 34 Nghị định 38/2021/NĐ-CP", "Quảng cáo",
        1 * M, 2 * M, 6,
    ),
    Offence(
        "Hút thuốc lá tại địa điểm có quy định cấm",
        "Khoản 1 Điều 25 Nghị định 117/2020/NĐ-CP", "Y tế", 200 * K, 500 * K, 4,
        may_warn=True,
    ),
)  # fmt: skip


def in_force(day: date) -> list[Offence]:
    return [o for o in OFFENCES if o.since <= day < o.until]
