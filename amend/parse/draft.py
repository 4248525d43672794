"""A source text in, a revision out: paragraphs with their labels, roles and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amend.labels import Label
from amend.memory import collector_paused
from amend.model.draft import Paragraph, Revision, Role
from amend.model.source import Block, BlockKind, Run, SourceText
from amend.parse.brackets import brackets
from amend.parse.heads import Head, head_of
from amend.parse.roles import heading_level, is_heading, is_preambular, status_of
from amend.parse.series import goes_on
from amend.parse.warnings import numbering_notices

MARGIN = "header or footer"


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
    paragraphs = tuple(walk.paragraphs)
    return Revision(
        name,
        paragraphs,
        file=source.file,
        sha256=source.sha256,
        format=source.format,
        language=source.language,
        date=date,
        notices=(*source.notices, *numbering_notices(paragraphs, source.file or name)),
    )


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join a block whose mark is deleted to the next, with the lost mark between them."""
    held: Block | None = None
    for block in blocks:
        current = block if held is None else _join(held, block)
        held = None
        if current.mark_deleted is not None and current.kind is BlockKind.BODY:
            held = current
        else:
            yield current
    if held is not None:
        yield held


def _join(first: Block, second: Block) -> Block:
    lost = Run("\n", deleted=first.mark_deleted, inserted=first.mark_inserted)
    has_words = bool(first.after.strip())
    return Block(
        (*first.runs, lost, *second.runs),
        first.source,
        kind=first.kind if has_words else second.kind,
        number=(first.number or second.number) if has_words else second.number,
        level=first.level if has_words else second.level,
        mark_inserted=second.mark_inserted,
        mark_deleted=second.mark_deleted,
        cell=first.cell,
        comments=(*first.comments, *second.comments),
        style=first.style if has_words else second.style,
    )


@dataclass(slots=True)
class _Walk:
    """The page on its way to paragraphs: which heading, number and option hold at the moment."""

    profile: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)  # level, id, name
    numbers: list[tuple[int, Label, str]] = field(default_factory=list)  # depth, label, id
    option: str | None = None
    option_depth: int = -1
    has_operative: bool = False

    def add(self, block: Block) -> None:
        head = head_of(block, self.profile)
        if (
            head.label is None
            and head.option is None
            and not any(r.text.strip() for r in head.runs)
        ):
            return
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

    def _paragraph(
        self, block: Block, head: Head, identity: str, role: Role, label: Label | None,
        parent: str | None,
    ) -> Paragraph:  # fmt: skip
        runs = _stripped(head.runs)
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
            brackets(text),
            block.comments,
            block.mark_inserted,
            block.mark_deleted,
        )

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
        words = " ".join("".join(run.text for run in head.runs if not run.deleted).split())
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
            self.numbers = [(0, label, identity)]
            if parent is None:
                return label, None
            return label, next((p.id for p in reversed(self.paragraphs) if p.label == parent), None)
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
        return self.numbers[-1][0] + 1


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Take white space from both ends of the paragraph, whatever run holds it."""
    if len(runs) == 1:
        text = runs[0].text
        return runs if text == text.strip() else (_with(runs[0], text.strip()),)
    kept = list(runs)
    while kept and not kept[0].text.strip() and _is_bare(kept[0]):
        kept.pop(0)
    while kept and not kept[-1].text.strip() and _is_bare(kept[-1]):
        kept.pop()
    if kept and _is_bare(kept[0]):
        kept[0] = _with(kept[0], kept[0].text.lstrip())
    if kept and _is_bare(kept[-1]):
        kept[-1] = _with(kept[-1], kept[-1].text.rstrip())
    return tuple(kept) or (Run(""),)


def _is_bare(run: Run) -> bool:
    return run.inserted is None and run.deleted is None


def _with(run: Run, text: str) -> Run:
    return Run(text, run.inserted, run.deleted, run.look)
