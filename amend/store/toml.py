"""One table of amend.toml and a key, in; its value, checked, out, or a refusal with the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from amend.errors import WorkspaceError
from amend.notices import Code, Notice

FILE = "amend.toml"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file: its section, its place among those of that name, and its keys."""

    section: str
    nth: int
    said: Mapping[str, Any]


@dataclass(slots=True)
class Page:
    """The text of the file, to find lines in, and what there is to tell of it."""

    text: str
    notices: list[Notice] = field(default_factory=list)

    def words(self, table: Table, key: str) -> str | None:
        """Text, None where nothing stands or nothing is in the quotes."""
        value = table.said.get(key, "")
        if not isinstance(value, str):
            raise self.refusal(table, key, f'Write {key} = "text in quotes".')
        return value.strip() or None

    def percent(self, table: Table, key: str) -> float:
        value = table.said[key]
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 1 <= value <= 100:
            raise self.refusal(table, key, f"Write per cent, from 1 to 100: {key} = 70")
        return float(value)

    def language(self, table: Table) -> str | None:
        code = self.words(table, "language")
        if code is not None and not re.fullmatch("[a-z]{2,3}", code):
            hint = "Write a language code in two small letters: en, fr, es, ar, ru or zh."
            raise self.refusal(table, "language", hint)
        return code

    def day(self, table: Table) -> str | None:
        value = table.said.get("date")
        if isinstance(value, date | datetime):
            return value.isoformat()
        hint = "Write date = 2026-02-11: year, month, day."
        try:
            said = self.words(table, "date")
            return _iso(said) if said else None
        except (ValueError, WorkspaceError) as error:
            raise self.refusal(table, "date", hint) from error

    def file(self, table: Table) -> str:
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

    def tell_unknown(self, table: Table, known: tuple[str, ...]) -> None:
        for key in table.said:
            if key not in known:
                close = get_close_matches(key, known, n=1)
                guess = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}."
                where = self.place(table, key)
                text = f"{key!r} is not known and was passed over; {guess}"
                self.notices.append(Notice(Code.NOT_UNDERSTOOD, where, text))

    def refusal(self, table: Table, key: str, hint: str) -> WorkspaceError:
        found = repr(table.said[key]) if key in table.said else "nothing"
        if len(found) > 60:
            found = f"{found[:57]}..."
        return WorkspaceError(f"{key} is {found}", where=self.place(table, key), hint=hint)

    def place(self, table: Table, key: str) -> str:
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
