"""A rolling text laid out in, Markdown out."""

from __future__ import annotations

from amend.model.comparison import Op
from amend.render.md import safe
from amend.render.rolling_shapes import Line, RollingRow, RollingView, Span, Stray, Way
from amend.render.shapes import Segment
from amend.render.tongue import tongue
from amend.text.told import pattern

_WRAPS = {Op.INSERT: ("<ins>", "</ins>"), Op.DELETE: ("<del>", "</del>"), Op.KEEP: ("", "")}
_LEGEND = pattern(
    "- <ins>words</ins> (NAME): put in, <del>words</del> (NAME): taken out, and who asks for it"
)
_COLLIDING = pattern("- **⟦** one way **‖** another **⟧**: of these one at most can be had")


def render(view: RollingView) -> str:
    """Return the rolling text as Markdown of the GitHub dialect."""
    parts = [f"# {safe(view.title)}", safe(view.made), *map(safe, view.told)]
    t = tongue(view.language)
    legend = [t.pattern(_LEGEND)] * view.has_marks
    legend += [t.pattern(_COLLIDING)] * view.has_collisions
    parts += ["\n".join(legend)] if legend else []
    parts += [f"## {t('Text')}", *(_row(each) for each in view.rows)]
    if view.strays:
        parts += [f"## {t('Without a place')}", "\n".join(map(_stray, view.strays))]
    if view.remarks:
        told = (f"- {each.code}: {safe(each.where)}: {safe(each.text)}" for each in view.remarks)
        parts += [f"## {t('Notices')}", "\n".join(told)]
    return "\n\n".join(parts) + "\n"


def _row(row: RollingRow) -> str:
    text = "".join(map(_span, row.spans)).strip()
    if row.is_heading and not row.who:
        page = f"\n\n{safe(row.page)}" if row.page else ""
        return f"### {' '.join(filter(None, (safe(row.label), text)))}{page}"
    label = f"**{safe(row.label)}**" if row.label else ""
    whole = " ".join(filter(None, (label, safe(row.page), safe(row.who), text)))
    return "\n".join([whole, *([""] if row.lines else []), *map(_line, row.lines)])


def _span(span: Span) -> str:
    if not span.ways:
        return safe(span.text)
    if len(span.ways) == 1:
        return _way(span.ways[0])
    before, behind = _blanks(span.text)
    return f"{before}**⟦** {' **‖** '.join(_way(each).strip() for each in span.ways)} **⟧**{behind}"


def _blanks(text: str) -> tuple[str, str]:
    """Return whether blanks stand at the ends of a text, as one each."""
    return " " * text[:1].isspace(), " " * text[-1:].isspace()


def _way(way: Way) -> str:
    """Write one way; its proponents stand before the blank at its end."""
    text = "".join(map(_segment, way.segments))
    bare = text.rstrip(" ")
    return f"{bare} {safe(way.who)}{text[len(bare) :]}" if way.who else text


def _segment(segment: Segment) -> str:
    before, words, behind = segment.parts
    opening, closing = _WRAPS[segment.op] if words else ("", "")
    return f"{_gap(before)}{opening}{safe(words)}{closing}{_gap(behind)}"


def _gap(space: str) -> str:
    return "<br>" if "\n" in space else " " if space else ""


def _line(line: Line) -> str:
    text = f" {safe(line.text)}" if line.text else ""
    if line.kind == "alternative":
        return f"- **{safe(line.head)}** {safe(line.who)}:{text}"
    colon = ":" if text else ""
    return f"- *{safe(line.head)}* {safe(line.who)}{colon}{text}"


def _stray(stray: Stray) -> str:
    text = f" {safe(stray.text)}" if stray.text else ""
    return (
        f"- **{safe(stray.who)}**: {safe(stray.what)}.{text} "
        f"*{safe(stray.reason)}* ({safe(stray.source)})"
    )
