"""Prints how PDFs are read: words, paragraphs and labels, beside the text they were typed to."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

import amend
from amend.model.draft import Role
from amend.read import pdf
from bench.measure import table

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
# So many words around a difference are looked for on the page.
_AROUND = 3
# A run of so many words in common is no chance: what both texts hold lies between two such.
_SURELY = 12
_HEADS = ("file", "words", "all", "typed alike", "as on the page", "bounds", "pdftotext",
          "labels", "of")  # fmt: skip
_CAPTION = """\
all: F1 of all words, notes and heads too, in any order; the text beside A/RES/78/272 repeats its
heads. typed alike: F1 in order, without notes and heads. as on the page: the same where a
difference that another program (pdftotext) reads as we do is the typist's. bounds: F1 of ends of
paragraphs, at words both texts have; pdftotext: its -layout output parted at blank lines. labels:
the same paragraph, the same label. The text of the resolutions does not part their preambles."""


@dataclass(frozen=True)
class Told:
    """Words in order, and after how many of them a paragraph ends; labels by that number."""

    words: list[str]
    ends: list[int]
    labels: dict[int, str]


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
    costs = [_costs(DATA / name) for name, _ in _PAIRS if (DATA / name).exists()]
    print(f"\n{_COSTS}\n\n{table(_COST_HEADS, costs)}")


def _row(path: Path, beside: Path) -> tuple[str, ...]:
    read, wanted = amend.read(path), amend.read(beside)
    every = _bag(read, wanted) if beside.suffix == ".txt" else "-"
    ours, typed = _told(read), _told(wanted)
    matches = _matches(ours.words, typed.words)
    ours, typed, matches = _shared(ours, typed, matches)
    alike = sum(size for _, _, size in matches)
    page = _on_page(path, ours.words, typed.words, matches)
    labels, of = _labels(ours, typed, matches)
    plain = _plain(path)
    bounds = _bounds(ours, typed, matches)
    found = _matches(plain.words, typed.words)
    other = f"{_bounds(*_shared(plain, typed, found)):.3f}"
    both = len(ours.words) + len(typed.words)
    return (
        path.name, str(len(ours.words)), every, f"{2 * alike / both:.4f}", f"{page:.4f}",
        f"{bounds:.3f}", other, f"{labels / of:.3f}" if of else "-", str(of),
    )  # fmt: skip


def _told(revision: amend.Revision) -> Told:
    words: list[str] = []
    ends: list[int] = []
    labels: dict[int, str] = {}
    for each in revision.paragraphs:
        if each.path == "header or footer" or each.role is Role.NOTE:
            continue
        words += _words(each.text)
        ends.append(len(words))
        if each.label is not None:
            labels[len(words)] = _ordinal(each.printed or "")
    return Told(words, ends, labels)


def _bag(read: amend.Revision, wanted: amend.Revision) -> str:
    """F1 of all words, in any order: the text beside a resolution has its notes in between."""
    one, other = (
        Counter(
            word
            for each in of.paragraphs
            for word in _LETTERS.findall(f"{each.printed or ''} {each.text}".lower())
        )
        for of in (read, wanted)
    )
    return f"{2 * (one & other).total() / (one.total() + other.total()):.4f}"


def _ordinal(printed: str) -> str:
    """Return a number without its dress: Markdown typed "(a)" and "(i)" as "1."."""
    label = re.split(r"[.\s]+option", printed.lower())[0].strip(" .()[]{}").replace(" ", "")
    label = re.sub(r"^\d+[.](?=\d)", "", label)
    if re.fullmatch(r"[ivx]+", label) and label not in {"v", "x"}:
        return str(("i ii iii iv v vi vii viii ix x xi xii".split()).index(label) + 1)
    return str(ord(label) - 96) if re.fullmatch(r"[a-z]", label) else label


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_QUOTES).lower())


def _plain(path: Path) -> Told:
    """Read a file as people do who have no reader: layout kept, parted at blank lines."""
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    words: list[str] = []
    ends = []
    for part in re.split(r"\n\s*\n|\f", told.stdout.decode("utf-8", "replace")):
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
    return Told(told.words[start:end], ends, labels)


def _on_page(path: Path, ours: Sequence[str], typed: Sequence[str], matches: Matches) -> float:
    """F1 of words where what another program reads as we do counts as right."""
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    text = re.sub(r"[\W_]+", "", raw.stdout.decode("utf-8", "replace").translate(_QUOTES).lower())
    right = total = 0
    at = bt = 0
    for a, b, size in [*matches, (len(ours), len(typed), 0)]:
        if a > at or b > bt:
            around = ours[max(0, at - _AROUND) : a + _AROUND]
            is_there = re.sub(r"_", "", "".join(around)) in text
            right += 2 * (a - at) if is_there else 0
            total += 2 * (a - at) if is_there else (a - at) + (b - bt)
        right, total = right + 2 * size, total + 2 * size
        at, bt = a + size, b + size
    return right / total if total else 1.0


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


_COMPARED_HEADS = ("file", "typed paragraphs", "other words", "page says so", "ours")
_COMPARED = """\
the typed text compared with the PDF: paragraphs shown with other words; those where pdftotext reads
the whole paragraph of the PDF as we do, so that the words are really others; and what is left"""


def _compared(path: Path, beside: Path) -> tuple[str, ...]:
    """Count the paragraphs whose words a comparison shows as changed, and whose fault that is."""
    made = amend.compare(amend.read(beside, name="typed"), amend.read(path, name="PDF"))
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    page = _letters(_RUNNING.sub("", raw.stdout.decode("utf-8", "replace").replace("\f", "\n")))
    changed = borne_out = 0
    for bead in made.alignment.beads:
        if not (bead.old and bead.new):
            continue
        old = [word for each in bead.old for word in _words(each.text)]
        new = [word for each in bead.new for word in _words(each.text)]
        if old != new:
            changed += len(bead.old)
            is_there = all(_letters(each.text) in page for each in bead.new)
            borne_out += len(bead.old) if is_there else 0
    count = len(made.old.paragraphs)
    left = changed - borne_out
    return (path.name, str(count), str(changed), str(borne_out), f"{left} ({left / count:.1%})")


# The heads and feet of the two drafts, which stand between the halves of a paragraph.
_RUNNING = re.compile(
    r"\n(?:AD HOC WORKING GROUP ON THE\nDURBAN.*\nADP\.2015.*"
    r"|ADP 2-12 – Draft agreement and draft decision.*|\d+ of \d+)(?=\n)"
)


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text.lower())


def _places(matches: Matches) -> dict[int, int]:
    return {a + n: b + n for a, b, size in matches for n in range(size)}


def _ends_at(end: int, there: dict[int, int]) -> set[int]:
    """Return where a paragraph's end stands in the other text."""
    found = {there[end - 1] + 1} if end - 1 in there else set()
    return found | ({there[end]} if end in there else set())


def _labels(ours: Told, typed: Told, matches: Matches) -> tuple[int, int]:
    """Count labels that are the same, of the paragraphs that both texts bound and number."""
    there = _places(matches)
    right = of = 0
    for end, label in ours.labels.items():
        others = {typed.labels[each] for each in _ends_at(end, there) if each in typed.labels}
        if others:
            of += 1
            right += label in others
    return right, of


_COST_HEADS = ("file", "pages", "text only", "with boxes", "read", "/ text", "/ boxes", "memory")
_COSTS = """\
processor time of the library giving the text of all pages, and each letter's box as well, in a
process that has loaded it; ours reads to paragraphs, parent and child, less the child's start"""


def _costs(path: Path) -> tuple[str, ...]:
    bare = min(_given(path, "text") for _ in range(3))
    boxed = _given(path, "boxes")
    start = min(_started() for _ in range(3))
    whole = min(_read(path) for _ in range(3)) - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    pages = len({each.source.page for each in pdf.read(path).blocks})
    return (
        path.name, str(pages), f"{1000 * bare:.0f} ms", f"{1000 * boxed:.0f} ms",
        f"{1000 * whole:.0f} ms", f"{whole / bare:.2f}", f"{whole / boxed:.2f}", f"{used:.0f} MB",
    )  # fmt: skip


_GIVES = """
import sys, time, ctypes
import pypdfium2, pypdfium2.raw as raw
begun = time.process_time()
document = pypdfium2.PdfDocument(sys.argv[1])
edges = [ctypes.c_double() for _ in range(4)]
for number in range(len(document)):
    page = document[number].get_textpage()
    text = page.get_text_range()
    if sys.argv[2] == "boxes":
        for place in range(page.count_chars()):
            raw.FPDFText_GetCharBox(page.raw, place, *edges)
print(time.process_time() - begun)
"""


def _given(path: Path, what: str) -> float:
    told = subprocess.run(
        [sys.executable, "-c", _GIVES, path, what], capture_output=True, check=True
    )
    return float(told.stdout)


def _started() -> float:
    return _spent(pdf_of_nothing)


def _read(path: Path) -> float:
    return _spent(partial(pdf.read, path))


def _spent(task: Callable[[], object]) -> float:
    before = _clock()
    task()
    return _clock() - before


def _clock() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


def pdf_of_nothing() -> None:
    """Start the child on a file it refuses at once."""
    try:
        pdf.read_bytes(b"%PDF-1.4\n", "nothing.pdf")
    except amend.AmendError:
        return
