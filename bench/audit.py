"""Prints what an audit finds of what was done without a mark, and what it takes for such."""

from __future__ import annotations

import difflib
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from amend import pipeline
from amend.model.alignment import Change
from amend.model.audit import Audit, AuditedParagraph, Standing
from amend.model.comparison import Op
from amend.text.words import tokens
from bench.generate import generate
from bench.measure import table
from bench.tampered import Tampered, Trick, tampered

_SETS = ((60, 10), (300, 4), (1000, 1))
_QUICK = ((60, 3),)
_HEADS = ("trick", "n", "found", "share", "words exact", "wrongly said", "difflib found")
# What a finding must say for each trick.
_SAYS = {
    Trick.REPLACED: "words",
    Trick.CUT: "words",
    Trick.ADDED: "words",
    Trick.SIGN: "words",
    Trick.FIGURE: "words",
    Trick.NUMBER: "number",
    Trick.GONE: "gone",
    Trick.NEW: "new",
    Trick.MOVED: "moved",
    Trick.TYPOGRAPHY: "typography",
    Trick.FALSE_INSERTION: "unreal",
    Trick.FALSE_DELETION: "unreal",
}
_WORDS = frozenset({Trick.REPLACED, Trick.CUT, Trick.ADDED, Trick.FIGURE})
_CHANGES = {
    Change.RELOCATION: "moved",
    Change.REPEAL: "gone",
    Change.INSERTION: "new",
    Change.RENUMBERING: "number",
}


def run(*, quick: bool = False) -> None:
    """Print a row for each trick over all sets, and one for what is honest."""
    counts = Counts()
    honest = Counts()
    for size, rounds in _QUICK if quick else _SETS:
        for seed in range(rounds):
            written = generate(size, seed=seed).new
            counts.add(tampered(written, seed))
            honest.add(tampered(written, seed, tricky=0.0))
    print(f"\nfiles with tricks\n\n{table(_HEADS, tuple(counts.rows()))}")
    told = honest.said.total() - honest.said["typography"]
    print(f"\nfiles without: {honest.size:,} paragraphs, {told} findings of any kind")
    print(f"difflib on the accepted text calls {honest.plain:,} of them changed")
    print(f"time: {counts.size:,} paragraphs in {counts.seconds:.1f} s")


class Counts:
    """Findings beside the truth, summed over files."""

    def __init__(self) -> None:
        self.size = 0
        self.seconds = 0.0
        self.planted: Counter[Trick] = Counter()
        self.found: Counter[Trick] = Counter()
        self.exact: Counter[Trick] = Counter()
        self.wrong: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.by_difflib: Counter[Trick] = Counter()
        self.plain = 0

    def add(self, files: Tampered) -> None:
        """Audit one pair of files and count."""
        started = perf_counter()
        audit = audited(files)
        self.seconds += perf_counter() - started
        self.size += len(files.texts)
        changed = set(_changed(files.texts, files.accepted))
        self.plain += len(changed)
        for paragraph in audit.paragraphs:
            self._count(paragraph, files)
        for place, trick in files.tricks.items():
            self.planted[trick] += 1
            self.by_difflib[trick] += place in changed

    def _count(self, paragraph: AuditedParagraph, files: Tampered) -> None:
        said = set(_said(paragraph))
        self.said.update(said)
        places = [int(each[1:]) - 1 for each in paragraph.old]
        if not places:
            is_right = said <= {"new"} and _text(paragraph) in files.inserted
            self.found[Trick.NEW] += is_right and "new" in said
            self.wrong.update(() if is_right else said)
            return
        tricks = {files.tricks[place] for place in places}
        wanted = {_SAYS[trick] for trick in tricks - {Trick.NONE, Trick.NEW}}
        for trick in tricks - {Trick.NONE, Trick.NEW}:
            self.found[trick] += _SAYS[trick] in said
            self.exact[trick] += trick in _WORDS and _is_exact(paragraph, files, places[0])
        self.wrong.update(said - wanted)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield a row for each trick; wrong findings are told once for each thing said."""
        told: set[str] = set()
        for trick in Trick:
            n = self.planted[trick]
            if trick is Trick.NONE or not n:
                continue
            says = _SAYS[trick]
            exact = f"{self.exact[trick]} of {n}" if trick in _WORDS else ""
            wrong = "" if says in told else f"{self.wrong[says]} as {says}"
            told.add(says)
            found = self.found[trick]
            other = f"{self.by_difflib[trick]} of {n}"
            yield trick, str(n), str(found), f"{found / n:.3f}", exact, wrong, other
        n, plain = self.planted[Trick.NONE], self.by_difflib[Trick.NONE]
        yield "none of these", str(n), "", "", "", "", f"{plain} of {n}, wrongly"


def audited(files: Tampered) -> Audit:
    """Write both files and audit them."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old.docx", Path(folder) / "new.docx"
        old.write_bytes(files.old)
        new.write_bytes(files.new)
        return pipeline.audit(old, new)


def _said(paragraph: AuditedParagraph) -> Iterator[str]:
    """Name the findings on a paragraph; what is declared and real is none."""
    for each in paragraph.changes:
        if each.standing is Standing.SILENT:
            yield _CHANGES.get(each.change, "words")
    if paragraph.has(Standing.UNREAL):
        yield "unreal"
    if paragraph.has(Standing.TYPOGRAPHY):
        yield "typography"


def _text(paragraph: AuditedParagraph) -> str:
    return "".join(each.text for each in paragraph.edits if each.standing is Standing.SILENT)


def _is_exact(paragraph: AuditedParagraph, files: Tampered, place: int) -> bool:
    """Whether the silent words are those that were exchanged, no more and no less."""
    silent = paragraph.standing(Standing.SILENT)
    return all(
        [word for each in silent if each.op is op for word in tokens(each.text)]
        == [word for text in planted.get(place, []) for word in tokens(text)]
        for op, planted in ((Op.DELETE, files.gone), (Op.INSERT, files.come))
    )


def _changed(old: Sequence[str], accepted: Sequence[str]) -> Iterator[int]:
    """The places of OLD that a plain comparison with the accepted text calls changed."""
    lines = [" ".join(each.split()) for each in old]
    others = [" ".join(each.split()) for each in accepted]
    matcher = difflib.SequenceMatcher(None, lines, others, autojunk=False)
    for tag, start, end, *_ in matcher.get_opcodes():
        if tag != "equal":
            yield from range(start, end)
