"""A text in, the labels that follow a carrier word out: "paras 9 and 12", "Article 4 (a)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amend.labels import Label
from amend.model.draft import Revision
from amend.parse.enumerations import enumeration, label_of, subparagraphs

_CARRIER = re.compile(
    r"""(?<![\w-])(?:
      (?P<pp>preambular\s+para(?:graph)?s?|recitals?|considérants?|(?-i:PPs?|Pps?))
    | (?P<op>operative\s+para(?:graph)?s?|ops?)
    | (?P<art>(?:l['’]|dell['’])?(?:articles?|articol[oi])|arts?|artículos?|artikeln?
      |стать\w+|ст)
    | (?P<annex>annex(?:es)?|annexe|anexos?)
    | (?P<section>sections?|sec)
    | (?P<footnote>footnotes?)
    | (?P<chapeau>chapeau\s+of(?:\s+the)?)
    | (?P<sub>sub-?para(?:graph)?s?|litera|incisos?|подпункт\w*)
    | (?P<point>points?|punt[oi])
    | (?P<de>abs(?:atz|ätze)|abs|ziffern?|ziff)
    | (?P<para>paragraphs?|paras?|pars?|párrafos?|párrs?|apartados?|paragraphes?|(?:l['’])?alinéas?
      |пункт\w*|п|comm[ai])
    )(?![^\W\d])\.?\s*(?:n°\s*|nos?\.\s*)?|§§?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_CARRIES = {"pp": "PP", "op": "OP", "art": "Art", "annex": "Annex"}
_JOINT = re.compile(
    r"\s*,?\s*|\s+(?P<of>of|of\s+the|du|de\s+la|de|del|des|der|di|от)\s+", re.IGNORECASE
)
_PREAMBLE = re.compile(r"\s+(?:du\s+préambule|del\s+preámbulo|of\s+the\s+preamble)", re.IGNORECASE)
_ANNEX_NUMBER = re.compile(r"(?P<figure>[IVX]{1,5}|[A-Z]|\d{1,2})\b")
_SECTION_NUMBER = re.compile(r"[IVX]{1,5}\b(?:\([A-Z]\))?|[A-Z]\b|\d{1,2}\b")
_FOOTNOTE_OF = re.compile(r"\d{1,3}\s+(?:to|in|of|under)\s+(?:the\s+)?", re.IGNORECASE)
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


def carried(text: str, language: str, draft: Revision | None) -> Iterator[Mention]:
    """Yield the mentions that follow a carrier, neighbours joined into paths."""
    at = 0
    last: Mention | None = None
    while (found := _CARRIER.search(text, at)) is not None:
        mention = _mention(text, found, language, draft)
        at = found.end() if mention is None else mention.end
        if mention is None:
            continue
        joined = _joined(text, last, mention) if last is not None else None
        if joined is not None:
            last = joined
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _mention(
    text: str, found: re.Match[str], language: str, draft: Revision | None
) -> Mention | None:
    kind, start, at = found.lastgroup or "para", found.start(), found.end()
    if kind in {"annex", "section"}:
        number = (_ANNEX_NUMBER if kind == "annex" else _SECTION_NUMBER).match(text, at)
        if number is None:
            return None
        label = label_of(f"Annex{number[0]}") if kind == "annex" else None
        return Mention(kind, [label] if label else [], start, number.end())
    if kind == "footnote":
        number = _FOOTNOTE_OF.match(text, at)
        return Mention(kind, [], start, number.end()) if number else None
    if kind == "point":
        if language == "en":
            return None  # "point 5 of our letter"
        kind = "para"
    if kind == "chapeau":
        return Mention(kind, [], start, at)
    german = "de" if kind == "de" or found[0].lower().startswith("artikel") else language
    listed = enumeration(text, at, _CARRIES.get(kind, ""), draft, german)
    if listed is None:
        listed = subparagraphs(text, at) if kind in {"para", "sub"} else None
        kind = "sub"
    if listed is None:
        return None
    return _placed(
        text, Mention("para" if kind == "de" else kind, listed.labels, start, listed.end)
    )


def _placed(text: str, mention: Mention) -> Mention:
    """See what stands round a mention: "du préambule" makes it PP, "new ... after" a place."""
    preamble = _PREAMBLE.match(text, mention.end)
    if preamble is not None and mention.kind == "para":
        labels = [label_of(f"PP{each}") or each for each in mention.labels]
        return Mention("pp", labels, mention.start, preamble.end())
    beside = _NEW_BESIDE.search(text, max(0, mention.start - _REACH), mention.start)
    if beside is not None:
        sign = ">" if beside["after"] else "<"
        place = label_of(f"new{sign}{mention.labels[0]}")
        labels = [place, *mention.labels] if place else mention.labels
        return Mention(mention.kind, labels, beside.start(), mention.end)
    return mention


def _joined(text: str, last: Mention, mention: Mention) -> Mention | None:
    """Join two neighbours into one path: "Article 4, paragraph 1"; None if they are apart."""
    gap = text[last.end : mention.start]
    if last.kind in {"chapeau", "footnote"} and not gap.strip():
        labels = mention.labels
        if last.kind == "chapeau":
            labels = [label_of(f"{each}:chapeau") or each for each in labels]
        return Mention(mention.kind, labels, last.start, mention.end)
    joint = _JOINT.fullmatch(gap)
    if joint is None:
        return None
    inner, outer = (last, mention) if joint["of"] else (mention, last)
    if (outer.kind, inner.kind) not in _PATHS:
        return None
    path = _path(outer, inner)
    if path is None:
        return None
    kind = "art" if outer.kind == "art" else "para"
    return Mention(kind, path, last.start, max(last.end, mention.end))


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
