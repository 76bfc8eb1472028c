"""The computation of a period told line by line, as a lawyer would check it."""

from datetime import timedelta
from itertools import groupby

ONE_DAY = timedelta(days=1)
WEEKDAYS = (
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
    "Chủ nhật",
)
UNIT_NAMES = {
    "hour": "giờ",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "week": "tuần",
    "month": "tháng",
    "year": "năm",
}
# Longer periods of working days are not listed day by day.
LISTED_WORKING_DAYS = 10


def explain(period) -> tuple[str, ...]:
    """Return the steps from the start of ``period`` to its due date."""
    return (
        *_origin(period),
        *_count(period),
        *_move(period),
        f"Hạn cuối: {_end(period.due, period.unit)}.",
    )


def _origin(period):
    if period.extends is None:
        yield f"Mốc tính thời hạn: {_moment(period.start)}."
        return
    yield from period.extends.steps
    yield (
        f"Gia hạn {_span(period)}, tính tiếp từ ngày hết hạn khi chưa chuyển ngày"
        f" nghỉ: {_moment(period.start)}."
    )


def _count(period):
    backward = period.direction == "backward"
    lead = "Tính lùi, không" if backward else "Không"
    if not period.amount:
        yield "Phải thực hiện ngay, không có thời hạn."
    elif period.unit == "hour":
        way = "Tính lùi" if backward else "Tính"
        yield f"{way} {_span(period)} từ thời điểm đó, kể cả ban đêm và ngày nghỉ."
    else:
        first = period.start + (-ONE_DAY if backward else ONE_DAY)
        yield f"{lead} tính ngày bắt đầu; ngày thứ nhất là {_moment(first)}."
        if period.unit == "working_day":
            yield from _count_working_days(period, first)
        yield f"Đủ {_span(period)} vào {_moment(period.nominal)}."
        yield from _clamp(period)


def _count_working_days(period, first):
    """List what is skipped and what is counted; weekends only in short periods."""
    calendar = period.calendar
    days = list(_days(*sorted((first, period.nominal))))
    short = period.amount <= LISTED_WORKING_DAYS
    if not short:
        yield "Không tính ngày nghỉ hằng tuần và ngày nghỉ lễ, tết."
    off_days = (d for d in days if calendar.is_off(d))
    yield from _rests(calendar, off_days if short else _named_rests(calendar, off_days))
    yield from _makeup_days(calendar, days)
    if short:
        counted = (_short(d) for d in days if calendar.is_working(d))
        yield f"Ngày làm việc được tính: {', '.join(counted)}."


def _named_rests(calendar, days):
    return (d for d in days if d in calendar.off_days)


def _clamp(period):
    """Say when the corresponding day does not exist (Civil Code 148.3)."""
    if period.unit in ("month", "year") and period.nominal.day != period.start.day:
        yield (
            f"Tháng {period.nominal:%m/%Y} không có ngày {period.start.day} nên thời"
            " hạn kết thúc vào ngày cuối cùng của tháng."
        )


def _move(period):
    """Say why the last day moved, or why it did not (Civil Code 148.5)."""
    calendar, nominal, due = period.calendar, period.nominal, period.due
    if period.unit in ("hour", "working_day") or not period.amount:
        return
    if nominal == due:
        if calendar.is_off(nominal):
            yield from _rests(calendar, [nominal])
            yield "Thời hạn này không chuyển sang ngày làm việc khác."
        yield from _makeup_days(calendar, [nominal])
        return
    first, last = sorted((nominal, due))
    yield from _rests(calendar, (d for d in _days(first, last) if d != due))
    which = "tiếp theo" if due > nominal else "liền trước"
    yield f"Chuyển sang ngày làm việc {which}: {_moment(due)}."
    yield from _makeup_days(calendar, [due])


def _rests(calendar, days):
    """Name each block of days off, one line a block."""
    for (name, _rank), block in groupby(
        enumerate(days), lambda item: _block_key(calendar, *item)
    ):
        first, *rest = (day for _rank, day in block)
        when = f"Từ {_short(first)} đến {_short(rest[-1])}" if rest else _short(first)
        yield f"{when} là ngày nghỉ {name}."


def _block_key(calendar, rank, day):
    """Days of one block share their reason and follow each other."""
    return calendar.why_off(day), day.toordinal() - rank


def _makeup_days(calendar, days):
    for day in days:
        if day in calendar.makeup_days:
            yield f"{_short(day)} ({_weekday(day)}) là ngày làm việc bù."


def _days(first, last):
    for offset in range((last - first).days + 1):
        yield first + offset * ONE_DAY


def _span(period):
    return f"{period.amount} {UNIT_NAMES[period.unit]}"


def _weekday(day):
    return WEEKDAYS[day.weekday()]


def _short(day):
    return f"{day:%d/%m/%Y}"


def _moment(moment):
    """Return "thứ Hai, ngày 23/02/2026", after the hour if there is one."""
    day = f"{_weekday(moment)}, ngày {_short(moment)}"
    return f"{moment:%H giờ %M phút}, {day}" if hasattr(moment, "hour") else day


def _end(moment, unit):
    """A last day ends at 24:00 (Civil Code 148.6); an hour when it is over."""
    return _moment(moment) if unit == "hour" else f"hết {_moment(moment)}"
