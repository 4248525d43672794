"""Damaged Word files: an error or a notice, never a crash, and never fewer words in silence."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from amend.errors import ReadError
from amend.model.draft import Revision
from amend.notices import Code
from amend.pipeline import revision_of_bytes
from amend.render.json import dump, read_document
from tests.builders import (
    archive,
    comment,
    commented,
    deleted,
    docx,
    ins,
    item,
    link,
    moved_from,
    moved_to,
    numbering,
    para,
    part,
    row,
    run,
    table,
)

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
REAL = sorted([*SHARED.glob("word/**/*.docx"), *SHARED.glob("unfccc/*.docx")])
needs_shared = pytest.mark.skipif(not REAL, reason="the shared documents are not here")

_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
_SECTION = '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
FULL = docx(
    para("body ", commented("pinned", 1), _NOTE, style="H"),
    para(ins("in"), deleted("out"), moved_from("gone"), moved_to("gone"), mark="del"),
    para("<m:oMath><m:r><m:t>math</m:t></m:r></m:oMath>"),
    item("listed"),
    table(row("left", "right", mark="ins"), row("one", "two")),
    _SECTION,
    numbering=numbering(),
    styles='<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
    footnotes=f'<w:footnote w:id="2">{para("foot")}</w:footnote>',
    endnotes=f'<w:endnote w:id="2">{para("end")}</w:endnote>',
    comments=comment("said", 1),
    links=link("h", "header", "header1.xml"),
    parts={"word/header1.xml": part("hdr", para("top"))},
)


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def with_part(name: str, change: Callable[[str], str | bytes], data: bytes = FULL) -> bytes:
    parts = parts_of(data)
    parts[name] = change(bytes(parts[name]).decode())  # type: ignore[arg-type]
    return archive(parts)


def read_or_refuse(data: bytes) -> Revision | None:
    """Read a file to the JSON that is printed of it, or get an error with a way out."""
    try:
        revision = revision_of_bytes(data, "x.docx")
    except ReadError as refusal:
        told = refusal
    else:
        json.loads(dump(read_document(revision)).encode())
        return revision
    assert told.where
    assert told.hint
    str(told).encode()
    return None


def words(revision: Revision) -> int:
    said = sum(len(each.text) for one in revision.paragraphs for each in one.comments)
    return said + sum(len(run.text) for one in revision.paragraphs for run in one.runs)


@needs_shared
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_file_cut_anywhere_is_refused(path: Path) -> None:
    data = path.read_bytes()
    for twentieth in range(20):
        assert read_or_refuse(data[: len(data) * twentieth // 20]) is None


@needs_shared
@pytest.mark.parametrize("path", REAL[::6], ids=lambda path: path.name)
def test_a_real_file_with_bytes_changed_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    chance = random.Random(path.name)
    for _ in range(6):
        damaged = bytearray(data)
        damaged[chance.randrange(len(data))] = chance.randrange(256)
        read_or_refuse(bytes(damaged))


_WILD = (
    "99999999999",
    "-1",
    "NaN",
    "",
    "x" * 70_000,
    "1000000000",
    "٣",
    "²",
    "1.5",
    "\u202e",
    "..",
)


@settings(max_examples=150)
@given(st.data())
def test_elements_moved_doubled_dropped_or_told_nonsense_are_read_or_refused(
    data: st.DataObject,
) -> None:
    parts = parts_of(FULL)
    name = data.draw(st.sampled_from([each for each in parts if each.startswith("word/")]))
    root = etree.fromstring(bytes(parts[name]))  # type: ignore[arg-type]
    for _ in range(data.draw(st.integers(1, 4))):
        elements = list(root.iter())
        one, other = (data.draw(st.sampled_from(elements)) for _ in range(2))
        kind = data.draw(st.sampled_from(["drop", "double", "rename", "attribute", "text"]))
        parent = one.getparent()
        if kind == "drop" and parent is not None:
            parent.remove(one)
        elif kind == "double":
            other.append(etree.fromstring(etree.tostring(one)))
        elif kind == "rename":
            one.tag = other.tag
        elif kind == "attribute" and one.attrib:
            one.set(
                data.draw(st.sampled_from(sorted(one.attrib))), data.draw(st.sampled_from(_WILD))
            )
        elif kind == "text":
            one.text = data.draw(st.sampled_from(_WILD))
    parts[name] = etree.tostring(root)
    read_or_refuse(archive(parts))


_NAMES = sorted(parts_of(FULL))
_WORDED = [f"word/{each}.xml" for each in ("comments", "endnotes", "footnotes", "header1")]


@pytest.mark.parametrize("gone", [*combinations(_NAMES, 1), *combinations(_NAMES, 2)])
def test_parts_that_are_gone_are_told(gone: tuple[str, ...]) -> None:
    left = {name: each for name, each in parts_of(FULL).items() if name not in gone}
    revision = read_or_refuse(archive(left))
    assert (revision is None) == ("word/document.xml" in gone)
    if revision is not None:
        assert Code.PART_MISSING in {each.code for each in revision.notices}


@pytest.mark.parametrize("one", _WORDED)
@pytest.mark.parametrize("other", ["word/styles.xml", "word/numbering.xml", "word/document.xml"])
def test_a_part_that_is_not_what_its_link_says_is_told(one: str, other: str) -> None:
    parts = parts_of(FULL)
    parts[one] = parts[other]
    revision = read_or_refuse(archive(parts))
    assert revision is not None
    assert any(one in each.text and "no such part" in each.text for each in revision.notices)


@pytest.mark.parametrize("kind", ["comments", "footnotes", "endnotes", "header"])
def test_a_part_whose_link_says_something_else_is_told(kind: str) -> None:
    data = with_part(
        "word/_rels/document.xml.rels", lambda text: text.replace(f'/{kind}"', '/theme"')
    )
    revision = read_or_refuse(data)
    whole = read_or_refuse(FULL)
    assert revision is not None
    assert whole is not None
    if words(revision) < words(whole):
        assert any("nothing links to it" in each.text for each in revision.notices)


def test_a_circle_of_styles_of_list_styles_and_of_answers_ends() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{two}"/><w:pPr><w:numPr>'
        f'<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for one, two in ("HA", "AH", "HH")
    )
    linked = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="H"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = docx(para("One.", style="H"), item("Two."), styles=circle, numbering=linked)
    revision = read_or_refuse(data)
    assert revision is not None
    assert [each.after for each in revision.paragraphs] == ["One.", "Two."]
    assert Code.NUMBERING_UNKNOWN in {each.code for each in revision.notices}


@pytest.mark.parametrize(
    "content",
    [
        '<w:commentRangeStart w:id="1"/>' + run("One."),
        '<w:commentRangeEnd w:id="1"/>' + run("One.") + '<w:commentRangeStart w:id="1"/>',
        '<w:commentRangeStart w:id="1"/>' * 3 + run("One."),
        '<w:moveFromRangeStart w:id="1" w:name="m"/>' + run("One."),
        '<w:moveToRangeEnd w:id="1"/>' + run("One."),
        run("One.") + '<w:r><w:sym w:font="" w:char="ZZZZ"/></w:r>',
        run("One.") + '<w:r><w:sym w:char="D800"/></w:r>',
        '<w:ins w:author="" w:date="yesterday">' + run("One.") + "</w:ins>",
    ],
)
def test_ranges_that_do_not_fit_and_signs_that_are_none_cost_no_word(content: str) -> None:
    properties = '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>'
    data = docx(
        para(content, properties=properties), numbering=numbering(), comments=comment("said", 1)
    )
    revision = read_or_refuse(data)
    assert revision is not None
    assert revision.paragraphs[0].after.startswith("One.")


def test_a_cell_as_wide_as_a_billion_is_a_cell() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>' + para("One.") + "</w:tc>"
    revision = read_or_refuse(docx(f"<w:tbl><w:tr>{cell * 3}</w:tr></w:tbl>"))
    assert revision is not None
    assert len(revision.paragraphs) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.partition("?>")[2].encode("utf-16"),
        lambda text: text.replace("><", ">\r\n<"),
        lambda text: text.replace("\n", "\r\n"),
    ],
)
def test_other_encodings_and_ends_of_lines_read_the_same(
    change: Callable[[str], str | bytes],
) -> None:
    revision, whole = (read_or_refuse(each) for each in (_recoded(change), FULL))
    assert revision is not None
    assert whole is not None
    assert [each.runs for each in revision.paragraphs] == [each.runs for each in whole.paragraphs]


def _recoded(change: Callable[[str], str | bytes]) -> bytes:
    return with_part("word/document.xml", change)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode("utf-16")[:-1],
        lambda text: text.encode("latin-1").replace(b"body", b"b\xf6dy"),
        lambda text: '<?xml version="1.0" encoding="utf-7"?>' + text.partition("?>")[2],
        lambda text: text.replace("body ", "&#xD800;"),
        lambda text: text.replace("body ", "&#1;"),
        lambda text: text.replace("body ", "bo\x00dy"),
        lambda text: text.replace("</w:t>", "", 1),
    ],
)
def test_letters_that_no_encoding_has_are_refused(change: Callable[[str], str | bytes]) -> None:
    assert read_or_refuse(with_part("word/document.xml", change)) is None


def test_the_command_ends_with_one_message_or_with_json(tmp_path: Path) -> None:
    for name, data, code in (("cut", FULL[:-300], 1), ("whole", FULL, 0)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        command = [sys.executable, "-m", "amend", "read", "--json", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert "Traceback" not in done.stderr
        assert json.loads(done.stdout) if code == 0 else str(path) in done.stderr
