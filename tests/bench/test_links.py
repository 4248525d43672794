"""The baseline, and the keys made by hand, read as their makers meant them."""

from __future__ import annotations

import zipfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import argrewrite, calibration, chain, paris
from bench.linked import (
    TOOLS,
    by_amend,
    pooled,
    revision,
    share,
    share_of_parted,
    share_of_single,
)
from bench.sheets import sheets
from bench.tfidf import assigned, cosines, over

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIDES = ("Old Draft", "New Draft")


def test_texts_of_the_same_words_have_a_cosine_of_one_and_of_none_in_common_none_at_all() -> None:
    found = cosines(["red boats sail", "old mills"], ["boats sail red", "new wells"])
    assert found == {(0, 0): pytest.approx(1.0)}


def test_a_word_in_every_text_weighs_less_than_a_rare_one() -> None:
    found = cosines(["the boats", "the mills"], ["the boats", "the mills"])
    assert found[0, 1] < 0.5 < found[0, 0]
    assert over(found, 0.5) == {(0, 0), (1, 1)}


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_assignment_is_the_best_there_is(rows: list[list[int]]) -> None:
    found = {(one, at): value / 10 for one, row in enumerate(rows) for at, value in enumerate(row)}
    best = max(
        sum(rows[one][at] for one, at in enumerate(order))
        for order in permutations(range(4), len(rows))
    )
    for turned in (False, True):
        pairs = {(b, a): v for (a, b), v in found.items()} if turned else found
        sizes = (4, len(rows)) if turned else (len(rows), 4)
        said = assigned(pairs, *sizes)
        assert round(10 * sum(pairs[link] for link in said)) == best
        assert len({one for one, _ in said}) == len({other for _, other in said}) == len(said)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assigned({}, 0, 3) == assigned({}, 3, 0) == frozenset()


def test_every_tool_ties_what_stayed() -> None:
    texts = ["We protect the wells of every village.", "Tolls are written in two books."]
    for name, tool in TOOLS.items():
        assert tool(texts, texts) >= {(0, 0), (1, 1)}, name


def test_counts_of_several_texts_are_put_together() -> None:
    parts = [share({(0, 0)}, {(0, 0), (1, 1)}), share(set(), {(2, 2)})]
    assert pooled(parts) == (1, 3, 1)
    assert (pooled(parts).precision, pooled(parts).recall, pooled(parts).f1) == (1.0, 1 / 3, 0.5)
    assert share(set(), set()).f1 == 0.0


def test_links_one_to_one_are_judged_apart_from_those_of_splits() -> None:
    true = {(0, 0), (1, 1), (1, 2)}
    assert share_of_single({(0, 0), (1, 1), (3, 3)}, true) == (2, 1, 1)
    assert share_of_parted({(0, 0), (1, 1), (3, 3)}, true) == (1, 2, 1)


def test_texts_that_are_read_as_other_paragraphs_are_refused() -> None:
    with pytest.raises(ValueError, match="1 paragraphs were given, 2 were read"):
        revision(["one\n\ntwo"], "draft")


def book(path: Path, rows: dict[str, list[dict[str, str]]]) -> Path:
    """Write a workbook of sheets whose cells are inline texts, the first row being heads."""
    names = list(rows)
    with zipfile.ZipFile(path, "w") as package:
        listed = "".join(f'<sheet name="{name}" r:id="r{at}"/>' for at, name in enumerate(names))
        package.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        related = "".join(f'<R Id="r{at}" Target="s{at}.xml"/>' for at in range(len(names)))
        package.writestr("xl/_rels/workbook.xml.rels", f"<Rs>{related}</Rs>")
        for at, name in enumerate(names):
            lines = [{"A": "Sentence Index"}, *rows[name]]
            cells = "".join(f"<row>{''.join(_cells(row, n))}</row>" for n, row in enumerate(lines))
            package.writestr(
                f"xl/s{at}.xml",
                f'<worksheet xmlns="{_SHEET}"><sheetData>{cells}</sheetData></worksheet>',
            )
    return path


def _cells(row: dict[str, str], line: int) -> list[str]:
    return [
        f'<c r="{column}{line}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in row.items()
    ]


def test_links_of_sentences_give_the_links_of_their_paragraphs(tmp_path: Path) -> None:
    old = [
        {"A": "1", "B": "Boats sail.", "C": "1", "E": "1"},
        {"A": "2", "B": "Mills  grind.", "C": "2,3", "E": "1"},
        {"A": "3", "B": "Wells fail.", "C": "DELETE", "E": "2"},
    ]
    new = [
        {"A": "1", "B": "Boats sail.", "C": "1", "F": "1"},
        {"A": "2", "B": "Mills turn.", "C": "2", "F": "1"},
        {"A": "3", "B": "And grind.", "C": "2", "F": "2"},
    ]
    paragraphs, sentences = argrewrite.read(
        book(tmp_path / "essay.xlsx", dict(zip(_SIDES, (old, new), strict=True)))
    )
    assert sentences.links == {(0, 0), (1, 1), (1, 2)}
    assert sentences.old == ["Boats sail.", "Mills grind.", "Wells fail."]
    assert paragraphs.links == {(0, 0), (0, 1)}
    assert paragraphs.new == ["Boats sail. Mills turn.", "And grind."]


def test_a_sheet_is_rows_of_texts_by_column(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"One": [{"A": "x", "C": "y"}]})
    assert sheets(path)["One"][1:] == [{"A": "x", "C": "y"}]


@pytest.mark.skipif(
    not argrewrite.FOLDER.exists(), reason="the shared documents are not beside the project"
)
def test_real_essays_are_aligned_as_hands_did() -> None:
    """A floor under `python -m bench argrewrite`, on a tenth of its essays."""
    files = sorted(argrewrite.FOLDER.glob("*/*/*.xlsx"))[::9]
    essays = [each for path in files for each in argrewrite.read(path)]
    said = pooled(share(by_amend(each.old, each.new), each.links) for each in essays)
    assert said.f1 >= 0.96


def test_generated_chains_lose_paragraphs_and_bring_some_back() -> None:
    made = chain.revisions(60)
    texts = [{each.text for each in revision.paragraphs} for revision in made]
    assert len(made) == 5
    assert any(
        text in later and text not in between
        for first, between, later in zip(texts, texts[1:], texts[2:], strict=False)
        for text in first
    )


def test_the_parts_print_their_tables(capsys: pytest.CaptureFixture[str]) -> None:
    chain.run(quick=True)
    assert "5 revisions" in capsys.readouterr().out
    if paris.FOLDER.exists() and argrewrite.FOLDER.exists():
        calibration.run(quick=True)
        paris.run()
        argrewrite.run(quick=True)
        told = capsys.readouterr().out
        assert "over 0.9" in told
        assert "TF-IDF, Hungarian" in told
        assert "sentences of 12 pairs" in told
