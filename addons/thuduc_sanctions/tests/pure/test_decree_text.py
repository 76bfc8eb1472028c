import doctest
import importlib
import io
import pkgutil
import zipfile
from datetime import date

import decree_text
import pytest
from decree_text import (
    NotADocument,
    classify,
    read_articles,
    read_citation,
    read_decree,
    read_docx,
    read_fine,
    read_references,
)


@pytest.mark.parametrize(
    "name", [module.name for module in pkgutil.iter_modules(decree_text.__path__)]
)
def test_examples_of_the_docstrings(name):
    module = importlib.import_module(f"decree_text.{name}")
    assert doctest.testmod(module).failed == 0


@pytest.fixture
def rows(made_up_decree):
    found = {}
    for row in read_decree(made_up_decree).proposals:
        found.setdefault((row.article, row.clause, row.point), []).append(row)
    return found


def test_every_act_is_found_and_nothing_else(rows):
    assert {place: len(found) for place, found in rows.items()} == {
        ("3", "1", ""): 1,
        ("3", "2", "a"): 1,
        ("3", "2", "b"): 1,
        ("3", "2", "đ"): 1,
        ("3", "3", ""): 1,
        ("4", "1", "a"): 1,
        ("4", "1", "b"): 1,
        ("4", "2", ""): 1,
        ("5", "1", ""): 1,
        ("5", "2", ""): 1,
        ("6", "", ""): 1,
    }


def test_amounts(rows):
    amounts = {
        p: (found[0].fine.least, found[0].fine.most) for p, found in rows.items()
    }
    assert amounts == {
        ("3", "1", ""): (300_000, 500_000),
        ("3", "2", "a"): (1_000_000, 2_000_000),
        ("3", "2", "b"): (1_000_000, 2_000_000),
        ("3", "2", "đ"): (1_000_000, 2_000_000),
        ("3", "3", ""): (2_000_000, 4_000_000),
        ("4", "1", "a"): (2_000_000, 3_000_000),
        ("4", "1", "b"): (3_000_000, 5_000_000),
        ("4", "2", ""): (0, 0),
        ("5", "1", ""): (0, 75_000_000),
        ("5", "2", ""): (100_000, 200_000),
        ("6", "", ""): (10_000_000, 20_000_000),
    }
    warned = [place for place, found in rows.items() if found[0].fine.warning]
    assert warned == [("3", "1", "")]


def test_names_stand_alone(rows):
    assert rows["3", "1", ""][0].name == "Thả diều trên vỉa hè"
    assert rows["3", "2", "a"][0].name == "Cho thả diều gần đường dây điện"
    assert rows["3", "2", "b"][0].name.endswith("khoản 4 Điều 9 Luật Hàng không")
    assert rows["3", "3", ""][0].name == (
        "Cho thả diều gần đường dây điện (khi để xảy ra mất điện)"
    )
    assert rows["4", "1", "a"][0].name == (
        "Thả diều quá kích thước: trong trường hợp diều dài từ 05 m đến dưới 10 m"
    )


def test_measures_go_where_the_decree_sends_them(rows):
    measures = {
        place: [measure.measure for measure in found[0].consequences]
        for place, found in rows.items()
    }
    assert measures["3", "1", ""] == ["confiscation"]
    assert measures["3", "2", "a"] == ["confiscation", "suspension", "other"]
    assert measures["3", "2", "b"] == ["confiscation", "suspension"]
    assert measures["3", "2", "đ"] == []
    assert measures["4", "1", "b"] == ["confiscation"]
    suspension, remedy = rows["3", "2", "a"][0].consequences[1:]
    assert suspension.months == (3, 6)
    assert suspension.wording == (
        "Đình chỉ hoạt động câu lạc bộ diều từ 03 tháng đến 06 tháng"
    )
    assert remedy.wording == (
        "Buộc gỡ diều ra khỏi đường dây điện (trong trường hợp diều mắc vào dây)"
    )


def test_what_needs_a_second_look_is_said(rows):
    doubts = {place: set(found[0].doubts) for place, found in rows.items()}
    assert doubts["3", "3", ""] == {"multiple"}
    assert doubts["5", "1", ""] == {"share"}
    assert doubts["3", "1", ""] == set()
    # What costs as much as another act is told, never silently left out.
    assert doubts["4", "2", ""] == {"refers"}
    assert rows["4", "2", ""][0].name.startswith("Cho mượn diều quá kích thước")


def test_share_and_stated_bracket_for_organisations(rows):
    share = rows["5", "1", ""][0].fine
    assert (share.share, share.share_of) == ((12, 15), "số tiền chậm đóng")
    stated = rows["5", "2", ""][0]
    assert stated.fine.organisation == (300_000, 500_000)
    assert stated.name.startswith("Đối với tổ chức") is False


def test_for_whom_the_amounts_are(rows):
    assert rows["3", "1", ""][0].base == "individual"
    assert rows["6", "", ""][0].base == "organisation"


def test_what_the_decree_says_of_itself(made_up_decree):
    heading = read_decree(made_up_decree).heading
    assert heading.number == "999/2099/NĐ-CP"
    assert heading.issued == date(2099, 3, 5)
    assert heading.in_force == date(2099, 5, 1)
    assert heading.factor == 2
    assert not heading.amends
    assert heading.title.endswith("lĩnh vực thả diều")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Phạt tiền từ 2.000 000 đồng đến 3.000.000 đồng", 2_000_000, 3_000_000),
        ("Phạt tiền từ 5. 000. 000 đồng đến 10.000.000 đồng", 5_000_000, 10_000_000),
        ("Phạt tiền 5.000.000 đồng đến 10.000.000 đồng", 5_000_000, 10_000_000),
        ("Phạt tiền 500.000 đồng đối với hành vi", 500_000, 500_000),
        ("Từ 2.000.000 đồng đến 5.000.000 đồng", 2_000_000, 5_000_000),
        ("Phạt cảnh cáo đối với hành vi", 0, 0),
    ],
)
def test_ways_to_write_an_amount(text, least, most):
    fine = read_fine(text)
    assert (fine.least, fine.most) == (least, most)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tại khoản 1 Điều này", ["5.1"]),
        ("tại các khoản 1, 2 và khoản 3 Điều này", ["5.1", "5.2", "5.3"]),
        ("tại khoản 1, điểm a và điểm b khoản 2 Điều này", ["5.1", "5.2.a", "5.2.b"]),
        ("tại điểm b và c khoản 4 Điều này", ["5.4.b", "5.4.c"]),
        ("tại các điểm a, b và điểm đ khoản 2 Điều này", ["5.2.a", "5.2.b", "5.2.đ"]),
        ("quy định từ điểm h đến điểm k khoản 1 Điều này", ["5.1.h", "5.1.i", "5.1.k"]),
        (
            "tại từ điểm c đến điểm e khoản 1 Điều này",
            ["5.1.c", "5.1.d", "5.1.đ", "5.1.e"],
        ),
        ("tại từ khoản 1 đến khoản 3 Điều này", ["5.1", "5.2", "5.3"]),
        ("quy định tại Điều này", ["5"]),
        ("tại điểm a khoản này", ["5.9.a"]),
        ("tại khoản 2 Điều 18 Bộ luật Lao động", []),
        ("tại khoản 2 Điều 7 Nghị định này", ["7.2"]),
    ],
)
def test_references(text, places):
    found, _but = read_references(text, "5", "9")
    cited = [".".join(p for p in (r.article, r.clause, r.point) if p) for r in found]
    assert cited == places


@pytest.mark.parametrize(
    ("wording", "measure", "months"),
    [
        ("Tước quyền sử dụng giấy phép từ 22 tháng đến 24 tháng", "licence", (22, 24)),
        ("Trừ 04 điểm giấy phép lái xe", "demerit", None),
        ("Buộc phá dỡ công trình", "dismantle", None),
        ("Buộc nộp lại số lợi bất hợp pháp", "gain", None),
        ("Buộc đưa ra khỏi lãnh thổ Việt Nam hoặc tái xuất", "export", None),
        ("Buộc hát", "other", None),
    ],
)
def test_measures_are_recognised(wording, measure, months):
    found = classify(wording)
    assert (found.measure, found.months) == (measure, months)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("điều 15 khoản 2 điểm a", ("15", "2", "a", "", "")),
        ("điểm đ khoản 2 Điều 15 NĐ 16/2022/NĐ-CP", ("15", "2", "đ", "16/2022", "")),
        ("dieu 15 khoan 2 diem a", ("15", "2", "a", "", "")),
        ("Đ15.2.a", ("15", "2", "a", "", "")),
        ("15.2", ("15", "2", "", "", "")),
        ("điều 7", ("7", "", "", "", "")),
        ("vỉa hè", ("", "", "", "", "vỉa hè")),
        ("xay dung 16/2022 điều 16", ("16", "", "", "16/2022", "xay dung")),
        ("dưới 18 tuổi", ("", "", "", "", "dưới 18 tuổi")),
    ],
)
def test_citations(typed, place):
    found = read_citation(typed)
    fields = (found.article, found.clause, found.point, found.decree, found.words)
    assert fields == place


def test_markdown_and_wrapped_lines_are_read_alike():
    plain = "Điều 7. Diều\n1. Phạt tiền từ 1.000.000 đồng đến 2.000.000 đồng đối với\n"
    plain += "một trong các hành vi sau:\na) Thả diều cao;\nb) Thả diều thấp."
    marked = plain.replace("Điều 7", "### Điều 7").replace("1. Phạt", "**1.** Phạt")
    marked = marked.replace("a) Thả", "- **a)** Thả").replace("b) Thả", "- **b)** Thả")
    names = [row.name for row in read_decree(plain).proposals]
    assert names == ["Thả diều cao", "Thả diều thấp"]
    assert [row.name for row in read_decree(marked).proposals] == names


def test_a_number_at_the_start_of_a_wrapped_line_is_no_clause():
    [article] = read_articles("Điều 7. Diều\n1. Thả từ\n12. Tháng sau\n2. Thôi.")
    assert [clause.label for clause in article.clauses] == ["1", "2"]


def test_word_documents():
    xml = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
        '2006/main"><w:body><w:p><w:r><w:t>Điều 1. </w:t><w:t>Một</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>1. Hai</w:t></w:r></w:p></w:body></w:document>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert read_docx(target.getvalue()) == "Điều 1. Một\n1. Hai"
    with pytest.raises(NotADocument):
        read_docx(b"no zip")
