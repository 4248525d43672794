"""A copy of the draft with tracked changes in, one proposal for each author and paragraph out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from amend.model.draft import Paragraph
from amend.model.proposal import Anchor, Operation, Place, Proposal, Where
from amend.model.source import Block, Stamp
from amend.notices import Code, Notice
from amend.parse.asks import beside
from amend.parse.comments import comments_of
from amend.parse.differences import difference, missing, named, short
from amend.parse.heads import head_of
from amend.parse.index import Base
from amend.parse.masked import mask
from amend.parse.passages import Passage, passages
from amend.parse.phrases import last_words, phrases
from amend.parse.prose import Found, Origin, read_prose, where_of
from amend.parse.quotations import is_cut
from amend.parse.readings import Reading, authors_of, reading_of
from amend.parse.signers import signers
from amend.parse.ties import Unit, is_copy_of, is_tracked, units_of
from amend.parse.wishes import is_instruction
from amend.text.told import told
from amend.text.words import tokens


def copy_of(blocks: Sequence[Block], base: Base) -> list[Unit] | None:
    """Tie blocks to the base they are a copy of; None if it is no copy, or nothing is done to it.

    A copy that only holds comments is one, too.
    """
    if not any(is_tracked(block) or block.comments for block in blocks):
        return None
    units = units_of(blocks, base)
    return units if is_copy_of(units, base) else None


def read_tracked(units: list[Unit], base: Base, origin: Origin) -> Found:
    """Read the tracked changes of a copy of the draft, tied by `copy_of`.

    All that one author changes in one paragraph is one proposal. A text that differs from the base
    without being tracked is nobody's proposal; a notice tells of it (domain C.1).
    """
    walk = _Walk(base, origin, units)
    walk.read()
    return walk.found


@dataclass(slots=True)
class _Walk:
    """The way through a copy: the last paragraph of the base met, and moves waiting for an end."""

    base: Base
    origin: Origin
    units: list[Unit]
    found: Found = field(default_factory=Found)
    last: Paragraph | None = None
    arrivals: dict[str, tuple[Block, Paragraph | None]] = field(default_factory=dict)

    def read(self) -> None:
        """Go through the units in reading order."""
        self._note_arrivals()
        joined: set[int] = set()
        for place, unit in enumerate(self.units):
            self._read_unit(unit)
            if place not in joined:
                joined.update(self._read_join(place))
            self._read_comments(unit)
        self.found.notices += missing(self.units, self.base)

    def _note_arrivals(self) -> None:
        """Moved paragraphs arrive before they leave, or after: look for their ends first."""
        last: Paragraph | None = None
        for unit in self.units:
            for block in unit.blocks:
                name = _move_name(block, is_arrival=True)
                if name is not None:
                    self.arrivals[name] = (block, last)
                if block.before.strip() and unit.tied is not None:
                    last = unit.tied

    def _read_unit(self, unit: Unit) -> None:
        standing = [block for block in unit.blocks if block.before.strip()]
        for block in unit.blocks:
            if block in standing:
                self.last = unit.tied or self.last
            elif block.after.strip():
                self._read_new(block)
        if not standing:
            return
        self._read_differences(unit)
        if not unit.is_tracked:
            return
        for author in authors_of(standing):
            self._read_author(unit, standing, author)
        self._read_splits(unit, standing)

    def _read_new(self, block: Block) -> None:
        """A paragraph that somebody inserted whole."""
        name = _move_name(block, is_arrival=True)
        if name is not None and self._departs(name):
            return
        author = next((run.inserted.author for run in block.runs if run.inserted), None)
        stamp = next((run.inserted for run in block.runs if run.inserted), None)
        own = tuple(
            run for run in block.runs if run.inserted and run.inserted.author == author
            and not (run.deleted and run.deleted.author == author)
        )  # fmt: skip
        head = head_of(replace(block, runs=tuple(replace(r, deleted=None) for r in own)), "un")
        text = "".join(run.text for run in head.runs).strip()
        place = Place(Where.AFTER, self.last.label) if self.last and self.last.label else None
        target = head.label if head.label and not head.label.is_relative else beside(place)
        if text:
            self.found.proposals.append(
                replace(
                    self._plain(block, author, stamp),
                    operation=Operation.INSERT_NEW_PARAGRAPH,
                    target=(target,),
                    text=text,
                    place=place,
                    whole=text,
                    complete=not is_cut(text),
                )
            )
        self._read_changes_to_new(block, author)

    def _read_changes_to_new(self, block: Block, author: str | None) -> None:
        """What others change in a paragraph that is itself only proposed has no base."""
        others = [each for each in authors_of([block]) if each != author]
        for other in others:
            text = f"{other or 'somebody'} changes a paragraph that {author or 'somebody'} proposes"
            hint = "it is not in the base; ask for it as a paragraph of its own."
            notice = Notice(Code.TARGET_UNRESOLVED, where_of(block.source), f"{text}; {hint}")
            self.found.notices.append(notice)

    def _departs(self, name: str) -> bool:
        return any(
            _move_name(block, is_arrival=False) == name
            for unit in self.units
            for block in unit.blocks
        )

    def _read_author(self, unit: Unit, standing: list[Block], author: str | None) -> None:
        reading = reading_of(standing, author)
        if not reading.changes:
            return
        stamp = _first_stamp(standing, author)
        plain = self._placed(self._plain(standing[0], author, stamp), unit)
        if reading.after.strip():
            self.found.proposals.append(phrases(plain, reading, unit))
        else:
            self.found.proposals.append(self._gone(plain, standing, reading, unit))
        if unit.tied is None:
            shown = short(reading.before)
            text = told(
                '"{words}" is not in {base}; check which revision it copies.', words=shown,
                base=self.base.revision.name,
            )  # fmt: skip
            where = where_of(unit.source)
            self.found.notices.append(Notice(Code.TARGET_UNRESOLVED, where, text))

    def _gone(
        self, plain: Proposal, standing: list[Block], reading: Reading, unit: Unit
    ) -> Proposal:
        """A paragraph without any words left is deleted, or has moved elsewhere."""
        name = _move_name(standing[0], is_arrival=False)
        cut = unit.tied.text if unit.tied is not None else reading.before.strip()
        if name is None or name not in self.arrivals:
            return replace(plain, operation=Operation.DELETE_PARAGRAPH, cut=cut)
        block, last = self.arrivals[name]
        place = Place(Where.AFTER, last.label) if last is not None and last.label else None
        arrived = "".join(run.text for run in head_of(block, "un").runs if not run.deleted).strip()
        is_edited = tokens(arrived) != tokens(cut)
        return replace(
            plain,
            operation=Operation.MOVE_PARAGRAPH,
            place=place,
            whole=arrived if is_edited else None,
        )

    def _read_splits(self, unit: Unit, standing: list[Block]) -> None:
        """An inserted mark between words that stood there splits the paragraph."""
        for block in standing[:-1]:
            stamp = block.mark_inserted
            if stamp is None:
                continue
            plain = self._placed(self._plain(block, stamp.author, stamp), unit)
            anchor = Anchor(Where.AFTER, last_words(block.before))
            split = replace(plain, operation=Operation.SPLIT_PARAGRAPH, anchor=anchor)
            self.found.proposals.append(split)

    def _read_join(self, place: int) -> Iterator[int]:
        """A deleted mark between two paragraphs that both keep words merges them."""
        stamp = self.units[place].mark_deleted
        if stamp is None:
            return
        merged = [self.units[place]]
        while place + 1 < len(self.units) and _is_by(merged[-1].mark_deleted, stamp.author):
            place += 1
            merged.append(self.units[place])
            yield place
        kept = [unit for unit in merged if _keeps_words(unit, stamp.author)]
        if len(kept) < 2:
            return
        plain = self._plain(merged[0].blocks[0], stamp.author, stamp)
        tied = [unit.tied for unit in kept if unit.tied is not None]
        self.found.proposals.append(
            replace(
                plain,
                operation=Operation.MERGE_PARAGRAPHS,
                target=tuple(each.label for each in tied if each.label is not None),
                paragraphs=tuple(each.id for each in tied),
            )
        )

    def _read_differences(self, unit: Unit) -> None:
        """Tell of what differs from the base and is not tracked; read instructions typed in."""
        if unit.tied is None:
            self._read_untied(unit)
        elif unit.keys != tuple(tokens(unit.tied.text)):
            text = f"{named(unit.tied)} is not as in {self.base.revision.name}, and not tracked: "
            text += f"{difference(unit)}; nobody is credited with it."
            self.found.notices.append(Notice(Code.BASE_DIFFERS, where_of(unit.source), text))

    def _read_untied(self, unit: Unit) -> None:
        if unit.is_tracked or not unit.keys:
            return
        said = passages(unit.blocks)
        if any(_is_typed_in(each) for each in said):
            self.found.extend(read_prose(said, self.base, self.origin))
            return
        shown = short(" ".join(block.before for block in unit.blocks))
        text = told(
            '"{words}" is not in {base}, and not tracked: nobody is credited.', words=shown,
            base=self.base.revision.name,
        )  # fmt: skip
        self.found.notices.append(Notice(Code.BASE_DIFFERS, where_of(unit.source), text))

    def _read_comments(self, unit: Unit) -> None:
        for block in unit.blocks:
            self.found.extend(comments_of(block, self.base, self.origin, unit.tied))

    def _plain(self, block: Block, author: str | None, stamp: Stamp | None) -> Proposal:
        date = stamp.date[:10] if stamp is not None and stamp.date else self.origin.date
        by, supporters = signers(author) if author else (self.origin.by, ())
        return Proposal(
            id="",
            by=by,
            operation=Operation.REPLACE_PHRASE,
            source=block.source,
            base=self.base.revision.name,
            supporters=tuple(dict.fromkeys((*self.origin.supporters, *supporters))),
            date=date,
            raw=block.after,
        )

    def _placed(self, plain: Proposal, unit: Unit) -> Proposal:
        if unit.tied is None:
            return replace(plain, target=(unit.label,) if unit.label else ())
        target = (unit.tied.label,) if unit.tied.label is not None else ()
        return replace(plain, target=target, paragraphs=(unit.tied.id,))


def _first_stamp(blocks: Iterable[Block], author: str | None) -> Stamp | None:
    stamps = (
        stamp
        for block in blocks
        for run in block.runs
        for stamp in (run.inserted, run.deleted)
        if stamp is not None and stamp.author == author
    )
    return next(stamps, None)


def _move_name(block: Block, *, is_arrival: bool) -> str | None:
    """Name the move that a whole paragraph goes or comes by; None if part of it stays."""
    runs = [run for run in block.runs if run.text.strip()]
    stamps = [run.inserted if is_arrival else run.deleted for run in runs]
    names = [stamp.move for stamp in stamps if stamp is not None and stamp.move]
    if is_arrival:  # words may be inserted into a paragraph that has arrived
        return names[0] if names and all(stamps) else None
    base = [run for run in runs if run.inserted is None]
    return names[0] if names and len(names) == len(base) else None


def _is_by(stamp: Stamp | None, author: str | None) -> bool:
    return stamp is not None and stamp.author == author


def _keeps_words(unit: Unit, author: str | None) -> bool:
    standing = [block for block in unit.blocks if block.before.strip()]
    return bool(reading_of(standing, author).after.strip())


def _is_typed_in(passage: Passage) -> bool:
    masked = mask(passage.text)
    return is_instruction(masked) and bool(masked.labels or masked.quotes)
