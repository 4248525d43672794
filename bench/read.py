"""Prints what reading a Word file costs beside the least it can cost, and what is right.

Every task runs with the garbage collector paused: ours pauses it, so the others may.
"""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import amend
from amend.memory import collector_paused
from amend.read.docx import read_bytes
from bench.drafts import Numbers, as_docx
from bench.dressed import dressed
from bench.generate import generate
from bench.measure import Task, in_ms, medians, table, times
from bench.memory import TASKS, taken
from bench.readers import readers
from bench.tracked import tracked
from bench.truth import Written
from bench.walk import parsed, unzipped, walked

_SIZES = (60, 300, 1000, 5000)
_QUICK = (60, 300)
_ROUNDS = 5
_PEERS_FROM = 1000
_HEADS = ("file", "unzip", "+ parse", "walk", "right", "blocks", "/ parse", "/ walk", "revision",
          "/ walk", "right")  # fmt: skip
_MEMORY = ("file", "unpacked", *TASKS)
_PEERS = ("dense file", "time", "/ blocks", "right", "accepted only")
_CAPTION = """\
reading a Word file, in one process. parse: unzip and lxml; walk: the least that gets both readings;
blocks: all we read; revision: with labels, roles and brackets. right: paragraphs of all"""


class _File(NamedTuple):
    """A file, and its paragraphs as they should be read, before and after."""

    name: str
    data: bytes
    before: Sequence[str]
    after: Sequence[str]
    has_typed: bool = True


def run(*, quick: bool = False) -> None:
    """Print times, then memory, then other tools on the dense file."""
    rounds = 1 if quick else _ROUNDS
    sizes = _QUICK if quick else _SIZES
    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        rows = []
        for size in sizes:
            for file in _files(generate(size).new):
                path = Path(folder) / f"{size} {file.name}.docx"
                path.write_bytes(file.data)
                paths.append(path)
                rows.append((path.stem, *_times(file, path, rounds)))
        print(f"\n{_CAPTION}\n\n{table(_HEADS, rows)}", flush=True)
        memory = [(path.stem, *_memory(path)) for path in paths]
        print(f"\nmemory at its peak, as times the unpacked file\n\n{table(_MEMORY, memory)}")
        peers = [row for size in sizes if size >= _PEERS_FROM for row in _beside(size, folder)]
    if peers:
        print(f"\nother tools, once\n\n{table(_PEERS, peers)}")


def _files(written: Sequence[Written]) -> tuple[_File, ...]:
    numbered = [f"{each.number}. {each.text}" for each in written]
    dense, dress = tracked(written), dressed(written)
    word = as_docx(written, Numbers.WORD)
    return (
        _File("plain", as_docx(written, Numbers.TYPED), numbered, numbered),
        _File("Word's numbers", word, numbered, numbered, has_typed=False),
        _File("dense", dense.docx, dense.before, dense.after),
        _File("dressed", dress.docx, dress.before, dress.after),
    )


def _times(file: _File, path: Path, rounds: int) -> tuple[str, ...]:
    data = file.data
    tasks: dict[str, Task] = {
        "unzip": lambda: unzipped(data),
        "parse": lambda: parsed(data),
        "walk": lambda: walked(data),
        "blocks": lambda: read_bytes(data, path.name),
        "revision": lambda: amend.read(path, name="Rev 1"),
    }
    found = medians({name: _paused(task) for name, task in tasks.items()}, rounds)
    parse, walk, blocks = found["parse"], found["walk"], found["blocks"]
    revision = found["revision"]
    walked_right = _right(walked(data), file) if file.has_typed else None
    return (
        *map(in_ms, (found["unzip"], parse, walk)),
        _share(walked_right, file),
        in_ms(blocks),
        times(blocks, parse),
        times(blocks, walk),
        in_ms(revision),
        times(revision, walk),
        _share(_labelled_right(path, file), file),
    )


def _paused(task: Task) -> Task:
    def paused() -> object:
        with collector_paused():
            return task()

    return paused


def _share(right: int | None, file: _File) -> str:
    return "-" if right is None else f"{right / len(file.before):.3f}"


def _right(readings: Iterable[tuple[str | None, str | None]], file: _File) -> int:
    """Count the paragraphs whose two readings are what was written."""
    return _same(readings, zip(file.before, file.after, strict=True))


def _same(found: Iterable[object], wanted: Iterable[object]) -> int:
    """Count the paragraphs that stand at their place, and read as they should."""
    pairs = zip(found, wanted, strict=False)
    return sum(_spaced(one) == _spaced(other) for one, other in pairs)


def _spaced(readings: object) -> object:
    if isinstance(readings, tuple):
        return tuple(_spaced(each) for each in readings)
    return " ".join(readings.split()) if isinstance(readings, str) else readings


def _labelled_right(path: Path, file: _File) -> int:
    """Count the paragraphs whose label and both readings are what was written."""
    paragraphs = amend.read(path, name="Rev 1").paragraphs
    found = [(f"{each.label}. {each.before}", f"{each.label}. {each.after}") for each in paragraphs]
    return _right(found, file)


def _memory(path: Path) -> tuple[str, ...]:
    with zipfile.ZipFile(path) as package:
        size = sum(entry.file_size for entry in package.infolist())
    found = [taken(task, path) for task in TASKS]
    return (
        f"{size / 2**20:.1f} MB",
        *("-" if each is None else f"{each / size:.1f} x" for each in found),
    )


def _beside(size: int, folder: str) -> list[tuple[str, ...]]:
    """Read the dense file with other tools; each that is missing is named with the reason."""
    dense = tracked(generate(size).new)
    path = Path(folder) / "dense.docx"
    path.write_bytes(dense.docx)
    ours = medians({"ours": _paused(lambda: read_bytes(dense.docx, path.name))}, _ROUNDS)["ours"]
    rows: list[tuple[str, ...]] = []
    for reader in readers():
        missing = "takes minutes" if size > reader.most else reader.missing
        if missing:
            rows.append((f"{size:,} {reader.name}", missing, "-", "-", "-"))
            continue
        start = time.perf_counter()
        found = reader.read(path)
        spent = time.perf_counter() - start
        both = _same(found, zip(dense.before, dense.after, strict=True))
        accepted = _same((after for _, after in found), dense.after)
        shares = (f"{each / len(dense.after):.3f}" for each in (both, accepted))
        rows.append((f"{size:,} {reader.name}", in_ms(spent), times(spent, ours), *shares))
    return rows
