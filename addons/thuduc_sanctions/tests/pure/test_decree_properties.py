"""Whatever the decree: nothing is invented, nothing is lost, nothing breaks."""

from decree_text import place_of, read_citation, read_decree, read_fine, read_references
from hypothesis import given
from hypothesis import strategies as st

LETTERS = "abcdđeghiklmnopq"
amounts = st.integers(1, 2_000).map(lambda n: n * 50_000)
brackets = st.tuples(amounts, amounts).map(sorted)
points = st.integers(0, 8)
clauses = st.lists(st.tuples(brackets, points), min_size=1, max_size=6)


def dotted(amount):
    return f"{amount:,}".replace(",", ".")


def write(articles):
    """A decree with these clauses; and the rows that a reader must find."""
    lines, rows = [], []
    for number, its_clauses in enumerate(articles, 3):
        lines.append(f"Điều {number}. Vi phạm quy định thứ {number}")
        for clause, ((least, most), count) in enumerate(its_clauses, 1):
            fine = f"Phạt tiền từ {dotted(least)} đồng đến {dotted(most)} đồng đối với"
            if not count:
                lines.append(f"{clause}. {fine} hành vi thả diều loại {clause}.")
                rows.append((str(number), str(clause), "", least, most))
                continue
            lines.append(f"{clause}. {fine} một trong các hành vi sau đây:")
            for letter in LETTERS[:count]:
                lines.append(f"{letter}) Thả diều loại {clause}{letter};")
                rows.append((str(number), str(clause), letter, least, most))
    return "\n".join(lines), rows


@given(st.lists(clauses, min_size=1, max_size=4))
def test_every_act_comes_out_once_with_its_amounts(articles):
    text, rows = write(articles)
    found = [
        (row.article, row.clause, row.point, row.fine.least, row.fine.most)
        for row in read_decree(text).proposals
    ]
    assert found == rows


@given(st.lists(clauses, min_size=1, max_size=3), st.data())
def test_a_measure_reaches_exactly_the_acts_it_names(articles, data):
    text, rows = write(articles)
    last = str(len(articles) + 2)
    mine = [row for row in rows if row[0] == last]
    chosen = data.draw(st.sets(st.sampled_from(mine), min_size=1))
    names = ", ".join(
        f"điểm {point} khoản {clause}" if point else f"khoản {clause}"
        for _article, clause, point, *_ in sorted(
            chosen, key=lambda row: (place_of(row[1]), place_of(row[2]))
        )
    )
    text += f"\n{len(articles[-1]) + 1}. Hình thức xử phạt bổ sung:\n"
    text += f"Tịch thu diều đối với hành vi quy định tại {names} Điều này."
    reached = {
        (row.article, row.clause, row.point)
        for row in read_decree(text).proposals
        if row.consequences
    }
    assert reached == {row[:3] for row in chosen}


@given(st.text(max_size=400))
def test_any_text_can_be_read(text):
    for row in read_decree(text).proposals:
        assert row.source
    read_citation(text)
    read_references(text, "1")


@given(
    st.lists(st.sampled_from(LETTERS + "123. )\nĐiều Phạt tiền từ đồng"), max_size=80)
)
def test_fragments_of_law_can_be_read(parts):
    read_decree("Điều 1. Một\n" + " ".join(parts))


@given(brackets, st.booleans())
def test_an_amount_survives_its_spelling(bracket, spaced):
    least, most = map(dotted, bracket)
    if spaced:
        least = least.replace(".", ". ")
    fine = read_fine(f"Phạt tiền từ {least} đồng đến {most} đồng đối với")
    assert [fine.least, fine.most] == bracket


@given(
    st.integers(1, 120),
    st.integers(1, 20),
    st.sampled_from(LETTERS),
    st.permutations(["article", "clause", "point"]),
)
def test_a_citation_is_read_in_any_order(article, clause, point, order):
    words = {
        "article": f"Điều {article}",
        "clause": f"khoản {clause}",
        "point": f"điểm {point}",
    }
    found = read_citation(" ".join(words[name] for name in order))
    assert (found.article, found.clause, found.point) == (
        str(article),
        str(clause),
        point,
    )
    assert not found.words
