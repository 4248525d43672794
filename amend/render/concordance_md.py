"""A concordance laid out in, Markdown out: a heading and a table for each sheet."""

from __future__ import annotations

from amend.render.concordance_pages import ConcordanceView
from amend.render.md import safe, table
from amend.render.tongue import tongue


def render(view: ConcordanceView) -> str:
    """Return the concordance as Markdown, with the tables of the GitHub dialect."""
    parts = [f"# {safe(view.title)}", safe(view.made)]
    for sheet in view.sheets:
        head = [safe(each) for each in sheet.head]
        rows = ([safe(each) for each in row] for row in sheet.rows)
        parts += [f"## {safe(sheet.title)}", "\n".join(table(head, rows))]
    if view.remarks:
        told = (f"- {e.code}: {safe(e.where)}: {safe(e.text)}" for e in view.remarks)
        parts += [f"## {tongue(view.language)('Notices')}", "\n".join(told)]
    return "\n\n".join(parts) + "\n"
