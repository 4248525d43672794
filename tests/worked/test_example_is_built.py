"""The worked example: its Word files come from its sources, and its key speaks of all of it."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from amend.model.alignment import Change
from amend.model.proposal import Operation
from amend.model.ruling import Fate, Headline

_ROOT = Path(__file__).parents[2]
_WORKED = _ROOT / "worked"
_DRAFTS = ("zero", "rev1", "rev2", "rev3")
_NAMES = {"Rev 1": "rev1", "Rev 2": "rev2", "Rev 3": "rev3"}
_WORD_FILES = sorted((_ROOT / "drafts").glob("*.docx")) + sorted(
    (_ROOT / "proposals").glob("*.docx")
)
_PAIRS = tuple(pairwise(_DRAFTS))


def _run(*words: str) -> str:
    command = [sys.executable, str(_WORKED / "build.py"), *words]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _rows(name: str) -> list[dict[str, str]]:
    with (_WORKED / "key" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _several(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def _words_of(measure: str) -> tuple[int, int]:
    words, of = measure.split("/")
    return int(words), int(of)


@pytest.fixture(scope="module")
def keys() -> dict[str, list[str]]:
    """Return the paragraph keys of each draft, in reading order, as its source gives them."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in _run("--keys").splitlines():
        name, key = line.split("\t")
        found[name].append(key)
    return found


def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    _run("--into", str(tmp_path))
    built = {str(path.relative_to(tmp_path)): path for path in tmp_path.rglob("*.docx")}
    stored = {str(path.relative_to(_ROOT)): path for path in _WORD_FILES}
    assert built.keys() == stored.keys()
    for name, path in built.items():
        assert path.read_bytes() == stored[name].read_bytes(), f"{name}: run python worked/build.py"


@pytest.mark.parametrize("path", _WORD_FILES, ids=lambda path: path.name)
def test_another_library_opens_each_word_file(path: Path) -> None:
    document = docx.Document(str(path))
    assert any(each.text for each in document.paragraphs)


@pytest.mark.parametrize("name", _DRAFTS)
def test_a_draft_has_at_least_45_paragraphs_and_each_is_known_by_one_key(
    name: str, keys: dict[str, list[str]]
) -> None:
    document = docx.Document(str(_ROOT / "drafts" / f"{name}.docx"))
    assert len([each for each in document.paragraphs if len(each.text.split()) >= 20]) >= 45
    assert len(document.paragraphs) == len(keys[name]) == len(set(keys[name]))


def test_numbers_are_typed_in_the_zero_draft_and_drawn_by_word_in_the_others() -> None:
    typed = {}
    for name in _DRAFTS:
        texts = [each.text for each in docx.Document(str(_ROOT / f"drafts/{name}.docx")).paragraphs]
        heads = (re.match(r"\[?(\d+ ?[a-z]*|\([a-z]+\))\.?\t", text) for text in texts)
        typed[name] = [head[1] for head in heads if head]
    assert len(typed.pop("zero")) == 52
    assert typed == {
        "rev1": ["4 pre", "9ter", "12 alt", "24bis"],
        "rev2": ["4 pre", "23bis", "24bis"],
        "rev3": [],
    }


@pytest.mark.parametrize(("old", "new"), _PAIRS)
def test_the_key_names_each_paragraph_of_both_revisions_once(
    old: str, new: str, keys: dict[str, list[str]]
) -> None:
    beads = _rows(f"alignment-{old}-{new}.tsv")
    for side, name in (("old", old), ("new", new)):
        named = Counter(key for bead in beads for key in _several(bead[side]))
        assert named == Counter(keys[name])
    following = [key for bead in beads for key in _several(bead["new"])]
    assert following == keys[new]


@pytest.mark.parametrize(("old", "new"), _PAIRS)
def test_the_changes_in_the_key_fit_its_beads(old: str, new: str) -> None:
    for bead in _rows(f"alignment-{old}-{new}.tsv"):
        before, after = _several(bead["old"]), _several(bead["new"])
        changes = {Change(each) for each in bead["changes"].split(",") if each}
        assert (Change.INSERTION in changes) == (not before), bead
        assert (Change.REPEAL in changes) == (not after), bead
        assert (Change.SPLIT in changes) == (len(after) > 1), bead
        assert (Change.JOIN in changes) == (len(before) > 1), bead
        if before and after and not before[0].startswith("~"):
            assert (Change.RENUMBERING in changes) == (before[0] != after[0]), bead


def test_each_proposal_has_a_row_for_each_revision_after_its_own() -> None:
    courses: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in _rows("fates.tsv"):
        courses[row["file"], row["proponent"], row["operation"], row["target"]].append(row)
    assert len(courses) >= 16
    assert len({proponent for _, proponent, _, _ in courses}) >= 11
    for (file, *_), rows in courses.items():
        base = file.partition(".")[0].removesuffix("-corrected").rpartition("-")[2]
        later = _DRAFTS[_DRAFTS.index(base) + 1 :]
        assert tuple(_NAMES[row["revision"]] for row in rows) == later, file
        assert len({Headline(row["headline"]) for row in rows}) == 1


def test_every_proposal_file_is_in_the_key_and_every_file_of_the_key_is_there() -> None:
    there = {path.name for path in (_ROOT / "proposals").iterdir() if path.name[0] != "."}
    assert {row["file"] for row in _rows("fates.tsv")} == there


def test_measures_and_places_in_the_key_bear_its_fates_out(keys: dict[str, list[str]]) -> None:
    adopted = {Fate.ADOPTED_VERBATIM, Fate.ADOPTED_WITH_CHANGES, Fate.PARTLY_ADOPTED}
    placed = adopted | {Fate.ADOPTED_ELSEWHERE, Fate.PROTECTED}
    for row in _rows("fates.tsv"):
        Operation(row["operation"])
        fate = Fate(row["fate"])
        places = [] if row["place"] == "-" else _several(row["place"])
        assert bool(places) == (fate in placed), row
        assert set(places) <= set(keys[_NAMES[row["revision"]]]), row
        if fate is Fate.UNDETERMINABLE:
            assert (row["taken"], row["cut"]) == ("-", "-")
            continue
        words, of = _words_of(row["taken"])
        share = 100 * words / of if of else 0.0
        assert (fate is Fate.ADOPTED_VERBATIM) == (of > 0 and words == of and fate in adopted), row
        assert fate is not Fate.ADOPTED_WITH_CHANGES or 70 <= share < 100, row
        assert fate is not Fate.PARTLY_ADOPTED or 20 <= share < 70 or "capped" in row["note"], row
        assert fate is not Fate.NOT_ADOPTED or share < 20, row


def test_the_key_holds_every_turn_a_proposal_can_take() -> None:
    rows = _rows("fates.tsv")
    by_a_person_only = {Fate.SUPERSEDED_BY_EQUIVALENT}
    not_shown = {Fate.PARTLY_ADOPTED_ELSEWHERE, Fate.DELETION_PARTLY_HONOURED}
    assert {Fate(row["fate"]) for row in rows} == set(Fate) - by_a_person_only - not_shown
    assert {Headline(row["headline"]) for row in rows} == set(Headline)
