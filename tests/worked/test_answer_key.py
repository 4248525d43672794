"""The program against the answer key of the worked example: every bead, every fate."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from amend import pipeline
from amend.model.alignment import Bead
from amend.model.comparison import Chain
from amend.model.draft import Paragraph, Revision
from amend.model.ruling import Course, Fate, Measure, Ruling
from amend.parse.draft import MARGIN
from amend.store.proponents import proponent_and_revision

ROOT = Path(__file__).parents[2]
KEY = ROOT / "worked" / "key"
NAMES = {"zero": "Zero draft", "rev1": "Rev 1", "rev2": "Rev 2", "rev3": "Rev 3"}
STEPS = [("zero", "rev1"), ("rev1", "rev2"), ("rev2", "rev3")]


@cache
def chain() -> Chain:
    files = [ROOT / "drafts" / f"{stem}.docx" for stem in NAMES]
    return pipeline.chain(pipeline.read_revisions(files))


@cache
def courses() -> tuple[Course, ...]:
    revisions = {each.name: each for each in chain().revisions}
    submissions = [
        pipeline.read_submission(path, revisions[base]) for path, base in _proposal_files()
    ]
    proposals, _ = pipeline.settle(submissions)
    return pipeline.judge(proposals, chain().revisions)


def _proposal_files() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "proposals").iterdir()):
        if path.suffix in {".docx", ".md", ".txt"}:
            says = proponent_and_revision(path.stem, list(NAMES.values()))
            assert says.revision, path.name
            yield path, says.revision


def _rows(name: str) -> list[dict[str, str]]:
    with (KEY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _paragraph_key(paragraph: Paragraph) -> str:
    if paragraph.label is not None:
        return str(paragraph.label)
    return "~" + " ".join(paragraph.text.split()[:5])


def _is_in_the_key(bead: Bead) -> bool:
    """The page header is no paragraph of the key."""
    return not any(each.path == MARGIN for each in (*bead.old, *bead.new))


def _bead_row(bead: Bead) -> tuple[str, str, str]:
    old = ";".join(_paragraph_key(each) for each in bead.old)
    new = ";".join(_paragraph_key(each) for each in bead.new)
    return old, new, ",".join(sorted(bead.changes))


@pytest.mark.parametrize(("old", "new"), STEPS)
def test_every_bead_is_the_one_in_the_key(old: str, new: str) -> None:
    wanted = {
        (row["old"], row["new"], ",".join(sorted(filter(None, row["changes"].split(",")))))
        for row in _rows(f"alignment-{old}-{new}.tsv")
    }
    step = next(each for each in chain().comparisons if each.old.name == NAMES[old])
    found = {_bead_row(bead) for bead in step.alignment.beads if _is_in_the_key(bead)}
    assert sorted(found - wanted) == sorted(wanted - found) == []


def _measure(measure: Measure | None) -> str:
    return "-" if measure is None else f"{measure.words}/{measure.of}"


def _fate_row(course: Course, ruling: Ruling) -> tuple[str, ...]:
    proposal = course.proposal
    is_open = ruling.fate is Fate.UNDETERMINABLE
    return (
        proposal.source.file,
        ", ".join(proposal.by),
        proposal.operation.value,
        ";".join(str(label) for label in proposal.target) or "-",
        ruling.revision,
        ruling.fate.value,
        "-" if is_open else _measure(ruling.taken),
        "-" if is_open else _measure(ruling.cut),
        ";".join(str(label) for label in ruling.place) or "-",
        course.headline.value,
    )


_FATE_COLUMNS = (
    "file", "proponent", "operation", "target", "revision", "fate", "taken", "cut", "place",
    "headline",
)  # fmt: skip


def test_every_fate_is_the_one_in_the_key() -> None:
    wanted = sorted(tuple(row[name] for name in _FATE_COLUMNS) for row in _rows("fates.tsv"))
    found = sorted(_fate_row(course, each) for course in courses() for each in course.rulings)
    assert [row for row in found if row not in wanted] == []
    assert [row for row in wanted if row not in found] == []
    assert len(found) == len(wanted)


def test_every_paragraph_of_every_revision_stands_in_one_bead() -> None:
    for step in chain().comparisons:
        beads = step.alignment.beads
        assert _ids(step.old) == sorted(each.id for bead in beads for each in bead.old)
        assert _ids(step.new) == sorted(each.id for bead in beads for each in bead.new)


def _ids(revision: Revision) -> list[str]:
    return sorted(each.id for each in revision.paragraphs)


def test_the_example_is_as_large_as_it_promises() -> None:
    assert all(len(each.paragraphs) >= 45 for each in chain().revisions)
    names = {name for course in courses() for name in course.proposal.by}
    assert len(courses()) >= 14
    assert len(names) >= 10
