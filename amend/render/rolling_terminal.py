"""A rolling text laid out in, a screen out; with `terminal.py` and `screen.py` it knows rich."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from amend.model.comparison import Op
from amend.render.rolling_shapes import Line, RollingRow, RollingView, Span, Stray, Way
from amend.render.screen import LABEL, console, labelled, line, notice, redline, safe
from amend.render.shapes import Segment
from amend.render.tongue import Tongue, tongue

_WHO = "cyan"
_WAYS = "bold yellow"
_WIDEST = 14


def print_rolling(view: RollingView, screen: Console | None = None) -> None:
    """Print the whole text with its marks, then the proposals that stand nowhere in it."""
    screen = screen or console()
    screen.print(line(view.title, "bold"))
    for each in view.told:
        screen.print(line(each))
    if view.has_marks:
        screen.print(_legend(view, screen))
    screen.print()
    t = tongue(view.language)
    width = _label_width(view)
    for row in view.rows:
        screen.print(labelled(row.label, _body(row, screen, t), width, row.page))
    if view.strays:
        screen.print(line(f"{t('Without a place')} ({len(view.strays)})", "bold underline"))
        screen.print()
        for stray in view.strays:
            screen.print(labelled("", _stray(stray), width))
            screen.print()
    for remark in view.remarks:
        screen.print(notice(remark.code, remark.where, remark.text))


def _label_width(view: RollingView) -> int:
    """Return the room that the numbers take: 26(a)(iii) is not to be broken."""
    longest = max((cell_len(row.label) for row in view.rows), default=0)
    return max(LABEL, min(longest, _WIDEST))


def _legend(view: RollingView, screen: Console) -> Text:
    t = tongue(view.language)
    found = redline((Segment(Op.INSERT, t("words")),), screen)
    found.append(f" {t('put in')}, ")
    found.append_text(redline((Segment(Op.DELETE, t("words")),), screen))
    found.append(f" {t('taken out, behind them (who asks for it)')}")
    if view.has_collisions:
        found.append("; ").append("<<", _WAYS).append(f" {t('one way')} ").append("||", _WAYS)
        found.append(f" {t('another')} ").append(">>", _WAYS).append(f" {t('cannot both be had')}")
    return found


def _body(row: RollingRow, screen: Console, t: Tongue) -> RenderableType:
    text = Text()
    for span in row.spans:
        text.append_text(_span(span, screen))
    if row.is_heading:
        text.stylize("bold")
    above = [line(f"{t('new')} {row.who}", _WHO)] if row.who else []
    return Group(*above, text, *(_line(each) for each in row.lines))


def _span(span: Span, screen: Console) -> Text:
    if not span.ways:
        return Text(safe(span.text))
    if len(span.ways) == 1:
        return _way(span.ways[0], screen)
    found = Text(" " * span.text[:1].isspace()).append("<< ", _WAYS)
    for place, way in enumerate(span.ways):
        found.append(" || " if place else "", _WAYS)
        found.append_text(_way(way, screen, is_bare=True))
    return found.append(" >>", _WAYS).append(" " * span.text[-1:].isspace())


def _way(way: Way, screen: Console, *, is_bare: bool = False) -> Text:
    """Print one way; its proponents stand before the blank at its end."""
    text = redline(way.segments, screen)
    bare = text.plain.rstrip(" ")
    blanks = text.plain[len(bare) :]
    text = text[len(bare) - len(bare.lstrip(" ")) if is_bare else 0 : len(bare)]
    if way.who:
        text.append(" ").append(safe(way.who), _WHO)
    return text if is_bare else text.append(blanks)


def _line(each: Line) -> Text:
    found = Text("- ").append(safe(each.head), "bold").append(" ").append(safe(each.who), _WHO)
    return found.append(f": {safe(each.text)}" if each.text else "")


def _stray(stray: Stray) -> RenderableType:
    head = Text(safe(stray.who), _WHO).append(f": {safe(stray.what)}", "bold")
    words = [line(stray.text)] if stray.text else []
    return Group(head, *words, line(f"{stray.reason} ({stray.source})", "italic dim"))
