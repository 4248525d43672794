"""What a rolling text shows in each format: whose each mark is, what collides, all escaped."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import amend
from amend.errors import AmendError
from amend.match.collate import collate
from amend.model.draft import Role
from amend.model.proposal import Operation, Proposal
from amend.model.rolling import Rolling, RollingParagraph, Stretch
from amend.model.source import Source
from amend.render import html, rolling_md, rolling_terminal, terminal
from amend.render.rolling import ROLLING_WRITERS, RollingReport, write
from amend.render.rolling_view import rolling_view

from .pages import assert_golden, printed, screen
from .rolled import BASE, report, rolling, view
from .sample import MADE


def on_screen(width: int = 80) -> str:
    to, stream = screen(width)
    rolling_terminal.print_rolling(view(), to)
    return printed(stream)


def test_the_page_of_a_rolling_text_reads_as_agreed() -> None:
    assert_golden("rolling.html", html.render_rolling(view()))


def test_a_rolling_text_in_markdown_reads_as_agreed() -> None:
    assert_golden("rolling.md", rolling_md.render(view()))


def test_a_rolling_text_on_a_narrow_screen_reads_as_agreed() -> None:
    assert_golden("rolling.txt", on_screen())


@pytest.mark.parametrize("width", [80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, on_screen(width).splitlines())) <= width


def test_in_colour_the_marks_do_without_signs_and_names_stay() -> None:
    _, stream = screen()
    coloured = terminal.console(stream, width=80)
    coloured.no_color = False
    coloured._color_system = 1  # type: ignore[assignment]  # a terminal of sixteen colours
    rolling_terminal.print_rolling(view(), coloured)
    assert "{+" not in stream.getvalue()
    assert "(Avel, Delta)" in stream.getvalue()


@pytest.mark.parametrize("suffix", ROLLING_WRITERS)
def test_every_word_of_the_base_and_every_proposal_is_in_every_format(suffix: str) -> None:
    text = write(report(), suffix)
    assert "who asks" in text or suffix == ".json"
    for line in BASE.splitlines()[::4]:
        assert line.split(" ", 1)[1] in text
    for words in ("and rafts", "in spring", "We thank all ports", "lent anything", "in the winter"):
        assert words in text


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_words_of_strangers_are_never_markup(suffix: str) -> None:
    text = write(report(), suffix)
    assert "<script>Estuary" not in text
    assert "<b>pilots" not in text


def test_the_data_hold_each_proposal_once() -> None:
    found = json.loads(write(report(), ".json"))
    assert found["schema"] == "amend/1"
    ids = [
        one
        for paragraph in found["paragraphs"]
        for each in (
            *(way for stretch in paragraph["stretches"] for way in stretch["readings"]),
            *paragraph["wholes"],
            *paragraph["positions"],
        )
        for one in each["proposals"]
    ]
    ids += [each["id"] for each in found["unplaced"]]
    assert len(ids) == len(set(ids)) == 18  # two more are folded: an endorsement, a support
    assert [each["label"] for each in found["collisions"]] == ["2", "4"]
    assert [each["id"] for each in found["paragraphs"]][-1] is None


def test_what_was_made_on_another_revision_says_so_in_its_place() -> None:
    screen = " ".join(on_screen().split())
    assert "Made on another revision, named behind the proponents: 4 proposals" in screen
    assert "reserve the position (Fens; on Zero draft)" in screen
    assert "encourage-]{+urge+} (Avel)" in screen


def test_a_name_does_not_grow_together_with_the_word_behind_it() -> None:
    base = amend.read_text("9. (We) act.", name="Rev 1")
    asked = amend.proposals_from_text('In para 9, replace "(" by "[".', against=base, by="Avel")
    view = rolling_view(collate(base, asked), made=MADE, notices=())
    assert all(way.who.endswith(" ") for span in view.rows[0].spans for way in span.ways)


@pytest.mark.parametrize("words", ["six words " * 30, "six words"])
def test_no_word_of_a_position_is_cut_off(words: str) -> None:
    source = Source("p.txt", 1)
    ids = (rolling().paragraphs[0].id or "",)
    said = Proposal(
        "p.1", ("Avel",), Operation.QUESTION, source, "Rev 1", paragraphs=ids, raw=words
    )
    base = amend.read_text(BASE, name="Rev 1")
    (line,) = rolling_view(collate(base, [said]), made=MADE, notices=()).rows[0].lines
    assert words.strip() in (line.text, line.head.removeprefix("question: "))


def test_a_base_without_proposals_is_called_so() -> None:
    empty = Rolling("Rev 1", rolling().paragraphs[:0])
    shown = rolling_view(empty, made=MADE, notices=())
    assert shown.told == ("No proposal has a place in Rev 1.",)
    assert not shown.has_marks


def test_signs_that_deceive_are_made_visible() -> None:
    shown = rolling_view(replace(rolling(), base="a\u202eb\x1b"), made=MADE, notices=())
    assert "\u202e" not in shown.title
    assert "\x1b" not in shown.title


def test_a_format_there_is_none_for_is_refused_with_the_choices() -> None:
    with pytest.raises(AmendError) as refusal:
        write(report(), ".xlsx")
    assert refusal.value.hint == "Name the file with one of .html, .json, .md, .docx."


def test_a_template_of_ones_own_is_taken(tmp_path: Path) -> None:
    (tmp_path / "rolling.html.j2").write_text("{{ view.title }}", encoding="utf-8")
    own = RollingReport(rolling(), MADE, templates=tmp_path)
    assert write(own, ".html") == "Rev 1 with all proposals"


def test_an_empty_paragraph_of_the_base_stands_in_its_place() -> None:
    bare = RollingParagraph("p9", None, None, Role.OPERATIVE, (Stretch(""),))
    shown = rolling_view(replace(rolling(), paragraphs=(bare,)), made=MADE, notices=())
    assert [each.name for each in shown.rows] == ["an empty paragraph"]
