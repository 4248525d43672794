"""What a command found, ready to be written in any format: the one value all writers take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amend.model.comparison import Chain
    from amend.model.origin import Newcomers
    from amend.model.ruling import Course
    from amend.notices import Notice
    from amend.render.shapes import View


@dataclass(frozen=True, slots=True)
class Report:
    """A chain, the courses of the proposals on it, and what to say about them.

    `made` says when and by what the report was made, and is printed as it is; `base` is the
    revision that proposals were judged against, or None in a report without proposals.
    `templates` is the user's own folder of templates, or None. `only` chooses the rows that people
    are shown ("weighty"), None for all; data is never left out. `newcomers` counts the new words
    of each revision, and is empty where nobody asked for that. `agreed` names the texts of agreed
    language whose words do not count.
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
    agreed: tuple[str, ...] = ()

    @property
    def later(self) -> tuple[str, ...]:
        """The names of the revisions that follow the base, oldest first."""
        names = [each.name for each in self.chain.revisions]
        return tuple(names[names.index(self.base) + 1 :] if self.base in names else names)

    def view(self) -> View:
        """Lay the report out for people; a report in JSON never loads what that takes."""
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
        return view if self.only is None else only(view, self.only)
