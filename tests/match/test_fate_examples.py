"""The sixteen worked examples of how a fate is measured, and the like of each in our own words.

A case is base texts by label, the paragraph as asked, the later texts by revision, and what must
come out: per revision a fate, the novel words taken of those asked for, and the words cut.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import amend
from amend.model.alignment import Change
from amend.model.draft import Revision
from amend.model.ruling import Course, Fate, Headline, Measure, Ruling

_TABLE = Path(__file__).parents[3] / "shared" / "data" / "tables" / "fate-examples.json"
_BYSTANDERS = {
    "1": "The harbour masters met twice in the old customs house.",
    "98": "Annual dues are payable in two instalments, by June and by December.",
    "99": "This text shall be kept in the archive of the secretariat.",
}

Texts = Mapping[str, str]


def _revision(name: str, texts: Texts) -> Revision:
    """Make a revision of labelled paragraphs, among some that nobody touches."""
    whole = sorted({**_BYSTANDERS, **texts}.items(), key=lambda each: amend.Label.parse(each[0]))
    lines = "\n\n".join(f"{label}. {text}" for label, text in whole if text)
    return amend.read_text(lines, name=name)


def _course(base: Texts, asked: tuple[str, str], *later: Texts) -> Course:
    revisions = [_revision(f"Rev {n}", texts) for n, texts in enumerate((base, *later), 1)]
    proposal = amend.proposed(revisions[0], *asked, by="Delta Union")
    (course,) = amend.judge((proposal,), revisions)
    return course


def _told(ruling: Ruling) -> tuple[Fate, tuple[int, int], tuple[int, int] | None]:
    cut = (ruling.cut.words, ruling.cut.of) if ruling.cut is not None else None
    return ruling.fate, (ruling.taken.words, ruling.taken.of), cut


# The table: every example as it is given, with its own figures.


def _examples() -> list[Any]:
    if not _TABLE.exists():
        return []
    found: list[Any] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def examples() -> dict[int, Any]:
    if not _TABLE.exists():
        pytest.skip("the table of worked examples lies beside the project, and is not there")
    return {each["id"]: each for each in _examples()}


def _expected(measure: Any) -> tuple[tuple[int, int], tuple[int, int] | None]:
    gone = measure["deleted_words"]
    cut = (measure["deleted_matched"], gone) if gone else None
    return (measure["matched_words"], measure["novel_words"]), cut


_SINGLE = {
    1: Fate.ADOPTED_VERBATIM, 2: Fate.ADOPTED_WITH_CHANGES, 3: Fate.PARTLY_ADOPTED,
    5: Fate.NOT_ADOPTED, 6: Fate.NOT_ADOPTED, 7: Fate.ALREADY_PRESENT,
    10: Fate.DELETION_HONOURED, 15: Fate.PARTLY_ADOPTED, 16: Fate.PARTLY_ADOPTED,
}  # fmt: skip


@pytest.mark.parametrize("number", _SINGLE)
def test_an_example_of_one_step_has_its_fate_and_measures(
    number: int, examples: dict[int, Any]
) -> None:
    (step,) = examples[number]["steps"]
    label = step["label"]
    course = _course({label: step["base"]}, (label, step["proposal"]), {label: step["next"]})
    (ruling,) = course.rulings
    assert _told(ruling) == (_SINGLE[number], *_expected(step["measure"]))


def test_example_4_is_found_in_the_other_paragraph(examples: dict[int, Any]) -> None:
    first, second = examples[4]["steps"]
    course = _course(
        {each["label"]: each["base"] for each in (first, second)},
        (first["label"], first["proposal"]),
        {each["label"]: each["next"] for each in (first, second)},
    )
    (ruling,) = course.rulings
    assert ruling.fate is Fate.ADOPTED_ELSEWHERE
    assert ruling.taken == Measure(
        second["elsewhere"]["matched_words"], second["elsewhere"]["novel_words"]
    )
    assert [str(each) for each in ruling.place] == [second["label"]]


@pytest.mark.parametrize(
    ("number", "headline"), [(8, Headline.DROPPED_LATER), (9, Headline.RESTORED_LATER)]
)
def test_examples_8_and_9_are_a_course(
    number: int, headline: Headline, examples: dict[int, Any]
) -> None:
    steps = examples[number]["steps"]
    said = steps[-1]
    label = said["label"]
    later = [{label: each["next"]} for each in steps]
    course = _course({label: said["base"]}, (label, said["proposal"]), *later)
    assert course.headline is headline
    assert [_told(each)[:2] for each in course.rulings] == [
        (Fate(each["fate"]), _expected(each["measure"])[0]) for each in steps
    ]


def test_example_11_is_a_new_paragraph_under_another_label(examples: dict[int, Any]) -> None:
    example = examples[11]
    (step,) = example["steps"]
    base = {"6": example["base_elsewhere"][0]}
    course = _course(
        base, (step["label"], step["proposal"]), {**base, example["next_label"]: step["next"]}
    )
    (ruling,) = course.rulings
    assert _told(ruling)[:2] == (Fate.ADOPTED_WITH_CHANGES, _expected(step["measure"])[0])
    assert [str(each) for each in ruling.place] == [example["next_label"]]


def test_example_12_is_renumbered_and_keeps_its_fate(examples: dict[int, Any]) -> None:
    first, second = examples[12]["steps"]
    base = _revision("Rev 2", {first["label"]: first["base"]})
    rev3 = _revision("Rev 3", {first["label"]: first["next"]})
    final = _revision("Final", {second["label"]: second["next"]})
    proposal = amend.proposed(base, first["label"], first["proposal"], by="Delta Union")
    (course,) = amend.judge((proposal,), (base, rev3, final))
    assert [each.fate for each in course.rulings] == [Fate.ADOPTED_VERBATIM] * 2
    assert any("42bis > 45" in flag for flag in course.rulings[1].flags)
    changes = {
        frozenset(bead.changes)
        for bead in amend.align(rev3, final).beads
        if bead.new and str(bead.new[0].label) == second["label"]
    }
    assert changes == {frozenset({Change.RENUMBERING})}


def test_example_13_is_cut_short_and_gets_no_fate(examples: dict[int, Any]) -> None:
    (step,) = examples[13]["steps"]
    asked = (step["label"], step["proposal"])
    visible = step["proposal"].rstrip(".")
    for later in ({}, {"9bis": visible}):
        (ruling,) = _course({}, asked, later).rulings
        assert ruling.fate is Fate.UNDETERMINABLE


def test_example_14_marks_the_words_as_shared(examples: dict[int, Any]) -> None:
    steps = examples[14]["steps"]
    base = _revision("Rev 1", {"31": steps[0]["base"]})
    later = _revision("Rev 2", {"31": steps[0]["next"]})
    asked = [amend.proposed(base, "31", each["proposal"], by=each["proposer"]) for each in steps]
    courses = amend.judge(asked, (base, later))
    assert [_told(each.rulings[0])[:2] for each in courses] == [
        (Fate(each["fate"]), _expected(each["measure"])[0]) for each in steps
    ]
    ids = [each.proposal.id for each in courses]
    assert [each.shared_with for each in courses] == [(ids[1],), (ids[0],)]


def test_examples_5_and_15_are_flagged(examples: dict[int, Any]) -> None:
    flags = []
    for number in (5, 15):
        (step,) = examples[number]["steps"]
        course = _course({"31": step["base"]}, ("31", step["proposal"]), {"31": step["next"]})
        flags.append(course.rulings[0].flags)
    assert "deletion honoured" in flags[0]
    assert "verb: commit > encourage" in flags[1]


# The same rules in our own words: they hold where the table is absent.

_BASE = {"31": "We agree to keep the ferries running in winter."}
_OURS: dict[str, tuple[Texts, str, Texts, Fate, tuple[int, int], tuple[int, int] | None]] = {
    "each word stands as asked": (
        _BASE, "We agree to keep all the night ferries running in winter.",
        {"31": "We agree to keep all the night ferries running in winter."},
        Fate.ADOPTED_VERBATIM, (2, 2), None,
    ),
    "the words came in another order": (
        _BASE, "We agree to keep the ferries running in winter, with rested, able crews aboard.",
        {"31": "We agree to keep the ferries running in winter, with able, rested crews aboard."},
        Fate.ADOPTED_WITH_CHANGES, (4, 5), None,
    ),
    "the substance was left out": (
        _BASE, "We agree to keep the ferries running in winter as a public duty and at every pier.",
        {"31": "We agree to keep the ferries running in winter as a public duty."},
        Fate.PARTLY_ADOPTED, (4, 8), None,
    ),
    "nothing came of it": (
        _BASE, "We agree to keep the ferries and their landing stages running in winter.",
        _BASE, Fate.NOT_ADOPTED, (0, 4), None,
    ),
    "it was the base already": (
        _BASE, _BASE["31"], {"31": "We agree to keep the ferries running in every winter."},
        Fate.ALREADY_PRESENT, (0, 0), None,
    ),
    "only words to go, and they went": (
        {"31": "We will dredge the channel, where feasible, before the floods."},
        "We will dredge the channel before the floods.",
        {"31": "We will dredge the outer channel before the spring floods."},
        Fate.DELETION_HONOURED, (0, 0), (2, 2),
    ),
    "only words to go, and they stayed": (
        {"31": "We will dredge the channel, where feasible, before the floods."},
        "We will dredge the channel before the floods.",
        {"31": "We will dredge the channel, where feasible, before the spring floods."},
        Fate.DELETION_NOT_HONOURED, (0, 0), (0, 2),
    ),
    "another verb came in the place of the one asked for": (
        {"31": "We will consider how to lower the tolls."},
        "We commit to lower the tolls to under two crowns a boat by next spring.",
        {"31": "We encourage ports to lower the tolls to under two crowns a boat by next spring."},
        Fate.PARTLY_ADOPTED, (9, 10), (3, 3),
    ),
    "half of an exchange": (
        {"31": "We condemn the trade in unmarked boats."},
        "We condemn the trade in boats in the lawful register.",
        {"31": "We condemn the trade in lawful boats."},
        Fate.PARTLY_ADOPTED, (1, 4), (1, 1),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("base", "asked", "later", "fate", "taken", "cut"), _OURS.values(), ids=_OURS.keys()
)
def test_a_fate_follows_from_the_words(
    base: Texts,
    asked: str,
    later: Texts,
    fate: Fate,
    taken: tuple[int, int],
    cut: tuple[int, int] | None,
) -> None:
    (ruling,) = _course(base, ("31", asked), later).rulings
    assert _told(ruling) == (fate, taken, cut)


def test_words_that_are_new_in_another_paragraph_are_found_there_with_its_label() -> None:
    base = {**_BASE, "40": "We invite the ports to publish their tide tables."}
    found = "We invite the ports to publish their tide tables, lamp lists and pilot rosters."
    asked = "We agree to keep the ferries, lamp lists and pilot rosters running in winter."
    (ruling,) = _course(base, ("31", asked), {**base, "40": found}).rulings
    assert ruling.fate is Fate.ADOPTED_ELSEWHERE
    assert [str(each) for each in ruling.place] == ["40"]
    (old,) = _course({**base, "40": found}, ("31", asked), {**base, "40": found}).rulings
    assert old.fate is not Fate.ADOPTED_ELSEWHERE, "words of the base earn no credit"


def test_language_is_dropped_and_restored_as_of_the_latest_revision() -> None:
    asked = "We agree to keep the ferries running in winter at cost and without delay."
    taken, back = {"31": asked}, {"31": f"{_BASE['31'][:-1]} without delay."}
    courses = [_course(_BASE, ("31", asked), *later) for later in (
        (taken,), (taken, _BASE), (taken, _BASE, taken), (_BASE,), (_BASE, taken),
    )]  # fmt: skip
    assert [each.headline for each in courses] == [
        Headline.CARRIED, Headline.DROPPED_LATER, Headline.RESTORED_LATER, Headline.NOT_CARRIED,
        Headline.CARRIED,
    ]  # fmt: skip
    half = _course(_BASE, ("31", asked), taken, _BASE, back)
    assert half.rulings[-1].taken == Measure(2, 5)


def test_a_new_paragraph_is_found_under_another_label_and_old_words_earn_nothing() -> None:
    base = {"6": "We stress the value of a shared warning service."}
    asked = "We honour the lock keepers of the delta and the value of a shared warning service."
    got = "We honour the lock keepers of the delta and the value of a shared warning service daily."
    (ruling,) = _course(base, ("9pre", asked), {**base, "9bis": got}).rulings
    assert ruling.fate in {Fate.ADOPTED_VERBATIM, Fate.ADOPTED_WITH_CHANGES}
    assert [str(each) for each in ruling.place] == ["9bis"]
    assert ruling.taken.of < len(asked.split()), "the words of paragraph 6 do not count"


def test_a_renumbering_changes_no_fate_and_no_word() -> None:
    asked = "We agree to keep the ferries running in winter for all crews."
    base, rev3 = _revision("Rev 2", _BASE), _revision("Rev 3", {"31": asked})
    final = _revision("Final", {"35": asked})
    proposal = amend.proposed(base, "31", asked, by="Delta Union")
    (course,) = amend.judge((proposal,), (base, rev3, final))
    assert [each.fate for each in course.rulings] == [Fate.ADOPTED_VERBATIM] * 2
    (bead,) = [each for each in amend.align(rev3, final).beads if each.changes]
    assert bead.changes == {Change.RENUMBERING}


@pytest.mark.parametrize("end", ["...", "…", "and a..."])
def test_text_that_breaks_off_gets_no_fate(end: str) -> None:
    asked = f"We agree to keep the ferries running in winter with trained crews {end}"
    (ruling,) = _course(_BASE, ("31", asked), {"31": asked}).rulings
    assert ruling.fate is Fate.UNDETERMINABLE


def test_words_two_proponents_asked_for_are_marked_as_shared() -> None:
    texts = ("in winter, above all the night ferries and barges.",
             "in winter, above all the night ferries.")  # fmt: skip
    base = _revision("Rev 1", {"31": "We keep the service running in winter."})
    later = _revision("Rev 2", {"31": f"We keep the service running {texts[1]}"})
    asked = [
        amend.proposed(base, "31", f"We keep the service running {text}", by=by)
        for text, by in zip(texts, ("A", "B"), strict=True)
    ]
    first, second = amend.judge(asked, (base, later))
    assert first.rulings[0].taken == Measure(5, 7)
    assert second.rulings[0].fate is Fate.ADOPTED_VERBATIM
    assert first.shared_with == (second.proposal.id,)
    assert second.shared_with == (first.proposal.id,)
