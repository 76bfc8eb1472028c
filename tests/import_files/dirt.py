"""How an office types its registers: what makes a clean fact a lifelike cell."""

from datetime import date

TONES = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "ỏe": "oẻ", "ùy": "uỳ"}


class Typist:
    """Types facts into cells, with the habits of several people over the years."""

    def __init__(self, rng):
        self.rng = rng

    def day(self, day: date | None):
        """A date: mostly a real one, else one of the ways in which people type it."""
        if day is None:
            return None
        way = self.rng.random()
        if way < 0.62:
            return day
        if way < 0.84:
            return f"{day:%d/%m/%Y}"
        if way < 0.94:
            return f"{day.day}.{day.month}.{day:%y}"
        if way < 0.98:
            return f" {day.day}/{day.month}/{day.year}\u00a0"
        return f"ngày {day:%d-%m-%Y}"

    def month(self, day: date) -> str:
        return f"tháng {day.month}/{day.year}"

    def text(self, text: str | None):
        if not text:
            return None
        way = self.rng.random()
        if way < 0.05:
            return f"{text} "
        if way < 0.08:
            return text.replace(" ", "  ", 1)
        if way < 0.11:
            return text.replace(" ", "\u00a0", 1)
        return text

    def name(self, name: str):
        """A person's name; one and the same person may be Hòa here and Hoà there."""
        if self.rng.random() < 0.5:
            for early, late in TONES.items():
                if name.endswith(early):
                    name = name.removesuffix(early) + late
        if self.rng.random() < 0.03:
            name = name.upper()
        return self.text(name)

    def number(self, number: str | None):
        """A personal number; Excel eats the leading zero of what it takes for one."""
        if not number or self.rng.random() < 0.08:
            return None
        way = self.rng.random()
        if way < 0.06:
            return int(number)
        if way < 0.1:
            return f"{number[:3]} {number[3:6]} {number[6:]}"
        return number

    def amount(self, amount: int | None):
        if amount is None:
            return None
        if not amount:
            return "Cảnh cáo"
        dotted = f"{amount:,}".replace(",", ".")
        way = self.rng.random()
        if way < 0.6:
            return amount
        if way < 0.8:
            return f"{dotted}đ"
        if way < 0.9:
            return f"{dotted} đồng"
        return dotted
