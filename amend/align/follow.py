"""A comparison in, the same out with the edits put aside that only follow a renumbering."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from amend.labels import Label
from amend.model.alignment import Change
from amend.model.comparison import Aside, Comparison, Edit, Op, Redline
from amend.model.draft import Paragraph, Revision
from amend.model.reference import Reference

Named = Callable[[str], Sequence[Reference]]
"""Reads the references of a paragraph's text; the pipeline hands the reader of `parse` in."""
Edits = Callable[[str, str], tuple[Edit, ...]]
"""Compares two texts word by word; the pipeline hands in that of `diff`."""

_Pair = tuple[Reference, Reference]
_Place = tuple[Label | None, Label]  # the article a label stands in, None outside; the label
# A letter of a script that no draft is written in, so that a masked reference is a word.
_SIGN = "\U00010300"
_MASK = re.compile(f"({_SIGN}\\d+{_SIGN})")


def follow(comparison: Comparison, named: Named, edits: Edits) -> Comparison:
    """Put aside the edits that only bring a reference up to the new number of its paragraph.

    Where 12 became 14, "as set out in paragraph 12" and "as set out in paragraph 14" say the same:
    the edit becomes a kept one that `was` printed otherwise, and a bead without any other edit has
    no substitution (docs/design/0011). Where a bead has several paragraphs on a side, they are read
    as one text that stands in the article of the first.
    """
    if not any(_may_follow(each) for each in comparison.redlines):
        return comparison
    numbers = _Numbers(comparison)
    redlines = tuple(
        _followed(each, numbers, named, edits) if _may_follow(each) else each
        for each in comparison.redlines
    )
    beads = tuple(each.bead for each in redlines)
    alignment = replace(comparison.alignment, beads=beads)
    return replace(comparison, alignment=alignment, redlines=redlines)


def _may_follow(redline: Redline) -> bool:
    """Whether figures gave way to figures within one bead."""
    if not redline.bead.old or not redline.bead.new or len(redline.edits) < 2:
        return False
    return all(
        any(edit.op is op and _has_figure(edit.text) for edit in redline.edits)
        for op in (Op.DELETE, Op.INSERT)
    )


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))


def _followed(redline: Redline, numbers: _Numbers, named: Named, edits: Edits) -> Redline:
    bead = redline.bead
    old, new = _text(bead.old), _text(bead.new)
    pairs = [
        (one, other)
        for one, other in _paired(named(old), named(new), numbers, bead.old[0], bead.new[0])
        if one.text != other.text and one.text.count("[") == other.text.count("[")
    ]
    if not pairs or _SIGN in old or _SIGN in new:
        return redline
    masked = edits(_masked(old, [one for one, _ in pairs]), _masked(new, [two for _, two in pairs]))
    found = tuple(part for edit in masked for part in _unmasked(edit, pairs))
    if all(edit.op is Op.KEEP for edit in found):
        bead = replace(bead, changes=bead.changes - {Change.SUBSTITUTION})
    return Redline(bead, found)


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(each.text for each in paragraphs)


def _paired(
    old: Sequence[Reference], new: Sequence[Reference], numbers: _Numbers, reader: Paragraph,
    later: Paragraph,
) -> Iterator[_Pair]:  # fmt: skip
    """Pair the references that name the same paragraphs, in the order of both texts."""
    place = 0
    for one in old:
        for at in range(place, len(new)):
            if numbers.became(one.labels, new[at].labels, reader, later):
                yield one, new[at]
                place = at + 1
                break


def _masked(text: str, found: Sequence[Reference]) -> str:
    """Put one and the same sign on both sides for what says the same in other figures."""
    parts, place = [], 0
    for number, each in enumerate(found):
        parts += [text[place : each.start], f"{_SIGN}{number}{_SIGN}"]
        place = each.end
    return "".join([*parts, text[place:]])


def _unmasked(edit: Edit, pairs: Sequence[_Pair]) -> Iterator[Edit]:
    """Give an edit its words back; a kept reference is an edit of its own."""
    if _SIGN not in edit.text and _SIGN not in (edit.was or ""):
        yield edit
    elif edit.op is Op.KEEP and edit.was is None:
        for part in _MASK.split(edit.text):
            if part.startswith(_SIGN):
                one, other = pairs[int(part.strip(_SIGN))]
                yield Edit(Op.KEEP, other.text, one.text, Aside.REFERENCE)
            elif part:
                yield Edit(Op.KEEP, part)
    else:
        side = 0 if edit.op is Op.DELETE else 1
        was = None if edit.was is None else _spelled(edit.was, pairs, 0)
        yield Edit(edit.op, _spelled(edit.text, pairs, side), was)


def _spelled(text: str, pairs: Sequence[_Pair], side: int) -> str:
    return _MASK.sub(lambda found: pairs[int(found[0].strip(_SIGN))][side].text, text)


class _Numbers:
    """What each number of the old revision became, by the beads that tie one to one.

    A plain number is looked for in the article its reader stands in, then in the whole draft if
    it is the only one of its kind there; what stays unsure counts as not followed.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = _articles(comparison.old), _articles(comparison.new)
        self._became: dict[_Place, set[_Place]] = defaultdict(set)
        self._anywhere: dict[Label, set[_Place]] = defaultdict(set)
        for bead in comparison.alignment.beads:
            if len(bead.old) == len(bead.new) == 1:
                self._add(bead.old[0], bead.new[0])

    def _add(self, old: Paragraph, new: Paragraph) -> None:
        if old.label is None or new.label is None:
            return
        place, later = (
            (None, label) if label.carrier == "Art" else (article, label.plain)
            for label, article in (
                (old.label, self._old[old.id]),
                (new.label, self._new[new.id]),
            )
        )
        self._became[place].add(later)
        self._anywhere[place[1]].add(later)

    def became(
        self, old: Sequence[Label], new: Sequence[Label], reader: Paragraph, later: Paragraph
    ) -> bool:
        """Whether the paragraphs that `reader` named are those that it names now."""
        if len(old) != len(new):
            return False
        here, there = self._old[reader.id], self._new[later.id]
        return all(
            self._leads(_placed(one, here), _placed(other, there))
            for one, other in zip(old, new, strict=True)
        )

    def _leads(self, old: _Place, new: _Place) -> bool:
        """Whether a place became another: by itself, or its paragraph did and the point stayed."""
        found = self._became.get(old, set())
        anywhere = self._anywhere.get(old[1], set())
        if found or len(anywhere) == 1:
            return found == {new} or (not found and new[1] in {label for _, label in anywhere})
        parent, later = old[1].parent, new[1].parent
        if anywhere or parent is None or later is None or old[1].steps[-1] != new[1].steps[-1]:
            return False
        return self._leads((old[0], parent), (new[0], later))


def _placed(label: Label, here: Label | None) -> _Place:
    """Part "Art4/3(a)" into the article and the paragraph in it; "3" is one of the article here."""
    if label.carrier != "Art":
        return here, label.plain
    place = next((n for n, each in enumerate(label.steps) if each.printed.startswith("/")), None)
    if place is None:
        return None, label
    article = Label("Art", label.number, label.figure, label.steps[:place])
    inside = label.steps[place]
    figure = inside.printed.removeprefix("/")
    return article, Label("", inside.ordinal, figure, label.steps[place + 1 :])


def _articles(revision: Revision) -> dict[str, Label | None]:
    """Map the id of each paragraph to the label of the article it stands in or heads."""
    found: dict[str, Label | None] = {}
    article: Label | None = None
    for each in revision.paragraphs:
        if each.label is not None and each.label.carrier == "Art":
            article = each.label
        found[each.id] = article
    return found
