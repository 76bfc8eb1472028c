"""Invented people and companies: names as frequent as they are, plausible numbers.

Nobody real is meant. Personal numbers obey the rules of the Law on Identity (province,
century and sex, year of birth), tax codes carry a right check digit.
"""


def words(text: str, mark: str | None = None) -> list[str]:
    return text.split(mark)


FAMILY = {
    "Nguyễn": 384, "Trần": 121, "Lê": 95, "Phạm": 70, "Huỳnh": 51, "Phan": 45,
    "Võ": 39, "Đặng": 21, "Bùi": 20, "Trương": 20, "Đỗ": 14, "Hồ": 13, "Ngô": 13,
    "Dương": 10, "Lâm": 8, "Mai": 8, "Đinh": 8, "Cao": 6, "Lý": 5, "Thái": 4,
    "Châu": 4, "Tạ": 3, "Tô": 3, "Hà": 3, "Đoàn": 4, "Lương": 4, "Vương": 2,
}  # fmt: skip
MIDDLE_MALE = words(
    "Văn Văn Văn Văn Hữu Đức Minh Quốc Thanh Công Hoàng Ngọc Anh Xuân Tấn Trọng"
)
MIDDLE_FEMALE = words(
    "Thị Thị Thị Thị Thị Ngọc Thanh Thu Kim Mỹ Hồng Bích Minh Phương Tuyết"
)
GIVEN_MALE = words(
    "Hùng Dũng Tuấn Minh Hải Sơn Bình Long Phúc Nam Thành Tâm Quang Hiếu Trung Tài "
    "Khoa Phát Đạt Lộc Thắng Cường Nghĩa Tùng Hoàng Vinh Phong Toàn Khánh Duy An Hậu "
    "Bảo Kiệt Lâm Nhân Quý Sang Tân Thịnh Việt Hòa"
)
GIVEN_FEMALE = words(
    "Lan Hương Mai Hoa Thảo Nga Hạnh Hằng Thủy Dung Loan Yến Phượng Tuyết Vân Liên "
    "Nhung Oanh Trang Linh Ngân Thúy Hiền Diệu Xuân Cúc Hồng Nhàn Tâm Trinh Vy Châu "
    "Bé Sáu Đào Liễu Hòa Thanh Nguyệt"
)
PROVINCES = ["079"] * 60 + words(
    "074 075 080 082 083 086 087 089 092 001 034 036 038 040 042 044 046 048 049 051 "
    "052 054 060 068 070 072 077"
)
TRADES = words(
    "Thương mại Dịch vụ|Xây dựng|Thực phẩm|Vận tải|Cơ khí|Bao bì|Nhựa|In ấn|May mặc|"
    "Bất động sản|Nhà hàng|Vật liệu xây dựng|Dược phẩm|Gỗ",
    "|",
)
BRANDS = words(
    "Hoàng Gia|Tân Phát|Minh Khang|Đại Lộc|Phú Thịnh|An Bình|Thiên Long|Gia Hưng|"
    "Nam Việt|Trường Thịnh|Hưng Phú|Kim Ngân|Đông Á|Việt Tiến|Sao Mai|Thành Công",
    "|",
)
STREETS = words(
    "Kha Vạn Cân|Võ Văn Ngân|Đặng Văn Bi|Lê Văn Việt|Đỗ Xuân Hợp|Nguyễn Duy Trinh|"
    "Nguyễn Thị Định|Quốc lộ 13|Tỉnh lộ 43|Hoàng Diệu 2|Tô Ngọc Vân|Phạm Văn Đồng|"
    "Lã Xuân Oai|Man Thiện|Dương Đình Hội|Tây Hòa|Lò Lu|Hoàng Hữu Nam|Bưng Ông Thoàn|"
    "Lương Định Của|Đường số 8|Đường số 12|Đường số 22|Linh Đông|Ngô Chí Quốc",
    "|",
)
# Ward until 2025-06-30 -> ward since 2025-07-01 (Resolution 1685/NQ-UBTVQH15).
WARDS = {
    "Hiệp Bình Chánh": "Hiệp Bình", "Hiệp Bình Phước": "Hiệp Bình",
    "Linh Đông": "Hiệp Bình", "Bình Thọ": "Thủ Đức", "Linh Chiểu": "Thủ Đức",
    "Trường Thọ": "Thủ Đức", "Linh Tây": "Thủ Đức", "Bình Chiểu": "Tam Bình",
    "Tam Phú": "Tam Bình", "Tam Bình": "Tam Bình", "Linh Trung": "Linh Xuân",
    "Linh Xuân": "Linh Xuân", "Tân Phú": "Tăng Nhơn Phú",
    "Hiệp Phú": "Tăng Nhơn Phú", "Tăng Nhơn Phú A": "Tăng Nhơn Phú",
    "Tăng Nhơn Phú B": "Tăng Nhơn Phú", "Long Bình": "Long Bình",
    "Long Thạnh Mỹ": "Long Bình", "Trường Thạnh": "Long Phước",
    "Long Phước": "Long Phước", "Phú Hữu": "Long Trường",
    "Long Trường": "Long Trường", "Thạnh Mỹ Lợi": "Cát Lái", "Cát Lái": "Cát Lái",
    "Bình Trưng Đông": "Bình Trưng", "Bình Trưng Tây": "Bình Trưng",
    "Phước Bình": "Phước Long", "Phước Long A": "Phước Long",
    "Phước Long B": "Phước Long", "An Phú": "Bình Trưng", "Thảo Điền": "An Khánh",
    "An Khánh": "An Khánh", "Thủ Thiêm": "An Khánh", "An Lợi Đông": "An Khánh",
}  # fmt: skip
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


class People:
    """Draws people, companies and addresses from one source of chance."""

    def __init__(self, rng):
        self.rng = rng

    def person(self) -> dict:
        rng = self.rng
        male = rng.random() < 0.58
        family = rng.choices(list(FAMILY), list(FAMILY.values()))[0]
        middle = rng.choice(MIDDLE_MALE if male else MIDDLE_FEMALE)
        given = rng.choice(GIVEN_MALE if male else GIVEN_FEMALE)
        year = min(2004, max(1938, round(rng.gauss(1972, 13))))
        sex = (0 if male else 1) + (2 if year >= 2000 else 0)
        number = (
            f"{rng.choice(PROVINCES)}{sex}{year % 100:02}{rng.randrange(1_000_000):06}"
        )
        return {
            "name": f"{family} {middle} {given}",
            "year": year,
            "number": number,
            "kind": "individual",
        }

    def company(self) -> dict:
        rng = self.rng
        form = rng.choice(
            ["Công ty TNHH", "Công ty TNHH MTV", "Công ty Cổ phần", "Hộ kinh doanh"]
        )
        if form == "Hộ kinh doanh":
            owner = self.person()
            return owner | {"name": f"{form} {owner['name']}", "kind": "household"}
        name = f"{form} {rng.choice(TRADES)} {rng.choice(BRANDS)}"
        return {
            "name": name,
            "year": None,
            "number": self._tax_code(),
            "kind": "organisation",
        }

    def _tax_code(self) -> str:
        while True:
            digits = [0, 3] + [self.rng.randrange(10) for _ in range(7)]
            check = (
                10 - sum(w * d for w, d in zip(TAX_WEIGHTS, digits, strict=True)) % 11
            )
            if check < 10:
                return "".join(map(str, [*digits, check]))

    def ward(self, day) -> tuple[str, str]:
        """Name of a ward on that day and the ward it belongs to since July 2025."""
        old = self.rng.choice(list(WARDS))
        return (old if (day.year, day.month) < (2025, 7) else WARDS[old]), WARDS[old]

    def unit(self, ward: str, technical: bool) -> str:
        """Unit of the present ward that keeps the file, as people write it."""
        if technical:
            names = ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT")
        else:
            names = ("Văn phòng HĐND và UBND", "VP HĐND và UBND")
        return f"{self.rng.choices(names, (4, 1))[0]} phường {ward}"

    def address(self, day, ward=None) -> str:
        rng = self.rng
        number = rng.choice(
            [str(rng.randint(1, 480)), f"{rng.randint(2, 300)}/{rng.randint(1, 60)}"]
        )
        ward = ward or self.ward(day)[0]
        city = (
            "TP. Thủ Đức, TP. Hồ Chí Minh"
            if (day.year, day.month) < (2025, 7)
            else "TP. Hồ Chí Minh"
        )
        return f"{number} {rng.choice(STREETS)}, phường {ward}, {city}"
