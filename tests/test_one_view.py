"""Whatever the format, each proposal has the same fates in it, each proponent the same counts."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amend import pipeline
from amend.render import Report, contents
from amend.render.terminal import console, print_check
from amend.workspace import Workspace

EXAMPLE = Path(__file__).parents[1]
NOW = datetime(2031, 5, 12, tzinfo=UTC)
Counts = Counter[tuple[str, ...]]

_VERDICT = re.compile(
    r'<section class="verdict[^"]*">\s*<h3><bdi class="in">([^<]+)</bdi> '
    r'<span class="fate[^>]*>([^<]+)<'
)
_WORD_VERDICT = re.compile(r"^(Rev \d): ([a-z ]+?)(?= \(|\.|$)", re.MULTILINE)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The worked example, judged as a whole."""
    folder = tmp_path_factory.mktemp("worked")
    for name in ("drafts", "proposals"):
        shutil.copytree(EXAMPLE / name, folder / name)
    with Workspace(folder) as desk:
        found = desk.findings(desk.gather(NOW))
    return pipeline.report(
        found.chain, found.courses, title=found.title, now="2031-05-12",
        notices=found.notices, base=found.chain.revisions[0].name,
    )  # fmt: skip


@pytest.fixture(scope="module")
def data(report: Report) -> Any:
    """What the JSON says: all other formats are measured by it."""
    return json.loads(contents(report, ".json"))


def _text(report: Report, suffix: str) -> str:
    held = contents(report, suffix)
    assert isinstance(held, str)
    return held


def _parts(report: Report, suffix: str) -> zipfile.ZipFile:
    held = contents(report, suffix)
    assert isinstance(held, bytes)
    return zipfile.ZipFile(io.BytesIO(held))


def _page(report: Report) -> Counts:
    return Counter(_VERDICT.findall(_text(report, ".html")))


def _markdown(report: Report) -> Counts:
    return Counter(re.findall(r"^- (Rev \d): \*\*([^*]+)\*\*", _text(report, ".md"), re.MULTILINE))


def _sheet(report: Report) -> Counts:
    return _fates(_rows(report, "Proposals"))


def _values(report: Report) -> Counts:
    text = _text(report, ".csv").removeprefix("\ufeff")
    return _fates(list(csv.reader(io.StringIO(text))))


def _fates(rows: list[list[str]]) -> Counts:
    at = [rows[0].index(each) for each in ("Revision", "Fate")]
    return Counter((row[at[0]], row[at[1]]) for row in rows[1:] if row[at[0]])


def _word(report: Report) -> Counts:
    xml = _parts(report, ".docx").read("word/document.xml").decode().replace("</w:p>", "\n")
    return Counter(_WORD_VERDICT.findall(html.unescape(re.sub("<[^>]+>", "", xml))))


def _terminal(report: Report) -> Counts:
    stream = io.StringIO()
    print_check(report.view(), console(stream, width=200))
    told = re.findall(r"^  \S (Rev \d): ([a-z ]+?)(?= \(|$)", stream.getvalue(), re.MULTILINE)
    return Counter(told)


def _rows(report: Report, sheet: str) -> list[list[str]]:
    """Return the rows of a sheet as text, empty cells left empty."""
    book = _parts(report, ".xlsx")
    names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    strings = [
        html.unescape(re.sub("<[^>]+>", "", each))
        for each in re.findall(
            "<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.DOTALL
        )
    ]
    page = book.read(f"xl/worksheets/sheet{names.index(sheet) + 1}.xml").decode()
    found = []
    for row in re.findall("<row [^>]*>(.*?)</row>", page, re.DOTALL):
        cells: dict[int, str] = {}
        for letters, kind, value in re.findall(
            r'<c r="([A-Z]+)\d+"([^>]*)>(?:<f>.*?</f>)?<v>(.*?)</v>', row
        ):
            at = ord(letters) - ord("A")
            cells[at] = strings[int(value)] if 't="s"' in kind else value
        found.append([cells.get(at, "") for at in range(26)])
    return found


READINGS: tuple[Callable[[Report], Counts], ...] = (
    _page, _markdown, _sheet, _values, _word, _terminal,
)  # fmt: skip


@pytest.mark.parametrize("reading", READINGS, ids=lambda each: each.__name__.strip("_"))
def test_each_fate_of_the_worked_example_is_the_same_as_in_the_data(
    reading: Callable[[Report], Counts], report: Report, data: Any
) -> None:
    told = Counter(
        (ruling["revision"], ruling["fate"])
        for proposal in data["proposals"]
        for ruling in proposal["course"]["rulings"]
    )
    assert told.total() > 60
    assert reading(report) == told


def test_each_proponent_has_the_same_headlines_in_sheet_and_data(report: Report, data: Any) -> None:
    told = Counter(
        (name, proposal["course"]["headline"])
        for proposal in data["proposals"]
        for name in proposal["by"]
    )
    head, *rows = _rows(report, "Proponents")
    found = Counter(
        {
            (row[0], name.lower()): int(row[at])
            for row in rows
            for at, name in enumerate(head)
            if (row[0], name.lower()) in told or name in {"Carried", "Undeterminable"}
        }
    )
    assert +found == told
