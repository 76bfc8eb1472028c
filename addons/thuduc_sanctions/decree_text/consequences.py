"""Supplementary sanctions and remedies: what they are and how long they last."""

import re
from dataclasses import dataclass

SUPPLEMENTARY, REMEDY, DEMERIT = "supplementary", "remedy", "demerit"

# First match wins; the words are those of Articles 21 and 28 of Law 15/2012.
_MEASURES = (
    (SUPPLEMENTARY, "licence", r"tước quyền sử dụng"),
    (SUPPLEMENTARY, "suspension", r"đình chỉ"),
    (SUPPLEMENTARY, "confiscation", r"tịch thu"),
    (SUPPLEMENTARY, "deportation", r"trục xuất"),
    (DEMERIT, "demerit", r"trừ (?:\d+ )?điểm"),
    (REMEDY, "restore", r"buộc (?:phải )?khôi phục"),
    (REMEDY, "dismantle", r"buộc (?:phải )?(?:phá dỡ|tháo dỡ|di dời)"),
    (REMEDY, "environment", r"buộc .*ô nhiễm|buộc .*lây lan dịch bệnh"),
    (REMEDY, "export", r"buộc (?:đưa ra khỏi|tái xuất)"),
    (REMEDY, "destroy", r"buộc (?:phải )?(?:tiêu hủy|tiêu huỷ)"),
    (REMEDY, "apologise", r"buộc (?:phải )?(?:công khai )?xin lỗi"),
    (REMEDY, "correct", r"buộc (?:phải )?cải chính"),
    (REMEDY, "label", r"buộc loại bỏ"),
    (REMEDY, "recall", r"buộc (?:phải )?thu hồi"),
    (REMEDY, "gain", r"buộc .*(?:lợi bất hợp pháp|thu lợi bất chính)"),
    (REMEDY, "costs", r"buộc .*chi trả|buộc .*chi phí"),
    (REMEDY, "return", r"buộc (?:phải )?(?:trả lại|hoàn trả|nộp lại|trả đủ|đóng đủ)"),
    (REMEDY, "other", r"buộc"),
)
_MONTHS = re.compile(
    r"từ\s*(\d{1,2})\s*(?:tháng)?\s*đến\s*(\d{1,2})\s*tháng", re.IGNORECASE
)
_SINGLE_TERM = re.compile(r"(?:trong(?: thời hạn)?|thời hạn)\s*(\d{1,2})\s*tháng")


@dataclass(frozen=True)
class Consequence:
    """A measure that comes with an act besides its fine, in the decree's words."""

    kind: str
    measure: str
    wording: str
    months: tuple[int, int] | None = None


def classify(wording: str, kind: str = SUPPLEMENTARY) -> Consequence:
    """Say which measure of the law a wording is; ``kind`` where words do not tell.

    >>> classify("Đình chỉ hoạt động từ 03 tháng đến 06 tháng").months
    (3, 6)
    >>> classify("Buộc nộp lại số lợi bất hợp pháp có được").measure
    'gain'
    """
    text = " ".join(wording.split()).strip(" ;.:,")
    lowered = text.lower()
    measure = "other"
    starts = [
        (found.start(), order, its_kind, name)
        for order, (its_kind, name, words) in enumerate(_MEASURES)
        if (found := re.search(words, lowered))
    ]
    if starts:
        _start, _order, kind, measure = min(starts)
    return Consequence(kind, measure, text[:1].upper() + text[1:], _months(lowered))


def _months(text):
    if found := _MONTHS.search(text):
        return int(found[1]), int(found[2])
    if found := _SINGLE_TERM.search(text):
        return int(found[1]), int(found[1])
    return None
