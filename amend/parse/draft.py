"""A source text in, a revision out: paragraphs with their labels, roles and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile

from amend.labels import Label
from amend.memory import collector_paused
from amend.model.draft import Bracket, Paragraph, Revision, Role
from amend.model.source import Block, BlockKind, Comment, Formatting, Run, SourceText
from amend.notices import Code, Notice
from amend.parse.brackets import brackets
from amend.parse.heads import Head, head_of
from amend.parse.roles import heading_level, is_heading, is_preambular, status_of
from amend.parse.series import goes_on
from amend.parse.warnings import bracket_notices, numbering_notices
from amend.text.told import told

MARGIN = "header or footer"
_EXCERPT = 80
# Word's lists have nine levels; a text that seems to go deeper is no outline.
_DEEPEST = 9
# Square brackets told in one file; the Paris Agreement once had 1,052.
MOST_BRACKETS = 200_000
# Changes of format that are not of one paragraph alone.
_WIDER = ("table", "section", "content control")


def parse(
    source: SourceText, name: str, *, profile: str = "un", date: str | None = None
) -> Revision:
    """Read the blocks of a file as the numbered paragraphs of one revision.

    Paragraphs stand in reading order and nothing of the file is left out. A block whose paragraph
    mark is deleted goes on in the next one: the after reading decides what a paragraph is.
    """
    walk = _Walk(profile)
    with collector_paused():
        for block in _joined(source.blocks):
            walk.add(block)
        lost = (*walk.end(source.file or name), *walk.untold(source.file or name))
    paragraphs = tuple(walk.paragraphs)
    where = source.file or name
    unpaired = bracket_notices(paragraphs, where) if 0 < walk.bracketed <= MOST_BRACKETS else ()
    return Revision(
        name,
        paragraphs,
        file=source.file,
        sha256=source.sha256,
        format=source.format,
        language=source.language,
        date=date,
        notices=(*source.notices, *lost, *numbering_notices(paragraphs, where), *unpaired),
    )


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join blocks whose mark is deleted to the next, with the lost marks between them.

    The first part that has words says what the whole is; a part without any gives way to the next.
    """
    held: list[Block] = []
    has_words = False
    lead: Block | None = None
    for block in blocks:
        held.append(block)
        lead = lead if lead is not None and has_words else block
        if block.mark_deleted is not None and lead.kind is BlockKind.BODY:
            has_words = has_words or bool(block.after.strip())
            continue
        yield block if len(held) == 1 else _join(held, lead)
        held, has_words, lead = [], False, None
    if lead is not None:
        yield held[0] if len(held) == 1 else _join(held, lead)


def _join(parts: Sequence[Block], lead: Block) -> Block:
    """Make one block of its parts; its number is the first from `lead` on, which has its words."""
    runs: list[Run] = []
    for part in parts[:-1]:
        runs += (*part.runs, Run("\n", deleted=part.mark_deleted, inserted=part.mark_inserted))
    numbers = (part.number for part in dropwhile(lambda each: each is not lead, parts))
    return Block(
        (*runs, *parts[-1].runs),
        parts[0].source,
        kind=lead.kind,
        number=next((number for number in numbers if number), lead.number),
        level=lead.level,
        mark_inserted=parts[-1].mark_inserted,
        mark_deleted=parts[-1].mark_deleted,
        cell=parts[0].cell,
        comments=tuple(each for part in parts for each in part.comments),
        style=lead.style,
        formatting=tuple(each for part in parts for each in part.formatting),
    )


@dataclass(slots=True)
class _Walk:
    """The page on its way to paragraphs: which heading, number and option hold at the moment."""

    profile: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)  # level, id, name
    numbers: list[tuple[int, Label, str]] = field(default_factory=list)  # depth, label, id
    by_label: dict[Label, str] = field(default_factory=dict)  # the last that bears it
    option: str | None = None
    option_depth: int = -1
    has_operative: bool = False
    held_comments: list[Comment] = field(default_factory=list)
    held_formatting: list[Formatting] = field(default_factory=list)
    bracketed: int = 0

    def add(self, block: Block) -> None:
        head = head_of(block, self.profile)
        if (
            head.label is None
            and head.option is None
            and not any(r.text.strip() for r in head.runs)
        ):
            self._hold(block)
            return
        if self.held_comments or self.held_formatting:
            block = self._with_held(block)
        identity = f"p{len(self.paragraphs) + 1}"
        role = self._role(block, head)
        label, parent = head.label, None
        if role is Role.HEADING:
            self._open_heading(block, head, identity)
        elif label is not None:
            label, parent = self._place(label, identity)
        if head.option is not None:
            self._open_option(head.option)
        if label is None and self.numbers and role in {Role.OPERATIVE, Role.OPTION}:
            parent = self.numbers[-1][2]
        if parent is None and self.headings:
            parent = self.headings[-1][1] if self.headings[-1][1] != identity else None
        self.paragraphs.append(self._paragraph(block, head, identity, role, label, parent))
        if label is not None:
            self.by_label[label] = identity

    def _hold(self, block: Block) -> None:
        """Keep what is pinned to an empty line: it goes to the next paragraph, or to the last."""
        self.held_comments += block.comments
        self.held_formatting += map(_of_empty_line, block.formatting)

    def _with_held(self, block: Block) -> Block:
        comments = (*self.held_comments, *block.comments)
        formatting = (*self.held_formatting, *block.formatting)
        self.held_comments, self.held_formatting = [], []
        return replace(block, comments=comments, formatting=formatting)

    def end(self, where: str) -> tuple[Notice, ...]:
        """Give what the last empty lines held to the last paragraph; say so where there is none."""
        if not (self.held_comments or self.held_formatting):
            return ()
        if not self.paragraphs:
            said = "".join(f" {each.text[:_EXCERPT]!r}" for each in self.held_comments)
            text = f"no paragraph has words; comments and changes of format are not shown.{said}"
            return (Notice(Code.TEXT_SKIPPED, where, text),)
        last = self.paragraphs[-1]
        run = last.runs[-1]
        run = replace(run, formatted=(*run.formatted, *self.held_formatting))
        comments = (*last.comments, *self.held_comments)
        self.paragraphs[-1] = replace(last, runs=(*last.runs[:-1], run), comments=comments)
        return ()

    def untold(self, where: str) -> tuple[Notice, ...]:
        """Say so where there were too many brackets to tell of all."""
        if self.bracketed <= MOST_BRACKETS:
            return ()
        text = told(
            "more than {count:,} square brackets stand in it; the rest are not told.",
            count=MOST_BRACKETS,
        )
        return (Notice(Code.NOT_UNDERSTOOD, where, text),)

    def _paragraph(
        self, block: Block, head: Head, identity: str, role: Role, label: Label | None,
        parent: str | None,
    ) -> Paragraph:  # fmt: skip
        runs = _formatted(_stripped(head.runs), block)
        text = runs[0].text if len(runs) == 1 else "".join(r.text for r in runs if not r.deleted)
        return Paragraph(
            identity,
            label,
            runs,
            block.source,
            role,
            head.printed,
            parent,
            MARGIN if block.kind is BlockKind.MARGIN else self._path(role),
            status_of(text, head.printed),
            self._brackets(text),
            block.comments,
            block.mark_inserted,
            block.mark_deleted,
        )

    def _brackets(self, text: str) -> tuple[Bracket, ...]:
        """Return the brackets of a paragraph, as long as there are not too many in the file."""
        self.bracketed += text.count("[") + text.count("]")
        return brackets(text) if self.bracketed <= MOST_BRACKETS else ()

    def _path(self, role: Role) -> str:
        if role is Role.OTHER and not self.headings:
            return ""
        names = [name for _, _, name in self.headings]
        if self.option is not None:
            names.append(self.option)
        return " / ".join(names)

    def _role(self, block: Block, head: Head) -> Role:
        if block.kind is BlockKind.NOTE:
            return Role.NOTE
        if block.kind is BlockKind.MARGIN:
            return Role.OTHER
        if block.cell is not None:
            return Role.TABLE
        if block.kind is BlockKind.HEADING or is_heading(block, head):
            return Role.HEADING
        if head.option is not None:
            return Role.OPTION
        if head.label is not None:
            self.has_operative = self.has_operative or head.label.carrier != "PP"
            return Role.PREAMBULAR if head.label.carrier == "PP" else Role.OPERATIVE
        if self.has_operative:
            return Role.OPERATIVE
        return Role.PREAMBULAR if is_preambular(head) else Role.OTHER

    def _open_heading(self, block: Block, head: Head, identity: str) -> None:
        level = block.level if block.kind is BlockKind.HEADING else heading_level(head)
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        words = " ".join(head.text.split())
        name = (head.printed if head.label is not None else words) or head.printed or words
        self.headings.append((level, identity, name[:60].strip("[] .:")))
        self.numbers = []
        self._close_option()
        if head.label is not None:
            self.has_operative = True

    def _place(self, label: Label, identity: str) -> tuple[Label, str | None]:
        """Join a relative label to the number it stands under, and keep track of what is open."""
        if not label.is_relative:
            if self.option_depth >= 0 and self.numbers[0][1].number != label.number:
                self._close_option()
            parent = label.parent
            self.numbers = [*self._over(label), (0 if parent is None else 1, label, identity)]
            if parent is None:
                return label, None
            return label, self.by_label.get(parent)
        if not self.numbers:
            return label, None
        depth = self._depth(label)
        if depth <= self.option_depth:
            self._close_option()
        previous = next((each for d, each, _ in reversed(self.numbers) if d == depth), None)
        self.numbers = [each for each in self.numbers if each[0] < depth]
        _, over, parent_id = self.numbers[-1]
        whole = label.under(over, previous)
        self.numbers.append((depth, whole, identity))
        return whole, parent_id

    def _over(self, label: Label) -> list[tuple[int, Label, str]]:
        """Return the number that a whole label stands under, so that (b) after 42(a) is 42(b)."""
        parent = label.parent
        if parent is None or not label.steps[-1].printed.startswith("("):
            return []
        held = self.by_label.get(parent)
        return [(0, parent, held or f"p{len(self.paragraphs) + 1}")]

    def _open_option(self, name: str) -> None:
        """Open an option; the next of a whole article's options starts its numbers anew."""
        if self.option is not None and self.option_depth < 0:
            self.numbers = []
        self.option = name
        self.option_depth = self.numbers[-1][0] if self.numbers else -1

    def _close_option(self) -> None:
        """End an option that was opened inside a number when that number is over."""
        self.option, self.option_depth = None, -1

    def _depth(self, label: Label) -> int:
        """How deep a sub-paragraph stands: one that goes on with an open series belongs to it."""
        open_series = [(depth, last) for depth, last, _ in reversed(self.numbers) if depth > 0]
        for step in (1, None):
            for depth, last in open_series:
                if goes_on(last, label, step):
                    return depth
        return min(self.numbers[-1][0] + 1, _DEEPEST)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Take white space from both ends of the paragraph, whatever run holds it."""
    if len(runs) == 1:
        text = runs[0].text
        return runs if text == text.strip() else (_with(runs[0], text.strip()),)
    kept = list(runs)
    lead = next((n for n, run in enumerate(kept) if run.text.strip() or not _is_bare(run)), None)
    del kept[:lead]
    while kept and not kept[-1].text.strip() and _is_bare(kept[-1]):
        kept.pop()
    if kept and _is_bare(kept[0]):
        kept[0] = _with(kept[0], kept[0].text.lstrip())
    if kept and _is_bare(kept[-1]):
        kept[-1] = _with(kept[-1], kept[-1].text.rstrip())
    return tuple(kept) or (Run(""),)


def _formatted(runs: tuple[Run, ...], block: Block) -> tuple[Run, ...]:
    """Let the last run bear the changes of format of the whole block, and those of its number."""
    told = block.formatting
    if len(runs) != len(block.runs):
        borne = {each for run in runs for each in run.formatted}
        told += tuple(
            replace(each, is_whole=True)
            for each in dict.fromkeys(each for run in block.runs for each in run.formatted)
            if each not in borne
        )
    if not told:
        return runs
    return (*runs[:-1], replace(runs[-1], formatted=(*runs[-1].formatted, *told)))


def _of_empty_line(change: Formatting) -> Formatting:
    """Say that a change is not of the paragraph that tells of it."""
    if change.what.startswith(_WIDER):
        return change
    return replace(change, what=f"empty line: {change.what}")


def _is_bare(run: Run) -> bool:
    return run.inserted is None and run.deleted is None


def _with(run: Run, text: str) -> Run:
    return Run(text, run.inserted, run.deleted, run.look, run.formatted)
