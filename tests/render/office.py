"""LibreOffice as a judge of our Word files: all changes accepted, all rejected, in one start."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from amend.model.source import BlockKind
from amend.read import read_bytes
from bench import office

_BASIC = """Sub Asked(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  sender = createUnoService("com.sun.star.frame.DispatchHelper")
  found = Dir(folder & "/*.docx")
  Dim names(999) As String
  count = 0
  Do While found <> ""
    names(count) = found : count = count + 1 : found = Dir
  Loop
  For place = 0 To count - 1
    For Each what In Array("Accept", "Reject")
      url = ConvertToURL(folder & "/" & names(place))
      held = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
      sender.executeDispatch(held.CurrentController.Frame, _
        ".uno:" & what & "AllTrackedChanges", "", 0, none())
      url = ConvertToURL(folder & "/" & what & "/" & names(place))
      held.storeToURL(url, saved())
      held.close(True)
    Next what
  Next place
  StarDesktop.terminate()
End Sub
"""


def settled(files: Mapping[str, bytes], folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Return what LibreOffice makes of each file: its paragraphs rejected, and accepted.

    Skips the test, with the reason, where it is not installed.
    """
    if not office.is_here():
        pytest.skip("LibreOffice is not installed: soffice")
    work = folder / "work"
    for each in (work, work / "Accept", work / "Reject"):
        each.mkdir(parents=True)
    for name, data in files.items():
        (work / f"{name}.docx").write_bytes(data)
    office.run(_BASIC, str(work), folder=folder)
    return {name: (_read(work / "Reject", name), _read(work / "Accept", name)) for name in files}


def _read(folder: Path, name: str) -> list[str]:
    path = folder / f"{name}.docx"
    assert path.exists(), f"LibreOffice wrote no {folder.name.lower()}ed {name}"
    return paragraphs(path.read_bytes(), is_after=True)


def paragraphs(data: bytes, *, is_after: bool, in_margin: bool = False) -> list[str]:
    """Return the paragraphs of the body of a Word file, all changes accepted or rejected.

    Those of its headers and footers instead, if `in_margin`.
    """
    found: list[str] = []
    held = ""
    for block in read_bytes(data, "made.docx").blocks:
        if (block.kind is BlockKind.MARGIN) != in_margin:
            continue
        held += block.after if is_after else block.before
        if (block.mark_deleted if is_after else block.mark_inserted) is None:
            found.append(held)
            held = ""
    return [*found, held] if held else found
