"""Personal identification numbers and tax codes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import check_personal_id, check_tax_code

BORN = date(1985, 4, 30)


@pytest.mark.parametrize(
    ("number", "birth_date", "gender", "problems"),
    [
        ("079085012345", BORN, "male", []),
        ("079185012345", BORN, "female", []),
        ("079085012345", None, None, []),
        ("079085012345", BORN, "other", []),
        ("079205012345", date(2005, 1, 1), "male", []),
        ("079305012345", date(2005, 1, 1), "female", []),
        ("079085012345", BORN, "female", ["gender"]),
        ("079085012345", date(1986, 1, 1), None, ["birth_year"]),
        ("079285012345", BORN, None, ["birth_in_future", "birth_year"]),
        ("000085012345", BORN, None, ["province"]),
        ("097085012345", BORN, None, ["province"]),
        ("096085012345", BORN, None, []),
        ("023456789", BORN, None, ["old_9_digits"]),
        ("07908501234", None, None, ["not_12_digits"]),
        ("0790850123456", None, None, ["not_12_digits"]),
        ("07908501234x", None, None, ["not_12_digits"]),
        ("079085012345\n", None, None, ["not_12_digits"]),
        ("٠٧٩٠٨٥٠١٢٣٤٥", None, None, ["not_12_digits"]),
        ("", None, None, ["not_12_digits"]),
    ],
)
def test_personal_id(number, birth_date, gender, problems):
    assert check_personal_id(number, birth_date, gender) == problems


@given(
    st.integers(1, 96),
    st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    st.sampled_from(["male", "female"]),
    st.integers(0, 999_999),
)
def test_number_made_from_the_rule_is_sound(province, birth_date, gender, serial):
    century_and_sex = (birth_date.year - 1900) // 100 * 2 + (gender == "female")
    number = f"{province:03}{century_and_sex}{birth_date.year % 100:02}{serial:06}"
    assert check_personal_id(number, birth_date, gender) == []
    assert check_tax_code(number) == []
    other = {"male": "female", "female": "male"}[gender]
    assert check_personal_id(number, birth_date, other) == ["gender"]


@pytest.mark.parametrize(
    ("number", "problems"),
    [
        ("0100109106", []),
        ("0100109106-001", []),
        ("0100109106-999", []),
        ("0100109106-000", ["branch"]),
        ("0100109107", ["check_digit"]),
        ("0100109107-000", ["branch", "check_digit"]),
        ("079085012345", []),
        ("099085012345", ["province"]),
        ("0100109106001", ["format"]),
        ("010010910", ["format"]),
        ("0100109106-1", ["format"]),
        ("0100109106\n", ["format"]),
        ("", ["format"]),
    ],
)
def test_tax_code(number, problems):
    assert check_tax_code(number) == problems


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_at_most_one_last_digit_fits(nine):
    assert sum(not check_tax_code(f"{nine}{digit}") for digit in range(10)) <= 1


@given(st.from_regex(r"[0-9]{10}(-[0-9]{3})?", fullmatch=True))
def test_tax_code_agrees_with_the_library(number):
    mst = pytest.importorskip("stdnum.vn.mst")
    if number[2:9] != "0000000":  # a serial of zeros: only the library minds
        assert (not check_tax_code(number)) == mst.is_valid(number)
