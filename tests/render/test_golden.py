"""Whole reports, held to files that a person can read."""

from __future__ import annotations

import zipfile
from io import BytesIO

from amend.render import html, md, origin_terminal, terminal, word_rolling
from amend.render.word_redline import render as redline

from . import rolled
from .origins import origins
from .pages import assert_golden, columns, page, printed, report, screen, two
from .sample import CHAIN, REV1


def test_the_page_reads_as_agreed() -> None:
    assert_golden("report.html", html.render(page()))


def test_the_page_of_five_revisions_reads_as_agreed() -> None:
    assert_golden("columns.html", html.render(columns()))


def test_the_markdown_report_reads_as_agreed() -> None:
    assert_golden("report.md", md.render(report()))


def test_a_comparison_on_a_narrow_screen_reads_as_agreed() -> None:
    to, stream = screen()
    terminal.print_compare(two(), to)
    assert_golden("compare.txt", printed(stream))


def test_a_chain_on_a_narrow_screen_reads_as_agreed() -> None:
    to, stream = screen()
    terminal.print_compare(report(), to)
    assert_golden("chain.txt", printed(stream))


def test_a_chain_on_a_wide_screen_reads_as_agreed() -> None:
    to, stream = screen(150)
    terminal.print_compare(report(), to)
    assert_golden("sides.txt", printed(stream))


def test_a_check_on_a_narrow_screen_reads_as_agreed() -> None:
    to, stream = screen()
    terminal.print_check(report(), to)
    assert_golden("check.txt", printed(stream))


def test_a_revision_on_a_narrow_screen_reads_as_agreed() -> None:
    to, stream = screen()
    terminal.print_read(REV1, to)
    assert_golden("read.txt", printed(stream))


def test_the_origins_of_a_paragraph_on_a_narrow_screen_read_as_agreed() -> None:
    """Words put in, moved with an edit, away and back, repeated, and asked for with support."""
    to, stream = screen()
    origin_terminal.print_origins(origins(), to)
    assert_golden("origin.txt", printed(stream))


def test_a_redline_in_word_reads_as_agreed() -> None:
    assert_golden("redline.xml", story(redline(CHAIN.comparisons[0], by="amend", date=None)))


def test_a_rolling_text_in_word_reads_as_agreed() -> None:
    data = word_rolling.render(rolled.report())
    assert_golden("rolling.xml", f"{story(data)}{story(data, 'comments')}")


def story(data: bytes, part: str = "document") -> str:
    """One part of a Word file, a paragraph on each line; it bears no time."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        text = packed.read(f"word/{part}.xml").decode()
    for tag in ("<w:p>", "<w:sectPr>", "<w:comment "):
        text = text.replace(tag, f"\n{tag}")
    return text + "\n"
