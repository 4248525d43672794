"""Views in, a screen out: the one room that knows rich.

Without colour a redline reads [-deleted-] {+inserted+}. Narrow screens show each paragraph under
its number, with one redline for each revision that changed it; wide ones set them side by side.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from amend.model.comparison import Op
from amend.model.draft import Paragraph, Revision
from amend.notices import Notice
from amend.render.redlines import shown
from amend.render.shapes import Card, Note, Passage, Row, Segment, Slot, Tally, Verdict, View
from amend.render.wording import counted, label_of

# A screen has no isolation: a direction that is not closed would turn all that follows.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_COLUMN = 44
"""Characters a revision needs to stand beside another one."""
_LABEL = 8
_STYLES = {Op.KEEP: "", Op.INSERT: "bold green underline", Op.DELETE: "red strike"}
_MARKS = {Op.KEEP: ("", ""), Op.INSERT: ("{+", "+}"), Op.DELETE: ("[-", "-]")}
_TONES = {"good": "green", "part": "yellow", "none": "red", "open": "dim"}
_SIGNS = {"good": "●", "part": "◐", "none": "○", "open": "?"}


def console(
    stream: IO[str] | None = None, *, width: int | None = None, plain: bool = False
) -> Console:
    """Return a screen on a stream (stdout); `plain` leaves colour out, as NO_COLOR does."""
    return Console(
        file=stream or sys.stdout,
        width=width,
        no_color=plain or None,
        color_system=None if plain else "auto",
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def print_compare(view: View, screen: Console | None = None) -> None:
    """Print the revisions side by side, or one redline column where the screen is narrow."""
    screen = screen or console()
    _print_head(view, screen)
    if len(view.columns) > 1 and screen.width >= _COLUMN * len(view.columns):
        screen.print(_sides(view, screen))
    else:
        was_changed = False
        for row in view.rows:
            if row.is_changed or was_changed:
                screen.print()
            screen.print(_stacked(row, screen))
            was_changed = row.is_changed
        screen.print()
    _print_remarks(view, screen)


def print_check(view: View, screen: Console | None = None) -> None:
    """Print every proposal with its fates and evidence, and the totals by proponent."""
    screen = screen or console()
    screen.print(_words(view.title, "bold"))
    if view.coverage:
        screen.print(_words(view.coverage))
    if view.thresholds:
        told = ", ".join(f"{name} {value}" for name, value in view.thresholds)
        screen.print(_words(f"Thresholds: {told}.", "dim"))
    screen.print()
    for card in view.cards:
        screen.print(_card(card, screen))
    for tally in view.tallies:
        screen.print(_tally(tally, view.headlines))
    _print_remarks(view, screen)


def print_paragraph(view: View, screen: Console | None = None) -> None:
    """Print the rows of a view in full: text in every revision, then every proposal on it."""
    screen = screen or console()
    for row in view.rows:
        screen.print(_words(f"Paragraph {row.name}", "bold"))
        for slot in row.slots:
            screen.print(_words(slot.revision, "bold dim"))
            screen.print(Padding(_slot(slot, screen), (0, 0, 1, 2)))
        for card in row.cards:
            screen.print(_card(card, screen))
        for link in row.mentions:
            screen.print(_words(f"Named here too: {link.text}", "dim"))
    _print_remarks(view, screen)


def print_read(revision: Revision, screen: Console | None = None) -> None:
    """Print one revision: its numbers, its text with tracked changes, comments and notices."""
    screen = screen or console()
    count = counted(len(revision.paragraphs), "paragraph")
    screen.print(_words(f"{revision.name}: {count}", "bold"))
    screen.print()
    for each in revision.paragraphs:
        screen.print(_labelled(label_of(each), _tracked(each, screen)))
    print_notices(revision.notices, screen)


def print_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], screen: Console | None = None
) -> None:
    """Print a plain list under its heads; every cell is foreign text."""
    table = _table()
    for each in head:
        table.add_column(_words(each), overflow="fold")
    for row in rows:
        table.add_row(*(_words(shown(each)) for each in row))
    (screen or console()).print(table)


def print_notices(notices: Iterable[Notice], screen: Console | None = None) -> None:
    """Print notices, one a line, as code, place and sentence."""
    screen = screen or console()
    for each in notices:
        screen.print(_notice(each.code, shown(each.where), shown(each.text)))


def _print_remarks(view: View, screen: Console) -> None:
    for each in view.remarks:
        screen.print(_notice(each.code, each.where, each.text))


def _notice(code: str, where: str, text: str) -> Text:
    return Text.assemble((f"{code}: ", "yellow"), _safe(f"{where}: "), _safe(text))


def _print_head(view: View, screen: Console) -> None:
    screen.print(_words(view.title, "bold"))
    screen.print(_words(", ".join(f"{each.name} ({each.paragraphs})" for each in view.columns)))
    for step in view.steps:
        counts = zip(_COUNTED, step.counts, strict=True)
        told = ", ".join(f"{count} {name}" for name, count in counts if count)
        screen.print(_words(f"{step.old} to {step.new}: {told or 'nothing to compare'}", "dim"))
    screen.print()


_COUNTED = (
    "unchanged",
    "only renumbered",
    "changed",
    "new",
    "dropped",
    "split",
    "merged",
    "moved",
)


def plain(text: str) -> Text:
    """Return foreign text that rich will not read as markup."""
    return _words(shown(text))


def _safe(text: str) -> str:
    return _DIRECTIONS.sub("\ufffd", text)


def _words(text: str, style: str = "") -> Text:
    return Text(_safe(text), style=style)


def _redline(parts: Iterable[Segment], screen: Console) -> Text:
    has_colour = screen.color_system is not None and not screen.no_color
    found = Text()
    for part in parts:
        before, words, behind = part.parts
        opening, closing = ("", "") if has_colour or not words else _MARKS[part.op]
        found.append(_safe(before))
        found.append(f"{opening}{_safe(words)}{closing}", _STYLES[part.op] if has_colour else "")
        found.append(_safe(behind))
    return found


def _notes(notes: Iterable[Note]) -> Text:
    return _words(", ".join(each.text for each in notes), "italic dim")


def _body(passage: Passage, screen: Console) -> RenderableType:
    words = _redline(passage.segments, screen)
    if passage.is_heading:
        words.stylize("bold")
    return Group(_notes(passage.notes), words) if passage.notes else words


def _labelled(label: str, body: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 1, 1, 0), expand=True)
    grid.add_column(width=_LABEL, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(_words(label, "bold"), body)
    return grid


def _stacked(row: Row, screen: Console) -> Group:
    """One thread in one column: whole where it changed, else the first line of the latest text."""
    if not row.is_changed:
        latest = next(slot for slot in reversed(row.slots) if slot.passages)
        return Group(*(_unchanged(each, screen) for each in latest.passages))
    parts: list[RenderableType] = []
    for slot in row.slots:
        told = list(_told(slot, screen))
        if told and len(row.slots) > 2:
            parts.append(_words(slot.revision, "bold dim"))
        parts += told
    return Group(*parts)


def _told(slot: Slot, screen: Console) -> Iterator[Table]:
    """Yield what a revision did to a thread; nothing where it left it as it was."""
    for each in slot.passages:
        if each.is_changed:
            yield _labelled(each.label, _body(each, screen))
        elif each.notes:
            yield _labelled(each.label, _notes(each.notes))
    for each in slot.gone:
        told = _notes((Note("dropped", "dropped"),))
        yield _labelled(each.label, Group(told, _redline(each.segments, screen)))


def _unchanged(passage: Passage, screen: Console) -> Table:
    words = _words(" ".join(passage.text.split()), "bold" if passage.is_heading else "dim")
    words.truncate(max(screen.width - _LABEL - 2, 10), overflow="ellipsis")
    return _labelled(passage.label, Group(_notes(passage.notes), words) if passage.notes else words)


def _slot(slot: Slot, screen: Console) -> Group:
    parts: list[RenderableType] = [_notes(slot.notes)] if slot.notes else []
    for each in slot.passages:
        body = _body(each, screen)
        parts.append(_labelled(each.label, body) if each.label else Padding(body, (0, 0, 1, 0)))
    return Group(*parts) if parts else Group(_words("not in this revision", "dim"))


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")


def _sides(view: View, screen: Console) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    for each in view.columns:
        table.add_column(_words(each.name), ratio=1, overflow="fold")
    for row in view.rows:
        table.add_row(
            *(_slot(each, screen) if each.passages or each.notes else "" for each in row.slots)
        )
    return table


def _card(card: Card, screen: Console) -> Group:
    head = Text.assemble(
        (_safe(card.proponents), "bold"), _safe(f": {card.operation}, {card.where}")
    )
    parts: list[RenderableType] = [head]
    if card.gist:
        parts.append(Padding(_gist(card, screen), (0, 0, 0, 2)))
    if card.supporters:
        parts.append(Padding(_words(f"supported by {card.supporters}"), (0, 0, 0, 2)))
    if card.shared:
        others = ", ".join(each.text for each in card.shared)
        parts.append(Padding(_words(f"same words from {others}"), (0, 0, 0, 2)))
    parts += [Padding(Group(*_verdict(each)), (0, 0, 0, 2)) for each in card.verdicts]
    parts.append(Padding(_words(f"course: {card.headline}", "bold"), (0, 0, 1, 2)))
    return Group(*parts)


def _gist(card: Card, screen: Console) -> Text:
    found = Text()
    for place, segment in enumerate(card.gist):
        found.append(" " if place else "")
        found.append_text(_redline((segment,), screen))
    return found


def _verdict(verdict: Verdict) -> Iterator[RenderableType]:
    tone = _TONES[verdict.tone]
    sign = _SIGNS[verdict.tone]
    measures = f" ({'; '.join(verdict.measures)})" if verdict.measures else ""
    yield Text.assemble(
        (f"{sign} ", tone), _safe(f"{verdict.revision}: "), (verdict.fate, tone), _safe(measures)
    )
    by = f" Ruled by {verdict.by}." if verdict.by else ""
    lines = [_words(f"{verdict.reason}{by}".strip(), "dim")]
    for quote in verdict.quotes:
        place = f"{quote.place}: " if quote.place else ""
        words = [
            (_safe(each.text), "bold underline" if each.is_proof else "") for each in quote.words
        ]
        lines.append(Text.assemble(_safe(f"{place}“"), *words, "”"))
    if verdict.missing:
        lines.append(_words(f"not found: {verdict.missing}"))
    lines += [_words(f"! {each}", "bold") for each in verdict.flags]
    yield Padding(Group(*(each for each in lines if each.plain)), (0, 0, 0, 2))


def _tally(tally: Tally, headlines: Iterable[str]) -> Text:
    counts = zip(headlines, tally.counts, strict=True)
    told = [
        counted(tally.total, "proposal"),
        *(f"{count} {name}" for name, count in counts if count),
    ]
    if tally.of:
        told.append(f"{tally.taken} of {counted(tally.of, 'new word')} taken")
    return Text.assemble((_safe(tally.name), "bold"), f": {', '.join(told)}")


def _tracked(paragraph: Paragraph, screen: Console) -> RenderableType:
    parts = [
        Segment(
            _op(inserted=run.inserted is not None, deleted=run.deleted is not None), shown(run.text)
        )
        for run in paragraph.runs
    ]
    words = _redline(parts, screen)
    comments = [
        _words(f"# {shown(each.author or 'somebody')}: {shown(each.text)}", "italic")
        for each in paragraph.comments
    ]
    return Group(words, *comments) if comments else words


def _op(*, inserted: bool, deleted: bool) -> Op:
    if deleted:
        return Op.DELETE
    return Op.INSERT if inserted else Op.KEEP
