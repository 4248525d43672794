"""What a command found in, the same without anybody's name out, ready for any format.

Names, authors, files and ids that bear them become "Proponent 1", "proposals 1.docx"; the words of
drafts and proposals stay as they are, for a redline of other words would be untrue. Where they name
somebody, a notice says so (docs/design/0033-pictures-and-names-left-out.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeVar, cast

from amend.labels import Label
from amend.model.audit import AuditedParagraph
from amend.model.draft import Paragraph
from amend.model.proposal import Proposal
from amend.model.ruling import Course
from amend.notices import Code, Notice
from amend.render.known_names import (
    PEOPLE,
    Finder,
    called,
    content,
    drafts,
    files,
    ids,
    names,
    texts,
    values,
)
from amend.text.told import Told, counted

Found = TypeVar("Found")

# The words of drafts and proposals, by the value and its field. All that is not listed here is
# searched for names, so that a field that is added later leaves nobody's name in.
_WORDS: Mapping[str, frozenset[str]] = {
    "Anchor": frozenset({"words", "until"}),
    "Astray": frozenset({"text", "cut"}),
    "AuditEdit": frozenset({"text", "was"}),
    "AuditedParagraph": frozenset({"was", "now"}),
    "Comment": frozenset({"text", "anchor", "anchor_before"}),
    "Edit": frozenset({"text", "was"}),
    "Evidence": frozenset({"text"}),
    "Named": frozenset({"words", "path"}),
    "Nearest": frozenset({"text"}),
    "Origin": frozenset({"text"}),
    "Paragraph": frozenset({"printed", "path", "status"}),
    "Position": frozenset({"words"}),
    "Proposal": frozenset({"text", "cut", "whole"}),
    "Reading": frozenset({"before", "after", "splices"}),
    "Rebased": frozenset({"done"}),
    "Reply": frozenset({"text"}),
    "Ruling": frozenset({"missing"}),
    "Run": frozenset({"text"}),
    "Stretch": frozenset({"base"}),
    "Unplaced": frozenset({"text", "cut"}),
    "Weight": frozenset({"old", "new"}),
    "Whole": frozenset({"text"}),
}
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_EMAIL = "[address left out]"
_SUFFIXES = "docx?|odt|rtf|pdf|html?|txt|md|csv|xlsx?|eml|msg|pages|zip"
_FILE = re.compile(
    rf"(?:draft|proposals|file) \d+\.\w+|[^\s/\\:;,“”\"'()]+\.(?:{_SUFFIXES})\b", re.IGNORECASE
)
# A place may begin with a file whose name has spaces in it.
_PLACE = re.compile(rf"(?<![^/\\])[^/\\:]*?\.(?:{_SUFFIXES})(?=$|[,:])", re.IGNORECASE)
_LEAST = 5
"""Letters from which on the stem of a file is looked for in sentences: "un" is more than a file."""


class Mask:
    """Who stands in some findings, and what each is called instead: one name, one word."""

    def __init__(self, found: object) -> None:
        """Gather every name, file and id that stands in the findings."""
        every = list(values(found))
        self._names, self._files = names(every), files(every)
        self._ids = ids(every, self._files)
        self._drafts = drafts(every)
        stems = {**_stems(self._files), **self._drafts}
        self._finder = Finder({**stems, **self._names, **self._files, **self._ids})
        self._said: dict[str, str] = {}
        self._made: dict[int, tuple[object, object]] = {}

    def name(self, name: str) -> str:
        """Return what somebody is called; the program itself keeps its name."""
        return self._names.get(name, name)

    def apply(self, found: Found) -> Found:
        """Return the findings without names, and with a notice where their words still hold one."""
        made = cast("Any", self._without(found))
        told = tuple(self._left(found))
        if told and hasattr(made, "audit"):
            audit = replace(made.audit, notices=(*made.audit.notices, *told))
            made = replace(made, audit=audit)
        elif told:
            made = replace(made, notices=(*made.notices, *told))
        return cast("Found", made)

    def said(self, sentence: str) -> str:
        """Return a sentence of ours without names, files, ids and addresses."""
        if isinstance(sentence, Told):
            return sentence.mapped(self.said)
        if sentence not in self._said:
            self._said[sentence] = self._masked(sentence)
        return self._said[sentence]

    def where(self, place: str) -> str:
        """Return the place of a notice without names: it begins with a file or a folder in it."""
        done = self._finder.replaced(place)
        return self.said(_PLACE.sub(lambda each: self._file(each.group()), done, count=1))

    def _masked(self, sentence: str) -> str:
        done = self._finder.replaced(sentence)
        if "." not in done:
            return done
        done = _EMAIL.sub(_NO_EMAIL, done)
        return _FILE.sub(lambda each: self._file(each.group()), done)

    def _file(self, name: str) -> str:
        ours = self._files.values()
        is_ours = name in ours or name.endswith(tuple(f" {each}" for each in ours))
        return name if is_ours else called(self._files, "file", name)

    def _without(self, value: object) -> object:
        if isinstance(value, Enum | Label):
            return value
        if isinstance(value, str):
            return self.said(value)
        if not (isinstance(value, tuple | Mapping) or is_dataclass(value)):
            return value
        if id(value) not in self._made:  # an id is good as long as its value is, so that is kept
            self._made[id(value)] = (value, self._built(value))
        return self._made[id(value)][1]

    def _built(self, value: Any) -> object:
        if isinstance(value, Mapping):
            return {self._without(key): self._without(each) for key, each in value.items()}
        if not isinstance(value, tuple):
            return self._changed(value)
        made = [self._without(each) for each in value]
        if all(one is other for one, other in zip(value, made, strict=True)):
            return value
        if all(isinstance(each, Course) for each in made):
            made.sort(key=lambda each: content(cast("Course", each).proposal))
        kind: Any = type(value)
        return kind(*made) if hasattr(kind, "_fields") else tuple(made)

    def _changed(self, value: Any) -> object:
        """Return a dataclass without names; the same one where it holds none, as layouts expect."""
        words = _WORDS.get(type(value).__name__, frozenset())
        changed: dict[str, object] = {}
        for each in fields(value):
            before = getattr(value, each.name)
            if each.name not in words:
                after = self._field(each.name, before)
                if after is not before:
                    changed[each.name] = after
        return replace(value, **changed) if changed else value

    def _field(self, name: str, held: object) -> object:
        if name == "where" and isinstance(held, str):
            return self.where(held)
        return self._people(held) if name in PEOPLE else self._without(held)

    def _people(self, held: object) -> object:
        if isinstance(held, str):
            return self.name(held)
        if isinstance(held, tuple) and held:
            return tuple(sorted((self.name(each) for each in held), key=_number))
        return held

    def _left(self, found: object) -> Iterator[Notice]:
        """Yield one notice if words of a draft or of a proposal name somebody."""
        named = Finder(self._names)
        places: list[str] = []
        proposals = 0
        for each in values(found):
            if isinstance(each, Proposal):
                proposals += _holds(named, *texts(each))
            elif isinstance(each, Paragraph) and _holds(named, *texts(each)):
                places.append(str(each.label or "one without a number"))
            elif isinstance(each, AuditedParagraph) and _holds(named, *texts(each)):
                places.append(each.now or each.was or "one without a number")
        if places or proposals:
            where = f" ({', '.join(dict.fromkeys(places))})" if places else ""
            text = (
                f"words of {counted(len(places), 'paragraph')}{where} and of "
                f"{counted(proposals, 'proposal')} name somebody; they are left as they are."
            )
            yield Notice(Code.NAMES_IN_TEXT, "the texts", text)


def _stems(known: Mapping[str, str]) -> dict[str, str]:
    """Return the stems of files of proposals, which sentences may speak of without the suffix."""
    return {
        stem: PurePath(other).stem
        for file, other in known.items()
        if not other.startswith("draft ") and len(stem := PurePath(file).stem) >= _LEAST
    }


def _holds(named: Finder, *texts: str) -> bool:
    return any(any(named.found(each)) or _EMAIL.search(each) for each in texts)


def _number(name: str) -> tuple[str, int]:
    kind, _, count = name.rpartition(" ")
    return kind, int(count) if count.isdigit() else 0
