"""The paragraphs of a revision in, what to know about their numbers out."""

from __future__ import annotations

from collections.abc import Iterator

from amend.labels import Label, Step
from amend.model.draft import Paragraph, Role
from amend.notices import Code, Notice
from amend.text.nesting import nesting
from amend.text.numerals import multiplicative
from amend.text.told import joined, numbered, pattern, told

_TOLD = 3
"""How many numbers that stand twice are told one by one."""


def numbering_notices(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[Notice]:
    """Tell of numbers that stand twice, of ranks left out, and of a draft without numbers.

    Beyond three, numbers that stand twice are only counted: a file whose numbering starts anew in
    each annex would drown all else.
    """
    repeated = list(_repeated(paragraphs, where))
    yield from repeated[:_TOLD]
    more = len(repeated) - _TOLD
    if more > 0:
        text = numbered(more, "{n} more number stands twice.", "{n} more numbers stand twice.")
        yield Notice(Code.LABEL_REPEATED, where, text)
    yield from _skipped_ranks(paragraphs, where)
    if not any(paragraph.label for paragraph in paragraphs):
        yield Notice(Code.NO_NUMBERS, where, told("no paragraph bears a number."))


def bracket_notices(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[Notice]:
    """Tell where square brackets open and never close, or close and never opened, in one notice."""
    texts = [each.face for each in paragraphs]
    found = nesting(texts)
    places = [*((at, "opens") for at in found.unclosed), *((at, "closes") for at in found.unopened)]
    if not places:
        return
    found_at = [
        told(
            _OPENS if way == "opens" else _CLOSES, place=paragraphs[at.text].source.place,
            words=" ".join(texts[at.text][max(at.sign - 12, 0) : at.sign + 24].split()),
        )
        for at, way in sorted(places)
    ]  # fmt: skip
    first, more = joined("; ", found_at[:_TOLD]), len(found_at) - _TOLD
    yield Notice(Code.BRACKET_UNBALANCED, where, (
        told("square brackets without a fellow: {places} and {more} more.", places=first, more=more)
        if more > 0 else told("square brackets without a fellow: {places}.", places=first)
    ))  # fmt: skip


_OPENS = pattern("one opens in {place} (“{words}”)")
_CLOSES = pattern("one closes in {place} (“{words}”)")


def _repeated(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[Notice]:
    seen: dict[tuple[str, str], Paragraph] = {}
    for paragraph in paragraphs:
        label = paragraph.label
        if label is None:
            continue
        first = seen.setdefault((paragraph.path, str(label)), paragraph)
        if first is not paragraph:
            place = told("{file}, {place}", file=where, place=paragraph.source.place)
            text = told(
                "{label} stands twice; the first is in {place}.", label=str(label),
                place=first.source.place,
            )  # fmt: skip
            yield Notice(Code.LABEL_REPEATED, place, text)


def _skipped_ranks(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[Notice]:
    """Report 9quater where 9ter is missing: a paragraph may have been lost on the way."""
    labels = {(_scope(each), str(each.label)) for each in paragraphs if each.label is not None}
    for paragraph in paragraphs:
        missing = None if paragraph.label is None else _rank_before(paragraph.label)
        if missing is not None and (_scope(paragraph), str(missing)) not in labels:
            place = told("{file}, {place}", file=where, place=paragraph.source.place)
            text = told(
                "{label} stands here, {missing} is missing.", label=str(paragraph.label),
                missing=str(missing),
            )  # fmt: skip
            yield Notice(Code.RANK_SKIPPED, place, text)


def _rank_before(label: Label) -> Label | None:
    """Return 9ter for 9quater; None for 9bis, which needs none, and for letters and annexes."""
    if not label.is_inserted or not 2 < label.steps[-1].ordinal < 100:
        return None
    step = label.steps[-1]
    if step.printed != multiplicative(step.ordinal):
        return None
    before = Step(step.rank, step.ordinal - 1, multiplicative(step.ordinal - 1))
    return Label(label.carrier, label.number, label.figure, (*label.steps[:-1], before))


def _scope(paragraph: Paragraph) -> str:
    """Where a label is looked for: the whole draft for a heading, else its place."""
    return "" if paragraph.role is Role.HEADING else paragraph.path
