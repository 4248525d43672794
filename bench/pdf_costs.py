"""Prints what it costs to read a PDF to paragraphs, beside what its library needs for letters."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from amend.read import pdf
from bench.measure import table
from tests.read.papers import Sheet, paper

_HEADS = ("file", "pages", "text only", "with boxes", "read", "/ text", "/ boxes", "memory")
_CAPTION = """\
processor time of the library giving the text of all pages, and each letter's box as well, in a
process that has loaded it; ours reads to paragraphs, parent and child, less what a file of one
word costs, which is the child's start. Ratios are medians of {} rounds, each taken in turn"""
_ROUNDS = 5
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


def show(paths: Sequence[Path]) -> None:
    """Print one row for each file."""
    rows = [_row(path) for path in paths]
    print(f"\n{_CAPTION.format(_ROUNDS)}\n\n{table(_HEADS, rows)}")


def _row(path: Path) -> tuple[str, ...]:
    word = paper([Sheet().words(70, 700, "1. Word.")])
    rounds = [
        (
            _given(path, "text"),
            _given(path, "boxes"),
            _spent(partial(pdf.read, path)) - _spent(partial(pdf.read_bytes, word, "word.pdf")),
        )
        for _ in range(_ROUNDS)
    ]
    bare, boxed, ours = (min(each) for each in zip(*rounds, strict=True))
    to_text = median(read / text for text, _, read in rounds)
    to_boxes = median(read / boxes for _, boxes, read in rounds)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    pages = len({each.source.page for each in pdf.read(path).blocks})
    return (
        path.name, str(pages), f"{1000 * bare:.0f} ms", f"{1000 * boxed:.0f} ms",
        f"{1000 * ours:.0f} ms", f"{to_text:.2f}", f"{to_boxes:.2f}", f"{used:.0f} MB",
    )  # fmt: skip


def _given(path: Path, what: str) -> float:
    told = subprocess.run(
        [sys.executable, "-c", _GIVES, path, what], capture_output=True, check=True
    )
    return float(told.stdout)


def _spent(task: Callable[[], object]) -> float:
    before = _clock()
    task()
    return _clock() - before


def _clock() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime
