"""`import amend`: each name of the library works as its page says, and touches nothing outside."""

from __future__ import annotations

import dataclasses
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

import amend
from amend.errors import AmendError, LabelError, ProposalError, ReadError
from amend.model.alignment import Change
from amend.model.comparison import Op
from amend.model.draft import Revision
from amend.model.proposal import Operation
from amend.model.ruling import Fate, Headline
from amend.notices import Code
from tests.commands import BASE, DELTA, GAMMA, LATER, LATEST


@pytest.fixture
def rev1() -> Revision:
    return amend.read_text(BASE, name="Rev 1")


@pytest.fixture
def rev2() -> Revision:
    return amend.read_text(LATER, name="Rev 2")


@pytest.fixture
def rev3() -> Revision:
    return amend.read_text(LATEST, name="Rev 3")


def test_a_label_is_a_value_with_a_canonical_print_and_an_order() -> None:
    assert str(amend.Label.parse("42 bis")) == "42bis"
    assert amend.Label.parse("42bis") == amend.Label.parse("[42 BIS.]")
    printed = ["9ter", "10", "9 pre", "9bis", "9"]
    in_order = sorted(amend.Label.parse(each) for each in printed)
    assert [str(each) for each in in_order] == ["9pre", "9", "9bis", "9ter", "10"]
    french = sorted(amend.Label.parse(each, profile="fr") for each in ("14", "14 A", "14 AA"))
    assert [str(each) for each in french] == ["14AA", "14A", "14"]
    with pytest.raises(LabelError):
        amend.Label.parse("9tre")


def test_references_are_found_with_their_place_in_the_text() -> None:
    text = "see paras 23, 33 and 42-ter of the draft"
    (found,) = amend.references(text, language="en")
    assert [str(each) for each in found.labels] == ["23", "33", "42ter"]
    assert text[found.start : found.end] == found.text == "paras 23, 33 and 42-ter"
    assert amend.references("in 2026 all 12 States met") == ()


def test_a_draft_is_read_from_a_file_and_from_a_string_alike(
    tmp_path: Path, rev1: Revision
) -> None:
    path = tmp_path / "rev1.txt"
    path.write_text(BASE, encoding="utf-8")
    for given in (path, str(path)):
        read = amend.read(given)
        assert (read.name, read.file) == ("Rev 1", "rev1.txt")
        assert [each.text for each in read.paragraphs] == [each.text for each in rev1.paragraphs]
    assert amend.read(path, name="Morning").name == "Morning"
    with pytest.raises(ReadError):
        amend.read(tmp_path / "rev9.txt")
    with pytest.raises(AmendError):
        amend.read(path, profile="xx")


def test_proposals_come_from_a_file_and_from_a_string_alike(tmp_path: Path, rev1: Revision) -> None:
    path = tmp_path / "delta-rev1.txt"
    path.write_text(DELTA, encoding="utf-8")
    (from_file,) = amend.proposals(path, against=rev1)
    (said,) = amend.proposals(str(path), against=rev1, by=["A", "B"])
    assert (from_file.by, said.by) == (("Delta Union",), ("A", "B"))
    (from_text,) = amend.proposals_from_text(
        'Para 1: insert "lasting" before "peace".', against=rev1, by="Delta Union"
    )
    for each in (from_file, from_text):
        assert each.operation is Operation.INSERT_PHRASE
        assert each.base == "Rev 1"
        assert [str(label) for label in each.target] == ["1"]
        assert each.text == "lasting"
    assert from_file.source.file == "delta-rev1.txt"
    assert amend.proposals_from_text("We thank the chair.", against=rev1, by="X") == ()


def test_a_whole_paragraph_is_proposed_for_a_label(rev1: Revision) -> None:
    asked = amend.proposed(rev1, "1", "We commit to lasting peace on the river.", by="Delta")
    assert asked.operation is Operation.REPLACE_PARAGRAPH
    assert asked.paragraphs == (rev1.paragraphs[0].id,)
    new = amend.proposed(rev1, "1 bis", "We thank the pilots.", by="Delta")
    assert new.operation is Operation.INSERT_NEW_PARAGRAPH
    assert [str(each) for each in new.target] == ["1bis"]
    assert new.by == ("Delta",)
    with pytest.raises(LabelError):
        amend.proposed(rev1, "9tre", "We thank the pilots.", by="Delta")
    with pytest.raises(ProposalError):
        amend.proposed(rev1, "1", "  ", by="Delta")


def test_two_revisions_are_aligned_bead_by_bead(rev1: Revision, rev2: Revision) -> None:
    alignment = amend.align(rev1, rev2)
    assert (alignment.old, alignment.new) == ("Rev 1", "Rev 2")
    assert [set(bead.changes) for bead in alignment.beads] == [
        {Change.SUBSTITUTION}, set(), {Change.INSERTION},
    ]  # fmt: skip


def test_a_comparison_has_the_word_edits_of_every_bead(rev1: Revision, rev2: Revision) -> None:
    compared = amend.compare(rev1, rev2)
    assert compared.alignment == amend.align(rev1, rev2)
    inserted = [edit.text for edit in compared.redlines[0].edits if edit.op is Op.INSERT]
    assert [each.strip() for each in inserted] == ["lasting"]


def test_proposals_are_applied_to_the_base_and_what_fails_is_a_notice(rev1: Revision) -> None:
    asked = amend.proposals_from_text(
        f'{DELTA}\nPara 2: insert "all" before "rice".', against=rev1, by="Delta"
    )
    rolling = amend.apply(rev1, asked)
    assert rolling.paragraphs[0].text == "We commit to lasting peace on the river."
    assert rolling.paragraphs[1].text == rev1.paragraphs[1].text
    assert Code.ANCHOR_NOT_FOUND in [each.code for each in rolling.notices]


def test_each_proposal_gets_one_course_in_their_order(
    rev1: Revision, rev2: Revision, rev3: Revision
) -> None:
    asked = amend.proposals_from_text(f"{DELTA}\n{GAMMA}", against=rev1)
    courses = amend.judge(asked, (rev1, rev2, rev3))
    assert [each.proposal for each in courses] == list(asked)
    assert [each.headline for each in courses] == [Headline.DROPPED_LATER, Headline.CARRIED]
    assert [[ruling.fate for ruling in each.rulings] for each in courses] == [
        [Fate.ADOPTED_VERBATIM, Fate.NOT_ADOPTED],
        [Fate.NOT_ADOPTED, Fate.ADOPTED_VERBATIM],
    ]
    place = courses[0].rulings[0].evidence[0]
    assert rev2.paragraph(place.paragraph).text[place.start : place.end] == place.text == "lasting"


def test_two_strings_by_one_proponent_are_judged_apart(rev1: Revision, rev2: Revision) -> None:
    texts = DELTA, GAMMA.replace("all", "any")
    both = [amend.proposals_from_text(each, against=rev1, by="PICUM")[0] for each in texts]
    courses = amend.judge(both, (rev1, rev2))
    assert [each.rulings[0].fate for each in courses] == [Fate.ADOPTED_VERBATIM, Fate.NOT_ADOPTED]
    assert len({each.proposal.id for each in courses}) == 2
    rolling = amend.apply(rev1, both)
    assert "lasting peace" in rolling.paragraphs[0].text
    assert "any grain" in rolling.paragraphs[1].text


def test_a_proposal_on_a_revision_that_is_not_given_is_undeterminable(
    rev1: Revision, rev2: Revision, rev3: Revision
) -> None:
    asked = amend.proposals_from_text(DELTA, against=rev1)
    (course,) = amend.judge(asked, (rev2, rev3))
    assert course.headline is Headline.UNDETERMINABLE


def test_nothing_to_judge_gives_nothing(rev1: Revision, rev2: Revision) -> None:
    assert amend.judge((), (rev1, rev2)) == ()


@pytest.mark.parametrize("made", ["revision", "proposal", "alignment", "comparison", "course"])
def test_values_are_frozen_and_equal_to_the_same_made_again(made: str) -> None:
    def make() -> Any:
        old = amend.read_text(BASE, name="Rev 1")
        new = amend.read_text(LATER, name="Rev 2")
        asked = amend.proposals_from_text(DELTA, against=old)
        values = {
            "revision": old, "proposal": asked[0], "alignment": amend.align(old, new),
            "comparison": amend.compare(old, new), "course": amend.judge(asked, (old, new))[0],
        }  # fmt: skip
        return values[made]

    value = make()
    assert value == make()
    first = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, first, None)


def test_values_know_where_they_were_read(tmp_path: Path) -> None:
    path = tmp_path / "rev1.txt"
    path.write_text(BASE, encoding="utf-8")
    sources = [str(each.source) for each in amend.read(path).paragraphs]
    assert sources == ["rev1.txt, block 1", "rev1.txt, block 2"]


@pytest.mark.parametrize(
    "code",
    [
        "import amend, amend.align.claims, amend.read.txt, amend.match.apply",
        "import amend.align; import amend.read; import amend",
        "from amend.align import threads; import amend",
        "import amend, importlib; importlib.import_module('amend.align.gaps')",
    ],
)
def test_a_stage_never_hides_the_function_that_bears_its_name(code: str) -> None:
    check = f"{code}\nassert all(callable(getattr(amend, each)) for each in amend.__all__)"
    subprocess.run([sys.executable, "-c", check], check=True)


def test_a_name_that_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'amendments'"):
        amend.amendments  # noqa: B018
    assert set(amend.__all__) <= {*dir(amend), *amend.__all__}


def test_the_library_prints_nothing_and_opens_no_connection(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_names: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    pages = {
        "rev1.html": '<!DOCTYPE html SYSTEM "http://example.org/x.dtd">'
        '<link href="http://example.org/a.css"><img src="http://example.org/a.png">'
        "<p>1. We commit to peace on the river.<p>2. We end the levy on grain.",
        "rev2.md": LATER,
        "rev3.txt": LATEST,
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    revisions = [amend.read(tmp_path / name) for name in pages]
    asked = amend.proposals_from_text(f"{DELTA}\n{GAMMA}", against=revisions[0])
    amend.compare(revisions[0], revisions[1])
    amend.apply(revisions[0], asked)
    assert len(amend.judge(asked, revisions)) == 2
    amend.references("para 9", language="en")
    assert capsys.readouterr() == ("", "")
