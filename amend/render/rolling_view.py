"""A rolling text in, a page out: every choice and every sentence is made here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from amend.model.comparison import Edit, Op
from amend.model.draft import Role
from amend.model.rolling import Backers, Reading, Rolling, RollingParagraph, Unplaced
from amend.notices import Notice
from amend.render.on_page import page_of, spot_of
from amend.render.redlines import shown
from amend.render.remarks import remark
from amend.render.rolling_shapes import Line, RollingRow, RollingView, Span, Stray, Way
from amend.render.rolling_wording import (
    NOBODY,
    counts,
    head_of,
    label_as_printed,
    said,
    who,
)
from amend.render.rolling_wording import (
    asked as asked_of,
)
from amend.render.shapes import Choice, Segment
from amend.render.wording import Keys, opening
from amend.text.told import joined, told
from amend.text.words import has_ideographs

_NAME_WORDS = 6
Namer = Callable[[Backers], str]


def rolling_view(rolling: Rolling, *, made: str, notices: Iterable[Notice]) -> RollingView:
    """Lay a rolling text out, paragraphs in order; `made` says when and by what."""
    keys, people = Keys("row"), Keys("by")
    names = Counter(
        name
        for paragraph in rolling.paragraphs
        for name in {one for each in paragraph.backers for one in each.by or (NOBODY,)}
    )
    proponents = {name: people.key(name) for name in sorted(names)}
    collided = {each.paragraph for each in rolling.collisions}
    name = partial(who, elsewhere=dict(rolling.elsewhere))
    rows = tuple(_row(each, keys, proponents, collided, name) for each in rolling.paragraphs)
    strays = Keys("stray")
    return RollingView(
        title=told("{base} with all proposals", base=shown(rolling.base)),
        made=shown(made),
        told=tuple(counts(rolling)),
        rows=rows,
        strays=tuple(_stray(each, strays, dict(rolling.elsewhere)) for each in rolling.unplaced),
        proponents=tuple(Choice(key, shown(each), names[each]) for each, key in proponents.items()),
        has_marks=any(each.ways for row in rows for each in row.spans),
        has_collisions=any(len(each.ways) > 1 for row in rows for each in row.spans),
        remarks=tuple(remark(each) for each in notices),
    )


def _row(
    paragraph: RollingParagraph, keys: Keys, proponents: Mapping[str, str], collided: set[str],
    named: Namer,
) -> RollingRow:  # fmt: skip
    is_new = paragraph.id is None
    label = _label(paragraph)
    asked = (way.text for each in paragraph.stretches for way in each.readings)
    first = opening(paragraph.base or "".join(asked), _NAME_WORDS)
    name = label or (f"“{first}”" if first else told("an empty paragraph"))
    by = (one for each in paragraph.backers for one in each.by or (NOBODY,))
    return RollingRow(
        key=keys.key(name),
        label=label,
        name=name,
        who=named(paragraph.stretches[0].readings[0].backers) if is_new else "",
        spans=tuple(_spans(paragraph, named)),
        lines=tuple(_lines(paragraph, named)),
        by=tuple(dict.fromkeys(proponents[each] for each in by)),
        is_heading=paragraph.role is Role.HEADING,
        has_collision=paragraph.id in collided,
        page=page_of(paragraph.source) if paragraph.source is not None else "",
        spot=spot_of(paragraph.source) if paragraph.source is not None else "",
    )


def _label(paragraph: RollingParagraph) -> str:
    """Return the number a reader sees: as the draft prints it, or as a new paragraph asks for."""
    if paragraph.id is None:
        return label_as_printed(paragraph.label)
    printed = shown(" ".join((paragraph.printed or "").split()).strip(".: "))
    if paragraph.label is None:
        return printed
    canonical = str(paragraph.label)
    is_word = canonical[:1].isalpha() and canonical[:2] not in {"OP", "PP"}
    return printed if is_word and printed else canonical


def _spans(paragraph: RollingParagraph, named: Namer) -> Iterator[Span]:
    """Lay out the stretches; who asks for a new paragraph is named at its head."""
    if paragraph.id is None:
        for each in paragraph.stretches:
            yield Span("", tuple(Way(tuple(_segments(one.edits)), "") for one in each.readings))
        return
    behind = [*(each.base for each in paragraph.stretches[1:]), ""]
    for stretch, after in zip(paragraph.stretches, behind, strict=True):
        ways = tuple(_way(each, named) for each in stretch.readings)
        if len(ways) == 1 and _grows(stretch.readings[0].text, after):
            ways = (replace(ways[0], who=joined("", (ways[0].who, " "))),)
        yield Span(shown(stretch.base), ways)


def _grows(words: str, after: str) -> bool:
    """Whether the words behind a mark would grow together with the name set between them."""
    is_word = after[:1].isalnum() and not has_ideographs(after[:1])
    return is_word and not words[-1:].isspace()


def _way(reading: Reading, named: Namer) -> Way:
    return Way(tuple(_segments(reading.edits)), named(reading.backers))


def _segments(edits: Iterable[Edit]) -> Iterator[Segment]:
    """Yield what is shown; a sign that only blanks part goes with it, so that it can be seen."""
    for each in edits:
        is_blank = not each.text.strip()
        text = each.text.replace(" ", "␣") if is_blank and each.op is not Op.KEEP else each.text
        yield Segment(each.op, shown(text))


def _lines(paragraph: RollingParagraph, named: Namer) -> Iterator[Line]:
    is_marked = any(each.readings for each in paragraph.stretches)
    for whole in paragraph.wholes:
        head = head_of(whole, is_marked=is_marked)
        yield Line(whole.scope.value, head, shown(whole.text), named(whole.backers))
    for position in paragraph.positions:
        head, text = said(position, paragraph.base)
        yield Line("position", shown(head), shown(text), named(position.backers))


def _stray(stray: Unplaced, keys: Keys, elsewhere: Mapping[str, str]) -> Stray:
    return Stray(
        key=keys.key(stray.proposal),
        who=", ".join(map(shown, stray.by)) or NOBODY,
        what=asked_of(stray, elsewhere),
        text=shown(stray.text or stray.cut),
        reason=shown(stray.reason),
        source=shown(stray.source.told),
    )
