"""A view in, Markdown out: tables for numbers, the text side by side, a list for each proposal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from amend.model.comparison import Op
from amend.render.shapes import (
    STEP_HEAD,
    UNSETTLED_HEAD,
    Card,
    Passage,
    Quote,
    Remark,
    Segment,
    Slot,
    Verdict,
    View,
)
from amend.render.tongue import Tongue, tongue

# Foreign text may not become markup, a table cell, an entity or a link.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@]|(?<=www)\.|:(?=//)")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPOKEN = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def render(view: View) -> str:
    """Return the page as Markdown, with the tables of the GitHub dialect."""
    t = tongue(view.language)
    parts = [f"# {safe(view.title)}", safe(view.made)]
    if view.steps:
        parts.append("\n".join(_steps(view, t)))
    if view.unsettled:
        parts.append("\n".join(_unsettled(view, t)))
    if view.tallies:
        parts += [safe(view.coverage), "\n".join(_tallies(view, t)), *_thresholds(view, t)]
    if view.newcomers:
        parts.append("\n".join(f"- {safe(each)}" for each in view.newcomers))
    parts += [f"## {t('Side by side')}", "\n".join(_sides(view))]
    if view.cards:
        parts += [f"## {t('Proposals')}", *(_card(each, t) for each in view.cards)]
    if view.remarks:
        parts += [f"## {t('Notices')}", "\n".join(_remark(each) for each in view.remarks)]
    return "\n\n".join(parts) + "\n"


def _remark(remark: Remark) -> str:
    return f"- {remark.code}: {safe(remark.where)}: {safe(remark.text)}"


def safe(text: str) -> str:
    """Return foreign text on one line, with every sign that Markdown could read spelled out."""
    text = _DIRECTIONS.sub("\ufffd", " ".join(text.split("\n")).replace("\t", " "))
    return _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    return _SPOKEN.get(sign) or f"\\{sign}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> Iterator[str]:
    """Yield the lines of a table; the last `numbers` columns are set to the right."""
    yield f"| {' | '.join(head)} |"
    marks = ["---"] * (len(head) - numbers) + ["---:"] * numbers
    yield f"| {' | '.join(marks)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _steps(view: View, t: Tongue) -> Iterator[str]:
    rows = (
        (t("{old} to {new}", old=safe(each.old), new=safe(each.new)), *map(str, each.counts))
        for each in view.steps
    )
    yield from table((t("Revisions"), *t.say(STEP_HEAD)), rows, numbers=len(STEP_HEAD))


def _unsettled(view: View, t: Tongue) -> Iterator[str]:
    rows = ((safe(each.revision), *each.figures) for each in view.unsettled)
    yield from table((t("Open in"), *t.say(UNSETTLED_HEAD)), rows, numbers=len(UNSETTLED_HEAD))


def _tallies(view: View, t: Tongue) -> Iterator[str]:
    head = (t("Proponent"), t("Proposals"), *(each.capitalize() for each in view.headlines))
    rows = (
        (
            safe(each.name),
            str(each.total),
            *map(str, each.counts),
            t("{taken} of {of}", taken=each.taken, of=each.of) if each.of else t("not measured"),
        )
        for each in view.tallies
    )
    yield from table((*head, t("New words taken")), rows, numbers=len(head))


def _thresholds(view: View, t: Tongue) -> Iterator[str]:
    if view.thresholds:
        told = ", ".join(f"{name} {value}" for name, value in view.thresholds)
        yield t("Measured with these thresholds: {told}.", told=safe(told))


def _sides(view: View) -> Iterator[str]:
    head = [safe(each.name) for each in view.columns]
    yield from table(head, ([_slot(each) for each in row.slots] for row in view.rows))


def _slot(slot: Slot) -> str:
    notes = [f"*{safe(each.text)}*" for each in slot.notes]
    return "<br><br>".join([*notes, *(_passage(each) for each in slot.passages)])


def _passage(passage: Passage) -> str:
    label = f"**{safe(passage.label)}**" if passage.label else ""
    page = safe(passage.page)
    notes = ", ".join(f"*{safe(each.text)}*" for each in passage.notes)
    words = _segments(passage.segments)
    if passage.is_heading:
        words = f"**{words}**" if words else ""
    head = " ".join(each for each in (label, page, notes) if each)
    return f"{head}<br>{words}" if head else words


def _segments(parts: Iterable[Segment]) -> str:
    return "".join(_segment(each) for each in parts)


def _segment(segment: Segment) -> str:
    before, words, behind = segment.parts
    if segment.op is Op.KEEP or not words:
        return f"{_gap(before)}{safe(words)}{_gap(behind)}"
    tag = "ins" if segment.op is Op.INSERT else "del"
    return f"{_gap(before)}<{tag}>{safe(words)}</{tag}>{_gap(behind)}"


def _gap(space: str) -> str:
    return "<br>" if "\n" in space else " " if space else ""


def _card(card: Card, t: Tongue) -> str:
    asks = t("{name}: {operation}, {where}", name=safe(card.proponents), operation=card.operation,
             where=safe(card.where))  # fmt: skip
    lines = [f"### {asks}", ""]
    if card.cut:
        lines.append("- " + t("To go: {text}", text=f"<del>{safe(card.cut)}</del>"))
    if card.asked:
        lines.append("- " + t("Asked for: {text}", text=f"<ins>{safe(card.asked)}</ins>"))
    if card.supporters:
        lines.append("- " + t("Supported by: {names}", names=safe(card.supporters)))
    if card.shared:
        others = ", ".join(safe(each.text) for each in card.shared)
        lines.append("- " + t("Same words from: {names}", names=others))
    lines.append("- " + t("Course: {headline}", headline=f"**{card.headline}**"))
    for verdict in card.verdicts:
        lines += _verdict(verdict, t)
    lines.append("- " + t("Read in: {place}", place=safe(card.source)))
    return "\n".join(lines)


def _verdict(verdict: Verdict, t: Tongue) -> Iterator[str]:
    told = t.stop.join(
        (*verdict.measures, *(t("flag: {flag}", flag=each) for each in verdict.flags))
    )
    yield t(
        "- {revision}: {fate}. {reason}", revision=safe(verdict.revision),
        fate=f"**{verdict.fate}**", reason=safe(verdict.reason),
    ).rstrip()  # fmt: skip

    if told:
        yield f"  - {safe(told)}"
    for quote in verdict.quotes:
        yield f"  - {_quote(quote)}"
    if verdict.missing:
        yield f"  - {t('Not found: {words}', words=safe(verdict.missing))}"
    if verdict.by:
        yield f"  - {t('Ruled by {name}', name=safe(verdict.by))}"


def _quote(quote: Quote) -> str:
    words = "".join(
        f"**{safe(each.text)}**" if each.is_proof else safe(each.text) for each in quote.words
    )
    return f"{safe(quote.place)}: “{words}”" if quote.place else f"“{words}”"
