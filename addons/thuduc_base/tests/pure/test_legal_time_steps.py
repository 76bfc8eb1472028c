"""The explanation of a period, as a lawyer reads it."""

from datetime import date, datetime

from legal_time import WorkingCalendar, end_of_period, extend

TET = {date(2026, 2, day): "Tết Nguyên đán" for day in range(16, 21)}
CALENDAR = WorkingCalendar(
    {**TET, date(2026, 1, 2): "Tết Dương lịch (hoán đổi)"},
    [date(2026, 1, 10), date(2026, 8, 22)],
)


def test_rolled_period_names_each_block():
    assert end_of_period(date(2026, 2, 6), 10, "day", CALENDAR).steps == (
        "Mốc tính thời hạn: thứ Sáu, ngày 06/02/2026.",
        "Không tính ngày bắt đầu; ngày thứ nhất là thứ Bảy, ngày 07/02/2026.",
        "Đủ 10 ngày vào thứ Hai, ngày 16/02/2026.",
        "Từ 16/02/2026 đến 20/02/2026 là ngày nghỉ Tết Nguyên đán.",
        "Từ 21/02/2026 đến 22/02/2026 là ngày nghỉ hằng tuần.",
        "Chuyển sang ngày làm việc tiếp theo: thứ Hai, ngày 23/02/2026.",
        "Hạn cuối: hết thứ Hai, ngày 23/02/2026.",
    )


def test_working_days_are_listed_with_makeup_saturdays():
    assert end_of_period(date(2026, 1, 8), 3, "working_day", CALENDAR).steps[2:] == (
        "11/01/2026 là ngày nghỉ hằng tuần.",
        "10/01/2026 (thứ Bảy) là ngày làm việc bù.",
        "Ngày làm việc được tính: 09/01/2026, 10/01/2026, 12/01/2026.",
        "Đủ 3 ngày làm việc vào thứ Hai, ngày 12/01/2026.",
        "Hạn cuối: hết thứ Hai, ngày 12/01/2026.",
    )


def test_each_weekend_is_a_block_also_backward():
    period = end_of_period(
        date(2026, 3, 18), 8, "working_day", CALENDAR, direction="backward"
    )
    assert period.steps[1:5] == (
        "Tính lùi, không tính ngày bắt đầu; ngày thứ nhất là thứ Ba, ngày 17/03/2026.",
        "Từ 07/03/2026 đến 08/03/2026 là ngày nghỉ hằng tuần.",
        "Từ 14/03/2026 đến 15/03/2026 là ngày nghỉ hằng tuần.",
        "Ngày làm việc được tính: 06/03/2026, 09/03/2026, 10/03/2026, 11/03/2026,"
        " 12/03/2026, 13/03/2026, 16/03/2026, 17/03/2026.",
    )


def test_long_working_periods_name_holidays_only():
    steps = end_of_period(date(2026, 1, 20), 30, "working_day", CALENDAR).steps
    assert steps[2:5] == (
        "Không tính ngày nghỉ hằng tuần và ngày nghỉ lễ, tết.",
        "Từ 16/02/2026 đến 20/02/2026 là ngày nghỉ Tết Nguyên đán.",
        "Đủ 30 ngày làm việc vào thứ Ba, ngày 10/03/2026.",
    )


def test_makeup_saturday_is_not_rolled():
    steps = end_of_period(date(2026, 8, 15), 7, "day", CALENDAR).steps
    assert steps[-2:] == (
        "22/08/2026 (thứ Bảy) là ngày làm việc bù.",
        "Hạn cuối: hết thứ Bảy, ngày 22/08/2026.",
    )


def test_period_that_moves_to_a_makeup_saturday():
    calendar = WorkingCalendar([date(2026, 8, 21)], [date(2026, 8, 22)])
    steps = end_of_period(date(2026, 8, 14), 7, "day", calendar).steps
    assert steps[-3:] == (
        "Chuyển sang ngày làm việc tiếp theo: thứ Bảy, ngày 22/08/2026.",
        "22/08/2026 (thứ Bảy) là ngày làm việc bù.",
        "Hạn cuối: hết thứ Bảy, ngày 22/08/2026.",
    )


def test_missing_day_of_the_month():
    steps = end_of_period(date(2026, 1, 31), 1, "month", CALENDAR).steps
    assert (
        "Tháng 02/2026 không có ngày 31 nên thời hạn kết thúc vào ngày cuối cùng của"
        " tháng." in steps
    )


def test_period_that_stays_on_a_day_off():
    steps = end_of_period(date(2026, 2, 6), 10, "day", CALENDAR, roll="none").steps
    assert steps[-3:] == (
        "16/02/2026 là ngày nghỉ Tết Nguyên đán.",
        "Thời hạn này không chuyển sang ngày làm việc khác.",
        "Hạn cuối: hết thứ Hai, ngày 16/02/2026.",
    )


def test_backward_period():
    hearing = date(2026, 2, 25)
    steps = end_of_period(
        hearing, 7, "day", CALENDAR, direction="backward", roll="auto"
    ).steps
    assert steps[1:] == (
        "Tính lùi, không tính ngày bắt đầu; ngày thứ nhất là thứ Ba, ngày 24/02/2026.",
        "Đủ 7 ngày vào thứ Tư, ngày 18/02/2026.",
        "Từ 14/02/2026 đến 15/02/2026 là ngày nghỉ hằng tuần.",
        "Từ 16/02/2026 đến 18/02/2026 là ngày nghỉ Tết Nguyên đán.",
        "Chuyển sang ngày làm việc liền trước: thứ Sáu, ngày 13/02/2026.",
        "Hạn cuối: hết thứ Sáu, ngày 13/02/2026.",
    )


def test_hours():
    assert end_of_period(datetime(2026, 3, 6, 16, 30), 48, "hour", CALENDAR).steps == (
        "Mốc tính thời hạn: 16 giờ 30 phút, thứ Sáu, ngày 06/03/2026.",
        "Tính 48 giờ từ thời điểm đó, kể cả ban đêm và ngày nghỉ.",
        "Hạn cuối: 16 giờ 30 phút, Chủ nhật, ngày 08/03/2026.",
    )


def test_at_once():
    assert end_of_period(date(2026, 3, 7), 0, "day", CALENDAR).steps == (
        "Mốc tính thời hạn: thứ Bảy, ngày 07/03/2026.",
        "Phải thực hiện ngay, không có thời hạn.",
        "Hạn cuối: hết thứ Bảy, ngày 07/03/2026.",
    )


def test_extension_continues_the_story():
    base = end_of_period(date(2026, 2, 6), 10, "day", CALENDAR)
    assert extend(base, 7, "day", CALENDAR).steps[len(base.steps)] == (
        "Gia hạn 7 ngày, tính tiếp từ ngày hết hạn khi chưa chuyển ngày nghỉ: thứ Hai,"
        " ngày 16/02/2026."
    )
