"""Views in, a screen out; with `screen.py` the one room that knows rich.

Without colour a redline reads [-deleted-] {+inserted+}. Narrow screens show each paragraph under
its number, with one redline for each revision that changed it; wide ones set them side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from amend.model.comparison import Op
from amend.model.draft import Paragraph, Revision, Tracked
from amend.model.source import Comment
from amend.notices import Notice
from amend.render.concordance_pages import ConcordanceView
from amend.render.redlines import shown
from amend.render.screen import (
    LABEL,
    console,
    labelled,
    line,
    listing,
    notice,
    plain,
    redline,
    safe,
)
from amend.render.shapes import (
    STEP_HEAD,
    Card,
    Note,
    Passage,
    Row,
    Segment,
    Slot,
    Tally,
    Verdict,
    View,
)
from amend.render.tongue import Tongue, tongue
from amend.render.wording import label_of
from amend.text.told import counted

_BETWEEN = 3  # columns that rich sets between two cells
_INDENT = 2
_FOLDED = 18
"""Characters that a column of a list can be narrowed to."""

__all__ = [
    "console",
    "plain",
    "print_check",
    "print_compare",
    "print_list",
    "print_notices",
    "print_paragraph",
    "print_read",
    "print_sheets",
    "print_table",
]

_COLUMN = 44
"""Characters a revision needs to stand beside another one."""
_TONES = {"good": "green", "part": "yellow", "none": "red", "open": "dim"}
_SIGNS = {"good": "●", "part": "◐", "none": "○", "open": "?"}


def print_compare(view: View, screen: Console | None = None, *, shows_quiet: bool = False) -> None:
    """Print the revisions side by side, or one redline column where the screen is narrow.

    `shows_quiet` shows behind kept words how they were printed before: labour {~labor~}.
    """
    screen = screen or console()
    if shows_quiet:
        view = with_earlier_print(view)
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


def with_earlier_print(view: View) -> View:
    """Put behind all kept words that are printed otherwise how they stood before."""
    rows = tuple(
        replace(row, slots=tuple(_with_earlier(each) for each in row.slots)) for row in view.rows
    )
    return replace(view, rows=rows)


def _with_earlier(slot: Slot) -> Slot:
    return replace(slot, passages=tuple(
        replace(each, is_changed=True, segments=tuple(_earlier(each.segments)))
        if any(part.was is not None for part in each.segments) else each
        for each in slot.passages
    ))  # fmt: skip


def _earlier(parts: Iterable[Segment]) -> Iterator[Segment]:
    for part in parts:
        yield part
        if part.was is not None:
            gap = "" if part.text.endswith((" ", "\n")) else " "
            yield Segment(Op.KEEP, f"{gap}{{~{part.was.strip()}~}}{'' if gap else ' '}")


def print_check(view: View, screen: Console | None = None, *, why: bool = False) -> None:
    """Print every proposal with its fates and evidence, and the totals by proponent.

    With `why` each fate is followed by the rule that decided it.
    """
    screen = screen or console()
    t = tongue(view.language)
    screen.print(line(view.title, "bold"))
    if view.coverage:
        screen.print(line(view.coverage))
    for told in view.newcomers:
        screen.print(line(told))
    if view.thresholds:
        shares = ", ".join(f"{name} {value}" for name, value in view.thresholds)
        screen.print(line(t("Thresholds: {told}.", told=shares), "dim"))
    screen.print()
    for card in view.cards:
        screen.print(_card(card, screen, t, why=why))
    for tally in view.tallies:
        screen.print(_tally(tally, view.headlines, t))
    _print_remarks(view, screen)


def print_paragraph(view: View, screen: Console | None = None) -> None:
    """Print the rows of a view in full: text in every revision, then every proposal on it."""
    screen = screen or console()
    t = tongue(view.language)
    for row in view.rows:
        screen.print(line(t("Paragraph {name}", name=row.name), "bold"))
        for slot in row.slots:
            screen.print(line(slot.revision, "bold dim"))
            screen.print(Padding(_slot(slot, screen, t), (0, 0, 1, 2)))
        for card in row.cards:
            screen.print(_card(card, screen, t))
        for link in row.mentions:
            screen.print(line(t("Named here too: {link}", link=link.text), "dim"))
    _print_remarks(view, screen)


def print_read(revision: Revision, screen: Console | None = None) -> None:
    """Print one revision: its numbers, its text with tracked changes, comments and notices."""
    screen = screen or console()
    count = counted(len(revision.paragraphs), "paragraph")
    screen.print(line(f"{revision.name}: {count}", "bold"))
    screen.print()
    page: int | None = None
    for each in revision.paragraphs:
        if each.source.page != page:
            page = each.source.page
            screen.print(line(f"page {page}", "dim"))
        screen.print(labelled(label_of(each), _tracked(each, screen)))
    print_notices(revision.notices, screen)


def print_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], screen: Console | None = None,
    *, holds_first: bool = False,
) -> None:  # fmt: skip
    """Print a plain list under its heads; every cell is foreign text.

    Cells are broken where the screen is narrow; with `holds_first` those of the first column not.
    """
    table = listing()
    for place, each in enumerate(head):
        table.add_column(line(each), overflow="fold", no_wrap=holds_first and not place)
    for row in rows:
        table.add_row(*(line(shown(each)) for each in row))
    (screen or console()).print(table)


def print_list(
    head: Sequence[str], rows: Iterable[Sequence[str]], screen: Console | None = None
) -> None:
    """Print a list as a table, or where that is too wide, each row's first cell above its others.

    A first cell that is typed again, as an id is, is so never broken.
    """
    screen, rows = screen or console(), list(rows)
    widths = [max(map(cell_len, column)) for column in zip(head, *rows, strict=True)]
    least = [widths[0], *(min(each, _FOLDED) for each in widths[1:])]
    if sum(least) + _BETWEEN * (len(head) - 1) <= screen.width:
        print_table(head, rows, screen, holds_first=True)
        return
    for first, *others in rows:
        screen.print(line(shown(first), "bold"), soft_wrap=True)
        told = [
            f"{name}: {shown(cell)}" for name, cell in zip(head[1:], others, strict=True) if cell
        ]
        screen.print(Padding(line("; ".join(told)), (0, 0, 0, _INDENT)))


def print_sheets(view: ConcordanceView, screen: Console | None = None) -> None:
    """Print the tables of a concordance, each under its title."""
    screen = screen or console()
    for sheet in view.sheets:
        screen.print(line(sheet.title, "bold"))
        screen.print()
        print_table(sheet.head, sheet.rows, screen)
        screen.print()


def print_notices(notices: Iterable[Notice], screen: Console | None = None) -> None:
    """Print notices, one a line, as code, place and sentence."""
    screen = screen or console()
    for each in notices:
        screen.print(notice(each.code, shown(each.where), shown(each.text)))


def _print_remarks(view: View, screen: Console) -> None:
    for each in view.remarks:
        screen.print(notice(each.code, each.where, each.text))


def _print_head(view: View, screen: Console) -> None:
    t = tongue(view.language)
    screen.print(line(view.title, "bold"))
    screen.print(line(", ".join(f"{each.name} ({each.paragraphs})" for each in view.columns)))
    for step in view.steps:
        counts = zip(t.say(STEP_HEAD), step.counts, strict=True)
        what = ", ".join(
            t("{count} {way}", count=count, way=name.lower()) for name, count in counts if count
        )
        what = what or t("nothing to compare")
        told = t("{old} to {new}: {what}", old=step.old, new=step.new, what=what)
        screen.print(line(told, "dim"))
    for each in view.unsettled:
        told = t("Open in {name}: {told}", name=each.revision, told=each.told or t("nothing"))
        screen.print(line(told, "dim"))
    screen.print()


def _notes(notes: Iterable[Note]) -> Text:
    return line(", ".join(each.text for each in notes), "italic dim")


def _body(passage: Passage, screen: Console) -> RenderableType:
    words = redline(passage.segments, screen)
    if passage.is_heading:
        words.stylize("bold")
    return Group(_notes(passage.notes), words) if passage.notes else words


def _stacked(row: Row, screen: Console) -> Group:
    """One thread in one column: whole where it changed, else the first line of the latest text."""
    if not row.is_changed:
        latest = next(slot for slot in reversed(row.slots) if slot.passages)
        return Group(*(_unchanged(each, screen) for each in latest.passages))
    parts: list[RenderableType] = []
    for slot in row.slots:
        told = list(_told(slot, screen))
        if told and len(row.slots) > 2:
            parts.append(line(slot.revision, "bold dim"))
        parts += told
    return Group(*parts, *([labelled("", line(row.pages, "dim"))] if row.pages else ()))


def _told(slot: Slot, screen: Console) -> Iterator[Table]:
    """Yield what a revision did to a thread; nothing where it left it as it was."""
    for each in slot.passages:
        if each.is_changed:
            yield labelled(each.label, _body(each, screen))
        elif each.notes:
            yield labelled(each.label, _notes(each.notes))
    for each in slot.gone:
        told = _notes((Note("dropped", "dropped"), *each.notes))
        yield labelled(each.label, Group(told, redline(each.segments, screen)))


def _unchanged(passage: Passage, screen: Console) -> Table:
    words = line(" ".join(passage.text.split()), "bold" if passage.is_heading else "dim")
    room = max(screen.width - LABEL - 2, 10)
    if passage.page:
        words.truncate(max(room - cell_len(passage.page) - 1, 10), overflow="ellipsis", pad=True)
        words.append(f" {safe(passage.page)}", "dim")
    words.truncate(room, overflow="ellipsis")
    return labelled(passage.label, Group(_notes(passage.notes), words) if passage.notes else words)


def _slot(slot: Slot, screen: Console, t: Tongue) -> Group:
    parts: list[RenderableType] = [_notes(slot.notes)] if slot.notes else []
    for each in slot.passages:
        body = _body(each, screen)
        is_beside = each.label or each.page
        parts.append(
            labelled(each.label, body, page=each.page) if is_beside else Padding(body, (0, 0, 1, 0))
        )
    return Group(*parts) if parts else Group(line(t("not in this revision"), "dim"))


def _sides(view: View, screen: Console) -> Table:
    t = tongue(view.language)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    for each in view.columns:
        table.add_column(line(each.name), ratio=1, overflow="fold")
    for row in view.rows:
        table.add_row(
            *(_slot(each, screen, t) if each.passages or each.notes else "" for each in row.slots)
        )
    return table


def _card(card: Card, screen: Console, t: Tongue, *, why: bool = False) -> Group:
    asks = t(": {operation}, {where}", operation=card.operation, where=card.where)
    head = Text.assemble((safe(card.proponents), "bold"), safe(asks))
    if card.page:
        head.append(f" ({safe(card.page)})", "dim")
    parts: list[RenderableType] = [head]
    if card.gist:
        parts.append(Padding(_gist(card, screen), (0, 0, 0, 2)))
    if card.supporters:
        parts.append(Padding(line(t("supported by {names}", names=card.supporters)), (0, 0, 0, 2)))
    if card.shared:
        others = ", ".join(each.text for each in card.shared)
        parts.append(Padding(line(t("same words from {names}", names=others)), (0, 0, 0, 2)))
    parts += [Padding(Group(*_verdict(each, t, why=why)), (0, 0, 0, 2)) for each in card.verdicts]
    parts.append(
        Padding(line(t("course: {headline}", headline=card.headline), "bold"), (0, 0, 1, 2))
    )
    return Group(*parts)


def _gist(card: Card, screen: Console) -> Text:
    found = Text()
    for place, segment in enumerate(card.gist):
        found.append(" " if place else "")
        found.append_text(redline((segment,), screen))
    return found


def _verdict(verdict: Verdict, t: Tongue, *, why: bool) -> Iterator[RenderableType]:
    tone = _TONES[verdict.tone]
    sign = _SIGNS[verdict.tone]
    measures = f" ({t.stop.join(verdict.measures)})" if verdict.measures else ""
    yield Text.assemble(
        (f"{sign} ", tone),
        safe(t("{revision}: ", revision=verdict.revision)),
        (verdict.fate, tone),
        safe(measures),
    )
    by = f" {t('Ruled by {name}.', name=verdict.by)}" if verdict.by else ""
    lines = [line(f"{verdict.reason}{by}".strip(), "dim")]
    if why and verdict.rule:
        told = f": {verdict.why}" if verdict.why else ""
        lines.append(line(t("rule: {rule}{told}", rule=verdict.rule, told=told), "dim"))
    for quote in verdict.quotes:
        place = f"{quote.place}: " if quote.place else ""
        words = [
            (safe(each.text), "bold underline" if each.is_proof else "") for each in quote.words
        ]
        lines.append(Text.assemble(safe(f"{place}“"), *words, "”"))
    if verdict.missing:
        lines.append(line(t("not found: {words}", words=verdict.missing)))
    lines += [line(f"! {each}", "bold") for each in verdict.flags]
    yield Padding(Group(*(each for each in lines if each.plain)), (0, 0, 0, 2))


def _tally(tally: Tally, headlines: Iterable[str], t: Tongue) -> Text:
    counts = zip(headlines, tally.counts, strict=True)
    told = [
        t.say(counted(tally.total, "proposal")),
        *(t("{count} {headline}", count=count, headline=name) for name, count in counts if count),
    ]
    if tally.of:
        new = t.say(counted(tally.of, "new word"))
        told.append(t("{words} of {new} taken", words=tally.taken, new=new))
    return Text.assemble((safe(tally.name), "bold"), f": {', '.join(told)}")


def _tracked(paragraph: Paragraph, screen: Console) -> RenderableType:
    parts = [
        Segment(
            _op(inserted=run.inserted is not None, deleted=run.deleted is not None), shown(run.text)
        )
        for run in paragraph.runs
    ]
    told = [redline(parts, screen), *_formats(paragraph)]
    for each in paragraph.comments:
        told += _comment(each)
    return Group(*told) if len(told) > 1 else told[0]


def _formats(paragraph: Paragraph) -> Iterator[Text]:
    """Yield one quiet line that counts the changes of format; none where there are none."""
    found = [each.what or "" for each in paragraph.changes if each.kind is Tracked.FORMAT]
    if found:
        named = "; ".join(dict.fromkeys(found))
        yield line(f"~ {counted(len(found), 'change')} of format: {shown(named)}", "dim")


def _comment(comment: Comment) -> Iterator[Text]:
    """Yield a comment and its replies, a line each."""
    done = " (resolved)" if comment.is_resolved else ""
    tone = "italic dim" if comment.is_resolved else "italic"
    yield line(f"# {shown(comment.author or 'somebody')}{done}: {shown(comment.text)}", tone)
    for each in comment.replies:
        yield line(f"  > {shown(each.author or 'somebody')}: {shown(each.text)}", tone)


def _op(*, inserted: bool, deleted: bool) -> Op:
    if deleted:
        return Op.DELETE
    return Op.INSERT if inserted else Op.KEEP
