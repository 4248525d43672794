"""What is open in a revision is counted as a reader counts it."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend.model.dispute import Dispute, dispute
from tests.commands import amend as command
from tests.commands import put

PARIS = Path(__file__).parents[2] / "shared" / "data" / "paris"


def counted(*lines: str) -> Dispute:
    return dispute(amend.read_text("\n\n".join(lines), name="Rev 1"))


def test_brackets_alternatives_and_words() -> None:
    found = counted("1. We [shall][should] [keep [every] well] open.", "[2. Tolls are low.]")
    assert (found.brackets, found.deepest, found.alternatives) == (5, 2, 1)
    assert (found.words, found.of) == (8, 10)


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("[a][b]", 1), ("[a] [b]\n[c]", 1), ("[a] or [b]", 0), ("[a [b][c]][d]", 2), ("[a]", 0),
        ("[a]] [b]", 0),
    ],
)  # fmt: skip
def test_brackets_side_by_side_are_one_set_of_alternatives(text: str, sets: int) -> None:
    assert counted(f"1. We keep {text} open.").alternatives == sets


@pytest.mark.parametrize(
    "heads",
    [
        ("Option 1:", "Option 2:"), ("Opción 1:", "Opción 2:"), ("Вариант 1:", "Вариант 2:"),
        ("备选案文1：", "备选案文2："), ("الخيار 1:", "الخيار 2:"), ("Option I:", "Option II:"),
        ("Variante A:", "Variante B:"),
    ],
)  # fmt: skip
def test_options_are_counted_in_six_languages(heads: tuple[str, str]) -> None:
    first, second = heads
    found = counted("1. Wells:", f"{first} We keep them.", f"{second} We sell them.")
    assert (found.options, found.choices) == (2, 1)


@pytest.mark.parametrize("said", ["No text", "[No text.]", "Pas de texte", "Sin texto", "无案文"])
def test_an_option_of_no_text_is_counted(said: str) -> None:
    assert counted("1. Wells:", "Option 1: We keep them.", f"Option 2: {said}").no_text == 1


def test_a_choice_begins_anew_where_the_figures_do() -> None:
    found = counted("Option 1: a.", "Option 2: b.", "Option 1: c.", "Option 2: d.", "Option 3: e.")
    assert (found.options, found.choices) == (5, 2)


def test_names_in_brackets_are_told_and_heads_are_none() -> None:
    found = counted("1. We [EU, Japan: must] keep [Placeholder: wells] [EU: open] [see Art 3: 4].")
    assert found.by == (("EU", 2), ("Japan", 1))


def test_brackets_without_a_fellow_are_a_notice_and_counted() -> None:
    draft = amend.read_text("1. We [shall keep wells.\n\n2. Tolls] are [low].", name="Rev 1")
    assert draft.notices == ()
    draft = amend.read_text("1. We shall] keep wells.\n\n2. Tolls are [low.", name="Rev 1")
    (notice,) = draft.notices
    assert notice.code == "bracket-unbalanced"
    assert "one closes in block 1 (“We shall] keep wells.”)" in notice.text
    assert "one opens in block 2" in notice.text
    assert [sign for _, sign in dispute(draft).unbalanced] == ["]", "["]


def test_the_counts_stand_in_the_data_and_on_the_screen(tmp_path: Path) -> None:
    files = put(tmp_path, rev1="1. We [shall][should] act.\n", rev2="1. We shall act.\n")
    data = command("compare", *files, "--json").data
    assert data["revisions"][0]["open"] == {
        "brackets": 2, "deepest": 1, "alternatives": 1, "options": 0, "choices": 0, "no_text": 0,
        "words": 2, "of": 4, "by": [], "unbalanced": [],
    }  # fmt: skip
    assert data["revisions"][1]["open"]["brackets"] == 0
    assert command("read", files[0], "--json").data["open"]["brackets"] == 2
    out = command("compare", *files).out
    assert "Open in Rev 1: 2 brackets, 1 set of alternatives, 50 % of the words" in out
    assert "Open in Rev 2: nothing" in out


@pytest.mark.skipif(not PARIS.is_dir(), reason="needs ../shared/data/paris")
@pytest.mark.parametrize(
    ("day", "brackets", "options", "no_text"),
    # Read by hand: the signs of the file less footnote marks and the addresses of its links.
    [
        ("23-oct", 1027, 152, 19),
        ("4-dec", 1021, 116, 12),
        ("9-dec", 219, 28, 0),
        ("12-dec", 4, 0, 0),
    ],
)
def test_the_brackets_of_paris_fall_night_by_night(
    day: str, brackets: int, options: int, no_text: int
) -> None:
    found = dispute(amend.read(PARIS / f"{day}-2015.md"))
    assert (found.brackets, found.options, found.no_text) == (brackets, options, no_text)
