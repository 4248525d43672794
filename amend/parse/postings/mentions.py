"""A posting's text in, the paragraphs it names and why out: by number or by content."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from amend.labels import Label, split_head
from amend.model.reference import Reference
from amend.model.submission import NamedParagraph, Relation
from amend.parse.postings.sentences import Sentence, sentences
from amend.parse.references import references

_RULES: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    (
        Relation.PROPOSES_NEW,
        re.compile(
            r"\b(?:(?:separate|new|additional|further|dedicated|stand-?alone)\s+(?:paragraph|para|article)"
            r"|(?:following|below)\s+paragraph|nuevo\s+párrafo|nouveau\s+paragraphe)",
            re.IGNORECASE,
        ),
    ),
    (
        Relation.PROPOSES_ADDITION,
        re.compile(
            r"\b(?:additions?\s+to|suggestions?\s+for\s+an\s+addition|to\s+add|add|insert|include|adding"
            r"|inserting|añadir|agregar|insertar|ajouter|insérer)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Relation.PROPOSES_LANGUAGE,
        re.compile(
            r"\b(?:language|wording|text|amend(?:ments?|ed|ing)?|edits?|redrafts?|reword\w*|rephras\w*"
            r"|replac\w+|delet\w+|remov\w+|strik\w+|chang\w+|revis(?:e|ed|ing)|strengthen\w*"
            r"|suggest(?:ed|ions?|s)?|propos(?:e|al|als|ed|es)|lenguaje|redacción|formulation)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Relation.WELCOMES,
        re.compile(
            r"\b(?:welcom\w+|appreciat\w+|applaud\w*|commend\w*|pleased|glad|grateful|thank\w*"
            r"|supports?\s+the|satisf\w+|positive|agree\s+with|acogemos|saludamos|félicit\w+)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Cues; the last before a reference tells why it is named."""
_FOCUSES = re.compile(
    r"\b(?:focus\w*|concern\w*|priorit\w+|attention|recommendations?\s+on|comments?\s+on|cover"
    r"|address\w*|relat\w+|regarding|particular(?:ly)?)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(
    r"(?:pasted\s+(?:below|here)|as\s+(?:follows|it\s+stands)|current(?:ly)?|reads|below|quoted|copied"
    r"|existing|original)[^.]{0,40}[:.]?\s*$",
    re.IGNORECASE,
)
_NEW_TEXT = re.compile(
    r"(?:following|new|proposed|additional|separate|noted\s+below|language\s+below|to\s+read)\b[^\n]{0,120}[:.]?\s*$",
    re.IGNORECASE,
)
# A label that opens proposed or quoted words: "56 a. We request", behind a full stop "9pre. We".
_OPENS = re.compile(
    r"(?:^|\n|(?<=[.:;]\s))[ \u00a0]*(?P<quote>[\"“«„]?)(?P<label>\d{1,3}"
    r"(?:[ \u00a0.-]?(?:[a-z]|bis|ter|quater|quinquies|pre|ante|alt)){0,2})[.)]\s+(?=[A-ZÀ-Þ])"
)
_REACH = 400  # characters round a reference whose words may tell why it is named
_DESCRIBED = re.compile(
    r"\b(?:the|this|that|el|la|le)\s+(?:(?!of\b)[\w-]+\s+){0,3}?(?P<kind>para(?:graph)?s?|section|chapter|chapeau|preamble"
    r"|part|sentence|párrafo|paragraphe|sección)\s+(?:on|about|addressing|regarding|concerning"
    r"|related\s+to|relating\s+to|dealing\s+with|sobre|sur|relatif\s+à)\s+(?P<about>[^.;:,()]{3,80})",
    re.IGNORECASE,
)
_SECTIONS = frozenset({"section", "chapter", "part", "preamble", "sección"})
_ITS = re.compile(
    r"\b(?:of|in)\s+the\s+(?:GCM|Compact|Convention|Covenant|Charter|Report)\b", re.IGNORECASE
)


def named_paragraphs(text: str, language: str) -> tuple[NamedParagraph, ...]:
    """Return the paragraphs a text names, in reading order, each label apart (domain B.8).

    What opens with a label is the paragraph itself: new words, or the base quoted. A description
    has no label: content decides later, or a person.
    """
    found: list[tuple[int, NamedParagraph]] = list(_opening(text))
    taken = [at for at, _ in found]
    parts = list(sentences(text))
    for each in references(text, language=language[:2]):
        if any(each.start <= at < each.end or at == each.start for at in taken):
            continue
        relation = _relation(text, each, parts)
        found += [(each.start + n, one) for n, one in enumerate(_apart(each, relation))]
    found += list(_described(text))
    return tuple(one for _, one in sorted(found, key=lambda each: each[0]))


def _apart(reference: Reference, relation: Relation) -> Iterator[NamedParagraph]:
    """Yield one entry for each label, with the words that name it."""
    said = re.split(r",\s*(?:and\s+)?|\s+(?:and|y|et|e|&|to)\s+", reference.text)
    for place, label in enumerate(reference.labels):
        is_listed = len(said) == len(reference.labels)
        yield NamedParagraph(said[place] if is_listed else reference.text, label, relation)


def _relation(text: str, reference: Reference, parts: Sequence[Sentence]) -> Relation:
    """Say why a paragraph is named, by the words of its sentence."""
    sentence = _around(parts, reference)
    begin = max(sentence.start, reference.start - _REACH)
    before = text[begin : reference.end]
    whole = text[begin : min(sentence.end, reference.end + _REACH)]
    cues = [
        (each.end(), -place, relation)
        for place, (relation, words) in enumerate(_RULES)
        for each in words.finditer(before)
    ]
    if cues:
        return max(cues)[2]
    if _FOCUSES.search(before):
        return Relation.FOCUSES_ON
    return next((one for one, words in _RULES if words.search(whole)), Relation.FOCUSES_ON)


def _around(parts: Sequence[Sentence], reference: Reference) -> Sentence:
    """Return the sentence a reference stands in, found by halves: there may be many of both."""
    at = bisect(parts, reference.start, key=lambda each: each.start) - 1
    return parts[max(at, 0)]


def _opening(text: str) -> Iterator[tuple[int, NamedParagraph]]:
    """Yield the labels that open a paragraph of a draft; a list number that counts is none."""
    for each in _OPENS.finditer(text):
        head = split_head(f"{each['label']}. Words")
        if head is None:
            continue
        label: Label = head[1]
        before = text[: each.start()].rstrip()
        is_plain = not label.steps
        if is_plain and label.number < 10 and not each["quote"]:
            continue
        is_asked = _NEW_TEXT.search(before) is not None
        if is_asked or not (is_plain or each["quote"]):
            yield each.start("label"), _one(each, label, Relation.PROPOSES_NEW)
        elif each["quote"] or _QUOTES.search(before):
            yield each.start("label"), _one(each, label, Relation.QUOTES_BASE)


def _one(found: re.Match[str], label: Label, relation: Relation) -> NamedParagraph:
    return NamedParagraph(found[0].strip().lstrip('"“«„'), label, relation)


def _described(text: str) -> Iterator[tuple[int, NamedParagraph]]:
    for each in _DESCRIBED.finditer(text):
        if _ITS.match(text[each.end() :].lstrip()) or re.match(r"\d", each["about"]):
            continue
        kind = each["kind"].lower()
        relation = Relation.SECTION if kind in _SECTIONS else Relation.DESCRIBES
        about = re.split(r"\s+(?:and|which|that|in|as|with)\s+", each["about"])[0].strip()
        yield each.start(), NamedParagraph(each[0].strip(), None, relation, about)
