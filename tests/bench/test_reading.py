"""What reading is measured against is right itself, and its files hold what they are said to."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bench.dressed import dressed
from bench.generate import generate
from bench.memory import TASKS, taken
from bench.tracked import Tracked, tracked
from bench.truth import Written
from bench.walk import parsed, unzipped, walked

COUNT = 120
FILES = pytest.mark.parametrize("made", [tracked, dressed], ids=["dense", "dressed"])
Maker = Callable[[Sequence[Written]], Tracked]


def spaced(text: str) -> str:
    return " ".join(text.split())


@FILES
def test_the_minimal_walk_gets_both_readings_of_every_paragraph(made: Maker) -> None:
    file = made(generate(COUNT, 3).new)
    found = [(spaced(before), spaced(after)) for before, after in walked(file.docx)]
    assert found == list(zip(file.before, file.after, strict=True))


def test_a_dressed_file_holds_the_changes_of_the_dense_one() -> None:
    written = generate(COUNT, 3).new
    dense, dress = tracked(written), dressed(written)
    assert (dress.before, dress.after) == (dense.before, dense.after)


def test_a_dressed_file_holds_what_working_files_hold() -> None:
    data = dressed(generate(COUNT, 3).new).docx
    body = unzipped(data).decode()
    for tag in ("tbl", "rPrChange", "pPrChange", "commentRangeStart", "b", "ins", "del"):
        assert f"<w:{tag}" in body
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        comments = package.read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == body.count("<w:commentReference")


def test_a_tree_is_parsed_of_the_main_part_alone() -> None:
    data = tracked(generate(COUNT, 3).new).docx
    assert str(parsed(data).tag).endswith("}document")


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is told by /proc on Linux only")
def test_memory_is_that_of_the_task_alone(tmp_path: Path) -> None:
    path = tmp_path / "dense.docx"
    path.write_bytes(tracked(generate(COUNT, 3).new).docx)
    found = {task: taken(task, path) for task in TASKS}
    assert all(each is not None and 0 < each < 100 * 2**20 for each in found.values())
