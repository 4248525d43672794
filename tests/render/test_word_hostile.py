"""Texts that try to be more than texts, through every Word file there is."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

import amend
from amend.match.collate import collate
from amend.parse.proposals import from_text
from amend.pipeline import settle
from amend.read import read_bytes
from amend.render import contents
from amend.render.concordance_pages import written
from amend.render.report import WordFile
from amend.render.rolling import RollingReport
from amend.render.rolling import contents as rolling_contents
from amend.render.view import of_proponent
from amend.render.word_advocacy import render as advocacy
from amend.render.word_redline import render as redline

from .hostile import FORMULA, HOSTILE, LONG, MARKUP, UNWRITABLE
from .office import paragraphs, settled
from .pages import report as sample
from .sample import MADE
from .word_rules import broken

NAME = f'{MARKUP} & "{FORMULA}" ]]> \u202e'
# None of these may be an element of a file that is only read.
ACTIVE = ("w:instrText", "w:hyperlink", "w:altChunk", "w:object", "w:pict", "w:drawing", "w:subDoc")


def _redline() -> bytes:
    return redline(HOSTILE.chain.comparisons[0], by=NAME, date="no date")


def _table() -> bytes:
    data = contents(replace(HOSTILE, word=WordFile(layout="table")), ".docx")
    assert isinstance(data, bytes)
    return data


def _concordance() -> bytes:
    data = written(HOSTILE, ".docx")
    assert isinstance(data, bytes)
    return data


def _rolling() -> bytes:
    base = amend.read_text(f"1. {MARKUP}\n\n2. A tide {LONG}", name=NAME)
    signs = UNWRITABLE.replace("\ud800", "")  # no file could hold this one
    asked = f'In para 1, after "bold" insert "{FORMULA} {signs}".\nDelete para 2.'
    made = settle([from_text(asked, base, (NAME,))])[0]
    data = rolling_contents(RollingReport(collate(base, made), MADE, date="31 May"), ".docx")
    assert isinstance(data, bytes)
    return data


def _advocacy() -> bytes:
    return advocacy(of_proponent(sample(), sample().proponents[0].name), NAME)


FILES: dict[str, Callable[[], bytes]] = {
    "redline": _redline,
    "table": _table,
    "concordance": _concordance,
    "rolling": _rolling,
    "advocacy": _advocacy,
}


@pytest.mark.parametrize("kind", FILES)
def test_a_text_of_a_stranger_stays_a_text(kind: str) -> None:
    data = FILES[kind]()
    assert broken(data) == []
    source = read_bytes(data, "x.docx")
    told = "".join(run.text for block in source.blocks for run in block.runs)
    assert "\u202e" not in told
    assert not source.notices
    body = _body(data)
    assert not [each for each in ACTIVE if f"<{each}" in body]


def _body(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return packed.read("word/document.xml").decode()


def test_a_name_is_an_attribute_and_no_more() -> None:
    source = read_bytes(_redline(), "x.docx")
    stamps = [run.inserted for each in source.blocks for run in each.runs]
    told = {(each.author, each.date) for each in stamps if each is not None}
    assert told == {(NAME.replace("\u202e", "\ufffd"), None)}


def test_libre_office_reads_every_file_as_we_do(tmp_path: Path) -> None:
    files = {kind: make() for kind, make in FILES.items()}
    for kind, readings in settled(files, tmp_path).items():
        for is_after, found in enumerate(readings):
            # It writes what looks like an escape of Excel's as one.
            told = [each.replace("_x005F_", "_") for each in found]
            assert told == paragraphs(files[kind], is_after=bool(is_after)), kind
