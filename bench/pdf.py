"""Prints how PDFs are read: words, paragraphs and labels, beside the text they were typed to."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import amend
from amend.labels import Label
from amend.model.draft import Role
from amend.text.steps import SUB
from bench import pdf_costs
from bench.measure import table
from bench.pdf_gold import typed, without_furniture
from bench.pdf_printed import Printed, Witnesses, laid_out

DATA = Path(__file__).parents[2] / "shared" / "data"
_PAIRS = (
    ("un-pdf/A-RES-77-321.pdf", "un-pdf/A-RES-77-321.txt"),
    ("un-pdf/A-RES-78-272.pdf", "un-pdf/A-RES-78-272.txt"),
    ("paris/11infnot.pdf", "paris/23-oct-2015.md"),
    ("paris/adp_compilation_4dec15_10am.pdf", "paris/4-dec-2015.md"),
)
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTES = str.maketrans("’‘“”–", "''\"\"-")
# A label stands on the page before so many words of its paragraph.
_AROUND = 3
# A run of so many words in common is no chance: what both texts hold lies between two such.
_SURELY = 12
_HEADS = ("file", "words", "any order", "in order", "borne out", "ends", "pdftotext",
          "labels", "on page", "of")  # fmt: skip
_CAPTION = """\
any order: F1 of words, figures and marks of notes apart; in order: without notes. Both without what
runs in the margins, on both sides. borne out: the share of our words in paragraphs that two other
readers of the PDF (pdftotext, the library's own text) have letter by letter, in one stretch or two:
a page ends between. ends: F1 of ends of
paragraphs, at words both texts have; pdftotext: its -layout output, parted at blank lines. labels:
the same paragraph, the same label; on page: or the label that pdftotext prints before its words.
How the text of a resolution is parted is told in bench/pdf_gold.py."""


@dataclass(frozen=True)
class Told:
    """Words in order, and after how many of them a paragraph ends; labels by that number."""

    words: list[str]
    ends: list[int]
    labels: dict[int, str]
    printed: dict[int, str] = field(default_factory=dict)


def run(*, quick: bool = False) -> None:
    """Print how right the reading is, then what it costs; needs pdftotext (poppler-utils)."""
    if shutil.which("pdftotext") is None:
        print("pdftotext is missing: apt-get install poppler-utils")
        return
    rows = []
    for name, beside in _PAIRS[:2] if quick else _PAIRS:
        if (DATA / name).exists():
            rows.append(_row(DATA / name, DATA / beside))
    print(f"\n{_CAPTION}\n\n{table(_HEADS, rows)}", flush=True)
    if not quick:
        rows = [_compared(DATA / name, DATA / beside) for name, beside in _PAIRS[2:]]
        print(f"\n{_COMPARED}\n\n{table(_COMPARED_HEADS, rows)}", flush=True)
    pdf_costs.show([DATA / name for name, _ in _PAIRS if (DATA / name).exists()])


def _row(path: Path, beside: Path) -> tuple[str, ...]:
    read, wanted = amend.read(path), typed(beside)
    every = _bag(read, beside) if beside.suffix == ".txt" else "-"
    borne = _borne_out(read, Witnesses(path))
    ours, gold = _told(read), _told(wanted)
    ours, gold, matches = _shared(ours, gold, _matches(ours.words, gold.words))
    alike = sum(size for _, _, size in matches)
    labels, printed, of = _labels(ours, gold, matches, Printed(laid_out(path)))
    plain = _plain(path)
    other = _bounds(*_shared(plain, gold, _matches(plain.words, gold.words)))
    both = len(ours.words) + len(gold.words)
    return (
        path.name, str(len(ours.words)), every, f"{2 * alike / both:.4f}", f"{borne:.4f}",
        f"{_bounds(ours, gold, matches):.3f}", f"{other:.3f}",
        f"{labels / of:.3f}" if of else "-", f"{printed / of:.3f}" if of else "-", str(of),
    )  # fmt: skip


def _borne_out(read: amend.Revision, witnesses: Witnesses) -> float:
    """Share of the words that stand in paragraphs which two other readers see as we do."""
    right = total = 0
    for each in read.paragraphs:
        if each.path != "header or footer":
            count = len(_words(each.text))
            right += count if witnesses.agree(each.text) else 0
            total += count
    return right / total if total else 1.0


def _told(revision: amend.Revision) -> Told:
    words: list[str] = []
    ends: list[int] = []
    labels: dict[int, str] = {}
    printed: dict[int, str] = {}
    for each in revision.paragraphs:
        if each.path == "header or footer" or each.role is Role.NOTE:
            continue
        words += _words(each.text)
        ends.append(len(words))
        if each.label is not None:
            labels[len(words)] = _ordinal(each.label)
            printed[len(words)] = each.printed or ""
    return Told(words, ends, labels, printed)


def _bag(read: amend.Revision, beside: Path) -> str:
    """F1 of all words, in any order, notes too; masthead and what runs left out on both sides."""
    kept = [each for each in read.paragraphs if each.path != "header or footer"]
    ours = Counter(_letters_of(" ".join(f"{each.printed or ''} {each.text}" for each in kept)))
    _, _, text = without_furniture(beside.read_text(encoding="utf-8")).partition("\n")
    gold = Counter(_letters_of(text))
    return f"{2 * (ours & gold).total() / (ours.total() + gold.total()):.4f}"


def _letters_of(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())


def _ordinal(label: Label) -> str:
    """Return the last step of a label without its dress: Markdown typed "(b)" as "2."."""
    if not label.steps:
        return label.figure.lower()
    last = label.steps[-1]
    if last.rank == SUB or not label.figure:
        return str(last.ordinal)
    return str(label).lower().rsplit("/", 1)[-1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_QUOTES).lower())


def _plain(path: Path) -> Told:
    """Read a file as people do who have no reader: layout kept, parted at blank lines."""
    words: list[str] = []
    ends = []
    for part in re.split(r"\n\s*\n|\f", laid_out(path)):
        words += _words(part)
        ends.append(len(words))
    return Told(words, ends, {})


Matches = list[tuple[int, int, int]]


def _matches(one: Sequence[str], other: Sequence[str]) -> Matches:
    found = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [(a, b, size) for a, b, size in found if size]


def _shared(ours: Told, typed: Told, matches: Matches) -> tuple[Told, Told, Matches]:
    """Leave out what only one holds before and behind: mastheads, a part that was not typed."""
    long = [each for each in matches if each[2] >= _SURELY]
    (a, b, _), (c, d, size) = long[0], long[-1]
    kept = [(x - a, y - b, n) for x, y, n in matches if a <= x and b <= y and x < c + size]
    return _cut(ours, a, c + size), _cut(typed, b, d + size), kept


def _cut(told: Told, start: int, end: int) -> Told:
    ends = [each - start for each in told.ends if start < each <= end]
    labels = {at - start: label for at, label in told.labels.items() if start < at <= end}
    printed = {at - start: label for at, label in told.printed.items() if start < at <= end}
    return Told(told.words[start:end], ends, labels, printed)


def _bounds(ours: Told, typed: Told, matches: Matches) -> float:
    """F1 of paragraph ends, of those whose word before or behind both texts have."""
    there = _places(matches)
    back = {b: a for a, b in there.items()}
    wanted, found = set(typed.ends), set(ours.ends)
    mine = [_ends_at(each, there) for each in ours.ends]
    theirs = [_ends_at(each, back) for each in typed.ends]
    hit = sum(bool(each & wanted) for each in mine if each)
    met = sum(bool(each & found) for each in theirs if each)
    asked, told = sum(map(bool, mine)), sum(map(bool, theirs))
    precision, recall = hit / max(1, asked), met / max(1, told)
    return 2 * precision * recall / max(1e-9, precision + recall)


_COMPARED_HEADS = ("file", "typed paragraphs", "other words", "borne out", "left")
_COMPARED = """\
the typed text compared with the PDF: paragraphs shown with other words; those where two other
readers (pdftotext, the library's own text) see the whole paragraph of the PDF letter by letter as
we do, and the typed file holds the typed words, so that they are really others; and what is left"""


def _compared(path: Path, beside: Path) -> tuple[str, ...]:
    """Count the paragraphs whose words a comparison shows as changed, and whose fault that is."""
    made = amend.compare(amend.read(beside, name="typed"), amend.read(path, name="PDF"))
    witnesses, page = Witnesses(path), _bare(beside.read_text(encoding="utf-8"))
    changed = borne_out = 0
    for bead in made.alignment.beads:
        if not (bead.old and bead.new):
            continue
        old = [word for each in bead.old for word in _words(each.text)]
        new = [word for each in bead.new for word in _words(each.text)]
        if old != new:
            changed += len(bead.old)
            is_there = all(witnesses.agree(each.text) for each in bead.new)
            is_typed = all(_bare(each.text) in page for each in bead.old)
            borne_out += len(bead.old) if is_there and is_typed else 0
    count = len(made.old.paragraphs)
    left = changed - borne_out
    return (path.name, str(count), str(changed), str(borne_out), f"{left} ({left / count:.1%})")


_UNTAGGED = re.compile(r"<[^<>]*>|\[\^[^\]]*\]")


def _bare(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", _UNTAGGED.sub("", text).lower())


def _places(matches: Matches) -> dict[int, int]:
    return {a + n: b + n for a, b, size in matches for n in range(size)}


def _ends_at(end: int, there: dict[int, int]) -> set[int]:
    """Return where a paragraph's end stands in the other text."""
    found = {there[end - 1] + 1} if end - 1 in there else set()
    return found | ({there[end]} if end in there else set())


def _labels(ours: Told, gold: Told, matches: Matches, printed: Printed) -> tuple[int, int, int]:
    """Count labels that are the same, and those the page prints, of paragraphs both number."""
    there = _places(matches)
    right = on_page = of = 0
    starts = {end: start for start, end in pairwise([0, *ours.ends])}
    for end, label in ours.labels.items():
        others = {gold.labels[each] for each in _ends_at(end, there) if each in gold.labels}
        if others:
            of += 1
            right += label in others
            opening = " ".join(ours.words[starts.get(end, end) :][:_AROUND])
            on_page += label in others or printed.has(Printed(f"{ours.printed[end]} {opening}"))
    return right, on_page, of
