"""amend.toml, in; the settings of a workspace, out, each checked against its choices."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from amend.errors import MarksError, WorkspaceError
from amend.model.marks import Marks
from amend.notices import Code, Notice

FILE = "amend.toml"
PROFILES = ("un", "eu", "fr", "ch")
DATABASE = "sqlite:///amend.db"
_SECTIONS = ("process", "drafts", "proposals", "aliases")
_PROCESS = ("title", "language", "profile", "database")
_DRAFT = ("file", "name", "date", "language")
_PROPOSAL = ("file", "by", "on", "date", "marks")
_ALIAS = ("name", "also")


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
class AliasEntry:
    """What `[[aliases]]` says of one proponent: the name to use, and others it goes under."""

    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a workspace is set up; `language` is an ISO 639 code or None, `database` any URL."""

    title: str = ""
    language: str | None = None
    profile: str = "un"
    database: str = DATABASE
    drafts: tuple[DraftEntry, ...] = ()
    proposals: tuple[ProposalEntry, ...] = ()
    aliases: tuple[AliasEntry, ...] = ()
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
    return _Page(text).settings(said)


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of the file: its section, its place among those of that name, and its keys."""

    section: str
    nth: int
    said: Mapping[str, Any]


@dataclass(slots=True)
class _Page:
    """The text of the file, to find lines in, and what there is to tell of it."""

    text: str
    notices: list[Notice] = field(default_factory=list)

    def settings(self, said: Mapping[str, Any]) -> Settings:
        self.tell_unknown(_Table("", 0, said), _SECTIONS)
        process = said.get("process", {})
        if not isinstance(process, dict):
            raise self.refusal(_Table("", 0, said), "process", "Write [process] on its own line.")
        table = _Table("process", 0, process)
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
            notices=tuple(self.notices),
        )

    def tables(self, said: Mapping[str, Any], section: str, known: tuple[str, ...]) -> list[_Table]:
        entries = said.get(section, [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            hint = f"Write [[{section}]], in two pairs of brackets, once for each file."
            raise self.refusal(_Table("", 0, said), section, hint)
        tables = [_Table(section, nth, entry) for nth, entry in enumerate(entries)]
        for table in tables:
            self.tell_unknown(table, known)
        if section != "aliases":
            self.refuse_repeats(tables)
        return tables

    def draft(self, table: _Table) -> DraftEntry:
        name = self.words(table, "name")
        return DraftEntry(self.file(table), name, self.day(table), self.language(table))

    def proposal(self, table: _Table) -> ProposalEntry:
        by = table.said.get("by", [])
        names = [by] if isinstance(by, str) else by
        if not isinstance(names, list) or not all(isinstance(one, str) and one for one in names):
            raise self.refusal(table, "by", 'Write by = "Name", or by = ["Name", "Name"].')
        on = self.words(table, "on")
        marks = self.marks(table)
        return ProposalEntry(self.file(table), tuple(names), on, self.day(table), marks)

    def alias(self, table: _Table) -> AliasEntry:
        name, also = self.words(table, "name"), table.said.get("also", [])
        names = [also] if isinstance(also, str) else also
        if name is None:
            hint = 'Each [[aliases]] needs a line such as name = "Union of Delta Cities".'
            raise self.refusal(table, "name", hint)
        if not isinstance(names, list) or not all(isinstance(one, str) and one for one in names):
            raise self.refusal(table, "also", 'Write also = "UDC", or also = ["UDC", "Delta"].')
        return AliasEntry(name, tuple(names))

    def marks(self, table: _Table) -> str | None:
        said = self.words(table, "marks")
        try:
            return str(Marks.parse(said)) if said else None
        except MarksError as error:
            raise self.refusal(table, "marks", f"{error}. {error.hint}") from error

    def words(self, table: _Table, key: str) -> str | None:
        """Text, None where nothing stands or nothing is in the quotes."""
        value = table.said.get(key, "")
        if not isinstance(value, str):
            raise self.refusal(table, key, f'Write {key} = "text in quotes".')
        return value.strip() or None

    def language(self, table: _Table) -> str | None:
        code = self.words(table, "language")
        if code is not None and not re.fullmatch("[a-z]{2,3}", code):
            hint = "Write a language code in two small letters: en, fr, es, ar, ru or zh."
            raise self.refusal(table, "language", hint)
        return code

    def day(self, table: _Table) -> str | None:
        value = table.said.get("date")
        if isinstance(value, date | datetime):
            return value.isoformat()
        hint = "Write date = 2026-02-11: year, month, day."
        try:
            said = self.words(table, "date")
            return _iso(said) if said else None
        except (ValueError, WorkspaceError) as error:
            raise self.refusal(table, "date", hint) from error

    def file(self, table: _Table) -> str:
        """A path inside the workspace, with forward slashes; workspaces are passed on."""
        name = self.words(table, "file")
        if name is None:
            hint = f'Each [[{table.section}]] needs a line such as file = "rev1.docx".'
            raise self.refusal(table, "file", hint)
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or PureWindowsPath(name).drive or ".." in path.parts:
            hint = f"Put the file into {table.section}/ and write its name only."
            raise self.refusal(table, "file", hint)
        return str(path)

    def refuse_repeats(self, tables: list[_Table]) -> None:
        seen: set[str] = set()
        for table in tables:
            name = self.file(table).removeprefix(f"{table.section}/")
            if name in seen:
                raise self.refusal(table, "file", f"Keep one [[{table.section}]] for each file.")
            seen.add(name)

    def tell_unknown(self, table: _Table, known: tuple[str, ...]) -> None:
        for key in table.said:
            if key not in known:
                close = get_close_matches(key, known, n=1)
                guess = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}."
                where = self.place(table, key)
                text = f"{key!r} is not known and was passed over; {guess}"
                self.notices.append(Notice(Code.NOT_UNDERSTOOD, where, text))

    def refusal(self, table: _Table, key: str, hint: str) -> WorkspaceError:
        found = repr(table.said[key]) if key in table.said else "nothing"
        if len(found) > 60:
            found = f"{found[:57]}..."
        return WorkspaceError(f"{key} is {found}", where=self.place(table, key), hint=hint)

    def place(self, table: _Table, key: str) -> str:
        """Name the line of a key, or of its table's head where the key is absent or spelt oddly."""
        section, seen, head = "", -1, 0
        for number, line in enumerate(self.text.splitlines(), start=1):
            opening = re.match(r"\s*\[{1,2}\s*([\w-]+)", line)
            if opening:
                section = opening[1]
                seen += section == table.section
                head = number if section == table.section and seen == table.nth else head
                is_sought = not table.section and section == key
            else:
                is_sought = re.match(
                    rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line
                ) is not None and (
                    (section == table.section and seen == table.nth)
                    or not (section or table.section)
                )
            if is_sought:
                return f"{FILE}, line {number}"
        return f"{FILE}, line {head}" if head else FILE


def _iso(said: str) -> str:
    """The same moment in one spelling, as dates are compared by their letters."""
    moment = datetime.fromisoformat(said)
    return moment.date().isoformat() if len(said) <= len("2026-02-11") else moment.isoformat()
