"""From the articles of a decree to the rows of a catalogue."""

import re
from dataclasses import dataclass, field, replace

from .amounts import Fine, read_fine, read_times
from .consequences import DEMERIT, REMEDY, SUPPLEMENTARY, Consequence, classify
from .heading import Heading, read_heading
from .references import read_references
from .structure import Article, read_articles

# Articles that name sums but punish nothing.
_NOT_ACTS = re.compile(
    r"^(thẩm quyền|phân định thẩm quyền|hình thức xử phạt|quy định về mức phạt"
    r"|mức phạt tiền|phạm vi|đối tượng|thời hiệu|giải thích|hiệu lực|điều khoản"
    r"|biện pháp khắc phục)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"[\s,]*(?:(?:khi )?(?:có|thực hiện)\s+)?(?:thuộc )?"
    r"(?:một|1|01) trong (?:các|những) "
    r"(?:hành vi|trường hợp|mức)(?: vi phạm)?(?: hành chính)?(?: quy định)?"
    r"(?: sau(?: đây)?| như sau)?(?: đây)?\s*[:.]?\s*$"
    r"|[\s,]*(?:thì )?(?:mức phạt(?: tiền)? )?(?:được )?(?:quy định |áp dụng )?"
    r"(?:theo các mức |theo một trong các mức |cụ thể )?(?:như )?sau(?: đây)?"
    r"\s*[:.]\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^[\s,:.;]*(?:(?:đối với|nếu|khi)\b\s*)?"
    r"(?:(?:các |một trong (?:các|những) )?hành vi\s+"
    r"(?:(?:vi phạm )?(?:hành chính )?sau(?: đây)?\s+)?)?",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:tái phạm|trong trường hợp|.{0,40}quy định tại).{0,80}Điều này", re.IGNORECASE
)
# "… is fined like clause 3 of Article 38", without an amount of its own.
_BORROWED = re.compile(
    r"\W*(?:phạt tiền đối với|đối với|(?:các )?hành vi).{10,}"
    r"(?:mức (?:tiền )?phạt|xử phạt)[^.;]{0,60}?\btại\b[^.;]*Điều \d+",
    re.IGNORECASE,
)
_OF_FINES = re.compile(r"^\W*(?:mức )?(?:phạt tiền|tiền phạt)\b", re.IGNORECASE)
_OF_SUPPLEMENTARY = re.compile(r"hình thức (?:xử )?phạt bổ sung", re.IGNORECASE)
_OF_REMEDIES = re.compile(r"biện pháp khắc phục hậu quả", re.IGNORECASE)
_OF_DEMERIT = re.compile(r"trừ điểm giấy phép", re.IGNORECASE)
_HEAD_OF_MEASURES = re.compile(
    r"^(?:ngoài (?:việc|hình thức)[^:]*|các )?\W*(?:hình thức (?:xử )?phạt bổ sung"
    r"|biện pháp khắc phục hậu quả)[^:]{0,60}:?\s*",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?<=do thực hiện hành vi vi phạm)\s+(?:được\s+)?(?:quy định|nêu|tại)"
    r"|[,\s]*(?:đối với|khi)\s+"
    r"(?:(?:người|tổ chức|cá nhân|cơ sở|trường hợp)\s+(?:có\s+)?)?"
    r"(?:các\s+)?(?:thực hiện\s+)?hành vi\s+(?:vi phạm\s+)?(?:được\s+)?"
    r"(?:quy định|nêu|tại)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:người[^,]{0,60}\s)?thực hiện (?:các )?hành vi.*?Điều này(?P<when>[^.]*?)"
    r"\s+(?:thì\s+)?(?:còn\s+)?bị\s+(?P<what>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Proposal:
    """One row that the catalogue could have, with the words it was read from.

    ``doubts``: amounts, name, share, refers (the act is told by another provision),
    multiple (amounts are those of other acts, multiplied), unplaced (a measure names
    no act), base (for whom the amounts are is not certain).
    """

    article: str
    clause: str
    point: str
    name: str
    fine: Fine
    source: str
    consequences: tuple[Consequence, ...] = ()
    doubts: tuple[str, ...] = ()
    base: str = "individual"


@dataclass(frozen=True)
class Reading:
    """What was read: facts of the decree, its articles, the rows proposed."""

    heading: Heading
    articles: list[Article]
    proposals: list[Proposal] = field(default_factory=list)


def read_decree(text: str) -> Reading:
    """Read a decree's plain text; the same text always gives the same proposals."""
    articles, heading = read_articles(text), read_heading(text)
    proposals = [
        _for_whom(proposal, heading)
        for article in articles
        for proposal in _read_article(article)
    ]
    return Reading(heading, articles, proposals)


def _for_whom(proposal, heading):
    base = heading.base_of(proposal.article)
    if proposal.fine.organisation:
        base = "individual"
    doubts = proposal.doubts if base else (*proposal.doubts, "base")
    return replace(proposal, base=base or heading.base, doubts=doubts)


def _read_article(article):
    if _NOT_ACTS.match(article.title) or "thẩm quyền" in article.chapter.lower():
        return []
    acts, measures = [], []
    for clause in article.clauses:
        if kind := _kind_of_measures(clause):
            measures.extend(_read_measures(article, clause, kind))
        else:
            acts.extend(_read_clause(article, clause))
    acts.extend(list(_read_multiples(article, acts)))
    return [_with_measures(act, measures) for act in acts]


# -- acts ---------------------------------------------------------------------------


def _read_clause(article, clause):
    """The clause's own amount, or one amount a point."""
    fine = read_fine(clause.text) if _punishes(clause.text) else None
    if read_times(clause.text) and not fine:
        return
    stem = _stem(clause.text, fine)
    for point in clause.points:
        of_point = read_fine(point.text) if _punishes_point(point.text) else None
        both = of_point or fine
        if not both:
            continue
        rest = _tidy(point.text)
        if of_point:
            rest = _tidy(_LEAD.sub("", point.text[of_point.end :], count=1))
        source = "\n".join((clause.text, f"{point.label}) {point.text}"))
        yield _proposal(article, clause, point.label, _join(stem, rest), both, source)
    if fine and not clause.points:
        yield _proposal(article, clause, "", stem, fine, clause.text)
    elif not clause.points and _BORROWED.match(clause.text):
        yield _borrowed(article, clause)


def _borrowed(article, clause):
    """An act that costs what another provision says: people look the amount up."""
    name = _tidy(_LEAD.sub("", _OF_FINES.sub("", clause.text, count=1), count=1))
    row = _proposal(article, clause, "", name, Fine(0, 0), clause.text)
    return replace(row, doubts=tuple(dict.fromkeys((*row.doubts, "refers"))))


def _punishes(text):
    return bool(re.match(r"\W*(?:mức |hình thức )?(?:xử )?phạt\b", text, re.IGNORECASE))


def _punishes_point(text):
    return bool(
        re.match(
            r"\W*(?:mức )?(?:phạt (?:cảnh cáo|ti[ềêễ]n)|cảnh cáo"
            r"|từ \d[\d. ]*(?:đồng|%|lần))",
            text,
            re.IGNORECASE,
        )
    )


def _proposal(article, clause, point, name, fine, source):
    doubts = []
    if fine.least > fine.most and not fine.share:
        doubts.append("amounts")
    if not name or len(name) < 8:
        doubts.append("name")
    if fine.share:
        doubts.append("share")
    if _POINTS_BACK.search(name):
        doubts.append("refers")
    return Proposal(
        article.label, clause.label, point, name, fine, source, (), tuple(doubts)
    )


def _stem(text, fine):
    """What the clause says of its acts: above points, often only "one of these"."""
    rest = text[fine.end :] if fine else _OF_FINES.sub("", text, count=1)
    rest = _ONE_OF.sub("", rest)
    stem = _tidy(_LEAD.sub("", rest, count=1))
    return "" if stem.lower() in ("đối với", "hành vi", "các hành vi") else stem


def _join(stem, rest):
    if not stem or _ONE_OF.match(stem + ":"):
        return rest
    return f"{stem}: {rest[:1].lower()}{rest[1:]}" if rest else stem


def _tidy(text):
    text = " ".join(text.split()).strip(" ;:.,-–")
    return text[:1].upper() + text[1:]


def _read_multiples(article, acts):
    """ "Twice the fine of the acts in clause 1 if…": those acts once more, dearer."""
    for clause in article.clauses:
        times = read_times(clause.text)
        if not times or (_punishes(clause.text) and read_fine(clause.text)):
            continue
        found, but = read_references(clause.text, article.label, clause.label)
        when = re.search(
            r"Điều này\W*(.*)$|\b((?:khi|nếu|trong trường hợp)\b.*)$", clause.text
        )
        when = _tidy((when[1] or when[2] or "") if when else "")
        for act in acts:
            if not _covered(act, found, but):
                continue
            fine = replace(
                act.fine, least=act.fine.least * times, most=act.fine.most * times
            )
            yield replace(
                act,
                clause=clause.label,
                point="",
                name=f"{act.name} ({when[:1].lower()}{when[1:]})" if when else act.name,
                fine=replace(fine, warning=False),
                source=f"{clause.text}\n{act.source}",
                doubts=(*act.doubts, "multiple"),
            )


# -- what comes with them -----------------------------------------------------------


def _kind_of_measures(clause):
    head = clause.text[:160]
    if read_fine(head) and _punishes(head):
        return None
    if _OF_SUPPLEMENTARY.search(head):
        return SUPPLEMENTARY
    if _OF_REMEDIES.search(head):
        return REMEDY
    return DEMERIT if _OF_DEMERIT.search(head) else None


def _read_measures(article, clause, kind):
    """Each measure of the clause, with the places that it names."""
    rest = _HEAD_OF_MEASURES.sub("", clause.text, count=1)
    texts = [point.text for point in clause.points]
    if not texts:
        texts = [part for part in re.split(r"(?<=[;.])\s+(?=[A-ZĐ])", rest) if part]
    for text in texts:
        found, but = read_references(text, article.label, clause.label)
        mine = [place for place in found if place.article == article.label]
        yield classify(_wording(text), kind), mine, but, bool(found)


def _wording(text):
    """The measure in the decree's words, without the places."""
    if done := _DOES.match(text):
        when = done["when"].strip(" ,")
        return f"{done['what']} ({when})" if when else done["what"]
    against = _AGAINST.search(text)
    if not against:
        return text
    after = re.search(r"Điều này(.*)$", text[against.start() :])
    when = (after[1] if after else "").strip(" ;.,:")
    if re.search(r"\btại\b", when):
        when = ""
    return f"{text[: against.start()]} ({when})" if when else text[: against.start()]


def _covered(act, found, but):
    place = act.article, act.clause, act.point
    return any(r.covers(*place) for r in found) and not any(
        r.covers(*place) for r in but
    )


def _with_measures(act, measures):
    """Measures that name the act; one that names no place is doubtful."""
    mine, doubts = [], list(act.doubts)
    for measure, found, but, names_places in measures:
        if not names_places:
            mine.append(measure)
            doubts.append("unplaced")
        elif _covered(act, found, but):
            mine.append(measure)
    return replace(
        act,
        consequences=tuple(dict.fromkeys(mine)),
        doubts=tuple(dict.fromkeys(doubts)),
    )
