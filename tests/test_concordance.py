"""An official concordance becomes rulings, and the table we write reads back as what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from amend import pipeline
from amend.model.comparison import Chain
from amend.official import rulings
from amend.parse.concordance import correspondences
from amend.read import read
from amend.render.concordance import names
from amend.render.concordance_pages import written
from amend.store.naming import same_name
from tests.commands import amend, put, refusal, workspace

ROOT = Path(__file__).parents[1]
FORMATS = (".csv", ".xlsx", ".md", ".docx", ".html")
PARIS = ROOT.parent / "shared" / "data" / "paris"


def beads(made: Chain) -> list[list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    return [
        [(tuple(p.id for p in b.old), tuple(p.id for p in b.new)) for b in each.alignment.beads]
        for each in made.comparisons
    ]


def read_back(made: Chain, path: Path) -> Chain:
    """Write a concordance, import it as rulings, and align again under them."""
    report = pipeline.report(made, title="A to B", now="today")
    held = written(report, path.suffix)
    path.write_bytes(held.encode() if isinstance(held, str) else held)
    known = {same_name(each.name): each.name for each in made.revisions}
    rows = correspondences(read(path), lambda head: known.get(same_name(head)))
    found, told = rulings(rows, made.revisions, by="Secretariat", on="2026-01-02")
    assert told == ()
    again = pipeline.chain(made.revisions, found)
    assert all(not each.alignment.notices for each in again.comparisons)
    return again


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_table_of_the_worked_example_reads_back_as_it_was(tmp_path: Path, suffix: str) -> None:
    files = [ROOT / "drafts" / f"{name}.docx" for name in ("zero", "rev1", "rev2", "rev3")]
    made = pipeline.chain(pipeline.read_revisions(files))
    again = read_back(made, tmp_path / f"table{suffix}")
    assert beads(again) == beads(made)
    every = [bead for each in again.comparisons for bead in each.alignment.beads]
    assert {bead.by for bead in every} == {"Secretariat"}


@pytest.mark.skipif(not PARIS.is_dir(), reason="needs ../shared/data/paris")
@pytest.mark.parametrize("suffix", [".csv", ".docx"])
def test_numbers_that_start_anew_in_each_article_read_back_too(tmp_path: Path, suffix: str) -> None:
    files = [PARIS / f"{day}-dec-2015.md" for day in (9, 12)]
    made = pipeline.chain(pipeline.read_revisions(files))
    assert beads(read_back(made, tmp_path / f"table{suffix}")) == beads(made)


def test_no_two_paragraphs_have_one_name() -> None:
    text = (
        "Article 1\n\n1. We commit to peace.\n\nArticle 2\n\n1. We end the levy.\n\n"
        "Option 1: No text\n\nOption 2: No text in this option\n\nArticle 3\n\n"
        "Recalling “the” old treaty\n\nNo text\n\nNo text\n"
    )
    draft = pipeline.revision_of_bytes(text.encode(), "rev1.txt")
    found = list(names(draft).values())
    assert len(set(found)) == len(found)
    assert {"Art1/1", "Art2/1"} <= set(found)


def _desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk")


def _threads(desk: Path, label: str) -> list[dict[str, list[str]]]:
    return [e["labels"] for e in amend("show", label, "--in", desk, "--json").data["threads"]]


def test_an_official_table_outranks_the_engine(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    table = tmp_path / "official.csv"
    table.write_text("Old,New\n1,3\n2,\n,1\n,2\n", encoding="utf-8")
    words = ["rule", "concordance", table, "--from", "rev1", "--of", "rev2", "--by", "Secretariat"]
    answer = amend(*words, "--in", desk)
    assert answer.out == "4 rulings read, 4 of them new and stored\n"
    assert amend(*words, "--in", desk).out == "4 rulings read, 0 of them new and stored\n"
    assert {"Rev 1": ["1"], "Rev 2": ["3"], "Rev 3": ["3"]} in _threads(desk, "1")
    assert {"Rev 1": ["2"], "Rev 2": [], "Rev 3": []} in _threads(desk, "2")


def test_several_old_for_one_new_are_one_ruling_in_whatever_rows_they_stand(
    tmp_path: Path,
) -> None:
    desk = _desk(tmp_path)
    table = tmp_path / "official.md"
    table.write_text("| New | Old |\n|---|---|\n| 1 | 1 |\n| 1 | 2 |\n", encoding="utf-8")
    words = ["rule", "concordance", table, "--from", "Rev 1", "--of", "Rev 2", "--by", "S"]
    assert amend(*words, "--in", desk).out.startswith("1 ruling read")
    (life,) = _threads(desk, "1")
    assert life == {"Rev 1": ["1", "2"], "Rev 2": ["1"], "Rev 3": ["1"]}


def test_a_row_that_names_nothing_is_told_and_what_hangs_on_it_left_out(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    table = tmp_path / "official.csv"
    table.write_text("Old,New\n1,1\n99,1\n2,2\n", encoding="utf-8")
    words = ["rule", "concordance", table, "--from", "Rev 1", "--of", "Rev 2", "--by", "S"]
    answer = amend(*words, "--in", desk, "--strict")
    assert answer.code == 3
    assert answer.out.startswith("1 ruling read")
    assert "ruling-unplaced: official.csv, row 3: 99 is not in Rev 1" in answer.err


def test_a_table_about_unknown_revisions_is_refused_with_the_choices(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    table = tmp_path / "official.csv"
    table.write_text("Old,New\n1,1\n", encoding="utf-8")
    words = ["rule", "concordance", table, "--by", "S", "--in", desk]
    assert "--from and --of: Rev 1, Rev 2, Rev 3" in refusal(*words)
    assert "no revision is named 'Rev 9'" in refusal(*words, "--from", "Rev 9", "--of", "Rev 2")


def test_a_table_of_texts_is_not_taken_for_one_of_numbers(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    table = tmp_path / "sides.csv"
    table.write_text("Rev 1,Rev 2\nWe commit to war,We want oil\n", encoding="utf-8")
    assert "most of its 1 rows" in refusal("rule", "concordance", table, "--by", "S", "--in", desk)


def test_the_columns_of_an_official_table_may_stand_the_other_way_round(tmp_path: Path) -> None:
    (old, new) = pipeline.read_revisions(put(tmp_path, rev1="1. Wells.\n", rev2="2. Locks.\n"))
    path = tmp_path / "table.csv"
    path.write_text("Rev 2,Rev 1\n2,1\n", encoding="utf-8")
    rows = correspondences(read(path), {"Rev 1": "Rev 1", "Rev 2": "Rev 2"}.get)
    (ruling,), _ = rulings(rows, (old, new), by="S", on="2026-01-02")
    assert (str(ruling.old[0]), str(ruling.new[0])) == ("1", "2")
    assert (ruling.old_revision, ruling.revision) == ("Rev 1", "Rev 2")


def test_a_table_is_written_in_every_format(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    files = [desk / "drafts" / f"rev{n}.txt" for n in (1, 2, 3)]
    for suffix in (*FORMATS, ".json"):
        out = tmp_path / f"table{suffix}"
        assert amend("concordance", *files, "-o", out).code == 0
        assert out.stat().st_size > 100
    page = (tmp_path / "table.html").read_text(encoding="utf-8")
    assert "Through all revisions" in page
    assert "<script" not in page
    answer = amend("concordance", *files)
    assert "Through all revisions" in answer.out
    assert "cannot write '.pdf' files" in refusal("concordance", *files, "-o", tmp_path / "a.pdf")
