"""Words in, the names of bodies that stand in them out: where a name ends, lists, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from amend.text.bodies import GROUPS, NAME_NOUNS, STATES, UNITED_NATIONS

# Every sign can be read in one way only, and names end after a while: pages come from strangers.
_WORD = (
    r"(?!(?:I|We|Our|It|This|They|You|R[Ee][Vv]\w*|Zero)\b)"
    r"(?:Group[ \u00a0]of[ \u00a0]\d\d|[A-ZÀ-Þ][\w&/.’'-]{0,60}\w|[A-ZÀ-Þ])"
)
_SMALL = (
    r"(?:of|the|for|in|on|and|against|to|with|without|de|del|la|las|los|el|des|du|d|et|y|e|und|für"
    r"|sur|pour|von|do|da|dos)"
)
_GAP = rf"(?:[ \u00a0]+(?:{_SMALL}[ \u00a0]+){{0,3}}|[ \u00a0]+&[ \u00a0]+|['’][ \u00a0]+)"
NAME = rf"{_WORD}(?:{_GAP}{_WORD}){{0,15}}"
"""One name: capitalised words, joined by small ones, an ampersand or a plural's apostrophe."""
_ARTICLES = r"(?:(?:the|la|el|los|le|les)[ \u00a0]+|l['’])"
_BESIDE = r"(?:[ \u00a0]*\([^()]{2,80}\))"
_NEXT = rf"(?:{_GAP}|[,;][ \u00a0]*(?:{_SMALL}[ \u00a0]+){{0,3}})"
LIST = rf"{_ARTICLES}?{_WORD}{_BESIDE}?(?:{_NEXT}{_WORD}{_BESIDE}?){{0,60}}"
"""Names in a row, each with "the" before it and an acronym behind it, perhaps."""

_PART = re.compile(
    rf"(?P<the>{_ARTICLES})?(?P<name>{NAME})(?:[ \u00a0]*\((?P<acronym>[^()]{{2,80}})\))?"
)
_AND = re.compile(r",?\s+(?:and|y|et)\s+(?:the\s+)?|[,;/]\s*(?:the\s+)?")
_SUB = re.compile(
    r"(?:(?:the\s+)?(?:Special\s+)?(?:Envoy|Chair|Secretariat|Presidency|President|Director"
    r"|Executive\s+Secretary|Permanent\s+Mission|Delegation|Government|Representatives?)"
    r"\s+(?:of|to)\s+(?:the\s+)?)+"
)
_ARTICLE = re.compile(r"(?:La|El|Los|Las|Le|Les)\s+\w")
_SUB_TAIL = re.compile(
    r"\s+(?:Secretariat|Office|Team|Delegation|Working\s+Group|Task\s+Force|Steering\s+Group"
    r"|Representative|Headquarters|HQ)$"
)
_NOT_BODIES = re.compile(
    r"\b(?:Declarations?|Compacts?|Drafts?|Agenda|Resolutions?|Conventions?|Covenants?|Reports?"
    r"|Goals?|Objectives?|Outcome|Charter|Protocol|Agreement|Treaty|Pact|Document|Text|Paper"
    r"|Member\s+States?|States|Governments|Parties|Secretary[\s-]+General['’]?s?|Co-?[Ff]acilitators?"
    r"|Co-?[Cc]hairs?|REV\s?\d|Rev\.?\s?\d|COVID.*|SDGs?|GCM|GCR|IMRF|Town\s?[Hh]alls?|Zero"
    r"|Declaración|Pacto|Borrador|Déclaration|Pacte|Projet|Paragraphs?|Paras?|Page|Annex|Article"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday)\b"
)
_NO_NAMES = frozenset(
    """a adjunto all an and any as at attached but by comment comments dear enclosed excellencies
    find following for from further good greetings he hello hereby hi how however i if in input
    inputs intervention it kind language many member migrants more no nous on please
    position proposal question read remarks regards see several she since some statement
    submission suggestions sustainable thank thanks that the their there these they this those to
    today under unless we what when where while who why with yes you your on behalf best
    recommendations contribution correction apologies""".split()
)
_LEADING = re.compile(
    r"(?:(?:Intervention|Statement|Remarks|Submission|Comments?|Inputs?|Contribution|Position|Paper"
    r"|Attached|Enclosed|Hereby|Dear|Please|Find|See|And|The|On|In|As|By|From|Our|We|Joint"
    r"|Written|Oral|Further|Additional|Proposals?|Recommendations?|This|Here|Is)\s+)+"
)


class Named(NamedTuple):
    """A body as named: its name without article and body parts, and the acronym beside it."""

    name: str
    acronym: str = ""


def names_in(words: str, known: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return the bodies in a list of names; what is no body is left out.

    A comma or "and" parts names only where both sides are names by themselves: "Climate, Migration,
    and Displacement Platform" is one. `known` are names met elsewhere on the page.
    """
    items = _items(words.strip(" ,;"), known)
    found = [each for each in (_named(each, known) for each in items) if each is not None]
    if len(found) == 2 and found[1].name in STATES and found[0].name not in STATES | GROUPS:
        found.pop()  # "Delta Watch, Colombia" says where it is
    return tuple(dict.fromkeys(found))


def _items(words: str, known: frozenset[str]) -> list[str]:
    """Part a list where that leaves the fewest pieces that are no names, then the most names."""
    parts, joints = _parted(words)
    best: list[tuple[tuple[int, int], list[str]]] = [((0, 0), [])]
    for end in range(1, len(parts) + 1):
        ways = []
        for start in range(end):
            item = "".join(
                part + joint
                for part, joint in zip(
                    parts[start:end], [*joints[start : end - 1], ""], strict=True
                )
            )
            known_whole = re.sub(r"^the\s+", "", item) in GROUPS | STATES and end - start > 1
            if (
                start + 1 < end
                and not known_whole
                and (
                    _is_two(item, parts[start + 1 : end])
                    or _begins_anew(parts[start:end], joints[start : end - 1])
                )
            ):
                continue
            (odd, most), before = best[start]
            is_odd = not _stands_alone(item, known)
            ways.append(((odd + is_odd, most - (9 if known_whole else 1)), [*before, item]))
        best.append(min(ways))
    return best[-1][1]


def _parted(words: str) -> tuple[list[str], list[str]]:
    """Cut at commas and "and"s outside parentheses; return the parts, and what stands between."""
    parts, joints, start = [], [], 0
    for each in _AND.finditer(words):
        before = words[: each.start()]
        if before.count("(") == before.count(")"):
            parts.append(words[start : each.start()])
            joints.append(each[0])
            start = each.end()
    return [*parts, words[start:]], joints


def _is_two(item: str, later: list[str]) -> bool:
    """Whether a list of parts cannot be one name: an acronym ends one inside it."""
    return ")" in item.rstrip()[:-1] or any(each in GROUPS or each in STATES for each in later)


def _begins_anew(parts: list[str], joints: list[str]) -> bool:
    """Whether "and the" begins a second name: behind a whole one, and before more than one word."""
    return any(
        "the" in joint.split() and is_strong(before.strip()) and len(behind.split()) > 1
        for before, joint, behind in zip(parts, joints, parts[1:], strict=False)
    )


def _stands_alone(item: str, known: frozenset[str]) -> bool:
    """Whether an item is a name by itself: its noun, its acronym or the page tells so."""
    found = _PART.fullmatch(item.replace(",", "").strip())
    if found is None:
        return False
    name, acronym = found["name"], _acronym(found["acronym"] or "")
    if "," in item and name.split()[-1].lower() not in NAME_NOUNS:
        return False
    if acronym and len(name.split()) < 3 and not is_acronym_of(acronym, name):
        return False
    return bool(acronym) or is_strong(name) or name in known


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym stand in the name in order, the first at its start."""
    letters = iter(re.sub(r"^(?:the\s+)?", "", name).casefold())
    wanted = re.sub(r"[^\w]", "", acronym).casefold()
    return (
        bool(wanted)
        and name.casefold().startswith(wanted[0])
        and all(any(letter == each for letter in letters) for each in wanted)
    )


def acronyms_in(text: str) -> dict[str, str]:
    """Return the acronyms that a text explains, "Delta Union (DU)", and the names they are for."""
    found: dict[str, str] = {}
    for each in _PART.finditer(text):
        acronym = _acronym(each["acronym"] or "")
        name = clean(each["name"])
        if acronym and is_acronym_of(acronym, name) and is_body(name):
            found.setdefault(acronym, name)
    return found


def is_strong(name: str) -> bool:
    """Whether a name shows by its own shape that it is a body's, not just a capitalised word."""
    if name in GROUPS or name in STATES or name in UNITED_NATIONS:
        return True
    words = re.findall(r"[\w&]+", name)
    if any(each.lower() in NAME_NOUNS for each in words) and len(words) > 1:
        return True
    return any(re.fullmatch(r"[A-Z]{2,}[A-Za-z]?[A-Z]*\d*", each) for each in words)


def _named(item: str, known: frozenset[str]) -> Named | None:
    found = _PART.fullmatch(item.replace(",", "").strip()) or _PART.search(item)
    if found is None:
        return None
    whole = re.sub(r"^(?:the|la|el)\s+|\s*\([^()]*\)\s*$", "", item.strip())
    is_listed = "," in whole and whole.replace(",", "") == found["name"]
    name = clean(whole if is_listed else found["name"], known)
    acronym = _acronym(found["acronym"] or "")
    if not is_body(name):
        return None
    short = short_form(name)
    return Named(short or name, "" if short else acronym)


def _acronym(said: str) -> str:
    """Return what stands in the parentheses if it is an acronym, or a short name."""
    words = said.strip().strip("\"“”'")
    return words if re.fullmatch(r"(?:the\s+)?[A-Z][\w&-]*[A-Z0-9][\w&-]*", words) else ""


def clean(name: str, known: frozenset[str] = frozenset()) -> str:
    """Take off what is not the name: "Statement", "the Chair of the", "'s", a team, an office."""
    name = re.sub(r"\s+", " ", name).strip(" ,.;:-–")
    name = _LEADING.sub("", name + " ").strip() if _LEADING.match(name + " ") else name
    name = re.sub(r"['’]s?$", "", _SUB.sub("", name, count=1) if _SUB.match(name) else name)
    name = name.removeprefix("the ").removeprefix("The ")
    if _ARTICLE.match(name) and name.split()[1].lower() in NAME_NOUNS:
        name = name.split(maxsplit=1)[1]
    tail = _SUB_TAIL.search(name)
    return _whole(name[: tail.start()], known) or name if tail is not None else name


def _whole(head: str, known: frozenset[str]) -> str | None:
    """Find the body whose part this is: Delta Union of "Delta Union Migration", a working group."""
    words = head.split()
    for end in range(len(words), 0, -1):
        shorter = " ".join(words[:end])
        if shorter in known or re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]\w*", shorter):
            return shorter
        if len(words) - end == 2:
            break
    return None


def is_body(name: str) -> bool:
    """Whether a name may be a body's: no document, no date, no word that only opens a sentence."""
    words = name.split()
    if not words or len(name) < 2 or words[0].lower().strip(",.") in _NO_NAMES:
        return False
    if name in STATES or name in GROUPS:
        return True
    stripped = _NOT_BODIES.sub("", name)
    has_noun = any(each.lower() in NAME_NOUNS for each in re.findall(r"\w+", stripped))
    return stripped == name or (has_noun and len(stripped.split()) > 2)


def short_form(name: str) -> str | None:
    """Return the acronym the United Nations' own go by ("UN World Food Programme"), or None."""
    bare = re.sub(r"^(?:the\s+)?(?:UN|United Nations)\s+", "", name)
    for acronym, forms in UNITED_NATIONS.items():
        if name == acronym or name in forms or bare in forms:
            return acronym
    return None


def is_group(name: str) -> bool:
    """Whether a name is that of a group of States."""
    return re.sub(r"^[Tt]he\s+", "", name) in GROUPS


def known_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the names of bodies that stand on a page by themselves, and explained ones."""
    found: set[str] = set()
    for text in texts:
        for each in re.finditer(NAME, text):
            name = re.sub(r"['’]s?$", "", each[0])
            if is_strong(name) and is_body(name) and not _SUB_TAIL.search(name):
                found.add(name)
        found.update(acronyms_in(text).values())
    return frozenset(found)


def is_name(line: str) -> bool:
    """Whether a line is the name of a body and nothing else."""
    return _PART.fullmatch(line) is not None and is_strong(line) and is_body(line)
