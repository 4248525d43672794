"""amend.toml, in; the settings of a workspace, out, each checked against its choices."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amend.errors import MarksError, WorkspaceError
from amend.model.marks import Marks
from amend.notices import Notice
from amend.store.toml import FILE, Page, Table

PROFILES = ("un", "eu", "fr", "ch")
DATABASE = "sqlite:///amend.db"
_SECTIONS = ("process", "report", "thresholds", "drafts", "proposals", "agreed", "aliases")
_PROCESS = ("title", "language", "profile", "database")
_REPORT = ("language",)
_DRAFT = ("file", "name", "date", "language")
_PROPOSAL = ("file", "by", "on", "date", "marks")
_AGREED = ("file", "name")
_ALIAS = ("name", "also")
_SHARES = ("with_changes", "partly", "deletion_partly", "found_again")


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """What `[[drafts]]` says of one file, None where it says nothing; `date` is ISO 8601."""

    file: str
    name: str | None = None
    date: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """What `[[proposals]]` says of one file; an empty `by` and None where it says nothing.

    `marks` says what looks mean in it: "bold=add, strike=delete".
    """

    file: str
    by: tuple[str, ...] = ()
    on: str | None = None
    date: str | None = None
    marks: str | None = None


@dataclass(frozen=True, slots=True)
class AgreedEntry:
    """A file of agreed language that `[[agreed]]` names, and what it is to be called, or None."""

    file: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class AliasEntry:
    """What `[[aliases]]` says of one proponent: the name to use, and others it goes under."""

    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a workspace is set up; `language` is an ISO 639 code or None, `database` any URL.

    `thresholds` holds the shares (0.0 to 1.0) that were set, by their names; the rest is as ever.
    `report` is the language of the report's own words, None where nothing is said of it.
    """

    title: str = ""
    language: str | None = None
    profile: str = "un"
    database: str = DATABASE
    drafts: tuple[DraftEntry, ...] = ()
    proposals: tuple[ProposalEntry, ...] = ()
    aliases: tuple[AliasEntry, ...] = ()
    agreed: tuple[AgreedEntry, ...] = ()
    thresholds: Mapping[str, float] = field(default_factory=dict)
    report: str | None = None
    notices: tuple[Notice, ...] = ()


def load_settings(folder: Path) -> Settings:
    """Read amend.toml in the folder; without that file, the settings are the defaults.

    Keys that are not known are told in a notice; raises WorkspaceError, with the line, for what
    cannot be read or has no such choice.
    """
    path = folder / FILE
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8."
        raise WorkspaceError("is not written in UTF-8", where=FILE, hint=hint) from error
    except OSError as error:
        hint = "amend.toml is a text file; run `amend init` in another folder to see one."
        raise WorkspaceError(f"cannot be read: {error.strerror}", where=FILE, hint=hint) from error
    return parse_settings(text)


def parse_settings(text: str) -> Settings:
    """Read the words of an amend.toml; raises WorkspaceError as `load_settings` does."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        message = str(error).replace(place[0], "") if place else str(error)
        hint = 'A line is key = "text in quotes", [process], [[drafts]] or [[proposals]].'
        raise WorkspaceError(message, where=f"{FILE}, line {line}", hint=hint) from error
    return _Reader(text).settings(said)


class _Reader(Page):
    """All that amend.toml may hold, table by table."""

    def settings(self, said: Mapping[str, Any]) -> Settings:
        self.tell_unknown(Table("", 0, said), _SECTIONS)
        process = said.get("process", {})
        if not isinstance(process, dict):
            raise self.refusal(Table("", 0, said), "process", "Write [process] on its own line.")
        table = Table("process", 0, process)
        self.tell_unknown(table, _PROCESS)
        profile = self.words(table, "profile") or "un"
        if profile not in PROFILES:
            raise self.refusal(table, "profile", f"Choose one of {', '.join(PROFILES)}.")
        return Settings(
            title=self.words(table, "title") or "",
            language=self.language(table),
            profile=profile,
            database=self.words(table, "database") or DATABASE,
            drafts=tuple(map(self.draft, self.tables(said, "drafts", _DRAFT))),
            proposals=tuple(map(self.proposal, self.tables(said, "proposals", _PROPOSAL))),
            aliases=tuple(map(self.alias, self.tables(said, "aliases", _ALIAS))),
            agreed=tuple(map(self.agreed, self.tables(said, "agreed", _AGREED))),
            thresholds=self.thresholds(said),
            report=self.report(said),
            notices=tuple(self.notices),
        )

    def tables(self, said: Mapping[str, Any], section: str, known: tuple[str, ...]) -> list[Table]:
        entries = said.get(section, [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            hint = f"Write [[{section}]], in two pairs of brackets, once for each file."
            raise self.refusal(Table("", 0, said), section, hint)
        tables = [Table(section, nth, entry) for nth, entry in enumerate(entries)]
        for table in tables:
            self.tell_unknown(table, known)
        if section != "aliases":
            self.refuse_repeats(tables)
        return tables

    def draft(self, table: Table) -> DraftEntry:
        name = self.words(table, "name")
        return DraftEntry(self.file(table), name, self.day(table), self.language(table))

    def proposal(self, table: Table) -> ProposalEntry:
        by = table.said.get("by", [])
        names = [by] if isinstance(by, str) else by
        if not isinstance(names, list) or not all(isinstance(one, str) and one for one in names):
            raise self.refusal(table, "by", 'Write by = "Name", or by = ["Name", "Name"].')
        on = self.words(table, "on")
        marks = self.marks(table)
        return ProposalEntry(self.file(table), tuple(names), on, self.day(table), marks)

    def agreed(self, table: Table) -> AgreedEntry:
        return AgreedEntry(self.file(table), self.words(table, "name"))

    def thresholds(self, said: Mapping[str, Any]) -> dict[str, float]:
        shares = said.get("thresholds", {})
        if not isinstance(shares, dict):
            hint = "Write [thresholds] on its own line."
            raise self.refusal(Table("", 0, said), "thresholds", hint)
        table = Table("thresholds", 0, shares)
        self.tell_unknown(table, _SHARES)
        return {name: self.percent(table, name) / 100 for name in _SHARES if name in shares}

    def report(self, said: Mapping[str, Any]) -> str | None:
        told = said.get("report", {})
        if not isinstance(told, dict):
            hint = "Write [report] on its own line."
            raise self.refusal(Table("", 0, said), "report", hint)
        table = Table("report", 0, told)
        self.tell_unknown(table, _REPORT)
        return self.language(table)

    def alias(self, table: Table) -> AliasEntry:
        name, also = self.words(table, "name"), table.said.get("also", [])
        names = [also] if isinstance(also, str) else also
        if name is None:
            hint = 'Each [[aliases]] needs a line such as name = "Union of Delta Cities".'
            raise self.refusal(table, "name", hint)
        if not isinstance(names, list) or not all(isinstance(one, str) and one for one in names):
            raise self.refusal(table, "also", 'Write also = "UDC", or also = ["UDC", "Delta"].')
        return AliasEntry(name, tuple(names))

    def marks(self, table: Table) -> str | None:
        said = self.words(table, "marks")
        try:
            return str(Marks.parse(said)) if said else None
        except MarksError as error:
            raise self.refusal(table, "marks", f"{error}. {error.hint}") from error

    def refuse_repeats(self, tables: list[Table]) -> None:
        seen: set[str] = set()
        for table in tables:
            name = self.file(table).removeprefix(f"{table.section}/")
            if name in seen:
                raise self.refusal(table, "file", f"Keep one [[{table.section}]] for each file.")
            seen.add(name)
