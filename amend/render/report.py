"""What a command found, ready to be written in any format: the one value all writers take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend.errors import AmendError
from amend.memory import collector_paused

if TYPE_CHECKING:
    from amend.model.audit import Audit
    from amend.model.comparison import Chain
    from amend.model.house import HouseStyle
    from amend.model.origin import Newcomers, Provenance
    from amend.model.ruling import Course
    from amend.notices import Notice
    from amend.render.page_shapes import Page
    from amend.render.shapes import View


LAYOUTS = ("redline", "table")
"""How two revisions can stand in a Word file."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """How a Word file is made: laid out as "redline" or "table", None for what fits.

    `by` and `date` are what its tracked changes bear; `house` is how it looks, None for our looks.
    """

    layout: str | None = None
    by: str = "amend"
    date: str | None = None
    house: HouseStyle | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A chain, the courses of the proposals on it, and what to say about them.

    `made` says when and by what the report was made, and is printed as it is; `base` is the
    revision that proposals were judged against, or None in a report without proposals.
    `templates` is the user's own folder of templates, or None. `only` chooses the rows that people
    are shown ("weighty"), None for all; data is never left out. `newcomers` counts the new words
    of each revision, and is empty where nobody asked for that; `provenance` holds the origin of
    every word, None where they were not followed. `agreed` names the texts of agreed language
    whose words do not count. `word` says how a Word file of it is made. `audits` set what its files
    declare as changed against what changed; only a page shows them. `language` is that of its own
    words, an ISO 639 code; data have none.
    """

    title: str
    made: str
    chain: Chain
    courses: tuple[Course, ...] = ()
    base: str | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    templates: Path | None = None
    only: str | None = None
    newcomers: tuple[Newcomers, ...] = ()
    provenance: Provenance | None = None
    agreed: tuple[str, ...] = ()
    word: WordFile = WordFile()
    language: str = "en"
    audits: tuple[Audit, ...] = ()

    @property
    def is_redline(self) -> bool:
        """Whether a Word file of it is one text with tracked changes; else it is a table.

        Raises AmendError for a layout that nobody knows or that does not fit.
        """
        layout = self.word.layout
        if layout not in {None, *LAYOUTS}:
            hint = f"Use one of: {', '.join(LAYOUTS)}."
            raise AmendError(f"no such layout: {layout!r}", hint=hint)
        has_two = self.base is None and len(self.chain.revisions) == 2 and self.only is None
        if layout == "redline" and not has_two:
            hint = "Name two revisions and all their paragraphs, or use --layout table."
            raise AmendError("a redline is of one whole revision against another", hint=hint)
        return has_two and layout != "table"

    @property
    def later(self) -> tuple[str, ...]:
        """The names of the revisions that follow the base, oldest first."""
        names = [each.name for each in self.chain.revisions]
        return tuple(names[names.index(self.base) + 1 :] if self.base in names else names)

    def view(self) -> View:
        """Lay the report out for people; a report in JSON never loads what that takes."""
        from amend.render.tongue import tongue

        return tongue(self.language).say(self._laid_out())

    def _laid_out(self) -> View:
        from amend.render.view import only, report_view

        view = report_view(
            self.chain,
            self.courses,
            title=self.title,
            made=self.made,
            notices=self.notices,
            thresholds=self.thresholds,
            newcomers=self.newcomers,
            agreed=self.agreed,
        )
        view = replace(view, language=self.language)
        return view if self.only is None else only(view, self.only)

    def page(self) -> Page:
        """Lay the report out as a page: the view, and what only a page has room for."""
        from amend.render.page import page
        from amend.render.tongue import tongue

        with collector_paused():
            view = self._laid_out()
            found = page(view, self.chain, self.courses, self.provenance, self.audits)
            return tongue(self.language).say(found)
