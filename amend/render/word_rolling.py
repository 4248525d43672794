"""A rolling text in, a Word file out: the base with tracked changes, each by who asks for it.

Rejecting all changes gives the base. What no change of words can say (who supports it, what meets,
what is asked for a paragraph as a whole, what has no place) stands in comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

from amend.model.comparison import Op
from amend.model.rolling import Backers, Reading, RollingParagraph, Scope, Stretch, Whole
from amend.model.source import Run, Stamp
from amend.render.rolling import RollingReport
from amend.render.rolling_wording import (
    NOBODY,
    asked,
    head_of,
    label_as_printed,
    said,
    who,
)
from amend.render.tongue import Tongue, tongue
from amend.render.word import Lines, Story
from amend.render.word_changes import Pin, Tracked, closed
from amend.render.word_drafts import prefix, style_for
from amend.text.told import Told, joined, told

_US = "amend"
_OR = " / "


def render(report: RollingReport) -> bytes:
    """Return the Word file; the same rolling text gives the same bytes."""
    title = tongue(report.language)("{base} with all proposals", base=report.rolling.base)
    story = Story(title, report.house, is_upright=True, language=report.rolling.language)
    paragraphs = _with_rest(list(_paragraphs(report)), report)
    story.write_tracked(closed(paragraphs))
    if not paragraphs:
        story.write(Lines("Draft paragraph", ()))
    return story.save()


def _with_rest(found: list[Tracked], report: RollingReport) -> list[Tracked]:
    """Comment on the first words with what has no place in the text, and with the notices."""
    elsewhere = dict(report.rolling.elsewhere)
    t = tongue(report.language)
    said_of = [
        told(
            "Without a place: {name}: {asks}. {words}\n{reason} ({place})",
            name=", ".join(each.by) or NOBODY, asks=asked(each, elsewhere),
            words=each.text or each.cut, reason=each.reason, place=each.source.told,
        )
        for each in report.rolling.unplaced
    ]  # fmt: skip
    comments: list[str] = [t.say(each) for each in said_of]
    if report.notices:
        lines = (f"{e.code.value}: {t.say(e.where)}: {t.say(e.text)}" for e in report.notices)
        comments.append("\n".join([t("Notices"), *lines]))
    place = next((place for place, each in enumerate(found) if each.runs), None)
    if place is not None:
        pins = (Pin(0, 1, _US, each, report.date) for each in comments)
        found[place] = found[place]._replace(pins=(*found[place].pins, *pins))
    return found


def _paragraphs(report: RollingReport) -> Iterator[Tracked]:
    elsewhere, t = dict(report.rolling.elsewhere), tongue(report.language)
    for each in report.rolling.paragraphs:
        if each.base or each.printed or each.is_touched:
            yield _Writer(each, elsewhere, report.date, t).tracked()
            for whole in each.wholes:
                if whole.scope is Scope.ALTERNATIVE:
                    yield _alternative(each, whole, elsewhere, report.date, t)


class _Writer:
    """One paragraph on its way: its runs, and the comments on them."""

    def __init__(
        self, paragraph: RollingParagraph, elsewhere: Mapping[str, str], date: str | None,
        t: Tongue,
    ) -> None:  # fmt: skip
        self._paragraph, self._elsewhere, self._date, self._t = paragraph, elsewhere, date, t
        self._runs: list[Run] = []
        self._pins: list[Pin] = []

    def tracked(self) -> Tracked:
        paragraph = self._paragraph
        mark = _whole_mark(paragraph)
        stamp = None if mark is None else _stamp(mark, self._date)
        is_new = paragraph.id is None
        if number := _number(paragraph):
            self._runs.append(Run(number, stamp if is_new else None, None if is_new else stamp))
        for stretch in paragraph.stretches:
            self._stretch(stretch)
        self._beside()
        style = style_for(paragraph) if paragraph.printed or not is_new else _new_style(paragraph)
        inserted, deleted = (stamp, None) if is_new else (None, stamp)
        return Tracked(style, tuple(self._runs), inserted, deleted, tuple(self._pins))

    def _stretch(self, stretch: Stretch) -> None:
        if not stretch.readings:
            self._add(stretch.base)
            return
        start = len(self._runs)
        if len(stretch.readings) == 1:
            self._reading(stretch.readings[0])
        else:
            self._meeting(stretch)
        if comment := self._told(stretch):
            self._pins.append(Pin(start, len(self._runs), _US, self._t.say(comment), self._date))

    def _told(self, stretch: Stretch) -> str:
        """Say what the marks of a stretch do not: who supports it, or that it is a collision."""
        if len(stretch.readings) == 1:
            backers = stretch.readings[0].backers
            return self._who(backers) if _has_more(backers, self._elsewhere) else ""
        ways = [
            told("“{words}” {names}", words=each.text.strip(), names=self._who(each.backers))
            for each in stretch.readings
        ]
        return told("Of these one at most can be had: {ways}", ways=reduce(_or, ways))

    def _reading(self, reading: Reading) -> None:
        stamp = _stamp(reading.backers, self._date)
        for edit in reading.edits:
            was = edit.text if edit.was is None else edit.was
            if edit.op is Op.KEEP and was == edit.text:
                self._add(edit.text)
                continue
            self._add("" if edit.op is Op.INSERT else was, deleted=stamp)
            self._add("" if edit.op is Op.DELETE else edit.text, inserted=stamp)

    def _meeting(self, stretch: Stretch) -> None:
        """Take the words of the base out once, and put in what each asks for, one by one."""
        self._add(stretch.base, deleted=_stamp(stretch.readings[0].backers, self._date))
        for place, each in enumerate(stretch.readings):
            self._add(_OR if place else "", inserted=Stamp(_US, self._date))
            self._add(each.text, inserted=_stamp(each.backers, self._date))

    def _add(self, text: str, inserted: Stamp | None = None, deleted: Stamp | None = None) -> None:
        if text:
            self._runs.append(Run(text, inserted, deleted))

    def _beside(self) -> None:
        """Comment on the paragraph with what is asked for it as a whole, or without words."""
        paragraph = self._paragraph
        is_marked = any(each.readings for each in paragraph.stretches)
        comments = [
            _sentence(head_of(each, is_marked=is_marked), each.text, self._who(each.backers))
            for each in paragraph.wholes
            if each.scope is not Scope.ALTERNATIVE
        ]
        comments += [
            _sentence(*said(each, paragraph.base), self._who(each.backers))
            for each in paragraph.positions
        ]
        pins = (Pin(0, len(self._runs), _US, self._t.say(each), self._date) for each in comments)
        self._pins += pins if self._runs else ()

    def _who(self, backers: Backers) -> str:
        return who(backers, self._elsewhere)


def _or(first: Told, last: Told) -> Told:
    return told("{first} or {last}", first=first, last=last)


def _sentence(head: str, text: str, names: str) -> str:
    if not text:
        return joined(" ", (head, names))
    return told("{head} {names}: {text}", head=head, names=names, text=text)


def _has_more(backers: Backers, elsewhere: Mapping[str, str]) -> bool:
    """Whether there is more to say than the names that the marks bear."""
    return who(backers, elsewhere) != f"({_author(backers)})"


def _author(backers: Backers) -> str:
    return ", ".join(backers.by) or NOBODY


def _stamp(backers: Backers, date: str | None) -> Stamp:
    return Stamp(_author(backers), date)


def _number(paragraph: RollingParagraph) -> str:
    if paragraph.printed or paragraph.id is not None:
        return prefix(paragraph)
    label = label_as_printed(paragraph.label)
    return "" if label == "new" else f"{label}\t"


def _new_style(paragraph: RollingParagraph) -> str:
    return "Numbered paragraph" if _number(paragraph) else "Draft paragraph"


def _whole_mark(paragraph: RollingParagraph) -> Backers | None:
    """Return who puts a paragraph in, or takes all of it out; None where it stays."""
    readings = [each.readings for each in paragraph.stretches]
    if paragraph.id is None:
        return next((one.backers for each in readings for one in each), None)
    is_gone = bool(readings) and all(len(e) == 1 and not e[0].text.strip() for e in readings)
    return readings[0][0].backers if is_gone else None


def _alternative(
    paragraph: RollingParagraph, whole: Whole, elsewhere: Mapping[str, str], date: str | None,
    t: Tongue,
) -> Tracked:  # fmt: skip
    """Write an alternative as a paragraph that is put in behind the one it stands beside."""
    stamp = _stamp(whole.backers, date)
    number = head_of(whole, is_marked=False)
    runs = (Run(f"{number}\t{whole.text}", stamp),)
    more = t.say(who(whole.backers, elsewhere))
    pins = (Pin(0, 1, _US, more, date),) if _has_more(whole.backers, elsewhere) else ()
    style = style_for(paragraph) if paragraph.printed else "Numbered paragraph"
    return Tracked(style, runs, stamp, None, pins)
