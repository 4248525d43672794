"""OLD and NEW in, an audit out: what NEW declares as changed against what really changed.

Every word has a place in three texts: OLD, NEW before its changes and NEW after them. The last two
differ by the marks alone, to the letter; OLD and the text before are compared word by word. See
docs/design/0008-audit.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from amend.audit.edits import audited
from amend.audit.hidden import hidden
from amend.audit.moves import uncovered
from amend.audit.numbers import printed, renumbered
from amend.audit.pairing import Align, Tie, pair
from amend.audit.places import Places, Side, displaced, in_cells, places
from amend.audit.readings import Mirrored, bases, mirrored, settled, unsure
from amend.audit.stretches import MARGIN, Stretch, marked_head, stretches
from amend.audit.struck import struck_by_hand
from amend.audit.tally import authors, is_mostly_unreal, share
from amend.audit.whole import as_plain, as_unseen, changes, is_page_number
from amend.memory import collector_paused
from amend.model.alignment import Change
from amend.model.audit import (
    Audit,
    AuditChange,
    AuditEdit,
    AuditedParagraph,
    Base,
    Standing,
)
from amend.model.draft import Paragraph, Revision, Role
from amend.model.source import Run
from amend.notices import Code, Notice
from amend.text.exact import PARAGRAPH_END

__all__ = [
    "Choice",
    "Declared",
    "Mirrored",
    "audit",
    "bases",
    "choose",
    "hidden",
    "mirrored",
    "places",
    "settled",
    "unsure",
]


@dataclass(frozen=True, slots=True)
class Declared:
    """NEW as the audit takes it: as everyone reads it, and turned round (see `mirrored`)."""

    after: Revision
    before: Revision
    mirror: Mirrored

    def stretches(self) -> tuple[Stretch, ...]:
        """The paragraphs that a reader sees, each with its marks."""
        return uncovered(stretches(self.before, self.mirror.joined))


@dataclass(frozen=True, slots=True)
class Choice:
    """How OLD is read, whether both files seem to be in the wrong order, and what to tell.

    `unsure` are the blocks of OLD whose number this reading does not tell.
    """

    base: Base
    is_turned: bool = False
    notices: tuple[Notice, ...] = ()
    unsure: frozenset[int] = frozenset()


def choose(readings: Mapping[Base, Revision], new: Declared, asked: Base | None = None) -> Choice:
    """Choose among the readings of OLD that `bases` gives; `asked` is what a person wants.

    The accepted text is taken unless NEW carries marks of OLD still, and as many of its paragraphs
    are, before its changes, those of the text with these rejected. That NEW lacks the others, too,
    is no reason to read OLD without them: whoever rejected them left no mark.
    """
    if len(readings) == 1:
        return Choice(Base.ACCEPTED)
    before = [each for each in new.stretches() if not each.is_added]
    there = Counter(_exact_key(each.before) for each in before)
    agreed = {
        base: (Counter(_exact_key(each.text) for each in old.paragraphs) & there).total()
        for base, old in readings.items()
    }
    is_turned = agreed[Base.REJECTED] > agreed[Base.ACCEPTED] and not any(
        run.inserted or run.deleted for each in new.stretches() for run in each.runs
    )
    base = _borne_out(readings, agreed)
    if asked is not None:
        base = asked if asked in readings else Base.REJECTED
    counts = ", ".join(f"{count} with them {each}" for each, count in agreed.items())
    text = (
        f"it has tracked changes of its own and was read with them {base}; of {len(before)} "
        f"paragraphs in NEW before its changes it has {counts}. --base takes another reading."
    )
    where = next(iter(readings.values())).file
    return Choice(base, is_turned, (Notice(Code.BASE_CHOSEN, where, text),))


# Formats that say of every word who put it in or took it out, and which are struck.
AS_WORD = frozenset({"doc", "docx", "odt", "rtf"})
_WITH_LOOKS = AS_WORD | {"html", "md"}


def _borne_out(readings: Mapping[Base, Revision], agreed: Mapping[Base, int]) -> Base:
    if Base.AS_KEPT not in readings or agreed[Base.AS_KEPT] < agreed[Base.ACCEPTED]:
        return Base.ACCEPTED
    kept, rejected = (
        [(each.printed, each.text) for each in readings[base].paragraphs]
        for base in (Base.AS_KEPT, Base.REJECTED)
    )
    return Base.REJECTED if kept == rejected else Base.AS_KEPT


def _exact_key(text: str) -> str:
    return " ".join(text.split())


def audit(
    old: Revision,
    new: Declared,
    align: Align,
    choice: Choice,
    notices: tuple[Notice, ...] = (),
    was: Places | None = None,
) -> Audit:
    """Audit NEW against OLD in the reading of the choice; each paragraph of either stands once.

    `was` are the places of OLD's cells and notes; without them none is held to its place.
    """
    with collector_paused():
        walk = _Walk(old, new, choice.unsure)
        ties = pair(old.paragraphs, walk.stretches, align)
        if was is not None:
            olds = Side([each.source.block for each in old.paragraphs], was)
            news = Side([each.block for each in walk.stretches], places(new.mirror.source))
            ties = displaced(in_cells(ties, olds, news), olds, news)
        paragraphs = tuple(each for tie in ties if (each := walk.paragraph(tie)) is not None)
        return Audit(
            old.file or old.name,
            new.after.file or new.after.name,
            choice.base,
            paragraphs,
            authors(paragraphs, new.after),
            share(paragraphs),
            choice.is_turned,
            is_mostly_unreal(paragraphs) and _has_changes(old, new),
            (*choice.notices, *_struck(old, walk.stretches, new), *notices),
        )


def _has_changes(old: Revision, new: Declared) -> bool:
    """Whether more of OLD is in NEW with its changes than in NEW before them."""
    there = Counter(_exact_key(each.text) for each in old.paragraphs)
    before = Counter(_exact_key(each.text) for each in new.before.paragraphs)
    after = Counter(_exact_key(each.text) for each in new.after.paragraphs)
    return (there & after).total() > (there & before).total()


def _struck(old: Revision, stretches: Sequence[Stretch], new: Declared) -> tuple[Notice, ...]:
    """A plain text has no looks to compare with."""
    if old.format not in _WITH_LOOKS:
        return ()
    return struck_by_hand(old.paragraphs, stretches, new.after.file or new.after.name)


class _Walk:
    """Both texts from the top: whether a number is explained depends on what came before it."""

    def __init__(self, old: Revision, new: Declared, unsure: frozenset[int]) -> None:
        self._old, self._new, self._unsure = old, new, unsure
        self._is_word = old.format in AS_WORD
        self._margins = _margins(old) & _margins(new.before)
        self._is_shifted = False
        self.stretches = new.stretches()
        self._blocks = {each.source.block: each for each in new.mirror.source.blocks}
        self._after = {each.source.block: each for each in new.after.paragraphs}
        self._starts = sorted(self._after)

    def paragraph(self, tie: Tie) -> AuditedParagraph | None:
        """Return one audited paragraph, or None for an empty one that was put in or cut."""
        old = [self._old.paragraphs[n] for n in tie.old]
        new = [self.stretches[n] for n in tie.new]
        edits = self._edits(old, new)
        number = self._number(old, new, is_moved=tie.is_moved)
        if not number and not any(each.text.strip() or each.was for each in edits):
            return None
        found = changes(edits, tie, is_added=bool(new) and all(each.is_added for each in new))
        if number is not None:
            found = (*found, AuditChange(Change.RENUMBERING, number))
        self._is_shifted = self._is_shifted or any(map(_shifts, found))
        first = new[0].paragraph if new else old[0]
        after = self._reader_sees(new[0].block) if new else None
        return AuditedParagraph(
            None if after is None else after.id,
            tuple(each.id for each in old),
            printed(old[0]) if old else None,
            self._now(new),
            first.role,
            first.source if after is None else after.source,
            edits,
            found,
        )

    def _edits(self, old: Sequence[Paragraph], new: Sequence[Stretch]) -> tuple[AuditEdit, ...]:
        words = PARAGRAPH_END.join(each.text for each in old)
        runs = tuple(_runs(new))
        head = self._marked_head(old, new)
        if head:
            words, runs = f"{old[0].printed or ''} {words}", (*head, *runs)
        if new and new[-1].end is not None and old:
            words += PARAGRAPH_END
        roles = {*(each.role for each in old), *(each.paragraph.role for each in new)}
        pages = [
            *(is_page_number(each, each.text) for each in old),
            *(is_page_number(each.paragraph, each.before) for each in new),
        ]
        if all(pages) and old and new:
            words = "".join(run.text for run in runs if run.inserted is None)
        edits = audited(words, runs, folds=Role.HEADING in roles)
        if all(pages) or self._is_unseen(old, new):
            return as_unseen(edits)
        return edits if self._is_word else as_plain(edits)

    def _marked_head(self, old: Sequence[Paragraph], new: Sequence[Stretch]) -> tuple[Run, ...]:
        """Return a typed number that somebody marked; it is declared like any word."""
        if not old or not new or new[0].is_added:
            return ()
        paragraph = new[0].paragraph
        return marked_head(paragraph, self._blocks[paragraph.source.block])

    def _is_unseen(self, old: Sequence[Paragraph], new: Sequence[Stretch]) -> bool:
        """Whether there is nothing to compare with, and that is nobody's doing.

        OLD was saved in a format that keeps no notes and no margins; or a section more or less
        prints the same header once more or once less.
        """
        if not old and not self._is_word:
            return all(_is_aside(each.paragraph) for each in new)
        places = {*(each.path for each in old), *(each.paragraph.path for each in new)}
        texts = {*(each.text for each in old), *(each.before for each in new)}
        if (old and new) or places != {MARGIN}:
            return False
        # The rule above footnotes may be typed; it says nothing.
        return texts <= self._margins or not any(map(str.isalnum, "".join(texts)))

    def _number(
        self, old: Sequence[Paragraph], new: Sequence[Stretch], *, is_moved: bool
    ) -> Standing | None:
        if not old or not new or new[0].is_added:
            return None
        paragraph = new[0].paragraph
        return renumbered(
            old[0],
            paragraph,
            is_automatic=paragraph.source.block in self._new.mirror.automatic,
            is_explained=self._is_shifted or is_moved or old[0].source.block in self._unsure,
            is_word=self._is_word,
        )

    def _now(self, new: Sequence[Stretch]) -> str | None:
        """A paragraph put in has the number it gets; one that stood has the number it had."""
        if not new:
            return None
        if not new[0].is_added:
            return printed(new[0].paragraph)
        after = self._after.get(new[0].block)
        return None if after is None else printed(after)

    def _reader_sees(self, block: int) -> Paragraph | None:
        """Return the paragraph of NEW, with its changes, that a block is part of."""
        at = bisect_right(self._starts, block) - 1
        return self._after[self._starts[at]] if at >= 0 else None


def _runs(new: Sequence[Stretch]) -> Iterator[Run]:
    """Lay the runs of several paragraphs end to end, with the marks on their ends."""
    for each in new:
        yield from each.runs
        if each.end is not None:
            yield each.end
        elif each is not new[-1] and not (each.runs and each.runs[-1].text == PARAGRAPH_END):
            yield Run(PARAGRAPH_END)


def _margins(revision: Revision) -> set[str]:
    return {each.text for each in revision.paragraphs if each.path == MARGIN}


def _is_aside(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.NOTE or paragraph.path == MARGIN


def _shifts(found: AuditChange) -> bool:
    """Whether later numbers move with it, before any declared change."""
    is_whole = found.change not in {Change.SUBSTITUTION, Change.RENUMBERING}
    return is_whole and found.standing in {Standing.SILENT, Standing.UNREAL}
