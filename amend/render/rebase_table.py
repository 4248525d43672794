"""Rebased proposals in, a table of them out that `amend check` and `amend compile` read back.

The columns are those of the form for proposals: one row for each paragraph a proposal is on.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from amend.render.cells import disarmed, legal
from amend.render.rebase import RebaseReport
from amend.render.rebase_said import said

HEAD = ("Paragraph", "Current text", "Proposed text", "Proponent", "Supported by", "Rationale")
_MARK = "\ufeff"


def render(report: RebaseReport) -> str:
    """Return the table behind a byte order mark; what a sheet could run is disarmed."""
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(HEAD)
    table.writerows([disarmed(legal(cell)) for cell in row] for row in _rows(report))
    return _MARK + written.getvalue()


def _rows(report: RebaseReport) -> Iterator[tuple[str, str, str, str, str, str]]:
    for proposal in report.rebase.proposals:
        by = ", ".join(proposal.by)
        backed = ", ".join(proposal.supporters)
        why = f"from {proposal.id}"
        here = [each for each in report.readings if each.proposal == proposal.id]
        for each in here:
            label = "" if each.label is None else str(each.label)
            asked = "delete" if each.before and not each.after else each.after
            yield label, each.before, asked, by, backed, why
        sentence = said(proposal) if not here else ""
        if sentence:
            yield ", ".join(map(str, proposal.target)), "", sentence, by, backed, why
