"""Prints what a Word redline costs: ours, beside LibreOffice's own compare and beside pandoc.

LibreOffice opens the new file, compares it with the old one and saves the redline. pandoc has no
redline: it reads both files and writes one, which is the least that a redline takes.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bench import compare, office
from bench.drafts import Numbers, as_docx
from bench.generate import generate
from bench.measure import Spent, in_ms, spending, table, times

_SIZES, _QUICK = (300, 1000), (60,)
_AIM = "3.0 s"
_LONGEST_OFFICE = 1000
_HEADS = (
    "paragraphs", "amend", "processor", "aim", "table", "pandoc", "ratio", "LibreOffice", "ratio",
    "words marked", "theirs",
)  # fmt: skip
_COMPARE = """Sub Asked(older As String, newer As String, saved As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim named(0) As New com.sun.star.beans.PropertyValue
  Dim form(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  named(0).Name = "URL" : named(0).Value = ConvertToURL(older)
  form(0).Name = "FilterName" : form(0).Value = "MS Word 2007 XML"
  held = StarDesktop.loadComponentFromURL(ConvertToURL(newer), "_blank", 0, hidden())
  sender = createUnoService("com.sun.star.frame.DispatchHelper")
  sender.executeDispatch(held.CurrentController.Frame, ".uno:CompareDocuments", "", 0, named())
  held.storeToURL(ConvertToURL(saved), form())
  held.close(True)
  StarDesktop.terminate()
End Sub
"""


def run(*, quick: bool = False) -> None:
    """Print a row for each size; whole processes, on typed numbers."""
    sizes = _QUICK if quick else _SIZES
    with tempfile.TemporaryDirectory() as folder:
        rows = [_row(Path(folder), size) for size in sizes]
    print(
        f"\ntwo Word files to a redline; ratios: processor time to amend's\n\n{table(_HEADS, rows)}"
    )


def _row(folder: Path, size: int) -> tuple[str, ...]:
    pair = generate(size)
    old, new = folder / f"old-{size}.docx", folder / f"new-{size}.docx"
    old.write_bytes(as_docx(pair.old, Numbers.TYPED))
    new.write_bytes(as_docx(pair.new, Numbers.TYPED))
    ours, theirs = folder / f"ours-{size}.docx", folder / f"theirs-{size}.docx"
    asked = ("compare", str(old), str(new), "-o", str(ours))
    tasks = {
        "table": lambda: compare.amend_run(*asked, "--layout", "table"),
        "amend": lambda: compare.amend_run(*asked),
    }
    found = spending(tasks, 3)
    found |= spending({"pandoc": lambda: _pandoc(old, new)}, 1) if shutil.which("pandoc") else {}
    if office.is_here() and size <= _LONGEST_OFFICE:
        task = {"office": lambda: _office(folder, old, new, theirs)}
        spent = spending(task, 1)
        found |= spent if theirs.exists() else {}  # it gives up on some files without a word
    mine = found["amend"]
    cells = [f"{size:,}", in_ms(mine.wall), in_ms(mine.processor), _AIM]
    cells.append(in_ms(found["table"].processor))
    for name in ("pandoc", "office"):
        cells += _beside(found.get(name), mine)
    return (*cells, *(f"{_marked(each):,}" if each.exists() else "-" for each in (ours, theirs)))


def _beside(other: Spent | None, mine: Spent) -> tuple[str, str]:
    if other is None:
        return "-", "-"
    return in_ms(other.processor), times(other.processor, mine.processor)


def _pandoc(old: Path, new: Path) -> None:
    compare.call(["pandoc", str(old), "-t", "plain", "-o", str(old.with_suffix(".plain"))])
    compare.call(["pandoc", str(new), "-o", str(new.with_suffix(".again.docx"))])


def _office(folder: Path, old: Path, new: Path, saved: Path) -> None:
    office.run(_COMPARE, str(old), str(new), str(saved), folder=folder)


def _marked(path: Path) -> int:
    """Count the words that a redline puts in, takes out or moves."""
    from amend.read import read_bytes

    blocks = read_bytes(path.read_bytes(), path.name).blocks
    runs = (run for block in blocks for run in block.runs if run.inserted or run.deleted)
    return sum(len(each.text.split()) for each in runs)
