"""What a posting says in, who speaks in it out: submitters, supporters, whom it endorses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from amend.parse.postings.names import (
    LIST,
    NAME,
    Named,
    acronyms_in,
    clean,
    is_body,
    is_strong,
    names_in,
    short_form,
)
from amend.parse.postings.sentences import Sentence, sentences

_ACTS = (
    r"(?:comments?|inputs?|submissions?|statements?|remarks|interventions?|positions?|feedback|views"
    r"|contributions?|recommendations?|proposals?|suggestions?|responses?|observations?|amendments?"
    r"|key\s+messages|effort|aportes?|comentarios|contribuci[oó]n|observaciones|propuestas?|insumos"
    r"|commentaires|observations|propositions)"
)
ACT = re.compile(rf"\b{_ACTS}\b", re.IGNORECASE)
"""What people call that which they hand in."""
_ADJECTIVES = (
    r"(?:(?:first|second|third|fourth|written|joint|full|further|additional|initial|general|oral"
    r"|detailed|preliminary|overall|specific|key|policy|line-by-line|language|drafting|textual"
    r"|consolidated|common|final)\s+){0,3}"
)
_ON = r"(?:to|on|at|during|for|regarding|concerning|about|re|sobre|a|sur|au|en|into|in)"
_BEHALF = re.compile(
    rf"\b(?i:on\s+behalf\s+of|au\s+nom\s+d[eu]|en\s+nombre\s+de(?:l)?)\s+(?P<names>{LIST})"
)
_WHOSE = re.compile(rf"(?P<names>{NAME})(?:['’]s|(?<=s)['’]|['’])\s+{_ADJECTIVES}(?i:{_ACTS})\b")
_TITLE = re.compile(rf"(?P<names>{LIST})\s*(?:[-–—:]\s*)?{_ADJECTIVES}(?i:{_ACTS})\s+(?i:{_ON})\b")
# A parenthesis that was never closed: "Delta Cities Union (DCUComments on Rev 1".
_BROKEN = re.compile(rf"(?P<names>{NAME})\s*\((?:[A-Z]{{2,8}})?(?i:{_ACTS})\s+(?i:{_ON})\b")
_FROM = re.compile(rf"\b(?P<how>from|by|of|de|del|par|von)\s+(?P<names>{LIST})(?!\s*['’])")
_OPENS = re.compile(
    rf"^(?i:intervention|statement|remarks|submission|comments|inputs?|position|declaración)\s+(?P<names>{NAME})"
)
_ADVERBS = (
    r"(?:hereby|also|further|respectfully|warmly|kindly|sincerely|team|delegation|strongly"
    r"|welcomes\s+and|thanks\s+and|and|endorses\s+and)\s+"
)
_STRONG = (
    r"(?:submits?|present(?:s|a)?|(?:is|are)\s+(?:very\s+|most\s+)?(?:pleased|happy|glad|honou?red"
    r"|sharing|submitting|grateful|delighted|proud)|would\s+(?:also\s+)?like\s+to|wish(?:es)?\s+to|thanks?"
    r"|appreciates?|endorses?|shares?|offers?|extends?|welcomes?|proposes?|recommends?|suggests?"
    r"|ha(?:s|ve)\s+the\s+honou?r|commends?|congratulates?|expresses|reiterates?|requests?"
    r"|aligns?|associates?|transmits?|joins?|remercie|soumet|salue|accueille|soutient|présente|demande"
    r"|se\s+félicite|agradece|propone|saluda|presenta|remite|acoge|solicita|apoya)"
)
_WEAK = (
    r"(?:urges?|calls?\s+(?:on|for|upon)|believes?|works\s+closely|is\s+a\s+(?:member|development)"
    r"|has\s+always|supports?|considers?|stresses|emphasi[sz]es|notes\s+with|remains?|reaffirms?"
    r"|encourages|underlines|highlights)"
)
_SUPPORTED = re.compile(rf",?\s*(?:supported|backed|co-sponsored)\s+by\s+(?P<names>{LIST}),?\s*")
_SUBJECT = (
    rf"(?P<names>{LIST})(?:\s+and\s+its\s+[\w ]{{3,40}}?)?"
    rf"(?:,\s+(?:a|an|the)\s[^,.;]{{3,90}},)?\s+(?:{_ADVERBS}){{0,3}}"
)
_SPEAKS = re.compile(rf"{_SUBJECT}(?:{_STRONG})\b")
_SPEAKS_WEAKLY = re.compile(rf"{_SUBJECT}(?:{_WEAK})\b")
# Where the subject of a sentence may begin.
_BEGINS = re.compile(r"[,:;(]\s+|\bhereby,?\s+|\b(?:the|of)\s+(?:multi-?\w+\s+)?", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:support(?:s|ing)?|endors(?:e|es|ing)|echo(?:es|ing)?|align(?:s|ing)?|associat\w+|welcom\w+"
    r"|agree\w*|reiterat\w+|refer\w*|thank\w*)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ENDORSES = re.compile(
    r"\b(?i:support(?:s|ing)?|endors(?:e|es|ing)|aligns?\s+(?:itself|ourselves|themselves)?\s*with"
    r"|associates?\s+(?:itself|ourselves|themselves)\s+with|joins?)\s+(?:with\s+)?(?:the\s+|all\s+)?"
    rf"(?:{_ADJECTIVES}(?i:{_ACTS})\s+(?:made\s+|submitted\s+)?(?:of|by|from)\s+)"
    rf"(?:the\s+)?(?P<names>{LIST}(?:\s+and\s+members)?)"
)
# Between what is handed in and whose it is stands what it is on, and no other verb.
_WHAT_ON = re.compile(
    r"(?:\s+(?:with|regards?|respect|relation|related|to|on|for|of|the|in|this|and|our|draft|text"
    r"|prepared|submitted|made|provided|sent|drafted|sobre|la|el|le|[A-Z(][\w.'’-]*\)?|\d+,?))*\s+"
)


@dataclass(slots=True)
class Speakers:
    """Who speaks in a text; `is_weak` where only its way of speaking tells, `whole` its words."""

    submitters: list[Named] = field(default_factory=list)
    supporters: list[Named] = field(default_factory=list)
    endorsed: list[str] = field(default_factory=list)
    is_weak: bool = False


def speakers(text: str, known: frozenset[str] = frozenset()) -> Speakers:
    """Find who speaks in a posting; a body it only speaks about is not one of them (domain A.3).

    The plainest sign decides: on behalf of, the heading or whose comments these are, who submits,
    from whom; a signature; and last who urges or believes.
    """
    found = Speakers()
    parts = list(sentences(text))
    bare = [Sentence(_SUPPORTED.sub(" ", each.text), each.start, each.end) for each in parts]
    for each in parts:
        for named in _SUPPORTED.finditer(each.text):
            found.supporters += names_in(named["names"], known)
        for named in _ENDORSES.finditer(each.text):
            found.endorsed.append(named["names"].removeprefix("the "))
    for rule in (_behalf, _plain, _of_whom, _weakly):
        names = [each for sentence in bare for each in rule(sentence, known)]
        strong = [each for each in names if is_strong(each.name) or each.acronym]
        # A lone capitalised word ("Labour's position") is a body only if nothing better is there.
        strong = strong and [each for each in names if each in strong or " " in each.name]
        if names:
            found.submitters = _merged(strong or names, acronyms_in(text))
            found.is_weak = rule is _weakly
            break
    return found


def _behalf(sentence: Sentence, known: frozenset[str]) -> Iterator[Named]:
    for each in _BEHALF.finditer(sentence.text):
        yield from names_in(each["names"], known)


def _plain(sentence: Sentence, known: frozenset[str]) -> Iterator[Named]:
    text = sentence.text.lstrip("•-–* \u00a0")
    for pattern in (_BROKEN, _OPENS, _TITLE):
        each = pattern.match(text)
        if each is not None:
            yield from names_in(each["names"], known)
    for each in _WHOSE.finditer(text):
        if _OTHERS.search(text[: each.start()]) is None:
            yield from names_in(each["names"], known)
    yield from (name for each in _subjects(_SPEAKS, text) for name in names_in(each, known))


def _of_whom(sentence: Sentence, known: frozenset[str]) -> Iterator[Named]:
    """From whom a thing comes: "statement from X", "written input on Rev 1 by the Envoy of X"."""
    text = sentence.text
    for act in ACT.finditer(text):
        if _OTHERS.search(text[: act.start()]) is not None:
            continue
        for each in _FROM.finditer(text, act.end()):
            if _WHAT_ON.fullmatch(text, act.end(), each.start()) is None:
                continue
            names = names_in(each["names"], known)
            if each["how"] == "of":
                names = tuple(name for name in names if is_strong(name.name))
            if names:
                yield from names
                return


def _weakly(sentence: Sentence, known: frozenset[str]) -> Iterator[Named]:
    text = sentence.text.lstrip("•-–* \u00a0")
    for each in _subjects(_SPEAKS_WEAKLY, text):
        yield from (name for name in names_in(each, known) if is_strong(name.name))


def _subjects(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the subjects that speak, wherever in the sentence a subject may begin."""
    reached = 0
    for start in (0, *(each.end() for each in _BEGINS.finditer(text))):
        found = pattern.match(text, start) if start >= reached else None
        if found is not None:
            reached = found.end()
            yield found["names"]


def _merged(names: list[Named], explained: Mapping[str, str]) -> list[Named]:
    """Join a name and the acronym that the same text explains; in the order of first mention."""
    merged: dict[str, Named] = {}
    for each in names:
        full = explained.get(each.name, each.name)
        if full != each.name and short_form(each.name) is None:
            named = Named(full, each.name)
        else:
            named = Named(each.name, "" if each.acronym == each.name else each.acronym)
        before = merged.get(named.name)
        merged[named.name] = named if before is None or named.acronym else before
    return list(merged.values())


def announces(text: str) -> tuple[Named, ...]:
    """Return the bodies a paragraph introduces as those who hand something in."""
    said = speakers(text)
    return () if said.is_weak else tuple(said.submitters)


def names_a_body(line: str) -> tuple[Named, ...]:
    """Return the body at the end of a signature: "..., FAO", "– WFP Geneva Global Office"."""
    parts = re.split(r"\s*,\s*|\s+[-–—|]\s+", line)
    for part in reversed(parts[1:]):
        name = clean(part.strip(" ."))
        if is_strong(name) and is_body(name) and re.fullmatch(NAME, name):
            return names_in(name)
    return ()
