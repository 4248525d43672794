"""Audited paragraphs in, the sentences that people read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from amend.model.alignment import Change
from amend.model.audit import Audit, AuditChange, AuditEdit, AuditedParagraph, Standing
from amend.model.comparison import Op
from amend.model.draft import Role
from amend.render.audit_shapes import AuditNote
from amend.render.redlines import shown
from amend.render.wording import opening, percent
from amend.text.exact import exact, is_word
from amend.text.told import counted, listed

NOBODY = "no name given"
_NAME_WORDS = 6
_SILENT = {
    Change.INSERTION: "paragraph inserted without a mark",
    Change.REPEAL: "paragraph deleted without a mark",
    Change.RELOCATION: "paragraph moved without a mark",
    Change.SPLIT: "split without a mark",
    Change.JOIN: "joined to the next paragraph without a mark",
}
_UNREAL = {
    Change.INSERTION: "declared as a new paragraph, but OLD has it here",
    Change.REPEAL: "declared as a deleted paragraph, but OLD never had it",
    Change.SPLIT: "declared as split, but OLD has two paragraphs already",
    Change.JOIN: "declared as joined, but OLD has one paragraph already",
}
_DECLARED = {
    Change.INSERTION: "new paragraph",
    Change.REPEAL: "deleted paragraph",
    Change.RELOCATION: "moved paragraph",
    Change.SPLIT: "split",
    Change.JOIN: "joined to the next paragraph",
    Change.SUBSTITUTION: "changed",
}
_WHOLE = {Change.INSERTION, Change.REPEAL}


WORDS: Mapping[str, str] = {
    "authors_told": "Who declares how much; words that two marked count for both.",
    "author": "Author",
    "when": "When",
    "legend": "Legend",
    "some_words": "words",
    "in_old": "in OLD: {words}",
    "one_paragraph": "Paragraph {name}",
    "in_text": "In the text",
}
"""What the parts of an audit say of themselves on a page."""


def name_of(paragraph: AuditedParagraph) -> str:
    """Return how to speak of a paragraph: its number, or its first words in quotes."""
    number = label_of(paragraph)
    if number:
        return number
    first = opening("".join(each.text for each in paragraph.edits), _NAME_WORDS)
    return f"“{first}”" if first else "an empty paragraph"


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
    told = []
    for stamp in dict.fromkeys(edit.stamps):
        day = f", {stamp.date[:10]}" if stamp.date else ""
        told.append(f"{author_of(stamp.author)}{day}")
    return "; ".join(told)


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
            yield f"number changed without a mark{_numbers(paragraph)}"
        elif each.change is Change.RELOCATION and paragraph.role is Role.NOTE:
            yield "note moved to another place without a mark"
        elif each.change is not Change.SUBSTITUTION:
            yield _SILENT[each.change]


def _numbers(paragraph: AuditedParagraph) -> str:
    was, now = shown(paragraph.was or ""), shown(paragraph.now or "")
    if was and now:
        return f": {was} in OLD, {now} here"
    return f": {was} in OLD, none here" if was else f": none in OLD, {now} here"


def _silent_words(paragraph: AuditedParagraph) -> Iterator[str]:
    if any(each.change in _WHOLE for each in _of(paragraph, Standing.SILENT)):
        return
    edits = paragraph.standing(Standing.SILENT)
    told = in_words(edits)
    if told:
        yield f"{told} without a mark"


def in_words(edits: Iterable[AuditEdit]) -> str:
    """Count what edits put in and take out: "2 words put in, 1 word taken out", or ""."""
    texts = {Op.INSERT: "", Op.DELETE: ""}
    for each in edits:
        if each.op is not Op.KEEP:
            texts[each.op] += f"{each.text} "
    told = [
        f"{_amount(text)} {verb}"
        for text, verb in ((texts[Op.INSERT], "put in"), (texts[Op.DELETE], "taken out"))
        if text.strip()
    ]
    return ", ".join(told)


def _amount(text: str) -> str:
    keys = [word.key for word in exact(text)]
    words = sum(map(is_word, keys))
    return counted(words, "word") if words else f"“{shown(' '.join(keys))}”"


def _unreal(paragraph: AuditedParagraph) -> Iterator[str]:
    found = [each.change for each in _of(paragraph, Standing.UNREAL)]
    for change in found:
        if change is not Change.SUBSTITUTION:
            yield _UNREAL.get(change, "declared as moved, but it stood here")
    if _WHOLE.isdisjoint(found):
        edits = paragraph.standing(Standing.UNREAL)
        for op, told in (
            (Op.INSERT, "declared as put in, but OLD has it"),
            (Op.DELETE, "declared as taken out, but OLD never had it"),
        ):
            text = " ".join(each.text for each in edits if each.op is op)
            if text.strip():
                yield f"{_amount(text)} {told}"


def _declared(paragraph: AuditedParagraph) -> str:
    found = [each.change for each in _of(paragraph, Standing.DECLARED)]
    if not found:
        return ""
    people = dict.fromkeys(
        author_of(stamp.author)
        for each in paragraph.standing(Standing.DECLARED)
        for stamp in each.stamps
    )
    by = f" by {listed(people)}" if people else ""
    return f"{listed(_DECLARED[each] for each in dict.fromkeys(found))}{by}"


def _quiet(paragraph: AuditedParagraph) -> Iterator[str]:
    if any(_of(paragraph, Standing.FOLLOWS)):
        yield f"number follows{_numbers(paragraph)}"
    if any(_of(paragraph, Standing.UNSEEN)):
        yield "not compared: OLD holds no such text to compare it with"
    passing = sum(len(exact(each.text)) > 0 for each in paragraph.standing(Standing.PASSING))
    if passing:
        yield f"{counted(passing, 'stretch', 'stretches')} put in and taken out again"
    prints = len(paragraph.standing(Standing.TYPOGRAPHY))
    if prints:
        yield f"printed otherwise in {counted(prints, 'place')}"


def answer(audit: Audit) -> tuple[str, str]:
    """Return the answer in one sentence or two, and its tone: good, part or none."""
    silent = audit.silent
    if not audit.is_related:
        share = percent(audit.share)
        told = "They are hardly states of one draft; check which files these are."
        return f"{audit.old} and {audit.new} have {share} of their words in common. {told}", "none"
    if audit.is_turned:
        told = f"{audit.new} is what {audit.old} was before its changes"
        return f"The files seem to be in the wrong order: {told}.", "none"
    if audit.is_late and any(audit.edits(Standing.UNREAL)):
        told = f"{audit.old} has the changes already that {audit.new} declares"
        return f"The files do not go together: {told}. Name the text they were made on.", "none"
    if not audit.declares:
        many = counted(len(silent), "paragraph") if silent else "no paragraph"
        told = f"{many} {'differ' if len(silent) > 1 else 'differs'} from {audit.old}"
        return f"{audit.new} declares no change; {told}.", "none" if silent else "good"
    if silent:
        where = counted(len(silent), "paragraph")
        return f"Changed without a mark: {_summed(silent)}, in {where}.", "none"
    return "Nothing changed without a mark.", "part" if _has_unreal(audit) else "good"


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
    told = [
        f"{counted(count, one)} {verb}"
        for (one, verb), count in zip(_SUMS, counts.values(), strict=True)
        if count
    ]
    inner = in_words(words)
    return ", ".join([*told, *([inner] if inner else [])])


_SUMS = (
    ("paragraph", "inserted"),
    ("paragraph", "deleted"),
    ("paragraph", "moved"),
    ("paragraph", "split"),
    ("paragraph", "joined"),
    ("number", "changed"),
)


def told(audit: Audit) -> Iterator[str]:
    """Yield what else is to be known of the whole: declared changes, typography, formats."""
    declared = sum(each.has(Standing.DECLARED) for each in audit.paragraphs)
    if declared:
        yield f"Declared and real: changes in {counted(declared, 'paragraph')}."
    unreal = sum(each.has(Standing.UNREAL) for each in audit.paragraphs)
    if unreal:
        yield f"Declared but not real: changes in {counted(unreal, 'paragraph')}."
    follows = sum(each.has(Standing.FOLLOWS) for each in audit.paragraphs)
    if follows:
        yield f"{counted(follows, 'number')} moved because paragraphs came or went above."
    prints = sum(1 for _ in audit.edits(Standing.TYPOGRAPHY))
    if prints:
        where = sum(each.has(Standing.TYPOGRAPHY) for each in audit.paragraphs)
        yield (
            f"Typography alone (quotes, dashes, spaces ...) differs in {counted(prints, 'place')} "
            f"of {counted(where, 'paragraph')}; that is no change of words."
        )
    unseen = sum(each.has(Standing.UNSEEN) for each in audit.paragraphs)
    if unseen:
        kinds = "note, header or footer", "notes, headers or footers"
        yield f"{counted(unseen, *kinds)} could not be compared, or print a page number."


def is_heading(paragraph: AuditedParagraph) -> bool:
    """Whether it is a heading."""
    return paragraph.role is Role.HEADING
