"""Amounts read aloud, and read back by an independent reader."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import amount_in_words

EXAMPLES = {
    0: "Không đồng",
    1: "Một đồng",
    5: "Năm đồng",
    10: "Mười đồng",
    11: "Mười một đồng",
    14: "Mười bốn đồng",
    15: "Mười lăm đồng",
    20: "Hai mươi đồng",
    21: "Hai mươi mốt đồng",
    24: "Hai mươi tư đồng",
    25: "Hai mươi lăm đồng",
    100: "Một trăm đồng",
    101: "Một trăm lẻ một đồng",
    104: "Một trăm lẻ bốn đồng",
    105: "Một trăm lẻ năm đồng",
    110: "Một trăm mười đồng",
    115: "Một trăm mười lăm đồng",
    121: "Một trăm hai mươi mốt đồng",
    1_000: "Một nghìn đồng",
    1_001: "Một nghìn không trăm lẻ một đồng",
    1_015: "Một nghìn không trăm mười lăm đồng",
    5_500: "Năm nghìn năm trăm đồng",
    1_005_000: "Một triệu không trăm lẻ năm nghìn đồng",
    1_000_005: "Một triệu không trăm lẻ năm đồng",
    7_500_000: "Bảy triệu năm trăm nghìn đồng",
    1_000_000_000: "Một tỷ đồng",
    1_000_000_021: "Một tỷ không trăm hai mươi mốt đồng",
    1_000_000_000_000: "Một nghìn tỷ đồng",
    1_005_000_000_000: "Một nghìn không trăm lẻ năm tỷ đồng",
    10**15: "Một triệu tỷ đồng",
    10**18: "Một tỷ tỷ đồng",
    123_456_789: (
        "Một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín"
        " đồng"
    ),
}


@pytest.mark.parametrize(("amount", "words"), EXAMPLES.items())
def test_example(amount, words):
    assert amount_in_words(amount) == words


def read_aloud(words):
    """Return the amount that ``words`` mean; knows nothing of how they were made."""
    *tokens, currency = words.lower().split()
    assert currency == "đồng"
    return read_number(tokens)


def read_number(tokens):
    """Everything before the last tỷ counts thousands of millions."""
    if "tỷ" in tokens:
        last = len(tokens) - 1 - tokens[::-1].index("tỷ")
        return read_number(tokens[:last]) * 10**9 + read_number(tokens[last + 1 :])
    total = group = digit = 0
    digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    for token in tokens:
        if token in digits:
            digit = digits.index(token)
        elif token in ("mốt", "tư", "lăm"):
            digit = {"mốt": 1, "tư": 4, "lăm": 5}[token]
        elif token == "mười":
            group, digit = group + 10, 0
        elif token in ("trăm", "mươi"):
            group, digit = group + digit * {"trăm": 100, "mươi": 10}[token], 0
        elif token in ("nghìn", "triệu"):
            total += (group + digit) * {"nghìn": 10**3, "triệu": 10**6}[token]
            group = digit = 0
        else:
            assert token == "lẻ"
    return total + group + digit


@given(
    st.integers(0, 10**4)
    | st.integers(0, 10**12)
    | st.integers(0, 10**22)
    | st.builds(lambda a, b, c: a * 10**b + c, *[st.integers(0, 21)] * 3)
)
def test_reading_back_gives_the_amount(amount):
    words = amount_in_words(amount)
    assert read_aloud(words) == amount
    assert words[0].isupper()
    assert words == unicodedata.normalize("NFC", words)


def test_first_ten_thousand_are_all_different_and_read_back():
    assert all(read_aloud(amount_in_words(n)) == n for n in range(10_000))


@pytest.mark.parametrize("amount", [1.0, "1", None, True])
def test_other_than_a_whole_number_is_refused(amount):
    with pytest.raises(TypeError, match="whole number"):
        amount_in_words(amount)


def test_negative_is_refused():
    with pytest.raises(ValueError, match="negative"):
        amount_in_words(-1)


def test_both_ways_of_importing_give_the_function():
    from tools.amount_in_words import amount_in_words as by_module

    assert by_module is amount_in_words
