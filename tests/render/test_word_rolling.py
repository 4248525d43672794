"""A rolling text in Word: changes of every proponent upon the base, the rest in comments."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

import amend
from amend.match.collate import collate
from amend.model.draft import Revision
from amend.parse.proposals import from_text
from amend.pipeline import revision_of_bytes, settle
from amend.render.rolling import RollingReport, contents
from amend.render.word_drafts import prefix

from . import rolled
from .office import paragraphs, settled
from .sample import MADE
from .word_rules import broken

DAY = "2031-05-12"
BASE = amend.read_text(rolled.BASE, name="Rev 1")


def made(report: RollingReport) -> bytes:
    data = contents(replace(report, date=DAY), ".docx")
    assert isinstance(data, bytes)
    return data


def compiled(base: str, **asked: str) -> RollingReport:
    draft = amend.read_text(base, name="Rev 1")
    proposals = settle([from_text(text, draft, (who,)) for who, text in asked.items()])[0]
    return RollingReport(collate(draft, proposals), MADE)


def texts(base: Revision) -> list[str]:
    return [prefix(each) + each.text for each in base.paragraphs]


@pytest.fixture(scope="module")
def data() -> bytes:
    return made(rolled.report())


@pytest.fixture(scope="module")
def back(data: bytes) -> Revision:
    return revision_of_bytes(data, "rolling.docx")


def test_rejecting_every_change_gives_the_base(data: bytes) -> None:
    assert broken(data) == []
    assert paragraphs(data, is_after=False) == texts(BASE)


def test_each_proponent_is_the_author_of_what_they_ask(back: Revision) -> None:
    changes = [(e.author, e.kind, e.text) for p in back.paragraphs for e in p.changes if e.text]
    assert ("Avel, Delta", "insertion", "and rafts") in [
        (who, kind, text.strip()) for who, kind, text in changes
    ]
    authors = {who for who, _, text in changes if text != " / "}
    assert {"Avel", "Delta", "<script>Estuary</script>"} <= authors
    assert "amend" not in authors


def test_supporters_collisions_and_positions_stand_in_comments(back: Revision) -> None:
    told = [comment.text for each in back.paragraphs for comment in each.comments]
    assert any("supported by" in each for each in told)
    assert any(each.startswith("Of these one at most can be had: ") for each in told)
    assert any(each.startswith("retain the text (<script>Estuary</script>") for each in told)
    assert any("Nobody is thanked here" in each for each in told)
    assert {comment.author for each in back.paragraphs for comment in each.comments} == {"amend"}


def test_nothing_is_lost_that_has_no_place(back: Revision) -> None:
    told = "\n".join(comment.text for each in back.paragraphs for comment in each.comments)
    for stray in rolled.rolling().unplaced:
        assert f"Without a place: {', '.join(stray.by)}" in told
        assert stray.reason in told
    for notice in rolled.report().notices:
        assert notice.text in told


def test_a_new_paragraph_is_put_in_whole_with_its_number(back: Revision) -> None:
    (new,) = [each for each in back.paragraphs if "pilots" in each.after]
    assert (str(new.label), new.before) == ("6bis", "")
    (alternative,) = [each for each in back.paragraphs if "all ports" in each.after]
    assert str(alternative.label) == "5alt"


ENDS = {
    "a new last paragraph": ("1. We meet.", {"A": "New paragraph 2: We thank the pilots."}),
    "the last one deleted": ("1. We meet.\n\n2. We go.", {"A": "Delete para 2."}),
    "all deleted": ("1. We meet.", {"A": "Delete para 1."}),
    "deleted and a new one": (
        "1. We meet.\n\n2. We go.",
        {"A": "Delete para 2.", "B": "New paragraph 3: We stay."},
    ),
    "two deletions meet an edit": (
        "1. We meet.\n\n2. We go far away.",
        {"A": "Delete para 2.", "B": 'In para 2, delete "far".'},
    ),
}


@pytest.mark.parametrize("case", ENDS)
def test_the_base_comes_back_however_the_text_ends(case: str) -> None:
    base, asked = ENDS[case]
    made_of = made(compiled(base, **asked))
    assert broken(made_of) == []
    assert paragraphs(made_of, is_after=False) == texts(amend.read_text(base, name="Rev 1"))


def test_a_paragraph_that_all_want_gone_goes_with_its_number() -> None:
    data = made(compiled(*ENDS["the last one deleted"][:1], A="Delete para 2."))
    assert paragraphs(data, is_after=True) == ["1.\tWe meet."]


def test_an_empty_base_is_an_empty_file() -> None:
    data = made(compiled(""))
    assert broken(data) == []
    assert paragraphs(data, is_after=True) in ([], [""])


def test_the_same_text_gives_the_same_bytes(data: bytes) -> None:
    assert made(rolled.report()) == data
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert "word/comments.xml" in packed.namelist()


def test_libre_office_rejects_to_the_base(data: bytes, tmp_path: Path) -> None:
    files = {"sample": data}
    files |= {
        f"end{n}": made(compiled(base, **asked)) for n, (base, asked) in enumerate(ENDS.values())
    }
    found = settled(files, tmp_path)
    assert found["sample"][0] == texts(BASE)
    for count, (base, _) in enumerate(ENDS.values()):
        assert found[f"end{count}"][0] == texts(amend.read_text(base, name="Rev 1"))
