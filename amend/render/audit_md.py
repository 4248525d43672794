"""An audit laid out in, Markdown out."""

from __future__ import annotations

from collections.abc import Iterator

from amend.render.audit_shapes import KINDS, AuditRow, AuditSegment, AuditView
from amend.render.md import safe, table
from amend.render.tongue import tongue

# Bold stands for what no mark declares: a reader of plain Markdown sees it, too.
_WRAPS = {
    "silent-in": ("**<ins>", "</ins>**"),
    "silent-out": ("**<del>", "</del>**"),
    "unreal-in": ("*<ins>", "</ins>*"),
    "unreal-out": ("*<del>", "</del>*"),
    "ins": ("<ins>", "</ins>"),
    "del": ("<del>", "</del>"),
    "passing": ("<s>", "</s>"),
}


def render(view: AuditView) -> str:
    """Return the audit as Markdown, with the tables of the GitHub dialect."""
    t = tongue(view.language)
    kinds = t.say(KINDS)
    parts = [f"# {safe(view.title)}", safe(view.made), f"**{safe(view.answer)}**"]
    parts += [safe(each) for each in view.told]
    if view.authors:
        rows = ([safe(each.name), *map(str, each.figures)] for each in view.authors)
        parts.append("\n".join(table((t("Author"), *view.head), rows, numbers=len(view.head))))
    legend = [
        f"- {_wrapped(AuditSegment(k, t('words')))}: {kinds[k]}" for k in view.kinds if k in _WRAPS
    ]
    if legend:
        parts.append("\n".join(legend))
    for group in view.groups:
        parts.append(f"## {group.title}")
        parts += ["\n".join(_row(row)) for row in group.rows]
    if view.remarks:
        told = (f"- {each.code}: {safe(each.where)}: {safe(each.text)}" for each in view.remarks)
        parts += [f"## {t('Notices')}", "\n".join(told)]
    return "\n\n".join(parts) + "\n"


def _row(row: AuditRow) -> Iterator[str]:
    yield f"### {safe(row.name)}"
    yield ""
    if row.page:
        yield f"- {safe(row.page)}"
    for note in row.notes:
        yield f"- {safe(note.text)}"
    yield ""
    yield "".join(map(_wrapped, row.segments)).strip()


def _wrapped(segment: AuditSegment) -> str:
    before, words, behind = segment.parts
    opening, closing = _WRAPS.get(segment.kind, ("", "")) if words else ("", "")
    return f"{_gap(before)}{opening}{safe(words)}{closing}{_gap(behind)}"


def _gap(space: str) -> str:
    return "<br>" if "\n" in space else " " if space else ""
