"""A rolling text in, a text in the format asked for out; each format is loaded when first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend.errors import AmendError
from amend.notices import Notice

if TYPE_CHECKING:
    from amend.model.house import HouseStyle
    from amend.model.rolling import Rolling
    from amend.render.rolling_shapes import RollingView


@dataclass(frozen=True, slots=True)
class RollingReport:
    """A rolling text, and what to print beside it.

    `made` says when and by what it was made; `notices` are those of the base and of all proposals;
    `templates` is the user's own folder of templates, or None. `date` is what tracked changes in a
    Word file bear, and `house` is how it looks, None for our looks.
    `language` is that of its own words.
    """

    rolling: Rolling
    made: str
    notices: tuple[Notice, ...] = ()
    templates: Path | None = None
    date: str | None = None
    house: HouseStyle | None = None
    language: str = "en"

    def view(self) -> RollingView:
        """Lay the text out for people; JSON never loads what that takes."""
        from amend.render.rolling_view import rolling_view
        from amend.render.tongue import tongue

        view = rolling_view(self.rolling, made=self.made, notices=self.notices)
        return tongue(self.language).say(replace(view, language=self.language))


def _html(report: RollingReport) -> str:
    from amend.render import html

    return html.render_rolling(report.view(), report.templates)


def _json(report: RollingReport) -> str:
    from amend.render import json, rolling_json

    return json.dump(rolling_json.rolling_document(report.rolling, report.notices)) + "\n"


def _md(report: RollingReport) -> str:
    from amend.render import rolling_md

    return rolling_md.render(report.view())


_WORD = ".docx"
ROLLING_WRITERS: Mapping[str, Callable[[RollingReport], str]] = {
    ".html": _html,
    ".json": _json,
    ".md": _md,
}


def write(report: RollingReport, suffix: str) -> str:
    """Return the text in the format of a suffix (".html"); raises AmendError if it has none."""
    writer = ROLLING_WRITERS.get(suffix.lower())
    if writer is None:
        found = f"cannot write {suffix!r} files" if suffix else "the file's name has no suffix"
        hint = f"Name the file with one of {', '.join((*ROLLING_WRITERS, _WORD))}."
        raise AmendError(found, hint=hint)
    return writer(report)


def contents(report: RollingReport, suffix: str) -> str | bytes:
    """Return what a file of any format is to hold; raises AmendError as `write` does."""
    if suffix.lower() != _WORD:
        return write(report, suffix)
    from amend.render import word_rolling

    return word_rolling.render(report)
