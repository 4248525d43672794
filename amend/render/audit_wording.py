"""Audited paragraphs in, the sentences that people read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from amend.model.alignment import Change
from amend.model.audit import Audit, AuditChange, AuditEdit, AuditedParagraph, Standing
from amend.model.comparison import Op
from amend.model.draft import Role
from amend.model.source import Stamp
from amend.render.audit_shapes import AuditNote
from amend.render.redlines import shown
from amend.render.wording import opening, percent
from amend.text.exact import exact, is_word
from amend.text.told import Day, Told, counted, joined, listed, numbered, pattern, told

NOBODY = told("no name given")
_NAME_WORDS = 6
_SILENT = {
    Change.INSERTION: told("paragraph inserted without a mark"),
    Change.REPEAL: told("paragraph deleted without a mark"),
    Change.RELOCATION: told("paragraph moved without a mark"),
    Change.SPLIT: told("split without a mark"),
    Change.JOIN: told("joined to the next paragraph without a mark"),
}
_UNREAL = {
    Change.INSERTION: told("declared as a new paragraph, but OLD has it here"),
    Change.REPEAL: told("declared as a deleted paragraph, but OLD never had it"),
    Change.SPLIT: told("declared as split, but OLD has two paragraphs already"),
    Change.JOIN: told("declared as joined, but OLD has one paragraph already"),
}
_DECLARED = {
    Change.INSERTION: told("new paragraph"),
    Change.REPEAL: told("deleted paragraph"),
    Change.RELOCATION: told("moved paragraph"),
    Change.SPLIT: told("split"),
    Change.JOIN: told("joined to the next paragraph"),
    Change.SUBSTITUTION: told("changed"),
}
_WHOLE = {Change.INSERTION, Change.REPEAL}


WORDS: Mapping[str, str] = {
    "authors_told": pattern("Who declares how much; words that two marked count for both."),
    "author": pattern("Author"),
    "when": pattern("When"),
    "legend": pattern("Legend"),
    "some_words": pattern("words"),
    "in_old": pattern("in OLD: {words}"),
    "one_paragraph": pattern("Paragraph {name}"),
    "in_text": pattern("In the text"),
}
"""What the parts of an audit say of themselves on a page."""


def name_of(paragraph: AuditedParagraph) -> str:
    """Return how to speak of a paragraph: its number, or its first words in quotes."""
    number = label_of(paragraph)
    if number:
        return number
    first = opening("".join(each.text for each in paragraph.edits), _NAME_WORDS)
    return f"“{first}”" if first else told("an empty paragraph")


def label_of(paragraph: AuditedParagraph) -> str:
    """Return the number that NEW prints before its changes, or OLD's where it is gone."""
    gone = not any(each.change is Change.RENUMBERING for each in paragraph.changes)
    number = paragraph.now or (paragraph.was if gone else None)
    return shown(number or "")


def author_of(author: str | None) -> str:
    """Return an author's name fit to be shown."""
    return shown(author or "") or NOBODY


def marked_by(edit: AuditEdit) -> str:
    """Say who marked words, and on which day."""
    return joined("; ", map(_stamped, dict.fromkeys(edit.stamps)))


def _stamped(stamp: Stamp) -> str:
    name = author_of(stamp.author)
    return joined(", ", (name, Day(stamp.date[:10]))) if stamp.date else name


def notes(paragraph: AuditedParagraph) -> Iterator[AuditNote]:
    """Yield what was found in a paragraph, the gravest first."""
    for text in (*_silent(paragraph), *_silent_words(paragraph)):
        yield AuditNote("silent", text)
    for text in _unreal(paragraph):
        yield AuditNote("unreal", text)
    declared = _declared(paragraph)
    if declared:
        yield AuditNote("declared", declared)
    for text in _quiet(paragraph):
        yield AuditNote("quiet", text)


def _of(paragraph: AuditedParagraph, standing: Standing) -> Iterator[AuditChange]:
    return (each for each in paragraph.changes if each.standing is standing)


def _silent(paragraph: AuditedParagraph) -> Iterator[str]:
    for each in _of(paragraph, Standing.SILENT):
        if each.change is Change.RENUMBERING:
            yield told("number changed without a mark: {numbers}", numbers=_numbers(paragraph))
        elif each.change is Change.RELOCATION and paragraph.role is Role.NOTE:
            yield told("note moved to another place without a mark")
        elif each.change is not Change.SUBSTITUTION:
            yield _SILENT[each.change]


def _numbers(paragraph: AuditedParagraph) -> str:
    was, now = shown(paragraph.was or ""), shown(paragraph.now or "")
    if was and now:
        return told("{was} in OLD, {now} here", was=was, now=now)
    if was:
        return told("{was} in OLD, none here", was=was)
    return told("none in OLD, {now} here", now=now)


def _silent_words(paragraph: AuditedParagraph) -> Iterator[str]:
    if any(each.change in _WHOLE for each in _of(paragraph, Standing.SILENT)):
        return
    edits = paragraph.standing(Standing.SILENT)
    counts = in_words(edits)
    if counts:
        yield told("{counts} without a mark", counts=counts)


def in_words(edits: Iterable[AuditEdit]) -> str:
    """Count what edits put in and take out: "2 words put in, 1 word taken out", or ""."""
    texts = {Op.INSERT: "", Op.DELETE: ""}
    for each in edits:
        if each.op is not Op.KEEP:
            texts[each.op] += f"{each.text} "
    return joined(", ", (_amount(text, op) for op, text in texts.items() if text.strip()))


def _amount(text: str, op: Op) -> str:
    words, signs = _counted(text)
    if op is Op.INSERT:
        if not words:
            return told("“{signs}” put in", signs=signs)
        return numbered(words, "{n:,} word put in", "{n:,} words put in")
    if not words:
        return told("“{signs}” taken out", signs=signs)
    return numbered(words, "{n:,} word taken out", "{n:,} words taken out")


def _counted(text: str) -> tuple[int, str]:
    """Count the words of a text; where there are none, its signs are quoted."""
    keys = [word.key for word in exact(text)]
    return sum(map(is_word, keys)), shown(" ".join(keys))


def _unreal(paragraph: AuditedParagraph) -> Iterator[str]:
    found = [each.change for each in _of(paragraph, Standing.UNREAL)]
    for change in found:
        if change is not Change.SUBSTITUTION:
            yield _UNREAL.get(change, told("declared as moved, but it stood here"))
    if _WHOLE.isdisjoint(found):
        edits = paragraph.standing(Standing.UNREAL)
        for op in (Op.INSERT, Op.DELETE):
            text = " ".join(each.text for each in edits if each.op is op)
            if text.strip():
                yield _belied(text, op)


def _belied(text: str, op: Op) -> str:
    words, signs = _counted(text)
    what = counted(words, "word") if words else told("“{signs}”", signs=signs)
    if op is Op.INSERT:
        return told("{what} declared as put in, but OLD has it", what=what)
    return told("{what} declared as taken out, but OLD never had it", what=what)


def _declared(paragraph: AuditedParagraph) -> str:
    found = [each.change for each in _of(paragraph, Standing.DECLARED)]
    if not found:
        return ""
    people = dict.fromkeys(
        author_of(stamp.author)
        for each in paragraph.standing(Standing.DECLARED)
        for stamp in each.stamps
    )
    what = listed(_DECLARED[each] for each in dict.fromkeys(found))
    return told("{what} by {names}", what=what, names=listed(people)) if people else what


def _quiet(paragraph: AuditedParagraph) -> Iterator[str]:
    if any(_of(paragraph, Standing.FOLLOWS)):
        yield told("number follows: {numbers}", numbers=_numbers(paragraph))
    if any(_of(paragraph, Standing.UNSEEN)):
        yield told("not compared: OLD holds no such text to compare it with")
    passing = sum(len(exact(each.text)) > 0 for each in paragraph.standing(Standing.PASSING))
    if passing:
        yield numbered(
            passing, "{n:,} stretch put in and taken out again",
            "{n:,} stretches put in and taken out again",
        )  # fmt: skip
    prints = len(paragraph.standing(Standing.TYPOGRAPHY))
    if prints:
        yield told("printed otherwise in {places}", places=counted(prints, "place"))


def answer(audit: Audit) -> tuple[str, str]:
    """Return the answer in one sentence or two, and its tone: good, part or none."""
    silent, old, new = audit.silent, shown(audit.old), shown(audit.new)
    if not audit.is_related:
        return told(
            "{old} and {new} have {share} of their words in common. They are hardly states of one "
            "draft; check which files these are.", old=old, new=new, share=percent(audit.share),
        ), "none"  # fmt: skip
    if audit.is_turned:
        return told(
            "The files seem to be in the wrong order: {new} is what {old} was before its changes.",
            old=old, new=new,
        ), "none"  # fmt: skip
    if audit.is_late and any(audit.edits(Standing.UNREAL)):
        return told(
            "The files do not go together: {old} has the changes already that {new} declares. Name "
            "the text they were made on.", old=old, new=new,
        ), "none"  # fmt: skip
    if not audit.declares:
        return _undeclared(len(silent), old, new), "none" if silent else "good"
    if silent:
        where = counted(len(silent), "paragraph")
        summed = _summed(silent)
        return told("Changed without a mark: {what}, in {where}.", what=summed, where=where), "none"
    return told("Nothing changed without a mark."), "part" if _has_unreal(audit) else "good"


def _undeclared(count: int, old: str, new: str) -> str:
    if not count:
        saying = pattern("{new} declares no change; no paragraph differs from {old}.")
        return told(saying, new=new, old=old)
    return numbered(
        count,
        "{new} declares no change; {n:,} paragraph differs from {old}.",
        "{new} declares no change; {n:,} paragraphs differ from {old}.",
        new=new, old=old,
    )  # fmt: skip


def _has_unreal(audit: Audit) -> bool:
    return any(each.has(Standing.UNREAL) for each in audit.paragraphs)


def _summed(silent: Sequence[AuditedParagraph]) -> str:
    """Sum up what is silent: paragraphs as a whole, numbers, and words in all others."""
    counts = dict.fromkeys((*_SILENT, Change.RENUMBERING), 0)
    words: list[AuditEdit] = []
    for paragraph in silent:
        found = {each.change for each in _of(paragraph, Standing.SILENT)}
        for each in found - {Change.SUBSTITUTION}:
            counts[each] += 1
        if _WHOLE.isdisjoint(found):
            words += (e for e in paragraph.standing(Standing.SILENT) if e.text.strip())
    inner = in_words(words)
    sums = [each for each in _sums(*counts.values()) if each.values["n"]]
    return joined(", ", [*sums, *([inner] if inner else [])])


def _sums(
    inserted: int, deleted: int, moved: int, split: int, joined_on: int, numbers: int
) -> tuple[Told, ...]:
    return (
        numbered(inserted, "{n:,} paragraph inserted", "{n:,} paragraphs inserted"),
        numbered(deleted, "{n:,} paragraph deleted", "{n:,} paragraphs deleted"),
        numbered(moved, "{n:,} paragraph moved", "{n:,} paragraphs moved"),
        numbered(split, "{n:,} paragraph split", "{n:,} paragraphs split"),
        numbered(joined_on, "{n:,} paragraph joined", "{n:,} paragraphs joined"),
        numbered(numbers, "{n:,} number changed", "{n:,} numbers changed"),
    )


def further(audit: Audit) -> Iterator[str]:
    """Yield what else is to be known of the whole: declared changes, typography, formats."""
    declared = sum(each.has(Standing.DECLARED) for each in audit.paragraphs)
    if declared:
        where = counted(declared, "paragraph")
        yield told("Declared and real: changes in {where}.", where=where)
    unreal = sum(each.has(Standing.UNREAL) for each in audit.paragraphs)
    if unreal:
        where = counted(unreal, "paragraph")
        yield told("Declared but not real: changes in {where}.", where=where)
    follows = sum(each.has(Standing.FOLLOWS) for each in audit.paragraphs)
    if follows:
        yield numbered(
            follows, "{n:,} number moved because paragraphs came or went above.",
            "{n:,} numbers moved because paragraphs came or went above.",
        )  # fmt: skip
    prints = sum(1 for _ in audit.edits(Standing.TYPOGRAPHY))
    if prints:
        where = counted(
            sum(each.has(Standing.TYPOGRAPHY) for each in audit.paragraphs), "paragraph"
        )
        yield told(
            "Typography alone (quotes, dashes, spaces ...) differs in {places} of {where}; that is "
            "no change of words.", places=counted(prints, "place"), where=where,
        )  # fmt: skip
    unseen = sum(each.has(Standing.UNSEEN) for each in audit.paragraphs)
    if unseen:
        yield numbered(
            unseen,
            "{n:,} note, header or footer could not be compared, or print a page number.",
            "{n:,} notes, headers or footers could not be compared, or print a page number.",
        )


def is_heading(paragraph: AuditedParagraph) -> bool:
    """Whether it is a heading."""
    return paragraph.role is Role.HEADING
