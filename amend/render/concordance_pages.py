"""A report in, its concordance alone out, as a file of any format.

The tables of a page are headed by the names of the revisions, and so read back as rulings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amend.render import Report, contents
from amend.render import concordance as table
from amend.render.redlines import shown
from amend.render.remarks import remark
from amend.render.shapes import Remark
from amend.render.tongue import tongue
from amend.text.told import told


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a concordance; its `key` is unique on the page."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ConcordanceView:
    """A concordance laid out: of three revisions or more all in one table first, then each step."""

    title: str
    made: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...]
    language: str = "en"


def view(report: Report) -> ConcordanceView:
    """Lay the concordance of a report out; every text is safe to show."""
    remarks = tuple(remark(each) for each in report.notices)
    title = told("Concordance: {title}", title=report.title)
    made = shown(report.made)
    found = ConcordanceView(shown(title), made, tuple(_sheets(report)), remarks, report.language)
    return tongue(report.language).say(found)


def _sheets(report: Report) -> Iterator[Sheet]:
    chain = report.chain
    names = tuple(each.name for each in chain.revisions)
    if len(names) > 2:
        every = _paged((*names, told("Page")), tuple(table.lives(chain)))
        yield Sheet("all", told("Through all revisions"), *_safe(*every))
    rows = list(table.rows(chain))
    has_person = any(row[-1] for row in rows)
    for place, step in enumerate(chain.comparisons, 1):
        old, new = step.old.name, step.new.name
        own = [(row[1], row[3], *row[4:]) for row in rows if (row[0], row[2]) == (old, new)]
        head: tuple[str, ...] = (old, new, told("Change"), told("In common"), told("By"))
        if not has_person:
            head, own = head[:-1], [row[:-1] for row in own]
        head = (*head, told("Page"))
        own = [(*row, pages) for row, pages in zip(own, table.paged(step), strict=True)]
        yield Sheet(
            f"step-{place}", shown(told("{old} to {new}", old=old, new=new)),
            *_safe(*_paged(head, own)),
        )  # fmt: skip


def _paged(
    head: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """Leave the last column, that of pages, out where no file has any."""
    if any(row[-1] for row in rows):
        return head, rows
    return head[:-1], [row[:-1] for row in rows]


def _safe(
    head: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    return tuple(map(shown, head)), tuple(tuple(map(shown, row)) for row in rows)


def written(report: Report, suffix: str) -> str | bytes:
    """Return what a file of any format is to hold; raises AmendError for an unknown suffix.

    A workbook has the texts beside the table, and the JSON is that of `compare`.
    """
    kind = suffix.lower()
    if kind == ".html":
        from amend.render import html

        return html.render_concordance(view(report), report.templates)
    if kind == ".md":
        from amend.render import concordance_md

        return concordance_md.render(view(report))
    if kind == ".docx":
        from amend.render import docx

        return docx.render_concordance(view(report), report.word.house)
    return contents(report, suffix)
