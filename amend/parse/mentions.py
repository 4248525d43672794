"""A text in, the labels that follow a carrier word out: "paras 9 and 12", "Article 4 (a)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amend.labels import Label
from amend.model.draft import Revision, Role
from amend.parse.carriers import Carrier, Span, carriers
from amend.parse.enumerations import Enumeration, enumeration, label_of, subparagraphs
from amend.text.late import late
from amend.text.numerals import ORDINALS

_CARRIES = {"pp": "PP", "op": "OP", "art": "Art", "annex": "Annex"}
_JOINT = re.compile(
    r"\s*,?\s*|\s+(?P<of>of|of\s+the|du|de\s+la|de|del|des|der|di|от)\s+", re.IGNORECASE
)
_WHICH_PART = re.compile(
    r"\s+(?:(?P<pp>du\s+préambule|del\s+preámbulo|of\s+the\s+preamble|преамбулы)"
    r"|(?P<op>du\s+dispositif|de\s+la\s+parte\s+dispositiva|of\s+the\s+operative\s+part"
    r"|постановляющей\s+части))\b",
    re.IGNORECASE,
)
_CHAPEAU_BEHIND = re.compile(r"\s*+,?+\s*+\(?chapeau\b\)?", re.IGNORECASE)
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_COUNTED = late(
    rf"\b(?P<place>{'|'.join(_PLACES)})\s+(?:(?P<pp>preambular)|operative)\s+para(?:graph)?\b",
    re.IGNORECASE,
)
_NTH_PARA = re.compile(r"(?:st|nd|rd|th) para")
_NTH = re.compile(
    rf"(?:\bthe\s+)?\b(?P<place>{'|'.join(_PLACES)})\s+para(?:graph)?\b(?!\s+(?:of|in|from|under|on)\b)",
    re.IGNORECASE,
)
# A point that no parenthesis marks: "Abs. 2 Bst. a", "articolo 4, lettera b".
_POINT_BEHIND = re.compile(
    r"\s*+,?+\s*+(?:Buchstabe|Bst|lit|let|lettera|litt|letra|literal)\b\.?\s*+(?P<letter>[a-z])\b(?!\))"
)
_ANNEX_NUMBER = re.compile(r"(?P<figure>[IVX]{1,5}|[A-Z]|\d{1,2})\b")
_NEXT_FIGURE = late(
    r"(?:\s*,\s*|\s+(?=[aoeyuи]))(?:(?:and|or|et|ou|y|und|и)\s+)?(?P<figure>[IVX]{1,5}|[A-Z])"
    r"(?=\s*(?:$|[,.;:)]|\s(?:to|of|and|or|de|et|y|a|à|shall|are)\b))"
)
_SECTION_NUMBER = re.compile(r"(?P<figure>[IVX]{1,5}\b(?:\([A-Z]\))?|[A-Z]\b|\d{1,2}\b)")
_PART_BEFORE = re.compile(
    r"(?<![\w-])(?:(?P<chapeau>chapeau\s+(?:of|to|du|de|del)(?:\s+(?:the|la))?)"
    r"|footnote\s+\d{1,3}\s+(?:to|in|of|under)(?:\s+the)?)\s+$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"({ORDINALS})\b", re.IGNORECASE)
_NEW_BESIDE = re.compile(
    r"(?:\b(?:new|additional|nuevo|nouvel|neuer)\s+(?:paragraph|para|op|pp|article|párrafo|artículo)"
    r"|\b(?:article|paragraphe|alinéa)\s+(?:additionnel|nouveau))"
    r"\s+(?:(?P<after>after|après|después\s+del?)|(?P<before>before|avant|antes\s+del?))"
    r"\s+(?:the\s+|l(?=['’]))?$",
    re.IGNORECASE,
)


# Which carrier may stand inside which.
_PATHS = frozenset(
    {
        ("art", "para"),
        ("art", "sub"),
        ("para", "sub"),
        ("para", "para"),
        ("op", "sub"),
        ("pp", "sub"),
        ("annex", "para"),
        ("section", "para"),
    }
)
_REACH = 80  # characters looked back for "new paragraph after"


@dataclass(slots=True)
class Mention:
    """One list of labels and its half-open span; `kind` names its carrier, "" if it has none."""

    kind: str
    labels: list[Label]
    start: int
    end: int


def carried(
    text: str, anchors: Iterable[Span], language: str, draft: Revision | None
) -> Iterator[Mention]:
    """Yield the mentions that follow a carrier, neighbours joined into paths."""
    at = 0
    last: Mention | None = None
    for carrier in carriers(text, anchors):
        if carrier.start < at:
            continue
        mention = _mention(text, carrier, language, draft)
        if mention is None:
            continue
        at = mention.end
        joined = _joined(text, last, mention) if last is not None else None
        if joined is not None:
            last = joined
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def counted(text: str, draft: Revision | None) -> Iterator[Mention]:
    """Yield paragraphs that are told by their place: "the third preambular paragraph" is PP3.

    "The ninth paragraph" is 9 where the draft opens with 1 to 9, and nothing else stands there.
    """
    is_counted = draft is not None and _NTH_PARA.search(text) is not None
    for found in _NTH.finditer(text) if is_counted else ():
        number = _PLACES.index(found["place"].lower()) + 1
        label = label_of(str(number))
        if draft is not None and label is not None and _counts_from_one(draft, number):
            yield Mention("", [label], *found.span())
    if "ambular" not in text and "perative" not in text:
        return
    for found in _COUNTED.finditer(text):
        number = _PLACES.index(found["place"].lower()) + 1
        label = label_of(f"{'PP' if found['pp'] else 'OP'}{number}")
        if label is not None:
            yield Mention("", [label], *found.span())


def _counts_from_one(draft: Revision, last: int) -> bool:
    """Whether the first paragraphs of a draft are those numbered from 1 to a number, in order."""
    wanted = iter(map(str, range(1, last + 1)))
    for each in draft.paragraphs:
        if each.role is Role.HEADING or (each.label is not None and each.label.parent is not None):
            continue
        expected = next(wanted, None)
        if expected is None:
            return True
        if str(each.label) != expected:
            return False
    return next(wanted, None) is None


def _mention(text: str, carrier: Carrier, language: str, draft: Revision | None) -> Mention | None:
    kind, start, at = carrier
    if kind in {"annex", "section"}:
        return _figured(text, carrier)
    if kind == "point":
        if language == "en":
            return None  # "point 5 of our letter"
        kind = "para"
    german = "de" if kind == "de" or text[start : start + 7].lower() == "artikel" else language
    listed = enumeration(text, at, _CARRIES.get(kind, ""), draft, german)
    if listed is None and kind == "art":
        listed = _worded(text, at)
    if listed is None:
        listed = subparagraphs(text, at) if kind in {"para", "sub"} else None
        kind = "sub"
    if listed is None:
        return None
    return _placed(
        text, Mention("para" if kind == "de" else kind, listed.labels, start, listed.end)
    )


def _figured(text: str, carrier: Carrier) -> Mention | None:
    """Read an annex or section; only the annex is named for itself."""
    number = (_ANNEX_NUMBER if carrier.kind == "annex" else _SECTION_NUMBER).match(text, carrier.at)
    if number is None:
        return None
    labels: list[Label] = []
    while carrier.kind == "annex" and (label := label_of(f"Annex{number['figure']}")) is not None:
        labels.append(label)
        following = _NEXT_FIGURE.match(text, number.end())
        if following is None:
            break
        number = following
    return Mention(carrier.kind, labels, carrier.start, number.end("figure"))


def _worded(text: str, at: int) -> Enumeration | None:
    """Read the article that is counted in a word: "article premier"."""
    word = _ORDINAL.match(text, at)
    label = label_of(f"article {word[0]}") if word is not None else None
    return None if word is None or label is None else Enumeration([label], word.end())


def _placed(text: str, mention: Mention) -> Mention:
    """See what stands round a mention: "du préambule" makes it PP, "new ... after" a place."""
    part = _WHICH_PART.match(text, mention.end) if mention.kind == "para" else None
    if part is not None:
        kind = part.lastgroup or "pp"
        labels = [label_of(f"{kind.upper()}{each}") or each for each in mention.labels]
        return Mention(kind, labels, mention.start, part.end())
    mention = _with_behind(text, mention)
    opening = _PART_BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
    if opening is not None:
        mention.start = opening.start()
        if opening["chapeau"]:
            mention.labels = [label_of(f"{each}:chapeau") or each for each in mention.labels]
        return mention
    beside = _NEW_BESIDE.search(text, max(0, mention.start - _REACH), mention.start)
    if beside is not None:
        sign = ">" if beside["after"] else "<"
        place = label_of(f"new{sign}{mention.labels[0]}")
        labels = [place, *mention.labels] if place else mention.labels
        return Mention(mention.kind, labels, beside.start(), mention.end)
    return mention


def _with_behind(text: str, mention: Mention) -> Mention:
    """Take in what narrows the last label down: "para. 9, chapeau", "Abs. 2 Bst. a"."""
    for pattern in (_CHAPEAU_BEHIND, _POINT_BEHIND):
        found = pattern.match(text, mention.end)
        if found is None:
            continue
        letter = found.groupdict().get("letter")
        narrowed = label_of(f"{mention.labels[-1]}{f'({letter})' if letter else ':chapeau'}")
        if narrowed is not None:
            labels = [*mention.labels[:-1], narrowed]
            return Mention(mention.kind, labels, mention.start, found.end())
    return mention


def _joined(text: str, last: Mention, mention: Mention) -> Mention | None:
    """Join two neighbours into one path: "Article 4, paragraph 1"; None if they are apart."""
    gap = text[last.end : mention.start]
    joint = _JOINT.fullmatch(gap)
    if joint is None:
        return None
    inner, outer = (last, mention) if joint["of"] else (mention, last)
    if (outer.kind, inner.kind) not in _PATHS and gap.isspace() and _is_genitive(text, mention):
        inner, outer = outer, inner
    if (outer.kind, inner.kind) not in _PATHS:
        return None
    path = _path(outer, inner)
    if path is None:
        return None
    kind = "art" if outer.kind == "art" else "para"
    return Mention(kind, path, last.start, max(last.end, mention.end))


def _is_genitive(text: str, mention: Mention) -> bool:
    """Whether the form of the word says "of": "пункт 2 статьи 4", "comma 2 dell'articolo 4"."""
    return "\u0400" <= text[mention.start] <= "\u04ff" or text.startswith("dell", mention.start)


def _path(outer: Mention, inner: Mention) -> list[Label] | None:
    if outer.kind == "section":
        return inner.labels
    if len(outer.labels) != 1:
        return None
    if outer.kind == "para" and not all(each.is_relative for each in inner.labels):
        return None
    signs = {"art": "/{}", "annex": "({})"}
    base = outer.labels[0]
    labels = []
    for each in inner.labels:
        tail = str(each) if each.is_relative else signs.get(outer.kind, "{}").format(each)
        label = label_of(f"{base}{tail}")
        if label is None:
            return None
        labels.append(label)
    return labels
