"""Findings in, everybody's name in them out, and what each is to be called instead.

Proponents are counted by what they ask for and where, never by their names or files: an order of
the alphabet would tell who they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import Any

from amend.model.audit import AuditedParagraph
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Proposal
from amend.model.rolling import Unplaced

PEOPLE = frozenset({"by", "supporters", "endorses", "author"})
"""Fields that hold names, in whatever value they stand."""
_ASKING = frozenset({"by", "supporters", "endorses"})
_IDS = frozenset({"proposal", "proposals"})
"""Fields that hold ids of proposals, which may stand in values without the proposals themselves."""
_ENGINE = "amend"
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SAY_NOTHING = frozenset(
    "a b c old new zero base draft final first second later last before after text version rev "
    "revision original modified current compiled merged clean copy document".split()
)
"""Words in names of files that name nobody, and would be taken out of every sentence."""
# A line at the top of a file that says who asks; what it names is in no field.
_SAYS_WHO = re.compile(
    r"\s*(?:submitted|proposed)?\s*(?:by|from|proponents?|authors?|(?:proposé|présenté|soumis)\s+par"
    r"|(?:propuesto|presentado)\s+por|auteurs?|autor(?:es)?)\s*[:：]\s*(?P<names>\S[^\n]{0,200})",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:[,;/]|(?<=\s)(?:and|et|y|e)(?=\s))\s*")
_SHORT = 4
"""Letters up to which a name must stand in the same case: "US" is no "us"."""


def values(found: object) -> Iterator[Any]:
    """Yield every dataclass in some findings once, each before what it holds."""
    seen: set[int] = set()
    waiting = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += reversed(list(value.values()))
        elif isinstance(value, tuple):
            waiting += reversed(value)
        elif is_dataclass(value) and not isinstance(value, type) and id(value) not in seen:
            seen.add(id(value))
            yield value
            waiting += [getattr(value, each.name) for each in reversed(fields(value))]


def content(proposal: Proposal) -> tuple[object, ...]:
    """Return what proposals are put in order by: what they ask for, and where."""
    return proposal.base, proposal.target, proposal.text, proposal.cut, proposal.operation.value


def names(found: Iterable[object]) -> dict[str, str]:
    """Return what each person and body is called: "Proponent 1", or "Person 1" who asks nothing."""
    every = list(found)
    asking = [each for each in every if isinstance(each, Proposal)]
    told: dict[str, str] = {}
    for each in sorted(asking, key=content):
        _number(told, "Proponent", _held(each, _ASKING))
    for value in every:
        _number(told, "Proponent", _held(value, _ASKING) if _asks(value) else ())
    for value in every:
        _number(told, "Person", _held(value, PEOPLE))
    for value in every:
        _number(told, "Proponent", (each for text in texts(value) for each in _says_who(text)))
    return told


def texts(value: object) -> tuple[str, ...]:
    """Return the words of a value that are those of a draft or of a proposal, whole."""
    if isinstance(value, Paragraph):
        return (value.before, value.after)
    if isinstance(value, Proposal):
        return (value.text, value.cut, value.whole or "")
    if isinstance(value, AuditedParagraph):
        every = [each for each in value.edits if each.text.strip()]
        return ("".join(each.text for each in every),)
    return ()


def _says_who(text: str) -> tuple[str, ...]:
    """Return those whom the line names that says who asks."""
    found = _SAYS_WHO.match(text)
    parts = _PARTED.split(found["names"]) if found is not None else []
    return tuple(each for part in parts if (each := part.strip(" .")))


def _asks(value: object) -> bool:
    """Whether those named in a value ask for something; else they mark, comment or rule."""
    return isinstance(value, Unplaced) or hasattr(value, "supporters")


def _held(value: object, names: frozenset[str]) -> Iterator[str]:
    for name in sorted(names):
        held = getattr(value, name, ())
        every = held if isinstance(held, tuple) else (held,)
        yield from (each for each in every if isinstance(each, str))


def _number(told: dict[str, str], kind: str, found: Iterable[str]) -> None:
    for name in found:
        if name and name != _ENGINE and name not in told:
            count = sum(each.startswith(kind) for each in told.values()) + 1
            told[name] = f"{kind} {count}"


def files(found: Iterable[object]) -> dict[str, str]:
    """Return what each file is called: "draft 1.docx", "proposals 1.docx"."""
    every = list(found)
    told: dict[str, str] = {}
    for revision in (each for each in every if isinstance(each, Revision)):
        called(told, "draft", revision.file)
    for each in sorted((each for each in every if isinstance(each, Proposal)), key=content):
        called(told, "proposals", each.source.file)
    for stray in (each for each in every if isinstance(each, Unplaced)):
        called(told, "proposals", stray.source.file)
    for value in every:
        called(told, "file", getattr(value, "file", ""))
    return told


def called(told: dict[str, str], kind: str, file: str) -> str:
    """Return what a file is called, and give it a number of its kind if it is new."""
    if file and file not in told:
        count = sum(each.startswith(f"{kind} ") for each in told.values()) + 1
        told[file] = f"{kind} {count}{PurePath(file).suffix.lower()}"
    return told.get(file, file)


def ids(found: Iterable[object], known: Mapping[str, str]) -> dict[str, str]:
    """Return what the id of each proposal becomes: it begins with the name of its file."""
    every = list(found)
    told: dict[str, str] = {}
    for each in (each for each in every if isinstance(each, Proposal)):
        stem = PurePath(each.source.file).stem
        other = PurePath(known.get(each.source.file, "")).stem.replace(" ", "-")
        is_own = bool(stem) and each.id.startswith(stem)
        told[each.id] = f"{other}{each.id[len(stem) :]}" if is_own else ""
    for value in every:
        for name in _held(value, _IDS):
            told.setdefault(name, "")
    for count, name in enumerate((name for name, other in told.items() if not other), 1):
        told[name] = f"proposal-{count}"
    return told


def drafts(found: Iterable[object]) -> dict[str, str]:
    """Return what revisions are called that bear the names of their files, as far as those tell."""
    told: dict[str, str] = {}
    for each in (each for each in found if isinstance(each, Revision)):
        name = each.name
        tells = any(word not in _SAY_NOTHING for word in _LETTERS.findall(name.casefold()))
        if tells and name == PurePath(each.file).stem and name not in told:
            told[name] = f"Draft {len(told) + 1}"
    return told


class Finder:
    """Finds any of some names in sentences: by their first word, for there may be thousands."""

    def __init__(self, other: Mapping[str, str]) -> None:
        """`other` says what each name becomes; names of one letter are not looked for."""
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for name, instead in sorted(other.items(), key=lambda each: (-len(each[0]), each)):
            first = _WORD.search(name)
            if first is not None and len(name) > 1:
                known = self._by_word.setdefault(first.group().casefold(), [])
                known.append((name[first.start() :], instead))

    def replaced(self, sentence: str) -> str:
        """Return the sentence with every name in it replaced; of two at one place the longer."""
        parts: list[str] = []
        at = 0
        for start, end, instead in self.found(sentence):
            if start >= at:
                parts += (sentence[at:start], instead)
                at = end
        return "".join((*parts, sentence[at:])) if parts else sentence

    def found(self, sentence: str) -> Iterator[tuple[int, int, str]]:
        """Yield start and end of each name in a sentence, and what it becomes."""
        for word in _WORD.finditer(sentence):
            for name, instead in self._by_word.get(word.group().casefold(), ()):
                end = word.start() + len(name)
                if _stands(name, sentence[word.start() : end], sentence[end : end + 1]):
                    yield word.start(), end, instead
                    break


def _stands(name: str, there: str, behind: str) -> bool:
    is_same = there == name or (len(name) > _SHORT and there.casefold() == name.casefold())
    return is_same and not (name[-1].isalnum() and (behind.isalnum() or behind == "_"))
