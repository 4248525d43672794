"""Markdown, screens and the registry: foreign text stays text, and every suffix has its writer."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from amend.errors import AmendError
from amend.model.draft import Paragraph, Revision
from amend.model.source import Comment, Run, Source, Stamp
from amend.render import WRITERS, Report, md, terminal, write
from amend.render.progress import progress
from amend.render.view import of_proponent, on_label, report_view

from .pages import printed, report, screen, two
from .sample import CHAIN, COURSES, MADE, NOTICES, SCRIPT, TABLE, THRESHOLDS, chain, revision

REPORT = Report("Sample", MADE, CHAIN, COURSES, "Zero draft", THRESHOLDS, NOTICES)


def test_every_suffix_writes_the_same_report() -> None:
    for suffix in WRITERS:
        assert "Delta Youth Forum" in write(REPORT, suffix.upper())


def test_a_report_with_a_base_is_a_check_and_one_without_a_comparison() -> None:
    checked = json.loads(write(REPORT, ".json"))
    assert (checked["base"], checked["later"]) == ("Zero draft", ["Rev 1", "Rev 2"])
    compared = json.loads(write(replace(REPORT, courses=(), base=None), ".json"))
    assert "alignments" in compared


@pytest.mark.parametrize("suffix", [".pdf", "", ".doc"])
def test_an_unknown_suffix_is_refused_with_the_choices(suffix: str) -> None:
    with pytest.raises(AmendError) as refusal:
        write(REPORT, suffix)
    assert all(each in refusal.value.hint for each in WRITERS)


def test_markdown_spells_foreign_signs_out() -> None:
    told = md.render(report())
    assert SCRIPT not in told
    assert "&lt;script&gt;" in told
    assert r"a \| b \`c\` \*d\* \_e\_ \~\~f\~\~ \[g\](http\://h.example) # i" in told
    assert TABLE not in told


def test_every_row_of_a_markdown_table_has_every_column() -> None:
    hostile = revision("Rev | 1", ["1. a | b\nc | d", "2. <br> | $x$ www.example.org"])
    view = report_view(chain((hostile,), ()), title="A\n# B", made=MADE)
    told = md.render(view)
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert {line.replace(r"\|", "").count("|") for line in rows} == {2}
    assert r"www\.example" in told
    assert "\n# B" not in told


def test_a_redline_reads_without_colour() -> None:
    to, stream = screen()
    terminal.print_compare(two(), to)
    assert "[-encourage coastal cities-] {+commit+}" in stream.getvalue()


def test_a_redline_in_colour_needs_no_brackets() -> None:
    stream = StringIO()
    to = Console(
        file=stream, width=80, force_terminal=True, color_system="truecolor", no_color=False
    )
    terminal.print_compare(two(), to)
    assert "[-" not in stream.getvalue()
    assert "\x1b[" in stream.getvalue()


def test_a_text_cannot_steer_the_terminal() -> None:
    to, stream = screen()
    terminal.print_check(report(), to)
    assert not {"\x1b", "\x00", "\u202e", "\u202c"} & set(stream.getvalue())


def test_brackets_of_a_draft_are_no_markup_of_ours() -> None:
    draft = revision("Rev 1", ["1. [bold]shall[/bold] [should] :smile:"])
    to, stream = screen()
    terminal.print_read(draft, to)
    terminal.print_table(["Name"], [["[red]x[/red]"]], to)
    assert "[bold]shall[/bold] [should] :smile:" in stream.getvalue()
    assert "[red]x[/red]" in stream.getvalue()


def test_every_paragraph_is_named_on_a_wide_and_a_narrow_screen() -> None:
    for width in (40, 80, 200):
        to, stream = screen(width)
        terminal.print_compare(report(), to)
        lines = stream.getvalue().splitlines()
        assert max(map(len, lines)) <= width
        assert "dropped" in stream.getvalue()


def test_one_paragraph_and_one_proponent_print_alone() -> None:
    to, stream = screen()
    terminal.print_paragraph(on_label(report(), "5bis"), to)
    told = stream.getvalue()
    assert "not in this revision" in told
    assert "Union of Port Workers" in told
    to, stream = screen()
    terminal.print_check(of_proponent(report(), "Harbour League"), to)
    assert "Quayside" not in stream.getvalue()


def test_tracked_changes_and_comments_are_read_out() -> None:
    stamp = Stamp("Ana")
    runs = (Run("We "), Run("shall", deleted=stamp), Run("will", inserted=stamp), Run(" act."))
    comments = (Comment("Ben", None, "Why?", "will"),)
    paragraph = Paragraph("p1", None, runs, Source("a", 1), printed="9.", comments=comments)
    to, stream = screen()
    terminal.print_read(replace(Revision("Rev 1", (paragraph,)), notices=NOTICES), to)
    told = printed(stream)
    assert "We [-shall-]{+will+} act." in told
    assert "# Ben: Why?" in told
    assert "file-skipped: drafts/notes.odt" in told


def test_nothing_moves_on_stderr_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading"):
        pass
    assert capsys.readouterr().err == ""
