"""An audit laid out in, a screen out; with `terminal.py` and `screen.py` it knows rich.

What no mark declares stands between {!+ +!} and [!- -!] on every screen, in colour or not.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from amend.render.audit_shapes import (
    KINDS,
    AuditNote,
    AuditRow,
    AuditSegment,
    AuditView,
)
from amend.render.screen import console, labelled, line, listing, notice, safe
from amend.render.tongue import tongue

_SIGNS = {
    "silent-in": ("{!+", "+!}"),
    "silent-out": ("[!-", "-!]"),
    "unreal-in": ("{?+", "+?}"),
    "unreal-out": ("[?-", "-?]"),
    "ins": ("{+", "+}"),
    "del": ("[-", "-]"),
    "passing": ("[~", "~]"),
    "variant": ("", ""),
    "uncompared": ("", ""),
    "keep": ("", ""),
}
# Colour may do for these alone; what is not declared, or not real, is never left to it.
_COLOUR_IS_ENOUGH = {"ins", "del"}
_STYLES = {
    "silent-in": "bold black on yellow",
    "silent-out": "bold black on yellow strike",
    "unreal-in": "magenta underline",
    "unreal-out": "magenta strike",
    "ins": "bold green underline",
    "del": "red strike",
    "passing": "dim strike",
    "variant": "dim underline",
    "uncompared": "dim",
}
_NOTES = {"silent": "bold yellow", "unreal": "bold magenta", "declared": "", "quiet": "italic dim"}
_NOTED = {"silent": "! ", "unreal": "? ", "declared": "", "quiet": ""}
_TONES = {"good": "bold green", "part": "bold magenta", "none": "bold yellow"}
# Words kept on either side of a change; a longer stretch is cut in its middle.
_ROUND = 12


def print_audit(
    view: AuditView, screen: Console | None = None, *, shows_quiet: bool = False
) -> None:
    """Print the answer, who declares how much, and every paragraph, the gravest first."""
    screen = screen or console()
    screen.print(line(view.title, "bold"))
    screen.print(line(view.answer, _TONES[view.tone]))
    for each in view.told:
        screen.print(line(each))
    groups = [each for each in view.groups if shows_quiet or each.kind != "quiet"]
    if groups:
        screen.print(_legend(view, screen))
    if view.authors:
        screen.print()
        screen.print(_authors(view))
    for group in groups:
        screen.print()
        screen.print(line(f"{group.title} ({len(group.rows)})", "bold underline"))
        screen.print()
        for row in group.rows:
            screen.print(_row(row, screen))
    for remark in view.remarks:
        screen.print(notice(remark.code, remark.where, remark.text))


def _has_colour(screen: Console) -> bool:
    return screen.color_system is not None and not screen.no_color


def _legend(view: AuditView, screen: Console) -> Text:
    t = tongue(view.language)
    kinds = t.say(KINDS)
    found = Text()
    for kind in view.kinds:
        if kind in {"variant", "uncompared"}:
            continue
        found.append(", " if found else "")
        found.append_text(_segment(AuditSegment(kind, t("words")), screen))
        found.append(f" {kinds[kind]}")
    return found


def _authors(view: AuditView) -> Table:
    """Print who declares how much, with the figures to the right."""
    table = listing()
    table.add_column(tongue(view.language)("Author"), overflow="fold", min_width=12)
    for each in view.head:
        table.add_column(each.replace(" ", "\n"), justify="right")
    for author in view.authors:
        table.add_row(line(author.name), *map(str, author.figures))
    return table


def _row(row: AuditRow, screen: Console) -> Table:
    words = _words(row.segments, screen)
    if row.is_heading:
        words.stylize("bold")
    return labelled(row.label, Group(*map(_note, row.notes), words), page=row.page)


def _note(note: AuditNote) -> Text:
    return line(f"{_NOTED[note.kind]}{note.text}", _NOTES[note.kind])


def _words(segments: Iterable[AuditSegment], screen: Console) -> Text:
    every = list(segments)
    found = Text()
    for place, each in enumerate(every):
        if each.kind == "keep":
            text = _cut(each.text, is_first=not place, is_last=place == len(every) - 1)
            found.append(safe(text))
        else:
            found.append_text(_segment(each, screen))
    return found


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    """Leave the middle of a long unchanged stretch out."""
    words = text.split(" ")
    head = 0 if is_first else _ROUND
    tail = 0 if is_last else _ROUND
    if len(words) <= head + tail + _ROUND:
        return text
    opening = words[: head or _ROUND // 2]
    closing = words[len(words) - (tail or 0) :]
    return " ".join([*opening, "…", *closing])


def _segment(segment: AuditSegment, screen: Console) -> Text:
    before, words, behind = segment.parts
    has_colour = _has_colour(screen)
    is_bare = (has_colour and segment.kind in _COLOUR_IS_ENOUGH) or not words
    opening, closing = ("", "") if is_bare else _SIGNS[segment.kind]
    found = Text(safe(before))
    style = _STYLES.get(segment.kind, "") if has_colour else ""
    found.append(f"{opening}{safe(words)}{closing}", style)
    return found.append(safe(behind))
