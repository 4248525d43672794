"""A rolling text in, a page out: every choice and every sentence is made here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from amend.model.comparison import Edit, Op
from amend.model.draft import Role
from amend.model.rolling import Reading, Rolling, RollingParagraph, Stretch, Unplaced
from amend.notices import Notice
from amend.render.redlines import shown
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
from amend.render.shapes import Choice, Remark, Segment
from amend.render.wording import Keys, opening

_NAME_WORDS = 6


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
    rows = tuple(_row(each, keys, proponents, collided) for each in rolling.paragraphs)
    strays = Keys("stray")
    return RollingView(
        title=f"{shown(rolling.base)} with all proposals",
        made=shown(made),
        told=tuple(counts(rolling)),
        rows=rows,
        strays=tuple(_stray(each, strays) for each in rolling.unplaced),
        proponents=tuple(Choice(key, shown(each), names[each]) for each, key in proponents.items()),
        has_marks=any(each.ways for row in rows for each in row.spans),
        has_collisions=any(len(each.ways) > 1 for row in rows for each in row.spans),
        remarks=tuple(
            Remark(each.code.value, shown(each.where), shown(each.text)) for each in notices
        ),
    )


def _row(
    paragraph: RollingParagraph, keys: Keys, proponents: Mapping[str, str], collided: set[str]
) -> RollingRow:
    is_new = paragraph.id is None
    label = _label(paragraph)
    asked = (way.text for each in paragraph.stretches for way in each.readings)
    first = opening(paragraph.base or "".join(asked), _NAME_WORDS)
    name = label or (f"“{first}”" if first else "an empty paragraph")
    by = (one for each in paragraph.backers for one in each.by or (NOBODY,))
    return RollingRow(
        key=keys.key(name),
        label=label,
        name=name,
        who=who(paragraph.stretches[0].readings[0].backers) if is_new else "",
        spans=tuple(_span(each, is_new=is_new) for each in paragraph.stretches),
        lines=tuple(_lines(paragraph)),
        by=tuple(dict.fromkeys(proponents[each] for each in by)),
        is_heading=paragraph.role is Role.HEADING,
        has_collision=paragraph.id in collided,
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


def _span(stretch: Stretch, *, is_new: bool) -> Span:
    """Lay out a stretch; who asks for a new paragraph is named at its head."""
    if is_new and len(stretch.readings) == 1:
        return Span("", (Way(tuple(_segments(stretch.readings[0].edits)), ""),))
    return Span(shown(stretch.base), tuple(_way(each) for each in stretch.readings))


def _way(reading: Reading) -> Way:
    return Way(tuple(_segments(reading.edits)), who(reading.backers))


def _segments(edits: Iterable[Edit]) -> Iterator[Segment]:
    """Yield what is shown; a sign that only blanks part goes with it, so that it can be seen."""
    for each in edits:
        is_blank = not each.text.strip()
        text = each.text.replace(" ", "␣") if is_blank and each.op is not Op.KEEP else each.text
        yield Segment(each.op, shown(text))


def _lines(paragraph: RollingParagraph) -> Iterator[Line]:
    is_marked = any(each.readings for each in paragraph.stretches)
    for whole in paragraph.wholes:
        head = head_of(whole, is_marked=is_marked)
        yield Line(whole.scope.value, head, shown(whole.text), who(whole.backers))
    for position in paragraph.positions:
        yield Line("position", said(position), "", who(position.backers))


def _stray(stray: Unplaced, keys: Keys) -> Stray:
    return Stray(
        key=keys.key(stray.proposal),
        who=", ".join(map(shown, stray.by)) or NOBODY,
        what=asked_of(stray),
        text=shown(stray.text or stray.cut),
        reason=shown(stray.reason),
        source=shown(str(stray.source)),
    )
