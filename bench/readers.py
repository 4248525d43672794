"""A Word file in, what other tools read in it out: the readings of its paragraphs, and the time."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

Readings = list[tuple[str | None, str | None]]


class Reader(NamedTuple):
    """A tool by name: what reads a file with it, and why it is left out, "" where it is not.

    A reading is None where the tool does not give it; `most` is the longest file, in paragraphs,
    that it reads in less than minutes.
    """

    name: str
    read: Callable[[Path], Readings]
    missing: str
    most: int = 5000


def readers() -> tuple[Reader, ...]:
    """Return the tools we know of, those that are not on this machine with the reason."""
    return (
        Reader("pandoc --track-changes=all", _pandoc, _program("pandoc")),
        Reader("python-docx", _python_docx, _library("docx")),
        Reader("docx2python", _docx2python, _library("docx2python")),
        Reader("LibreOffice, to text", _office, _program("soffice"), most=1000),
    )


def _program(name: str) -> str:
    return "" if shutil.which(name) else f"no {name} on this machine"


def _library(name: str) -> str:
    return "" if find_spec(name) else f"{name} is not installed"


def _called(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout


def _pandoc(path: Path) -> Readings:
    tree = json.loads(
        _called("pandoc", "--from=docx", "--to=json", "--track-changes=all", str(path))
    )
    return [
        ("".join(_words(each["c"], "insertion")), "".join(_words(each["c"], "deletion")))
        for each in _paragraphs(tree["blocks"])
    ]


def _paragraphs(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Find the paragraphs at any depth: in tables and lists as well."""
    if isinstance(tree, dict) and tree.get("t") in ("Para", "Plain"):
        yield tree
    elif isinstance(tree, dict | list):
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from _paragraphs(each)


def _words(tree: Any, left_out: str) -> Iterator[str]:
    for each in tree:
        kind, inside = each["t"], each.get("c")
        if kind == "Str":
            yield inside
        elif kind in ("Space", "SoftBreak"):
            yield " "
        elif kind == "Span":
            classes = inside[0][1]
            if left_out not in classes and "comment-start" not in classes:
                yield from _words(inside[1], left_out)
        elif kind in ("Strong", "Emph", "Underline"):
            yield from _words(inside, left_out)


def _python_docx(path: Path) -> Readings:
    document = import_module("docx").Document(io.BytesIO(path.read_bytes()))
    return [(None, paragraph.text) for paragraph in document.paragraphs]


def _docx2python(path: Path) -> Readings:
    text = import_module("docx2python").docx2python(path).text
    return [(None, line) for line in text.split("\n\n") if line.strip()]


def _office(path: Path) -> Readings:
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        _called("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                "--outdir", folder, str(path))  # fmt: skip
        text = Path(folder, f"{path.stem}.txt").read_text(encoding="utf-8-sig")
    return [(None, line) for line in text.splitlines() if line.strip()]
