"""A source text in, a revision out: paragraphs with their labels, roles and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amend.labels import Label, Step
from amend.memory import collector_paused
from amend.model.draft import Paragraph, Revision, Role
from amend.model.source import Block, BlockKind, Look, Run, SourceText
from amend.notices import Code, Notice
from amend.parse.brackets import brackets
from amend.parse.heads import Head, head_of
from amend.text.numerals import letters, multiplicative, roman

_CLOSES = re.compile(r"""(?:[.;:,…،؛。；，：]["'”’»)\]]*|,\s+(?:and|et|y|и))$""")
_STATUS = re.compile(
    r"[\[(]\s*(agreed(?: ad ref(?:erendum)?\.?)?|deleted|new|nouveau|supprimée?|suprimido|"
    r"placeholder|reserved?)\s*[\])]",
    re.IGNORECASE,
)
# A paragraph of the preamble is no whole sentence.
_GOES_ON = re.compile(r"""[,;:،؛，；：]["'”’»)\]]*(?:\s+(?:and|et|y|и))?$""")
MARGIN = "header or footer"
_HEADING_WORDS = 14
_ARTICLES = frozenset({"Art", "S:", "Annex"})


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
        notices=(*source.notices, *_notices(paragraphs, source.file or name)),
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
            _status(text, head.printed),
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
        if block.kind is BlockKind.HEADING or _is_heading(block, head):
            return Role.HEADING
        if head.option is not None:
            return Role.OPTION
        if head.label is not None:
            self.has_operative = self.has_operative or head.label.carrier != "PP"
            return Role.PREAMBULAR if head.label.carrier == "PP" else Role.OPERATIVE
        if self.has_operative:
            return Role.OPERATIVE
        return Role.PREAMBULAR if _is_preambular(head) else Role.OTHER

    def _open_heading(self, block: Block, head: Head, identity: str) -> None:
        level = block.level if block.kind is BlockKind.HEADING else _heading_level(head)
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
                if _goes_on(last, label, step):
                    return depth
        return self.numbers[-1][0] + 1


def _goes_on(last: Label, label: Label, by: int | None) -> bool:
    """Whether (b) follows 9(a), (ii) follows 9(a)(i); with `by` None, whatever is missing between.

    The very next one of an outer series goes before a gap in an inner: after (b), (i) comes (c).
    """
    over = last.parent
    if over is None:
        return False
    step = label.under(over, last).steps[len(over.steps) :][:1]
    last_step = last.steps[len(over.steps) :][:1]
    if not step or not last_step or not _is_one_series(last_step[0], step[0]):
        return False
    if step[0].ordinal == last_step[0].ordinal + 1 or len(label.steps) > 1:
        return True
    if by is not None:
        return False
    mark = step[0].printed.strip("()")
    return step[0].ordinal > last_step[0].ordinal and mark not in {"i", "ii"}


def _is_one_series(last: Step, step: Step) -> bool:
    """Whether two marks can stand in one series: figures, letters or Roman figures."""
    before, mark = last.printed.strip("()/"), step.printed.strip("()/")
    if before[:1].isdigit() or mark[:1].isdigit():
        return before[:1].isdigit() and mark[:1].isdigit()
    if roman(before) == last.ordinal and roman(mark) is not None:
        return True
    return letters(before) == last.ordinal and letters(mark) is not None


def _heading_level(head: Head) -> int:
    """Rank a heading that only its looks betray: annexes and sections, articles, side-headings."""
    if head.label is None:
        return 7
    return 2 if head.label.carrier == "Art" else 1


def _is_heading(block: Block, head: Head) -> bool:
    """Tell a heading from a paragraph by its number, its length and the way it ends."""
    words = "".join(run.text for run in head.runs if run.deleted is None).strip()
    if head.label is not None:
        if head.label.carrier not in _ARTICLES:
            return False
        return (len(words) <= 120 and not words.endswith((".", ";", ","))) or not words
    if head.option is not None or not words or len(words) > 120 or _CLOSES.search(words):
        return False
    count = len(words.split())
    if count > _HEADING_WORDS or not words[0].isupper():
        return False
    loud = words.isupper() or all(
        run.look & Look.BOLD for run in head.runs if run.text.strip() and not run.deleted
    )
    return loud or (count <= 8 and block.source.block > 0 and _is_title(words))


def _is_title(words: str) -> bool:
    """Whether a line reads like a title: no verb of the preamble opens it, nothing ends it."""
    return not re.match(r"\S+(?:ing|ed)\b|We\b|The\b|Have\b", words)


def _is_preambular(head: Head) -> bool:
    words = "".join(run.text for run in head.runs if run.deleted is None).strip()
    opens = next((run for run in head.runs if run.text.strip() and run.deleted is None), None)
    set_apart = opens is not None and bool(opens.look & Look.ITALIC) and opens is not head.runs[-1]
    goes_on = _GOES_ON.search(words) is not None
    return set_apart or goes_on or words.lstrip("[*").startswith("We, ")


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


def _status(text: str, printed: str | None) -> str | None:
    if printed is not None and printed[0] == "[" and "]" in printed:
        return "bracketed"
    if not ("(" in text or "[" in text):
        return None
    match = _STATUS.search(text)
    if match and (match.end() == len(text.rstrip()) or match.start() == 0):
        return match[1].lower()
    if text.startswith("[") and text.rstrip(" .;,").endswith("]"):
        spans = brackets(text)
        if spans[0].start == 0 and spans[0].end >= len(text.rstrip(" .;,")):
            return "bracketed"
    return None


def _notices(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[Notice]:
    seen: dict[tuple[str, str], Paragraph] = {}
    for paragraph in paragraphs:
        label = paragraph.label
        if label is None:
            continue
        first = seen.setdefault((paragraph.path, str(label)), paragraph)
        if first is not paragraph:
            place = f"{where}, block {paragraph.source.block}"
            text = f"{label} stands twice; the first is in block {first.source.block}."
            yield Notice(Code.LABEL_REPEATED, place, text)
    yield from _skipped_ranks(paragraphs, where)
    if not any(paragraph.label for paragraph in paragraphs):
        yield Notice(Code.NO_NUMBERS, where, "no paragraph bears a number.")


def _skipped_ranks(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[Notice]:
    """Report 9quater where 9ter is missing: a paragraph may have been lost on the way."""
    labels = {(_scope(each), str(each.label)) for each in paragraphs if each.label is not None}
    for paragraph in paragraphs:
        missing = None if paragraph.label is None else _rank_before(paragraph.label)
        if missing is not None and (_scope(paragraph), str(missing)) not in labels:
            place = f"{where}, block {paragraph.source.block}"
            text = f"{paragraph.label} stands here, {missing} is missing."
            yield Notice(Code.RANK_SKIPPED, place, text)


def _rank_before(label: Label) -> Label | None:
    """Return 9ter for 9quater; None for 9bis, which needs none, and for letters and annexes."""
    if not label.is_inserted or not 2 < label.steps[-1].ordinal < 100:
        return None
    step = label.steps[-1]
    if step.printed != multiplicative(step.ordinal):
        return None
    before = Step(step.rank, step.ordinal - 1, multiplicative(step.ordinal - 1))
    return Label(label.carrier, label.number, label.figure, (*label.steps[:-1], before))


def _scope(paragraph: Paragraph) -> str:
    """Where a label is looked for: the whole draft for a heading, else its place."""
    return "" if paragraph.role is Role.HEADING else paragraph.path
