"""A saved page as lines: each with its number, blank ones and no-break spaces kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from amend.errors import ReadError
from amend.read import page as pages
from amend.read.page import read_page, read_page_bytes


def test_a_text_page_keeps_every_line_under_its_number() -> None:
    page = read_page_bytes("One\r\n\r\n\u00a0\r\nTwo  ".encode(), "page.txt")
    assert [(each.number, each.text) for each in page.lines] == [
        *[(1, "One"), (2, ""), (3, "\u00a0"), (4, "Two  ")],
    ]
    assert (page.format, page.frames) == ("txt", ())


def test_an_html_page_gives_the_line_of_the_file_each_stands_on() -> None:
    page = read_page_bytes(b"<html>\n<body>\n<p>One</p>\n\n<p>Two</p></body></html>", "page.html")
    assert [(each.number, each.text) for each in page.lines if each.text] == [
        (3, "One"),
        (5, "Two"),
    ]


def test_what_a_page_declares_of_its_letters_is_believed() -> None:
    text = '<meta charset="iso-8859-1"><p>Año</p>'.encode("latin-1")
    assert "Año" in [each.text for each in read_page_bytes(text, "page.htm").lines]


def test_another_format_gives_its_blocks_as_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("# Pact\n\nWe need light.\n", encoding="utf-8")
    assert [each.text for each in read_page(path).lines if each.text] == ["Pact", "We need light."]


@pytest.mark.parametrize(
    ("data", "file", "found"),
    [
        (b" \n\n ", "page.txt", "holds no text"),
        (b"\xff\xfeA", "page.txt", "not UTF-8"),
        (b"", "page.html", "no HTML page"),
        (b"x", "page.zip", "cannot read"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, file: str, found: str) -> None:
    with pytest.raises(ReadError, match=found):
        read_page_bytes(data, file)


def test_a_page_of_more_lines_than_a_discussion_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "_MOST_LINES", 3)
    with pytest.raises(ReadError, match="has 4 lines"):
        read_page_bytes(b"a\nb\nc\nd", "page.txt")
