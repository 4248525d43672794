"""A table of weighty words in its file in, the scales of its languages out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from amend.errors import WorkspaceError
from amend.text.scale import LISTS, Scale

FILE = "weighty.toml"
_OURS = Path(__file__).parents[1] / FILE
_MOST_BYTES = 1_000_000


@cache
def scales(path: Path | None = None) -> Mapping[str, Scale]:
    """Return the scales by language: those of our own table, with a user's lists in their place.

    A list that a user's file leaves out stays as it is. Raises WorkspaceError for a file that
    cannot be read, or holds what is no such list.
    """
    table: dict[str, Any] = tomllib.loads(_OURS.read_text(encoding="utf-8"))
    if path is not None:
        for language, lists in _user_table(path, table).items():
            table[language] = {**table[language], **lists}
    return {language: Scale(lists) for language, lists in table.items()}


def _user_table(path: Path, ours: Iterable[str]) -> Mapping[str, Mapping[str, list[str]]]:
    hint = f"Start from our own table: {FILE} in the package, see docs/weighty.md."
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise WorkspaceError("is too long for a table of words", where=path, hint=hint)
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise WorkspaceError(f"cannot be read ({error.strerror})", where=path, hint=hint) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"is no table of words: {error}", where=path, hint=hint) from error
    for language, lists in table.items():
        if not isinstance(lists, dict):
            raise WorkspaceError(f"{language} is no language", where=path, hint="Write [en].")
        if language not in ours:
            hint = f"Languages are {', '.join(ours)}."
            raise WorkspaceError(f"[{language}] is not read", where=path, hint=hint)
        for name, entries in lists.items():
            _refuse_other(path, f"{language}.{name}", name, entries)
    return table


def _refuse_other(path: Path, told: str, name: str, entries: object) -> None:
    if name not in LISTS:
        hint = f"Lists are {', '.join(LISTS)}."
        raise WorkspaceError(f"{told} is not known", where=path, hint=hint)
    if not isinstance(entries, list) or not all(isinstance(each, str) for each in entries):
        hint = f'Write {name} = ["one", "two"].'
        raise WorkspaceError(f"{told} is no list of words", where=path, hint=hint)
