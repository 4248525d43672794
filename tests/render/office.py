"""LibreOffice as a judge of our Word files: all changes accepted, all rejected, in one start.

A macro in a profile of its own does it, for `--convert-to` has no way to accept or reject.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from amend.model.source import BlockKind
from amend.read import read_bytes

_BASIC = """Sub Settle(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  sender = createUnoService("com.sun.star.frame.DispatchHelper")
  found = Dir(folder &amp; "/*.docx")
  Dim names(999) As String
  count = 0
  Do While found &lt;&gt; ""
    names(count) = found : count = count + 1 : found = Dir
  Loop
  For place = 0 To count - 1
    For Each what In Array("Accept", "Reject")
      url = ConvertToURL(folder &amp; "/" &amp; names(place))
      held = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
      sender.executeDispatch(held.CurrentController.Frame, _
        ".uno:" &amp; what &amp; "AllTrackedChanges", "", 0, none())
      url = ConvertToURL(folder &amp; "/" &amp; what &amp; "/" &amp; names(place))
      held.storeToURL(url, saved())
      held.close(True)
    Next what
  Next place
  StarDesktop.terminate()
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" '
    f'script:language="StarBasic">{_BASIC}</script:module>\n'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
    '"library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Settling"/></library:library>\n'
)
_LONGEST = 240  # seconds; on a busy machine one file takes two


def settled(files: Mapping[str, bytes], folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Return what LibreOffice makes of each file: its paragraphs rejected, and accepted.

    Skips the test, with the reason, where it is not installed.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: soffice")
    work = folder / "work"
    for each in (work, work / "Accept", work / "Reject"):
        each.mkdir(parents=True)
    for name, data in files.items():
        (work / f"{name}.docx").write_bytes(data)
    profile = folder / "profile"
    bare = [office, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    _run([*bare, "--terminate_after_init"])  # it makes the profile, and would undo ours
    scripts = profile / "user" / "basic" / "Standard"
    (scripts / "Settling.xba").write_text(_MODULE, "utf-8")
    (scripts / "script.xlb").write_text(_LIBRARY, "utf-8")
    _run([*bare, f'macro:///Standard.Settling.Settle("{work}")'])
    return {name: (_read(work / "Reject", name), _read(work / "Accept", name)) for name in files}


def _run(words: Sequence[str]) -> None:
    subprocess.run(words, capture_output=True, check=False, timeout=_LONGEST)


def _read(folder: Path, name: str) -> list[str]:
    path = folder / f"{name}.docx"
    assert path.exists(), f"LibreOffice wrote no {folder.name.lower()}ed {name}"
    return paragraphs(path.read_bytes(), is_after=True)


def paragraphs(data: bytes, *, is_after: bool) -> list[str]:
    """Return the paragraphs of the body of a Word file, all changes accepted or rejected."""
    found: list[str] = []
    held = ""
    for block in read_bytes(data, "made.docx").blocks:
        if block.kind is BlockKind.MARGIN:
            continue
        held += block.after if is_after else block.before
        if (block.mark_deleted if is_after else block.mark_inserted) is None:
            found.append(held)
            held = ""
    return [*found, held] if held else found
