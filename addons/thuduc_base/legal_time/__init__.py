"""How the law counts time. Pure Python: nothing here knows Odoo.

Administrative procedure (Law on Administrative Procedure, Article 116.5) and the
handling of administrative violations (Law on Handling of Administrative
Violations, Article 8.1) both count as the Civil Code 2015 does, Articles 144-148,
except where the text says "working days" (ngày làm việc).

==================  ==========================================================
Civil Code          Rule
==================  ==========================================================
145.2               the solar calendar
147.1               hours run from the moment itself
147.2, 147.3        days, weeks, months, years: the first day is not counted
148.1, 148.2        days and weeks end with their last day
148.3               months end on the corresponding day, else on the month's last
148.4               years end on the corresponding day and month
148.5               a last day that is a day of rest moves to the next working day
148.6               the last day ends at 24:00
==================  ==========================================================

>>> from datetime import date
>>> calendar = WorkingCalendar({date(2026, 4, 30): "Ngày Chiến thắng",
...                             date(2026, 5, 1): "Ngày Quốc tế Lao động"})
>>> appeal = end_of_period(date(2026, 4, 15), 15, "day", calendar)
>>> appeal.nominal, appeal.due
(datetime.date(2026, 4, 30), datetime.date(2026, 5, 4))
>>> for step in appeal.steps:
...     print(step)
Mốc tính thời hạn: thứ Tư, ngày 15/04/2026.
Không tính ngày bắt đầu; ngày thứ nhất là thứ Năm, ngày 16/04/2026.
Đủ 15 ngày vào thứ Năm, ngày 30/04/2026.
30/04/2026 là ngày nghỉ Ngày Chiến thắng.
01/05/2026 là ngày nghỉ Ngày Quốc tế Lao động.
Từ 02/05/2026 đến 03/05/2026 là ngày nghỉ hằng tuần.
Chuyển sang ngày làm việc tiếp theo: thứ Hai, ngày 04/05/2026.
Hạn cuối: hết thứ Hai, ngày 04/05/2026.
"""

from .errors import LegalTimeError
from .period import LegalPeriod, end_of_period, extend, resume_after
from .working_calendar import WorkingCalendar

__all__ = [
    "LegalPeriod",
    "LegalTimeError",
    "WorkingCalendar",
    "end_of_period",
    "extend",
    "resume_after",
]
