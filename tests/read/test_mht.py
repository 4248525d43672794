"""Web pages saved as one file."""

from __future__ import annotations

import pytest

from amend.errors import ReadError
from amend.read import read_bytes
from amend.read.mail_parts import MOST_PARTS
from amend.read.page import read_page_bytes

_HEAD = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n'
)


def saved(page: bytes, more: bytes = b"", charset: bytes = b"utf-8") -> bytes:
    return (
        _HEAD
        + b"--b\r\nContent-Type: text/html; charset="
        + charset
        + b"\r\nContent-Location: http://a.org/\r\n\r\n"
        + page
        + b"\r\n"
        + more
        + b"--b--\r\n"
    )


PICTURE = b"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"


def test_the_page_is_read_and_what_stands_beside_it_is_not() -> None:
    frame = b"--b\r\nContent-Type: text/html\r\n\r\n<p>advertisement</p>\r\n"
    source = read_bytes(saved(b"<h1>Draft</h1><p>9. We decide.</p>", PICTURE + frame), "x.mht")
    assert [one.after for one in source.blocks] == ["Draft", "9. We decide."]
    assert source.format == "mht"


@pytest.mark.parametrize(
    ("written", "charset"),
    [("café".encode(), b"utf-8"), ("café".encode("cp1252"), b"windows-1252"),
     ("café".encode(), b"no-such-name")],
)  # fmt: skip
def test_the_encoding_is_the_one_it_names(written: bytes, charset: bytes) -> None:
    (block,) = read_bytes(saved(b"<p>" + written + b"</p>", charset=charset), "x.mhtml").blocks
    assert block.after == "café"


def test_a_discussion_saved_so_is_a_page_of_lines() -> None:
    page = read_page_bytes(saved(b"<div class='comment'><p>We ask for peace.</p></div>"), "x.mht")
    assert [line.text for line in page.lines if line.text] == ["We ask for peace."]
    assert page.format == "mht"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nwords",
        b"nothing of the kind",
        _HEAD + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * (MOST_PARTS + 1),
        saved(b""),
    ],
)
def test_what_holds_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes(data, "x.mht")
    assert refusal.value.hint
