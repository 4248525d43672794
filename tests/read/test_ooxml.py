"""Files that no Word ever wrote, or that want to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amend.errors import ReadError
from amend.model.source import SourceText
from amend.notices import Code
from amend.read import part_xml, zipped
from amend.read.docx import read, read_bytes
from tests.builders import archive, docx, item, link, numbering, para, part, run

PLAIN = docx("One.", para("Two.", style="Heading1"), item("Three."), numbering=numbering())


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "x.docx")
    assert refused.value.where.startswith("x.docx")
    assert refused.value.hint
    return refused.value


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted with a password or an old"),
        (b"Just some words.", "not a Word document (.docx), but plain text"),
        (b"%PDF-1.7 ...", "not a Word document (.docx), but a PDF"),
        (PLAIN[: len(PLAIN) // 2], "cut short or damaged"),
        (archive({"a.txt": "words"}), "has no part word/document.xml"),
        (archive({"word/document.xml": part("document", "")}), "no text in its main part"),
        (archive({"word/document.xml": "<w:document>"}), "not well-formed"),
    ],
)
def test_what_is_no_word_file_is_refused_with_a_way_out(data: bytes, found: str) -> None:
    assert found in str(refusal(data))


def test_a_missing_and_an_empty_file_are_named_with_their_path(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.docx", tmp_path / "empty.docx"):
        if path.stem == "empty":
            path.write_bytes(b"")
        with pytest.raises(ReadError) as refused:
            read(path)
        assert refused.value.where == str(path)


def test_the_name_of_the_file_alone_goes_into_the_source(tmp_path: Path) -> None:
    path = tmp_path / "rev1.docx"
    path.write_bytes(PLAIN)
    source = read(path)
    assert source.file == "rev1.docx"
    assert str(source.blocks[1].source) == "rev1.docx, block 2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_entities_are_refused_unread(encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY a "ha">'
    bomb += (
        "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]><d>&a9;</d>"
    )
    data = archive({"word/document.xml": bomb.encode(encoding)})
    assert "DTD or entities" in str(refusal(data))


def test_a_file_outside_is_not_fetched_by_an_entity() -> None:
    bad = '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'
    assert "DTD" in str(refusal(archive({"word/document.xml": bad})))


def test_a_zip_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    data = archive({"word/document.xml": b"<a>" + b" " * (zipped.RATIO_FROM + 1) + b"</a>"})
    assert "times its size" in str(refusal(data))


def test_ten_million_empty_runs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_xml, "MOST_TAGS", 5_000)
    data = docx(para("<w:r/>" * 6_000))
    assert "5,000 tags" in str(refusal(data))


def test_a_part_larger_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST_PART", 100)
    assert "unpacks to more than" in str(refusal(PLAIN))


@pytest.mark.parametrize("depth", [300, 100_000])
def test_nesting_without_end_is_refused(depth: int) -> None:
    data = docx(para("<w:sdt>" * depth + "</w:sdt>" * depth))
    assert "not well-formed" in str(refusal(data))


def test_the_deepest_nesting_that_is_let_in_is_read() -> None:
    depth = 40
    cells = "<w:tbl><w:tr><w:tc>" * depth + para("deep") + "</w:tc></w:tr></w:tbl>" * depth
    assert read_bytes(docx(cells), "x.docx").blocks[0].after == "deep"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "a/../../evil.xml", "C:/evil"])
def test_a_part_name_that_climbs_out_is_refused(name: str) -> None:
    assert "leads outside" in str(refusal(docx("One.", parts={name: "x"})))


def test_a_link_that_climbs_out_is_refused() -> None:
    data = docx("One.", links=link("r9", "header", "../../../etc/passwd"))
    assert "outside itself" in str(refusal(data))


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(PLAIN)
    with zipfile.ZipFile(buffer, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr("word/document.xml", part("document", "<w:body/>"))
    assert "two parts named" in str(refusal(buffer.getvalue()))


def test_what_lies_outside_is_not_fetched_but_named() -> None:
    data = docx(
        '<w:subDoc r:id="r9"/>',
        para("One.", run("x")),
        links=link("r9", "subDocument", "http://example.org/a.docx", external=True)
        + link("r10", "image", "http://example.org/a.png", external=True),
    )
    notices = read_bytes(data, "x.docx").notices
    assert [notice.code for notice in notices] == [Code.EXTERNAL_IGNORED]


@pytest.mark.parametrize("name", ["word/numbering.xml", "word/styles.xml", "word/comments.xml"])
def test_a_part_that_is_gone_or_broken_gives_a_notice(name: str) -> None:
    full = docx(
        item("One.", mark=""), para("Two.", style="H"), numbering=numbering(),
        styles='<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
        comments="<w:x/>",
    )  # fmt: skip
    for content in (None, b"<w:broken"):
        files = _files(full)
        del files[name]
        if content:
            files[name] = content
        source = read_bytes(archive(files), "x.docx")
        assert [block.after for block in source.blocks] == ["One.", "Two."]
        assert source.notices[0].code is Code.PART_MISSING
        assert name in source.notices[0].text


def test_without_links_the_usual_parts_are_found_by_name() -> None:
    files = _files(PLAIN)
    del files["word/_rels/document.xml.rels"], files["_rels/.rels"]
    source = read_bytes(archive(files), "x.docx")
    assert source.blocks[2].number == "1."
    assert {notice.code for notice in source.notices} == {Code.PART_MISSING}


def _files(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def read_or_refuse(data: bytes) -> SourceText | None:
    try:
        return read_bytes(data, "x.docx")
    except ReadError:
        return None


@pytest.mark.parametrize("twentieth", range(20))
def test_a_file_cut_short_is_refused(twentieth: int) -> None:
    assert read_or_refuse(PLAIN[: len(PLAIN) * twentieth // 20]) is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_file_with_a_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(PLAIN) - 1))
    value = data.draw(st.integers(0, 255))
    read_or_refuse(PLAIN[:place] + bytes([value]) + PLAIN[place + 1 :])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_part_with_a_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    files = _files(PLAIN)
    name = data.draw(st.sampled_from(sorted(files)))
    content = files[name]
    assert isinstance(content, bytes)
    place = data.draw(st.integers(0, len(content) - 1))
    files[name] = content[:place] + data.draw(st.binary(max_size=3)) + content[place + 1 :]
    read_or_refuse(archive(files))


def test_strict_open_xml_reads_as_the_common_dialect() -> None:
    common = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    change: Callable[[bytes], bytes] = lambda each: each.replace(common, strict)  # noqa: E731
    files = {name: change(bytes(each)) for name, each in _bytes(PLAIN).items()}
    blocks = read_bytes(archive(files), "x.docx").blocks
    assert [block.number for block in blocks] == [None, None, "1."]


def _bytes(data: bytes) -> dict[str, bytes]:
    return {name: each for name, each in _files(data).items() if isinstance(each, bytes)}
