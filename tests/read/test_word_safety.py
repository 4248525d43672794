"""Word files that want to do harm: refused, or read within limits, with a clear message."""

from __future__ import annotations

import io
import random
import socket
import struct
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from amend.errors import ReadError
from amend.notices import Code
from amend.pipeline import revision_of_bytes
from amend.read import part_xml, word_comments, word_story, zipped
from amend.read.docx import read_bytes
from tests.builders import archive, comment, docx, item, link, para, part, run

MAIN = "word/document.xml"


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "x.docx")
    assert refused.value.hint
    return str(refused.value)


def entry(content: bytes, told: int) -> bytes:
    """An archive of one part that says it unpacks to `told` bytes, whatever it does."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packing.compress(content) + packing.flush()
    name, sizes = MAIN.encode(), (zlib.crc32(content), len(packed), told)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, *sizes, len(name), 0) + name
    listed = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 33, *sizes, len(name), *[0] * 6
    ) + name  # fmt: skip
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(listed), len(local) + len(packed), 0)
    return local + packed + listed + end


def test_a_zip_that_says_it_unpacks_to_gigabytes_is_refused_unopened() -> None:
    assert "as bombs do" in refusal(entry(b"<a/>", 4_000_000_000))


def test_a_zip_that_lies_about_its_size_is_unpacked_no_further_than_it_says() -> None:
    data = entry(b"<a>" + b" " * 50_000_000 + b"</a>", 1_000)
    tracemalloc.start()
    assert "is damaged" in refusal(data)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_entries_that_share_their_bytes_are_refused() -> None:
    """One packed kernel that a thousand entries point to unpacks a thousand times."""
    with io.BytesIO() as buffer, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(MAIN, part("document", f"<w:body>{para('a' * 5000)}</w:body>"))
        first = packed.infolist()[0]
        for number in range(1_000):
            twin = zipfile.ZipInfo(f"word/{number}.xml")
            twin.header_offset, twin.CRC = first.header_offset, first.CRC
            twin.compress_type = first.compress_type
            twin.compress_size, twin.file_size = first.compress_size, first.file_size
            packed.filelist.append(twin)
        packed.close()
        data = buffer.getvalue()
    assert "share their bytes" in refusal(data)


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = entry(b" " * 1_000_000, 1_000_000)
    data = docx("One.", parts={"word/embeddings/bomb.zip": inner})
    assert [each.after for each in read_bytes(data, "x.docx").blocks] == ["One."]


def test_tens_of_thousands_of_entries_are_refused() -> None:
    data = archive(dict.fromkeys((f"{number}" for number in range(zipped.MOST_PARTS + 1)), ""))
    assert "more than 20,000 parts" in refusal(data)


def test_a_file_in_the_zip_form_for_large_files_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(docx("One."))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            with packed.open(name, "w", force_zip64=True) as inside:
                inside.write(content)
    assert read_bytes(buffer.getvalue(), "x.docx").blocks[0].after == "One."


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1/evil.dtd"><d/>',
        '<!DOCTYPE d PUBLIC "-//X//Y" "http://127.0.0.1/evil.dtd"><d/>',
        '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1/e"> %p;]><d/>',
        '<!DOCTYPE d [<!ENTITY % a "x"><!ENTITY % b "%a;%a;">%b;]><d/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-7"])
@pytest.mark.parametrize("name", [MAIN, "word/styles.xml"])
def test_no_dtd_and_no_entity_is_looked_at(declared: str, encoding: str, name: str) -> None:
    bad = f'<?xml version="1.0" encoding="{encoding}"?>{declared}'.encode(encoding)
    if encoding == "utf-7":
        bad = bad.replace(b"<!", b"+ADwAIQ-")
    data = docx("One.", styles="", parts={name: bad})
    if encoding == "utf-7" and name != MAIN:  # an encoding no Word file has: the part is left out
        assert read_bytes(data, "x.docx").notices[0].code is Code.PART_MISSING
    else:
        assert any(words in refusal(data) for words in ("DTD", "stored as"))


@pytest.mark.parametrize("depth", [257, 1_000_000])
def test_elements_nested_deeper_than_the_limit_are_refused(depth: int) -> None:
    data = archive({MAIN: part("document", "<w:body>" + "<w:sdt>" * depth)})
    assert "more than 256 deep" in refusal(data)


def test_what_is_nested_as_deep_as_the_limit_is_read() -> None:
    """The body is the second element, paragraph, run and text are the last three."""
    depth = 256 - 5
    nested = "<w:customXml>" * depth + para(run("deep")) + "</w:customXml>" * depth
    assert read_bytes(docx(nested), "x.docx").blocks[0].after == "deep"


@pytest.mark.parametrize(
    ("around", "end"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ('<w:ins w:author="A">', "</w:ins>"),
    ],
)
def test_tables_and_controls_sixty_deep_are_read(around: str, end: str) -> None:
    data = docx(around * 60 + para("deep") + end * 60)
    (paragraph,) = revision_of_bytes(data, "x.docx").paragraphs
    assert paragraph.after == "deep"


def test_a_text_in_one_piece_of_more_than_ten_million_letters_is_refused() -> None:
    letters = random.Random(1).randbytes(5_100_000).hex()  # to pack them well is another attack
    data = archive({MAIN: part("document", f"<w:body>{para(letters)}</w:body>")})
    assert "longer than 10 MB" in refusal(data)


def test_more_paragraphs_comments_and_boxes_in_boxes_than_anybody_writes_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_story, "MOST_PARAGRAPHS", 50)
    monkeypatch.setattr(word_comments, "MOST_COMMENTS", 50)
    monkeypatch.setattr(word_story, "MOST_PASSED", 500)
    monkeypatch.setattr(part_xml, "MOST_ATTRIBUTES", 5_000)
    boxes = "<w:r><w:txbxContent>" * 60 + run("x") + "</w:txbxContent></w:r>" * 60
    assert "50 paragraphs" in refusal(docx("<w:p/>" * 51))
    assert "50 comments" in refusal(docx("x", comments="".join(comment("y", n) for n in range(51))))
    assert "text boxes of text boxes" in refusal(docx(para(boxes)))
    assert "5,000 attributes" in refusal(
        docx("<w:p " + " ".join(f'a{n}=""' for n in range(5_001)) + "/>")
    )


_OUTSIDE = "http://127.0.0.1:9/"
_KINDS = ("attachedTemplate", "image", "aFChunk", "subDocument", "hyperlink", "header", "footnotes",
          "styles", "comments", "chart", "diagramData", "oleObject", "frame")  # fmt: skip


def test_nothing_outside_is_ever_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    links = "".join(link(f"q{n}", kind, _OUTSIDE + kind, external=True)
                    for n, kind in enumerate(_KINDS))  # fmt: skip
    asked = '<w:altChunk r:id="q2"/><w:subDoc r:id="q3"/>'
    drawn = '<w:r><w:drawing><c:chart r:id="q9"/><dgm:relIds r:dm="q10"/></w:drawing></w:r>'
    data = docx(asked, para("One.", drawn), links=links)
    revision = revision_of_bytes(data, "x.docx")
    assert [each.after for each in revision.paragraphs] == ["One."]
    told = [each.text for each in revision.notices if each.code is Code.EXTERNAL_IGNORED]
    assert len(told) == 2
    assert all("not fetched" in text for text in told)


@pytest.mark.parametrize(
    "name",
    ["..\\evil.xml", "C:\\evil.xml", "a:b", "\\\\host\\share\\x", "%2e%2e/evil.xml",
     "word/%2E%2E/%2e%2e/evil.xml", "%2Fetc/passwd", "a/..%5cevil.xml"],
)  # fmt: skip
def test_a_name_that_could_climb_out_on_any_system_is_refused(name: str) -> None:
    assert "leads outside" in refusal(docx("One.", parts={name: "x"}))


def test_a_name_with_a_nul_is_refused() -> None:
    data = docx("One.", parts={"word/evil.xml": "x"})
    assert "leads outside" in refusal(data.replace(b"word/evil.xml", b"word/ev\0l.xml"))


def test_a_number_counted_from_far_out_is_as_long_as_any_other() -> None:
    """Letters repeat: the number 10^18 would be 38 million gigabytes of "a"."""
    for name in ("lowerLetter", "upperRoman", "chicago", "cardinalText", "decimal"):
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="{10**18}"/><w:numFmt w:val="{name}"/>'
            f'<w:lvlText w:val="{"%1" * 100}"/></w:lvl>'
        )
        data = docx(item("One."), item("Two."), numbering=_list(level))
        assert all(len(each.number or "") <= 255 for each in read_bytes(data, "x.docx").blocks)


def _list(level: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


# Each was once, or could well be, quadratic: what stands n times in one place.
_CROWDED: dict[str, Callable[[int], str]] = {
    "comments in one paragraph": lambda n: para(
        "".join(
            f'{run("a")}<w:commentRangeStart w:id="{k}"/><w:commentRangeEnd w:id="{k}"/>'
            for k in range(n)
        )
    ),
    "words of one equation": lambda n: para(
        "<m:r>" + '<w:ins w:author="A">' * 200 + "<m:t>a</m:t>" * n + "</w:ins>" * 200 + "</m:r>"
    ),
    "hidden marks": lambda n: (
        f"<w:p><w:pPr><w:rPr>{'<w:vanish/>' * n}</w:rPr></w:pPr>{'<w:r/>' * n}</w:p>"
    ),
    "joined paragraphs": lambda n: para("a", mark="del") * n,
    "text boxes": lambda n: para(f"<w:r><w:txbxContent>{para('a')}</w:txbxContent></w:r>" * n),
    "columns": lambda n: f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * n}</w:tr></w:tbl>",
}


@pytest.mark.parametrize("crowd", _CROWDED)
def test_what_is_crowded_is_read_in_time_that_grows_with_its_size(crowd: str) -> None:
    """Counted in calls of Python, not in seconds: no machine is ever quiet."""
    few, many = (_calls(docx(_CROWDED[crowd](count))) for count in (500, 2_000))
    assert many < 5 * few


def _calls(data: bytes) -> int:
    count = 0

    def called(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        revision_of_bytes(data, "x.docx")
    finally:
        sys.setprofile(None)
    return count


def test_a_bomb_on_the_command_line_ends_with_a_message(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(entry(b"<a/>", 4_000_000_000))
    command = [sys.executable, "-m", "amend", "read", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "as bombs do" in done.stderr
    assert "Traceback" not in done.stderr
