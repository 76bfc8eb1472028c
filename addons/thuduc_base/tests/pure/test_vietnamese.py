"""Vietnamese text helpers."""

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import fold, format_amount, normalise_tone, spoken_date

letters = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđqhtng "
)
texts = st.text(letters + letters.upper(), max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ủy ban nhân dân", "uy ban nhan dan"),
        ("  ĐẶNG\u00a0 Văn\tƯỚC\n", "dang van uoc"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Đào"), "nguyen thi dao"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(texts)
def test_fold_is_stable_and_blind_to_spelling(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(normalise_tone(text)) == fold(text)


@pytest.mark.parametrize(
    ("spellings", "canonical"),
    [
        (("hoà", "hòa"), "hòa"),
        (("HOÀ", "HÒA"), "HÒA"),
        (("Thuỷ", "Thủy"), "Thủy"),
        (("khoẻ", "khỏe"), "khỏe"),
        (("toạ độ", "tọa độ"), "tọa độ"),
        (("Uỷ ban", "Ủy ban"), "Ủy ban"),
        (("quý", "qúy"), "quý"),
        (("Quỳ", "Qùy"), "Quỳ"),
        (("quế", "qúê"), "quế"),
    ],
)
def test_both_spellings_are_one_name(spellings, canonical):
    for spelling in spellings:
        for form in ("NFC", "NFD"):
            assert normalise_tone(unicodedata.normalize(form, spelling)) == canonical


@pytest.mark.parametrize(
    "text", ["Hoàng", "thuở", "ngoặc", "loét", "khuỷu", "huýt", "xoài", "quà", "Huế"]
)
def test_words_with_one_spelling_stay(text):
    assert normalise_tone(text) == text


def test_different_tones_are_different_names():
    assert normalise_tone("Thuỷ") != normalise_tone("Thuý")


@given(texts)
def test_normalise_tone_is_stable(text):
    once = normalise_tone(text)
    assert normalise_tone(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 2, 1), "ngày 01 tháng 02 năm 2026"),
        (datetime(2026, 12, 31, 8), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_spoken_date(day, words):
    assert spoken_date(day) == words


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (-1234567, "-1.234.567")],
)
def test_format_amount(amount, text):
    assert format_amount(amount) == text


@given(st.integers())
def test_format_amount_reads_back(amount):
    assert int(format_amount(amount).replace(".", "")) == amount


@pytest.mark.parametrize("amount", [1.5, "1000", None, False])
def test_format_amount_takes_whole_numbers(amount):
    with pytest.raises(TypeError):
        format_amount(amount)
