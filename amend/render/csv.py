"""A report in, comma-separated values out: its fates, or without proposals its concordance."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from amend.render import concordance, verdicts
from amend.render.cells import Value, disarmed, legal

if TYPE_CHECKING:
    from amend.model.comparison import Chain
    from amend.render.report import Report

# Excel reads a file as UTF-8 only if it begins with this mark; all else that we know of skips it.
_MARK = "\ufeff"


def render(report: Report) -> str:
    """Return one row for each proposal and later revision, or for each bead with both its texts.

    The text begins with a byte order mark and its lines end with a line feed alone, so that it is
    the same in a file and in a pipe. No text is cut; a cell that a spreadsheet could take for a
    formula begins with an apostrophe.
    """
    if report.base is None:
        head = (*concordance.HEAD, "Old text", "New text", *concordance.PAGES)
        return _MARK + _table(head, _with_texts(report.chain))
    return _MARK + _table(verdicts.HEAD, verdicts.rows(report.courses, report.chain))


def _with_texts(chain: Chain) -> Iterator[Sequence[Value]]:
    beads = (bead for step in chain.comparisons for bead in step.alignment.beads)
    for row, bead in zip(concordance.rows(chain), beads, strict=True):
        texts = ("\n".join(each.text for each in side) for side in (bead.old, bead.new))
        yield (*row, *texts, *concordance.pages(bead))


def _table(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(head)
    table.writerows([_cell(each) for each in row] for row in rows)
    return written.getvalue()


def _cell(value: Value) -> Value:
    return disarmed(legal(value)) if isinstance(value, str) else value
